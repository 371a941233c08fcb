//! One pass over all coalitions: quickly in `f64`, and exactly wherever rounding could matter.

use std::ops::Add;

use super::basis::sum_of;

/// Rounding of a sum over twenty players, as a share of what is added: ten times what it can be at most.
const ROUNDING: f64 = 256.0 / (1_u64 << 53) as f64;

/// What every coalition pays in sum: two small tables, of the first half of the players and of the second.
pub(super) struct Sums<T> {
    low: Vec<T>,
    high: Vec<T>,
    bits: usize,
}

impl<T: Copy + Default + Add<Output = T>> Sums<T> {
    pub(super) fn of(parts: &[T]) -> Self {
        let bits = parts.len() / 2;
        Self { low: subset_sums(&parts[..bits]), high: subset_sums(&parts[bits..]), bits }
    }

    pub(super) fn get(&self, coalition: usize) -> T {
        self.low[coalition & (self.low.len() - 1)] + self.high[coalition >> self.bits]
    }
}

/// The sum of every subset, by bit mask.
fn subset_sums<T: Copy + Default + Add<Output = T>>(parts: &[T]) -> Vec<T> {
    let mut sums = Vec::with_capacity(1 << parts.len());
    sums.push(T::default());
    for part in parts {
        for place in 0..sums.len() {
            sums.push(sums[place] + *part);
        }
    }
    sums
}

/// What coalitions pay beyond their own cost, y(S) + start − c(S), above one denominator.
pub(super) struct Excesses<'a> {
    costs: &'a [i64],
    /// The costs as `f64`; infinite where a coalition does not count.
    open: &'a [f64],
    parts: &'a [i128],
    start: i128,
    denominator: i128,
    rough: Sums<f64>,
    rough_start: f64,
    margin: f64,
}

impl<'a> Excesses<'a> {
    /// The parts of a [`Point`](super::exact::Point) that fits, so that nothing here leaves its type.
    pub(super) fn new(
        (costs, open): (&'a [i64], &'a [f64]),
        (parts, start): (&'a [i128], i128),
        denominator: i128,
    ) -> Self {
        let rough = |number: i128| number as f64 / denominator as f64;
        let mut rough_parts = [0.0; super::game::MOST_PLAYERS];
        let rough_parts = &mut rough_parts[..parts.len()];
        let mut size = rough(start).abs();
        for (rough_part, part) in rough_parts.iter_mut().zip(parts) {
            *rough_part = rough(*part);
            size += rough_part.abs();
        }
        Self {
            costs,
            open,
            parts,
            start,
            denominator,
            rough: Sums::of(rough_parts),
            rough_start: rough(start),
            // A cost of which the excess is near zero is no larger than the sum that it is compared with.
            margin: size * ROUNDING,
        }
    }

    /// The excess of one coalition.
    pub(super) fn exact(&self, coalition: usize) -> i128 {
        self.start + sum_of(self.parts, coalition) - self.denominator * i128::from(self.costs[coalition])
    }

    /// The coalition of largest excess but for rounding, and that excess in cents.
    pub(super) fn worst(&self) -> (usize, f64) {
        let width = self.rough.low.len();
        let (mut worst, mut place) = (f64::NEG_INFINITY, 0);
        for (block, (costs, base)) in self.open.chunks_exact(width).zip(&self.rough.high).enumerate() {
            let most = base + largest_difference(&self.rough.low, costs);
            if most > worst {
                (worst, place) = (most, block);
            }
        }
        let differences =
            self.rough.low.iter().zip(&self.open[place * width..]).map(|(sum, cost)| sum - cost);
        let (mut most, mut inside) = (f64::NEG_INFINITY, 0);
        for (at, difference) in differences.enumerate() {
            if difference > most {
                (most, inside) = (difference, at);
            }
        }
        (place * width + inside, worst + self.rough_start)
    }

    /// The first coalition of positive excess, in order of mask, that is asked for.
    pub(super) fn find_positive(&self, mut asked: impl FnMut(usize, i128) -> bool) -> Option<usize> {
        let mut exact = None;
        let width = self.rough.low.len();
        for (block, (costs, base)) in self.open.chunks_exact(width).zip(&self.rough.high).enumerate() {
            let base = base + self.rough_start + self.margin;
            if base + largest_difference(&self.rough.low, costs) < 0.0 {
                continue;
            }
            for (inside, (sum, cost)) in self.rough.low.iter().zip(costs).enumerate() {
                if base + (sum - cost) < 0.0 {
                    continue;
                }
                let coalition = block * width + inside;
                let paid = exact.get_or_insert_with(|| Sums::of(self.parts)).get(coalition);
                let excess = self.start + paid - self.denominator * i128::from(self.costs[coalition]);
                if excess > 0 && asked(coalition, excess) {
                    return Some(coalition);
                }
            }
        }
        None
    }
}

/// The largest of the sums less the costs. Eight at a time, as processors like it.
fn largest_difference(sums: &[f64], costs: &[f64]) -> f64 {
    let mut most = [f64::NEG_INFINITY; 8];
    let (eights, rest) = (sums.chunks_exact(8), sums.chunks_exact(8).remainder());
    for (sums, costs) in eights.zip(costs.chunks_exact(8)) {
        for lane in 0..8 {
            let difference = sums[lane] - costs[lane];
            most[lane] = if difference > most[lane] { difference } else { most[lane] };
        }
    }
    for (lane, (sum, cost)) in rest.iter().zip(costs).enumerate() {
        most[lane] = sum - cost;
    }
    most.into_iter().fold(f64::NEG_INFINITY, |most, one| if one > most { one } else { most })
}
