//! The commands: a file for each, with its arguments and what it does.

mod assumptions;
mod batch;
mod calculate;
mod check;
mod compare;
mod schema;
mod shell;
mod verify;

use clap::Subcommand;
use deelsom_language::Language;

use crate::answer::Answer;
use crate::failure::Failure;

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Calculate(calculate::Calculate),
    Batch(batch::Batch),
    Check(check::Check),
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
            Self::Calculate(command) => command.run(language),
            Self::Batch(command) => command.run(language),
            Self::Check(command) => command.run(language),
            Self::Verify(command) => command.run(language),
            Self::Compare(command) => command.run(language),
            Self::Assumptions(command) => command.run(language),
            Self::Schema(command) => Ok(command.run()),
            Self::Completions(command) => Ok(command.run()),
            Self::Manual(_) => Ok(shell::Manual::run()),
        }
    }
}
