//! Files of spreadsheets read into plain grids: XLSX by calamine, ODS by the XML reader that calamine stands on, text as
//! the tables crate reads it.
//!
//! A file may come from anyone. It is unpacked with a limit and looked through before a value of it is read, so that what
//! would make a reader hang, crash or take all memory is refused with a reason: see [`open`].
//!
//! ```text
//! bytes ─ archive ─► parts, unpacked within limits ─ parts (XLSX) ─► refused, or ─ xlsx ─► cells ─ sheet ─► grids
//!                                                  ─ ods ────────────────────────► cells ─ sheet ─► grids
//!                                                  ─ own (of Deelsom) ────────────► the study, what stands in its cells,
//!                                                                                    and what was written beside them
//! ```

mod archive;
mod day;
mod markup;
mod ods;
mod own;
mod parts;
mod sheet;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use deelsom_tables::{Fault, Grid, MOST_FILE_BYTES, Note, file_too_large, text_grid, text_in, too_large};

use archive::{Archive, Kind};
use sheet::Sheets;

pub use own::{Own, own, unread};

/// How every archive begins.
const ZIP: &[u8] = b"PK";
/// How old files of Excel begin, and files with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// The sheets of a file in their order; of a text the one that it is. Sheets that are hidden or too large have no rows, but
/// a note.
///
/// No more is taken in than 10 MB as it comes, 64 MB of a part and 128 MB of all parts when unpacked, 200 parts, 5,000 rows
/// and 150 columns of a sheet, 200,000 cells and 16 MB of text of all sheets.
pub fn open(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    if bytes.starts_with(COMPOUND) {
        return Err(Fault::table("file_locked"));
    }
    if !bytes.starts_with(ZIP) {
        return opened_text(bytes);
    }
    if bytes.len() > MOST_FILE_BYTES {
        return Err(file_too_large());
    }
    // What is known to crash a reader is refused before it; what is not known yet ends here.
    let opened = catch_unwind(AssertUnwindSafe(|| opened(bytes)));
    let grids = opened.unwrap_or_else(|_| Err(broken()))?;
    if grids.iter().any(|grid| !grid.rows.is_empty()) {
        return Ok(grids);
    }
    Err(nothing_read(&grids))
}

fn opened(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let mut archive = Archive::open(bytes)?;
    let mut sheets = Sheets::default();
    match archive.kind() {
        Some(Kind::Xlsx) => {
            let found = parts::look_through(&mut archive)?;
            xlsx::read(bytes, &found, &mut sheets)?;
        }
        Some(Kind::Ods) => ods::read(&mut archive, &mut sheets)?,
        None => return Err(Fault::table("file_kind")),
    }
    Ok(sheets.into_grids())
}

fn opened_text(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(too_large());
    }
    Ok(vec![text_grid(&text_in(bytes)?)?])
}

/// Why a file has no rows at all: what was left out, or that there are none.
fn nothing_read(grids: &[Grid]) -> Fault {
    let notes = || grids.iter().flat_map(|grid| &grid.notes);
    let left_out = notes().find_map(|note| match note {
        Note::LeftOut { code, limit, .. } => Some(sheet::fault(code, *limit)),
        _ => None,
    });
    let hidden = notes().any(|note| matches!(note, Note::HiddenSheet(_)));
    left_out.unwrap_or_else(|| Fault::table(if hidden { "sheets_hidden" } else { "table_empty" }))
}

/// That a file is not what it should be.
fn broken() -> Fault {
    Fault::table("file_broken")
}
