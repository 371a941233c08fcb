//! What is kept on this device beside the study: copies, and a way to erase it all.

use deelsom_language::words::{button, keep as words};
use deelsom_sharing::frozen;
use deelsom_sharing::kept::Why;
use serde_json::Value;
use yew::Html;

use super::{Here, Message};
use crate::dom;
use crate::flow::Flow;
use crate::keeper::{device, reason};
use crate::part::{element, join, line, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::Action;

/// The ids of the button that erases all, and of the one that rather does not.
pub(super) const ERASE: &str = "erase";
pub(super) const CANCEL: &str = "erase-cancel";

pub(super) fn show(here: Here<'_>, flow: &mut Flow<'_>) {
    flow.heading(words::ON_THIS_DEVICE);
    flow.say(&[words::HOW_IT_IS_KEPT]);
    flow.add(copies(here));
    flow.add(erase(here));
}

fn copies(here: Here<'_>) -> Html {
    let shown = here.shown;
    let copies = device::copies();
    if copies.is_empty() {
        return line("p", "", shown.say(words::NO_COPIES));
    }
    let mut sheet = Sheet::of_words(shown, "copies", shown.say(words::COPIES));
    sheet.heads(&[words::WHEN, words::WHY, words::WHAT_TO_DO]);
    for (key, copy) in copies {
        let when = device::moment(shown.language(), &copy.saved);
        let label = if copy.why == Why::Frozen { label(&copy.study()) } else { String::new() };
        sheet.row(&when, String::new());
        sheet.text(&[shown.say(reason(copy.why)), &label].concat());
        let named = |word| {
            let of = [" ", &when, &label].concat();
            join(vec![text(shown.say(word)), line("span", "hidden", &of)])
        };
        let buttons = vec![
            here.press_of(named(button::OPEN), Message::Open(key.clone())),
            here.press_of(named(words::DOWNLOAD), Message::Give(key.clone())),
            here.press_of(named(button::REMOVE), Message::Remove(key)),
        ];
        sheet.cell(element("div", with!("class": "tools"), buttons));
    }
    join(vec![line("p", "", shown.say(words::COPIES_ARE)), sheet.show()])
}

/// The name that a version was frozen under, in quotes.
fn label(study: &str) -> String {
    let study: Value = serde_json::from_str(study).unwrap_or_default();
    frozen::seal(&study).map(|seal| [" ‘", seal.label, "’"].concat()).unwrap_or_default()
}

fn erase(here: Here<'_>) -> Html {
    if !here.keep.sure {
        return here.press_at(ERASE, words::ERASE, Message::AskErase(true));
    }
    let buttons = vec![
        here.press(words::ERASE_YES, Message::Erase),
        here.press_at(CANCEL, button::CANCEL, Message::AskErase(false)),
    ];
    let told = element("p", with!("role": "alert"), vec![text(here.shown.say(words::ERASE_SURE))]);
    element("div", with!("class": "told"), vec![told, element("div", with!("class": "tools"), buttons)])
}

/// Opens a copy, like a file: with every problem that it has.
pub(super) fn open(shown: Shown<'_>, key: &str) {
    if let Some((_, copy)) = device::copies().into_iter().find(|(other, _)| other == key) {
        shown.act.emit(Action::Open(copy.study()));
    }
}

/// Gives a copy away, exactly as it was.
pub(super) fn give(key: &str) {
    if let Some((_, copy)) = device::copies().into_iter().find(|(other, _)| other == key) {
        dom::save_as("deelsom-copy.json", &copy.study());
    }
}
