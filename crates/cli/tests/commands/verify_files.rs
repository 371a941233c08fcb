//! The files that `deelsom verify` writes: JUnit XML, and new expectations.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::run::{Ended, folder, run, study};

fn update(folder: &Path) -> Ended {
    run(&["verify", folder.to_str().expect("a name in UTF-8"), "--update"])
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

#[test]
fn junit_has_every_case_with_its_texts_escaped() {
    let plain = study("plain.json");
    let files = [
        ("a<b>.json", plain.as_str()),
        ("a<b>.expected.json", r#"{ "assumed": "<&\"\u001b]]>" }"#),
        ("fine.json", plain.as_str()),
        ("fine.expected.json", r#"{ "assumed": 0 }"#),
    ];
    let folder = folder("junit", &files);
    let name = folder.to_str().expect("a name in UTF-8");
    let file = folder.join("junit.xml");
    let found = run(&["verify", name, "--junit", file.to_str().expect("a name in UTF-8")]);
    assert_eq!((found.code, found.stderr.as_str()), (4, ""));
    let expected = format!(
        "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"deelsom verify\" tests=\"2\" failures=\"1\" errors=\"0\">
  <testsuite name=\"{name}\" tests=\"2\" failures=\"1\" errors=\"0\">
    <testcase classname=\"deelsom.verify\" name=\"a&lt;b&gt;\">
      <failure message=\"1 difference\">  /assumed: expected &quot;&lt;&amp;\\&quot;\\u001b]]&gt;&quot;, found 0</failure>
    </testcase>
    <testcase classname=\"deelsom.verify\" name=\"fine\"/>
  </testsuite>
</testsuites>
"
    );
    assert_eq!(fs::read_to_string(file).expect("a file"), expected);
}

#[test]
fn junit_that_cannot_be_written_is_told() {
    let files =
        [("plain.json", study("plain.json")), ("plain.expected.json", r#"{ "assumed": 0 }"#.to_owned())];
    let folder = folder("junit-nowhere", &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let name = folder.to_str().expect("a name in UTF-8");
    let found = run(&["verify", name, "--junit", "nowhere/junit.xml"]);
    found.check(1, "", "fout: nowhere/junit.xml: Het bestand is niet te schrijven. Het bestaat niet.\n");
}

#[test]
fn an_update_replaces_the_values_that_differ_and_no_more() {
    let expected = r#"{ "source": "an old report", "tolerance": 1, "effects": [
        { "option": "joint", "structural": 16000, "deepest": { "amount": -90000 } },
        { "npv": 1, "option": "merger" }
    ] }"#;
    let folder = folder("update", &[("small.json", &study("small.json")), ("small.expected.json", expected)]);
    let stdout = "\
UPDATED small: 2 differences
  /effects/-: expected {\"npv\":1,\"option\":\"merger\"}, found nothing
  /effects/0/deepest/amount: expected -90000, found -63999.95, difference 26000.05
0 kept, 1 updated, 0 new
";
    update(&folder).check(4, stdout, "");
    let updated = json!({
        "source": "an old report",
        "tolerance": 1,
        "effects": [{ "option": "joint", "structural": 16000, "deepest": { "amount": -63999.95 } }],
    });
    assert_eq!(read(&folder.join("small.expected.json")), updated);
    update(&folder).check(0, "kept small\n1 kept, 0 updated, 0 new\n", "");
}

#[test]
fn an_update_gives_a_whole_report_to_what_has_none() {
    let files = [
        ("small.json", study("small.json")),
        ("wrong.json", study("invalid.json")),
        ("list.json", "[1]".to_owned()),
        ("other.json", "not JSON".to_owned()),
    ];
    let folder = folder("update-new", &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    update(&folder).check(4, "NEW small\nNEW wrong\n0 kept, 0 updated, 2 new\n", "");
    let report = run(&["calculate", "small.json", "--format", "json"]).stdout;
    let whole: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(read(&folder.join("small.expected.json")), whole);
    assert_eq!(read(&folder.join("wrong.expected.json"))["problems"][1]["code"], "unknown_unit");
    assert!(!folder.join("list.expected.json").exists());
    update(&folder).check(0, "kept small\nkept wrong\n2 kept, 0 updated, 0 new\n", "");
}

#[test]
fn nothing_is_updated_where_something_cannot_be_read() {
    let differs = r#"{ "assumed": 7 }"#;
    let plain = study("plain.json");
    let files = [
        ("a.json", plain.as_str()),
        ("a.expected.json", differs),
        ("b.json", &plain),
        ("b.expected.json", "["),
    ];
    let folder = folder("update-unread", &files);
    assert_eq!(update(&folder).code, 1);
    assert_eq!(read(&folder.join("a.expected.json")), json!({ "assumed": 7 }));
}

#[test]
fn a_study_that_became_invalid_is_expected_to_be() {
    let files = [("a.json", study("invalid.json")), ("a.expected.json", r#"{ "effects": [] }"#.to_owned())];
    let folder = folder("update-invalid", &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    assert_eq!(update(&folder).code, 4);
    assert_eq!(read(&folder.join("a.expected.json"))["problems"].as_array().map(Vec::len), Some(2));
    assert_eq!(update(&folder).code, 0);
}
