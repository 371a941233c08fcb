//! The register of assumptions, embedded as data, and the values that a study works with (MODEL 12).

mod register;

pub use register::{Entry, Evidence, Register, Source};

use std::cell::{Cell, RefCell};

use crate::calendar::{Period, Year};
use crate::money::Money;
use crate::quantity::{Fte, Rate};
use crate::study::{Form, Pay, PriceMode, ServiceId, Study, Value};

/// A form's figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FormFigures {
    /// Governance and control, euros a year.
    pub(crate) governance: f64,
    /// The director's cost, euros a year; zero where there is none.
    pub(crate) director: f64,
    /// Client side that stays with each member, a share of its base.
    pub(crate) client_side: Rate,
    /// Coordination κ for each further member, a share of the base.
    pub(crate) coordination: Rate,
    /// Reach χ of economies of scale.
    pub(crate) reach: Rate,
}

/// A service's figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ServiceFigures {
    /// The monthly hazard h = 1 − (1 − a)^(1/12) of leaving.
    pub(crate) hazard: Rate,
    /// The share f of vacancies filled in a month.
    pub(crate) fill: Rate,
    /// The steerable share γ of turnover.
    pub(crate) steerable: Rate,
    /// The share of posts that people are found for; the rest is never filled.
    pub(crate) filled: Rate,
    /// Euros per hire.
    pub(crate) recruitment: f64,
    /// The elasticity ε of cost per inhabitant.
    pub(crate) elasticity: f64,
}

/// The values that one study works with: the register with the study's deviations, each in its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Assumptions {
    pub(crate) services: Vec<ServiceFigures>,
    /// By position in [`Form::ALL`].
    forms: Vec<FormFigures>,
    pub(crate) cover_share: Rate,
    pub(crate) cover_price: f64,
    pub(crate) workplace: f64,
    pub(crate) part_time_factor: Fte,
    pub(crate) realisation_net: Rate,
    pub(crate) realisation_gross: Rate,
    pub(crate) saturation: f64,
    pub(crate) one_off_uplift: f64,
    pub(crate) unavailability: Rate,
    pub(crate) harmonisation_degree: Rate,
    pub(crate) harmonisation_cost: Rate,
    pub(crate) stranded_share: Rate,
    pub(crate) stranded_years: f64,
    pub(crate) surplus_cost: f64,
    pub(crate) vat_rate: Rate,
    pub(crate) recoverable_vat: Rate,
    pub(crate) fixed_grant: f64,
    /// Wage index of each year against the base year; all 1 in constant prices.
    pub(crate) wage_index: Vec<f64>,
    /// Price index of each year against the base year; all 1 in constant prices.
    pub(crate) price_index: Vec<f64>,
    /// What an amount of each year is divided by for its net present value.
    pub(crate) discount: Vec<f64>,
    /// What a year of one fte costs, by salary scale in the order of the register.
    pays: Vec<f64>,
}

impl Assumptions {
    /// The register's values with the study's deviations.
    pub(crate) fn of(study: &Study, register: &Register) -> Self {
        Self::by(&Lookup { study, register, numbers: Numbers::Searched(RefCell::default()) })
    }

    /// The numbers that the values rest on, in the order in which [`Assumptions::of`] comes to need them.
    pub(crate) fn numbers(study: &Study, register: &Register) -> Vec<f64> {
        let look = Lookup { study, register, numbers: Numbers::Searched(RefCell::default()) };
        Self::by(&look);
        if let Numbers::Searched(found) = look.numbers { found.into_inner() } else { Vec::new() }
    }

    /// The same values from their numbers, without searching for those; tables by year are the study's.
    pub(crate) fn of_numbers(numbers: &[f64], study: &Study, register: &Register) -> Self {
        Self::by(&Lookup { study, register, numbers: Numbers::Known(numbers, Cell::new(0)) })
    }

    fn by(look: &Lookup<'_>) -> Self {
        let study = look.study;
        let forms = Form::ALL.iter().map(|form| look.form(*form)).collect();
        let services = (0..study.services.len()).map(|index| look.service(ServiceId(index))).collect();
        let period = study.period;
        let (wage_index, price_index) = match study.prices.mode {
            PriceMode::Constant => (vec![1.0; period.years], vec![1.0; period.years]),
            PriceMode::Nominal => (
                index(&look.by_year("wage_index"), study.prices.base_year, period),
                index(&look.by_year("price_index"), study.prices.base_year, period),
            ),
        };
        let rate = |id| Rate::new(look.number(id));
        Self {
            services,
            forms,
            cover_share: rate("cover_share"),
            cover_price: look.number("cover_price"),
            workplace: look.number("workplace_cost_per_fte"),
            part_time_factor: Fte::new(look.number("part_time_factor")),
            realisation_net: rate("realisation_net"),
            realisation_gross: rate("realisation_gross"),
            saturation: look.number("scale_saturation"),
            one_off_uplift: look.number("one_off_uplift"),
            unavailability: rate("unavailability"),
            harmonisation_degree: rate("harmonisation_degree"),
            harmonisation_cost: rate("harmonisation_cost"),
            stranded_share: rate("stranded_share"),
            stranded_years: look.number("stranded_years"),
            surplus_cost: look.number("surplus_cost_per_fte"),
            vat_rate: rate("vat_rate"),
            recoverable_vat: rate("recoverable_vat"),
            fixed_grant: look.number("fixed_grant_per_municipality"),
            wage_index,
            price_index,
            discount: look.discount(),
            pays: look.pays(),
        }
    }

