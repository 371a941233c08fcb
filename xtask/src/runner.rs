//! What runs tests and benchmarks that were compiled to WebAssembly: a browser.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::failure::{Explain, Result};
use crate::provision::{Tools, WASM};
use crate::workspace::{built, cargo, run, target};

/// A browser with its driver, and the program that feeds them WebAssembly.
pub(crate) struct Runner {
    driver: PathBuf,
    capabilities: PathBuf,
}

impl Runner {
    /// Compiles the program.
    pub(crate) fn build(tools: &Tools) -> Result<Self> {
        run(&mut cargo(&[
            "build",
            "--locked",
            "--profile",
            "xtask",
            "--package",
            "xtask",
            "--features",
            "wasm-runner",
            "--bin",
            "wasm-runner",
        ]))?;
        Ok(Self { driver: tools.driver.clone(), capabilities: capabilities(tools)? })
    }

    /// A task of cargo, with what it runs run in the browser.
    pub(crate) fn cargo(&self, task: &str, arguments: &[&str]) -> Command {
        // As a list and not as an environment variable, which cargo would split at spaces.
        let runner = json!([built("xtask", "wasm-runner")]);
        let setting = format!("target.{WASM}.runner={runner}");
        // After the task: cargo forgets a setting before it where another comes after.
        let mut command = cargo(&[task, "--config", &setting]);
        command
            .args(arguments)
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "600")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &self.capabilities)
            .env("CHROMEDRIVER", &self.driver);
        command
    }
}

/// Writes which browser the driver of the WebAssembly tests must start, and how.
fn capabilities(tools: &Tools) -> Result<PathBuf> {
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": tools.browser,
            "args": [
                "disable-background-networking",
                "disable-component-update",
                "disable-sync",
                "no-first-run",
            ],
        }
    });
    let file = target().join("webdriver.json");
    fs::write(&file, capabilities.to_string()).explain(|| format!("write {}", file.display()))?;
    Ok(file)
}
