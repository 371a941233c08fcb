//! Largest remainder: whole cents that add up, nobody more than a cent from its exact quota (Hamilton's method).

use crate::money::Money;

/// Remainders this near each other are a tie, which goes to the first in order.
const TIE: f64 = 1e-9;

/// As many members as most partnerships have: they are divided over without asking for memory.
const FEW: usize = 4;

/// Divides an amount over weights, into `parts`. The parts add up to the amount to the cent; a weight of zero or less
/// gets nothing; an amount below zero mirrors one above; where all weights are zero everyone gets the same.
///
/// ```
/// use deelsom_core::{Money, largest_remainder};
/// let mut parts = Vec::new();
/// largest_remainder(Money::from_cents(100), &[1.0, 1.0, 1.0], &mut parts);
/// assert_eq!(parts, [34, 33, 33].map(Money::from_cents));
/// ```
pub fn largest_remainder(amount: Money, weights: &[f64], parts: &mut Vec<Money>) {
    Weights::of(weights).divide(amount, parts);
}

/// Weights to divide amounts over, one after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    members: usize,
    total: f64,
    /// Those of few; who is not there has none.
    few: [f64; FEW],
    /// Those of more.
    many: Vec<f64>,
}

impl Weights {
    pub(crate) fn of(weights: &[f64]) -> Self {
        let total = weights.iter().fold(0.0, |total, weight| total + weight.max(0.0));
        let members = weights.len();
        let mut few = [0.0; FEW];
        if total <= 0.0 || !total.is_finite() {
            // Everyone gets the same.
            let total = members as f64;
            few[..members.min(FEW)].fill(1.0);
            let many = if members > FEW { vec![1.0; members] } else { Vec::new() };
            return Self { members, total, few, many };
        }
        let many = if members > FEW { weights.to_vec() } else { Vec::new() };
        few.iter_mut().zip(weights).for_each(|(few, weight)| *few = *weight);
        Self { members, total, few, many }
    }

    /// Divides an amount, into `parts`.
    pub(crate) fn divide(&self, amount: Money, parts: &mut Vec<Money>) {
        let whole = amount.abs().cents();
        let signed = |cents: &i64| Money::from_cents(if amount < Money::ZERO { -cents } else { *cents });
        parts.clear();
        if self.members <= FEW {
            let mut cents = [0; FEW];
            self.divide_cents(whole, &self.few, &mut cents, &mut [0.0; FEW]);
            parts.extend(cents[..self.members].iter().map(signed));
        } else {
            let mut cents = vec![0; self.members];
            self.divide_cents(whole, &self.many, &mut cents, &mut vec![0.0; self.members]);
            parts.extend(cents.iter().map(signed));
        }
    }

    /// Divides cents over the weights, into a list as long as they. Where that length is known the compiler leaves out
    /// the counting.
    fn divide_cents(
        &self,
        whole: i64,
        weights: &impl AsRef<[f64]>,
        cents: &mut impl AsMut<[i64]>,
        remainders: &mut impl AsMut<[f64]>,
    ) {
        let (weights, cents, remainders) = (weights.as_ref(), cents.as_mut(), remainders.as_mut());
        let mut left = whole;
        for ((weight, cents), remainder) in weights.iter().zip(cents.iter_mut()).zip(remainders.iter_mut()) {
            let has_weight = *weight > 0.0;
            let quota = if has_weight { quota(whole as f64, *weight, self.total) } else { 0.0 };
            #[expect(
                clippy::cast_possible_truncation,
                reason = "below zero is zero, and no quota exceeds the whole"
            )]
            let floor = quota as i64;
            *remainder = if has_weight { quota - floor as f64 } else { f64::NEG_INFINITY };
            left -= floor;
            *cents = floor;
        }
        // Amounts beyond 2^53 cents have quotas that are off by cents; what they miss goes to the heaviest.
        if !usize::try_from(left).is_ok_and(|cents| cents <= self.members) {
            let heavier = |best: usize, place: usize| {
                if weights[place] > weights[best] { place } else { best }
            };
            let heaviest = &mut cents[(0..self.members).fold(0, heavier)];
            *heaviest = heaviest.saturating_add(left);
            return;
        }
        // One cent to each of the largest remainders; who has had one steps back.
        for _ in 0..left {
            let (mut next, mut best) = (0, f64::NEG_INFINITY);
            for (place, remainder) in remainders.iter().enumerate() {
                if *remainder > best + TIE {
                    (next, best) = (place, *remainder);
                }
            }
            cents[next] += 1;
            remainders[next] -= 1.0;
        }
    }
}

/// The part of an amount that a weight has, multiplied first as a person would; where that is beyond all numbers, last.
fn quota(amount: f64, weight: f64, total: f64) -> f64 {
    let product = amount * weight;
    if product.is_finite() { product / total } else { amount * (weight / total) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cents: i64, weights: &[f64], expected: &[i64]) {
        let mut parts = Vec::new();
        largest_remainder(Money::from_cents(cents), weights, &mut parts);
        assert_eq!(parts.iter().map(|part| part.cents()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn parts_add_up() {
        check(3_400_000_000, &[1.0, 1.0, 1.0], &[1_133_333_334, 1_133_333_333, 1_133_333_333]);
        check(-100, &[1.0, 1.0, 1.0], &[-34, -33, -33]);
        check(5, &[1.0, 1.0], &[3, 2]);
        check(0, &[1.0, 2.0], &[0, 0]);
    }

    #[test]
    fn a_weight_of_zero_gets_nothing() {
        check(1, &[0.0, 0.5, 0.5], &[0, 1, 0]);
        check(7, &[-1.0, 1.0], &[0, 7]);
    }

    #[test]
    fn without_weights_everyone_pays_the_same() {
        check(3, &[0.0, 0.0], &[2, 1]);
        check(3, &[f64::INFINITY, 1.0], &[2, 1]);
        check(3, &[], &[]);
    }

    #[test]
    fn adds_up_beyond_what_f64_can_count() {
        let mut parts = Vec::new();
        largest_remainder(Money::from_cents(i64::MAX), &[1.0, 2.0, 3.0], &mut parts);
        assert_eq!(parts.iter().copied().sum::<Money>().cents(), i64::MAX);
    }
}
