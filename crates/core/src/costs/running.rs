//! Running costs, and what becomes of them when their service moves (MODEL 4).

use std::ops::Range;

use super::Run;
use super::staff::add_months;
use crate::assumptions::Assumptions;
use crate::calendar::Year;
use crate::ledger::{Account, Basis, Bearer, Book, Line, Origin, first_alike};
use crate::quantity::Rate;
use crate::staffing::{realisation, rule_ramp, step};
use crate::study::{Move, RunningAmount, RunningCost, ServiceId, Study, UnitId};

/// What is given for a year, with the year that it is given from: years after the last keep it, years before the first
/// have nothing.
pub(crate) fn given_for(amounts: &[(Year, f64)], year: Year) -> Option<&(Year, f64)> {
    amounts.iter().rev().find(|(from, _)| *from <= year)
}

fn given(amounts: &[(Year, f64)], year: Year) -> f64 {
    given_for(amounts, year).map_or(0.0, |(_, amount)| *amount)
}

/// A year's amount at today's unit, in that year's prices, euros.
fn amount_of(study: &Study, assumptions: &Assumptions, amount: &RunningAmount, year: usize) -> f64 {
    match amount {
        RunningAmount::Yearly(amount) => amount * assumptions.price_index[year],
        RunningAmount::ByYear(amounts) => given(amounts, study.period.year(year)),
    }
}

/// Today's amount in prices of the base year, euros: of amounts by year those of the first, deflated (MODEL 5).
pub(crate) fn base_year_amount(study: &Study, assumptions: &Assumptions, amount: &RunningAmount) -> f64 {
    match amount {
        RunningAmount::Yearly(amount) => *amount,
        RunningAmount::ByYear(amounts) => {
            given(amounts, study.period.first_year) / assumptions.price_index[0]
        }
    }
}

pub(super) fn post(run: Run<'_>, book: &mut Book) {
    for (place, cost) in run.study.running_costs.iter().enumerate() {
        // Amounts of one name and service are one entry where they come together.
        let name = first_alike(&run.study.running_costs, place, |one, other| {
            (one.service, &one.name) == (other.service, &other.name)
        });
        for spell in spells(run, cost) {
            match spell.moved {
                None => post_at(run, cost, &spell, name, book, |_| 1.0),
                Some((moved, share)) => {
                    let realised = realisation(run.assumptions, run.unit(spell.unit)).get();
                    let saved = moved.running_cost_saving.get() * realised;
                    let ramp = rule_ramp(moved);
                    post_at(run, cost, &spell, name, book, |twelvemonth| {
                        share.get() * (1.0 - saved * step(ramp, twelvemonth))
                    });
                }
            }
        }
    }
}

/// Months in which a unit has a running cost.
pub(crate) struct Spell<'a> {
    pub(crate) unit: UnitId,
    /// From its first month up to the month after its last.
    pub(crate) months: Range<usize>,
    /// The move that brought it here, with the share that came along.
    pub(crate) moved: Option<(&'a Move, Rate)>,
}

/// Where a running cost is, and when: at its own unit, then wherever it goes.
pub(crate) fn spells<'a>(run: Run<'a>, cost: &RunningCost) -> impl Iterator<Item = Spell<'a>> {
    let (unit, end) = (cost.unit, run.study.period.months());
    let (here, goes_on) = if let Some(service) = cost.service {
        (run.months_of(unit, service), None)
    } else {
        let last = last_month_of(run, unit);
        // An organisation that goes on under another name keeps what it costs as a whole.
        let successor = successor(run, unit).filter(|_| last < end);
        (0..last, successor.map(|unit| Spell { unit, months: last..end, moved: None }))
    };
    let moved = cost.service.and_then(|service| run.option?.move_of(service));
    let targets = moved.into_iter().flat_map(|moved| moved.targets.iter().map(move |target| (moved, target)));
    let goes = targets.filter_map(move |(moved, target)| {
        let (_, share) = target.sources.iter().find(|(source, _)| *source == unit)?;
        Some(Spell { unit: target.unit, months: moved.go_live..end, moved: Some((moved, *share)) })
    });
    std::iter::once(Spell { unit, months: here, moved: None }).chain(goes_on).chain(goes)
}

/// The unit of the option that is a joint unit of today under another name, if it takes over any of its services.
fn successor(run: Run<'_>, source: UnitId) -> Option<UnitId> {
    let moves = run.option.map_or(&[][..], |option| &option.moves);
    let targets = moves.iter().flat_map(|moved| &moved.targets);
    let mut coming = targets.filter(|target| target.sources.iter().any(|(unit, _)| *unit == source));
    coming.find(|target| run.goes_on(source, target.unit)).map(|target| target.unit)
}

/// The month in which a cost of the unit as a whole ends: when its last service has moved away. A unit that has no
/// service today keeps it, and so does a partner that takes a service over in time.
fn last_month_of(run: Run<'_>, unit: UnitId) -> usize {
    let end = run.study.period.months();
    let services = || (0..run.study.services.len()).map(ServiceId);
    let leaving = services()
        .filter(|service| run.today.has(unit, *service))
        .map(|service| run.months_of(unit, service).end);
    let Some(last) = leaving.max().filter(|last| *last < end) else {
        return end;
    };
    let moves = run.option.map_or(&[][..], |option| &option.moves);
    let takes_over =
        |moved: &Move| moved.go_live <= last && moved.targets.iter().any(|target| target.unit == unit);
    if moves.iter().any(takes_over) { end } else { last }
}

/// Posts a running cost in the months of a spell, each times the factor of its twelve months: after a move
/// 1 − saving·ρ·ramp.
fn post_at(
    run: Run<'_>,
    cost: &RunningCost,
    spell: &Spell<'_>,
    name: usize,
    book: &mut Book,
    factor_of: impl Fn(usize) -> f64,
) {
    let Range { start, end } = spell.months;
    if start >= end {
        return;
    }
    let account = Account {
        bearer: Bearer::Unit(spell.unit),
        service: cost.service,
        line: Line::Running,
        origin: Some(Origin::Running(name)),
        one_off: false,
    };
    let mut years = book.account(account);
    let mut factor = 1.0;
    for year in start / 12..end.div_ceil(12) {
        let monthly = amount_of(run.study, run.assumptions, &cost.amount, year) / 12.0;
        let months = start.max(year * 12)..end.min(year * 12 + 12);
        // The twelve months of a spell turn once in a year, mostly at its first month.
        let turn = months.end.min(year * 12 + start % 12);
        let mut sums = add_months([0.0; 2], [monthly * factor, factor], turn.saturating_sub(months.start));
        if turn < months.end {
            factor = factor_of((turn - start) / 12);
            sums = add_months(sums, [monthly * factor, factor], months.end - turn);
        }
        let [exact, months] = sums;
        let carried_vat = if cost.carries_vat { exact } else { 0.0 };
        years.add(year, Basis { exact, quantity: months / 12.0, carried_vat });
    }
}
