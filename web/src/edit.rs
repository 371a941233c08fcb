//! Fields. Each is called by its place in the study, and says so to the one listener in `dom.rs`.

use deelsom_language::words::{field, table};
use deelsom_language::{codes, problem};
use serde_json::Value;
use yew::Html;

use crate::part::{element, select, text, with};
use crate::shown::Shown;
use crate::state::{Choice, Reads, Typed};
use crate::view::{remarks, split};

/// A field: where it is, what belongs in it and what it is called.
pub(crate) struct Field {
    pointer: String,
    reads: Reads,
    label: String,
    /// In a table the headings are what one sees; the label is for who cannot see them.
    in_table: bool,
}

/// What stands around the control of a field.
struct Around {
    id: String,
    errors: String,
    echo: String,
    /// The ids of all that describes the control.
    described: String,
}

impl Field {
    /// A field with its label in sight.
    pub(crate) fn new(pointer: String, reads: Reads, label: String) -> Self {
        Self { pointer, reads, label, in_table: false }
    }

    /// A field in a table.
    pub(crate) fn in_table(pointer: String, reads: Reads, label: String) -> Self {
        Self { pointer, reads, label, in_table: true }
    }

    /// The field with what the study says there.
    pub(crate) fn show(self, shown: Shown<'_>) -> Html {
        let value = shown.state.file.pointer(&self.pointer).unwrap_or(&Value::Null);
        self.show_value(shown, value)
    }

    /// The field with a value that holds until the study says something else.
    pub(crate) fn show_value(self, shown: Shown<'_>, value: &Value) -> Html {
        let language = shown.language();
        let here = |typed: &&Typed| typed.pointer == self.pointer;
        let typed = shown.state.typing.iter().chain(&shown.state.unread).find(here);
        let content = typed.map_or_else(|| self.reads.write(language, value), |typed| typed.text.clone());
        let was_left = typed.is_none() && shown.state.left.as_ref() == Some(&self.pointer);
        let echo = if was_left { self.reads.echo(language, value) } else { None };
        let around = self.around(shown, echo.unwrap_or_default());
        let keyboard = if matches!(self.reads, Reads::Month | Reads::Text) { "text" } else { "decimal" };
        let control = element(
            "input",
            with!("id": &around.id, "type": "text", "inputmode": keyboard, "autocomplete": "off", "spellcheck": "false", "data-pointer": &self.pointer, "data-reads": self.reads.code(), "value": &content, "aria-describedby": &around.described, "aria-invalid": around.invalid()),
            Vec::new(),
        );
        self.wrap(around, control)
    }

    /// A list to pick from; every item is a value and a name.
    pub(crate) fn pick(self, shown: Shown<'_>, items: Vec<(String, String)>, picked: &str) -> Html {
        let around = self.around(shown, String::new());
        let attributes = with!("id": around.id.as_str(), "value": picked, "data-pointer": &self.pointer, "data-reads": self.reads.code(), "aria-describedby": &around.described, "aria-invalid": around.invalid());
        let control = select(attributes, items, picked);
        self.wrap(around, control)
    }

    fn around(&self, shown: Shown<'_>, echo: String) -> Around {
        let id = remarks::id(&self.pointer);
        let errors = errors(shown, &self.pointer);
        let mut described = String::new();
        if self.reads.wanted().is_some() {
            described += &["hint-", self.reads.code(), " "].concat();
        }
        if !errors.is_empty() {
            described += &[&id, "-error "].concat();
        }
        if !echo.is_empty() {
            described += &[&id, "-read"].concat();
        }
        Around { id, errors, echo, described }
    }

    fn wrap(self, around: Around, control: Html) -> Html {
        let class = if self.in_table { "hidden" } else { "" };
        let label = element("label", with!("for": &around.id, "class": class), vec![text(&self.label)]);
        let mut parts = vec![label, control];
        for (class, end, said) in [("error", "-error", around.errors), ("read", "-read", around.echo)] {
            if !said.is_empty() {
                let id = [&around.id, end].concat();
                parts.push(element("p", with!("class": class, "id": &id), vec![text(&said)]));
            }
        }
        element("div", with!("class": "field"), parts)
    }
}

impl Around {
    /// Whether something is wrong with the value.
    fn invalid(&self) -> &'static str {
        if self.errors.is_empty() { "" } else { "true" }
    }
}

