//! ODS, cell by cell. Not by calamine: it makes dense rectangles as large as a file says, repeats what a file asks it to,
//! waits for ever for the end of a table that was cut off, and forgets what is a percentage.

use std::collections::BTreeSet;

use deelsom_tables::{Fault, GridCell, GridValue, MOST_COLUMNS, address};
use quick_xml::events::BytesStart;

use crate::archive::Archive;
use crate::broken;
use crate::day::day_of;
use crate::markup::{Visitor, raw, value};
use crate::sheet::{Sheet, Sheets, TOO_MANY_COLUMNS, TooMuch};

/// Reads the sheets of a file.
pub(crate) fn read(archive: &mut Archive<'_>, sheets: &mut Sheets) -> Result<(), Fault> {
    if let Some(place) = archive.named("META-INF/manifest.xml") {
        archive.walk(place, &mut Manifest)?;
    }
    let place = archive.named("content.xml").ok_or_else(broken)?;
    let mut content = Content { sheets, hidden: BTreeSet::new(), style: None, depth: 0, table: None };
    archive.walk(place, &mut content)
}

/// The list of parts, which says whether they are locked.
struct Manifest;

impl Visitor for Manifest {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let locked = element.name().as_ref() == "manifest:encryption-data";
        if locked { Err(Fault::table("file_locked")) } else { Ok(()) }
    }
}

/// The part with the tables.
struct Content<'s> {
    sheets: &'s mut Sheets,
    /// The styles of tables that are not shown.
    hidden: BTreeSet<String>,
    /// The style that is being described.
    style: Option<String>,
    /// How many elements are open.
    depth: usize,
    table: Option<Table>,
}

/// A table that is open, and what is open in it.
struct Table {
    name: String,
    depth: usize,
    is_hidden: bool,
    read: Result<Sheet, TooMuch>,
    /// The place of the row at hand.
    row: usize,
    /// How often it occurs; never, where no row is open.
    rows: usize,
    /// Its cells in which anything stands: the place of the first, how often it occurs, what it is.
    cells: Vec<(usize, usize, GridCell)>,
    /// The place of the next cell.
    column: usize,
    cell: Option<Cell>,
    /// Where something is open that is no row, such as a drawing.
    aside: Option<usize>,
}

/// A cell that is open.
struct Cell {
    depth: usize,
    columns: usize,
    kind: String,
    written: Option<String>,
    formula: bool,
    text: String,
    paragraphs: usize,
    /// Where a paragraph is open.
    paragraph: Option<usize>,
    /// Where something is open that is no text of the cell, such as a remark or a drawing.
    aside: Option<usize>,
}

