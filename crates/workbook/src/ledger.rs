//! The ledger: a row for every account that can have an amount, a column for every year, rounded to the cent
//! (MODEL 4, 5, 6).

mod accounts;
mod costs;

use crate::assumptions::Assumed;
use crate::options::OptionAt;
use crate::page::Page;
use crate::partners::PartnerAt;
use crate::sheet::{At, Kind, Role};
use crate::source::Source;
use crate::staffing::{GroupAt, Moving};
use crate::term::{Term, sum_in_order};
use crate::today::TodayAt;
pub(crate) use accounts::{AccountKey, Flag};
use accounts::{Accounts, Fraction};
use costs::Costs;
use deelsom_core::Bearer;
use deelsom_core::study::Variant;
use deelsom_language::{Word, codes, words::workbook as w};

/// Where a course's accounts stand.
pub(crate) struct LedgerAt {
    pub(crate) accounts: Vec<AccountAt>,
    /// The sum of a year; years are side by side.
    pub(crate) total: At,
}

/// Where an account stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AccountAt {
    pub(crate) key: AccountKey,
    pub(crate) flag: Flag,
    /// The first year; the others are to the right.
    pub(crate) years: At,
    /// Its cell that says whether it counts as one-off.
    pub(crate) one_off: At,
    /// The part that has carried VAT: a number, or by year.
    pub(crate) carried: Carried,
}

/// The part of an account that has carried VAT.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Carried {
    /// The same in all years.
    All(f64),
    /// By year, side by side.
    ByYear(At),
}

/// The columns of the ledger.
pub(crate) mod column {
    pub(crate) const COURSE: u16 = 0;
    pub(crate) const NUMBER: u16 = 1;
    pub(crate) const BEARER_NUMBER: u16 = 2;
    pub(crate) const BEARER: u16 = 3;
    pub(crate) const SERVICE_NUMBER: u16 = 4;
    pub(crate) const SERVICE: u16 = 5;
    pub(crate) const LINE: u16 = 6;
    pub(crate) const WORDS: u16 = 7;
    pub(crate) const ONE_OFF: u16 = 8;
    pub(crate) const CARRIED: u16 = 9;
    pub(crate) const YEARS: u16 = 11;
}

/// Rows that every formula of a year refers to.
pub(crate) mod row {
    pub(crate) const COUNT: u32 = 2;
    pub(crate) const YEAR: u32 = 3;
    pub(crate) const WAGE: u32 = 4;
    pub(crate) const PRICE: u32 = 5;
    pub(crate) const FIRST: u32 = 7;
}

/// What stands for the participants among the numbers of bearers.
pub(crate) const SHARED: f64 = 9999.0;

/// What the ledger is made from.
#[derive(Clone, Copy)]
pub(crate) struct Grounds<'s, 'a> {
    pub(crate) source: &'s Source<'a>,
    pub(crate) assumed: &'s Assumed,
    pub(crate) partners: &'s [PartnerAt],
    pub(crate) today: &'s TodayAt,
}

/// An option with its places and what its moves make.
#[derive(Clone, Copy)]
pub(crate) struct Chosen<'s, 'a> {
    pub(crate) option: &'a Variant,
    pub(crate) at: &'s OptionAt,
    pub(crate) moving: &'s Moving,
}

/// A course: the baseline, or an option with what it is.
#[derive(Clone, Copy)]
pub(crate) struct Course<'s, 'a> {
    pub(crate) number: usize,
    pub(crate) name: &'s str,
    pub(crate) chosen: Option<Chosen<'s, 'a>>,
    pub(crate) groups: &'s [GroupAt],
}

/// Begins the sheet: its headings, years and indices.
pub(crate) fn begin(grounds: &Grounds<'_, '_>, page: &mut Page<'_>) -> u32 {
    page.title(w::LEDGER, w::ABOUT_LEDGER);
    page.lay_out(
        (7, 8),
        &[
            (0, 2, 6.0),
            (3, 3, 24.0),
            (4, 4, 6.0),
            (5, 5, 22.0),
            (6, 6, 16.0),
            (7, 7, 40.0),
            (8, 10, 8.0),
            (11, 300, 14.0),
        ],
    );
    page.headings(
        row::FIRST - 1,
        0,
        &[
            w::COURSE,
            w::NUMBER,
            w::NUMBER,
            w::BEARER,
            w::NUMBER,
            w::SERVICE,
            w::LINE,
            w::WHAT,
            w::COUNTS_ONE_OFF,
            w::CARRIED_VAT,
        ],
    );
    for (at_row, word) in [
        (row::COUNT, w::YEAR_NUMBER),
        (row::YEAR, w::YEAR),
        (row::WAGE, w::WAGE_INDEX),
        (row::PRICE, w::PRICE_INDEX),
    ] {
        page.word(at_row, column::WORDS, word, Role::Label);
    }
    for row in [row::YEAR, row::FIRST - 1] {
        page.years(page.at(row, column::YEARS), grounds.source.study.period);
    }
    for year in 0..grounds.source.years() {
        let at = |page: &Page<'_>, row| page.at(row, column::YEARS).right(year);
        page.heading_number(at(page, row::COUNT), year as f64, Kind::Whole);
        let (wage, price) = (page.see(grounds.assumed.wage[year]), page.see(grounds.assumed.price[year]));
        page.figure(at(page, row::WAGE), &wage, Kind::Factor);
        page.figure(at(page, row::PRICE), &price, Kind::Factor);
    }
    let last = page.at(row::FIRST - 1, column::YEARS).right(grounds.source.years());
    page.word(last.row, last.column, w::TOTAL, Role::Heading);
    row::FIRST
}

