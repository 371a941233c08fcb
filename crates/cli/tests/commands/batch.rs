//! `deelsom batch`: studies in, reports out, line by line.

use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

use serde_json::Value;

use crate::run::{deelsom, folder, run, run_with, study};

/// A study of these tests on one line, with a title of its own.
fn line(name: &str, title: &str) -> String {
    let mut value: Value = serde_json::from_str(&study(name)).expect("JSON");
    value["title"] = title.into();
    value.to_string() + "\n"
}

fn records(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).expect("JSON on a line")).collect()
}

#[test]
fn reports_come_in_the_order_of_the_studies() {
    // More than fit in all windows together, and some take longer than others.
    let titles: Vec<String> = (0..500).map(|nth| format!("Study {nth}")).collect();
    let lines: String = titles
        .iter()
        .enumerate()
        .map(|(nth, title)| line(if nth % 7 == 0 { "small.json" } else { "plain.json" }, title))
        .collect();
    let folder = folder("batch-order", &[("all.ndjson", &lines)]);
    let path = folder.join("all.ndjson");
    let found = run(&["batch", path.to_str().expect("a name in UTF-8")]);
    assert_eq!((found.code, found.stderr.as_str()), (0, ""));
    let found: Vec<Value> = records(&found.stdout).iter().map(|record| record["title"].clone()).collect();
    assert_eq!(found, titles);
}

#[test]
fn a_line_gives_what_calculate_gives() {
    let folder = folder("batch", &[("all.ndjson", &line("small.json", "Two towns"))]);
    let path = folder.join("all.ndjson");
    let found = run(&["batch", path.to_str().expect("a name in UTF-8")]);
    let report = run(&["calculate", "small.json", "--format", "json"]).stdout;
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((records(&found.stdout), found.code), (vec![report], 0));
}

#[test]
fn a_study_with_problems_is_told_and_the_rest_goes_on() {
    let mut lines = b"\xef\xbb\xbf".to_vec();
    lines.extend(line("plain.json", "first").bytes());
    lines.extend(b"\n  \r\n{\n");
    lines.extend(line("invalid.json", "wrong").bytes());
    lines.extend(b"\"\xff\"\n");
    lines.extend(line("plain.json", "last").trim_end().bytes());
    let found = run_with(&["batch", "-"], &lines);
    assert_eq!((found.code, found.stderr.as_str()), (3, "Studies met punten om te herstellen: 3 van 5.\n"));
    let records = records(&found.stdout);
    assert_eq!((&records[0]["title"], &records[4]["title"]), (&"first".into(), &"last".into()));
    let errors: Vec<_> = records[1..4]
        .iter()
        .map(|record| {
            assert_eq!(
                (record["format"].as_str(), record["version"].as_u64()),
                (Some("deelsom/error"), Some(1))
            );
            (record["line"].as_u64(), record["problems"][0]["code"].as_str())
        })
        .collect();
    let expected = [(4, "not_json"), (5, "missing_field"), (6, "not_json")];
    assert_eq!(errors, expected.map(|(line, code)| (Some(line), Some(code))));
}

#[test]
fn no_studies_give_no_reports() {
    run_with(&["batch"], b"").check(0, "", "");
    let stderr = "error: nowhere.ndjson: The file cannot be read. It does not exist.\n";
    run(&["batch", "nowhere.ndjson", "--lang", "en"]).check(1, "", stderr);
    assert_eq!(run(&["batch", "../studies"]).code, 1);
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut command = deelsom(&["batch"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    stdin.write_all(line("plain.json", "one").as_bytes()).expect("it reads");
    let mut start = [0; 1];
    stdout.read_exact(&mut start).expect("an answer");
    drop(stdin);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("the rest of it");
    assert_eq!((start, rest.lines().count()), (*b"{", 1));
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let folder = folder("batch-pipe", &[("all.ndjson", &line("plain.json", "again").repeat(2000))]);
    let input = fs::File::open(folder.join("all.ndjson")).expect("a file");
    let mut command = deelsom(&["batch"]);
    command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
}
