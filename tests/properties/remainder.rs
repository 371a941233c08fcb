//! Largest remainder: whole cents that add up.

use deelsom_core::{Money, largest_remainder};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::harness::law;

/// Weights as studies have them, some zero, some below it.
fn weights() -> impl Strategy<Value = Vec<f64>> {
    vec(prop_oneof![1 => Just(0_i32), 1 => -50..0, 8 => 1..100_000], 1..=8)
        .prop_map(|weights| weights.into_iter().map(f64::from).collect())
}

fn amounts() -> impl Strategy<Value = i64> {
    prop_oneof![-1_000_i64..=1_000, -10_000_000_000_000_i64..=10_000_000_000_000]
}

fn divide(cents: i64, weights: &[f64]) -> Vec<i64> {
    let mut parts = Vec::new();
    largest_remainder(Money::from_cents(cents), weights, &mut parts);
    parts.into_iter().map(Money::cents).collect()
}

#[test]
fn parts_add_up_whatever_the_amount_and_the_weights() {
    law(2_000, &(any::<i64>(), vec(prop::num::f64::ANY, 1..=8)), |(cents, weights)| {
        let parts = divide(cents, &weights);
        // The smallest i64 has no mirror; amounts stop short of it.
        let whole = if cents == i64::MIN { -i64::MAX } else { cents };
        prop_assert_eq!(parts.iter().map(|part| i128::from(*part)).sum::<i128>(), i128::from(whole));
        Ok(())
    });
}

#[test]
fn every_part_is_within_a_cent_of_its_quota_and_none_is_paid_without_weight() {
    law(2_000, &(amounts(), weights()), |(cents, weights)| {
        let total: f64 = weights.iter().map(|weight| weight.max(0.0)).sum();
        prop_assume!(total > 0.0);
        for (part, weight) in divide(cents, &weights).into_iter().zip(&weights) {
            let quota = cents as f64 * weight.max(0.0) / total;
            prop_assert!((part as f64 - quota).abs() < 1.01, "{part} of a quota of {quota}");
            prop_assert!(*weight > 0.0 || part == 0, "{part} with a weight of {weight}");
        }
        Ok(())
    });
}

#[test]
fn without_weights_all_parts_are_alike_and_the_first_get_the_odd_cents() {
    law(256, &(amounts(), vec(-5_i32..=0, 1..=8)), |(cents, weights)| {
        let parts = divide(cents, &weights.into_iter().map(f64::from).collect::<Vec<_>>());
        let spread = parts.iter().max().zip(parts.iter().min()).map(|(most, least)| most - least);
        prop_assert!(spread <= Some(1), "{:?}", parts);
        let in_order = parts.is_sorted_by(|one, other| one.abs() >= other.abs());
        prop_assert!(in_order, "the first get the odd cents of {:?}", parts);
        Ok(())
    });
}

#[test]
fn an_amount_below_zero_mirrors_one_above() {
    law(1_000, &(amounts(), weights()), |(cents, weights)| {
        let mirrored: Vec<i64> = divide(-cents, &weights).into_iter().map(|part| -part).collect();
        prop_assert_eq!(divide(cents, &weights), mirrored);
        Ok(())
    });
}

#[test]
fn scaling_the_weights_changes_nothing() {
    law(1_000, &(amounts(), weights(), 1_u16..=1_000, -20_i8..=20), |(cents, weights, whole, twos)| {
        // Whole factors and powers of two: the weights stay exact, so the shares are the same numbers.
        let power =
            (0..twos.unsigned_abs()).fold(1.0, |power, _| if twos < 0 { power / 2.0 } else { power * 2.0 });
        let scaled: Vec<f64> = weights.iter().map(|weight| weight * f64::from(whole) * power).collect();
        let small = cents % 1_000_000;
        prop_assert_eq!(divide(small, &weights), divide(small, &scaled));
        Ok(())
    });
}

#[test]
fn another_order_moves_at_most_the_odd_cents() {
    law(1_000, &(amounts(), weights(), any::<prop::sample::Index>()), |(cents, weights, turn)| {
        let turn = turn.index(weights.len());
        let mut turned = weights.clone();
        turned.rotate_left(turn);
        let mut parts = divide(cents, &turned);
        parts.rotate_right(turn);
        for (one, other) in divide(cents, &weights).into_iter().zip(parts) {
            prop_assert!((one - other).abs() <= 1, "{one} became {other}");
        }
        Ok(())
    });
}

#[test]
fn a_cent_more_takes_at_most_a_cent_from_anyone() {
    law(1_000, &(0_i64..=1_000_000, weights()), |(cents, weights)| {
        for (before, after) in divide(cents, &weights).into_iter().zip(divide(cents + 1, &weights)) {
            prop_assert!(before - after <= 1, "{before} became {after}");
        }
        Ok(())
    });
}
