//! What to look at, to pick from.

use deelsom_language::words::{field, table};
use yew::Html;

use crate::part::{element, select, text, with};
use crate::shown::Shown;
use crate::state::Choice;

/// A list to choose from what to look at.
pub(crate) fn choice(shown: Shown<'_>, choice: Choice, label: &str, names: Vec<String>) -> Html {
    let id = choice.code();
    let chosen = shown.state.chosen(choice).to_string();
    let items: Vec<_> =
        names.into_iter().enumerate().map(|(place, name)| (place.to_string(), name)).collect();
    let label = element("label", with!("for": id), vec![text(label)]);
    let control = select(with!("id": id, "data-choice": id), &items, &chosen);
    let class = if choice == Choice::Option { "field as-wide" } else { "field" };
    element("div", with!("class": class), vec![label, control])
}

/// A slider over the years with a list beside it, for who cannot or would not drag.
pub(crate) fn year(shown: Shown<'_>) -> Html {
    let years: Vec<String> = shown.years().iter().map(ToString::to_string).collect();
    let place = shown.state.chosen(Choice::Year);
    let now = years.get(place).cloned().unwrap_or_default();
    let last = years.len().saturating_sub(1).to_string();
    let label = element("label", with!("for": "year-slider"), vec![text(shown.say(field::YEAR_SLIDER))]);
    let slider = element(
        "input",
        with!("id": "year-slider", "type": "range", "min": "0", "max": &last, "value": &place.to_string(), "data-choice": "year", "aria-valuetext": &now),
        Vec::new(),
    );
    let years_list = choice(shown, Choice::Year, shown.say(table::YEAR), years);
    element(
        "div",
        with!("class": "choices"),
        vec![years_list, element("div", with!("class": "field"), vec![label, slider])],
    )
}
