//! The lines that staffing makes, per post group and year, from the sums of its months in twelfths (MODEL 4).

use std::ops::Range;

use super::Run;
use crate::ledger::{Account, Book, Line};
use crate::staffing::{PostGroup, YearOfStaff};

/// The lines that staffing makes, in the order in which a year of them is kept.
const LINES: [Line; 5] =
    [Line::Employment, Line::AgencyCover, Line::Recruitment, Line::Workplace, Line::Surplus];

/// How many years of a group are worked out together: their sums do not wait for each other.
const TOGETHER: usize = 2;

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
        // The years that it has whole, and what comes before and after.
        let first = group.start.div_ceil(12);
        let last = first.max(group.end / 12);
        post_stretch(
            run,
            group,
            group.start / 12..first,
            group.end.min(first * 12) - group.start,
            accounts,
            book,
        );
        post_stretch(run, group, first..last, 12, accounts, book);
        post_stretch(run, group, last..last + 1, group.end.saturating_sub(last * 12), accounts, book);
    }
}

/// Posts years of a post group, counted from the study's first, in which it has as many months each.
fn post_stretch(
    run: Run<'_>,
    group: &PostGroup,
    years: Range<usize>,
    months: usize,
    accounts: [usize; LINES.len()],
    book: &mut Book,
) {
    if years.is_empty() || months == 0 {
        return;
    }
    let before = group.start / 12;
    let (together, apart) = group.years[years.start - before..years.end - before].as_chunks::<TOGETHER>();
    for (nth, staff) in together.iter().enumerate() {
        post_years(run, group, years.start + nth * TOGETHER, months, staff, accounts, book);
    }
    for (nth, staff) in apart.iter().enumerate() {
        post_years(run, group, years.end - apart.len() + nth, months, &[*staff], accounts, book);
    }
}

/// Posts some years of a post group with as many months in each, in prices of the year.
fn post_years<const YEARS: usize>(
    run: Run<'_>,
    group: &PostGroup,
    first: usize,
    months: usize,
    staff: &[YearOfStaff; YEARS],
    accounts: [usize; LINES.len()],
    book: &mut Book,
) {
    let assumptions = run.assumptions;
    let (wages, prices) =
        (years_from(&assumptions.wage_index, first), years_from(&assumptions.price_index, first));
    let heads = [
        staff.map(|year| year.people.get()),
        staff.map(|year| year.vacant.get()),
        staff.map(|year| year.seated.get()),
    ];
    let each = heads.map(|sums| sums.map(|sum| sum / months as f64));
    let fte_years = if months == 12 { each } else { heads.map(|sums| sums.map(|sum| sum / 12.0)) };
    let line = |each: [f64; YEARS], yearly: f64, index| {
        add_months([0.0; YEARS], priced(each.map(|fte| fte * yearly / 12.0), index), months)
    };
    let employment = line(each[0], group.cost, wages);
    let cover = line(each[1], assumptions.cover() * group.cost, wages);
    let workplace = line(each[2], assumptions.workplace, prices);
    let (hires, exits) = (staff.map(|year| year.hires.get()), staff.map(|year| year.surplus_exits.get()));
    let per_hire = assumptions.services[group.service.0].recruitment;
    let recruitment = priced(hires.map(|count| count * per_hire), wages);
    let [in_post, covered, placed] = fte_years;
    book.years_of(accounts[0]).add_years(first, employment, in_post);
    book.years_of(accounts[1]).add_years(first, cover, covered);
    // What is hired in comes with VAT on the bill (MODEL 8).
    book.years_of(accounts[1]).carry_vat(first, cover);
    book.years_of(accounts[2]).add_years(first, recruitment, hires);
    book.years_of(accounts[3]).add_years(first, workplace, placed);
    // Hardly ever is anyone seen off.
    if exits.iter().any(|count| *count > 0.0) {
        let surplus = priced(exits.map(|count| count * assumptions.surplus_cost), wages);
        book.years_of(accounts[4]).add_years(first, surplus, exits);
    }
}

/// The numbers of some years, from the first.
fn years_from<const YEARS: usize>(numbers: &[f64], first: usize) -> [f64; YEARS] {
    numbers[first..].first_chunk().copied().unwrap_or([0.0; YEARS])
}

/// Amounts in prices of their year.
fn priced<const YEARS: usize>(mut amounts: [f64; YEARS], index: [f64; YEARS]) -> [f64; YEARS] {
    for (amount, index) in amounts.iter_mut().zip(index) {
        *amount *= index;
    }
    amounts
}

/// Adds the same amounts in so many months, one by one: the order in which every line is summed (MODEL 6). Side by side,
/// since each sum waits for the month before.
pub(crate) fn add_months<const AMOUNTS: usize>(
    mut sums: [f64; AMOUNTS],
    amounts: [f64; AMOUNTS],
    months: usize,
) -> [f64; AMOUNTS] {
    let mut add_month = || {
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += amount;
        }
    };
    // Most years are whole: a number that is known beforehand is quicker to count to.
    if months == 12 {
        (0..12).for_each(|_| add_month());
    } else {
        (0..months).for_each(|_| add_month());
    }
    sums
}
