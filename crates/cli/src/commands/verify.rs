//! `deelsom verify FOLDER`: each `X.json` against the known answer in its `X.expected.json`.
//!
//! Its output is for developers and their tools, and the same in both languages.

mod junit;
mod verdict;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use deelsom_cli::verify::{Expectation, answer};
use deelsom_core::Register;
use deelsom_language::Language;
use deelsom_language::words::command;
use serde_json::Value;

use super::write;
use crate::answer::{Answer, Status, json};
use crate::arguments::Findings;
use crate::failure::{Failure, Reason};
use crate::input;
use verdict::{Case, Change, Verdict};

/// Hold studies against known answers: each X.json against its X.expected.json
///
/// An expectation is any part of a report. Amounts may differ by 0.005 and fte by 0.000001, unless
/// the expectation has a "tolerance" of its own: a number for amounts, or an object with "amount"
/// and "fte". Its "source" and "comment" are not compared. A study that must be invalid has
/// {"problems": [{"code": "...", "path": "..."}]}.
///
/// With --update, an expectation that differs gets the calculated values in the fields that it has,
/// and a study without one gets its whole report. Look at them before you keep them: what a program
/// expects of itself proves nothing.
///
/// Exits with 4 where a study differs or is new, and where there is nothing to compare.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Verify {
    /// Folder with studies and expectations; its subfolders count too
    folder: PathBuf,

    /// How to print what was found
    #[arg(long, value_enum, default_value_t)]
    format: Findings,

    /// Also write every case to this file, as JUnit XML
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,

    /// Write new expectations where they differ or are not there
    #[arg(long)]
    update: bool,
}

/// Ends the name of an expectation.
const EXPECTED: &str = ".expected.json";

/// Ends the name of a study.
const STUDY: &str = ".json";

impl Verify {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = Register::embedded();
        let mut expectations = Vec::new();
        self.find(&self.folder, &mut expectations)?;
        expectations.sort();
        let mut cases = Vec::new();
        for path in &expectations {
            cases.extend(self.case(path, &register)?);
        }
        // Only when all could be read: an update is whole or it is not made.
        for (path, text) in cases.iter().filter_map(|case| case.to_write.as_ref()) {
            write(path, text)?;
        }
        let verdict = Verdict::of(cases, self.update);
        if let Some(path) = &self.junit {
            write(path, &junit::xml(&verdict, &self.folder))?;
        }
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
            status: if verdict.failed > 0 || nothing { Status::CheckFailed } else { Status::Fine },
        })
    }

    /// Every expectation in a folder and in the folders inside it; for an update, also those that are not there yet.
    fn find(&self, folder: &Path, expectations: &mut Vec<PathBuf>) -> Result<(), Failure> {
        let unread = |error| Failure::Unread(folder.display().to_string(), Reason::System(error));
        for entry in fs::read_dir(folder).map_err(unread)? {
            let entry = entry.map_err(unread)?;
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            // Links to folders are not followed: they may lead back here.
            if entry.file_type().map_err(unread)?.is_dir() {
                self.find(&path, expectations)?;
            } else if name.ends_with(EXPECTED) {
                expectations.push(path);
            } else if let Some(stem) = name.strip_suffix(STUDY).filter(|_| self.update) {
                let expected = path.with_file_name(format!("{stem}{EXPECTED}"));
                if !expected.exists() {
                    expectations.push(expected);
                }
            }
        }
        Ok(())
    }

    /// A study beside its expectation. Where either cannot be read nothing is known about any of them.
    fn case(&self, path: &Path, register: &Register) -> Result<Option<Case>, Failure> {
        let stem = path.to_string_lossy().trim_end_matches(EXPECTED).to_owned();
        let study = Path::new(&stem).with_file_name(format!("{}{STUDY}", file_name(&stem)));
        let name = Path::new(&stem)
            .strip_prefix(&self.folder)
            .map_or(stem.clone(), |name| name.display().to_string());
        if self.update && !path.exists() {
            return Ok(new_case(path, name, &input::text(&study)?, register));
        }
        let expectation = Expectation::read(&input::text(path)?)
            .map_err(|reason| Failure::Unread(path.display().to_string(), Reason::Content(reason)))?;
        let study = input::text(&study)?;
        let differences = expectation.differences(&study, register);
        let mut case = Case::of(name, differences);
        if self.update {
            let differs = !case.passed;
            case.expectation = Some(if differs { Change::Updated } else { Change::Kept });
            case.to_write = differs.then(|| (path.to_owned(), json(&expectation.updated(&study, register))));
        }
        Ok(Some(case))
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The first expectation of a study; none for another kind of file.
fn new_case(path: &Path, name: String, study: &str, register: &Register) -> Option<Case> {
    let value: Value = serde_json::from_str(study).ok()?;
    (value["format"] == "deelsom/study").then(|| Case {
        passed: false,
        expectation: Some(Change::New),
        to_write: Some((path.to_owned(), json(&answer(study, register)))),
        ..Case::of(name, Vec::new())
    })
}
