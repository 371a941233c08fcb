//! A key to choose, and what it is composed of: the weights of a mix, given shares, a key by period.

use deelsom_core::Pointed;
use deelsom_language::number;
use deelsom_language::words::{button, editing, field};
use deelsom_views::structure::{starter, text};
use serde_json::Value;
use yew::Html;

use super::Of;
use super::act;
use super::known::{Items, Known};
use crate::edit::Field;
use crate::part::{self, element, join, line, select, with};
use crate::shown::Shown;
use crate::state::Reads;
use crate::view::remarks;

/// Keys with parts to fill in.
const COMPOSED: [&str; 4] = ["fixed", "mix", "schedule", "keep_within"];

/// How a key is chosen.
pub(crate) struct Pick<'a> {
    pub(crate) label: String,
    /// What holds where none is; nothing where there must be one.
    pub(crate) otherwise: &'a str,
    pub(crate) in_table: bool,
    /// Whether someone may also pay it alone.
    pub(crate) payer: bool,
}

/// A key to choose and below it what it is composed of.
pub(crate) fn with_parts(shown: Shown<'_>, known: &Known, at: &str, pick: Pick<'_>) -> Html {
    let label = pick.label.clone();
    join(vec![choose(shown, known, at, pick), parts(shown, known, at, &label)])
}

fn choose(shown: Shown<'_>, known: &Known, at: &str, pick: Pick<'_>) -> Html {
    let now = shown.state.file.at(at).unwrap_or(&Value::Null);
    let code = text(now, "key");
    let mut items = Items::new();
    if !pick.otherwise.is_empty() {
        items.push((String::new(), pick.otherwise.to_owned()));
    }
    for (kind, name) in &known.keys {
        let value = match kind.as_str() {
            kind if kind == code && COMPOSED.contains(&kind) => now.to_string(),
            kind if COMPOSED.contains(&kind) => starter(&shown.state.file, kind, now).to_string(),
            kind => kind.to_owned(),
        };
        items.push((value, name.clone()));
    }
    if pick.payer {
        for (id, name) in known.all(Of::Units) {
            let mut bearer = serde_json::Map::new();
            bearer.insert("bearer".to_owned(), id.as_str().into());
            let name = [name, " ", shown.say(editing::ALONE)].concat();
            items.push((Value::Object(bearer).to_string(), name));
        }
    }
    let whole = COMPOSED.contains(&code) || !now["bearer"].is_null();
    let picked = if whole { now.to_string() } else { Reads::Key.write(shown.language(), now) };
    // A key that cannot be picked here stands in the list as long as it is the one.
    if !items.iter().any(|(key, _)| *key == picked) {
        let name = if picked.is_empty() {
            shown.say(editing::NOTHING_CHOSEN).to_owned()
        } else if let Some(bearer) = now["bearer"].as_str() {
            [known.name(bearer.trim_start_matches("unit:")), " ", shown.say(editing::ALONE)].concat()
        } else {
            known.key_name(shown, &picked)
        };
        items.push((picked.clone(), name));
    }
    let at = at.to_owned();
    let field = if pick.in_table {
        Field::in_table(at, Reads::Key, pick.label)
    } else {
        Field::new(at, Reads::Key, pick.label)
    };
    field.pick(shown, &items, &picked)
}

/// What a composed key is made of; nothing of another.
fn parts(shown: Shown<'_>, known: &Known, at: &str, of: &str) -> Html {
    let key = shown.state.file.at(at).unwrap_or(&Value::Null);
    let inner = |name: &str| [at, "/", name].concat();
    let (word, fields) = match text(key, "key") {
        "mix" => (editing::PARTS, mix(shown, known, &inner("of"))),
        "fixed" => (field::SHARES, shares(shown, known, &inner("shares"))),
        "schedule" => (editing::FROM_YEAR, schedule(shown, known, &inner("from"))),
        "keep_within" => {
            let label = shown.say(editing::WATCHED_KEY).to_owned();
            let tolerance = shown.say(field::TOLERANCE).to_owned();
            let tolerance = Field::new(inner("tolerance"), Reads::Percent, tolerance).optional().show(shown);
            let mut fields = vec![inside(shown, known, &inner("of"), label), tolerance];
            fields.extend(shares(shown, known, &inner("previous")));
            (editing::PREVIOUS_SHARES, fields)
        }
        _ => return Html::default(),
    };
    let legend = line("legend", "", &[shown.say(word), ": ", of].concat());
    let group = element("div", with!("class": "choices"), fields);
    let id = [&remarks::id(at), "-parts"].concat();
    element("fieldset", with!("id": &id, "class": "parts"), vec![legend, group])
}

