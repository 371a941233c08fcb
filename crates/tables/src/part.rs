//! The part of a study that one municipality supplies: taken out of a study, and merged into one.
//!
//! ```text
//! { "format": "deelsom/part", "version": 1, "partner": {…}, "supplied_by": "…", "date": "2026-11-22",
//!   "sources": […], "services": […], "posts": […], "departures": […], "running_costs": […], "volumes": […] }
//! ```
//!
//! Rows are those of a study file; only a volume says what this partner uses: `{ "service", "name", "volume" }`. The core
//! checks a part as the study of one partner that it is.

mod changes;
mod merge;

pub use changes::{Change, Figure};
pub use merge::{Merged, Supplied, merge};

use deelsom_core::{Problem, Register, pointer_token};
use serde_json::{Map, Value};

use crate::place::{list, object, problems};
use crate::subject::VOLUME;

const FORMAT: &str = "deelsom/part";
const VERSION: u32 = 1;
/// The lists whose rows belong to a unit.
const OF_UNIT: [&str; 3] = ["posts", "departures", "running_costs"];
const FIELDS: [&str; 11] = [
    "format",
    "version",
    "partner",
    "supplied_by",
    "date",
    "sources",
    "services",
    "posts",
    "departures",
    "running_costs",
    "volumes",
];

/// The part of a partner, by its id: what the study has of it, and of nobody else.
pub fn take(study: &Value, partner: &str, supplied_by: &str, date: &str) -> Option<Value> {
    let found = list(study, "partners").iter().find(|one| one["id"] == partner)?;
    let mut part = Map::new();
    for (name, value) in [
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("partner", found.clone()),
        ("supplied_by", supplied_by.into()),
        ("date", date.into()),
    ] {
        part.insert(name.to_owned(), value);
    }
    for name in OF_UNIT {
        let rows: Vec<Value> =
            list(study, name).iter().filter(|row| row["unit"] == partner).cloned().collect();
        part.insert(name.to_owned(), rows.into());
    }
    let volumes: Vec<Value> =
        list(study, "volumes").iter().filter_map(|row| volume_of(row, partner)).collect();
    part.insert("volumes".to_owned(), volumes.into());
    let rows = || part.values().filter_map(Value::as_array).flatten();
    let refers = |row: &Value, field: &str, one: &Value| row[field].is_string() && row[field] == one["id"];
    let used = |name: &str, field: &str| -> Vec<Value> {
        let used = |one: &&Value| refers(found, field, one) || rows().any(|row| refers(row, field, one));
        list(study, name).iter().filter(used).cloned().collect()
    };
    let (sources, services) = (used("sources", "source"), used("services", "service"));
    part.insert("sources".to_owned(), sources.into());
    part.insert("services".to_owned(), services.into());
    Some(part.into())
}

/// What one partner uses of a service, if anything is known of it.
fn volume_of(row: &Value, partner: &str) -> Option<Value> {
    let volume = row["by_partner"].get(partner)?.clone();
    let fields = row.as_object()?.iter().filter(|(name, _)| *name != "by_partner");
    let mut own: Map<String, Value> = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
    own.insert(VOLUME.code.to_owned(), volume);
    Some(own.into())
}

/// The same row as a study has it.
fn by_partner(row: &Value, partner: &str) -> Value {
    let Some(fields) = row.as_object() else { return row.clone() };
    let others = fields.iter().filter(|(name, _)| *name != VOLUME.code);
    let mut own: Map<String, Value> = others.map(|(name, value)| (name.clone(), value.clone())).collect();
    if let Some(volume) = fields.get(VOLUME.code) {
        own.insert("by_partner".to_owned(), object([(partner, volume.clone())]));
    }
    own.into()
}

