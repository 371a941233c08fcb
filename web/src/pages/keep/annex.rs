//! The annex to a council proposal on the page, as it is printed and given away.

use deelsom_language::words::{field, keep as words, status};
use deelsom_sharing::frozen;
use deelsom_views::Seen;
use deelsom_views::annex::{About, Annex, Part, Table, annex, html};
use serde_json::Value;
use yew::{Callback, Html};

use crate::chart::chart;
use crate::choose::choice;
use crate::dom;
use crate::flow::Flow;
use crate::keeper::device;
use crate::part::{element, line, list, press, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::{Calculated, Choice};

/// What it is on, and ways to print it and to give it away.
pub(super) fn choose(shown: Shown<'_>, flow: &mut Flow<'_>) {
    if shown.state.is_outdated() {
        flow.say(&[words::MEND_FIRST]);
        return;
    }
    let Some(annex) = own(shown) else {
        flow.say(&[status::NO_OPTIONS]);
        return;
    };
    flow.fields(vec![choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names())]);
    let give = Callback::from(move |_| {
        dom::save_as("deelsom-annex.html", &html::page(&annex));
    });
    let buttons = vec![
        press(with!(), vec![text(shown.say(words::PRINT_ANNEX))], Callback::from(|_| device::print())),
        press(with!(), vec![text(shown.say(words::DOWNLOAD_ANNEX))], give),
    ];
    flow.add(element("div", with!("class": "tools"), buttons));
    flow.note(&[words::HOW_TO_PRINT]);
}

fn own(shown: Shown<'_>) -> Option<Annex> {
    let place = shown.option()?.place;
    of(shown, &shown.state.file, &shown.state.result, place)
}

fn of(shown: Shown<'_>, file: &Value, result: &Calculated, place: usize) -> Option<Annex> {
    let seen = Seen { study: &result.study, outcome: &result.outcome, ..shown.seen() };
    let (fingerprint, today) = (frozen::fingerprint(file), device::today());
    let seal = frozen::seal(file).filter(|seal| seal.intact).map(|seal| (seal.label, seal.date));
    let about =
        About { version: env!("CARGO_PKG_VERSION"), fingerprint: &fingerprint, date: Some(&today), seal };
    annex(seen, file, place, about)
}

/// The annex on one's own study.
pub(super) fn of_own(shown: Shown<'_>) -> Html {
    match own(shown) {
        Some(annex) if !shown.state.is_outdated() => draw(shown, annex, true),
        _ => Html::default(),
    }
}

/// The annex on another study: its figures are not in one's own report, and cannot be asked about here.
pub(super) fn of_shared(shown: Shown<'_>, file: &Value, result: &Calculated) -> Html {
    of(shown, file, result, 0).map_or_else(Html::default, |annex| draw(shown, annex, false))
}

fn draw(shown: Shown<'_>, annex: Annex, is_own: bool) -> Html {
    let mut parts = vec![line("h2", "", &annex.title)];
    for part in annex.parts {
        parts.push(match part {
            Part::Heading(heading) => line("h3", "", heading),
            Part::Text(said) => line("p", "", &said),
            Part::Note(said) => line("p", "note", &said),
            Part::List(points) => list("", points.iter().map(|point| text(point)).collect()),
            Part::Terms(terms) => {
                let pair = |(name, said): &(&str, String)| {
                    element("div", with!(), vec![line("dt", "", name), line("dd", "", said)])
                };
                element("dl", with!(), terms.iter().map(pair).collect())
            }
            Part::Table(table) => sheet(shown, table, is_own),
            Part::Chart(drawn) => chart(shown, drawn, None),
        });
    }
    element("article", with!("class": "annex"), parts)
}

fn sheet(shown: Shown<'_>, table: Table, is_own: bool) -> Html {
    let mut sheet = if table.of_words {
        Sheet::of_words(shown, &table.id, &table.caption)
    } else {
        Sheet::new(shown, &table.id, &table.caption)
    };
    for head in &table.heads {
        sheet.head(head);
    }
    for row in table.rows {
        sheet.row(&row.head, String::new());
        for cell in row.cells {
            match cell.exact {
                Some(exact) => {
                    sheet.at(if is_own { cell.pointer } else { String::new() });
                    sheet.figure(&cell.text, &exact, "", "");
                }
                None => sheet.text(&cell.text),
            }
        }
    }
    sheet.show()
}
