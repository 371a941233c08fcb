//! The application: one state, one page in view, and what stands around every page.

use std::rc::Rc;

use deelsom_language::Language;
use deelsom_language::words::{button, note, page as words, status, table as head};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::{Callback, Component, Context, Html, MouseEvent, Properties};

use crate::EXAMPLES;
use crate::dom::{self, Signal};
use crate::figure::{payback, saving_in_words};
use crate::kept::kept_while;
use crate::later::{self, Later};
use crate::pages::{Page, outcome};
use crate::part::{element, join, line, list, press, select, text, with};
use crate::shown::Shown;
use crate::state::{Action, State};

/// How long after the last change the outcome is read out, milliseconds.
const QUIET: u32 = 600;

/// The id of the button that tries once more to load what could not be.
const AGAIN: &str = "load-again";

/// What the application opens with.
#[derive(Clone, Properties)]
pub(crate) struct Opening {
    /// What this device kept, or an example.
    pub(crate) state: State,
}

impl PartialEq for Opening {
    /// It opens once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// How far what is loaded later has come.
#[derive(Clone, Copy)]
enum Loading {
    /// Nobody needed it.
    NotYet,
    OnItsWay,
    Failed,
    Done(Later),
}

/// The component at the root, with the application's one state. What is below is a function of it; a part with a state of
/// its own holds nothing but what someone is at: what is typed in it, opened, or awaited.
pub(crate) struct App {
    state: Rc<State>,
    act: Callback<Action>,
    later: Loading,
    /// The figure that someone asked about before it could be explained.
    asked: Option<String>,
    /// Where to put the reader after the next drawing.
    focus: Option<String>,
    quiet: Option<Timeout>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Signal;
    type Properties = Opening;

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|signal| signal);
        let mut state = context.props().state.clone();
        state.apply(Action::Widen(dom::width().unwrap_or(state.width)));
        if let Some(Signal::GoTo(page, _)) = dom::here() {
            state.apply(Action::Go(page));
        }
        dom::keep(&state.file);
        Self {
            state: Rc::new(state),
            act: context.link().callback(Signal::Act),
            later: Loading::NotYet,
            asked: None,
            focus: None,
            quiet: None,
            _listeners: dom::listen(&send, &context.link().callback(Signal::Act)),
        }
    }

    fn update(&mut self, context: &Context<Self>, signal: Signal) -> bool {
        match signal {
            Signal::Act(action) => self.act(action),
            Signal::GoTo(page, field) => {
                self.focus = Some(field.unwrap_or_default());
                self.act(Action::Go(page));
            }
            Signal::Ask(pointer) => self.asked = Some(pointer),
            Signal::Load if matches!(self.later, Loading::NotYet) => self.fetch(context),
            Signal::Load => {}
            Signal::LoadAgain => {
                self.focus = Some(AGAIN.to_owned());
                self.fetch(context);
            }
            Signal::Loaded(None) => self.later = Loading::Failed,
            Signal::Loaded(Some(later)) => {
                self.later = Loading::Done(later);
                Rc::make_mut(&mut self.state).weigh_with(later.weigh);
            }
        }
        if let Loading::Done(later) = self.later
            && let Some(pointer) = self.asked.take()
        {
            (later.explain)(&self.state, &pointer);
        }
        self.load(context);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shown = Shown { state: &self.state, act: &self.act };
        let busy = if matches!(self.later, Loading::OnItsWay) && !self.stands() { "true" } else { "" };
        let again = context.link().callback(|_| Signal::LoadAgain);
        let page = self.state.page;
        let (wrong, keeper) = match self.later {
            Loading::Done(later) => ((later.wrong)(shown), (later.keeper)(shown)),
            _ => (Html::default(), Html::default()),
        };
        join(vec![
            element("a", with!("class": "skip", "href": "#content"), vec![text(shown.say(words::SKIP))]),
            kept_while(shown, State::stands_alike, header),
            // For a council member it is said without jargon, below. Of a study that came in a link it would be another's.
            if self.state.awaits_weights() || page == Page::Council || shares() {
                Html::default()
            } else {
                strip(shown)
            },
            element(
                "main",
                with!("id": "content", "tabindex": "-1", "aria-busy": busy),
                vec![
                    element("h1", with!("id": "top", "tabindex": "-1"), vec![text(shown.say(page.name()))]),
                    wrong,
                    self.content(shown, again),
                ],
            ),
            keeper,
            element("footer", with!(), vec![line("p", "", shown.say(note::PRIVACY)), guides(shown)]),
            element("output", with!("role": "status", "class": "hidden"), vec![text(&self.state.said)]),
        ])
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            dom::mark("first-view");
            self.load(context);
            // What the first page goes on with, once that stands.
            let load = context.link().callback(|()| Signal::Load);
            dom::after(QUIET, move || load.emit(())).forget();
        }
        let language = self.state.language;
        let open = self.state.problems.len() + self.state.unread.len();
        let mark = if open > 0 { format!("({open}) ") } else { String::new() };
        dom::describe(&format!("{mark}{} – Deelsom", self.state.page.name().text(language)), language.code());
        // Where a page is still to come, so is the place in it.
        let awaited = matches!(self.later, Loading::OnItsWay) && self.is_needed();
        if !awaited && let Some(id) = self.focus.take() {
            dom::focus(&id);
        }
    }
}

