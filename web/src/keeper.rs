//! Keeps the study on this device a moment after every change, and says below every page when and where.
//!
//! What is written is compared with what is there: where another window has written meanwhile, nothing is overwritten
//! and someone is asked. Whatever has to give way becomes a copy.

pub(crate) mod device;

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_language::words::{button, keep as words};
use deelsom_language::{Word, sentences};
use deelsom_sharing::frozen;
use deelsom_sharing::kept::{Aside, Fault, Kept, Why};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde_json::Value;
use web_sys::{Event, StorageEvent};
use yew::{Callback, Component, Context, Html, html};

use crate::dom::{self, KEPT_AT};
use crate::pages::Page;
use crate::part::{element, join, line, press, text, with};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::{self, Action, State};
use device::Trouble;

/// How long after the last change the study is kept, milliseconds.
const PAUSE: u32 = 1_000;

/// Draws what is said below every page.
pub(crate) fn show(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Keeper ..sight /> }
}

/// What a word is for the reason of a copy.
pub(crate) fn reason(why: Why) -> Word {
    match why {
        Why::Torn => words::WHY_TORN,
        Why::Foreign => words::WHY_FOREIGN,
        Why::TooNew => words::WHY_TOO_NEW,
        Why::Invalid => words::WHY_INVALID,
        Why::Other => words::WHY_OTHER,
        Why::Replaced => words::WHY_REPLACED,
        Why::Frozen => words::WHY_FROZEN,
    }
}

/// How keeping stands.
#[derive(Debug, Clone, PartialEq)]
enum Standing {
    /// Nothing was changed yet.
    Unchanged,
    /// What was kept at this moment was gone on with.
    GoneOn(String),
    /// The study was kept at this moment.
    Kept(String),
    /// Another window has kept another version; this one has nothing to lose.
    Elsewhere,
    /// Another window has kept another version, and this one has changes of its own.
    Conflict,
    /// It could not be kept.
    Trouble(Trouble),
    /// Everything was erased, and nothing is kept until someone asks for it.
    Erased,
}

/// What happens to the one who keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Message {
    /// There was a pause.
    Keep,
    /// The window is left.
    Leave,
    /// Another window has kept something.
    Written,
    /// Go on with the version of this window.
    Mine,
    /// Go on with the version of the other window.
    Theirs,
    /// Erase everything that was kept.
    Erase,
    /// Keep again.
    Again,
    /// What was said of what was set aside has been read.
    Read,
}

/// The id of where it is said.
const PLACE: &str = "keeper";

thread_local! {
    /// The one who keeps.
    static KEEPER: RefCell<Option<Callback<Message>>> = const { RefCell::new(None) };
}

/// Tells the one who keeps.
pub(crate) fn tell(message: Message) {
    let keeper = KEEPER.with_borrow(Clone::clone);
    if let Some(keeper) = keeper {
        keeper.emit(message);
    }
}

/// Whether what is shown was frozen.
fn is_sealed(state: &State) -> bool {
    frozen::seal(&state.file).is_some_and(|seal| seal.intact)
}

/// Sets a study aside as a copy. Gives whether that worked.
pub(crate) fn set_aside(file: &Value, why: Why) -> bool {
    let copy = Aside { why, saved: device::now(), text: state::text(file) };
    device::set_aside(&copy).is_ok()
}

/// The one who keeps.
struct Keeper {
    standing: Standing,
    /// The text on this device as this window knows it.
    known: Option<String>,
    /// The study that needs no keeping: it was kept, or nobody has changed it.
    safe: Option<Rc<Value>>,
    /// The last study without problems.
    good: Rc<Value>,
    /// Why what was kept could not be gone on with.
    fault: Option<Fault>,
    pause: Option<Timeout>,
    _listeners: Vec<EventListener>,
}

