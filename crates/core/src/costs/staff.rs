//! The lines that staffing makes, per post group and year, from the sums of its months in twelfths (MODEL 4).

use super::Run;
use crate::ledger::{Account, Basis, Book, Line};
use crate::quantity::Fte;
use crate::staffing::{PostGroup, YearOfStaff};

/// The lines that staffing makes, in the order in which a year of them is kept.
const LINES: [Line; 5] =
    [Line::Employment, Line::AgencyCover, Line::Recruitment, Line::Workplace, Line::Surplus];

pub(super) fn post(run: Run<'_>, staffing: &[PostGroup], book: &mut Book) {
    // Roles of one unit and service follow each other and share accounts.
    let mut open = None;
    for group in staffing {
        let (unit, service) = (group.unit, group.service);
        let accounts = match open {
            Some((known, accounts)) if known == (unit, service) => accounts,
            _ => LINES.map(|line| book.open(Account::of(unit, Some(service), line))),
        };
        open = Some(((unit, service), accounts));
        for (year, staff) in (group.start / 12..).zip(&group.years) {
            for (account, sum) in accounts.into_iter().zip(year_of(run, group, year, staff)) {
                book.year(account, year).add(sum);
            }
        }
    }
}

/// A year of a post group: what its months come to, in prices of that year.
fn year_of(run: Run<'_>, group: &PostGroup, year: usize, staff: &YearOfStaff) -> [Basis; 5] {
    let assumptions = run.assumptions;
    let (wage, price) = (assumptions.wage_index[year], assumptions.price_index[year]);
    let per_hire = assumptions.services[group.service.0].recruitment;
    let months = group.months_of(year).len();
    let fte_years = |sum: Fte, yearly: f64, index: f64| Basis {
        exact: over_months(sum.get() / months as f64 * yearly / 12.0 * index, months),
        quantity: sum.get() / 12.0,
        carried_vat: 0.0,
    };
    let heads = |count: Fte, each: f64| Basis {
        exact: count.get() * each * wage,
        quantity: count.get(),
        carried_vat: 0.0,
    };
    let employment = fte_years(staff.people, group.cost, wage);
    let mut cover = fte_years(staff.vacant, assumptions.cover() * group.cost, wage);
    // What is hired in comes with VAT on the bill (MODEL 8).
    cover.carried_vat = cover.exact;
    let recruitment = heads(staff.hires, per_hire);
    let workplace = fte_years(staff.seated, assumptions.workplace, price);
    let surplus = heads(staff.surplus_exits, assumptions.surplus_cost);
    [employment, cover, recruitment, workplace, surplus]
}

/// The same amount in so many months, added one by one: the order in which every line is summed (MODEL 6).
pub(crate) fn over_months(amount: f64, months: usize) -> f64 {
    (0..months).fold(0.0, |sum, _| sum + amount)
}
