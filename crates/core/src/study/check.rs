//! From a study file to a study: every reference found, every number within its limits, or every problem named.

mod keys;
mod option;

use std::collections::BTreeMap;

use super::file::{PriceMode, RunningCostFile, StudyFile, UnitFile, ValueFile};
use super::json::Table;
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
    pub(super) const PARTNERS: usize = 400;
    pub(super) const ITEMS: usize = 20_000;
}

pub(super) fn check(file: &StudyFile, register: &Register) -> Result<Study, Vec<Problem>> {
    let mut checker = Checker::new(file, register);
    let study = checker.study();
    if checker.problems.is_empty() { Ok(study) } else { Err(checker.problems) }
}

/// What has been found so far: problems, and the positions of ids.
struct Checker<'a> {
    file: &'a StudyFile,
    register: &'a Register,
    problems: Vec<Problem>,
    period: Period,
    partners: BTreeMap<&'a str, PartnerId>,
    services: BTreeMap<&'a str, ServiceId>,
    units: BTreeMap<&'a str, UnitId>,
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
            partners: BTreeMap::new(),
            services: BTreeMap::new(),
            units: BTreeMap::new(),
            roles: Vec::new(),
        }
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn within(&mut self, value: f64, (min, max): (f64, f64), path: impl FnOnce() -> String) -> f64 {
        if (min..=max).contains(&value) {
            return value;
        }
        self.problem(Problem::new("out_of_range", path()).with("value", value).with("min", min).with("max", max));
        min.max(value.min(max)).max(min)
    }

    fn within_if(&mut self, value: Option<f64>, limits: (f64, f64), path: impl FnOnce() -> String) -> Option<f64> {
        value.map(|value| self.within(value, limits, path))
    }

    fn not_too_many(&mut self, what: &'static str, count: usize, limit: usize) {
        if count > limit {
            let problem = Problem::new("too_large", format!("/{what}")).with("what", what).with("limit", limit as f64);
            self.problem(problem);
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
        if file.format != "deelsom/study" {
            let problem = Problem::new("wrong_format", "/format").with("found", file.format.as_str());
            self.problem(problem.with("expected", "deelsom/study"));
        }
        if file.version != 1 {
            let problem = Problem::new("unsupported_version", "/version").with("found", f64::from(file.version));
            self.problem(problem.with("supported", 1.0));
        }
        self.within(f64::from(file.period.first_year.0), limit::CALENDAR, || "/period/first_year".into());
        self.within(f64::from(file.period.years), limit::YEARS, || "/period/years".into());
        self.not_too_many("partners", file.partners.len(), limit::PARTNERS);
        for (what, count) in [
            ("services", file.services.len()),
            ("units", file.units.len()),
            ("posts", file.posts.len()),
            ("departures", file.departures.len()),
            ("running_costs", file.running_costs.len()),
            ("options", file.options.len()),
        ] {
            self.not_too_many(what, count, limit::ITEMS);
        }
    }

    /// An id that can be referred to: something, and none of the words that the ledger has for bearers of its own.
    fn check_id(&mut self, id: &str, path: String) {
        if id.is_empty() || id == "shared" || id == "baseline" || id.starts_with("unit:") {
            self.problem(Problem::new("invalid_id", path).with("value", id));
        }
    }

    fn check_partners(&mut self) -> Vec<Partner> {
        let file = self.file;
        if file.partners.is_empty() {
            self.problem(Problem::new("empty_list", "/partners"));
        }
        let mut partners = Vec::with_capacity(file.partners.len());
        for (index, partner) in file.partners.iter().enumerate() {
            let at = |field: &str| format!("/partners/{index}/{field}");
            self.check_id(&partner.id, at("id"));
            if self.units.insert(&partner.id, UnitId(index)).is_some() {
                self.problem(Problem::new("duplicate_id", at("id")).with("id", partner.id.as_str()));
            }
            self.partners.insert(&partner.id, PartnerId(index));
            partners.push(Partner {
                id: partner.id.clone(),
                name: partner.name.clone(),
                inhabitants: self.within(partner.inhabitants, limit::INHABITANTS, || at("inhabitants")),
                growth: Rate::new(self.within(partner.growth.unwrap_or(0.0), limit::GROWTH, || at("growth"))),
                general_grant: self.within_if(partner.general_grant, limit::EUROS, || at("general_grant")),
                budget: self.within_if(partner.budget, limit::EUROS, || at("budget")),
                recoverable_vat: self
                    .within_if(partner.recoverable_vat, limit::SHARE, || at("recoverable_vat"))
                    .map(Rate::new),
            });
        }
        partners
    }

    fn check_services(&mut self) -> Vec<Service> {
        let file = self.file;
        let mut services = Vec::with_capacity(file.services.len());
        for (index, service) in file.services.iter().enumerate() {
            let at = format!("/services/{index}/id");
            if service.id.is_empty() {
                self.problem(Problem::new("invalid_id", at.clone()).with("value", ""));
            }
            if self.services.insert(&service.id, ServiceId(index)).is_some() {
                self.problem(Problem::new("duplicate_id", at).with("id", service.id.as_str()));
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
            let at = format!("/units/{index}");
            self.check_id(&unit.id, format!("{at}/id"));
            if self.units.insert(&unit.id, UnitId(units.len())).is_some() {
                self.problem(Problem::new("duplicate_id", format!("{at}/id")).with("id", unit.id.as_str()));
            }
            units.push(self.check_unit(unit, &at));
        }
        units
    }

    fn check_unit(&mut self, unit: &UnitFile, at: &str) -> Unit {
        let mut members = Vec::with_capacity(unit.members.len());
        for (index, id) in unit.members.iter().enumerate() {
            if let Some(partner) = self.partner(id, || format!("{at}/members/{index}")) {
                if members.contains(&partner) {
                    let problem = Problem::new("duplicate_member", format!("{at}/members/{index}"));
                    self.problem(problem.with("partner", id.as_str()));
                } else {
                    members.push(partner);
                }
            }
        }
        if unit.members.len() < 2 {
            self.problem(Problem::new("too_few_members", format!("{at}/members")).with("unit", unit.id.as_str()));
        }
        members.sort_unstable();
        let host = unit.host.as_ref().and_then(|id| self.partner(id, || format!("{at}/host")));
        match (unit.form, &unit.host, host) {
            (Form::HostMunicipality, None, _) => {
                self.problem(Problem::new("host_missing", format!("{at}/host")).with("unit", unit.id.as_str()));
            }
            (_, Some(id), Some(host)) if !members.contains(&host) => {
                self.problem(Problem::new("host_not_member", format!("{at}/host")).with("host", id.as_str()));
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

    fn partner(&mut self, id: &str, path: impl FnOnce() -> String) -> Option<PartnerId> {
        let found = self.partners.get(id).copied();
        if found.is_none() {
            self.problem(Problem::new("unknown_partner", path()).with("id", id));
        }
        found
    }

    fn service(&mut self, id: &str, path: impl FnOnce() -> String) -> Option<ServiceId> {
        let found = self.services.get(id).copied();
        if found.is_none() {
            self.problem(Problem::new("unknown_service", path()).with("id", id));
        }
        found
    }

    fn unit(&mut self, id: &str, path: impl FnOnce() -> String) -> Option<UnitId> {
        let found = self.units.get(id).copied();
        if found.is_none() {
            self.problem(Problem::new("unknown_unit", path()).with("id", id));
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
    fn check_pay(&mut self, scale: Option<&String>, cost: Option<f64>, at: &str) -> Option<Pay> {
        match (scale, cost) {
            (Some(_), Some(_)) => {
                self.problem(Problem::new("cost_ambiguous", format!("{at}/cost_per_fte")));
                None
            }
            (Some(scale), None) => {
                if self.register.entry(&format!("cost_per_fte.{scale}")).is_none() {
                    self.problem(Problem::new("unknown_scale", format!("{at}/scale")).with("scale", scale.as_str()));
                }
                Some(Pay::Scale(scale.clone()))
            }
            (None, Some(cost)) => {
                Some(Pay::Cost(self.within(cost, limit::COST_PER_FTE, || format!("{at}/cost_per_fte"))))
            }
            (None, None) => None,
        }
    }

    fn check_posts(&mut self) -> Vec<Post> {
        let file = self.file;
        let mut seen = BTreeMap::new();
        let mut posts = Vec::with_capacity(file.posts.len());
        for (index, post) in file.posts.iter().enumerate() {
            let at = format!("/posts/{index}");
            let unit = self.unit(&post.unit, || format!("{at}/unit"));
            let service = self.service(&post.service, || format!("{at}/service"));
            if seen.insert((&post.unit, &post.service, &post.role), index).is_some() {
                let problem = Problem::new("duplicate_post", at.clone()).with("unit", post.unit.as_str());
                self.problem(problem.with("service", post.service.as_str()).with("role", post.role.as_str()));
            }
            let found = self.problems.len();
            let pay = self.check_pay(post.scale.as_ref(), post.cost_per_fte, &at);
            if pay.is_none() && self.problems.len() == found {
                self.problem(Problem::new("cost_missing", format!("{at}/scale")).with("role", post.role.as_str()));
            }
            let establishment = self.within(post.fte, limit::FTE, || format!("{at}/fte"));
            let in_post = self.within(post.in_post.unwrap_or(establishment), limit::FTE, || format!("{at}/in_post"));
            let role = self.role(&post.role);
            if let (Some(unit), Some(service)) = (unit, service) {
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
    fn month(&mut self, month: Month, path: impl FnOnce() -> String) -> usize {
        self.period.index(month).unwrap_or_else(|| {
            let problem = Problem::new("month_outside_period", path()).with("month", month.to_string());
            let (first, last) = (self.period.first_month(), self.period.last_month());
            self.problem(problem.with("first", first.to_string()).with("last", last.to_string()));
            0
        })
    }

    fn check_departures(&mut self, posts: &[Post]) -> Vec<Departure> {
        let file = self.file;
        let mut departures = Vec::with_capacity(file.departures.len());
        for (index, departure) in file.departures.iter().enumerate() {
            let at = format!("/departures/{index}");
            let unit = self.unit(&departure.unit, || format!("{at}/unit"));
            let service = self.service(&departure.service, || format!("{at}/service"));
            let month = self.month(departure.month, || format!("{at}/month"));
            let fte = Fte::new(self.within(departure.fte, limit::FTE, || format!("{at}/fte")));
            let (Some(unit), Some(service)) = (unit, service) else { continue };
            let role = self.role(&departure.role);
            if !posts.iter().any(|post| (post.unit, post.service, post.role) == (unit, service, role)) {
                let problem = Problem::new("role_unknown", format!("{at}/role")).with("unit", departure.unit.as_str());
                let problem = problem.with("service", departure.service.as_str());
                self.problem(problem.with("role", departure.role.as_str()));
            }
            departures.push(Departure { unit, service, role, month, fte });
        }
        departures
    }

    fn check_running_costs(&mut self) -> Vec<RunningCost> {
        let file = self.file;
        let mut costs = Vec::with_capacity(file.running_costs.len());
        for (index, cost) in file.running_costs.iter().enumerate() {
            let at = format!("/running_costs/{index}");
            let unit = self.unit(&cost.unit, || format!("{at}/unit"));
            let service = cost.service.as_ref().map(|id| self.service(id, || format!("{at}/service")));
            let amount = self.running_amount(cost, &at);
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

    fn running_amount(&mut self, cost: &RunningCostFile, at: &str) -> Option<RunningAmount> {
        match (cost.amount, &cost.amounts) {
            (Some(amount), None) => {
                Some(RunningAmount::Yearly(self.within(amount, limit::EUROS, || format!("{at}/amount"))))
            }
            (None, Some(table)) => {
                let amounts = self.by_year(table, limit::EUROS, &format!("{at}/amounts"));
                if amounts.is_empty() {
                    self.problem(Problem::new("empty_list", format!("{at}/amounts")));
                }
                Some(RunningAmount::ByYear(amounts))
            }
            (None, None) => {
                self.problem(Problem::new("amount_missing", format!("{at}/amount")).with("name", cost.name.as_str()));
                None
            }
            (Some(_), Some(_)) => {
                self.problem(Problem::new("amount_ambiguous", format!("{at}/amounts")).with("name", cost.name.as_str()));
                None
            }
        }
    }

    /// A table of numbers by year, put in order.
    fn by_year(&mut self, table: &Table<f64>, limits: (f64, f64), at: &str) -> Vec<(Year, f64)> {
        let mut rows: Vec<(Year, f64)> = Vec::with_capacity(table.0.len());
        for (text, value) in &table.0 {
            let place = || format!("{at}/{text}");
            let value = self.within(*value, limits, place);
            if let Some(year) = self.calendar_year(text, place) {
                rows.push((year, value));
            }
        }
        rows.sort_by_key(|(year, _)| *year);
        rows
    }

    fn calendar_year(&mut self, text: &str, path: impl FnOnce() -> String) -> Option<Year> {
        let year = text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()));
        if year.is_none() {
            self.problem(Problem::new("year_invalid", path()).with("value", text));
        }
        year.map(Year)
    }

    fn check_volumes(&mut self) -> Vec<Option<Vec<f64>>> {
        let file = self.file;
        let mut volumes = vec![None; file.services.len()];
        for (index, volume) in file.volumes.iter().enumerate() {
            let at = format!("/volumes/{index}");
            let by_partner = self.by_partner(&volume.by_partner, &format!("{at}/by_partner"));
            if let Some(service) = self.service(&volume.service, || format!("{at}/service")) {
                if volumes[service.0].is_some() {
                    let problem = Problem::new("duplicate_volume", format!("{at}/service"));
                    self.problem(problem.with("service", volume.service.as_str()));
                }
                volumes[service.0] = Some(by_partner);
            }
        }
        volumes
    }

    /// A number for every partner, in study order; zero for one that is not named.
    fn by_partner(&mut self, table: &Table<f64>, at: &str) -> Vec<f64> {
        let mut numbers = vec![0.0; self.file.partners.len()];
        for (id, value) in &table.0 {
            let value = self.within(*value, limit::WEIGHT, || format!("{at}/{id}"));
            if let Some(partner) = self.partner(id, || format!("{at}/{id}")) {
                numbers[partner.0] = value;
            }
        }
        numbers
    }

    fn check_prices(&mut self) -> Prices {
        let prices = self.file.prices.as_ref();
        let base_year = prices.and_then(|prices| prices.base_year);
        if let Some(year) = base_year {
            self.within(f64::from(year.0), limit::CALENDAR, || "/prices/base_year".into());
        }
        Prices {
            mode: prices.and_then(|prices| prices.mode).unwrap_or(PriceMode::Constant),
            base_year: base_year.map_or(self.period.first_year, |year| Year(year.0.clamp(1900, 2200))),
        }
    }

    fn check_ranges(&mut self) {
        for (index, range) in self.file.ranges.iter().enumerate() {
            let at = format!("/ranges/{index}");
            self.within(range.low, limit::WEIGHT, || format!("{at}/low"));
            self.within(range.high, (range.low.min(limit::WEIGHT.1), limit::WEIGHT.1), || format!("{at}/high"));
            if !range.path.starts_with('/') {
                let problem = Problem::new("unknown_value", format!("{at}/path")).with("value", range.path.as_str());
                self.problem(problem.with("allowed", vec!["/…".to_owned()]));
            }
        }
    }

    fn check_deviations(&mut self) -> Vec<Deviation> {
        let file = self.file;
        let mut deviations: Vec<Deviation> = Vec::with_capacity(file.assumptions.len());
        for (index, said) in file.assumptions.iter().enumerate() {
            let at = format!("/assumptions/{index}");
            if said.reason.trim().is_empty() {
                self.problem(Problem::new("missing_reason", format!("{at}/reason")).with("id", said.id.as_str()));
            }
            let service = said.service.as_ref().map(|id| self.service(id, || format!("{at}/service")));
            // A service has one elasticity; the register has one for every kind.
            let row = match (said.id.as_str(), service.flatten()) {
                ("elasticity", Some(service)) => {
                    let kind = file.services.get(service.0).and_then(|service| service.kind).unwrap_or(Kind::Other);
                    format!("elasticity.{}", kind.code())
                }
                _ => said.id.clone(),
            };
            let Some(entry) = self.register.entry(&row) else {
                self.problem(Problem::new("unknown_assumption", format!("{at}/id")).with("id", said.id.as_str()));
                continue;
            };
            if said.service.is_some() && !entry.per_service {
                self.problem(Problem::new("not_per_service", format!("{at}/service")).with("id", said.id.as_str()));
            }
            if deviations.iter().any(|other| other.id == said.id && Some(other.service) == service.or(Some(None))) {
                self.problem(Problem::new("duplicate_id", format!("{at}/id")).with("id", said.id.as_str()));
            }
            if let Some(value) = self.check_value(&said.value, entry, &format!("{at}/value")) {
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

    fn check_value(&mut self, value: &ValueFile, entry: &Entry, at: &str) -> Option<Value> {
        let limits = (entry.min.unwrap_or(f64::MIN), entry.max.unwrap_or(f64::MAX));
        let is_scale = matches!(entry.value, Value::Scale(_));
        let is_index = matches!(entry.id.as_str(), "wage_index" | "price_index");
        match value {
            ValueFile::Number(number) if !is_scale => Some(Value::Number(self.within(*number, limits, || at.to_owned()))),
            ValueFile::ByYear(table) if is_index => Some(Value::ByYear(self.by_year(table, limits, at))),
            ValueFile::Nothing if is_scale => Some(Value::Scale(None)),
            ValueFile::Text(scale) if is_scale => {
                if self.register.entry(&format!("cost_per_fte.{scale}")).is_none() {
                    self.problem(Problem::new("unknown_scale", at).with("scale", scale.as_str()));
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
                self.problem(Problem::new("wrong_type", at).with("expected", expected).with("found", found));
                None
            }
        }
    }

    /// Keys of today's joint units; every joint unit of today shares its cost by one.
    fn check_today_keys(&mut self, study: &mut Study) {
        let file = self.file;
        for (index, unit) in file.units.iter().enumerate() {
            let at = format!("/units/{index}/key");
            let place = file.partners.len() + index;
            match &unit.key {
                None => self.problem(Problem::new("missing_field", at).with("field", "key")),
                Some(key) => {
                    let key = self.check_key(key, &at);
                    self.check_today_key(&key, UnitId(place), study, &at);
                    if let Some(unit) = study.units.get_mut(place) {
                        unit.key = Some(key);
                    }
                }
            }
        }
    }

    fn check_today_key(&mut self, key: &Key, unit: UnitId, study: &Study, at: &str) {
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
