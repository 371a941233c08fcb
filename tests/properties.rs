//! Laws of the model: what holds for every study, whatever its figures. Each test is one promise.
//!
//! The cases are drawn from a fixed seed, so that a run here and a run elsewhere try the same ones. To look further:
//! `PROPTEST_CASES=2000 PROPTEST_RNG_SEED=7 cargo test --package acceptance --test properties`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "properties/any_json.rs"]
mod any_json;
#[path = "properties/change.rs"]
mod change;
#[path = "properties/conversion.rs"]
mod conversion;
mod generate;
#[path = "properties/harness.rs"]
mod harness;

#[path = "properties/ledger.rs"]
mod ledger;
#[path = "properties/reach.rs"]
mod reach;
#[path = "properties/remainder.rs"]
mod remainder;
#[path = "properties/robust.rs"]
mod robust;
#[path = "properties/sharing.rs"]
mod sharing;
#[path = "properties/stable.rs"]
mod stable;
#[path = "properties/staffing.rs"]
mod staffing;
#[path = "properties/workbook.rs"]
mod workbook;
