//! What parts change, before they are taken over.

use deelsom_language::words::exchange as words;
use deelsom_language::{Language, date, number, sentences};
use deelsom_tables::part::{Change, Merged, Supplied};
use deelsom_tables::{Column, Holds, Known, said};
use serde_json::Value;
use yew::Html;

use crate::part::{join, line, list, named, text};
use crate::paste;
use crate::sheet::Sheet;
use crate::shown::Shown;

/// Who supplied what, and what changes.
pub(super) fn show(shown: Shown<'_>, merged: &Merged) -> Html {
    let mut parts = Vec::new();
    for (place, supplied) in merged.supplied.iter().enumerate() {
        parts.push(one(shown, merged, place, supplied));
    }
    if merged.lost_ranges > 0 {
        let lost = sentences::ranges_lost(shown.language(), merged.lost_ranges);
        parts.push(list("warnings", vec![text(&lost)]));
    }
    join(parts)
}

fn one(shown: Shown<'_>, merged: &Merged, place: usize, supplied: &Supplied) -> Html {
    let language = shown.language();
    let day = date::from_iso(language, &supplied.date);
    let mut parts = vec![
        line("h4", "", &supplied.partner),
        line("p", "", &sentences::supplied_by(language, &supplied.by, &day)),
    ];
    let services =
        supplied.services.iter().map(|name| text(&sentences::new_service(language, name))).collect();
    parts.push(list("plain", services));
    if supplied.changes.is_empty() {
        parts.push(line("p", "", shown.say(words::NOTHING_CHANGES)));
        return join(parts);
    }
    let (added, changed, removed) = counts(&supplied.changes);
    parts.push(line("p", "", &sentences::changed(language, added, changed, removed)));
    parts.push(sheet(shown, &merged.known, place, supplied));
    join(parts)
}

fn counts(changes: &[Change]) -> (usize, usize, usize) {
    let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    (
        count(|change| change.before.is_none()),
        count(|change| change.before.is_some() && change.after.is_some()),
        count(|change| change.after.is_none()),
    )
}

fn sheet(shown: Shown<'_>, known: &Known, place: usize, supplied: &Supplied) -> Html {
    let language = shown.language();
    let caption = [shown.say(words::CHANGES_OF), " ", &supplied.partner].concat();
    let mut sheet = Sheet::of_words(shown, &format!("part-changes-{place}"), &caption);
    sheet.heads(&[words::WHAT, words::CHANGE, words::FIGURE, words::WAS, words::BECOMES]);
    for change in &supplied.changes {
        let kind = match (&change.before, &change.after) {
            (None, _) => words::ADDED,
            (_, None) => words::REMOVED,
            _ => words::CHANGED,
        };
        let mut row = |figure: &str, before: &str, after: &str| {
            sheet.row_of(named(&change.name, &paste::name(shown, change.subject)), String::new());
            for said in [shown.say(kind), figure, before, after] {
                sheet.text(said);
            }
        };
        for figure in change.figures() {
            let heading = Column::Field(figure.field).heading(language, known);
            let (before, after) = &figure.values;
            let said = |value| in_words(language, known, figure.field.holds, value);
            row(&heading, &said(before), &said(after));
        }
        if change.amounts_by_year() {
            row(shown.say(words::BY_YEAR), number::NOT_APPLICABLE, shown.say(words::CHANGED));
        }
    }
    sheet.show()
}

fn in_words(language: Language, known: &Known, holds: Holds, value: &Value) -> String {
    match value {
        Value::Null => number::NOT_APPLICABLE.to_owned(),
        value => said(language, known, holds, value),
    }
}
