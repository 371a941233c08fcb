//! Changes to the lists of a study file: a record added, copied, put elsewhere or taken out, and with it whatever cannot
//! be without it.
//!
//! A place is a JSON pointer. Every change gives a new study and leaves the old one as it was, so that it is one step to
//! take back. Ranges point at numbers by their place, and follow them wherever they go.

mod keys;
mod new;
mod ranges;
mod references;
#[cfg(test)]
mod tests;

use deelsom_core::Pointed;
use serde_json::Value;

pub use keys::{kinds, starter};

/// A study after a change to one of its lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The study.
    pub study: Value,
    /// The place of the record that was added or moved; after a removal of the one that stands there now, or of the list
    /// where that is empty.
    pub at: String,
    /// What went along, by the name of its list.
    pub gone: Vec<(String, usize)>,
}

/// A list of a study; empty where it is left out.
pub fn list<'a>(study: &'a Value, pointer: &str) -> &'a [Value] {
    study.at(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text of a field.
pub fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record[field].as_str().unwrap_or_default()
}

/// What a record is called.
pub fn name(record: &Value) -> &str {
    NAMES.iter().map(|field| text(record, field)).find(|name| !name.is_empty()).unwrap_or_default()
}

/// The fields that name a record, of which it has one.
const NAMES: [&str; 3] = ["name", "title", "role"];

/// Adds a new record to a list, with this name. Posts come at the end of those of the service `of`, a range is one of the
/// number at the place `of`; nothing where there is nothing yet to make it of.
pub fn add(study: &Value, list: &str, name: &str, of: &str) -> Option<Edited> {
    let record = new::record(study, list, name, of)?;
    let posts = self::list(study, list);
    let last_of = posts.iter().rposition(|post| list == POSTS && text(post, "service") == of);
    insert(study, list, last_of.map_or(posts.len(), |last| last + 1), record)
}

/// Copies a record. The copy stands below it, with an id and a name of its own.
pub fn copy(study: &Value, at: &str, suffix: &str) -> Option<Edited> {
    let (list, place) = split(at)?;
    let record = new::copy(study, list, self::list(study, list).get(place)?, suffix);
    insert(study, list, place + 1, record)
}

/// Lets a record change places with the one above or below it.
pub fn shift(study: &Value, at: &str, up: bool) -> Option<Edited> {
    let (list, from) = split(at)?;
    let to = neighbour(study, at, up)?;
    change(study, list, |study| {
        let records = records_mut(study, list)?;
        records.swap(from, to);
        Some((to, Vec::new()))
    })
}

/// Takes a record out, with what cannot be without it, and clears what else refers to it.
pub fn remove(study: &Value, at: &str) -> Option<Edited> {
    let (list, place) = split(at)?;
    change(study, list, |study| {
        let records = records_mut(study, list)?;
        if place >= records.len() {
            return None;
        }
        let record = records.remove(place);
        let left = records.len();
        let gone = references::follow(study, list, &record);
        if left == 0 {
            take_out(study, list);
        }
        Some((place.min(left.saturating_sub(1)), gone))
    })
}

/// A running cost of so much a year becomes one of an amount for every year of the period, or back.
pub fn by_year(study: &Value, at: &str, yearly: bool) -> Option<Edited> {
    let mut study = study.clone();
    let first = study.at("/period/first_year")?.as_u64()?;
    let years = study.at("/period/years")?.as_u64()?;
    let record = study.at_mut(at)?.as_object_mut()?;
    if yearly {
        let amount = record.remove("amount").unwrap_or_default();
        let amounts = (first..first + years).map(|year| (year.to_string(), amount.clone()));
        record.insert("amounts".to_owned(), Value::Object(amounts.collect()));
    } else {
        let amounts = record.remove("amounts").unwrap_or_default();
        let amount = amounts.as_object().and_then(|amounts| amounts.values().next()).cloned();
        record.insert("amount".to_owned(), amount.unwrap_or_else(|| 0.into()));
    }
    Some(Edited { study, at: at.to_owned(), gone: Vec::new() })
}

/// A record's figures become someone's own: it is no longer illustrative, nor from where it was taken.
pub fn own(study: &Value, at: &str) -> Option<Edited> {
    let mut study = study.clone();
    let record = study.at_mut(at)?.as_object_mut()?;
    record.retain(|field, _| field != "status" && field != "source");
    Some(Edited { study, at: at.to_owned(), gone: Vec::new() })
}

