//! A study that has been checked: ids are positions, months are counted, every reference exists.
//!
//! The way in is [`Study::read`] for text and [`Study::check`] for a file already read; both report every problem at
//! once. What stands here cannot fail to calculate.

mod check;
pub mod file;
pub(crate) mod json;
mod key;
mod project;

use crate::assumptions::Register;
use crate::calendar::{Period, Year};
use crate::fairness::weigh_keys;
use crate::problem::Problem;
use crate::quantity::{Fte, Rate};
pub use file::{Basis, Certainty, ExitRule, Form, Kind, Measured, PriceMode, Status, StudyFile, Vat};
pub use json::parse;
use json::{At, FromJson};
pub use key::{Key, Keys, Method, Payer};
pub use project::{Criteria, Criterion, Decision, DecisionKind, Effort, Figure, Outturn, Party, Score};

/// A position in a list of the study, of its own type so that lists cannot be confused.
macro_rules! positions {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )*};
}

positions! {
    /// A partner, by its place in the study.
    PartnerId,
    /// A service, by its place in the study.
    ServiceId,
    /// A unit: the partners by themselves first, then today's joint units, then those of the option.
    UnitId,
    /// A role, by its first mention in the study's posts and options.
    RoleId,
}

/// A study fit to calculate (MODEL 1).
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// A name for people.
    pub title: String,
    /// The years looked at.
    pub period: Period,
    /// How prices move.
    pub prices: Prices,
    /// What the baseline was measured from.
    pub nulmeting: Nulmeting,
    /// The municipalities.
    pub partners: Vec<Partner>,
    /// The services.
    pub services: Vec<Service>,
    /// Every partner by itself, in study order, then today's joint units.
    pub units: Vec<Unit>,
    /// Names of all roles.
    pub roles: Vec<String>,
    /// Posts of today.
    pub posts: Vec<Post>,
    /// People known to leave.
    pub departures: Vec<Departure>,
    /// Costs other than staff.
    pub running_costs: Vec<RunningCost>,
    /// Volumes by service; `None` where the study gives none.
    pub volumes: Vec<Option<Volumes>>,
    /// Deviations from the register.
    pub deviations: Vec<Deviation>,
    /// Between what some numbers of the study may lie (MODEL 11).
    pub ranges: Vec<Range>,
    /// The seed of a simulation, where the study has one.
    pub seed: Option<u32>,
    /// The options beside the baseline.
    pub options: Vec<Variant>,
    /// How options are weighed besides money.
    pub criteria: Criteria,
    /// What is decided on the way, phase after phase.
    pub decisions: Vec<Decision>,
    /// How years turned out.
    pub outturn: Vec<Outturn>,
}

/// How prices move (MODEL 2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// Constant or nominal.
    pub mode: PriceMode,
    /// The year whose prices the amounts are in.
    pub base_year: Year,
}

/// What the baseline was measured from, as far as the study says.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Nulmeting {
    /// Budget or outturn.
    pub basis: Option<Measured>,
    /// Whether hired staff is in the figures.
    pub external_hire_included: Option<bool>,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    /// Its id in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Inhabitants in the first year, above zero.
    pub inhabitants: f64,
    /// Growth of inhabitants a year.
    pub growth: Rate,
    /// General grant a year.
    pub general_grant: Option<f64>,
    /// Whole budget a year.
    pub budget: Option<f64>,
    /// Share of VAT that it recovers, where it differs from the assumption.
    pub recoverable_vat: Option<Rate>,
}

/// A service.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its id in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What kind of work it is.
    pub kind: Kind,
}

/// Where a service's people work.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its id in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The form of cooperation.
    pub form: Form,
    /// Members in study order; one for a partner by itself.
    pub members: Vec<PartnerId>,
    /// The host municipality, if any.
    pub host: Option<PartnerId>,
    /// Gross or net.
    pub basis: Basis,
    /// The key of a joint unit of today.
    pub key: Option<Key>,
    /// The VAT treatment of a joint unit of today.
    pub vat: Vat,
}

