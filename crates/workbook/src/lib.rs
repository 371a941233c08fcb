//! A study as a workbook that recalculates to the model's own figures.
//!
//! What the core works out, the workbook writes down as formulas: inputs are cells, and all that follows from them
//! follows in the spreadsheet too. The structure of a study (who, which services, where they go, by which kind of rule)
//! stays as it was when the book was made; every number is live. A formula and what it is worth are made in one stroke,
//! and what the book is worth is held against the outcome of the core before anyone gets it.
//!
//! ```text
//! study ─ Workings ─► sheets, one after the other: what one refers to stands before it ─► Book ─ deelsom_xlsx ─► file
//! ```

mod agreement;
mod assumptions;
mod checks;
mod comparison;
pub mod import;
mod keys;
mod ledger;
mod options;
pub mod origin;
mod page;
mod partners;
mod read_me;
mod sheet;
mod source;
mod split;
mod staffing;
mod template;
mod term;
mod today;

pub use agreement::Difference;
pub use page::day_number;
pub use sheet::{
    Allowed, Area, At, Book, Cell, Content, Input, Kind, Role, Said, Sheet, SheetId, Style, Worth,
};
pub use template::template;

use crate::comparison::CourseAt;
use crate::ledger::{Chosen, Grounds};
use crate::options::OptionAt;
use crate::page::Page;
use crate::source::Source;
use crate::staffing::{GroupAt, Moving};
use deelsom_core::{Outcome, Register, Study, Workings};
use deelsom_language::{Language, Word, words::workbook as w};
use serde_json::Value;

/// By what and when a workbook is made, as it says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// The name and version of the program.
    pub version: &'a str,
    /// The day, as people write it.
    pub date: &'a str,
}

/// A study ready to be written down.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The study as its file says it.
    pub file: &'a Value,
    /// The study, checked.
    pub study: &'a Study,
    /// The register of assumptions.
    pub register: &'a Register,
    /// What the model makes of it.
    pub outcome: &'a Outcome,
    /// What the model warns of, as sentences.
    pub warnings: &'a [String],
}

/// The most cells that a workbook is made of: more than that no spreadsheet opens in a time that anyone waits.
pub const MOST_CELLS: usize = 2_000_000;

/// About how many cells the workbook of a study has: its months, which are nearly all of them.
pub fn cells(study: &Study) -> usize {
    let months = study.period.months();
    let of_option = |option: &deelsom_core::study::Variant| {
        let moved = study.posts.iter().filter(|post| option.move_of(post.service).is_some()).count();
        let rows = if option.freeze.is_some() { 3 } else { 2 };
        moved.saturating_mul(rows)
    };
    let rows = study.posts.len() * 2 + study.options.iter().map(of_option).sum::<usize>();
    rows.saturating_mul(months)
}

/// Makes the workbook of a study.
///
/// # Errors
/// Where a figure of the book is not the model's: every such figure. That is a fault of ours, and better said than
/// written into a file that tells another story.
pub fn build(given: Given<'_>, language: Language, made: &Made<'_>) -> Result<Book, Vec<Difference>> {
    let Given { file, study, register, outcome, warnings } = given;
    let workings = &Workings::of(study, register);
    let source = &Source { study, file, register, workings };
    let mut book = Book::default();
    let sheets = Sheets::add(&mut book, study, language);
    let mut page = Page { book: &mut book, sheet: sheets.assumptions, language };
    let assumed = &assumptions::write(source, &mut page);
    page.sheet = sheets.partners;
    let partners = &partners::write(source, &mut page, assumed);
    page.sheet = sheets.today;
    let today = &today::write(source, &mut page, assumed, partners);
    page.sheet = sheets.options;
    let options = options::write(source, &mut page, assumed, partners, today);
    let grounds = &Grounds { source, assumed, partners, today };
    let staffed = staffed(grounds, &mut page, &sheets.staffing, &options);
    let courses = courses(grounds, &options, &staffed, language);

    page.sheet = sheets.ledger;
    let mut row = ledger::begin(grounds, &mut page);
    let mut ledgers = Vec::new();
    for course in &courses {
        let (at, next) = ledger::write(grounds, &mut page, course, row);
        ledgers.push(at);
        row = next;
    }
    let splits = split_up(grounds, &mut page, &sheets, &courses, &ledgers);
    let places: Vec<CourseAt<'_>> = courses
        .iter()
        .zip(ledgers.iter().zip(&splits))
        .map(|(course, (ledger, split))| CourseAt { ledger, split, groups: course.groups })
        .collect();
    page.sheet = sheets.comparison;
    let mut row = comparison::begin(grounds, &mut page);
    let mut compared = Vec::new();
    for (course, at) in courses.iter().zip(&places) {
        let Some(chosen) = course.chosen else { continue };
        let (comparison, next) = comparison::write(grounds, &mut page, chosen, (places[0], *at), row);
        compared.push(comparison);
        row = next;
    }

    page.sheet = sheets.checks;
    let checked: Vec<checks::Checked<'_, '_>> = courses
        .iter()
        .zip(&places)
        .map(|(course, at)| checks::Checked {
            name: course.name,
            at: *at,
            option: course.chosen.zip(course.number.checked_sub(1).map(|place| &compared[place])),
        })
        .collect();
    let failed = checks::write(grounds, &mut page, warnings, &checked);
    page.sheet = sheets.origin;
    origin::write(source, &mut page);
    page.sheet = sheets.read_me;
    read_me::write(source, &mut page, failed, made);
    let differences = agreement::differences(&book, study, outcome, &places, &compared);
    if differences.is_empty() { Ok(book) } else { Err(differences) }
}

