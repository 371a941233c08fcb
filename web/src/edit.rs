//! Fields. Each is called by its place in the study, and says so to the one listener in `app.rs`.

use deelsom_language::{codes, problem, words::{field, table}};
use serde_json::Value;
use yew::{Html, html};

use crate::shown::Shown;
use crate::state::{Choice, Reads, Typed};
use crate::view::{remarks, split};

/// A field: where it is, what belongs in it and what it is called.
pub(crate) struct Field {
    pub(crate) pointer: String,
    pub(crate) reads: Reads,
    pub(crate) label: String,
    /// In a table the headings are what one sees; the label is for who cannot see them.
    pub(crate) in_table: bool,
}

impl Field {
    /// A field with its label in sight.
    pub(crate) fn new(pointer: impl Into<String>, reads: Reads, label: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), reads, label: label.into(), in_table: false }
    }

    /// A field in a table.
    pub(crate) fn in_table(pointer: String, reads: Reads, label: String) -> Self {
        Self { pointer, reads, label, in_table: true }
    }

    /// The field with what the study says there.
    pub(crate) fn show(self, shown: Shown<'_>) -> Html {
        let value = shown.state.file.pointer(&self.pointer).cloned().unwrap_or_default();
        self.show_value(shown, &value)
    }

    /// The field with a value that holds until the study says something else.
    pub(crate) fn show_value(self, shown: Shown<'_>, value: &Value) -> Html {
        let language = shown.language();
        let typing = shown.state.typing.as_ref().filter(|typed| typed.pointer == self.pointer);
        let typed = typing.or_else(|| shown.state.unread.iter().find(|typed| typed.pointer == self.pointer));
        let text = typed.map_or_else(|| self.reads.write(language, value), |typed| typed.text.clone());
        let read = typed.is_none() && shown.state.left.as_ref() == Some(&self.pointer);
        let echo = if read { self.reads.echo(language, value) } else { None };
        let id = remarks::id(&self.pointer);
        let reads = self.reads.code();
        let hint = self.reads.wanted().map(|_| format!("hint-{reads}"));
        self.around(shown, &id, hint, echo, |described, invalid| {
            html! {
                <input id={id.clone()} type="text" autocomplete="off" spellcheck="false"
                    inputmode={if hint_is_number(reads) { "decimal" } else { "text" }}
                    data-pointer={self.pointer.clone()} data-reads={reads} value={text}
                    aria-describedby={described} aria-invalid={invalid} />
            }
        })
    }

    /// A list to pick from; every item is a value and a name.
    pub(crate) fn pick(self, shown: Shown<'_>, items: Vec<(String, String)>, picked: &str) -> Html {
        let id = remarks::id(&self.pointer);
        self.around(shown, &id, None, None, |described, invalid| {
            html! {
                <select id={id.clone()} ~value={picked.to_owned()} data-pointer={self.pointer.clone()} data-reads={self.reads.code()}
                    aria-describedby={described} aria-invalid={invalid}>
                    { for items.into_iter().map(|(value, name)| option(value, name, picked)) }
                </select>
            }
        })
    }

    /// What every field has around it: its label, what is wrong with it, and how it was read.
    fn around(
        &self,
        shown: Shown<'_>,
        id: &str,
        hint: Option<String>,
        echo: Option<String>,
        control: impl FnOnce(Option<String>, Option<&'static str>) -> Html,
    ) -> Html {
        let errors = errors(shown, &self.pointer);
        let error_id = (!errors.is_empty()).then(|| format!("{id}-error"));
        let echo_id = echo.is_some().then(|| format!("{id}-read"));
        let described: Vec<String> = [hint, error_id.clone(), echo_id.clone()].into_iter().flatten().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        html! {
            <div class="field">
                <label for={id.to_owned()} class={if self.in_table { "hidden" } else { "" }}>{ &self.label }</label>
                { control(described, error_id.is_some().then_some("true")) }
                if error_id.is_some() {
                    <p class="error" id={error_id}>{ errors.join(" ") }</p>
                }
                if let Some(echo) = echo {
                    <p class="read" id={echo_id}>{ echo }</p>
                }
            </div>
        }
    }
}

fn hint_is_number(reads: &str) -> bool {
    !matches!(reads, "month" | "text")
}

