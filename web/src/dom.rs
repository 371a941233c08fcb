//! The browser: all that reaches out of the page's own description.

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_language::words::{button, status};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, Document, Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement, KeyboardEvent,
    Response, ScrollIntoViewOptions, ScrollLogicalPosition, Url, Window,
};
use yew::Callback;

use crate::later::Later;
use crate::pages::Page;
use crate::state::{Action, Choice, Reads, State};

/// The id of the list of worked studies.
pub(crate) const EXAMPLE_LIST: &str = "examples";
/// The id of the field in which a file is picked.
pub(crate) const PICKER: &str = "open-file";
/// The name under which a study is saved.
const FILE_NAME: &str = "studie.deelsom.json";
/// Where a study is kept on this device.
pub(crate) const KEPT_AT: &str = "deelsom/study";
/// How long a saved study stays at its address, milliseconds.
const KEPT: u32 = 60_000;

/// What reaches the application.
pub(crate) enum Signal {
    /// An action.
    Act(Action),
    /// An address to go to: the page is the state's, where to look on it is the browser's.
    GoTo(Page, Option<String>),
    /// A figure of the report that someone asks about, by its pointer.
    Ask(String),
    /// What is loaded later should be.
    Load,
    /// The same, by someone who saw that it could not be.
    LoadAgain,
    /// It is there, or could not be loaded.
    Loaded(Option<Later>),
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Listens to the whole page: every field says by itself what it is a field of.
pub(crate) fn listen(send: &Callback<Signal>, act: &Callback<Action>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (window(), document()) else { return Vec::new() };
    let on = |name: &'static str, read: fn(&Event) -> Option<Signal>| {
        let send = send.clone();
        EventListener::new(&document, name, move |event| {
            if let Some(signal) = read(event) {
                send.emit(signal);
            }
        })
    };
    let on_window = |name: &'static str, read: fn() -> Option<Signal>| {
        let send = send.clone();
        EventListener::new(&window, name, move |_| {
            if let Some(signal) = read() {
                send.emit(signal);
            }
        })
    };
    // What the browser would do besides is not done: scroll, or undo in the field itself.
    let instead = |name: &'static str, read: fn(&Event) -> Option<Signal>| {
        let send = send.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| {
            if let Some(signal) = read(event) {
                event.prevent_default();
                send.emit(signal);
            }
        })
    };
    let files = {
        let act = act.clone();
        EventListener::new(&document, "change", move |event| read_file(event, act.clone()))
    };
    vec![
        files,
        on("input", |event| typed(event).map(Signal::Act)),
        on("focusout", |event| {
            field(event)?.has_attribute("data-pointer").then_some(Signal::Act(Action::Leave))
        }),
        instead("keydown", pressed),
        instead("click", asked),
        on_window("hashchange", here),
        on_window("resize", || Some(Signal::Act(Action::Widen(width()?)))),
    ]
}

fn field(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// What was typed or picked, and in which field.
fn typed(event: &Event) -> Option<Action> {
    let field = field(event)?;
    let text = Reflect::get(&field, &"value".into()).ok()?.as_string()?;
    if let Some(choice) = field.get_attribute("data-choice") {
        return Some(Action::Choose(Choice::from_code(&choice)?, text.parse().ok()?));
    }
    let emptied = text.trim().is_empty() && field.has_attribute("data-optional");
    let reads = if emptied { Reads::Nothing } else { Reads::from_code(&field.get_attribute("data-reads")?)? };
    Some(Action::Type { pointer: field.get_attribute("data-pointer")?, reads, text })
}

/// Undo and redo by the keys that people know, and a figure asked about by those of a button.
fn pressed(event: &Event) -> Option<Signal> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    let command = key.ctrl_key() || key.meta_key();
    match (key.key().as_str(), command, key.shift_key()) {
        ("z" | "Z", true, false) => Some(Signal::Act(Action::Undo)),
        ("z" | "Z", true, true) | ("y" | "Y", true, _) => Some(Signal::Act(Action::Redo)),
        ("Enter" | " ", false, _) => asked(event),
        _ => None,
    }
}

/// The figure that someone asks about.
fn asked(event: &Event) -> Option<Signal> {
    let figure = field(event)?.closest("[data-figure][role=button]").ok()??;
    Some(Signal::Ask(figure.get_attribute("data-figure")?))
}

/// What stands in the field with this id.
pub(crate) fn value(id: &str) -> Option<String> {
    let field = document()?.get_element_by_id(id)?;
    Reflect::get(&field, &"value".into()).ok()?.as_string()
}

/// Where the address points.
pub(crate) fn here() -> Option<Signal> {
    let hash = window()?.location().hash().ok()?;
    let (page, field) = Page::of_link(&hash)?;
    Some(Signal::GoTo(page, field.map(str::to_owned)))
}

/// Width of the window, pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pixels")]
pub(crate) fn width() -> Option<u32> {
    Some(window()?.inner_width().ok()?.as_f64()? as u32)
}

/// Says what the page is called and in which language it is.
pub(crate) fn describe(title: &str, language: &str) {
    let Some(document) = document() else { return };
    if document.title() != title {
        document.set_title(title);
    }
    // Setting it anew, even to the same, would lay out the whole page anew.
    if let Some(root) =
        document.document_element().filter(|root| root.get_attribute("lang").as_deref() != Some(language))
    {
        let _ = root.set_attribute("lang", language);
    }
}