/// Everything that is wrong with a part by itself; its months must lie in the period of the study that it is for.
pub fn check(part: &Value, study: &Value, register: &Register) -> Vec<Problem> {
    let Some(fields) = part.as_object() else {
        return vec![Problem::new("wrong_type", "").with("expected", "object").with("found", kind(part))];
    };
    let mut found = head(fields);
    let partner = part["partner"]["id"].as_str().unwrap_or_default();
    let mut whole = Map::new();
    for (name, value) in [
        ("format", "deelsom/study".into()),
        ("version", VERSION.into()),
        ("title", "".into()),
        ("period", study["period"].clone()),
        ("partners", Value::from(vec![part["partner"].clone()])),
    ] {
        whole.insert(name.to_owned(), value);
    }
    for name in OF_UNIT.into_iter().chain(["sources", "services"]) {
        whole.insert(name.to_owned(), part[name].clone());
    }
    let volumes =
        part["volumes"].as_array().map(|rows| rows.iter().map(|row| by_partner(row, partner)).collect());
    whole.insert("volumes".to_owned(), volumes.unwrap_or_else(|| part["volumes"].clone()));
    for (place, row) in list(part, "volumes").iter().enumerate() {
        if row.is_object() && row.get(VOLUME.code).is_none() {
            let missing = Problem::new("missing_field", format!("/volumes/{place}/{}", VOLUME.code));
            found.push(missing.with("field", VOLUME.code));
        }
    }
    found.extend(problems(&whole.into(), register).into_iter().map(|problem| at_home(problem, partner)));
    found
}

/// Whether a part says who supplied it, and when.
pub fn is_signed(part: &Value) -> bool {
    part.as_object().is_some_and(|fields| head(fields).is_empty())
}

/// What is wrong with the fields around the rows.
fn head(fields: &Map<String, Value>) -> Vec<Problem> {
    let mut found = Vec::new();
    for name in fields.keys().filter(|name| !FIELDS.contains(&name.as_str())) {
        found.push(
            Problem::new("unknown_field", ["/", &pointer_token(name)].concat()).with("field", name.as_str()),
        );
    }
    for name in ["format", "version", "partner", "supplied_by", "date"] {
        let at = ["/", name].concat();
        let Some(value) = fields.get(name) else {
            found.push(Problem::new("missing_field", at).with("field", name));
            continue;
        };
        let text = value.as_str();
        match (name, text) {
            ("format", Some(FORMAT)) | ("partner", _) => {}
            ("format", Some(other)) => {
                found.push(Problem::new("wrong_format", at).with("found", other).with("expected", FORMAT));
            }
            ("version", _) if value.as_f64() == Some(f64::from(VERSION)) => {}
            ("version", _) => {
                let known = Problem::new("unsupported_version", at).with("supported", f64::from(VERSION));
                found.push(known.with("found", value.to_string()));
            }
            ("date", Some(date)) if !is_date(date) => {
                found.push(Problem::new("date_invalid", at).with("value", date));
            }
            ("supplied_by", Some(by)) if by.trim().is_empty() => {
                found.push(Problem::new("supplier_missing", at));
            }
            (_, Some(_)) => {}
            (_, None) => {
                found
                    .push(Problem::new("wrong_type", at).with("expected", "text").with("found", kind(value)));
            }
        }
    }
    found
}

/// Whether it is a day, as `2026-11-22`.
fn is_date(text: &str) -> bool {
    let shape =
        text.len() == 10 && text.char_indices().all(|(place, one)| matches!(place, 4 | 7) == (one == '-'));
    shape && deelsom_language::parse::month(text).is_ok()
}

/// A problem of the study of one partner, by its place in the part.
fn at_home(mut problem: Problem, partner: &str) -> Problem {
    if let Some(rest) = problem.path.strip_prefix("/partners/0") {
        problem.path = ["/partner", rest].concat();
    } else if problem.path.starts_with("/volumes/") {
        let table = ["/by_partner/", &pointer_token(partner)].concat();
        problem.path = problem.path.replace(&table, &["/", VOLUME.code].concat());
    }
    problem
}

/// What kind of value it is, in the words that problems use.
const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}
