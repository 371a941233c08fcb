//! A workbook in which somebody changes inputs: the spreadsheet works out what Deelsom computes for the study changed
//! likewise.

use std::collections::BTreeMap;

use deelsom_core::Register;
use deelsom_language::{Language, words::workbook as words};
use deelsom_workbook::import::{Mapped, Typed, take};
use deelsom_workbook::origin::Places;
use deelsom_workbook::{At, Book, Content, Kind, Said, SheetId, Style};
use serde_json::Value;

use super::recalculated::recalculated;
use super::studies;
use super::unchanged::differences;

/// What stands in a cell of a book.
fn typed(book: &Book, at: At) -> Typed {
    match book.cell(at).map(|cell| &cell.content) {
        Some(Content::Text(text)) => Typed::Text(text.to_string()),
        Some(_) => book.number(at).map_or(Typed::Blank, Typed::Number),
        None => Typed::Blank,
    }
}

/// A count as it stands in a cell.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of rows")]
fn whole(number: f64) -> u32 {
    number as u32
}

/// The map of a book, as its last sheet has it.
fn map(book: &Book) -> Vec<Mapped> {
    let sheet = book.sheets.iter().position(|sheet| sheet.name == words::SHEET_ORIGIN.text(Language::Dutch));
    let sheet = SheetId(sheet.expect("a sheet to come back by"));
    let at = |row, column| At { sheet, row, column };
    let number = |(row, column)| book.number(at(row, column)).map(whole).expect("a count");
    let [_, first, count] = Places::COUNTS.map(number);
    let text = |at: At| match &book.cell(at).expect("a cell of the map").content {
        Content::Text(text) | Content::Formula(text, _) => text.to_string(),
        _ => String::new(),
    };
    let [pointer, said, now, then] = Places::MAP;
    (first - 1..first - 1 + count)
        .map(|row| Mapped {
            pointer: text(at(row, pointer)),
            said: text(at(row, said)),
            now: text(at(row, now)),
            then: typed(book, at(row, then)),
        })
        .collect()
}

/// Something else than what stands in an input.
fn other(book: &Book, at: At, said: &Said) -> Option<Typed> {
    let Style(_, kind) = book.cell(at)?.style;
    Some(match (said, typed(book, at)) {
        (Said::Reason(_), _) => return None,
        (Said::Scale, now) => {
            Typed::Text(if now == Typed::Text("9".to_owned()) { "10A" } else { "9" }.to_owned())
        }
        (Said::Certainty, now) => {
            let words = ["schatting", "gecontracteerd"];
            let now = if let Typed::Text(now) = now { now.to_lowercase() } else { String::new() };
            Typed::Text(words.into_iter().find(|word| *word != now)?.to_owned())
        }
        (Said::Assumption { id, .. }, _) if id.starts_with("director_scale") => Typed::Text("12".to_owned()),
        (_, Typed::Number(now)) => Typed::Number(match kind {
            Kind::Month => now + 62.0,
            Kind::Whole => now + 1.0,
            Kind::Percent if now > 0.5 => now * 0.75,
            _ => now * 1.25 + 0.01,
        }),
        (_, Typed::Blank) => Typed::Number(match kind {
            Kind::Percent => 0.05,
            Kind::Whole => 3.0,
            Kind::Month => return None,
            _ => 2.5,
        }),
        (_, Typed::Text(_)) => return None,
    })
}

/// A book in which a few inputs of every kind are changed at once, from the `turn`th of each kind on, and the study with
/// the same changes.
fn changed(file: &Value, turn: usize) -> (Book, Value, usize) {
    let register = Register::embedded();
    let mut book = studies::book(file);
    let map = map(&book);
    let inputs = book.inputs.clone();
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut study = file.clone();
    let mut changes = 0;
    for input in &inputs {
        let kind: String = input
            .pointer
            .chars()
            .map(|letter| if letter.is_ascii_digit() { '#' } else { letter })
            .chain(format!("{:?}", input.said).chars().take(14))
            .collect();
        let seen = of_kind.entry(kind).or_default();
        *seen += 1;
        // One of the first of every kind, and every ninth after.
        if *seen % 9 != (turn + 1) % 9 {
            continue;
        }
        let Some(to) = other(&book, input.at, &input.said) else { continue };
        let (before, style) =
            book.cell(input.at).map(|cell| (cell.content.clone(), cell.style)).expect("an input");
        let content = match &to {
            Typed::Number(number) => Content::Number(*number),
            Typed::Text(text) => Content::Text(text.as_str().into()),
            Typed::Blank => Content::Blank,
        };
        book.put(input.at, content, style);
        let cell = |sheet: &str, row, column| {
            let sheet = book.sheets.iter().position(|one| one.name == sheet).expect("a sheet");
            typed(&book, At { sheet: SheetId(sheet), row, column })
        };
        // What the study would not take is left as it was.
        match take(file, &map, &register, Language::Dutch, &cell) {
            Ok(taken) => (study, changes) = (taken.study, changes + 1),
            Err(_) => _ = book.put(input.at, before, style),
        }
    }
    (book, study, changes)
}

#[test]
fn what_is_changed_in_the_workbook_is_worked_out_as_deelsom_computes_it() {
    let names = [
        "bridge",
        "efficiency",
        "freeze",
        "guarantee-short",
        "keys",
        "keys-by-service",
        "left-behind",
        "merger",
        "mixed",
        "mixed-2",
        "mixed-3",
        "mixed-4",
        "nominal",
        "scale",
        "structural-vacancy",
        "transition",
        "unwinding",
        "vat",
        "wodv-2018",
    ];
    let mut books = Vec::new();
    let mut changes = 0;
    for name in names {
        let file = studies::named(name);
        for turn in 0..2 {
            let (book, study, count) = changed(&file, turn);
            changes += count;
            books.push((format!("{name}-{turn}"), studies::file(&book), studies::book(&study)));
        }
    }
    assert!(changes > 500, "{changes} inputs were changed");
    let files: Vec<(&str, Vec<u8>)> =
        books.iter().map(|(name, bytes, _)| (name.as_str(), bytes.clone())).collect();
    let worked_out = recalculated(&files);
    let mut wrong = Vec::new();
    for (name, _, expected) in &books {
        let same_as_exported = words::SHEET_CHECKS.text(Language::Dutch);
        let origin = words::SHEET_ORIGIN.text(Language::Dutch);
        let found = differences(name, expected, &worked_out[name]);
        let besides = |one: &&String| {
            [same_as_exported, origin].iter().any(|sheet| one.contains(&format!(" {sheet}!")))
        };
        wrong.extend(found.iter().filter(|one| !besides(one)).cloned());
    }
    let some: Vec<String> = wrong.iter().take(30).cloned().collect();
    assert!(wrong.is_empty(), "{} cells differ, such as\n{}", wrong.len(), some.join("\n"));
}
