//! The study's own figures, to change.

use deelsom_language::words::{field, legend, page, table as head};
use deelsom_language::{codes, number};
use serde_json::Value;
use yew::{Html, html};

use crate::edit::{Field, hints, key};
use crate::mark;
use crate::shown::Shown;
use crate::state::{Reads, number_at, text_at};
use crate::table::{Row, titled};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let services = list(shown, "/services").iter().map(|service| posts(shown, service));
    let options = list(shown, "/options").iter().enumerate().map(|(place, option)| option_fields(shown, place, option));
    html! { <>
        { hints(shown, &[Reads::Fte, Reads::Amount, Reads::Whole, Reads::Month]) }
        <p class="note">{ shown.say(legend::ILLUSTRATIVE_MEANS) }</p>
        <h2>{ shown.say(page::PERIOD) }</h2>
        <div class="choices">
            { Field::new("/period/first_year", Reads::Whole, shown.say(field::FIRST_YEAR)).show(shown) }
            { Field::new("/period/years", Reads::Whole, shown.say(field::YEARS)).show(shown) }
        </div>
        <h2>{ shown.say(page::PARTNERS) }</h2>
        { partners(shown) }
        <h2>{ shown.say(page::POSTS) }</h2>
        { for services }
        <h2>{ shown.say(page::OPTIONS) }</h2>
        { for options }
    </> }
}

/// A list of the study.
fn list<'a>(shown: Shown<'a>, pointer: &str) -> &'a [Value] {
    shown.state.file.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text of a field of the study.
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The name of the part of the study with this id; the id where there is none.
fn name<'a>(shown: Shown<'a>, lists: &[&str], id: &'a str) -> &'a str {
    let mut all = lists.iter().flat_map(|pointer| list(shown, pointer));
    all.find(|one| text(one, "id") == id).map_or(id, |one| text(one, "name"))
}

fn partners(shown: Shown<'_>) -> Html {
    let rows = list(shown, "/partners").iter().enumerate().map(|(place, partner)| {
        let at = format!("/partners/{place}");
        let label = format!("{}, {}", shown.say(field::INHABITANTS), text(partner, "name"));
        Row::new(text(partner, "name"), vec![
            Field::in_table(format!("{at}/inhabitants"), Reads::Whole, label).show(shown),
            mark::origin(shown, &at),
        ])
    });
    let heads = [field::PARTNER, field::INHABITANTS, field::SOURCE].map(|word| shown.say(word).to_owned());
    titled("partners".to_owned(), shown.say(page::PARTNERS), heads.to_vec(), rows.collect())
}

fn posts(shown: Shown<'_>, service: &Value) -> Html {
    let of_service = list(shown, "/posts").iter().enumerate().filter(|(_, post)| post["service"] == service["id"]);
    let rows: Vec<Row> = of_service.map(|(place, post)| {
        let at = format!("/posts/{place}");
        let unit = name(shown, &["/partners", "/units"], text(post, "unit"));
        let field = |name: &str, reads, word| {
            let label = format!("{}, {}, {unit}", shown.say(word), text(post, "role"));
            Field::in_table(format!("{at}/{name}"), reads, label)
        };
        // People in post are as many as posts, and pay is that of the scale, until the study says otherwise.
        let people = if post["in_post"].is_null() { &post["fte"] } else { &post["in_post"] };
        let scale = text(post, "scale");
        let pay = post["cost_per_fte"].as_f64().or_else(|| cost_of(shown, scale)).map_or(Value::Null, Value::from);
        Row {
            head: html! { <>{ text(post, "role") }<br /><small>{ unit }</small></> },
            cells: vec![
                field("scale", Reads::Scale, field::SCALE).pick(shown, scales(shown), scale),
                field("cost_per_fte", Reads::Amount, field::COST_PER_FTE).show_value(shown, &pay),
                field("fte", Reads::Fte, field::ESTABLISHMENT).show(shown),
                field("in_post", Reads::Fte, field::IN_POST).show_value(shown, people),
                mark::origin(shown, &at),
            ],
        }
    }).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let heads = [head::ROLE, field::SCALE, field::COST_PER_FTE, field::ESTABLISHMENT, field::IN_POST, field::SOURCE];
    let caption = format!("{}: {}", shown.say(page::POSTS), text(service, "name"));
    let heads = heads.map(|word| shown.say(word).to_owned()).to_vec();
    titled(format!("posts-of-{}", text(service, "id")), &caption, heads, rows)
}

/// What a year in a salary scale costs: the study's deviation, else the register's value.
fn cost_of(shown: Shown<'_>, scale: &str) -> Option<f64> {
    let id = format!("cost_per_fte.{scale}");
    let file = &shown.state.file;
    let own = crate::state::deviation(file, &id).and_then(|place| number_at(file, &format!("/assumptions/{place}/value")));
    own.or_else(|| match shown.state.register.entry(&id)?.value {
        deelsom_core::study::Value::Number(cost) => Some(cost),
        _ => None,
    })
}

/// Every salary scale, after none: then the cost is the study's own.
fn scales(shown: Shown<'_>) -> Vec<(String, String)> {
    let entries = shown.state.register.entries().iter();
    let scales = entries.filter_map(|entry| entry.id.strip_prefix("cost_per_fte."));
    let none = (String::new(), number::NOT_APPLICABLE.to_owned());
    std::iter::once(none).chain(scales.map(|scale| (scale.to_owned(), scale.to_owned()))).collect()
}

fn option_fields(shown: Shown<'_>, place: usize, option: &Value) -> Html {
    let at = format!("/options/{place}");
    let moves = list(shown, &format!("{at}/moves"));
    let service_of = |moved: &Value| name(shown, &["/services"], moved["service"].as_str().unwrap_or_default()).to_owned();
    let months = moves.iter().enumerate().map(|(nth, moved)| {
        let label = format!("{}, {}", shown.say(field::START_MONTH), service_of(moved));
        Field::new(format!("{at}/moves/{nth}/month"), Reads::Month, label).show(shown)
    });
    let default = key(
        shown,
        format!("{at}/keys/default"),
        shown.say(field::DEFAULT_KEY).to_owned(),
        format!("{} ({})", codes::key("historic").map_or("", |word| shown.say(word)), shown.say(head::DEFAULT).to_lowercase()),
    );
    let keys = moves.iter().map(|moved| {
        let label = format!("{}, {}", shown.say(field::KEY), service_of(moved));
        key(shown, format!("{at}/keys/services/{}", text(moved, "service")), label, shown.say(field::AS_FOR_ALL).to_owned())
    });
    html! {
        <section class="option" aria-labelledby={format!("options-{place}")}>
            <h3 id={format!("options-{place}")} tabindex="-1">{ text(option, "name") }</h3>
            <p>{ mark::status(shown, text_at(&shown.state.file, &format!("{at}/status"))) }</p>
            <fieldset><legend>{ shown.say(page::MOVES) }</legend><div class="choices">{ for months }</div></fieldset>
            <fieldset><legend>{ shown.say(page::KEYS) }</legend><div class="choices">{ default }{ for keys }</div></fieldset>
        </section>
    }
}
