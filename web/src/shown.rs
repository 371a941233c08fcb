//! What a page is made of: the state, in a language, and a way to let actions happen.

use std::rc::Rc;

use deelsom_core::study::Variant;
use deelsom_core::{Effect, Outcome, Study};
use deelsom_language::{Language, Word};
use deelsom_views::Seen;
use yew::{Callback, MouseEvent};

use crate::state::{Action, Choice, State};

/// What a page sees.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) state: &'a Rc<State>,
    pub(crate) act: &'a Callback<Action>,
}

/// An option with what it does, and its place in the study.
#[derive(Clone, Copy)]
pub(crate) struct Chosen<'a> {
    pub(crate) place: usize,
    pub(crate) option: &'a Variant,
    pub(crate) effect: &'a Effect,
}

impl Chosen<'_> {
    /// Where the report says what it does.
    #[inline(never)]
    pub(crate) fn pointer(&self) -> String {
        format!("/effects/{}", self.place)
    }
}

impl<'a> Shown<'a> {
    pub(crate) fn language(self) -> Language {
        self.state.language
    }

    /// A word in the reader's language.
    #[inline(never)]
    pub(crate) fn say(self, word: Word) -> &'static str {
        word.text(self.state.language)
    }

    /// The last study without problems.
    pub(crate) fn study(self) -> &'a Study {
        &self.state.result.study
    }

    /// What follows from it.
    pub(crate) fn outcome(self) -> &'a Outcome {
        &self.state.result.outcome
    }

    /// What charts are made of.
    #[inline(never)]
    pub(crate) fn seen(self) -> Seen<'a> {
        Seen {
            study: self.study(),
            register: &self.state.register,
            outcome: self.outcome(),
            language: self.language(),
            width: self.chart_width(),
        }
    }

    /// Every option with what it does.
    pub(crate) fn options(self) -> impl Iterator<Item = Chosen<'a>> {
        let pairs = self.study().options.iter().zip(&self.outcome().effects);
        pairs.enumerate().map(|(place, (option, effect))| Chosen { place, option, effect })
    }

    /// The option looked at, if the study has any.
    #[inline(never)]
    pub(crate) fn option(self) -> Option<Chosen<'a>> {
        self.options().nth(self.state.chosen(Choice::Option))
    }

    /// The names of all options.
    #[inline(never)]
    pub(crate) fn option_names(self) -> Vec<String> {
        self.study().options.iter().map(|option| option.name.clone()).collect()
    }

    /// The years, as charts and sentences want them.
    #[inline(never)]
    pub(crate) fn years(self) -> Vec<i32> {
        self.study().period.all_years().map(|year| i32::from(year.0)).collect()
    }

    /// Width at which charts are drawn, for a telephone, a tablet or a desk.
    pub(crate) fn chart_width(self) -> u32 {
        match self.state.width {
            ..600 => 340,
            600..1100 => 720,
            _ => 1000,
        }
    }

    /// Lets an action happen at a click.
    #[inline(never)]
    pub(crate) fn on(self, action: Action) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}
