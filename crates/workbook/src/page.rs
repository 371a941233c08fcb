//! A sheet while it is written.

use crate::sheet::{Allowed, Area, At, Book, Content, Input, Kind, Role, Said, SheetId, Style, Worth};
use crate::term::{Array, Maybe, Term};
use deelsom_core::{Month, Period};
use deelsom_language::{Language, Word};

/// A sheet of a book, to write on; formulas on it may refer to every other sheet.
pub(crate) struct Page<'b> {
    pub(crate) book: &'b mut Book,
    pub(crate) sheet: SheetId,
    pub(crate) language: Language,
}

impl Page<'_> {
    /// A place on this sheet.
    pub(crate) fn at(&self, row: u32, column: u16) -> At {
        At { sheet: self.sheet, row, column }
    }

    /// What stands in a place; a blank is worth nothing.
    pub(crate) fn see(&self, at: At) -> Term {
        Term::at(self.book.address(Area::of(at), self.sheet), self.book.number(at).unwrap_or(0.0))
    }

    /// What stands in a place that may be blank.
    pub(crate) fn maybe(&self, at: At) -> Maybe {
        Maybe::at(self.book.address(Area::of(at), self.sheet), self.book.number(at))
    }

    /// What stands in an area.
    pub(crate) fn area(&self, area: Area) -> Array {
        let values = area.places().map(|at| self.book.number(at).unwrap_or(0.0)).collect();
        Array::at(self.book.address(area, self.sheet), values)
    }

    /// Places beside each other.
    pub(crate) fn across(&self, from: At, count: usize) -> Array {
        self.area(Area::across(from, count))
    }

    /// Places under each other.
    pub(crate) fn down(&self, from: At, count: usize) -> Array {
        self.area(Area::down(from, count))
    }

    /// Several places: as an area where they stand under each other.
    fn together(&self, places: &[At]) -> Option<Array> {
        let first = *places.first()?;
        let under = |(nth, at): (usize, &At)| *at == first.down(nth);
        (places.len() > 1 && places.iter().enumerate().all(under)).then(|| self.down(first, places.len()))
    }

    /// The sum of several places.
    pub(crate) fn sum(&self, places: &[At]) -> Term {
        match self.together(places) {
            Some(area) => area.sum(),
            None => crate::term::sum_in_order(places.iter().map(|at| self.see(*at))),
        }
    }

    /// The sum of the products of several rows of places.
    pub(crate) fn sum_of_products(&self, rows: &[&[At]]) -> Term {
        let areas: Option<Vec<Array>> = rows.iter().map(|places| self.together(places)).collect();
        if let Some([first, others @ ..]) = areas.as_deref() {
            return first.times(&others.iter().collect::<Vec<_>>());
        }
        let product =
            |place: usize| rows.iter().map(|places| self.see(places[place])).reduce(|one, other| one * other);
        crate::term::sum_in_order((0..rows.first().map_or(0, |row| row.len())).filter_map(product))
    }

    /// Writes text, of anyone.
    pub(crate) fn text(&mut self, row: u32, column: u16, text: &str, role: Role) -> At {
        self.book.put(self.at(row, column), Content::Text(text.into()), Style(role, Kind::Text))
    }

    /// Writes a word of ours.
    pub(crate) fn word(&mut self, row: u32, column: u16, word: Word, role: Role) -> At {
        let text = word.text(self.language);
        self.text(row, column, text, role)
    }

    /// Writes the title of the sheet and what it is about.
    pub(crate) fn title(&mut self, title: Word, about: Word) {
        self.word(0, 0, title, Role::Title);
        self.word(1, 0, about, Role::Note);
    }

    /// Writes headings from a column on.
    pub(crate) fn headings(&mut self, row: u32, column: u16, words: &[Word]) {
        for (word, column) in words.iter().zip(column..) {
            self.word(row, column, *word, Role::Heading);
        }
    }

    /// Writes what follows from others.
    pub(crate) fn figure(&mut self, at: At, term: &Term, kind: Kind) -> At {
        self.formula(at, term, Style(Role::Figure, kind))
    }

    /// Writes a sum.
    pub(crate) fn total(&mut self, at: At, term: &Term, kind: Kind) -> At {
        self.formula(at, term, Style(Role::Total, kind))
    }

    /// Writes a formula in a look.
    pub(crate) fn formula(&mut self, at: At, term: &Term, style: Style) -> At {
        let value = if term.value().is_finite() { term.value() } else { 0.0 };
        self.book.put(at, Content::Formula(term.text().into(), Worth::Number(value)), style)
    }

    /// Writes a figure that can be nothing.
    pub(crate) fn figure_or_nothing(&mut self, at: At, maybe: &Maybe, kind: Kind) -> At {
        let worth = maybe.value().map_or(Worth::Nothing, Worth::Number);
        self.book.put(at, Content::Formula(maybe.text().into(), worth), Style(Role::Figure, kind))
    }

    /// Writes a figure that stays as it is.
    pub(crate) fn frozen(&mut self, at: At, number: f64, kind: Kind) -> At {
        self.book.put(at, Content::Number(number), Style(Role::Frozen, kind))
    }

    /// Writes a heading that is a number: a year, the number of a month.
    pub(crate) fn heading_number(&mut self, at: At, number: f64, kind: Kind) -> At {
        self.book.put(at, Content::Number(number), Style(Role::Heading, kind))
    }

    /// Writes the calendar years of a period as headings beside each other.
    pub(crate) fn years(&mut self, from: At, period: Period) {
        for (year, calendar) in period.all_years().enumerate() {
            self.heading_number(from.right(year), f64::from(calendar.0), Kind::Year);
        }
    }

    /// Writes an input that stands for a figure of the study.
    pub(crate) fn input(
        &mut self,
        at: At,
        number: Option<f64>,
        kind: Kind,
        pointer: String,
        said: Said,
    ) -> At {
        let content = number.map_or(Content::Blank, Content::Number);
        self.book.put(at, content, Style(Role::Input, kind));
        self.book.inputs.push(Input { pointer, said, at });
        at
    }

    /// Writes an input of words.
    pub(crate) fn input_text(&mut self, at: At, text: Option<&str>, pointer: String, said: Said) -> At {
        let content = text.map_or(Content::Blank, |text| Content::Text(text.into()));
        self.book.put(at, content, Style(Role::Input, Kind::Text));
        self.book.inputs.push(Input { pointer, said, at });
        at
    }

    /// Writes an input of a month.
    pub(crate) fn input_month(&mut self, at: At, month: Option<Month>, pointer: String, said: Said) -> At {
        self.input(at, month.map(serial), Kind::Month, pointer, said)
    }

    /// Says what may be typed into places.
    pub(crate) fn allow(&mut self, area: Area, allowed: Allowed) {
        let sheet = self.sheet;
        self.book.sheet_mut(sheet).allowed.push((area, allowed));
    }

    /// Keeps rows and columns in sight, and sets widths: first, last, width.
    pub(crate) fn lay_out(&mut self, in_sight: (u32, u16), widths: &[(u16, u16, f64)]) {
        let sheet = self.sheet;
        let sheet = self.book.sheet_mut(sheet);
        sheet.in_sight = in_sight;
        sheet.widths = widths.to_vec();
    }
}

