//! A workbook as it will be written: sheets of cells, each with its content, its look, and what it is worth now.

use std::fmt;

/// Which sheet of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetId(pub usize);

/// A place in a book: rows and columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The sheet.
    pub sheet: SheetId,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

impl At {
    /// The place so many columns to the right.
    #[must_use]
    pub fn right(self, columns: usize) -> Self {
        Self { column: self.column + u16::try_from(columns).unwrap_or(u16::MAX), ..self }
    }

    /// The place so many rows down.
    #[must_use]
    pub fn down(self, rows: usize) -> Self {
        Self { row: self.row + u32::try_from(rows).unwrap_or(u32::MAX), ..self }
    }

    /// Its address on its sheet, such as `K8`.
    pub fn address(self) -> String {
        let (mut letters, mut left) = (Vec::new(), u32::from(self.column) + 1);
        while left > 0 {
            letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
            left = (left - 1) / 26;
        }
        let mut text: String = letters.iter().rev().collect();
        text.push_str(&(self.row + 1).to_string());
        text
    }
}

/// A block of places on one sheet: a row, a column or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Its first place, above and to the left.
    pub from: At,
    /// How many rows.
    pub rows: u32,
    /// How many columns.
    pub columns: u16,
}

impl Area {
    /// One place.
    pub fn of(at: At) -> Self {
        Self { from: at, rows: 1, columns: 1 }
    }

    /// So many places under each other.
    pub fn down(from: At, rows: usize) -> Self {
        Self { from, rows: u32::try_from(rows).unwrap_or(u32::MAX), columns: 1 }
    }

    /// So many places beside each other.
    pub fn across(from: At, columns: usize) -> Self {
        Self { from, rows: 1, columns: u16::try_from(columns).unwrap_or(u16::MAX) }
    }

    /// Its last place, below and to the right.
    pub fn last(self) -> At {
        At { row: self.from.row + self.rows - 1, column: self.from.column + self.columns - 1, ..self.from }
    }

    /// Its address on its sheet, such as `K8:K12`.
    pub fn address(self) -> String {
        if (self.rows, self.columns) == (1, 1) {
            return self.from.address();
        }
        format!("{}:{}", self.from.address(), self.last().address())
    }

    /// All its places, row by row.
    pub fn places(self) -> impl Iterator<Item = At> {
        (0..self.rows).flat_map(move |row| {
            (0..self.columns).map(move |column| At {
                row: self.from.row + row,
                column: self.from.column + column,
                ..self.from
            })
        })
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing: an input that says nothing, or only a colour.
    Blank,
    /// Text, of anyone: never a formula.
    Text(Box<str>),
    /// A number; a month is the serial number of its first day.
    Number(f64),
    /// A formula without its `=`, and what it is worth now.
    Formula(Box<str>, Worth),
}

/// What a formula is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Worth {
    /// A number.
    Number(f64),
    /// Nothing: an empty text.
    Nothing,
}

/// What a cell is for, which gives it its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The title of a sheet.
    Title,
    /// The title of a block: it may run on over the columns beside it.
    Block,
    /// The heading of a column.
    Heading,
    /// A name.
    Label,
    /// A remark.
    Note,
    /// A figure that the reader may change.
    Input,
    /// A figure that stays as it was when the book was made.
    Frozen,
    /// A figure that follows from others.
    Figure,
    /// A sum.
    Total,
    /// A sum that checks itself: 1 holds, 0 does not.
    Check,
}

/// What kind of figure it is, which gives it its number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// Euros and cents.
    Cents,
    /// Whole euros.
    Euros,
    /// Full-time equivalents, two decimals.
    Fte,
    /// A share, as a percentage with one decimal.
    Percent,
    /// A factor, four decimals.
    Factor,
    /// A number without decimals.
    Whole,
    /// A number as it is.
    Plain,
    /// A month, by its first day.
    Month,
    /// A calendar year.
    Year,
}

/// The look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style(pub Role, pub Kind);

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// What it looks like.
    pub style: Style,
}

