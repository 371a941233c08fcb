//! Files of spreadsheets, made and read beside the page.

// Where there is a worker's file, a worker does it; where all is in one file, nobody does.
#[cfg_attr(feature = "later", path = "workbook/worker.rs")]
#[cfg_attr(not(feature = "later"), path = "workbook/nowhere.rs")]
mod desk;

use deelsom_language::words::{exchange, keep};
use deelsom_language::{Language, Word};
use deelsom_workbook_worker::{Asked, Fault, Opened, Refusal, Told};
use js_sys::Uint8Array;
use serde_json::Value;
use wasm_bindgen::JsValue;

use crate::dom;
use crate::keeper::device;
use crate::shown::Shown;

/// Whether there is anyone to make and read them.
pub(crate) use desk::IS_HERE;

/// The names under which files are saved, and what they are.
const WORKBOOK: &str = "deelsom-workbook.xlsx";
const TEMPLATE: &str = "deelsom-template.xlsx";
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Has the workbook of a study made and saves it; says how that went.
pub(crate) async fn make(study: &Value, language: Language) -> Word {
    let asked = Asked::Workbook {
        study: study.clone(),
        language: language.code().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        day: device::day(),
    };
    match file(&asked, WORKBOOK).await {
        Ok(()) => keep::WORKBOOK_MADE,
        Err(Refusal::Invalid) => keep::MEND_FOR_FILES,
        Err(Refusal::TooLarge) => keep::WORKBOOK_TOO_LARGE,
        Err(Refusal::Failed) => keep::WORKBOOK_FAILED,
    }
}

/// Has an empty workbook to fill in made and saves it; says how that went.
pub(crate) async fn template(language: Language) -> Word {
    let asked = Asked::Template { language: language.code().to_owned() };
    match file(&asked, TEMPLATE).await {
        Ok(()) => exchange::TEMPLATE_MADE,
        Err(_) => exchange::TEMPLATE_FAILED,
    }
}

/// Has a file made and saves it.
async fn file(asked: &Asked, name: &str) -> Result<(), Refusal> {
    let text = serde_json::to_string(asked).map_err(|_| Refusal::Failed)?;
    let answer = desk::ask(&JsValue::from_str(&text)).await.ok_or(Refusal::Failed)?;
    match told(&answer) {
        Some(Told::Refused(refusal)) => Err(refusal),
        Some(Told::Opened(_)) => Err(Refusal::Failed),
        None => dom::save_bytes(name, MEDIA_TYPE, &answer).ok_or(Refusal::Failed),
    }
}

/// Has a file looked into; nothing where nobody does.
pub(crate) async fn open(file: &[u8]) -> Option<Opened> {
    let answer = desk::ask(&Uint8Array::from(file)).await?;
    match told(&answer)? {
        Told::Opened(opened) => Some(opened),
        // What made the reader break down is the file.
        Told::Refused(_) => Some(Opened::Faulty(fault(&deelsom_tables::Fault::table("file_broken")))),
    }
}

/// What is said in an answer that is no file.
fn told(answer: &JsValue) -> Option<Told> {
    serde_json::from_str(&answer.as_string()?).ok()
}

/// A fault of a file as a whole, as one that was found beside the page.
pub(crate) fn fault(fault: &deelsom_tables::Fault) -> Fault {
    let sentences = Language::ALL.iter().map(|&language| fault.sentence(language)).collect();
    Fault { place: String::new(), sentences }
}

/// What is wrong with a file, in the reader's language.
pub(crate) fn sentence<'f>(shown: Shown<'_>, fault: &'f Fault) -> &'f str {
    let place = Language::ALL.iter().position(|language| *language == shown.language());
    place.and_then(|place| fault.sentences.get(place)).map_or("", String::as_str)
}
