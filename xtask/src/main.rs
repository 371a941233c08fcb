//! The tasks of Deelsom, run as `cargo xtask <command>`; nothing but cargo need be installed.
//!
//! | Task | Module |
//! |---|---|
//! | make the site: compile, cut, bind, name by content, write `dist/` | [`site`], [`application`], [`page`], [`fingerprint`] |
//! | make the site as one file, which opens from disk | [`single`] |
//! | make the guides, pages for who reads about it | [`guides`] |
//! | serve it as a host should | [`serve`], [`headers`] |
//! | test all there is | [`mod@test`], [`size`] |
//! | run WebAssembly of tests and benchmarks in the browser | [`runner`] |
//! | measure the calculation, natively and in the browser | [`mod@bench`] |
//! | fetch the design that the page is drawn in | [`vendor`] |
//! | fetch what a task lacks, and say why | [`provision`] |

mod application;
mod arguments;
mod bench;
mod failure;
mod fingerprint;
mod guides;
mod headers;
mod page;
mod provision;
mod runner;
mod serve;
mod single;
mod site;
mod size;
mod test;
mod vendor;
mod workspace;

use std::process::ExitCode;

use arguments::Task;

fn main() -> ExitCode {
    let done = arguments::parse(std::env::args().skip(1)).and_then(|task| match task {
        Task::Serve { port, open } => serve::serve(port, open),
        Task::Test { steps } => test::test(&steps),
        Task::Build { out } => site::build(&out),
        Task::Single { out } => single::build(&out),
        Task::Bench => {
            provision::wasm_target()?;
            let tools = provision::tools()?;
            test::build(&tools)?;
            bench::bench(&tools)
        }
        Task::Vendor => vendor::vendor(),
        Task::Help => {
            println!("{}", arguments::help());
            Ok(())
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}
