//! What the letters say is found back in the worked studies: every sentence of `examples/letters/` at its place, with its
//! value.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A sentence of a letter, and where it stands in a study.
struct Row {
    study: String,
    sentence: String,
    pointer: String,
    value: Value,
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

/// Every letter with its rows, in order of name.
fn letters() -> Vec<(String, Vec<Row>)> {
    let folder = fs::read_dir(examples().join("letters")).expect("a folder of letters");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("a readable folder").path()).collect();
    files.sort();
    files.iter().map(|file| (file.display().to_string(), rows(&read(file)))).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rows of the tables, each below the heading of its study.
fn rows(letter: &str) -> Vec<Row> {
    let mut study = "";
    let mut rows = Vec::new();
    for line in letter.lines() {
        if let Some(heading) = line.strip_prefix("## [") {
            study = heading.split(']').next().unwrap_or_default();
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [sentence, pointer, value] = cells.as_slice() else { continue };
        if !pointer.starts_with('`') {
            continue;
        }
        rows.push(Row {
            study: study.to_owned(),
            sentence: (*sentence).to_owned(),
            pointer: pointer.trim_matches('`').to_owned(),
            value: serde_json::from_str(value.trim_matches('`')).expect("a value in JSON"),
        });
    }
    rows
}

#[test]
fn every_figure_and_step_of_the_letters_is_found_back_in_its_study() {
    let mut missing = Vec::new();
    let mut found = 0;
    for (letter, rows) in letters() {
        assert!(rows.len() > 20, "{letter} has {} rows", rows.len());
        for row in rows {
            let study: Value = serde_json::from_str(&read(&examples().join(&row.study))).expect("JSON");
            if study.pointer(&row.pointer) == Some(&row.value) {
                found += 1;
            } else {
                missing.push(format!(
                    "{}{} is {:?} and not {}: {}",
                    row.study,
                    row.pointer,
                    study.pointer(&row.pointer),
                    row.value,
                    row.sentence
                ));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(found > 250, "only {found} sentences");
}

#[test]
fn every_worked_study_tells_what_is_documented_and_where_it_comes_from() {
    let mut silent = Vec::new();
    for entry in fs::read_dir(examples()).expect("the worked studies").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let study: Value = serde_json::from_str(&read(&path)).expect("JSON");
        let name = entry.file_name().to_string_lossy().into_owned();
        let ids: Vec<&Value> = list(&study["sources"]).iter().map(|source| &source["id"]).collect();
        let statuses: Vec<&str> =
            list(&study["options"]).iter().filter_map(|option| option["status"].as_str()).collect();
        if !statuses.contains(&"documented") {
            silent.push(format!("{name}: no option is documented"));
        }
        if statuses.len() != list(&study["options"]).len() {
            silent.push(format!("{name}: an option without a status"));
        }
        if study["summary"].as_str().is_none_or(str::is_empty) {
            silent.push(format!("{name}: no story"));
        }
        for list_name in
            ["partners", "posts", "departures", "running_costs", "volumes", "phases", "out_of_scope"]
        {
            for (place, row) in list(&study[list_name]).iter().enumerate() {
                if row["status"].is_null() || !ids.contains(&&row["source"]) {
                    silent.push(format!(
                        "{name}/{list_name}/{place}: no status, or a source that is not listed"
                    ));
                }
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
