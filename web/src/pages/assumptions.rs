//! What the model assumes: the main assumptions to change, the others to read.

use deelsom_core::report::{UsedAssumption, used_assumptions};
use deelsom_core::study::Value;
use deelsom_language::words::{button, field, page, table as head};
use deelsom_language::{codes, quantity, sentences};
use serde_json::Value as Json;
use yew::{Html, html};

use crate::edit::{Field, hints};
use crate::figure::figure;
use crate::shown::Shown;
use crate::state::{Action, Reads, deviation};
use crate::table::{Row, table};
use crate::view::assumptions::{in_words, is_main};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let used = used_assumptions(shown.study(), &shown.state.register);
    let assumed = used.iter().filter(|one| !one.changed && one.evidence.code() == "assumed").count();
    let main = used.iter().filter(|one| is_main(one)).map(|one| card(shown, one));
    html! { <>
        <p>{ sentences::assumed_count(shown.language(), assumed, used.len()) }</p>
        { hints(shown, &[Reads::Percent, Reads::Amount, Reads::Number]) }
        <div class="cards">{ for main }</div>
        <h2>{ shown.say(page::OTHER_ASSUMPTIONS) }</h2>
        { others(shown, &used) }
    </> }
}

fn label(shown: Shown<'_>, id: &str) -> String {
    codes::assumption_label(shown.language(), id).unwrap_or_else(|| id.to_owned())
}

fn evidence(shown: Shown<'_>, one: &UsedAssumption) -> Html {
    let code = one.evidence.code();
    let class = format!("badge {code}");
    codes::evidence(code).map_or_else(Html::default, |word| html! { <span class={class}>{ shown.say(word) }</span> })
}

/// Where the register has a value from: title, place in it, date.
fn source(shown: Shown<'_>, one: &UsedAssumption) -> String {
    let register = &shown.state.register;
    let title = one.source.as_deref().map(|id| register.source(id).map_or(id, |source| source.title.as_str()));
    let entry = register.entry(&one.id);
    let locator = entry.and_then(|entry| entry.locator.as_deref());
    [title, locator].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// One of the main assumptions.
fn card(shown: Shown<'_>, one: &UsedAssumption) -> Html {
    let language = shown.language();
    let at = |name: &str| format!("/assumptions/{}/{name}", one.id);
    // The file and not the study: it may hold a value that does not fit.
    let own = deviation(&shown.state.file, &one.id).map(|place| shown.state.file["assumptions"][place].clone());
    let default = if let Value::Number(number) = one.default { Json::from(number) } else { Json::Null };
    let value = own.as_ref().map_or(&default, |own| &own["value"]);
    let range = shown.state.register.entry(&one.id).and_then(|entry| entry.low.zip(entry.high));
    let words = |number| quantity(language, &one.unit, number);
    html! {
        <section class="card" aria-labelledby={format!("about-{}", one.id)}>
            <h2 id={format!("about-{}", one.id)}>{ label(shown, &one.id) }</h2>
            <p>{ codes::assumption_explanation(language, &one.id) }</p>
            { Field::new(at("value"), Reads::of_unit(&one.unit), unit(shown, one)).show_value(shown, value) }
            <dl>
                { term(shown.say(field::DEFAULT), html! { in_words(language, &one.unit, &one.default) }) }
                if let Some((low, high)) = range {
                    { term(shown.say(field::RANGE), html! { format!("{} – {}", words(low), words(high)) }) }
                }
                { term(shown.say(field::EVIDENCE), evidence(shown, one)) }
                if one.source.is_some() {
                    { term(shown.say(field::SOURCE), html! { source(shown, one) }) }
                }
            </dl>
            if let Some(own) = own {
                { Field::new(at("reason"), Reads::Text, shown.say(field::REASON)).show_value(shown, &own["reason"]) }
                <button type="button" onclick={shown.on(Action::Restore(one.id.clone()))}>
                    { shown.say(button::RESET) }
                    <span class="hidden">{ ": " }{ label(shown, &one.id) }</span>
                </button>
            }
        </section>
    }
}

/// The label of a value: with its unit, where that has a name.
fn unit(shown: Shown<'_>, one: &UsedAssumption) -> String {
    let value = shown.say(field::VALUE);
    codes::unit(&one.unit).map_or_else(|| value.to_owned(), |word| format!("{value}, {}", shown.say(word)))
}

fn term(name: &str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// The assumptions that can only be read here, each at its place in the report.
fn others(shown: Shown<'_>, used: &[UsedAssumption]) -> Html {
    let language = shown.language();
    let rows = used.iter().enumerate().filter(|(_, one)| !is_main(one)).map(|(place, one)| {
        let text = in_words(language, &one.unit, &one.value);
        let value = match &one.value {
            Value::Number(number) => figure(text, number.to_string(), Some(format!("/assumptions/{place}/value")), ""),
            _ => html! { text },
        };
        let service = shown.study().services.iter().find(|service| Some(&service.id) == one.service.as_ref());
        let label = label(shown, &one.id);
        Row::new(service.map_or_else(|| label.clone(), |service| format!("{label} ({})", service.name)), vec![
            value,
            evidence(shown, one),
            html! { source(shown, one) },
            html! { one.reason.clone().unwrap_or_default() },
        ])
    });
    let heads = [head::ASSUMPTION, head::VALUE, head::EVIDENCE, head::SOURCE, head::REASON];
    let heads = heads.map(|word| shown.say(word).to_owned()).to_vec();
    table("other-assumptions", shown.say(page::OTHER_ASSUMPTIONS), heads, rows.collect())
}
