//! What someone chooses to look at on a part of a page, where that is no part of the study and not the state's to know:
//! kept as long as the application is open, and loaded later with the pages that use it.
//!
//! Its fields say by `data-own` what they choose. Buttons do so too: their value is what pressing them leads to.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::part::{element, select, text, with};
use crate::shown::Shown;
use crate::sight::Sight;

thread_local! {
    static CHOSEN: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// What was chosen, if anything was.
pub(crate) fn chosen(name: &str) -> Option<String> {
    CHOSEN.with(|chosen| chosen.borrow().get(name).cloned())
}

/// The number chosen, as long as there are so many to choose from; else another one.
pub(crate) fn place(name: &str, count: usize, otherwise: usize) -> usize {
    let chosen = chosen(name).and_then(|chosen| chosen.parse().ok());
    chosen.filter(|place| *place < count).unwrap_or(otherwise)
}

/// Chooses something.
pub(crate) fn choose(name: &str, value: &str) {
    CHOSEN.with(|chosen| chosen.borrow_mut().insert(name.to_owned(), value.to_owned()));
}

/// A part of a page that is drawn anew whenever someone chooses.
#[derive(Clone, Properties)]
struct Part {
    sight: Sight,
    draw: fn(Shown<'_>) -> Html,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        // What is drawn at one place of a page is always drawn in the same way.
        self.sight == other.sight
    }
}

struct Own {
    _listeners: Vec<EventListener>,
}

impl Component for Own {
    type Message = ();
    type Properties = Part;

    fn create(context: &Context<Self>) -> Self {
        Self { _listeners: listen(&context.link().callback(|()| ())) }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Part { sight, draw } = context.props();
        draw(sight.shown())
    }
}

/// Draws a part of a page in which one can choose. There is one on a page.
pub(crate) fn own(shown: Shown<'_>, draw: fn(Shown<'_>) -> Html) -> Html {
    let part = Part { sight: Sight::of(shown), draw };
    html! { <Own ..part /> }
}

fn listen(then: &Callback<()>) -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Vec::new() };
    let on = |name: &'static str, read: fn(&Event) -> Option<()>| {
        let then = then.clone();
        EventListener::new(&document, name, move |event| {
            if read(event).is_some() {
                then.emit(());
            }
        })
    };
    vec![on("input", typed), on("click", pressed)]
}

fn typed(event: &Event) -> Option<()> {
    let field: Element = event.target()?.dyn_into().ok()?;
    let name = field.get_attribute("data-own")?;
    choose(&name, &Reflect::get(&field, &"value".into()).ok()?.as_string()?);
    Some(())
}

fn pressed(event: &Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("button[data-own]").ok()??;
    choose(&button.get_attribute("data-own")?, &button.get_attribute("value")?);
    Some(())
}

/// A list to choose from.
pub(crate) fn pick(name: &str, label: &str, items: &[(String, String)], picked: &str) -> Html {
    let label = element("label", with!("for": name), vec![text(label)]);
    let list = select(with!("id": name, "value": picked, "data-own": name), items, picked);
    element("div", with!("class": "field"), vec![label, list])
}

/// A list to choose a place in.
pub(crate) fn pick_place(name: &str, label: &str, names: Vec<String>, picked: usize) -> Html {
    let items: Vec<_> =
        names.into_iter().enumerate().map(|(place, name)| (place.to_string(), name)).collect();
    pick(name, label, &items, &picked.to_string())
}
