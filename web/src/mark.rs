//! Marks beside figures: what they rest on, and where they come from.

use deelsom_language::codes;
use serde_json::Value;
use yew::{Html, html};

use crate::shown::Shown;
use crate::state::text_at;

/// Documented, illustrative or hypothetical.
pub(crate) fn status(shown: Shown<'_>, code: &str) -> Html {
    let class = format!("badge {code}");
    codes::status(code).map_or_else(Html::default, |word| html! { <span class={class}>{ shown.say(word) }</span> })
}

/// What the figures at a place of the study rest on: their status and the title of their source.
pub(crate) fn origin(shown: Shown<'_>, pointer: &str) -> Html {
    let file = &shown.state.file;
    let source = text_at(file, &format!("{pointer}/source"));
    html! { <div class="origin">
        { status(shown, text_at(file, &format!("{pointer}/status"))) }
        <span>{ source_title(file, source) }</span>
    </div> }
}

fn source_title(file: &Value, id: &str) -> String {
    let sources = file["sources"].as_array();
    let source = sources.into_iter().flatten().find(|source| source["id"] == id);
    source.map_or(id, |source| source["title"].as_str().unwrap_or(id)).to_owned()
}
