//! What the command line says of the same study: the page must show the same figures to the cent.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

use crate::visitor::given;

/// The study that the page opens with.
pub(crate) fn example() -> Value {
    let text = include_str!("../../examples/voorschoten-wassenaar-2010.json");
    serde_json::from_str(text).expect("a study in JSON")
}

/// A study with another value at one place.
pub(crate) fn changed(mut study: Value, pointer: &str, value: Value) -> Value {
    *study.pointer_mut(pointer).expect("a place in the study") = value;
    study
}

/// A study in which someone typed a figure over that was illustrative: it is their own.
pub(crate) fn typed_over(study: Value, pointer: &str, value: Value) -> Value {
    let mut study = changed(study, pointer, value);
    let (record, _) = pointer.rsplit_once('/').expect("a field of a record");
    let record = study.pointer_mut(record).and_then(Value::as_object_mut).expect("a record");
    assert_eq!(record.remove("status"), Some("illustrative".into()));
    record.remove("source");
    study
}

/// The report that `deelsom calculate` prints of a study.
pub(crate) fn report(study: &Value) -> Value {
    serde_json::from_str(&told(study, &["calculate", "-", "--format", "json"])).expect("a report in JSON")
}

/// What `deelsom explain` prints of a figure of a study.
pub(crate) fn explained(study: &Value, pointer: &str) -> String {
    told(study, &["explain", "-", "--at", pointer])
}

/// The chart that `deelsom chart` prints of a study.
pub(crate) fn chart(study: &Value, kind: &str, width: u32, language: &str) -> String {
    told(study, &["chart", "-", "--kind", kind, "--width", &width.to_string(), "--lang", language])
}

/// What the program prints of a study with these arguments.
pub(crate) fn told(study: &Value, arguments: &[&str]) -> String {
    let mut program = Command::new(given("DEELSOM_BIN"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("an input");
    input.write_all(study.to_string().as_bytes()).expect("a program that reads");
    drop(input);
    let output = program.wait_with_output().expect("a program that ends");
    assert!(output.status.success(), "the program refused the study");
    String::from_utf8(output.stdout).expect("a text")
}

/// Holds the figures on the page against a report. Gives how many there were.
#[track_caller]
pub(crate) fn agree(figures: &Map<String, Value>, report: &Value, page: &str) -> usize {
    let mut differences = Vec::new();
    // Figures under another key are in no report; a journey of their own asks about them.
    for (pointer, shown) in figures.iter().filter(|(pointer, _)| !pointer.contains('?')) {
        let shown = shown.as_str().and_then(|text| text.parse::<f64>().ok());
        // Several pointers with `+` between them: their sum, of figures that are rounded in the report.
        let told: Option<Vec<f64>> =
            pointer.split('+').map(|pointer| report.pointer(pointer).and_then(Value::as_f64)).collect();
        let near = if pointer.contains('+') { 1e-5 } else { 1e-9 };
        let told = told.map(|told| told.iter().sum::<f64>());
        if shown.zip(told).is_none_or(|(shown, told)| (shown - told).abs() > near) {
            differences.push(format!("{pointer}: {shown:?} on the page, {told:?} in the report"));
        }
    }
    assert_eq!(differences, Vec::<String>::new(), "{page}");
    figures.len()
}
