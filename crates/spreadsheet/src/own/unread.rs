//! What somebody wrote in a workbook of Deelsom outside its inputs. It is not read, and that is told: the book is made
//! once more from its own study, and what stands in the file is held against it.

use std::collections::{BTreeMap, BTreeSet};

use deelsom_core::{Register, Study, calculate};
use deelsom_language::words::workbook as words;
use deelsom_tables::Fault;
use deelsom_workbook::origin::place_of;
use deelsom_workbook::{Book as Made, Content, Given, Sheet, SheetId, build, cells};

use super::book::{Book, Place, Raw, RawCell};
use super::{Own, plain, said};
use crate::archive::Archive;

/// Of a larger study than this the book is not made once more: that would take too long.
const MOST_CELLS: usize = 500_000;

/// What was written in a workbook of ours outside its inputs, by its cells: names and formulas that were typed over, rows
/// and remarks that were added. That it could not be looked up is said too.
///
/// The sheets that explain and check are left out: they say who made the book, and with which warnings.
pub fn unread(bytes: &[u8], own: &Own) -> Vec<Fault> {
    compared(bytes, own).unwrap_or_else(|| vec![Fault::table("own_not_compared")])
}

fn compared(bytes: &[u8], own: &Own) -> Option<Vec<Fault>> {
    let made = made(own)?;
    let mut archive = Archive::open(bytes).ok()?;
    let book = Book::open(&mut archive).ok()?;
    let explaining = [words::SHEET_READ_ME, words::SHEET_CHECKS, words::SHEET_ORIGIN];
    let explaining = explaining.map(|name| name.text(own.language));
    let mut told = Vec::new();
    let mut looks = Vec::new();
    for (number, sheet) in made.sheets.iter().enumerate() {
        let inputs = Inputs::of(&made, own, SheetId(number));
        let name = inputs.sheet.unwrap_or_else(|| sheet.name.clone());
        if inputs.moved {
            told.push(Fault { address: Some(name), ..Fault::table("own_moved") });
        } else if !explaining.contains(&sheet.name.as_str()) && book.sheet_of(&name).is_some() {
            let mut look = Look { made: sheet, found: BTreeMap::new(), texts: BTreeMap::new() };
            look.through(&mut archive, &book, &name, &inputs.places).ok()?;
            looks.push((name, look));
        }
    }
    let numbers = looks.iter().flat_map(|(_, look)| look.texts.values().copied()).collect();
    let texts = book.texts(&mut archive, &numbers).ok()?;
    told.extend(looks.into_iter().flat_map(|(name, look)| look.told(&name, &texts)));
    Some(told)
}

/// The book as it was made; nothing where its study or its inputs are not those of the file.
fn made(own: &Own) -> Option<Made> {
    let register = Register::embedded();
    let study = Study::from_value(&own.study, &register).ok()?;
    if cells(&study) > MOST_CELLS {
        return None;
    }
    let outcome = calculate(&study, &register);
    let given =
        Given { file: &own.study, study: &study, register: &register, outcome: &outcome, warnings: &[] };
    let made = build(given, own.language, &deelsom_workbook::Made { version: "", date: "" }).ok()?;
    let pointers = made.inputs.iter().map(|input| &input.pointer);
    pointers.eq(own.map.iter().map(|row| &row.pointer)).then_some(made)
}

/// The inputs of a sheet.
struct Inputs {
    /// What the sheet is called now.
    sheet: Option<String>,
    places: BTreeSet<Place>,
    /// Whether some stand elsewhere than they did.
    moved: bool,
}

impl Inputs {
    fn of(made: &Made, own: &Own, sheet: SheetId) -> Self {
        let mut inputs = Self { sheet: None, places: BTreeSet::new(), moved: false };
        for (input, mapped) in made.inputs.iter().zip(&own.map).filter(|(input, _)| input.at.sheet == sheet) {
            let was = (input.at.row, input.at.column);
            let Some((name, row, column)) = place_of(&mapped.now) else { continue };
            let name = inputs.sheet.get_or_insert_with(|| plain(name)) == &plain(name);
            inputs.moved |= !name || (row, column) != was;
            inputs.places.insert(was);
        }
        inputs
    }
}

