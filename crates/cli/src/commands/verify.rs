//! `deelsom verify FOLDER`: each `X.json` against the known answer in its `X.expected.json`.
//!
//! Its output is for developers and their tools, and the same in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use deelsom_cli::verify::{Difference, Expectation};
use deelsom_core::Register;
use deelsom_language::words::command;
use deelsom_language::{Language, number};
use serde::Serialize;
use serde_json::Value;

use crate::answer::{Answer, Status, json};
use crate::arguments::Findings;
use crate::failure::{Failure, Reason};
use crate::input;
use crate::table::shown;

/// Hold studies against known answers: each X.json against its X.expected.json
///
/// An expectation is any part of a report. Amounts may differ by 0.005 and fte by 0.000001, unless
/// the expectation has a "tolerance" of its own: a number for amounts, or an object with "amount"
/// and "fte". Its "source" and "comment" are not compared. A study that must be invalid has
/// {"problems": [{"code": "...", "path": "..."}]}.
///
/// Exits with 4 where a study differs, and where there is nothing to compare.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Verify {
    /// Folder with studies and expectations; its subfolders count too
    folder: PathBuf,

    /// How to print what was found
    #[arg(long, value_enum, default_value_t)]
    format: Findings,
}

/// Ends the name of an expectation.
const EXPECTED: &str = ".expected.json";

/// So many differences of a study are printed for people.
const MOST_SHOWN: usize = 10;

/// So much of a row is printed for people.
const MOST_CHARACTERS: usize = 160;

#[derive(Serialize)]
struct Verdict {
    passed: usize,
    failed: usize,
    cases: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    name: String,
    passed: bool,
    differences: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    pointer: String,
    expected: Option<Value>,
    found: Option<Value>,
    difference: Option<f64>,
}

impl Verify {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = Register::embedded();
        let mut expectations = Vec::new();
        find(&self.folder, &mut expectations)?;
        expectations.sort();
        let cases =
            expectations.iter().map(|path| self.case(path, &register)).collect::<Result<Vec<_>, _>>()?;
        let failed = cases.iter().filter(|case| !case.passed).count();
        let verdict = Verdict { passed: cases.len() - failed, failed, cases };
        let nothing = verdict.cases.is_empty();
        Ok(Answer {
            data: match self.format {
                Findings::Text => verdict.text(),
                Findings::Json => json(&verdict),
            },
            note: if nothing {
                format!("{}\n", command::NOTHING_TO_VERIFY.text(language))
            } else {
                String::new()
            },
            status: if failed > 0 || nothing { Status::CheckFailed } else { Status::Fine },
        })
    }

    /// A study beside its expectation. Where either cannot be read nothing is known about any of them.
    fn case(&self, path: &Path, register: &Register) -> Result<Case, Failure> {
        let stem = path.to_string_lossy().trim_end_matches(EXPECTED).to_owned();
        let expectation = Expectation::read(&input::text(path)?)
            .map_err(|reason| Failure::Unread(path.display().to_string(), Reason::Content(reason)))?;
        let study = input::text(Path::new(&format!("{stem}.json")))?;
        let differences: Vec<Row> =
            expectation.differences(&study, register).into_iter().map(Row::from).collect();
        let name = Path::new(&stem)
            .strip_prefix(&self.folder)
            .map_or(stem.clone(), |name| name.display().to_string());
        Ok(Case { name, passed: differences.is_empty(), differences })
    }
}

/// Every expectation in a folder and in the folders inside it.
fn find(folder: &Path, expectations: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unread = |error| Failure::Unread(folder.display().to_string(), Reason::System(error));
    for entry in fs::read_dir(folder).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        // Links to folders are not followed: they may lead back here.
        if entry.file_type().map_err(unread)?.is_dir() {
            find(&entry.path(), expectations)?;
        } else if entry.file_name().to_string_lossy().ends_with(EXPECTED) {
            expectations.push(entry.path());
        }
    }
    Ok(())
}

impl Verdict {
    fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for Case { name, differences, .. } in &self.cases {
            let name = shown(name);
            lines.push(match differences.len() {
                0 => format!("ok {name}"),
                1 => format!("FAILED {name}: 1 difference"),
                several => format!("FAILED {name}: {several} differences"),
            });
            lines.extend(differences.iter().take(MOST_SHOWN).map(Row::text));
            if let Some(more @ 1..) = differences.len().checked_sub(MOST_SHOWN) {
                lines.push(format!("  and {more} more"));
            }
        }
        lines.push(format!("{} passed, {} failed", self.passed, self.failed));
        lines.join("\n") + "\n"
    }
}

impl Row {
    fn text(&self) -> String {
        let value = |value: Option<&Value>| value.map_or("nothing".to_owned(), short);
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

/// JSON on one line, cut where it goes on and on.
fn short(value: &Value) -> String {
    let text = shown(&value.to_string());
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}
