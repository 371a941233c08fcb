//! Whether a book says what the model says.

use crate::comparison::{ComparedAt, CourseAt, EffectAt};
use crate::ledger::{AccountAt, Flag};
use crate::sheet::{At, Book};
use deelsom_core::{EffectResult, Entry, Money, Origin, Outcome, Payback, Study};

/// A figure of a book that is not the model's.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What it is of.
    pub what: String,
    /// Where it stands: the sheet and the cell.
    pub place: String,
    /// What the book says.
    pub book: f64,
    /// What the model says.
    pub model: f64,
}

/// Cents may fall the other way where an amount lies on half a cent: that much, and as much again for everything that is
/// added up.
const CENT: f64 = 0.010_001;
/// What is added up of some hundreds of accounts can be off by a cent in each at the very most.
const MANY: f64 = 200.0;

/// What differs between a book and the model's outcome.
pub(crate) fn differences(
    book: &Book,
    study: &Study,
    outcome: &Outcome,
    courses: &[CourseAt<'_>],
    compared: &[ComparedAt],
) -> Vec<Difference> {
    let mut found = Found { book, differences: Vec::new() };
    for (place, at) in courses.iter().enumerate() {
        let course = &outcome.courses[place];
        let option = place.checked_sub(1).map(|place| &study.options[place]);
        // What a row says in a year that the model has no entry for is nothing.
        let mut expected = vec![vec![Money::ZERO; study.period.years]; at.ledger.accounts.len()];
        for entry in course.ledger.iter().filter(|entry| entry.line.is_posted()) {
            let account = at.ledger.accounts.iter().position(|account| is_of(account, entry, book, option));
            match account {
                Some(account) => expected[account][study.period.index_of(entry.year)] = entry.amount,
                None => found.differences.push(Difference {
                    what: format!(
                        "no row for {:?}",
                        (entry.bearer, entry.service, entry.line, entry.origin, entry.one_off)
                    ),
                    place: String::new(),
                    book: 0.0,
                    model: entry.amount.euros(),
                }),
            }
        }
        for (account, years) in at.ledger.accounts.iter().zip(expected) {
            for (year, amount) in years.into_iter().enumerate() {
                found.amount("entry", account.years.right(year), amount, 1.0);
            }
        }
        let many = at.ledger.accounts.len() as f64;
        for (paid, years) in at.split.paid.iter().zip(&course.partners) {
            for (year, of_model) in years.iter().enumerate() {
                found.amount("own", paid.own.right(year), of_model.own, many);
                found.amount("contribution", paid.contribution.right(year), of_model.contribution, many);
                found.amount("vat", paid.vat.right(year), of_model.vat, many);
                found.amount("settlement", paid.settlement.right(year), of_model.settlement, many);
                found.amount("one-off", paid.one_off.right(year), of_model.one_off, many);
            }
        }
        let hires = |year: usize| {
            let hires = at.groups.iter().map(|group| book.number(group.hires.right(year)).unwrap_or(0.0));
            hires.sum::<f64>()
        };
        for (year, of_model) in course.hires.iter().enumerate() {
            found.near("hires", String::new(), hires(year), of_model.get(), 1e-6);
        }
    }
    for (at, effect) in compared.iter().zip(&outcome.effects) {
        found.effect(&at.total, &effect.result);
        for (year, of_model) in effect.result.years.iter().enumerate() {
            found.amount("avoided", at.avoided_increase.right(year), of_model.avoided_increase, MANY);
            found.amount("efficiency", at.efficiency.right(year), of_model.efficiency, MANY);
            found.close("hires avoided", at.hires_avoided.right(year), of_model.hires_avoided.get());
        }
        for (at, of_model) in at.partners.iter().zip(&effect.partners) {
            found.effect(at, &of_model.result);
        }
        for (at, of_model) in at.exit.iter().zip(&effect.exit) {
            for (year, of_model) in of_model.iter().enumerate() {
                found.amount("step-down", at.0.right(year), of_model.step_down, MANY);
                found.amount("damage", at.1.right(year), of_model.real_damage, MANY);
            }
        }
        for (post, fte, value) in &at.vacancies {
            let of = &study.posts[*post];
            let row = effect
                .vacancies_avoided
                .iter()
                .find(|row| (row.unit, row.service, row.role) == (of.unit, of.service, of.role));
            found.close("vacancy avoided", *fte, row.map_or(0.0, |row| row.fte.get()));
            found.close("its worth", *value, row.map_or(0.0, |row| row.budget_value));
        }
    }
    found.differences
}

/// Whether an entry belongs to an account.
fn is_of(
    account: &AccountAt,
    entry: &Entry,
    book: &Book,
    option: Option<&deelsom_core::study::Variant>,
) -> bool {
    let key = account.key;
    if (key.bearer, key.service, key.line) != (entry.bearer, entry.service, entry.line) {
        return false;
    }
    let flag = match account.flag {
        Flag::Always(flag) => flag,
        Flag::At(at) => book.number(at).unwrap_or(0.0) != 0.0,
    };
    if flag != entry.one_off {
        return false;
    }
    match (key.origin, entry.origin, option) {
        // Amounts alike are one account by name and payer; the model tells those of different length apart.
        (Some(Origin::Recurring(one)), Some(Origin::Recurring(other)), Some(option)) => {
            let what = |place: usize| (&option.recurring[place].name, &option.recurring[place].payer);
            what(one) == what(other)
        }
        (one, other, _) => one == other,
    }
}

struct Found<'b> {
    book: &'b Book,
    differences: Vec<Difference>,
}

