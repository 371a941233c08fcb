//! `deelsom schema`: what is checked in is current, and says of files what the program says of them.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::run::{run, study};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn validator(of: &str) -> Validator {
    let printed = run(&["schema", of]);
    assert_eq!((printed.code, printed.stderr.as_str()), (0, ""));
    let schema = serde_json::from_str(&printed.stdout).expect("JSON");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// Every golden study and every example.
fn studies() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["tests/studies", "examples"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder").flatten() {
            let path = entry.path();
            let is_expectation = path.to_string_lossy().ends_with(".expected.json");
            if path.extension().is_some_and(|ending| ending == "json") && !is_expectation {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 20, "{found:?}");
    found
}

#[track_caller]
fn check(validator: &Validator, value: &Value, of: &Path) {
    let problems: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {}: {error}", of.display(), error.instance_path()))
        .collect();
    assert_eq!(problems, Vec::<String>::new());
}

/// A schema with every list of names in order.
fn in_order(schema: Value) -> Value {
    match schema {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(in_order).collect();
            if items.iter().all(Value::is_string) {
                items.sort_by_key(ToString::to_string);
            }
            Value::Array(items)
        }
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, in_order(value))).collect())
        }
        other => other,
    }
}

#[test]
fn what_is_checked_in_is_current() {
    for of in ["study", "report"] {
        let path = root().join(format!("docs/schema/{of}.schema.json"));
        let text = fs::read_to_string(&path).expect("a schema in the repository");
        let again = format!("cargo run -p deelsom-cli -- schema {of} > docs/schema/{of}.schema.json");
        // As values: in which order fields stand depends on what else is compiled along.
        let read = |text: &str| in_order(serde_json::from_str(text).expect("JSON"));
        assert!(read(&run(&["schema", of]).stdout) == read(&text), "{} is old: {again}", path.display());
    }
}

#[test]
fn every_study_and_its_report_have_the_form_of_the_schemas() {
    let (of_study, of_report) = (validator("study"), validator("report"));
    for path in studies() {
        let text = fs::read_to_string(&path).expect("a readable study");
        check(&of_study, &serde_json::from_str(&text).expect("JSON"), &path);
        let printed = run(&["calculate", path.to_str().expect("a name in UTF-8"), "--format", "json"]);
        check(&of_report, &serde_json::from_str(&printed.stdout).expect("JSON"), &path);
    }
}

/// Whether the small study validates after a change.
fn validates(change: impl FnOnce(&mut Value)) -> bool {
    let mut value = serde_json::from_str(&study("small.json")).expect("JSON");
    change(&mut value);
    validator("study").is_valid(&value)
}

#[test]
fn what_the_program_refuses_by_its_form_does_not_validate() {
    assert!(validates(|_| ()));
    assert!(!validates(|study| study["colour"] = json!("red")));
    assert!(!validates(|study| study["options"][0]["moves"][0]["speed"] = json!(1)));
    assert!(!validates(|study| study["title"] = json!(7)));
    assert!(!validates(|study| study["title"] = json!(null)));
    assert!(!validates(|study| study["version"] = json!(3)));
    assert!(!validates(|study| study["posts"] = json!({})));
    assert!(!validates(|study| study["options"][0]["moves"][0]["month"] = json!("2026-13")));
    assert!(!validates(|study| study["options"][0]["units"][0]["form"] = json!("club")));
    for key in [
        json!({ "key": "luck" }),
        json!({ "key": "equal", "shares": {} }),
        json!({ "key": "fixed" }),
        json!({ "key": "mix", "of": [{ "weight": 1 }] }),
        json!({ "bearer": "a" }),
        json!("equal"),
    ] {
        assert!(!validates(|study| study["options"][0]["keys"]["default"] = key.clone()), "{key}");
    }
}

#[test]
fn what_may_be_left_out_may_be_left_out() {
    for list in ["units", "posts", "departures", "volumes", "ranges"] {
        assert!(validates(|study| drop(study.as_object_mut().expect("an object").remove(list))), "{list}");
        assert!(validates(|study| study[list] = json!(null)), "{list}");
    }
    for key in [
        json!({ "key": "usage" }),
        json!({ "key": "fixed", "shares": { "a": 0.5, "b": 0.5 } }),
        json!({ "key": "schedule", "from": { "2027": { "key": "mix", "of": [{ "weight": 1, "key": { "key": "fte" } }] } } }),
        json!({ "key": "keep_within", "of": { "key": "equal" }, "previous": { "a": 1, "b": 1 } }),
    ] {
        assert!(validates(|study| study["options"][0]["keys"]["default"] = key.clone()), "{key}");
    }
    assert!(validates(|study| study["options"][0]["one_offs"][0]["key"] = json!({ "bearer": "a" })));
    assert!(validates(|study| study["assumptions"][0]["value"] = json!({ "2026": 0.02 })));
}

#[test]
fn only_studies_and_reports_have_a_schema() {
    assert_eq!(run(&["schema", "town"]).code, 2);
}
