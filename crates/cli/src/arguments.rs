//! What the program can be asked, where commands have it in common.

use clap::{Parser, ValueEnum};
use deelsom_language::Language;

use crate::commands::Command;

/// What the exit code says, under the help of the program.
const EXIT_CODES: &str = "\
Exit codes:
  0  fine
  1  could not read or write
  2  usage
  3  the study is invalid
  4  a check failed

STUDY is a study file, or `-` for stdin. Data goes to stdout, messages to stderr.";

/// Calculates what municipalities pay and save when they share their back office
#[derive(Debug, Parser)]
#[command(name = "deelsom", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Language of tables, sentences and messages
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) lang: Lang,
}

/// A language by its code.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Lang {
    /// Dutch.
    #[default]
    #[value(help = None)]
    Nl,
    /// English.
    #[value(help = None)]
    En,
}

impl Lang {
    pub(crate) const fn language(self) -> Language {
        match self {
            Self::Nl => Language::Dutch,
            Self::En => Language::English,
        }
    }
}

/// How figures are printed. The table is the default wherever it goes: a pipe changes nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Table,
    /// For programs: everything there is
    Json,
    /// For spreadsheets
    Csv,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Findings {
    /// A line for each
    #[default]
    Text,
    /// For programs
    Json,
}
