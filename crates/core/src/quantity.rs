//! Quantities with a unit: full-time equivalents and fractions.

use std::ops::{Add, AddAssign, Sub};

/// Full-time equivalents: posts or people, never mixed in one value.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Fte(f64);

impl Fte {
    /// Nobody.
    pub const ZERO: Self = Self(0.0);

    /// A number of full-time equivalents.
    pub const fn new(fte: f64) -> Self {
        Self(fte)
    }

    /// The number itself.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl Add for Fte {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Fte {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Fte {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl std::iter::Sum for Fte {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

/// A fraction: 0.083 is 8.3 %.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Rate(f64);

impl Rate {
    /// Nothing of it.
    pub const ZERO: Self = Self(0.0);
    /// All of it.
    pub const ONE: Self = Self(1.0);

    /// A fraction.
    pub const fn new(rate: f64) -> Self {
        Self(rate)
    }

    /// The fraction itself.
    pub const fn get(self) -> f64 {
        self.0
    }
}
