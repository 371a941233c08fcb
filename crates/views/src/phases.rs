//! The way there in words: phases in the order of time, and what is decided or advised in them.

use deelsom_core::Study;
use deelsom_language::{Language, codes, date};
use serde_json::Value;

use crate::structure::{list, name, text};

/// A phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase<'a> {
    /// The phase as the study's file has it.
    pub file: &'a Value,
    /// What it is called.
    pub name: &'a str,
    /// From when until when.
    pub span: String,
    /// The option that it leads to, as the file has it; none where it leads to any.
    pub option: Option<&'a Value>,
    /// What it is for, in the study's words.
    pub summary: &'a str,
    /// What is decided or advised in it, in the order of time: what, when, of which kind and by whom.
    pub decisions: Vec<String>,
}

/// The phases of a study, `file` being its file.
pub fn phases<'a>(study: &Study, file: &'a Value, language: Language) -> Vec<Phase<'a>> {
    let month = |one: &Value, field: &str| date::from_iso(language, text(one, field));
    let mut in_order: Vec<&Value> = list(file, "/phases").iter().collect();
    in_order.sort_by_key(|phase| text(phase, "from"));
    let of = |phase: &'a Value| {
        let mut decided: Vec<&Value> = list(phase, "/decisions").iter().collect();
        decided.sort_by_key(|one| text(one, "month"));
        let decisions = decided.into_iter().map(|one| {
            let kind = codes::decision(text(one, "kind")).map_or("", |word| word.text(language));
            let by = names(study, list(one, "/by"));
            let by = if by.is_empty() { by } else { [": ", &by].concat() };
            [name(one), ", ", &month(one, "month"), " (", kind, &by, ")"].concat()
        });
        Phase {
            file: phase,
            name: name(phase),
            span: [&month(phase, "from"), " – ", &month(phase, "until")].concat(),
            option: list(file, "/options").iter().find(|one| one["id"] == phase["option"]),
            summary: text(phase, "summary"),
            decisions: decisions.collect(),
        }
    };
    in_order.into_iter().map(of).collect()
}

/// Who decides or advises: the names of partners, and others as the file calls them.
fn names(study: &Study, ids: &[Value]) -> String {
    let of = |id: &Value| {
        let id = id.as_str().unwrap_or_default();
        study.partners.iter().find(|partner| partner.id == id).map_or(id, |partner| &partner.name).to_owned()
    };
    ids.iter().map(of).collect::<Vec<_>>().join(", ")
}
