//! How fast the model calculates, natively and in the browser, in one run. Prints, and judges nothing.

use std::process::Stdio;

use crate::failure::Result;
use crate::provision::Tools;
use crate::test::with_site;
use crate::workspace::{ask, cargo, run};

/// Times the model natively, then the same study in the browser and the page around it.
pub(crate) fn bench(tools: &Tools) -> Result {
    let mut native = cargo(&["bench", "--locked", "--package", "deelsom-core", "--bench", "calculate"]);
    let native = ask(native.stderr(Stdio::inherit()))?;
    println!("{native}");
    run(&mut cargo(&["bench", "--locked", "--package", "deelsom-core", "--bench", "fairness"]))?;
    with_site(tools, "speed", &[("DEELSOM_NATIVE", &native)])
}
