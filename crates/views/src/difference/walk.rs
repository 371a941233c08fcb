//! Walks through two files side by side, row beside the row about the same thing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use deelsom_core::pointer_token;
use serde_json::Value;

/// What binary fractions may do to numbers that were rounded to six decimals.
const HAIR: f64 = 1e-9;

/// A value in one of the files.
#[derive(Debug, Clone)]
pub struct Side<'v> {
    /// Where it stands.
    pub pointer: String,
    /// What it is.
    pub value: &'v Value,
}

/// A place where two files differ.
#[derive(Debug, Clone)]
pub struct Place<'v> {
    /// In the first file.
    pub a: Option<Side<'v>>,
    /// In the second.
    pub b: Option<Side<'v>>,
    /// How it was reached.
    pub trail: Trail<'v>,
}

/// How a place was reached.
#[derive(Debug, Clone, Default)]
pub struct Trail<'v> {
    /// The rows that it lies in, each with the name of its list.
    pub rows: Vec<(&'v str, &'v Value)>,
    /// The fields below the last row.
    pub fields: Vec<&'v str>,
    /// Where in the first file the object or list is that the place belongs in, if it is there.
    pub within: Option<String>,
}

/// How two files are to be compared.
#[derive(Clone, Copy)]
pub struct Walk {
    /// The fields that tell the rows of a list apart.
    pub identity: fn(&str) -> &'static [&'static str],
    /// Whether what only one file has is looked at figure by figure, instead of as a whole.
    pub piece_by_piece: bool,
}

impl Walk {
    /// Every place at which two files differ, in the order of the files. Absent, `null` and empty are the same.
    pub fn differences<'v>(self, a: &'v Value, b: &'v Value) -> Vec<Place<'v>> {
        let root = |value| Some(Side { pointer: String::new(), value });
        let mut found = Vec::new();
        self.value(root(a), root(b), Trail::default(), &mut found);
        found
    }

    fn value<'v>(
        self,
        a: Option<Side<'v>>,
        b: Option<Side<'v>>,
        trail: Trail<'v>,
        found: &mut Vec<Place<'v>>,
    ) {
        let (a, b) = (a.filter(is_something), b.filter(is_something));
        // Of another kind of key every field is another: it is told as a whole.
        let kind = |side: &Option<Side<'v>>| side.as_ref().and_then(|side| side.value["key"].as_str());
        let both = a.is_some() && b.is_some() && kind(&a) == kind(&b);
        if both || self.piece_by_piece {
            let all = |is: fn(&Value) -> bool| {
                a.iter().chain(&b).all(|side| is(side.value)) && (a.is_some() || b.is_some())
            };
            if all(Value::is_object) {
                return self.object(a.as_ref(), b.as_ref(), &trail, found);
            }
            if all(Value::is_array) {
                return self.list(a.as_ref(), b.as_ref(), &trail, found);
            }
        }
        if !same(a.as_ref(), b.as_ref()) {
            found.push(Place { a, b, trail });
        }
    }

    fn object<'v>(
        self,
        a: Option<&Side<'v>>,
        b: Option<&Side<'v>>,
        trail: &Trail<'v>,
        found: &mut Vec<Place<'v>>,
    ) {
        let names: BTreeSet<&'v str> = [a, b]
            .into_iter()
            .flatten()
            .filter_map(|side| side.value.as_object())
            .flat_map(|fields| fields.keys().map(String::as_str))
            .collect();
        for name in names {
            let field = |side: &Side<'v>| {
                let pointer = format!("{}/{}", side.pointer, pointer_token(name));
                Some(Side { pointer, value: side.value.get(name)? })
            };
            let mut trail = trail.clone();
            trail.fields.push(name);
            trail.within = a.map(|side| side.pointer.clone());
            self.value(a.and_then(field), b.and_then(field), trail, found);
        }
    }

    fn list<'v>(
        self,
        a: Option<&Side<'v>>,
        b: Option<&Side<'v>>,
        trail: &Trail<'v>,
        found: &mut Vec<Place<'v>>,
    ) {
        let name = trail.fields.last().copied().unwrap_or_default();
        let rows =
            |side: Option<&Side<'v>>| side.and_then(|side| side.value.as_array()).map_or(&[][..], |v| v);
        for (in_a, in_b) in pairs((self.identity)(name), rows(a), rows(b)) {
            let row = |side: Option<&Side<'v>>, place: Option<usize>| {
                let (side, place) = (side?, place?);
                Some(Side { pointer: format!("{}/{place}", side.pointer), value: side.value.get(place)? })
            };
            let within = a.map(|side| side.pointer.clone());
            let (a, b) = (row(a, in_a), row(b, in_b));
            let Some(either) = a.as_ref().or(b.as_ref()) else { continue };
            let mut rows = trail.rows.clone();
            rows.push((name, either.value));
            self.value(a, b, Trail { rows, fields: Vec::new(), within }, found);
        }
    }
}

