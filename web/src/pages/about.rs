//! What this is, what signs mean, and where figures come from.

use deelsom_language::words::{legend, note, page};
use yew::Html;

use crate::flow::Flow;
use crate::part::text;
use crate::shown::Shown;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.say(&[note::WHAT_IT_DOES, note::NOT_ADVICE]);
    flow.heading(page::PRIVACY);
    flow.say(&[note::PRIVACY, note::PRIVACY_NOTHING]);
    flow.heading(page::SIGNS);
    let mut signs = Vec::new();
    for word in [
        legend::PLUS_IS_ADVANTAGE,
        legend::COSTS_POSITIVE,
        legend::NOT_APPLICABLE,
        legend::FTE,
        legend::MLN,
        note::ROUNDING,
        note::EXCLUDING_VAT,
    ] {
        signs.push(text(shown.say(word)));
    }
    flow.list("", signs);
    flow.heading(page::SOURCES_STUDY);
    flow.say(&[note::DATA_CREDIT]);
    let mut own = Vec::new();
    for source in shown.state.file["sources"].as_array().into_iter().flatten() {
        let part = |name: &str| source[name].as_str().unwrap_or_default();
        own.push(item(part("title"), "", part("date")));
    }
    flow.list("", own);
    flow.heading(page::SOURCES_REGISTER);
    let mut registers = Vec::new();
    for source in &shown.state.register.sources {
        registers.push(item(&source.title, &source.publisher, source.date.as_deref().unwrap_or_default()));
    }
    flow.list("", registers);
    flow.heading(page::VERSION);
    flow.text(concat!("Deelsom ", env!("CARGO_PKG_VERSION"), "."));
    flow.say(&[note::OPEN_SOURCE]);
    flow.show()
}

fn item(title: &str, publisher: &str, date: &str) -> Html {
    let mut line = title.to_owned();
    for part in [publisher, date] {
        if !part.is_empty() {
            line += ". ";
            line += part;
        }
    }
    text(&line)
}
