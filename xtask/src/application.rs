//! The application: compiled to WebAssembly and bound to the browser, in parts for the site and whole for the page in
//! one file.

use std::fs;
use std::path::{Path, PathBuf};

use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Explain, Failure, Result};
use crate::fingerprint;
use crate::provision::{self, WASM};
use crate::site::read;
use crate::workspace::{self, cargo, run, target};

/// The page.
pub(crate) const PAGE: Program = Program { package: "deelsom-web", name: "deelsom-web", profile: "web" };
/// The program that the page starts beside itself to make draws. It may be larger, and so is compiled for speed.
pub(crate) const WORKER: Program = Program { package: "deelsom-worker", name: "worker", profile: "worker" };
/// The program that it starts to make a workbook.
pub(crate) const WORKBOOK: Program =
    Program { package: "deelsom-workbook-worker", name: "workbook", profile: "worker" };
/// The feature of the package that marks what is loaded later.
const LATER: &str = "later";
/// What the bindings ask for as the way to what is loaded later.
const LINK: &str = "link.js";
/// The name of what is bound: the bindings, the WebAssembly, and the same as the bindings need it.
const NAME: &str = "deelsom";
const GLUE: &str = "deelsom.js";
const WASM_FILE: &str = "deelsom.wasm";
const BOUND: &str = "deelsom_bg.wasm";

/// A program that the browser runs.
#[derive(Clone, Copy)]
pub(crate) struct Program {
    package: &'static str,
    pub(crate) name: &'static str,
    /// How it is compiled: to be small or to be quick.
    profile: &'static str,
}

/// The application as one piece, or a worker.
pub(crate) struct Whole {
    /// The bindings: of the application one expression, the value of `wasm_bindgen`, to be written where it is used.
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
}

/// The application in parts; the names are those of the files in the site.
pub(crate) struct Parts {
    /// The name of the bindings, which are a module.
    pub(crate) glue: String,
    /// The name of the WebAssembly that the bindings need.
    pub(crate) wasm: String,
    /// Every file with its content, those two among them.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// Compiles and binds the application as one piece.
pub(crate) fn whole() -> Result<Whole> {
    PAGE.compile(&[], &[])?;
    let bound = bind(&PAGE.compiled(), &empty("whole")?, NAME, Bindings::Expression)?;
    Ok(Whole { glue: text(&bound.join(GLUE))?, wasm: read(&bound.join(BOUND))? })
}

/// Compiles the application, cuts out what is loaded later, and binds the rest.
pub(crate) fn parts() -> Result<Parts> {
    // Where to cut follows from what refers to what, which the linker else forgets.
    PAGE.compile(&["--features", LATER], &["-Clink-args=--emit-relocs"])?;
    let cut = empty("cut")?;
    let first = cut.join(WASM_FILE);
    let later = cut_out(&first, &cut)?;
    let bound = bind(&first, &cut, NAME, Bindings::Parts)?;
    let wasm = read(&bound.join(BOUND))?;
    let mut glue = text(&bound.join(GLUE))?;
    let mut link = text(&cut.join(LINK))?;
    let mut files = Vec::new();
    for path in later {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let content = smaller(&read(&path)?)?;
        let hashed = fingerprint::hashed_name(&name, &content);
        link = refer(&link, "new URL(", &name, &hashed)?;
        files.push((hashed, content));
    }
    // These two name each other, so both are named after both.
    let both = format!("{glue}{link}");
    let glue_name = fingerprint::hashed_name(GLUE, both.as_bytes());
    let link_name = fingerprint::hashed_name(LINK, both.as_bytes());
    glue = refer(&glue, "from ", LINK, &link_name)?;
    link = refer(&link, "from ", GLUE, &glue_name)?;
    let wasm_name = fingerprint::hashed_name(WASM_FILE, &wasm);
    files.extend([
        (glue_name.clone(), glue.into_bytes()),
        (link_name, link.into_bytes()),
        (wasm_name.clone(), wasm),
    ]);
    Ok(Parts { glue: glue_name, wasm: wasm_name, files })
}

/// A worker: its bindings, which are a module, and its WebAssembly.
pub(crate) fn worker(program: Program) -> Result<Whole> {
    program.compile(&[], &[])?;
    let name = program.name;
    let bound = bind(&program.compiled(), &empty(name)?, name, Bindings::Module)?;
    let wasm = read(&bound.join(format!("{name}_bg.wasm")))?;
    Ok(Whole { glue: text(&bound.join(format!("{name}.js")))?, wasm })
}

impl Program {
    /// Compiles it to WebAssembly.
    fn compile(self, options: &[&str], compiling: &[&str]) -> Result {
        provision::wasm_target()?;
        // The lock file is there and up to date: cargo needed it to build this very program.
        let program = ["rustc", "--locked", "--package", self.package, "--bin", self.name];
        run(cargo(&program).args(self.settings()?).args(options).arg("--").args(compiling))
    }

