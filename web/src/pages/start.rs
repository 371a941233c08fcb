//! Where one begins: with municipalities, an example or a file; and how far the study at hand has come.

mod choose;
mod complete;
mod desk;

use std::rc::Rc;

use deelsom_language::Word;
use deelsom_language::words::{button, start as words};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html};

use super::Page;
use crate::EXAMPLES;
use crate::dom;
use crate::flow::Flow;
use crate::part::{element, join, line, list, press, text, with};
use crate::shown::Shown;
use crate::state::Action;

/// What the worked studies are about, in their order.
const STORIES: [Word; EXAMPLES.len()] = [
    words::STORY_2010,
    words::STORY_DUIVENVOORDE,
    words::STORY_2021,
    words::STORY_BAR,
    words::STORY_OVER,
    words::STORY_HOLLANDS_KROON,
    words::STORY_MEERINZICHT,
    words::STORY_SERVICEPUNT71,
    words::STORY_2022,
    words::STORY_2006,
];

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.say(&[words::WHAT, words::FOR_WHOM, words::HOW]);
    flow.list("plain", readers(shown));
    flow.heading(words::FROM_FIGURES);
    flow.say(&[words::CHOOSE]);
    flow.add(choose::show(shown));
    flow.heading(words::OTHERWISE);
    flow.add(otherwise(shown));
    flow.heading(words::WORKED);
    flow.add(worked(shown));
    complete::section(shown, &mut flow);
    flow.show()
}

/// Who goes where.
fn readers(shown: Shown<'_>) -> Vec<Html> {
    let who = |word| join(vec![line("strong", "", shown.say(word)), text(": ")]);
    let link = |word, page: Page| element("a", with!("href": &page.link()), vec![text(shown.say(word))]);
    vec![
        join(vec![who(words::FINANCE_OFFICER), link(words::FINANCE_OFFICER_GOES, Page::Baseline)]),
        join(vec![who(words::COUNCIL_MEMBER), link(words::COUNCIL_MEMBER_GOES, Page::Council)]),
        join(vec![
            who(words::ANALYST),
            text(shown.say(words::ANALYST_GOES)),
            text(" "),
            line("code", "", "deelsom calculate studie.json --format json"),
        ]),
    ]
}

/// With nothing, or with what someone kept.
fn otherwise(shown: Shown<'_>) -> Html {
    let (act, register, language) = (shown.act.clone(), shown.state.register.clone(), shown.language());
    let empty = Callback::from(move |_| {
        act.emit(Action::Change(Rc::new(deelsom_start::empty(&register, language))));
        act.emit(Action::Saved);
        dom::focus(complete::HEADING);
    });
    let way = |word, then, means| {
        let press = press(with!(), vec![text(shown.say(word))], then);
        join(vec![press, text(" "), line("span", "note", shown.say(means))])
    };
    list(
        "plain",
        vec![
            way(words::EMPTY, empty, words::EMPTY_MEANS),
            way(button::OPEN_FILE, Callback::from(|_| dom::pick_file()), words::OPEN_MEANS),
        ],
    )
}

/// The worked studies, each with what it is about.
fn worked(shown: Shown<'_>) -> Html {
    let mut studies = Vec::new();
    for ((file, title), story) in EXAMPLES.into_iter().zip(STORIES) {
        let act = shown.act.clone();
        let open = Callback::from(move |_| {
            let act = act.clone();
            spawn_local(async move {
                act.emit(Action::Open(dom::fetch(file).await.unwrap_or_default()));
            });
        });
        let press = press(with!(), vec![text(shown.say(title))], open);
        studies.push(join(vec![press, text(" "), line("span", "note", shown.say(story))]));
    }
    list("plain", studies)
}
