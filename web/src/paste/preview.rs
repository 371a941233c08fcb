//! A table as it is read, before it is taken over: every cell, and what is wrong with it.

use std::collections::BTreeMap;

use deelsom_language::words::exchange as words;
use deelsom_language::{number, sentences};
use deelsom_tables::{Column, Fault, Read, Table, What, said};
use deelsom_views::difference::place_in_words;
use yew::Html;

use crate::part::{element, join, line, list, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;

/// So many rows are drawn; the others are read all the same.
const MOST_ROWS: usize = 100;
/// So many faults are listed above the table.
const MOST_FAULTS: usize = 10;

/// What is wrong, what is new, and the rows. What is wrong is told by the cell of a file, or else by row and column.
pub(super) fn show(
    shown: Shown<'_>,
    table: &Table,
    notes: impl Iterator<Item = String>,
    of_file: bool,
) -> Html {
    let language = shown.language();
    let mut parts = Vec::new();
    if !table.faults.is_empty() {
        parts.push(faults(shown, table, of_file));
    }
    let mut news = Vec::new();
    for said in table.notes.iter().map(|note| note.sentence(language)).chain(notes) {
        news.push(text(&said));
    }
    for new in &table.news {
        let say = if new.list == "services" { sentences::new_service } else { sentences::new_source };
        news.push(text(&say(language, &new.name)));
    }
    if table.lost_ranges > 0 {
        news.push(text(&sentences::ranges_lost(language, table.lost_ranges)));
    }
    if !news.is_empty() {
        parts.push(list("warnings", news));
    }
    let drawn = drawn(table);
    if drawn.len() < table.rows.len() {
        parts.push(line("p", "note", &sentences::rows_shown(language, drawn.len(), table.rows.len())));
    }
    parts.push(sheet(shown, table, &drawn));
    join(parts)
}

/// The rows that are drawn: those with faults first of all, and as many others as there is room for.
fn drawn(table: &Table) -> Vec<usize> {
    let mut faulty: Vec<usize> = table.faults.iter().filter_map(|fault| fault.row).collect();
    faulty.dedup();
    faulty.truncate(MOST_ROWS);
    let others = (0..table.rows.len()).filter(|row| !faulty.contains(row)).take(MOST_ROWS - faulty.len());
    let mut drawn: Vec<usize> = faulty.iter().copied().chain(others).collect();
    drawn.sort_unstable();
    drawn
}

fn faults(shown: Shown<'_>, table: &Table, of_file: bool) -> Html {
    let language = shown.language();
    // What is wrong in the same way in many rows is said once, by the first of them.
    let mut alike: Vec<(&Fault, usize, String)> = Vec::new();
    let mut places: BTreeMap<(bool, Option<usize>, String), usize> = BTreeMap::new();
    for fault in &table.faults {
        let about = [about(shown, fault), fault.sentence(language)].concat();
        let place = *places.entry((fault.row.is_some(), fault.column, about)).or_insert(alike.len());
        match alike.get_mut(place) {
            Some((_, count, _)) => *count += 1,
            None => alike.push((fault, 1, fault.sentence(language))),
        }
    }
    let mut points = Vec::new();
    for (fault, count, sentence) in alike.iter().take(MOST_FAULTS) {
        let place = fault.row.and_then(|row| table.rows.get(row)).map(|row| {
            let column = fault.column.and_then(|column| table.columns.get(column));
            let column = column.map(|column| column.heading(language, &table.known)).unwrap_or_default();
            sentences::cell_of(language, row.number, &column)
        });
        let place = fault.address.clone().filter(|_| of_file).or(place);
        let place = place.unwrap_or_else(|| about(shown, fault));
        let more = if *count > 1 && fault.row.is_some() {
            sentences::and_more_rows(language, count - 1)
        } else {
            String::new()
        };
        let colon = if place.is_empty() { "" } else { ": " };
        points.push(text(&[&place, &more, colon, sentence].concat()));
    }
    if alike.len() > MOST_FAULTS {
        points.push(text(shown.say(words::NO_MORE)));
    }
    let heading = element("h3", with!("id": "paste-faults"), vec![text(shown.say(words::FAULTS))]);
    element(
        "section",
        with!("class": "problems", "aria-labelledby": "paste-faults"),
        vec![heading, list("", points)],
    )
}

/// What in the study a fault is about, where it is in no row of the table.
fn about(shown: Shown<'_>, fault: &Fault) -> String {
    match &fault.what {
        What::Remark(remark) if fault.row.is_none() => {
            place_in_words(&shown.state.file, &remark.path, shown.language())
        }
        _ => String::new(),
    }
}

fn sheet(shown: Shown<'_>, table: &Table, drawn: &[usize]) -> Html {
    let mut sheet = Sheet::of_words(shown, "paste-preview", shown.say(words::PREVIEW));
    sheet.head(shown.say(words::ROW));
    let columns: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(place, column)| is_used(table, *place, column)).collect();
    for (_, column) in &columns {
        sheet.head(&heading(shown, table, column));
    }
    let mut at: BTreeMap<(usize, Option<usize>), Vec<&Fault>> = BTreeMap::new();
    for fault in &table.faults {
        if let Some(row) = fault.row {
            let column = fault.column.filter(|column| *column < table.columns.len());
            at.entry((row, column)).or_default().push(fault);
        }
    }
    for &place in drawn {
        let row = &table.rows[place];
        let wrong = |column| at.get(&(place, column)).map_or(&[][..], Vec::as_slice);
        let number = text(&row.number.to_string());
        sheet.row_of(join(vec![number, sentences_of(shown, wrong(None))]), String::new());
        for (column, kind) in &columns {
            let nothing = Read::default();
            let cell = row.cells.get(*column).unwrap_or(&nothing);
            sheet.cell(self::cell(shown, table, kind, cell, wrong(Some(*column))));
        }
    }
    sheet.show()
}

