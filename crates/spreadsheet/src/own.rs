//! A workbook that Deelsom made, as it comes back: the study that it was made from, and what stands in its cells now.

mod book;
mod unread;

use std::collections::{BTreeMap, BTreeSet};

use deelsom_core::Remark;
use deelsom_language::{Language, words::workbook as words};
use deelsom_tables::{Fault, MOST_FILE_BYTES, What, address};
use deelsom_workbook::import::{Mapped, Typed};
use deelsom_workbook::origin::{FORMAT, Places, VERSION, place_of};
use deelsom_workbook::{At, SheetId};
use quick_xml::events::BytesStart;
use serde_json::Value;

use crate::ZIP;
use crate::archive::{Archive, Kind};
use crate::markup::{Visitor, value};
use book::{Book, Place, Raw, RawCell};

pub use unread::unread;

/// More pieces than the largest study has.
const MOST_PIECES: f64 = 1_000.0;
/// More figures than the largest study has.
const MOST_FIGURES: f64 = 200_000.0;
/// As many rows as a sheet has.
const MOST_ROWS: f64 = 1_048_576.0;

/// A workbook that Deelsom made.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The language that the workbook is written in.
    pub language: Language,
    /// The study that it was made from.
    pub study: Value,
    /// Where each figure of the study stands.
    pub map: Vec<Mapped>,
    cells: BTreeMap<String, BTreeMap<Place, Typed>>,
}

impl Own {
    /// What stands in a cell that the map names, by the name of its sheet and its row and column, counted from 0.
    pub fn cells(&self, sheet: &str, row: u32, column: u16) -> Typed {
        let cell = self.cells.get(sheet).and_then(|cells| cells.get(&(row, column)));
        cell.cloned().unwrap_or(Typed::Blank)
    }
}

/// The workbook of Deelsom that a file is; nothing where it is something else, whatever may be wrong with that.
///
/// Only the sheet that says what the workbook was made from and the sheets with inputs are read, within the limits of
/// [`crate::open`].
pub fn own(bytes: &[u8]) -> Result<Option<Own>, Fault> {
    if !bytes.starts_with(ZIP) || bytes.len() > MOST_FILE_BYTES {
        return Ok(None);
    }
    let Ok(mut archive) = Archive::open(bytes) else { return Ok(None) };
    match archive.kind() {
        Some(Kind::Xlsx) => of_xlsx(&mut archive),
        Some(Kind::Ods) if is_own_ods(&mut archive) => Err(Fault::table("own_ods")),
        _ => Ok(None),
    }
}

/// The sheet of the origin, and the language of its name.
fn origin_of(book: &Book) -> Option<(&str, Language)> {
    let named = |language: &Language| book.sheet_of(words::SHEET_ORIGIN.text(*language)).zip(Some(*language));
    Language::ALL.iter().find_map(named)
}

fn of_xlsx(archive: &mut Archive<'_>) -> Result<Option<Own>, Fault> {
    let Ok(book) = Book::open(archive) else { return Ok(None) };
    let Some((sheet, language)) = origin_of(&book) else { return Ok(None) };
    let mut origin = Origin { sheet, cells: BTreeMap::new(), texts: BTreeMap::new() };
    let read = book.cells(archive, sheet, &|(_, column)| column < 4, &mut origin.cells);
    // The first cell is read first: what comes after it may be broken.
    if let Some(Raw::Shared(number)) = origin.cells.get(&(0, 0)).map(|cell| &cell.value)
        && let Ok(texts) = book.texts(archive, &BTreeSet::from([*number]))
    {
        origin.texts = texts;
    }
    if origin.text((0, 0)).as_deref() != Some(FORMAT) {
        return Ok(None);
    }
    read?;
    origin.texts = book.texts(archive, &shared(origin.cells.values()))?;
    let study = origin.study()?;
    let map = origin.map(&book)?;
    let cells = cells(archive, &book, &map)?;
    Ok(Some(Own { language, study, map, cells }))
}

/// The numbers of the texts that cells refer to.
fn shared<'c>(cells: impl Iterator<Item = &'c RawCell>) -> BTreeSet<usize> {
    cells.filter_map(|cell| if let Raw::Shared(number) = cell.value { Some(number) } else { None }).collect()
}

