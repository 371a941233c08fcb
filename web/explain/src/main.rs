//! "Hoe is dit berekend?": a figure of the page taken apart in a dialog, part by part, to be walked.
//!
//! A module of its own, loaded when a figure is first asked about: who never asks does not wait for it. It calculates
//! the study again and tells the same tree as `deelsom explain`.

mod dialog;

use deelsom_core::{Explainer, Explanation, Register, Study, calculate};
use deelsom_language::Language;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use dialog::Dialog;

/// How many levels stand open at first: the figure, what it is rounded from, and what that is added up from.
const OPEN: usize = 2;

/// Opens the explanation of a figure of the report of a study. Gives whether there is one: not while the study has
/// problems.
#[wasm_bindgen]
pub fn explain(study: &str, pointer: &str, language: &str) -> bool {
    let language = Language::from_code(language).unwrap_or_default();
    open(study, pointer, language).is_some()
}

fn open(text: &str, pointer: &str, language: Language) -> Option<()> {
    let told = tell(text, pointer)?;
    let file: Value = serde_json::from_str(text).ok()?;
    let dialog = Dialog::new(language)?;
    let text = text.to_owned();
    dialog.show(&told, &file, OPEN, move |pointer| tell(&text, pointer))
}

/// Calculates the study anew and takes one figure apart.
fn tell(text: &str, pointer: &str) -> Option<Explanation> {
    let register = Register::embedded();
    let study = Study::read(text, &register).ok()?;
    let outcome = calculate(&study, &register);
    Explainer::new(&study, &register, &outcome).explain(pointer)
}

fn main() {}
