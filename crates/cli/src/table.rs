//! Tables and texts for a terminal: no colour, hyphens for minus, nothing that steers the terminal.

use deelsom_language::number::plain;
use serde_json::Value;

/// Tables and paragraphs fit on a sheet and in a window, unless words do not.
const WIDTH: usize = 100;

/// So much of a piece of JSON is printed for people.
const MOST_CHARACTERS: usize = 160;

/// Between two columns.
const GAP: usize = 2;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Text, which wraps where the table would become too wide.
    Text,
    /// A figure, which stays whole and stands to the right.
    Figure,
}

/// A table with an underlined heading above each column.
pub(crate) fn table(columns: &[(Column, &str)], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let headings = columns.iter().map(|(_, heading)| shown(heading)).collect();
    let rows = rows.into_iter().map(|row| row.iter().map(|cell| shown(cell)).collect());
    let rows: Vec<Vec<String>> = std::iter::once(headings).chain(rows).collect();
    let widths = widths(columns, &rows);
    let line = "-".repeat(widths.iter().sum::<usize>() + GAP * (widths.len() - 1)) + "\n";
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        print(&mut text, columns, &widths, row);
        if place == 0 {
            text += &line;
        }
    }
    text
}

/// A heading of its own line, underlined.
pub(crate) fn heading(text: &str, line: char) -> String {
    let text = shown(text);
    let underline = line.to_string().repeat(width(&text));
    format!("{text}\n{underline}\n")
}

/// A text in lines that fit.
pub(crate) fn paragraph(text: &str) -> String {
    wrapped(&shown(text), WIDTH).join("\n") + "\n"
}

/// A text as a terminal may have it: what a file holds must not move its cursor or change its colours.
pub(crate) fn shown(text: &str) -> String {
    plain(text).replace(char::is_control, " ")
}

/// JSON on one line, cut where it goes on and on.
pub(crate) fn short_json(value: &Value) -> String {
    let text = shown(&value.to_string());
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

/// As wide as the widest cell; where that is too wide together, the widest texts give way, down to their longest word.
fn widths(columns: &[(Column, &str)], rows: &[Vec<String>]) -> Vec<usize> {
    let widest =
        |place: usize, of: fn(&str) -> usize| rows.iter().map(|row| of(&row[place])).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns.len()).map(|place| widest(place, width)).collect();
    let least: Vec<usize> = (0..columns.len())
        .map(|place| match columns[place].0 {
            Column::Text => widest(place, longest_word),
            // The heading of figures may wrap, figures may not.
            Column::Figure => rows[1..]
                .iter()
                .map(|row| width(&row[place]))
                .max()
                .unwrap_or(0)
                .max(longest_word(&rows[0][place])),
        })
        .collect();
    while widths.iter().sum::<usize>() + GAP * (columns.len() - 1) > WIDTH {
        let shrinkable = (0..columns.len()).filter(|&place| widths[place] > least[place]);
        let Some(place) = shrinkable.max_by_key(|&place| widths[place]) else {
            break;
        };
        widths[place] -= 1;
    }
    widths
}

fn print(text: &mut String, columns: &[(Column, &str)], widths: &[usize], row: &[String]) {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
    for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        let parts = cells.iter().zip(widths).zip(columns).map(|((cell, &width), (column, _))| {
            let part = cell.get(line).map_or("", String::as_str);
            match column {
                Column::Text => format!("{part:<width$}"),
                Column::Figure => format!("{part:>width$}"),
            }
        });
        *text += parts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end();
        *text += "\n";
    }
}

/// Lines of whole words; a word that is too long has a line of its own.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let last = lines.last_mut().expect("there is always a line");
        if !last.is_empty() && width(last) + width(word.trim_end()) > most {
            last.truncate(last.trim_end().len());
            lines.push(word.to_owned());
        } else {
            last.push_str(word);
        }
    }
    lines
}

fn longest_word(text: &str) -> usize {
    words(text).map(|word| width(word.trim_end())).max().unwrap_or(0)
}

/// A text in pieces after which a line may end: after spaces, and inside ids after `.` and `-`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ').flat_map(|word| {
        let is_id = word.starts_with(char::is_alphabetic);
        word.split_inclusive(move |sign| is_id && matches!(sign, '.' | '-'))
    })
}

/// Columns that a text takes; the names of municipalities and of roles are written in letters of one column.
fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [(Column, &str); 2] = [(Column::Text, "Naam"), (Column::Figure, "In het jaar")];

    #[track_caller]
    fn check(name: &str, figure: &str, expected: &str) {
        assert_eq!(table(&COLUMNS, [vec![name.to_owned(), figure.to_owned()]]), expected);
    }

    #[test]
    fn figures_stand_to_the_right() {
        check("A", "1", "Naam  In het jaar\n-----------------\nA               1\n");
    }

    #[test]
    fn texts_wrap_between_words_when_a_table_becomes_too_wide() {
        let printed = table(&COLUMNS, [vec!["heel lange naam ".repeat(8), "1".to_owned()]]);
        let widest = printed.lines().map(width).max();
        assert_eq!((widest, printed.lines().count()), (Some(100), 4));
        assert!(printed.lines().all(|line| !line.ends_with("naa")));
    }

    #[test]
    fn words_that_do_not_fit_stay_whole() {
        let word = "x".repeat(120);
        assert!(table(&COLUMNS, [vec![word.clone(), "1".to_owned()]]).contains(&word));
    }

    #[test]
    fn nothing_steers_the_terminal() {
        check(
            "\u{1b}[31mA\n",
            "\u{2212}1\u{a0}%",
            "Naam     In het jaar\n--------------------\n [31mA          -1 %\n",
        );
    }

    #[test]
    fn ids_may_break_after_a_point_and_figures_may_not() {
        assert_eq!(
            words("cost_per_fte.10A x 1.000").collect::<Vec<_>>(),
            ["cost_per_fte.", "10A ", "x ", "1.000"]
        );
    }
}
