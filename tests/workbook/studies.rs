//! The studies that are written as workbooks: the golden ones, the worked ones, and that of the benchmarks.

use acceptance::golden;
use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_workbook::{Book, Given, Made, build};
use deelsom_xlsx::{Look, MonthLocale, write};
use serde_json::Value;

/// Every study with its name.
pub(crate) fn all() -> Vec<(String, Value)> {
    let of_benchmarks = ("four-partners", include_str!("../../crates/core/benches/four-partners.json"));
    let studies = golden().map(|case| (case.name, case.study)).chain([of_benchmarks]);
    studies.map(|(name, text)| (name.to_owned(), serde_json::from_str(text).expect("JSON"))).collect()
}

/// A study of those, by its name.
pub(crate) fn named(name: &str) -> Value {
    let found = all().into_iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("there is no study {name}")).1
}

/// The workbook of a study.
pub(crate) fn book(file: &Value) -> Book {
    let register = Register::embedded();
    let study = Study::from_value(file, &register).expect("a valid study");
    let outcome = calculate(&study, &register);
    let given = Given { file, study: &study, register: &register, outcome: &outcome, warnings: &[] };
    build(given, Language::Dutch, &Made { version: "Deelsom", date: "1-11-2026" })
        .expect("the model's own figures")
}

/// The workbook as a file.
pub(crate) fn file(book: &Book) -> Vec<u8> {
    let look = Look { month_locale: MonthLocale::Dutch, title: "Study".to_owned(), created: (2026, 11, 1) };
    write(book, &look).expect("the book can be written")
}