impl Component for Keeper {
    type Message = Message;
    type Properties = Sight;

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|message| message);
        KEEPER.with_borrow_mut(|keeper| *keeper = Some(send.clone()));
        let state = &context.props().state;
        let mut keeper = Self {
            standing: Standing::Unchanged,
            known: device::study(),
            // Whoever was quick has changed something before there was anyone to keep it.
            safe: (!state.steps().0).then(|| state.file.clone()),
            good: state.file.clone(),
            fault: None,
            pause: None,
            _listeners: listen(&send),
        };
        keeper.go_on(state);
        keeper.wait_if_changed(context);
        keeper
    }

    fn changed(&mut self, context: &Context<Self>, before: &Sight) -> bool {
        let state = &context.props().state;
        if state.problems.is_empty() {
            self.good = state.file.clone();
        }
        if !Rc::ptr_eq(&before.state.file, &state.file) {
            if is_sealed(&before.state) {
                // Where there is no room the frozen version is still in the file that was saved of it.
                let _ = set_aside(&before.state.file, Why::Frozen);
            }
            self.wait_if_changed(context);
        }
        // What is said changes when something was kept, and not at every key stroke.
        (before.state.language, is_sealed(&before.state)) != (state.language, is_sealed(state))
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let state = &context.props().state;
        if matches!(message, Message::Mine | Message::Theirs | Message::Again | Message::Read) {
            // The button that was pressed will be gone.
            dom::focus(PLACE);
        }
        match message {
            Message::Keep => self.keep(state),
            Message::Leave => self.leave(state),
            Message::Written => self.hear(state),
            Message::Mine => self.take_mine(state),
            Message::Theirs => self.take_theirs(context.props()),
            Message::Erase => {
                device::erase();
                self.stop();
            }
            Message::Again => {
                (self.known, self.safe) = (device::study(), None);
                self.standing = Standing::Unchanged;
                self.keep(state);
            }
            Message::Read => self.fault = None,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.said(context.props().shown())
    }

    fn destroy(&mut self, _: &Context<Self>) {
        KEEPER.with_borrow_mut(|keeper| *keeper = None);
    }
}

/// Hears what other windows keep, and that this one is left.
fn listen(send: &Callback<Message>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let (written, left) = (send.clone(), send.clone());
    let ours = |event: &Event| {
        let key = wasm_bindgen::JsCast::dyn_ref::<StorageEvent>(event).and_then(StorageEvent::key);
        // Without a key, all was taken away.
        key.is_none_or(|key| key == KEPT_AT)
    };
    vec![
        EventListener::new(&window, "storage", move |event| {
            if ours(event) {
                written.emit(Message::Written);
            }
        }),
        EventListener::new(&window, "pagehide", move |_| left.emit(Message::Leave)),
    ]
}

impl Keeper {
    /// Finds out whether what was kept is what the page went on with; anything else is set aside.
    fn go_on(&mut self, state: &State) {
        if !device::is_there() {
            self.standing = Standing::Trouble(Trouble::Denied);
            return;
        }
        match device::kept(&state.register) {
            None => {}
            Some(Ok(kept)) => {
                self.safe = kept.file().map(Rc::new);
                if let Ok(good) = serde_json::from_str(&kept.study) {
                    self.good = Rc::new(good);
                }
                self.standing = Standing::GoneOn(kept.saved);
            }
            Some(Err(fault)) => {
                let text = self.known.clone().unwrap_or_default();
                let copy = Aside { why: Why::from(&fault), saved: device::now(), text };
                match device::move_aside(&copy) {
                    Ok(()) => (self.known, self.fault) = (None, Some(fault)),
                    Err(trouble) => self.standing = Standing::Trouble(trouble),
                }
            }
        }
        if state.problems.is_empty() {
            self.good = state.file.clone();
        }
    }

    fn is_safe(&self, file: &Rc<Value>) -> bool {
        self.safe.as_ref().is_some_and(|safe| Rc::ptr_eq(safe, file) || safe == file)
    }

    /// Waits for a pause, where there is something to keep.
    fn wait_if_changed(&mut self, context: &Context<Self>) {
        if self.is_safe(&context.props().state.file) {
            self.pause = None;
            return;
        }
        let link = context.link().clone();
        self.pause = Some(dom::after(PAUSE, move || link.send_message(Message::Keep)));
    }

    /// Keeps the study, unless another window has kept something that this one does not know.
    fn keep(&mut self, state: &State) {
        self.pause = None;
        if self.standing == Standing::Erased || self.is_safe(&state.file) {
            return;
        }
        let there = device::study();
        if there != self.known {
            match there {
                None => self.stop(),
                Some(_) => self.standing = Standing::Conflict,
            }
            return;
        }
        let saved = device::now();
        let draft = (!state.problems.is_empty()).then(|| (*state.file).clone());
        let study = if draft.is_none() { &state.file } else { &self.good };
        let base = (state.saved != state.file).then(|| (*state.saved).clone());
        let text = Kept { saved: saved.clone(), study: state::text(study), draft, base }.text();
        match device::keep(&text) {
            Ok(()) => {
                (self.known, self.safe) = (Some(text), Some(state.file.clone()));
                self.standing = Standing::Kept(saved);
            }
            Err(trouble) => self.standing = Standing::Trouble(trouble),
        }
    }

    /// Keeps what a pause was still waited for; what nobody has chosen for or against becomes a copy.
    fn leave(&mut self, state: &State) {
        self.keep(state);
        if self.standing == Standing::Conflict {
            // There is nobody left to tell that there is no room.
            let _ = set_aside(&state.file, Why::Other);
        }
    }

