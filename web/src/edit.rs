//! Fields. Each is called by its place in the study, and says so to the one listener in `dom.rs`.

use deelsom_core::Pointed;
use deelsom_language::words::{editing, exchange};
use serde_json::Value;
use yew::Html;

use crate::part::{element, join, line, select, text, with};
use crate::shown::Shown;
use crate::state::{Reads, Typed};
use crate::view::remarks;

/// A field: where it is, what belongs in it and what it is called.
pub(crate) struct Field {
    pointer: String,
    reads: Reads,
    label: String,
    /// In a table the headings are what one sees; the label is for who cannot see them.
    in_table: bool,
    /// Emptied it is left out of the study.
    optional: bool,
    /// Of several lines.
    long: bool,
}

impl Field {
    /// A field with its label in sight.
    pub(crate) fn new(pointer: String, reads: Reads, label: String) -> Self {
        Self { pointer, reads, label, in_table: false, optional: false, long: false }
    }

    /// A field in a table.
    pub(crate) fn in_table(pointer: String, reads: Reads, label: String) -> Self {
        Self { in_table: true, ..Self::new(pointer, reads, label) }
    }

    /// The field where it may be left empty.
    pub(crate) fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The field with room for several lines.
    pub(crate) fn long(self) -> Self {
        Self { long: true, ..self }
    }

    /// The field with what the study says there.
    pub(crate) fn show(self, shown: Shown<'_>) -> Html {
        let value = shown.state.file.at(&self.pointer).unwrap_or(&Value::Null);
        self.fill(shown, value)
    }

    /// The field with a value that holds until the study says something else.
    pub(crate) fn fill(self, shown: Shown<'_>, value: &Value) -> Html {
        let language = shown.language();
        let here = |typed: &&Typed| typed.pointer == self.pointer;
        let typed = shown.state.typing.iter().chain(&shown.state.unread).find(here);
        let content = typed.map_or_else(|| self.reads.write(language, value), |typed| typed.text.clone());
        let was_left = typed.is_none() && shown.state.left.as_ref() == Some(&self.pointer);
        let echo = if was_left { self.reads.echo(language, value) } else { None };
        self.draw(shown, &content, &[], &echo.unwrap_or_default())
    }

    /// The field as a list to pick from.
    pub(crate) fn pick(self, shown: Shown<'_>, items: &[(String, String)], picked: &str) -> Html {
        self.draw(shown, picked, items, "")
    }

    /// Draws it: what stands in it or is picked, what there is to pick from, each a value and a name, and how it was read.
    fn draw(&self, shown: Shown<'_>, content: &str, items: &[(String, String)], echo: &str) -> Html {
        let errors = errors(shown, &self.pointer);
        let id = remarks::id(&self.pointer);
        let reads = self.reads.code();
        let mut described = String::new();
        if self.reads.wanted().is_some() {
            described += &["hint-", reads, " "].concat();
        }
        let mut below = Vec::new();
        for (class, end, said) in [("error", "-error", errors.as_str()), ("read", "-read", echo)] {
            if !said.is_empty() {
                let id = [&id, end].concat();
                described += &id;
                described.push(' ');
                below.push(element("p", with!("class": class, "id": &id), vec![text(said)]));
            }
        }
        let described = described.trim_end();
        let invalid = if errors.is_empty() { "" } else { "true" };
        let control = if items.is_empty() {
            let keyboard = if matches!(self.reads, Reads::Month | Reads::Text) { "text" } else { "decimal" };
            let (name, kind) = if self.long { ("textarea", "") } else { ("input", "text") };
            let attributes = with!(
                "id": &id,
                "type": kind,
                "inputmode": keyboard,
                "autocomplete": "off",
                "spellcheck": "false",
                "data-pointer": &self.pointer,
                "data-reads": reads,
                "data-optional": if self.optional { "true" } else { "" },
                "value": content,
                "aria-describedby": described,
                "aria-invalid": invalid,
            );
            element(name, attributes, Vec::new())
        } else {
            let attributes = with!(
                "id": &id,
                "data-pointer": &self.pointer,
                "data-reads": reads,
                "aria-describedby": described,
                "aria-invalid": invalid,
            );
            select(attributes, items, content)
        };
        let class = if self.in_table { "hidden" } else { "" };
        let label = element("label", with!("for": &id, "class": class), vec![text(&self.label)]);
        let class = match self.reads {
            _ if !items.is_empty() => "field list",
            _ if self.long => "field long",
            Reads::Text => "field words",
            _ => "field",
        };
        let class = [class, if below.is_empty() { "" } else { " remarked" }].concat();
        let name = self.pointer.rsplit('/').next().unwrap_or_default();
        // Always three parts: where their number changes Yew makes the control anew, and whoever types there is lost.
        let parts = vec![label, control, join(below)];
        element("div", with!("class": &class, "data-name": name), parts)
    }
}

/// What to type, once for all fields of a kind on a page. Folded away where they are many: fields refer to them all the
/// same.
pub(crate) fn hints(shown: Shown<'_>, kinds: &[Reads]) -> Html {
    let mut hints = Vec::new();
    for reads in kinds {
        let hint = reads.wanted().map_or("", |wanted| wanted.hint(shown.language()));
        let id = ["hint-", reads.code()].concat();
        hints.push(element("p", with!("id": &id, "class": "hint"), vec![text(hint)]));
    }
    if kinds.len() < 2 {
        return join(hints);
    }
    hints.insert(0, line("summary", "", shown.say(editing::HOW_TO_ENTER)));
    element("details", with!("class": "term"), hints)
}

/// What is wrong with a text that could not be read.
pub(crate) fn unreadable(shown: Shown<'_>, typed: &Typed) -> String {
    if typed.text.contains('\t') {
        return shown.say(exchange::SEVERAL_CELLS).to_owned();
    }
    let error = typed.reads.read(shown.language(), &typed.text).err();
    error
        .zip(typed.reads.wanted())
        .map(|(error, wanted)| error.sentence(shown.language(), wanted))
        .unwrap_or_default()
}

/// What is wrong at a place, except while someone is still typing there.
pub(crate) fn errors(shown: Shown<'_>, pointer: &str) -> String {
    let state = shown.state;
    let mut errors = String::new();
    if state.typing.as_ref().is_some_and(|typed| typed.pointer == pointer) {
        return errors;
    }
    // What the study has there is not what stands in the field.
    if let Some(typed) = state.unread.iter().find(|typed| typed.pointer == pointer) {
        return unreadable(shown, typed);
    }
    for one in &state.problems {
        let place = remarks::place(&state.file, one);
        if place.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
            errors += &remarks::problem(shown, &place, one);
        }
    }
    errors
}
