//! Where a figure of a report or a field of a study stands, in words.

use deelsom_language::words::table;
use deelsom_language::{Language, Word, codes};
use serde_json::Value;

use super::walk::Trail;
use super::{identity, identity_in_study};

/// The names that two studies give to their ids.
pub struct Names<'v> {
    /// The studies.
    pub studies: [&'v Value; 2],
    /// The reader's language.
    pub language: Language,
}

impl Names<'_> {
    /// What a figure is about, from the whole to the parts, and which figure it is.
    pub fn place(&self, trail: &Trail<'_>) -> String {
        let about: Vec<String> = trail.rows.iter().flat_map(|(list, row)| self.row(list, row)).collect();
        let fields = trail.fields.iter().map(|field| {
            codes::figure(field).map_or((*field).to_owned(), |word| word.text(self.language).to_owned())
        });
        [about.join(", "), fields.collect::<Vec<_>>().join(", ")].join(": ")
    }

    /// What a field or row of a study is about, from the whole to the parts.
    pub fn field(&self, trail: &Trail<'_>) -> String {
        let say = |word: Word| word.text(self.language).to_owned();
        let mut about = Vec::new();
        for (list, row) in &trail.rows {
            let part = codes::file_part(list).map_or((*list).to_owned(), say);
            let own: Vec<String> = identity_in_study(list)
                .iter()
                .filter_map(|field| Some(self.own_name(field, row, row.get(field)?.as_str()?)))
                .collect();
            about.push(if own.is_empty() { part } else { [part, own.join(", ")].join(": ") });
        }
        let fields: Vec<String> = trail
            .fields
            .iter()
            .map(|field| {
                codes::study_field(field).or_else(|| codes::file_part(field)).map_or((*field).to_owned(), say)
            })
            .collect();
        let about = [about.join(", "), fields.join(", ")];
        about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }

    /// What a row is called by this field: by its own name where it has one beside its id.
    fn own_name(&self, field: &str, row: &Value, text: &str) -> String {
        match (field, row["name"].as_str()) {
            ("id", Some(name)) => name.to_owned(),
            ("id", None) => codes::assumption_label(self.language, text).unwrap_or_else(|| text.to_owned()),
            _ => self.name(field, text),
        }
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
