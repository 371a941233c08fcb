//! Laws of fair division, and the games on which they are tried.

use deelsom_core::fairness::{Coalition, Exact, Game, core_check, cover, shapley};
use proptest::prelude::*;

use super::certify;

/// A kind of game to draw.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Draw {
    Any,
    Signed,
    ZeroOrOne,
    FewValues,
    Nothing,
    Voting,
    Concave,
    Symmetric,
    Hard,
    Large,
}

pub(crate) const KINDS: &[Draw] = &[
    Draw::Any,
    Draw::Signed,
    Draw::ZeroOrOne,
    Draw::FewValues,
    Draw::Nothing,
    Draw::Voting,
    Draw::Concave,
    Draw::Symmetric,
    Draw::Hard,
    Draw::Large,
];

/// A game of some kind, from a seed.
pub(crate) fn game(kind: Draw, n: usize, seed: u64) -> Game {
    let mut state = seed.wrapping_mul(1_000_003) + n as u64;
    let mut draw = |most: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).expect("31 bits") % most
    };
    let sizes: Vec<i64> = (0..n).map(|_| 1 + draw(30)).collect();
    let by_head: Vec<i64> = (0..=n).map(|_| draw(20)).collect();
    let quota = sizes.iter().sum::<i64>() / 2 + 1;
    let all = (1_usize << n) - 1;
    let cost = |coalition: usize| {
        let size: i64 =
            (0..n).filter(|player| coalition >> player & 1 == 1).map(|player| sizes[player]).sum();
        match kind {
            Draw::Any => draw(100),
            Draw::Signed => draw(101) - 50,
            Draw::ZeroOrOne => draw(2),
            Draw::FewValues => 3 * draw(3) - 2,
            Draw::Nothing => 0,
            Draw::Voting => -i64::from(size >= quota),
            Draw::Concave => 40 + (size * 10_000).isqrt(),
            Draw::Symmetric => by_head[coalition.count_ones() as usize],
            Draw::Hard if coalition == all => 50 * i64::from(coalition.count_ones()) + draw(200),
            Draw::Hard => 1 + draw(100),
            Draw::Large => 99_999_999_000_000 - draw(1_000_000),
        }
    };
    let names = (0..n).map(|player| format!("p{player}")).collect();
    Game::of_costs(names, (0..=all).map(cost).collect()).expect("a game within its bounds")
}

/// A cost game of two to five players.
fn any_costs() -> impl Strategy<Value = Vec<i64>> {
    (2..=5_usize).prop_flat_map(|n| prop::collection::vec(-1_000_i64..1_000, 1 << n))
}

fn named(costs: Vec<i64>) -> Game {
    let names = (0..costs.len().ilog2()).map(|player| player.to_string()).collect();
    Game::of_costs(names, costs).expect("a game")
}

fn exchange(coalition: usize) -> usize {
    coalition & !3 | (coalition & 1) << 1 | coalition >> 1 & 1
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(7),
        cases: 60,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_game_is_divided_well(costs in any_costs()) {
        certify(&named(costs));
    }

    #[test]
    fn who_is_the_same_pays_the_same(costs in any_costs()) {
        let alike = (0..costs.len()).map(|coalition| costs[coalition] + costs[exchange(coalition)]).collect();
        let analysis = certify(&named(alike));
        for (name, division) in super::divisions(&analysis) {
            prop_assert_eq!(division.shares[0], division.shares[1], "{}", name);
        }
    }

    #[test]
    fn who_adds_its_own_cost_always_pays_it(costs in any_costs(), own in -500_i64..500) {
        let half = costs.len();
        let mut costs = costs;
        costs[0] = 0;
        let with: Vec<i64> = costs.iter().map(|cost| cost + own).collect();
        costs.extend(with);
        let game = named(costs);
        let own = Exact::new(own.into(), 1);
        prop_assert_eq!(shapley(&game).shares[half.ilog2() as usize], own);
    }

    #[test]
    fn shapley_of_a_sum_is_the_sum((one, two) in (2..=5_usize).prop_flat_map(|n| {
        let table = || prop::collection::vec(-1_000_i64..1_000, 1 << n);
        (table(), table())
    })) {
        let sum = one.iter().zip(&two).map(|(one, two)| one + two).collect();
        let [one, two, sum] = [one, two, sum].map(|costs| shapley(&named(costs)).shares);
        for player in 0..sum.len() {
            let added = super::fraction(one[player]) + super::fraction(two[player]);
            prop_assert_eq!(super::fraction(sum[player]), added);
        }
    }

    #[test]
    fn a_cover_has_nothing_left_to_split(costs in any_costs()) {
        let game = named(costs);
        let best = cover(&game).expect("few players");
        let covered = best.applied_to(&game);
        let all = Coalition((1 << game.players().len()) - 1);
        prop_assert_eq!(covered.value(all), game.value(all));
        let again = cover(&covered).expect("few players").violations(&covered);
        prop_assert!(again.largest.iter().all(|violation| violation.coalition == all));
    }
}

#[test]
fn shares_in_cents_are_tested_as_they_are() {
    let game = named(vec![0, 1_100, 700, 1_500]);
    assert!(core_check(&game, &[900, 600]).in_core);
    let check = core_check(&game, &[1_101, 399]);
    assert_eq!((check.in_core, check.blocking_count), (false, 1));
    assert_eq!((check.blocking[0].coalition, check.blocking[0].gain), (Coalition(1), Exact::new(1, 1)));
    assert!(core_check(&game, &[]).in_core);
}

#[test]
fn no_table_that_is_no_game_is_taken() {
    let name = || vec!["a".to_owned()];
    for (players, costs) in [
        (vec![], vec![0]),
        (name(), vec![0]),
        (name(), vec![0, 1, 2]),
        (name(), vec![0, i64::MAX]),
        (name(), vec![i64::MIN, 0]),
        (vec![String::new(); 21], vec![0; 1 << 21]),
    ] {
        assert!(Game::of_costs(players, costs).is_none());
    }
}
