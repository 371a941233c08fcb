//! Cells of an XLSX file at places that someone asks for, with the text of formulas, and nothing of the rest. By a reader
//! of our own: calamine gives formulas only for a whole sheet at once, and can panic on those that are shared.

use std::collections::{BTreeMap, BTreeSet};

use deelsom_tables::Fault;
use quick_xml::events::BytesStart;

use crate::archive::Archive;
use crate::broken;
use crate::markup::{Visitor, attributes, raw, value};

/// As many cells are looked at on a sheet.
const MOST_CELLS: usize = 1_000_000;
/// So much text of a file is kept, bytes.
const MOST_TEXT: usize = 32_000_000;
/// More sheets and relations than anyone makes.
const MOST_NAMES: usize = 10_000;
/// As many rows and columns as Excel has.
const LIMITS: (u32, u32) = (1_048_576, 16_384);

/// A place on a sheet: row and column, counted from 0.
pub(super) type Place = (u32, u16);

/// What stands in a cell; texts that are kept apart by their number.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    Nothing,
    Number(f64),
    Text(String),
    Shared(usize),
}

/// A cell as it was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawCell {
    pub(super) value: Raw,
    pub(super) formula: Option<Formula>,
}

/// A formula as it was read: that of another cell where it is shared.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Formula {
    pub(super) text: String,
    pub(super) shared: Option<u32>,
}

/// Where the parts of a file are.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// The name of every sheet and the place of its part.
    sheets: Vec<(String, usize)>,
    /// The place of the texts that are kept apart.
    texts: Option<usize>,
}

impl Book {
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, Fault> {
        let whole = relations(archive, "_rels/.rels")?;
        let main = whole.iter().find(|one| one.kind == "officeDocument").ok_or_else(broken)?;
        let main = part_at("", &main.target);
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(archive, &format!("{folder}/_rels/{name}.rels"))?;
        let mut names = Names::default();
        let place = archive.named(&main).ok_or_else(broken)?;
        archive.walk(place, &mut names)?;
        let at = |relation: &Relation| archive.named(&part_at(folder, &relation.target));
        let sheet = |(name, id): (String, String)| {
            let relation = relations.iter().find(|one| one.id == id && one.kind == "worksheet")?;
            Some((name, at(relation)?))
        };
        Ok(Self {
            sheets: names.sheets.into_iter().filter_map(sheet).collect(),
            texts: relations.iter().find(|one| one.kind == "sharedStrings").and_then(at),
        })
    }

    /// The name of the first sheet that is called this.
    pub(super) fn sheet_of(&self, name: &str) -> Option<&str> {
        let mut names = self.sheets.iter().map(|(name, _)| name.as_str());
        names.find(|one| *one == name)
    }

    /// Reads the cells of a sheet at the places that are wanted, into a list that keeps what was read until it fails.
    pub(super) fn cells(
        &self,
        archive: &mut Archive<'_>,
        sheet: &str,
        wanted: &dyn Fn(Place) -> bool,
        cells: &mut BTreeMap<Place, RawCell>,
    ) -> Result<(), Fault> {
        self.each_cell(archive, sheet, wanted, &mut |place, cell| _ = cells.insert(place, cell))
    }

    /// Shows the cells of a sheet at the places that are wanted, one after the other.
    pub(super) fn each_cell(
        &self,
        archive: &mut Archive<'_>,
        sheet: &str,
        wanted: &dyn Fn(Place) -> bool,
        see: &mut dyn FnMut(Place, RawCell),
    ) -> Result<(), Fault> {
        let place = self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, place)| *place);
        let (stack, next) = (Vec::new(), (0, 0));
        let mut reader = Cells { wanted, see, seen: 0, stack, next, cell: None, text: 0 };
        archive.walk(place.ok_or_else(broken)?, &mut reader)
    }

    /// Reads texts by their numbers.
    pub(super) fn texts(
        &self,
        archive: &mut Archive<'_>,
        wanted: &BTreeSet<usize>,
    ) -> Result<BTreeMap<usize, String>, Fault> {
        let mut reader = Texts { wanted, found: BTreeMap::new(), stack: Vec::new(), number: 0, read: 0 };
        if let Some(place) = self.texts.filter(|_| !wanted.is_empty()) {
            archive.walk(place, &mut reader)?;
        }
        let unescaped = |(number, text): (usize, String)| (number, unescaped(&text));
        Ok(reader.found.into_iter().map(unescaped).collect())
    }
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

#[derive(Default)]
struct Relations(Vec<Relation>);

