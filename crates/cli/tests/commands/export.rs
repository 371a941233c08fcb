//! `deelsom export`: a study as a workbook.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::run::{Ended, folder, run, run_with, study};

const EXAMPLE: &str = "../../../../examples/voorschoten-wassenaar-2010.json";

fn export(study: &str, out: &Path, more: &[&str]) -> Ended {
    run(&[&["export", study, &out.display().to_string()], more].concat())
}

/// Every text and number of a workbook, sheet by sheet.
fn cells(path: &Path) -> Vec<(String, Vec<Data>)> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let names = book.sheet_names().clone();
    let cells_of = |name: String| {
        let range = book.worksheet_range(&name).expect("a sheet");
        let cells = range.used_cells().map(|(_, _, cell)| cell.clone()).collect();
        (name, cells)
    };
    names.into_iter().map(cells_of).collect()
}

#[test]
fn it_is_a_workbook_with_the_figures_of_the_report() {
    let folder = folder("export", &[]);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let out = folder.join("study.xlsx");
    export(EXAMPLE, &out, &["--date", "2026-03-12"]).check(0, "", "");
    let sheets = cells(&out);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["LeesMij", "Partners", "Nu"]);
    assert!(sheets[0].1.contains(&Data::String("12 maart 2026".to_owned())));
    let report: Value =
        serde_json::from_str(&run(&["calculate", EXAMPLE, "--format", "json"]).stdout).expect("a report");
    let saved = report["effects"][0]["npv"].as_f64().expect("an amount");
    let (_, comparison) = sheets.iter().find(|(name, _)| name == "Vergelijking").expect("a sheet");
    // Amounts that lie on half a cent may fall the other way there.
    let is_it = |cell: &Data| matches!(cell, Data::Float(worth) if (worth - saved).abs() < 1.0);
    assert!(comparison.iter().any(is_it), "{saved} is not there");

    // The same file every time, and from stdin.
    let again = folder.join("again.xlsx");
    let text = study(EXAMPLE);
    run_with(&["export", "-", &again.display().to_string(), "--date", "2026-03-12"], text.as_bytes())
        .check(0, "", "");
    assert!(fs::read(&out).expect("a file") == fs::read(&again).expect("a file"), "other bytes");
}

#[test]
fn it_speaks_english_and_has_no_day_unasked() {
    let folder = folder("export-english", &[]);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let out = folder.join("study.xlsx");
    export("small.json", &out, &["--lang", "en"]).check(0, "", "");
    let sheets = cells(&out);
    assert_eq!(sheets[0].0, "ReadMe");
    assert!(sheets[0].1.contains(&Data::String("–".to_owned())));
}

#[test]
fn what_cannot_be_exported_is_said_and_nothing_is_written() {
    let folder = folder("export-refused", &[]);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let out = folder.join("study.xlsx");
    let invalid = export("invalid.json", &out, &[]);
    let problems = run(&["calculate", "invalid.json"]);
    assert_eq!((invalid.code, invalid.stdout.as_str()), (3, ""));
    assert_eq!(invalid.stderr, problems.stderr, "all problems, as they are told elsewhere");
    for date in ["12 maart", "2026-02-29", "2026-3-12", "1899-12-31", "2026-03-12-01", "20260312"] {
        let ended = export("small.json", &out, &["--date", date]);
        ended.check(2, "", "fout: Schrijf de datum als 2026-11-22.\n");
    }
    assert!(!out.exists());
    assert_eq!(export("nowhere.json", &out, &[]).code, 1);
    let nowhere = export("small.json", &folder.join("nowhere").join("study.xlsx"), &[]);
    assert_eq!((nowhere.code, nowhere.stdout.as_str()), (1, ""));
    assert!(nowhere.stderr.contains("Het bestand is niet te schrijven."), "{}", nowhere.stderr);
    assert_eq!(run(&["export", "small.json"]).code, 2);
}
