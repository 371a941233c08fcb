//! The studies of the project, and their workbooks.

use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_workbook::{Book, Difference, Given, Made, build};
use serde_json::Value;
use std::path::Path;

/// Every study with its name.
pub(crate) fn all() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["tests/studies", "examples", "crates/core/benches"] {
        for file in std::fs::read_dir(root.join(folder)).expect("a folder of studies").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if let Some(stem) = name.strip_suffix(".json").filter(|stem| !stem.contains(".expected")) {
                assert!(!stem.is_empty());
                let text = std::fs::read_to_string(file.path()).expect("a readable study");
                files.push((name, serde_json::from_str(&text).expect("JSON")));
            }
        }
    }
    files.sort_by(|one, other| one.0.cmp(&other.0));
    files
}

/// Those that are worked out in no time: the golden ones.
#[allow(dead_code, reason = "not every test needs them")]
pub(crate) fn small() -> Vec<(String, Value)> {
    all()
        .into_iter()
        .filter(|(name, _)| {
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/studies").join(name).exists()
        })
        .collect()
}

/// A study's workbook, or what of it is not the model's.
///
/// # Errors
/// Every figure that differs.
pub(crate) fn made(file: &Value) -> Option<Result<Book, Vec<Difference>>> {
    let register = Register::embedded();
    let study = Study::from_value(file, &register).ok()?;
    let outcome = calculate(&study, &register);
    let given = Given { file, study: &study, register: &register, outcome: &outcome, warnings: &[] };
    Some(build(given, Language::Dutch, &Made { version: "Deelsom", date: "" }))
}

/// The workbook of a study that is valid.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn book(file: &Value) -> Option<Book> {
    made(file).map(|made| match made {
        Ok(book) => book,
        Err(differences) => panic!("{:?}", &differences[..differences.len().min(4)]),
    })
}
