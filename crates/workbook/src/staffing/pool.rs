//! Vacancies that are held back until a move (MODEL 3, "Freeze").

use super::months::{Pace, put};
use super::moving::{Optional, SourceRows};
use super::{Sheet, column};
use crate::options::RoleAt;
use crate::page::Page;
use crate::sheet::{At, Kind, Role};
use crate::term::Term;
use deelsom_language::words::workbook as w;

/// A pool: the sources of one target and role.
struct Pool<'p> {
    sources: Vec<&'p SourceRows>,
    speed: Pace,
    /// The posts of each source that people are sought for.
    wanted: Vec<f64>,
    /// The posts of the target that people are sought for.
    aim: f64,
    /// The month from which vacancies are held back, and that of go-live.
    from: f64,
    go_live: f64,
    /// The rows of vacancies, and of the part of them that is filled.
    open_row: u32,
    share_row: u32,
}

/// What a month leaves for the next.
#[derive(Default)]
struct Month {
    /// People of each source.
    people: Vec<f64>,
    /// The part of vacancies that was filled.
    share: f64,
}

impl Optional<'_, '_> {
    /// A pool under a freeze, whose vacancies are filled only so far as the target's posts need.
    pub(super) fn write_pool(
        &mut self,
        page: &mut Page<'_>,
        role: &RoleAt,
        freeze: At,
        sources: &[SourceRows],
    ) {
        let coming = role.coming.iter();
        let pool: Vec<&SourceRows> =
            coming.filter_map(|(post, _)| sources.iter().find(|source| source.post == *post)).collect();
        let Some(first) = pool.first().map(|source| source.people) else { return };
        let (open_row, share_row) = (self.sheet.row + 1, self.sheet.row + 2);
        page.word(self.sheet.row, 0, w::POOL, Role::Block);
        for (row, word) in [(open_row, w::POOL_VACANT), (share_row, w::POOL_FILLED)] {
            Sheet::label(page, row, first);
            page.word(row, column::UNIT + 1, word, Role::Label);
        }
        self.sheet.row += 4;
        let target = page.see(role.target);
        let target = page.figure(page.at(share_row, column::TARGET), &target, Kind::Fte);
        for source in &pool {
            let go_live = page.see(page.at(source.people, column::GO_LIVE));
            let from = page.see(freeze).min(&go_live);
            page.figure(page.at(source.people, column::FROM), &from, Kind::Whole);
        }
        let number = |row, column| page.book.number(page.at(row, column)).unwrap_or(0.0);
        let speed = Pace::of(page, first);
        let pool = Pool {
            wanted: pool.iter().map(|source| number(source.people, column::WANTED)).collect(),
            aim: page.book.number(target).unwrap_or(0.0) * speed.filled,
            from: number(first, column::FROM),
            go_live: number(first, column::GO_LIVE),
            sources: pool,
            speed,
            open_row,
            share_row,
        };
        let mut before = Month { people: vec![0.0; pool.sources.len()], share: 0.0 };
        for month in 0..self.sheet.source.years() * 12 {
            before = self.write_pool_month(page, &pool, month, &before);
        }
    }

