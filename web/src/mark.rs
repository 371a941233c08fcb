//! Marks beside figures: what they rest on, and where they come from.

use deelsom_language::{Word, codes};
use serde_json::Value;
use yew::Html;

use crate::part::{element, line, text, with};
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

/// What the figures at a place of the study rest on: a status and the title of a source.
pub(crate) fn origin(shown: Shown<'_>, at: &str) -> Html {
    let file = &shown.state.file;
    let of = |field: &str| text_at(file, &[at, field].concat());
    let badge = status(shown, of("/status"));
    element("div", with!("class": "origin"), vec![badge, text(source_title(file, of("/source")))])
}

fn source_title<'a>(file: &'a Value, id: &'a str) -> &'a str {
    let sources = file["sources"].as_array();
    let source = sources.into_iter().flatten().find(|source| source["id"] == id);
    source.map_or(id, |source| source["title"].as_str().unwrap_or(id))
}