/// The sheet that says what a workbook was made from.
struct Origin<'b> {
    sheet: &'b str,
    cells: BTreeMap<Place, RawCell>,
    texts: BTreeMap<usize, String>,
}

impl Origin<'_> {
    fn text(&self, place: Place) -> Option<String> {
        match &self.cells.get(&place)?.value {
            Raw::Text(text) => Some(text.clone()),
            Raw::Shared(number) => self.texts.get(number).cloned(),
            Raw::Number(_) | Raw::Nothing => None,
        }
    }

    /// A whole number of at least the first and at most the last.
    fn count(&self, place: Place, within: (f64, f64)) -> Result<u32, Fault> {
        let number = match self.cells.get(&place).map(|cell| &cell.value) {
            Some(Raw::Number(number)) => *number,
            _ => return Err(self.damaged(place)),
        };
        let (least, most) = within;
        if !(least..=most).contains(&number) || number.fract().abs() > 0.0 {
            return Err(self.damaged(place));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and small")]
        Ok(number as u32)
    }

    fn damaged(&self, place: Place) -> Fault {
        self.fault("own_damaged", place)
    }

    fn fault(&self, code: &'static str, (row, column): Place) -> Fault {
        Fault { address: Some(said(self.sheet, (row, column))), ..Fault::table(code) }
    }

    fn study(&self) -> Result<Value, Fault> {
        if self.count(Places::VERSION, (1.0, f64::from(u32::MAX)))? > VERSION {
            return Err(self.fault("own_version", Places::VERSION));
        }
        let pieces = self.count(Places::COUNTS[0], (1.0, MOST_PIECES))?;
        let (first, column) = Places::FIRST_PIECE;
        let mut json = String::new();
        for row in first..first + pieces {
            json.push_str(&self.text((row, column)).ok_or_else(|| self.damaged((row, column)))?);
        }
        let study: Option<Value> = serde_json::from_str(&json).ok();
        study.filter(Value::is_object).ok_or_else(|| self.damaged(Places::FIRST_PIECE))
    }

    /// The map, with formulas that each name a cell that there is.
    fn map(&self, book: &Book) -> Result<Vec<Mapped>, Fault> {
        let [_, first, count] = Places::COUNTS;
        let figures = self.count(count, (0.0, MOST_FIGURES))?;
        let first = self.count(first, (1.0, MOST_ROWS))? - 1;
        let [pointer, said, now, then] = Places::MAP;
        let masters = self.masters();
        let mut map = Vec::new();
        for row in first..first + figures {
            let text = |column| self.text((row, column)).ok_or_else(|| self.damaged((row, column)));
            let (pointer, said) = (text(pointer)?, text(said)?);
            let formula = self.formula((row, now), &masters).ok_or_else(|| self.damaged((row, now)))?;
            if place_of(&formula).and_then(|(sheet, ..)| book.sheet_of(&plain(sheet))).is_none() {
                let gone = What::Remark(Remark::new("own_cell_gone", "").with("value", pointer));
                return Err(Fault { what: gone, ..self.damaged((row, now)) });
            }
            let then = self.cells.get(&(row, then)).map_or(Typed::Blank, |cell| typed(cell, &self.texts));
            map.push(Mapped { pointer, said, now: formula, then });
        }
        Ok(map)
    }

    /// Formulas that others share, by their numbers, and where they stand.
    fn masters(&self) -> BTreeMap<u32, (Place, &str)> {
        let all = self.cells.iter().filter_map(|(place, cell)| {
            let formula = cell.formula.as_ref().filter(|formula| !formula.text.is_empty())?;
            Some((formula.shared?, (*place, formula.text.as_str())))
        });
        all.collect()
    }

    /// The formula in a place; where it is shared, as it is meant there.
    fn formula(&self, place: Place, masters: &BTreeMap<u32, (Place, &str)>) -> Option<String> {
        let formula = self.cells.get(&place)?.formula.as_ref()?;
        if !formula.text.is_empty() {
            return Some(formula.text.clone());
        }
        let ((row, column), text) = *masters.get(&formula.shared?)?;
        let (sheet, at_row, at_column) = place_of(text)?;
        let cell = text.rsplit_once('!')?.1;
        let moved = |fixed: bool, at: u32, from: u32, to: u32| {
            if fixed { Some(at) } else { (at + to).checked_sub(from) }
        };
        let at_column = moved(cell.starts_with('$'), at_column.into(), column.into(), place.1.into())?;
        let at_row = moved(cell.trim_start_matches('$').contains('$'), at_row, row, place.0)?;
        let at = At { sheet: SheetId(0), row: at_row, column: u16::try_from(at_column).ok()? };
        Some(format!("N('{sheet}'!{at})"))
    }
}

