//! The same figures everywhere: this file runs natively and in WebAssembly, and both must make of every golden study
//! the report that the native build made, byte by byte.

use acceptance::{everything, golden};
use deelsom_core::Register;
use deelsom_core::uncertainty::{Model, Plan, Points, Shape};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[test]
fn every_golden_study_gives_the_native_report_byte_by_byte() {
    let mut studies = 0;
    for case in golden() {
        let here = everything(case.study);
        let differs = here.bytes().zip(case.native.bytes()).position(|(one, other)| one != other);
        assert_eq!(differs, None, "{}: the reports part at this byte", case.name);
        assert_eq!(here.len(), case.native.len(), "{}: one report goes on where the other ends", case.name);
        studies += 1;
    }
    assert!(studies >= 8, "only {studies} golden studies were found");
}

#[test]
fn the_same_study_gives_the_same_report_twice() {
    for case in golden() {
        assert!(everything(case.study) == everything(case.study), "{}", case.name);
    }
}

/// The bits of a hundred draws of every parameter, whatever the model makes of them.
fn fingerprint(plan: Plan) -> u64 {
    let register = Register::embedded();
    let case = golden().find(|case| case.name == "mixed").expect("a golden study");
    let file = serde_json::from_str(case.study).expect("JSON");
    let model = Model::of(&file, &register, 0).expect("a valid study");
    let draws = model.draws(plan);
    let numbers = (0..100).flat_map(|draw| draws.numbers(draw));
    numbers.fold(0, |sum: u64, number| sum.rotate_left(7) ^ number.to_bits())
}

#[test]
fn draws_have_the_bits_that_are_written_here() {
    let random = Plan::of_seed(2026);
    let sobol = Plan { points: Points::Sobol, ..random };
    let pert = |plan: Plan| Plan { shape: Shape::Pert, ..plan };
    let found = [random, pert(random), sobol, pert(sobol)].map(fingerprint);
    assert_eq!(
        found.map(|bits| format!("{bits:016x}")),
        ["123163219cad0bc0", "bacb27f5225fed5c", "213baf65be4f54ec", "239e3018dff48aa1"]
    );
}
