//! What refers to a record, and what becomes of it when the record goes.
//!
//! Whatever cannot be without the record goes along: the posts of a partner, the moves of a service. What merely names it
//! is cleared: a source, a host, a share in a key.

use deelsom_core::Pointed;
use serde_json::{Map, Value};

use super::{list, text};

/// Where a unit is named, be it a partner by itself, a joint unit of today or one of an option. A field with `!` is one
/// that its record cannot be without; `*` is every one of a list or table.
const OF_UNIT: [&str; 8] = [
    "posts/*/unit!",
    "departures/*/unit!",
    "running_costs/*/unit!",
    "options/*/moves/*/to/*",
    "options/*/moves/*/staffing/posts/*/unit!",
    "options/*/one_offs/*/key!/bearer!",
    "options/*/recurring/*/key!/bearer!",
    "outturn/*/unit!",
];

/// Where a partner is named besides.
const OF_PARTNER: [&str; 7] = [
    "units/*/members/*",
    "units/*/host",
    "options/*/units/*/members/*",
    "options/*/units/*/host",
    "options/*/effort/*/partner!",
    "phases/*/decisions/*/by/*",
    "outturn/*/partner!",
];

/// Tables with a number for every partner.
const BY_PARTNER: [&str; 2] = ["volumes/*/by_partner", "options/*/moves/*/split"];

/// Where a service is named.
const OF_SERVICE: [&str; 7] = [
    "posts/*/service!",
    "departures/*/service!",
    "running_costs/*/service!",
    "volumes/*/service!",
    "assumptions/*/service!",
    "options/*/moves/*/service!",
    "criteria/scores/*/service!",
];

/// Where an option is named.
const OF_OPTION: [&str; 3] = ["criteria/scores/*/option!", "phases/*/option", "outturn/*/option!"];

/// Where keys are, which may name services and partners.
const KEYS: [&str; 6] = [
    "units/*/key",
    "options/*/keys/default",
    "options/*/keys/services/*",
    "options/*/keys/lines/*",
    "options/*/one_offs/*/key",
    "options/*/recurring/*/key",
];

/// Where a source is named.
const OF_SOURCE: [&str; 15] = [
    "partners/*/source",
    "posts/*/source",
    "departures/*/source",
    "running_costs/*/source",
    "volumes/*/source",
    "options/*/source",
    "options/*/one_offs/*/source",
    "options/*/recurring/*/source",
    "options/*/effort/*/source",
    "out_of_scope/*/source",
    "criteria/list/*/source",
    "criteria/scores/*/source",
    "phases/*/source",
    "phases/*/decisions/*/source",
    "outturn/*/source",
];

/// Lets a study follow the removal of a record from a list. Gives what went along.
pub(super) fn follow(study: &mut Value, list: &str, record: &Value) -> Vec<(String, usize)> {
    let mut sweep = Sweep { id: text(record, "id").to_owned(), gone: Vec::new() };
    match list {
        "/partners" => {
            sweep.names(study, &OF_UNIT);
            sweep.names(study, &OF_PARTNER);
            sweep.through(study, &BY_PARTNER, &take_share);
            sweep.through(study, &KEYS, &|key, id| key_stays(key, id, true));
        }
        "/units" => sweep.names(study, &OF_UNIT),
        "/services" => {
            sweep.names(study, &OF_SERVICE);
            sweep.through(study, &["options/*/keys/services"], &take_share);
            sweep.through(study, &KEYS, &|key, id| key_stays(key, id, false));
        }
        "/sources" => sweep.names(study, &OF_SOURCE),
        "/options" => sweep.names(study, &OF_OPTION),
        "/criteria/list" => sweep.names(study, &["criteria/scores/*/criterion!"]),
        "/posts" => sweep.departures(study, record),
        // A unit of an option is known there alone.
        list => {
            let option = list.strip_suffix("/units").and_then(|option| study.at_mut(option));
            if let Some(option) = option {
                let in_option = OF_UNIT.iter().filter_map(|path| path.strip_prefix("options/*/"));
                let in_option: Vec<&str> = in_option.collect();
                sweep.names(option, &in_option);
                let option = option["id"].clone();
                sweep.outturn(study, &option);
            }
        }
    }
    sweep.gone
}

/// Whether what stands at the end of a path stays when an id goes; what is in it may change.
type Stays = dyn Fn(&mut Value, &str) -> bool;

