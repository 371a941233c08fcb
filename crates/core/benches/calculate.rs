//! How long a calculation takes: prints, and judges nothing.
//!
//! The study has four partners, eight services, three roles, ten years and three options in which every service moves.

use crate::measure::{calibrate, measure, say};
use deelsom_core::{Register, Report, Study, calculate};

const STUDY: &str = include_str!("four-partners.json");

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
pub(crate) fn bench() {
    let register = Register::embedded();
    let study = Study::read(STUDY, &register).expect("the study of this benchmark is valid");
    let outcome = calculate(&study, &register);
    say!("four partners, eight services, three roles, ten years, three options");
    calibrate();
    measure("read and check", || Study::read(STUDY, &register));
    measure("calculate", || calculate(&study, &register));
    let value = serde_json::from_str(STUDY).expect("the study of this benchmark is JSON");
    measure("check and calculate", || {
        let study = Study::from_value(&value, &register).expect("valid");
        calculate(&study, &register)
    });
    measure("report as JSON", || serde_json::to_string(&Report::of(&study, &register, &outcome)));
}
