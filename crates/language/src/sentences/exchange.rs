//! What is brought in and taken out: tables from a spreadsheet, parts of partners.

use super::{number, say};
use crate::Language;
use crate::quantity::noun;

fn rows(language: Language, rows: usize) -> String {
    noun::ROW.counted(language, i64::try_from(rows).unwrap_or(i64::MAX))
}

/// How many rows a table has, and how many faults.
pub fn rows_with_faults(language: Language, rows: usize, faults: usize) -> String {
    let faults = noun::FAULT.counted(language, i64::try_from(faults).unwrap_or(i64::MAX));
    say(language, "{0}, {1}.", "{0}, {1}.", &[&self::rows(language, rows), &faults])
}

/// That only some of the rows are shown.
pub fn rows_shown(language: Language, shown: usize, rows: usize) -> String {
    say(
        language,
        "U ziet {0} van de {1}. Regels met een fout staan er eerst bij.",
        "You see {0} of {1}. Rows with a fault are shown first.",
        &[&number(language, shown), &self::rows(language, rows)],
    )
}

/// That rows were added to the study.
pub fn added(language: Language, rows: usize) -> String {
    say(
        language,
        "Toegevoegd: {0}. U kunt dit ongedaan maken.",
        "Added: {0}. You can undo this.",
        &[&self::rows(language, rows)],
    )
}

/// That rows took the place of those that were there.
pub fn replaced(language: Language, rows: usize) -> String {
    say(
        language,
        "Vervangen door {0}. U kunt dit ongedaan maken.",
        "Replaced by {0}. You can undo this.",
        &[&self::rows(language, rows)],
    )
}

/// The name of a cell: its row and its column.
pub fn cell_of(language: Language, row: usize, column: &str) -> String {
    let (dutch, english) =
        if column.is_empty() { ("Regel {0}", "Row {0}") } else { ("Regel {0}, {1}", "Row {0}, {1}") };
    say(language, dutch, english, &[&number(language, row), column])
}

/// That a service is added to the study.
pub fn new_service(language: Language, name: &str) -> String {
    say(language, "Nieuwe dienst: {0}.", "New service: {0}.", &[name])
}

/// That a source is added to the study.
pub fn new_source(language: Language, title: &str) -> String {
    say(language, "Nieuwe bron: {0}.", "New source: {0}.", &[title])
}

/// That ranges are about nothing any more.
pub fn ranges_lost(language: Language, ranges: usize) -> String {
    let (dutch, english) = if ranges == 1 {
        (
            "Eén bandbreedte vervalt: het getal waar zij over ging is weg of ligt er nu buiten.",
            "One range is dropped: the number that it was about is gone or now lies outside it.",
        )
    } else {
        (
            "{0} bandbreedtes vervallen: de getallen waar zij over gingen zijn weg of liggen er nu buiten.",
            "{0} ranges are dropped: the numbers that they were about are gone or now lie outside them.",
        )
    };
    say(language, dutch, english, &[&number(language, ranges)])
}

/// The title of a supplier as a source, with the source that the supplier names.
pub fn supplied(language: Language, partner: &str, by: &str, day: &str, source: &str) -> String {
    let (dutch, english) = if source.is_empty() {
        ("Nulmeting {0}, aangeleverd door {1}, {2}", "Baseline {0}, supplied by {1}, {2}")
    } else {
        ("Nulmeting {0}, aangeleverd door {1}, {2}: {3}", "Baseline {0}, supplied by {1}, {2}: {3}")
    };
    say(language, dutch, english, &[partner, by, day, source])
}

/// Who supplied a part, and when.
pub fn supplied_by(language: Language, by: &str, day: &str) -> String {
    say(language, "Aangeleverd door {0}, {1}.", "Supplied by {0}, {1}.", &[by, day])
}

/// How much of a part is new, other than it was, and gone.
pub fn changed(language: Language, added: usize, changed: usize, removed: usize) -> String {
    say(
        language,
        "Nieuw: {0}. Gewijzigd: {1}. Vervallen: {2}.",
        "New: {0}. Changed: {1}. Removed: {2}.",
        &[&rows(language, added), &rows(language, changed), &rows(language, removed)],
    )
}
