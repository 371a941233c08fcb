//! `deelsom check`, and what all commands do with a study that cannot be read.

use crate::run::{Ended, deelsom, run, run_with, study};

const PROBLEMS: &str = "\
/partners/0/inhabitants: Het veld ‘inhabitants’ ontbreekt. Voeg het toe. [missing_field]
/posts/0/unit: De organisatie ‘x’ staat niet in deze studie. Voeg haar toe of kies een andere. [unknown_unit]
";

#[test]
fn a_study_without_anything_to_say_is_fine() {
    run(&["check", "plain.json", "--strict"]).check(0, "", "Het bestand klopt.\n");
    run(&["check", "plain.json", "--lang", "en"]).check(0, "", "The file is in order.\n");
}

#[test]
fn every_problem_is_told_at_once() {
    run(&["check", "invalid.json"]).check(3, PROBLEMS, "Er zijn 2 punten om te herstellen.\n");
    run(&["check", "invalid.json", "--strict"]).check(3, PROBLEMS, "Er zijn 2 punten om te herstellen.\n");
}

#[test]
fn calculate_tells_them_on_stderr() {
    let stderr = format!("{PROBLEMS}fout: Er zijn 2 punten om te herstellen.\n");
    run(&["calculate", "invalid.json"]).check(3, "", &stderr);
    run(&["assumptions", "invalid.json"]).check(3, "", &stderr);
}

#[test]
fn warnings_count_only_where_asked() {
    let Ended { stdout, stderr, code } = run(&["check", "vacant.json"]);
    assert!(stdout.contains(" [no_one_off]\n"), "{stdout}");
    assert!(stdout.lines().all(|line| line.starts_with('/') && line.ends_with(']')), "{stdout}");
    assert_eq!(stderr, format!("Het bestand klopt. {} aandachtspunten.\n", stdout.lines().count()));
    assert_eq!(code, 0);
    assert_eq!(run(&["check", "vacant.json", "--strict"]), Ended { stdout, stderr, code: 4 });
}

#[test]
fn findings_can_be_read_by_programs() {
    let found = run(&["check", "invalid.json", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&found.stdout).expect("JSON");
    assert_eq!(value["problems"][1]["code"], "unknown_unit");
    assert_eq!(value["problems"][1]["path"], "/posts/0/unit");
    assert_eq!(value["problems"][1]["facts"]["id"], "x");
    let stdout = "{\n  \"problems\": [],\n  \"warnings\": []\n}\n";
    run(&["check", "plain.json", "--format", "json"]).check(0, stdout, "Het bestand klopt.\n");
}

#[test]
fn a_study_may_come_from_stdin_with_a_byte_order_mark() {
    run_with(&["check", "-"], study("plain.json").as_bytes()).check(0, "", "Het bestand klopt.\n");
    let marked = format!("\u{feff}{}", study("plain.json"));
    run_with(&["check", "-"], marked.as_bytes()).check(0, "", "Het bestand klopt.\n");
}

#[test]
fn what_is_not_json_is_an_invalid_study() {
    let found = run_with(&["check", "-"], b"{");
    assert!(
        found.stdout.starts_with("bestand: ") && found.stdout.ends_with(" [not_json]\n"),
        "{}",
        found.stdout
    );
    assert_eq!(found.code, 3);
}

#[test]
fn what_cannot_be_read_is_named_with_the_reason() {
    let cannot = "Het bestand is niet te lezen.";
    run(&["check", "nowhere.json"]).check(
        1,
        "",
        &format!("fout: nowhere.json: {cannot} Het bestaat niet.\n"),
    );
    run(&["calculate", "../studies"]).check(1, "", &format!("fout: ../studies: {cannot} Het is een map.\n"));
    let stderr = format!("fout: -: {cannot} Het is geen tekst in UTF-8.\n");
    run_with(&["calculate", "-"], b"\xff\xfe{").check(1, "", &stderr);
    let stderr = "error: nowhere.json: The file cannot be read. It does not exist.\n";
    run(&["assumptions", "nowhere.json", "--lang", "en"]).check(1, "", stderr);
}

#[test]
fn a_command_line_that_means_nothing_is_refused() {
    for arguments in [&["nope"][..], &["check"], &["check", "plain.json", "--lang", "de"], &[]] {
        let output = deelsom(arguments).output().expect("the program starts");
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{arguments:?}");
    }
}
