//! Quantiles of the PERT distribution on [0, 1], from a table that is made once.
//!
//! The inverse of the incomplete beta function costs microseconds, a draw may cost nanoseconds. So the lower half of
//! the chances has a grid that is even in the logarithm of the chance, eight cells to an octave, and the upper half
//! has that of the mirrored distribution. Between grid points runs a cubic with the exact slopes; it errs by less than
//! a millionth of the range.

use libm::{exp, lgamma, log};

/// Chances below 2⁻³³ count as that; the points of a draw seldom come so low.
const OCTAVES: usize = 33;
const CELLS: usize = 8;

/// The quantiles for one place of the central value.
pub(super) struct Pert {
    lower: Tail,
    upper: Tail,
}

/// The quantiles of chances up to a half, at every grid point with the slope there.
struct Tail(Vec<(f64, f64)>);

impl Pert {
    /// For a central value at this share of the range.
    pub(super) fn of(central: f64) -> Self {
        let (alpha, beta) = (1.0 + 4.0 * central, 5.0 - 4.0 * central);
        Self { lower: Tail::of(&Beta::of(alpha, beta)), upper: Tail::of(&Beta::of(beta, alpha)) }
    }

    pub(super) fn at(&self, chance: f64) -> f64 {
        if chance <= 0.5 { self.lower.at(chance) } else { 1.0 - self.upper.at(1.0 - chance) }
    }
}

/// The chance at a grid point: 2⁻³³ at the first, a half at the last.
fn chance_at(point: usize) -> f64 {
    let mut octave = 1.0;
    for _ in 0..OCTAVES - point / CELLS {
        octave /= 2.0;
    }
    octave * (1.0 + (point % CELLS) as f64 / CELLS as f64)
}

impl Tail {
    fn of(beta: &Beta) -> Self {
        let points = (OCTAVES - 1) * CELLS;
        let mut value = 0.5;
        // From the half downwards, each from where the one before it lies.
        let mut rows: Vec<(f64, f64)> = (0..=points)
            .rev()
            .map(|point| {
                value = beta.quantile(chance_at(point), value);
                (value, 1.0 / beta.density(value))
            })
            .collect();
        rows.reverse();
        Self(rows)
    }

    fn at(&self, chance: f64) -> f64 {
        let chance = chance.max(chance_at(0));
        // A positive float's bits are its octave and then its place in it: eight cells are its first three bits.
        let first = chance_at(0).to_bits() >> 49;
        let cell = usize::try_from((chance.to_bits() >> 49) - first).unwrap_or(0).min(self.0.len() - 2);
        let start = f64::from_bits((first + cell as u64) << 49);
        let end = f64::from_bits((first + cell as u64 + 1) << 49);
        let ((from, rise_from), (to, rise_to)) = (self.0[cell], self.0[cell + 1]);
        let width = end - start;
        let t = (chance - start) / width;
        let left = 1.0 - t;
        let bend = t * left * (left * (width * rise_from - (to - from)) + t * (to - from - width * rise_to));
        from * left + to * t + bend
    }
}

/// A beta distribution.
struct Beta {
    /// α and β.
    powers: (f64, f64),
    /// The logarithm of the beta function.
    log_whole: f64,
}

impl Beta {
    fn of(alpha: f64, beta: f64) -> Self {
        Self { powers: (alpha, beta), log_whole: lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta) }
    }

    fn density(&self, x: f64) -> f64 {
        let (alpha, beta) = self.powers;
        exp((alpha - 1.0) * log(x) + (beta - 1.0) * log(1.0 - x) - self.log_whole)
    }

    /// The chance of a value below x: the regularised incomplete beta function, by Lentz's continued fraction.
    fn chance(&self, x: f64) -> f64 {
        let (alpha, beta) = self.powers;
        let front = exp(alpha * log(x) + beta * log(1.0 - x) - self.log_whole);
        if x * (alpha + beta + 2.0) < alpha + 1.0 {
            front * fraction(alpha, beta, x) / alpha
        } else {
            1.0 - front * fraction(beta, alpha, 1.0 - x) / beta
        }
    }

    /// The value with this chance below it, by Newton's steps on logarithms, which keep it above zero, held between
    /// bounds.
    fn quantile(&self, chance: f64, start: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = start;
        for _ in 0..60 {
            let found = self.chance(x);
            if found < chance {
                low = x;
            } else {
                high = x;
            }
            let step = log(chance / found) * found / (self.density(x) * x);
            let mut next = x * exp(step);
            if !(next > low && next < high) {
                next = f64::midpoint(low, high);
            }
            let moved = (next - x).abs();
            x = next;
            if moved <= 1e-15 * x {
                break;
            }
        }
        x
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22).
fn fraction(alpha: f64, beta: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let both = alpha + beta;
    let mut ahead = 1.0;
    let mut behind = 1.0 / away(1.0 - both * x / (alpha + 1.0));
    let mut product = behind;
    for step in 1..200 {
        let step = f64::from(step);
        let next = alpha + 2.0 * step;
        let even = step * (beta - step) * x / ((next - 1.0) * next);
        behind = 1.0 / away(1.0 + even * behind);
        ahead = away(1.0 + even / ahead);
        product *= behind * ahead;
        let odd = -(alpha + step) * (both + step) * x / (next * (next + 1.0));
        behind = 1.0 / away(1.0 + odd * behind);
        ahead = away(1.0 + odd / ahead);
        product *= behind * ahead;
        if (behind * ahead - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_inverts_the_distribution() {
        for central in [0.0, 0.1, 0.25, 0.5, 0.9, 1.0] {
            let pert = Pert::of(central);
            let beta = Beta::of(1.0 + 4.0 * central, 5.0 - 4.0 * central);
            for thousandth in 1..1000 {
                let chance = f64::from(thousandth) / 1000.0;
                let exact = beta.quantile(chance, 0.5);
                let found = pert.at(chance);
                assert!((found - exact).abs() < 1e-6, "{central} {chance}: {found} for {exact}");
            }
        }
    }

    #[test]
    fn a_central_value_in_the_middle_is_symmetric_and_at_an_end_is_a_power() {
        let pert = Pert::of(0.5);
        assert!((pert.at(0.5) - 0.5).abs() < 1e-12);
        assert!((pert.at(0.2) + pert.at(0.8) - 1.0).abs() < 1e-9);
        // With the central value at the low end the chance of more than x is (1 − x)⁵.
        let pert = Pert::of(0.0);
        for chance in [0.001, 0.05, 0.3, 0.5, 0.77, 0.999] {
            let exact = 1.0 - libm::pow(1.0 - chance, 0.2);
            assert!((pert.at(chance) - exact).abs() < 1e-6, "{chance}");
        }
    }
}