impl Unit {
    /// Whether two or more partners share it.
    pub fn is_joint(&self) -> bool {
        self.members.len() > 1
    }
}

/// Posts of one role in one unit and service.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// Where they work.
    pub unit: UnitId,
    /// What they work on.
    pub service: ServiceId,
    /// What they do.
    pub role: RoleId,
    /// What a year of one fte costs.
    pub pay: Pay,
    /// Budgeted posts.
    pub establishment: Fte,
    /// People in post at the start.
    pub in_post: Fte,
}

/// What a year of one fte costs.
#[derive(Debug, Clone, PartialEq)]
pub enum Pay {
    /// What the register says of this salary scale.
    Scale(Scale),
    /// Euros a year.
    Cost(f64),
}

/// A salary scale of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name.
    pub name: String,
    /// Its place among the scales of the register.
    pub(crate) place: usize,
}

/// People known to leave.
#[derive(Debug, Clone, PartialEq)]
pub struct Departure {
    /// Where they work.
    pub unit: UnitId,
    /// What they work on.
    pub service: ServiceId,
    /// What they do.
    pub role: RoleId,
    /// The month, counted from the first, at whose end they leave.
    pub month: usize,
    /// How many.
    pub fte: Fte,
}

/// A cost other than staff, or an income below zero.
#[derive(Debug, Clone, PartialEq)]
pub struct RunningCost {
    /// Whose cost it is.
    pub unit: UnitId,
    /// What it is for; `None` for a cost of the unit as a whole.
    pub service: Option<ServiceId>,
    /// Its name for people.
    pub name: String,
    /// How much.
    pub amount: RunningAmount,
    /// Whether it already carries VAT.
    pub carries_vat: bool,
}

/// How much a running cost is.
#[derive(Debug, Clone, PartialEq)]
pub enum RunningAmount {
    /// Euros a year in prices of the base year.
    Yearly(f64),
    /// Euros by year in prices of that year, in order of year, not empty.
    ByYear(Vec<(Year, f64)>),
}

/// How much of a service each partner uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Volumes {
    /// Their place in the file.
    pub place: usize,
    /// By partner, in study order.
    pub by_partner: Vec<f64>,
}

/// A deviation from the register, with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Deviation {
    /// Which assumption.
    pub id: String,
    /// For one service only.
    pub service: Option<ServiceId>,
    /// The value instead.
    pub value: Value,
    /// Why.
    pub reason: String,
}

/// Between what a number of the study may lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The JSON pointer of the number.
    pub path: String,
    /// The low end, in the number's unit.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// The value of an assumption.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number in the assumption's unit.
    Number(f64),
    /// A salary scale, or none.
    Scale(Option<String>),
    /// A number by year, in order of year.
    ByYear(Vec<(Year, f64)>),
}

/// An option of the study: a way to organise beside the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// Its id in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The joint units it makes, positioned after those of the study.
    pub units: Vec<Unit>,
    /// The month, counted from the first, from which vacancies of moving services are held back.
    pub freeze: Option<usize>,
    /// The services that move.
    pub moves: Vec<Move>,
    /// All members of the moves' targets, in study order.
    pub participants: Vec<PartnerId>,
    /// Costs made once.
    pub one_offs: Vec<OneOff>,
    /// Costs or income that recur.
    pub recurring: Vec<Recurring>,
    /// Who pays which share.
    pub keys: Keys,
    /// Growing from historic shares into the key, in this many years.
    pub transition_years: Option<f64>,
    /// The most that anyone may be worse off, euros per inhabitant a year.
    pub guarantee: Option<f64>,
    /// VAT treatment of its units.
    pub vat: Vat,
    /// What is agreed about leaving.
    pub exit: Option<ExitRule>,
    /// Work of the partners' own staff: a memo.
    pub effort: Vec<Effort>,
}

