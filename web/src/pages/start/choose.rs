//! Choosing municipalities by part of their names, and making a study of them.
//!
//! A combobox with a list, as the ARIA practices describe it: the keys stay in the field, and the list says which of its
//! items they are at.

use std::rc::Rc;

use deelsom_core::Money;
use deelsom_language::words::{button, field, start as words};
use deelsom_language::{amount, number, sentences};
use deelsom_start::{Municipality, find, remark, study};
use yew::{Callback, Component, Context, Html, InputEvent, KeyboardEvent, MouseEvent, TargetCast, html};

use super::{complete, desk};
use crate::dom;
use crate::part::{element, join, line, list, named, press, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::Action;

/// How many municipalities a study is made of at most.
const MOST: usize = 8;
/// How many are listed at once.
const LISTED: usize = 8;
/// The id of the field.
const FIELD: &str = "municipality";
const LIST: &str = "municipalities-found";
const HINT: &str = "municipality-hint";
/// How the ids of buttons begin.
const EARLIER: &str = "earlier";
const REMOVE: &str = "remove";

/// Draws it.
pub(super) fn show(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Chooser ..sight /> }
}

/// What happens.
pub(super) enum Event {
    /// The figures came, or did not.
    Loaded(Option<String>),
    /// They are asked for once more.
    Again,
    Typed(String),
    /// To another item of the list: so many further down.
    Step(isize),
    /// The list is closed.
    Close,
    /// A municipality is chosen, by its place among all.
    Choose(usize),
    /// The one that the keys are at is.
    ChooseHere,
    /// One of those chosen is taken away, by its place among them.
    Remove(usize),
    /// One goes before the one that stands before it.
    Swap(usize),
    Make,
}

/// The field, and what was chosen with it.
#[derive(Default)]
pub(super) struct Chooser {
    typed: String,
    /// The item of the list that the keys are at.
    at: usize,
    failed: bool,
    /// What is read out.
    said: String,
    /// Where to put the reader after the next drawing.
    focus: Option<String>,
}

impl Component for Chooser {
    type Message = Event;
    type Properties = Sight;

