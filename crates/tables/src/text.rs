//! From text to rows of cells: what stands between them is found out, and what is too much is refused at once.

use csv::ReaderBuilder;
use deelsom_language::Language;

use crate::fault::Fault;
use crate::grid::{Grid, GridCell, MOST_COLUMNS, MOST_ROWS};

/// So much of a text is looked at, bytes.
pub const MOST_BYTES: usize = 2_000_000;
/// So large may a file of a spreadsheet be, bytes.
pub const MOST_FILE_BYTES: usize = 10_000_000;
/// So many rows tell what stands between cells.
const SAMPLE: usize = 20;

/// That a text is longer than what is looked at.
pub fn too_large() -> Fault {
    Fault::limit("table_bytes", MOST_BYTES as f64 / 1e6)
}

/// That a file of a spreadsheet is larger than is looked into.
pub fn file_too_large() -> Fault {
    Fault::limit("file_bytes", MOST_FILE_BYTES as f64 / 1e6)
}

/// Takes a text apart. Rows in which nothing stands are left out.
pub fn text_grid(text: &str) -> Result<Grid, Fault> {
    let (rows, delimiter) = rows(text)?;
    let cells = |(number, cells): (usize, Vec<String>)| {
        (number, cells.into_iter().map(GridCell::from).collect::<Vec<_>>())
    };
    // Where nothing tells how numbers are written, what stands between the cells does.
    let language = match delimiter {
        b';' => Some(Language::Dutch),
        b',' => Some(Language::English),
        _ => None,
    };
    Ok(Grid { rows: rows.into_iter().map(cells).collect(), language, ..Grid::default() })
}

/// Rows with their numbers.
type Rows = Vec<(usize, Vec<String>)>;

/// The rows of a text, and what stands between their cells: a tab, a semicolon or a comma.
fn rows(text: &str) -> Result<(Rows, u8), Fault> {
    if text.len() > MOST_BYTES {
        return Err(too_large());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (said, rest, skipped) = separator_line(text);
    let delimiter = said.unwrap_or_else(|| sniffed(rest));
    let mut rows = Vec::new();
    for (place, cells) in records(rest, delimiter).enumerate() {
        if cells.len() > MOST_COLUMNS {
            return Err(Fault::limit("table_columns", MOST_COLUMNS as f64));
        }
        if rows.len() > MOST_ROWS {
            return Err(Fault::limit("table_rows", MOST_ROWS as f64));
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((place + 1 + skipped, cells));
        }
    }
    if rows.is_empty() { Err(Fault::table("table_empty")) } else { Ok((rows, delimiter)) }
}

/// Some spreadsheets write above the rows what stands between cells: `sep=;`.
fn separator_line(text: &str) -> (Option<u8>, &str, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    match line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP=")).map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest, 1),
        _ => (None, text, 0),
    }
}

/// What divides the first rows into equally many cells; else what divides the first row into most, or any where that is one
/// cell: a title.
fn sniffed(text: &str) -> u8 {
    let mut best = ((1, 1), b'\t');
    for delimiter in *b"\t;," {
        let widths: Vec<usize> = records(text, delimiter).take(SAMPLE).map(|cells| cells.len()).collect();
        let first = widths.first().copied().unwrap_or(0);
        if first > 1 && widths.iter().all(|width| *width == first) {
            return delimiter;
        }
        let widest = (first, widths.iter().copied().max().unwrap_or(0));
        if widest.0 > best.0.0 || widest.0 == 1 && widest > best.0 {
            best = (widest, delimiter);
        }
    }
    best.1
}

/// The rows of a text, of any length.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Vec<String>> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    // Reading from memory cannot fail, and what is read is UTF-8 since the text is.
    reader.into_records().map_while(Result::ok).map(|record| record.iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: u8, rows: &[&[&str]]) {
        let (found, between) = super::rows(text).expect("rows");
        assert_eq!(between, delimiter, "{text}");
        let cells: Vec<Vec<String>> = found.into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(cells, rows, "{text}");
    }

    #[test]
    fn what_stands_between_cells_is_found_out() {
        check("a\tb\r\n1,5\t2;5\r\n", b'\t', &[&["a", "b"], &["1,5", "2;5"]]);
        check("a;b\n1,5;2,5\n", b';', &[&["a", "b"], &["1,5", "2,5"]]);
        check("a,b\n\"x;y\",2.5\n", b',', &[&["a", "b"], &["x;y", "2.5"]]);
        check("\u{feff}sep=;\r\n1,5;2\r\n", b';', &[&["1,5", "2"]]);
        check("a\n\nb", b'\t', &[&["a"], &["b"]]);
        check("a title\na;b\n1,5;2\n", b';', &[&["a title"], &["a", "b"], &["1,5", "2"]]);
        check("a\tb\n\"two\nlines\"\t\"say \"\"x\"\"\"", b'\t', &[&["a", "b"], &["two\nlines", "say \"x\""]]);
        check("a;b\n1;2;3\n", b';', &[&["a", "b"], &["1", "2", "3"]]);
    }

    #[test]
    fn rows_keep_their_number() {
        let found = text_grid("sep=;\na;b\n;\n1;2\n").expect("rows");
        let numbers: Vec<usize> = found.rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [2, 4]);
    }

    #[test]
    fn too_much_is_refused() {
        for text in
            ["x".repeat(MOST_BYTES + 1), "x\n".repeat(MOST_ROWS + 2), ";".repeat(MOST_COLUMNS), String::new()]
        {
            assert!(text_grid(&text).is_err());
        }
        assert!(text_grid("\"never closed\t1\n2").is_ok());
    }
}
