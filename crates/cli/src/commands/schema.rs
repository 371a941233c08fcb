//! `deelsom schema study|report`: the form of a file, as JSON Schema.

use clap::{Args, ValueEnum};
use deelsom_core::schema;

use crate::answer::{Answer, json};

/// Print the JSON Schema (draft 2020-12) of study files or of reports
///
/// A schema knows names, types and codes; whether a study adds up is for `check` to say.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which files
    #[arg(value_enum)]
    of: Files,
}

/// Kinds of files.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Files {
    /// What people write: deelsom/study
    Study,
    /// What the model answers: deelsom/report
    Report,
}

impl Schema {
    pub(super) fn run(&self) -> Answer {
        Answer::of(json(&match self.of {
            Files::Study => schema::study(),
            Files::Report => schema::report(),
        }))
    }
}
