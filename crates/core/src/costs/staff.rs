//! The lines that staffing makes, per post group and month in twelfths of a year (MODEL 4).

use super::Run;
use crate::ledger::{Account, Basis, Book, Line};
use crate::staffing::PostGroup;

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
        for year in group.start / 12..group.end().div_ceil(12) {
            for (account, sum) in accounts.into_iter().zip(year_of(run, group, year)) {
                book.year(account, year).add(sum);
            }
        }
    }
}

/// A year of a post group: every month's amounts, in prices of that year.
fn year_of(run: Run<'_>, group: &PostGroup, year: usize) -> [Basis; 5] {
    let assumptions = run.assumptions;
    let (wage, price) = (assumptions.wage_index[year], assumptions.price_index[year]);
    let (share, over_own, cost) = (assumptions.cover_share.get(), assumptions.cover_price, group.cost);
    let per_hire = assumptions.services[group.service.0].recruitment;
    let [mut employment, mut cover, mut recruitment, mut workplace, mut surplus] = [Basis::default(); 5];
    let first = (year * 12).max(group.start) - group.start;
    let last = (year * 12 + 12).min(group.end()) - group.start;
    for month in &group.months[first..last] {
        let (posts, people) = (month.establishment.get(), month.in_post.get());
        let vacant = (posts - people).max(0.0);
        let seated = posts.max(people);
        let (hires, exits) = (month.hires.get(), month.surplus_exits.get());
        employment.add_month(people * cost / 12.0 * wage, people);
        cover.add_month(vacant * share * over_own * cost / 12.0 * wage, vacant);
        workplace.add_month(seated * assumptions.workplace / 12.0 * price, seated);
        recruitment.add_month(hires * per_hire * wage, hires);
        if exits != 0.0 {
            surplus.add_month(exits * assumptions.surplus_cost * wage, exits);
        }
    }
    for staff in [&mut employment, &mut cover, &mut workplace] {
        staff.quantity /= 12.0;
    }
    // What is hired in comes with VAT on the bill (MODEL 8).
    cover.carried_vat = cover.exact;
    [employment, cover, recruitment, workplace, surplus]
}
