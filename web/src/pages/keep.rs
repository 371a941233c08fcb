//! Keeping, sharing, freezing and printing.

mod annex;
mod back;
mod files;
mod freeze;
mod share;
mod shared;
mod stored;
mod workbook;

use std::rc::Rc;

use deelsom_language::Word;
use deelsom_language::words::page;
use deelsom_sharing::frozen;
use deelsom_sharing::kept::Why;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::html::Scope;
use yew::{Component, Context, Html, MouseEvent, html};

use crate::flow::Flow;
use crate::keeper::{self, device};
use crate::pages::Page;
use crate::part::{element, press, text, with};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::Action;
use shared::Shared;
use workbook::Stage;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Keep ..sight /> }
}

/// What someone does on this page.
#[derive(Debug, Clone, PartialEq)]
enum Message {
    /// Makes a link, perhaps without what is said of single persons.
    Link { without_persons: bool },
    /// Copies it.
    CopyLink,
    /// It was copied, or could not be.
    Copied(bool),
    /// Opens a copy, by its key.
    Open(String),
    /// Gives a copy away as a file.
    Give(String),
    /// Throws a copy away.
    Remove(String),
    /// Asks to erase all, or not to.
    AskErase(bool),
    /// Erases all.
    Erase,
    /// Freezes the study under the name that was typed.
    Freeze,
    /// Goes on with a copy of what was frozen.
    Thaw,
    /// Takes a shared study over.
    TakeOver,
    /// Asks for the workbook.
    Workbook,
    /// It was made, or could not be.
    WorkbookTold(Word),
}

/// The page, and what on it is not of the study.
#[derive(Default)]
struct Keep {
    /// The link that was made.
    link: Option<String>,
    /// Whether copying it worked.
    copied: Option<bool>,
    /// Whether someone is asked if they are sure.
    sure: bool,
    /// Whether a name for the frozen version is missing.
    nameless: bool,
    /// The study in the address.
    shared: Option<Shared>,
    /// How far the workbook that was asked for has come.
    workbook: Stage,
    /// Where the reader goes on once it is drawn: what was pressed may be gone.
    focus: Option<&'static str>,
}

/// What the parts of the page are drawn from.
#[derive(Clone, Copy)]
struct Here<'a> {
    shown: Shown<'a>,
    keep: &'a Keep,
    scope: &'a Scope<Keep>,
}

impl Here<'_> {
    /// A button with an id, to come back to.
    fn press_at(self, id: &'static str, word: Word, message: Message) -> Html {
        let then = self.scope.callback(move |_: MouseEvent| message.clone());
        press(with!("id": id), vec![text(self.shown.say(word))], then)
    }

    /// A button that sends a message.
    fn press(self, word: Word, message: Message) -> Html {
        self.press_of(text(self.shown.say(word)), message)
    }

    /// The same with more than a word on it.
    fn press_of(self, content: Html, message: Message) -> Html {
        press(with!(), vec![content], self.scope.callback(move |_: MouseEvent| message.clone()))
    }
}

impl Component for Keep {
    type Message = Message;
    type Properties = Sight;

    fn create(context: &Context<Self>) -> Self {
        Self { shared: Shared::here(None, context.props().shown()), ..Self::default() }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Sight) -> bool {
        let shown = context.props().shown();
        self.shared = Shared::here(self.shared.take(), shown);
        if before.state.file != shown.state.file {
            // It was of the study as it was.
            (self.link, self.copied) = (None, None);
            if self.workbook != Stage::Making {
                self.workbook = Stage::Idle;
            }
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let shown = context.props().shown();
        match message {
            Message::Link { without_persons } => {
                (self.link, self.copied) = (Some(share::link(shown, without_persons)), None);
                self.focus = Some(share::LINK);
            }
            Message::CopyLink => {
                let done = context.link().callback(Message::Copied);
                share::copy(self.link.clone().unwrap_or_default(), done);
            }
            Message::Copied(worked) => self.copied = Some(worked),
            Message::Open(key) => stored::open(shown, &key),
            Message::Give(key) => stored::give(&key),
            Message::Remove(key) => {
                device::remove(&key);
                self.focus = Some(stored::ERASE);
            }
            Message::AskErase(sure) => {
                self.sure = sure;
                self.focus = Some(if sure { stored::CANCEL } else { stored::ERASE });
            }
            Message::Erase => {
                self.sure = false;
                self.focus = Some(stored::ERASE);
                keeper::tell(keeper::Message::Erase);
            }
            Message::Freeze => self.freeze(shown),
            Message::Thaw => {
                self.focus = Some(freeze::LABEL);
                shown.act.emit(Action::Change(Rc::new(frozen::without_seal(&shown.state.file))));
            }
            Message::TakeOver => self.take_over(shown),
            Message::Workbook if self.workbook == Stage::Making => return false,
            Message::Workbook => {
                self.workbook = Stage::Making;
                workbook::make(shown, context.link().callback(Message::WorkbookTold));
            }
            Message::WorkbookTold(word) => self.workbook = Stage::Told(word),
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // What is drawn after a change of the study comes a moment later.
        if let Some(id) = self.focus.filter(|id| is_there(id)) {
            self.focus = None;
            crate::dom::focus(id);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let here = Here { shown: context.props().shown(), keep: self, scope: context.link() };
        match &self.shared {
            Some(shared) => shared.show(here),
            None => own(here),
        }
    }
}

/// Everything about one's own study.
fn own(here: Here<'_>) -> Html {
    let mut flow = Flow::new(here.shown);
    stored::show(here, &mut flow);
    share::show(here, &mut flow);
    freeze::show(here, &mut flow);
    files::show(here, &mut flow);
    flow.heading(page::PRINT);
    annex::choose(here.shown, &mut flow);
    let desk = element("div", with!("class": "desk"), vec![flow.show()]);
    crate::part::join(vec![desk, annex::of_own(here.shown)])
}

impl Keep {
    fn freeze(&mut self, shown: Shown<'_>) {
        let label = typed(freeze::LABEL);
        self.nameless = label.is_empty();
        if self.nameless {
            crate::dom::focus(freeze::LABEL);
            return;
        }
        let frozen = frozen::freeze(&shown.state.file, &label, &device::today());
        self.focus = Some(freeze::SEALED);
        shown.act.emit(Action::Change(Rc::new(frozen)));
    }

    /// Puts the shared study in the place of one's own, which becomes a copy.
    fn take_over(&mut self, shown: Shown<'_>) {
        let Some(file) = self.shared.as_ref().and_then(Shared::file) else { return };
        if *file != *shown.state.file {
            // Where there is no room for a copy, the change can still be taken back.
            let _ = keeper::set_aside(&shown.state.file, Why::Replaced);
        }
        shown.act.emit(Action::Change(file));
        shown.act.emit(Action::Saved);
        device::go(&Page::Outcome.link());
    }
}

fn part(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Whether a part of this page is drawn.
fn is_there(id: &str) -> bool {
    part(id).is_some()
}

/// What was typed in a field of this page.
fn typed(id: &str) -> String {
    let field = part(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value().trim().to_owned()).unwrap_or_default()
}
