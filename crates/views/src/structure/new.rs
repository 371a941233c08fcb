//! New records and copies.
//!
//! A new record weighs nothing: no posts, no euros. What only its owner knows, such as how many inhabitants a
//! municipality has, is left out, so that the check asks for it.

use deelsom_core::Pointed;
use serde_json::{Value, json};

use super::{NAMES, POSTS, list, text};

/// A new record for a list.
pub(super) fn record(study: &Value, list: &str, name: &str, of: &str) -> Option<Value> {
    let option = list.strip_prefix("/options/").and_then(|rest| rest.split('/').next());
    let option = option.map_or(&Value::Null, |place| &study["options"][place.parse().unwrap_or(usize::MAX)]);
    let kind = list.rsplit('/').next()?;
    let id = || fresh_id(study, kind.trim_end_matches('s'));
    let partner = || self::list(study, "/partners").first().map(|partner| text(partner, "id"));
    let members =
        || self::list(study, "/partners").iter().map(|partner| text(partner, "id")).collect::<Vec<_>>();
    Some(match kind {
        "sources" => json!({ "id": id(), "title": name }),
        "partners" | "services" | "options" => json!({ "id": id(), "name": name }),
        "units" => {
            let mut unit =
                json!({ "id": id(), "name": name, "form": "support_organisation", "members": members() });
            if option.is_null() {
                unit["key"] = json!({ "key": "inhabitants" });
            }
            unit
        }
        "posts" if list == POSTS => {
            let role = other_name(self::list(study, POSTS), "role", name, "");
            json!({ "unit": partner()?, "service": of, "role": role, "scale": "10", "fte": 0 })
        }
        "posts" => set_outright(study, list, name),
        "departures" => {
            let post = self::list(study, POSTS).first()?;
            json!({ "unit": post["unit"], "service": post["service"], "role": post["role"],
                "month": first_month(study, option), "fte": 0 })
        }
        "running_costs" => json!({ "unit": partner()?, "name": name, "amount": 0 }),
        "volumes" => json!({ "service": free_service(study, self::list(study, list))?, "name": name }),
        "moves" => {
            let unit = self::list(option, "/units").first().map(|unit| text(unit, "id"));
            json!({ "service": free_service(study, self::list(study, list))?,
                "month": first_month(study, option), "to": Vec::from_iter(unit) })
        }
        "one_offs" => {
            json!({ "name": name, "month": first_month(study, option), "amount": 0, "certainty": "estimate" })
        }
        "recurring" => json!({ "name": name, "from": first_month(study, option), "amount": 0 }),
        "out_of_scope" => json!({ "name": name, "reason": "" }),
        "list" => json!({ "id": fresh_id(study, "criterion"), "name": name }),
        "scores" => {
            let scored = |one: &&Value| one["money"] != true;
            let criterion = self::list(study, "/criteria/list").iter().find(scored)?;
            let scale = study["criteria"]["scale"]["low"].as_f64().unwrap_or(1.0);
            let option = self::list(study, "/options").first();
            let mut score = json!({ "criterion": criterion["id"], "score": scale, "by": name, "date": "" });
            if let Some(option) = option {
                score["option"] = option["id"].clone();
            }
            score
        }
        "phases" => {
            json!({ "id": id(), "name": name, "from": first_month(study, option), "until": first_month(study, option) })
        }
        "decisions" => {
            let phase = list.strip_suffix("/decisions").and_then(|at| study.at(at))?;
            json!({ "kind": "council_consent", "name": name, "month": phase["until"] })
        }
        "effort" => {
            let month = first_month(study, option);
            json!({ "partner": partner()?, "name": name, "from": month, "until": month, "hours": 0 })
        }
        "outturn" => json!({ "year": study["period"]["first_year"], "amount": 0 }),
        "of" => json!({ "weight": 0, "key": { "key": "equal" } }),
        "ramp" => self::list(study, list).last().cloned().unwrap_or_else(|| 1.into()),
        "ranges" => {
            let number = study.at(of).filter(|number| number.is_number())?;
            json!({ "path": of, "low": number, "high": number })
        }
        _ => return None,
    })
}

/// A copy of a record, with an id, a name and, where a list has one for each, a service of its own.
pub(super) fn copy(study: &Value, list: &str, record: &Value, suffix: &str) -> Value {
    let records = self::list(study, list);
    let mut copy = record.clone();
    let kind = list.rsplit('/').next().unwrap_or_default();
    if !record["id"].is_null() {
        let kind = if kind == "list" { "criterion" } else { kind.trim_end_matches('s') };
        copy["id"] = fresh_id(study, kind).into();
    }
    if matches!(kind, "moves" | "volumes")
        && let Some(service) = free_service(study, records)
    {
        copy["service"] = service.into();
    }
    if let Some(field) = NAMES.iter().find(|field| !text(record, field).is_empty()) {
        copy[*field] = other_name(records, field, text(record, field), suffix).into();
    }
    copy
}

/// An id that nothing has yet: what it is an id of, and a number.
fn fresh_id(study: &Value, kind: &str) -> String {
    let mut taken = Vec::new();
    for name in ["partners", "services", "units", "sources", "options", "phases", "criteria/list"] {
        taken.extend(list(study, &["/", name].concat()).iter().map(|record| text(record, "id")));
    }
    for option in list(study, "/options") {
        taken.extend(list(option, "/units").iter().map(|unit| text(unit, "id")));
    }
    let ids = (1_usize..).map(|number| format!("{kind}-{number}"));
    ids.into_iter().find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
}

/// A name that no record of the list has yet.
fn other_name(records: &[Value], field: &str, name: &str, suffix: &str) -> String {
    let first = [name, suffix].concat();
    let others = (2_usize..).map(|number| format!("{first} {number}"));
    let is_free = |name: &String| records.iter().all(|record| text(record, field) != name);
    std::iter::once(first.clone()).chain(others).find(is_free).unwrap_or_default()
}

/// The first service that has no record in a list, else the first.
fn free_service<'a>(study: &'a Value, records: &[Value]) -> Option<&'a str> {
    let services = || list(study, "/services").iter().map(|service| text(service, "id"));
    let free = services().find(|id| records.iter().all(|record| text(record, "service") != *id));
    free.or_else(|| services().next())
}

/// The month in which an option begins, else that in which the study does.
fn first_month(study: &Value, option: &Value) -> Value {
    let first = || format!("{}-01", study["period"]["first_year"]).into();
    option.at("/moves/0/month").cloned().unwrap_or_else(first)
}

/// A role set outright: one of those that the service has, with the posts that it has today.
fn set_outright(study: &Value, list: &str, name: &str) -> Value {
    let moved = list.strip_suffix("/staffing/posts").and_then(|at| study.at(at)).unwrap_or(&Value::Null);
    let posts = || self::list(study, POSTS).iter().filter(|post| post["service"] == moved["service"]);
    let set = self::list(study, list);
    let free = posts().find(|post| set.iter().all(|one| one["role"] != post["role"]));
    let Some(role) = free.map(|post| &post["role"]) else {
        return json!({ "role": other_name(set, "role", name, ""), "scale": "10", "fte": 0 });
    };
    let fte: f64 = posts().filter(|post| post["role"] == *role).filter_map(|post| post["fte"].as_f64()).sum();
    json!({ "role": role, "fte": fte })
}
