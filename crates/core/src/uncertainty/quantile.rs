//! From a chance to a value: the inverse of a distribution over a range, so that one number in (0, 1) is one draw.

use super::pert::Pert;

/// How a value lies between low and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Rising straight to the central value and falling straight from it.
    #[default]
    Triangular,
    /// A beta distribution with weight 4 on the central value: fewer values near the ends (Malcolm and others 1959).
    Pert,
}

impl Shape {
    /// The word that reports use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Triangular => "triangular",
            Self::Pert => "pert",
        }
    }
}

/// The quantiles of a parameter, worked out once for all draws.
pub(super) struct Quantile {
    low: f64,
    central: f64,
    high: f64,
    pert: Option<Pert>,
}

impl Quantile {
    /// Of a range with its central value inside.
    pub(super) fn of(shape: Shape, [low, central, high]: [f64; 3]) -> Self {
        let pert = (shape == Shape::Pert && low < high).then(|| Pert::of((central - low) / (high - low)));
        Self { low, central, high, pert }
    }

    /// The value below which a draw falls with this chance, strictly between 0 and 1.
    pub(super) fn at(&self, chance: f64) -> f64 {
        let Self { low, central, high, .. } = *self;
        let value = match &self.pert {
            Some(pert) => low + (high - low) * pert.at(chance),
            None => triangular(chance, low, central, high),
        };
        // Rounding must not lead out of the range.
        value.max(low).min(high)
    }
}

fn triangular(chance: f64, low: f64, central: f64, high: f64) -> f64 {
    let (rise, width) = (central - low, high - low);
    if chance * width < rise {
        low + (chance * width * rise).sqrt()
    } else {
        high - ((1.0 - chance) * width * (high - central)).sqrt()
    }
}
