//! `deelsom import`: rows of a spreadsheet put into a study, and a workbook taken back.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::run::{Ended, folder, run, run_with, study};

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("a study")
}

/// A folder, and the workbook of a study in it.
fn workbook(name: &str, study: &str) -> PathBuf {
    let folder = folder(name, &[]);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let out = folder.join("study.xlsx");
    run(&["export", study, &path(&out)]).check(0, "", "");
    out
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

/// A copy of a file in whose parts this is that.
fn with(file: &Path, this: &str, that: &str) -> PathBuf {
    let bytes = fs::read(file).expect("a file");
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let mut replaced = 0;
    for place in 0..from.len() {
        let mut part = from.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        replaced += text.matches(this).count();
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(text.replace(this, that).as_bytes()).expect("memory takes it");
    }
    assert!(replaced > 0, "{this}");
    let out = file.with_file_name("changed.xlsx");
    fs::write(&out, to.finish().expect("an archive").into_inner()).expect("a file can be written");
    out
}

/// Where a figure stands: the beginning of its cell, to the end of its value.
fn cell(file: &Path, sheet: &str, address: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(fs::read(file).expect("a file"))).expect("an archive");
    let mut text = String::new();
    zip.by_name(sheet).expect("a sheet").read_to_string(&mut text).expect("text");
    let from = text.find(&format!("<c r=\"{address}\"")).expect("a cell");
    text[from..from + text[from..].find("</c>").expect("its end")].to_owned()
}

#[test]
fn a_workbook_that_nobody_changed_is_the_study() {
    let file = workbook("import-same", "vacant.json");
    let ended = run(&["import", &path(&file)]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, "Er verandert niets.\n"));
    assert_eq!(json_of(&ended.stdout), json_of(&study("vacant.json")));
    let ended = run_with(&["import", "-", "--lang", "en"], &fs::read(&file).expect("a file"));
    assert_eq!((ended.code, ended.stderr.as_str()), (0, "Nothing changes.\n"));
    assert_eq!(json_of(&ended.stdout), json_of(&study("vacant.json")));
}

#[test]
fn what_was_typed_in_a_workbook_is_told_and_taken() {
    let file = workbook("import-typed", "vacant.json");
    // The third sheet is that of today, and K6 the establishment of the first post.
    let old = cell(&file, "xl/worksheets/sheet3.xml", "K6");
    let (start, value) = old.split_once("<v>").expect("a figure");
    let was = value.strip_suffix("</v>").expect("a figure").to_owned();
    let changed = with(&file, &old, &format!("{start}<v>9.5</v>"));
    let out = changed.with_file_name("study.json");
    let ended = run(&["import", &path(&changed), "--out", &path(&out)]);
    let told = format!("Nu!K6 /posts/0/fte: {} -> 9,5\n", was.replace('.', ","));
    ended.check(0, "", &told);
    let mut expected = json_of(&study("vacant.json"));
    expected["posts"][0]["fte"] = json!(9.5);
    assert_eq!(json_of(&fs::read_to_string(&out).expect("it was written")), expected);

    let ended = run(&["import", &path(&with(&file, &old, &format!("{start}<v>-1</v>")))]);
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
    assert!(ended.stderr.starts_with("Nu!K6: ") && ended.stderr.contains("1 punt"), "{}", ended.stderr);
    let words = format!("{} t=\"inlineStr\"><is><t>veel</t></is>", start.trim_end_matches('>'));
    let ended = run(&["import", &path(&with(&file, &old, &words))]);
    assert_eq!(ended.code, 3);
    assert!(ended.stderr.starts_with("Nu!K6: Hier hoort een getal te staan."), "{}", ended.stderr);
}

#[test]
fn what_stands_outside_the_yellow_cells_is_told_as_not_read() {
    let file = workbook("import-unread", "vacant.json");
    let old = cell(&file, "xl/worksheets/sheet3.xml", "A1");
    let (start, _) = old.split_once(" t=\"s\"><v>").expect("a text");
    let renamed = with(&file, &old, &format!("{start} t=\"inlineStr\"><is><t>Anders</t></is>"));
    let ended = run(&["import", &path(&renamed)]);
    let told = "Er verandert niets.\nNu!A1: Deze tekst is gewijzigd. Dat wordt niet overgenomen: wijzig namen in Deelsom. \
                [own_text_changed]\n";
    assert_eq!((ended.code, ended.stderr.as_str()), (0, told));
    assert_eq!(json_of(&ended.stdout), json_of(&study("vacant.json")));
}

#[test]
fn a_damaged_workbook_is_refused() {
    let file = workbook("import-damaged", "vacant.json");
    let ended = run(&["import", &path(&with(&file, "<f>N(Nu!K6)</f>", "<f>N(Nu!#REF!)</f>"))]);
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
    assert!(ended.stderr.starts_with("Bron!C") && ended.stderr.contains("/posts/0/fte"), "{}", ended.stderr);
    assert!(ended.stderr.contains("[own_cell_gone]"), "{}", ended.stderr);
}

/// Imports rows that stand in a file of their own.
fn rows(name: &str, text: &str, arguments: &[&str]) -> Ended {
    let folder = folder(name, &[("rows.csv", text)]);
    run(&[&["import", "vacant.json", &path(&folder.join("rows.csv"))], arguments].concat())
}

