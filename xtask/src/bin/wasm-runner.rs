//! Runs one WebAssembly test binary in the browser: `cargo test` and `cargo bench` call it for the target wasm32.
//!
//! It is the test runner of wasm-bindgen, compiled here so that nothing need be installed.

use std::process::ExitCode;

/// What wasm-bindgen puts before the name of every exported test.
const TEST_EXPORT: &[u8] = b"__wbgt_";

fn main() -> ExitCode {
    let tests = std::env::args_os().nth(1).unwrap_or_default();
    // The runner itself calls a binary without tests a success, which would hide a forgotten attribute.
    let holds_tests = std::fs::read(&tests)
        .is_ok_and(|module| module.windows(TEST_EXPORT.len()).any(|bytes| bytes == TEST_EXPORT));
    if !holds_tests {
        eprintln!("{} holds no test: mark its tests with #[wasm_bindgen_test].", tests.display());
        return ExitCode::FAILURE;
    }
    // Our benchmarks time themselves: to the runner they are tests too.
    let arguments = std::env::args_os().filter(|argument| argument != "--bench");
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