/// Writes a course from a row on. Gives its accounts and the next free row.
pub(crate) fn write(
    grounds: &Grounds<'_, '_>,
    page: &mut Page<'_>,
    course: &Course<'_, '_>,
    top: u32,
) -> (LedgerAt, u32) {
    let Course { number: course, name, chosen, groups } = *course;
    page.text(top, column::BEARER, name, Role::Title);
    let mut costs =
        Costs { grounds, chosen, page, accounts: Accounts::of(grounds.source.years()), row: top + 1 };
    costs.write_months();
    costs.staff(groups);
    costs.running();
    costs.forms();
    if let Some(chosen) = chosen {
        costs.moving(&chosen);
        costs.amounts(&chosen);
    }
    let (accounts, mut row) = (costs.accounts, costs.row);
    let first = row;
    let mut places = Vec::new();
    for (number, account) in accounts.in_order().into_iter().enumerate() {
        page.frozen(page.at(row, column::COURSE), course as f64, Kind::Whole);
        page.frozen(page.at(row, column::NUMBER), number as f64 + 1.0, Kind::Whole);
        let key = account.key;
        let option = chosen.map(|chosen| chosen.option);
        let (bearer, bearer_name) = match key.bearer {
            Bearer::Unit(unit) => (unit.0 as f64 + 1.0, grounds.source.unit_name(option, unit).to_owned()),
            Bearer::Shared => (SHARED, w::PARTICIPANTS.text(page.language).to_owned()),
        };
        page.frozen(page.at(row, column::BEARER_NUMBER), bearer, Kind::Whole);
        page.text(row, column::BEARER, &bearer_name, Role::Label);
        let service = key.service.map_or(0.0, |service| service.0 as f64 + 1.0);
        page.frozen(page.at(row, column::SERVICE_NUMBER), service, Kind::Whole);
        if let Some(service) = key.service {
            page.text(row, column::SERVICE, &grounds.source.study.services[service.0].name, Role::Label);
        }
        let code = key.line.code();
        page.text(row, column::LINE, code, Role::Label);
        let line = codes::line(code).map_or(code, |word: Word| word.text(page.language));
        let words = account.name.as_ref().map_or_else(|| line.to_owned(), |name| format!("{line}: {name}"));
        page.text(row, column::WORDS, &words, Role::Label);
        let one_off = page.at(row, column::ONE_OFF);
        match account.flag {
            Flag::Always(holds) => _ = page.frozen(one_off, f64::from(u8::from(holds)), Kind::Whole),
            Flag::At(at) => {
                let flag = page.see(at);
                page.figure(one_off, &flag, Kind::Whole);
            }
        }
        let years = page.at(row, column::YEARS);
        for (year, terms) in account.years.iter().enumerate() {
            let term = sum_in_order(terms.iter().cloned()).in_cents();
            page.figure(years.right(year), &term, Kind::Cents);
        }
        let all = page.across(years, grounds.source.years()).sum().in_cents();
        page.total(years.right(grounds.source.years()), &all, Kind::Cents);
        let carried = write_carried(page, row, &account.carried, &account.years);
        places.push(AccountAt { key, flag: account.flag, years, one_off, carried });
        row += 1;
    }
    let total = page.at(row, column::YEARS);
    page.word(row, column::WORDS, w::TOTAL, Role::Total);
    page.frozen(page.at(row, column::COURSE), course as f64, Kind::Whole);
    let count = usize::try_from(row - first).unwrap_or(0);
    for year in 0..=grounds.source.years() {
        let sum = if count == 0 {
            Term::count(0)
        } else {
            page.down(page.at(first, column::YEARS).right(year), count).sum().in_cents()
        };
        page.total(total.right(year), &sum, Kind::Cents);
    }
    (LedgerAt { accounts: places, total }, row + 2)
}

/// Writes the part of an account that has carried VAT.
fn write_carried(page: &mut Page<'_>, row: u32, carried: &Fraction, years: &[Vec<Term>]) -> Carried {
    match carried {
        Fraction::All(part) => {
            page.frozen(page.at(row, column::CARRIED), *part, Kind::Percent);
            Carried::All(*part)
        }
        Fraction::Mixed(carried) => {
            // Beside the total of the row, one column left free.
            let first = page.at(row, column::YEARS).right(years.len() + 2);
            for (year, (marked, all)) in carried.iter().zip(years).enumerate() {
                let (marked, all) = (sum_in_order(marked.iter().cloned()), sum_in_order(all.iter().cloned()));
                let none = all.clone().equals(&Term::count(0));
                let term = none.then(&Term::count(0), &(marked / &all));
                page.figure(first.right(year), &term, Kind::Percent);
            }
            Carried::ByYear(first)
        }
    }
}
