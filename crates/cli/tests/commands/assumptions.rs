//! `deelsom assumptions`: the register, and what a study changes in it.

use crate::run::run;

#[test]
fn the_register_as_a_table() {
    let printed = run(&["assumptions", "--lang", "en"]);
    let row = "discount_rate                   2.25%     1.6%       3%";
    assert!(printed.stdout.lines().any(|line| line.starts_with(row)), "{}", printed.stdout);
    assert!(printed.stdout.lines().all(|line| line.chars().count() <= 100));
    assert_eq!((printed.stderr.as_str(), printed.code), ("", 0));
}

#[test]
fn the_register_for_programs() {
    let printed = run(&["assumptions", "--format", "json"]).stdout;
    let register: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    let rows = register["assumptions"].as_array().expect("a list");
    assert_eq!(rows.len(), deelsom_core::Register::embedded().entries().len());
    let find = |id: &str| rows.iter().find(|row| row["id"] == id).expect("a known assumption");
    assert_eq!(find("discount_rate")["value"], 0.0225);
    assert_eq!(find("director_scale.merger")["value"], serde_json::Value::Null);
    assert_eq!(find("director_scale.public_body")["value"], "15");
    let csv = run(&["assumptions", "--format", "csv"]).stdout;
    assert!(csv.starts_with(
        "id,value,unit,low,high,evidence,range_evidence,source,locator,date,note\r\nturnover,0.083,"
    ));
}

#[test]
fn what_a_study_changed_and_why() {
    let printed = run(&["assumptions", "small.json"]).stdout;
    let row = "realisation_net             1        0,5  keer                        The offers are in.\n";
    assert!(printed.contains(row), "{printed}");
    assert!(printed.lines().last().expect("a line").starts_with("Van de 13 gebruikte aannamen"), "{printed}");
    let csv = run(&["assumptions", "small.json", "--format", "csv", "--profile", "excel-nl"]).stdout;
    let row = "\r\nrealisation_net;;1;0,5;factor;assumed;;true;The offers are in.\r\n";
    assert!(csv.contains(row), "{csv}");
    let json = run(&["assumptions", "small.json", "--format", "json"]).stdout;
    let used: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&used[1]["id"], &used[1]["changed"]), (&"realisation_net".into(), &true.into()));
}
