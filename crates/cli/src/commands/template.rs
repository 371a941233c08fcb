//! `deelsom template OUT.xlsx`: an empty workbook to fill in.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use deelsom_language::Language;
use deelsom_language::words::template as words;
use deelsom_workbook::template;
use deelsom_xlsx::{Look, MonthLocale, write};

use crate::answer::Answer;
use crate::failure::{Failure, Reason};

/// What the properties of a file without a day say: a file has to say some day.
const NO_DAY: (u16, u8, u8) = (2000, 1, 1);

/// Write an empty workbook for Excel to fill in: municipalities, posts, departures, usage and running costs
///
/// `deelsom import` reads its tables into a study, one at a time.
#[derive(Debug, Args)]
pub(crate) struct Template {
    /// The workbook to write
    #[arg(value_name = "OUT.xlsx")]
    out: PathBuf,
}

impl Template {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let unsaved = |reason| Failure::Unsaved(self.out.display().to_string(), reason);
        let month_locale = language.pick(MonthLocale::Dutch, MonthLocale::English);
        let look = Look { month_locale, title: words::TITLE.text(language).to_owned(), created: NO_DAY };
        let file = write(&template(language), &look);
        let file = file.map_err(|error| unsaved(Reason::Content(error.to_string())))?;
        fs::write(&self.out, file).map_err(|error| unsaved(Reason::System(error)))?;
        Ok(Answer::of(String::new()))
    }
}
