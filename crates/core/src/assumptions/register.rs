//! The register itself: every assumption with its unit, range, source and evidence.

use serde_json::Value as Json;

use crate::calendar::Year;
use crate::problem::Problem;
use crate::study::Value;
use crate::study::json::{At, FromJson, Table, codes, record};

codes! {
    /// How well a value is founded.
    pub enum Evidence {
        /// No source: a number is needed for the model to run.
        Assumed = "assumed",
        /// Computed from sourced figures, or from assumed ones where the note says so.
        Derived = "derived",
        /// Read in the cited source.
        Sourced = "sourced",
    }
}

record! {
    /// Where a figure comes from.
    pub struct Source {
        /// An id that entries refer to.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Who published it.
        pub publisher: String,
        /// When.
        pub date: Option<String>,
        /// Where it can be read, if the whole address is known.
        pub url: Option<String>,
    }

    /// One assumption. The rows of a table (by form, scale or kind) are entries of their own: `governance.public_body`.
    pub struct Entry {
        /// Its id.
        pub id: String,
        /// Its unit, from a closed list.
        pub unit: String,
        /// What the model takes unless a study says otherwise.
        pub value: Value,
        /// The low end of its range.
        pub low: Option<f64>,
        /// The high end of its range.
        pub high: Option<f64>,
        /// Below this a value is refused.
        pub min: Option<f64>,
        /// Above this a value is refused.
        pub max: Option<f64>,
        /// The source's id.
        pub source: Option<String>,
        /// Where in the source.
        pub locator: Option<String>,
        /// The date that the value is of.
        pub date: Option<String>,
        /// The last time that someone saw it still hold.
        pub confirmed_until: Option<String>,
        /// How well the value is founded.
        pub evidence: Evidence,
        /// How well the range is founded.
        pub range_evidence: Evidence,
        /// The year whose prices an amount is in.
        pub price_year: Option<Year>,
        /// Whether a study may change it for one service.
        pub per_service: bool,
    }

    /// The register as it is embedded.
    struct RegisterFile {
        /// The year whose prices its amounts are in, unless an entry says otherwise.
        pub price_year: Year,
        /// Every source.
        pub sources: Vec<Source>,
        /// Every assumption, in the order of MODEL 12.
        pub assumptions: Vec<Entry>,
    }
}

/// The register of assumptions that ships with the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// The year whose prices its amounts are in, unless an entry says otherwise.
    pub price_year: Year,
    /// Every source.
    pub sources: Vec<Source>,
    entries: Vec<Entry>,
    /// Places of the entries in order of id, to look them up by.
    by_id: Vec<usize>,
    /// The salary scales that it has the cost of, in its order.
    scales: Vec<String>,
}

impl FromJson for Value {
    fn read(value: Option<&Json>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        match value {
            Some(Json::Number(_)) => Self::Number(f64::read(value, at, problems)),
            _ => Self::Scale(Option::read(value, at, problems)),
        }
    }
}

impl Register {
    /// The embedded register. Reading it takes a moment: read it once.
    ///
    /// A test reads the same data and finds no problem in it.
    pub fn embedded() -> Self {
        Self::read_embedded(&mut Vec::new())
    }

    fn read_embedded(problems: &mut Vec<Problem>) -> Self {
        let value =
            serde_json::from_str(include_str!("../../assumptions/register.json")).unwrap_or(Json::Null);
        let file = RegisterFile::read(Some(&value), At::Root, problems);
        let mut by_id: Vec<usize> = Vec::with_capacity(file.assumptions.len());
        for (place, entry) in file.assumptions.iter().enumerate() {
            let after = by_id.partition_point(|other| file.assumptions[*other].id < entry.id);
            by_id.insert(after, place);
        }
        let scale = |entry: &Entry| entry.id.strip_prefix("cost_per_fte.").map(str::to_owned);
        let scales = file.assumptions.iter().filter_map(scale).collect();
        Self { price_year: file.price_year, sources: file.sources, entries: file.assumptions, by_id, scales }
    }

    /// The salary scales that it has the cost of, in its order.
    pub fn scales(&self) -> &[String] {
        &self.scales
    }

    /// Every assumption, in the order of MODEL 12.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The assumption with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        let place = self.by_id.binary_search_by(|place| self.entries[*place].id.as_str().cmp(id)).ok()?;
        self.entries.get(*self.by_id.get(place)?)
    }

    /// How values were derived, and their caveats, by id. They are long and seldom read, and so kept beside the
    /// register: who does not ask for them does not carry them.
    pub fn notes() -> Vec<(String, String)> {
        let value = serde_json::from_str(include_str!("../../assumptions/notes.json")).unwrap_or(Json::Null);
        Table::read(Some(&value), At::Root, &mut Vec::new()).0
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_register_is_sound() {
        let mut problems = Vec::new();
        let register = Register::read_embedded(&mut problems);
        assert_eq!(problems, []);
        for (place, entry) in register.entries().iter().enumerate() {
            let id = &entry.id;
            assert!(register.entries()[..place].iter().all(|other| other.id != *id), "{id} stands twice");
            assert!(
                entry.source.as_ref().is_none_or(|source| register.source(source).is_some()),
                "{id} has an unknown source"
            );
            assert!(
                entry.evidence != Evidence::Sourced || entry.source.is_some(),
                "{id} says sourced without a source"
            );
            if let Value::Number(value) = entry.value {
                let [low, high, min, max] = [entry.low, entry.high, entry.min, entry.max].map(Option::unwrap);
                assert!(
                    min <= low && low <= value && value <= high && high <= max,
                    "{id} lies outside its range"
                );
            }
        }
    }

    #[test]
    fn every_note_is_about_an_assumption_and_says_how_what_is_derived_was() {
        let register = Register::embedded();
        let notes = Register::notes();
        assert!(notes.iter().all(|(id, _)| register.entry(id).is_some()));
        for entry in register.entries().iter().filter(|entry| entry.evidence == Evidence::Derived) {
            assert!(
                entry.source.is_some() || notes.iter().any(|(id, _)| *id == entry.id),
                "{} has no note",
                entry.id
            );
        }
    }
}
