//! Ranges follow the numbers that they are about.
//!
//! A range knows its number by place, and places change when lists do. So before a change every range is tied to the
//! record that its number is in, and afterwards it is looked where that record is.

use deelsom_core::Pointed;
use serde_json::{Map, Value};

use super::{list, text};

/// No field of the format begins like this.
const TIE: &str = "\0";

/// Ties every range to its record. Gives which could be.
pub(super) fn tie(study: &mut Value) -> Vec<usize> {
    let paths: Vec<String> =
        list(study, "/ranges").iter().map(|range| text(range, "path").to_owned()).collect();
    let mut tied = Vec::new();
    for (nth, path) in paths.iter().enumerate() {
        if let Some((record, rest)) = record_of(study, path)
            && let Some(fields) = study.at_mut(record).and_then(Value::as_object_mut)
        {
            fields.insert(format!("{TIE}{nth}"), rest.into());
            tied.push(nth);
        }
    }
    tied
}

/// Takes the ties away again, and lets every range point at where its number is now; one whose number is gone goes too.
pub(super) fn untie(study: &mut Value, tied: &[usize]) {
    if tied.is_empty() {
        return;
    }
    let mut found = Vec::new();
    find(study, "", &mut found);
    found.retain(|(_, path)| study.at(path).is_some_and(Value::is_number));
    let Some(ranges) = study.at_mut("/ranges").and_then(Value::as_array_mut) else { return };
    let mut nth = 0;
    ranges.retain_mut(|range| {
        let path = found.iter().find(|(range, _)| *range == nth).map(|(_, path)| path.as_str());
        let stays = path.is_some() || !tied.contains(&nth);
        if let (Some(path), Some(fields)) = (path, range.as_object_mut()) {
            fields.insert("path".to_owned(), path.into());
        }
        nth += 1;
        stays
    });
}

/// The record of a list that a number is in, and the way to the number from there.
fn record_of<'a>(study: &Value, path: &'a str) -> Option<(&'a str, &'a str)> {
    study.at(path).filter(|number| number.is_number())?;
    let ends = path.match_indices('/').map(|(end, _)| end).rev();
    ends.map(|end| path.split_at(end)).find(|(record, _)| {
        let list = record.rsplit_once('/').and_then(|(list, _)| study.at(list));
        list.is_some_and(Value::is_array) && study.at(record).is_some_and(Value::is_object)
    })
}

/// Takes every tie out, and notes where the number of its range is.
fn find(value: &mut Value, at: &str, found: &mut Vec<(usize, String)>) {
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter_mut().enumerate() {
                find(item, &format!("{at}/{place}"), found);
            }
        }
        Value::Object(fields) => {
            release(fields, at, found);
            for (name, field) in fields {
                find(field, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn release(fields: &mut Map<String, Value>, at: &str, found: &mut Vec<(usize, String)>) {
    fields.retain(|name, rest| {
        let nth = name.strip_prefix(TIE).and_then(|nth| nth.parse().ok());
        if let (Some(nth), Some(rest)) = (nth, rest.as_str()) {
            found.push((nth, [at, rest].concat()));
        }
        nth.is_none()
    });
}
