//! A list of records: a table, or nothing yet, and a button to add one.

use std::collections::BTreeSet;
use std::rc::Rc;

use deelsom_language::words::{editing, status};
use deelsom_views::structure;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{Callback, Component, Context, Html, Properties, html};

use super::row::{Row, RowOf, asks_for_more};
use super::{Item, Kind, Known, Of, Record, add_button};
use crate::dom;
use crate::part::{hear, join, line};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::{Action, State};
use crate::view::remarks;

/// What tables on a page share.
pub(crate) type Kept = Rc<Known>;

/// The table of a list, or of those records of it that are of one service, given with its name; and a button to add one.
pub(crate) fn table(
    shown: Shown<'_>,
    known: &Kept,
    record: &'static Record,
    list: &str,
    caption: &str,
    of: (&str, &str),
) -> Html {
    join(vec![rows(shown, known, record, list, caption, of), add_button(shown, record, list, of)])
}

/// The table of a whole list, and a button to add one.
pub(crate) fn rows_and_add(
    shown: Shown<'_>,
    known: &Kept,
    record: &'static Record,
    list: &str,
    caption: &str,
) -> Html {
    table(shown, known, record, list, caption, ("", ""))
}

/// The table of a list to which nothing is added here.
pub(crate) fn rows(
    shown: Shown<'_>,
    known: &Kept,
    record: &'static Record,
    list: &str,
    caption: &str,
    (service, name): (&str, &str),
) -> Html {
    let (state, act, known) = (shown.state.clone(), shown.act.clone(), known.clone());
    let (list, caption) = (list.to_owned(), caption.to_owned());
    let table = TableOf {
        state,
        act,
        known,
        record,
        list,
        caption,
        service: service.to_owned(),
        name: name.to_owned(),
    };
    html! { <Table ..table /> }
}

/// What a table is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct TableOf {
    state: Rc<State>,
    act: Callback<Action>,
    known: Kept,
    record: &'static Record,
    /// The place of the list in the study. What belongs to one place is always drawn in the same way.
    list: String,
    caption: String,
    /// The id of the service whose records it shows; nothing where it shows all.
    service: String,
    /// What that service is called.
    name: String,
}

impl PartialEq for TableOf {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
            && (&self.caption, &self.service, &self.name) == (&other.caption, &other.service, &other.name)
            && (Rc::ptr_eq(&self.known, &other.known) || self.known == other.known)
            && self.state.says_the_same(&other.state, |pointer| self.shows(pointer) || other.shows(pointer))
            && self.records().eq(other.records())
    }
}

impl TableOf {
    /// All records of the list.
    fn all(&self) -> &[Value] {
        structure::list(&self.state.file, &self.list)
    }

    /// The records it shows, with their places in the list.
    fn records(&self) -> impl Iterator<Item = (usize, &Value)> {
        let records = self.all().iter().enumerate();
        records.filter(|(_, one)| self.holds(one))
    }

    fn holds(&self, record: &Value) -> bool {
        self.service.is_empty() || structure::text(record, "service") == self.service
    }

    /// Whether a place of the study is in one of them.
    fn shows(&self, pointer: &str) -> bool {
        let rest = pointer.strip_prefix(&self.list).and_then(|rest| rest.strip_prefix('/'));
        let place = rest.and_then(|rest| rest.split('/').next()).and_then(|place| place.parse().ok());
        let record = place.and_then(|place: usize| structure::list(&self.state.file, &self.list).get(place));
        record.is_some_and(|record| self.holds(record))
    }
}

/// The table on the page: drawn anew only where one of its records has changed.
#[derive(Default)]
struct Table {
    /// The places of the records whose further fields are in sight.
    open: BTreeSet<usize>,
}

impl Component for Table {
    /// The place of a record whose further fields are asked for, or no longer.
    type Message = String;
    type Properties = TableOf;

    fn create(context: &Context<Self>) -> Self {
        let mut table = Self::default();
        table.open_faulty(context.props());
        table
    }

    fn changed(&mut self, context: &Context<Self>, before: &TableOf) -> bool {
        let now = context.props();
        if now.list == before.list {
            self.open = std::mem::take(&mut self.open)
                .into_iter()
                .filter_map(|place| moved(before.all(), now.all(), place))
                .collect();
        } else {
            self.open.clear();
        }
        self.open_faulty(now);
        true
    }