/// What to type, once for all fields of a kind on a page.
pub(crate) fn hints(shown: Shown<'_>, kinds: &[Reads]) -> Html {
    let mut hints = Vec::new();
    for reads in kinds {
        let hint = reads.wanted().map_or("", |wanted| wanted.hint(shown.language()));
        hints.push(element("span", with!("id": &["hint-", reads.code()].concat()), vec![text(hint)]));
        hints.push(text(" "));
    }
    element("p", with!("class": "hint"), hints)
}

/// What is wrong with a text that could not be read.
pub(crate) fn unreadable(shown: Shown<'_>, typed: &Typed) -> String {
    let error = typed.reads.read(shown.language(), &typed.text).err();
    error.zip(typed.reads.wanted()).map(|(error, wanted)| error.sentence(shown.language(), wanted)).unwrap_or_default()
}

/// What is wrong at a place, except while someone is still typing there.
fn errors(shown: Shown<'_>, pointer: &str) -> String {
    let state = shown.state;
    let mut errors = String::new();
    if state.typing.as_ref().is_some_and(|typed| typed.pointer == pointer) {
        return errors;
    }
    for typed in state.unread.iter().filter(|typed| typed.pointer == pointer) {
        errors += &unreadable(shown, typed);
    }
    for one in &state.problems {
        let place = remarks::place(&state.file, one);
        if place.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
            errors += &problem(shown.language(), one.code, &remarks::facts(one));
        }
    }
    errors
}

/// The simple keys to pick from; `otherwise` is what holds when none is picked.
pub(crate) fn key(shown: Shown<'_>, pointer: String, label: String, otherwise: String) -> Html {
    let study = shown.study();
    let now = shown.state.file.pointer(&pointer).unwrap_or(&Value::Null);
    let picked = Reads::Key.write(shown.language(), now);
    let mut items = vec![(String::new(), otherwise)];
    for key in split::simple_keys(study) {
        if let Some(code) = split::code(study, &key) {
            let name = key_name(shown, &code);
            items.push((code, name));
        }
    }
    // A key that cannot be picked here stands in the list as long as it is the one.
    if !items.iter().any(|(code, _)| *code == picked) {
        items.push((picked.clone(), key_name(shown, &picked)));
    }
    Field::new(pointer, Reads::Key, label).pick(shown, items, &picked)
}

/// What a key is called, with its service where it has one.
pub(crate) fn key_name(shown: Shown<'_>, code: &str) -> String {
    let (code, service) = code.split_once(' ').unwrap_or((code, ""));
    let name = codes::key(code).map_or(code, |word| shown.say(word));
    match shown.study().services.iter().find(|one| one.id == service) {
        Some(service) => [name, " (", &service.name, ")"].concat(),
        None => name.to_owned(),
    }
}

/// A list to choose from what to look at.
pub(crate) fn choice(shown: Shown<'_>, choice: Choice, label: &str, names: Vec<String>) -> Html {
    let id = choice.code();
    let chosen = shown.state.chosen(choice).to_string();
    let items = names.into_iter().enumerate().map(|(place, name)| (place.to_string(), name)).collect();
    let label = element("label", with!("for": id), vec![text(label)]);
    let control = select(with!("id": id, "value": &chosen, "data-choice": id), items, &chosen);
    element("div", with!("class": "field"), vec![label, control])
}

/// A slider over the years with a list beside it, for who cannot or would not drag.
pub(crate) fn year(shown: Shown<'_>) -> Html {
    let years: Vec<String> = shown.years().iter().map(ToString::to_string).collect();
    let place = shown.state.chosen(Choice::Year);
    let now = years.get(place).cloned().unwrap_or_default();
    let last = years.len().saturating_sub(1).to_string();
    let label = element("label", with!("for": "year-slider"), vec![text(shown.say(field::YEAR_SLIDER))]);
    let slider = element(
        "input",
        with!("id": "year-slider", "type": "range", "min": "0", "max": &last, "value": &place.to_string(), "data-choice": "year", "aria-valuetext": &now),
        Vec::new(),
    );
    let list = choice(shown, Choice::Year, shown.say(table::YEAR), years);
    element("div", with!("class": "choices"), vec![list, element("div", with!("class": "field"), vec![label, slider])])
}
