//! `deelsom calculate`: tables, JSON, CSV.

use std::io::Write;
use std::process::Stdio;

use crate::run::{deelsom, run, run_with, study};

/// By hand: a year costs 10% less than € 160.000,50, shared by 25.000 and 15.000 inhabitants; € 80.000 once, shared
/// equally.
const JOINT: &str = "\
Two towns
=========
(bedragen in euro’s, vaste prijzen, 2026)
Een plus is een voordeel, een min is een nadeel. Kosten zijn positief, inkomsten negatief.

Variant    Netto contante waarde  Terugverdientijd    Diepste punt  Structureel
-------------------------------------------------------------------------------
Joint ICT                -48.352              niet  -64.000 (2026)       16.000

Joint ICT
---------

Jaar  Voordeel of nadeel  Eenmalig  Terugkerend  Opgeteld
---------------------------------------------------------
2026             -64.000   -80.000       16.000   -64.000
2027              16.000         0       16.000   -48.000

Gemeente  Jaar  Nulvariant  Variant  Voordeel of nadeel
-------------------------------------------------------
Ambt      2026     100.000  130.000             -30.000
Ambt      2027     100.000   90.000              10.000
Berg      2026      60.001   94.000             -34.000
Berg      2027      60.001   54.000               6.000

Er zijn geen vacatures die niet meer vervuld hoeven te worden.

Let op
------
";

const LEDGER: &str = "\
course,year,bearer,service,line,name,amount\r
baseline,2026,a,ict,running,'=SOM(A1),100000.00\r
baseline,2026,b,ict,running,\"Licences, \"\"open\"\"\",60000.50\r
baseline,2027,a,ict,running,'=SOM(A1),100000.00\r
baseline,2027,b,ict,running,\"Licences, \"\"open\"\"\",60000.50\r
joint,2026,unit:j,ict,running,'=SOM(A1),90000.00\r
joint,2026,unit:j,ict,running,\"Licences, \"\"open\"\"\",54000.45\r
joint,2026,shared,,one_off,Programme,80000.00\r
joint,2027,unit:j,ict,running,'=SOM(A1),90000.00\r
joint,2027,unit:j,ict,running,\"Licences, \"\"open\"\"\",54000.45\r
";

const EFFECTS_FOR_EXCEL: &str = "\u{feff}\
option;partner;year;saving;one_off;recurring;cumulative;efficiency;avoided_increase;hires_avoided\r
joint;;2026;-63999,95;-80000,00;16000,05;-63999,95;-63999,95;0,00;0\r
joint;;2027;16000,05;0,00;16000,05;-47999,90;16000,05;0,00;0\r
joint;a;2026;-30000,28;-40000,00;9999,72;-30000,28;;;\r
";

#[test]
fn a_table_for_people() {
    let printed = run(&["calculate", "small.json", "--option", "joint"]);
    let warnings = printed.stdout.strip_prefix(JOINT).unwrap_or_else(|| panic!("{}", printed.stdout));
    assert!(
        warnings.contains("/options/0: De variant ‘Joint ICT’ verdient zich in 2 jaar niet terug."),
        "{warnings}"
    );
    assert!(!warnings.contains("/options/1"), "{warnings}");
    assert_eq!((printed.stderr.as_str(), printed.code), ("", 0));
}

#[test]
fn a_table_in_english_with_what_is_vacant() {
    let printed = run(&["calculate", "vacant.json", "--lang", "en"]).stdout;
    let row = "Ambt          ICT      Clerk   1.00 fte              60,000               63,000\n";
    assert!(printed.contains(row), "{printed}");
    assert!(printed.starts_with("A vacant post\n=============\n(amounts in euros, constant prices, 2026)\n"));
    assert!(printed.contains("\nPlease note\n-----------\n"));
    let tables = printed.lines().take_while(|line| *line != "Please note");
    assert!(tables.into_iter().all(|line| line.chars().count() <= 100));
}

#[test]
fn without_options_a_table_of_today() {
    let stdout = "\
One town
========
(bedragen in euro’s, vaste prijzen, 2026)
Een plus is een voordeel, een min is een nadeel. Kosten zijn positief, inkomsten negatief.

Deze studie heeft nog geen varianten. Voeg er een toe.

Gemeente  Jaar  Eigen kosten  Bijdrage  Btw   Totaal
----------------------------------------------------
Ambt      2026       100.000         0    0  100.000
";
    run(&["calculate", "plain.json"]).check(0, stdout, "");
    run_with(&["calculate", "-"], study("plain.json").as_bytes()).check(0, stdout, "");
}

