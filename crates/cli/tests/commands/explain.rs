//! `deelsom explain`: a figure of the report taken apart.

use serde_json::Value;

use crate::run::run;

#[test]
fn a_figure_is_told_down_to_the_study_and_the_register() {
    let done = run(&["explain", "small.json", "--at", "/effects/0/years/0/saving"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.starts_with("voordeel, Joint ICT, 2026 = "), "{}", done.stdout);
    let entry = run(&["explain", "small.json", "--at", "/courses/0/ledger/0/amount", "--lang", "en"]);
    assert!(entry.stdout.contains("[study /"), "{}", entry.stdout);
    let npv = run(&["explain", "small.json", "--at", "/effects/0/npv", "--lang", "en"]);
    assert!(npv.stdout.contains("[register discount_rate;"), "{}", npv.stdout);
    assert!(npv.stdout.contains("[report /effects/0/years/1/saving]"), "{}", npv.stdout);
    let deep = run(&["explain", "small.json", "--at", "/effects/0/npv", "--depth", "9", "--lang", "en"]);
    assert!(!deep.stdout.contains("[report /"), "{}", deep.stdout);
}

#[test]
fn programs_get_the_same_tree_as_json() {
    let done = run(&["explain", "small.json", "--at", "/effects/0/npv", "--format", "json"]);
    let told: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!((&told["term"], &told["formula"]), (&"npv".into(), &"cents".into()));
    assert_eq!(told["pointer"], "/effects/0/npv");
    let growth = &told["parts"][0]["parts"][1]["parts"][1]["parts"][0]["parts"][1]["ground"]["assumption"];
    assert_eq!((&growth["id"], &growth["evidence"]), (&"discount_rate".into(), &"sourced".into()));
}

#[test]
fn where_there_is_no_figure_it_says_so() {
    let done = run(&["explain", "small.json", "--at", "/effects/0/nothing"]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(done.stderr.contains("geen cijfer"), "{}", done.stderr);
}
