//! An empty book to fill in: sheets for the tables of a study, with the headings by which they are read again.

use crate::page::Page;
use crate::sheet::{Allowed, Area, Book, Content, Kind, Role, Style};
use deelsom_core::{Register, Year};
use deelsom_language::words::{status, template as w};
use deelsom_language::{Language, Word, codes};
use deelsom_tables::{Column, Field, Holds, Known, Subject, columns};
use serde_json::Value;

/// A sheet of a template: what its rows are, what it is called, what it says of itself, how many rows are prepared.
const SHEETS: [(Subject, Word, Word, u32); 5] = [
    (Subject::Partners, w::SHEET_PARTNERS, w::ABOUT_PARTNERS, 50),
    (Subject::Posts, w::SHEET_POSTS, w::ABOUT_POSTS, 1_000),
    (Subject::Departures, w::SHEET_DEPARTURES, w::ABOUT_DEPARTURES, 200),
    // Before running costs, whose headings would do for it where no municipality is named.
    (Subject::Volumes, w::SHEET_VOLUMES, w::ABOUT_VOLUMES, 100),
    (Subject::RunningCosts, w::SHEET_RUNNING_COSTS, w::ABOUT_RUNNING_COSTS, 500),
];
/// So many columns are prepared for what municipalities use.
const PARTNERS: u16 = 12;
/// No month of departure lies outside these years.
const MONTHS: (u16, u16) = (2000, 2100);

/// An empty book for the tables of a study.
pub fn template(language: Language) -> Book {
    let mut book = Book::default();
    let read_me = book.add(w::SHEET_READ_ME.text(language));
    let sheets = SHEETS.map(|(_, name, ..)| book.add(name.text(language)));
    let mut page = Page { book: &mut book, sheet: read_me, language };
    explain(&mut page);
    for ((subject, _, _, rows), sheet) in SHEETS.into_iter().zip(sheets) {
        page.sheet = sheet;
        prepare(&mut page, subject, rows);
    }
    book
}

/// The columns that every table of a kind has.
fn fields(subject: Subject) -> Vec<&'static Field> {
    let field = |column| if let Column::Field(field) = column { Some(field) } else { None };
    columns(&Value::Null, subject).into_iter().filter_map(field).collect()
}

/// What a column is called.
fn heading(field: &'static Field, language: Language) -> String {
    Column::Field(field).heading(language, &Known::default())
}

/// Writes a sheet of headings with inputs under them.
fn prepare(page: &mut Page<'_>, subject: Subject, rows: u32) {
    let language = page.language;
    let fields = fields(subject);
    for (column, field) in (0..).zip(&fields) {
        // Readers take what stands in brackets for a remark.
        let name = heading(field, language);
        let name = if field.required { format!("{name} ({})", w::REQUIRED.text(language)) } else { name };
        page.text(0, column, &name, Role::Heading);
        prepare_column(page, column, rows, kind(field.holds));
        if let Some(allowed) = allowed(field.holds, language) {
            page.allow(Area { from: page.at(1, column), rows, columns: 1 }, allowed);
        }
    }
    let count = u16::try_from(fields.len()).unwrap_or(0);
    let more = if subject == Subject::Volumes { PARTNERS } else { 0 };
    for column in count..count + more {
        page.book.put(page.at(0, column), Content::Blank, Style(Role::Input, Kind::Text));
        prepare_column(page, column, rows, Kind::Plain);
    }
    let named = fields.iter().take_while(|field| field.required).count();
    page.lay_out((1, u16::try_from(named.min(3)).unwrap_or(0)), &[(0, count + more - 1, 20.0)]);
}

fn prepare_column(page: &mut Page<'_>, column: u16, rows: u32, kind: Kind) {
    for row in 1..=rows {
        page.book.put(page.at(row, column), Content::Blank, Style(Role::Input, kind));
    }
}

const fn kind(holds: Holds) -> Kind {
    match holds {
        Holds::Euros => Kind::Euros,
        Holds::Fte => Kind::Fte,
        Holds::Count => Kind::Whole,
        Holds::Percent => Kind::Percent,
        Holds::Number => Kind::Plain,
        Holds::Month => Kind::Month,
        _ => Kind::Text,
    }
}

/// What may be typed in a column.
fn allowed(holds: Holds, language: Language) -> Option<Allowed> {
    let january = |year| deelsom_core::Month::new(Year(year), 1).map_or(0.0, crate::page::serial);
    Some(match holds {
        Holds::Fte => Allowed::Between(0.0, 1e5),
        Holds::Count => Allowed::Between(1.0, f64::INFINITY),
        Holds::Percent => Allowed::Between(-1.0, 1.0),
        Holds::Month => Allowed::Between(january(MONTHS.0), january(MONTHS.1)),
        Holds::Scale => Allowed::OneOf(Register::embedded().scales().to_vec()),
        Holds::Flag => {
            Allowed::OneOf([status::YES, status::NO].map(|word| word.text(language).to_owned()).to_vec())
        }
        Holds::Status => {
            let words = codes::STATUSES.iter().map(|(_, word)| word.text(language).to_owned());
            Allowed::OneOf(words.collect())
        }
        _ => return None,
    })
}

/// Writes the sheet that says what to fill in.
fn explain(page: &mut Page<'_>) {
    let language = page.language;
    page.lay_out((1, 0), &[(0, 0, 36.0), (1, 1, 16.0), (2, 2, 90.0)]);
    page.title(w::TITLE, w::ABOUT);
    let mut row = 2;
    for word in [w::HOW_TO_FILL, w::HOW_TO_READ, w::HOW_NUMBERS] {
        page.word(row, 0, word, Role::Label);
        row += 1;
    }
    row += 1;
    page.word(row, 0, w::SIGNS, Role::Block);
    for word in [w::SIGNS_HERE, w::SIGNS_OTHERWISE] {
        row += 1;
        page.word(row, 0, word, Role::Label);
    }
    for (subject, name, about, _) in SHEETS {
        row += 2;
        page.word(row, 0, name, Role::Block);
        row += 1;
        page.word(row, 0, about, Role::Note);
        for field in fields(subject) {
            row += 1;
            page.text(row, 0, &heading(field, language), Role::Label);
            page.word(row, 1, if field.required { w::REQUIRED } else { w::OPTIONAL }, Role::Label);
            page.word(row, 2, belongs(field.holds), Role::Label);
        }
    }
}

/// What belongs in a column, in words.
const fn belongs(holds: Holds) -> Word {
    match holds {
        Holds::Unit => w::HOLDS_UNIT,
        Holds::Service => w::HOLDS_SERVICE,
        Holds::Source => w::HOLDS_SOURCE,
        Holds::Status => w::HOLDS_STATUS,
        Holds::Scale => w::HOLDS_SCALE,
        Holds::Id => w::HOLDS_ID,
        Holds::Name => w::HOLDS_NAME,
        Holds::Euros => w::HOLDS_EUROS,
        Holds::Fte => w::HOLDS_FTE,
        Holds::Count | Holds::Number => w::HOLDS_NUMBER,
        Holds::Percent => w::HOLDS_PERCENT,
        Holds::Month => w::HOLDS_MONTH,
        Holds::Flag => w::HOLDS_FLAG,
    }
}
