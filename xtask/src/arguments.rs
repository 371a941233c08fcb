//! The command line. Three options do not earn a parser to compile.

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::{test, workspace};

/// What `cargo xtask` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    /// Build the site and serve it on this machine.
    Serve { port: u16, open: bool },
    /// Run all test steps, or the named ones.
    Test { steps: Vec<String> },
    /// Write the site to a directory.
    Build { out: PathBuf },
    /// Write the site as one file.
    Single { out: PathBuf },
    /// Measure the calculation.
    Bench,
    /// Renew the stylesheets of the design system.
    Vendor,
    /// Print what there is to ask.
    Help,
}

const DEFAULT_PORT: u16 = 8080;

/// Exit code for a command line that says nothing we know.
const USAGE: u8 = 2;

/// The text of `cargo xtask help`.
pub(crate) fn help() -> String {
    let steps: Vec<&str> = test::STEPS.iter().map(|step| step.name).collect();
    format!(
        "\
The tasks of Deelsom: cargo xtask <command>

  serve [--port {DEFAULT_PORT}] [--open]  Build everything and serve the application on this machine
  test [STEP]...                Run every test there is, or only the steps named
  build [--out dist]            Write the application to a directory, for any static host
  single [--out FILE]           Write the application as one file that opens from disk
  bench                         Measure how fast the model and the page are
  vendor                        Renew the stylesheets of the design system that are in the repository
  help                          Print this text

Steps of test: {}",
        steps.join(", ")
    )
}

/// Reads the arguments after `cargo xtask`.
pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Task> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    match command.as_deref() {
        Some("serve") => serve(rest),
        Some("test") => test(rest),
        Some("build") => build(&rest),
        Some("single") => single(&rest),
        Some("bench") if rest.is_empty() => Ok(Task::Bench),
        Some("vendor") if rest.is_empty() => Ok(Task::Vendor),
        None | Some("help" | "--help" | "-h") => Ok(Task::Help),
        Some(_) => Err(usage(&format!(
            "There is no task `{}`.",
            [command.into_iter().collect(), rest].concat().join(" ")
        ))),
    }
}

fn serve(rest: Vec<String>) -> Result<Task> {
    let (mut port, mut open) = (DEFAULT_PORT, false);
    let mut rest = rest.into_iter();
    while let Some(option) = rest.next() {
        match option.as_str() {
            "--open" => open = true,
            "--port" => {
                port = rest
                    .next()
                    .and_then(|number| number.parse().ok())
                    .ok_or_else(|| usage("`--port` takes a number from 0 to 65535."))?;
            }
            unknown => return Err(usage(&format!("`serve` has no option `{unknown}`."))),
        }
    }
    Ok(Task::Serve { port, open })
}

fn test(steps: Vec<String>) -> Result<Task> {
    match steps.iter().find(|name| !test::STEPS.iter().any(|step| step.name == *name)) {
        Some(unknown) => Err(usage(&format!("`test` has no step `{unknown}`."))),
        None => Ok(Task::Test { steps }),
    }
}

fn build(rest: &[String]) -> Result<Task> {
    match rest {
        [] => Ok(Task::Build { out: workspace::dist() }),
        [option, out] if option == "--out" => Ok(Task::Build { out: out.into() }),
        _ => Err(usage("`build` takes `--out` and a directory, or nothing.")),
    }
}

fn single(rest: &[String]) -> Result<Task> {
    match rest {
        [] => Ok(Task::Single { out: workspace::single() }),
        [option, out] if option == "--out" => Ok(Task::Single { out: out.into() }),
        _ => Err(usage("`single` takes `--out` and a file, or nothing.")),
    }
}

fn usage(problem: &str) -> Failure {
    Failure::with_code(format!("{problem}\n\n{}", help()), USAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Option<Task> {
        parse(line.split_whitespace().map(String::from)).ok()
    }

    #[test]
    fn known_commands() {
        assert_eq!(parsed(""), Some(Task::Help));
        assert_eq!(parsed("serve"), Some(Task::Serve { port: DEFAULT_PORT, open: false }));
        assert_eq!(parsed("serve --open --port 0"), Some(Task::Serve { port: 0, open: true }));
        assert_eq!(parsed("build --out public"), Some(Task::Build { out: "public".into() }));
        assert_eq!(parsed("single"), Some(Task::Single { out: workspace::single() }));
        assert_eq!(parsed("single --out a.html"), Some(Task::Single { out: "a.html".into() }));
        assert_eq!(parsed("test"), Some(Task::Test { steps: vec![] }));
        assert_eq!(
            parsed("test browser size"),
            Some(Task::Test { steps: vec!["browser".into(), "size".into()] })
        );
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for line in [
            "deploy",
            "serve --prot 1",
            "serve --port",
            "serve --port 65536",
            "build --out",
            "build dist",
            "single --out",
            "single a.html",
            "test everything",
            "bench fast",
        ] {
            assert_eq!(parsed(line), None, "{line}");
        }
    }
}
