//! A version frozen for a council: a label, a date, and the fingerprint of what was decided on.
//!
//! The fingerprint is over everything but the seal itself, so that a study has the same before and after, and so that
//! a file which was changed by hand afterwards no longer fits its seal.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{object, text};

/// The field of a study that holds its seal.
pub const FIELD: &str = "frozen";

/// The seal on a frozen version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal<'a> {
    /// What it was frozen as.
    pub label: &'a str,
    /// When, ISO 8601.
    pub date: &'a str,
    /// Whether the study is still what was frozen.
    pub intact: bool,
}

/// SHA-256 of a study in hexadecimal: of its JSON without blanks, with the fields of every object in order of their names.
///
/// ```
/// use deelsom_sharing::frozen::fingerprint;
/// use serde_json::json;
/// // printf '{"a":1,"b":2}' | sha256sum
/// let expected = "43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777";
/// assert_eq!(fingerprint(&json!({ "b": 2, "a": 1 })), expected);
/// ```
pub fn fingerprint(study: &Value) -> String {
    let mut printed = String::new();
    for byte in Sha256::digest(in_order(&without_seal(study)).to_string()) {
        for half in [byte >> 4, byte & 15] {
            printed.extend(char::from_digit(u32::from(half), 16));
        }
    }
    printed
}

/// The same with the fields of every object in order of their names: whether an object keeps theirs is up to who reads it.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort();
            names.into_iter().map(|name| (name.clone(), in_order(&fields[name]))).collect()
        }
        Value::Array(items) => items.iter().map(in_order).collect(),
        other => other.clone(),
    }
}

/// The study with a seal on it.
#[must_use]
pub fn freeze(study: &Value, label: &str, date: &str) -> Value {
    let mut frozen = without_seal(study);
    if let Some(fields) = frozen.as_object_mut() {
        let seal = object(&[
            ("label", label.into()),
            ("date", date.into()),
            ("fingerprint", fingerprint(study).into()),
        ]);
        fields.insert(FIELD.to_owned(), seal);
    }
    frozen
}

/// The seal on a study, if it has one.
pub fn seal(study: &Value) -> Option<Seal<'_>> {
    let seal = study.get(FIELD)?;
    let intact = text(seal, "fingerprint")? == fingerprint(study);
    Some(Seal { label: text(seal, "label")?, date: text(seal, "date")?, intact })
}

/// The study as anyone may go on with it.
#[must_use]
pub fn without_seal(study: &Value) -> Value {
    let mut open = study.clone();
    if let Some(fields) = open.as_object_mut() {
        fields.remove(FIELD);
    }
    open
}
