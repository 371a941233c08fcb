//! From a study file to a study: every reference found, every number within its limits, or every problem named.

mod assumptions;
mod keys;
mod moving;
mod option;
mod project;
mod today;

pub(super) use assumptions::range_problems;

use super::file::StudyFile;
use super::json::{At, Table};
use super::{Criteria, Nulmeting, PartnerId, RoleId, ServiceId, Study, UnitId};
use crate::assumptions::Register;
use crate::calendar::{Month, Period, Year};
use crate::problem::Problem;

/// The version of the format that is written; those before it are read too.
pub(super) const VERSION: u32 = 2;

/// Limits beyond which a number is a mistake. They are wide, and keep every sum far from the ends of its type.
mod limit {
    pub(super) const EUROS: (f64, f64) = (-1e12, 1e12);
    pub(super) const COST_PER_FTE: (f64, f64) = (0.0, 1e8);
    pub(super) const FTE: (f64, f64) = (0.0, 1e6);
    pub(super) const INHABITANTS: (f64, f64) = (1.0, 1e9);
    pub(super) const GROWTH: (f64, f64) = (-0.5, 0.5);
    pub(super) const SHARE: (f64, f64) = (0.0, 1.0);
    pub(super) const CHANGE: (f64, f64) = (-1.0, 1.0);
    pub(super) const RAMP: (f64, f64) = (0.0, 2.0);
    pub(super) const WEIGHT: (f64, f64) = (-1e15, 1e15);
    pub(super) const YEARS: (f64, f64) = (1.0, 100.0);
    pub(super) const CALENDAR: (f64, f64) = (1900.0, 2200.0);
    pub(super) const MONTHS: (f64, f64) = (1.0, 1200.0);
    pub(super) const TRANSITION: (f64, f64) = (0.0, 100.0);
    pub(super) const FEW: usize = 100;
    pub(super) const SOME: usize = 1_000;
    pub(super) const MANY: usize = 5_000;
    /// Rows of posts, running costs and partners, times months, times courses: what a calculation holds in memory.
    pub(super) const ROW_MONTHS: usize = 5_000_000;
}

pub(super) fn check(file: &StudyFile, register: &Register) -> Result<Study, Vec<Problem>> {
    let mut checker = Checker::new(file, register);
    checker.size();
    if !checker.problems.is_empty() {
        return Err(checker.problems);
    }
    let study = checker.study();
    if checker.problems.is_empty() { Ok(study) } else { Err(checker.problems) }
}

/// The positions of ids. There are few: looking along them is quick.
#[derive(Clone, Default)]
struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    /// Adds an id. Gives whether it is new.
    fn add(&mut self, id: &'a str, position: usize) -> bool {
        let new = self.get(id).is_none();
        self.0.push((id, position));
        new
    }

    fn get(&self, id: &str) -> Option<usize> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, position)| *position)
    }
}

/// Puts a row into a list that is in order of its key, after those with the same key.
fn insert_in_order<K: PartialOrd, T>(rows: &mut Vec<T>, row: T, key: impl Fn(&T) -> K) {
    let place = rows.iter().position(|other| key(other) > key(&row)).unwrap_or(rows.len());
    rows.insert(place, row);
}

/// What has been found so far: problems, and the positions of ids.
struct Checker<'a> {
    file: &'a StudyFile,
    register: &'a Register,
    problems: Vec<Problem>,
    period: Period,
    partners: Ids<'a>,
    services: Ids<'a>,
    units: Ids<'a>,
    roles: Vec<String>,
}

impl<'a> Checker<'a> {
    fn new(file: &'a StudyFile, register: &'a Register) -> Self {
        // Out-of-range years are reported; until then the period must merely be safe to count with.
        let years = usize::try_from(file.period.years).unwrap_or(1).clamp(1, 100);
        Self {
            file,
            register,
            problems: Vec::new(),
            period: Period { first_year: Year(file.period.first_year.0.min(2200)), years },
            partners: Ids::default(),
            services: Ids::default(),
            units: Ids::default(),
            roles: Vec::new(),
        }
    }

