//! Nobody: a page in one file has no worker.

use std::future::{Ready, ready};

use wasm_bindgen::JsValue;

/// Whether there is a worker.
pub(crate) const IS_HERE: bool = false;

/// Gives no answer.
pub(super) fn ask(_: &JsValue) -> Ready<Option<JsValue>> {
    ready(None)
}
