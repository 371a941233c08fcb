//! Accounts while their terms come together.

use crate::sheet::At;
use crate::term::Term;
use deelsom_core::study::ServiceId;
use deelsom_core::{Bearer, Line, Origin};

/// What an account is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AccountKey {
    pub(crate) bearer: Bearer,
    pub(crate) service: Option<ServiceId>,
    pub(crate) line: Line,
    pub(crate) origin: Option<Origin>,
}

/// Whether an account counts as one-off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Flag {
    /// Whatever happens.
    Always(bool),
    /// As a cell says.
    At(At),
}

/// The part of an account that has carried VAT.
pub(super) enum Fraction {
    /// The same in all years.
    All(f64),
    /// What has carried it, by year: an account of marked and unmarked amounts.
    Mixed(Vec<Vec<Term>>),
}

/// An account with the terms of its years.
pub(super) struct Account {
    pub(super) key: AccountKey,
    pub(super) flag: Flag,
    /// The name of the amounts that it is of, if they have one.
    pub(super) name: Option<String>,
    pub(super) years: Vec<Vec<Term>>,
    pub(super) carried: Fraction,
    marked: Vec<Vec<Term>>,
    has_unmarked: bool,
}

/// All accounts of a course.
pub(super) struct Accounts {
    years: usize,
    all: Vec<Account>,
}

impl Accounts {
    pub(super) fn of(years: usize) -> Self {
        Self { years, all: Vec::new() }
    }

    /// Adds to a year of an account.
    pub(super) fn add(
        &mut self,
        (key, flag, name): (AccountKey, Flag, Option<&str>),
        year: usize,
        term: Term,
        carries_vat: bool,
    ) {
        let place = self.all.iter().position(|account| (account.key, account.flag) == (key, flag));
        let place = place.unwrap_or_else(|| {
            self.all.push(Account {
                key,
                flag,
                name: name.map(str::to_owned),
                years: vec![Vec::new(); self.years],
                carried: Fraction::All(0.0),
                marked: vec![Vec::new(); self.years],
                has_unmarked: false,
            });
            self.all.len() - 1
        });
        let account = &mut self.all[place];
        if carries_vat {
            account.marked[year].push(term.clone());
        } else {
            account.has_unmarked = true;
        }
        account.years[year].push(term);
    }

    /// The accounts in the order of the ledger.
    pub(super) fn in_order(self) -> Vec<Account> {
        let mut all = self.all;
        all.sort_by_key(|account| account.key);
        for account in &mut all {
            let marked = account.marked.iter().any(|terms| !terms.is_empty());
            account.carried = match (marked, account.has_unmarked) {
                (true, true) => Fraction::Mixed(std::mem::take(&mut account.marked)),
                (true, false) => Fraction::All(1.0),
                (false, _) => Fraction::All(0.0),
            };
        }
        all
    }
}
