//! The core: whether some of the players would be better off by themselves.

use super::exact::{Exact, Point};
use super::game::{Coalition, Game};
use super::scan::Excesses;

/// How many coalitions are named; all are counted.
pub(super) const NAMED: usize = 100;

/// A coalition that would be better off by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocking {
    /// Who they are.
    pub coalition: Coalition,
    /// By how much, in cents: what they pay beyond their own cost, or what they miss of their own savings.
    pub gain: Exact,
}

/// The stand-alone test of every coalition (MODEL 10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Whether no coalition would be better off by itself.
    pub in_core: bool,
    /// The hundred that would gain most, the largest gain first, equal ones in order of mask.
    pub blocking: Vec<Blocking>,
    /// How many there are in all.
    pub blocking_count: usize,
}

/// A division of what everybody pays or gains together, with its stand-alone test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// What each player pays in a game of costs, or gains in a game of savings, in cents.
    pub shares: Vec<Exact>,
    /// Whether anyone would rather leave.
    pub core: Check,
}

impl Division {
    pub(super) fn of(game: &Game, point: &Point) -> Self {
        Self { shares: point.shares(game.sign()), core: check(game, point) }
    }
}

/// Tests shares in whole cents, one for each player in order: what each pays in a game of costs, or gains in
/// a game of savings. A player without a share has none. Coalitions of some of the players are tested;
/// whether the shares add up is not.
///
/// Core: Gillies 1953; the stand-alone test of Faulhaber 1975.
pub fn core_check(game: &Game, shares: &[i64]) -> Check {
    let share = |player| i128::from(shares.get(player).copied().unwrap_or_default());
    let numerators = (0..game.size()).map(|player| game.sign() * share(player)).collect();
    check(game, &Point { numerators, denominator: 1 })
}

fn check(game: &Game, point: &Point) -> Check {
    let excesses = Excesses::new((&game.costs, &game.open), (&point.numerators, 0), point.denominator);
    let mut found: Vec<(i128, usize)> = Vec::new();
    let mut blocking_count = 0;
    let mut least = 0;
    excesses.find_positive(|coalition, excess| {
        blocking_count += 1;
        if excess > least {
            found.push((-excess, coalition));
            if found.len() >= 4 * NAMED {
                found.sort_unstable();
                found.truncate(NAMED);
                least = -found[NAMED - 1].0;
            }
        }
        false
    });
    found.sort_unstable();
    found.truncate(NAMED);
    let blocking = found.into_iter().map(|(gain, coalition)| Blocking {
        coalition: Coalition::at(coalition),
        gain: Exact::new(-gain, point.denominator),
    });
    Check { in_core: blocking_count == 0, blocking: blocking.collect(), blocking_count }
}