/// Whether there is anything to see in a column: a heading, or a cell.
fn is_used(table: &Table, place: usize, column: &Column) -> bool {
    let filled =
        || table.rows.iter().any(|row| row.cells.get(place).is_some_and(|cell| !cell.text.is_empty()));
    match column {
        Column::Unread(heading) => !heading.is_empty() || filled(),
        _ => true,
    }
}

fn heading(shown: Shown<'_>, table: &Table, column: &Column) -> String {
    let heading = column.heading(shown.language(), &table.known);
    let heading = if heading.is_empty() { shown.say(words::WITHOUT_HEADING) } else { &heading };
    match column {
        Column::Unread(_) => [heading, " (", shown.say(words::NOT_READ), ")"].concat(),
        _ => heading.to_owned(),
    }
}

/// How a cell was read; below it what stands there, where that is written otherwise.
fn cell(shown: Shown<'_>, table: &Table, column: &Column, cell: &Read, wrong: &[&Fault]) -> Html {
    let read = column.holds().zip(cell.value.as_ref());
    let read = read.map(|(holds, value)| said(shown.language(), &table.known, holds, value));
    let mut parts = Vec::new();
    match read {
        Some(read) if read != cell.text => parts.extend([text(&read), line("small", "", &cell.text)]),
        _ if cell.text.is_empty() => parts.push(text(number::NOT_APPLICABLE)),
        _ => parts.push(text(&cell.text)),
    }
    parts.push(sentences_of(shown, wrong));
    join(parts)
}

fn sentences_of(shown: Shown<'_>, wrong: &[&Fault]) -> Html {
    let mut parts = Vec::new();
    for fault in wrong {
        let sentence = [shown.say(words::FAULT), " ", &fault.sentence(shown.language())].concat();
        parts.push(line("p", "error", &sentence));
    }
    join(parts)
}