    /// Another window has kept something, or erased all.
    fn hear(&mut self, state: &State) {
        let there = device::study();
        match there {
            None if self.known.is_some() => self.stop(),
            Some(_) if there != self.known => {
                let safe = self.is_safe(&state.file);
                self.standing = if safe { Standing::Elsewhere } else { Standing::Conflict };
            }
            _ => {}
        }
    }

    /// Keeps nothing more.
    fn stop(&mut self) {
        (self.known, self.safe, self.pause, self.fault) = (None, None, None, None);
        self.standing = Standing::Erased;
    }

    /// Goes on with what stands in this window; what the other kept becomes a copy.
    fn take_mine(&mut self, state: &State) {
        let there = device::study();
        if let Some(text) = &there {
            let copy = Aside { why: Why::Other, saved: device::now(), text: text.clone() };
            if let Err(trouble) = device::set_aside(&copy) {
                self.standing = Standing::Trouble(trouble);
                return;
            }
        }
        (self.known, self.safe) = (there, None);
        self.keep(state);
    }

    /// Goes on with what the other window kept; what stands in this one becomes a copy, if it would be lost.
    fn take_theirs(&mut self, sight: &Sight) {
        let state = &sight.state;
        let Some(Ok(kept)) = device::kept(&state.register) else { return };
        let Some(file) = kept.file().map(Rc::new) else { return };
        if !self.is_safe(&state.file) && !set_aside(&state.file, Why::Other) {
            self.standing = Standing::Trouble(Trouble::Full);
            return;
        }
        (self.known, self.safe) = (device::study(), Some(file.clone()));
        self.standing = Standing::GoneOn(kept.saved);
        sight.act.emit(Action::Change(file));
    }

    /// What is said.
    fn said(&self, shown: Shown<'_>) -> Html {
        let told = |word: Word, parts: Vec<Html>| {
            let mut all = vec![line("p", "", shown.say(word))];
            all.extend(parts);
            element("div", with!("class": "told", "role": "alert"), all)
        };
        let choose = |word: Word, message| {
            press(with!(), vec![text(shown.say(word))], Callback::from(move |_| tell(message)))
        };
        let (mine, theirs) =
            (choose(words::TAKE_MINE, Message::Mine), choose(words::TAKE_THEIRS, Message::Theirs));
        let language = shown.language();
        let quiet = |sentence: &str| line("p", "", sentence);
        let standing = match &self.standing {
            Standing::Unchanged => quiet(shown.say(words::NOT_CHANGED)),
            Standing::GoneOn(saved) => {
                quiet(&sentences::goes_on_with(language, &device::moment(language, saved)))
            }
            Standing::Kept(saved) => quiet(&sentences::kept_at(language, &device::moment(language, saved))),
            Standing::Elsewhere => told(words::CHANGED_ELSEWHERE, vec![theirs]),
            Standing::Conflict => told(words::CONFLICT, vec![mine, theirs]),
            Standing::Trouble(Trouble::Denied) => told(words::DENIED, Vec::new()),
            Standing::Trouble(Trouble::Full) => told(words::FULL, Vec::new()),
            Standing::Erased => told(words::ERASED, vec![choose(words::KEEP_AGAIN, Message::Again)]),
        };
        let seal = if is_sealed(shown.state) { quiet(shown.say(words::FROZEN)) } else { Html::default() };
        let label = shown.say(words::ON_THIS_DEVICE);
        let asks = !matches!(self.standing, Standing::Unchanged | Standing::GoneOn(_) | Standing::Kept(_));
        let class = if asks || self.fault.is_some() { "keeper asking" } else { "keeper" };
        element(
            "section",
            with!("id": PLACE, "class": class, "aria-label": label, "tabindex": "-1"),
            vec![join(vec![self.set_aside_said(shown)]), seal, standing],
        )
    }

    /// That something was set aside, why, and where it is.
    fn set_aside_said(&self, shown: Shown<'_>) -> Html {
        let Some(fault) = &self.fault else { return Html::default() };
        let reason = [shown.say(words::WHY), ": ", shown.say(reason(Why::from(fault))), "."];
        let there = element("a", with!("href": &Page::Keep.link()), vec![text(shown.say(words::COPIES))]);
        let close =
            press(with!(), vec![text(shown.say(button::CLOSE))], Callback::from(|_| tell(Message::Read)));
        let parts = vec![
            line("p", "", shown.say(words::SET_ASIDE)),
            line("p", "", &reason.concat()),
            element("p", with!(), vec![there]),
            close,
        ];
        element("div", with!("class": "told", "role": "alert"), parts)
    }
}
