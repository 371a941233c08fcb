//! Who explains: what every explanation needs at hand, and the leaves of its tree.

use super::{Explanation, Ground, Measure};
use crate::assumptions::{Assumptions, Register};
use crate::comparison::Course;
use crate::costs::{Run, Today};
use crate::outcome::Outcome;
use crate::report::used_assumptions;
use crate::study::{Deviation, Pay, PriceMode, ServiceId, Study, UnitId, Value, Variant};

/// Explains the figures of one outcome.
pub struct Explainer<'a> {
    pub(super) study: &'a Study,
    pub(super) register: &'a Register,
    pub(super) outcome: &'a Outcome,
    pub(super) assumptions: Assumptions,
    pub(super) today: Today,
}

/// One course, with what its figures were made of.
#[derive(Clone, Copy)]
pub(super) struct Traced<'a> {
    /// Its place in the report.
    pub(super) place: usize,
    pub(super) course: &'a Course,
    pub(super) run: Run<'a>,
}

impl<'a> Explainer<'a> {
    /// Gathers what explanations are told from.
    pub fn new(study: &'a Study, register: &'a Register, outcome: &'a Outcome) -> Self {
        let assumptions = Assumptions::of(study, register);
        let today = Today::of(study, &assumptions);
        Self { study, register, outcome, assumptions, today }
    }

