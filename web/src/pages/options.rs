//! The options, to change: what is shared, in which form, from when, what that costs once and who pays.

use deelsom_core::{Line, Pointed};
use deelsom_language::words::{editing, field, page, status};
use deelsom_language::{Word, codes};
use deelsom_views::structure::{list, name};
use serde_json::Value;
use yew::Html;

use crate::edit::hints;
use crate::flow::Flow;
use crate::mark;
use crate::part::{self, element, join, line, with};
use crate::record::{
    Draw, Kept, Known, MOVE, ONE_OFF, OPTION, OPTION_FIELDS, OPTION_UNIT, Pick, RECURRING, Record,
    add_button, class_of_key, editor, fields, fold, kept, key, table, tools, wide,
};
use crate::shown::Shown;
use crate::state::{Reads, text_at};
use crate::view::remarks;

/// What is typed on this page.
const TYPED: [Reads; 7] =
    [Reads::Month, Reads::Amount, Reads::Percent, Reads::Number, Reads::Whole, Reads::Years, Reads::Fte];

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let known = Known::of(shown);
    let mut flow = Flow::new(shown);
    flow.add(hints(shown, &TYPED));
    let count = list(&shown.state.file, "/options").len();
    for place in 0..count {
        let at = format!("/options/{place}");
        let known = known.in_option(shown, &at).shared();
        flow.add(option(shown, &known, &at, (place == 0, place + 1 == count)));
    }
    if count == 0 {
        flow.text(shown.say(status::NO_OPTIONS));
    }
    flow.add(add_button(shown, OPTION, "/options", ("", "")));
    editor(shown, flow.show())
}

fn option(shown: Shown<'_>, known: &Kept, at: &str, ends: (bool, bool)) -> Html {
    let option = shown.state.file.at(at).unwrap_or(&Value::Null);
    let id = remarks::id(at);
    let status = mark::status(shown, text_at(&shown.state.file, &[at, "/status"].concat()));
    let heading = element("h2", with!("id": &id, "tabindex": "-1"), vec![part::text(name(option))]);
    let tools = tools(shown, at, name(option), ends, Some("name"));
    let list_of = |name: &str, word: Word, record: &'static Record| {
        let list = [at, "/", name].concat();
        let heading = element(
            "h3",
            with!("id": &remarks::id(&list), "tabindex": "-1"),
            vec![part::text(shown.say(word))],
        );
        join(vec![heading, listed(shown, known, record, &list, word)])
    };
    let folded = |name: &str, word: Word, draw: Draw| {
        let list = [at, "/", name].concat();
        let count = self::list(&shown.state.file, &list).len().to_string();
        wide(shown, known, list, [shown.say(word), " (", &count, ")"].concat(), draw)
    };
    let parts = vec![
        heading,
        element("p", with!(), vec![status]),
        element("div", with!("class": "row-tools"), tools),
        fields(shown, known, at, OPTION_FIELDS),
        list_of("units", editing::UNITS_OF_OPTION, OPTION_UNIT),
        list_of("moves", page::MOVES, MOVE),
        folded("one_offs", page::ONE_OFFS, one_offs),
        folded("recurring", page::RECURRING, recurring),
        line("h3", "", shown.say(page::KEYS)),
        kept(shown, known, [at, "/keys"].concat(), keys),
        fold(shown, known, [at, "/keys/lines"].concat(), shown.say(field::LINE_KEY).to_owned(), line_keys),
    ];
    element("section", with!("class": "option", "aria-labelledby": &id), parts)
}

fn one_offs(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    listed(shown, known, ONE_OFF, at, page::ONE_OFFS)
}

fn recurring(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    listed(shown, known, RECURRING, at, page::RECURRING)
}

/// A list of an option; its caption names the option, since every option has one.
fn listed(shown: Shown<'_>, known: &Kept, record: &'static Record, list: &str, word: Word) -> Html {
    let option = list.rsplit_once('/').map_or("", |(option, _)| option);
    let option = shown.state.file.at(option).map_or("", name);
    table(shown, known, record, list, &[shown.say(word), ": ", option].concat(), ("", ""))
}

/// The key for everything, and one for every service that moves.
fn keys(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    let mut parts =
        vec![pick(shown, known, &[at, "/default"].concat(), field::DEFAULT_KEY, "", field::HISTORIC_UNLESS)];
    for (service, name) in &known.moved {
        let at = [at, "/services/", service].concat();
        parts.push(pick(shown, known, &at, field::KEY, name, field::AS_FOR_ALL));
    }
    element("div", with!("class": "choices"), parts)
}

/// A key for every line of costs that can have one of its own.
fn line_keys(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    let lines = Line::ALL.iter().filter(|line| !matches!(line, Line::Vat | Line::Settlement));
    let parts = lines.map(|line| {
        let name = codes::line(line.code()).map_or(line.code(), |word| shown.say(word));
        pick(shown, known, &[at, "/", line.code()].concat(), field::KEY, name, field::AS_FOR_ALL)
    });
    element("div", with!("class": "choices"), parts.collect())
}

fn pick(shown: Shown<'_>, known: &Kept, at: &str, word: Word, of: &str, otherwise: Word) -> Html {
    let label = [shown.say(word), if of.is_empty() { "" } else { ", " }, of].concat();
    let how = Pick { label, otherwise: shown.say(otherwise), in_table: false, payer: false };
    element("div", with!("class": class_of_key(shown, at)), vec![key(shown, known, at, how)])
}
