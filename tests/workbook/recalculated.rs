//! Books as Calc works them out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use calamine::{Data, Reader, Xlsx, open_workbook};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A number; of a month, the serial number of its day.
    Number(f64),
    /// A text. A formula that is worth an empty text has an empty one or is not there at all.
    Text(String),
    /// An error, such as `#DIV/0!`.
    Error(String),
}

/// The cells of a book by sheet, then by row and column, counted from 0; those without anything are left out.
pub(crate) type Cells = BTreeMap<String, BTreeMap<(u32, u32), Value>>;

/// Calc keeps what a file says its formulas are worth, unless it is told to calculate always: 0.
const ALWAYS_CALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Books by their names, each calculated anew. A name is that of a file, without its ending. Two programs share the work:
/// each takes one book after the other.
pub(crate) fn recalculated(books: &[(&str, Vec<u8>)]) -> BTreeMap<String, Cells> {
    let mut largest_first: Vec<&(&str, Vec<u8>)> = books.iter().collect();
    largest_first.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
    let mut halves = [Vec::new(), Vec::new()];
    for book in largest_first {
        let size = |half: &Vec<&(&str, Vec<u8>)>| half.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        let smaller = usize::from(size(&halves[0]) > size(&halves[1]));
        halves[smaller].push(book);
    }
    std::thread::scope(|scope| {
        let working: Vec<_> = halves
            .iter()
            .filter(|half| !half.is_empty())
            .map(|half| scope.spawn(|| worked_out(half)))
            .collect();
        working.into_iter().flat_map(|half| half.join().expect("the books are worked out")).collect()
    })
}

/// Books worked out by one run of the program.
fn worked_out(books: &[&(&str, Vec<u8>)]) -> BTreeMap<String, Cells> {
    let folder = Folder::new();
    let (profile, out) = (folder.0.join("profile"), folder.0.join("out"));
    fs::create_dir_all(profile.join("user")).expect("a folder can be made");
    fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_CALCULATE)
        .expect("a file can be written");
    let files: Vec<PathBuf> = books.iter().map(|(name, _)| folder.0.join(format!("{name}.xlsx"))).collect();
    for (file, (_, bytes)) in files.iter().zip(books) {
        fs::write(file, bytes).expect("a file can be written");
    }
    let soffice = std::env::var("DEELSOM_SOFFICE").unwrap_or_else(|_| {
        panic!("DEELSOM_SOFFICE is not set: run this test with `cargo xtask test workbook`")
    });
    let done = Command::new(soffice)
        .arg("--headless")
        .arg(format!("-env:UserInstallation={}", address(&profile)))
        .args(["--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .args(&files)
        .output()
        .expect("LibreOffice can be started");
    books
        .iter()
        .map(|(name, _)| {
            let file = out.join(format!("{name}.xlsx"));
            // It may fail and yet end well.
            assert!(file.is_file(), "{name}: LibreOffice wrote no book: {done:?}");
            ((*name).to_owned(), cells(&file))
        })
        .collect()
}

/// A folder of its own, gone when it is no longer needed.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("recalculated-{}-{number}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What fails here hides no other failure and spoils no other test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The address of a place on this disk.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    format!("file:///{}", path.replace(' ', "%20").replace('\\', "/").trim_start_matches('/'))
}

fn cells(file: &Path) -> Cells {
    let mut book: Xlsx<_> = open_workbook(file).expect("a readable book");
    let mut cells = Cells::new();
    for (sheet, range) in book.worksheets() {
        let (first_row, first_column) = range.start().unwrap_or_default();
        let of_sheet = cells.entry(sheet).or_default();
        for (row, column, data) in range.used_cells() {
            let row = first_row + u32::try_from(row).expect("a row of a book");
            let column = first_column + u32::try_from(column).expect("a column of a book");
            of_sheet.extend(value(data).map(|value| ((row, column), value)));
        }
    }
    cells
}

fn value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(holds) => Value::Number(f64::from(u8::from(*holds))),
        Data::DateTime(moment) => Value::Number(moment.as_f64()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Text(text.clone()),
        Data::Error(error) => Value::Error(error.to_string()),
    })
}
