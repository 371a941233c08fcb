//! The same figures everywhere: this file runs natively and in WebAssembly, and both must make of every golden study
//! the report that the native build made, byte by byte.

use acceptance::{everything, golden};
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
