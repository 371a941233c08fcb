//! `deelsom calculate STUDY`: the report, as a table for people, as JSON or as CSV.

mod data;
mod people;

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Register, Report, Study, calculate};
use deelsom_language::words::command;
use deelsom_language::{Language, alternatives};

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
        if self.format != Format::Csv && (self.table.is_some() || self.profile.is_some()) {
            return Err(Failure::Usage(command::FOR_CSV_ONLY.text(language).to_owned()));
        }
        let register = Register::embedded();
        let study = input::study(&self.study, &register)?;
        let mut report = Report::of(&study, &register, &calculate(&study, &register));
        if let Some(option) = &self.option {
            let place = place_of(option, &study, language)?;
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

/// The place of an option in the study.
fn place_of(option: &str, study: &Study, language: Language) -> Result<usize, Failure> {
    study.options.iter().position(|known| known.id == option).ok_or_else(|| {
        let ids: Vec<&str> = study.options.iter().map(|option| option.id.as_str()).collect();
        let unknown = command::UNKNOWN_OPTION.text(language);
        let choose = command::CHOOSE_FROM.text(language);
        Failure::Usage(match ids.as_slice() {
            [] => format!("{unknown} ({option})"),
            ids => format!("{unknown} ({option}) {choose}: {}.", alternatives(language, ids)),
        })
    })
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
