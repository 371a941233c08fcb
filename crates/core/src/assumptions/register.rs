//! The register itself: every assumption with its unit, range, source and evidence.

use serde::{Deserialize, Serialize};

use crate::calendar::Year;
use crate::study::Value;

/// How well a value is founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Read in the cited source.
    Sourced,
    /// Computed from sourced figures, or from assumed ones where the note says so.
    Derived,
    /// No source: a number is needed for the model to run.
    Assumed,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, PartialEq)]
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
    /// A caveat, or how it was derived.
    pub note: Option<String>,
    /// Whether a study may change it for one service.
    pub per_service: bool,
}

#[derive(Deserialize)]
struct RegisterFile {
    price_year: u16,
    sources: Vec<Source>,
    assumptions: Vec<EntryFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    id: String,
    unit: String,
    value: serde_json::Value,
    low: Option<f64>,
    high: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    source: Option<String>,
    locator: Option<String>,
    date: Option<String>,
    confirmed_until: Option<String>,
    evidence: Evidence,
    range_evidence: Evidence,
    price_year: Option<u16>,
    note: Option<String>,
    per_service: bool,
}

impl From<EntryFile> for Entry {
    fn from(file: EntryFile) -> Self {
        Self {
            id: file.id,
            unit: file.unit,
            value: match file.value {
                serde_json::Value::Number(number) => Value::Number(number.as_f64().unwrap_or(0.0)),
                serde_json::Value::String(scale) => Value::Scale(Some(scale)),
                _ => Value::Scale(None),
            },
            low: file.low,
            high: file.high,
            min: file.min,
            max: file.max,
            source: file.source,
            locator: file.locator,
            date: file.date,
            confirmed_until: file.confirmed_until,
            evidence: file.evidence,
            range_evidence: file.range_evidence,
            price_year: file.price_year.map(Year),
            note: file.note,
            per_service: file.per_service,
        }
    }
}

/// The register of assumptions that ships with the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    price_year: Year,
    sources: Vec<Source>,
    entries: Vec<Entry>,
}

impl Register {
    /// The embedded register. Reading it takes a moment: read it once.
    ///
    /// # Panics
    /// Never, since a test reads the same data.
    pub fn embedded() -> Self {
        let file: RegisterFile =
            serde_json::from_str(include_str!("../../assumptions/register.json")).expect("the embedded register is read by a test");
        Self {
            price_year: Year(file.price_year),
            sources: file.sources,
            entries: file.assumptions.into_iter().map(Entry::from).collect(),
        }
    }

    /// The year whose prices the register's amounts are in, unless an entry says otherwise.
    pub fn price_year(&self) -> Year {
        self.price_year
    }

    /// Every assumption, in the order of MODEL 12.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The assumption with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
