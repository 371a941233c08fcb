//! An empty workbook to fill in, as a file for a spreadsheet.

use deelsom_language::Language;
use deelsom_language::words::template as words;

use crate::export::{NO_DAY, month_locale};
use crate::{Look, WriteError, write};

/// Makes the workbook in which people fill in the tables of a study, as a file.
pub fn template(language: Language) -> Result<Vec<u8>, WriteError> {
    let title = words::TITLE.text(language).to_owned();
    let look = Look { month_locale: month_locale(language), title, created: NO_DAY };
    write(&deelsom_workbook::template(language), &look)
}