    /// A month of a pool: the people of every source, the vacancies, and the part of them that is filled.
    fn write_pool_month(&self, page: &mut Page<'_>, pool: &Pool<'_>, month: usize, before: &Month) -> Month {
        let Pool { sources, speed, wanted, aim, from, go_live, open_row, share_row } = pool;
        let mut now = Month::default();
        let (mut there, mut there_texts) = (Vec::new(), Vec::new());
        for (nth, source) in sources.iter().enumerate() {
            let people = self.write_people(page, pool, (nth, month), before);
            now.people.push(people);
            let (left, text) = self.write_known(page, source, month, people);
            there.push(left);
            there_texts.push(text);
        }
        let letters = self.sheet.columns.letters(month);
        let count = month as f64;
        let open_text = sources.iter().zip(&there_texts).map(|(source, there)| {
            let p = source.people + 1;
            format!("MAX(0,R{p}-{there}*M{p})")
        });
        let open_text = open_text.collect::<Vec<_>>().join("+");
        let open: f64 =
            there.iter().zip(wanted).map(|(there, wanted)| (wanted - there * speed.stay).max(0.0)).sum();
        let open = if count >= *from && count < *go_live { open } else { 0.0 };
        let at = |row| page.at(row, self.sheet.columns.month(month));
        let (open_at, share_at) = (at(*open_row), at(*share_row));
        let (k, o, s) = (sources[0].people + 1, open_row + 1, share_row + 1);
        put(page, open_at, format!("IF(OR({letters}$4<S{k},{letters}$4>=L{k}),0,{open_text})"), open);
        let all: f64 = there.iter().sum();
        now.share =
            if open > 0.0 { (aim - all * speed.stay).max(0.0).min(open) * speed.fill / open } else { 0.0 };
        let text = format!(
            "IF({letters}{o}>0,MIN(MAX(0,I{s}*Q{k}-({})*M{k}),{letters}{o})*O{k}/{letters}{o},0)",
            there_texts.join("+")
        );
        put(page, share_at, text, now.share);
        now
    }

    /// The people of a source in a month: as in the baseline until the freeze, then by what is filled.
    fn write_people(
        &self,
        page: &mut Page<'_>,
        pool: &Pool<'_>,
        (nth, month): (usize, usize),
        before: &Month,
    ) -> f64 {
        let source = pool.sources[nth];
        let p = source.people + 1;
        let number = self.sheet.month_count(page, month);
        let was = page.see(source.before.by_month.map_or(number, |months| months.people.right(month)));
        let at = page.at(source.people, self.sheet.columns.month(month));
        let Some(last_month) = month.checked_sub(1) else {
            return put(page, at, was.text().to_owned(), was.value());
        };
        let (letters, last) = (self.sheet.columns.letters(month), self.sheet.columns.letters(last_month));
        let left = match source.departing {
            None => format!("{last}{p}*M{p}"),
            Some(departing) => format!("({last}{p}-{last}{})*M{p}", departing + 1),
        };
        let departed = source.departing.map_or(0.0, |row| {
            page.book.number(page.at(row, self.sheet.columns.month(last_month))).unwrap_or(0.0)
        });
        let stay = (before.people[nth] - departed) * pool.speed.stay;
        let held = stay + (pool.wanted[nth] - stay).max(0.0) * before.share;
        let text = format!(
            "IF({letters}$4>L{p},0,IF({letters}$4<=S{p},{},{left}+MAX(0,R{p}-{left})*{last}{}))",
            was.text(),
            pool.share_row + 1
        );
        let count = month as f64;
        let value = if count > pool.go_live {
            0.0
        } else if count <= pool.from {
            was.value()
        } else {
            held
        };
        put(page, at, text, value)
    }

    /// Who of a source is known to leave in a month. Gives the others, and how they are written.
    fn write_known(
        &self,
        page: &mut Page<'_>,
        source: &SourceRows,
        month: usize,
        people: f64,
    ) -> (f64, String) {
        let (p, letters) = (source.people + 1, self.sheet.columns.letters(month));
        let Some(departing) = source.departing else { return (people, format!("{letters}{p}")) };
        let number = self.sheet.month_count(page, month);
        let column = self.sheet.columns.month(month);
        let known = self.sheet.today.departing(page, source.post, number);
        let known = page.see(page.at(source.people, column)).min(&known);
        let early = page.see(number).less_than(&page.see(page.at(source.people, column::GO_LIVE)));
        let known = early.then(&known, &Term::count(0));
        let known = put(page, page.at(departing, column), known.text().to_owned(), known.value());
        (people - known, format!("({letters}{p}-{letters}{})", departing + 1))
    }
}
