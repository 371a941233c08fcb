//! The worker: it makes one file or looks into one, beside the page.

use deelsom_workbook_worker::{Asked, READY, Refusal, Told, make, open};
use js_sys::{Array, Uint8Array, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    std::panic::set_hook(Box::new(|_| refuse(Refusal::Failed)));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| answer(&event.data()));
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    tell(READY);
}

/// Looks into a file, or makes the one that is asked for.
fn answer(message: &JsValue) {
    if let Some(file) = message.dyn_ref::<Uint8Array>() {
        return say(&Told::Opened(open(&file.to_vec())));
    }
    let asked = message.as_string().and_then(|text| serde_json::from_str::<Asked>(&text).ok());
    match asked.ok_or(Refusal::Failed).and_then(|asked| make(&asked)) {
        Ok(file) => give(&file),
        Err(refusal) => refuse(refusal),
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

fn tell(text: &str) {
    // A page that is gone hears nothing.
    let _ = scope().post_message(&JsValue::from_str(text));
}

fn say(told: &Told) {
    match serde_json::to_string(told) {
        Ok(text) => tell(&text),
        Err(_) => refuse(Refusal::Failed),
    }
}

fn refuse(refusal: Refusal) {
    tell(&serde_json::to_string(&Told::Refused(refusal)).unwrap_or_default());
}

/// Hands the file over: the page then has the only copy outside this program's own memory.
fn give(file: &[u8]) {
    let bytes = Uint8Array::from(file);
    if scope().post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer())).is_err() {
        refuse(Refusal::Failed);
    }
}