    /// Adds a problem, to which its facts can be added.
    #[inline(never)]
    fn report(&mut self, code: &'static str, at: At<'_>) -> &mut Problem {
        self.problems.push(Problem::new(code, at.pointer()));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    /// A number within its limits; outside them it is reported, and the nearest inside goes on.
    #[inline(never)]
    fn within(&mut self, value: f64, (min, max): (f64, f64), at: At<'_>) -> f64 {
        if (min..=max).contains(&value) {
            return value;
        }
        self.report("out_of_range", at).fact("value", value).fact("min", min).fact("max", max);
        value.max(min).min(max)
    }

    fn within_if(&mut self, value: Option<f64>, limits: (f64, f64), at: At<'_>) -> Option<f64> {
        value.map(|value| self.within(value, limits, at))
    }

    /// Whether the study can be calculated at all. What is too large is not looked at further.
    fn size(&mut self) {
        let file = self.file;
        for (what, count, limit) in [
            ("partners", file.partners.len(), limit::FEW),
            ("services", file.services.len(), limit::FEW),
            ("units", file.units.len(), limit::FEW),
            ("posts", file.posts.len(), limit::MANY),
            ("departures", file.departures.len(), limit::MANY),
            ("running_costs", file.running_costs.len(), limit::MANY),
            ("volumes", file.volumes.len(), limit::MANY),
            ("assumptions", file.assumptions.len(), limit::MANY),
            ("ranges", file.ranges.len(), limit::MANY),
            ("options", file.options.len(), limit::FEW),
            ("phases", file.phases.len(), limit::FEW),
            ("outturn", file.outturn.len(), limit::MANY),
        ] {
            self.not_too_many(what, count, limit, At::Root.field(what));
        }
        if let Some(criteria) = &file.criteria {
            let at = At::Field(&At::Root, "criteria");
            self.not_too_many("list", criteria.list.len(), limit::FEW, at.field("list"));
            self.not_too_many("scores", criteria.scores.len(), limit::SOME, at.field("scores"));
        }
        let list = At::Field(&At::Root, "options");
        for (index, option) in file.options.iter().enumerate() {
            let at = list.item(index);
            for (what, count, limit) in [
                ("units", option.units.len(), limit::FEW),
                ("moves", option.moves.len(), limit::FEW),
                ("one_offs", option.one_offs.len(), limit::SOME),
                ("recurring", option.recurring.len(), limit::SOME),
                ("effort", option.effort.len(), limit::SOME),
            ] {
                self.not_too_many(what, count, limit, at.field(what));
            }
            let moves = at.field("moves");
            for (index, moved) in option.moves.iter().enumerate() {
                let posts = moved.staffing.as_ref().map_or(0, |staffing| staffing.posts.len());
                self.not_too_many(
                    "posts",
                    posts,
                    limit::FEW,
                    moves.item(index).field("staffing").field("posts"),
                );
            }
        }
        let rows = file.posts.len() + file.running_costs.len() + file.partners.len();
        let row_months = rows * self.period.months() * (file.options.len() + 1);
        self.not_too_many("row_months", row_months, limit::ROW_MONTHS, At::Root);
    }

    fn not_too_many(&mut self, what: &'static str, count: usize, limit: usize, at: At<'_>) {
        if count > limit {
            self.report("too_large", at).fact("what", what).fact("limit", limit as f64);
        }
    }

    fn study(&mut self) -> Study {
        let file = self.file;
        self.head();
        let partners = self.check_partners();
        let services = self.check_services();
        let units = self.check_units();
        let posts = self.check_posts();
        let departures = self.check_departures(&posts);
        let running_costs = self.check_running_costs();
        let volumes = self.check_volumes();
        let prices = self.check_prices();
        let ranges = self.check_ranges();
        let mut study = Study {
            title: file.title.clone(),
            period: self.period,
            prices,
            nulmeting: file.nulmeting.as_ref().map_or_else(Nulmeting::default, |said| Nulmeting {
                basis: said.basis,
                external_hire_included: said.external_hire_included,
            }),
            partners,
            services,
            units,
            roles: Vec::new(),
            posts,
            departures,
            running_costs,
            volumes,
            deviations: Vec::new(),
            ranges,
            seed: file.seed,
            options: Vec::new(),
            criteria: Criteria::default(),
            decisions: Vec::new(),
            outturn: Vec::new(),
        };
        study.deviations = self.check_deviations();
        self.check_today_keys(&mut study);
        study.options = self.check_options(&study);
        study.criteria = self.check_criteria();
        study.decisions = self.check_decisions();
        study.outturn = self.check_outturn(&study);
        study.roles = std::mem::take(&mut self.roles);
        study
    }

    fn head(&mut self) {
        let file = self.file;
        let period = At::Field(&At::Root, "period");
        if file.format != "deelsom/study" {
            self.report("wrong_format", At::Root.field("format"))
                .fact("found", file.format.as_str())
                .fact("expected", "deelsom/study");
        }
        if !(1..=VERSION).contains(&file.version) {
            self.report("unsupported_version", At::Root.field("version"))
                .fact("found", f64::from(file.version))
                .fact("supported", f64::from(VERSION));
        }
        if file.version == 1 {
            self.only_first_version();
        }
        self.within(f64::from(file.period.first_year.0), limit::CALENDAR, period.field("first_year"));
        self.within(f64::from(file.period.years), limit::YEARS, period.field("years"));
    }

    /// A file of the first version holds nothing of what the second brought.
    fn only_first_version(&mut self) {
        let file = self.file;
        for (field, given) in [
            ("out_of_scope", !file.out_of_scope.is_empty()),
            ("criteria", file.criteria.is_some()),
            ("phases", !file.phases.is_empty()),
            ("outturn", !file.outturn.is_empty()),
        ] {
            if given {
                self.report("unknown_field", At::Root.field(field)).fact("field", field);
            }
        }
        let list = At::Field(&At::Root, "options");
        for (index, _) in file.options.iter().enumerate().filter(|(_, option)| !option.effort.is_empty()) {
            self.report("unknown_field", list.item(index).field("effort")).fact("field", "effort");
        }
    }

    /// An id that can be referred to: something, and none of the words that the ledger has for bearers of its own.
    fn check_id(&mut self, id: &str, at: At<'_>) {
        if id.is_empty() || id == "shared" || id == "baseline" || id.starts_with("unit:") {
            self.report("invalid_id", at).fact("value", id);
        }
    }

    fn partner(&mut self, id: &str, at: At<'_>) -> Option<PartnerId> {
        let found = self.partners.get(id).map(PartnerId);
        if found.is_none() {
            self.report("unknown_partner", at).fact("id", id);
        }
        found
    }

    fn service(&mut self, id: &str, at: At<'_>) -> Option<ServiceId> {
        let found = self.services.get(id).map(ServiceId);
        if found.is_none() {
            self.report("unknown_service", at).fact("id", id);
        }
        found
    }

    fn unit(&mut self, id: &str, at: At<'_>) -> Option<UnitId> {
        let found = self.units.get(id).map(UnitId);
        if found.is_none() {
            self.report("unknown_unit", at).fact("id", id);
        }
        found
    }

    fn role(&mut self, name: &str) -> RoleId {
        let known = self.roles.iter().position(|role| role == name);
        RoleId(known.unwrap_or_else(|| {
            self.roles.push(name.to_owned());
            self.roles.len() - 1
        }))
    }

    /// A month of the period, counted from its first.
    fn month(&mut self, month: Month, at: At<'_>) -> usize {
        self.period.index(month).unwrap_or_else(|| {
            let (first, last) = (self.period.first_month(), self.period.last_month());
            self.report("month_outside_period", at)
                .fact("month", month.to_string())
                .fact("first", first.to_string())
                .fact("last", last.to_string());
            0
        })
    }

    /// A table of numbers by year, put in order.
    fn by_year(&mut self, table: &Table<f64>, limits: (f64, f64), at: At<'_>) -> Vec<(Year, f64)> {
        let mut rows: Vec<(Year, f64)> = Vec::with_capacity(table.0.len());
        for (text, value) in &table.0 {
            let place = at.field(text);
            let value = self.within(*value, limits, place);
            if let Some(year) = self.calendar_year(text, place) {
                insert_in_order(&mut rows, (year, value), |(year, _)| *year);
            }
        }
        rows
    }

    fn calendar_year(&mut self, text: &str, at: At<'_>) -> Option<Year> {
        let year =
            text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()));
        if year.is_none() {
            self.report("year_invalid", at).fact("value", text);
        }
        year.map(Year)
    }

    /// A number for every partner, in study order; zero for one that is not named.
    fn by_partner(&mut self, table: &Table<f64>, at: At<'_>) -> Vec<f64> {
        let mut numbers = vec![0.0; self.file.partners.len()];
        for (id, value) in &table.0 {
            let value = self.within(*value, limit::WEIGHT, at.field(id));
            if let Some(partner) = self.partner(id, at.field(id)) {
                numbers[partner.0] = value;
            }
        }
        numbers
    }
}

/// The services that a unit of today has: those with posts or running costs there.
pub(crate) fn today_services(study: &Study, unit: UnitId) -> Vec<ServiceId> {
    (0..study.services.len()).map(ServiceId).filter(|service| has_service(study, unit, *service)).collect()
}

/// Whether a unit of today has posts or running costs of a service.
pub(crate) fn has_service(study: &Study, unit: UnitId, service: ServiceId) -> bool {
    study.posts.iter().any(|post| post.unit == unit && post.service == service)
        || study.running_costs.iter().any(|cost| cost.unit == unit && cost.service == Some(service))
}
