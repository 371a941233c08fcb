//! A list of records: a table, or nothing yet, and a button to add one.

use std::rc::Rc;

use deelsom_language::words::{editing, status};
use deelsom_views::structure;
use yew::{Html, html};

use super::row::{Row, RowOf};
use super::{Item, Kind, Known, Of, Record, add_button};
use crate::part::{join, line};
use crate::sheet::Sheet;
use crate::shown::Shown;
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
    let records = structure::list(&shown.state.file, list).iter().enumerate();
    let here = records.filter(|(_, one)| service.is_empty() || structure::text(one, "service") == service);
    let here: Vec<usize> = here.map(|(place, _)| place).collect();
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
            state: shown.state.clone(),
            act: shown.act.clone(),
            known: known.clone(),
            record,
            at: format!("{list}/{place}"),
            ends: (nth == 0, nth == end),
        };
        sheet.add(html! { <Row ..row /> });
    }
    sheet.show()
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
