//! `deelsom merge STUDY PART…`: the parts that municipalities supplied, put into a study.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use deelsom_core::{Problem, Register, Study, study};
use deelsom_language::words::{command, exchange};
use deelsom_language::{Language, codes, date, number, sentences};
use deelsom_tables::part::{self, Change, Merged, Supplied};
use deelsom_tables::{Column, Known, said};
use serde_json::Value;

use super::study_value;
use crate::answer::{Answer, json};
use crate::failure::{Failure, Reason};
use crate::input;
use crate::table::shown;

/// Put parts that partners supplied into a study: they take the place of what it had of those partners
///
/// Prints the study; on stderr who supplied what, and what is other than it was. Nothing is printed or written unless
/// every part and the study with them are in order.
#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Parts: deelsom/part
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,

    /// Write the study to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Merge {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let inputs = std::iter::once(&self.study).chain(&self.parts);
        if inputs.filter(|path| path.as_path() == Path::new("-")).count() > 1 {
            return Err(Failure::Usage(command::TWICE_STDIN.text(language).to_owned()));
        }
        let register = Register::embedded();
        let text = input::text(&self.study)?;
        Study::read(&text, &register).map_err(Failure::Invalid)?;
        let parts = self.read()?;
        let merged = part::merge(&study_value(&text), &parts, &register, language);
        let merged = merged.map_err(|found| self.refused(found, language))?;
        give(self.output.as_deref(), json(&merged.study), told(&merged, language))
    }

    fn read(&self) -> Result<Vec<Value>, Failure> {
        let (mut parts, mut wrong) = (Vec::new(), Vec::new());
        for path in &self.parts {
            match study::parse(&input::text(path)?) {
                Ok(part) => parts.push(part),
                Err(problems) => {
                    wrong.extend(problems.into_iter().map(|one| (path.display().to_string(), one)));
                }
            }
        }
        if wrong.is_empty() { Ok(parts) } else { Err(Failure::InvalidParts(wrong)) }
    }

    fn refused(&self, found: Vec<(Option<usize>, Problem)>, language: Language) -> Failure {
        let name = |place: Option<usize>| match place.and_then(|place| self.parts.get(place)) {
            Some(path) => path.display().to_string(),
            None => exchange::WHOLE_STUDY.text(language).to_owned(),
        };
        Failure::InvalidParts(found.into_iter().map(|(place, problem)| (name(place), problem)).collect())
    }
}

/// Prints a file, or writes it where that was asked.
pub(super) fn give(output: Option<&Path>, data: String, note: String) -> Result<Answer, Failure> {
    let answer = Answer { note, ..Answer::of(data) };
    let Some(path) = output else { return Ok(answer) };
    let unsaved = |error| Failure::Unsaved(path.display().to_string(), Reason::System(error));
    fs::write(path, &answer.data).map_err(unsaved)?;
    Ok(Answer { data: String::new(), ..answer })
}

/// Who supplied what, and what is other than it was.
fn told(merged: &Merged, language: Language) -> String {
    let mut lines: Vec<String> = Vec::new();
    for supplied in &merged.supplied {
        lines.push(format!("{}: {}", supplied.partner, summary(supplied, language)));
        for change in &supplied.changes {
            lines
                .extend(changes(change, &merged.known, language).into_iter().map(|line| format!("  {line}")));
        }
    }
    if merged.lost_ranges > 0 {
        lines.push(sentences::ranges_lost(language, merged.lost_ranges));
    }
    lines.iter().map(|line| shown(line) + "\n").collect()
}

fn summary(supplied: &Supplied, language: Language) -> String {
    let day = date::from_iso(language, &supplied.date);
    let mut text = sentences::supplied_by(language, &supplied.by, &day);
    for service in &supplied.services {
        text += " ";
        text += &sentences::new_service(language, service);
    }
    if supplied.changes.is_empty() {
        text += " ";
        text += exchange::NOTHING_CHANGES.text(language);
    }
    text
}

/// A line for each figure of a row that is another than it was.
fn changes(change: &Change, known: &Known, language: Language) -> Vec<String> {
    let list =
        codes::file_part(change.subject.code()).map_or(change.subject.code(), |word| word.text(language));
    let kind = match (&change.before, &change.after) {
        (None, _) => exchange::ADDED,
        (_, None) => exchange::REMOVED,
        _ => exchange::CHANGED,
    };
    let row = format!("{list}, {} ({})", change.name, kind.text(language));
    let mut lines: Vec<String> = Vec::new();
    for figure in change.figures() {
        let value = |value: &Value| match value {
            Value::Null => number::NOT_APPLICABLE.to_owned(),
            value => said(language, known, figure.field.holds, value),
        };
        let heading = Column::Field(figure.field).heading(language, known);
        lines.push(format!("{row}: {heading} {} -> {}", value(&figure.values.0), value(&figure.values.1)));
    }
    if change.amounts_by_year() {
        lines.push(format!("{row}: {}", exchange::BY_YEAR.text(language)));
    }
    lines
}
