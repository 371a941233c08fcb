//! The empty workbook, filled in and read: every table is found by its headings.

use deelsom_core::Register;
use deelsom_language::Language::{self, Dutch, English};
use deelsom_language::words::template as words;
use deelsom_spreadsheet::{open, own};
use deelsom_tables::{Fault, Grid, Sign, Subject, Table, Wish, read_sheets};
use deelsom_workbook::{At, Book, Content, Kind, Role, SheetId, Style, template};
use deelsom_xlsx::{Look, MonthLocale, write};
use serde_json::{Value, json};

fn study() -> Value {
    let text = include_str!("../../../tests/studies/mixed.json");
    serde_json::from_str(text).expect("JSON")
}

/// What is typed in the columns of a row, from the first on.
enum Typed {
    Text(&'static str),
    Number(f64),
    Nothing,
}
use Typed::{Nothing, Number, Text};

/// Types cells into a sheet, in the looks that they have there.
fn fill(book: &mut Book, name: &str, row: u32, cells: &[Typed]) {
    let sheet = SheetId(book.sheets.iter().position(|sheet| sheet.name == name).expect("a sheet"));
    for (column, typed) in (0..).zip(cells) {
        let at = At { sheet, row, column };
        let style = book.cell(at).map_or(Style(Role::Input, Kind::Text), |cell| cell.style);
        let content = match typed {
            Text(text) => Content::Text((*text).into()),
            Number(number) => Content::Number(*number),
            Nothing => continue,
        };
        book.put(at, content, style);
    }
}

fn grids(book: &Book) -> Vec<Grid> {
    let look = Look { month_locale: MonthLocale::Dutch, title: String::new(), created: (2026, 11, 22) };
    let bytes = write(book, &look).expect("a file");
    assert_eq!(own(&bytes), Ok(None));
    open(&bytes).expect("sheets")
}

fn read(grids: &[Grid], subject: Subject, language: Language) -> Result<Table, Fault> {
    let wish = Wish { subject, replace: false, new_services: false, language };
    read_sheets(grids, &wish, Sign::default(), &study(), &Register::embedded())
}

fn filled(language: Language) -> Book {
    let mut book = template(language);
    let name = |word: deelsom_language::Word| word.text(language);
    let vat = language.pick("ja", "yes");
    let rows: [(&str, u32, &[Typed]); 8] = [
        (
            name(words::SHEET_PARTNERS),
            1,
            &[Text("P9"), Number(12_345.0), Nothing, Number(5e7), Number(0.005)],
        ),
        (
            name(words::SHEET_POSTS),
            1,
            &[Text("p0"), Text("s0"), Text("Jurist"), Text("10"), Nothing, Number(1.5)],
        ),
        (
            name(words::SHEET_POSTS),
            2,
            &[Text("P1"), Text("s1"), Text("Klerk"), Nothing, Number(70_000.0), Number(2.0)],
        ),
        // 1 November 2028.
        (
            name(words::SHEET_DEPARTURES),
            1,
            &[Text("p0"), Text("s0"), Text("Head"), Number(47_058.0), Number(0.05)],
        ),
        (name(words::SHEET_VOLUMES), 0, &[Nothing, Nothing, Nothing, Nothing, Text("P0"), Text("P1")]),
        (
            name(words::SHEET_VOLUMES),
            1,
            &[Text("s0"), Text("besluiten"), Nothing, Nothing, Number(10.0), Number(20.5)],
        ),
        (
            name(words::SHEET_RUNNING_COSTS),
            1,
            &[Text("p0"), Text("s0"), Text("Licenties"), Number(12_000.0), Text(vat)],
        ),
        (name(words::SHEET_RUNNING_COSTS), 2, &[Text("p1"), Nothing, Text("Huur"), Number(-500.0)]),
    ];
    for (sheet, row, cells) in rows {
        fill(&mut book, sheet, row, cells);
    }
    book
}

#[test]
fn every_table_is_found() {
    for language in [Dutch, English] {
        let grids = grids(&filled(language));
        for (subject, expected) in [
            (
                Subject::Partners,
                json!([{ "name": "P9", "inhabitants": 12_345, "budget": 50_000_000, "growth": 0.005 }]),
            ),
            (
                Subject::Posts,
                json!([
                    { "unit": "p0", "service": "s0", "role": "Jurist", "scale": "10", "fte": 1.5 },
                    { "unit": "p1", "service": "s1", "role": "Klerk", "cost_per_fte": 70_000, "fte": 2 },
                ]),
            ),
            (
                Subject::Departures,
                json!([{ "unit": "p0", "service": "s0", "role": "Head", "month": "2028-11", "fte": 0.05 }]),
            ),
            (
                Subject::Volumes,
                json!([{ "service": "s0", "name": "besluiten", "by_partner": { "p0": 10, "p1": 20.5 } }]),
            ),
            (
                Subject::RunningCosts,
                json!([
                    { "unit": "p0", "service": "s0", "name": "Licenties", "amount": 12_000, "carries_vat": true },
                    { "unit": "p1", "name": "Huur", "amount": -500 },
                ]),
            ),
        ] {
            let table =
                read(&grids, subject, language).unwrap_or_else(|fault| panic!("{subject:?}: {fault:?}"));
            let made = table.study.unwrap_or_else(|| {
                let told: Vec<_> =
                    table.faults.iter().map(|fault| (fault.address.clone(), fault.sentence(Dutch))).collect();
                panic!("{subject:?}: {told:?}")
            });
            let before = study()[subject.code()].as_array().map_or(0, Vec::len);
            let mut rows = made[subject.code()].as_array().expect("rows")[before..].to_vec();
            if subject == Subject::Partners {
                rows[0].as_object_mut().expect("a row").remove("id");
            }
            assert_eq!(Value::from(rows), expected, "{subject:?}");
        }
    }
}

#[test]
fn an_empty_template_has_no_rows() {
    for language in [Dutch, English] {
        let grids = grids(&template(language));
        for subject in Subject::ALL {
            let told = read(&grids, subject, language).expect_err("no rows").sentence(English);
            assert!(told.starts_with("There are no rows yet."), "{subject:?}: {told}");
        }
    }
}

#[test]
fn faults_are_told_by_cell() {
    let mut book = filled(Dutch);
    fill(&mut book, "Functies", 2, &[Text("elders")]);
    let table = read(&grids(&book), Subject::Posts, Dutch).expect("a table");
    let places: Vec<_> = table.faults.iter().filter_map(|fault| fault.address.as_deref()).collect();
    assert_eq!(places, ["Functies!A3"]);
}
