//! `deelsom verify`: passing, failing, partial and invalid cases.

use crate::run::{Ended, folder, run, study};

/// Runs `verify` on a folder with the small study and this expectation.
fn verify(name: &str, expected: &str) -> Ended {
    let folder = folder(name, &[("small.json", &study("small.json")), ("small.expected.json", expected)]);
    run(&["verify", folder.to_str().expect("a name in UTF-8")])
}

#[track_caller]
fn passes(name: &str, expected: &str) {
    verify(name, expected).check(0, "ok small\n1 passed, 0 failed\n", "");
}

#[test]
fn a_whole_report_agrees_with_itself() {
    let report = run(&["calculate", "small.json", "--format", "json"]).stdout;
    passes("whole", &report);
}

#[test]
fn any_part_of_a_report_will_do() {
    passes(
        "part",
        r#"{ "effects": [{ "option": "licences", "structural": 8000.03 }, { "option": "joint" }], "source": "by hand" }"#,
    );
}

#[test]
fn the_largest_differences_come_first() {
    let expected = r#"{ "effects": [
        { "option": "joint", "structural": 15000, "deepest": { "year": 2026, "amount": -90000 } },
        { "option": "licences", "payback_years": null }
    ] }"#;
    let stdout = "\
FAILED small: 3 differences
  /effects/1/payback_years: expected null, found 0.0
  /effects/0/deepest/amount: expected -90000, found -63999.95, difference 26000.05
  /effects/0/structural: expected 15000, found 16000.05, difference 1000.05
0 passed, 1 failed
";
    verify("largest", expected).check(4, stdout, "");
}

