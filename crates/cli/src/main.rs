//! The command line of Deelsom: what municipalities pay and save when they share their back office.
//!
//! ```text
//! arguments ─► command (a file of its own in `commands`) ─► answer ─► stdout, stderr, exit code
//!                     └─ input ─► study                └─► or a failure
//! ```
//!
//! Data goes to stdout, messages to stderr. A new command is a file in `commands` and a line in `commands.rs`.

mod answer;
mod arguments;
mod commands;
mod csv_file;
mod divisions;
mod failure;
mod input;
mod remarks;
mod table;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.lang.language();
    let given = arguments.command.run(language).and_then(answer::Answer::give);
    given.unwrap_or_else(|failure| failure.tell(language)).into()
}
