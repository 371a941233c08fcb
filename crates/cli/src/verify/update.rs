//! Brings an expectation up to date with a report.

use serde_json::{Map, Value};

use super::{Tolerance, compare, rows};

/// The part of what was found that was expected. What agrees stays as it was written; what is gone is left out.
pub(super) fn replace(field: &str, expected: &Value, found: &Value, tolerance: Tolerance) -> Value {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => object(expected, found, tolerance),
        (Value::Array(expected), Value::Array(found)) => list(field, expected, found, tolerance),
        _ => match expected.as_f64().zip(found.as_f64()) {
            Some((one, other)) if tolerance.agrees(field, one, other) => expected.clone(),
            _ => found.clone(),
        },
    }
}

fn object(expected: &Map<String, Value>, found: &Map<String, Value>, tolerance: Tolerance) -> Value {
    let kept = expected
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), replace(name, value, found.get(name)?, tolerance))));
    Value::Object(kept.collect())
}

/// Rows of which there are none left, or of which there were none, are all the rows there are now: an empty list
/// expects that there are none.
fn list(name: &str, expected: &[Value], found: &[Value], tolerance: Tolerance) -> Value {
    let agree = |one: &Value, other: &Value| compare(one, other, tolerance).is_empty();
    let places = rows::places(name, expected, found, agree);
    let kept: Vec<Value> = expected
        .iter()
        .zip(places)
        .filter_map(|(row, place)| Some(replace(name, row, &found[place?], tolerance)))
        .collect();
    Value::Array(if kept.is_empty() { found.to_vec() } else { kept })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What is expected afterwards; nothing differs from it any more.
    #[track_caller]
    fn check(expected: &Value, found: &Value, updated: &Value) {
        assert_eq!(&replace("", expected, found, Tolerance::default()), updated);
        assert_eq!(compare(updated, found, Tolerance::default()), []);
    }

    #[test]
    fn only_what_was_expected_is_taken_over() {
        check(
            &json!({ "effects": [{ "option": "b", "npv": 1 }] }),
            &json!({ "effects": [{ "option": "a", "npv": 2.0 }, { "option": "b", "npv": 3.0, "structural": 4.0 }], "assumed": 5 }),
            &json!({ "effects": [{ "option": "b", "npv": 3.0 }] }),
        );
    }

    #[test]
    fn what_agrees_stays_as_it_was_written() {
        check(&json!({ "npv": 5 }), &json!({ "npv": 5.004 }), &json!({ "npv": 5 }));
        check(&json!({ "npv": 5 }), &json!({ "npv": 5.006 }), &json!({ "npv": 5.006 }));
    }

    #[test]
    fn what_is_gone_is_left_out_and_an_empty_list_is_not_made() {
        check(&json!({ "a": 1, "b": 2 }), &json!({ "b": 2 }), &json!({ "b": 2 }));
        check(
            &json!({ "years": [{ "year": 2026 }, { "year": 2030 }] }),
            &json!({ "years": [{ "year": 2026 }, { "year": 2027 }] }),
            &json!({ "years": [{ "year": 2026 }] }),
        );
        check(
            &json!({ "years": [{ "year": 2030 }] }),
            &json!({ "years": [{ "year": 2026 }] }),
            &json!({ "years": [{ "year": 2026 }] }),
        );
        check(&json!({ "years": [] }), &json!({ "years": [1] }), &json!({ "years": [1] }));
        check(&json!({ "years": [1] }), &json!({ "years": [] }), &json!({ "years": [] }));
    }
}
