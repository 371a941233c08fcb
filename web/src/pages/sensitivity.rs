//! How sure the outcome is: what matters most, how far it spreads, and where it tips.
//!
//! Draws take longer than a key stroke, so this page hears of them while they are made.

mod results;

use deelsom_core::Pointed;
use std::rc::Rc;

use deelsom_core::uncertainty::Model;
use deelsom_language::words::{button, field, note, status, uncertainty as words};
use deelsom_language::{number, sentences};
use deelsom_worker::Wants;
use serde_json::Value;
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::asking::{announced, asking, failed, is_old};
use crate::choose::choice;
use crate::edit::{Field, hints};
use crate::flow::Flow;
use crate::part::{element, join, line, list, press, text, with};
use crate::run::{self, Heard, Influence, Stage};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::{Choice, DRAWS, Reads};
use crate::view::remarks;

/// Draws the page.
pub(crate) fn show(shown: Shown<'_>) -> Html {
    let wants = Wants { influence: true, draws: true, ..Wants::default() };
    asking(shown, wants, page)
}

/// What every parameter does, drawn anew only when it has changed, and not whenever there are more draws.
struct Influenced;

#[derive(Clone, Properties)]
struct Of {
    sight: Sight,
    influence: Rc<Influence>,
}

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        self.sight == other.sight && Rc::ptr_eq(&self.influence, &other.influence)
    }
}

impl Component for Influenced {
    type Message = ();
    type Properties = Of;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Of { sight, influence } = context.props();
        results::influenced(sight.shown(), influence)
    }
}

/// Whether anything shown is not that of the study as it stands in the fields.
fn shows_old(shown: Shown<'_>, heard: &Heard) -> bool {
    is_old(shown, &heard.simulation) || is_old(shown, &heard.influence)
}

fn halved(shown: Shown<'_>) -> bool {
    shown.state.chosen(Choice::Half) == 1
}

fn page(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    if shown.study().options.is_empty() {
        flow.say(&[status::NO_OPTIONS]);
        return flow.show();
    }
    settings(shown, &mut flow);
    let heard = run::heard();
    flow.add(progress(shown, &heard));
    match heard.stage {
        Stage::Failed => flow.add(failed(shown)),
        Stage::Refused => flow.add(refused(shown)),
        _ => flow.add(answers(shown, &heard)),
    }
    flow.show()
}

/// What can be chosen.
fn settings(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let say = |word| shown.say(word);
    let names = |words: &[deelsom_language::Word]| words.iter().map(|word| say(*word).to_owned()).collect();
    let draws = DRAWS.iter().map(|draws| number::count(shown.language(), i64::from(*draws))).collect();
    let seed = match shown.state.file.at("/seed") {
        None => Value::from(1),
        Some(seed) => seed.clone(),
    };
    let mut fields = Vec::new();
    if shown.study().options.len() > 1 {
        fields.push(choice(shown, Choice::Option, say(field::OPTION), shown.option_names()));
    }
    fields.push(choice(shown, Choice::Draws, say(field::DRAWS), draws));
    fields.push(choice(
        shown,
        Choice::Shape,
        say(field::DISTRIBUTION),
        names(&[words::TRIANGULAR, words::PERT]),
    ));
    fields.push(Field::new("/seed".to_owned(), Reads::Whole, say(field::SEED).to_owned()).fill(shown, &seed));
    flow.fields(fields);
    flow.add(hints(shown, &[Reads::Whole]));
    flow.note(&[words::SEED_KEEPS]);
    flow.add(half(shown));
    if halved(shown) {
        flow.note(&[words::AGREED_STAYS]);
    }
}

/// The switch for half of the savings. Its value is what choosing it leads to.
fn half(shown: Shown<'_>) -> Html {
    let on = halved(shown);
    let (value, checked) = if on { ("0", "checked") } else { ("1", "") };
    let control = element(
        "input",
        with!("id": "half", "type": "checkbox", "value": value, "data-choice": Choice::Half.code(), "checked": checked),
        Vec::new(),
    );
    let label = element("label", with!("for": "half"), vec![text(shown.say(words::HALF_SWITCH))]);
    element("div", with!("class": "switch"), vec![control, label])
}

/// How far the draws have come, with a way to stop them; and, for who does not see that, when they begin and end.
fn progress(shown: Shown<'_>, heard: &Heard) -> Html {
    let language = shown.language();
    let (made, wanted) = (heard.made(), heard.wanted);
    let said = match heard.stage {
        Stage::Stopped => sentences::stopped_after(language, made, wanted),
        _ => sentences::draws_made(language, made, wanted),
    };
    let note = match heard.stage {
        Stage::Running if heard.simulation.is_old() || heard.influence.is_old() => shown.say(words::RENEWED),
        _ if shows_old(shown, heard) => shown.say(words::OF_BEFORE),
        _ => "",
    };
    let bar =
        with!("max": &wanted.to_string(), "value": &made.to_string(), "aria-label": shown.say(field::DRAWS));
    let running = heard.stage == Stage::Running;
    let (word, then, disabled) = match heard.stage {
        Stage::Stopped => (button::RUN_SIMULATION, Callback::from(|_| run::again()), ""),
        _ => (button::STOP, Callback::from(|_| run::stop()), if running { "" } else { "true" }),
    };
    let then = if disabled.is_empty() { then } else { Callback::from(|_| ()) };
    element(
        "div",
        with!("class": "progress"),
        vec![
            element("progress", bar, vec![text(&said)]),
            line("span", "", &said),
            press(with!("id": "stop", "aria-disabled": disabled), vec![text(shown.say(word))], then),
            line("strong", "", note),
            announced(shown, heard.stage),
        ],
    )
}

/// Why these ranges cannot be drawn from: the worker says that, and the core says why.
fn refused(shown: Shown<'_>) -> Html {
    let place = shown.state.chosen(Choice::Option);
    let problems = Model::of(&shown.state.file, &shown.state.register, place).err().unwrap_or_default();
    let points = problems.iter().map(|one| text(&remarks::problem(shown, &one.path, one))).collect();
    let told = element("p", with!("role": "alert"), vec![text(shown.say(words::RANGES_WRONG))]);
    join(vec![told, list("", points)])
}

/// What has been answered, and whether it still is what was asked.
fn answers(shown: Shown<'_>, heard: &Heard) -> Html {
    let running = heard.stage == Stage::Running;
    let class = if shows_old(shown, heard) { "results old" } else { "results" };
    let mut parts = Vec::new();
    match (&heard.simulation.answer, &heard.influence.answer) {
        (None, None) => parts.push(line("p", "", shown.say(words::NOT_YET))),
        (simulation, influence) => {
            if let Some(simulation) = simulation {
                parts.push(results::simulated(shown, simulation));
            }
            if let Some(influence) = influence {
                let of = Of { sight: Sight::of(shown), influence: influence.clone() };
                parts.push(html! { <Influenced ..of /> });
            }
        }
    }
    parts.push(line("p", "note", shown.say(note::NOT_ADVICE)));
    let busy = if running { "true" } else { "" };
    element("div", with!("class": class, "aria-busy": busy), parts)
}