fn option(value: String, name: String, picked: &str) -> Html {
    let selected = value == picked;
    html! { <option value={value} selected={selected}>{ name }</option> }
}

/// What to type, once for all fields of a kind on a page.
pub(crate) fn hints(shown: Shown<'_>, kinds: &[Reads]) -> Html {
    let hint = |reads: &Reads| {
        let id = format!("hint-{}", reads.code());
        reads.wanted().map(|wanted| html! { <span id={id}>{ wanted.hint(shown.language()) }{ " " }</span> })
    };
    html! { <p class="hint">{ for kinds.iter().filter_map(hint) }</p> }
}

/// What is wrong with a text that could not be read.
pub(crate) fn unreadable(shown: Shown<'_>, typed: &Typed) -> String {
    let error = typed.reads.read(shown.language(), &typed.text).err();
    error.zip(typed.reads.wanted()).map(|(error, wanted)| error.sentence(shown.language(), wanted)).unwrap_or_default()
}

/// What is wrong at a place, except while someone is still typing there.
fn errors(shown: Shown<'_>, pointer: &str) -> Vec<String> {
    let state = shown.state;
    if state.typing.as_ref().is_some_and(|typed| typed.pointer == pointer) {
        return Vec::new();
    }
    let unread = state.unread.iter().filter(|typed| typed.pointer == pointer).map(|typed| unreadable(shown, typed));
    let here = |place: &str| place.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let problems = state.problems.iter().filter(|problem| here(&remarks::place(&state.file, problem)));
    unread.chain(problems.map(|one| problem(shown.language(), one.code, &remarks::facts(one)))).collect()
}

/// The simple keys to pick from; `otherwise` is what holds when none is picked.
pub(crate) fn key(shown: Shown<'_>, pointer: String, label: String, otherwise: String) -> Html {
    let study = shown.study();
    let now = shown.state.file.pointer(&pointer).cloned().unwrap_or_default();
    let picked = Reads::Key.write(shown.language(), &now);
    let mut items = vec![(String::new(), otherwise)];
    for key in split::simple_keys(study) {
        let Some(code) = split::code(study, &key) else { continue };
        let name = key_name(shown, &code);
        items.push((code, name));
    }
    // A key that cannot be picked here stands in the list as long as it is the one.
    if !items.iter().any(|(code, _)| *code == picked) {
        items.push((picked.clone(), key_name(shown, &picked)));
    }
    Field { pointer, reads: Reads::Key, label, in_table: false }.pick(shown, items, &picked)
}

/// What a key is called, with its service where it has one.
pub(crate) fn key_name(shown: Shown<'_>, code: &str) -> String {
    let (code, service) = code.split_once(' ').unwrap_or((code, ""));
    let name = codes::key(code).map_or(code, |word| shown.say(word));
    match shown.study().services.iter().find(|one| one.id == service) {
        Some(service) => format!("{name} ({})", service.name),
        None => name.to_owned(),
    }
}

/// A list to choose from what to look at.
pub(crate) fn choice(shown: Shown<'_>, choice: Choice, label: &str, names: Vec<String>) -> Html {
    let id = choice.code();
    let chosen = shown.state.chosen(choice).to_string();
    let items = names.into_iter().enumerate().map(|(place, name)| option(place.to_string(), name, &chosen));
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <select id={id} ~value={chosen.clone()} data-choice={id}>{ for items }</select>
        </div>
    }
}

/// A slider over the years with a list beside it, for who cannot or would not drag.
pub(crate) fn year(shown: Shown<'_>) -> Html {
    let years: Vec<String> = shown.years().iter().map(ToString::to_string).collect();
    let place = shown.state.chosen(Choice::Year);
    let (label, now) = (shown.say(table::YEAR), years.get(place).cloned());
    let last = years.len().saturating_sub(1).to_string();
    html! {
        <div class="choices">
            { choice(shown, Choice::Year, label, years) }
            <div class="field">
                <label for="year-slider">{ shown.say(field::YEAR_SLIDER) }</label>
                <input id="year-slider" type="range" min="0" max={last} value={place.to_string()}
                    data-choice="year" aria-valuetext={now} />
            </div>
        </div>
    }
}
