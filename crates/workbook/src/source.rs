//! What a workbook is made from.

use deelsom_core::study::{PartnerId, ServiceId, UnitId, Variant};
use deelsom_core::{Register, Study, Workings};
use serde_json::Value;

/// A study, its file, and what its structure says.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) study: &'a Study,
    pub(crate) file: &'a Value,
    pub(crate) register: &'a Register,
    pub(crate) workings: &'a Workings<'a>,
}

impl<'a> Source<'a> {
    /// Whether the file says anything at a pointer.
    pub(crate) fn says(&self, pointer: &str) -> bool {
        self.file.pointer(pointer).is_some_and(|value| !value.is_null())
    }

    /// The number at a pointer of the file, if there is one.
    pub(crate) fn number(&self, pointer: &str) -> Option<f64> {
        self.file.pointer(pointer)?.as_f64()
    }

    /// How many years there are.
    pub(crate) fn years(&self) -> usize {
        self.study.period.years
    }

    /// Every partner.
    pub(crate) fn partners(&self) -> impl Iterator<Item = PartnerId> + use<> {
        (0..self.study.partners.len()).map(PartnerId)
    }

    /// Every service.
    pub(crate) fn services(&self) -> impl Iterator<Item = ServiceId> + use<> {
        (0..self.study.services.len()).map(ServiceId)
    }

    /// A unit of today, or of an option.
    pub(crate) fn unit(&self, option: Option<&'a Variant>, unit: UnitId) -> &'a deelsom_core::study::Unit {
        let made = option.map_or(&[][..], |option| &option.units);
        self.study.units.get(unit.0).unwrap_or_else(|| &made[unit.0 - self.study.units.len()])
    }

    /// A unit's name.
    pub(crate) fn unit_name(&self, option: Option<&'a Variant>, unit: UnitId) -> &'a str {
        &self.unit(option, unit).name
    }
}
