//! `deelsom template OUT.xlsx`: an empty workbook to fill in.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use deelsom_language::Language;
use deelsom_xlsx::template;

use crate::answer::Answer;
use crate::failure::{Failure, Reason};

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
        let file = template(language).map_err(|error| unsaved(Reason::Content(error.to_string())))?;
        fs::write(&self.out, file).map_err(|error| unsaved(Reason::System(error)))?;
        Ok(Answer::of(String::new()))
    }
}
