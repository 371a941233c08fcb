//! The golden studies give the answers that were agreed, whoever made them: by hand, from publications, or elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use deelsom_cli::verify::Expectation;
use deelsom_core::Register;

/// Every expectation of the folder, in order of name.
fn expectations() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("studies");
    let files =
        fs::read_dir(folder).expect("the folder of golden studies").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.to_string_lossy().ends_with(".expected.json")).collect();
    files.sort();
    files
}

#[test]
fn every_golden_study_gives_the_agreed_figures() {
    let register = Register::embedded();
    let mut failed = Vec::new();
    for path in expectations() {
        let text = fs::read_to_string(&path).expect("a readable expectation");
        let expectation = Expectation::read(&text).expect("an expectation");
        let study = path.to_string_lossy().replace(".expected.json", ".json");
        let differences =
            expectation.differences(&fs::read_to_string(&study).expect("a study beside it"), &register);
        failed.extend(differences.iter().map(|difference| format!("{study}: {difference:?}")));
    }
    assert_eq!(failed, Vec::<String>::new());
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