#[test]
fn rows_are_added_or_take_the_place_of_others() {
    let whole = json_of(&study("vacant.json"));
    let (unit, service) = (&whole["posts"][0]["unit"], &whole["posts"][0]["service"]);
    let table = format!(
        "Organisatie;Dienst;Functie;Salarisschaal;Fte\n{};{};Jurist;10A;1,5\n",
        unit.as_str().expect("an id"),
        service.as_str().expect("an id")
    );
    let ended = rows("import-added", &table, &[]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, "1 regel, 0 fouten.\n"));
    let post = json!({ "unit": unit, "service": service, "role": "Jurist", "scale": "10A", "fte": 1.5 });
    let mut expected = whole.clone();
    expected["posts"].as_array_mut().expect("posts").push(post);
    assert_eq!(json_of(&ended.stdout), expected);

    // The option names the role of the post that goes.
    let same = table.replace("Jurist", "Clerk");
    let ended = rows("import-replaced", &same, &["--subject", "posts", "--replace"]);
    let clerk = json!([{ "unit": unit, "service": service, "role": "Clerk", "scale": "10A", "fte": 1.5 }]);
    assert_eq!(json_of(&ended.stdout)["posts"], clerk, "{}", ended.stderr);
    let added = table.replace(&format!(";{};", service.as_str().expect("an id")), ";Nieuw;");
    let refused = rows("import-unknown", &added, &[]);
    assert_eq!((refused.code, refused.stdout.as_str()), (3, ""));
    assert!(refused.stderr.starts_with("B2: ") && refused.stderr.contains("[unknown_service]"));
    let ended = rows("import-new", &added, &["--new-services"]);
    assert_eq!(ended.code, 0);
    assert!(ended.stderr.contains("Nieuwe dienst: Nieuw."), "{}", ended.stderr);
}

#[test]
fn running_costs_are_read_one_way_round_or_the_other() {
    let whole = json_of(&study("vacant.json"));
    let unit = whole["posts"][0]["unit"].as_str().expect("an id");
    let table = format!("Organisatie;Naam;Bedrag per jaar\n{unit};Licenties;-12.000\n");
    let ended = rows("import-signs", &table, &["--subject", "running-costs", "--signs", "cost-negative"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("‘Licenties’ is gelezen als € 12.000 aan kosten."), "{}", ended.stderr);
    let costs = json_of(&ended.stdout)["running_costs"].clone();
    assert_eq!(costs.as_array().and_then(|costs| costs.last()).expect("a row")["amount"], 12_000);
    let ended = rows("import-letters", &table, &["--subject", "running-costs", "--signs", "letters"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
    assert!(ended.stderr.starts_with("C2: ") && ended.stderr.contains("[letter_missing]"));
}

#[test]
fn every_fault_is_told_and_nothing_is_written() {
    let folder = folder("import-faults", &[("rows.csv", "Organisatie;Dienst;Functie;Fte\nX;Y;Z;veel\n")]);
    let out = folder.join("study.json");
    let ended = run(&["import", "vacant.json", &path(&folder.join("rows.csv")), "-o", &path(&out)]);
    assert_eq!((ended.code, ended.stdout.as_str()), (3, ""));
    for place in ["A2: ", "B2: ", "D2: "] {
        assert!(ended.stderr.contains(place), "{}", ended.stderr);
    }
    assert!(!out.exists());
}

#[test]
fn what_there_is_not_is_refused() {
    let file = workbook("import-refused", "vacant.json");
    let both = run(&["import", "vacant.json", &path(&file)]);
    assert_eq!((both.code, both.stdout.as_str()), (2, ""));
    let csv = file.with_file_name("rows.csv");
    fs::write(&csv, "a;b\n").expect("a file can be written");
    assert_eq!(run(&["import", &path(&csv)]).code, 2);
    assert_eq!(run(&["import", &path(&file), "--replace"]).code, 2);
    assert_eq!(run(&["import", "-", "-"]).code, 2);
    assert_eq!(run(&["import"]).code, 2);
    assert_eq!(run(&["import", "nowhere.xlsx"]).code, 1);
    assert_eq!(run(&["import", "nowhere.json", &path(&csv)]).code, 1);
    assert_eq!(run(&["import", "invalid.json", &path(&csv)]).code, 3);
    let nowhere = file.with_file_name("nowhere").join("study.json");
    assert_eq!(run(&["import", &path(&file), "-o", &path(&nowhere)]).code, 1);
}

#[test]
fn a_template_is_filled_in_and_read() {
    let folder = folder("import-template", &[]);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let out = folder.join("template.xlsx");
    run(&["template", &path(&out), "--lang", "en"]).check(0, "", "");
    let first = fs::read(&out).expect("a file");
    let empty = run(&["import", "vacant.json", &path(&out), "--lang", "en"]);
    assert_eq!((empty.code, empty.stdout.as_str()), (3, ""));
    assert!(empty.stderr.contains("[table_empty]"), "{}", empty.stderr);
    run(&["template", &path(&out), "--lang", "en"]).check(0, "", "");
    assert!(first == fs::read(&out).expect("a file"), "other bytes");
    run(&["template", &path(&out)]).check(0, "", "");
    assert!(first != fs::read(&out).expect("a file"), "the same words");
    assert_eq!(run(&["template", &path(&folder.join("nowhere").join("a.xlsx"))]).code, 1);
    assert_eq!(run(&["template"]).code, 2);
}