/// Keys by year get one more: from that year on what held before goes on, to change.
pub fn add_year(study: &Value, table: &str, year: &str) -> Option<Edited> {
    change_years(study, table, [table, "/", year].concat(), |years| {
        let before = years.iter().rposition(|(from, _)| from.as_str() < year);
        let key = years.get(before.unwrap_or(0))?.1.clone();
        years.insert(before.map_or(0, |before| before + 1), (year.to_owned(), key));
        Some(())
    })
}

/// Keys by year lose one; the last stays.
pub fn remove_year(study: &Value, at: &str) -> Option<Edited> {
    let (table, year) = at.rsplit_once('/')?;
    change_years(study, table, table.to_owned(), |years| {
        let place = years.iter().position(|(from, _)| from == year).filter(|_| years.len() > 1)?;
        years.remove(place);
        Some(())
    })
}

/// Changes a table by year, its years in order, in a copy of a study; ranges follow.
fn change_years(
    study: &Value,
    table: &str,
    at: String,
    make: impl FnOnce(&mut Vec<(String, Value)>) -> Option<()>,
) -> Option<Edited> {
    let mut study = study.clone();
    let tied = ranges::tie(&mut study);
    let fields = study.at_mut(table)?.as_object_mut()?;
    let mut years: Vec<(String, Value)> = std::mem::take(fields).into_iter().collect();
    years.sort_by(|(one, _), (other, _)| one.cmp(other));
    make(&mut years)?;
    fields.extend(years);
    ranges::untie(&mut study, &tied);
    Some(Edited { study, at, gone: Vec::new() })
}

/// The place in its list of the record above or below one; posts stand with those of their service.
pub fn neighbour(study: &Value, at: &str, up: bool) -> Option<usize> {
    let (list, place) = split(at)?;
    let records = self::list(study, list);
    let here = records.get(place)?;
    let beside = |other: &usize| {
        list != POSTS || records.get(*other).is_some_and(|post| post["service"] == here["service"])
    };
    if up { (0..place).rev().find(beside) } else { (place + 1..records.len()).find(beside) }
}

const POSTS: &str = "/posts";

/// A list and the place in it.
fn split(at: &str) -> Option<(&str, usize)> {
    let (list, place) = at.rsplit_once('/')?;
    Some((list, place.parse().ok()?))
}

fn insert(study: &Value, list: &str, place: usize, record: Value) -> Option<Edited> {
    change(study, list, |study| {
        records_mut(study, list)?.insert(place, record);
        Some((place, Vec::new()))
    })
}

/// Changes a copy of a study, whose ranges follow.
fn change(
    study: &Value,
    list: &str,
    make: impl FnOnce(&mut Value) -> Option<(usize, Vec<(String, usize)>)>,
) -> Option<Edited> {
    let mut study = study.clone();
    // Ranges have no range themselves.
    let tied = if list == "/ranges" { Vec::new() } else { ranges::tie(&mut study) };
    let (place, gone) = make(&mut study)?;
    ranges::untie(&mut study, &tied);
    let at = if self::list(&study, list).is_empty() { list.to_owned() } else { format!("{list}/{place}") };
    Some(Edited { study, at, gone })
}

/// A list to change; where it is left out it is made.
fn records_mut<'a>(study: &'a mut Value, list: &str) -> Option<&'a mut Vec<Value>> {
    let (parent, name) = list.rsplit_once('/')?;
    let fields = made(study, parent)?;
    let records = fields.entry(name).or_insert_with(|| Value::Array(Vec::new()));
    if records.is_null() {
        *records = Value::Array(Vec::new());
    }
    records.as_array_mut()
}

/// The fields of an object to change; where it is left out it is made.
fn made<'a>(study: &'a mut Value, pointer: &str) -> Option<&'a mut serde_json::Map<String, Value>> {
    if study.at(pointer).is_none_or(Value::is_null) {
        let (parent, name) = pointer.rsplit_once('/')?;
        made(study, parent)?.insert(name.to_owned(), Value::Object(serde_json::Map::new()));
    }
    study.at_mut(pointer)?.as_object_mut()
}

/// A list that is empty is left out.
fn take_out(study: &mut Value, list: &str) {
    if let Some((parent, name)) = list.rsplit_once('/')
        && let Some(fields) = study.at_mut(parent).and_then(Value::as_object_mut)
    {
        fields.remove(name);
    }
}
