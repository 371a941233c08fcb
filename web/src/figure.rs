//! Figures on the page. Each carries its exact value, and its place in the report that the command line prints.

use deelsom_core::{Money, Payback};
use deelsom_language::{Language, number, sentences, sign};
use yew::{Html, html};

/// A figure: what it says, its exact value, and its JSON pointer into the report if it has one.
#[inline(never)]
pub(crate) fn figure(text: &str, value: &str, pointer: Option<String>, class: &'static str) -> Html {
    html! { <data class={class} value={value.to_owned()} data-figure={pointer}>{ text }</data> }
}

/// A saving by itself: sign, amount and word.
#[inline(never)]
pub(crate) fn saving_in_words(language: Language, money: Money, pointer: String) -> Html {
    let text = sign::euros(language, money.cents());
    html! { <>
        { figure(&text, &exact(money), Some(pointer), side(money)) }{ " " }{ sign::word(language, money.cents()) }
    </> }
}

/// A payback time by itself; what is never paid back is no figure.
#[inline(never)]
pub(crate) fn payback(language: Language, payback: Payback, pointer: String) -> Html {
    let (years, immediate) = crate::view::payback(payback);
    let text = sentences::payback_short(language, years, immediate);
    match years {
        Some(years) => figure(&text, &six(years), Some(pointer), ""),
        None => html! { text },
    }
}

/// A number with at most six decimals and a point, as reports have it.
#[inline(never)]
pub(crate) fn six(value: f64) -> String {
    number::bare(Language::English, value, 6)
}

/// Euros and cents with a point.
#[inline(never)]
pub(crate) fn exact(money: Money) -> String {
    deelsom_language::amount::bare(Language::English, money.cents())
}

/// Whether a saving is one.
pub(crate) fn side(money: Money) -> &'static str {
    match money.cents() {
        0 => "",
        1.. => "advantage",
        _ => "disadvantage",
    }
}
