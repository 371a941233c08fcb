//! `deelsom import STUDY FILE`: the rows of a spreadsheet, put into a study; and a workbook of Deelsom, taken back.

use std::fs;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use deelsom_core::{Register, Study};
use deelsom_language::words::{command, exchange};
use deelsom_language::{Language, Word, date, number, sentences, table_problem};
use deelsom_spreadsheet::{Own, open, own, unread};
use deelsom_tables::{Fault, Sign, Subject, Table, What, Wish, facts, read_sheets};
use deelsom_views::difference::place_in_words;
use deelsom_workbook::import::{self, Change, Typed, take};
use serde_json::Value;

use super::merge::give;
use super::study_value;
use crate::answer::{Answer, Status, json};
use crate::failure::{Failure, Reason};
use crate::input;
use crate::table::shown;

/// Put the rows of a spreadsheet into a study, or take back a workbook that Deelsom made
///
/// With a study and a file (.xlsx, .ods or .csv) the rows of the file are added to the study, as the page does it. With a
/// workbook of `deelsom export` alone, it is the study of that workbook with what was typed in it.
///
/// Prints the study; on stderr what was read and what changed. Nothing is printed or written unless every cell is in
/// order: otherwise every fault is told by its cell.
#[derive(Debug, Args)]
#[command(allow_missing_positional = true)]
pub(crate) struct Import {
    /// Study file, or `-` for stdin; none for a workbook that Deelsom made
    study: Option<PathBuf>,

    /// The file with rows, or the workbook
    file: PathBuf,

    /// What the rows are
    #[arg(long, value_enum, default_value_t, requires = "study")]
    subject: Rows,

    /// How running costs tell costs from income
    #[arg(long, value_enum, default_value_t, requires = "study")]
    signs: Signs,

    /// Put the rows in the place of those that the study has
    #[arg(long, requires = "study")]
    replace: bool,

    /// Add services that the study does not have
    #[arg(long, requires = "study")]
    new_services: bool,

    /// Write the study to a file
    #[arg(long, short, alias = "out", value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Rows {
    /// Posts of today
    #[default]
    Posts,
    /// Costs other than staff
    RunningCosts,
    /// The municipalities
    Partners,
    /// What each partner uses of a service
    Volumes,
    /// People known to leave
    Departures,
}

impl Rows {
    const fn subject(self) -> Subject {
        match self {
            Self::Posts => Subject::Posts,
            Self::RunningCosts => Subject::RunningCosts,
            Self::Partners => Subject::Partners,
            Self::Volumes => Subject::Volumes,
            Self::Departures => Subject::Departures,
        }
    }
}

/// How a file tells costs from income.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Signs {
    /// Costs are positive
    #[default]
    CostPositive,
    /// Costs are positive, income is negative
    IncomeNegative,
    /// Costs are negative, income is positive
    CostNegative,
    /// A letter says it: V or A an advantage, N or D a disadvantage
    Letters,
}

impl Signs {
    const fn sign(self) -> Sign {
        match self {
            Self::CostPositive => Sign::CostPositive,
            Self::IncomeNegative => Sign::IncomeNegative,
            Self::CostNegative => Sign::CostNegative,
            Self::Letters => Sign::Letters,
        }
    }
}

