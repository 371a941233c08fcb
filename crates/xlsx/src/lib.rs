//! Workbooks as files.

mod export;
mod format;
mod template;
mod write;

pub use export::{ExportError, Maker, export};
pub use format::MonthLocale;
pub use template::template;
pub use write::{Look, WriteError, write};
