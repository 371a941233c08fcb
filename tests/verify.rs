//! The golden studies give the answers that were agreed, whoever made them: by hand, from publications, or elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use deelsom_cli::verify::Expectation;
use deelsom_core::Register;

/// Every expectation of the golden studies, in order of name.
fn expectations() -> Vec<PathBuf> {
    expectations_in("studies")
}

fn expectations_in(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files =
        fs::read_dir(folder).expect("the folder of golden studies").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.to_string_lossy().ends_with(".expected.json")).collect();
    files.sort();
    files
}

/// In what studies differ from what is expected of them.
fn differing(expectations: Vec<PathBuf>, studies: &str) -> Vec<String> {
    let register = Register::embedded();
    let mut failed = Vec::new();
    for path in expectations {
        let text = fs::read_to_string(&path).expect("a readable expectation");
        let expectation = Expectation::read(&text).expect("an expectation");
        let name = path.file_name().map(|name| name.to_string_lossy().replace(".expected.json", ".json"));
        let study = Path::new(env!("CARGO_MANIFEST_DIR")).join(studies).join(name.expect("a file"));
        let text = fs::read_to_string(&study).expect("the study of an expectation");
        let differences = expectation.differences(&text, &register);
        failed.extend(differences.iter().map(|difference| format!("{}: {difference:?}", study.display())));
    }
    failed
}

#[test]
fn every_golden_study_gives_the_agreed_figures() {
    assert_eq!(differing(expectations(), "studies"), Vec::<String>::new());
}

#[test]
fn every_worked_study_brings_what_it_brought() {
    let expected = expectations_in("worked");
    let examples = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples"));
    let is_study = |entry: &fs::DirEntry| entry.path().extension().is_some_and(|ending| ending == "json");
    let studies = examples.expect("the worked studies").flatten().filter(is_study).count();
    assert_eq!(expected.len(), studies, "one for every worked study");
    assert_eq!(differing(expected, "../examples"), Vec::<String>::new());
}

#[test]
fn every_field_of_the_comparison_has_a_case_worked_by_hand() {
    let by_hand: Vec<String> = expectations()
        .iter()
        .filter(|path| Path::new(&path.to_string_lossy().replace(".expected.json", ".md")).exists())
        .map(|path| fs::read_to_string(path).expect("a readable expectation"))
        .collect();
    for field in [
        "npv",
        "payback_years",
        "payback_year",
        "immediate",
        "deepest",
        "structural",
        "saving",
        "one_off",
        "recurring",
        "cumulative",
        "efficiency",
        "avoided_increase",
        "hires_avoided",
        "budget_value",
        "outturn_value",
        "vacant_not_filled",
        "turnover",
        "surplus_exits",
        "surplus",
        "added",
        "step_down",
        "real_damage",
        "persons",
        "uncovered",
        "band",
        "settlement",
        "vat",
        "structural_per_inhabitant",
    ] {
        let wanted = format!("\"{field}\"");
        assert!(by_hand.iter().any(|text| text.contains(&wanted)), "no hand calculation has {field}");
    }
}
