//! Where things are, and how other programs are run there.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::failure::{Explain, Failure, Result};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// Where the site goes unless told otherwise.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Where the site as one file goes unless told otherwise.
pub(crate) fn single() -> PathBuf {
    target().join("single").join("deelsom.html")
}

/// Cargo's target directory: the one this very program was built in, wherever it was set.
pub(crate) fn target() -> PathBuf {
    let here = env::current_exe().unwrap_or_default();
    here.ancestors()
        .find(|directory| directory.join("CACHEDIR.TAG").exists())
        .map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// Where cargo keeps the sources of packages: a directory for every registry, in order.
pub(crate) fn registries() -> Result<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    if !sources.exists() {
        return Ok(Vec::new());
    }
    let mut registries = Vec::new();
    for entry in fs::read_dir(&sources).explain(|| format!("read {}", sources.display()))? {
        registries.push(entry.explain(|| format!("read {}", sources.display()))?.path());
    }
    registries.sort();
    Ok(registries)
}

/// A program that cargo built: `target/<profile>/<name>`.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Cargo, to be run in the root and to build into the same target directory as this program.
pub(crate) fn cargo<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root()).env("CARGO_TARGET_DIR", target());
    command
}

/// Runs a program to its end; its messages go where ours go.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().explain(|| format!("start {}", describe(command)))?;
    if status.success() {
        return Ok(());
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Err(Failure::with_code(format!("{} failed; it says why above.", describe(command)), code.unwrap_or(1)))
}

/// Runs a program to its end and returns what it printed.
pub(crate) fn ask(command: &mut Command) -> Result<String> {
    let Output { status, stdout, .. } =
        command.output().explain(|| format!("start {}", describe(command)))?;
    if status.success() {
        Ok(String::from_utf8_lossy(&stdout).trim().to_owned())
    } else {
        Err(Failure::new(format!("{} failed ({status}).", describe(command))))
    }
}

/// A command as one would type it.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words: Vec<_> =
        std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}
