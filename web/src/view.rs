//! From an outcome to what pages show: rows and series, in the model's own quantities. No Yew here.

pub(crate) mod assumptions;
pub(crate) mod remarks;
pub(crate) mod split;
pub(crate) mod staffing;

use deelsom_core::study::{UnitId, Variant};
use deelsom_core::{EffectResult, Money, Payback, Study};

/// Years until it has paid for itself, and whether it never cost anything.
pub(crate) fn payback(payback: Payback) -> (Option<f64>, bool) {
    match payback {
        Payback::Immediate => (Some(0.0), true),
        Payback::Within(_, years) => (Some(years), false),
        Payback::Never => (None, false),
    }
}

/// What an option brings or costs once, over the whole period.
pub(crate) fn one_off(result: &EffectResult) -> Money {
    result.years.iter().map(|year| year.one_off).sum()
}

/// The name of a unit of the study or of an option.
pub(crate) fn unit_name<'a>(study: &'a Study, option: &'a Variant, unit: UnitId) -> &'a str {
    let made = || option.units.get(unit.0.checked_sub(study.units.len())?);
    study.units.get(unit.0).or_else(made).map_or("", |unit| &unit.name)
}
