//! "Hoe is dit berekend?": a figure of the page taken apart in a dialog, part by part, to be walked. The same tree as
//! that of `deelsom explain`.

mod dialog;

use std::rc::Rc;

use deelsom_core::{Explainer, Explanation};

use crate::state::State;
use dialog::Dialog;

/// Opens the explanation of the figure at a pointer into the report. While the study has problems there is none: what is
/// on screen is of an earlier one, and the page says so.
pub(crate) fn open(state: &Rc<State>, pointer: &str) {
    if state.is_outdated() {
        return;
    }
    if let (Some(figure), Some(dialog)) = (explanation(state, pointer), Dialog::new(state.language)) {
        let _ = dialog.show(&figure, state);
    }
}

fn explanation(state: &State, pointer: &str) -> Option<Explanation> {
    let result = &state.result;
    Explainer::new(&result.study, &state.register, &result.outcome).explain(pointer)
}
