//! Money that is not rounded: fractions of a cent, as cooperative games divide it.

/// The greatest common divisor of two numbers that are not negative.
pub(super) const fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// An exact amount of money: a fraction of whole cents, in lowest terms, above a positive denominator.
///
/// ```
/// use deelsom_core::fairness::Exact;
/// let third = Exact::new(100, 3);
/// assert_eq!((third.to_micro(), third.to_f64()), (333_333, 100.0 / 3.0 / 100.0));
/// assert_eq!(Exact::new(-2, 4), Exact::new(1, -2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

impl Exact {
    /// No money.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// So many cents divided by a number. There is no such amount for zero: that gives [`Exact::ZERO`].
    pub const fn new(cents: i128, by: i128) -> Self {
        if by == 0 {
            return Self::ZERO;
        }
        // The one number without an opposite is taken a cent nearer to zero.
        let (cents, by) = (-cents.saturating_neg(), -by.saturating_neg());
        let divisor = common_divisor(cents.abs(), by.abs());
        let divisor = if by < 0 { -divisor } else { divisor };
        Self { numerator: cents / divisor, denominator: by / divisor }
    }

    /// Above the line, in cents.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Below the line, positive.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The nearest number of euros, as near as two divisions come.
    pub const fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64 / 100.0
    }

    /// Millionths of a euro, rounded half away from zero; it stops at the ends of `i128`.
    pub const fn to_micro(self) -> i128 {
        let whole = (self.numerator / self.denominator).saturating_mul(10_000);
        let rest = (self.numerator % self.denominator).saturating_mul(10_000);
        let (part, left) = (rest / self.denominator, rest % self.denominator);
        // Half of the denominator or more: written so that nothing is doubled beyond its type.
        let up =
            if left.saturating_abs() >= self.denominator - left.saturating_abs() { rest.signum() } else { 0 };
        whole.saturating_add(part + up)
    }
}

/// What every player pays or gets: whole numbers above one denominator, small enough to add up in any
/// coalition.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) numerators: Vec<i128>,
    pub(super) denominator: i128,
}

impl Point {
    /// Reduced to lowest terms. The denominator is positive.
    pub(super) fn new(mut numerators: Vec<i128>, denominator: i128) -> Self {
        let numbers = numerators.iter();
        let divisor = numbers
            .fold(denominator, |divisor, numerator| common_divisor(divisor, numerator.saturating_abs()));
        for numerator in &mut numerators {
            *numerator /= divisor;
        }
        Self { numerators, denominator: denominator / divisor }
    }

    /// Whether every excess of every coalition fits its type, with room to spare.
    pub(super) fn fits(&self) -> bool {
        const ROOM: i128 = i128::MAX / 64;
        let sum = self
            .numerators
            .iter()
            .try_fold(0_i128, |sum, numerator| sum.checked_add(numerator.checked_abs()?));
        let costs = self.denominator.checked_mul(i128::from(super::game::MOST_CENTS));
        sum.zip(costs).is_some_and(|(sum, costs)| sum < ROOM && costs < ROOM)
    }

    pub(super) fn shares(&self, sign: i128) -> Vec<Exact> {
        let share = |numerator: &i128| Exact::new(sign * numerator, self.denominator);
        self.numerators.iter().map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Exact::new(1, 20_000).to_micro(), 1);
        assert_eq!(Exact::new(-1, 20_000).to_micro(), -1);
        assert_eq!(Exact::new(1, 20_001).to_micro(), 0);
        assert_eq!(Exact::new(-200, 3).to_micro(), -666_667);
        assert_eq!(Exact::new(150, 1).to_micro(), 1_500_000);
    }

    #[test]
    fn no_number_panics() {
        for cents in [i128::MIN, -1, 0, 1, i128::MAX] {
            for by in [i128::MIN, -1, 0, 1, i128::MAX] {
                let exact = Exact::new(cents, by);
                let _ = (exact.to_micro(), exact.to_f64());
            }
        }
    }
}
