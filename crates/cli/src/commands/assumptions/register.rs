//! The register itself.

use deelsom_core::study::Value;
use deelsom_core::{Assumption, Evidence, Register, Source};
use deelsom_language::words::{field, table as words};
use deelsom_language::{Language, codes};
use serde::Serialize;

use super::{cell, figure, value};
use crate::csv_file::{Profile, cells, csv_file};
use crate::table::{Column, table as print_table};

pub(super) fn table(register: &Register, language: Language) -> String {
    let columns = [
        (Column::Text, field::ID),
        (Column::Figure, words::VALUE),
        (Column::Figure, words::LOW),
        (Column::Figure, words::HIGH),
        (Column::Text, words::UNIT_OF_VALUE),
        (Column::Text, words::EVIDENCE),
        (Column::Text, words::SOURCE),
    ]
    .map(|(column, word)| (column, word.text(language)));
    let row = |entry: &Assumption| {
        let end = |end: Option<f64>| end.map_or_else(String::new, |end| figure(language, &entry.unit, end));
        vec![
            entry.id.clone(),
            value(language, &entry.unit, &entry.value),
            end(entry.low),
            end(entry.high),
            codes::unit(&entry.unit).map_or(entry.unit.as_str(), |word| word.text(language)).to_owned(),
            evidence(language, entry.evidence).to_owned(),
            entry.source.clone().unwrap_or_default(),
        ]
    };
    print_table(&columns, register.entries().iter().map(row))
}

/// What a value rests on, in a word.
pub(super) fn evidence(language: Language, evidence: Evidence) -> &'static str {
    codes::evidence(evidence.code()).map_or(evidence.code(), |word| word.text(language))
}

pub(super) fn csv(register: &Register, profile: Profile) -> String {
    let columns = [
        "id",
        "value",
        "unit",
        "low",
        "high",
        "evidence",
        "range_evidence",
        "source",
        "locator",
        "date",
        "note",
    ];
    let notes = Register::notes();
    let row = |entry: &Assumption| {
        let note = notes.iter().find(|(id, _)| *id == entry.id).map(|(_, note)| note.clone());
        let mut row = cells![&entry.id];
        row.push(cell(&entry.value));
        row.extend(cells![
            &entry.unit,
            entry.low,
            entry.high,
            entry.evidence.code(),
            entry.range_evidence.code()
        ]);
        row.extend([&entry.source, &entry.locator, &entry.date, &note].map(|text| text.as_ref().into()));
        row
    };
    csv_file(profile, &columns, register.entries().iter().map(row))
}

/// The whole register for programs.
#[derive(Serialize)]
pub(super) struct Printed<'a> {
    price_year: u16,
    sources: Vec<PrintedSource<'a>>,
    assumptions: Vec<PrintedEntry<'a>>,
}

#[derive(Serialize)]
struct PrintedSource<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    date: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct PrintedEntry<'a> {
    id: &'a str,
    unit: &'a str,
    value: serde_json::Value,
    low: Option<f64>,
    high: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    source: Option<&'a str>,
    locator: Option<&'a str>,
    date: Option<&'a str>,
    confirmed_until: Option<&'a str>,
    evidence: Evidence,
    range_evidence: Evidence,
    price_year: Option<u16>,
    note: Option<String>,
    per_service: bool,
}

impl<'a> Printed<'a> {
    pub(super) fn of(register: &'a Register) -> Self {
        let notes = Register::notes();
        let entry = |entry: &'a Assumption| PrintedEntry {
            id: &entry.id,
            unit: &entry.unit,
            value: match &entry.value {
                Value::Number(number) => (*number).into(),
                Value::Scale(scale) => scale.clone().into(),
                Value::ByYear(_) => serde_json::Value::Null,
            },
            low: entry.low,
            high: entry.high,
            min: entry.min,
            max: entry.max,
            source: entry.source.as_deref(),
            locator: entry.locator.as_deref(),
            date: entry.date.as_deref(),
            confirmed_until: entry.confirmed_until.as_deref(),
            evidence: entry.evidence,
            range_evidence: entry.range_evidence,
            price_year: entry.price_year.map(|year| year.0),
            note: notes.iter().find(|(id, _)| *id == entry.id).map(|(_, note)| note.clone()),
            per_service: entry.per_service,
        };
        let source = |source: &'a Source| PrintedSource {
            id: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            date: source.date.as_deref(),
            url: source.url.as_deref(),
        };
        Self {
            price_year: register.price_year.0,
            sources: register.sources.iter().map(source).collect(),
            assumptions: register.entries().iter().map(entry).collect(),
        }
    }
}
