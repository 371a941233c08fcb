//! The value of one parameter at which the net present value is zero.

use super::model::{Effect, Model};
use super::parameter::Parameter;
use crate::money::Money;
use crate::study::PartnerId;

/// Whose net present value is to be zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// That of all partners together.
    Total,
    /// That of one partner.
    Partner(PartnerId),
}

/// On which side of a tipping point the option gains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gains {
    /// With larger values of the parameter.
    Above,
    /// With smaller values.
    Below,
}

/// Where the net present value is zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tipping {
    /// At this value.
    At {
        /// The value, in the parameter's unit.
        value: f64,
        /// What the option brings there, whole cents; not zero where the outcome jumps.
        npv: Money,
        /// Where it gains.
        gains: Gains,
        /// Whether it is the only one in what was searched: then the option gains everywhere on that side.
        only: bool,
    },
    /// Nowhere in what was searched: the option gains throughout.
    AlwaysGains,
    /// Nowhere in what was searched: the option gains nowhere.
    NeverGains,
    /// The parameter does not touch it.
    NoInfluence,
}

/// A break-even value, and where it was sought.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEven {
    /// The parameter.
    pub parameter: Parameter,
    /// Whose net present value.
    pub target: Target,
    /// What the option brings them with every number as it is.
    pub central: Money,
    /// The least and the largest value tried.
    pub searched: (f64, f64),
    /// What was found.
    pub tipping: Tipping,
}

/// Between the ends of what is searched, the outcome is worked out at so many steps before a tipping point is closed
/// in on: an outcome may rise and fall again.
const STEPS: usize = 16;

/// How often what is searched is made twice as wide, while the study allows it.
const WIDENINGS: usize = 6;

impl BreakEven {
    /// Searches the range of the parameter; without a range, half the value to either side. Where the outcome has the
    /// same sign throughout, it looks further away, up to 64 times as far and no further than the study is valid.
    pub fn of(model: &Model<'_>, parameter: &Parameter, target: Target) -> Self {
        let mut bench = model.bench();
        let mut npv = |value: f64| target.of(&bench.effect(&[(parameter, value)], false));
        let central = npv(parameter.central);
        let reach = if parameter.central == 0.0 { 1.0 } else { parameter.central.abs() / 2.0 };
        let (mut low, mut high) = if parameter.has_range() {
            (parameter.low, parameter.high)
        } else {
            (parameter.central, parameter.central)
        };
        let width = if low < high { high - low } else { reach };
        let mut grid = Vec::new();
        let mut further = if low < high { 0.0 } else { width };
        for _ in 0..=WIDENINGS {
            low = furthest(model, parameter, low - further);
            high = furthest(model, parameter, high + further);
            let mut values: Vec<f64> =
                (0..=STEPS).map(|step| low + (high - low) * (step as f64 / STEPS as f64)).collect();
            // The ends, and where things stand, are met exactly.
            values[STEPS] = high;
            values.push(parameter.central);
            values.sort_unstable_by(f64::total_cmp);
            grid = values.into_iter().map(|value| (value, npv(value))).collect();
            if crossings(&grid).next().is_some() {
                break;
            }
            further = if further > 0.0 { further * 2.0 } else { width };
        }
        let tipping = tipping(&grid, parameter.central, &mut npv);
        Self { parameter: parameter.clone(), target, central, searched: (low, high), tipping }
    }
}

impl Target {
    /// Its net present value.
    pub fn of(self, effect: &Effect) -> Money {
        match self {
            Self::Total => effect.npv,
            Self::Partner(partner) => effect.partners.get(partner.0).copied().unwrap_or(Money::ZERO),
        }
    }
}

/// The value nearest to a wish at which the study is valid, on the way from where things stand.
fn furthest(model: &Model<'_>, parameter: &Parameter, wish: f64) -> f64 {
    if model.allows(parameter, wish) {
        return wish;
    }
    if let Some((min, max)) = parameter.limits {
        return wish.max(min).min(max);
    }
    let (mut valid, mut invalid) = (parameter.central, wish);
    for _ in 0..40 {
        let middle = f64::midpoint(valid, invalid);
        if model.allows(parameter, middle) {
            valid = middle;
        } else {
            invalid = middle;
        }
    }
    valid
}

/// A value with the outcome there.
type Point = (f64, Money);

/// Neighbours between which the option begins or ceases to gain.
fn crossings(grid: &[Point]) -> impl Iterator<Item = (Point, Point)> + Clone {
    let gains = |point: &Point| point.1 > Money::ZERO;
    grid.windows(2).map(|pair| (pair[0], pair[1])).filter(move |(one, other)| gains(one) != gains(other))
}

fn tipping(grid: &[Point], central: f64, npv: &mut dyn FnMut(f64) -> Money) -> Tipping {
    let distance = |pair: &(Point, Point)| ((pair.0.0 - central).abs()).min((pair.1.0 - central).abs());
    let nearest = crossings(grid).min_by(|one, other| distance(one).total_cmp(&distance(other)));
    let Some((mut low, mut high)) = nearest else {
        let first = grid.first().map_or(Money::ZERO, |point| point.1);
        return if grid.iter().all(|point| point.1 == first) {
            Tipping::NoInfluence
        } else if first > Money::ZERO {
            Tipping::AlwaysGains
        } else {
            Tipping::NeverGains
        };
    };
    let gains = if high.1 > Money::ZERO { Gains::Above } else { Gains::Below };
    // Each second step goes where a straight line would be zero, which the model mostly is; the others halve.
    for step in 0..200 {
        // Not as soon as it is zero: a guarantee may keep it there over a whole stretch.
        if high.0 - low.0 <= 1e-9 * low.0.abs().max(high.0.abs()) {
            break;
        }
        let (from, to) = (low.1.euros(), high.1.euros());
        let straight = low.0 - from * (high.0 - low.0) / (to - from);
        let middle = f64::midpoint(low.0, high.0);
        let value = if step % 2 == 0 && straight > low.0 && straight < high.0 { straight } else { middle };
        let point = (value, npv(value));
        if (point.1 > Money::ZERO) == (low.1 > Money::ZERO) {
            low = point;
        } else {
            high = point;
        }
    }
    let nearest = if low.1.abs() <= high.1.abs() { low } else { high };
    let only = crossings(grid).nth(1).is_none();
    Tipping::At { value: nearest.0, npv: nearest.1, gains, only }
}