/// What stands in the cells that a map names, by the sheets as its formulas write them.
fn cells(
    archive: &mut Archive<'_>,
    book: &Book,
    map: &[Mapped],
) -> Result<BTreeMap<String, BTreeMap<Place, Typed>>, Fault> {
    let mut wanted: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
    for (sheet, row, column) in map.iter().filter_map(|row| place_of(&row.now)) {
        wanted.entry(sheet).or_default().insert((row, column));
    }
    let (mut found, mut numbers) = (Vec::new(), BTreeSet::new());
    for (sheet, wanted) in wanted {
        let mut cells = BTreeMap::new();
        book.cells(archive, &plain(sheet), &|place| wanted.contains(&place), &mut cells)?;
        let unknown = |cell: &RawCell| cell.formula.is_some() && cell.value == Raw::Nothing;
        if let Some((place, _)) = cells.iter().find(|(_, cell)| unknown(cell)) {
            let address = Some(said(&plain(sheet), *place));
            return Err(Fault { address, ..Fault::table("cell_formula_without_result") });
        }
        numbers.extend(shared(cells.values()));
        found.push((sheet, cells));
    }
    let texts = book.texts(archive, &numbers)?;
    let cells = |(sheet, cells): (&str, BTreeMap<Place, RawCell>)| {
        let cells = cells.iter().map(|(place, cell)| (*place, typed(cell, &texts)));
        (sheet.to_owned(), cells.collect())
    };
    Ok(found.into_iter().map(cells).collect())
}

/// What somebody typed in a cell.
fn typed(cell: &RawCell, texts: &BTreeMap<usize, String>) -> Typed {
    let text = match &cell.value {
        Raw::Number(number) => return Typed::Number(*number),
        Raw::Nothing => "",
        Raw::Text(text) => text.as_str(),
        Raw::Shared(number) => texts.get(number).map_or("", String::as_str),
    };
    if text.is_empty() { Typed::Blank } else { Typed::Text(text.to_owned()) }
}

/// The name of a sheet that a formula writes.
fn plain(sheet: &str) -> String {
    sheet.replace("''", "'")
}

/// What people call a place.
fn said(sheet: &str, (row, column): Place) -> String {
    let row = usize::try_from(row).unwrap_or(usize::MAX - 1);
    address(sheet, row + 1, Some(column.into()))
}

/// Whether a file of `OpenDocument` is a workbook of Deelsom: that is told, since its formulas are written otherwise.
fn is_own_ods(archive: &mut Archive<'_>) -> bool {
    let mut looker = Looker::default();
    let place = archive.named("content.xml");
    place.is_some_and(|place| archive.walk(place, &mut looker).is_ok() && looker.is_own)
}

/// Looks for the sheet of the origin in a file of `OpenDocument`.
#[derive(Default)]
struct Looker {
    /// The first text of the sheet at hand, if it is called so.
    first: Option<String>,
    is_own: bool,
}

impl Visitor for Looker {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        match element.local_name().as_ref() {
            "table" => {
                let name = value(element, "table:name")?.unwrap_or_default();
                let origin = Language::ALL.iter().any(|language| words::SHEET_ORIGIN.text(*language) == name);
                self.first = origin.then(String::new);
            }
            "table-cell" if self.first.as_ref().is_some_and(|first| !first.is_empty()) => self.first = None,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if let Some(first) = self.first.as_mut().filter(|first| first.len() < FORMAT.len()) {
            first.push_str(text.trim());
            self.is_own |= first == FORMAT;
        }
        Ok(())
    }
}
