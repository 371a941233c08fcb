//! Where a figure of a report stands, in words.

use deelsom_cli::verify::identity;
use deelsom_language::words::table;
use deelsom_language::{Language, codes};
use serde_json::Value;

use super::walk::Trail;

/// The names that two studies give to their ids.
pub(super) struct Names<'v> {
    pub(super) studies: [&'v Value; 2],
    pub(super) language: Language,
}

impl Names<'_> {
    /// What a figure is about, from the whole to the parts, and which figure it is.
    pub(super) fn place(&self, trail: &Trail<'_>) -> String {
        let about: Vec<String> = trail.rows.iter().flat_map(|(list, row)| self.row(list, row)).collect();
        let fields = trail.fields.iter().map(|field| {
            codes::figure(field).map_or((*field).to_owned(), |word| word.text(self.language).to_owned())
        });
        [about.join(", "), fields.collect::<Vec<_>>().join(", ")].join(": ")
    }

    /// What a row of a list is about.
    fn row(&self, list: &str, row: &Value) -> Vec<String> {
        let part = codes::report_part(list).map(|word| word.text(self.language).to_owned());
        let own = identity(list).iter().filter_map(|field| match row.get(field)? {
            Value::String(text) => Some(self.name(field, text)),
            Value::Null => None,
            other => Some(other.to_string()),
        });
        part.into_iter().chain(own).collect()
    }

    /// What a word of the report is called.
    fn name(&self, field: &str, text: &str) -> String {
        let word = match (field, text) {
            ("id", "baseline") => Some(table::BASELINE),
            ("line", code) => codes::line(code),
            ("bearer", code) => codes::bearer(code),
            _ => None,
        };
        if let Some(word) = word {
            return word.text(self.language).to_owned();
        }
        let lists: &[&str] = match field {
            "id" | "option" => &["options"],
            "partner" => &["partners"],
            "service" => &["services"],
            "unit" | "bearer" => &["partners", "units"],
            _ => &[],
        };
        let id = text.strip_prefix("unit:").unwrap_or(text);
        let named =
            lists.iter().find_map(|list| self.studies.iter().find_map(|study| named(study, list, id)));
        named.unwrap_or(text).to_owned()
    }
}

/// The name of what has an id in a list of a study, or among the units of its options.
fn named<'v>(study: &'v Value, list: &str, id: &str) -> Option<&'v str> {
    let rows = |value: &'v Value| value[list].as_array().into_iter().flatten();
    let of_options = study["options"].as_array().into_iter().flatten().flat_map(rows);
    rows(study).chain(of_options).find(|row| row["id"] == id)?["name"].as_str()
}
