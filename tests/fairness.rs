//! Fair division: the classical games, a plain oracle in fractions on hundreds of games, laws, and faulty
//! files.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fairness/classics.rs"]
mod classics;
#[path = "fairness/files.rs"]
mod files;
#[path = "fairness/keys.rs"]
mod keys;
#[path = "fairness/laws.rs"]
mod laws;
#[path = "fairness/options.rs"]
mod options;
#[path = "fairness/oracle.rs"]
mod oracle;

use deelsom_core::fairness::{Analysis, Coalition, Division, Exact, Game, Kind, Over, analyse, cover};
use oracle::{Costs, Fraction, Weigh};

/// The game as costs, whatever its kind.
fn costs(game: &Game) -> Costs {
    let n = game.players().len();
    let sign = if game.kind() == Kind::Savings { -1 } else { 1 };
    Costs { n, of: (0..1 << n).map(|coalition| sign * game.value(Coalition(coalition))).collect() }
}

fn fraction(exact: Exact) -> Fraction {
    Fraction::new(exact.numerator(), exact.denominator())
}

/// Shares as costs, whatever the kind of game.
fn as_costs(game: &Game, division: &Division) -> Vec<Fraction> {
    let sign = if game.kind() == Kind::Savings { -1 } else { 1 };
    division.shares.iter().map(|share| fraction(*share) * Fraction::of(sign)).collect()
}

fn divisions(analysis: &Analysis) -> Vec<(&'static str, &Division)> {
    let nucleolus = analysis.nucleolus.as_ref().expect("exact");
    let per_capita = analysis.per_capita_nucleolus.as_ref().expect("exact");
    let mut divisions = vec![
        ("shapley", &analysis.shapley),
        ("nucleolus", &nucleolus.division),
        ("per_capita_nucleolus", &per_capita.division),
        ("scrb", &analysis.scrb),
        ("ensc", &analysis.ensc),
        ("equal_savings", &analysis.equal_savings),
    ];
    divisions.extend(analysis.proportional.as_ref().map(|division| ("proportional", division)));
    divisions
}

/// Everything that must hold for any game: all is divided, the stand-alone test is what it says, and the
/// nucleoli meet Kohlberg's criterion.
#[track_caller]
fn certify(game: &Game) -> Analysis {
    let analysis = analyse(game);
    let costs = costs(game);
    for (name, division) in divisions(&analysis) {
        let shares = as_costs(game, division);
        assert_eq!(costs.paid(&shares, costs.all()), costs.total(), "{name} divides all: {game:?}");
        let mut gains: Vec<(Fraction, usize)> = (1..costs.all())
            .map(|coalition| (costs.excess(&shares, coalition, Weigh::Whole), coalition))
            .filter(|(gain, _)| *gain > Fraction::ZERO)
            .collect();
        gains.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let core = &division.core;
        assert_eq!((core.in_core, core.blocking_count), (gains.is_empty(), gains.len()), "{name}: {game:?}");
        let named: Vec<(Fraction, usize)> =
            core.blocking.iter().map(|one| (fraction(one.gain), one.coalition.0 as usize)).collect();
        assert_eq!(named, gains[..gains.len().min(100)], "{name}: {game:?}");
    }
    let both = [(&analysis.nucleolus, Weigh::Whole), (&analysis.per_capita_nucleolus, Weigh::PerHead)];
    for (nucleolus, weigh) in both {
        let nucleolus = nucleolus.as_ref().expect("exact");
        let imputations = nucleolus.over == Over::Imputations;
        assert_eq!(imputations, costs.has_imputations(), "{game:?}");
        let shares = as_costs(game, &nucleolus.division);
        assert!(oracle::is_nucleolus(&costs, &shares, weigh, imputations), "{weigh:?} {shares:?}: {game:?}");
        assert_eq!(
            nucleolus.division.core.in_core, !analysis.core_empty,
            "in the core if there is one: {game:?}"
        );
    }
    analysis
}

/// The same numbers as the oracle's, to the last.
#[track_caller]
fn compare_with_oracle(game: &Game) {
    let analysis = certify(game);
    let costs = costs(game);
    assert_eq!(as_costs(game, &analysis.shapley), oracle::shapley(&costs), "{game:?}");
    let imputations = costs.has_imputations();
    let both = [(&analysis.nucleolus, Weigh::Whole), (&analysis.per_capita_nucleolus, Weigh::PerHead)];
    for (nucleolus, weigh) in both {
        let shares = as_costs(game, &nucleolus.as_ref().expect("exact").division);
        assert_eq!(shares, oracle::nucleolus(&costs, weigh, imputations).0, "{weigh:?}: {game:?}");
    }
    let level = oracle::nucleolus(&costs, Weigh::Whole, false).1;
    assert_eq!(analysis.least_core.map(fraction), level, "{game:?}");
    let cover = cover(game).expect("few players");
    let mut violations = 0;
    for coalition in 1..=costs.all() {
        let best = oracle::cover(&costs, coalition);
        let mask = Coalition(u32::try_from(coalition).expect("few players"));
        let sign = if game.kind() == Kind::Savings { -1 } else { 1 };
        assert_eq!(sign * cover.value(mask), best, "{game:?}");
        let split = cover.split(mask);
        let groups: i64 = split.iter().map(|group| costs.of[group.0 as usize]).sum();
        assert_eq!((groups, split.iter().map(|group| group.0).sum::<u32>()), (best, mask.0), "{game:?}");
        violations += usize::from(best < costs.of[coalition]);
    }
    assert_eq!(analysis.violations.expect("judged").count, violations, "{game:?}");
}

#[test]
fn every_kind_of_game_is_divided_as_the_oracle_does() {
    for seed in 0..8 {
        for n in 1..=4 {
            for kind in laws::KINDS {
                compare_with_oracle(&laws::game(*kind, n, seed));
            }
        }
    }
    for seed in 0..2 {
        for kind in laws::KINDS {
            compare_with_oracle(&laws::game(*kind, 5, seed));
        }
    }
}

#[test]
fn larger_games_meet_the_criterion() {
    for seed in 0..2 {
        for kind in laws::KINDS {
            certify(&laws::game(*kind, 6, seed));
        }
    }
}