    /// What it was compiled to.
    fn compiled(self) -> PathBuf {
        target().join(WASM).join(self.profile).join(format!("{}.wasm", self.name))
    }

    /// How cargo compiles it: the same wherever that is done, since messages name a package's files by the package and
    /// not by where this machine keeps it.
    pub(crate) fn settings(self) -> Result<[String; 6]> {
        // Browsers have had the wide instructions since early 2023; they make the page smaller too.
        let mut flags = vec!["-Ctarget-feature=+simd128".to_owned()];
        if self.profile == PAGE.profile {
            // Measured: less is put in place than LLVM would for the model, and the page is four hundred bytes smaller.
            flags.push("-Cllvm-args=--inline-threshold=25".to_owned());
        }
        for registry in workspace::registries()? {
            flags.push(format!("--remap-path-prefix={}=.", registry.display()));
        }
        let flags = format!("target.{WASM}.rustflags={}", serde_json::json!(flags));
        Ok(["--target", WASM, "--profile", self.profile, "--config", &flags].map(str::to_owned))
    }
}

/// A directory for what is made on the way, empty.
fn empty(name: &str) -> Result<PathBuf> {
    let directory = target().join("application").join(name);
    if directory.exists() {
        fs::remove_dir_all(&directory).explain(|| format!("remove {}", directory.display()))?;
    }
    fs::create_dir_all(&directory).explain(|| format!("make {}", directory.display()))?;
    Ok(directory)
}

/// Cuts what is loaded later out of the application; gives where it was written.
fn cut_out(first: &Path, directory: &Path) -> Result<Vec<PathBuf>> {
    let whole = read(&PAGE.compiled())?;
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = directory;
    options.main_out_path = first;
    let (glue, link) = (format!("./{GLUE}"), format!("./{LINK}"));
    options.main_module = &glue;
    options.link_name = &link;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("Could not cut the application into parts: {error:#}")))?;
    Ok(cut.split_modules)
}

/// WebAssembly without what only debuggers read, its numbers in as few bytes as they need.
fn smaller(wasm: &[u8]) -> Result<Vec<u8>> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
        .map(|mut module| module.emit_wasm())
        .map_err(|error| Failure::new(format!("Could not make a part of the application smaller: {error:#}")))
}

/// Puts the name that a file has in the site where a script refers to it, after `word`, by another.
fn refer(script: &str, word: &str, other: &str, name: &str) -> Result<String> {
    let from = format!("{word}\"./{other}\"");
    if script.matches(&from).count() == 1 {
        return Ok(script.replace(&from, &format!("{word}\"./{name}\"")));
    }
    Err(Failure::new(format!("The bindings were to say once {from}.")))
}

/// What binds WebAssembly to the browser: JavaScript of some kind.
#[derive(Clone, Copy, PartialEq)]
enum Bindings {
    /// A module, which another imports.
    Module,
    /// A module through which parts that are loaded later reach the rest.
    Parts,
    /// One expression, to be written where it is used.
    Expression,
}

/// Binds WebAssembly to the browser; returns the directory of the result.
fn bind(compiled: &Path, directory: &Path, name: &str, bindings: Bindings) -> Result<PathBuf> {
    let bound = directory.join("bound");
    let module = bindings != Bindings::Expression;
    let mut bindgen = Bindgen::new();
    bindgen
        .web(module)
        .and_then(|bindgen| bindgen.no_modules(!module))
        .and_then(|bindgen| {
            bindgen
                .input_path(compiled)
                .out_name(name)
                .typescript(false)
                // What starts the application says where the WebAssembly is.
                .omit_default_module_path(true)
                .keep_lld_exports(bindings == Bindings::Parts)
                // Function names are a sixth of what a visitor would have to load.
                .remove_name_section(true)
                .remove_producers_section(true)
                .generate(&bound)
        })
        .explain(|| format!("bind {} to the browser", compiled.display()))?;
    Ok(bound)
}

fn text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).explain(|| format!("read {} as text", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_refers_to_a_file_by_its_name_in_the_site() {
        let script = "import * as link from \"./link.js\"\nconst imports = { \"./link.js\": link };";
        let placed = refer(script, "from ", "link.js", "link-1.js");
        assert_eq!(
            placed.ok().as_deref(),
            Some("import * as link from \"./link-1.js\"\nconst imports = { \"./link.js\": link };")
        );
        assert!(refer(script, "from ", "other.js", "other-1.js").is_err(), "what refers to nothing is said");
    }
}
