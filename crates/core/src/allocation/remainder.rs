//! Largest remainder: whole cents that add up, nobody more than a cent from its exact quota (Hamilton's method).

use crate::money::Money;

/// Remainders this near each other are a tie, which goes to the first in order.
const TIE: f64 = 1e-9;

/// As many members as a partnership has without asking for memory.
const FEW: usize = 16;

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
    let total = weights.iter().fold(0.0, |total, weight| total + weight.max(0.0));
    if total <= 0.0 || !total.is_finite() {
        parts.clear();
        if !weights.is_empty() {
            largest_remainder(amount, &vec![1.0; weights.len()], parts);
        }
        return;
    }
    let whole = amount.abs().cents();
    let mut few = [0.0; FEW];
    let mut many = Vec::new();
    let remainders = if weights.len() <= FEW {
        &mut few[..weights.len()]
    } else {
        many.resize(weights.len(), 0.0);
        &mut many[..]
    };
    let mut left = whole;
    parts.clear();
    parts.extend(remainders.iter_mut().zip(weights).map(|(remainder, weight)| {
        let has_weight = *weight > 0.0;
        let quota = if has_weight { quota(whole as f64, *weight, total) } else { 0.0 };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "below zero is zero, and no quota exceeds the whole"
        )]
        let floor = quota as i64;
        *remainder = if has_weight { quota - floor as f64 } else { f64::NEG_INFINITY };
        left -= floor;
        Money::from_cents(floor)
    }));
    // Amounts beyond 2^53 cents have quotas that are off by cents; what they miss goes to the heaviest.
    if !usize::try_from(left).is_ok_and(|cents| cents <= weights.len()) {
        let heavier = |best: usize, place: usize| {
            if weights[place] > weights[best] { place } else { best }
        };
        parts[(0..weights.len()).fold(0, heavier)] += Money::from_cents(left);
        left = 0;
    }
    // One cent to each of the largest remainders; who has had one steps back.
    for _ in 0..left {
        let (mut next, mut best) = (0, f64::NEG_INFINITY);
        for (place, remainder) in remainders.iter().enumerate() {
            if *remainder > best + TIE {
                (next, best) = (place, *remainder);
            }
        }
        parts[next] += Money::from_cents(1);
        remainders[next] -= 1.0;
    }
    if amount < Money::ZERO {
        for part in parts.iter_mut() {
            *part = -*part;
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