    fn create(context: &Context<Self>) -> Self {
        if desk::all().is_none() {
            load(context);
        }
        Self::default()
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let language = context.props().state.language;
        match event {
            Event::Loaded(text) => self.failed = !text.is_some_and(|text| desk::keep(&text)),
            Event::Again => {
                self.failed = false;
                load(context);
            }
            Event::Typed(typed) => {
                self.typed = typed;
                self.at = 0;
                let found = self.found().len();
                self.said = match found {
                    0 if self.typed.trim().is_empty() => String::new(),
                    0 => words::NOT_FOUND.text(language).to_owned(),
                    found => sentences::found_count(language, found),
                };
            }
            Event::Step(by) => {
                let count = self.found().len().min(LISTED);
                self.at = self.at.saturating_add_signed(by).min(count.saturating_sub(1));
            }
            Event::Close => self.typed.clear(),
            Event::Choose(place) => self.choose(context, place),
            // What the keys are at is looked up now: they may be faster than the drawing.
            Event::ChooseHere => {
                if let Some(place) = self.found().get(self.at) {
                    self.choose(context, *place);
                }
            }
            Event::Remove(at) => {
                let mut chosen = desk::chosen();
                if at < chosen.len() {
                    chosen.remove(at);
                }
                self.now_chosen(context, chosen);
            }
            Event::Swap(at) => {
                let mut chosen = desk::chosen();
                if 0 < at && at < chosen.len() {
                    chosen.swap(at - 1, at);
                }
                // The reader goes along with what was moved.
                self.focus = Some(if at > 1 { button_id(EARLIER, at - 1) } else { button_id(REMOVE, 0) });
                self.said = names(&chosen).join(", ");
                desk::choose(chosen);
            }
            Event::Make => {
                make(context.props());
                self.focus = Some(complete::HEADING.to_owned());
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Sight { state, act } = context.props();
        let shown = Shown { state, act };
        let Some(all) = desk::all() else { return self.waiting(shown, context) };
        let chosen = desk::chosen();
        let status = element("output", with!("role": "status", "class": "hidden"), vec![text(&self.said)]);
        join(vec![self.field(shown, context, &all), status, table(shown, context, &all, &chosen)])
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(id) = self.focus.take() {
            dom::focus(&id);
        } else if !self.typed.is_empty() {
            // The list opens below the field, and that may be below the window.
            dom::bring_into_sight(LIST);
            if let Some(place) = self.found().get(self.at) {
                dom::bring_into_sight(&item_id(*place));
            }
        }
    }
}

fn load(context: &Context<Chooser>) {
    context.link().send_future(async { Event::Loaded(dom::fetch(desk::FILE).await) });
}

/// The names of those at these places.
fn names(places: &[usize]) -> Vec<String> {
    let all = desk::all().unwrap_or_default();
    places.iter().filter_map(|place| all.get(*place)).map(|one| one.name.clone()).collect()
}

/// Puts a study of those chosen in the place of the one at hand.
fn make(Sight { state, act }: &Sight) {
    let all = desk::all().unwrap_or_default();
    let chosen: Vec<&Municipality> = desk::chosen().into_iter().filter_map(|place| all.get(place)).collect();
    if !chosen.is_empty() {
        act.emit(Action::Change(Rc::new(study(&chosen, &state.register, state.language))));
        act.emit(Action::Saved);
    }
}

impl Chooser {
    /// The places of those that fit what was typed and are not chosen yet.
    fn found(&self) -> Vec<usize> {
        let (all, chosen) = (desk::all().unwrap_or_default(), desk::chosen());
        if chosen.len() == MOST {
            return Vec::new();
        }
        let mut found = find(&all, &self.typed);
        found.retain(|place| !chosen.contains(place));
        found
    }

    /// Chooses one more.
    fn choose(&mut self, context: &Context<Self>, place: usize) {
        let mut chosen = desk::chosen();
        if chosen.len() < MOST && !chosen.contains(&place) {
            chosen.push(place);
        }
        self.now_chosen(context, chosen);
    }

    /// Keeps what is chosen, ready for the next.
    fn now_chosen(&mut self, context: &Context<Self>, chosen: Vec<usize>) {
        let said = names(&chosen).join(", ");
        self.said = [words::CHOSEN.text(context.props().state.language), ": ", &said].concat();
        self.typed.clear();
        self.at = 0;
        self.focus = Some(FIELD.to_owned());
        desk::choose(chosen);
    }

    /// While there are no figures to choose from.
    fn waiting(&self, shown: Shown<'_>, context: &Context<Self>) -> Html {
        if !self.failed {
            return element("p", with!("aria-busy": "true"), vec![text(shown.say(words::FIGURES_LOADING))]);
        }
        let told = element("p", with!("role": "alert"), vec![text(shown.say(words::FIGURES_FAILED))]);
        let again = context.link().callback(|_: MouseEvent| Event::Again);
        join(vec![told, press(with!(), vec![text(shown.say(button::TRY_AGAIN))], again)])
    }

    /// The field with the list below it.
    fn field(&self, shown: Shown<'_>, context: &Context<Self>, all: &[Municipality]) -> Html {
        let mut found = self.found();
        found.truncate(LISTED);
        let at = found.get(self.at).copied();
        let open = !found.is_empty();
        let on_input = context.link().callback(|event: InputEvent| {
            Event::Typed(event.target_unchecked_into::<web_sys::HtmlInputElement>().value())
        });
        let on_key = context.link().batch_callback(|event: KeyboardEvent| {
            let then = match event.key().as_str() {
                "ArrowDown" => Event::Step(1),
                "ArrowUp" => Event::Step(-1),
                "Enter" => Event::ChooseHere,
                "Escape" => Event::Close,
                _ => return None,
            };
            // The browser would move the caret besides.
            event.prevent_default();
            Some(then)
        });
        let active = at.map(item_id);
        // The list is there only for this field: pressing it does not take the keys away from it.
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        let items = found.iter().map(|place| item(context, all, *place, at == Some(*place)));
        let items: Vec<Html> = items.collect();
        let full = desk::chosen().len() == MOST;
        let below = match () {
            () if full => words::FULL,
            () if !open && !self.typed.trim().is_empty() => words::NOT_FOUND,
            () => words::SEARCH_HINT,
        };
        html! {
            <div class="field combobox">
                <label for={FIELD}>{ shown.say(words::SEARCH) }</label>
                <input id={FIELD} type="text" role="combobox" autocomplete="off" spellcheck="false"
                    aria-autocomplete="list" aria-controls={LIST} aria-describedby={HINT}
                    aria-expanded={if open { "true" } else { "false" }} aria-activedescendant={active}
                    value={self.typed.clone()} oninput={on_input} onkeydown={on_key} />
                <ul id={LIST} role="listbox" aria-label={shown.say(words::FOUND)} hidden={!open} onmousedown={stay}>
                    { items }
                </ul>
                <p id={HINT} class="hint">{ shown.say(below) }</p>
            </div>
        }
    }
}

fn item_id(place: usize) -> String {
    format!("municipality-{place}")
}

/// A municipality in the list.
fn item(context: &Context<Chooser>, all: &[Municipality], place: usize, selected: bool) -> Html {
    let one = &all[place];
    let choose = context.link().callback(move |_: MouseEvent| Event::Choose(place));
    html! {
        <li id={item_id(place)} role="option" aria-selected={if selected { "true" } else { "false" }} onclick={choose}>
            { named(&one.name, &one.province) }
        </li>
    }
}

/// Those chosen with their figures, what to know of them, and the way to a study.
fn table(shown: Shown<'_>, context: &Context<Chooser>, all: &[Municipality], chosen: &[usize]) -> Html {
    if chosen.is_empty() {
        return Html::default();
    }
    let mut sheet = Sheet::of_euros(shown, "chosen", shown.say(words::CHOSEN));
    sheet.heads(&[
        field::PARTNER,
        field::INHABITANTS,
        field::GENERAL_GRANT,
        field::BUDGET,
        words::OVERHEAD,
        words::ORDER,
    ]);
    let mut remarks = Vec::new();
    for (at, place) in chosen.iter().enumerate() {
        let one = &all[*place];
        sheet.row_of(named(&one.name, &one.province), String::new());
        #[expect(clippy::cast_possible_truncation, reason = "a number of people")]
        sheet.text(&number::count(shown.language(), one.inhabitants as i64));
        for euros in [one.general_grant, one.budget, one.overhead.map(|overhead| overhead.cost)] {
            match euros {
                Some(euros) => sheet.text(&amount::whole(shown.language(), Money::round(euros).cents())),
                None => sheet.text(shown.say(words::NOT_DELIVERED)),
            }
        }
        sheet.cell(order(shown, context, at, &one.name));
        if let Some(remark) = remark(one, shown.language()) {
            remarks.push(join(vec![line("strong", "", &one.name), text(": "), text(&remark)]));
        }
    }
    let make = context.link().callback(|_: MouseEvent| Event::Make);
    let shared = if chosen.len() > 1 { shown.say(words::HOST_MEANS) } else { "" };
    join(vec![
        sheet.show(),
        line("p", "note", shown.say(words::FIGURES_OF)),
        if remarks.is_empty() { Html::default() } else { list("warnings", remarks) },
        press(with!("id": "make"), vec![text(shown.say(words::MAKE))], make),
        line("p", "note", &[shown.say(words::REPLACES), " ", shared].concat()),
    ])
}

/// The id of a button of one of those chosen.
fn button_id(button: &str, at: usize) -> String {
    format!("{button}-{at}")
}

/// Buttons to put one before another, or to take it away.
fn order(shown: Shown<'_>, context: &Context<Chooser>, at: usize, name: &str) -> Html {
    let tool = |id, word, then: Callback<MouseEvent>| {
        let whom = [" ", name].concat();
        press(
            with!("id": &button_id(id, at)),
            vec![text(shown.say(word)), line("span", "hidden", &whom)],
            then,
        )
    };
    let mut tools = Vec::new();
    if at > 0 {
        tools.push(tool(EARLIER, words::EARLIER, context.link().callback(move |_| Event::Swap(at))));
    }
    tools.push(tool(REMOVE, button::REMOVE, context.link().callback(move |_| Event::Remove(at))));
    element("div", with!("class": "order"), tools)
}
