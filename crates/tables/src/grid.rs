//! Rows of cells as a sheet or a text has them, before anyone asks what they mean.

use deelsom_language::words::status;
use deelsom_language::{Language, date, number};
use serde::{Deserialize, Serialize};

use crate::note::Note;

/// The core takes as many posts.
pub const MOST_ROWS: usize = 5_000;
/// A column for each of a hundred partners, and some.
pub const MOST_COLUMNS: usize = 150;

/// Rows of cells.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// What the sheet is called; empty where there is none.
    pub sheet: String,
    /// Rows in which anything stands, each with its number, counted from 1.
    pub rows: Vec<(usize, Vec<GridCell>)>,
    /// What someone who reads it should know.
    pub notes: Vec<Note>,
    /// The language in which numbers are written that do not tell it themselves, where that is known.
    #[serde(with = "code")]
    pub language: Option<Language>,
}

/// A language is sent by its code.
mod code {
    use deelsom_language::Language;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    pub(super) fn serialize<S: Serializer>(language: &Option<Language>, to: S) -> Result<S::Ok, S::Error> {
        language.map(Language::code).serialize(to)
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Language>, D::Error> {
        let code = Option::<String>::deserialize(from)?;
        Ok(code.as_deref().and_then(Language::from_code))
    }
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GridCell {
    /// What stands in it.
    pub value: GridValue,
    /// Whether a formula made it.
    pub formula: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum GridValue {
    /// Nothing.
    #[default]
    Empty,
    /// A number.
    Number(f64),
    /// A fraction that is shown as a percentage.
    Percent(f64),
    /// A text.
    Text(String),
    /// A day.
    Date {
        /// Its year.
        year: i32,
        /// Its month, from 1.
        month: u8,
        /// Its day, from 1.
        day: u8,
    },
    /// Yes or no.
    Flag(bool),
    /// What a formula shows that has no result, such as `#REF!`.
    Error(String),
}

impl From<GridValue> for GridCell {
    fn from(value: GridValue) -> Self {
        Self { value, formula: false }
    }
}

impl From<String> for GridCell {
    fn from(text: String) -> Self {
        Self::from(GridValue::Text(text))
    }
}

impl GridCell {
    /// Whether nobody sees anything in it. A formula that was never worked out counts as something.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            GridValue::Empty => !self.formula,
            GridValue::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What people see in it, without what stands around it.
    pub(crate) fn text(&self, language: Language) -> String {
        let plain = |value: f64| number::bare(language, value, 9);
        match &self.value {
            GridValue::Empty => String::new(),
            GridValue::Number(value) => plain(*value),
            GridValue::Percent(fraction) => plain(fraction * 100.0) + "%",
            GridValue::Text(text) | GridValue::Error(text) => text.trim().to_owned(),
            GridValue::Date { year, month, day } => date::day_digits(language, *year, *month, *day),
            GridValue::Flag(yes) => if *yes { status::YES } else { status::NO }.text(language).to_owned(),
        }
    }

    /// Its text, where it is one.
    pub(crate) fn written(&self) -> Option<&str> {
        match &self.value {
            GridValue::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How many cells a row has up to the last with anything in it.
pub(crate) fn filled(cells: &[GridCell]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// What people call a cell: `D17`, `Posts!D17`; without a column the row. Rows are counted from 1, columns from 0.
pub fn address(sheet: &str, row: usize, column: Option<usize>) -> String {
    let mut cell = column.map(letters).unwrap_or_default();
    cell.push_str(&row.to_string());
    if sheet.is_empty() {
        return cell;
    }
    let plain = sheet.chars().all(|one| one.is_alphanumeric() || one == '_');
    let sheet = if plain { sheet.to_owned() } else { ["'", &sheet.replace('\'', "''"), "'"].concat() };
    [&sheet, "!", &cell].concat()
}

/// The letters of a column, counted from 0.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        for (sheet, row, column, said) in [
            ("", 17, Some(3), "D17"),
            ("Posts", 1, Some(0), "Posts!A1"),
            ("Posts 2027", 2, Some(25), "'Posts 2027'!Z2"),
            ("Jan's", 3, Some(26), "'Jan''s'!AA3"),
            ("", 1_048_576, Some(16_383), "XFD1048576"),
            ("Posts", 9, None, "Posts!9"),
        ] {
            assert_eq!(address(sheet, row, column), said);
        }
    }

    #[test]
    fn what_people_see_is_what_stands_there() {
        for (value, dutch, english) in [
            (GridValue::Number(2027.0), "2027", "2027"),
            (GridValue::Number(-1.25), "-1,25", "-1.25"),
            (GridValue::Percent(0.125), "12,5%", "12.5%"),
            (GridValue::Date { year: 2027, month: 7, day: 31 }, "31-07-2027", "2027-07-31"),
            (GridValue::Flag(true), "ja", "yes"),
            (GridValue::Error("#REF!".to_owned()), "#REF!", "#REF!"),
            (GridValue::Text(" a ".to_owned()), "a", "a"),
        ] {
            let cell = GridCell::from(value);
            assert_eq!(cell.text(Language::Dutch), dutch);
            assert_eq!(cell.text(Language::English), english);
        }
    }
}
