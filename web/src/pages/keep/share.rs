//! A link that holds the study.

use deelsom_language::sentences;
use deelsom_language::words::{button, keep as words};
use deelsom_sharing::link::{self, MOST_CHARACTERS};
use deelsom_sharing::persons;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Clipboard;
use yew::{Callback, Html};

use super::{Here, Message};
use crate::flow::Flow;
use crate::keeper::device;
use crate::pages::Page;
use crate::part::{element, line, press, text, with};
use crate::shown::Shown;
use crate::{dom, state};

/// The id of the field with the link.
pub(super) const LINK: &str = "shared-link";

pub(super) fn show(here: Here<'_>, flow: &mut Flow<'_>) {
    let shown = here.shown;
    flow.heading(words::SHARE);
    flow.say(&[words::HOW_TO_SHARE]);
    let alone = persons::departures_of_one(&shown.state.file);
    if alone > 0 {
        flow.add(line("p", "told", &sentences::leaves_alone(shown.language(), alone)));
    }
    flow.note(&[words::PERSONS_TOO, words::WITHOUT_MEANS]);
    let buttons = vec![
        here.press(words::MAKE_LINK, Message::Link { without_persons: false }),
        here.press(words::MAKE_LINK_WITHOUT, Message::Link { without_persons: true }),
    ];
    flow.add(element("div", with!("class": "tools"), buttons));
    if let Some(link) = &here.keep.link {
        flow.add(element("div", with!("role": "status"), vec![made(here, link)]));
    }
}

/// The link; the file before it where the link is long.
fn made(here: Here<'_>, link: &str) -> Html {
    let shown = here.shown;
    let language = shown.language();
    let mut flow = Flow::new(shown);
    if link.len() > MOST_CHARACTERS {
        flow.text(&sentences::link_too_long(language, link.len(), MOST_CHARACTERS));
        let file = shown.state.file.clone();
        let save = Callback::from(move |_| dom::save(&state::text(&file)));
        flow.add(press(with!(), vec![text(shown.say(button::SAVE_FILE))], save));
    }
    let label = element("label", with!("for": LINK), vec![text(shown.say(words::THE_LINK))]);
    let field = with!("id": LINK, "type": "text", "readonly": "true", "value": link);
    let field = element("input", field, Vec::new());
    flow.add(element("div", with!("class": "field"), vec![label, field]));
    if link.len() <= MOST_CHARACTERS {
        flow.text(&sentences::link_is(language, link.len()));
    }
    flow.add(here.press(words::COPY_LINK, Message::CopyLink));
    if let Some(worked) = here.keep.copied {
        flow.say(&[if worked { words::COPIED } else { words::NOT_COPIED }]);
    }
    flow.show()
}

/// The link to a study, perhaps without what is said of single persons.
pub(super) fn link(shown: Shown<'_>, without_persons: bool) -> String {
    let file = &shown.state.file;
    let packed = if without_persons {
        let role = shown.say(words::ROLE_NUMBER);
        link::pack(&persons::without(file, |number| format!("{role} {number}")))
    } else {
        link::pack(file)
    };
    [&device::address(), &Page::Keep.link(), "/", &packed].concat()
}

/// Puts a text on the clipboard, and says whether that worked.
pub(super) fn copy(text: String, done: Callback<bool>) {
    spawn_local(async move {
        let worked = match clipboard() {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done.emit(worked);
    });
}

/// The clipboard, which browsers have for pages from a trusted place only.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"clipboard".into()).ok()?.dyn_into().ok()
}
