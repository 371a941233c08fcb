//! What was found about every study of a folder.

use std::path::PathBuf;

use deelsom_cli::verify::Difference;
use deelsom_language::{Language, number};
use serde::Serialize;
use serde_json::Value;

use crate::table::{short_json, shown};

/// So many differences of a study are printed for people.
const MOST_SHOWN: usize = 10;

/// All cases of a folder.
#[derive(Serialize)]
pub(super) struct Verdict {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) cases: Vec<Case>,
    #[serde(skip)]
    updated: bool,
}

/// A study beside its expectation.
#[derive(Serialize)]
pub(super) struct Case {
    pub(super) name: String,
    /// Whether the study gives what was expected of it before any update.
    pub(super) passed: bool,
    /// What an update did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) expectation: Option<Change>,
    pub(super) differences: Vec<Row>,
    /// An expectation to be written, and where.
    #[serde(skip)]
    pub(super) to_write: Option<(PathBuf, String)>,
}

/// What an update did with an expectation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Change {
    /// Nothing: it agreed.
    Kept,
    /// It got the values that differed.
    Updated,
    /// It was not there.
    New,
}

/// A place where a report is not as expected.
#[derive(Serialize)]
pub(super) struct Row {
    pointer: String,
    expected: Option<Value>,
    found: Option<Value>,
    difference: Option<f64>,
}

impl Verdict {
    pub(super) fn of(cases: Vec<Case>, updated: bool) -> Self {
        let failed = cases.iter().filter(|case| !case.passed).count();
        Self { passed: cases.len() - failed, failed, cases, updated }
    }

    /// For people: a line for every case, the first differences, and how many there are of each kind.
    pub(super) fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for case in &self.cases {
            lines.push(case.heading());
            lines.extend(case.lines());
        }
        lines.push(if self.updated {
            let count = |change| self.cases.iter().filter(|case| case.expectation == Some(change)).count();
            let (kept, updated, new) = (count(Change::Kept), count(Change::Updated), count(Change::New));
            format!("{kept} kept, {updated} updated, {new} new")
        } else {
            format!("{} passed, {} failed", self.passed, self.failed)
        });
        lines.join("\n") + "\n"
    }
}

impl Case {
    pub(super) fn of(name: String, differences: Vec<Difference>) -> Self {
        let passed = differences.is_empty();
        let differences = differences.into_iter().map(Row::from).collect();
        Self { name, passed, expectation: None, differences, to_write: None }
    }

    fn heading(&self) -> String {
        let name = shown(&self.name);
        match self.expectation {
            None if self.passed => format!("ok {name}"),
            None => format!("FAILED {name}: {}", self.summary()),
            Some(Change::Kept) => format!("kept {name}"),
            Some(Change::Updated) => format!("UPDATED {name}: {}", self.summary()),
            Some(Change::New) => format!("NEW {name}"),
        }
    }

    /// What is the matter, in a few words.
    pub(super) fn summary(&self) -> String {
        match self.differences.len() {
            0 => "no expectation".to_owned(),
            1 => "1 difference".to_owned(),
            several => format!("{several} differences"),
        }
    }

    /// The first differences, and how many more there are.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.differences.iter().take(MOST_SHOWN).map(Row::text).collect();
        if let Some(more @ 1..) = self.differences.len().checked_sub(MOST_SHOWN) {
            lines.push(format!("  and {more} more"));
        }
        lines
    }
}

impl Row {
    fn text(&self) -> String {
        let value = |value: Option<&Value>| value.map_or("nothing".to_owned(), short_json);
        let (expected, found) = (value(self.expected.as_ref()), value(self.found.as_ref()));
        let difference = self.difference.map(|difference| number::bare(Language::English, difference, 6));
        let difference = difference.map(|difference| format!(", difference {difference}"));
        format!(
            "  {}: expected {expected}, found {found}{}",
            shown(&self.pointer),
            difference.unwrap_or_default()
        )
    }
}

impl From<Difference> for Row {
    fn from(difference: Difference) -> Self {
        let amount = difference.amount();
        Self {
            pointer: difference.pointer,
            expected: difference.expected,
            found: difference.found,
            difference: amount,
        }
    }
}
