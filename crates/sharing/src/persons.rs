//! What a study says of single persons. When the one person in a role is known to leave, that is personal data: a
//! colleague reads a name in it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::text;

/// A unit, a service and a role.
type Group = (String, String, String);

/// At most so many fte are one person.
const ONE: f64 = 1.0;

/// How many departures of the one person in a role a study has.
pub fn departures_of_one(study: &Value) -> usize {
    let fte = fte_by_group(study);
    let alone = |one: &&Value| fte.get(&group(one)).is_some_and(|fte| *fte <= ONE);
    list(study, "departures").filter(alone).count()
}

/// The study without departures, and with the roles that one person has under a name that says nothing: `name` gives it
/// by number. Posts, services and amounts stay.
#[must_use]
pub fn without(study: &Value, name: impl Fn(usize) -> String) -> Value {
    let mut names: BTreeMap<(String, String), String> = BTreeMap::new();
    let fte = fte_by_group(study);
    // Every role may have such a name already, and every role may get one.
    let most = 2 * list(study, "posts").count() + 1;
    for post in list(study, "posts") {
        let (unit, service, role) = group(post);
        if fte.get(&(unit, service.clone(), role.clone())).is_some_and(|fte| *fte <= ONE) {
            let taken = |new: &String| {
                names.values().any(|one| one == new) || list(study, "posts").any(|post| post["role"] == **new)
            };
            let new = (1..=most).map(&name).find(|new| !taken(new)).unwrap_or_default();
            names.entry((service, role)).or_insert(new);
        }
    }
    let mut open = study.clone();
    let Some(fields) = open.as_object_mut() else { return open };
    fields.remove("departures");
    if let Some(ranges) = fields.get_mut("ranges").and_then(Value::as_array_mut) {
        ranges.retain(|range| text(range, "path").is_none_or(|path| !path.starts_with("/departures/")));
    }
    let rename = |post: &mut Value, service: &str| {
        let new = text(post, "role").and_then(|role| names.get(&(service.to_owned(), role.to_owned())));
        if let Some(new) = new {
            post["role"] = new.as_str().into();
        }
    };
    for post in list_mut(&mut open, "posts") {
        let service = text(post, "service").unwrap_or_default().to_owned();
        rename(post, &service);
    }
    for option in list_mut(&mut open, "options") {
        for moved in list_mut(option, "moves") {
            let service = text(moved, "service").unwrap_or_default().to_owned();
            for post in moved.get_mut("staffing").into_iter().flat_map(|staffing| list_mut(staffing, "posts"))
            {
                rename(post, &service);
            }
        }
    }
    open
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    value.get(field).and_then(Value::as_array).into_iter().flatten()
}

fn list_mut<'a>(value: &'a mut Value, field: &str) -> impl Iterator<Item = &'a mut Value> {
    value.get_mut(field).and_then(Value::as_array_mut).into_iter().flatten()
}

fn group(post: &Value) -> Group {
    let part = |field| text(post, field).unwrap_or_default().to_owned();
    (part("unit"), part("service"), part("role"))
}

/// Posts or people of every group, whichever are more.
fn fte_by_group(study: &Value) -> BTreeMap<Group, f64> {
    let mut groups = BTreeMap::new();
    for post in list(study, "posts") {
        let part = |field: &str| post.get(field).and_then(Value::as_f64).unwrap_or_default();
        *groups.entry(group(post)).or_default() += part("fte").max(part("in_post"));
    }
    groups
}
