//! The months of a post group. A large study has a quarter of a million of them: their formulas are written straight, in
//! the order in which they are worked out.

use super::{Sheet, column};
use crate::page::Page;
use crate::sheet::{At, Content, Kind, Role, SheetId, Style, Worth};

/// The columns of years and months, with the letters of the months.
pub(crate) struct Columns {
    years: u16,
    letters: Vec<String>,
}

impl Columns {
    pub(super) fn of(years: usize) -> Self {
        let years = u16::try_from(years).unwrap_or(u16::MAX);
        let first = column::YEARS + 2 * years;
        // One more: what the last month leads to is asked for, and is nothing.
        let letters = (first..=first + 12 * years).map(letters).collect();
        Self { years, letters }
    }

    /// The first column of the second block of years.
    pub(crate) fn second(&self) -> u16 {
        column::YEARS + self.years
    }

    /// The column of a month.
    pub(crate) fn month(&self, month: usize) -> u16 {
        column::YEARS + 2 * self.years + u16::try_from(month).unwrap_or(u16::MAX)
    }

    /// The letters of a month's column.
    pub(crate) fn letters(&self, month: usize) -> &str {
        &self.letters[month]
    }
}

/// The letters of a column.
pub(crate) fn letters(column: u16) -> String {
    let mut address = At { sheet: SheetId(0), row: 0, column }.address();
    address.pop();
    address
}

/// Writes a month's formula.
pub(super) fn put(page: &mut Page<'_>, at: At, text: String, value: f64) -> f64 {
    page.book.put(at, Content::Formula(text.into(), Worth::Number(value)), Style(Role::Figure, Kind::Fte));
    value
}

/// What a row's months are worked out with, as numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    pub(super) stay: f64,
    pub(super) fill: f64,
    pub(super) replaced: f64,
    pub(super) filled: f64,
}

impl Pace {
    pub(super) fn of(page: &Page<'_>, row: u32) -> Self {
        let number = |column| page.book.number(page.at(row, column)).unwrap_or(0.0);
        Self {
            stay: number(column::STAY),
            fill: number(column::FILL),
            replaced: number(column::REPLACED),
            filled: number(column::FILLED),
        }
    }

    /// How many are came at a month's end of `there` people who are not known to leave.
    pub(super) fn hires(&self, there: f64, wanted: f64) -> f64 {
        let left = there * self.stay;
        if left < wanted { (wanted - left) * self.fill } else { self.replaced * there }
    }
}

/// The formula of hires: `there` and `wanted` as they are written, on a row of the pace.
pub(super) fn hires_text(there: &str, wanted: &str, row: u32) -> String {
    let row = row + 1;
    format!("IF({there}*M{row}<{wanted},({wanted}-{there}*M{row})*O{row},P{row}*{there})")
}

impl Sheet<'_, '_> {
    /// The months of a post of today: people, hires, and departures where any are known.
    pub(super) fn months_of_today(
        &self,
        page: &mut Page<'_>,
        post: usize,
        people: u32,
        hires: u32,
        departing: Option<u32>,
    ) {
        let speed = Pace::of(page, people);
        let wanted = page.book.number(page.at(people, column::WANTED)).unwrap_or(0.0);
        let (p, h) = (people + 1, hires + 1);
        let wanted_text = format!("R{p}");
        let months = self.source.years() * 12;
        let mut now = page.book.number(page.at(people, column::START)).unwrap_or(0.0);
        for month in 0..months {
            let letters = self.columns.letters(month);
            let at = |row| page.at(row, self.columns.month(month));
            let (people_at, hires_at) = (at(people), at(hires));
            if month == 0 {
                put(page, people_at, format!("J{p}"), now);
            }
            let (there, there_text) = match departing {
                None => (now, format!("{letters}{p}")),
                Some(departing) => {
                    let known = self.today.departing(page, post, self.month_count(page, month));
                    let known = page.see(people_at).min(&known);
                    let known = put(
                        page,
                        page.at(departing, self.columns.month(month)),
                        known.text().to_owned(),
                        known.value(),
                    );
                    (now - known, format!("({letters}{p}-{letters}{})", departing + 1))
                }
            };
            let came = put(
                page,
                hires_at,
                hires_text(&there_text, &wanted_text, people),
                speed.hires(there, wanted),
            );
            now = there * speed.stay + came;
            if month + 1 < months {
                let next = page.at(people, self.columns.month(month + 1));
                put(page, next, format!("{there_text}*M{p}+{letters}{h}"), now);
            }
        }
    }
}
