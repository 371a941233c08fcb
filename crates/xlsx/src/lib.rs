//! Workbooks as files.

mod export;
mod format;
mod write;

pub use export::{ExportError, Maker, export};
pub use format::MonthLocale;
pub use write::{Look, WriteError, write};
