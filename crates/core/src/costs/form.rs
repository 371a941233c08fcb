//! What a form of cooperation costs while it has services: governance, director, coordination, client side (MODEL 5).
//! A unit on net basis posts none of these, since its figures hold them already.

use super::Run;
use crate::ledger::{Account, Basis, Book, Line};
use crate::study::{Basis as CostBasis, Unit, UnitId};

pub(super) fn post(run: Run<'_>, book: &mut Book) {
    for (id, unit) in run.units().filter(|(_, unit)| unit.is_joint() && unit.basis == CostBasis::Gross) {
        post_unit(run, id, unit, book);
    }
}

fn post_unit(run: Run<'_>, id: UnitId, unit: &Unit, book: &mut Book) {
    let form = run.assumptions.form(unit.form);
    let services = run.services_of(id);
    let others = (unit.members.len() - 1) as f64;
    let coordination = form.coordination.get() * others * (1.0 - run.assumptions.harmonisation_degree.get());
    let mut sums = vec![Sums::default(); run.study.period.years];
    let mut client_sides = vec![vec![Basis::default(); run.study.period.years]; unit.members.len()];
    let mut own = vec![0.0; unit.members.len()];
    let (mut present, mut base) = (false, 0.0);
    for month in 0..run.study.period.months() {
        // What is shared stays the same until a service comes or goes.
        if services.iter().any(|(_, months)| months.start == month || months.end == month) {
            let here = || services.iter().filter(|(_, months)| months.contains(&month));
            present = here().next().is_some();
            for (member, own) in unit.members.iter().zip(&mut own) {
                *own = here().map(|(service, _)| run.today.cost(*service, *member)).sum();
            }
            base = own.iter().fold(0.0, |base, own| base + own);
        }
        if !present {
            continue;
        }
        let year = month / 12;
        let (wage, price) = (run.assumptions.wage_index[year], run.assumptions.price_index[year]);
        for (own, years) in own.iter().zip(&mut client_sides) {
            years[year].add_month(form.client_side.get() * own / 12.0 * wage, own / 12.0);
        }
        let sum = &mut sums[year];
        sum.governance.add_month(form.governance / 12.0 * price, 1.0 / 12.0);
        sum.director.add_month(form.director / 12.0 * wage, 1.0 / 12.0);
        sum.coordination.add_month(coordination * base / 12.0 * wage, base / 12.0);
    }
    let mut add = |unit, line, years: &mut dyn Iterator<Item = Basis>| {
        let mut account = book.account(Account::of(unit, None, line));
        for (year, basis) in years.enumerate() {
            account.add(year, basis);
        }
    };
    add(id, Line::Governance, &mut sums.iter().map(|sum| sum.governance));
    add(id, Line::Director, &mut sums.iter().map(|sum| sum.director));
    add(id, Line::Coordination, &mut sums.iter().map(|sum| sum.coordination));
    for (member, years) in unit.members.iter().zip(client_sides) {
        // A partner by itself is a unit with the partner's own place.
        add(UnitId(member.0), Line::ClientSide, &mut years.into_iter());
    }
}

/// A year of what a joint unit itself bears for its form.
#[derive(Clone, Copy, Default)]
struct Sums {
    governance: Basis,
    director: Basis,
    coordination: Basis,
}
