//! From a study file to a study: every reference found, every number within its limits, or every problem named.

mod keys;
mod option;

use super::file::{PriceMode, RunningCostFile, StudyFile, UnitFile, ValueFile};
use super::json::{At, Table};
use super::{
    Basis, Departure, Deviation, Form, Key, Kind, Nulmeting, Partner, PartnerId, Pay, Post, Prices, RoleId, RunningAmount,
    RunningCost, Service, ServiceId, Study, Unit, UnitId, Value, Vat,
};
use crate::assumptions::{Entry, Register};
use crate::calendar::{Month, Period, Year};
use crate::problem::Problem;
use crate::quantity::{Fte, Rate};

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
        value.clamp(min, max.max(min))
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
        ] {
            self.not_too_many(what, count, limit, At::Root.field(what));
        }
        let list = At::Field(&At::Root, "options");
        for (index, option) in file.options.iter().enumerate() {
            let at = list.item(index);
            for (what, count, limit) in [
                ("units", option.units.len(), limit::FEW),
                ("moves", option.moves.len(), limit::FEW),
                ("one_offs", option.one_offs.len(), limit::SOME),
                ("recurring", option.recurring.len(), limit::SOME),
            ] {
                self.not_too_many(what, count, limit, at.field(what));
            }
            let moves = at.field("moves");
            for (index, moved) in option.moves.iter().enumerate() {
                let posts = moved.staffing.as_ref().map_or(0, |staffing| staffing.posts.len());
                self.not_too_many("posts", posts, limit::FEW, moves.item(index).field("staffing"));
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
        self.check_ranges();
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
            options: Vec::new(),
        };
        study.deviations = self.check_deviations();
        self.check_today_keys(&mut study);
        study.options = self.check_options(&study);
        study.roles = std::mem::take(&mut self.roles);
        study
    }

    fn head(&mut self) {
        let file = self.file;
        let period = At::Field(&At::Root, "period");
        if file.format != "deelsom/study" {
            self.report("wrong_format", At::Root.field("format")).fact("found", file.format.as_str()).fact("expected", "deelsom/study");
        }
        if file.version != 1 {
            self.report("unsupported_version", At::Root.field("version")).fact("found", f64::from(file.version)).fact("supported", 1.0);
        }
        self.within(f64::from(file.period.first_year.0), limit::CALENDAR, period.field("first_year"));
        self.within(f64::from(file.period.years), limit::YEARS, period.field("years"));
    }

    /// An id that can be referred to: something, and none of the words that the ledger has for bearers of its own.
    fn check_id(&mut self, id: &str, at: At<'_>) {
        if id.is_empty() || id == "shared" || id == "baseline" || id.starts_with("unit:") {
            self.report("invalid_id", at).fact("value", id);
        }
    }

    fn check_partners(&mut self) -> Vec<Partner> {
        let file = self.file;
        if file.partners.is_empty() {
            self.report("empty_list", At::Root.field("partners"));
        }
        let mut partners = Vec::with_capacity(file.partners.len());
        for (index, partner) in file.partners.iter().enumerate() {
            let list = At::Field(&At::Root, "partners");
            let at = list.item(index);
            self.check_id(&partner.id, at.field("id"));
            if !self.units.add(&partner.id, index) {
                self.report("duplicate_id", at.field("id")).fact("id", partner.id.as_str());
            }
            self.partners.add(&partner.id, index);
            partners.push(Partner {
                id: partner.id.clone(),
                name: partner.name.clone(),
                inhabitants: self.within(partner.inhabitants, limit::INHABITANTS, at.field("inhabitants")),
                growth: Rate::new(self.within(partner.growth.unwrap_or(0.0), limit::GROWTH, at.field("growth"))),
                general_grant: self.within_if(partner.general_grant, limit::EUROS, at.field("general_grant")),
                budget: self.within_if(partner.budget, limit::EUROS, at.field("budget")),
                recoverable_vat: self
                    .within_if(partner.recoverable_vat, limit::SHARE, at.field("recoverable_vat"))
                    .map(Rate::new),
            });
        }
        partners
    }

    fn check_services(&mut self) -> Vec<Service> {
        let file = self.file;
        let mut services = Vec::with_capacity(file.services.len());
        for (index, service) in file.services.iter().enumerate() {
            let list = At::Field(&At::Root, "services");
            let item = list.item(index);
            let at = item.field("id");
            if service.id.is_empty() {
                self.report("invalid_id", at).fact("value", "");
            }
            if !self.services.add(&service.id, index) {
                self.report("duplicate_id", at).fact("id", service.id.as_str());
            }
            services.push(Service {
                id: service.id.clone(),
                name: service.name.clone(),
                kind: service.kind.unwrap_or(Kind::Other),
            });
        }
        services
    }

    /// The units of today: every partner by itself, then the joint ones.
    fn check_units(&mut self) -> Vec<Unit> {
        let file = self.file;
        let mut units: Vec<Unit> = file
            .partners
            .iter()
            .enumerate()
            .map(|(index, partner)| Unit {
                id: partner.id.clone(),
                name: partner.name.clone(),
                form: Form::Standalone,
                members: vec![PartnerId(index)],
                host: None,
                basis: Basis::Gross,
                key: None,
                vat: Vat::None,
            })
            .collect();
        for (index, unit) in file.units.iter().enumerate() {
            let list = At::Field(&At::Root, "units");
            let at = list.item(index);
            self.check_id(&unit.id, at.field("id"));
            if !self.units.add(&unit.id, units.len()) {
                self.report("duplicate_id", at.field("id")).fact("id", unit.id.as_str());
            }
            units.push(self.check_unit(unit, at));
        }
        units
    }

    fn check_unit(&mut self, unit: &UnitFile, at: At<'_>) -> Unit {
        let mut members = Vec::with_capacity(unit.members.len());
        let list = at.field("members");
        for (index, id) in unit.members.iter().enumerate() {
            if let Some(partner) = self.partner(id, list.item(index)) {
                if members.contains(&partner) {
                    self.report("duplicate_member", list.item(index)).fact("partner", id.as_str());
                } else {
                    insert_in_order(&mut members, partner, |member| *member);
                }
            }
        }
        if unit.members.len() < 2 {
            self.report("too_few_members", at.field("members")).fact("unit", unit.id.as_str());
        }
        let host = unit.host.as_ref().and_then(|id| self.partner(id, at.field("host")));
        match (unit.form, &unit.host, host) {
            (Form::HostMunicipality, None, _) => {
                self.report("host_missing", at.field("host")).fact("unit", unit.id.as_str());
            }
            (_, Some(id), Some(host)) if !members.contains(&host) => {
                self.report("host_not_member", at.field("host")).fact("host", id.as_str());
            }
            _ => {}
        }
        Unit {
            id: unit.id.clone(),
            name: unit.name.clone(),
            form: unit.form,
            members,
            // Only a host municipality has a host that employs and invoices.
            host: host.filter(|_| unit.form == Form::HostMunicipality),
            basis: unit.basis.unwrap_or(Basis::Gross),
            key: None,
            vat: unit.vat.unwrap_or(Vat::None),
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

    /// A salary scale of the register, or a cost; exactly one of the two.
    fn check_pay(&mut self, scale: Option<&String>, cost: Option<f64>, at: At<'_>) -> Option<Pay> {
        match (scale, cost) {
            (Some(_), Some(_)) => {
                self.report("cost_ambiguous", at.field("cost_per_fte"));
                None
            }
            (Some(scale), None) => {
                if self.register.entry(&format!("cost_per_fte.{scale}")).is_none() {
                    self.report("unknown_scale", at.field("scale")).fact("scale", scale.as_str());
                }
                Some(Pay::Scale(scale.clone()))
            }
            (None, Some(cost)) => {
                Some(Pay::Cost(self.within(cost, limit::COST_PER_FTE, at.field("cost_per_fte"))))
            }
            (None, None) => None,
        }
    }

    fn check_posts(&mut self) -> Vec<Post> {
        let file = self.file;
        let mut posts: Vec<Post> = Vec::with_capacity(file.posts.len());
        for (index, post) in file.posts.iter().enumerate() {
            let list = At::Field(&At::Root, "posts");
            let at = list.item(index);
            let unit = self.unit(&post.unit, at.field("unit"));
            let service = self.service(&post.service, at.field("service"));
            let found = self.problems.len();
            let pay = self.check_pay(post.scale.as_ref(), post.cost_per_fte, at);
            if pay.is_none() && self.problems.len() == found {
                self.report("cost_missing", at.field("scale")).fact("role", post.role.as_str());
            }
            let establishment = self.within(post.fte, limit::FTE, at.field("fte"));
            let in_post = self.within(post.in_post.unwrap_or(establishment), limit::FTE, at.field("in_post"));
            let role = self.role(&post.role);
            if let (Some(unit), Some(service)) = (unit, service) {
                if posts.iter().any(|other| (other.unit, other.service, other.role) == (unit, service, role)) {
                    let problem = self.report("duplicate_post", at).fact("unit", post.unit.as_str());
                    problem.fact("service", post.service.as_str()).fact("role", post.role.as_str());
                }
                posts.push(Post {
                    unit,
                    service,
                    role,
                    pay: pay.unwrap_or(Pay::Cost(0.0)),
                    establishment: Fte::new(establishment),
                    in_post: Fte::new(in_post),
                });
            }
        }
        posts
    }

    /// A month of the period, counted from its first.
    fn month(&mut self, month: Month, at: At<'_>) -> usize {
        self.period.index(month).unwrap_or_else(|| {
            let (first, last) = (self.period.first_month(), self.period.last_month());
            self.report("month_outside_period", at).fact("month", month.to_string()).fact("first", first.to_string()).fact("last", last.to_string());
            0
        })
    }

    fn check_departures(&mut self, posts: &[Post]) -> Vec<Departure> {
        let file = self.file;
        let mut departures = Vec::with_capacity(file.departures.len());
        for (index, departure) in file.departures.iter().enumerate() {
            let list = At::Field(&At::Root, "departures");
            let at = list.item(index);
            let unit = self.unit(&departure.unit, at.field("unit"));
            let service = self.service(&departure.service, at.field("service"));
            let month = self.month(departure.month, at.field("month"));
            let fte = Fte::new(self.within(departure.fte, limit::FTE, at.field("fte")));
            let (Some(unit), Some(service)) = (unit, service) else { continue };
            let role = self.role(&departure.role);
            if !posts.iter().any(|post| (post.unit, post.service, post.role) == (unit, service, role)) {
                self.report("role_unknown", at.field("role")).fact("unit", departure.unit.as_str()).fact("role", departure.role.as_str());
            }
            departures.push(Departure { unit, service, role, month, fte });
        }
        departures
    }

    fn check_running_costs(&mut self) -> Vec<RunningCost> {
        let file = self.file;
        let mut costs = Vec::with_capacity(file.running_costs.len());
        for (index, cost) in file.running_costs.iter().enumerate() {
            let list = At::Field(&At::Root, "running_costs");
            let at = list.item(index);
            let unit = self.unit(&cost.unit, at.field("unit"));
            let service = cost.service.as_ref().map(|id| self.service(id, at.field("service")));
            let amount = self.running_amount(cost, at);
            if let (Some(unit), Some(amount), None | Some(Some(_))) = (unit, amount, service) {
                costs.push(RunningCost {
                    unit,
                    service: service.flatten(),
                    name: cost.name.clone(),
                    amount,
                    carries_vat: cost.carries_vat.unwrap_or(false),
                });
            }
        }
        costs
    }

    fn running_amount(&mut self, cost: &RunningCostFile, at: At<'_>) -> Option<RunningAmount> {
        match (cost.amount, &cost.amounts) {
            (Some(amount), None) => {
                Some(RunningAmount::Yearly(self.within(amount, limit::EUROS, at.field("amount"))))
            }
            (None, Some(table)) => {
                let amounts = self.by_year(table, limit::EUROS, at.field("amounts"));
                if amounts.is_empty() {
                    self.report("empty_list", at.field("amounts"));
                }
                Some(RunningAmount::ByYear(amounts))
            }
            (None, None) => {
                self.report("amount_missing", at.field("amount")).fact("name", cost.name.as_str());
                None
            }
            (Some(_), Some(_)) => {
                self.report("amount_ambiguous", at.field("amounts")).fact("name", cost.name.as_str());
                None
            }
        }
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
        let year = text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()));
        if year.is_none() {
            self.report("year_invalid", at).fact("value", text);
        }
        year.map(Year)
    }

    fn check_volumes(&mut self) -> Vec<Option<Vec<f64>>> {
        let file = self.file;
        let mut volumes = vec![None; file.services.len()];
        for (index, volume) in file.volumes.iter().enumerate() {
            let list = At::Field(&At::Root, "volumes");
            let at = list.item(index);
            let by_partner = self.by_partner(&volume.by_partner, at.field("by_partner"));
            if let Some(service) = self.service(&volume.service, at.field("service")) {
                if volumes[service.0].is_some() {
                    self.report("duplicate_volume", at.field("service")).fact("service", volume.service.as_str());
                }
                volumes[service.0] = Some(by_partner);
            }
        }
        volumes
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

    fn check_prices(&mut self) -> Prices {
        let prices = self.file.prices.as_ref();
        let base_year = prices.and_then(|prices| prices.base_year);
        if let Some(year) = base_year {
            self.within(f64::from(year.0), limit::CALENDAR, At::Root.field("prices").field("base_year"));
        }
        Prices {
            mode: prices.and_then(|prices| prices.mode).unwrap_or(PriceMode::Constant),
            base_year: base_year.map_or(self.period.first_year, |year| Year(year.0.clamp(1900, 2200))),
        }
    }

    fn check_ranges(&mut self) {
        for (index, range) in self.file.ranges.iter().enumerate() {
            let list = At::Field(&At::Root, "ranges");
            let at = list.item(index);
            self.within(range.low, limit::WEIGHT, at.field("low"));
            self.within(range.high, (range.low.min(limit::WEIGHT.1), limit::WEIGHT.1), at.field("high"));
            if !range.path.starts_with('/') {
                self.report("unknown_value", at.field("path")).fact("value", range.path.as_str()).fact("allowed", vec!["/…".to_owned()]);
            }
        }
    }

    fn check_deviations(&mut self) -> Vec<Deviation> {
        let file = self.file;
        let mut deviations: Vec<Deviation> = Vec::with_capacity(file.assumptions.len());
        for (index, said) in file.assumptions.iter().enumerate() {
            let list = At::Field(&At::Root, "assumptions");
            let at = list.item(index);
            if said.reason.trim().is_empty() {
                self.report("missing_reason", at.field("reason")).fact("id", said.id.as_str());
            }
            let service = said.service.as_ref().map(|id| self.service(id, at.field("service")));
            // A service has one elasticity; the register has one for every kind.
            let row = match (said.id.as_str(), service.flatten()) {
                ("elasticity", Some(service)) => {
                    let kind = file.services.get(service.0).and_then(|service| service.kind).unwrap_or(Kind::Other);
                    format!("elasticity.{}", kind.code())
                }
                _ => said.id.clone(),
            };
            let Some(entry) = self.register.entry(&row) else {
                self.report("unknown_assumption", at.field("id")).fact("id", said.id.as_str());
                continue;
            };
            if said.service.is_some() && !entry.per_service {
                self.report("not_per_service", at.field("service")).fact("id", said.id.as_str());
            }
            if deviations.iter().any(|other| other.id == said.id && Some(other.service) == service.or(Some(None))) {
                self.report("duplicate_id", at.field("id")).fact("id", said.id.as_str());
            }
            if let Some(value) = self.check_value(&said.value, entry, at.field("value")) {
                deviations.push(Deviation {
                    id: said.id.clone(),
                    service: service.flatten(),
                    value,
                    reason: said.reason.clone(),
                });
            }
        }
        deviations
    }

    fn check_value(&mut self, value: &ValueFile, entry: &Entry, at: At<'_>) -> Option<Value> {
        let limits = (entry.min.unwrap_or(f64::MIN), entry.max.unwrap_or(f64::MAX));
        let is_scale = matches!(entry.value, Value::Scale(_));
        let is_index = matches!(entry.id.as_str(), "wage_index" | "price_index");
        match value {
            ValueFile::Number(number) if !is_scale => Some(Value::Number(self.within(*number, limits, at))),
            ValueFile::ByYear(table) if is_index => Some(Value::ByYear(self.by_year(table, limits, at))),
            ValueFile::Nothing if is_scale => Some(Value::Scale(None)),
            ValueFile::Text(scale) if is_scale => {
                if self.register.entry(&format!("cost_per_fte.{scale}")).is_none() {
                    self.report("unknown_scale", at).fact("scale", scale.as_str());
                }
                Some(Value::Scale(Some(scale.clone())))
            }
            other => {
                let found = match other {
                    ValueFile::Nothing => "null",
                    ValueFile::Number(_) => "number",
                    ValueFile::Text(_) => "text",
                    ValueFile::ByYear(_) => "object",
                };
                let expected = if is_scale { "scale" } else { "number" };
                self.report("wrong_type", at).fact("expected", expected).fact("found", found);
                None
            }
        }
    }

    /// Keys of today's joint units; every joint unit of today shares its cost by one.
    fn check_today_keys(&mut self, study: &mut Study) {
        let file = self.file;
        for (index, unit) in file.units.iter().enumerate() {
            let list = At::Field(&At::Root, "units");
            let unit_at = list.item(index);
            let at = unit_at.field("key");
            let place = file.partners.len() + index;
            match &unit.key {
                None => _ = self.report("missing_field", at).fact("field", "key"),
                Some(key) => {
                    let key = self.check_key(key, at);
                    self.check_today_key(&key, UnitId(place), study, at);
                    if let Some(unit) = study.units.get_mut(place) {
                        unit.key = Some(key);
                    }
                }
            }
        }
    }

    fn check_today_key(&mut self, key: &Key, unit: UnitId, study: &Study, at: At<'_>) {
        let Some(today) = study.units.get(unit.0).cloned() else { return };
        let services = today_services(study, unit);
        let has_own_costs = study.running_costs.iter().any(|cost| cost.unit == unit && cost.service.is_none());
        let whole = has_own_costs || (today.basis == Basis::Gross && !services.is_empty());
        self.check_key_use(key, &keys::Use { members: &today.members, services: &services, whole: whole.then_some("governance") }, study, at);
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
