//! What the partners have today, to change.

use std::rc::Rc;

use deelsom_language::Word;
use deelsom_language::words::{editing, legend, page};
use deelsom_views::structure::{list, name, text};
use yew::Html;

use crate::edit::hints;
use crate::flow::Flow;
use crate::mark;
use crate::part::{self, element, join, with};
use crate::record::{
    DEPARTURE, Kept, Known, PARTNER, POST, RANGE, RUNNING_COST, Record, SERVICE, SOURCE, STUDY_FIELDS, UNIT,
    VOLUME, add_range, editor, fields, rows, table, wide,
};
use crate::shown::Shown;
use crate::state::Reads;

/// What is typed on this page.
const TYPED: [Reads; 6] =
    [Reads::Fte, Reads::Amount, Reads::Percent, Reads::Number, Reads::Whole, Reads::Month];

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let known: Kept = Known::of(shown).shared();
    let mut flow = Flow::new(shown);
    flow.add(hints(shown, &TYPED));
    let meaning = [" – ", shown.say(legend::ILLUSTRATIVE_MEANS)].concat();
    flow.list("plain", vec![join(vec![mark::status(shown, "illustrative"), part::text(&meaning)])]);
    heading(&mut flow, shown, "study", editing::STUDY);
    flow.add(fields(shown, &known, "", STUDY_FIELDS));
    lists(
        shown,
        &known,
        &mut flow,
        &[
            ("/partners", page::PARTNERS, PARTNER),
            ("/services", page::SERVICES, SERVICE),
            ("/units", page::UNITS, UNIT),
        ],
    );
    heading(&mut flow, shown, "posts", page::POSTS);
    for service in list(&shown.state.file, "/services") {
        let caption = [shown.say(page::POSTS), ": ", name(service)].concat();
        let of = (text(service, "id"), name(service));
        flow.add(table(shown, &known, POST, "/posts", &caption, of));
    }
    // A hundred names for a list that is empty in most studies.
    let someone_leaves = !list(&shown.state.file, "/departures").is_empty();
    let with_posts = if someone_leaves { known.with_posts(shown).shared() } else { known.clone() };
    lists(shown, &with_posts, &mut flow, &[("/departures", page::DEPARTURES, DEPARTURE)]);
    lists(
        shown,
        &known,
        &mut flow,
        &[
            ("/running_costs", page::RUNNING_COSTS, RUNNING_COST),
            ("/volumes", page::VOLUMES, VOLUME),
            ("/sources", page::SOURCES, SOURCE),
        ],
    );
    let count = list(&shown.state.file, "/ranges").len().to_string();
    let title = [shown.say(editing::RANGES), " (", &count, ")"].concat();
    flow.add(wide(shown, &known, "/ranges".to_owned(), title, ranges));
    flow.add(crate::paste::panel(shown));
    flow.add(crate::parts::panel(shown));
    editor(shown, flow.show())
}

/// The ranges, and a way to give a number one.
fn ranges(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    let known = Rc::new(known.with_numbers(shown));
    let rows = rows(shown, &known, RANGE, at, shown.say(editing::RANGES), ("", ""));
    join(vec![rows, element("div", with!("class": "choices"), vec![add_range(shown, &known)])])
}

/// Lists of the study, each below a heading of its own.
fn lists(shown: Shown<'_>, known: &Kept, flow: &mut Flow<'_>, lists: &[(&str, Word, &'static Record)]) {
    for (pointer, word, record) in lists {
        heading(flow, shown, pointer.trim_start_matches('/'), *word);
        flow.add(table(shown, known, record, pointer, shown.say(*word), ("", "")));
    }
}

/// A heading where someone who is sent to the list arrives.
fn heading(flow: &mut Flow<'_>, shown: Shown<'_>, id: &str, word: Word) {
    flow.add(element("h2", with!("id": id, "tabindex": "-1"), vec![part::text(shown.say(word))]));
}