/// The sheets of a book in their order.
struct Sheets {
    read_me: SheetId,
    partners: SheetId,
    today: SheetId,
    options: SheetId,
    assumptions: SheetId,
    /// The baseline's, then every option's.
    staffing: Vec<SheetId>,
    ledger: SheetId,
    keys: SheetId,
    split: SheetId,
    comparison: SheetId,
    checks: SheetId,
    origin: SheetId,
}

impl Sheets {
    fn add(book: &mut Book, study: &Study, language: Language) -> Self {
        let name = |word: Word| word.text(language);
        Self {
            read_me: book.add(name(w::SHEET_READ_ME)),
            partners: book.add(name(w::SHEET_PARTNERS)),
            today: book.add(name(w::SHEET_TODAY)),
            options: book.add(name(w::SHEET_OPTIONS)),
            assumptions: book.add(name(w::SHEET_ASSUMPTIONS)),
            staffing: (0..=study.options.len())
                .map(|course| book.add(&format!("{}_{course}", name(w::SHEET_STAFFING))))
                .collect(),
            ledger: book.add(name(w::SHEET_LEDGER)),
            keys: book.add(name(w::SHEET_KEYS)),
            split: book.add(name(w::SHEET_SPLIT)),
            comparison: book.add(name(w::SHEET_COMPARISON)),
            checks: book.add(name(w::SHEET_CHECKS)),
            origin: book.add(name(w::SHEET_ORIGIN)),
        }
    }
}

/// Writes the staffing of every course: its groups, and what its moves make besides.
fn staffed(
    grounds: &Grounds<'_, '_>,
    page: &mut Page<'_>,
    sheets: &[SheetId],
    options: &[OptionAt],
) -> Vec<(Vec<GroupAt>, Moving)> {
    let Grounds { source, assumed, partners, today } = *grounds;
    page.sheet = sheets[0];
    let mut all = vec![(staffing::write_baseline(source, page, assumed, today), Moving::default())];
    for ((option, at), sheet) in source.study.options.iter().zip(options).zip(&sheets[1..]) {
        page.sheet = *sheet;
        let grounds = (assumed, partners, today);
        all.push(staffing::write_option(source, page, grounds, (option, at), &all[0].0));
    }
    all
}

/// The baseline and every option, each with its groups.
fn courses<'s, 'a>(
    grounds: &'s Grounds<'s, 'a>,
    options: &'s [OptionAt],
    staffed: &'s [(Vec<GroupAt>, Moving)],
    language: Language,
) -> Vec<ledger::Course<'s, 'a>> {
    let study = grounds.source.study;
    let all = staffed.iter().enumerate().map(|(number, (groups, moving))| {
        let place = number.checked_sub(1);
        let option = place.map(|place| (&study.options[place], &options[place]));
        let chosen = option.map(|(option, at)| Chosen { option, at, moving });
        let name = option.map_or(w::BASELINE.text(language), |(option, _)| option.name.as_str());
        ledger::Course { number, name, chosen, groups }
    });
    all.collect()
}

/// Writes keys and the split, which go together: every shared account asks for its shares.
fn split_up<'a>(
    grounds: &Grounds<'_, 'a>,
    page: &mut Page<'_>,
    sheets: &Sheets,
    courses: &[ledger::Course<'_, 'a>],
    ledgers: &[ledger::LedgerAt],
) -> Vec<split::SplitAt> {
    page.sheet = sheets.keys;
    let mut keys_row = keys::begin(grounds, page);
    page.sheet = sheets.split;
    let mut row = split::begin(grounds, page);
    let mut splits: Vec<split::SplitAt> = Vec::new();
    for (course, ledger) in courses.iter().zip(ledgers) {
        let place = course.number.checked_sub(1);
        let option = place.zip(course.chosen).map(|(place, chosen)| (place, chosen.option, chosen.at));
        let mut keys = keys::Keys::of(grounds, course.number, option, (sheets.keys, keys_row));
        page.sheet = sheets.split;
        let (at, next) = split::write(grounds, page, &mut keys, course, ledger, splits.first(), row);
        keys_row = keys.row();
        splits.push(at);
        row = next;
    }
    splits
}
