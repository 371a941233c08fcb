//! Keys to choose from, and what each of them begins with.

use deelsom_core::Pointed;
use serde_json::{Value, json};

use super::{list, text};

/// The codes of the keys that a study can have, simple ones first; `usage` with a service after it. Keys that follow a
/// method of fair division compare with being apart, and so are for options alone.
pub fn kinds(study: &Value, of_option: bool) -> Vec<String> {
    let mut kinds: Vec<String> = ["equal", "inhabitants", "fte", "historic"].map(str::to_owned).to_vec();
    let partners = list(study, "/partners");
    for figure in ["general_grant", "budget"] {
        if partners.iter().all(|partner| partner[figure].is_number()) {
            kinds.push(figure.to_owned());
        }
    }
    for volume in list(study, "/volumes") {
        kinds.push(["usage ", text(volume, "service")].concat());
    }
    if of_option {
        kinds.extend(["shapley", "nucleolus"].map(str::to_owned));
    }
    kinds.extend(["fixed", "mix", "schedule", "keep_within"].map(str::to_owned));
    kinds
}

/// What a key of several parts begins with: the key that it comes after, and nothing that anyone would gain by.
pub fn starter(study: &Value, kind: &str, now: &Value) -> Value {
    let composed = ["fixed", "mix", "schedule", "keep_within"].contains(&text(now, "key"));
    let before =
        if composed || text(now, "key").is_empty() { json!({ "key": "inhabitants" }) } else { now.clone() };
    let partners = list(study, "/partners").iter();
    let shares: serde_json::Map<String, Value> =
        partners.map(|partner| (text(partner, "id").to_owned(), 1.into())).collect();
    match kind {
        "fixed" => json!({ "key": "fixed", "shares": shares }),
        "mix" => {
            let parts =
                [json!({ "weight": 1, "key": before }), json!({ "weight": 0, "key": { "key": "equal" } })];
            json!({ "key": "mix", "of": parts })
        }
        "schedule" => {
            let first = study.at("/period/first_year").and_then(Value::as_u64).unwrap_or_default();
            json!({ "key": "schedule", "from": { first.to_string(): before } })
        }
        "keep_within" => json!({ "key": "keep_within", "of": before, "previous": shares }),
        kind => match kind.split_once(' ') {
            Some((kind, service)) => json!({ "key": kind, "service": service }),
            None => json!({ "key": kind }),
        },
    }
}
