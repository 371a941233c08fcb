//! What the model assumes: the main assumptions to change, the others to read.

use deelsom_core::report::{UsedAssumption, used_assumptions};
use deelsom_core::study::Value;
use deelsom_language::words::{button, field, page, table as head};
use deelsom_language::{codes, quantity, sentences};
use serde_json::Value as Json;
use yew::Html;

use crate::edit::{Field, hints};
use crate::figure::{figure, six};
use crate::flow::Flow;
use crate::mark;
use crate::part::{element, join, line, press, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::{Action, Reads, deviation};
use crate::view::assumptions::{evidence, in_words, is_main};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let used = used_assumptions(shown.study(), &shown.state.register);
    let mut flow = Flow::new(shown);
    let assumed = used.iter().filter(|one| !one.changed && evidence(one) == "assumed").count();
    flow.text(&sentences::assumed_count(shown.language(), assumed, used.len()));
    flow.add(hints(shown, &[Reads::Percent, Reads::Amount, Reads::Number]));
    let mut cards = Vec::new();
    let mut others = Sheet::of_words(shown, "other-assumptions", shown.say(page::OTHER_ASSUMPTIONS));
    others.heads(&[head::ASSUMPTION, head::VALUE, head::EVIDENCE, head::SOURCE, head::REASON]);
    for (place, one) in used.iter().enumerate() {
        let at = format!("/assumptions/{place}");
        if is_main(one) {
            cards.push(card(shown, one, &at));
        } else {
            other(shown, one, at, &mut others);
        }
    }
    flow.add(element("div", with!("class": "cards"), cards));
    flow.heading(page::OTHER_ASSUMPTIONS);
    flow.add(others.show());
    flow.show()
}

fn label(shown: Shown<'_>, id: &str) -> String {
    codes::assumption_label(shown.language(), id).unwrap_or_else(|| id.to_owned())
}

/// Where the register has a value from: title and place in it.
fn source(shown: Shown<'_>, one: &UsedAssumption) -> String {
    let register = &shown.state.register;
    let Some(id) = &one.source else { return String::new() };
    let mut title = register.source(id).map_or(id, |source| &source.title).clone();
    if let Some(locator) = register.entry(&one.id).and_then(|entry| entry.locator.as_ref()) {
        title += ", ";
        title += locator;
    }
    title
}

/// One of the main assumptions; `at` is its place in the report.
fn card(shown: Shown<'_>, one: &UsedAssumption, at: &str) -> Html {
    let language = shown.language();
    let place = |name: &str| ["/assumptions/", &one.id, "/", name].concat();
    // The file and not the study: it may hold a value that does not fit.
    let own = deviation(&shown.state.file, &one.id).map(|place| &shown.state.file["assumptions"][place]);
    let default = if let Value::Number(number) = one.default { number } else { 0.0 };
    let register_value = Json::from(default);
    let value = own.map_or(&register_value, |own| &own["value"]);
    let said =
        |number, pointer: &str| figure(&quantity(language, &one.unit, number), &six(number), pointer, "");
    let mut terms = vec![term(shown.say(field::DEFAULT), said(default, &[at, "/default"].concat()))];
    if let Some((low, high)) = shown.state.register.entry(&one.id).and_then(|entry| entry.low.zip(entry.high))
    {
        terms.push(term(shown.say(field::RANGE), join(vec![said(low, ""), text(" – "), said(high, "")])));
    }
    terms.push(term(shown.say(field::EVIDENCE), mark::evidence(shown, evidence(one))));
    if one.source.is_some() {
        terms.push(term(shown.say(field::SOURCE), text(&source(shown, one))));
    }
    let id = ["about-", &one.id].concat();
    let mut parts = vec![
        element("h2", with!("id": &id), vec![text(&label(shown, &one.id))]),
        line("p", "", codes::assumption_explanation(language, &one.id).unwrap_or_default()),
        Field::new(place("value"), Reads::of_unit(&one.unit), value_label(shown, one)).fill(shown, value),
        element("dl", with!(), terms),
    ];
    if let Some(own) = own {
        let reason = shown.say(field::REASON).to_owned();
        parts.push(Field::new(place("reason"), Reads::Text, reason).fill(shown, &own["reason"]));
        let of = [": ", &label(shown, &one.id)].concat();
        let name = vec![text(shown.say(button::RESET)), line("span", "hidden", &of)];
        parts.push(press(with!(), name, shown.on(Action::Restore(one.id.clone()))));
    }
    element("section", with!("class": "card", "aria-labelledby": &id), parts)
}

/// The label of a value: with its unit, where that has a name.
fn value_label(shown: Shown<'_>, one: &UsedAssumption) -> String {
    let unit = codes::unit(&one.unit).map_or("", |word| shown.say(word));
    [shown.say(field::VALUE), ", ", unit].concat()
}

fn term(name: &str, value: Html) -> Html {
    element("div", with!(), vec![line("dt", "", name), element("dd", with!(), vec![value])])
}

/// An assumption that can only be read here; `at` is its place in the report.
fn other(shown: Shown<'_>, one: &UsedAssumption, at: String, sheet: &mut Sheet) {
    let mut name = label(shown, &one.id);
    if let Some(service) =
        shown.study().services.iter().find(|service| Some(&service.id) == one.service.as_ref())
    {
        name += ", ";
        name += &service.name;
    }
    sheet.row(&name, at);
    let said = in_words(shown.language(), &one.unit, &one.value);
    match one.value {
        Value::Number(number) => sheet.figure(&said, &six(number), "value", ""),
        _ => sheet.text(&said),
    }
    sheet.cell(mark::evidence(shown, evidence(one)));
    sheet.text(&source(shown, one));
    sheet.text(one.reason.as_deref().unwrap_or_default());
}
