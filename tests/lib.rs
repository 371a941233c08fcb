//! What the tests of the product share: the golden studies and their native reports.

mod reported;

pub use reported::report;

/// A golden study.
#[derive(Debug, Clone, Copy)]
pub struct Golden {
    /// Its name, without the ending.
    pub name: &'static str,
    /// The study file.
    pub study: &'static str,
    /// The report that the native build made of it.
    pub native: &'static str,
}

/// Every golden study and every example.
pub fn golden() -> impl Iterator<Item = Golden> {
    let table: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/golden.rs"));
    table.iter().map(|&(name, study, native)| Golden { name, study, native })
}
