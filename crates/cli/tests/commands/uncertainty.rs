//! `deelsom simulate`, `tornado` and `break-even`: how sure an outcome is, for people and for programs.

use serde_json::Value;

use crate::run::{run, run_with, study};

fn json(arguments: &[&str]) -> Value {
    let done = run(&[arguments, &["--format", "json"]].concat());
    assert_eq!((done.code, done.stderr.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&done.stdout).expect("JSON")
}

#[test]
fn a_seed_gives_the_same_bytes_again_and_another_seed_others() {
    let ask =
        |seed: &str| run(&["simulate", "small.json", "--draws", "300", "--seed", seed, "--format", "json"]);
    assert_eq!(ask("5"), ask("5"));
    assert_ne!(ask("5"), ask("6"));
    let report = json(&["simulate", "small.json", "--draws", "300", "--seed", "5"]);
    assert_eq!((&report["format"], &report["seed"]), (&"deelsom/simulation-report".into(), &5.into()));
    assert_eq!((&report["draws"], &report["correlation"]), (&300.into(), &"none".into()));
    assert_eq!(report["npv"]["percentiles"].as_array().map(Vec::len), Some(5));
    assert_eq!(report["cumulative"].as_array().map(Vec::len), Some(2));
    assert!(report["without_range"].as_array().is_some_and(|list| {
        list.iter().any(|one| one["id"] == "realisation_net" && one["value"] == 1.0)
    }));
}

#[test]
fn the_seed_of_the_study_is_taken_where_none_is_given() {
    let text = study("small.json").replace("\"posts\": [],", "\"posts\": [], \"seed\": 42,");
    let done = run_with(&["simulate", "-", "--draws", "20", "--format", "json"], text.as_bytes());
    let report: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(report["seed"], 42);
    let given =
        run_with(&["simulate", "-", "--draws", "20", "--seed", "7", "--format", "json"], text.as_bytes());
    let given: Value = serde_json::from_str(&given.stdout).expect("JSON");
    assert_eq!(given["seed"], 7);
}

#[test]
fn people_read_sentences_and_spreadsheets_get_rows() {
    let done = run(&["simulate", "small.json", "--draws", "100", "--lang", "en"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    for told in [
        "does the option pay back within the period",
        "100 draws of",
        "seed 1",
        "Correlation",
        "Without a range",
        "Ambt",
    ] {
        assert!(done.stdout.contains(told), "{told}: {}", done.stdout);
    }
    let csv = run(&[
        "simulate",
        "small.json",
        "--draws",
        "100",
        "--sobol",
        "--distribution",
        "pert",
        "--format",
        "csv",
    ]);
    let lines: Vec<&str> = csv.stdout.lines().collect();
    assert!(lines[0].starts_with("figure,partner,year,chance,chance_error,mean"), "{}", csv.stdout);
    assert_eq!(
        lines.len(),
        1 + 1 + 2 + 2 + 1,
        "a row for the total, each partner, each year and the payback time"
    );
    assert!(lines.iter().all(|line| line.split(',').count() == lines[0].split(',').count()));
    assert_eq!(run(&["simulate", "small.json", "--draws", "0"]).code, 2);
}

#[test]
fn half_of_the_savings_is_worth_less() {
    let all = json(&["simulate", "small.json", "--draws", "50"]);
    let half = json(&["simulate", "small.json", "--draws", "50", "--half-realised"]);
    let npv = |report: &Value| report["central"]["npv"].as_f64().expect("euros");
    assert!(npv(&half) < npv(&all));
    assert_eq!(half["half_realised"], true);
}

#[test]
fn a_tornado_names_what_moves_the_outcome() {
    let report = json(&["tornado", "small.json", "--option", "licences"]);
    assert_eq!(
        (&report["format"], &report["option"]),
        (&"deelsom/tornado-report".into(), &"licences".into())
    );
    let swings: Vec<f64> = report["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["swing"].as_f64())
        .collect();
    assert!(!swings.is_empty() && swings.is_sorted_by(|one, other| one >= other), "{swings:?}");
    let done = run(&["tornado", "small.json", "--option", "licences"]);
    assert!(done.stdout.contains("telt het zwaarst"), "{}", done.stdout);
    let csv = run(&["tornado", "small.json", "--format", "csv"]).stdout;
    assert_eq!(
        csv.lines().count(),
        1 + 3 * json(&["tornado", "small.json"])["parameters"].as_array().map_or(0, Vec::len)
    );
}

#[test]
fn a_break_even_value_is_said_with_its_side() {
    let amount = "/options/0/one_offs/0/amount";
    let report = json(&["break-even", "small.json", "--parameter", amount]);
    assert_eq!((&report["answer"], &report["gains"]), (&"at".into(), &"below".into()));
    assert_eq!(report["npv"], 0.0);
    let done = run(&["break-even", "small.json", "--parameter", amount, "--target", "npv:b"]);
    assert!(done.stdout.contains("De variant loont nu niet voor Berg; pas als"), "{}", done.stdout);
    let csv = run(&["break-even", "small.json", "--parameter", amount, "--format", "csv"]).stdout;
    assert!(csv.starts_with("parameter,unit,target,answer,value"), "{csv}");
}

#[test]
fn what_is_not_there_is_said_and_ends_with_the_code_of_usage() {
    for (arguments, told) in [
        (&["break-even", "small.json", "--parameter", "nothing"][..], "nothing"),
        (&["break-even", "small.json", "--parameter", "discount_rate", "--target", "npv:c"], "npv:c"),
        (&["tornado", "small.json", "--option", "nothing"], "Kies uit"),
        (&["simulate", "small.json", "--profile", "excel-nl"], "--format csv"),
    ] {
        let done = run(arguments);
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(done.stderr.contains(told), "{}", done.stderr);
    }
    let ranged = study("small.json").replace(
        "\"posts\": [],",
        "\"ranges\": [{ \"path\": \"/options/0/one_offs/0/months\", \"low\": 1, \"high\": 2 }],",
    );
    let done = run_with(&["simulate", "-", "--draws", "5", "--lang", "en"], ranged.as_bytes());
    assert_eq!((done.code, done.stdout.as_str()), (3, ""));
    assert!(done.stderr.contains("/ranges/0/high"), "{}", done.stderr);
}
