//! What a form of cooperation costs while it has services: governance, director, coordination, client side (MODEL 5).
//! A unit on net basis posts none of these, since its figures hold them already.

use super::Run;
use crate::ledger::{Account, Book, Line};
use crate::study::{Basis, ServiceId, Unit, UnitId};

pub(super) fn post(run: Run<'_>, book: &mut Book) {
    for (id, unit) in run.units().filter(|(_, unit)| unit.is_joint() && unit.basis == Basis::Gross) {
        post_unit(run, id, unit, book);
    }
}

fn post_unit(run: Run<'_>, id: UnitId, unit: &Unit, book: &mut Book) {
    let form = run.assumptions.form(unit.form);
    let services: Vec<(ServiceId, (usize, usize))> = (0..run.study.services.len())
        .map(|service| (ServiceId(service), run.months_of(id, ServiceId(service))))
        .filter(|(_, (start, end))| start < end)
        .collect();
    let others = (unit.members.len() - 1) as f64;
    let coordination = form.coordination.get() * others * (1.0 - run.assumptions.harmonisation_degree.get());
    for month in 0..run.study.period.months() {
        let present = |(_, (start, end)): &&(ServiceId, (usize, usize))| (*start..*end).contains(&month);
        if !services.iter().any(|service| present(&service)) {
            continue;
        }
        let year = month / 12;
        let (wage, price) = (run.assumptions.wage_index[year], run.assumptions.price_index[year]);
        let mut add = |unit: UnitId, line, yearly: f64, index: f64, quantity: f64| {
            if yearly != 0.0 {
                book.account(Account::of(unit, None, line))[year].add_month(yearly / 12.0 * index, quantity / 12.0);
            }
        };
        add(id, Line::Governance, form.governance, price, 1.0);
        add(id, Line::Director, form.director, wage, 1.0);
        let mut base = 0.0;
        for member in &unit.members {
            let own: f64 = services.iter().filter(present).map(|(service, _)| run.today.cost(*service, *member)).sum();
            base += own;
            // A partner by itself is a unit with the partner's own place.
            add(UnitId(member.0), Line::ClientSide, form.client_side.get() * own, wage, own);
        }
        add(id, Line::Coordination, coordination * base, wage, base);
    }
}
