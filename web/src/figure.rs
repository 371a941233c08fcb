//! Figures on the page. Each carries its exact value, and its place in the report that the command line prints.

use deelsom_core::Money;
use deelsom_language::{Language, amount, number, sentences, sign};
use yew::{Html, html};

/// A figure: what it says, its exact value, and its JSON pointer into the report if it has one.
pub(crate) fn figure(text: String, value: String, pointer: Option<String>, class: &'static str) -> Html {
    html! { <data class={class} value={value} data-figure={pointer}>{ text }</data> }
}

/// An amount, whole euros without the sign of the euro.
pub(crate) fn euros(language: Language, money: Money, pointer: Option<String>) -> Html {
    figure(amount::whole(language, money.cents()), exact(money), pointer, "")
}

/// An amount to the cent.
pub(crate) fn cents(language: Language, money: Money, pointer: Option<String>) -> Html {
    figure(amount::exact(language, money.cents()), exact(money), pointer, "")
}

/// A saving for a column: with its sign, and without the sign of the euro.
pub(crate) fn saving(language: Language, money: Money, pointer: Option<String>) -> Html {
    figure(sign::whole(language, money.cents()), exact(money), pointer, side(money))
}

/// A saving by itself: sign, amount and word.
pub(crate) fn saving_in_words(language: Language, money: Money, pointer: Option<String>) -> Html {
    let text = sign::euros(language, money.cents());
    html! { <>
        { figure(text, exact(money), pointer, side(money)) }
        { " " }
        { sign::word(language, money.cents()) }
    </> }
}

/// Full-time equivalents for a column.
pub(crate) fn fte(language: Language, fte: f64, pointer: Option<String>) -> Html {
    figure(number::decimal(language, fte, 2), six(fte), pointer, "")
}

/// A payback time; what is never paid back is no figure.
pub(crate) fn payback(language: Language, years: Option<f64>, immediate: bool, pointer: String) -> Html {
    let text = sentences::payback_short(language, years, immediate);
    match years {
        Some(years) => figure(text, six(years), Some(pointer), ""),
        None => html! { text },
    }
}

/// A number with six decimals, as reports have it.
pub(crate) fn six(number: f64) -> String {
    ((number * 1e6).round() / 1e6 + 0.0).to_string()
}

/// Euros and cents with a point.
fn exact(money: Money) -> String {
    let cents = money.cents().unsigned_abs();
    let minus = if money < Money::ZERO { "-" } else { "" };
    format!("{minus}{}.{:02}", cents / 100, cents % 100)
}

fn side(money: Money) -> &'static str {
    match money.cents() {
        0 => "",
        1.. => "advantage",
        _ => "disadvantage",
    }
}
