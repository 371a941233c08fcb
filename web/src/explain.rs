//! "Hoe is dit berekend?": a figure of the page taken apart in a dialog, part by part, to be walked. The same tree as
//! that of `deelsom explain`.

mod dialog;
mod under;

use std::rc::Rc;

use deelsom_core::explanation::Formula;
use deelsom_core::{Explainer, Explanation, Facts};

use crate::state::State;
use dialog::Dialog;

/// Opens the explanation of the figure at a pointer into the report, of several added up, or of one under another key. While the study has problems there is none: what is
/// on screen is of an earlier one, and the page says so.
pub(crate) fn open(state: &Rc<State>, pointer: &str) {
    if state.is_outdated() {
        return;
    }
    if let (Some(figure), Some(dialog)) = (explanation(state, pointer), Dialog::new(state.language)) {
        let _ = dialog.show(&figure, state);
    }
}

fn explanation(state: &State, asked: &str) -> Option<Explanation> {
    if asked.contains('+') {
        return sum(state, asked);
    }
    if let Some((pointer, under)) = asked.split_once('?') {
        return under::explain(state, pointer, under);
    }
    let result = &state.result;
    Explainer::new(&result.study, &state.register, &result.outcome).explain(asked)
}

/// The sum of several figures of the report, by their pointers with `+` between them.
fn sum(state: &State, pointers: &str) -> Option<Explanation> {
    let parts: Vec<Explanation> = pointers
        .split('+')
        .map(|pointer| Some(named(explanation(state, pointer)?, pointer.to_owned())))
        .collect::<Option<_>>()?;
    let value = parts.iter().map(|part| part.value).sum();
    let (term, unit) = (parts.first()?.term, parts.first()?.unit);
    let (facts, pointer, ground) = (Facts::default(), None, None);
    Some(Explanation { term, facts, value, unit, pointer, formula: Some(Formula::Sum), ground, parts })
}

/// The figure alone, to be asked for.
fn named(figure: Explanation, pointer: String) -> Explanation {
    Explanation { pointer: Some(pointer), formula: None, parts: Vec::new(), ..figure }
}
