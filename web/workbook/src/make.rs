//! Files that are asked for.

use deelsom_language::Language;
use deelsom_xlsx::{ExportError, Maker, export, template};

use crate::{Asked, Refusal};

/// Makes the file.
pub fn make(asked: &Asked) -> Result<Vec<u8>, Refusal> {
    let speak = |code: &str| Language::from_code(code).unwrap_or_default();
    match asked {
        Asked::Workbook { study, language, version, day } => {
            export(study, speak(language), Maker { version, day: *day }).map_err(|error| match error {
                ExportError::Invalid(_) => Refusal::Invalid,
                ExportError::TooLarge(_) => Refusal::TooLarge,
                ExportError::Differs(_) | ExportError::Unwritable(_) => Refusal::Failed,
            })
        }
        Asked::Template { language } => template(speak(language)).map_err(|_| Refusal::Failed),
    }
}
