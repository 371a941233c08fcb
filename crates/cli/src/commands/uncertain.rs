//! What the commands about uncertainty have in common: a study with the option chosen, and names of parameters.

use std::path::Path;

use deelsom_core::report::FixedReport;
use deelsom_core::{Register, Study};
use deelsom_language::words::{command, uncertainty as words};
use deelsom_language::{Language, sentences};
use deelsom_views::uncertainty::parameter_name;
use serde_json::Value;

use super::place_among;
use crate::failure::Failure;
use crate::input;
use crate::table::paragraph;

/// A study, its JSON, and the place of an option.
pub(super) struct Asked {
    pub(super) study: Study,
    pub(super) file: Value,
    pub(super) place: usize,
}

impl Asked {
    /// Reads a study; the first option where none is named.
    pub(super) fn read(
        path: &Path,
        option: Option<&String>,
        register: &Register,
        language: Language,
    ) -> Result<Self, Failure> {
        let text = input::text(path)?;
        let study = Study::read(&text, register).map_err(Failure::Invalid)?;
        let file = serde_json::from_str(&text).expect("a study that was read is JSON");
        let place = match option {
            Some(option) => {
                let ids = study.options.iter().map(|option| option.id.as_str());
                place_among(option, ids, command::UNKNOWN_OPTION, language)?
            }
            None if study.options.is_empty() => {
                return Err(Failure::Usage(words::NO_OPTION.text(language).to_owned()));
            }
            None => 0,
        };
        Ok(Self { study, file, place })
    }

    /// The name of a partner, by its id.
    pub(super) fn partner(&self, id: &str) -> String {
        let partner = self.study.partners.iter().find(|partner| partner.id == id);
        partner.map_or(id, |partner| &partner.name).to_owned()
    }

    /// What people call a parameter.
    pub(super) fn label(&self, language: Language, id: &str) -> String {
        parameter_name(language, &self.study, &self.file, id)
    }

    /// Which assumptions have no range, where there are any.
    pub(super) fn standing_still(&self, language: Language, fixed: &[FixedReport]) -> String {
        let names: Vec<String> = fixed.iter().map(|one| self.label(language, &one.id)).collect();
        if names.is_empty() { String::new() } else { paragraph(&sentences::without_range(language, &names)) }
    }
}
