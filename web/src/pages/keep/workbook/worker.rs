//! A worker beside the page, started for one workbook and ended after it.

use deelsom_language::words::keep as words;
use deelsom_language::{Language, Word};
use deelsom_workbook_worker::{Asked, Refusal};
use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::dom;
use crate::keeper::device;

/// Whether workbooks can be made here.
pub(super) const IS_HERE: bool = true;

/// The name under which a workbook is saved, and what it is.
const NAME: &str = "deelsom-workbook.xlsx";
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Has the workbook of a study made and saves it; says how that went.
pub(super) async fn make(study: &Value, language: Language) -> Word {
    let asked = Asked {
        study: study.clone(),
        language: language.code().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        day: device::day(),
    };
    match ask(&asked).await.unwrap_or(Err(Refusal::Failed)) {
        Ok(()) => words::WORKBOOK_MADE,
        Err(Refusal::Invalid) => words::MEND_FOR_FILES,
        Err(Refusal::TooLarge) => words::WORKBOOK_TOO_LARGE,
        Err(Refusal::Failed) => words::WORKBOOK_FAILED,
    }
}

/// Asks for the workbook and saves it; nothing where the worker does not start, or breaks down.
async fn ask(asked: &Asked) -> Option<Result<(), Refusal>> {
    let desk = Desk::open()?;
    // It says that it listens.
    desk.hear().await.ok()?;
    let answer = desk.hear();
    desk.0.post_message(&JsValue::from_str(&serde_json::to_string(asked).ok()?)).ok()?;
    let answer = answer.await.ok()?.dyn_into::<MessageEvent>().ok()?.data();
    match answer.as_string() {
        Some(refusal) => Some(Err(serde_json::from_str(&refusal).ok()?)),
        None => dom::save_bytes(NAME, MEDIA_TYPE, &answer).map(Ok),
    }
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
