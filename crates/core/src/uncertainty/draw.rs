//! Draws by counter: the value of a parameter in a draw follows from the seed, the parameter's id and the draw's number
//! alone. So draws are the same in any order, on any number of threads and beside any other parameters, and options
//! that share parameters are held against each other under the same chances.

use super::parameter::Parameter;
use super::quantile::{Quantile, Shape};
use super::sobol::Dimension;

/// Where the chances of a draw come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Points {
    /// Numbers by hashing, as good as thrown by dice.
    #[default]
    Random,
    /// Scrambled Sobol points, spread more evenly, in sixteen independent sets of which the spread gives the sampling
    /// error. Parameters beyond the 64th have random numbers.
    Sobol,
}

impl Points {
    /// The word that reports use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::Sobol => "sobol",
        }
    }
}

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The same seed gives the same draws, everywhere.
    pub seed: u32,
    /// The distribution within each range.
    pub shape: Shape,
    /// Where chances come from.
    pub points: Points,
    /// Whether only half of the savings is realised: the realisation factors are halved in every draw (MODEL 3).
    pub half_realised: bool,
}

impl Plan {
    /// Triangular distributions, random points, savings as the ranges have them.
    pub const fn of_seed(seed: u32) -> Self {
        Self { seed, shape: Shape::Triangular, points: Points::Random, half_realised: false }
    }
}

/// So many sets of Sobol points, each scrambled by itself: draw i is the i / 16th point of set i mod 16.
pub(super) const SETS: u32 = 16;

/// One parameter's draws.
pub(super) struct Stream {
    key: u64,
    quantile: Quantile,
    /// Its dimension, with the seed of every set.
    sobol: Option<(Dimension, Vec<u32>)>,
}

impl Stream {
    pub(super) fn of(plan: Plan, parameter: &Parameter) -> Self {
        let key = mix(mix(u64::from(plan.seed)) ^ name_hash(&parameter.id));
        let dimension = match plan.points {
            Points::Random => None,
            Points::Sobol => Dimension::at(parameter.dimension),
        };
        Self {
            key,
            quantile: Quantile::of(plan.shape, [parameter.low, parameter.central, parameter.high]),
            sobol: dimension.map(|dimension| {
                (dimension, (1..=SETS).map(|set| high_half(mix(key ^ mix(u64::from(set))))).collect())
            }),
        }
    }

    /// The value in a draw.
    pub(super) fn value(&self, draw: u32) -> f64 {
        self.quantile.at(match &self.sobol {
            None => uniform(mix(self.key.wrapping_add(u64::from(draw).wrapping_mul(STEP)))),
            Some((dimension, seeds)) => dimension.uniform(draw / SETS, seeds[(draw % SETS) as usize]),
        })
    }
}

/// The step of the counter: 2⁶⁴ over the golden ratio (Steele, Lea and Flood 2014, `SplitMix`).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finaliser of `SplitMix64` (Stafford's thirteenth variant): every bit of the result hangs on every bit given.
pub(super) fn mix(mut x: u64) -> u64 {
    x = (x ^ x >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}

/// The hash of an id (Fowler, Noll and Vo, 1a).
fn name_hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Fifty-two bits as a number strictly between 0 and 1: (x + ½)·2⁻⁵², without rounding.
fn uniform(x: u64) -> f64 {
    f64::from_bits(0x3ff << 52 | x >> 12) - (1.0 - f64::EPSILON / 2.0)
}

const fn high_half(x: u64) -> u32 {
    (x >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uniform_is_never_nought_nor_one() {
        assert!(uniform(0) > 0.0);
        assert!(uniform(u64::MAX) < 1.0);
        assert_eq!(uniform(0).to_bits(), (0.5 * f64::EPSILON).to_bits(), "half of 2⁻⁵²");
    }

    #[test]
    fn the_finaliser_gives_the_published_sequence() {
        // SplitMix64 from state 1234567: the first numbers of the reference implementation.
        let numbers: Vec<u64> =
            (1..=3).map(|n: u64| mix(1_234_567_u64.wrapping_add(n.wrapping_mul(STEP)))).collect();
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }
}