impl Import {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let stdin = Path::new("-");
        if self.study.as_deref() == Some(stdin) && self.file == stdin {
            return Err(Failure::Usage(command::TWICE_STDIN.text(language).to_owned()));
        }
        let study = self.study.as_deref().map(input::text).transpose()?;
        if let Some(study) = &study {
            Study::read(study, &Register::embedded()).map_err(Failure::Invalid)?;
        }
        let bytes = bytes(&self.file)?;
        let usage = |word: Word| Err(Failure::Usage(word.text(language).to_owned()));
        match (own(&bytes), study) {
            (Err(fault), _) => Ok(refused(&[told_fault(&fault, language)], language)),
            (Ok(Some(own)), None) => self.take_back(&bytes, &own, language),
            (Ok(Some(_)), Some(_)) => usage(command::WORKBOOK_HAS_STUDY),
            (Ok(None), None) => usage(command::NO_OWN_WORKBOOK),
            (Ok(None), Some(study)) => self.add(&study_value(&study), &bytes, language),
        }
    }

    /// The study with the rows of a file.
    fn add(&self, before: &Value, bytes: &[u8], language: Language) -> Result<Answer, Failure> {
        let subject = self.subject.subject();
        let (replace, new_services) = (self.replace, self.new_services && subject.has_service());
        let wish = Wish { subject, replace, new_services, language };
        let read = open(bytes)
            .and_then(|grids| read_sheets(&grids, &wish, self.signs.sign(), before, &Register::embedded()));
        let table = match read {
            Ok(table) => table,
            Err(fault) => return Ok(refused(&[told_fault(&fault, language)], language)),
        };
        let Some(study) = &table.study else {
            let lines = table.faults.iter().map(|fault| match &fault.what {
                // What follows for the rest of the study is in no cell.
                What::Remark(remark) if fault.address.is_none() && !remark.path.is_empty() => {
                    let place = place_in_words(before, &remark.path, language);
                    line(&place, &fault.sentence(language), Some(remark.code))
                }
                _ => told_fault(fault, language),
            });
            return Ok(refused(&lines.collect::<Vec<String>>(), language));
        };
        give(self.output.as_deref(), json(study), told(&table, subject, language))
    }

    /// The study of a workbook that Deelsom made, with what was typed in it.
    fn take_back(&self, bytes: &[u8], own: &Own, language: Language) -> Result<Answer, Failure> {
        let cell = |sheet: &str, row, column| own.cells(sheet, row, column);
        match take(&own.study, &own.map, &Register::embedded(), own.language, &cell) {
            Ok(taken) => {
                let lines = taken.changes.iter().map(|change| changed(change, own, &taken.study, language));
                let mut note: String = lines.map(|line| shown(&line) + "\n").collect();
                if note.is_empty() {
                    note = format!("{}\n", exchange::NOTHING_CHANGES.text(language));
                }
                note.extend(unread(bytes, own).iter().map(|fault| told_fault(fault, language)));
                give(self.output.as_deref(), json(&taken.study), note)
            }
            Err(faults) => {
                let said = |fault: &import::Fault| {
                    let facts = fault.problem.as_ref().map(facts).unwrap_or_default();
                    let sentence = table_problem(language, &fault.code, &facts);
                    line(&fault.place, &sentence, Some(&fault.code))
                };
                Ok(refused(&faults.iter().map(said).collect::<Vec<String>>(), language))
            }
        }
    }
}

/// What a file holds, or stdin for `-`.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    read.map_err(|error| Failure::Unread(path.display().to_string(), Reason::System(error)))?;
    Ok(bytes)
}

/// That a file is not taken, and every reason.
fn refused(lines: &[String], language: Language) -> Answer {
    let count = shown(&sentences::problem_count(language, lines.len()));
    let note = format!("{}{}: {count}\n", lines.concat(), command::ERROR.text(language));
    Answer { note, status: Status::Invalid, ..Answer::of(String::new()) }
}

/// A fault of a table, by the cell that it is in.
fn told_fault(fault: &Fault, language: Language) -> String {
    let place = fault.address.as_deref().unwrap_or_else(|| command::FILE.text(language));
    let code = match &fault.what {
        What::Remark(remark) => Some(remark.code),
        What::Unreadable(..) => None,
    };
    line(place, &fault.sentence(language), code)
}

/// `place: sentence [code]`, as problems of a study are told.
fn line(place: &str, sentence: &str, code: Option<&str>) -> String {
    let code = code.map(|code| format!(" [{code}]")).unwrap_or_default();
    format!("{}: {}{code}\n", shown(place), shown(sentence))
}

/// What was read, and what someone should know of it.
fn told(table: &Table, subject: Subject, language: Language) -> String {
    let mut lines = vec![sentences::rows_with_faults(language, table.rows.len(), table.faults.len())];
    lines.extend(table.first_amount(subject, language));
    lines.extend(table.news.iter().map(|new| match new.list {
        "services" => sentences::new_service(language, &new.name),
        _ => sentences::new_source(language, &new.name),
    }));
    lines.extend(table.notes.iter().map(|note| note.sentence(language)));
    if table.lost_ranges > 0 {
        lines.push(sentences::ranges_lost(language, table.lost_ranges));
    }
    lines.iter().map(|line| shown(line) + "\n").collect()
}

/// A change in a workbook: its cell, its place in the study, what stood there and what stands there now.
fn changed(change: &Change, own: &Own, study: &Value, language: Language) -> String {
    let (pointer, said) = (&change.pointer, change.said.as_str());
    let is_month = matches!(said, "month" | "optional_month");
    let value = |typed: &Typed, study: &Value| match typed {
        Typed::Blank => command::NOT_THERE.text(language).to_owned(),
        Typed::Text(text) => text.clone(),
        Typed::Number(number) => match study.pointer(pointer).and_then(Value::as_str) {
            Some(month) if is_month => date::from_iso(language, month),
            _ => number::bare(language, *number, 9),
        },
    };
    // An assumption that the study did not deviate from has no place of its own there.
    let id = said.split_once(' ').map(|(_, id)| format!(" ({id})")).filter(|_| pointer.contains("/-"));
    let (then, now) = (value(&change.then, &own.study), value(&change.now, study));
    format!("{} {pointer}{}: {then} -> {now}", change.place, id.unwrap_or_default())
}
