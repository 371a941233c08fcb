//! The sheet of checks: sums that check themselves, and what the model warned of (MODEL 13).

use crate::comparison::{ComparedAt, CourseAt};
use crate::ledger::{Chosen, Grounds};
use crate::page::Page;
use crate::sheet::{Area, At, Kind, Role, Style};
use crate::term::{Term, sum_in_order};
use deelsom_language::{Word, words::workbook as w};

const OK: u16 = 0;
const WHAT: u16 = 1;
const COURSE: u16 = 2;
const YEARS: u16 = 3;
/// So many accounts are checked in one formula: a cell holds some 8,000 characters.
const TOGETHER: usize = 40;

/// A course with its name, and its option and comparison where it is one.
pub(crate) struct Checked<'s, 'a> {
    pub(crate) name: &'s str,
    pub(crate) at: CourseAt<'s>,
    pub(crate) option: Option<(Chosen<'s, 'a>, &'s ComparedAt)>,
}

/// Writes the sheet. Gives where it stands how many checks fail.
pub(crate) fn write(
    grounds: &Grounds<'_, '_>,
    page: &mut Page<'_>,
    warnings: &[String],
    courses: &[Checked<'_, '_>],
) -> At {
    page.title(w::CHECKS, w::ABOUT_CHECKS);
    page.lay_out((6, 3), &[(0, 0, 8.0), (1, 1, 64.0), (2, 2, 26.0), (3, 300, 14.0)]);
    page.headings(5, 0, &[w::HOLDS, w::CHECK, w::COURSE]);
    page.years(page.at(5, YEARS), grounds.source.study.period);
    let mut writer = Writer { grounds, page, row: 6 };
    for course in courses {
        writer.course(course);
    }
    let last = writer.row;
    writer.same_as_exported(courses);
    writer.warnings(warnings);
    let failed = page.at(3, OK);
    page.word(3, WHAT, w::CHECKS_FAILED, Role::Label);
    let count = usize::try_from(last - 6).unwrap_or(0);
    let holding = page.down(page.at(6, OK), count);
    let failing = Term::count(count) - holding.sum();
    page.formula(failed, &failing, Style(Role::Total, Kind::Whole));
    page.book.names.push(("checks_failed".to_owned(), Area::of(failed)));
    failed
}

struct Writer<'s, 'a, 'p, 'b> {
    grounds: &'s Grounds<'s, 'a>,
    page: &'p mut Page<'b>,
    row: u32,
}

impl Writer<'_, '_, '_, '_> {
    /// Writes a check: what should be nothing, by year.
    fn check(&mut self, word: Word, course: &str, nothing: &dyn Fn(&Page<'_>, usize) -> Term) {
        let years = self.grounds.source.years();
        let row = self.row;
        for year in 0..years {
            let term = nothing(self.page, year);
            self.page.figure(self.page.at(row, YEARS).right(year), &term, Kind::Cents);
        }
        let all = self.page.across(self.page.at(row, YEARS), years).abs().sum_of_each();
        let holds = all.equals(&Term::count(0)).one_or_zero();
        self.verdict(word, course, &holds);
    }

    fn verdict(&mut self, word: Word, course: &str, holds: &Term) {
        self.page.formula(self.page.at(self.row, OK), holds, Style(Role::Check, Kind::Whole));
        self.page.word(self.row, WHAT, word, Role::Label);
        self.page.text(self.row, COURSE, course, Role::Label);
        self.row += 1;
    }

    fn course(&mut self, course: &Checked<'_, '_>) {
        let CourseAt { ledger, split, .. } = course.at;
        let name = course.name;
        let sum = |page: &Page<'_>, of: &dyn Fn(&crate::split::PaidAt) -> At, year: usize| {
            sum_in_order(split.paid.iter().map(|one| page.see(of(one).right(year))))
        };
        self.check(w::CHECK_DIVIDED, name, &|page, year| {
            let divided = sum(page, &|one| one.own, year) + sum(page, &|one| one.contribution, year);
            (page.see(ledger.total.right(year)) - divided).in_cents()
        });
        self.check(w::CHECK_PAID, name, &|page, year| {
            let besides = sum(page, &|one| one.vat, year) + sum(page, &|one| one.settlement, year);
            (sum(page, &|one| one.total, year) - (page.see(ledger.total.right(year)) + besides)).in_cents()
        });
        self.check(w::CHECK_SETTLEMENT, name, &|page, year| {
            sum(page, &|one| one.settlement, year).in_cents()
        });
        for parts in split.parts.chunks(TOGETHER) {
            self.check(w::CHECK_PARTS, name, &|page, year| {
                let off = parts.iter().map(|one| {
                    let parts = page.down(one.first.right(year), one.members.len()).sum();
                    (page.see(one.account.years.right(year)) - parts).abs()
                });
                sum_in_order(off).in_cents()
            });
        }
        let Some((chosen, compared)) = &course.option else { return };
        self.check(w::CHECK_SAVINGS, name, &|page, year| {
            let partners = compared.partners.iter().map(|one| page.see(one.saving.right(year)));
            (page.see(compared.total.saving.right(year)) - sum_in_order(partners)).in_cents()
        });
        self.check(w::CHECK_CUMULATIVE, name, &|page, year| {
            let all = page.across(compared.total.saving, year + 1).sum();
            (page.see(compared.total.cumulative.right(year)) - all).in_cents()
        });
        self.check(w::CHECK_EFFICIENCY, name, &|page, year| {
            let at = |at: At| page.see(at.right(year));
            (at(compared.total.saving) - (at(compared.efficiency) + at(compared.avoided_increase))).in_cents()
        });
        self.moves(name, chosen);
    }

