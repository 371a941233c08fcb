//! A worker beside the page.

use deelsom_worker::{Answer, Asked, Told};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::hear;
use crate::dom;

/// The worker, and what listens to it.
pub(super) struct Desk {
    worker: Worker,
    _hears: Closure<dyn Fn(MessageEvent)>,
    _fails: Closure<dyn Fn(Event)>,
}

impl Desk {
    /// Starts a worker, which says that it is ready; nothing where the browser does not let it.
    pub(super) fn open() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&dom::worker("data-worker")?, &options).ok()?;
        let hears = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
            let told = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
            hear(told.unwrap_or(Told { number: 0, answer: Answer::Failed }));
        });
        let fails = Closure::<dyn Fn(Event)>::new(|_| hear(Told { number: 0, answer: Answer::Failed }));
        worker.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fails.as_ref().unchecked_ref()));
        Some(Self { worker, _hears: hears, _fails: fails })
    }

    pub(super) fn ask(&self, asked: &Asked) {
        let asked = serde_json::to_string(asked).unwrap_or_default();
        // A text can always be sent.
        let _ = self.worker.post_message(&JsValue::from_str(&asked));
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
