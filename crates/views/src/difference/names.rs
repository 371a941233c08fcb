//! Where a figure of a report or a field of a study stands, in words.

use deelsom_core::Money;
use deelsom_language::words::{comparison, table};
use deelsom_language::{Language, Word, amount, codes, date, number};
use serde_json::Value;

use super::walk::Trail;
use super::{identity, identity_in_study};

/// So much of a value is said.
const MOST_CHARACTERS: usize = 80;

/// Fields that refer to something by its id, and the lists that it may stand in.
const REFERENCES: [(&[&str], &[&str]); 4] = [
    (&["unit", "to", "host", "members", "participants", "partner", "by", "payer"], &["partners", "units"]),
    (&["service", "services"], &["services"]),
    (&["source", "sources"], &["sources"]),
    (&["option"], &["options"]),
];

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
                let word = codes::study_field(field).or_else(|| codes::file_part(field));
                // Tables by service or municipality have their ids as names.
                let named = || self.named_by("service", field).or_else(|| self.named_by("partner", field));
                word.map(say).or_else(named).unwrap_or_else(|| (*field).to_owned())
            })
            .collect();
        let about = [about.join(", "), fields.join(", ")];
        about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    }

    /// A value of a field of a study in a few words; a whole row by what it is called.
    pub fn said(&self, field: &str, value: Option<&Value>) -> String {
        let text = self.whole(field, value);
        if text.chars().count() <= MOST_CHARACTERS {
            return text;
        }
        text.chars().take(MOST_CHARACTERS).chain(['…']).collect()
    }

    fn whole(&self, field: &str, value: Option<&Value>) -> String {
        let say = |word: Word| word.text(self.language).to_owned();
        match value {
            None | Some(Value::Null) => say(comparison::NOT_THERE),
            Some(Value::String(text)) => {
                let word = code(field, text).map(say).or_else(|| self.named_by(field, text));
                word.unwrap_or_else(|| date::from_iso(self.language, text))
            }
            Some(Value::Bool(yes)) => say(if *yes { comparison::YES } else { comparison::NO }),
            Some(Value::Number(number)) => self.number(field, number.as_f64().unwrap_or_default()),
            Some(Value::Array(values)) => {
                values.iter().map(|value| self.whole(field, Some(value))).collect::<Vec<_>>().join(", ")
            }
            Some(Value::Object(fields)) => {
                let name = ["name", "title", "role"].iter().find_map(|name| fields.get(*name)?.as_str());
                let name = name.map(str::to_owned).or_else(|| self.deviation(value?));
                let key = || fields.get("key").and_then(Value::as_str).and_then(codes::key).map(say);
                name.or_else(key).unwrap_or_else(|| {
                    let parts = fields.iter().map(|(field, value)| self.whole(field, Some(value)));
                    parts.collect::<Vec<_>>().join(", ")
                })
            }
        }
    }

    /// A deviation from the register: what it is, and the number that it has.
    fn deviation(&self, row: &Value) -> Option<String> {
        let label = codes::assumption_label(self.language, row["id"].as_str()?)?;
        Some([label, self.whole("value", row.get("value"))].join(": "))
    }

    /// A number in the unit of its field.
    fn number(&self, field: &str, number: f64) -> String {
        match field {
            "growth" | "percent" | "recoverable_vat" | "running_cost_saving" | "tolerance" => {
                number::percent_short(self.language, number)
            }
            "fte" | "in_post" => number::fte_with(self.language, number, 2),
            "amount" | "cost_per_fte" | "general_grant" | "budget" | "per_inhabitant" => {
                let cents = Money::round(number).cents();
                let whole = cents % 100 == 0;
                if whole {
                    amount::euros(self.language, cents)
                } else {
                    amount::euros_exact(self.language, cents)
                }
            }
            // A year has no groups.
            "first_year" | "base_year" => number::bare(self.language, number, 0),
            _ => number::short(self.language, number, 6),
        }
    }

    /// The name of what a field refers to by its id.
    fn named_by(&self, field: &str, id: &str) -> Option<String> {
        let list = REFERENCES.iter().find(|(fields, _)| fields.contains(&field))?.1;
        let known = list.iter().find_map(|list| self.studies.iter().find_map(|study| named(study, list, id)));
        known.map(str::to_owned)
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
    let row = rows(study).chain(of_options).find(|row| row["id"] == id)?;
    row["name"].as_str().or_else(|| row["title"].as_str())
}

/// What a code of a study is called.
fn code(field: &str, code: &str) -> Option<Word> {
    match field {
        "form" => codes::form(code),
        "basis" => codes::basis(code).or_else(|| codes::measured(code)),
        "vat" => codes::vat(code),
        "rule" => codes::staffing_rule(code).or_else(|| codes::exit_rule(code)),
        "kind" => codes::kind(code).or_else(|| codes::decision(code)),
        "certainty" => codes::certainty(code),
        "mode" => codes::price_mode(code),
        "status" => codes::status(code),
        "key" => codes::key(code),
        _ => None,
    }
}