    /// Whether every go-live lies in the period, and every source goes as a whole.
    fn moves(&mut self, name: &str, chosen: &Chosen<'_, '_>) {
        let months = Term::count(self.grounds.source.study.period.months());
        let inside = chosen.at.moves.iter().map(|moved| {
            let at = || self.page.see(moved.go_live);
            at().at_least(&Term::count(0)).and(&at().less_than(&months))
        });
        if let Some(inside) = inside.reduce(|all, one| all.and(&one)) {
            self.verdict(w::CHECK_GO_LIVE, name, &inside.one_or_zero());
        }
        let mut off = Vec::new();
        for moved in &chosen.at.moves {
            let sources = moved.targets.iter().flat_map(|target| &target.sources);
            let mut units: Vec<_> = sources.clone().map(|source| source.unit).collect();
            units.sort_unstable();
            units.dedup();
            for unit in units {
                let shares = sources.clone().filter(|source| source.unit == unit);
                let all = sum_in_order(shares.map(|source| self.page.see(source.share)));
                off.push((all - Term::count(1)).abs());
            }
        }
        for off in off.chunks(TOGETHER) {
            let holds = sum_in_order(off.iter().cloned()).less_than(&Term::of(0.000_001));
            self.verdict(w::CHECK_SPLIT, name, &holds.one_or_zero());
        }
    }

    /// Whether the sheet still says what the model said when the book was made.
    fn same_as_exported(&mut self, courses: &[Checked<'_, '_>]) {
        self.row += 1;
        self.page.word(self.row, WHAT, w::AT_EXPORT, Role::Heading);
        self.row += 1;
        let years = self.grounds.source.years();
        for course in courses {
            let row = self.row;
            for year in 0..years {
                let paid = course.at.split.paid.iter().map(|one| self.page.see(one.total.right(year)));
                let now = sum_in_order(paid).in_cents();
                let then = self.page.at(row + 1, YEARS).right(year);
                self.page.frozen(then, now.value(), Kind::Cents);
                let differs = (now - self.page.see(then)).in_cents();
                self.page.figure(self.page.at(row, YEARS).right(year), &differs, Kind::Cents);
            }
            let all = self.page.across(self.page.at(row, YEARS), years).abs().sum_of_each();
            // A cent can fall the other way here and there, where an amount lies on half a cent.
            let holds = all.less_than(&Term::count(1)).one_or_zero();
            self.verdict(w::SAME_AS_EXPORTED, course.name, &holds);
            self.page.word(self.row, WHAT, w::PAID_AT_EXPORT, Role::Note);
            self.row += 1;
        }
    }

    /// What the model warned of when the book was made.
    fn warnings(&mut self, warnings: &[String]) {
        if warnings.is_empty() {
            return;
        }
        self.row += 1;
        self.page.word(self.row, WHAT, w::WARNINGS, Role::Heading);
        self.row += 1;
        for sentence in warnings {
            self.page.text(self.row, WHAT, sentence, Role::Note);
            self.row += 1;
        }
    }
}