impl App {
    /// Lets an action happen.
    fn act(&mut self, action: Action) {
        let events = self.state.events;
        if matches!(action, Action::Dismiss) {
            // The button that was pressed is gone.
            self.focus = Some(String::new());
        }
        if matches!(action, Action::Open(_)) {
            // Whoever opened a file is told what became of it, where that is said.
            self.focus = Some("refused".to_owned());
        }
        // Parts of the page may still hold the state as it was.
        Rc::make_mut(&mut self.state).apply(action);
        if self.state.events != events {
            dom::keep(&self.state.file);
            let act = self.act.clone();
            self.quiet = Some(dom::after(QUIET, move || act.emit(Action::Listen)));
        }
    }

    /// Whether the page in view can be drawn.
    fn stands(&self) -> bool {
        let first = self.state.page == Page::Outcome && !self.state.awaits_weights();
        first || matches!(self.later, Loading::Done(_))
    }

    /// Whether anything waits for what is loaded later: a question, a page, or what is wrong.
    fn is_needed(&self) -> bool {
        let wrong = self.state.is_outdated() || !self.state.refused.is_empty();
        self.asked.is_some() || !self.stands() || wrong
    }

    /// Loads what is loaded later, as soon as anything needs it.
    fn load(&mut self, context: &Context<Self>) {
        if matches!(self.later, Loading::NotYet) && self.is_needed() {
            self.fetch(context);
        }
    }

    /// Has it fetched.
    fn fetch(&mut self, context: &Context<Self>) {
        self.later = Loading::OnItsWay;
        context.link().send_future(async { Signal::Loaded(later::load().await) });
    }

    /// The page in view, or where it remains.
    fn content(&self, shown: Shown<'_>, again: Callback<MouseEvent>) -> Html {
        let missing = match self.later {
            Loading::Failed if self.is_needed() => missing(shown, again),
            _ => Html::default(),
        };
        let page = match (self.state.page, self.later) {
            (Page::Outcome, later) if self.stands() => {
                let more =
                    if let Loading::Done(later) = later { (later.more)(shown) } else { Html::default() };
                join(vec![outcome::show(shown), more])
            }
            (page, Loading::Done(later)) => (later.draw)(page, shown),
            (_, Loading::Failed) => Html::default(),
            _ => line("p", "", shown.say(status::LOADING)),
        };
        join(vec![missing, page])
    }
}

/// Whether the address holds a study of somebody.
fn shares() -> bool {
    matches!(dom::here(), Some(Signal::GoTo(Page::Keep, Some(_))))
}

/// That a part could not be loaded, and a way to try it again.
fn missing(shown: Shown<'_>, again: Callback<MouseEvent>) -> Html {
    let told = element("p", with!("role": "alert"), vec![text(shown.say(status::NOT_LOADED))]);
    join(vec![told, press(with!("id": AGAIN), vec![text(shown.say(button::TRY_AGAIN))], again)])
}

/// What stands above every page.
fn header(shown: Shown<'_>) -> Html {
    let mut pages = Vec::new();
    for page in Page::ALL {
        let current = if page == shown.state.page { "page" } else { "" };
        let address = page.link();
        pages.push(element(
            "a",
            with!("href": &address, "aria-current": current),
            vec![text(shown.say(page.name()))],
        ));
    }
    let mut languages = Vec::new();
    for language in Language::ALL {
        let pressed = if language == shown.language() { "true" } else { "false" };
        let attributes = with!("lang": language.code(), "aria-pressed": pressed);
        languages.push(press(attributes, vec![text(language.name())], shown.on(Action::Speak(language))));
    }
    let brand = vec![
        line("strong", "", shown.say(words::NAME)),
        text(" "),
        line("span", "", shown.say(words::TAGLINE)),
    ];
    let bar = vec![
        element("p", with!("class": "brand"), brand),
        group("languages", shown.say(words::LANGUAGE), languages),
    ];
    let navigation = element("nav", with!("aria-label": shown.say(words::NAVIGATION)), vec![list("", pages)]);
    element("header", with!(), vec![element("div", with!("class": "bar"), bar), navigation, tools(shown)])
}

