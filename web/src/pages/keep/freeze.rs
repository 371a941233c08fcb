//! A version frozen for the council.

use deelsom_language::sentences;
use deelsom_language::words::{keep as words, status};
use deelsom_sharing::frozen;
use yew::Html;

use super::{Here, Message};
use crate::flow::Flow;
use crate::part::{element, join, line, text, with};

/// The id of what is said of a frozen version.
pub(super) const SEALED: &str = "frozen";
/// The id of the field with the name of the version.
pub(super) const LABEL: &str = "freeze-label";

pub(super) fn show(here: Here<'_>, flow: &mut Flow<'_>) {
    let shown = here.shown;
    flow.heading(words::FREEZE);
    flow.say(&[words::HOW_TO_FREEZE]);
    let print = frozen::fingerprint(&shown.state.file);
    flow.add(element(
        "p",
        with!(),
        vec![text(shown.say(words::FINGERPRINT)), text(": "), line("code", "", &print)],
    ));
    match frozen::seal(&shown.state.file) {
        Some(seal) => {
            let said = sentences::frozen_as(shown.language(), seal.label, seal.date);
            flow.add(element("p", with!("id": SEALED, "tabindex": "-1"), vec![text(&said)]));
            let word = if seal.intact { words::FROZEN } else { words::FROZEN_BROKEN };
            flow.add(line("p", "told", shown.say(word)));
            flow.add(here.press(words::THAW, Message::Thaw));
        }
        None if shown.state.is_outdated() => flow.say(&[words::MEND_FIRST]),
        None => flow.add(form(here)),
    }
}

fn form(here: Here<'_>) -> Html {
    let shown = here.shown;
    let label = element("label", with!("for": LABEL), vec![text(shown.say(words::FREEZE_AS))]);
    let (invalid, error) = if here.keep.nameless {
        let error = line("span", "", shown.say(status::NOTHING_YET));
        ("true", element("p", with!("class": "error", "id": "freeze-error"), vec![error]))
    } else {
        ("", Html::default())
    };
    let described = if here.keep.nameless { "freeze-error" } else { "" };
    let field = with!(
        "id": LABEL,
        "type": "text",
        "autocomplete": "off",
        "aria-invalid": invalid,
        "aria-describedby": described,
    );
    let field = element("input", field, Vec::new());
    let field = element("div", with!("class": "field"), vec![label, field, join(vec![error])]);
    let press = here.press(words::FREEZE_NOW, Message::Freeze);
    element("div", with!("class": "choices"), vec![field, press])
}
