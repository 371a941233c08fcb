//! Files with something wrong in them: for every problem that the model knows a file, and what is said of it.
//!
//! `invalid/<code>.json` has the mistake, `invalid/<code>.problems.json` the whole list of problems.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use deelsom_core::{Fact as CoreFact, Problem, Register, Study};
use deelsom_language::{Fact, Language};
use serde_json::{Value, json};

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files with mistakes, in order of name.
fn files() -> Vec<PathBuf> {
    let folder = fs::read_dir(here().join("invalid")).expect("a folder of invalid files");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|path| !name(path).ends_with(".problems"));
    files.sort();
    files
}

/// A file's name without its ending.
fn name(path: &Path) -> &str {
    path.file_stem().and_then(|name| name.to_str()).expect("a name in UTF-8")
}

/// What is said of a file that must be refused.
#[track_caller]
fn problems(text: &str) -> Vec<Problem> {
    Study::read(text, &Register::embedded()).expect_err("a file with a mistake in it is refused")
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn every_mistake_is_named_with_its_place_and_facts_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for file in files() {
        let expected: Value =
            serde_json::from_str(&read(&file.with_extension("problems.json"))).expect("a list of problems");
        let said = serde_json::to_value(problems(&read(&file))).expect("a problem is plain data");
        if said != expected {
            wrong.push(format!("{}:\n  expected {expected}\n  said     {said}", name(&file)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_has_the_facts_that_it_tells() {
    for file in files() {
        for problem in problems(&read(&file)) {
            let fact = |fact: &CoreFact| match fact {
                CoreFact::Number(number) => Fact::Number(*number),
                CoreFact::Text(text) => Fact::Text(text.clone()),
                CoreFact::List(list) => Fact::List(list.clone()),
            };
            let facts: Vec<(&str, Fact)> =
                problem.facts.0.iter().map(|(name, value)| (*name, fact(value))).collect();
            for language in Language::ALL {
                let sentence = deelsom_language::problem(language, problem.code, &facts);
                assert!(!sentence.contains('…'), "{}: {sentence}", problem.code);
            }
        }
    }
}

#[test]
fn every_problem_that_the_model_knows_has_a_file() {
    let known = codes_of_the_core();
    assert!(known.len() > 40, "the search through the core finds codes: {known:?}");
    let files = files();
    let shown: BTreeSet<String> =
        files.iter().map(|file| name(file).to_owned()).filter(|name| name != "many").collect();
    assert_eq!(shown, known, "a file for every code, and no file without one");
    for file in files.iter().filter(|file| name(file) != "many") {
        assert!(codes(&problems(&read(file))).contains(&name(file)), "{} shows its own problem", name(file));
    }
}

/// The codes of problems in the source of the core.
fn codes_of_the_core() -> BTreeSet<String> {
    let source = here().join("../crates/core/src");
    let mut codes = BTreeSet::new();
    for file in rust_files(&source.join("study")).into_iter().chain([source.join("study.rs")]) {
        collect_codes(&read(&file), &mut codes);
    }
    codes
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the source of the core")
        .map(|entry| entry.expect("a readable folder").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    folders.iter().flat_map(|folder| rust_files(folder)).chain(files).collect()
}

/// A code stands where a problem is reported, or in the choice just before it.
fn collect_codes(source: &str, codes: &mut BTreeSet<String>) {
    for call in ["report(", "Problem::new("] {
        for (place, _) in source.match_indices(call) {
            let argument = source[place + call.len()..].trim_start();
            if let Some(code) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                codes.insert(code.to_owned());
            } else if argument.starts_with("code,") {
                let before = &source[..place];
                let choice = before.rfind("let code =").map_or("", |start| &before[start..]);
                let arms = choice.split("=> \"").skip(1).filter_map(|arm| arm.split('"').next());
                codes.extend(arms.map(str::to_owned));
            }
        }
    }
}

#[test]
fn mistakes_do_not_hide_each_other() {
    let many = problems(&read(&here().join("invalid/many.json")));
    let different: BTreeSet<&str> = codes(&many).into_iter().collect();
    assert!(different.len() >= 8, "{different:?}");
}

#[test]
fn what_is_not_json_says_where() {
    for (text, line, column) in [
        ("", 1.0, 0.0),
        ("   ", 1.0, 3.0),
        ("een begroting", 1.0, 1.0),
        ("{ \"format\": \"deelsom/study\"\n", 2.0, 0.0),
        ("{} {}", 1.0, 4.0),
        ("{ \"amount\": 1e400 }", 1.0, 17.0),
        ("{ \"amount\": NaN }", 1.0, 13.0),
        ("{ \"title\": \"\\ud800\" }", 1.0, 19.0),
        ("\u{feff}{}", 1.0, 1.0),
    ] {
        let said = serde_json::to_value(problems(text)).expect("a problem is plain data");
        let expected =
            json!([{ "code": "not_json", "path": "", "facts": { "line": line, "column": column } }]);
        assert_eq!(said, expected, "{text:?}");
    }
}

#[test]
fn json_that_is_no_object_is_no_study() {
    for (text, found) in [
        ("[]", "list"),
        ("null", "null"),
        ("true", "boolean"),
        ("2026", "number"),
        ("\"deelsom/study\"", "text"),
    ] {
        let said = serde_json::to_value(problems(text)).expect("a problem is plain data");
        let facts = json!({ "expected": "object", "found": found });
        assert_eq!(said, json!([{ "code": "wrong_type", "path": "", "facts": facts }]), "{text}");
    }
}

#[test]
fn an_empty_object_lacks_every_field_that_is_due() {
    let said = problems("{}");
    let paths: Vec<&str> = said.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(codes(&said), ["missing_field"; 4].into_iter().chain(["empty_list"]).collect::<Vec<_>>());
    assert_eq!(paths, ["/format", "/version", "/title", "/period", "/partners"]);
}

#[test]
fn deep_nesting_is_an_error_and_not_the_end_of_the_stack() {
    for (open, close) in
        [("[", "]"), ("{\"of\":", "}"), ("{\"key\":\"mix\",\"of\":[{\"weight\":1,\"key\":", "}]}")]
    {
        for depth in [100, 1_000, 100_000] {
            let text = format!("{{\"options\":{}1{}}}", open.repeat(depth), close.repeat(depth));
            assert!(!problems(&text).is_empty());
        }
        assert_eq!(codes(&problems(&open.repeat(100_000))), ["not_json"]);
    }
}

/// A valid study of one service, with this in the place of an option.
fn with_option(option: &Value) -> String {
    let study = json!({
        "format": "deelsom/study", "version": 1, "title": "Odd names", "period": { "first_year": 2026, "years": 1 },
        "partners": [{ "id": "a/b", "name": "A", "inhabitants": 20_000 }, { "id": "c~d", "name": "B", "inhabitants": 30_000 }],
        "services": [{ "id": "p/o~1", "name": "HR" }],
        "posts": [{ "unit": "a/b", "service": "p/o~1", "role": "Head", "scale": "10", "fte": 1 }],
        "options": [option],
    });
    study.to_string()
}

#[test]
fn odd_ids_are_escaped_in_pointers() {
    let option = json!({
        "id": "o", "name": "O",
        "units": [{ "id": "u", "name": "U", "form": "network", "members": ["a/b", "c~d"] }],
        "moves": [{ "service": "p/o~1", "month": "2026-01", "to": ["u"], "split": { "c~d": 2 } }],
        "keys": { "services": { "p/o~1": { "key": "usage" } }, "lines": { "~/": { "key": "equal" } } },
    });
    let said = problems(&with_option(&option));
    let paths: Vec<&str> = said.iter().map(|problem| problem.path.as_str()).collect();
    let pointers =
        ["/options/0/moves/0/split/c~0d", "/options/0/keys/lines/~0~1", "/options/0/keys/services/p~1o~01"];
    assert_eq!(paths, pointers);
    let file: Value = serde_json::from_str(&with_option(&option)).expect("the study is JSON");
    for pointer in pointers {
        assert!(file.pointer(pointer).is_some(), "{pointer} points at a place in the file");
    }
}

#[test]
fn of_a_field_that_stands_twice_the_last_counts() {
    let text = with_option(&json!({ "id": "o", "name": "O" })).replacen(
        "\"version\":1",
        "\"version\":2,\"version\":1",
        1,
    );
    assert!(Study::read(&text, &Register::embedded()).is_ok());
}
