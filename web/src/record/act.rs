//! Buttons that change lists, and the one listener that hears them.

use deelsom_core::Pointed;
use std::rc::Rc;

use deelsom_language::words::{button as words, editing, field, status};
use deelsom_language::{Language, Word, sentences};
use deelsom_views::structure::{self, Edited};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::{Callback, Html, MouseEvent};

use super::Record;
use super::range::PICKER;
use crate::dom;
use crate::part::{area, element, join, line, press, text, with};
use crate::shown::Shown;
use crate::state::{Action, State, text_at};
use crate::view::remarks;

/// A page with lists to change: it hears their buttons, and says at its foot what was done.
pub(crate) fn editor(shown: Shown<'_>, page: Html) -> Html {
    let (state, act) = (shown.state.clone(), shown.act.clone());
    let hear = Callback::from(move |event: MouseEvent| {
        pressed(&state, &act, &event);
    });
    let news = &shown.state.news;
    let notice = if news.is_empty() {
        Html::default()
    } else {
        // What was just taken back is what one may want again.
        let undone = news == shown.say(status::UNDONE);
        let (word, action) = if undone { (words::REDO, Action::Redo) } else { (words::UNDO, Action::Undo) };
        let button = press(with!(), vec![text(shown.say(word))], shown.on(action));
        element("div", with!("class": "notice"), vec![line("p", "", news), button])
    };
    join(vec![area(with!("class": "editor"), vec![page], hear), notice])
}

/// A button that does something at a place.
pub(super) fn button(shown: Shown<'_>, verb: &'static str, at: &str, word: Word, of: &str) -> Html {
    let word = shown.say(word);
    let label = if of.is_empty() { String::new() } else { [word, ": ", of].concat() };
    let id = [&remarks::id(at), "-", verb].concat();
    element(
        "button",
        with!("id": &id, "data-edit": verb, "data-at": at, "aria-label": &label),
        vec![text(word)],
    )
}

/// The id of the list to pick the year from that keys by year get.
pub(super) fn year_picker(table: &str) -> String {
    remarks::id(table) + "-free"
}

/// A button that adds a record to a list; `of` is the service that a post is to be of.
pub(crate) fn add_button(shown: Shown<'_>, record: &Record, list: &str, of: (&str, &str)) -> Html {
    let (service, name) = of;
    let word = shown.say(record.add);
    let label = if name.is_empty() { String::new() } else { [word, ": ", name].concat() };
    let end = if service.is_empty() { "-add".to_owned() } else { ["-add-", service].concat() };
    let id = [&remarks::id(list), end.as_str()].concat();
    let attributes = with!(
        "id": &id,
        "class": "add",
        "data-edit": "add",
        "data-at": list,
        "data-of": service,
        "data-name": shown.say(record.new),
        "data-first": record.columns.first().map_or("", |item| item.name),
        "aria-label": &label,
    );
    element("button", attributes, vec![text(word)])
}

/// The buttons of a record: copy, up, down, remove. `first` is the first field of the copy, where there can be one.
pub(crate) fn tools(
    shown: Shown<'_>,
    at: &str,
    name: &str,
    ends: (bool, bool),
    first: Option<&str>,
) -> Vec<Html> {
    let id = remarks::id(at);
    // What has no text here is drawn with a sign, by the style sheet.
    let tool = |verb: &'static str, seen: &str, word: Word, disabled: bool| {
        let label = [shown.say(word), ": ", name].concat();
        let attributes = with!(
            "id": &[&id, "-", verb].concat(),
            "class": "tool",
            "data-edit": verb,
            "data-at": at,
            "data-first": first.unwrap_or_default(),
            "aria-label": &label,
            "title": shown.say(word),
            "aria-disabled": if disabled { "true" } else { "" },
        );
        element("button", attributes, vec![text(seen)])
    };
    let mut tools = Vec::new();
    if text_at(&shown.state.file, &[at, "/status"].concat()) == "illustrative" {
        tools.push(tool("own", shown.say(editing::OWN_FIGURES), editing::OWN, false));
    }
    if first.is_some() {
        tools.push(tool("copy", shown.say(editing::COPY), editing::COPY, false));
    }
    tools.push(tool("up", "", editing::UP, ends.0));
    tools.push(tool("down", "", editing::DOWN, ends.1));
    tools.push(tool("remove", "", words::REMOVE, false));
    tools
}

