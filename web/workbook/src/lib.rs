//! A study made into a workbook, and what the page and the worker that makes it say to each other.
//!
//! The worker is a program of its own: writing a workbook takes as much code as the whole page, which few ever ask for.
//! It says that it listens by the text [`READY`]. Then it gets one message, an [`Asked`] in JSON, and sends one back: the
//! bytes of the file, or a [`Refusal`] in JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the worker says first: a message that comes before would be lost.
pub const READY: &str = "ready";

/// A study of which a workbook is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The study, as its file says it.
    pub study: Value,
    /// The code of the language it is to speak.
    pub language: String,
    /// The version of who asks.
    pub version: String,
    /// The day that stands on it: year, month, day.
    pub day: Option<(u16, u8, u8)>,
}

/// Why there is no workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The study has problems.
    Invalid,
    /// It would be larger than a spreadsheet opens.
    TooLarge,
    /// It went wrong.
    Failed,
}

/// Makes the workbook.
#[cfg(feature = "make")]
pub fn make(asked: &Asked) -> Result<Vec<u8>, Refusal> {
    use deelsom_language::Language;
    use deelsom_xlsx::{ExportError, Maker, export};

    let language = Language::from_code(&asked.language).unwrap_or_default();
    let maker = Maker { version: &asked.version, day: asked.day };
    export(&asked.study, language, maker).map_err(|error| match error {
        ExportError::Invalid(_) => Refusal::Invalid,
        ExportError::TooLarge(_) => Refusal::TooLarge,
        ExportError::Differs(_) | ExportError::Unwritable(_) => Refusal::Failed,
    })
}
