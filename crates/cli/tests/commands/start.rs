//! `deelsom start`: a study by names.

use serde_json::Value;

use crate::run::{Ended, folder, run, run_with};

#[test]
fn names_make_a_study_that_can_be_calculated() {
    let Ended { stdout, stderr, code } = run(&["start", "voorschoten", "wassenaar", "s-gravenhage"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    let study: Value = serde_json::from_str(&stdout).expect("a study in JSON");
    assert_eq!(study["title"], "Voorschoten, Wassenaar en 's-Gravenhage");
    assert_eq!(study["partners"][2]["inhabitants"], 568_419);
    let report = run_with(&["calculate", "-", "--format", "json"], stdout.as_bytes());
    assert_eq!((report.code, report.stderr.as_str()), (0, ""));
}

#[test]
fn it_can_be_written_to_a_file_and_says_whose_budget_misleads() {
    let file = folder("start", &[("old.json", "{}")]).join("study.json");
    let path = file.to_string_lossy();
    let ended = run(&["start", "Enkhuizen", "-o", &path, "--lang", "en"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert!(
        ended.stderr.starts_with("Enkhuizen: Only 2% of overhead is spent on its own salaries."),
        "{}",
        ended.stderr
    );
    assert!(ended.stderr.ends_with(&format!("Written to {path}\n")), "{}", ended.stderr);
    assert_eq!(run(&["check", &path]).code, 0);
}

#[test]
fn names_that_are_not_clear_are_refused_with_what_there_is() {
    let ended = run(&["start", "bergen", "--lang", "en"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (2, ""));
    assert!(
        ended.stderr.contains("Bergen (L.)") && ended.stderr.contains("Bergen (NH.)"),
        "{}",
        ended.stderr
    );
    assert_eq!(run(&["start", "nowhere"]).code, 2);
    assert_eq!(run(&["start", "Leiden", "leiden"]).code, 2);
    assert_eq!(run(&["start"]).code, 2);
    let nine = ["start", "Assen", "Breda", "Delft", "Ede", "Gouda", "Leiden", "Oss", "Tiel", "Venlo"];
    assert_eq!(run(&nine).code, 2);
}
