//! Every chart as it was last looked at and found good, byte for byte.
//!
//! After an intended change: `DEELSOM_WRITE_REFERENCES=1 cargo test -p deelsom-charts`, then look at what changed.
//! Writing fails the test, so that nobody writes and forgets to look.

use std::path::Path;

use deelsom_charts::Chart;

use crate::fixtures;

#[track_caller]
fn check(name: &str, draw: fn(u32) -> Chart) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references");
    let mut written = false;
    for (width, suffix) in [(720, ""), (320, "-narrow")] {
        let file = folder.join(format!("{name}{suffix}.svg"));
        let drawn = draw(width).svg;
        let stored = std::fs::read_to_string(&file).unwrap_or_default();
        if drawn == stored {
            continue;
        }
        if std::env::var_os("DEELSOM_WRITE_REFERENCES").is_some() {
            std::fs::write(&file, &drawn).expect("the folder can be written");
            written = true;
            continue;
        }
        let line = drawn.lines().zip(stored.lines()).position(|(a, b)| a != b);
        panic!("{name}{suffix}.svg differs from line {line:?}");
    }
    assert!(!written, "{name} is written: look at it, then test again");
}

#[test]
fn cumulative() {
    check("cumulative", fixtures::cumulative);
}

#[test]
fn columns() {
    check("columns", fixtures::columns);
}

#[test]
fn staffing() {
    check("staffing", fixtures::staffing);
}

#[test]
fn dumbbell() {
    check("dumbbell", fixtures::dumbbell);
}

#[test]
fn bars() {
    check("bars", fixtures::bars);
}

#[test]
fn fan() {
    check("fan", fixtures::fan);
}

#[test]
fn waterfall() {
    check("waterfall", fixtures::waterfall);
}
