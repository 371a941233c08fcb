//! What the tests of the product share: the golden studies and their native reports.

mod reported;

/// A golden study.
#[derive(Debug, Clone, Copy)]
pub struct Golden {
    /// Its name, without the ending.
    pub name: &'static str,
    /// The study file.
    pub study: &'static str,
    /// What the native build made of it: the report, the fairness of its options and how sure the first is.
    pub native: &'static str,
}

/// Every golden study and every example.
pub fn golden() -> impl Iterator<Item = Golden> {
    let table: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/golden.rs"));
    table.iter().map(|&(name, study, native)| Golden { name, study, native })
}

/// The report of a study, as text.
///
/// # Panics
/// Where the study has problems: a golden study has none.
pub fn report(study: &str) -> String {
    reported::report(study)
}

/// The report of a study, the fairness of each of its options and how sure the first is, a line for each.
///
/// # Panics
/// As [`report`].
pub fn everything(study: &str) -> String {
    reported::everything(study)
}
