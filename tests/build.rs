//! Runs every golden study natively, so that the same test can compare what WebAssembly makes of it byte by byte.

#[path = "reported.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod reported;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use reported::everything;

fn main() {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to write"));
    println!("cargo::rerun-if-changed={}", here.join("reported.rs").display());
    let mut table = String::from("&[\n");
    for folder in [here.join("studies"), here.join("../examples")] {
        println!("cargo::rerun-if-changed={}", folder.display());
        for path in studies(&folder) {
            let name =
                path.file_stem().and_then(|stem| stem.to_str()).expect("a file name in UTF-8").to_owned();
            let report = everything(&fs::read_to_string(&path).expect("a readable study"));
            let native = out.join(format!("{name}.native.json"));
            fs::write(&native, report).expect("a writable output folder");
            writeln!(
                table,
                "    ({name:?}, include_str!({:?}), include_str!({:?})),",
                path.to_string_lossy(),
                native.to_string_lossy()
            )
            .expect("room in memory");
        }
    }
    table.push(']');
    fs::write(out.join("golden.rs"), table).expect("a writable output folder");
}

/// Every study of a folder, in order of name.
fn studies(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_study = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        path.extension().is_some_and(|ending| ending == "json") && !name.ends_with(".expected.json")
    };
    let mut files: Vec<PathBuf> = files.filter(is_study).collect();
    files.sort();
    files
}
