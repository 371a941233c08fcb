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

/// What figures rest on: a status and the title of a source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Origin {
    status: String,
    word: &'static str,
    source: String,
}

impl Origin {
    /// What the figures at a place of the study rest on.
    pub(crate) fn of(shown: Shown<'_>, pointer: &str) -> Self {
        let file = &shown.state.file;
        let source = text_at(file, &[pointer, "/source"].concat());
        let status = text_at(file, &[pointer, "/status"].concat());
        let word = codes::status(status).map_or("", |word| shown.say(word));
        Self { status: status.to_owned(), word, source: source_title(file, source).to_owned() }
    }

    /// Draws it.
    pub(crate) fn draw(&self) -> Html {
        let class = ["badge ", &self.status].concat();
        let mut parts = vec![text(&self.source)];
        if !self.word.is_empty() {
            parts.insert(0, line("span", &class, self.word));
        }
        element("div", with!("class": "origin"), parts)
    }
}

fn source_title<'a>(file: &'a Value, id: &'a str) -> &'a str {
    let sources = file["sources"].as_array();
    let source = sources.into_iter().flatten().find(|source| source["id"] == id);
    source.map_or(id, |source| source["title"].as_str().unwrap_or(id))
}
