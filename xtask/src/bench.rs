//! How fast the model calculates, natively and in the browser, in one run. Prints, and judges nothing.

use std::process::{Command, Stdio};

use crate::application::{PAGE, Program, WORKER};
use crate::failure::Result;
use crate::provision::Tools;
use crate::runner::Runner;
use crate::test::speed;
use crate::workspace::{ask, cargo, run};

/// The benchmarks of the core, each with the program that does such work in the browser.
const BENCHES: [(&str, Program); 3] = [("calculate", PAGE), ("fairness", WORKER), ("uncertainty", WORKER)];

/// How often each is run, natively and in the browser.
const ROUNDS: usize = 3;

/// Times the model in rounds, natively and in the browser by turns so that a slow spell of the machine falls on both;
/// then the page around it.
pub(crate) fn bench(tools: &Tools) -> Result {
    let core: &[&str] = &["--locked", "--package", "deelsom-core"];
    let runner = Runner::build(tools)?;
    let native = |more: &[&str]| cargo(&[&["bench"], core, more].concat());
    run(&mut native(&["--no-run"]))?;
    for (name, program) in BENCHES {
        let settings = program.settings()?;
        let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
        let browser = |more: &[&str]| runner.cargo("bench", &[core, &settings, more].concat());
        run(&mut browser(&["--no-run"]))?;
        let (mut here, mut there) = (String::new(), String::new());
        for round in 0..ROUNDS {
            here += &printed(&mut native(&["--quiet", "--", name]))?;
            if round == 0 {
                println!("\n{name}");
                here.lines().filter(|line| Figure::read(line).is_none()).for_each(|line| println!("{line}"));
            }
            there += &printed(&mut browser(&["--quiet", "--", name, "--nocapture"]))?;
        }
        println!("{}", table(&here, &there));
    }
    speed(tools)
}

/// What a benchmark prints.
fn printed(command: &mut Command) -> Result<String> {
    Ok(ask(command.stderr(Stdio::inherit()))? + "\n")
}

/// What rounds of a benchmark printed, natively and in the browser: each piece of work on a line, held against each
/// other.
fn table(native: &str, browser: &str) -> String {
    let mut rows = vec![format!(
        "{:<44} {:>25} {:>25} {:>15}\n{:<44} {:>12} {:>12} {:>12} {:>12} {:>7} {:>7}",
        "",
        "native (ms)",
        "WebAssembly (ms)",
        "ratio",
        "",
        "fastest",
        "median",
        "fastest",
        "median",
        "fastest",
        "median"
    )];
    let mut seen = Vec::new();
    for Figure { name, .. } in native.lines().filter_map(Figure::read) {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        if let (Some(here), Some(there)) = (Figure::of(native, name), Figure::of(browser, name)) {
            rows.push(format!(
                "{name:<44} {:>12.5} {:>12.5} {:>12.5} {:>12.5} {:>7.2} {:>7.2}",
                here.fastest,
                here.median,
                there.fastest,
                there.median,
                there.fastest / here.fastest,
                there.median / here.median
            ));
        }
    }
    rows.join("\n")
}

/// How long a piece of work takes, in milliseconds.
#[derive(Debug, PartialEq)]
struct Figure<'a> {
    name: &'a str,
    fastest: f64,
    median: f64,
}

impl<'a> Figure<'a> {
    /// Reads a line such as `calculate: fastest 0.91000 ms, median 1.02000 ms`.
    fn read(line: &'a str) -> Option<Self> {
        let (name, times) = line.split_once(": fastest ")?;
        let (fastest, median) = times.strip_suffix(" ms")?.split_once(" ms, median ")?;
        Some(Self { name, fastest: fastest.parse().ok()?, median: median.parse().ok()? })
    }

    /// The fastest of all rounds, and the median of their medians.
    fn of(printed: &'a str, name: &str) -> Option<Self> {
        let mut rounds: Vec<Self> =
            printed.lines().filter_map(Self::read).filter(|figure| figure.name == name).collect();
        let fastest = rounds.iter().map(|figure| figure.fastest).reduce(f64::min)?;
        rounds.sort_by(|one, other| one.median.total_cmp(&other.median));
        let middle = rounds.len() / 2;
        Some(Self { fastest, ..rounds.swap_remove(middle) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_held_against_each_other() {
        let native = "a study\nwork: fastest 2.0 ms, median 4.0 ms\nwork: fastest 1.0 ms, median 3.0 ms\n\
                      work: fastest 3.0 ms, median 9.0 ms\nhere alone: fastest 1.0 ms, median 1.0 ms\n";
        let figure = Figure { name: "work", fastest: 1.0, median: 4.0 };
        assert_eq!(Figure::of(native, "work"), Some(figure));
        assert_eq!(Figure::of(native, "a study"), None);
        let table = table(native, "running 1 test\nwork: fastest 2.0 ms, median 6.0 ms\ntest result: ok\n");
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[2].starts_with("work ") && lines[2].ends_with("   2.00    1.50"), "{table}");
        assert_eq!(lines.len(), 3);
    }
}
