//! Divisions of a game or an option as text and as CSV.

use deelsom_language::words::{fairness as words, table as headings};
use deelsom_language::{amount, sentences};
use deelsom_views::divisions::{Divisions, holds};

use crate::csv_file::{Cell, Profile, csv_file};
use crate::table::Column::{Figure, Text};
use crate::table::{paragraph, table as lines};

/// So many groups are named in words; the JSON names a hundred.
const NAMED: usize = 3;

/// What each pays or gains a year under every key and method, and whether that holds.
pub(crate) fn table(divisions: &Divisions<'_>) -> String {
    let language = divisions.language;
    let mut columns = vec![(Text, headings::METHOD.text(language))];
    columns.extend(divisions.names.iter().map(|name| (Figure, name.as_str())));
    columns.push((Text, words::HOLDS.text(language)));
    let (heading, show): (_, fn(_, _) -> String) = match divisions.years {
        Some(_) => (headings::COST_A_YEAR, amount::whole),
        None => (headings::AMOUNT, amount::exact),
    };
    let rows = divisions.rows().map(|row| {
        let mut cells = vec![row.name.clone()];
        cells.extend(row.division.shares.iter().map(|share| show(language, divisions.a_year(*share))));
        cells.push(holds(language, row.division).to_owned());
        cells
    });
    format!("{} ({})\n\n", heading.text(language), amount::euros_heading(language)) + &lines(&columns, rows)
}

/// Whether the first division holds: who would be better off apart, by how much.
pub(crate) fn verdict(divisions: &Divisions<'_>, core_empty: bool) -> String {
    let mut text = String::new();
    if core_empty {
        text += &paragraph(sentences::no_stable_division(divisions.language));
    }
    if let Some(first) = divisions.rows().next() {
        text += &paragraph(&format!("{}:", first.name));
        text.extend(divisions.verdict(first.division, NAMED).iter().map(|one| paragraph(one)));
    }
    text
}

/// What every method does, and where it is weak.
pub(crate) fn explanations(divisions: &Divisions<'_>) -> String {
    let told = divisions.explanations();
    told.iter().map(|(name, told)| paragraph(&format!("{name}: {told}"))).collect()
}

/// A row for each division and player: net present values in euros.
pub(crate) fn csv(divisions: &Divisions<'_>, profile: Profile) -> String {
    let rows = divisions.rows().flat_map(|row| {
        divisions.players.iter().zip(&row.division.shares).map(|(player, share)| {
            vec![
                Cell::from(&row.code),
                Cell::from(player),
                Cell::from(share.get()),
                Cell::from(if row.division.in_core { "true" } else { "false" }),
            ]
        })
    });
    csv_file(profile, &["method", "player", "share", "in_core"], rows)
}
