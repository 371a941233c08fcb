//! The sheet that a workbook comes back by: the study that it was made from, and where each of its figures stands.

use crate::page::Page;
use crate::sheet::{Area, At, Content, Kind, Role, Said, Style, Worth};
use crate::source::Source;
use deelsom_language::words::workbook as w;

/// What the first cell of the sheet says.
pub const FORMAT: &str = "deelsom/workbook";
/// The version of the sheet.
pub const VERSION: u32 = 1;
/// The first row of the study's pieces, and their column.
const PIECES: u32 = 8;
/// No more characters than this in a piece: a cell holds 32,767.
const PIECE: usize = 30_000;

/// The columns of the map.
const POINTER: u16 = 0;
const SAID: u16 = 1;
const NOW: u16 = 2;
const THEN: u16 = 3;

/// Writes the sheet, when all inputs are known.
pub(crate) fn write(source: &Source<'_>, page: &mut Page<'_>) {
    let pieces = pieces(&source.file.to_string());
    page.text(0, 0, FORMAT, Role::Label);
    page.frozen(page.at(0, 1), f64::from(VERSION), Kind::Whole);
    page.word(1, 0, w::ABOUT_ORIGIN, Role::Note);
    let map = PIECES + u32::try_from(pieces.len()).unwrap_or(0) + 2;
    page.word(3, 0, w::PIECES, Role::Label);
    page.frozen(page.at(3, 1), pieces.len() as f64, Kind::Whole);
    page.word(4, 0, w::MAP_ROW, Role::Label);
    page.frozen(page.at(4, 1), f64::from(map) + 1.0, Kind::Whole);
    page.word(5, 0, w::FIGURES, Role::Label);
    page.frozen(page.at(5, 1), page.book.inputs.len() as f64, Kind::Whole);
    page.lay_out((1, 0), &[(0, 0, 52.0), (1, 1, 30.0), (2, 3, 16.0)]);
    for (row, piece) in (PIECES..).zip(&pieces) {
        page.text(row, 0, piece, Role::Note);
    }
    page.headings(map - 1, 0, &[w::IN_THE_STUDY, w::KIND, w::STANDS_NOW, w::STOOD_THEN]);
    let inputs = page.book.inputs.clone();
    for (row, input) in (map..).zip(inputs) {
        let Style(_, kind) =
            page.book.cell(input.at).map_or(Style(Role::Input, Kind::Plain), |cell| cell.style);
        page.text(row, POINTER, &input.pointer, Role::Note);
        page.text(row, SAID, &said(&input.said), Role::Note);
        // The formula says where the figure stands, also when rows have been moved; what it is worth is read there.
        let address = page.book.address(Area::of(input.at), page.sheet);
        let worth = page.book.number(input.at).unwrap_or(0.0);
        let formula = Content::Formula(format!("N({address})").into(), Worth::Number(worth));
        let style = Style(Role::Figure, if kind == Kind::Text { Kind::Plain } else { kind });
        page.book.put(page.at(row, NOW), formula, style);
        let then = page.book.cell(input.at).map_or(Content::Blank, |cell| cell.content.clone());
        page.book.put(page.at(row, THEN), then, Style(Role::Frozen, kind));
    }
}

/// Where the parts of the sheet stand, for who reads it.
#[derive(Debug, Clone, Copy)]
pub struct Places;

impl Places {
    /// Where the number of pieces stands, where the row of the map (counted from 1), and where the number of figures.
    pub const COUNTS: [(u32, u16); 3] = [(3, 1), (4, 1), (5, 1)];
    /// Where the version stands.
    pub const VERSION: (u32, u16) = (0, 1);
    /// The row and column of the first piece.
    pub const FIRST_PIECE: (u32, u16) = (PIECES, 0);
    /// The columns of the map: the pointer, how it is said, where it stands now, what stood there.
    pub const MAP: [u16; 4] = [POINTER, SAID, NOW, THEN];
}

/// A text of JSON in pieces of plain letters, so that a character is one wherever it is counted.
fn pieces(json: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in json.chars() {
        let written = if letter.is_ascii() && !letter.is_ascii_control() {
            letter.to_string()
        } else {
            let mut units = [0; 2];
            let units = letter.encode_utf16(&mut units);
            units.iter().fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"))
        };
        if pieces.last().is_some_and(|piece| piece.len() + written.len() > PIECE) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(&written);
        }
    }
    pieces
}

/// How an input is said, as the map has it.
pub(crate) fn said(said: &Said) -> String {
    match said {
        Said::Number => "number".to_owned(),
        Said::Optional => "optional".to_owned(),
        Said::Scale => "scale".to_owned(),
        Said::Month => "month".to_owned(),
        Said::OptionalMonth => "optional_month".to_owned(),
        Said::Certainty => "certainty".to_owned(),
        Said::Step(step) => format!("step {step}"),
        Said::Year(year) => format!("year {year}"),
        Said::Assumption { id, service: None } => format!("assumption {id}"),
        Said::Assumption { id, service: Some(service) } => format!("assumption {id} {service}"),
        Said::Reason(id) => format!("reason {id}"),
    }
}

/// What the map says an input is.
pub(crate) fn read_said(text: &str) -> Option<Said> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    Some(match word {
        "number" => Said::Number,
        "optional" => Said::Optional,
        "scale" => Said::Scale,
        "month" => Said::Month,
        "optional_month" => Said::OptionalMonth,
        "certainty" => Said::Certainty,
        "step" => Said::Step(rest.parse().ok()?),
        "year" => Said::Year(rest.parse().ok()?),
        "assumption" => match rest.split_once(' ') {
            None => Said::Assumption { id: rest.to_owned(), service: None },
            Some((id, service)) => Said::Assumption { id: id.to_owned(), service: Some(service.to_owned()) },
        },
        "reason" => Said::Reason(rest.to_owned()),
        _ => return None,
    })
}

/// A place as the map's formula says it: the sheet and the address.
pub fn place_of(formula: &str) -> Option<(&str, u32, u16)> {
    let inner = formula.trim().trim_start_matches('=').strip_prefix("N(")?.strip_suffix(')')?;
    let (sheet, address) = inner.rsplit_once('!')?;
    let sheet = sheet.trim_start_matches('$').trim_matches('\'');
    let address = address.replace('$', "");
    let digits = address.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter
            .is_ascii_uppercase()
            .then(|| column.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1))
    })?;
    let row: u32 = row.parse().ok()?;
    Some((sheet, row.checked_sub(1)?, u16::try_from(column.checked_sub(1)?).ok()?))
}

/// Where a place is on its sheet.
pub(crate) fn address(row: u32, column: u16) -> String {
    At { sheet: crate::sheet::SheetId(0), row, column }.address()
}
