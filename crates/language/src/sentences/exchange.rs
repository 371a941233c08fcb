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

/// That a sheet is not read since it is hidden.
pub fn sheet_hidden(language: Language, sheet: &str) -> String {
    say(
        language,
        "Het blad ‘{0}’ is verborgen en wordt niet gelezen.",
        "The sheet ‘{0}’ is hidden and is not read.",
        &[sheet],
    )
}

/// That a sheet is not read, and why.
pub fn sheet_left_out(language: Language, sheet: &str, why: &str) -> String {
    say(language, "Het blad ‘{0}’ wordt niet gelezen. {1}", "The sheet ‘{0}’ is not read. {1}", &[sheet, why])
}

/// That cells are merged, and which: the first few are named.
pub fn cells_merged(language: Language, ranges: &[String]) -> String {
    let named: Vec<&String> = ranges.iter().take(5).collect();
    let more = if named.len() < ranges.len() { "…" } else { "" };
    say(
        language,
        "Er zijn cellen samengevoegd ({0}{1}): alleen de eerste van elke groep heeft een waarde.",
        "Cells are merged ({0}{1}): only the first of each group has a value.",
        &[&crate::fact::list(language, &named), more],
    )
}

/// That values were made by formulas, whose results are taken.
pub fn formulas_taken(language: Language, cells: usize) -> String {
    if cells == 1 {
        let dutch = "Eén waarde komt uit een formule: de uitkomst is overgenomen.";
        return say(language, dutch, "One value comes from a formula: its result is taken.", &[]);
    }
    say(
        language,
        "{0} waarden komen uit formules: de uitkomsten zijn overgenomen.",
        "{0} values come from formulas: their results are taken.",
        &[&number(language, cells)],
    )
}

/// That rows above the headings are not read.
pub fn rows_above(language: Language, rows: usize) -> String {
    say(
        language,
        "Boven de koppen niet gelezen: {0}.",
        "Not read above the headings: {0}.",
        &[&self::rows(language, rows)],
    )
}

/// That rows of totals are not read, and which: the first few are named.
pub fn totals_left_out(language: Language, rows: &[usize]) -> String {
    let named: Vec<String> = rows.iter().take(5).map(usize::to_string).collect();
    let more = if named.len() < rows.len() { "…" } else { "" };
    let (dutch, english) = if rows.len() == 1 {
        ("Regel {0} is een totaal en wordt niet gelezen.", "Row {0} is a total and is not read.")
    } else {
        ("Regels {0}{1} zijn totalen en worden niet gelezen.", "Rows {0}{1} are totals and are not read.")
    };
    say(language, dutch, english, &[&crate::fact::list(language, &named), more])
}

/// That the services stand in columns and the partners in rows.
pub fn table_turned(language: Language) -> String {
    let (dutch, english) = (
        "De diensten staan in de kolommen en de gemeenten in de regels.",
        "The services are in the columns and the municipalities in the rows.",
    );
    say(language, dutch, english, &[])
}

/// That as many other rows have the same fault, after the place of the first.
pub fn and_more_rows(language: Language, rows: usize) -> String {
    say(language, " en nog {0}", " and {0} more", &[&self::rows(language, rows)])
}

/// That posts with a scale and a cost are taken at the cost.
pub fn scales_left_out(language: Language, posts: usize) -> String {
    say(
        language,
        "Regels met een salarisschaal én kosten per fte: {0}. De kosten gelden; de schaal wordt niet overgenomen.",
        "Rows with a salary scale and a cost per fte: {0}. The cost holds; the scale is not taken over.",
        &[&number(language, posts)],
    )
}

/// That rows of the example stay beside those that come.
pub fn examples_stay(language: Language, rows: usize) -> String {
    say(
        language,
        "Deze voorbeelden van Deelsom blijven meetellen: {0}. Kies ‘wordt vervangen’ als uw regels daarvoor in de plaats komen.",
        "These examples of Deelsom go on counting: {0}. Choose ‘is replaced’ if your rows take their place.",
        &[&self::rows(language, rows)],
    )
}

/// How a first amount was read, so that someone sees whether costs and income are the right way round.
pub fn first_amount(language: Language, name: &str, cents: i64) -> String {
    let cents_too = cents % 100 != 0;
    let amount = if cents_too { crate::amount::euros_exact } else { crate::amount::euros };
    let amount = amount(language, cents.saturating_abs());
    let (dutch, english) = if cents < 0 {
        (
            "‘{0}’ is gelezen als {1} aan inkomsten. Klopt dat?",
            "‘{0}’ is read as an income of {1}. Is that right?",
        )
    } else {
        ("‘{0}’ is gelezen als {1} aan kosten. Klopt dat?", "‘{0}’ is read as a cost of {1}. Is that right?")
    };
    say(language, dutch, english, &[name, &amount])
}
