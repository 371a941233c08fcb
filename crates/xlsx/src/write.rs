//! A workbook, written as a file.

use std::fmt;

use deelsom_workbook::{Allowed, Area, At, Book, Cell, Content, Role, Sheet, SheetId, Worth};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule, DocProperties,
    ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};

use crate::format::{Formats, MonthLocale, outcomes};

/// What a file says beside the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// In which language months are named.
    pub month_locale: MonthLocale,
    /// The title in the properties of the document.
    pub title: String,
    /// When the book was made: year, month, day. Given and not asked of the clock, so that the same book is the same file.
    pub created: (u16, u8, u8),
}

/// Why a book cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// A cell is worth no finite number, which a file has no way to say.
    NotFinite {
        /// The sheet.
        sheet: String,
        /// The address on it.
        cell: String,
    },
    /// The words that may be typed into a cell do not fit into a list: one has a comma, or they are too long together.
    Words {
        /// The sheet.
        sheet: String,
        /// The address on it.
        cell: String,
    },
    /// Something else that the format does not take: a name, a size, a date.
    Format(String),
}

/// A cell holds no more text than this, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// A list of words to choose from is no longer than this, in UTF-16 units, with its commas.
const LONGEST_LIST: usize = 255;
/// The properties of a document hold no more than this.
const LONGEST_TITLE: usize = 255;
/// A4.
const PAPER: u8 = 9;
/// A fifth faster than the library's own 6, for a file of a quarter of a percent more.
const COMPRESSION: u8 = 5;

/// Writes a book as an xlsx file.
pub fn write(book: &Book, look: &Look) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(look)?).set_zip_compression_level(COMPRESSION);
    let mut formats = Formats::new(look.month_locale);
    for (number, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        // The library's own default is 0, also for a formula that is worth an empty text.
        worksheet.set_formula_result_default("");
        lay_out(worksheet, sheet)?;
        for (row, column, cell) in sheet.cells() {
            write_cell(worksheet, (row, column), cell, &mut formats)
                .map_err(|fault| fault.at(sheet, At { sheet: SheetId(number), row, column }))?;
        }
        restrict(worksheet, sheet)?;
        colour_checks(worksheet, sheet)?;
    }
    for (name, area) in &book.names {
        workbook.define_name(name, &absolute(book, *area))?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(look: &Look) -> Result<DocProperties, WriteError> {
    let (year, month, day) = look.created;
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_title(cut(&look.title, LONGEST_TITLE)).set_creation_datetime(&created))
}

/// What a sheet looks like on screen and on paper. Headers and footers hold no text of the study: an `&` in it would be a
/// code there.
fn lay_out(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WriteError> {
    for (first, last, width) in &sheet.widths {
        worksheet.set_column_range_width(*first, *last, *width)?;
    }
    worksheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    let (rows, columns) = sheet.in_sight;
    if (rows, columns) != (0, 0) {
        worksheet.set_freeze_panes(rows, columns)?;
    }
    if rows > 0 {
        worksheet.set_repeat_rows(0, rows - 1)?;
    }
    let (rows, _) = sheet.size();
    if let Some(columns) = sheet.printed_columns
        && rows > 0
        && columns > 0
    {
        worksheet.set_print_area(0, 0, rows - 1, columns - 1)?;
    }
    Ok(())
}

/// Why a cell cannot be written, before it is said which.
enum Fault {
    NotFinite,
    Format(XlsxError),
}

impl Fault {
    fn at(self, sheet: &Sheet, at: At) -> WriteError {
        match self {
            Self::NotFinite => WriteError::NotFinite { sheet: sheet.name.clone(), cell: at.address() },
            Self::Format(error) => error.into(),
        }
    }
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Self {
        Self::Format(error)
    }
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &mut Formats,
) -> Result<(), Fault> {
    match &cell.content {
        Content::Blank => worksheet.write_blank(row, column, formats.of(cell.style))?,
        Content::Number(number) => {
            worksheet.write_number_with_format(row, column, finite(*number)?, formats.of(cell.style))?
        }
        Content::Text(text) => {
            let format = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                formats.quoted(cell.style)
            } else {
                formats.of(cell.style)
            };
            worksheet.write_string_with_format(row, column, safe(text), format)?
        }
        Content::Formula(text, worth) => {
            let mut formula = Formula::new(text);
            if let Worth::Number(number) = worth {
                formula = formula.set_result(finite(*number)?.to_string());
            }
            worksheet.write_formula_with_format(row, column, formula, formats.of(cell.style))?
        }
    };
    Ok(())
}

/// The number, without the sign of a zero.
fn finite(number: f64) -> Result<f64, Fault> {
    if number.is_finite() { Ok(number + 0.0) } else { Err(Fault::NotFinite) }
}