/// The class of what a key is picked in: one with parts of its own takes the whole line.
pub(crate) fn class_of(shown: Shown<'_>, at: &str) -> &'static str {
    let key = shown.state.file.at(at).unwrap_or(&Value::Null);
    if COMPOSED.contains(&text(key, "key")) { "part composed" } else { "part" }
}

/// A key within another.
fn inside(shown: Shown<'_>, known: &Known, at: &str, label: String) -> Html {
    let pick = Pick { label, otherwise: "", in_table: false, payer: false };
    element("div", with!("class": class_of(shown, at)), vec![with_parts(shown, known, at, pick)])
}

fn mix(shown: Shown<'_>, known: &Known, list: &str) -> Vec<Html> {
    let parts = deelsom_views::structure::list(&shown.state.file, list);
    let weight_of = |part: &Value| part["weight"].as_f64().unwrap_or_default();
    let total: f64 = parts.iter().map(weight_of).sum();
    let mut drawn = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        let at = format!("{list}/{nth}");
        let count = [" ", &(nth + 1).to_string()].concat();
        let label = |word| [shown.say(word), &count].concat();
        let weight = Field::new([&at, "/weight"].concat(), Reads::Number, label(field::WEIGHT)).show(shown);
        let share = if total > 0.0 { weight_of(part) / total } else { 0.0 };
        let share = ["= ", &number::percent(shown.language(), share, 0)].concat();
        let remove = if parts.len() > 1 {
            act::button(shown, "remove", &at, button::REMOVE, &label(editing::KEY_OF_PART))
        } else {
            Html::default()
        };
        let key = inside(shown, known, &[&at, "/key"].concat(), label(editing::KEY_OF_PART));
        drawn.push(element(
            "div",
            with!("class": class_of(shown, &[&at, "/key"].concat())),
            vec![weight, line("p", "read", &share), key, remove],
        ));
    }
    drawn.push(act::button(shown, "add", list, editing::ADD_PART, ""));
    drawn
}

fn shares(shown: Shown<'_>, known: &Known, table: &str) -> Vec<Html> {
    let partners = known.all(Of::Partners).iter();
    let fields = partners.map(|(id, name)| {
        let label = [shown.say(field::SHARES), ", ", name].concat();
        Field::new([table, "/", id].concat(), Reads::Number, label).optional().show(shown)
    });
    fields.collect()
}

fn schedule(shown: Shown<'_>, known: &Known, table: &str) -> Vec<Html> {
    let keys = shown.state.file.at(table).and_then(Value::as_object);
    let years = keys.into_iter().flatten().map(|(year, _)| year);
    let years: Vec<&String> = years.collect();
    let mut drawn = Vec::new();
    for year in &years {
        let label = [shown.say(editing::FROM_YEAR), " ", year].concat();
        let at = [table, "/", year].concat();
        let remove = if years.len() > 1 {
            act::button(shown, "year-remove", &at, button::REMOVE, &label)
        } else {
            Html::default()
        };
        drawn.push(join(vec![inside(shown, known, &at, label), remove]));
    }
    let free: Vec<(String, String)> = known
        .years
        .iter()
        .filter(|year| !years.contains(year))
        .map(|year| (year.clone(), year.clone()))
        .collect();
    if let Some((first, _)) = free.first() {
        let id = act::year_picker(table);
        let label =
            element("label", with!("for": &id), vec![part::text(shown.say(editing::FROM_WHICH_YEAR))]);
        let list =
            element("div", with!("class": "field"), vec![label, select(with!("id": &id), &free, first)]);
        drawn.push(join(vec![list, act::button(shown, "year-add", table, editing::ADD_YEAR, "")]));
    }
    drawn
}
