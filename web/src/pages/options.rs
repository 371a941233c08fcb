//! The options, to change: what is shared, from when, and by which key it is paid.

use deelsom_language::words::{field, page};
use serde_json::Value;
use yew::Html;

use super::study::{label, list, name, text};
use crate::choose::key;
use crate::edit::{Field, hints};
use crate::flow::Flow;
use crate::kept::kept;
use crate::mark;
use crate::part::{self, element, line, with};
use crate::shown::Shown;
use crate::state::{Reads, text_at};
use crate::view::remarks;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.add(hints(shown, &[Reads::Month]));
    for place in 0..list(shown, "/options").len() {
        flow.add(kept(shown, format!("/options/{place}"), option_fields));
    }
    flow.show()
}

fn option_fields(shown: Shown<'_>, at: &str) -> Html {
    let option = shown.state.file.pointer(at).unwrap_or(&Value::Null);
    let (mut months, mut keys) = (Vec::new(), Vec::new());
    let default_key = shown.say(field::DEFAULT_KEY).to_owned();
    keys.push(key(
        shown,
        [at, "/keys/default"].concat(),
        default_key,
        shown.say(field::HISTORIC_UNLESS).to_owned(),
    ));
    for (nth, moved) in list(shown, &[at, "/moves"].concat()).iter().enumerate() {
        let service = text(moved, "service");
        let of = [name(shown, service)];
        let month = label(shown, field::START_MONTH, &of);
        months.push(Field::new(format!("{at}/moves/{nth}/month"), Reads::Month, month).show(shown));
        let pointer = [at, "/keys/services/", service].concat();
        keys.push(key(
            shown,
            pointer,
            label(shown, field::KEY, &of),
            shown.say(field::AS_FOR_ALL).to_owned(),
        ));
    }
    let id = remarks::id(at);
    let status = mark::status(shown, text_at(&shown.state.file, &[at, "/status"].concat()));
    let heading = with!("id": id.as_str(), "tabindex": "-1");
    let parts = vec![
        element("h2", heading, vec![part::text(text(option, "name"))]),
        element("p", with!(), vec![status]),
        group(shown.say(page::MOVES), months),
        group(shown.say(page::KEYS), keys),
    ];
    element("section", with!("class": "option", "aria-labelledby": &id), parts)
}

fn group(legend: &str, fields: Vec<Html>) -> Html {
    element(
        "fieldset",
        with!(),
        vec![line("legend", "", legend), element("div", with!("class": "choices"), fields)],
    )
}
