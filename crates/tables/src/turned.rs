//! Volumes the other way round: a row for each partner, a column for each service.

use deelsom_language::Language;

use crate::grid::{Grid, GridCell};
use crate::headings;
use crate::names::{Known, Names};
use crate::note::Note;
use crate::subject::{Column, Subject};

/// A table of volumes with its columns as rows.
pub(crate) struct Turned {
    /// A row for each service, numbered as its column was.
    pub(crate) grid: Grid,
    /// The row that each of its columns was.
    pub(crate) rows: Vec<usize>,
    /// The column in which the partners stood.
    pub(crate) partners: usize,
}

/// Turns a table of volumes that is the other way round; nothing where it is not.
pub(crate) fn turn(grid: &Grid, partners: &Names, known: &Known) -> Option<Turned> {
    let is_partner = |column: &Column| matches!(column, Column::Partner(_));
    let straight = headings::find(grid, Subject::Volumes, partners);
    if straight.is_some_and(|headings| headings.columns.iter().any(is_partner)) {
        return None;
    }
    let text = |cell: &GridCell| cell.text(Language::Dutch);
    let is_service = |cell: &GridCell| known.services.find(&named(&text(cell)).0).is_some();
    let above = grid.rows.iter().take(headings::MOST_ABOVE).enumerate();
    let (head, first) = above
        .filter_map(|(head, (_, cells))| Some((head, cells.iter().position(is_service)?)))
        .find(|(_, first)| *first > 0)?;
    let below = || grid.rows.iter().skip(head + 1);
    let at = |column: usize| below().filter_map(move |(_, cells)| cells.get(column));
    let names = (0..first).find(|&column| at(column).any(|cell| partners.find(&text(cell)).is_some()))?;
    let (head_row, heads) = grid.rows.get(head)?;
    let owners: Vec<&(usize, Vec<GridCell>)> = below()
        .filter(|(_, cells)| cells.get(names).is_some_and(|cell| !cell.is_empty()))
        .filter(|(_, cells)| !cells.get(names).is_some_and(|cell| headings::says_total(&text(cell))))
        .collect();
    let mut top = vec![GridCell::from("service".to_owned()), GridCell::from("name".to_owned())];
    top.extend(owners.iter().filter_map(|(_, cells)| cells.get(names).cloned()));
    let mut rows = vec![(*head_row, top)];
    for (column, cell) in heads.iter().enumerate().skip(names + 1) {
        let heading = text(cell);
        if heading.is_empty()
            || headings::says_total(&heading)
            || headings::column_of(&heading, Subject::Volumes, partners).is_some()
        {
            continue;
        }
        let (service, name) = named(&heading);
        let mut cells = vec![GridCell::from(service), GridCell::from(name)];
        cells.extend(owners.iter().map(|(_, cells)| cells.get(column).cloned().unwrap_or_default()));
        rows.push((column + 1, cells));
    }
    let mut notes = grid.notes.clone();
    notes.push(Note::Turned);
    let places = [*head_row; 2].into_iter().chain(owners.iter().map(|(number, _)| *number)).collect();
    Some(Turned { grid: Grid { rows, notes, ..grid_like(grid) }, rows: places, partners: names })
}

/// A grid without rows that is otherwise as another.
fn grid_like(grid: &Grid) -> Grid {
    Grid { sheet: grid.sheet.clone(), language: grid.language, ..Grid::default() }
}

/// The service of a heading, and what is counted: that stands in brackets behind it, or is called as the service.
fn named(heading: &str) -> (String, String) {
    let (service, rest) = heading.split_once('(').unwrap_or((heading, ""));
    let name = rest.trim_end().trim_end_matches(')').trim();
    let service = service.trim();
    (service.to_owned(), if name.is_empty() { service } else { name }.to_owned())
}
