//! The study as a workbook for a spreadsheet.

use deelsom_language::Word;
use deelsom_language::words::keep as words;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::{Here, Message};
use crate::flow::Flow;
use crate::part::{element, press, text, with};
use crate::shown::Shown;
use crate::workbook;

/// How far a workbook has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Stage {
    /// None was asked for.
    #[default]
    Idle,
    Making,
    /// It was given away, or could not be made: a sentence about it.
    Told(Word),
}

/// Has the workbook of the study made and saved, also where the reader goes to another page meanwhile; then says how that
/// went.
pub(super) fn make(shown: Shown<'_>, done: Callback<Word>) {
    let (file, language) = (shown.state.file.clone(), shown.language());
    spawn_local(async move {
        done.emit(workbook::make(&file, language).await);
    });
}

pub(super) fn show(here: Here<'_>, flow: &mut Flow<'_>) {
    let shown = here.shown;
    if !workbook::IS_HERE {
        flow.say(&[words::WORKBOOK_IS, words::WORKBOOK_ELSEWHERE]);
        return;
    }
    flow.say(&[words::WORKBOOK_IS]);
    let stage = here.keep.workbook;
    if !shown.state.is_outdated() {
        let (word, disabled) = match stage {
            Stage::Making => (words::MAKING_WORKBOOK, "true"),
            _ => (words::DOWNLOAD_WORKBOOK, ""),
        };
        let ask = here.scope.callback(|_| Message::Workbook);
        flow.add(press(
            with!("id": "workbook", "aria-disabled": disabled, "aria-describedby": "workbook-told"),
            vec![text(shown.say(word))],
            ask,
        ));
    }
    let told = match stage {
        Stage::Idle => "",
        Stage::Making => shown.say(words::MAKING_WORKBOOK),
        Stage::Told(word) => shown.say(word),
    };
    flow.add(element("p", with!("id": "workbook-told", "role": "status"), vec![text(told)]));
}
