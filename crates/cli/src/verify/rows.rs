//! Which row of a list in the report is the one that was expected.

use std::collections::HashMap;

pub use deelsom_views::difference::identity;
use serde_json::Value;

/// For every expected row its place in the report, if it is there.
///
/// Rows about the same thing are matched in order of amount, those that agree first. Rows that do not say what they
/// are about are matched by their place.
pub(super) fn places(
    list: &str,
    expected: &[Value],
    found: &[Value],
    agree: impl Fn(&Value, &Value) -> bool,
) -> Vec<Option<usize>> {
    let all = identity(list);
    let known =
        |row: &Value| all.iter().copied().filter(|field| row.get(field).is_some()).collect::<Vec<_>>();
    let fields: Vec<Vec<&str>> = expected.iter().map(known).collect();
    if fields.iter().any(Vec::is_empty) {
        return (0..expected.len()).map(|place| (place < found.len()).then_some(place)).collect();
    }
    let mut same = Same { found, by_fields: HashMap::new(), taken: vec![false; found.len()] };
    let mut places = vec![None; expected.len()];
    let ordered = in_order_of_amount(expected);
    for take_any in [false, true] {
        for &row in &ordered {
            if places[row].is_none() {
                let suits = |other: &Value| take_any || agree(&expected[row], other);
                places[row] = same.take(&fields[row], &expected[row], suits);
            }
        }
    }
    places
}

/// The rows of the report by what they are about.
struct Same<'a> {
    found: &'a [Value],
    by_fields: HashMap<Vec<&'a str>, HashMap<String, Vec<usize>>>,
    taken: Vec<bool>,
}

impl<'a> Same<'a> {
    /// The first free row about the same as this one, that suits.
    fn take(&mut self, fields: &[&'a str], row: &Value, suits: impl Fn(&Value) -> bool) -> Option<usize> {
        let found = self.found;
        let index = self.by_fields.entry(fields.to_vec()).or_insert_with(|| {
            let mut index = HashMap::<String, Vec<usize>>::new();
            for place in in_order_of_amount(found) {
                index.entry(key(fields, &found[place])).or_default().push(place);
            }
            index
        });
        let candidates = index.get(&key(fields, row))?;
        // With one candidate there is nothing to choose.
        let place = match candidates.as_slice() {
            [only] => Some(*only).filter(|&only| !self.taken[only]),
            several => several.iter().copied().find(|&place| !self.taken[place] && suits(&found[place])),
        }?;
        self.taken[place] = true;
        Some(place)
    }
}

/// What a row is about, as a text: 2026 and 2026.0 are the same year.
fn key(fields: &[&str], row: &Value) -> String {
    let values = fields.iter().map(|field| match row.get(field) {
        None => String::new(),
        Some(value) => value.as_f64().map_or_else(|| value.to_string(), |number| number.to_string()),
    });
    values.collect::<Vec<_>>().join("\t")
}

fn in_order_of_amount(rows: &[Value]) -> Vec<usize> {
    let amount =
        |place: usize| rows[place].get("amount").or_else(|| rows[place].get("fte")).and_then(Value::as_f64);
    let mut places: Vec<usize> = (0..rows.len()).collect();
    places.sort_by(|&one, &other| amount(one).unwrap_or(0.0).total_cmp(&amount(other).unwrap_or(0.0)));
    places
}
