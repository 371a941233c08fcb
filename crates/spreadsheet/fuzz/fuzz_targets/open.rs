//! Any bytes as a file: `cargo +nightly fuzz run open -- -timeout=5 -rss_limit_mb=1024`, with some spreadsheets in
//! `corpus/open` to begin with.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(deelsom_spreadsheet::open(bytes)));
