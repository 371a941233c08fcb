//! `deelsom completions SHELL` and `deelsom man`: what an installation puts beside the program.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::answer::Answer;
use crate::arguments::Arguments;

/// The name under which the program is installed.
const NAME: &str = "deelsom";

/// Print completions for a shell
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// Which shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual: a page for the program, then one for each command
#[derive(Debug, Args)]
pub(crate) struct Manual {}

impl Completions {
    pub(super) fn run(&self) -> Answer {
        let mut script = Vec::new();
        generate(self.shell, &mut Arguments::command(), NAME, &mut script);
        Answer::of(String::from_utf8(script).expect("completions are texts"))
    }
}

impl Manual {
    /// In roff: `deelsom man | man -l -`.
    pub(super) fn run() -> Answer {
        let mut program = Arguments::command();
        program.build();
        let mut pages = Vec::new();
        for command in std::iter::once(&program).chain(program.get_subcommands()) {
            // The program's own help has its list of commands; a page for `help` says no more.
            if command.get_name() != "help" {
                Man::new(command.clone()).render(&mut pages).expect("memory takes all that is written");
            }
        }
        Answer::of(String::from_utf8(pages).expect("manuals are texts"))
    }
}
