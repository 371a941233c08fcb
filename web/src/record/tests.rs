use serde_json::Value;

use super::described::*;
use super::{Item, Record};

const SCHEMA: &str = include_str!("../../../docs/schema/study.schema.json");

/// The fields of a record of the format.
fn fields_of(kind: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("a schema");
    let properties =
        if kind.is_empty() { &schema["properties"] } else { &schema["$defs"][kind]["properties"] };
    properties.as_object().expect("a record").keys().cloned().collect()
}

fn described(items: &[&[Item]]) -> Vec<&'static str> {
    let names = items.iter().flat_map(|items| items.iter()).map(|item| item.name);
    names.map(|name| name.split('/').next().unwrap_or_default()).collect()
}

#[test]
fn whatever_a_study_can_hold_has_a_field() {
    let records: [(&str, &Record, &[&str]); 12] = [
        ("SourceFile", SOURCE, &["id"]),
        ("PartnerFile", PARTNER, &["id"]),
        ("ServiceFile", SERVICE, &["id"]),
        ("UnitFile", UNIT, &["id"]),
        ("PostFile", POST, &[]),
        // One choice says all three.
        ("DepartureFile", DEPARTURE, &["unit", "service", "role"]),
        ("RunningCostFile", RUNNING_COST, &[]),
        ("VolumeFile", VOLUME, &[]),
        ("MoveFile", MOVE, &[]),
        ("TargetPostFile", ROLE_OUTRIGHT, &[]),
        ("OneOffFile", ONE_OFF, &[]),
        ("RecurringFile", RECURRING, &[]),
    ];
    for (kind, record, others) in records {
        let known = described(&[record.columns, record.more]);
        let missing: Vec<String> = fields_of(kind)
            .into_iter()
            .filter(|field| !known.contains(&field.as_str()) && !others.contains(&field.as_str()))
            .collect();
        assert!(missing.is_empty(), "{kind} has no field for {missing:?}");
    }
}

#[test]
fn a_study_and_an_option_have_a_field_or_a_list_for_everything() {
    // Lists have tables, keys a part of their own; assumptions, the seed and the seal have pages of their own.
    let lists = [
        "sources",
        "partners",
        "services",
        "units",
        "posts",
        "departures",
        "running_costs",
        "volumes",
        "ranges",
        "options",
        "assumptions",
        "seed",
        "out_of_scope",
        "criteria",
        "phases",
        "outturn",
        "format",
        "version",
        "frozen",
    ];
    let of_option = ["id", "units", "moves", "one_offs", "recurring", "keys", "effort"];
    for (kind, items, others) in
        [("", STUDY_FIELDS, &lists[..]), ("OptionFile", OPTION_FIELDS, &of_option[..])]
    {
        let known = described(&[items]);
        for field in fields_of(kind) {
            let has_one = known.contains(&field.as_str()) || others.contains(&field.as_str());
            assert!(has_one, "{kind} has no field for {field}");
        }
    }
}
