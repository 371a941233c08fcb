//! `deelsom assumptions [STUDY]`: the register, or what a study takes from it and what it changed.

mod register;
mod used;

use std::path::PathBuf;

use clap::Args;
use deelsom_core::Register;
use deelsom_core::report::used_assumptions;
use deelsom_core::study::Value;
use deelsom_language::words::command;
use deelsom_language::{Language, number};

use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::{Cell, Profile};
use crate::failure::Failure;
use crate::input;

/// Print the assumptions of the register; with a study, those it uses and what it changed
#[derive(Debug, Args)]
pub(crate) struct Assumptions {
    /// Study file, or `-` for stdin
    study: Option<PathBuf>,

    /// How to print them
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl Assumptions {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        if self.format != Format::Csv && self.profile.is_some() {
            return Err(Failure::Usage(command::FOR_CSV_ONLY.text(language).to_owned()));
        }
        let register = Register::embedded();
        let profile = self.profile.unwrap_or_default();
        let Some(path) = &self.study else {
            return Ok(Answer::of(match self.format {
                Format::Table => register::table(&register, language),
                Format::Json => json(&register::Printed::of(&register)),
                Format::Csv => register::csv(&register, profile),
            }));
        };
        let used = used_assumptions(&input::study(path, &register)?, &register);
        Ok(Answer::of(match self.format {
            Format::Table => used::table(&used, language),
            Format::Json => json(&used),
            Format::Csv => used::csv(&used, profile),
        }))
    }
}

/// A value in its unit; rates and shares as percentages, as the words for their units say.
fn value(language: Language, unit: &str, value: &Value) -> String {
    match value {
        Value::Number(number) => figure(language, unit, *number),
        Value::Scale(scale) => scale.clone().unwrap_or_else(|| number::NOT_APPLICABLE.to_owned()),
        Value::ByYear(years) => {
            let years =
                years.iter().map(|(year, number)| format!("{}: {}", year.0, figure(language, unit, *number)));
            years.collect::<Vec<_>>().join("; ")
        }
    }
}

/// A number in its unit.
fn figure(language: Language, unit: &str, number: f64) -> String {
    match unit {
        "share" | "rate_per_year" => number::percent_short(language, number),
        _ => number::short(language, number, 6),
    }
}

/// A value as the register has it.
fn cell(value: &Value) -> Cell {
    match value {
        Value::Number(number) => Cell::Number(*number),
        Value::Scale(scale) => scale.as_ref().into(),
        Value::ByYear(years) => {
            let years = years.iter().map(|(year, number)| format!("{}:{number}", year.0));
            Cell::Text(years.collect::<Vec<_>>().join(" "))
        }
    }
}
