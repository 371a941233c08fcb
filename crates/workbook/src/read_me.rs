//! The sheet that explains the others.

use crate::page::Page;
use crate::sheet::{At, Kind, Role, Style};
use crate::source::Source;
use deelsom_language::words::workbook as w;

/// Writes the sheet, when all others stand.
pub(crate) fn write(source: &Source<'_>, page: &mut Page<'_>, failed: At, made: &crate::Made<'_>) {
    page.lay_out((1, 0), &[(0, 0, 30.0), (1, 1, 100.0)]);
    page.text(0, 0, &source.study.title, Role::Title);
    page.word(1, 0, w::ABOUT_WORKBOOK, Role::Note);
    let mut row = 3;
    page.word(row, 0, w::CHECKS_FAILED, Role::Label);
    let term = page.see(failed);
    page.formula(page.at(row, 1), &term, Style(Role::Total, Kind::Whole));
    row += 2;
    for (word, text) in [(w::MADE_BY, made.version), (w::MADE_ON, made.date)] {
        page.word(row, 0, word, Role::Label);
        page.text(row, 1, text, Role::Label);
        row += 1;
    }
    row += 1;
    page.word(row, 0, w::COLOURS, Role::Block);
    row += 1;
    for (role, word) in
        [(Role::Input, w::COLOUR_INPUT), (Role::Figure, w::COLOUR_FIGURE), (Role::Frozen, w::COLOUR_FROZEN)]
    {
        page.text(row, 0, "1.234", role);
        page.word(row, 1, word, Role::Label);
        row += 1;
    }
    row += 1;
    page.word(row, 0, w::HOW_TO_READ, Role::Block);
    row += 1;
    for word in [
        w::READ_SIGNS,
        w::READ_UNITS,
        w::READ_INPUTS,
        w::READ_BLANKS,
        w::READ_FROZEN,
        w::READ_GAMES,
        w::READ_NUMBERS,
        w::READ_ROUNDING,
        w::READ_NAMES,
        w::READ_NOT_IN_HERE,
    ] {
        page.word(row, 0, word, Role::Label);
        row += 1;
    }
    row += 1;
    page.word(row, 0, w::SHEETS, Role::Block);
    row += 1;
    let names: Vec<String> = page.book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for name in names {
        page.text(row, 0, &name, Role::Label);
        if let Some(word) = about(&name, page) {
            page.word(row, 1, word, Role::Label);
        }
        row += 1;
    }
}

/// What a sheet is about, by its name.
fn about(name: &str, page: &Page<'_>) -> Option<deelsom_language::Word> {
    let known = [
        (w::SHEET_PARTNERS, w::ABOUT_PARTNERS),
        (w::SHEET_TODAY, w::ABOUT_TODAY),
        (w::SHEET_OPTIONS, w::ABOUT_OPTIONS),
        (w::SHEET_ASSUMPTIONS, w::ABOUT_ASSUMPTIONS),
        (w::SHEET_STAFFING, w::ABOUT_STAFFING),
        (w::SHEET_LEDGER, w::ABOUT_LEDGER),
        (w::SHEET_KEYS, w::ABOUT_KEYS),
        (w::SHEET_SPLIT, w::ABOUT_SPLIT),
        (w::SHEET_COMPARISON, w::ABOUT_COMPARISON),
        (w::SHEET_CHECKS, w::ABOUT_CHECKS),
        (w::SHEET_ORIGIN, w::ABOUT_ORIGIN),
    ];
    let found = known.into_iter().find(|(sheet, _)| name.starts_with(sheet.text(page.language)));
    found.map(|(_, about)| about)
}
