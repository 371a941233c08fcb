//! Files that someone picks, and fields whose text is no part of the study.

use std::rc::Rc;

use deelsom_tables::{Fault, file_too_large};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html};

use crate::part::{element, hear, join, text, with};

/// A file that was picked: its name and its bytes, or why nobody looks at it.
pub(crate) type Picked = (String, Result<Vec<u8>, Unread>);

/// Why there are no bytes of a file.
#[derive(Clone, Copy)]
pub(crate) enum Unread {
    TooLarge,
    /// The browser could not read it.
    Broken,
}

impl From<Unread> for Fault {
    /// As a file of a spreadsheet says it.
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::TooLarge => file_too_large(),
            Unread::Broken => Self::table("file_broken"),
        }
    }
}

/// A button that lets one pick files, and sends them when they are read.
pub(crate) fn picker(
    id: &str,
    label: &str,
    accept: &str,
    several: bool,
    most_bytes: usize,
    send: Callback<Vec<Picked>>,
) -> Html {
    let several = if several { "multiple" } else { "" };
    let attributes =
        with!("id": id, "class": "hidden", "type": "file", "accept": accept, "multiple": several);
    let input = element("input", attributes, Vec::new());
    let picked = move |event: Event| {
        // Files that are picked elsewhere on the page are studies.
        event.stop_propagation();
        spawn_local(read(event, most_bytes, send.clone()));
    };
    let listener = yew::html::onchange::Wrapper::new(Callback::from(picked));
    let label = element("label", with!("class": "button", "for": id), vec![text(label)]);
    join(vec![hear(input, Rc::new(listener)), label])
}

async fn read(event: Event, most_bytes: usize, send: Callback<Vec<Picked>>) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, files)) = input.and_then(|input| Some((input.clone(), input.files()?))) else { return };
    let mut read = Vec::new();
    for place in 0..files.length() {
        let Some(file) = files.get(place) else { continue };
        let small = file.size() <= most_bytes as f64;
        let bytes = if small {
            let bytes = JsFuture::from(file.array_buffer()).await;
            bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).map_err(|_| Unread::Broken)
        } else {
            Err(Unread::TooLarge)
        };
        read.push((file.name(), bytes));
    }
    // So that the same file can be picked again.
    input.set_value("");
    if !read.is_empty() {
        send.emit(read);
    }
}

/// What stands in the field that an event is about.
pub(crate) fn value_of(event: &Event) -> String {
    let value = event.target().and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the box that an event is about is ticked.
pub(crate) fn is_checked(event: &Event) -> bool {
    let checked = event.target().and_then(|field| Reflect::get(&field, &"checked".into()).ok());
    checked.and_then(|checked| checked.as_bool()).unwrap_or_default()
}
