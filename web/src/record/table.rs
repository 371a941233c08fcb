//! A list of records: a table, or nothing yet, and a button to add one.

use std::rc::Rc;

use deelsom_language::words::{editing, status};
use deelsom_views::structure;
use serde_json::Value;
use yew::{Callback, Component, Context, Html, Properties, html};

use super::row::{Row, RowOf};
use super::{Item, Kind, Known, Of, Record, add_button};
use crate::part::{join, line};
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
    /// The records it shows, with their places in the list.
    fn records(&self) -> impl Iterator<Item = (usize, &Value)> {
        let records = structure::list(&self.state.file, &self.list).iter().enumerate();
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
struct Table;

impl Component for Table {
    type Message = ();
    type Properties = TableOf;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let TableOf { state, act, known, record, list, caption, service, name } = context.props();
        let shown = Shown { state, act };
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
            };
            sheet.add(html! { <Row ..row /> });
        }
        sheet.show()
    }
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
