//! The commands: a file for each, with its arguments and what it does.

mod annex;
mod assumptions;
mod batch;
mod break_even;
mod budget;
mod calculate;
mod chart;
mod check;
mod compare;
mod explain;
mod export;
mod fairness;
mod game;
mod import;
mod merge;
mod part;
mod progress;
mod schema;
mod shell;
mod simulate;
mod start;
mod template;
mod tornado;
mod uncertain;
mod verify;

use std::fs;
use std::path::Path;

use clap::Subcommand;
use deelsom_language::words::command;
use deelsom_language::{Language, Word, alternatives};

use crate::answer::Answer;
use crate::arguments::Format;
use crate::failure::{Failure, Reason};

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Start(start::Start),
    Calculate(calculate::Calculate),
    Batch(batch::Batch),
    Budget(budget::Budget),
    Chart(chart::Chart),
    Annex(annex::Annex),
    Export(export::Export),
    Import(import::Import),
    Template(template::Template),
    Check(check::Check),
    Explain(explain::Explain),
    Fairness(fairness::Fairness),
    Game(game::Game),
    Simulate(simulate::Simulate),
    Tornado(tornado::Tornado),
    BreakEven(break_even::BreakEven),
    Part(part::Part),
    Merge(merge::Merge),
    Verify(verify::Verify),
    Compare(compare::Compare),
    Assumptions(assumptions::Assumptions),
    Schema(schema::Schema),
    Completions(shell::Completions),
    #[command(name = "man")]
    Manual(shell::Manual),
}

impl Command {
    /// Does what was asked.
    pub(crate) fn run(&self, language: Language) -> Result<Answer, Failure> {
        match self {
            Self::Start(command) => command.run(language),
            Self::Calculate(command) => command.run(language),
            Self::Batch(command) => command.run(language),
            Self::Budget(command) => command.run(language),
            Self::Chart(command) => command.run(language),
            Self::Annex(command) => command.run(language),
            Self::Export(command) => command.run(language),
            Self::Import(command) => command.run(language),
            Self::Template(command) => command.run(language),
            Self::Check(command) => command.run(language),
            Self::Explain(command) => command.run(language),
            Self::Fairness(command) => command.run(language),
            Self::Game(command) => command.run(language),
            Self::Simulate(command) => command.run(language),
            Self::Tornado(command) => command.run(language),
            Self::BreakEven(command) => command.run(language),
            Self::Part(command) => command.run(language),
            Self::Merge(command) => command.run(language),
            Self::Verify(command) => command.run(language),
            Self::Compare(command) => command.run(language),
            Self::Assumptions(command) => command.run(language),
            Self::Schema(command) => Ok(command.run()),
            Self::Completions(command) => Ok(command.run()),
            Self::Manual(_) => Ok(shell::Manual::run()),
        }
    }
}

/// Refuses a choice about CSV where none is printed.
fn only_for_csv(format: Format, chosen: bool, language: Language) -> Result<(), Failure> {
    if format != Format::Csv && chosen {
        return Err(Failure::Usage(command::FOR_CSV_ONLY.text(language).to_owned()));
    }
    Ok(())
}

/// Writes a file.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::Unsaved(path.display().to_string(), Reason::System(error)))
}

/// The JSON of a study that has been read from this text.
fn study_value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("a study that was read is JSON")
}

/// The place of what someone chose among what a study has; `unknown` says that it has no such thing.
fn place_among<'s>(
    chosen: &str,
    known: impl Iterator<Item = &'s str>,
    unknown: Word,
    language: Language,
) -> Result<usize, Failure> {
    let known: Vec<&str> = known.collect();
    let place = known.iter().position(|one| *one == chosen);
    place.ok_or_else(|| unknown_among(chosen, known.into_iter(), unknown, language))
}

/// That someone chose what a study does not have, and what there is to choose from.
fn unknown_among<'s>(
    chosen: &str,
    known: impl Iterator<Item = &'s str>,
    unknown: Word,
    language: Language,
) -> Failure {
    let (unknown, choose) = (unknown.text(language), command::CHOOSE_FROM.text(language));
    let known: Vec<&str> = known.collect();
    Failure::Usage(match known.as_slice() {
        [] => format!("{unknown} ({chosen})"),
        known => format!("{unknown} ({chosen}) {choose}: {}.", alternatives(language, known)),
    })
}