fn relations(archive: &mut Archive<'_>, name: &str) -> Result<Vec<Relation>, Fault> {
    let mut relations = Relations::default();
    let place = archive.named(name.trim_start_matches('/')).ok_or_else(broken)?;
    archive.walk(place, &mut relations)?;
    Ok(relations.0)
}

impl Visitor for Relations {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        if element.local_name().as_ref() != "Relationship" {
            return Ok(());
        }
        let text = |name| Ok(value(element, name)?.unwrap_or_default());
        let kind = text("Type")?.rsplit('/').next().unwrap_or_default().to_owned();
        self.0.push(Relation { id: text("Id")?, kind, target: text("Target")? });
        if self.0.len() > MOST_NAMES { Err(broken()) } else { Ok(()) }
    }
}

/// The name of a part that is named from a folder.
fn part_at(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => [folder, "/", target.trim_start_matches("./")].concat(),
    }
}

/// The sheets of a file: their names and relations.
#[derive(Default)]
struct Names {
    sheets: Vec<(String, String)>,
}

impl Visitor for Names {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        if element.local_name().as_ref() != "sheet" {
            return Ok(());
        }
        let name = value(element, "name")?.unwrap_or_default();
        let mut id = String::new();
        for attribute in attributes(element) {
            let (key, value) = attribute?;
            if key.local_name().as_ref() == "id" {
                value.clone_into(&mut id);
            }
        }
        self.sheets.push((name, id));
        if self.sheets.len() > MOST_NAMES { Err(broken()) } else { Ok(()) }
    }
}

/// What an element of a sheet or of the texts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Row,
    Cell,
    Formula,
    Value,
    /// A text, in a cell or kept apart.
    Entry,
    /// A stretch of it with a look of its own.
    Run,
    /// The letters of a text.
    Letters,
    Other,
}

impl Part {
    /// What an element is, by its name and what it stands in.
    fn of(name: &str, within: Option<Self>) -> Self {
        match (name, within) {
            ("row", _) => Self::Row,
            ("c", Some(Self::Row)) => Self::Cell,
            ("f", Some(Self::Cell)) => Self::Formula,
            ("v", Some(Self::Cell)) => Self::Value,
            ("is", Some(Self::Cell)) | ("si", _) => Self::Entry,
            ("r", Some(Self::Entry)) => Self::Run,
            ("t", Some(Self::Entry | Self::Run)) => Self::Letters,
            _ => Self::Other,
        }
    }
}

/// The cells of a sheet.
struct Cells<'w> {
    wanted: &'w dyn Fn(Place) -> bool,
    see: &'w mut dyn FnMut(Place, RawCell),
    seen: usize,
    stack: Vec<Part>,
    /// The row at hand and the next column.
    next: (u32, u32),
    /// The wanted cell at hand.
    cell: Option<Open>,
    text: usize,
}

/// A cell while it is read.
struct Open {
    place: Place,
    kind: String,
    value: String,
    inline: String,
    formula: Option<Formula>,
}