/// An id that goes, and what went along so far.
struct Sweep {
    id: String,
    gone: Vec<(String, usize)>,
}

impl Sweep {
    fn names(&mut self, value: &mut Value, paths: &[&str]) {
        self.through(value, paths, &|named, id| {
            named.as_str().is_none_or(|named| named.strip_prefix("unit:").unwrap_or(named) != id)
        });
    }

    fn through(&mut self, value: &mut Value, paths: &[&str], stays: &Stays) {
        for path in paths {
            let path: Vec<&str> = path.split('/').collect();
            self.walk(value, &path, "", stays);
        }
    }

    /// Whether a value stays, which is in the list or field of this name.
    fn walk(&mut self, value: &mut Value, path: &[&str], name: &str, stays: &Stays) -> bool {
        let Some((step, rest)) = path.split_first() else { return stays(value, &self.id) };
        match (*step, value) {
            ("*", Value::Array(items)) => {
                let before = items.len();
                items.retain_mut(|item| self.walk(item, rest, "", stays));
                // What is only a name of something else is not missed.
                if !rest.is_empty() {
                    self.count(name, before - items.len());
                }
            }
            ("*", Value::Object(fields)) => fields.retain(|_, field| self.walk(field, rest, "", stays)),
            (field, Value::Object(fields)) => return self.field(fields, field, rest, stays),
            _ => {}
        }
        true
    }

    fn field(&mut self, fields: &mut Map<String, Value>, step: &str, rest: &[&str], stays: &Stays) -> bool {
        let name = step.trim_end_matches('!');
        let Some(inner) = fields.get_mut(name) else { return true };
        if self.walk(inner, rest, name, stays) {
            return true;
        }
        if step.ends_with('!') {
            return false;
        }
        fields.remove(name);
        true
    }

    /// How a unit of an option turned out; other options may have units of the same name.
    fn outturn(&mut self, study: &mut Value, option: &Value) {
        if let Some(rows) = study.at_mut("/outturn").and_then(Value::as_array_mut) {
            let before = rows.len();
            rows.retain(|row| row["option"] != *option || text(row, "unit") != self.id);
            let left = rows.len();
            self.count("outturn", before - left);
        }
    }

    fn count(&mut self, name: &str, more: usize) {
        match self.gone.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += more,
            None if more > 0 => self.gone.push((name.to_owned(), more)),
            None => {}
        }
    }

    /// Someone who is known to leave has a post; one of their role in their unit is as good as another.
    fn departures(&mut self, study: &mut Value, post: &Value) {
        let same = |one: &Value| ["unit", "service", "role"].iter().all(|field| one[*field] == post[*field]);
        if list(study, "/posts").iter().any(same) {
            return;
        }
        if let Some(departures) = study.at_mut("/departures").and_then(Value::as_array_mut) {
            let before = departures.len();
            departures.retain(|departure| !same(departure));
            let left = departures.len();
            self.count("departures", before - left);
        }
    }
}

/// Takes a partner out of a table; an empty one goes.
fn take_share(table: &mut Value, id: &str) -> bool {
    let Some(shares) = table.as_object_mut() else { return true };
    shares.remove(id).is_none() || !shares.is_empty()
}

/// Takes a partner or a service out of a key; one that has nothing left goes.
fn key_stays(key: &mut Value, id: &str, of_partner: bool) -> bool {
    let code = text(key, "key").to_owned();
    match code.as_str() {
        "usage" => of_partner || text(key, "service") != id,
        "fixed" => shares_stay(key, "shares", id, of_partner),
        "mix" => key.get_mut("of").and_then(Value::as_array_mut).is_none_or(|parts| {
            let before = parts.len();
            parts.retain_mut(|part| part.get_mut("key").is_none_or(|key| key_stays(key, id, of_partner)));
            before == parts.len() || !parts.is_empty()
        }),
        "schedule" => key.get_mut("from").and_then(Value::as_object_mut).is_none_or(|keys| {
            let before = keys.len();
            keys.retain(|_, key| key_stays(key, id, of_partner));
            before == keys.len() || !keys.is_empty()
        }),
        "keep_within" => {
            shares_stay(key, "previous", id, of_partner)
                && key.get_mut("of").is_none_or(|of| key_stays(of, id, of_partner))
        }
        _ => true,
    }
}

fn shares_stay(key: &mut Value, field: &str, id: &str, of_partner: bool) -> bool {
    !of_partner || key.get_mut(field).is_none_or(|shares| take_share(shares, id))
}
