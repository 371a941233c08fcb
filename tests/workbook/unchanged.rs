//! A workbook as it is made.

use deelsom_language::{Language, words::workbook as words};
use deelsom_workbook::{At, Book, Content, Kind, Role, SheetId, Style, Worth};

use super::recalculated::{Cells, Value, recalculated};
use super::studies;

/// The number that a cell has after it was worked out again.
pub(crate) fn number(cells: &Cells, sheet: &str, row: u32, column: u16) -> Option<f64> {
    match cells.get(sheet).and_then(|sheet| sheet.get(&(row, u32::from(column)))) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

/// What a figure may be off. Amounts: a cent for each cell of the ledger that falls the other way at half a cent, and as
/// much again for what is made of five years of them. Figures made of amounts: as much in cents. The rest: what two ways
/// to add may differ.
fn room(kind: Kind, number: f64, fell: usize) -> f64 {
    let fell = fell as f64;
    match kind {
        Kind::Cents => CENT * (3.0 * fell + 1.0),
        Kind::Factor | Kind::Plain => fell + 1e-9 * number.abs().max(1.0),
        _ => 1e-9 * number.abs().max(1.0),
    }
}

const CENT: f64 = 0.010_001;

/// What differs between a book as it says of itself and as it was worked out.
pub(crate) fn differences(name: &str, book: &Book, cells: &Cells) -> Vec<String> {
    let ledger = words::SHEET_LEDGER.text(Language::Dutch);
    let split = words::SHEET_SPLIT.text(Language::Dutch);
    let comparison = words::SHEET_COMPARISON.text(Language::Dutch);
    let figures = || {
        book.sheets.iter().flat_map(|sheet| {
            sheet.cells().filter_map(move |(row, column, cell)| match &cell.content {
                Content::Formula(text, worth) => Some((&sheet.name, row, column, cell.style, text, *worth)),
                _ => None,
            })
        })
    };
    // The lines of the ledger and their parts, each within a cent of its own.
    let is_line = |sheet: &str, style: Style| {
        [ledger, split].contains(&sheet) && style == Style(Role::Figure, Kind::Cents)
    };
    let off = |worth: Worth, found: Option<f64>| match (worth, found) {
        (Worth::Number(says), Some(found)) => (says - found).abs(),
        (Worth::Nothing, None) => 0.0,
        _ => f64::INFINITY,
    };
    let fell = figures()
        .filter(|(sheet, row, column, style, _, worth)| {
            is_line(sheet, *style) && off(*worth, number(cells, sheet, *row, *column)) > CENT / 10.0
        })
        .count();
    let wrong = figures().filter_map(|(sheet, row, column, style, text, worth)| {
        let found = number(cells, sheet, row, column);
        let says = if let Worth::Number(says) = worth { says } else { 0.0 };
        // How many cents are left to give, Calc counts otherwise where a quota lies within its last digits of a whole cent;
        // the parts are the same. And whether a year is below zero can hang on a cent.
        let is_whole = style == Style(Role::Figure, Kind::Whole);
        let hangs_on_a_cent = is_whole && (sheet == split || sheet == comparison && fell > 0);
        let room = match () {
            () if sheet == ledger && is_line(sheet, style) => CENT,
            () if hangs_on_a_cent => f64::INFINITY,
            () => room(style.1, says, fell),
        };
        let holds = off(worth, found) <= room;
        (!holds).then(|| {
            let address = At { sheet: SheetId(0), row, column }.address();
            format!("{name} {sheet}!{address}: {worth:?}, worked out {found:?}, ={text}")
        })
    });
    wrong.collect()
}

#[test]
fn every_study_is_worked_out_to_what_the_workbook_says() {
    let books: Vec<_> = studies::all().into_iter().map(|(name, file)| (name, studies::book(&file))).collect();
    let files: Vec<(&str, Vec<u8>)> =
        books.iter().map(|(name, book)| (name.as_str(), studies::file(book))).collect();
    let worked_out = recalculated(&files);
    let mut wrong = Vec::new();
    for (name, book) in &books {
        let cells = &worked_out[name];
        wrong.extend(differences(name, book, cells));
        let checks = words::SHEET_CHECKS.text(Language::Dutch);
        assert_eq!(number(cells, checks, 3, 0), Some(0.0), "{name}: so many checks fail");
    }
    let some: Vec<String> = wrong.iter().take(30).cloned().collect();
    assert!(wrong.is_empty(), "{} cells differ, such as\n{}", wrong.len(), some.join("\n"));
}
