//! Sheets as they are read: cells put in their places, within limits, whatever order they come in.

use std::collections::BTreeMap;

use deelsom_tables::{Fault, Grid, GridCell, GridValue, MOST_COLUMNS, MOST_ROWS, Note};

/// So many cells of all sheets have anything in them.
const MOST_CELLS: usize = 200_000;
/// So many places their rows have, the empty ones before a filled cell included: one sheet as large as is read.
const MOST_PLACES: usize = 800_000;
/// So much text stands in all of them, bytes.
const MOST_TEXT: usize = 16_000_000;
/// As many ranges of merged cells are named.
const MOST_MERGED: usize = 100;

/// The sheets of a file, and what has been taken in so far.
#[derive(Default)]
pub(crate) struct Sheets {
    grids: Vec<Grid>,
    cells: usize,
    places: usize,
    text: usize,
}

/// The sheet that is being read.
#[derive(Default)]
pub(crate) struct Sheet {
    rows: BTreeMap<usize, Vec<GridCell>>,
    cells: usize,
    places: usize,
    text: usize,
    /// The ranges of its merged cells, the first of them.
    merged: Vec<String>,
}

/// More of something than there may be: a sheet is not read, and others are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TooMuch {
    code: &'static str,
    limit: f64,
}

const TOO_MANY_ROWS: TooMuch = TooMuch { code: "table_rows", limit: MOST_ROWS as f64 };
pub(crate) const TOO_MANY_COLUMNS: TooMuch = TooMuch { code: "table_columns", limit: MOST_COLUMNS as f64 };
const TOO_MANY_CELLS: TooMuch = TooMuch { code: "sheet_cells", limit: MOST_CELLS as f64 };
const TOO_MANY_PLACES: TooMuch = TooMuch { code: "sheet_cells", limit: MOST_PLACES as f64 };
const TOO_MUCH_TEXT: TooMuch = TooMuch { code: "sheet_text", limit: MOST_TEXT as f64 / 1e6 };

impl Sheets {
    /// A sheet to put cells in.
    pub(crate) fn begin(&self) -> Sheet {
        Sheet { cells: self.cells, places: self.places, text: self.text, ..Sheet::default() }
    }

    /// Takes up a sheet that was read, or says why it was not.
    pub(crate) fn finish(&mut self, name: String, read: Result<Sheet, TooMuch>) {
        let mut grid = Grid { sheet: name, ..Grid::default() };
        match read {
            Ok(mut sheet) => {
                (self.cells, self.places, self.text) = (sheet.cells, sheet.places, sheet.text);
                grid.rows = std::mem::take(&mut sheet.rows).into_iter().collect();
                if !sheet.merged.is_empty() {
                    grid.notes.push(Note::Merged(sheet.merged));
                }
            }
            Err(TooMuch { code, limit }) => {
                let (sheet, code) = (grid.sheet.clone(), code.to_owned());
                grid.notes.push(Note::LeftOut { sheet, code, limit });
            }
        }
        self.grids.push(grid);
    }

    /// Takes up that a sheet is hidden.
    pub(crate) fn hidden(&mut self, name: String) {
        let notes = vec![Note::HiddenSheet(name.clone())];
        self.grids.push(Grid { sheet: name, notes, ..Grid::default() });
    }

    pub(crate) fn into_grids(self) -> Vec<Grid> {
        self.grids
    }
}

impl Sheet {
    /// Puts a cell in its place, counted from 0. One in which nobody sees anything is left out.
    pub(crate) fn put(&mut self, row: usize, column: usize, cell: GridCell) -> Result<(), TooMuch> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(TOO_MANY_COLUMNS);
        }
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(TOO_MANY_CELLS);
        }
        if let GridValue::Text(text) | GridValue::Error(text) = &cell.value {
            self.has_room_for(text)?;
            self.text += text.len();
        }
        // One row more, for the headings.
        if self.rows.len() > MOST_ROWS && !self.rows.contains_key(&(row + 1)) {
            return Err(TOO_MANY_ROWS);
        }
        let cells = self.rows.entry(row + 1).or_default();
        if cells.len() <= column {
            self.places += column + 1 - cells.len();
            if self.places > MOST_PLACES {
                return Err(TOO_MANY_PLACES);
            }
            cells.resize(column + 1, GridCell::default());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Whether nothing stands on it.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Notes that a range of cells is merged.
    pub(crate) fn merge(&mut self, range: String) {
        if self.merged.len() < MOST_MERGED {
            self.merged.push(range);
        }
    }

    /// Takes the number in a place for one that is shown as a percentage.
    pub(crate) fn is_percentage(&mut self, row: usize, column: usize) {
        let cell = self.rows.get_mut(&(row + 1)).and_then(|cells| cells.get_mut(column));
        if let Some(GridCell { value, .. }) = cell
            && let GridValue::Number(fraction) = *value
        {
            *value = GridValue::Percent(fraction);
        }
    }

    /// Whether a text fits in what all texts together may be.
    pub(crate) fn has_room_for(&self, text: &str) -> Result<(), TooMuch> {
        if self.text.saturating_add(text.len()) > MOST_TEXT { Err(TOO_MUCH_TEXT) } else { Ok(()) }
    }
}

/// The fault that a note of a sheet tells.
pub(crate) fn fault(code: &str, limit: f64) -> Fault {
    let all = [TOO_MANY_ROWS, TOO_MANY_COLUMNS, TOO_MANY_CELLS, TOO_MUCH_TEXT];
    let known = all.into_iter().find(|known| known.code == code);
    known.map_or_else(crate::broken, |known| Fault::limit(known.code, limit))
}