    pub(super) fn course(&self, place: usize) -> Option<Traced<'_>> {
        let course = self.outcome.courses.get(place)?;
        let option = course.option.and_then(|place| self.study.options.get(place));
        let run =
            Run { study: self.study, assumptions: &self.assumptions, today: &self.today, option, keys: None };
        Some(Traced { place, course, run })
    }

    /// The option's place in the study, for pointers into it.
    pub(super) fn option(&self, traced: Traced<'_>) -> Option<(usize, &'a Variant)> {
        let place = traced.course.option?;
        Some((place, self.study.options.get(place)?))
    }

    /// Tells below every part that is a figure of the report what it is made of, so many figures deep.
    #[must_use]
    pub fn unfold(&self, figure: Explanation, depth: usize) -> Explanation {
        let (mut figure, mut depth) = (figure, depth);
        if figure.formula.is_none()
            && let Some(pointer) = figure.pointer.clone()
        {
            if depth == 0 {
                return figure;
            }
            depth -= 1;
            let facts = figure.facts.clone();
            if let Some(explained) = self.explain(&pointer) {
                figure = explained;
            }
            if figure.facts.0.is_empty() {
                figure.facts = facts;
            }
        }
        figure.parts = figure.parts.into_iter().map(|part| self.unfold(part, depth)).collect();
        figure
    }

    /// A value that the study gives.
    pub(super) fn given(term: &'static str, value: f64, unit: Measure, pointer: String) -> Explanation {
        Explanation::leaf(term, value, unit, Ground::Study { pointer })
    }

    pub(super) fn twelve() -> Explanation {
        Explanation::model("months_a_year", 12.0, Measure::Months)
    }

    /// The value of an assumption; for a service its own where it has one.
    pub(super) fn assumed(&self, id: &str, service: Option<ServiceId>, unit: Measure) -> Explanation {
        let (found, default) = (self.deviation(id, service), self.default(id));
        let value = match found.map(|(_, change)| &change.value) {
            Some(Value::Number(number)) => *number,
            _ => default.unwrap_or(0.0),
        };
        self.resting_on(id, value, unit, found, default)
    }

    /// An assumption by its place in the report, where it is a number: what is taken, or what the register says.
    pub(super) fn assumption(&self, nth: usize, default: bool) -> Option<Explanation> {
        let used = used_assumptions(self.study, self.register).into_iter().nth(nth)?;
        let unit = match used.unit.as_str() {
            "days" => Measure::Days,
            "inhabitants" => Measure::Inhabitants,
            "years" => Measure::Years,
            "rate_per_year" | "share" => Measure::Rate,
            euros if euros.starts_with("eur") => Measure::Euros,
            _ => Measure::Factor,
        };
        if default {
            let Value::Number(says) = used.default else { return None };
            return Some(self.resting_on(&used.id, says, unit, None, Some(says)));
        }
        if !matches!(used.value, Value::Number(_)) {
            return None;
        }
        let service = used
            .service
            .as_ref()
            .and_then(|id| self.study.services.iter().position(|service| service.id == *id).map(ServiceId));
        match service {
            Some(service) if used.id.starts_with("elasticity.") => Some(self.elasticity(service)),
            _ => Some(self.assumed(&used.id, service, unit)),
        }
    }

    fn default(&self, id: &str) -> Option<f64> {
        match self.register.entry(id).map(|entry| &entry.value) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn deviation(&self, id: &str, service: Option<ServiceId>) -> Option<(usize, &Deviation)> {
        let find = |service| {
            let changes = &mut self.study.deviations.iter().enumerate();
            changes.find(|(_, one)| one.id == id && one.service == service)
        };
        service.and_then(|service| find(Some(service))).or_else(|| find(None))
    }

    fn resting_on(
        &self,
        id: &str,
        value: f64,
        unit: Measure,
        found: Option<(usize, &Deviation)>,
        default: Option<f64>,
    ) -> Explanation {
        let Some(entry) = self.register.entry(id) else {
            return Explanation::model("assumption", value, unit);
        };
        let service = found.and_then(|(_, change)| change.service);
        let source = entry.source.as_ref().and_then(|source| self.register.source(source));
        let ground = Ground::Assumption {
            id: id.to_owned(),
            service: service.map(|service| self.study.services[service.0].id.clone()),
            evidence: entry.evidence,
            source: source.map(|source| source.title.clone()),
            locator: entry.locator.clone(),
            default: found.and(default),
            reason: found.map(|(_, change)| change.reason.clone()),
            pointer: found.map(|(place, _)| format!("/assumptions/{place}/value")),
        };
        Explanation::leaf("assumption", value, unit, ground)
    }

    /// The elasticity of a service: its own, else that of its kind.
    pub(super) fn elasticity(&self, service: ServiceId) -> Explanation {
        let kind = format!("elasticity.{}", self.study.services[service.0].kind.code());
        let mut changes = self.study.deviations.iter().enumerate();
        let own = changes.find(|(_, one)| one.id == "elasticity" && one.service == Some(service));
        let Some((_, Deviation { value: Value::Number(number), .. })) = own else {
            return self.assumed(&kind, Some(service), Measure::Factor);
        };
        self.resting_on(&kind, *number, Measure::Factor, own, self.default(&kind))
    }

    /// What a year of one fte costs; `at` is what says so in the study.
    pub(super) fn pay(&self, pay: &Pay, at: &str) -> Explanation {
        match pay {
            Pay::Cost(cost) => {
                Self::given("cost_per_fte", *cost, Measure::Euros, format!("{at}/cost_per_fte"))
            }
            Pay::Scale(scale) => self.assumed(&format!("cost_per_fte.{}", scale.name), None, Measure::Euros),
        }
    }

    /// The wage or price index of a year, as a part of a product; nothing in constant prices.
    pub(super) fn index(&self, id: &'static str, year: usize) -> Option<Explanation> {
        if self.study.prices.mode == PriceMode::Constant {
            return None;
        }
        let base = self.study.prices.base_year;
        let wages = id == "wage_index";
        let mut parts = Vec::new();
        let wanted = self.study.period.year(year);
        let mut calendar = base;
        while calendar < wanted {
            calendar = crate::calendar::Year(calendar.0 + 1);
            parts.push(self.growth_in(id, calendar));
        }
        let value =
            if wages { self.assumptions.wage_index[year] } else { self.assumptions.price_index[year] };
        let mut index = Explanation::product(id, Measure::Factor, parts);
        index.value = value;
        Some(index.with("year", f64::from(wanted.0)))
    }

    /// 1 + the index of a calendar year.
    pub(super) fn growth_in(&self, id: &'static str, calendar: crate::calendar::Year) -> Explanation {
        let (found, default) = (self.deviation(id, None), self.default(id));
        let value = match found.map(|(_, change)| &change.value) {
            Some(Value::Number(number)) => Some(*number),
            Some(Value::ByYear(table)) => {
                table.iter().rev().find(|(from, _)| *from <= calendar).map(|(_, value)| *value)
            }
            _ => None,
        };
        let rate = self.resting_on(id, value.or(default).unwrap_or(0.0), Measure::Rate, found, default);
        Explanation::sum("growth", Measure::Factor, [Explanation::one(), rate])
            .with("year", f64::from(calendar.0))
    }

    /// Inhabitants of a partner in the first year.
    pub(super) fn inhabitants(&self, partner: usize) -> Explanation {
        let one = &self.study.partners[partner];
        let pointer = format!("/partners/{partner}/inhabitants");
        Self::given("inhabitants", one.inhabitants, Measure::Inhabitants, pointer)
            .with("partner", one.name.as_str())
    }

    /// Inhabitants of all members of a unit.
    pub(super) fn inhabitants_of(&self, traced: Traced<'_>, unit: UnitId) -> Explanation {
        let unit = traced.run.unit(unit);
        let members = unit.members.iter().map(|member| self.inhabitants(member.0));
        Explanation::sum("inhabitants", Measure::Inhabitants, members).with("unit", unit.name.as_str())
    }
}