impl Variant {
    /// Every key that it has.
    fn keys(&self) -> impl Iterator<Item = &Key> {
        let Keys { default, services, lines } = &self.keys;
        let payers =
            self.one_offs.iter().map(|cost| &cost.payer).chain(self.recurring.iter().map(|cost| &cost.payer));
        let own = payers.filter_map(|payer| if let Payer::Key(key) = payer { Some(key) } else { None });
        default
            .iter()
            .chain(services.iter().map(|(_, key)| key))
            .chain(lines.iter().map(|(_, key)| key))
            .chain(own)
    }

    /// Lets someone see, and write, the weights of every key that follows a method of fair division.
    pub(crate) fn games(&mut self, see: &mut dyn FnMut(Method, &mut Vec<f64>)) {
        let Keys { default, services, lines } = &mut self.keys;
        let keys = default.iter_mut();
        let keys =
            keys.chain(services.iter_mut().map(|(_, key)| key)).chain(lines.iter_mut().map(|(_, key)| key));
        keys.for_each(|key| key.games(see));
        let one_offs = self.one_offs.iter_mut().map(|cost| &mut cost.payer);
        for payer in one_offs.chain(self.recurring.iter_mut().map(|cost| &mut cost.payer)) {
            if let Payer::Key(key) = payer {
                key.games(see);
            }
        }
    }

    /// The move of a service, if it moves.
    pub fn move_of(&self, service: ServiceId) -> Option<&Move> {
        self.moves.iter().find(|one| one.service == service)
    }
}

/// A service that moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The service.
    pub service: ServiceId,
    /// The month of go-live, counted from the first.
    pub go_live: usize,
    /// Where it goes, and from where.
    pub targets: Vec<Target>,
    /// The posts afterwards.
    pub rule: Rule,
    /// Roles set outright.
    pub posts: Vec<TargetPost>,
    /// Share of running costs saved.
    pub running_cost_saving: Rate,
    /// How much of the step has been made in each twelve months, where given; never empty.
    pub ramp: Option<Vec<f64>>,
    /// After how many months who is left over leaves at a cost.
    pub surplus_after_months: Option<usize>,
}

/// A unit that a service moves to.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The unit.
    pub unit: UnitId,
    /// Today's units that it takes the service over from, each with the share that comes here.
    pub sources: Vec<(UnitId, Rate)>,
}

/// How the posts after a move are set (MODEL 3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// The same as before.
    Same,
    /// This share fewer.
    Percent(Rate),
    /// By economies of scale.
    Scale,
    /// So many fte per thousand inhabitants.
    Norm(Fte),
}

/// A role set outright.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPost {
    /// The role.
    pub role: RoleId,
    /// Its posts after the move.
    pub fte: Fte,
    /// What it costs from then on, where that changes.
    pub pay: Option<Pay>,
    /// In this target only.
    pub unit: Option<UnitId>,
    /// Stays whole when a partner is left out (MODEL 10).
    pub fixed: bool,
}

/// A cost made once.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOff {
    /// Its name for people.
    pub name: String,
    /// The first month, counted from the first of the study.
    pub month: usize,
    /// Over how many months, at least 1.
    pub months: usize,
    /// Euros in all, of each participant where `per_partner`.
    pub amount: f64,
    /// How sure it is.
    pub certainty: Certainty,
    /// Who pays.
    pub payer: Payer,
    /// The amount is each participant's.
    pub per_partner: bool,
    /// Whether it already carries VAT.
    pub carries_vat: bool,
}

/// A cost or income that recurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Recurring {
    /// Its name for people.
    pub name: String,
    /// The first month, counted from the first of the study.
    pub from: usize,
    /// The last month, which may lie after the period; `None` for open.
    pub until: Option<usize>,
    /// Euros a year, of each participant where `per_partner`.
    pub amount: f64,
    /// Who pays.
    pub payer: Payer,
    /// The amount is each participant's.
    pub per_partner: bool,
    /// Whether it already carries VAT.
    pub carries_vat: bool,
    /// A target or reserve without posts or contracts behind it.
    pub unspecified: bool,
}

