//! What the partners have today, to change.

use deelsom_core::study::Value as Assumed;
use deelsom_language::words::{field, legend, page, table as head};
use serde_json::Value;
use yew::Html;

use super::study::{label, list, name, text};
use crate::edit::{Field, hints};
use crate::flow::Flow;
use crate::kept::kept;
use crate::mark;
use crate::part::{self, element, join, named, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::{Reads, deviation, number_at};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.add(hints(shown, &[Reads::Fte, Reads::Amount, Reads::Whole, Reads::Month]));
    let meaning = [" – ", shown.say(legend::ILLUSTRATIVE_MEANS)].concat();
    flow.list("plain", vec![join(vec![mark::status(shown, "illustrative"), part::text(&meaning)])]);
    flow.heading(page::PERIOD);
    flow.fields(vec![
        Field::new("/period/first_year".to_owned(), Reads::Whole, shown.say(field::FIRST_YEAR).to_owned())
            .show(shown),
        Field::new("/period/years".to_owned(), Reads::Whole, shown.say(field::YEARS).to_owned()).show(shown),
    ]);
    flow.heading(page::PARTNERS);
    flow.add(partners(shown));
    flow.heading(page::POSTS);
    for service in list(shown, "/services") {
        posts(shown, service, &mut flow);
    }
    flow.add(crate::paste::panel(shown));
    flow.add(crate::parts::panel(shown));
    flow.show()
}

fn partners(shown: Shown<'_>) -> Html {
    let mut sheet = Sheet::of_words(shown, "partners", shown.say(page::PARTNERS));
    sheet.heads(&[field::PARTNER, field::INHABITANTS, field::SOURCE]);
    for (place, partner) in list(shown, "/partners").iter().enumerate() {
        let at = format!("/partners/{place}");
        let name = text(partner, "name");
        sheet.row(name, String::new());
        let label = label(shown, field::INHABITANTS, &[name]);
        sheet.cell(Field::in_table([&at, "/inhabitants"].concat(), Reads::Whole, label).show(shown));
        sheet.cell(mark::origin(shown, &at));
    }
    sheet.show()
}

fn posts(shown: Shown<'_>, service: &Value, flow: &mut Flow<'_>) {
    let posts = list(shown, "/posts").iter().enumerate();
    let mut of_service = posts.filter(|(_, post)| post["service"] == service["id"]).peekable();
    if of_service.peek().is_none() {
        return;
    }
    let caption = [shown.say(page::POSTS), ": ", text(service, "name")].concat();
    let mut sheet = Sheet::of_words(shown, &["posts-of-", text(service, "id")].concat(), &caption);
    sheet.heads(&[
        head::ROLE,
        field::SCALE,
        field::COST_PER_FTE,
        field::ESTABLISHMENT,
        field::IN_POST,
        field::SOURCE,
    ]);
    for (place, _) in of_service {
        sheet.add(kept(shown, format!("/posts/{place}"), post_row));
    }
    flow.add(sheet.show());
}

fn post_row(shown: Shown<'_>, at: &str) -> Html {
    let post = shown.state.file.pointer(at).unwrap_or(&Value::Null);
    let (role, unit, scale) = (text(post, "role"), name(shown, text(post, "unit")), text(post, "scale"));
    let field = |name: &str, reads, word| {
        Field::in_table([at, "/", name].concat(), reads, label(shown, word, &[role, unit]))
    };
    // People in post are as many as posts, and pay is that of the scale, until the study says otherwise.
    let people = if post["in_post"].is_null() { &post["fte"] } else { &post["in_post"] };
    let pay = if scale.is_empty() { post["cost_per_fte"].clone() } else { cost_of(shown, scale) };
    let mut cells = vec![element("th", with!("scope": "row"), vec![named(role, unit)])];
    for part in [
        field("scale", Reads::Scale, field::SCALE).pick(shown, &shown.state.scales, scale),
        field("cost_per_fte", Reads::Amount, field::COST_PER_FTE).fill(shown, &pay),
        field("fte", Reads::Fte, field::ESTABLISHMENT).fill(shown, &post["fte"]),
        field("in_post", Reads::Fte, field::IN_POST).fill(shown, people),
        mark::origin(shown, at),
    ] {
        cells.push(element("td", with!(), vec![part]));
    }
    element("tr", with!(), cells)
}

/// What a year in a salary scale costs: the study's deviation, else the register's value.
fn cost_of(shown: Shown<'_>, scale: &str) -> Value {
    let id = ["cost_per_fte.", scale].concat();
    let file = &shown.state.file;
    let own = deviation(file, &id).and_then(|place| number_at(file, &format!("/assumptions/{place}/value")));
    match shown.state.register.entry(&id).map(|entry| &entry.value) {
        _ if own.is_some() => Value::from(own),
        Some(Assumed::Number(cost)) => Value::from(*cost),
        _ => Value::Null,
    }
}
