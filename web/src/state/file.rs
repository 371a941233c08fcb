//! Changes to a study file by place, where a place is a JSON pointer.
//!
//! An assumption is called by its id and not by its number, since most have no place in the file:
//! `/assumptions/turnover/value` is the study's deviation from the register, if it has one.

use deelsom_core::Pointed;
use deelsom_language::{Language, words::field};
use serde_json::{Map, Value};

const ASSUMPTIONS: &str = "/assumptions/";

/// An object of these fields. What `json!` makes of it could fail, and brings the code for that along.
pub(super) fn object(fields: &[(&str, Value)]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert((*name).to_owned(), value.clone());
    }
    Value::Object(object)
}

/// The text at a place; nothing where there is none.
pub(crate) fn text_at<'a>(file: &'a Value, pointer: &str) -> &'a str {
    file.at(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The number at a place.
pub(crate) fn number_at(file: &Value, pointer: &str) -> Option<f64> {
    file.at(pointer)?.as_f64()
}

/// The place in the list of deviations of the one for all services.
pub(crate) fn deviation(file: &Value, id: &str) -> Option<usize> {
    file["assumptions"].as_array()?.iter().position(|one| one["id"] == id && one["service"].is_null())
}

/// Puts a value in its place, or takes the value there away.
pub(super) fn put(file: &mut Value, pointer: &str, new: Option<Value>, language: Language) {
    if let Some((id, field)) = pointer.strip_prefix(ASSUMPTIONS).and_then(|rest| rest.rsplit_once('/')) {
        deviate(file, id, field, new, language);
        return;
    }
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    if new.is_none() && file.at(pointer).is_none() {
        return;
    }
    let mut at = &mut *file;
    for part in parent.split('/').skip(1) {
        let Some(next) = step(at, part) else { return };
        at = next;
    }
    let Some(new) = new else {
        take_away(at, name);
        // What has nothing left in it is left out as well: "in 0 years" is no agreement on years.
        if at.as_object().is_some_and(Map::is_empty) {
            put(file, parent, None, language);
        }
        return;
    };
    if let Some(place) = step(at, name) {
        *place = new;
    }
    // A post costs what its scale says or what the study says, never both.
    match name {
        "scale" => take_away(at, "cost_per_fte"),
        "cost_per_fte" => take_away(at, "scale"),
        _ => {}
    }
}

/// Takes a field away, by making the object anew: taking it out of the tree is five kilobytes of code.
fn take_away(at: &mut Value, name: &str) {
    let Some(object) = at.as_object_mut() else { return };
    for (field, value) in std::mem::take(object) {
        if field != name {
            object.insert(field, value);
        }
    }
}

/// Takes the seal off a study that is no longer what was frozen.
pub(super) fn thaw(before: &Value, after: &mut Value) {
    let sealed = !after["frozen"].is_null() && after["frozen"] == before["frozen"];
    if sealed && after != before {
        take_away(after, "frozen");
        deelsom_core::study::migrate(after);
    }
}

/// Takes the register's value of an assumption again.
pub(super) fn restore(file: &mut Value, id: &str) {
    if let Some(place) = deviation(file, id)
        && let Some(list) = file["assumptions"].as_array_mut()
    {
        list.remove(place);
    }
}

/// One step down; a field that is not there is made. Ids have no `/` or `~`, so that nothing is escaped.
fn step<'a>(at: &'a mut Value, part: &str) -> Option<&'a mut Value> {
    if let Value::Array(list) = at {
        return list.get_mut(part.parse::<usize>().ok()?);
    }
    if at.is_null() {
        *at = Value::Object(Map::new());
    }
    Some(at.as_object_mut()?.entry(part).or_insert(Value::Null))
}

fn deviate(file: &mut Value, id: &str, field: &str, new: Option<Value>, language: Language) {
    let place = deviation(file, id);
    let Some(list) = step(file, "assumptions") else { return };
    if list.is_null() {
        *list = Value::Array(Vec::new());
    }
    let Some(list) = list.as_array_mut() else { return };
    let new = new.unwrap_or_default();
    if let Some(value) = place.and_then(|place| step(list.get_mut(place)?, field)) {
        *value = new;
    } else {
        let reason = field::CHANGED_HERE.text(language);
        list.push(object(&[("id", id.into()), ("value", new), ("reason", reason.into())]));
    }
}