impl Visitor for Content<'_> {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        self.depth += 1;
        let depth = self.depth;
        match (element.name().as_ref(), &mut self.table) {
            ("style:style", None) => self.style = value(element, "style:name")?,
            ("style:table-properties", None) => {
                let shown = raw(element, "table:display")?;
                if let Some(style) = self.style.as_ref().filter(|_| shown == Some("false")) {
                    self.hidden.insert(style.clone());
                }
            }
            ("table:table", None) => {
                let style = value(element, "table:style-name")?.unwrap_or_default();
                let name = value(element, "table:name")?.unwrap_or_default();
                let is_hidden = self.hidden.contains(&style);
                self.table = Some(Table::new(name, depth, is_hidden, self.sheets.begin()));
            }
            (name, Some(table)) => table.start(name, element, depth)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Fault> {
        if let Some(mut table) = self.table.take() {
            if table.depth == self.depth {
                table.finish(self.sheets);
            } else {
                table.end(self.depth);
                self.table = Some(table);
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if let Some(table) = &mut self.table {
            table.add(text);
        }
        Ok(())
    }
}

impl Table {
    fn new(name: String, depth: usize, is_hidden: bool, sheet: Sheet) -> Self {
        let (row, rows, column, cells) = (0, 0, 0, Vec::new());
        Self { name, depth, is_hidden, read: Ok(sheet), row, rows, cells, column, cell: None, aside: None }
    }

    fn start(&mut self, name: &str, element: &BytesStart<'_>, depth: usize) -> Result<(), Fault> {
        if self.is_hidden || self.read.is_err() || self.aside.is_some() {
            return Ok(());
        }
        match (name, &mut self.cell) {
            ("table:table-row", None) => {
                self.rows = times(element, "table:number-rows-repeated")?;
                self.cells.clear();
                self.column = 0;
            }
            ("table:shapes" | "table:table" | "office:forms", None) => self.aside = Some(depth),
            ("table:table-cell", None) => self.cell = Some(self.begin(element, depth)?),
            // What a merged cell hides is not its value.
            ("table:covered-table-cell", None) => {
                let mut cell = self.begin(element, depth)?;
                (cell.kind, cell.written, cell.formula, cell.aside) =
                    (String::new(), None, false, Some(depth));
                self.cell = Some(cell);
            }
            (_, Some(cell)) => {
                if let Some(more) = cell.start(name, element, depth)? {
                    self.add(&more);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, element: &BytesStart<'_>, depth: usize) -> Result<Cell, Fault> {
        let kind = value(element, "office:value-type")?.unwrap_or_default();
        let is_error = raw(element, "calcext:value-type")? == Some("error");
        let written = match kind.as_str() {
            "float" | "currency" | "percentage" => value(element, "office:value")?,
            "date" => value(element, "office:date-value")?,
            "boolean" => value(element, "office:boolean-value")?,
            "string" if !is_error => value(element, "office:string-value")?,
            _ => None,
        };
        self.note_merged(element)?;
        Ok(Cell {
            depth,
            columns: times(element, "table:number-columns-repeated")?,
            kind: if is_error { "error".to_owned() } else { kind },
            written,
            formula: raw(element, "table:formula")?.is_some(),
            text: String::new(),
            paragraphs: 0,
            paragraph: None,
            aside: None,
        })
    }

    /// Notes over which range a cell is merged.
    fn note_merged(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let columns = times(element, "table:number-columns-spanned")?;
        let rows = times(element, "table:number-rows-spanned")?;
        if columns.max(rows) > 1
            && let Ok(sheet) = &mut self.read
        {
            let first = address("", self.row.saturating_add(1), Some(self.column));
            let last = (self.row.saturating_add(rows), self.column.saturating_add(columns) - 1);
            sheet.merge([&first, ":", &address("", last.0, Some(last.1))].concat());
        }
        Ok(())
    }

    /// Something within the table ends.
    fn end(&mut self, depth: usize) {
        match &mut self.cell {
            Some(cell) if cell.depth == depth => self.end_of_cell(),
            Some(cell) => cell.end(depth),
            None if self.aside == Some(depth) => self.aside = None,
            None if self.aside.is_none() => self.end_of_row(),
            None => {}
        }
    }

    fn end_of_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (place, columns) = (self.column, cell.columns);
        self.column = place.saturating_add(columns);
        let cell = cell.value();
        if cell.is_empty() {
            return;
        }
        if self.column > MOST_COLUMNS {
            self.read = Err(TOO_MANY_COLUMNS);
        } else {
            self.cells.push((place, columns, cell));
        }
    }

    /// Puts the cells of a row in their places. Where no row was open there are none.
    fn end_of_row(&mut self) {
        let (first, rows) = (self.row, std::mem::take(&mut self.rows));
        self.row = first.saturating_add(rows);
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        if let Ok(sheet) = &mut self.read
            && let Err(too_much) = put(sheet, first, rows, &cells)
        {
            self.read = Err(too_much);
        }
    }

    /// Adds a piece of text to the cell at hand.
    fn add(&mut self, text: &str) {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.aside.is_none() && cell.paragraph.is_some())
        else {
            return;
        };
        cell.text.push_str(text);
        if let Ok(sheet) = &self.read
            && let Err(too_much) = sheet.has_room_for(&cell.text)
        {
            self.read = Err(too_much);
            self.cell = None;
        }
    }

    fn finish(self, sheets: &mut Sheets) {
        if self.is_hidden {
            sheets.hidden(self.name);
        } else {
            sheets.finish(self.name, self.read);
        }
    }
}

/// Puts cells in their places, as often as they occur.
fn put(
    sheet: &mut Sheet,
    first: usize,
    rows: usize,
    cells: &[(usize, usize, GridCell)],
) -> Result<(), TooMuch> {
    for row in 0..rows {
        for (place, columns, cell) in cells {
            for column in 0..*columns {
                sheet.put(first.saturating_add(row), place.saturating_add(column), cell.clone())?;
            }
        }
    }
    Ok(())
}

impl Cell {
    /// Something within the cell begins; gives the text that it stands for.
    fn start(&mut self, name: &str, element: &BytesStart<'_>, depth: usize) -> Result<Option<String>, Fault> {
        if self.aside.is_some() {
            return Ok(None);
        }
        match (name, self.paragraph) {
            ("text:p" | "text:h", None) => {
                self.paragraph = Some(depth);
                self.paragraphs += 1;
                return Ok((self.paragraphs > 1).then(|| "\n".to_owned()));
            }
            // More spaces than this nobody types.
            ("text:s", Some(_)) => return Ok(Some(" ".repeat(times(element, "text:c")?.min(100)))),
            ("text:tab", Some(_)) => return Ok(Some("\t".to_owned())),
            ("text:line-break", Some(_)) => return Ok(Some("\n".to_owned())),
            ("text:span" | "text:a", Some(_)) => {}
            _ => self.aside = Some(depth),
        }
        Ok(None)
    }

    /// Something within the cell ends.
    fn end(&mut self, depth: usize) {
        if self.aside == Some(depth) {
            self.aside = None;
        } else if self.paragraph == Some(depth) {
            self.paragraph = None;
        }
    }

    fn value(self) -> GridCell {
        let Self { kind, written, text, formula, .. } = self;
        let number = || written.as_deref().and_then(|written| written.parse::<f64>().ok());
        let value = match (kind.as_str(), number()) {
            ("float" | "currency", Some(number)) => GridValue::Number(number),
            ("percentage", Some(fraction)) => GridValue::Percent(fraction),
            ("date", _) => day_of(written.unwrap_or(text)),
            ("boolean", _) => GridValue::Flag(written.as_deref() == Some("true")),
            ("error", _) => GridValue::Error(text),
            ("", _) if text.is_empty() => GridValue::Empty,
            _ => GridValue::Text(written.unwrap_or(text)),
        };
        GridCell { value, formula }
    }
}

/// How often something occurs: once where nothing is said.
fn times(element: &BytesStart<'_>, name: &str) -> Result<usize, Fault> {
    let Some(said) = raw(element, name)? else { return Ok(1) };
    let said: u32 = said.parse().map_err(|_| broken())?;
    Ok(usize::try_from(said.max(1)).unwrap_or(usize::MAX))
}