/// Does what a button says, says that it was done, and puts the reader where it happened.
fn pressed(state: &Rc<State>, act: &Callback<Action>, event: &MouseEvent) -> Option<()> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let button = pressed.closest("[data-edit]").ok()??;
    if button.has_attribute("aria-disabled") {
        return None;
    }
    let said = |name: &str| button.get_attribute(name).unwrap_or_default();
    let (verb, at) = (said("data-edit"), said("data-at"));
    let of = if at == "/ranges" { dom::value(PICKER).unwrap_or_default() } else { said("data-of") };
    let (file, language) = (&state.file, state.language);
    let edited = match verb.as_str() {
        "add" => structure::add(file, &at, &said("data-name"), &of),
        "copy" => structure::copy(file, &at, &[" ", editing::COPIED_NAME.text(language)].concat()),
        "up" | "down" => structure::shift(file, &at, verb == "up"),
        "remove" => structure::remove(file, &at),
        "own" => structure::own(file, &at),
        "year-add" => structure::add_year(file, &at, &dom::value(&year_picker(&at))?),
        "year-remove" => structure::remove_year(file, &at),
        "by-year" | "at-once" => structure::by_year(file, &at, verb == "by-year"),
        _ => None,
    }?;
    let told = told(state, &verb, &at, &edited);
    let next = next(&verb, &said("data-first"), &edited);
    act.emit(Action::Change(Rc::new(edited.study)));
    act.emit(Action::Tell(told));
    spawn_local(async move {
        // Only then is it drawn.
        dom::next_task().await;
        dom::focus(&next);
    });
    Some(())
}

/// What was done, in a sentence.
fn told(state: &State, verb: &str, at: &str, edited: &Edited) -> String {
    let language = state.language;
    let named = |file: &Value, at: &str| {
        let record = file.at(at).unwrap_or(&Value::Null);
        let service = || structure::text(record, "service");
        let name = match structure::name(record) {
            "" => name_of(file, service()),
            name => name,
        };
        if name.is_empty() { kind(at).text(language).to_owned() } else { name.to_owned() }
    };
    match verb {
        "remove" => {
            let gone: Vec<(&str, usize)> =
                edited.gone.iter().map(|(list, count)| (list.as_str(), *count)).collect();
            sentences::editing::removed(language, &named(&state.file, at), &gone)
        }
        "copy" => sentences::editing::copied(language, &named(&edited.study, &edited.at)),
        "up" | "down" => {
            let (list, place) = edited.at.rsplit_once('/').unwrap_or_default();
            let place = place.parse().unwrap_or(0) + 1;
            let of = structure::list(&edited.study, list).len();
            sentences::editing::moved(language, &named(&edited.study, &edited.at), place, of)
        }
        "own" => sentences::editing::own(language, &named(&edited.study, &edited.at)),
        "add" => sentences::editing::added(language, &named(&edited.study, &edited.at)),
        "year-add" => sentences::editing::added(language, &year(language, &edited.at)),
        "year-remove" => sentences::editing::removed(language, &year(language, at), &[]),
        _ => String::new(),
    }
}

/// What a year of keys is called.
fn year(language: Language, at: &str) -> String {
    [editing::FROM_YEAR.text(language), " ", at.rsplit('/').next().unwrap_or_default()].concat()
}

/// What something without a name is.
fn kind(at: &str) -> Word {
    match at.rsplit('/').nth(1) {
        Some("of") => editing::KEY_OF_PART,
        Some("ranges") => field::RANGE,
        _ => editing::PHASE_YEAR,
    }
}

/// The name of a service.
fn name_of<'a>(file: &'a Value, id: &'a str) -> &'a str {
    let services = structure::list(file, "/services").iter();
    services.into_iter().find(|one| structure::text(one, "id") == id).map_or(id, structure::name)
}

/// Where the reader goes on: a new record at its first field, a moved one at the same button.
fn next(verb: &str, first: &str, edited: &Edited) -> String {
    let id = remarks::id(&edited.at);
    let is_list = edited.study.at(&edited.at).is_none_or(Value::is_array);
    match verb {
        "remove" if is_list => id + "-add",
        "add" | "copy" if first.is_empty() => id,
        "add" | "copy" => [&id, "-", first].concat(),
        "by-year" | "at-once" => id + "-amounts",
        "year-add" => id,
        "year-remove" => year_picker(&edited.at),
        verb => [&id, "-", verb].concat(),
    }
}