/// A look through a sheet.
struct Look<'m> {
    made: &'m Sheet,
    /// What was found that is not as it was made.
    found: BTreeMap<Place, &'static str>,
    /// The numbers of texts that are kept apart, and have yet to be read.
    texts: BTreeMap<Place, usize>,
}

const TEXT: &str = "own_text_changed";
const FIXED: &str = "own_fixed_changed";
const FORMULA: &str = "own_formula_gone";
const ADDED: &str = "own_cell_added";

impl Look<'_> {
    /// Looks at every cell of the sheet of this name but its inputs.
    fn through(
        &mut self,
        archive: &mut Archive<'_>,
        book: &Book,
        name: &str,
        inputs: &BTreeSet<Place>,
    ) -> Result<(), Fault> {
        let wanted = |place: Place| !inputs.contains(&place);
        // What is there no more is not seen.
        for (row, column, cell) in self.made.cells() {
            if let Some(code) = missed(&cell.content).filter(|_| wanted((row, column))) {
                self.found.insert((row, column), code);
            }
        }
        book.each_cell(archive, name, &wanted, &mut |place, cell| self.see(place, &cell))
    }

    fn see(&mut self, place: Place, cell: &RawCell) {
        let made = self.made.cell(place.0, place.1).map_or(&Content::Blank, |cell| &cell.content);
        let code = match (made, &cell.value) {
            (Content::Formula(..), _) if cell.formula.is_some() => None,
            (Content::Formula(..), _) => Some(FORMULA),
            (Content::Text(_) | Content::Blank, Raw::Shared(number)) => {
                self.texts.insert(place, *number);
                return;
            }
            (Content::Text(made), Raw::Text(text)) => (!is_same(made, text)).then_some(TEXT),
            (Content::Text(_), _) => Some(TEXT),
            (Content::Number(made), Raw::Number(number)) => {
                ((made - number).abs() > 1e-9 * made.abs()).then_some(FIXED)
            }
            (Content::Number(_), _) => Some(FIXED),
            (Content::Blank, Raw::Nothing) if cell.formula.is_none() => None,
            (Content::Blank, Raw::Text(text)) if text.trim().is_empty() && cell.formula.is_none() => None,
            (Content::Blank, _) => Some(ADDED),
        };
        match code {
            Some(code) => _ = self.found.insert(place, code),
            None => _ = self.found.remove(&place),
        }
    }

    /// What was found, once the texts are known: cells beside each other together.
    fn told(mut self, name: &str, texts: &BTreeMap<usize, String>) -> Vec<Fault> {
        for (place, number) in std::mem::take(&mut self.texts) {
            let text = texts.get(&number).map_or("", String::as_str);
            let made = self.made.cell(place.0, place.1).map(|cell| &cell.content);
            let (made, code) =
                if let Some(Content::Text(made)) = made { (&**made, TEXT) } else { ("", ADDED) };
            if is_same(made, text) {
                self.found.remove(&place);
            } else {
                self.found.insert(place, code);
            }
        }
        let mut runs: Vec<(Place, Place, &'static str)> = Vec::new();
        for (place, code) in self.found {
            match runs.last_mut() {
                Some((_, last, same)) if *same == code && (last.0, last.1 + 1) == place => *last = place,
                _ => runs.push((place, place, code)),
            }
        }
        let fault = |(first, last, code): (Place, Place, &'static str)| {
            let mut address = said(name, first);
            if first != last {
                address.push(':');
                address.push_str(&said("", last));
            }
            Fault { address: Some(address), ..Fault::table(code) }
        };
        runs.into_iter().map(fault).collect()
    }
}

/// What it is where a cell is gone that was made with this.
fn missed(made: &Content) -> Option<&'static str> {
    match made {
        Content::Text(text) if text.trim().is_empty() => None,
        Content::Text(_) => Some(TEXT),
        Content::Number(_) => Some(FIXED),
        Content::Formula(..) => Some(FORMULA),
        Content::Blank => None,
    }
}

/// Whether two texts read the same: programs write the ends of lines in more than one way.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
