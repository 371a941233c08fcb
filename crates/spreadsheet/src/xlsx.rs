//! XLSX, cell by cell, by calamine: the dense rectangle that it could make as well has no limit.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use deelsom_tables::{Fault, GridCell, GridValue, address};

use crate::broken;
use crate::day::day_of;
use crate::parts::Found;
use crate::sheet::{Sheet, Sheets, TooMuch};

/// As many rows as Excel has.
const MOST_ROWS: u32 = 1_048_576;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the sheets of a file that was looked through.
pub(crate) fn read(bytes: &[u8], found: &Found, sheets: &mut Sheets) -> Result<(), Fault> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Fault::table("file_locked"),
        _ => broken(),
    })?;
    let all = book.sheets_metadata().to_vec();
    for (place, sheet) in all.iter().enumerate() {
        // Sheets are asked for by name: of two with one name the first would be read twice.
        if all.iter().take(place).any(|other| other.name == sheet.name) {
            return Err(broken());
        }
        match (sheet.typ, sheet.visible) {
            (SheetType::WorkSheet, SheetVisible::Visible) => {
                let read = match self::sheet(&mut book, &sheet.name, found, sheets.begin()) {
                    Ok(read) => Ok(read),
                    Err(Stop::Sheet(too_much)) => Err(too_much),
                    Err(Stop::File(fault)) => return Err(fault),
                };
                sheets.finish(sheet.name.clone(), read);
            }
            (SheetType::WorkSheet, _) => sheets.hidden(sheet.name.clone()),
            // Charts and the like have no cells.
            _ => {}
        }
    }
    Ok(())
}

/// Why reading a sheet stops.
enum Stop {
    Sheet(TooMuch),
    File(Fault),
}

impl From<TooMuch> for Stop {
    fn from(too_much: TooMuch) -> Self {
        Self::Sheet(too_much)
    }
}

impl From<XlsxError> for Stop {
    fn from(_: XlsxError) -> Self {
        Self::File(broken())
    }
}

fn sheet(book: &mut Book<'_>, name: &str, found: &Found, mut sheet: Sheet) -> Result<Sheet, Stop> {
    cells(book, name, &mut sheet)?;
    if sheet.is_empty() {
        return Ok(sheet);
    }
    percentages(book, name, &mut sheet)?;
    if found.merged {
        book.merge_cells_by_sheet_name(name)?.iter().map(range).for_each(|range| sheet.merge(range));
    }
    Ok(sheet)
}

fn cells(book: &mut Book<'_>, name: &str, sheet: &mut Sheet) -> Result<(), Stop> {
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(record) = cells.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let cell = GridCell { value: value(record.value), formula: record.formula.is_some() };
        if !cell.is_empty() && row >= MOST_ROWS {
            return Err(Stop::File(broken()));
        }
        sheet.put(place(row), place(column), cell)?;
    }
    Ok(())
}

/// Marks the numbers that are shown as percentages.
fn percentages(book: &mut Book<'_>, name: &str, sheet: &mut Sheet) -> Result<(), Stop> {
    let mut styles = book.worksheet_cells_reader(name)?;
    let is_percentage: Vec<bool> = styles.styles().iter().map(shows_percentage).collect();
    if !is_percentage.contains(&true) {
        return Ok(());
    }
    while let Some((row, column, style)) = styles.next_style_id()? {
        if is_percentage.get(style) == Some(&true) {
            sheet.is_percentage(place(row), place(column));
        }
    }
    Ok(())
}

/// Whether a number of this style is shown as a percentage: there is a sign of it that is not a text.
fn shows_percentage(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut quoted = false;
    let mut escaped = false;
    format.format_code.chars().any(|one| {
        let plain = !quoted && !escaped;
        quoted ^= one == '"' && !escaped;
        escaped = one == '\\' && plain;
        one == '%' && plain
    })
}

fn value(value: DataRef<'_>) -> GridValue {
    match value {
        DataRef::Empty => GridValue::Empty,
        DataRef::Int(number) => GridValue::Number(number as f64),
        DataRef::Float(number) => GridValue::Number(number),
        DataRef::String(text) | DataRef::DurationIso(text) => GridValue::Text(text),
        DataRef::SharedString(text) => GridValue::Text(text.to_owned()),
        DataRef::Bool(yes) => GridValue::Flag(yes),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            GridValue::Date { year: year.into(), month, day }
        }
        DataRef::DateTime(time) => GridValue::Number(time.as_f64()),
        DataRef::DateTimeIso(text) => day_of(text),
        DataRef::Error(error) => GridValue::Error(error.to_string()),
    }
}

fn range(range: &Dimensions) -> String {
    let cell = |(row, column): (u32, u32)| address("", place(row) + 1, Some(place(column)));
    [&cell(range.start), ":", &cell(range.end)].concat()
}

fn place(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX - 1)
}
