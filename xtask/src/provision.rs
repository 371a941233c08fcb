//! What the tasks need and a machine may lack: found, or fetched with a line that says why.
//!
//! On Debian as root the package clients fetch it; elsewhere what is on the PATH is taken, and
//! what is missing ends the task with a sentence that says how to get it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Explain, Failure, Result};
use crate::fingerprint;
use crate::workspace::{ask, root, run, target};

/// The Rust target of the application.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The major version of the browser and its driver that the tests were written with. The package
/// system has one version at a time, so this one is said and not forced.
const TESTED_BROWSER: u32 = 156;

/// The package with the accessibility rules, and the SHA-256 of its one file that we use.
const AXE: &str = "axe-core@4.14.1";
const AXE_SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// A program that is not ours.
struct Program {
    /// The names it goes by, likeliest first.
    names: &'static [&'static str],
    /// An environment variable that may hold its path.
    variable: &'static str,
    /// The package that has it, in Debian.
    package: &'static str,
    /// What it is for, as the reason to install it.
    purpose: &'static str,
}

const BROWSER: Program = Program {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    variable: "CHROMIUM",
    package: "chromium",
    purpose: "the tests run in this browser",
};

const DRIVER: Program = Program {
    names: &["chromedriver"],
    variable: "CHROMEDRIVER",
    package: "chromium-driver",
    purpose: "the tests steer the browser through it",
};

const NPM: Program = Program {
    names: &["npm"],
    variable: "NPM",
    package: "npm",
    purpose: "it fetches axe-core, the accessibility rules of the tests",
};

const OFFICE: Program = Program {
    names: &["soffice", "libreoffice"],
    variable: "SOFFICE",
    package: "libreoffice-calc",
    purpose: "the tests have it calculate the workbooks that we write",
};

/// What the browser tests work with.
pub(crate) struct Tools {
    /// Chromium or Chrome.
    pub(crate) browser: PathBuf,
    /// Its driver.
    pub(crate) driver: PathBuf,
    /// `axe.min.js`.
    pub(crate) axe: PathBuf,
}

/// Finds or fetches the tools of the tests.
pub(crate) fn tools() -> Result<Tools> {
    let axe = axe_path();
    if is_pinned_axe(&axe) {
        provide(&[&BROWSER, &DRIVER])?;
    } else {
        provide(&[&BROWSER, &DRIVER, &NPM])?;
        fetch_axe(&NPM.path()?, &axe)?;
    }
    let tools = Tools { browser: BROWSER.path()?, driver: DRIVER.path()?, axe };
    tools.check_versions()?;
    Ok(tools)
}

impl Tools {
    /// Says which versions are used. A driver refuses a browser of another major version, in words
    /// that do not say so.
    fn check_versions(&self) -> Result {
        // On Windows the browser opens a window instead of naming its version.
        if cfg!(windows) {
            return Ok(());
        }
        let browser = ask(Command::new(&self.browser).arg("--version"))?;
        let driver = ask(Command::new(&self.driver).arg("--version"))?;
        println!("Browser: {browser}");
        println!("Driver: {driver}");
        println!("Accessibility rules: {AXE}");
        if major(&browser) != major(&driver) {
            return Err(Failure::new(format!(
                "The browser and its driver differ in version: install the same major version of \
                 both, or name them in {} and {}.",
                BROWSER.variable, DRIVER.variable
            )));
        }
        if major(&browser) != Some(TESTED_BROWSER) {
            println!("The tests were written with version {TESTED_BROWSER} of both.");
        }
        Ok(())
    }
}

/// Finds or fetches the program that calculates workbooks, and says which version it is.
pub(crate) fn office() -> Result<PathBuf> {
    provide(&[&OFFICE])?;
    let office = OFFICE.path()?;
    // On Windows it answers in a window of its own.
    if !cfg!(windows) {
        println!("Office: {}", ask(Command::new(&office).arg("--version"))?);
    }
    Ok(office)
}

/// The first number in a text such as `Chromium 156.0.8078.79 built on Debian`.
fn major(version: &str) -> Option<u32> {
    version.split(|character: char| !character.is_ascii_digit()).find_map(|digits| digits.parse().ok())
}

