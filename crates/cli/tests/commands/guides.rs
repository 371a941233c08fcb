//! What the guide for analysts shows of the command line is what the command line prints.

use std::fs;
use std::path::Path;

use crate::run::run;

/// The commands of the guide, each with the lines that it shows of the answer.
fn commands(guide: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let mut found = Vec::new();
    for block in guide.split("```text\n").skip(1) {
        let mut lines = block.split("\n```").next().unwrap_or_default().lines();
        let Some(command) = lines.next().and_then(|line| line.strip_prefix("$ deelsom ")) else { continue };
        // A file that a reader makes.
        if command.contains("changed.json") {
            continue;
        }
        let arguments = command.split(' ').map(placed).collect();
        found.push((arguments, lines.map(str::to_owned).collect()));
    }
    found
}

/// A word of a command, with files where they are.
fn placed(word: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let is_file = ["examples/", "tests/"].iter().any(|folder| word.starts_with(folder));
    if is_file { root.join(word).display().to_string() } else { word.to_owned() }
}

/// A text with one blank between words.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_command_of_the_guide_answers_as_it_says() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guides/analyst.md");
    let commands = commands(&fs::read_to_string(guide).expect("the guide for analysts"));
    assert!(commands.len() >= 9, "only {} commands", commands.len());
    let mut wrong = Vec::new();
    for (arguments, shown) in commands {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = run(&words);
        let said = plain(&[answer.stdout, answer.stderr].join("\n"));
        let missing =
            shown.iter().flat_map(|line| line.split('…')).map(plain).filter(|piece| !said.contains(piece));
        wrong.extend(missing.map(|piece| format!("{}: {piece}", words.join(" "))));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
