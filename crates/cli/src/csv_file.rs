//! CSV for programs and for Excel as Dutch municipalities have it.

use clap::ValueEnum;
use csv::{Terminator, Writer, WriterBuilder};
use deelsom_core::Money;
use deelsom_language::{Language, amount, number};

/// Who reads the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// RFC 4180: comma, decimal point
    #[default]
    Data,
    /// Dutch Excel: byte order mark, semicolon, decimal comma
    ExcelNl,
}

/// A cell of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// A text that people wrote, or a code.
    Text(String),
    /// Euros with two decimals.
    Amount(Money),
    /// A number with at most six decimals.
    Number(f64),
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
macro_rules! cells {
    ($($cell:expr),* $(,)?) => { vec![$($crate::csv_file::Cell::from($cell)),*] };
}
pub(crate) use cells;

/// The text of a file with these columns and rows.
pub(crate) fn csv_file(
    profile: Profile,
    columns: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> String {
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
        let language = if profile == Profile::Data { Language::English } else { Language::Dutch };
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => harmless(text),
            Self::Amount(money) => amount::bare(language, money.cents()),
            Self::Number(value) => number::bare(language, *value, 6),
        }
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
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
    }

    #[test]
    fn texts_that_look_like_formulas_are_made_harmless() {
        for text in ["=1+1", "+1", "-1", "@x", "\tx", "\rx"] {
            check(text, &format!("'{text}"), &format!("'{text}"));
        }
        check("a=1", "a=1", "a=1");
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
