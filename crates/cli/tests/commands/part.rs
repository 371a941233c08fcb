//! `deelsom part` and `deelsom merge`: what a partner supplies, and what that changes.

use serde_json::{Value, json};

use crate::run::{Ended, folder, run, study};

const SIGNED: [&str; 4] = ["--by", "A. Controller", "--date", "2026-11-22"];

fn part(arguments: &[&str]) -> Ended {
    run(&[&["part", "vacant.json"], arguments].concat())
}

fn partner() -> String {
    let study: Value = serde_json::from_str(&study("vacant.json")).expect("a study");
    study["partners"][0]["id"].as_str().expect("an id").to_owned()
}

/// The part of the first partner of the study.
fn supplied() -> Value {
    let ended = part(&[&["--partner", &partner()][..], &SIGNED].concat());
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
    serde_json::from_str(&ended.stdout).expect("a part")
}

#[test]
fn a_part_is_what_the_study_has_of_one_partner() {
    let part = supplied();
    assert_eq!((&part["format"], &part["supplied_by"]), (&json!("deelsom/part"), &json!("A. Controller")));
    let posts = part["posts"].as_array().expect("posts");
    assert!(!posts.is_empty() && posts.iter().all(|post| post["unit"] == partner().as_str()));
}

#[test]
fn merging_tells_what_changed_and_who_supplied_it() {
    let mut changed = supplied();
    changed["posts"][0]["fte"] = json!(9.5);
    let folder =
        folder("parts", &[("same.json", &supplied().to_string()), ("changed.json", &changed.to_string())]);
    let same = run(&["merge", "vacant.json", &folder.join("same.json").display().to_string()]);
    let whole: Value = serde_json::from_str(&study("vacant.json")).expect("a study");
    assert_eq!(serde_json::from_str::<Value>(&same.stdout).expect("a study")["posts"], whole["posts"]);
    assert!(same.stderr.contains("Er verandert niets."), "{}", same.stderr);

    let output = folder.join("merged.json");
    let changed = folder.join("changed.json").display().to_string();
    let ended = run(&["merge", "vacant.json", &changed, "-o", &output.display().to_string(), "--lang", "en"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert!(ended.stderr.contains("Supplied by A. Controller, 22 November 2026."), "{}", ended.stderr);
    assert!(ended.stderr.contains("-> 9.5 fte"), "{}", ended.stderr);
    let merged: Value =
        serde_json::from_str(&std::fs::read_to_string(output).expect("it was written")).expect("a study");
    assert_eq!(merged["posts"][0]["fte"], 9.5);
}

#[test]
fn every_problem_of_every_part_is_told_with_its_file() {
    let folder = folder("wrong-parts", &[("a.json", "{"), ("b.json", r#"{ "format": "deelsom/study" }"#)]);
    let path = |name: &str| folder.join(name).display().to_string();
    let ended = run(&["merge", "vacant.json", &path("a.json"), &path("b.json")]);
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
    assert!(ended.stderr.contains("a.json") && ended.stderr.contains("[not_json]"), "{}", ended.stderr);
    let ended = run(&["merge", "vacant.json", &path("b.json")]);
    for code in ["wrong_format", "missing_field"] {
        assert!(ended.stderr.contains(&format!("[{code}]")), "{}", ended.stderr);
    }
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
}

#[test]
fn what_there_is_not_is_refused() {
    let unknown = part(&[&["--partner", "nobody"][..], &SIGNED].concat());
    assert_eq!(unknown.code, 2);
    let undated = part(&["--partner", &partner(), "--by", "A", "--date", "22 november"]);
    assert_eq!((undated.code, undated.stdout.as_str()), (2, ""));
    assert_eq!(run(&["merge", "vacant.json"]).code, 2);
    assert_eq!(run(&["merge", "-", "-"]).code, 2);
    assert_eq!(run(&["merge", "vacant.json", "nowhere.json"]).code, 1);
}
