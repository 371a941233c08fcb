//! The rules of the house that no compiler knows.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below a folder with one of these endings, without what is built or fetched.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | "dist" | "node_modules" | ".git") {
                found.extend(files(&path, endings));
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Rust code without its tests, line by line with the line's number.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = read(path);
    let lines = text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    lines.map(|(number, line)| (number + 1, line.to_owned())).collect()
}

#[test]
fn the_core_knows_no_clock_no_files_no_chance_and_no_platform_maths() {
    let forbidden = [
        "std::time",
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
        "HashMap",
        "HashSet",
        "println!",
        "rand::",
        "web_sys",
        "wasm_bindgen",
        ".powf(",
        ".powi(",
        ".exp(",
        ".ln(",
        ".log10(",
        ".log2(",
        ".sin(",
        ".cos(",
        ".tanh(",
        ".mul_add(",
        ".unwrap()",
        "panic!(",
        "unreachable!(",
        "todo!(",
    ];
    let mut found = Vec::new();
    for path in files(&root().join("crates/core/src"), &[".rs"]) {
        for (number, line) in code(&path) {
            let line_of_code = line.split("//").next().unwrap_or_default();
            if let Some(word) = forbidden.iter().find(|word| line_of_code.contains(*word)) {
                found.push(format!("{}:{number}: {word}", path.display()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_core_needs_three_crates() {
    let manifest = read(&root().join("crates/core/Cargo.toml"));
    let section = manifest
        .split("[dependencies]")
        .nth(1)
        .expect("dependencies")
        .split("\n[")
        .next()
        .expect("a section");
    let names: Vec<&str> = section
        .lines()
        // What only a feature asks for does not reach the page.
        .filter(|line| !line.contains("optional = true"))
        .filter_map(|line| line.split('=').next().map(str::trim))
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(names, ["serde", "serde_json", "libm"]);
}

#[test]
fn only_the_language_crate_speaks_dutch() {
    // Words that no English sentence, id or source title has.
    let dutch = [
        "gemeente ",
        "gemeenten",
        "voordeel",
        "nadeel",
        "formatie ",
        "verdeelsleutel",
        "terugverdien",
        "bezetting",
    ];
    let mut found = Vec::new();
    for folder in [
        "crates/core/src",
        "crates/charts/src",
        "crates/views/src",
        "crates/start/src",
        "crates/sharing/src",
        "crates/tables/src",
        "crates/cli/src",
        "web/src",
        "web/worker/src",
        "web/workbook/src",
        "xtask/src",
    ] {
        for path in files(&root().join(folder), &[".rs"]) {
            for (number, line) in code(&path) {
                let line_of_code = line.split("//").next().unwrap_or_default();
                let text: String = line_of_code.split('"').skip(1).step_by(2).collect();
                if let Some(word) = dutch.iter().find(|word| text.contains(*word)) {
                    found.push(format!("{}:{number}: {word}", path.display()));
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_is_left_behind() {
    let words = ["todo!", "unimplemented!", "dbg!(", "#[ignore", concat!("FIX", "ME"), concat!("TO", "DO")];
    let mut found = Vec::new();
    for folder in ["crates", "web", "xtask", "tests"] {
        for path in files(&root().join(folder), &[".rs"]) {
            if path.ends_with("tidy.rs") {
                continue;
            }
            for (number, line) in read(&path).lines().enumerate() {
                if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                    found.push(format!("{}:{}: {word}", path.display(), number + 1));
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn files_are_small_since_concepts_are() {
    let mut found = Vec::new();
    for folder in ["crates", "web", "xtask", "tests"] {
        for path in files(&root().join(folder), &[".rs"]) {
            let lines = read(&path).lines().count();
            if lines > 600 {
                found.push(format!("{}: {lines} lines", path.display()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    let mut found = Vec::new();
    for path in files(&root(), &[".md"]) {
        let text = read(&path);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let is_file = !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:");
            if is_file && !path.parent().expect("a folder").join(target).exists() {
                found.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_example_says_what_its_figures_rest_on() {
    for path in files(&root().join("examples"), &[".json"]) {
        let study: serde_json::Value = serde_json::from_str(&read(&path)).expect("JSON");
        let sources: Vec<&str> = study["sources"]
            .as_array()
            .expect("sources")
            .iter()
            .filter_map(|one| one["id"].as_str())
            .collect();
        let mut unsaid = Vec::new();
        let mut look = |pointer: String, one: &serde_json::Value| {
            let known = one["source"].as_str().is_some_and(|source| sources.contains(&source));
            // A what-if of the study's own rests on nothing.
            let own = one["status"] == "hypothetical";
            if !(known || own) || !one["status"].is_string() {
                unsaid.push(pointer);
            }
        };
        for list in ["partners", "posts", "running_costs", "volumes", "options"] {
            for (place, one) in study[list].as_array().into_iter().flatten().enumerate() {
                look(format!("/{list}/{place}"), one);
                for inner in ["one_offs", "recurring"] {
                    for (at, one) in one[inner].as_array().into_iter().flatten().enumerate() {
                        look(format!("/{list}/{place}/{inner}/{at}"), one);
                    }
                }
            }
        }
        assert_eq!(unsaid, Vec::<String>::new(), "{}", path.display());
        let statuses: Vec<&str> = study["options"]
            .as_array()
            .expect("options")
            .iter()
            .filter_map(|one| one["status"].as_str())
            .collect();
        assert!(statuses.contains(&"documented"), "{}: no option is documented", path.display());
    }
}

#[test]
fn styles_ask_for_nothing_that_the_theme_lacks() {
    let styles = |name: &str| read(&root().join("web/styles").join(name));
    let (own, theme) = (styles("main.css"), styles("theme.css"));
    let given = |token: &str| [&own, &theme].iter().any(|style| style.contains(&format!("{token}:")));
    let missing: Vec<&str> = [&own, &theme]
        .iter()
        .flat_map(|style| style.split("var(").skip(1))
        .filter_map(|rest| rest.split_once(')').map(|(token, _)| token.trim()))
        // One with something to fall back on may be absent.
        .filter(|token| !token.contains(',') && !given(token))
        .collect();
    assert!(missing.is_empty(), "without a value: {missing:?}");
}
