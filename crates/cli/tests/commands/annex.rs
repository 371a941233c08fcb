//! `deelsom annex`: the annex to a council proposal.

use crate::run::{run, run_with, study};

const EXAMPLE: &str = "../../../../examples/voorschoten-wassenaar-2010.json";

#[test]
fn it_is_one_file_about_the_option_asked_for() {
    let first = run(&["annex", EXAMPLE]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""));
    assert!(first.stdout.starts_with("<!doctype html>") && first.stdout.contains("lang=\"nl\""));
    let light = run(&["annex", EXAMPLE, "--option", "light"]);
    assert_eq!(light.stdout, first.stdout, "the first option is what is shown unasked");
    let other = run(&["annex", EXAMPLE, "--option", "host", "--date", "2026-03-12", "--lang", "en"]);
    assert_eq!(other.code, 0, "{}", other.stderr);
    for said in ["lang=\"en\"", "12 March 2026", "--option host"] {
        assert!(other.stdout.contains(said), "{said}");
    }
}

#[test]
fn what_there_is_no_annex_on_is_said() {
    let unknown = run(&["annex", EXAMPLE, "--option", "nothing"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("Deze variant staat niet in de studie. (nothing)"), "{}", unknown.stderr);
    let mut file: serde_json::Value = serde_json::from_str(&study(EXAMPLE)).expect("JSON");
    file["options"] = serde_json::json!([]);
    file["phases"] = serde_json::json!([]);
    let none = run_with(&["annex", "-"], file.to_string().as_bytes());
    assert_eq!((none.code, none.stdout.as_str()), (2, ""));
}
