//! Holds the report of a study against an expectation: any part of a report, written down beforehand.
//!
//! Every field that the expectation has must be in the report and agree; what it leaves out is not looked at. Rows of
//! lists are told apart by what they are about (a year, a partner, a service …), not by their place; a list must hold
//! the rows expected of it, and none where none are. Amounts may
//! differ by half a cent and fte by a millionth, unless the expectation says otherwise in `tolerance`.
//!
//! ```
//! use deelsom_cli::verify::{Tolerance, compare};
//! use serde_json::json;
//! let expected = json!({ "effects": [{ "option": "joint", "npv": 1200.0 }] });
//! let found = json!({ "effects": [{ "option": "joint", "npv": 1000.0, "structural": 80.0 }] });
//! let differences = compare(&expected, &found, Tolerance::default());
//! assert_eq!(differences[0].pointer, "/effects/0/npv");
//! assert_eq!(differences[0].amount(), Some(-200.0));
//! ```

mod compare;
mod difference;
mod rows;
mod tolerance;
mod update;

use deelsom_core::{Register, Report, Study, calculate};
use serde_json::{Map, Value, json};

pub use compare::compare;
pub use difference::Difference;
pub use rows::identity;
pub use tolerance::Tolerance;

/// Fields of an expectation that are about the expectation itself.
const ABOUT_ITSELF: [&str; 3] = ["tolerance", "source", "comment"];

/// The part of a report that a study must give, and how closely.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    report: Value,
    tolerance: Tolerance,
    about_itself: Map<String, Value>,
}

impl Expectation {
    /// Reads the text of an `X.expected.json`.
    ///
    /// # Errors
    /// Why it is not an expectation, in English.
    pub fn read(text: &str) -> Result<Self, String> {
        let value = serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
        let Value::Object(fields) = value else {
            return Err("not an object".to_owned());
        };
        let tolerance = fields.get("tolerance").map_or(Ok(Tolerance::default()), Tolerance::read)?;
        let (about_itself, report): (Map<_, _>, Map<_, _>) =
            fields.into_iter().partition(|(name, _)| ABOUT_ITSELF.contains(&name.as_str()));
        if report.is_empty() {
            return Err("expects nothing".to_owned());
        }
        Ok(Self { report: Value::Object(report), tolerance, about_itself })
    }

    /// What the report of a study has otherwise than expected, the largest differences first.
    ///
    /// A study may be expected to be invalid: then the expectation holds the `problems` that it must have at least.
    pub fn differences(&self, study: &str, register: &Register) -> Vec<Difference> {
        let found = answer(study, register);
        match found.get("problems") {
            Some(problems) if self.report.get("problems").is_none() => {
                Difference::all_extra("/problems", problems)
            }
            _ => compare(&self.report, &found, self.tolerance),
        }
    }

    /// The same expectation with what a study gives now: of the same fields and rows as far as they are still there,
    /// the values that differ; and what it says about itself. Where nothing of it is left, all that the study gives.
    pub fn updated(&self, study: &str, register: &Register) -> Value {
        let found = answer(study, register);
        let mut fields = self.about_itself.clone();
        match update::replace("", &self.report, &found, self.tolerance) {
            Value::Object(kept) if !kept.is_empty() => fields.extend(kept),
            _ => fields.extend(found.as_object().cloned().unwrap_or_default()),
        }
        Value::Object(fields)
    }
}

/// What a study gives: its report, or the `problems` that it has.
pub fn answer(study: &str, register: &Register) -> Value {
    match Study::read(study, register) {
        Ok(study) => json!(Report::of(&study, register, &calculate(&study, register))),
        Err(problems) => json!({ "problems": problems }),
    }
}
