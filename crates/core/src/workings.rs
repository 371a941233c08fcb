//! What the steps of [`calculate`](crate::calculate) stand on, for who writes them down elsewhere: which accounts there can
//! be, who shares them and by which key. Facts of the study's structure alone; no figure is worked out here.

use crate::allocation::{Place, Places};
use crate::assumptions::{Assumptions, Register};
use crate::costs::{self, Run, Today};
use crate::ledger::{Account, Bearer, Line, Origin};
use crate::study::{Key, PartnerId, ServiceId, Study, Target, Unit, UnitId, Variant, Vat};

/// A study with what its structure says.
pub struct Workings<'a> {
    study: &'a Study,
    assumptions: Assumptions,
    today: Today,
}

/// One course of it: the baseline, or an option's.
#[derive(Clone, Copy)]
pub struct CourseWorkings<'a> {
    run: Run<'a>,
}

/// What is shared at one bearer, by whom, and how it is taxed.
pub struct SharedWorkings<'a> {
    place: Place<'a>,
    /// The joint unit, or `None` for what the participants bear together.
    pub unit: Option<UnitId>,
}

/// Overhead that can stay behind with a partner whose work moves (MODEL 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverheadWorkings {
    /// Where the work was.
    pub source: UnitId,
    /// Who is left with the overhead.
    pub partner: PartnerId,
}

impl<'a> Workings<'a> {
    /// What the structure of a study says.
    pub fn of(study: &'a Study, register: &Register) -> Self {
        let assumptions = Assumptions::of(study, register);
        let today = Today::of(study, &assumptions);
        Self { study, assumptions, today }
    }

    /// Whether a unit of today has posts or running costs of a service.
    pub fn has(&self, unit: UnitId, service: ServiceId) -> bool {
        self.today.has(unit, service)
    }

    /// The baseline, or the course of an option.
    pub fn course(&self, option: Option<&'a Variant>) -> CourseWorkings<'_> {
        let Self { study, assumptions, today } = self;
        CourseWorkings { run: Run { study, assumptions, today, option, keys: None } }
    }
}

impl<'a> CourseWorkings<'a> {
    /// Its units: those of today, then the option's.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &'a Unit)> + use<'a> {
        self.run.units()
    }

    /// A unit of the study or of the option.
    pub fn unit(&self, unit: UnitId) -> &'a Unit {
        self.run.unit(unit)
    }

    /// Whether a unit of the option is a joint unit of today under another name, as long as all services of it go there
    /// at once.
    pub fn can_go_on(&self, source: UnitId, target: UnitId) -> bool {
        self.run.can_go_on(source, target)
    }

    /// Whether people of a source get another employer in a target, unless it is the same organisation under another name.
    pub fn changes_employer(&self, source: UnitId, target: UnitId) -> bool {
        costs::changes_employer_if_new(self.run, source, target)
    }

    /// Whose overhead stays behind at a move to a target, unless a source is the same organisation under another name.
    pub fn overhead(&self, target: &Target) -> Vec<OverheadWorkings> {
        let left = costs::overhead_left_if_new(self.run, target);
        left.map(|one| OverheadWorkings { source: one.source, partner: one.partner }).collect()
    }

    /// Everything that is shared, by bearer: the joint units, then what the participants of an option bear together.
    pub fn shared(&self) -> Vec<SharedWorkings<'a>> {
        let shared = Places::of(self.run).into_iter().map(|place| {
            let unit = if let Bearer::Unit(unit) = place.bearer() { Some(unit) } else { None };
            SharedWorkings { place, unit }
        });
        shared.collect()
    }
}

impl<'a> SharedWorkings<'a> {
    /// Who shares, in study order.
    pub fn members(&self) -> &[PartnerId] {
        self.place.members()
    }

    /// The services over which an entry without one is weighed.
    pub fn services(&self) -> &[ServiceId] {
        self.place.services()
    }

    /// Whether the charges of the member at a place can be taxed: not those of a host, nor any where the municipalities
    /// are one.
    pub fn is_taxable(&self, member: usize) -> bool {
        self.place.is_taxable(member)
    }

    /// How charges are taxed.
    pub fn vat(&self) -> Vat {
        self.place.vat()
    }

    /// The key of an account, and whether a transition can hold for it.
    pub fn key(&self, service: Option<ServiceId>, line: Line, origin: Option<Origin>) -> (&'a Key, bool) {
        let bearer = self.unit.map_or(Bearer::Shared, Bearer::Unit);
        let account = Account { bearer, service, line, origin, one_off: line.is_one_off() };
        let (key, is_own) = self.place.key(&account);
        (key, self.place.grows() && !is_own && line != Line::OneOff)
    }
}
