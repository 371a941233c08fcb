//! Marks beside figures: what they rest on, and where they come from.

use deelsom_language::{Word, codes};
use serde_json::Value;
use yew::Html;

use crate::part::{with, element, line, text};
use crate::shown::Shown;
use crate::state::text_at;

/// A word with a ground of its own, by its code.
fn badge(shown: Shown<'_>, code: &str, word: Option<Word>) -> Html {
    match word {
        Some(word) => line("span", &["badge ", code].concat(), shown.say(word)),
        None => Html::default(),
    }
}

/// Documented, illustrative or hypothetical.
pub(crate) fn status(shown: Shown<'_>, code: &str) -> Html {
    badge(shown, code, codes::status(code))
}

/// What an assumption rests on.
pub(crate) fn evidence(shown: Shown<'_>, code: &str) -> Html {
    badge(shown, code, codes::evidence(code))
}

/// What the figures at a place of the study rest on: their status and the title of their source.
pub(crate) fn origin(shown: Shown<'_>, pointer: &str) -> Html {
    let file = &shown.state.file;
    let source = text_at(file, &[pointer, "/source"].concat());
    let status = status(shown, text_at(file, &[pointer, "/status"].concat()));
    element("div", with!("class": "origin"), vec![status, text(source_title(file, source))])
}

fn source_title<'a>(file: &'a Value, id: &'a str) -> &'a str {
    let sources = file["sources"].as_array();
    let source = sources.into_iter().flatten().find(|source| source["id"] == id);
    source.map_or(id, |source| source["title"].as_str().unwrap_or(id))
}
