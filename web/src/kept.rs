//! Parts of a page that are drawn anew only when what they show has changed.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::shown::Shown;
use crate::state::{Action, State};

/// A part, and what it is drawn from.
#[derive(Clone, Properties)]
pub(crate) struct Part {
    state: Rc<State>,
    act: Callback<Action>,
    same: fn(&State, &State) -> bool,
    draw: fn(Shown<'_>) -> Html,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.state, &other.state)
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
        let Part { state, act, draw, .. } = context.props();
        draw(Shown { state, act })
    }
}

/// Draws what looks the same as long as two states are alike in some respect.
pub(crate) fn kept_while(
    shown: Shown<'_>,
    same: fn(&State, &State) -> bool,
    draw: fn(Shown<'_>) -> Html,
) -> Html {
    let part = Part { state: shown.state.clone(), act: shown.act.clone(), same, draw };
    html! { <Kept ..part /> }
}
