//! The application: one state, one page in view, and what stands around every page.

use deelsom_language::words::{button, page as words, status, table as head};
use deelsom_language::{Language, problem, sentences};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::{Callback, Component, Context, Event, Html, html};

use crate::dom::{self, Signal};
use crate::edit::unreadable;
use crate::figure::{payback, saving_in_words};
use crate::pages::Page;
use crate::shown::Shown;
use crate::state::{Action, State};
use crate::view::{self, remarks};

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
    let pages = Page::ALL.into_iter().map(|page| {
        let current = (page == shown.state.page).then_some("page");
        html! { <li><a href={page.link()} aria-current={current}>{ shown.say(page.name()) }</a></li> }
    });
    let languages = Language::ALL.into_iter().map(|language| {
        let pressed = if language == shown.language() { "true" } else { "false" };
        html! {
            <button type="button" lang={language.code()} aria-pressed={pressed} onclick={shown.on(Action::Speak(language))}>
                { language.name() }
            </button>
        }
    });
    html! {
        <header>
            <div class="bar">
                <p class="brand"><strong>{ shown.say(words::NAME) }</strong>{ " " }<span>{ shown.say(words::TAGLINE) }</span></p>
                <div class="languages" role="group" aria-label={shown.say(words::LANGUAGE)}>{ for languages }</div>
            </div>
            <nav aria-label={shown.say(words::NAVIGATION)}><ul>{ for pages }</ul></nav>
            { tools(shown) }
        </header>
    }
}

fn tools(shown: Shown<'_>) -> Html {
    let (undo, redo) = shown.state.steps();
    let tool = |word, action, works: bool| {
        html! {
            <button type="button" aria-disabled={(!works).then_some("true")} onclick={shown.on(action)}>{ shown.say(word) }</button>
        }
    };
    let text = shown.state.text();
    let act = shown.act.clone();
    html! {
        <div class="tools" role="group" aria-label={shown.say(words::TOOLS)}>
            { tool(button::UNDO, Action::Undo, undo) }
            { tool(button::REDO, Action::Redo, redo) }
            <button type="button" onclick={Callback::from(move |_| dom::save(&text))}>{ shown.say(button::SAVE_FILE) }</button>
            <input id="open-file" class="hidden" type="file" accept=".json,application/json"
                onchange={Callback::from(move |event: Event| dom::read_file(&event, act.clone()))} />
            <label class="button" for="open-file">{ shown.say(button::OPEN_FILE) }</label>
            { tool(button::RESTORE_EXAMPLE, Action::StartOver, true) }
        </div>
    }
}

/// The outcome in brief, on every page, so that one sees it move.
fn strip(shown: Shown<'_>) -> Html {
    let language = shown.language();
    let term = |word, figure: Html| html! { <div><dt>{ shown.say(word) }</dt><dd>{ figure }</dd></div> };
    let options = shown.options().map(|chosen| {
        let at = |field: &str| format!("/effects/{}/{field}", chosen.place);
        let result = &chosen.effect.result;
        let (years, immediate) = view::payback(result.payback);
        html! {
            <li>
                <strong>{ &chosen.option.name }</strong>
                <dl>
                    { term(head::NPV, saving_in_words(language, result.npv, Some(at("npv")))) }
                    { term(head::PAYBACK, payback(language, years, immediate, at("payback_years"))) }
                    { term(head::STRUCTURAL, saving_in_words(language, result.structural, Some(at("structural")))) }
                </dl>
            </li>
        }
    });
    let outdated = shown.state.is_outdated();
    html! {
        <section class={if outdated { "strip outdated" } else { "strip" }} aria-label={shown.say(words::RESULT_NOW)} tabindex="0">
            if outdated { <p class="outdated-note">{ shown.say(status::OUTDATED) }</p> }
            <ul>{ for options }</ul>
        </section>
    }
}

/// What is wrong with a file that was not opened.
fn refused(shown: Shown<'_>) -> Html {
    let refused = &shown.state.refused;
    if refused.is_empty() {
        return Html::default();
    }
    let items = refused.iter().map(|one| {
        html! { <li>{ problem(shown.language(), one.code, &remarks::facts(one)) }{ " " }<code>{ &one.path }</code></li> }
    });
    html! {
        <section class="problems" aria-labelledby="refused">
            <h2 id="refused" tabindex="-1">{ shown.say(status::NOT_OPENED) }</h2>
            <p>{ sentences::problem_count(shown.language(), refused.len()) }</p>
            <ul>{ for items }</ul>
            <button type="button" onclick={shown.on(Action::Dismiss)}>{ shown.say(button::CLOSE) }</button>
        </section>
    }
}

/// Everything that still needs mending, with links to the fields; what someone is still typing comes later.
fn problems(shown: Shown<'_>) -> Html {
    let state = shown.state;
    let typing = |pointer: &str| state.typing.as_ref().is_some_and(|typed| typed.pointer == pointer);
    let unread = state.unread.iter().map(|typed| (typed.pointer.clone(), unreadable(shown, typed)));
    let wrong = state.problems.iter().map(|one| {
        (remarks::place(&state.file, one), problem(shown.language(), one.code, &remarks::facts(one)))
    });
    let items: Vec<Html> = unread.chain(wrong).filter(|(pointer, _)| !typing(pointer)).map(|(pointer, sentence)| {
        let id = remarks::id(&pointer);
        // The address may be this one already, and then nothing would happen.
        let focus = Callback::from(move |_| dom::focus(&id));
        html! { <li><a href={remarks::link(&pointer)} onclick={focus}>{ sentence }</a></li> }
    }).collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="problems" aria-labelledby="problems">
            <div role="alert"><h2 id="problems">{ sentences::problem_count(shown.language(), items.len()) }</h2></div>
            <ul>{ for items }</ul>
        </section>
    }
}
