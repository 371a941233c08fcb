//! What a part of a page with a state of its own sees of the application's.

use std::rc::Rc;

use yew::{Callback, Properties};

use crate::shown::Shown;
use crate::state::{Action, State};

/// The application's state, and a way to let actions happen.
#[derive(Clone, Properties)]
pub(crate) struct Sight {
    pub(crate) state: Rc<State>,
    pub(crate) act: Callback<Action>,
}

impl PartialEq for Sight {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Sight {
    pub(crate) fn of(shown: Shown<'_>) -> Self {
        Self { state: shown.state.clone(), act: shown.act.clone() }
    }

    /// Whether the study is the same as in another sight, and so is the language.
    pub(crate) fn is_of_the_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state.file, &other.state.file) && self.state.language == other.state.language
    }

    pub(crate) fn shown(&self) -> Shown<'_> {
        Shown { state: &self.state, act: &self.act }
    }
}
