//! A place where a report is not as expected.

use serde_json::Value;

/// A place where a report is not as expected.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The JSON pointer of the place in the report; `/-` at its end stands for a row that is not there.
    pub pointer: String,
    /// What was expected; nothing for a row too many.
    pub expected: Option<Value>,
    /// What the report has; nothing where it lacks the field or row.
    pub found: Option<Value>,
}

impl Difference {
    /// Found minus expected, where both are numbers.
    pub fn amount(&self) -> Option<f64> {
        Some(self.found.as_ref()?.as_f64()? - self.expected.as_ref()?.as_f64()?)
    }

    /// Every row of a list as one too many.
    pub(super) fn all_extra(pointer: &str, rows: &Value) -> Vec<Self> {
        let rows = rows.as_array().into_iter().flatten().enumerate();
        rows.map(|(place, row)| Self {
            pointer: format!("{pointer}/{place}"),
            expected: None,
            found: Some(row.clone()),
        })
        .collect()
    }

    /// How much it matters beside others: what is not a number, is wrong altogether.
    pub(super) fn size(&self) -> f64 {
        self.amount().map_or(f64::INFINITY, f64::abs)
    }
}
