//! `deelsom check STUDY`: every problem, or else every warning.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Problem, Register, Study, Warning, calculate};
use deelsom_language::words::command;
use deelsom_language::{Language, noun, sentences};
use serde::Serialize;

use crate::answer::{Answer, Status, json};
use crate::arguments::Findings;
use crate::failure::Failure;
use crate::table::shown;
use crate::{input, remarks};

/// Print every problem of a study; in a study without problems, every warning
///
/// Exits with 3 where there are problems, and with 4 where --strict meets warnings.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// How to print what was found
    #[arg(long, value_enum, default_value_t)]
    format: Findings,

    /// Let warnings count: exit with 4 where there are any
    #[arg(long)]
    strict: bool,
}

/// What was found. A study with problems cannot be calculated, so it has no warnings yet.
#[derive(Default, Serialize)]
struct Found {
    problems: Vec<Problem>,
    warnings: Vec<Warning>,
}

impl Check {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = Register::embedded();
        let found = match Study::read(&input::text(&self.study)?, &register) {
            Ok(study) => Found { warnings: calculate(&study, &register).warnings, ..Found::default() },
            Err(problems) => Found { problems, ..Found::default() },
        };
        let data = match self.format {
            Findings::Json => json(&found),
            Findings::Text => {
                remarks::problem_lines(language, &found.problems)
                    + &remarks::warning_lines(language, &found.warnings)
            }
        };
        Ok(Answer { data, note: found.summary(language) + "\n", status: self.status(&found) })
    }

    fn status(&self, found: &Found) -> Status {
        if !found.problems.is_empty() {
            Status::Invalid
        } else if self.strict && !found.warnings.is_empty() {
            Status::CheckFailed
        } else {
            Status::Fine
        }
    }
}

impl Found {
    fn summary(&self, language: Language) -> String {
        if !self.problems.is_empty() {
            return shown(&sentences::problem_count(language, self.problems.len()));
        }
        let in_order = command::IN_ORDER.text(language);
        match i64::try_from(self.warnings.len()) {
            Ok(0) => in_order.to_owned(),
            count => {
                format!("{in_order} {}.", shown(&noun::WARNING.counted(language, count.unwrap_or(i64::MAX))))
            }
        }
    }
}