/// The guides, which stand beside the page; the site in one file has none.
fn guides(shown: Shown<'_>) -> Html {
    if !cfg!(feature = "later") {
        return Html::default();
    }
    let link = |(address, word)| element("a", with!("href": address), vec![text(shown.say(word))]);
    let links = [
        ("guides/controller.html", words::GUIDE_CONTROLLER),
        ("guides/raadslid.html", words::GUIDE_COUNCIL),
        ("guides/oefening.html", words::GUIDE_TUTORIAL),
        ("guides/analyst.html", words::GUIDE_ANALYST),
    ];
    let links = list("", links.into_iter().map(link).collect());
    element("nav", with!("aria-label": shown.say(words::GUIDES)), vec![links])
}

fn group(class: &str, name: &str, parts: Vec<Html>) -> Html {
    element("div", with!("class": class, "role": "group", "aria-label": name), parts)
}

fn tools(shown: Shown<'_>) -> Html {
    let (undo, redo) = shown.state.steps();
    let tool = |word, works: bool, then| {
        let disabled = if works { "" } else { "true" };
        press(with!("aria-disabled": disabled), vec![text(shown.say(word))], then)
    };
    let act = shown.act.clone();
    let save = Callback::from(move |_| {
        dom::save(&dom::last());
        act.emit(Action::Saved);
    });
    let act = shown.act.clone();
    let open = Callback::from(move |_| dom::open_example(act.clone()));
    let picker =
        with!("id": dom::PICKER, "class": "hidden", "type": "file", "accept": ".json,application/json");
    let label = with!("class": "button", "for": dom::PICKER);
    let parts = vec![
        tool(button::UNDO, undo, shown.on(Action::Undo)),
        tool(button::REDO, redo, shown.on(Action::Redo)),
        tool(button::SAVE_FILE, true, save),
        element("input", picker, Vec::new()),
        element("label", label, vec![text(shown.say(button::OPEN_FILE))]),
        examples(shown),
        // Not by picking it: arrow keys lead past all of them.
        press(with!("id": "open-example"), vec![text(shown.say(button::OPEN_EXAMPLE))], open),
    ];
    group("tools", shown.say(words::TOOLS), parts)
}

/// The worked studies, to open one.
fn examples(shown: Shown<'_>) -> Html {
    let label = shown.say(button::CHOOSE_EXAMPLE);
    let mut items = vec![(String::new(), label.to_owned())];
    for (file, title) in EXAMPLES {
        items.push((file.to_owned(), shown.say(title).to_owned()));
    }
    select(with!("id": dom::EXAMPLE_LIST, "aria-label": label), &items, "")
}

/// How many options find room beside each other at their full size.
const COLUMNS: usize = 3;

/// The outcome in brief, on every page, so that one sees it move.
fn strip(shown: Shown<'_>) -> Html {
    let language = shown.language();
    let mut options = Vec::new();
    for chosen in shown.options() {
        let at = |field: &str| [&chosen.pointer(), "/", field].concat();
        let result = &chosen.effect.result;
        let mut terms = Vec::new();
        for (word, figure) in [
            (head::NPV, saving_in_words(language, result.npv, &at("npv"))),
            (head::PAYBACK, payback(language, result.payback, &at("payback_years"))),
            (head::STRUCTURAL, saving_in_words(language, result.structural, &at("structural"))),
        ] {
            terms.push(element(
                "div",
                with!(),
                vec![line("dt", "", shown.say(word)), element("dd", with!(), vec![figure])],
            ));
        }
        options.push(join(vec![line("strong", "", &chosen.option.name), element("dl", with!(), terms)]));
    }
    let mut notes = Vec::new();
    let many = if options.len() > COLUMNS { " many" } else { "" };
    let mut outdated = "";
    if shown.state.is_outdated() {
        outdated = " outdated";
        notes.push(line("p", "outdated-note", shown.say(status::OUTDATED)));
    }
    let parts = vec![join(notes), list("", options)];
    element(
        "section",
        with!("class": &["strip", many, outdated].concat(), "aria-label": shown.say(words::RESULT_NOW), "tabindex": "0"),
        parts,
    )
}
