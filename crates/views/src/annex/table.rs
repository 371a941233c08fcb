//! Tables of the annex, whose figures know their exact value and their place in the report.

use deelsom_core::{Money, Payback};
use deelsom_language::{Language, amount, number, sentences, sign};

use crate::payback;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// An id of its own on the page.
    pub id: String,
    /// What it is about.
    pub caption: String,
    /// Whether it is of words more than of figures.
    pub of_words: bool,
    /// The headings of the columns; the first is that of the rows.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Where in the report the figures of the row being written are.
    at: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its heading.
    pub head: String,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Its exact value with a point, where it is a figure.
    pub exact: Option<String>,
    /// Its place in the report, where it has one.
    pub pointer: String,
}

impl Table {
    /// A table of amounts in euros; the caption says so.
    pub(super) fn of_euros(language: Language, id: &str, caption: &str) -> Self {
        let caption = [caption, ", ", amount::euros_heading(language)].concat();
        Self { of_words: false, ..Self::of_words(id, caption) }
    }

    /// A table of words more than of figures.
    pub(super) fn of_words(id: &str, caption: String) -> Self {
        Self {
            id: id.to_owned(),
            caption,
            of_words: true,
            heads: Vec::new(),
            rows: Vec::new(),
            at: String::new(),
        }
    }

    /// The heading of the next column.
    pub(super) fn head(&mut self, text: &str) {
        self.heads.push(text.to_owned());
    }

    /// Begins a row, whose figures are at this place in the report.
    pub(super) fn row(&mut self, head: &str, at: String) {
        self.rows.push(Row { head: head.to_owned(), cells: Vec::new() });
        self.at = at;
    }

    /// From here on figures are at this place in the report.
    pub(super) fn at(&mut self, at: String) {
        self.at = at;
    }

    fn add(&mut self, text: &str, exact: Option<String>, pointer: String) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell { text: text.to_owned(), exact, pointer });
        }
    }

    /// A cell with a text.
    pub(super) fn text(&mut self, text: &str) {
        self.add(text, None, String::new());
    }

    /// A figure; without the name of a field it is what stands at this place itself.
    fn figure(&mut self, text: &str, exact: String, field: &str) {
        let pointer = if field.is_empty() { self.at.clone() } else { [&self.at, "/", field].concat() };
        self.add(text, Some(exact), pointer);
    }

    /// A number as it is said.
    pub(super) fn number(&mut self, text: &str, value: f64, field: &str) {
        self.figure(text, number::bare(Language::English, value, 6), field);
    }

    /// An amount, whole euros.
    pub(super) fn euros(&mut self, language: Language, money: Money, field: &str) {
        self.figure(&amount::whole(language, money.cents()), exact(money), field);
    }

    /// A saving with its sign, whole euros.
    pub(super) fn saving(&mut self, language: Language, money: Money, field: &str) {
        self.figure(&sign::whole(language, money.cents()), exact(money), field);
    }

    /// A saving of one person: cents matter.
    pub(super) fn saving_exact(&mut self, language: Language, money: Money, field: &str) {
        self.figure(&sign::exact(language, money.cents()), exact(money), field);
    }

    /// A payback time; what is never paid back is no figure.
    pub(super) fn payback(&mut self, language: Language, time: Payback) {
        let (years, immediate) = payback(time);
        let text = sentences::payback_short(language, years, immediate);
        match years {
            Some(years) => self.number(&text, years, "payback_years"),
            None => self.text(&text),
        }
    }
}

/// Euros and cents with a point.
fn exact(money: Money) -> String {
    amount::bare(Language::English, money.cents())
}