/// Scrolls no further than needed to see the element with this id.
pub(crate) fn bring_into_sight(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Puts the reader at the element with this id, else at the nearest part of the page that it belongs to.
pub(crate) fn focus(id: &str) {
    let Some(document) = document() else { return };
    let mut id = id;
    let element = loop {
        if let Some(element) = document.get_element_by_id(id) {
            break Some(element);
        }
        match id.rsplit_once('-') {
            Some((parent, _)) => id = parent,
            None => break document.get_element_by_id("top"),
        }
    };
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        while let Ok(Some(closed)) = element.closest("details:not([open])") {
            let _ = closed.set_attribute("open", "");
        }
        let _ = element.focus();
        // What one types takes the place of what stood there.
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }
}

/// Says in the browser's own timeline that something stands.
pub(crate) fn mark(name: &str) {
    if let Some(clock) = window().and_then(|window| window.performance()) {
        let _ = clock.mark(name);
    }
}

/// Runs something after a while, unless it is dropped before.
pub(crate) fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}

/// The address of a text as a file, in this browser only.
fn address_of(text: &str) -> Option<String> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn link_to(address: &str, name: &str) -> Option<HtmlAnchorElement> {
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    Some(link)
}

/// The text of a file of this site, if it is there.
pub(crate) async fn fetch(name: &str) -> Option<String> {
    let response: Response = JsFuture::from(window()?.fetch_with_str(name)).await.ok()?.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok()).flatten()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Asks for a file to open.
pub(crate) fn pick_file() {
    let picker = document().and_then(|document| document.get_element_by_id(PICKER));
    if let Some(picker) = picker.and_then(|picker| picker.dyn_into::<HtmlElement>().ok()) {
        picker.click();
    }
}

/// The study that this device kept, where it can be gone on with; of anything else that stands there is told later.
pub(crate) fn kept() -> Option<State> {
    let text = window()?.local_storage().ok()??.get_item(KEPT_AT).ok()??;
    let kept: Value = serde_json::from_str(&text).ok()?;
    if kept["format"] != "deelsom/kept" || kept["version"] != 1 {
        return None;
    }
    let mut state = State::new(kept["study"].as_str()?);
    if kept["base"].is_object() {
        state.saved = Rc::new(kept["base"].clone());
    }
    if kept["draft"].is_object() {
        state.apply(Action::Change(Rc::new(kept["draft"].clone())));
    }
    state.refused.is_empty().then_some(state)
}

/// Saves a study as a file.
pub(crate) fn save(text: &str) {
    save_as(FILE_NAME, text);
}

/// Saves a text as a file of this name.
pub(crate) fn save_as(name: &str, text: &str) {
    if let Some(address) = address_of(text) {
        save_from(address, name);
    }
}

/// Saves bytes as a file of this name and media type.
pub(crate) fn save_bytes(name: &str, kind: &str, bytes: &JsValue) -> Option<()> {
    let is_a = web_sys::BlobPropertyBag::new();
    is_a.set_type(kind);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&Array::of1(bytes), &is_a).ok()?;
    save_from(Url::create_object_url_with_blob(&blob).ok()?, name);
    Some(())
}

/// Saves what is at an address of this browser's own.
fn save_from(address: String, name: &str) {
    if let Some(link) = link_to(&address, name) {
        link.click();
    }
    Timeout::new(KEPT, move || drop(Url::revoke_object_url(&address))).forget();
}

/// Opens the worked study that is picked in the list, if one is.
pub(crate) fn open_example(send: Callback<Action>) {
    if let Some(name) = value(EXAMPLE_LIST).filter(|name| !name.is_empty()) {
        spawn_local(async move {
            send.emit(Action::Open(fetch(&name).await.unwrap_or_default()));
        });
    }
}

/// Reads the file that was picked, and sends its text.
fn read_file(event: &Event, send: Callback<Action>) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    spawn_local(async move {
        if let Ok(text) = JsFuture::from(file.text()).await {
            send.emit(Action::Open(text.as_string().unwrap_or_default()));
        }
        // So that the same file can be picked again.
        input.set_value("");
    });
}

/// Where a worker is, as the page says under this name.
#[cfg(feature = "later")]
pub(crate) fn worker(name: &str) -> Option<String> {
    document()?.get_element_by_id("start")?.get_attribute(name)
}

/// The time, milliseconds from any moment.
#[cfg(not(feature = "later"))]
pub(crate) fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Waits until the browser has done what else there is to do.
pub(crate) async fn next_task() {
    let come = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&done);
        }
    });
    let _ = JsFuture::from(come).await;
}

thread_local! {
    /// The study as it last was, for when nothing else works any more.
    static LAST: RefCell<Rc<Value>> = RefCell::default();
}

/// Keeps a study within reach of the last resort.
pub(crate) fn keep(file: &Rc<Value>) {
    LAST.with(|last| last.replace(file.clone()));
}

/// The study as it last was, as text.
pub(crate) fn last() -> String {
    LAST.with(|last| crate::state::text(&last.borrow()))
}

/// Where the application breaks down, what happened is said and the study can still be saved.
pub(crate) fn guard() {
    // By way of Yew, which would otherwise put its own in the place.
    yew::set_custom_panic_hook(Box::new(|panic| {
        let _ = break_down(&panic.to_string());
    }));
}

fn break_down(message: &str) -> Option<()> {
    let document = document()?;
    let root = document.document_element()?;
    let language = root
        .get_attribute("lang")
        .and_then(|code| deelsom_language::Language::from_code(&code))
        .unwrap_or_default();
    let body: Element = document.body()?.into();
    let part = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        body.append_child(&element).ok()
    };
    body.set_text_content(None);
    part("h1", status::BROKEN.text(language));
    part("pre", message);
    let link = link_to(&address_of(&last())?, FILE_NAME)?;
    link.set_text_content(Some(button::SAVE_FILE.text(language)));
    body.append_child(&link).ok()?;
    Some(())
}