/// The text as a cell can hold it. What looks like a piece of rich text would be written into the file unescaped, so a space
/// without width goes before it.
fn safe(text: &str) -> String {
    let text = cut(text, LONGEST_TEXT);
    if text.starts_with("<r>") && text.ends_with("</r>") {
        return cut(&format!("\u{200B}{text}"), LONGEST_TEXT).to_owned();
    }
    text.to_owned()
}

/// The beginning of a text, of no more than so many UTF-16 units.
fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    for (place, character) in text.char_indices() {
        units += character.len_utf16();
        if units > most {
            return &text[..place];
        }
    }
    text
}

/// Says what may be typed. A cell may always be made empty.
fn restrict(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WriteError> {
    for (area, allowed) in &sheet.allowed {
        let (from, last) = (area.from, area.last());
        let validation = match allowed {
            Allowed::Between(low, high) => between(*low, *high),
            Allowed::OneOf(words) => one_of(words)
                .ok_or_else(|| WriteError::Words { sheet: sheet.name.clone(), cell: from.address() })?,
        };
        worksheet.add_data_validation(from.row, from.column, last.row, last.column, &validation)?;
    }
    Ok(())
}

/// A number between two, of which either may be infinite: there is no bound on that side.
fn between(low: f64, high: f64) -> DataValidation {
    let validation = DataValidation::new().ignore_blank(true);
    match (low.is_finite(), high.is_finite()) {
        (true, true) => validation.allow_decimal_number(DataValidationRule::Between(low, high)),
        (true, false) => validation.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(low)),
        (false, true) => validation.allow_decimal_number(DataValidationRule::LessThanOrEqualTo(high)),
        (false, false) => validation,
    }
}

/// One of a list of words; `None` where the file cannot say the list.
fn one_of(words: &[String]) -> Option<DataValidation> {
    let length: usize = words.iter().map(|word| word.encode_utf16().count() + 1).sum();
    if length > LONGEST_LIST + 1 || words.iter().any(|word| word.contains(',')) {
        return None;
    }
    DataValidation::new().ignore_blank(true).allow_list_strings(words).ok()
}

/// Gives the checks of a sheet their colours.
fn colour_checks(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WriteError> {
    let blocks = blocks_of_checks(sheet);
    let Some(first) = blocks.first() else { return Ok(()) };
    let (from, last) = (first.from, first.last());
    let everywhere: Vec<String> = blocks.iter().map(|block| block.address()).collect();
    for (worth, format) in outcomes() {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(worth))
            .set_format(format)
            .set_multi_range(everywhere.join(" "));
        worksheet.add_conditional_format(from.row, from.column, last.row, last.column, &rule)?;
    }
    Ok(())
}

/// The blocks that the checks of a sheet stand in.
fn blocks_of_checks(sheet: &Sheet) -> Vec<Area> {
    let mut rows: Vec<Area> = Vec::new();
    let checks = sheet.cells().filter(|(_, _, cell)| {
        cell.style.0 == Role::Check && matches!(cell.content, Content::Number(_) | Content::Formula(..))
    });
    for (row, column, _) in checks {
        match rows.last_mut() {
            Some(area) if area.from.row == row && area.from.column + area.columns == column => {
                area.columns += 1;
            }
            _ => rows.push(Area::of(At { sheet: SheetId(0), row, column })),
        }
    }
    let mut blocks: Vec<Area> = Vec::new();
    for area in rows {
        let above = blocks.iter_mut().find(|block| {
            block.from.row + block.rows == area.from.row
                && (block.from.column, block.columns) == (area.from.column, area.columns)
        });
        match above {
            Some(block) => block.rows += 1,
            None => blocks.push(area),
        }
    }
    blocks
}

/// What a name of the book stands for, whichever cell asks.
fn absolute(book: &Book, area: Area) -> String {
    let fixed = |at: At| {
        let address = at.address();
        let letters = address.trim_end_matches(|character: char| character.is_ascii_digit());
        format!("${letters}${}", at.row + 1)
    };
    let (from, last) = (area.from, area.last());
    let sheet = &book.sheet(from.sheet).name;
    if from == last {
        return format!("={sheet}!{}", fixed(from));
    }
    format!("={sheet}!{}:{}", fixed(from), fixed(last))
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self::Format(error.to_string())
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { sheet, cell } => write!(f, "{sheet}!{cell} is worth no finite number"),
            Self::Words { sheet, cell } => {
                write!(f, "the words that {sheet}!{cell} may hold do not fit into a list")
            }
            Self::Format(said) => f.write_str(said),
        }
    }
}

impl std::error::Error for WriteError {}
