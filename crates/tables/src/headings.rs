//! Where a table is: the row of its headings, the sheet that it stands on, the rows of totals that do not belong to it.

use deelsom_language::words::exchange as words;
use deelsom_language::{Language, codes};
use serde_json::Value;

use crate::cells::as_written;
use crate::fault::Fault;
use crate::grid::{Grid, GridCell};
use crate::names::{Known, Names, fold};
use crate::subject::{Column, Field, Holds, Subject};
use crate::turned;

/// So many rows may stand above the headings.
pub(crate) const MOST_ABOVE: usize = 30;

/// The row of headings of a table.
pub(crate) struct Headings {
    /// Its place among the rows.
    pub(crate) row: usize,
    /// The columns that it names.
    pub(crate) columns: Vec<Column>,
}

/// Finds the row of headings: the first with two known ones, or the very first where all of it is known.
pub(crate) fn find(grid: &Grid, subject: Subject, partners: &Names) -> Option<Headings> {
    let rows = grid.rows.iter().take(MOST_ABOVE).enumerate();
    let mut named = rows.map(|(row, (_, cells))| (row, columns(cells, subject, partners)));
    named
        .find(|(row, columns)| {
            let known = known(columns);
            known > 1 || known > 0 && *row == 0 && known == filled(&grid.rows[0].1)
        })
        .map(|(row, columns)| Headings { row, columns })
}

fn filled(cells: &[GridCell]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// How many of the columns are certain: a year may stand in any row.
fn known(columns: &[Column]) -> usize {
    columns.iter().filter(|column| matches!(column, Column::Field(_) | Column::Partner(_))).count()
}

/// The columns that the cells of a row name.
fn columns(cells: &[GridCell], subject: Subject, partners: &Names) -> Vec<Column> {
    let column = |cell: &GridCell| {
        let heading = cell.text(Language::Dutch);
        column_of(&heading, subject, partners).unwrap_or(Column::Unread(heading))
    };
    cells.iter().map(column).collect()
}

/// The column of a heading; what stands in brackets behind it is a remark.
pub(crate) fn column_of(heading: &str, subject: Subject, partners: &Names) -> Option<Column> {
    let heading = as_written(heading.trim());
    let folded = fold(heading.split('(').next().unwrap_or_default());
    let named = |field: &&Field| fold(field.code) == folded || codes::is_heading(field.code, &folded);
    if let Some(field) = subject.fields().iter().find(named) {
        return Some(Column::Field(field));
    }
    match subject {
        Subject::Volumes => partners.find(heading).map(|id| Column::Partner(id.to_owned())),
        Subject::RunningCosts => {
            let year = folded.rsplit(' ').next().unwrap_or_default();
            let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            is_year.then(|| Column::Year(year.to_owned()))
        }
        _ => None,
    }
}

/// The sheet that a table is most likely on, by its place: most headings that must be there, then most of all. Without any
/// headings the only sheet with rows.
pub fn best_sheet(grids: &[Grid], subject: Subject, study: &Value) -> Result<usize, Fault> {
    let (partners, known) = (Names::of(study, &["partners"]), Known::of(study));
    let mut best = None;
    for (place, grid) in grids.iter().enumerate() {
        let score = score(grid, subject, &partners, &known);
        if score.is_some() && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, place));
        }
    }
    let mut filled = grids.iter().enumerate().filter(|(_, grid)| !grid.rows.is_empty());
    match (best, filled.next(), filled.next()) {
        (Some((_, place)), _, _) | (None, Some((place, _)), None) => Ok(place),
        (None, None, _) => Err(Fault::table("table_empty")),
        _ => Err(Fault::table("table_not_found")),
    }
}

/// How many headings a sheet has that must be there, and how many at all.
fn score(grid: &Grid, subject: Subject, partners: &Names, known: &Known) -> Option<(usize, usize)> {
    let turned = if subject == Subject::Volumes { turned::turn(grid, partners, known) } else { None };
    let headings = find(turned.as_ref().map_or(grid, |turned| &turned.grid), subject, partners)?;
    let required = |column: &&Column| matches!(column, Column::Field(field) if field.required);
    Some((headings.columns.iter().filter(required).count(), self::known(&headings.columns)))
}

/// Whether a row adds up others: it says so, and names nobody whose row it would be.
pub(crate) fn is_total(columns: &[Column], cells: &[GridCell], subject: Subject) -> bool {
    let owner = match subject {
        Subject::Partners => Holds::Name,
        Subject::Volumes => Holds::Service,
        _ => Holds::Unit,
    };
    let texts = |wanted: bool| {
        let cells = columns.iter().zip(cells);
        let of = cells.filter(move |(column, _)| (column.holds() == Some(owner)) == wanted);
        of.filter_map(|(_, cell)| cell.written()).filter(|text| !text.trim().is_empty())
    };
    let mut owners = texts(true).peekable();
    if owners.peek().is_some() { owners.all(says_total) } else { texts(false).any(says_total) }
}

/// Whether a text says that something is added up.
pub(crate) fn says_total(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    Language::ALL
        .iter()
        .any(|&language| words::TOTALS.text(language).split('|').any(|one| one == folded || one == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_totals_say_so() {
        for (text, total) in [
            ("Totaal", true),
            ("TOTAAL:", true),
            ("Totaal formatie", true),
            ("Subtotal HR", true),
            ("Eindtotaal", true),
            ("Totale bezetting", false),
            ("Adviseur", false),
            ("", false),
        ] {
            assert_eq!(says_total(text), total, "{text}");
        }
    }
}
