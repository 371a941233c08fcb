//! `deelsom calculate STUDY`: the report, as a table for people, as JSON or as CSV.

mod data;
mod people;

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Register, Report, calculate};
use deelsom_language::Language;
use deelsom_language::words::command;

use super::place_among;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::Profile;
use crate::failure::Failure;
use crate::input;
use data::Subject;

/// Calculate a study and print the report
#[derive(Debug, Args)]
pub(crate) struct Calculate {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Only this option, beside the baseline
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// What the CSV is about [default: ledger]
    #[arg(long, value_enum)]
    table: Option<Subject>,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl Calculate {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.table.is_some() || self.profile.is_some(), language)?;
        let register = Register::embedded();
        let study = input::study(&self.study, &register)?;
        let mut report = Report::of(&study, &register, &calculate(&study, &register));
        if let Some(option) = &self.option {
            let ids = study.options.iter().map(|option| option.id.as_str());
            let place = place_among(option, ids, command::UNKNOWN_OPTION, language)?;
            keep(place, &mut report);
        }
        Ok(Answer::of(match self.format {
            Format::Table => people::print(&study, &report, language),
            Format::Json => json(&report),
            Format::Csv => {
                data::print(&report, self.table.unwrap_or_default(), self.profile.unwrap_or_default())
            }
        }))
    }
}

/// Leaves only the baseline and one option in a report, and of the warnings those that are not about another option.
fn keep(place: usize, report: &mut Report) {
    let id = report.effects[place].option.clone();
    let own = format!("/options/{place}");
    report.courses.retain(|course| course.id == "baseline" || course.id == id);
    report.effects.retain(|effect| effect.option == id);
    report.warnings.retain(|warning| {
        let path = &warning.path;
        !path.starts_with("/options/") || *path == own || path.starts_with(&format!("{own}/"))
    });
}