impl Found<'_> {
    fn place(&self, at: At) -> String {
        format!("{}!{at}", self.book.sheet(at.sheet).name)
    }

    fn near(&mut self, what: &str, place: String, book: f64, model: f64, room: f64) {
        if (book - model).abs() > room {
            self.differences.push(Difference { what: what.to_owned(), place, book, model });
        }
    }

    /// An amount, within a cent for each of what it is made of.
    fn amount(&mut self, what: &str, at: At, model: Money, of: f64) {
        let book = self.book.number(at).unwrap_or(0.0);
        self.near(what, self.place(at), book, model.euros(), CENT * of);
    }

    /// A quantity.
    fn close(&mut self, what: &str, at: At, model: f64) {
        let book = self.book.number(at).unwrap_or(0.0);
        self.near(what, self.place(at), book, model, 1e-6 * (1.0 + model.abs()));
    }

    fn effect(&mut self, at: &EffectAt, of_model: &EffectResult) {
        for (year, one) in of_model.years.iter().enumerate() {
            self.amount("saving", at.saving.right(year), one.saving, MANY);
            self.amount("one-off part", at.one_off.right(year), one.one_off, MANY);
            self.amount("recurring part", at.recurring.right(year), one.recurring, MANY);
            self.amount("cumulative", at.cumulative.right(year), one.cumulative, MANY);
        }
        self.amount("npv", at.npv, of_model.npv, MANY);
        self.amount("deepest", at.deepest, of_model.deepest.amount, MANY);
        self.amount("structural", at.structural, of_model.structural, MANY);
        let (year, years) = match of_model.payback {
            Payback::Never => (None, None),
            Payback::Immediate => (of_model.years.first().map(|one| one.year), Some(0.0)),
            Payback::Within(year, years) => (Some(year), Some(years)),
        };
        let year = year.map(|year| f64::from(year.0));
        for (what, at, model) in [("payback", at.payback, years), ("payback year", at.payback_year, year)] {
            let book = self.book.number(at);
            match (book, model) {
                (Some(book), Some(model)) => self.near(what, self.place(at), book, model, 1e-3),
                (None, None) => {}
                (book, model) => self.differences.push(Difference {
                    what: what.to_owned(),
                    place: self.place(at),
                    book: book.unwrap_or(f64::NAN),
                    model: model.unwrap_or(f64::NAN),
                }),
            }
        }
    }
}
