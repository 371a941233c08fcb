//! Walks through an expectation and a report side by side.

use deelsom_core::pointer_token;
use serde_json::{Map, Value};

use super::rows;
use super::{Difference, Tolerance};

/// What a report has otherwise than expected, the largest differences first.
pub fn compare(expected: &Value, found: &Value, tolerance: Tolerance) -> Vec<Difference> {
    let mut walk = Walk { tolerance, differences: Vec::new() };
    walk.value("", "", expected, found);
    walk.differences.sort_by(|one, other| other.size().total_cmp(&one.size()));
    walk.differences
}

struct Walk {
    tolerance: Tolerance,
    differences: Vec<Difference>,
}

impl Walk {
    /// A value of a field, wherever in the report it stands.
    fn value(&mut self, pointer: &str, field: &str, expected: &Value, found: &Value) {
        match (expected, found) {
            (Value::Object(expected), Value::Object(found)) => {
                self.object(pointer, expected, found);
            }
            (Value::Array(expected), Value::Array(found)) => {
                self.list(pointer, field, expected, found);
            }
            _ => {
                let numbers = expected.as_f64().zip(found.as_f64());
                let agree = numbers
                    .map_or(expected == found, |(one, other)| self.tolerance.agrees(field, one, other));
                if !agree {
                    self.differ(pointer.to_owned(), Some(expected), Some(found));
                }
            }
        }
    }

    fn object(&mut self, pointer: &str, expected: &Map<String, Value>, found: &Map<String, Value>) {
        for (name, value) in expected {
            let pointer = format!("{pointer}/{}", pointer_token(name));
            match found.get(name) {
                Some(found) => self.value(&pointer, name, value, found),
                None => self.differ(pointer, Some(value), None),
            }
        }
    }

    fn list(&mut self, pointer: &str, name: &str, expected: &[Value], found: &[Value]) {
        let tolerance = self.tolerance;
        let agree = |one: &Value, other: &Value| compare(one, other, tolerance).is_empty();
        let places = rows::places(name, expected, found, agree);
        for (row, place) in expected.iter().zip(&places) {
            match place {
                Some(place) => self.value(&format!("{pointer}/{place}"), name, row, &found[*place]),
                None => self.differ(format!("{pointer}/-"), Some(row), None),
            }
        }
        // Rows are a part of the list; that there are none is said of the whole.
        if expected.is_empty() {
            for (place, row) in found.iter().enumerate() {
                self.differ(format!("{pointer}/{place}"), None, Some(row));
            }
        }
    }

    fn differ(&mut self, pointer: String, expected: Option<&Value>, found: Option<&Value>) {
        self.differences.push(Difference { pointer, expected: expected.cloned(), found: found.cloned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The pointers of what differs.
    #[track_caller]
    fn check(expected: &Value, found: &Value, pointers: &[&str]) {
        let differences = compare(expected, found, Tolerance::default());
        let found: Vec<&str> = differences.iter().map(|difference| difference.pointer.as_str()).collect();
        assert_eq!(found, pointers);
    }

    #[test]
    fn what_is_not_expected_is_not_looked_at() {
        check(&json!({ "effects": [] }), &json!({ "effects": [], "assumed": 3 }), &[]);
        check(&json!({ "assumed": 3 }), &json!({ "effects": [] }), &["/assumed"]);
        check(&json!({ "reason": null }), &json!({}), &["/reason"]);
    }

    #[test]
    fn numbers_of_either_kind_are_numbers() {
        check(&json!({ "npv": 5 }), &json!({ "npv": 5.0 }), &[]);
        check(&json!({ "npv": 5 }), &json!({ "npv": null }), &["/npv"]);
        check(&json!({ "npv": 5 }), &json!({ "npv": "5" }), &["/npv"]);
    }

    #[test]
    fn the_largest_difference_comes_first() {
        check(
            &json!({ "npv": 5, "structural": 100, "payback_year": 2030 }),
            &json!({ "npv": 6, "structural": 90, "payback_year": null }),
            &["/payback_year", "/structural", "/npv"],
        );
    }

    #[test]
    fn rows_are_told_apart_by_what_they_are_about() {
        check(
            &json!({ "years": [{ "year": 2027, "own": 2 }, { "year": 2026.0, "own": 1 }] }),
            &json!({ "years": [{ "year": 2026, "own": 1.0 }, { "year": 2027, "own": 3.0 }] }),
            &["/years/1/own"],
        );
    }

    #[test]
    fn ledger_rows_with_one_identity_are_matched_by_amount() {
        let row = |name: &str, amount: f64| json!({ "year": 2026, "line": "running", "name": name, "amount": amount });
        check(
            &json!({ "ledger": [row("a", 3.0), row("a", 1.0), row("b", 2.0)] }),
            &json!({ "ledger": [row("a", 1.0), row("b", 2.0), row("a", 3.0)] }),
            &[],
        );
        check(
            &json!({ "ledger": [row("a", 3.0), row("a", 5.0)] }),
            &json!({ "ledger": [row("a", 1.0), row("a", 3.0), row("a", 5.0)] }),
            &[],
        );
        check(
            &json!({ "ledger": [row("a", 3.0), row("a", 1.0)] }),
            &json!({ "ledger": [row("a", 4.0), row("a", 1.0)] }),
            &["/ledger/0/amount"],
        );
    }

    #[test]
    fn a_list_holds_the_rows_expected_and_none_where_none_are() {
        let partners = json!([{ "partner": "a" }, { "partner": "b" }]);
        check(&json!({ "exit": [{ "partner": "b" }] }), &json!({ "exit": partners }), &[]);
        check(&json!({ "exit": [{ "partner": "c" }] }), &json!({ "exit": partners }), &["/exit/-"]);
        check(&json!({ "partners": [] }), &json!({ "partners": partners }), &["/partners/0", "/partners/1"]);
    }

    #[test]
    fn an_identity_may_be_given_in_part() {
        let of = |partner: &str, persons: f64| json!({ "unit": "u", "role": "r", "partner": partner, "persons": persons });
        let found = &json!({ "vulnerability": [of("a", 1.0), of("b", 2.0)] });
        check(&json!({ "vulnerability": [{ "unit": "u", "role": "r", "persons": 2 }] }), found, &[]);
        check(&json!({ "vulnerability": [{ "unit": "x", "role": "r" }] }), found, &["/vulnerability/-"]);
    }

    #[test]
    fn rows_without_identity_are_matched_by_place() {
        check(
            &json!({ "facts": { "years": ["2026", "2027"] } }),
            &json!({ "facts": { "years": ["2026"] } }),
            &["/facts/years/-"],
        );
        check(&json!({ "own/~": [1, 2] }), &json!({ "own/~": [1, 3] }), &["/own~1~0/1"]);
    }
}
