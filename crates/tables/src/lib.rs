//! What people bring in and take out: tables from a spreadsheet, and the part of a study that one municipality supplies.
//!
//! Everything is read into a study file as it would be saved, and the core's own check judges it: this crate knows how
//! people write things down, never what is allowed.
//!
//! ```text
//! bytes ─ decode ─► text ─ text_grid ─► a grid of cells ─ read_grid ─► rows with how they were read ─► the study, or every fault
//! study ─ write ─► CSV               study ─ part::take ─► a part ─ part::merge ─► the study, and what changed
//! ```

mod cells;
mod decode;
mod fault;
mod grid;
mod headings;
mod names;
mod note;
mod numbers;
pub mod part;
mod place;
mod ranges;
mod read;
mod said;
mod sign;
mod subject;
mod text;
mod turned;
mod write;

pub use cells::{Cell, Profile, csv_file};
pub use decode::{text_in, text_of};
pub use fault::{Fault, What, facts, sentence};
pub use grid::{Grid, GridCell, GridValue, MOST_COLUMNS, MOST_ROWS, address};
pub use headings::best_sheet;
pub use names::{Known, Names};
pub use note::Note;
pub use place::New;
pub use read::{Read, Row, Table, Wish, read, read_grid, read_sheets};
pub use said::said;
pub use sign::Sign;
pub use subject::{Column, Field, Holds, Subject};
pub use text::{MOST_BYTES, MOST_FILE_BYTES, file_too_large, text_grid, too_large};
pub use write::{columns_of as columns, table};
