//! `deelsom explain STUDY --at POINTER`: what a figure of the report is made of.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Explainer, Register, Study, calculate};
use deelsom_language::Language;
use deelsom_language::words::command;
use deelsom_views::explanation::Wording;

use crate::answer::{Answer, json};
use crate::arguments::Findings;
use crate::failure::Failure;
use crate::input;
use crate::table::shown;

/// Take a figure of the report apart: formulas, quantities, prices, keys, down to the study and the register
///
/// A figure is named by its JSON pointer in the report, as /effects/0/npv or /courses/0/ledger/0/amount.
/// Figures of the report within it are told with their own pointer; --depth tells them too.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// JSON pointer of a figure in the report
    #[arg(long, value_name = "POINTER")]
    at: String,

    /// How many figures of the report deep to go on below it
    #[arg(long, default_value_t = 0)]
    depth: usize,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Findings,
}

impl Explain {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = Register::embedded();
        let text = input::text(&self.study)?;
        let study = Study::read(&text, &register).map_err(Failure::Invalid)?;
        let outcome = calculate(&study, &register);
        let explainer = Explainer::new(&study, &register, &outcome);
        let Some(figure) = explainer.explain(&self.at) else {
            return Err(Failure::Usage(command::NO_FIGURE.text(language).to_owned()));
        };
        let figure = explainer.unfold(figure, self.depth);
        Ok(Answer::of(match self.format {
            Findings::Json => json(&figure),
            Findings::Text => {
                // Where the study says what its figures rest on, the reader sees it beside them.
                let file = serde_json::from_str(&text).unwrap_or_default();
                let lines = Wording { language, file: &file, with_places: true }.lines(&figure);
                lines.iter().map(|(depth, line)| "  ".repeat(*depth) + &shown(line) + "\n").collect()
            }
        }))
    }
}
