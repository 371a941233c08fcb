//! The cover: what a coalition pays when it may split into groups, each by itself.

use super::game::{Coalition, Game};
use super::stability::NAMED;

/// The most players for which every split of every coalition is tried: 3^16 / 2 of them, some twenty million.
pub const MOST_PLAYERS_OF_COVER: usize = 16;

/// The best of every coalition: its own cost, or the costs of the groups into which it had better split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The cost by mask, of the game inside.
    costs: Vec<i64>,
    /// The group of the coalition's first player, by mask; the coalition itself where it is best left whole.
    group: Vec<u32>,
    /// One for costs, minus one for savings.
    sign: i64,
}

/// A coalition that had better split up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Who they are.
    pub coalition: Coalition,
    /// The groups of the best split, none of which had better split up further.
    pub split: Vec<Coalition>,
    /// How much better the groups are than the coalition, in cents.
    pub gain: i64,
}

/// Where a game is not subadditive (costs) or superadditive (savings).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations {
    /// The hundred coalitions that gain most by a split, the largest gain first, equal ones in order of mask.
    pub largest: Vec<Violation>,
    /// How many there are in all.
    pub count: usize,
}

/// The subadditive cover of a game of costs, the superadditive cover of a game of savings, with the best
/// split of every coalition. `None` beyond [`MOST_PLAYERS_OF_COVER`] players: it takes three to the power of
/// their number.
pub fn cover(game: &Game) -> Option<Cover> {
    if game.size() > MOST_PLAYERS_OF_COVER {
        return None;
    }
    let mut costs = game.costs.clone();
    let mut group: Vec<u32> = (0..costs.len()).map(|coalition| Coalition::at(coalition).0).collect();
    for coalition in 1..costs.len() {
        // The group of the first player, with all of the others but none, then fewer.
        let first = coalition & coalition.wrapping_neg();
        let others = coalition ^ first;
        let (mut best, mut with) = (costs[coalition], others);
        for company in subsets_below(others) {
            let split = game.costs[first | company] + costs[others ^ company];
            if split < best {
                (best, with) = (split, company);
            }
        }
        costs[coalition] = best;
        group[coalition] = Coalition::at(first | with).0;
    }
    Some(Cover { costs, group, sign: if game.sign() < 0 { -1 } else { 1 } })
}

/// Every subset but the set itself, the largest mask first.
fn subsets_below(set: usize) -> impl Iterator<Item = usize> {
    let mut subset = set;
    std::iter::from_fn(move || {
        if subset == 0 {
            return None;
        }
        subset = (subset - 1) & set;
        Some(subset)
    })
}

impl Cover {
    /// What a coalition pays or gains at best, in cents; zero for a coalition that the game does not have.
    pub fn value(&self, coalition: Coalition) -> i64 {
        self.sign * self.costs.get(coalition.0 as usize).copied().unwrap_or_default()
    }

    /// The groups into which a coalition splits at best: itself alone where that is as good.
    pub fn split(&self, coalition: Coalition) -> Vec<Coalition> {
        let mut groups = Vec::new();
        let mut left = coalition.0;
        while let Some(group) = self.group.get(left as usize).filter(|group| **group > 0) {
            groups.push(Coalition(*group));
            left ^= group;
        }
        groups
    }

    /// The game of the best values, where everybody together keeps the value as given: the game in which an
    /// option's own cost is divided (MODEL 10).
    #[must_use]
    pub fn applied_to(&self, game: &Game) -> Game {
        let everybody = game.everybody();
        let mut covered = game.clone();
        for (place, cost) in self.costs.iter().enumerate().take(everybody).skip(1) {
            (covered.costs[place], covered.open[place]) = (*cost, *cost as f64);
        }
        covered
    }

    /// The coalitions that had better split up.
    pub fn violations(&self, game: &Game) -> Violations {
        let gains = game.costs.iter().zip(&self.costs).enumerate();
        let mut better: Vec<(i64, usize)> = gains
            .filter(|(_, (given, best))| best < given)
            .map(|(coalition, (given, best))| (best - given, coalition))
            .collect();
        better.sort_unstable();
        let largest = better.iter().take(NAMED).map(|(loss, coalition)| Violation {
            coalition: Coalition::at(*coalition),
            split: self.split(Coalition::at(*coalition)),
            gain: -loss,
        });
        Violations { largest: largest.collect(), count: better.len() }
    }
}
