//! Nobody: a page in one file has no worker.

use std::future::{Ready, ready};

use deelsom_language::words::keep as words;
use deelsom_language::{Language, Word};
use serde_json::Value;

/// Whether workbooks can be made here.
pub(super) const IS_HERE: bool = false;

/// Says that there is no workbook.
pub(super) fn make(_: &Value, _: Language) -> Ready<Word> {
    ready(words::WORKBOOK_FAILED)
}
