//! The parts of an XLSX file, looked through before calamine reads them: what would make it crash, hang or take all memory
//! is refused. Every part of which calamine takes anything ends in `.xml` or `.rels`, and is seen here whole.

use std::collections::BTreeSet;

use deelsom_tables::Fault;
use quick_xml::events::BytesStart;

use crate::archive::Archive;
use crate::broken;
use crate::markup::{Visitor, attributes, raw};

/// As many texts as cells are read.
const MOST_TEXTS: usize = 200_000;
/// As many styles of a kind as Excel has.
const MOST_STYLES: usize = 65_536;
/// As many sheets as a file has parts.
const MOST_SHEETS: usize = 200;
/// More names and relations than anyone makes.
const MOST_NAMES: usize = 65_536;
/// As many rows as Excel has.
const MOST_ROWS: usize = 1_048_576;
/// Every style gets a copy of the names that it uses, bytes.
const MOST_COPIED: usize = 64_000_000;
/// The brackets of a format are counted in a byte.
const MOST_BRACKETS: usize = 200;

/// What is known of a file that was looked through.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Whether any cells are merged.
    pub(crate) merged: bool,
    rows: usize,
    texts: usize,
    styles: usize,
    fonts: usize,
    fills: usize,
    borders: usize,
    formats: usize,
    /// Names of ranges, and relations.
    names: usize,
    /// The longest name of a font, and the longest format.
    longest: (usize, usize),
    /// Of the part at hand: relations of sheets, and the places that they lead to.
    sheets: BTreeSet<String>,
    targets: BTreeSet<String>,
}

/// Looks through all parts that can be read.
pub(crate) fn look_through(archive: &mut Archive<'_>) -> Result<Found, Fault> {
    let mut found = Found::default();
    for place in archive.ending(&[".xml", ".rels"]) {
        archive.walk(place, &mut found)?;
        found.sheets.clear();
        found.targets.clear();
        found.rows = 0;
    }
    if found.styles.saturating_mul(found.longest.0 + found.longest.1) > MOST_COPIED {
        return Err(broken());
    }
    Ok(found)
}

impl Visitor for Found {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        match element.local_name().as_ref() {
            "c" => is_place(element, "r", 1),
            "row" => {
                let too_many = |_| Fault::limit("table_rows", deelsom_tables::MOST_ROWS as f64);
                counted(&mut self.rows, MOST_ROWS).map_err(too_many)?;
                is_place(element, "r", 1)
            }
            "dimension" | "mergeCell" => {
                self.merged |= element.local_name().as_ref() == "mergeCell";
                is_place(element, "ref", 2)
            }
            "f" => is_place(element, "ref", 2),
            "si" => counted(&mut self.texts, MOST_TEXTS).map_err(|_| too_many_cells()),
            "sst" => has_as_many_as_said(element),
            "xf" => counted(&mut self.styles, MOST_STYLES),
            "font" => counted(&mut self.fonts, MOST_STYLES),
            "fill" => counted(&mut self.fills, MOST_STYLES),
            "border" => counted(&mut self.borders, MOST_STYLES),
            "numFmt" => {
                self.longest.1 = self.longest.1.max(element.attributes_raw().len());
                counted(&mut self.formats, MOST_STYLES)?;
                let format = raw(element, "formatCode")?.unwrap_or_default();
                is_so(format.matches(['[', '&']).count() <= MOST_BRACKETS)
            }
            "name" => {
                self.longest.0 = self.longest.0.max(element.attributes_raw().len());
                Ok(())
            }
            "definedName" => counted(&mut self.names, MOST_NAMES),
            "sheet" => self.sheet(element),
            "Relationship" => self.relation(element),
            _ => Ok(()),
        }
    }
}

impl Found {
    /// No two sheets are the same part: it would be read as often as it is named.
    fn sheet(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        for attribute in attributes(element) {
            let (key, value) = attribute?;
            if key.local_name().as_ref() == "id" {
                is_so(self.sheets.insert(value.to_owned()))?;
            }
        }
        if self.sheets.len() > MOST_SHEETS {
            return Err(Fault::limit("file_parts", MOST_SHEETS as f64));
        }
        Ok(())
    }

    /// What is read as a sheet or as the book is a part that is looked through, and each is another one.
    fn relation(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        counted(&mut self.names, MOST_NAMES)?;
        let kind = raw(element, "Type")?.unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default();
        if !matches!(kind, "worksheet" | "chartsheet" | "dialogsheet" | "officeDocument") {
            return Ok(());
        }
        let target = raw(element, "Target")?.unwrap_or_default().to_ascii_lowercase();
        is_so(target.rsplit('.').next() == Some("xml"))?;
        let mut from_the_end = target.rsplit(['/', '\\']);
        let (name, folder) =
            (from_the_end.next().unwrap_or_default(), from_the_end.next().unwrap_or_default());
        is_so(self.targets.insert([folder, "/", name].concat()))
    }
}

fn is_so(so: bool) -> Result<(), Fault> {
    if so { Ok(()) } else { Err(broken()) }
}

fn counted(count: &mut usize, most: usize) -> Result<(), Fault> {
    *count += 1;
    is_so(*count <= most)
}

fn too_many_cells() -> Fault {
    Fault::limit("sheet_cells", MOST_TEXTS as f64)
}

/// A list of texts says how many there are, and room is made for as many.
fn has_as_many_as_said(element: &BytesStart<'_>) -> Result<(), Fault> {
    let Some(said) = raw(element, "uniqueCount")? else { return Ok(()) };
    match said.parse::<usize>() {
        Ok(said) if said <= MOST_TEXTS => Ok(()),
        Ok(_) => Err(too_many_cells()),
        Err(_) => Err(broken()),
    }
}

/// Whether an attribute is the place of a cell or row, or of as many as make a range from its first cell to its last.
fn is_place(element: &BytesStart<'_>, name: &str, most: usize) -> Result<(), Fault> {
    let Some(places) = raw(element, name)? else { return Ok(()) };
    let mut last = (0, 0);
    for (number, place) in places.split(':').enumerate() {
        let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (column, row) = place.split_at_checked(letters).unwrap_or_default();
        let fits = column.len() <= 3 && row.len() <= 7 && row.bytes().all(|digit| digit.is_ascii_digit());
        is_so(fits && number < most)?;
        let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        let column = column.bytes().fold(0, |sum, letter| sum * 26 + value(letter));
        let here = (row.parse::<u32>().unwrap_or(0), column);
        is_so(here.0 >= last.0 && here.1 >= last.1)?;
        last = here;
    }
    Ok(())
}
