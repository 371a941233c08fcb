//! A cooperative game: what every coalition of players would pay, or gain, by itself.

use crate::study::json::codes;

/// The most players that a game can have: a table of a million coalitions.
pub const MOST_PLAYERS: usize = 20;

/// The largest value of a coalition either way: a thousand billion euros, in cents. With it every excess,
/// Shapley sum and product of two costs stays inside `i128` for twenty players, and every value is exact in
/// `f64`; so it does for the sums of up to sixteen values that a cover can hold.
pub const MOST_CENTS: i64 = 100_000_000_000_000;

codes! {
    /// What the values of a game are.
    pub enum Kind {
        /// What a coalition pays: less is better.
        Cost = "cost",
        /// What a coalition gains: more is better.
        Savings = "savings",
    }
}

/// A set of players: bit i stands for player i.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coalition(pub u32);

impl Coalition {
    /// All of so many players.
    pub const fn of_all(players: usize) -> Self {
        Self((1 << players) - 1)
    }

    /// From a position in a table of coalitions.
    pub(super) fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// The positions of its players, in order.
    pub fn members(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |player| self.0 >> player & 1 == 1)
    }
}

/// A cooperative game (MODEL 10): a value in whole cents for every coalition of one to twenty players.
///
/// Inside it is a cost game always. Savings v are the costs c = −v: what a coalition would gain by leaving is
/// the same in both, so one set of methods serves.
///
/// ```
/// use deelsom_core::fairness::{Game, shapley};
/// let towns = Game::of_costs(vec!["a".into(), "b".into()], vec![0, 1_100, 700, 1_500]).expect("a game");
/// let shares = shapley(&towns).shares;
/// assert_eq!([shares[0].to_f64(), shares[1].to_f64()], [9.5, 5.5]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Game {
    pub(super) title: Option<String>,
    pub(super) players: Vec<String>,
    pub(super) kind: Kind,
    /// Cost in cents by bit mask; nothing for nobody.
    pub(super) costs: Vec<i64>,
    /// The same for the scans; infinite where there is nothing to object to, nobody and everybody together.
    pub(super) open: Vec<f64>,
}

impl Game {
    /// A cost game from a table in whole cents, with the coalition of players i, j, … at position 2^i + 2^j +
    /// … `None` where there are no players or more than [`MOST_PLAYERS`], where the table has not 2^n rows,
    /// or where a cost is beyond [`MOST_CENTS`]. What nobody costs is taken to be nothing.
    pub fn of_costs(players: Vec<String>, costs: Vec<i64>) -> Option<Self> {
        Self::of(None, players, Kind::Cost, costs)
    }

    /// As [`Game::of_costs`], of either kind.
    pub(super) fn of(
        title: Option<String>,
        players: Vec<String>,
        kind: Kind,
        mut costs: Vec<i64>,
    ) -> Option<Self> {
        let fits = (1..=MOST_PLAYERS).contains(&players.len()) && costs.len() == 1 << players.len();
        if !fits || costs.iter().any(|cost| !(-MOST_CENTS..=MOST_CENTS).contains(cost)) {
            return None;
        }
        costs[0] = 0;
        if kind == Kind::Savings {
            for cost in &mut costs {
                *cost = -*cost;
            }
        }
        let mut open: Vec<f64> = costs.iter().map(|cost| *cost as f64).collect();
        let everybody = open.len() - 1;
        (open[0], open[everybody]) = (f64::INFINITY, f64::INFINITY);
        Some(Self { title, players, kind, costs, open })
    }

    /// Its title, where it has one.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The names of the players.
    pub fn players(&self) -> &[String] {
        &self.players
    }

    /// What its values are.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What a coalition pays or gains, in cents, as the game was given; zero for a coalition that it does not
    /// have.
    pub fn value(&self, coalition: Coalition) -> i64 {
        let cost = self.costs.get(coalition.0 as usize).copied().unwrap_or_default();
        if self.kind == Kind::Savings { -cost } else { cost }
    }

    /// One for costs, minus one for savings: from inside to outside and back.
    pub(super) fn sign(&self) -> i128 {
        if self.kind == Kind::Savings { -1 } else { 1 }
    }

    /// How many players.
    pub(super) fn size(&self) -> usize {
        self.players.len()
    }

    /// The coalition of all.
    pub(super) fn everybody(&self) -> usize {
        self.costs.len() - 1
    }

    /// What everybody pays together.
    pub(super) fn total(&self) -> i128 {
        i128::from(self.costs[self.everybody()])
    }

    /// What a player pays by itself.
    pub(super) fn alone(&self, player: usize) -> i128 {
        i128::from(self.costs[1 << player])
    }

    /// What a player adds to the cost of all the others: the least it can be asked.
    pub(super) fn separable(&self, player: usize) -> i128 {
        self.total() - i128::from(self.costs[self.everybody() ^ 1 << player])
    }
}