impl Visitor for Cells<'_> {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let part = Part::of(element.local_name().as_ref(), self.stack.last().copied());
        self.stack.push(part);
        match part {
            // Rows and cells that do not say where they are follow on those before them.
            Part::Row => {
                self.next.1 = 0;
                if let Some(row) = raw(element, "r")? {
                    self.next.0 = row.parse::<u32>().map_err(|_| broken())?.saturating_sub(1);
                }
                self.within()
            }
            Part::Cell => {
                if let Some(address) = raw(element, "r")? {
                    self.next = place_at(address).ok_or_else(broken)?;
                }
                self.within()?;
                let column = u16::try_from(self.next.1).map_err(|_| broken())?;
                let place = (self.next.0, column);
                self.next.1 += 1;
                if (self.wanted)(place) {
                    let kind = raw(element, "t")?.unwrap_or("n").to_owned();
                    let (value, inline) = (String::new(), String::new());
                    self.cell = Some(Open { place, kind, value, inline, formula: None });
                }
                Ok(())
            }
            Part::Formula => {
                let Some(cell) = &mut self.cell else { return Ok(()) };
                let is_shared = raw(element, "t")? == Some("shared");
                let number = raw(element, "si")?.and_then(|number| number.parse().ok());
                let shared = number.filter(|_| is_shared);
                cell.formula = Some(Formula { text: String::new(), shared });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), Fault> {
        match self.stack.pop() {
            Some(Part::Row) => {
                self.next.0 += 1;
                Ok(())
            }
            Some(Part::Cell) => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                (self.see)(cell.place, cell.read()?);
                self.seen += 1;
                if self.seen > MOST_CELLS { Err(too_many_cells()) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        let into = match (self.stack.last(), &mut cell.formula) {
            (Some(Part::Value), _) => &mut cell.value,
            (Some(Part::Letters), _) => &mut cell.inline,
            (Some(Part::Formula), Some(formula)) => &mut formula.text,
            _ => return Ok(()),
        };
        self.text += text.len();
        if self.text > MOST_TEXT {
            return Err(too_much_text());
        }
        into.push_str(text);
        Ok(())
    }
}

impl Cells<'_> {
    /// Whether the place at hand is one that a sheet has.
    fn within(&self) -> Result<(), Fault> {
        let (rows, columns) = LIMITS;
        if self.next.0 < rows && self.next.1 < columns { Ok(()) } else { Err(broken()) }
    }
}

impl Open {
    fn read(self) -> Result<RawCell, Fault> {
        let Self { kind, value, inline, formula, .. } = self;
        let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let value = match kind.as_str() {
            "inlineStr" => Raw::Text(unescaped(&inline)),
            // The result of a formula.
            "str" => Raw::Text(unescaped(&value)),
            _ if value.is_empty() => Raw::Nothing,
            "s" => Raw::Shared(value.trim().parse().map_err(|_| broken())?),
            "n" => Raw::Number(number(&value).ok_or_else(broken)?),
            "b" => Raw::Number(if value.trim() == "1" { 1.0 } else { 0.0 }),
            "d" => crate::day::serial_of(&value).map_or(Raw::Text(value), Raw::Number),
            // What a formula shows that has no result.
            _ => Raw::Text(unescaped(&value)),
        };
        Ok(RawCell { value, formula })
    }
}

/// The row and column of an address such as `K8`, counted from 0.
fn place_at(address: &str) -> Option<(u32, u32)> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = address.split_at_checked(letters)?;
    if !(1..=3).contains(&column.len()) {
        return None;
    }
    let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().fold(0, |sum, letter| sum * 26 + value(letter));
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// The texts that are kept apart.
struct Texts<'w> {
    wanted: &'w BTreeSet<usize>,
    found: BTreeMap<usize, String>,
    stack: Vec<Part>,
    /// How many have begun.
    number: usize,
    read: usize,
}

impl Visitor for Texts<'_> {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let part = Part::of(element.local_name().as_ref(), self.stack.last().copied());
        self.stack.push(part);
        if part == Part::Entry {
            if self.wanted.contains(&self.number) {
                self.found.insert(self.number, String::new());
            }
            self.number += 1;
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Fault> {
        self.stack.pop();
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.stack.last() != Some(&Part::Letters) {
            return Ok(());
        }
        let Some(into) = self.number.checked_sub(1).and_then(|number| self.found.get_mut(&number)) else {
            return Ok(());
        };
        self.read += text.len();
        if self.read > MOST_TEXT {
            return Err(too_much_text());
        }
        into.push_str(text);
        Ok(())
    }
}

fn too_many_cells() -> Fault {
    Fault::limit("sheet_cells", MOST_CELLS as f64)
}

fn too_much_text() -> Fault {
    Fault::limit("sheet_text", MOST_TEXT as f64 / 1e6)
}

/// A text with the characters that files write as `_x000A_`.
fn unescaped(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        read.push_str(before);
        let code = from.get(2..7).and_then(|code| code.strip_suffix('_'));
        let code = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let length = if letter.is_some() { 7 } else { 2 };
        let (this, after) = from.split_at_checked(length).unwrap_or((from, ""));
        match letter {
            Some(letter) => read.push(letter),
            None => read.push_str(this),
        }
        rest = after;
    }
    read.push_str(rest);
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_written_in_more_than_one_way() {
        for (written, read) in [
            ("a_x000A_b", "a\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x", "_x"),
            ("_x00é1_", "_x00é1_"),
            ("_xD800_", "_xD800_"),
            ("_x12_x0041_", "_x12A"),
            ("max_x_y", "max_x_y"),
        ] {
            assert_eq!(unescaped(written), read);
        }
    }

    #[test]
    fn addresses_are_places() {
        for (address, place) in [
            ("A1", Some((0, 0))),
            ("K8", Some((7, 10))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("8", None),
            ("K", None),
            ("K0", None),
            ("AAAAAAAAAAAA1", None),
            ("é1", None),
        ] {
            assert_eq!(place_at(address), place, "{address}");
        }
    }
}