/// Adds the target of the application to the toolchain where it is missing.
pub(crate) fn wasm_target() -> Result {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let libraries =
        ask(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]).current_dir(root()))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "The Rust target {WASM} is missing, to which the application is compiled. There is no \
             rustup here to add it: install it in the way you installed Rust."
        )));
    }
    println!("Adding the Rust target {WASM}: the application is compiled to it.");
    run(Command::new("rustup").args(["target", "add", WASM]).current_dir(root()))
}

/// Makes sure of programs: installs the missing ones where we may, or says how to get them.
fn provide(programs: &[&Program]) -> Result {
    let mut missing = Vec::new();
    for program in programs {
        if program.find()?.is_none() {
            missing.push(program);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    if !is_debian_root() {
        let sentences: Vec<String> = missing.iter().map(|program| program.wanted()).collect();
        return Err(Failure::new(sentences.join("\n")));
    }
    for program in &missing {
        println!("Installing {}: {}.", program.package, program.purpose);
    }
    let apt_get = |task| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args([task, "-qq"]);
        command
    };
    run(&mut apt_get("update"))?;
    run(apt_get("install")
        .args(["--yes", "--no-install-recommends"])
        .args(missing.iter().map(|program| program.package)))
}

impl Program {
    /// Its path, from its variable or else from the PATH.
    fn find(&self) -> Result<Option<PathBuf>> {
        let Some(path) = env::var_os(self.variable).map(PathBuf::from) else {
            return Ok(self.names.iter().find_map(|name| on_path(name)));
        };
        if path.is_file() {
            return Ok(Some(path));
        }
        Err(Failure::new(format!(
            "{} names {}, which is not there: correct it or leave it out.",
            self.variable,
            path.display()
        )))
    }

    /// Its path, which must be there by now.
    fn path(&self) -> Result<PathBuf> {
        self.find()?.ok_or_else(|| Failure::new(self.wanted()))
    }

    /// The sentence for who must install it by hand.
    fn wanted(&self) -> String {
        format!(
            "{} is missing ({}): install it and put it on the PATH, or set {} to its path. \
             (Debian has it in the package {}; as root, this task installs it.)",
            self.names[0], self.purpose, self.variable, self.package
        )
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let suffixes: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|directory| suffixes.iter().map(move |suffix| directory.join(format!("{name}{suffix}"))))
        .find(|file| file.is_file())
}

/// Whether this is Debian itself (its relatives package the browser otherwise), and we are root.
fn is_debian_root() -> bool {
    let debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    debian && on_path("apt-get").is_some() && ask(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Fetches packages into a directory. Only their files are wanted: nothing of a package is run, and no lock file is left.
fn install(npm: &Path, packages: &[&str], directory: &Path) -> Result {
    fs::create_dir_all(directory).explain(|| format!("make {}", directory.display()))?;
    run(Command::new(npm).arg("install").args(packages).arg("--prefix").arg(directory).args([
        "--ignore-scripts",
        "--no-save",
        "--no-package-lock",
        "--no-audit",
        "--no-fund",
    ]))
}

/// Fetches packages of Node.js into a directory.
pub(crate) fn packages(packages: &[&str], directory: &Path) -> Result {
    install(&NPM.path()?, packages, directory)
}

fn axe_path() -> PathBuf {
    tools_directory().join("node_modules").join("axe-core").join("axe.min.js")
}

fn tools_directory() -> PathBuf {
    target().join("tools")
}

fn is_pinned_axe(file: &Path) -> bool {
    fs::read(file).is_ok_and(|content| fingerprint::sha256(&content) == AXE_SHA256)
}

fn fetch_axe(npm: &Path, axe: &Path) -> Result {
    println!("Fetching {AXE}: the accessibility rules of the browser tests.");
    install(npm, &[AXE], &tools_directory())?;
    if is_pinned_axe(axe) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} is not the file that {AXE} had when it was pinned: the tests do not run with it.",
        axe.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"), Some(156));
        assert_eq!(major("ChromeDriver 156.0.8078.79 (0123abc)"), Some(156));
        assert_eq!(major("no version"), None);
    }

    #[test]
    fn only_the_pinned_file_is_taken() {
        assert!(!is_pinned_axe(Path::new(file!())));
        assert!(!is_pinned_axe(Path::new("not-there.js")));
    }

    #[test]
    fn what_is_missing_is_said_with_its_remedy() {
        let sentence = DRIVER.wanted();
        for word in ["chromedriver", "CHROMEDRIVER", "PATH", "chromium-driver"] {
            assert!(sentence.contains(word), "{word}");
        }
    }
}
