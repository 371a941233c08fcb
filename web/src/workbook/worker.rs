//! A worker beside the page, started for one question and ended after it.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::dom;

/// Whether there is a worker.
pub(crate) const IS_HERE: bool = true;

/// Asks it something; nothing where it does not start, or breaks down.
pub(super) async fn ask(message: &JsValue) -> Option<JsValue> {
    let desk = Desk::open()?;
    // It says that it listens.
    desk.hear().await.ok()?;
    let answer = desk.hear();
    desk.0.post_message(message).ok()?;
    Some(answer.await.ok()?.dyn_into::<MessageEvent>().ok()?.data())
}

/// The worker, which ends with this.
struct Desk(Worker);

impl Desk {
    /// Starts it; nothing where the browser does not let it.
    fn open() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&dom::worker("data-workbook")?, &options).ok().map(Self)
    }

    /// The next that it says, from now on; an error where it breaks down.
    fn hear(&self) -> JsFuture {
        JsFuture::from(Promise::new(&mut |heard, failed| {
            self.0.set_onmessage(Some(&heard));
            self.0.set_onerror(Some(&failed));
        }))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