/// What may be typed into an input.
#[derive(Debug, Clone, PartialEq)]
pub enum Allowed {
    /// A number from the first to the second.
    Between(f64, f64),
    /// One of these words.
    OneOf(Vec<String>),
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name: letters, digits and underscores only, so that formulas need no quotes.
    pub name: String,
    /// Its rows, each with its cells from the first column on.
    rows: Vec<Vec<Option<Cell>>>,
    /// So many rows and columns stay in sight.
    pub in_sight: (u32, u16),
    /// Widths of columns, in characters: the first, the last, the width.
    pub widths: Vec<(u16, u16, f64)>,
    /// So many columns are printed; `None` for all.
    pub printed_columns: Option<u16>,
    /// What may be typed where.
    pub allowed: Vec<(Area, Allowed)>,
}

impl Sheet {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            rows: Vec::new(),
            in_sight: (0, 0),
            widths: Vec::new(),
            printed_columns: None,
            allowed: Vec::new(),
        }
    }

    /// The cell at a row and a column.
    pub fn cell(&self, row: u32, column: u16) -> Option<&Cell> {
        self.rows.get(row as usize)?.get(usize::from(column))?.as_ref()
    }

    /// All cells, row by row, with their rows and columns.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u16, &Cell)> {
        (0..).zip(&self.rows).flat_map(|(row, cells)| {
            (0..).zip(cells).filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?)))
        })
    }

    /// How many rows and columns have cells.
    pub fn size(&self) -> (u32, u16) {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        (u32::try_from(self.rows.len()).unwrap_or(u32::MAX), u16::try_from(columns).unwrap_or(u16::MAX))
    }
}

/// An input of a book, and the figure of the study that it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The figure, by its JSON pointer in the study.
    pub pointer: String,
    /// How it is written in the study.
    pub said: Said,
    /// Where it stands in the book.
    pub at: At,
}

/// How an input is written in a study.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A number that is always there.
    Number,
    /// A number that may be left out.
    Optional,
    /// A salary scale.
    Scale,
    /// A month, as `YYYY-MM`.
    Month,
    /// A month that may be left out.
    OptionalMonth,
    /// A word for how sure an amount is.
    Certainty,
    /// A number of a list, by its place: blank ends the list.
    Step(usize),
    /// A number by calendar year.
    Year(i32),
    /// The value of an assumption, for one service or for all.
    Assumption {
        /// Its id.
        id: String,
        /// The service's id.
        service: Option<String>,
    },
    /// Why an assumption has a value of its own, by its id.
    Reason(String),
}

/// A book of sheets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
    /// Names for areas.
    pub names: Vec<(String, Area)>,
    /// Its inputs.
    pub inputs: Vec<Input>,
}

impl Book {
    /// Adds a sheet.
    pub fn add(&mut self, name: &str) -> SheetId {
        self.sheets.push(Sheet::new(name));
        SheetId(self.sheets.len() - 1)
    }

    /// A sheet.
    pub fn sheet(&self, id: SheetId) -> &Sheet {
        &self.sheets[id.0]
    }

    /// A sheet, to write on.
    pub fn sheet_mut(&mut self, id: SheetId) -> &mut Sheet {
        &mut self.sheets[id.0]
    }

    /// The cell at a place.
    pub fn cell(&self, at: At) -> Option<&Cell> {
        self.sheet(at.sheet).cell(at.row, at.column)
    }

    /// What the cell at a place is worth as a number, where it is one.
    pub fn number(&self, at: At) -> Option<f64> {
        match &self.cell(at)?.content {
            Content::Number(number) | Content::Formula(_, Worth::Number(number)) => Some(*number),
            Content::Blank | Content::Text(_) | Content::Formula(_, Worth::Nothing) => None,
        }
    }

    /// Writes a cell, over what stood there.
    pub fn put(&mut self, at: At, content: Content, style: Style) -> At {
        let rows = &mut self.sheets[at.sheet.0].rows;
        let (row, column) = (at.row as usize, usize::from(at.column));
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, || None);
        }
        cells[column] = Some(Cell { content, style });
        at
    }

    /// The address of an area as a formula on a sheet writes it.
    pub fn address(&self, area: Area, on: SheetId) -> String {
        let address = area.address();
        if area.from.sheet == on {
            address
        } else {
            format!("{}!{address}", self.sheet(area.from.sheet).name)
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address())
    }
}
