//! A row of a table of records: its fields, its buttons, and further fields below it for who asks for them.
//!
//! A page may have a hundred and a key stroke changes one: a row is drawn anew only where what it shows has changed.

use deelsom_core::Pointed;
use std::rc::Rc;

use deelsom_language::words::editing;
use serde_json::Value;
use yew::{Callback, Component, Context, Html, Properties};

use super::item::Place;
use super::{Known, Record, tools};
use crate::part::{element, join, press, text, with};
use crate::shown::Shown;
use crate::state::{Action, State};
use crate::view::remarks;

/// What a row is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct RowOf {
    pub(super) state: Rc<State>,
    pub(super) act: Callback<Action>,
    pub(super) known: Rc<Known>,
    pub(super) record: &'static Record,
    /// The place in the study. What belongs to one place is always drawn in the same way.
    pub(super) at: String,
    /// Whether it is the first, and the last.
    pub(super) ends: (bool, bool),
    /// Whether the further fields are in sight, and what brings them there or takes them away.
    pub(super) open: bool,
    pub(super) toggle: Callback<String>,
}

impl PartialEq for RowOf {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
            && (self.ends, self.open) == (other.ends, other.open)
            && (Rc::ptr_eq(&self.known, &other.known) || self.known == other.known)
            && self.state.shows_the_same(&other.state, &self.at)
    }
}

/// The row on the page.
pub(crate) struct Row;

impl Component for Row {
    type Message = ();
    type Properties = RowOf;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let RowOf { state, act, known, record, at, ends, open, toggle } = context.props();
        let shown = Shown { state, act };
        let value = state.file.at(at).unwrap_or(&Value::Null);
        let place = Place { shown, known, at, record: value, in_table: true };
        let id = remarks::id(at);
        let mut cells = Vec::new();
        for item in record.columns {
            for part in place.draw(item) {
                cells.push(if cells.is_empty() {
                    // A field that is the whole record has its id.
                    let id = if item.name.is_empty() { "" } else { &id };
                    element("th", with!("scope": "row", "id": id, "tabindex": "-1"), vec![part])
                } else {
                    element("td", with!(), vec![part])
                });
            }
        }
        let open = *open;
        let mut buttons = Vec::new();
        if !record.more.is_empty() {
            let label = [shown.say(editing::MORE), ": ", place.name()].concat();
            let attributes = with!(
                "id": &[&id, "-more"].concat(),
                "class": "tool",
                "aria-expanded": if open { "true" } else { "false" },
                "aria-label": &label,
            );
            let at = at.clone();
            let toggle = toggle.reform(move |_| at.clone());
            buttons.push(press(attributes, vec![text(shown.say(editing::MORE))], toggle));
        }
        buttons.extend(tools(shown, at, place.name(), *ends, record.first()));
        cells.push(element("td", with!("class": "row-tools"), vec![element("div", with!(), buttons)]));
        let columns = cells.len().to_string();
        let row = element("tr", with!(), cells);
        if !open {
            return row;
        }
        let below = Place { in_table: false, ..place };
        let fields = record.more.iter().flat_map(|item| below.draw(item)).collect();
        let group = with!("class": "choices", "role": "group", "aria-label": place.name());
        let fields = element("div", group, fields);
        let more = element("td", with!("colspan": &columns), vec![fields]);
        join(vec![row, element("tr", with!("class": "more"), vec![more])])
    }
}

/// Whether something is wrong in a field of a record that is out of sight.
pub(super) fn asks_for_more(state: &State, record: &Record, at: &str) -> bool {
    state.problems.iter().any(|problem| {
        let rest = problem.path.strip_prefix(at).and_then(|rest| rest.strip_prefix('/'));
        rest.is_some_and(|rest| record.more.iter().any(|item| is_within(rest, item.name)))
    })
}

/// Whether a place is another or in it.
pub(super) fn is_within(place: &str, other: &str) -> bool {
    place.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
