//! What a course costs: the lines that staffing makes, that the form makes, and that the option adds (MODEL 4 and 5).

mod form;
mod moving;
mod option;
mod running;
mod staff;
mod today;

pub(crate) use moving::{
    Overhead, changes_employer, changes_employer_if_new, overhead_left, overhead_left_if_new,
};
pub(crate) use running::{given_for, spells};
pub(crate) use staff::add_months;
pub(crate) use today::Today;

use std::ops::Range;

use crate::assumptions::Assumptions;
use crate::ledger::Book;
use crate::staffing::PostGroup;
use crate::study::{Keys, ServiceId, Study, Unit, UnitId, Variant};

/// One run of the model: the baseline where there is no option.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    pub(crate) study: &'a Study,
    pub(crate) assumptions: &'a Assumptions,
    pub(crate) today: &'a Today,
    pub(crate) option: Option<&'a Variant>,
    /// Keys instead of the option's own, to see what they would do.
    pub(crate) keys: Option<&'a Keys>,
}

impl<'a> Run<'a> {
    /// A unit of the study or of the option.
    pub(crate) fn unit(&self, unit: UnitId) -> &'a Unit {
        self.study.unit(self.option, unit)
    }

    /// All units of the run with their ids.
    pub(crate) fn units(&self) -> impl Iterator<Item = (UnitId, &'a Unit)> + use<'a> {
        let made = self.option.map_or(&[][..], |option| &option.units);
        self.study.units.iter().chain(made).enumerate().map(|(place, unit)| (UnitId(place), unit))
    }

    /// Whether a unit of the option is a joint unit of today under another name: of the same form and basis, with the
    /// same members and host, and with all its services at once. Then nobody changes employer, no overhead is left
    /// behind, and what it costs as a whole goes along.
    pub(crate) fn goes_on(&self, source: UnitId, target: UnitId) -> bool {
        self.is_alike(source, target) && {
            let mut months = self.going(source, target);
            let first = months.next().flatten();
            first.is_some() && months.all(|month| month == first)
        }
    }

    /// Whether it is, if its services go at once.
    pub(crate) fn can_go_on(&self, source: UnitId, target: UnitId) -> bool {
        let mut months = self.going(source, target).peekable();
        self.is_alike(source, target) && months.peek().is_some() && months.all(|month| month.is_some())
    }

    /// Whether a joint unit has the same form, basis, members and host as another.
    fn is_alike(&self, source: UnitId, target: UnitId) -> bool {
        let (from, to) = (self.unit(source), self.unit(target));
        let what = |unit: &'a Unit| (unit.form, unit.basis, unit.host, &unit.members);
        from.is_joint() && what(from) == what(to)
    }

    /// When each service of a unit of today goes to a target, if it does.
    fn going(&self, source: UnitId, target: UnitId) -> impl Iterator<Item = Option<usize>> {
        let go_live = move |service| {
            let moved = self.option.and_then(|option| option.move_of(service))?;
            moved.targets.iter().any(|one| one.unit == target).then_some(moved.go_live)
        };
        let services = (0..self.study.services.len()).map(ServiceId);
        services.filter(move |service| self.today.has(source, *service)).map(go_live)
    }

    /// The services that a unit has at any time, each with the months in which it has it.
    pub(crate) fn services_of(&self, unit: UnitId) -> Vec<(ServiceId, Range<usize>)> {
        let services = (0..self.study.services.len()).map(ServiceId);
        let months = services.map(|service| (service, self.months_of(unit, service)));
        months.filter(|(_, months)| !months.is_empty()).collect()
    }

    /// The months in which a unit has a service.
    pub(crate) fn months_of(&self, unit: UnitId, service: ServiceId) -> Range<usize> {
        let end = self.study.period.months();
        let moved = self.option.and_then(|option| option.move_of(service));
        if unit.0 < self.study.units.len() {
            let goes = moved.filter(|moved| {
                moved.targets.iter().any(|target| target.sources.iter().any(|(source, _)| *source == unit))
            });
            let stays_until = goes.map_or(end, |moved| moved.go_live);
            if self.today.has(unit, service) { 0..stays_until } else { 0..0 }
        } else {
            moved
                .filter(|moved| moved.targets.iter().any(|target| target.unit == unit))
                .map_or(0..0, |moved| moved.go_live..end)
        }
    }

    /// The first month in which anything goes live in a unit of the option, or in any.
    pub(crate) fn first_go_live(&self, unit: Option<UnitId>) -> Option<usize> {
        let moves = &self.option?.moves;
        let goes = |wanted: UnitId| {
            move |moved: &&crate::study::Move| moved.targets.iter().any(|target| target.unit == wanted)
        };
        match unit {
            Some(unit) => moves.iter().filter(goes(unit)).map(|moved| moved.go_live).min(),
            None => moves.iter().map(|moved| moved.go_live).min(),
        }
    }
}

/// Writes every cost of a course into a cleared book.
pub(crate) fn post(run: Run<'_>, staffing: &[PostGroup], book: &mut Book) {
    staff::post(run, staffing, book);
    running::post(run, book);
    form::post(run, book);
    if let Some(option) = run.option {
        moving::post(run, option, staffing, book);
        option::post(run, option, book);
    }
}