#[test]
fn json_is_the_report() {
    let printed = run(&["calculate", "small.json", "--format", "json"]);
    let register = deelsom_core::Register::embedded();
    let study = deelsom_core::Study::read(&study("small.json"), &register).expect("a valid study");
    let outcome = deelsom_core::calculate(&study, &register);
    let report = deelsom_core::Report::of(&study, &register, &outcome);
    let expected = serde_json::to_string_pretty(&report).expect("a report is JSON") + "\n";
    printed.check(0, &expected, "");
    assert!(printed.stdout.starts_with("{\n  \"format\": \"deelsom/report\",\n"));
}

#[test]
fn one_option_of_the_report() {
    let printed = run(&["calculate", "small.json", "--format", "json", "--option", "licences"]).stdout;
    let report: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    let names = |list: &str, field: &str| -> Vec<String> {
        let rows = report[list].as_array().expect("a list");
        rows.iter().map(|row| row[field].as_str().expect("a text").to_owned()).collect()
    };
    assert_eq!(names("courses", "id"), ["baseline", "licences"]);
    assert_eq!(names("effects", "option"), ["licences"]);
    let paths = names("warnings", "path");
    assert!(paths.iter().any(|path| path.starts_with("/options/1")), "{paths:?}");
    assert!(paths.iter().all(|path| !path.starts_with("/options/0")), "{paths:?}");
}

#[test]
fn an_unknown_option_is_refused_with_those_there_are() {
    let stderr = "fout: Deze variant staat niet in de studie. (merger) Kies uit: joint of licences.\n";
    run(&["calculate", "small.json", "--option", "merger"]).check(2, "", stderr);
    let stderr = "error: This option is not in the study. (baseline)\n";
    run(&["calculate", "plain.json", "--option", "baseline", "--lang", "en"]).check(2, "", stderr);
}

#[test]
fn csv_is_the_ledger_and_harmless_in_a_spreadsheet() {
    run(&["calculate", "small.json", "--format", "csv", "--option", "joint"]).check(0, LEDGER, "");
}

#[test]
fn csv_for_dutch_excel() {
    let arguments = [
        "calculate",
        "small.json",
        "--format",
        "csv",
        "--option",
        "joint",
        "--table",
        "effects",
        "--profile",
        "excel-nl",
    ];
    let printed = run(&arguments).stdout;
    assert!(printed.starts_with(EFFECTS_FOR_EXCEL), "{printed}");
}

#[test]
fn csv_has_other_tables() {
    let first_lines = |table: &str| {
        let printed = run(&["calculate", "vacant.json", "--format", "csv", "--table", table]).stdout;
        printed.lines().take(2).collect::<Vec<_>>().join("\n")
    };
    let partners = "course,partner,year,own,contribution,vat,settlement,total\nbaseline,a,2026,";
    assert!(first_lines("partners").starts_with(partners));
    let staffing = "course,unit,service,role,year,establishment,in_post,vacancies,surplus,hires,leavers,surplus_exits\n\
        baseline,a,ict,Clerk,2026,1,";
    assert!(first_lines("staffing").starts_with(staffing));
}

#[test]
fn choices_for_csv_go_with_csv() {
    let stderr = "fout: De keuzen --table en --profile horen bij --format csv.\n";
    run(&["calculate", "small.json", "--table", "ledger"]).check(2, "", stderr);
    run(&["assumptions", "--profile", "data"]).check(2, "", stderr);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut command = deelsom(&["calculate", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // It has nothing to print before the study comes.
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("stdin is piped");
    stdin.write_all(study("small.json").as_bytes()).expect("it reads the study");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::create("/dev/full").expect("Linux has it");
    let output = deelsom(&["calculate", "small.json"]).stdout(full).output().expect("the program starts");
    let stderr = String::from_utf8(output.stderr).expect("a text");
    assert!(stderr.starts_with("fout: De uitvoer is niet te schrijven. "), "{stderr}");
    assert_eq!(output.status.code(), Some(1));
}
