//! Other studies made of a valid one, valid too.

use serde_json::{Value, json};

/// The items of a list, to be changed; none where there is no list.
pub(crate) fn items<'v>(value: &'v mut Value, name: &str) -> impl Iterator<Item = &'v mut Value> {
    value.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten()
}

pub(crate) fn each_option(study: &mut Value, mut change: impl FnMut(&mut Value)) {
    items(study, "options").for_each(&mut change);
}

pub(crate) fn each_move(study: &mut Value, mut change: impl FnMut(&mut Value)) {
    each_option(study, |option| items(option, "moves").for_each(&mut change));
}

/// Takes a field away.
pub(crate) fn without(value: &mut Value, name: &str) {
    if let Some(fields) = value.as_object_mut() {
        fields.remove(name);
    }
}

/// Changes an assumption for the whole study, and for each of its services where they have their own.
pub(crate) fn assume(study: &mut Value, id: &str, number: f64) {
    forget(study, id);
    let said = json!({ "id": id, "value": number, "reason": "the law asks for it" });
    study["assumptions"].as_array_mut().expect("the generator writes every list").push(said);
}

/// Takes what a study says of an assumption, or of a row of its table, away.
pub(crate) fn forget(study: &mut Value, id: &str) {
    let row = format!("{id}.");
    let is_it =
        |said: &Value| said["id"].as_str().is_some_and(|other| other == id || other.starts_with(&row));
    study["assumptions"].as_array_mut().expect("the generator writes every list").retain(|said| !is_it(said));
}

/// Gives every service this elasticity.
pub(crate) fn assume_elasticity(study: &mut Value, number: f64) {
    forget(study, "elasticity");
    for kind in ["transactional", "general", "advisory", "ict", "other"] {
        assume(study, &format!("elasticity.{kind}"), number);
    }
}

/// Gives every move this staffing, without a ramp of its own.
pub(crate) fn staff_by(study: &mut Value, staffing: &Value) {
    each_move(study, |moved| moved["staffing"] = staffing.clone());
}

/// Changes every key, however deep.
pub(crate) fn each_key(value: &mut Value, change: &impl Fn(&mut Value)) {
    if value["key"].is_string() {
        change(value);
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each_key(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_key(field, change)),
        _ => {}
    }
}

/// Multiplies every number of an object.
pub(crate) fn scale_all(numbers: &mut Value, factor: i64) {
    for number in numbers.as_object_mut().into_iter().flat_map(|fields| fields.values_mut()) {
        let whole = number.as_i64().expect("the generator writes whole weights");
        *number = json!(whole * factor);
    }
}
