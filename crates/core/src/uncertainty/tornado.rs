//! Every parameter at its low and its high end alone, the rest as it is: which one moves the outcome most.

use std::cmp::Reverse;

use super::model::{Effect, Model};
use super::parameter::Parameter;

/// What one parameter does.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// The parameter.
    pub parameter: Parameter,
    /// What the option brings with it at its low end.
    pub low: Effect,
    /// And at its high end.
    pub high: Effect,
}

impl Swing {
    /// How far it moves the net present value, cents.
    pub fn width(&self) -> u64 {
        self.high.npv.cents().abs_diff(self.low.npv.cents())
    }
}

/// Every parameter that has a range, the one that moves the net present value most first; equals by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// What the option brings with every number as it is.
    pub central: Effect,
    /// The parameters.
    pub swings: Vec<Swing>,
}

impl Tornado {
    /// Works out both ends of every parameter.
    pub fn of(model: &Model<'_>) -> Self {
        let mut bench = model.bench();
        let swings = model.parameters().iter().map(|parameter| Swing {
            parameter: parameter.clone(),
            low: bench.effect(&[(parameter, parameter.low)], false),
            high: bench.effect(&[(parameter, parameter.high)], false),
        });
        Self::of_swings(model, swings.collect())
    }

    /// Puts swings that were worked out one by one in order.
    pub fn of_swings(model: &Model<'_>, mut swings: Vec<Swing>) -> Self {
        swings.sort_by(|one, other| {
            Reverse(one.width()).cmp(&Reverse(other.width())).then(one.parameter.id.cmp(&other.parameter.id))
        });
        Self { central: model.central(false), swings }
    }
}
