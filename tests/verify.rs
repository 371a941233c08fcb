//! The golden studies give the answers that were agreed, whoever made them: by hand, from publications, or elsewhere.

use std::path::Path;

use deelsom_cli::verify;

#[test]
fn every_golden_study_gives_the_agreed_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("studies");
    let outcome = verify::folder(&folder).expect("a readable folder");
    assert!(outcome.cases.len() >= 8, "only {} cases were found", outcome.cases.len());
    let failed: Vec<String> = outcome.cases.iter().filter(|case| !case.passed()).map(ToString::to_string).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
