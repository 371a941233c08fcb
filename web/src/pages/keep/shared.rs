//! A study that came in a link, shown beside one's own, which stays as it is.

use std::rc::Rc;

use deelsom_core::{Problem, Register, Study};
use deelsom_language::Word;
use deelsom_language::sentences;
use deelsom_language::words::{keep as words, status};
use deelsom_sharing::link::{self, Fault};
use serde_json::Value;
use yew::Html;

use super::{Here, Message, annex};
use crate::flow::Flow;
use crate::keeper::device;
use crate::pages::Page;
use crate::part::{element, join, line, text, with};
use crate::shown::Shown;
use crate::state::Calculated;
use crate::view::remarks;

/// A study in the address of the page.
pub(super) struct Shared {
    /// The end of the address that it is in.
    fragment: String,
    read: Result<Read, Refused>,
}

/// A study that could be read.
struct Read {
    file: Rc<Value>,
    result: Calculated,
}

/// Why it could not be.
enum Refused {
    Link(Fault),
    Study(Vec<Problem>),
}

impl Shared {
    /// The study in the address, if there is one; what was read before is not read again.
    pub(super) fn here(before: Option<Self>, shown: Shown<'_>) -> Option<Self> {
        let fragment = device::fragment();
        let packed = fragment.strip_prefix(&Page::Keep.link())?.strip_prefix('/')?;
        if !link::is_packed(packed) {
            return None;
        }
        if let Some(before) = before.filter(|before| before.fragment == fragment) {
            return Some(before);
        }
        let read = read(packed, &shown.state.register);
        Some(Self { fragment, read })
    }

    /// The file of the study.
    pub(super) fn file(&self) -> Option<Rc<Value>> {
        self.read.as_ref().ok().map(|read| read.file.clone())
    }

    pub(super) fn show(&self, here: Here<'_>) -> Html {
        let shown = here.shown;
        let back =
            element("a", with!("href": &Page::Outcome.link()), vec![text(shown.say(words::TO_MY_OWN))]);
        let mut flow = Flow::new(shown);
        flow.heading(words::SHARED);
        let read = match &self.read {
            Ok(read) => read,
            Err(refused) => {
                refused.show(shown, &mut flow);
                flow.add(element("p", with!(), vec![back]));
                return flow.show();
            }
        };
        flow.add(line("p", "told", shown.say(status::SHARED_STUDY)));
        flow.note(&[words::TAKE_OVER_MEANS]);
        let take = here.press(words::TAKE_OVER, Message::TakeOver);
        flow.add(element("div", with!("class": "tools"), vec![take, back]));
        let desk = element("div", with!("class": "desk"), vec![flow.show()]);
        join(vec![desk, annex::of_shared(shown, &read.file, &read.result)])
    }
}

fn read(packed: &str, register: &Register) -> Result<Read, Refused> {
    let text = link::unpack(packed).map_err(Refused::Link)?;
    let file = deelsom_core::study::parse(&text).map_err(Refused::Study)?;
    let study = Study::from_value(&file, register).map_err(Refused::Study)?;
    let outcome = deelsom_core::calculate(&study, register);
    Ok(Read { file: Rc::new(file), result: Calculated { study, outcome } })
}

impl Refused {
    fn show(&self, shown: Shown<'_>, flow: &mut Flow<'_>) {
        let told = |word: Word| element("p", with!("role": "alert"), vec![text(shown.say(word))]);
        match self {
            Self::Link(Fault::Unknown) => flow.add(told(words::LINK_UNKNOWN)),
            Self::Link(Fault::Torn) => flow.add(told(words::LINK_TORN)),
            Self::Link(Fault::TooLarge) => flow.add(told(words::LINK_TOO_LARGE)),
            Self::Study(problems) => {
                flow.add(told(words::LINK_INVALID));
                flow.text(&sentences::problem_count(shown.language(), problems.len()));
                let point = |one: &Problem| {
                    let sentence = remarks::problem(shown, &one.path, one);
                    join(vec![text(&(sentence + " ")), line("code", "", &one.path)])
                };
                flow.list("", problems.iter().map(point).collect());
            }
        }
    }
}