impl Recurring {
    /// Whether it ends within three years, and so counts as one-off (MODEL 5; BBV).
    pub fn is_one_off(&self) -> bool {
        self.until.is_some_and(|until| until + 1 - self.from <= 36)
    }
}

/// Raises a file of an earlier version of the format to this one. The second version only added fields, so that nothing
/// else changes. A version frozen for a council keeps its own: its fingerprint is of every word in it.
pub fn migrate(file: &mut serde_json::Value) {
    if file["version"] == 1 && file["frozen"].is_null() {
        file["version"] = check::VERSION.into();
    }
}

impl Study {
    /// A unit of today, or beyond those one that an option makes.
    pub(crate) fn unit<'a>(&'a self, option: Option<&'a Variant>, unit: UnitId) -> &'a Unit {
        self.unit_among(option.map_or(&[], |option| &option.units), unit)
    }

    /// A unit of today, or beyond those one of these.
    pub(crate) fn unit_among<'a>(&'a self, made: &'a [Unit], unit: UnitId) -> &'a Unit {
        self.units.get(unit.0).unwrap_or_else(|| &made[unit.0 - self.units.len()])
    }

    /// Whether a key that follows a method of fair division has no weights.
    pub fn awaits_weights(&self) -> bool {
        let keys_of = |option: &Variant| option.keys().any(Key::awaits_weights);
        self.options.iter().any(keys_of)
    }

    /// Reads and checks the text of a study file.
    ///
    /// # Errors
    /// Every problem in the file, each with its place, code and facts.
    pub fn read(text: &str, register: &Register) -> Result<Self, Vec<Problem>> {
        Self::from_value(&json::parse(text)?, register)
    }

    /// Reads and checks a study that is JSON already.
    ///
    /// # Errors
    /// Every problem in the file, each with its place, code and facts.
    pub fn from_value(value: &serde_json::Value, register: &Register) -> Result<Self, Vec<Problem>> {
        let mut study = Self::from_value_unweighed(value, register)?;
        weigh_keys(&mut study, register);
        Ok(study)
    }

    /// The same with the keys that follow a method of fair division still without weights, for who would not load what
    /// solves games before a study asks for it ([`Self::awaits_weights`], [`weigh_keys`]).
    ///
    /// # Errors
    /// Every problem in the file, each with its place, code and facts.
    pub fn from_value_unweighed(
        value: &serde_json::Value,
        register: &Register,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        if !value.is_object() {
            json::not_a("object", Some(value), At::Root, &mut problems);
            return Err(problems);
        }
        let file = StudyFile::read(Some(value), At::Root, &mut problems);
        // A stand-in for what could not be read must not be blamed for what it is.
        let unread: Vec<String> = problems.iter().map(|problem| problem.path.clone()).collect();
        match check::check(&file, register) {
            Ok(study) if problems.is_empty() => {
                let problems = check::range_problems(value, &study.ranges);
                if problems.is_empty() { Ok(study) } else { Err(problems) }
            }
            Ok(_) => Err(problems),
            Err(found) => {
                let says_nothing_new = |path: &str| {
                    unread.iter().any(|place| {
                        !place.is_empty()
                            && (path == place
                                || path
                                    .strip_prefix(place.as_str())
                                    .is_some_and(|rest| rest.starts_with('/')))
                    })
                };
                problems.extend(found.into_iter().filter(|problem| !says_nothing_new(&problem.path)));
                Err(problems)
            }
        }
    }

    /// Checks a study file that has been read.
    ///
    /// # Errors
    /// Every problem, each with its place, code and facts.
    pub fn check(file: &StudyFile, register: &Register) -> Result<Self, Vec<Problem>> {
        let mut study = check::check(file, register)?;
        weigh_keys(&mut study, register);
        Ok(study)
    }
}