    /// A form's figures.
    pub(crate) fn form(&self, form: Form) -> &FormFigures {
        &self.forms[form as usize]
    }

    /// What a year of one fte costs, euros in prices of the base year.
    pub(crate) fn pay(&self, pay: &Pay) -> f64 {
        match pay {
            Pay::Cost(cost) => *cost,
            Pay::Scale(scale) => self.pays.get(scale.place).copied().unwrap_or(0.0),
        }
    }

    /// Euros a year that one vacant fte costs in agency cover, for each euro of its own cost: φ·π.
    pub(crate) fn cover(&self) -> f64 {
        self.cover_share.get() * self.cover_price
    }

    /// What amounts by year, from the first, are worth in the first: undiscounted there, then divided (MODEL 9).
    pub(crate) fn present_value(&self, amounts: impl Iterator<Item = Money>) -> Money {
        Money::round(amounts.zip(&self.discount).map(|(amount, factor)| amount.euros() / factor).sum())
    }

    /// The years over which stranded overhead fades, j = 1 … n, each with the share that is left: max(0, 1 − (j − 1)/n).
    pub(crate) fn stranded_fade(&self, year: usize) -> f64 {
        if self.stranded_years <= 0.0 {
            return 0.0;
        }
        (1.0 - year as f64 / self.stranded_years).max(0.0)
    }
}

/// The salary scale of a form's director, where it has one: what the study says, else the register.
pub(crate) fn director_scale<'a>(study: &'a Study, register: &'a Register, form: Form) -> Option<&'a str> {
    let id = format!("director_scale.{}", form.code());
    let changed = study.deviations.iter().find(|one| one.id == id).map(|one| &one.value);
    match changed.or_else(|| register.entry(&id).map(|entry| &entry.value)) {
        Some(Value::Scale(scale)) => scale.as_deref(),
        _ => None,
    }
}

/// The monthly hazard of a yearly rate: h = 1 − (1 − a)^(1/12).
fn hazard(yearly: f64) -> f64 {
    1.0 - libm::pow(1.0 - yearly, 1.0 / 12.0)
}

/// The share of vacancies filled in a month: min(1, 365 / (12·L)).
fn fill(days: f64) -> f64 {
    if days <= 0.0 { 1.0 } else { (365.0 / (12.0 * days)).min(1.0) }
}

/// The cumulative index of each year: `Π (1 + i_k)` for k from the year after the base year.
fn index(rates: &ByYear, base: Year, period: Period) -> Vec<f64> {
    let mut factor = 1.0;
    let mut year = base;
    let mut factors = Vec::with_capacity(period.years);
    for wanted in period.all_years() {
        while year < wanted {
            year = Year(year.0 + 1);
            factor *= 1.0 + rates.at(year);
        }
        factors.push(factor);
    }
    factors
}

/// A number by year: a missing year takes the last earlier one, else the default.
struct ByYear {
    default: f64,
    table: Vec<(Year, f64)>,
}

impl ByYear {
    fn at(&self, year: Year) -> f64 {
        self.table.iter().rev().find(|(from, _)| *from <= year).map_or(self.default, |(_, value)| *value)
    }
}

/// Values by id: a deviation for the service, else one for all, else the register's.
struct Lookup<'a> {
    study: &'a Study,
    register: &'a Register,
    numbers: Numbers<'a>,
}

/// Where numbers come from.
enum Numbers<'a> {
    /// They are searched for, and kept in the order in which they were asked for.
    Searched(RefCell<Vec<f64>>),
    /// They were searched for before, and it is known how far they have been used.
    Known(&'a [f64], Cell<usize>),
}