/// The number by which spreadsheets know the first day of a month.
pub(crate) fn serial(month: Month) -> f64 {
    day_number(i32::from(month.year().0), month.number(), 1)
}

/// The number by which spreadsheets know a day: days since 30 December 1899.
pub fn day_number(year: i32, month: u8, day: u8) -> f64 {
    // Days since 1 March of the year 0, by the months of a year that starts in March.
    let month = i32::from(month);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i32::from(day);
    f64::from(days - 693_900)
}

/// The month, counted from January of a year, that a date lies in.
pub(crate) fn month_index(date: &Term, first_year: f64) -> Term {
    let serial = date.value();
    let (year, month) = year_and_month(serial);
    let year = crate::term::calendar("YEAR", date, year);
    let month = crate::term::calendar("MONTH", date, month);
    (year - Term::of(first_year)) * Term::count(12) + month - Term::count(1)
}

/// The year and the month of a day, by its number.
pub(crate) fn year_and_month(serial: f64) -> (f64, f64) {
    // Days since 1 March of the year 0, then by cycles of 400 years.
    let days = libm::floor(serial) + 693_899.0;
    let cycle = libm::floor(days / 146_097.0);
    let day = days - cycle * 146_097.0;
    let whole = libm::floor;
    let year = whole((day - whole(day / 1_460.0) + whole(day / 36_524.0) - whole(day / 146_096.0)) / 365.0);
    let day = day - (365.0 * year + whole(year / 4.0) - whole(year / 100.0));
    let month = whole((5.0 * day + 2.0) / 153.0);
    let (year, month) = (year + cycle * 400.0, if month < 10.0 { month + 3.0 } else { month - 9.0 });
    (if month <= 2.0 { year + 1.0 } else { year }, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_the_numbers_that_spreadsheets_give_them() {
        for (month, days) in [
            ("1900-03", 61.0),
            ("1970-01", 25_569.0),
            ("2000-02", 36_557.0),
            ("2026-11", 46_327.0),
            ("2024-03", 45_352.0),
        ] {
            assert!((serial(Month::parse(month).expect("a month")) - days).abs() < 0.5, "{month}");
        }
        for year in [1900, 1999, 2000, 2024, 2100, 2200] {
            for number in 1..=12 {
                let month = Month::new(deelsom_core::Year(year), number).expect("a month");
                assert_eq!(year_and_month(serial(month)), (f64::from(year), f64::from(number)));
            }
        }
    }
}
