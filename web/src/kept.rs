//! Parts of a page that belong to one place of the study, drawn anew only when what they show has changed.
//!
//! A page may have a hundred of them and a key stroke changes one. That the others show the same is found out by
//! comparing the study at their place, which is far less work than drawing them.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::shown::Shown;
use crate::state::{Action, State};

/// A part, and what it is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct Part {
    state: Rc<State>,
    act: Callback<Action>,
    /// The place in the study. What belongs to one place is always drawn in the same way.
    at: String,
    draw: fn(Shown<'_>, &str) -> Html,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
            && self.state.has_the_same_surroundings(&other.state)
            && self.state.shows_the_same(&other.state, &self.at)
    }
}

/// The part on the page.
struct Kept;

impl Component for Kept {
    type Message = ();
    type Properties = Part;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Part { state, act, at, draw } = context.props();
        draw(Shown { state, act }, at)
    }
}

/// Draws what belongs to a place of the study. It may show that place, and all that is neither post nor option.
#[inline(never)]
pub(crate) fn kept(shown: Shown<'_>, at: String, draw: fn(Shown<'_>, &str) -> Html) -> Html {
    let part = Part { state: shown.state.clone(), act: shown.act.clone(), at, draw };
    html! { <Kept ..part /> }
}
