//! The application: one state, one page in view, and what stands around every page.

use deelsom_language::words::{button, page as words, status, table as head};
use deelsom_language::{Language, problem, sentences};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::{Callback, Component, Context, Event, Html, html};

use crate::dom::{self, Signal};
use crate::edit::unreadable;
use crate::figure::{payback, saving_in_words};
use crate::flow::list;
use crate::pages::Page;
use crate::shown::Shown;
use crate::state::{self, Action, State};
use crate::view::remarks;

/// How long after the last change the outcome is read out, milliseconds.
const QUIET: u32 = 600;

/// The component at the root, and the only one: everything below is a function of its state.
pub(crate) struct App {
    state: State,
    act: Callback<Action>,
    /// Where to put the reader after the next drawing.
    focus: Option<String>,
    quiet: Option<Timeout>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Signal;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link().callback(|signal| signal);
        let mut state = State::new();
        state.apply(Action::Widen(dom::width().unwrap_or(state.width)));
        if let Some(Signal::GoTo(page, _)) = dom::here() {
            state.apply(Action::Go(page));
        }
        dom::keep(&state.file);
        Self {
            state,
            act: context.link().callback(Signal::Act),
            focus: None,
            quiet: None,
            _listeners: dom::listen(&send),
        }
    }

    fn update(&mut self, _: &Context<Self>, signal: Signal) -> bool {
        let events = self.state.events;
        let action = match signal {
            Signal::Act(action) => action,
            Signal::GoTo(page, field) => {
                self.focus = Some(field.unwrap_or_default());
                Action::Go(page)
            }
        };
        if matches!(action, Action::Open(_)) {
            // Whoever opened a file is told what became of it, where that is said.
            self.focus = Some("refused".to_owned());
        }
        self.state.apply(action);
        if self.state.events != events {
            dom::keep(&self.state.file);
            let act = self.act.clone();
            self.quiet = Some(dom::after(QUIET, move || act.emit(Action::Listen)));
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let shown = Shown { state: &self.state, act: &self.act };
        html! { <>
            <a class="skip" href="#content">{ shown.say(words::SKIP) }</a>
            { header(shown) }
            { strip(shown) }
            <main id="content" tabindex="-1">
                <h1 id="title" tabindex="-1">{ shown.say(self.state.page.name()) }</h1>
                { refused(shown) }
                { problems(shown) }
                { self.state.page.show(shown) }
            </main>
            <footer><p>{ shown.say(deelsom_language::words::note::PRIVACY) }</p></footer>
            <output role="status" class="hidden">{ &self.state.said }</output>
        </> }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let language = self.state.language;
        let open = self.state.problems.len() + self.state.unread.len();
        let mark = if open > 0 { format!("({open}) ") } else { String::new() };
        dom::describe(&format!("{mark}{} – Deelsom", self.state.page.name().text(language)), language.code());
        if let Some(id) = self.focus.take() {
            dom::focus(&id);
        }
    }
}

fn header(shown: Shown<'_>) -> Html {
    let mut pages = Vec::new();
    for page in Page::ALL {
        let current = (page == shown.state.page).then_some("page");
        pages.push(html! { <a href={page.link()} aria-current={current}>{ shown.say(page.name()) }</a> });
    }
    let mut languages = Vec::new();
    for language in Language::ALL {
        let pressed = if language == shown.language() { "true" } else { "false" };
        let click = shown.on(Action::Speak(language));
        languages.push(html! {
            <button type="button" lang={language.code()} aria-pressed={pressed} onclick={click}>{ language.name() }</button>
        });
    }
    html! {
        <header>
            <div class="bar">
                <p class="brand"><strong>{ shown.say(words::NAME) }</strong>{ " " }<span>{ shown.say(words::TAGLINE) }</span></p>
                <div class="languages" role="group" aria-label={shown.say(words::LANGUAGE)}>{ languages }</div>
            </div>
            <nav aria-label={shown.say(words::NAVIGATION)}>{ list("", pages) }</nav>
            { tools(shown) }
        </header>
    }
}

