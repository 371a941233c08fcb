//! CSV for programs and for Excel as Dutch municipalities have it.

use csv::{Terminator, Writer, WriterBuilder};
use deelsom_core::Money;
use deelsom_language::words::status;
use deelsom_language::{Language, amount, date, number};

/// Who reads the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// Programs: RFC 4180, comma, decimal point.
    #[default]
    Data,
    /// Dutch Excel: byte order mark, semicolon, decimal comma, days as dd-mm-yyyy.
    ExcelNl,
}

impl Profile {
    /// The language whose numbers and words it is written in; programs get codes for words.
    pub(crate) const fn language(self) -> Language {
        match self {
            Self::Data => Language::English,
            Self::ExcelNl => Language::Dutch,
        }
    }
}

/// A cell of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text that people wrote, or a code.
    Text(String),
    /// Euros with two decimals.
    Amount(Money),
    /// A number with at most six decimals.
    Number(f64),
    /// A number with all its decimals, so that it can be read back.
    Exact(f64),
    /// A fraction, written as a percentage.
    Percent(f64),
    /// A month, for Excel the day that ends it.
    Month(i32, u8),
    /// Yes or no.
    Flag(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u16> for Cell {
    fn from(year: u16) -> Self {
        Self::Number(f64::from(year))
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Money> for Cell {
    fn from(amount: Money) -> Self {
        Self::Amount(amount)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A row of cells of any kind.
#[macro_export]
macro_rules! cells {
    ($($cell:expr),* $(,)?) => { vec![$($crate::Cell::from($cell)),*] };
}

/// The text of a file with these columns and rows.
///
/// # Panics
/// Never: memory takes all that is written, and every row has a cell for every column.
pub fn csv_file(profile: Profile, columns: &[&str], rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    let delimiter = if profile == Profile::Data { b',' } else { b';' };
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(Vec::new());
    write(&mut writer, columns.iter().map(|column| (*column).to_owned()));
    for row in rows {
        write(&mut writer, row.iter().map(|cell| cell.text(profile)));
    }
    let bytes = writer.into_inner().expect("memory takes all that is written");
    let text = String::from_utf8(bytes).expect("texts were written");
    match profile {
        Profile::Data => text,
        Profile::ExcelNl => format!("\u{feff}{text}"),
    }
}

fn write(writer: &mut Writer<Vec<u8>>, cells: impl Iterator<Item = String>) {
    writer.write_record(cells.collect::<Vec<_>>()).expect("memory takes rows of one length");
}

impl Cell {
    fn text(&self, profile: Profile) -> String {
        let language = profile.language();
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => harmless(text),
            Self::Amount(money) => amount::bare(language, money.cents()),
            Self::Number(value) => number::bare(language, *value, 6),
            Self::Exact(value) => match profile {
                Profile::Data => value.to_string(),
                Profile::ExcelNl => value.to_string().replace('.', ","),
            },
            Self::Percent(fraction) => number::bare(language, fraction * 100.0, 9) + "%",
            Self::Month(year, month) => match profile {
                Profile::Data => date::iso_month(*year, *month),
                Profile::ExcelNl => date::day_digits(language, *year, *month, date::days_in(*year, *month)),
            },
            Self::Flag(yes) => match profile {
                Profile::Data => yes.to_string(),
                Profile::ExcelNl => if *yes { status::YES } else { status::NO }.text(language).to_owned(),
            },
        }
    }
}

/// Whether a spreadsheet would take a text for a formula, apostrophes before it left aside.
fn looks_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text that no spreadsheet takes for a formula. One that already begins as these are made gets one apostrophe more,
/// so that reading gives back what was written.
fn harmless(text: &str) -> String {
    if looks_like_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was made harmless.
pub(crate) fn as_written(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_a_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: impl Into<Cell>, data: &str, excel: &str) {
        let cell = cell.into();
        assert_eq!(cell.text(Profile::Data), data);
        assert_eq!(cell.text(Profile::ExcelNl), excel);
    }

    #[test]
    fn numbers_are_written_as_the_reader_reads_them() {
        check(Money::from_cents(-123_456), "-1234.56", "-1234,56");
        check(0.387_932, "0.387932", "0,387932");
        check(2026, "2026", "2026");
        check(None::<f64>, "", "");
        check(Cell::Exact(1_234.567_891_2), "1234.5678912", "1234,5678912");
        check(Cell::Percent(0.07), "7%", "7%");
        check(Cell::Percent(-0.0125), "-1.25%", "-1,25%");
        check(Cell::Month(2028, 2), "2028-02", "29-02-2028");
        check(Cell::Flag(true), "true", "ja");
    }

    #[test]
    fn texts_that_look_like_formulas_are_made_harmless() {
        for text in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''@x"] {
            check(text, &format!("'{text}"), &format!("'{text}"));
            assert_eq!(as_written(&harmless(text)), text);
        }
        for text in ["a=1", "'s-Gravenhage", "'", ""] {
            check(text, text, text);
            assert_eq!(as_written(text), text);
        }
    }

    #[test]
    fn rows_are_quoted_where_they_must_be() {
        let rows = || [cells!["a,b", "c;d", "say \"e\"", 1.5]];
        let columns = ["one", "two", "three", "four"];
        assert_eq!(
            csv_file(Profile::Data, &columns, rows()),
            "one,two,three,four\r\n\"a,b\",c;d,\"say \"\"e\"\"\",1.5\r\n"
        );
        assert_eq!(
            csv_file(Profile::ExcelNl, &columns, rows()),
            "\u{feff}one;two;three;four\r\na,b;\"c;d\";\"say \"\"e\"\"\";1,5\r\n"
        );
    }
}
