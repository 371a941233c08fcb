//! Money in whole cents, and the one way into it.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// An amount of money in whole euro cents. Costs are positive; a saving (*voordeel*) is positive.
///
/// Addition is exact and stops at the ends of `i64` (± 92 quadrillion euros) instead of wrapping.
///
/// ```
/// use deelsom_core::Money;
/// assert_eq!(Money::round(1.005 * 100.0), Money::from_cents(10050));
/// assert_eq!(Money::from_cents(1050).euros(), 10.5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// An amount of whole cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// Rounds an amount in euros to cents, half away from zero: the convention of a spreadsheet's `ROUND`.
    /// Used where an amount is posted and where an indicator is printed, nowhere else (MODEL 6).
    pub fn round(euros: f64) -> Self {
        let exact = euros * 100.0;
        // `as` drops the fraction, holds at the ends of i64 and makes NaN zero: no amount can panic here.
        #[expect(clippy::cast_possible_truncation, reason = "saturates by intent")]
        let whole = exact as i64;
        let fraction = exact - whole as f64;
        Self(whole.saturating_add(i64::from(fraction >= 0.5) - i64::from(fraction <= -0.5)))
    }

    /// Whole cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The amount in euros; exact to the cent below 90 trillion euros.
    pub fn euros(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// Whether nothing is owed either way.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Money::round(0.125), Money::from_cents(13));
        assert_eq!(Money::round(-0.125), Money::from_cents(-13));
        assert_eq!(Money::round(0.124), Money::from_cents(12));
        assert_eq!(Money::round(-0.124), Money::from_cents(-12));
        assert_eq!(Money::round(1e13), Money::from_cents(1_000_000_000_000_000));
    }

    #[test]
    fn absurd_amounts_stop_at_the_end() {
        assert_eq!(Money::round(f64::INFINITY).cents(), i64::MAX);
        assert_eq!(Money::round(f64::NAN), Money::ZERO);
        assert_eq!(Money::from_cents(i64::MAX) + Money::from_cents(1), Money::from_cents(i64::MAX));
        assert_eq!((-Money::from_cents(i64::MIN)).cents(), i64::MAX);
    }
}
