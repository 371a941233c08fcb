//! `deelsom compare`: what differs between two studies, and through what.

use std::collections::BTreeSet;

use deelsom_language::codes;
use serde_json::Value;

use crate::run::{run, run_with, study};

/// The small study with a programme that costs € 60.000 instead of € 80.000.
fn cheaper() -> String {
    study("small.json").replace("\"amount\": 80000", "\"amount\": 60000")
}

/// Compares the small study with another one.
fn compare(other: &str, more: &[&str]) -> crate::run::Ended {
    run_with(&[&["compare", "small.json", "-"], more].concat(), other.as_bytes())
}

#[test]
fn a_study_is_the_same_as_itself() {
    let stdout = "Alle uitkomsten zijn gelijk.\n\nAlle gegevens zijn gelijk.\n";
    run(&["compare", "small.json", "small.json"]).check(0, stdout, "");
}

#[test]
fn the_largest_differences_come_first_with_their_place_and_words() {
    // By hand: half of € 20.000 less for each, and what leaving costs is 1 + 0,8 + 0,6 + 0,4 + 0,2 times that.
    let stdout = "\
Uitkomsten die verschillen (3 van 30)
-------------------------------------

Uitkomst                                                      Eerste studie  Tweede studie  Verschil
----------------------------------------------------------------------------------------------------
Joint ICT, Uittreding, Ambt, 2026: Aflopende bijdrage            390.000,84     360.000,84   -30.000
/effects/0/exit/0/years/0/step_down
Joint ICT, Uittreding, Berg, 2026: Aflopende bijdrage            282.000,51     252.000,51   -30.000
/effects/0/exit/1/years/0/step_down
Joint ICT, Kosten, 2026, Deelnemers samen, Eenmalige kosten,         80.000         60.000   -20.000
Programme: Bedrag
/courses/1/ledger/2/amount

Gegevens die verschillen
------------------------

Gegeven                       Eerste studie  Tweede studie
----------------------------------------------------------
/options/0/one_offs/0/amount  80000          60000
";
    compare(&cheaper(), &["--top", "3"]).check(0, stdout, "");
}

#[test]
fn programs_get_both_places_and_exact_values() {
    let found = compare(&cheaper(), &["--format", "json", "--lang", "en"]);
    let value: Value = serde_json::from_str(&found.stdout).expect("JSON");
    assert_eq!(value["format"], "deelsom/comparison");
    let (all, shown) = (value["figures_differing"].as_u64(), value["figures"].as_array().expect("a list"));
    assert_eq!((all, shown.len()), (Some(30), 20));
    assert_eq!(value["figures"][3]["pointer_b"], "/effects/0/deepest/amount");
    assert_eq!(value["figures"][3]["words"], "Joint ICT: Deepest point, Amount");
    assert_eq!(value["figures"][3]["difference"], 20000.0);
    assert_eq!(value["inputs"][0]["a"], 80000);
}

#[test]
fn spreadsheets_get_one_table() {
    let stdout = "\
kind,pointer_a,pointer_b,words,a,b,difference\r
figure,/effects/0/exit/0/years/0/step_down,/effects/0/exit/0/years/0/step_down,\"Joint ICT, Exit, Ambt, 2026: Falling contribution\",390000.84,360000.84,-30000\r
input,/options/0/one_offs/0/amount,/options/0/one_offs/0/amount,,80000,60000,\r
";
    compare(&cheaper(), &["--format", "csv", "--top", "1", "--lang", "en"]).check(0, stdout, "");
}

#[test]
fn what_moved_in_the_file_has_not_changed_and_what_is_new_has_no_first_value() {
    let mut other: Value = serde_json::from_str(&study("small.json")).expect("JSON");
    let options = other["options"].as_array_mut().expect("options");
    options.reverse();
    let found = compare(&other.to_string(), &[]);
    found.check(0, "Alle uitkomsten zijn gelijk.\n\nAlle gegevens zijn gelijk.\n", "");
    other["options"].as_array_mut().expect("options").remove(0);
    let found = compare(&other.to_string(), &["--format", "json"]);
    let value: Value = serde_json::from_str(&found.stdout).expect("JSON");
    assert_eq!(value["inputs"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&value["inputs"][0]["pointer_a"], &value["inputs"][0]["b"]),
        (&"/options/1".into(), &Value::Null)
    );
    assert_eq!((&value["figures"][0]["pointer_b"], &value["figures"][0]["b"]), (&Value::Null, &Value::Null));
}

#[test]
fn an_invalid_study_is_named() {
    let found = run(&["compare", "small.json", "invalid.json"]);
    assert!(found.stderr.starts_with("invalid.json:\n/partners/0/inhabitants: "), "{}", found.stderr);
    assert_eq!((found.code, found.stdout.as_str()), (3, ""));
    let stderr = "fout: Alleen een van de studies kan van stdin komen.\n";
    run(&["compare", "-", "-"]).check(2, "", stderr);
}

/// The names of all numbers below a part of a schema.
fn numbers(schema: &Value, name: &str, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let kind = &fields.get("type").map_or(String::new(), Value::to_string);
            if kind.contains("number") || kind.contains("integer") {
                found.insert(name.to_owned());
            }
            for (inner, value) in fields {
                let name = if name == "properties" || inner == "properties" { inner } else { name };
                numbers(value, name, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| numbers(value, name, found)),
        _ => {}
    }
}

#[test]
fn every_figure_of_a_report_has_a_word() {
    let schema: Value = serde_json::from_str(&run(&["schema", "report"]).stdout).expect("JSON");
    let mut found = BTreeSet::new();
    for (name, part) in schema["$defs"].as_object().expect("definitions") {
        if name.ends_with("Report") {
            for (field, property) in part["properties"].as_object().expect("properties") {
                numbers(property, field, &mut found);
            }
        }
    }
    assert!(found.len() > 30, "{found:?}");
    let unsaid: Vec<&String> = found.iter().filter(|field| codes::figure(field).is_none()).collect();
    assert_eq!(unsaid, Vec::<&String>::new());
}
