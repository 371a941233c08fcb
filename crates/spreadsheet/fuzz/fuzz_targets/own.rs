//! Any bytes as a workbook of Deelsom: `cargo +nightly fuzz run own -- -timeout=5 -rss_limit_mb=1024`, with some of them in
//! `corpus/own` to begin with.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(deelsom_spreadsheet::own(bytes)));