    fn update(&mut self, _: &Context<Self>, at: String) -> bool {
        if let Some(place) = place_of(&at)
            && !self.open.remove(&place)
        {
            self.open.insert(place);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let TableOf { state, act, known, record, list, caption, service, name } = context.props();
        let (shown, toggle) = (Shown { state, act }, context.link().callback(|at| at));
        let here: Vec<usize> = context.props().records().map(|(place, _)| place).collect();
        let Some(end) = here.len().checked_sub(1) else {
            let of = if name.is_empty() { "" } else { ": " };
            return line("p", "note", &[name, of, shown.say(status::NOTHING_YET)].concat());
        };
        let id = [&remarks::id(list), "-table", service].concat();
        let mut sheet = Sheet::of_words(shown, &id, caption);
        for item in record.columns {
            head(shown, known, item, &mut sheet);
        }
        sheet.head(shown.say(editing::ROW));
        for (nth, place) in here.iter().enumerate() {
            let row = RowOf {
                state: state.clone(),
                act: act.clone(),
                known: known.clone(),
                record,
                at: format!("{list}/{place}"),
                ends: (nth == 0, nth == end),
                open: self.open.contains(place),
                toggle: toggle.clone(),
            };
            sheet.add(html! { <Row ..row /> });
        }
        let (list, places) = (list.clone(), here);
        let below = Callback::from(move |event: KeyboardEvent| go_below(&event, &list, &places));
        hear(sheet.show(), Rc::new(yew::html::onkeydown::Wrapper::new(below)))
    }
}

/// As in a spreadsheet Enter leads from a field to the same field of the next row, and with Shift of the one before.
fn go_below(event: &KeyboardEvent, list: &str, places: &[usize]) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let pointer =
        field.and_then(|field| field.get_attribute("data-pointer")).filter(|_| event.key() == "Enter");
    let next = pointer.and_then(|pointer| {
        let (place, name) = pointer.strip_prefix(list)?.strip_prefix('/')?.split_once('/')?;
        let row = places.iter().position(|one| one.to_string() == place)?;
        let row = if event.shift_key() { row.checked_sub(1)? } else { row + 1 };
        Some(format!("{list}/{}/{name}", places.get(row)?))
    });
    if let Some(next) = next {
        event.stop_propagation();
        dom::focus(&remarks::id(&next));
    }
}

impl Table {
    /// What is wrong is in sight, and does not close again under whoever mends it.
    fn open_faulty(&mut self, props: &TableOf) {
        let faulty =
            |place: &usize| asks_for_more(&props.state, props.record, &format!("{}/{place}", props.list));
        let places: Vec<usize> = props.records().map(|(place, _)| place).filter(faulty).collect();
        self.open.extend(places);
    }
}

/// The place at the end of a pointer.
fn place_of(at: &str) -> Option<usize> {
    at.rsplit('/').next()?.parse().ok()
}

/// Where the record of a place in a list stands in the list as it is now; nothing where it is gone.
fn moved(before: &[Value], now: &[Value], place: usize) -> Option<usize> {
    let record = before.get(place)?;
    if now.get(place) == Some(record) {
        return Some(place);
    }
    let elsewhere = now.iter().position(|other| other == record);
    // Where no record came, went or moved, this one was typed in.
    elsewhere.or((now.len() == before.len()).then_some(place))
}

/// The table of a list within a record.
pub(super) fn within(
    shown: Shown<'_>,
    known: &Known,
    record: &'static Record,
    list: &str,
    caption: &str,
) -> Html {
    table(shown, &Rc::new(known.clone()), record, list, caption, ("", ""))
}

/// The heading of a column, or of several where there is one for every partner.
fn head(shown: Shown<'_>, known: &Known, item: &Item, sheet: &mut Sheet) {
    match item.kind {
        Kind::ByPartner(_) => {
            for (_, name) in known.all(Of::Partners) {
                sheet.head(name);
            }
        }
        _ => sheet.head(shown.say(item.word)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_in_sight_goes_along_with_its_record() {
        let list = |names: &[&str]| names.iter().map(|name| json!({ "name": name })).collect::<Vec<Value>>();
        let before = list(&["a", "b", "c"]);
        for (now, place, expected) in [
            (list(&["a", "b", "c"]), 1, Some(1)),
            (list(&["b", "a", "c"]), 1, Some(0)),
            (list(&["a", "a (copy)", "b", "c"]), 1, Some(2)),
            (list(&["a", "c"]), 1, None),
            (list(&["b", "c"]), 1, Some(0)),
            (list(&["a", "typed", "c"]), 1, Some(1)),
        ] {
            assert_eq!(moved(&before, &now, place), expected, "{now:?}");
        }
    }
}
