//! Figures on the page. Each carries its exact value, and its place in the report that the command line prints.

use deelsom_core::{Money, Payback};
use deelsom_language::{Language, number, sentences, sign};
use yew::Html;

use crate::part::{element, join, text, with};

/// A figure: what it says, its exact value, and its JSON pointer into the report: several with `+` between them where it
/// is their sum, none where it rests on nothing in the report.
#[inline(never)]
pub(crate) fn figure(said: &str, value: &str, pointer: &str, class: &str) -> Html {
    // Who asks how it was calculated presses it.
    let (role, reached) = if pointer.is_empty() { ("", "") } else { ("button", "0") };
    let attributes =
        with!("class": class, "value": value, "data-figure": pointer, "role": role, "tabindex": reached);
    element("data", attributes, vec![text(said)])
}

/// A saving by itself: sign, amount and word.
#[inline(never)]
pub(crate) fn saving_in_words(language: Language, money: Money, pointer: &str) -> Html {
    let said = sign::euros(language, money.cents());
    let word = [" ", sign::word(language, money.cents())].concat();
    join(vec![figure(&said, &exact(money), pointer, side(money)), text(&word)])
}

/// A payback time by itself; what is never paid back is no figure.
#[inline(never)]
pub(crate) fn payback(language: Language, payback: Payback, pointer: &str) -> Html {
    let (years, immediate) = deelsom_views::payback(payback);
    let said = sentences::payback_short(language, years, immediate);
    match years {
        Some(years) => figure(&said, &six(years), pointer, ""),
        None => text(&said),
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
