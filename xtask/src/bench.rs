//! How fast the model calculates.

use crate::failure::Result;
use crate::workspace::{cargo, run};

/// Builds the benchmark for speed and runs it; it prints its own figures.
pub(crate) fn bench() -> Result {
    run(&mut cargo(&["bench", "--locked", "--package", "acceptance", "--bench", "calculate"]))
}
