//! Every test there is, in the order in which a mistake is cheapest to find.

use std::time::{Duration, Instant};

use crate::failure::Result;
use crate::provision::{self, Tools, WASM};
use crate::runner::Runner;
use crate::serve::Server;
use crate::workspace::{self, built, cargo, dist, run};
use crate::{single, site, size};

/// One step of `cargo xtask test`.
pub(crate) struct Step {
    /// What to call it on the command line.
    pub(crate) name: &'static str,
    /// What it proves.
    title: &'static str,
    actions: &'static [Action],
}

enum Action {
    /// Runs cargo with these arguments.
    Cargo(&'static [&'static str]),
    /// Runs a function of ours.
    Task(fn(&Tools) -> Result),
}

use Action::{Cargo, Task};

/// All steps. To add one, add it here.
pub(crate) const STEPS: &[Step] = &[
    Step { name: "format", title: "The code is formatted", actions: &[Cargo(&["fmt", "--all", "--check"])] },
    Step {
        name: "lint",
        title: "The code has no warnings",
        actions: &[Cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "--deny",
            "warnings",
        ])],
    },
    Step {
        name: "native",
        title: "The tests pass on this machine",
        actions: &[
            Cargo(&["test", "--locked", "--workspace", "--exclude", "xtask"]),
            // In the profile it runs in, so that what it is made of is not compiled twice.
            Cargo(&["test", "--locked", "--package", "xtask", "--profile", "xtask"]),
        ],
    },
    Step {
        name: "workbook",
        title: "A workbook calculates to what it says",
        actions: &[Task(|_| workbook())],
    },
    Step { name: "wasm", title: "The browser calculates the same as this machine", actions: &[Task(wasm)] },
    Step { name: "build", title: "The program and the site can be built", actions: &[Task(build)] },
    Step { name: "browser", title: "A person can use the site", actions: &[Task(build), Task(browser)] },
    Step {
        name: "size",
        title: "The site is small",
        actions: &[Task(build), Task(|_| size::check(&dist()))],
    },
    Step { name: "speed", title: "How fast the page is", actions: &[Task(build), Task(speed)] },
];

/// Runs all steps, or those with the given names, until one fails.
pub(crate) fn test(names: &[String]) -> Result {
    let steps: Vec<&Step> =
        STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect();
    let start = Instant::now();

    // First of all, so that nobody waits ten minutes to hear that there is no browser.
    heading("tools", "What the tests need is here");
    provision::wasm_target()?;
    let tools = provision::tools()?;
    provision::office()?;

    let mut times: Vec<(&str, Duration)> = vec![("tools", start.elapsed())];
    for step in steps {
        heading(step.name, step.title);
        let start = Instant::now();
        for action in step.actions {
            action.run(&tools).map_err(|failure| {
                let again = format!("To run this step alone: cargo xtask test {}", step.name);
                failure.followed_by(&again)
            })?;
        }
        times.push((step.name, start.elapsed()));
    }
    heading("passed", "All steps passed");
    times.push(("in all", start.elapsed()));
    for (name, time) in times {
        println!("{name:<8} {:>7.1} s", time.as_secs_f64());
    }
    Ok(())
}

impl Action {
    fn run(&self, tools: &Tools) -> Result {
        match self {
            Cargo(arguments) => run(&mut cargo(arguments)),
            Task(task) => task(tools),
        }
    }
}

fn heading(name: &str, title: &str) {
    println!("\n── {name}: {title} ──");
}

/// Has a spreadsheet work out our workbooks, and compares.
fn workbook() -> Result {
    let program = ["test", "--locked", "--workspace", "--exclude", "xtask"];
    let features = "acceptance/libreoffice,deelsom-spreadsheet/libreoffice";
    let only = ["--features", features, "--test", "workbook", "--test", "own"];
    // What needs no spreadsheet has been tested on this machine.
    let in_it = ["--", "calc::", "changed::", "unchanged::", "saved_by"];
    run(cargo(&program).args(only).args(in_it).env("DEELSOM_SOFFICE", provision::office()?))
}

/// Runs the golden tests in the browser: the same expected results as natively, to the last bit.
fn wasm(tools: &Tools) -> Result {
    let runner = Runner::build(tools)?;
    run(&mut runner
        .cargo("test", &["--locked", "--package", "acceptance", "--test", "golden", "--target", WASM]))
}

pub(crate) fn build(_: &Tools) -> Result {
    // Not as it is given to people: that takes minutes, and figures are the same. Of the whole workspace, as the tests are:
    // what is shared is then not compiled again with other features.
    run(&mut cargo(&["build", "--locked", "--workspace", "--exclude", "xtask", "--bin", "deelsom"]))?;
    site::build(&dist())
}

/// Runs the browser tests against the site as it will be served, and against the site as one file.
fn browser(tools: &Tools) -> Result {
    let file = workspace::single();
    single::build(&file)?;
    with_site(tools, "browser", &[("DEELSOM_SINGLE", &file.to_string_lossy())])
}

/// Measures the page in the browser. Prints, and judges nothing.
pub(crate) fn speed(tools: &Tools) -> Result {
    with_site(tools, "speed", &[])
}

/// Runs a test of the acceptance package in the browser, against the site as it will be served.
fn with_site(tools: &Tools, test: &str, more: &[(&str, &str)]) -> Result {
    let server = Server::start(dist(), 0)?;
    run(cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--exclude",
        "xtask",
        "--features",
        "acceptance/browser",
        "--test",
        test,
        "--",
        "--nocapture",
        // Every test has a browser of its own.
        "--test-threads=2",
    ])
    .env("DEELSOM_URL", server.address())
    .env("DEELSOM_BIN", built("debug", "deelsom"))
    .env("DEELSOM_CHROMIUM", &tools.browser)
    .env("DEELSOM_CHROMEDRIVER", &tools.driver)
    .env("DEELSOM_AXE", &tools.axe)
    .envs(more.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_of_its_own() {
        for (place, step) in STEPS.iter().enumerate() {
            assert!(!step.actions.is_empty(), "{}", step.name);
            assert!(STEPS[..place].iter().all(|other| other.name != step.name), "{}", step.name);
        }
    }
}
