//! `deelsom export STUDY OUT.xlsx`: a study as a workbook with living formulas.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use deelsom_core::study::parse;
use deelsom_language::words::{command, keep};
use deelsom_language::{Language, Word, date};
use deelsom_xlsx::{ExportError, Maker, export};

use crate::answer::{Answer, Status};
use crate::failure::{Failure, Reason};
use crate::input;
use crate::table::shown;

/// Write a workbook for Excel that works the whole study out with living formulas, the same as the page gives
///
/// Change a yellow cell, and all that follows from it changes too. Every figure of the workbook is held against the
/// model before it is written.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// The workbook to write
    #[arg(value_name = "OUT.xlsx")]
    out: PathBuf,

    /// The day that stands on it, as YYYY-MM-DD [default: none]
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
}

impl Export {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let usage = |word: Word| Failure::Usage(word.text(language).to_owned());
        let day = self.date.as_deref().map(|iso| day(iso).ok_or_else(|| usage(command::NOT_A_DAY)));
        let maker = Maker { version: env!("CARGO_PKG_VERSION"), day: day.transpose()? };
        let text = input::text(&self.study)?;
        let study = parse(&text).map_err(Failure::Invalid)?;
        let unsaved = |reason| Failure::Unsaved(self.out.display().to_string(), reason);
        let file = match export(&study, language, maker) {
            Ok(file) => file,
            Err(ExportError::Invalid(problems)) => return Err(Failure::Invalid(problems)),
            Err(ExportError::TooLarge(_)) => return Err(usage(keep::WORKBOOK_TOO_LARGE)),
            Err(ExportError::Unwritable(error)) => return Err(unsaved(Reason::Content(error.to_string()))),
            Err(ExportError::Differs(differences)) => {
                let mut note = format!("{}\n", command::WORKBOOK_DIFFERS.text(language));
                for one in differences {
                    let line = format!("{} {}: {} <> {}", one.place, one.what, one.book, one.model);
                    note += &shown(&line);
                    note.push('\n');
                }
                return Ok(Answer { note, status: Status::CheckFailed, ..Answer::of(String::new()) });
            }
        };
        fs::write(&self.out, file).map_err(|error| unsaved(Reason::System(error)))?;
        Ok(Answer::of(String::new()))
    }
}

/// The day of an ISO date: one that files can say, from 1900 on.
fn day(iso: &str) -> Option<(u16, u8, u8)> {
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|one| one.is_ascii_digit());
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let (year, month, day) = (year.parse::<u16>().ok()?, month.parse().ok()?, day.parse().ok()?);
    let exists = year >= 1900 && (1..=date::days_in(i32::from(year), month)).contains(&day);
    exists.then_some((year, month, day))
}