#[test]
fn a_row_too_few_is_a_difference_and_one_more_is_not() {
    let stdout = "\
FAILED small: 1 difference
  /effects/-: expected {\"option\":\"merger\"}, found nothing
0 passed, 1 failed
";
    let expected = r#"{ "effects": [{ "option": "merger" }, { "option": "licences" }] }"#;
    verify("rows", expected).check(4, stdout, "");
    passes("rows-more", r#"{ "effects": [{ "option": "licences" }] }"#);
    assert_eq!(verify("rows-none", r#"{ "effects": [] }"#).code, 4);
}

#[test]
fn tolerance_is_half_a_cent_or_what_the_file_says() {
    let off = |amount: &str, tolerance: &str| {
        format!(
            r#"{{ {tolerance} "effects": [{{ "option": "joint", "structural": {amount} }}, {{ "option": "licences" }}] }}"#
        )
    };
    passes("tolerance-default", &off("16000.055", ""));
    assert_eq!(verify("tolerance-beyond", &off("16000.056", "")).code, 4);
    passes("tolerance-number", &off("16000.95", r#""tolerance": 1,"#));
    passes("tolerance-object", &off("16000.95", r#""tolerance": { "amount": 1, "fte": 0.1 },"#));
    assert_eq!(verify("tolerance-fte", &off("16000.95", r#""tolerance": { "fte": 1 },"#)).code, 4);
}

#[test]
fn folders_inside_count_and_cases_are_in_order() {
    let expected = r#"{ "assumed": 0 }"#;
    let (plain, invalid) = (&study("plain.json"), &study("invalid.json"));
    let problems = r#"{ "problems": [{ "code": "unknown_unit", "path": "/posts/0/unit" }] }"#;
    let files = [
        ("b.json", plain.as_str()),
        ("b.expected.json", expected),
        ("a/c.json", invalid.as_str()),
        ("a/c.expected.json", problems),
        ("a/d.json", plain.as_str()),
        ("a/d.expected.json", r#"{ "assumed": 1, "comment": "wrong" }"#),
        ("unexpected.json", "not even JSON"),
    ];
    let folder = folder("folders", &files);
    let folder = folder.to_str().expect("a name in UTF-8");
    let stdout = "\
ok a/c
FAILED a/d: 1 difference
  /assumed: expected 1, found 0, difference -1
ok b
2 passed, 1 failed
";
    run(&["verify", folder]).check(4, stdout, "");
    let found = run(&["verify", folder, "--format", "json"]);
    let verdict: serde_json::Value = serde_json::from_str(&found.stdout).expect("JSON");
    let of_d = &verdict["cases"][1];
    assert_eq!((&verdict["passed"], &verdict["failed"]), (&2.into(), &1.into()));
    assert_eq!((of_d["name"].as_str(), of_d["passed"].as_bool()), (Some("a/d"), Some(false)));
    assert_eq!(of_d["differences"][0]["pointer"], "/assumed");
    assert_eq!(of_d["differences"][0]["difference"], -1.0);
    assert_eq!(found.code, 4);
}

#[test]
fn an_invalid_study_passes_only_where_that_is_expected() {
    let invalid = study("invalid.json");
    let files = [
        ("a.json", invalid.as_str()),
        ("a.expected.json", r#"{ "effects": [] }"#),
        ("b.json", invalid.as_str()),
        ("b.expected.json", r#"{ "problems": [{ "code": "no_such_code", "path": "" }] }"#),
    ];
    let folder = folder("invalid", &files);
    let found = run(&["verify", folder.to_str().expect("a name in UTF-8")]);
    // The order of the fields within a found problem is the JSON library's, not ours.
    let starts = [
        "FAILED a: 2 differences",
        "  /problems/0: expected nothing, found {",
        "  /problems/1: expected nothing, found {",
        "FAILED b: 1 difference",
        "  /problems/-: expected {\"code\":\"no_such_code\",\"path\":\"\"}, found nothing",
        "0 passed, 2 failed",
    ];
    let lines: Vec<&str> = found.stdout.lines().collect();
    assert_eq!(lines.len(), starts.len(), "{}", found.stdout);
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    assert!(lines[1].contains("\"code\":\"missing_field\""), "{}", lines[1]);
    assert!(lines[1].contains("\"path\":\"/partners/0/inhabitants\""), "{}", lines[1]);
    assert!(lines[2].contains("\"facts\":{\"id\":\"x\"}"), "{}", lines[2]);
    assert_eq!((found.code, found.stderr.as_str()), (4, ""));
    let valid = verify("valid", r#"{ "problems": [] }"#);
    assert_eq!(valid.stdout.lines().nth(1), Some("  /problems: expected [], found nothing"));
    assert_eq!(valid.code, 4);
}

#[test]
fn nothing_to_verify_is_not_fine() {
    let empty = folder("empty", &[("small.json", &study("small.json"))]);
    let stderr = "De map bevat geen verwachtingen (.expected.json).\n";
    run(&["verify", empty.to_str().expect("a name in UTF-8")]).check(4, "0 passed, 0 failed\n", stderr);
}

#[test]
fn what_cannot_be_read_is_neither_passed_nor_failed() {
    run(&["verify", "nowhere"]).check(
        1,
        "",
        "fout: nowhere: Het bestand is niet te lezen. Het bestaat niet.\n",
    );
    run(&["verify", "plain.json"]).check(
        1,
        "",
        "fout: plain.json: Het bestand is niet te lezen. Het is geen map.\n",
    );
    for (name, expected, reason) in [
        ("no-json", "[", "not JSON"),
        ("no-object", "[]", "not an object"),
        ("no-tolerance", r#"{ "tolerance": "much", "effects": [] }"#, "tolerance must be a number"),
        ("no-expectation", r#"{ "comment": "later" }"#, "expects nothing"),
    ] {
        let found = verify(name, expected);
        assert!(
            found.stderr.contains(reason) && found.stderr.contains("small.expected.json"),
            "{}",
            found.stderr
        );
        assert_eq!((found.code, found.stdout.as_str()), (1, ""));
    }
    let alone = folder("alone", &[("small.expected.json", r#"{ "effects": [] }"#)]);
    assert_eq!(run(&["verify", alone.to_str().expect("a name in UTF-8")]).code, 1);
}
