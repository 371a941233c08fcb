//! Where the answer is known on paper.

use deelsom_core::uncertainty::{PERCENTS, Plan, Points, Shape};

use crate::{simulated, two_towns, with_ranges};

const AMOUNT: &str = "/options/0/one_offs/0/amount";
const LOW: f64 = 8_000.0;
const CENTRAL: f64 = 10_000.0;
const HIGH: f64 = 20_000.0;

fn one_range() -> serde_json::Value {
    with_ranges(two_towns(&[CENTRAL]), &[(AMOUNT, LOW, HIGH)])
}

fn plans() -> [Plan; 4] {
    let plan = Plan::of_seed(7);
    let pert = Plan { shape: Shape::Pert, ..plan };
    let sobol = |plan: Plan| Plan { points: Points::Sobol, ..plan };
    [plan, pert, sobol(plan), sobol(pert)]
}

/// Within so many standard errors, and a cent for rounding.
#[track_caller]
fn near(found: f64, exact: f64, error: f64, what: &str) {
    assert!(
        (found - exact).abs() <= 4.0 * error + 1.0,
        "{what}: {found} for {exact}, standard error {error}"
    );
}

/// In cents: mean and variance of the distribution.
fn moments(shape: Shape, [low, central, high]: [f64; 3]) -> (f64, f64) {
    match shape {
        Shape::Triangular => (
            (low + central + high) / 3.0 * 100.0,
            (low * low + central * central + high * high - low * central - low * high - central * high)
                / 18.0
                * 10_000.0,
        ),
        Shape::Pert => {
            let mean = (low + 4.0 * central + high) / 6.0;
            (mean * 100.0, (mean - low) * (high - mean) / 7.0 * 10_000.0)
        }
    }
}

#[test]
fn mean_and_variance_of_one_amount_are_those_of_its_distribution() {
    for plan in plans() {
        let found = simulated(&one_range(), plan, 4096);
        let (mean, variance) = moments(plan.shape, [LOW, CENTRAL, HIGH]);
        near(found.npv.mean, 1_600_000.0 - mean, found.npv.mean_error, "mean");
        let ratio = found.npv.deviation * found.npv.deviation / variance;
        assert!((ratio - 1.0).abs() < 0.08, "{plan:?}: variance {ratio} times what it should be");
    }
}

#[test]
fn amounts_that_add_up_have_variances_that_add_up() {
    let paths: Vec<String> = (0..3).map(|place| format!("/options/0/one_offs/{place}/amount")).collect();
    let ranges: Vec<(&str, f64, f64)> = paths.iter().map(|path| (path.as_str(), LOW, HIGH)).collect();
    let study = with_ranges(two_towns(&[CENTRAL; 3]), &ranges);
    for plan in plans() {
        let found = simulated(&study, plan, 4096);
        let (mean, variance) = moments(plan.shape, [LOW, CENTRAL, HIGH]);
        near(found.npv.mean, 1_600_000.0 - 3.0 * mean, found.npv.mean_error, "mean");
        let ratio = found.npv.deviation * found.npv.deviation / (3.0 * variance);
        assert!((ratio - 1.0).abs() < 0.08, "{plan:?}: variance {ratio} times what it should be");
    }
}

#[test]
fn percentiles_and_chances_of_a_triangle_are_those_on_paper() {
    let below = |share: f64| {
        let (width, rise) = (HIGH - LOW, CENTRAL - LOW);
        if share * width < rise {
            LOW + (share * width * rise).sqrt()
        } else {
            HIGH - ((1.0 - share) * width * (HIGH - CENTRAL)).sqrt()
        }
    };
    for plan in plans().into_iter().filter(|plan| plan.shape == Shape::Triangular) {
        let found = simulated(&one_range(), plan, 8192);
        for (percent, one) in PERCENTS.into_iter().zip(found.npv.percentiles) {
            // A saving is low where the amount is high.
            let exact = 1_600_000.0 - 100.0 * below(1.0 - f64::from(percent) / 100.0);
            near(one.value, exact, one.error, &format!("P{percent}"));
        }
        // It gains where the amount stays below 16,000 euros.
        let exact = 1.0 - (HIGH - 16_000.0) * (HIGH - 16_000.0) / ((HIGH - LOW) * (HIGH - CENTRAL));
        assert!((found.gains.share - exact).abs() < 4.0 * found.gains.error, "{}", found.gains.share);
        // In one year an option pays back at once or never.
        assert_eq!(found.immediate.to_bits(), found.pays_back.share.to_bits());
        assert!(found.pays_back.share >= found.gains.share);
    }
}

#[test]
fn sampling_errors_are_as_large_as_results_of_other_seeds_lie_apart() {
    for plan in plans() {
        let runs: Vec<_> =
            (1..=40).map(|seed| simulated(&one_range(), Plan { seed, ..plan }, 512).npv).collect();
        let apart = |figures: Vec<f64>| {
            let mean = figures.iter().sum::<f64>() / figures.len() as f64;
            let squares: f64 = figures.iter().map(|figure| (figure - mean) * (figure - mean)).sum();
            (squares / (figures.len() as f64 - 1.0)).sqrt()
        };
        let told = |errors: Vec<f64>| errors.iter().sum::<f64>() / errors.len() as f64;
        let mean = (
            apart(runs.iter().map(|run| run.mean).collect()),
            told(runs.iter().map(|run| run.mean_error).collect()),
        );
        let mut pairs = vec![mean];
        for place in 0..PERCENTS.len() {
            pairs.push((
                apart(runs.iter().map(|run| run.percentiles[place].value).collect()),
                told(runs.iter().map(|run| run.percentiles[place].error).collect()),
            ));
        }
        for (apart, told) in pairs {
            // What is told of Sobol points may be too much, never too little.
            let least = if plan.points == Points::Sobol { 0.25 } else { 0.6 };
            assert!(apart / told > least && apart / told < 1.6, "{plan:?}: {apart} apart, told {told}");
        }
    }
}

#[test]
fn sobol_points_come_nearer_with_as_many_draws() {
    let (mean, _) = moments(Shape::Triangular, [LOW, CENTRAL, HIGH]);
    let miss = |points: Points| -> f64 {
        let runs = (1..=10).map(|seed| {
            let found = simulated(&one_range(), Plan { points, ..Plan::of_seed(seed) }, 1024);
            (found.npv.mean - (1_600_000.0 - mean)).abs()
        });
        runs.sum()
    };
    assert!(miss(Points::Sobol) * 5.0 < miss(Points::Random));
}

#[test]
fn degenerate_ranges_are_drawn_right() {
    for (low, high) in [(CENTRAL, HIGH), (LOW, CENTRAL)] {
        for plan in plans() {
            let found = simulated(&with_ranges(two_towns(&[CENTRAL]), &[(AMOUNT, low, high)]), plan, 2048);
            let (mean, _) = moments(plan.shape, [low, CENTRAL, high]);
            near(found.npv.mean, 1_600_000.0 - mean, found.npv.mean_error, "mean");
        }
    }
    // No range at all: every draw is the study as it is.
    for plan in plans() {
        let found = simulated(&with_ranges(two_towns(&[CENTRAL]), &[(AMOUNT, CENTRAL, CENTRAL)]), plan, 64);
        let exactly = 600_000.0_f64.to_bits();
        assert_eq!(
            (found.npv.deviation.to_bits(), found.npv.mean.to_bits()),
            (0, exactly),
            "{:?}",
            found.npv
        );
        assert!(
            found
                .npv
                .percentiles
                .iter()
                .all(|one| (one.value.to_bits(), one.error.to_bits()) == (exactly, 0))
        );
    }
}