fn tools(shown: Shown<'_>) -> Html {
    let (undo, redo) = shown.state.steps();
    let tool = |word, works: bool, click| {
        let disabled = (!works).then_some("true");
        html! { <button type="button" aria-disabled={disabled} onclick={click}>{ shown.say(word) }</button> }
    };
    let file = shown.state.file.clone();
    let save = Callback::from(move |_| dom::save(&state::text(&file)));
    let act = shown.act.clone();
    let open = Callback::from(move |event: Event| dom::read_file(&event, act.clone()));
    html! {
        <div class="tools" role="group" aria-label={shown.say(words::TOOLS)}>
            { tool(button::UNDO, undo, shown.on(Action::Undo)) }
            { tool(button::REDO, redo, shown.on(Action::Redo)) }
            { tool(button::SAVE_FILE, true, save) }
            <input id="open-file" class="hidden" type="file" accept=".json,application/json" onchange={open} />
            <label class="button" for="open-file">{ shown.say(button::OPEN_FILE) }</label>
            { tool(button::RESTORE_EXAMPLE, true, shown.on(Action::StartOver)) }
        </div>
    }
}

/// The outcome in brief, on every page, so that one sees it move.
fn strip(shown: Shown<'_>) -> Html {
    let language = shown.language();
    let mut options = Vec::new();
    for chosen in shown.options() {
        let at = |field: &str| [&chosen.pointer(), "/", field].concat();
        let result = &chosen.effect.result;
        let mut terms = Vec::new();
        for (word, figure) in [
            (head::NPV, saving_in_words(language, result.npv, at("npv"))),
            (head::PAYBACK, payback(language, result.payback, at("payback_years"))),
            (head::STRUCTURAL, saving_in_words(language, result.structural, at("structural"))),
        ] {
            terms.push(html! { <div><dt>{ shown.say(word) }</dt><dd>{ figure }</dd></div> });
        }
        options.push(html! { <><strong>{ &chosen.option.name }</strong><dl>{ terms }</dl></> });
    }
    let (class, note) = if shown.state.is_outdated() { ("strip outdated", shown.say(status::OUTDATED)) } else { ("strip", "") };
    html! {
        <section class={class} aria-label={shown.say(words::RESULT_NOW)} tabindex="0">
            if !note.is_empty() { <p class="outdated-note">{ note }</p> }
            { list("", options) }
        </section>
    }
}

/// What is wrong with a file that was not opened.
fn refused(shown: Shown<'_>) -> Html {
    let refused = &shown.state.refused;
    if refused.is_empty() {
        return Html::default();
    }
    let mut points = Vec::new();
    for one in refused {
        let sentence = problem(shown.language(), one.code, &remarks::facts(one));
        points.push(html! { <>{ sentence }{ " " }<code>{ &one.path }</code></> });
    }
    html! {
        <section class="problems" aria-labelledby="refused">
            <h2 id="refused" tabindex="-1">{ shown.say(status::NOT_OPENED) }</h2>
            <p>{ sentences::problem_count(shown.language(), refused.len()) }</p>
            { list("", points) }
            <button type="button" onclick={shown.on(Action::Dismiss)}>{ shown.say(button::CLOSE) }</button>
        </section>
    }
}

/// Everything that still needs mending, with links to the fields; what someone is still typing comes later.
fn problems(shown: Shown<'_>) -> Html {
    let state = shown.state;
    let mut open = Vec::new();
    for typed in &state.unread {
        open.push((typed.pointer.clone(), unreadable(shown, typed)));
    }
    for one in &state.problems {
        open.push((remarks::place(&state.file, one), problem(shown.language(), one.code, &remarks::facts(one))));
    }
    if let Some(typed) = &state.typing {
        open.retain(|(pointer, _)| *pointer != typed.pointer);
    }
    if open.is_empty() {
        return Html::default();
    }
    let count = sentences::problem_count(shown.language(), open.len());
    let mut points = Vec::new();
    for (pointer, sentence) in open {
        let id = remarks::id(&pointer);
        // The address may be this one already, and then nothing would happen.
        let focus = Callback::from(move |_| dom::focus(&id));
        points.push(html! { <a href={remarks::link(&pointer)} onclick={focus}>{ sentence }</a> });
    }
    html! {
        <section class="problems" aria-labelledby="problems">
            <div role="alert"><h2 id="problems">{ count }</h2></div>
            { list("", points) }
        </section>
    }
}