fn is_something(side: &Side<'_>) -> bool {
    match side.value {
        Value::Null => false,
        Value::Array(rows) => !rows.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    }
}

fn same(a: Option<&Side<'_>>, b: Option<&Side<'_>>) -> bool {
    let numbers = a.and_then(|a| a.value.as_f64()).zip(b.and_then(|b| b.value.as_f64()));
    match numbers {
        Some((a, b)) => (a - b).abs() <= HAIR,
        None => a.map(|a| a.value) == b.map(|b| b.value),
    }
}

/// The rows of two lists by twos: those about the same thing in order, then what only the second has.
///
/// Rows that do not say what they are about go by their place.
fn pairs(fields: &[&str], a: &[Value], b: &[Value]) -> Vec<(Option<usize>, Option<usize>)> {
    let says = |row: &Value| fields.iter().any(|field| row.get(field).is_some());
    if !a.iter().chain(b).all(says) {
        let longest = a.len().max(b.len());
        let place = |rows: &[Value], place: usize| (place < rows.len()).then_some(place);
        return (0..longest).map(|at| (place(a, at), place(b, at))).collect();
    }
    let key = |row: &Value| {
        let texts = fields.iter().map(|field| row.get(field).map_or(String::new(), Value::to_string));
        texts.collect::<Vec<_>>()
    };
    let mut of_b = BTreeMap::<Vec<String>, VecDeque<usize>>::new();
    for (place, row) in b.iter().enumerate() {
        of_b.entry(key(row)).or_default().push_back(place);
    }
    let mut pairs: Vec<_> = a
        .iter()
        .enumerate()
        .map(|(place, row)| (Some(place), of_b.get_mut(&key(row)).and_then(VecDeque::pop_front)))
        .collect();
    let mut left: Vec<usize> = of_b.into_values().flatten().collect();
    left.sort_unstable();
    pairs.extend(left.into_iter().map(|place| (None, Some(place))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The pointers of what differs, in the first file and in the second.
    #[track_caller]
    fn check(piece_by_piece: bool, a: &Value, b: &Value, expected: &[(Option<&str>, Option<&str>)]) {
        let identity = |name: &str| if name == "rows" { &["id"][..] } else { &[] };
        let found = Walk { identity, piece_by_piece }.differences(a, b);
        let pointer = |side: &Option<Side<'_>>| side.as_ref().map(|side| side.pointer.clone());
        let found: Vec<_> = found.iter().map(|place| (pointer(&place.a), pointer(&place.b))).collect();
        let owned = |pointer: Option<&str>| pointer.map(str::to_owned);
        assert_eq!(found, expected.iter().map(|&(a, b)| (owned(a), owned(b))).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_nothing_however_it_is_written() {
        check(false, &json!({ "a": null, "b": [], "c": 1 }), &json!({ "c": 1.0, "d": {} }), &[]);
    }

    #[test]
    fn rows_are_found_where_they_went() {
        let a = json!({ "rows": [{ "id": "x", "n": 1 }, { "id": "y", "n": 1 }] });
        let b = json!({ "rows": [{ "id": "new", "n": 1 }, { "id": "y", "n": 2 }, { "id": "x", "n": 1 }] });
        check(false, &a, &b, &[(Some("/rows/1/n"), Some("/rows/1/n")), (None, Some("/rows/0"))]);
        let piecewise =
            [(Some("/rows/1/n"), Some("/rows/1/n")), (None, Some("/rows/0/id")), (None, Some("/rows/0/n"))];
        check(true, &a, &b, &piecewise);
    }

    #[test]
    fn lists_without_identity_go_by_place() {
        check(
            false,
            &json!({ "l": [1, 2] }),
            &json!({ "l": [1, 3, 4] }),
            &[(Some("/l/1"), Some("/l/1")), (None, Some("/l/2"))],
        );
    }

    #[test]
    fn pointers_are_escaped() {
        check(false, &json!({ "a/~": 1 }), &json!({ "a/~": 2 }), &[(Some("/a~1~0"), Some("/a~1~0"))]);
    }
}
