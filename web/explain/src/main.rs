//! "Hoe is dit berekend?": a figure of the page taken apart in a dialog, part by part, to be walked.
//!
//! A module of its own, loaded when a figure is first asked about: who never asks does not wait for it. It calculates
//! the study again and tells the same tree as `deelsom explain`.

mod dialog;

use std::rc::Rc;

use deelsom_core::{Explainer, Explanation, Outcome, Register, Study, calculate};
use deelsom_language::Language;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use dialog::Dialog;

/// Opens the explanation of a figure of the report of a study. Gives whether there is one: not while the study has
/// problems.
#[wasm_bindgen]
pub fn explain(study: &str, pointer: &str, language: &str) -> bool {
    let language = Language::from_code(language).unwrap_or_default();
    open(study, pointer, language).is_some()
}

fn open(text: &str, pointer: &str, language: Language) -> Option<()> {
    let calculated = Rc::new(Calculated::of(text)?);
    let figure = calculated.explain(pointer)?;
    Dialog::new(language)?.show(&figure, &calculated)
}

/// A study as it was when a figure was asked about, with its outcome.
struct Calculated {
    /// The file: it says what the study's figures rest on.
    file: Value,
    study: Study,
    register: Register,
    outcome: Outcome,
}

impl Calculated {
    fn of(text: &str) -> Option<Self> {
        let register = Register::embedded();
        let study = Study::read(text, &register).ok()?;
        let outcome = calculate(&study, &register);
        Some(Self { file: serde_json::from_str(text).ok()?, study, register, outcome })
    }

    fn explain(&self, pointer: &str) -> Option<Explanation> {
        Explainer::new(&self.study, &self.register, &self.outcome).explain(pointer)
    }
}

fn main() {}
