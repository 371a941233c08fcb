//! The page as sections, tables and codes.

use std::fs;
use std::path::{Path, PathBuf};

use deelsom_language::Language;

/// The page in a language.
pub(crate) struct Page {
    pub(crate) language: Language,
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// A section; what stands before the first has number 0.
pub(crate) struct Section<'a> {
    pub(crate) number: &'a str,
    pub(crate) text: &'a str,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The page in English and in Dutch.
pub(crate) fn pages() -> [Page; 2] {
    [(Language::English, "docs/model.md"), (Language::Dutch, "docs/model.nl.md")].map(|(language, path)| {
        let path = root().join(path);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Page { language, path, text }
    })
}

impl Page {
    pub(crate) fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        let numbers = self.text.split("\n## ").enumerate();
        numbers.map(|(place, text)| {
            let number = if place == 0 { "0" } else { text.split('.').next().unwrap_or_default() };
            Section { number, text }
        })
    }
}

impl<'a> Section<'a> {
    /// Every table: its rows with their cells, the heading first and without the rule below it.
    pub(crate) fn tables(&self) -> Vec<Vec<Vec<&'a str>>> {
        let mut tables: Vec<Vec<Vec<&str>>> = Vec::new();
        let mut inside = false;
        for line in self.text.lines() {
            let is_row = line.starts_with('|');
            if is_row && !inside {
                tables.push(Vec::new());
            }
            inside = is_row;
            if let (true, Some(table)) = (is_row && !line.starts_with("| ---"), tables.last_mut()) {
                let cells = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
                table.push(cells.split('|').map(str::trim).collect());
            }
        }
        tables
    }

    pub(crate) fn rows_of_tables(&self) -> Vec<usize> {
        self.tables().iter().map(Vec::len).collect()
    }
}

/// What stands between backticks.
pub(crate) fn in_backticks(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}
