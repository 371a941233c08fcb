//! The numbers of a study that can have a range: those that its records are described with.

use deelsom_core::Pointed;
use deelsom_language::words::editing;
use deelsom_views::structure::{list, name};
use serde_json::Value;
use yew::Html;

use super::described::{MOVE, ONE_OFF, PARTNER, POST, RECURRING, RUNNING_COST, VOLUME};
use super::known::Known;
use super::{Item, Kind, Of, Record, act};
use crate::part::{element, join, select, text, with};
use crate::shown::Shown;
use crate::state::Reads;

/// The id of the list from which a number is picked.
pub(super) const PICKER: &str = "number-of-study";

/// A number of the study.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Where it is.
    pub(super) pointer: String,
    /// What it is called.
    pub(super) name: String,
    /// How it is typed.
    pub(super) reads: Reads,
}

/// Every number of a study.
pub(super) fn numbers(shown: Shown<'_>, known: &Known) -> Vec<Number> {
    let mut found = Vec::new();
    let of_study =
        [("/partners", PARTNER), ("/posts", POST), ("/running_costs", RUNNING_COST), ("/volumes", VOLUME)];
    for (pointer, record) in of_study {
        of_list(shown, known, pointer, record, "", &mut found);
    }
    for (place, option) in list(&shown.state.file, "/options").iter().enumerate() {
        for (field, record) in [("moves", MOVE), ("one_offs", ONE_OFF), ("recurring", RECURRING)] {
            of_list(shown, known, &format!("/options/{place}/{field}"), record, name(option), &mut found);
        }
    }
    found
}

fn of_list(
    shown: Shown<'_>,
    known: &Known,
    pointer: &str,
    record: &Record,
    of: &str,
    found: &mut Vec<Number>,
) {
    for (place, one) in list(&shown.state.file, pointer).iter().enumerate() {
        let called = match name(one) {
            "" => known.name(one["service"].as_str().unwrap_or_default()),
            name => name,
        };
        let unit = one["unit"].as_str().map_or("", |unit| known.name(unit));
        let mut note = |field: &str, reads, label: &[&str]| {
            if one.at(&["/", field].concat()).is_some_and(Value::is_number) {
                let parts = [&[of, called, unit][..], label].concat();
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                found.push(Number {
                    pointer: format!("{pointer}/{place}/{field}"),
                    name: parts.join(", "),
                    reads,
                });
            }
        };
        for item in record.columns.iter().chain(record.more) {
            let word = shown.say(item.word);
            match typed(item) {
                Some(reads) => note(item.name, reads, &[word]),
                None => {
                    if let Kind::ByPartner(reads) = item.kind {
                        for (id, partner) in known.all(Of::Partners) {
                            note(&[item.name, "/", id].concat(), reads, &[word, partner]);
                        }
                    }
                }
            }
        }
    }
}

/// How the number in a field is typed.
fn typed(item: &Item) -> Option<Reads> {
    match item.kind {
        Kind::Typed(reads) | Kind::Optional(reads) => Some(reads),
        Kind::Cost | Kind::Amount => Some(Reads::Amount),
        Kind::InPost => Some(Reads::Fte),
        _ => None,
    }
}

/// A list of all numbers to pick one from, and a button that gives it a range.
pub(crate) fn add_range(shown: Shown<'_>, known: &Known) -> Html {
    let label = element("label", with!("for": PICKER), vec![text(shown.say(editing::NUMBER_OF_STUDY))]);
    let items: Vec<(String, String)> =
        known.numbers.iter().map(|number| (number.pointer.clone(), number.name.clone())).collect();
    let first = items.first().map_or("", |(pointer, _)| pointer.as_str());
    let numbers = select(with!("id": PICKER), &items, first);
    let field = element("div", with!("class": "field"), vec![label, numbers]);
    join(vec![field, act::button(shown, "add", "/ranges", editing::ADD_RANGE, "")])
}
