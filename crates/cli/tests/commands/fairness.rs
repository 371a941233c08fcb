//! `deelsom game` and `deelsom fairness`: fair divisions in figures and in words.

use serde_json::Value;

use crate::run::{run, run_with};

const TOWNS: &str = r#"{ "format": "deelsom/game", "version": 1, "title": "Two towns", "players": ["a", "b"],
    "kind": "cost", "values": { "a": 11, "b": 7, "a,b": 15 } }"#;

#[test]
fn programs_get_every_method_of_a_game() {
    let done = run_with(&["game", "-", "--format", "json"], TOWNS.as_bytes());
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!((&report["format"], &report["core_empty"]), (&"deelsom/game-report".into(), &false.into()));
    let methods = report["methods"].as_object().expect("methods");
    assert_eq!(methods.len(), 7);
    assert_eq!(report["methods"]["shapley"]["shares"], serde_json::json!([9.5, 5.5]));
    assert_eq!(report["methods"]["proportional"]["shares"], serde_json::json!([9.166_667, 5.833_333]));
    assert_eq!(report["methods"]["nucleolus"]["over"], "imputations");
}

#[test]
fn people_get_the_same_as_a_table_and_spreadsheets_as_csv() {
    let done = run_with(&["game", "-", "--lang", "en"], TOWNS.as_bytes());
    assert!(done.stdout.contains("No group of municipalities is better off apart."), "{}", done.stdout);
    let done = run_with(&["game", "-", "--format", "csv", "--profile", "excel-nl"], TOWNS.as_bytes());
    assert!(done.stdout.contains("shapley;a;9,5;true\r\n"), "{}", done.stdout);
    assert_eq!(run_with(&["game", "-", "--profile", "excel-nl"], TOWNS.as_bytes()).code, 2);
}

#[test]
fn every_problem_of_a_game_is_told_at_once() {
    let text = TOWNS.replace("\"a,b\": 15", "\"a,c\": 1").replace("\"cost\"", "\"loss\"");
    let done = run_with(&["game", "-", "--lang", "en"], text.as_bytes());
    assert_eq!((done.code, done.stdout.as_str()), (3, ""));
    for told in ["[unknown_player]", "[missing_coalitions]", "[unknown_value]", "among them a,b"] {
        assert!(done.stderr.contains(told), "{told}: {}", done.stderr);
    }
}

#[test]
fn an_option_is_judged_in_words_and_its_game_can_be_read_back() {
    let done = run(&["fairness", "small.json", "--lang", "en"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    assert!(done.stdout.contains("keys chosen"), "{}", done.stdout);
    let done = run(&["fairness", "small.json", "--format", "json"]);
    let report: Value = serde_json::from_str(&done.stdout).expect("JSON");
    let again = run_with(&["game", "-", "--format", "json"], report["game"].to_string().as_bytes());
    let again: Value = serde_json::from_str(&again.stdout).expect("JSON");
    assert_eq!(again["methods"], report["methods"], "the same game, the same divisions");
    assert_eq!(again["least_core"], report["least_core"]);
}

#[test]
fn an_option_that_is_not_there_is_said_with_those_that_are() {
    let done = run(&["fairness", "small.json", "--option", "nothing", "--lang", "en"]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(done.stderr.contains("Choose from"), "{}", done.stderr);
}
