//! The lines that staffing makes, per post group and year, from the sums of its months in twelfths (MODEL 4).

use std::array::from_fn;

use super::Run;
use crate::ledger::{Account, Basis, Book, Line};
use crate::quantity::Fte;
use crate::staffing::{PostGroup, YearOfStaff};

/// The lines that staffing makes, in the order in which a year of them is kept.
const LINES: [Line; 5] =
    [Line::Employment, Line::AgencyCover, Line::Recruitment, Line::Workplace, Line::Surplus];

/// How many years of a group are worked out together: their sums do not wait for each other.
const TOGETHER: usize = 4;

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
        let months_of = |nth: usize| group.months_of(group.start / 12 + nth).len();
        let mut nth = 0;
        while nth < group.years.len() {
            let months = months_of(nth);
            let alike =
                (nth..group.years.len()).take(TOGETHER).take_while(|other| months_of(*other) == months);
            let staff = &group.years[nth..nth + alike.count()];
            let year = group.start / 12 + nth;
            for (account, sums) in accounts.into_iter().zip(years_of(run, group, year, months, staff)) {
                for (total, sum) in book.years_of(account)[year..].iter_mut().zip(&sums[..staff.len()]) {
                    total.add(*sum);
                }
            }
            nth += staff.len();
        }
    }
}

/// Some years of a post group with as many months in each, by line: what these come to, in prices of the year.
fn years_of(
    run: Run<'_>,
    group: &PostGroup,
    first: usize,
    months: usize,
    years: &[YearOfStaff],
) -> [[Basis; TOGETHER]; 5] {
    let assumptions = run.assumptions;
    let per_hire = assumptions.services[group.service.0].recruitment;
    let mut sums = [0.0; 3 * TOGETHER];
    let mut prices = [0.0; 3 * TOGETHER];
    for (nth, staff) in years.iter().enumerate() {
        let (wage, price) = (assumptions.wage_index[first + nth], assumptions.price_index[first + nth]);
        (sums[nth], prices[nth]) = (staff.people.get(), wage);
        (sums[TOGETHER + nth], prices[TOGETHER + nth]) = (staff.vacant.get(), wage);
        (sums[2 * TOGETHER + nth], prices[2 * TOGETHER + nth]) = (staff.seated.get(), price);
    }
    let yearly = [group.cost, assumptions.cover() * group.cost, assumptions.workplace];
    // Dividing is what takes long here: all at once.
    let each: [f64; 3 * TOGETHER] = from_fn(|place| sums[place] / months as f64);
    let monthly: [f64; 3 * TOGETHER] =
        from_fn(|place| each[place] * yearly[place / TOGETHER] / 12.0 * prices[place]);
    let fte_years: [f64; 3 * TOGETHER] = if months == 12 { each } else { sums.map(|sum| sum / 12.0) };
    let exact = over_months(monthly, months);
    let mut lines = [[Basis::default(); TOGETHER]; 5];
    for (nth, staff) in years.iter().enumerate() {
        let wage = assumptions.wage_index[first + nth];
        let of_line = |line: usize| {
            let place = line * TOGETHER + nth;
            Basis { exact: exact[place], quantity: fte_years[place], carried_vat: 0.0 }
        };
        let heads = |count: Fte, each: f64| Basis {
            exact: count.get() * each * wage,
            quantity: count.get(),
            carried_vat: 0.0,
        };
        lines[0][nth] = of_line(0);
        // What is hired in comes with VAT on the bill (MODEL 8).
        lines[1][nth] = Basis { carried_vat: of_line(1).exact, ..of_line(1) };
        lines[2][nth] = heads(staff.hires, per_hire);
        lines[3][nth] = of_line(2);
        lines[4][nth] = heads(staff.surplus_exits, assumptions.surplus_cost);
    }
    lines
}

/// The same amounts in so many months, added one by one: the order in which every line is summed (MODEL 6). Side by side,
/// since each sum waits for the month before.
pub(crate) fn over_months<const AMOUNTS: usize>(amounts: [f64; AMOUNTS], months: usize) -> [f64; AMOUNTS] {
    (0..months).fold([0.0; AMOUNTS], |mut sums, _| {
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += amount;
        }
        sums
    })
}
