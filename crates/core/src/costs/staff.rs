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
    let monthly = |sum: Fte, yearly: f64, index: f64| sum.get() / months as f64 * yearly / 12.0 * index;
    let [employment, cover, workplace] = over_months(
        [
            monthly(staff.people, group.cost, wage),
            monthly(staff.vacant, assumptions.cover() * group.cost, wage),
            monthly(staff.seated, assumptions.workplace, price),
        ],
        months,
    );
    let fte_years = |exact, sum: Fte| Basis { exact, quantity: sum.get() / 12.0, carried_vat: 0.0 };
    let heads = |count: Fte, each: f64| Basis {
        exact: count.get() * each * wage,
        quantity: count.get(),
        carried_vat: 0.0,
    };
    let employment = fte_years(employment, staff.people);
    let mut cover = fte_years(cover, staff.vacant);
    // What is hired in comes with VAT on the bill (MODEL 8).
    cover.carried_vat = cover.exact;
    let recruitment = heads(staff.hires, per_hire);
    let workplace = fte_years(workplace, staff.seated);
    let surplus = heads(staff.surplus_exits, assumptions.surplus_cost);
    [employment, cover, recruitment, workplace, surplus]
}

/// The same amounts in so many months, added one by one: the order in which every line is summed (MODEL 6). Side by side,
/// since each sum waits for the month before.
pub(crate) fn over_months<const LINES: usize>(amounts: [f64; LINES], months: usize) -> [f64; LINES] {
    (0..months).fold([0.0; LINES], |mut sums, _| {
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += amount;
        }
        sums
    })
}