impl Lookup<'_> {
    /// The next number: what is found, unless it is known.
    fn next(&self, find: impl FnOnce() -> f64) -> f64 {
        match &self.numbers {
            Numbers::Known(numbers, next) => {
                let place = next.replace(next.get() + 1);
                numbers.get(place).copied().unwrap_or_else(find)
            }
            Numbers::Searched(found) => {
                let number = find();
                found.borrow_mut().push(number);
                number
            }
        }
    }

    fn deviation(&self, id: &str, service: Option<ServiceId>) -> Option<&Value> {
        self.study.deviations.iter().find(|one| one.id == id && one.service == service).map(|one| &one.value)
    }

    fn default(&self, id: &str) -> f64 {
        match self.register.entry(id).map(|entry| &entry.value) {
            Some(Value::Number(number)) => *number,
            _ => 0.0,
        }
    }

    fn find(&self, id: &str) -> f64 {
        match self.deviation(id, None) {
            Some(Value::Number(number)) => *number,
            _ => self.default(id),
        }
    }

    fn find_of_service(&self, id: &str, service: ServiceId) -> f64 {
        match self.deviation(id, Some(service)) {
            Some(Value::Number(number)) => *number,
            _ => self.find(id),
        }
    }

    fn number(&self, id: &str) -> f64 {
        self.next(|| self.find(id))
    }

    fn of_service(&self, id: &str, service: ServiceId) -> f64 {
        self.next(|| self.find_of_service(id, service))
    }

    fn by_year(&self, id: &str) -> ByYear {
        let number = self.number(id);
        match self.deviation(id, None) {
            Some(Value::ByYear(table)) => ByYear { default: number, table: table.clone() },
            _ => ByYear { default: number, table: Vec::new() },
        }
    }

    fn service(&self, service: ServiceId) -> ServiceFigures {
        let elasticity = || {
            if let Some(Value::Number(number)) = self.deviation("elasticity", Some(service)) {
                return *number;
            }
            let kind = self.study.services[service.0].kind.code();
            self.find_of_service(&format!("elasticity.{kind}"), service)
        };
        ServiceFigures {
            hazard: Rate::new(hazard(self.of_service("turnover", service))),
            fill: Rate::new(fill(self.of_service("time_to_fill_days", service))),
            steerable: Rate::new(self.of_service("steerable_turnover", service)),
            recruitment: self.of_service("recruitment_cost", service),
            elasticity: self.next(elasticity),
            filled: Rate::new(1.0 - self.of_service("structural_vacancy", service)),
        }
    }

    fn form(&self, form: Form) -> FormFigures {
        let number = |table: &str| self.next(|| self.find(&format!("{table}.{}", form.code())));
        let director = || match director_scale(self.study, self.register, form) {
            Some(scale) => self.find(&format!("cost_per_fte.{scale}")),
            None => 0.0,
        };
        FormFigures {
            governance: number("governance"),
            director: self.next(director),
            client_side: Rate::new(number("client_side_share")),
            coordination: Rate::new(number("coordination")),
            reach: Rate::new(number("form_reach")),
        }
    }

    fn pays(&self) -> Vec<f64> {
        let scales = self.register.scales().iter();
        scales.map(|scale| self.next(|| self.find(&format!("cost_per_fte.{scale}")))).collect()
    }

    /// Discount factors by repeated multiplication; the first year is undiscounted (MODEL 9).
    fn discount(&self) -> Vec<f64> {
        let real = 1.0 + self.number("discount_rate");
        let prices = self.by_year("price_index");
        let mut factor = 1.0;
        let mut factors = vec![factor];
        for year in self.study.period.all_years().skip(1) {
            factor *= match self.study.prices.mode {
                PriceMode::Constant => real,
                // The rate is real, the amounts are not.
                PriceMode::Nominal => real * (1.0 + prices.at(year)),
            };
            factors.push(factor);
        }
        factors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hazard_compounds_to_its_year() {
        let monthly = hazard(0.083);
        let stay = (0..12).fold(1.0, |left, _| left * (1.0 - monthly));
        assert!((stay - 0.917).abs() < 1e-12);
    }

    #[test]
    fn a_vacancy_of_62_days_is_filled_at_half_a_month() {
        assert!((fill(62.0) - 0.490_591).abs() < 1e-6);
        assert!(fill(0.0) >= 1.0);
        assert!(fill(10.0) >= 1.0);
    }

    #[test]
    fn an_index_starts_after_its_base_year() {
        let rates = ByYear { default: 0.02, table: vec![(Year(2028), 0.1)] };
        let period = Period { first_year: Year(2026), years: 4 };
        let factors = index(&rates, Year(2026), period);
        for (factor, expected) in factors.iter().zip([1.0, 1.02, 1.122, 1.2342]) {
            assert!((factor - expected).abs() < 1e-12);
        }
        assert_eq!(index(&rates, Year(2040), period), vec![1.0; 4]);
    }
}
