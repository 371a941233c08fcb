//! Parts of a page that are drawn anew only where what they show has changed, and some only for who opens them.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use super::Known;
use super::row::is_within;
use super::table::Kept;
use crate::part::{element, join, press, text, with};
use crate::shown::Shown;
use crate::state::{Action, State};
use crate::view::remarks;

/// Draws what belongs to a place of the study: that place, and what records can name.
pub(crate) type Draw = fn(Shown<'_>, &Kept, &str) -> Html;

/// What a part is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct PartOf {
    state: Rc<State>,
    act: Callback<Action>,
    known: Rc<Known>,
    /// The place in the study. What belongs to one place is always drawn in the same way.
    at: String,
    /// What stands on the button that opens it; nothing where it is always open.
    title: String,
    /// Whether it shows more of the study than its place and names.
    wide: bool,
    draw: Draw,
}

impl PartialEq for PartOf {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
            && self.title == other.title
            && (Rc::ptr_eq(&self.known, &other.known) || self.known == other.known)
            && (!self.wide || Rc::ptr_eq(&self.state.file, &other.state.file))
            && self.state.shows_the_same(&other.state, &self.at)
    }
}

/// The part on the page.
struct Part {
    open: bool,
}

impl Component for Part {
    type Message = ();
    type Properties = PartOf;

    fn create(context: &Context<Self>) -> Self {
        Self { open: context.props().has_problem() }
    }

    fn changed(&mut self, context: &Context<Self>, _: &PartOf) -> bool {
        // What is mended does not close again under whoever mends it.
        self.open |= context.props().has_problem();
        true
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.open = !self.open;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PartOf { state, act, known, at, title, draw, .. } = context.props();
        let shown = Shown { state, act };
        if title.is_empty() {
            return draw(shown, known, at);
        }
        let open = self.open;
        let attributes = with!("id": &remarks::id(at), "class": "fold", "aria-expanded": if open { "true" } else { "false" });
        let toggle = context.link().callback(|_| ());
        let heading = element("h3", with!(), vec![press(attributes, vec![text(title)], toggle)]);
        join(vec![heading, if open { draw(shown, known, at) } else { Html::default() }])
    }
}

impl PartOf {
    /// Whether something is wrong here: then it is not left out of sight.
    fn has_problem(&self) -> bool {
        self.state.problems.iter().any(|problem| is_within(&problem.path, &self.at))
    }
}

/// A part for who opens it.
pub(crate) fn fold(shown: Shown<'_>, known: &Kept, at: String, title: String, draw: Draw) -> Html {
    part(shown, known, at, title, false, draw)
}

/// A part for who opens it, that may show anything of the study.
pub(crate) fn wide(shown: Shown<'_>, known: &Kept, at: String, title: String, draw: Draw) -> Html {
    part(shown, known, at, title, true, draw)
}

/// A part that is always in sight.
pub(crate) fn kept(shown: Shown<'_>, known: &Kept, at: String, draw: Draw) -> Html {
    part(shown, known, at, String::new(), false, draw)
}

fn part(shown: Shown<'_>, known: &Kept, at: String, title: String, wide: bool, draw: Draw) -> Html {
    let (state, act, known) = (shown.state.clone(), shown.act.clone(), known.clone());
    let part = PartOf { state, act, known, at, title, wide, draw };
    html! { <Part ..part /> }
}
