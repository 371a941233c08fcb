//! Assumptions in words.

use deelsom_core::Evidence;
use deelsom_core::report::UsedAssumption;
use deelsom_core::study::Value;
use deelsom_language::{Language, number, quantity};

/// The code of what an assumption rests on.
pub fn evidence(used: &UsedAssumption) -> &'static str {
    match used.evidence {
        Evidence::Sourced => "sourced",
        Evidence::Derived => "derived",
        Evidence::Assumed => "assumed",
    }
}

/// A value with its unit, in words.
pub fn in_words(language: Language, unit: &str, value: &Value) -> String {
    match value {
        Value::Number(value) => quantity(language, unit, *value),
        Value::Scale(scale) => scale.clone().unwrap_or_else(|| number::NOT_APPLICABLE.to_owned()),
        Value::ByYear(table) => {
            let mut text = String::new();
            for (year, value) in table {
                text += &[&year.to_string(), ": ", &quantity(language, unit, *value), " "].concat();
            }
            text
        }
    }
}
