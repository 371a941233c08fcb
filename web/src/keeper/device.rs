//! The browser's storage on this device, its clock, its address and its printer.

use deelsom_core::Register;
use deelsom_language::{Language, sentences};
use deelsom_sharing::kept::{Aside, Fault, Kept};
use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::{Storage, Window};

use crate::dom::KEPT_AT;

/// How all that we keep begins.
const OURS: &str = "deelsom/";
/// Where copies are kept, each under a name of its own.
const COPIES: &str = "deelsom/copy/";

/// Why something could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room.
    Full,
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Whether the browser keeps anything for this page.
pub(crate) fn is_there() -> bool {
    storage().is_some()
}

/// The text that is kept as the study, whatever it is.
pub(crate) fn study() -> Option<String> {
    storage()?.get_item(KEPT_AT).ok()?
}

/// What is kept, read and checked.
pub(crate) fn kept(register: &Register) -> Option<Result<Kept, Fault>> {
    Some(Kept::read(&study()?, register))
}

/// Keeps a text as the study.
pub(crate) fn keep(text: &str) -> Result<(), Trouble> {
    put(KEPT_AT, text)
}

fn put(key: &str, text: &str) -> Result<(), Trouble> {
    let storage = storage().ok_or(Trouble::Denied)?;
    storage.set_item(key, text).map_err(|_| Trouble::Full)
}

/// Sets a text aside, unless there is such a copy already.
pub(crate) fn set_aside(copy: &Aside) -> Result<(), Trouble> {
    let known = copies();
    if known.iter().any(|(_, one)| one.text == copy.text) {
        return Ok(());
    }
    let mut key = [COPIES, &now()].concat();
    while known.iter().any(|(other, _)| *other == key) {
        key.push('+');
    }
    put(&key, &copy.text())
}

/// Moves what is kept as the study to the copies.
pub(crate) fn move_aside(copy: &Aside) -> Result<(), Trouble> {
    set_aside(copy)?;
    remove(KEPT_AT);
    Ok(())
}

/// Takes away what is kept under a key.
pub(crate) fn remove(key: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed is not there.
        let _ = storage.remove_item(key);
    }
}

/// The names of all that we keep.
fn keys(start: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|place| storage.key(place).ok()?);
    let mut keys: Vec<String> = keys.filter(|key| key.starts_with(start)).collect();
    keys.sort_unstable();
    keys
}

/// Every copy with its key, the oldest first.
pub(crate) fn copies() -> Vec<(String, Aside)> {
    let mut copies = Vec::new();
    for key in keys(COPIES) {
        let text = storage().and_then(|storage| storage.get_item(&key).ok()?);
        if let Some(text) = text {
            copies.push((key, Aside::read(&text)));
        }
    }
    copies
}

/// Takes away everything that we keep.
pub(crate) fn erase() {
    for key in keys(OURS) {
        remove(&key);
    }
}

/// This moment, ISO 8601.
pub(crate) fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A day and the time of day, as clocks here have it.
fn local(date: &Date) -> (i32, u8, u8, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    let (month, day) = (small(date.get_month() + 1), small(date.get_date()));
    (year, month, day, small(date.get_hours()), small(date.get_minutes()))
}

/// This day, as calendars here have it: year, month, day.
pub(crate) fn day() -> Option<(u16, u8, u8)> {
    let (year, month, day, ..) = local(&Date::new_0());
    Some((u16::try_from(year).ok()?, month, day))
}

/// The same: ISO 8601.
pub(crate) fn today() -> String {
    let (year, month, day, ..) = local(&Date::new_0());
    format!("{year:04}-{month:02}-{day:02}")
}

/// A moment for people: the time, with the day where that is another.
pub(crate) fn moment(language: Language, iso: &str) -> String {
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    let (year, month, day, hours, minutes) = local(&date);
    let (this_year, this_month, this_day, ..) = local(&Date::new_0());
    let other = (year, month, day) != (this_year, this_month, this_day);
    sentences::moment(language, other.then_some((year, month, day)), hours, minutes)
}

/// The address of this page without its end.
pub(crate) fn address() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The end of the address of this page.
pub(crate) fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an end of the address.
pub(crate) fn go(fragment: &str) {
    if let Some(window) = window() {
        // Nothing to be done where the browser does not go.
        let _ = window.location().set_hash(fragment);
    }
}

/// Opens the browser's window for printing.
pub(crate) fn print() {
    if let Some(window) = window() {
        // A browser without printers says so itself.
        let _ = window.print();
    }
}
