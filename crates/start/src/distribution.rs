//! The start distribution: how many posts each service of a municipality takes, and what it costs besides.
//!
//! General figures, to be overwritten: no Dutch source divides posts over support services, so the shares are assumed. What
//! is behind every number: `examples/README.md`. Management and secretariat are left out: they stay with who stays.

use deelsom_core::Register;
use deelsom_core::study::{Kind, Value};
use deelsom_language::Word;
use deelsom_language::words::start as words;

/// Posts of all kinds, fte per 1,000 inhabitants.
const POSTS: f64 = 8.0;
/// How much of the establishment is in post.
const IN_POST: f64 = 0.94;
/// What training costs, as a share of the wage bill.
const TRAINING: f64 = 0.015;
/// Software and licences, euros per inhabitant.
const SOFTWARE: f64 = 36.0;
/// Other cost of ICT but staff, euros per inhabitant.
const OTHER_ICT: f64 = 17.0;

/// A support service of a municipality.
pub(crate) struct Service {
    pub(crate) id: &'static str,
    pub(crate) name: Word,
    /// What its people are called.
    pub(crate) role: Word,
    pub(crate) kind: Kind,
    /// Its share of all posts.
    share: f64,
    pub(crate) scale: &'static str,
    /// By which rule it moves in the option to begin with, if it does.
    pub(crate) moves: Option<&'static str>,
}

/// The service that others use by workplace.
pub(crate) const ICT: &str = "ict";

/// Support services in the usual order.
pub(crate) const SERVICES: [Service; 8] = {
    use Kind::{Advisory, General, Ict, Transactional};
    const fn service(
        (id, name, role): (&'static str, Word, Word),
        kind: Kind,
        share: f64,
        scale: &'static str,
        moves: Option<&'static str>,
    ) -> Service {
        Service { id, name, role, kind, share, scale, moves }
    }
    let scale = Some("scale");
    [
        service(("hr", words::HR, words::HR_ROLE), General, 0.024, "10", scale),
        // Economies of scale in ICT were not found.
        service((ICT, words::ICT, words::ICT_ROLE), Ict, 0.070, "10", Some("same")),
        service(("finance", words::FINANCE, words::FINANCE_ROLE), General, 0.055, "9", scale),
        service(("legal", words::LEGAL, words::LEGAL_ROLE), Advisory, 0.013, "11", None),
        service(("procurement", words::PROCUREMENT, words::PROCUREMENT_ROLE), General, 0.007, "10", None),
        service(
            ("communication", words::COMMUNICATION, words::COMMUNICATION_ROLE),
            Advisory,
            0.016,
            "10",
            None,
        ),
        service(("records", words::RECORDS, words::RECORDS_ROLE), Transactional, 0.020, "7", None),
        service(("facility", words::FACILITY, words::FACILITY_ROLE), Transactional, 0.025, "6", None),
    ]
};

/// A running cost of a service: its name, euros a year, and whether it carries VAT.
pub(crate) struct RunningCost {
    pub(crate) name: Word,
    pub(crate) amount: f64,
    pub(crate) carries_vat: bool,
    pub(crate) source: &'static str,
}

impl Service {
    /// Its posts for so many inhabitants, fte in tenths; nobody does it in less than a tenth.
    pub(crate) fn fte(&self, inhabitants: f64) -> f64 {
        tenths(self.share * POSTS * inhabitants / 1000.0).max(0.1)
    }

    /// What it costs besides staff. Training of ICT staff is in the benchmark of ICT cost.
    pub(crate) fn running_costs(&self, inhabitants: f64, register: &Register) -> Vec<RunningCost> {
        if self.id == ICT {
            let cost = |name, per_inhabitant: f64| RunningCost {
                name,
                amount: to(1000.0, per_inhabitant * inhabitants),
                carries_vat: true,
                source: super::study::ICT_COST,
            };
            return vec![cost(words::SOFTWARE, SOFTWARE), cost(words::OTHER_ICT, OTHER_ICT)];
        }
        let wages = self.fte(inhabitants) * assumed(register, &["cost_per_fte.", self.scale].concat());
        vec![RunningCost {
            name: words::TRAINING,
            amount: to(100.0, TRAINING * wages),
            carries_vat: false,
            source: super::study::TRAINING_COST,
        }]
    }
}

/// How many of so many posts are in post, fte.
pub(crate) fn in_post(fte: f64) -> f64 {
    tenths(fte * IN_POST)
}

/// Workplaces of so many inhabitants: one for every person, over all that a municipality does.
pub(crate) fn workplaces(inhabitants: f64, register: &Register) -> f64 {
    let persons = POSTS * inhabitants / 1000.0 / assumed(register, "part_time_factor");
    to(5.0, persons).max(5.0)
}

/// What the register says, where that is a number.
fn assumed(register: &Register, id: &str) -> f64 {
    match register.entry(id).map(|entry| &entry.value) {
        Some(Value::Number(value)) => *value,
        _ => 0.0,
    }
}

fn tenths(fte: f64) -> f64 {
    (fte * 10.0).round() / 10.0
}

/// Rounded to a multiple.
fn to(step: f64, amount: f64) -> f64 {
    (amount / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inhabitants of Voorschoten and Wassenaar in 2025.
    const EXAMPLE: [f64; 2] = [25_914.0, 27_534.0];

    fn of(id: &str) -> &'static Service {
        SERVICES.iter().find(|service| service.id == id).expect("a service")
    }

    #[test]
    fn posts_and_workplaces_are_those_of_the_worked_study() {
        let register = Register::embedded();
        let fte = |id: &str| EXAMPLE.map(|count| of(id).fte(count).to_string());
        assert_eq!(fte("hr"), ["5", "5.3"]);
        assert_eq!(fte(ICT), ["14.5", "15.4"]);
        assert_eq!(fte("finance"), ["11.4", "12.1"]);
        assert_eq!(EXAMPLE.map(|count| workplaces(count, &register).to_string()), ["230", "245"]);
    }

    #[test]
    fn running_costs_are_those_of_the_worked_study() {
        let register = Register::embedded();
        let amounts =
            |id: &str| of(id).running_costs(EXAMPLE[0], &register).into_iter().map(|cost| cost.amount);
        assert!(amounts(ICT).eq([933_000.0, 441_000.0]));
        // 1.5 % of 5.0 fte at 95,500.
        assert!(amounts("hr").eq([7_200.0]));
    }

    #[test]
    fn the_shares_are_those_of_all_support_but_management_and_secretariat() {
        let all: f64 = SERVICES.iter().map(|service| service.share).sum();
        assert!((all - (0.32 - 0.055 - 0.035)).abs() < 1e-12, "{all}");
    }

    #[test]
    fn the_smallest_municipality_has_someone_for_everything() {
        for service in &SERVICES {
            let fte = service.fte(968.0);
            assert!(fte >= 0.1 && in_post(fte) > 0.0 && in_post(fte) <= fte, "{}: {fte}", service.id);
        }
    }
}
