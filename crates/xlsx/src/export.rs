//! A study as a file for a spreadsheet.

use deelsom_core::{Problem, Register, Study, calculate};
use deelsom_language::number::NOT_APPLICABLE;
use deelsom_language::{Language, date, warning};
use deelsom_views::remarks::facts;
use deelsom_workbook::{Difference, Given, MOST_CELLS, Made, build, cells};
use serde_json::Value;

use crate::{Look, MonthLocale, WriteError, write};

/// Why a study cannot be exported.
#[derive(Debug)]
pub enum ExportError {
    /// The study has these problems.
    Invalid(Vec<Problem>),
    /// It would be larger than a spreadsheet opens: so many cells.
    TooLarge(usize),
    /// The workbook would not say what the model says: a fault of ours.
    Differs(Vec<Difference>),
    /// The file cannot be written.
    Unwritable(WriteError),
}

/// By what and on which day a workbook is made.
#[derive(Debug, Clone, Copy)]
pub struct Maker<'a> {
    /// The program's version.
    pub version: &'a str,
    /// Year, month, day; without it the workbook says none.
    pub day: Option<(u16, u8, u8)>,
}

/// What the properties of a file without a day say: a file has to say some day.
pub(crate) const NO_DAY: (u16, u8, u8) = (2000, 1, 1);

/// Makes the workbook of a study, as the file of it.
pub fn export(file: &Value, language: Language, maker: Maker<'_>) -> Result<Vec<u8>, ExportError> {
    let register = &Register::embedded();
    let study = &Study::from_value(file, register).map_err(ExportError::Invalid)?;
    let size = cells(study);
    if size > MOST_CELLS {
        return Err(ExportError::TooLarge(size));
    }
    let outcome = &calculate(study, register);
    let warnings: Vec<String> =
        outcome.warnings.iter().map(|one| warning(language, one.code, &facts(one))).collect();
    let given = Given { file, study, register, outcome, warnings: &warnings };
    let in_words = |(year, month, day)| date::day(language, i32::from(year), month, day);
    let day = maker.day.map_or_else(|| NOT_APPLICABLE.to_owned(), in_words);
    let version = format!("Deelsom {}", maker.version);
    let made = Made { version: &version, date: &day };
    let book = build(given, language, &made).map_err(ExportError::Differs)?;
    let title = study.title.clone();
    let look = Look { month_locale: month_locale(language), title, created: maker.day.unwrap_or(NO_DAY) };
    write(&book, &look).map_err(ExportError::Unwritable)
}

/// The language in which a spreadsheet names months.
pub(crate) const fn month_locale(language: Language) -> MonthLocale {
    language.pick(MonthLocale::Dutch, MonthLocale::English)
}
