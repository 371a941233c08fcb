//! What this is, what signs mean, and where figures come from.

use deelsom_language::words::{legend, note, page};
use deelsom_language::date;
use yew::{Html, html};

use crate::shown::Shown;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let lines = |words: &[deelsom_language::Word]| {
        html! { <ul>{ for words.iter().map(|word| html! { <li>{ shown.say(*word) }</li> }) }</ul> }
    };
    html! { <>
        <p>{ shown.say(note::WHAT_IT_DOES) }</p>
        <p>{ shown.say(note::NOT_ADVICE) }</p>
        <h2>{ shown.say(page::PRIVACY) }</h2>
        <p>{ shown.say(note::PRIVACY) }{ " " }{ shown.say(note::PRIVACY_NOTHING) }</p>
        <h2>{ shown.say(page::SIGNS) }</h2>
        { lines(&[
            legend::PLUS_IS_ADVANTAGE,
            legend::COSTS_POSITIVE,
            legend::NOT_APPLICABLE,
            legend::UNKNOWN,
            legend::FTE,
            legend::MLN,
            note::ROUNDING,
            note::EXCLUDING_VAT,
        ]) }
        <h2>{ shown.say(page::SOURCES) }</h2>
        <p>{ shown.say(note::DATA_CREDIT) }</p>
        { sources(shown) }
        <h2>{ shown.say(page::VERSION) }</h2>
        <p>{ concat!("Deelsom ", env!("CARGO_PKG_VERSION"), ". ") }{ shown.say(note::OPEN_SOURCE) }</p>
    </> }
}

/// The study's sources, then the register's.
fn sources(shown: Shown<'_>) -> Html {
    let own = shown.state.file["sources"].as_array().into_iter().flatten().map(|source| {
        let text = |name: &str| source[name].as_str().unwrap_or_default();
        item(shown, text("title"), "", text("date"))
    });
    let register = shown.state.register.sources.iter().map(|source| {
        item(shown, &source.title, &source.publisher, source.date.as_deref().unwrap_or_default())
    });
    html! { <>
        <h3>{ shown.say(page::SOURCES_STUDY) }</h3>
        <ul>{ for own }</ul>
        <h3>{ shown.say(page::SOURCES_REGISTER) }</h3>
        <ul>{ for register }</ul>
    </> }
}

fn item(shown: Shown<'_>, title: &str, publisher: &str, when: &str) -> Html {
    let when = date::from_iso(shown.language(), when);
    let parts = [title, publisher, &when].into_iter().filter(|part| !part.is_empty());
    html! { <li>{ parts.collect::<Vec<_>>().join(". ") }</li> }
}
