//! `deelsom part STUDY --partner ID`: what a study has of one municipality, for it to supply.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Register, Study};
use deelsom_language::Language;
use deelsom_language::words::{command, exchange};
use deelsom_tables::part;

use super::merge::give;
use super::{place_among, study_value};
use crate::answer::{Answer, json};
use crate::failure::Failure;
use crate::input;

/// Print the part of a study that belongs to one partner, for it to supply: deelsom/part
///
/// `deelsom merge` puts it into a study again, and says what it changes there.
#[derive(Debug, Args)]
pub(crate) struct Part {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Whose part, by id
    #[arg(long, value_name = "ID")]
    partner: String,

    /// Who supplies it
    #[arg(long, value_name = "NAME")]
    by: String,

    /// The day on which it is supplied, as 2026-11-22
    #[arg(long, value_name = "DATE")]
    date: String,

    /// Write it to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Part {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let text = input::text(&self.study)?;
        let study = Study::read(&text, &Register::embedded()).map_err(Failure::Invalid)?;
        let ids = study.partners.iter().map(|partner| partner.id.as_str());
        place_among(&self.partner, ids, command::UNKNOWN_PARTNER, language)?;
        let part = part::take(&study_value(&text), &self.partner, &self.by, &self.date);
        let part = part.filter(part::is_signed);
        let unsigned = || Failure::Usage(exchange::PART_INCOMPLETE.text(language).to_owned());
        give(self.output.as_deref(), json(&part.ok_or_else(unsigned)?), String::new())
    }
}
