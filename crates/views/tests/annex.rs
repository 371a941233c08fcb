//! The annex says what the report says, and what people wrote is text in it.

use deelsom_core::{Outcome, Register, Report, Study, calculate};
use deelsom_language::Language;
use deelsom_views::Seen;
use deelsom_views::annex::{About, Annex, Part, annex, html};
use serde_json::Value;

const EXAMPLES: [&str; 4] = [
    include_str!("../../../examples/voorschoten-wassenaar-2010.json"),
    include_str!("../../../examples/duivenvoorde-2021.json"),
    include_str!("../../../examples/leidse-regio-2022.json"),
    include_str!("../../../examples/four-municipalities-2006.json"),
];

const ABOUT: About<'_> =
    About { version: "1.2.3", fingerprint: "abc123", date: Some("2026-11-22"), seal: None };

/// A study and what follows from it.
struct Made {
    file: Value,
    register: Register,
    study: Study,
    outcome: Outcome,
}

impl Made {
    fn of(file: Value) -> Self {
        let register = Register::embedded();
        let study = Study::from_value(&file, &register).expect("a valid study");
        let outcome = calculate(&study, &register);
        Self { file, register, study, outcome }
    }

    fn annex(&self, place: usize, about: About<'_>) -> Option<Annex> {
        let (language, width) = (Language::Dutch, 340);
        let seen =
            Seen { study: &self.study, register: &self.register, outcome: &self.outcome, language, width };
        annex(seen, &self.file, place, about)
    }

    fn report(&self) -> Value {
        serde_json::to_value(Report::of(&self.study, &self.register, &self.outcome)).expect("a report")
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_figure_is_that_of_the_report() {
    for text in EXAMPLES {
        let made = Made::of(parsed(text));
        let report = made.report();
        for place in 0..made.study.options.len() {
            let annex = made.annex(place, ABOUT).expect("an annex");
            let mut figures = 0;
            for part in &annex.parts {
                let Part::Table(table) = part else { continue };
                for row in &table.rows {
                    assert_eq!(row.cells.len() + 1, table.heads.len(), "{}: {}", table.id, row.head);
                }
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                for cell in cells.filter(|cell| cell.exact.is_some() && !cell.pointer.contains('?')) {
                    let shown: Option<f64> = cell.exact.as_ref().and_then(|exact| exact.parse().ok());
                    let told: Option<Vec<f64>> =
                        cell.pointer.split('+').map(|one| report.pointer(one)?.as_f64()).collect();
                    let told = told.map(|told| told.iter().sum::<f64>());
                    let same = shown.zip(told).is_some_and(|(shown, told)| (shown - told).abs() < 1e-5);
                    assert!(same, "{}: {shown:?}, {told:?}", cell.pointer);
                    figures += 1;
                }
            }
            assert!(figures > 100, "only {figures} figures");
        }
        assert_eq!(made.annex(made.study.options.len(), ABOUT), None);
    }
}

#[test]
fn no_two_tables_have_the_same_id() {
    let annex = Made::of(parsed(EXAMPLES[3])).annex(0, ABOUT).expect("an annex");
    let mut ids: Vec<&str> = Vec::new();
    for part in &annex.parts {
        if let Part::Table(table) = part {
            ids.push(&table.id);
        }
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert!(all > 5 && ids.len() == all, "{ids:?}");
}

#[test]
fn it_tells_the_way_there_and_what_was_weighed() {
    let file = parsed(include_str!("../../../tests/studies/way-there.json"));
    let annex = Made::of(file).annex(0, ABOUT).expect("an annex");
    let lists: Vec<&String> = annex
        .parts
        .iter()
        .filter_map(|part| if let Part::List(points) = part { Some(points) } else { None })
        .flatten()
        .collect();
    let phase = "The form, januari 2025 – december 2025: Advice, oktober 2025 (de ondernemingsraad adviseert); \
                 Consent of Aa, december 2025 (de raad geeft toestemming: Aa); \
                 Consent of Bee, februari 2026 (de raad geeft toestemming: Bee)";
    assert!(lists.iter().any(|said| *said == phase), "{lists:#?}");
    assert!(lists.iter().any(|said| *said == "Social services: In a joint organisation already"));
    let table = annex.parts.iter().find_map(|part| match part {
        Part::Table(table) if table.id == "annex-scores" => Some(table),
        _ => None,
    });
    let rows: Vec<(&str, Vec<&str>)> = table
        .expect("the scores")
        .rows
        .iter()
        .map(|row| (row.head.as_str(), row.cells.iter().map(|cell| cell.text.as_str()).collect()))
        .collect();
    assert_eq!(rows[0], ("Quality", vec!["2", "3", "3,5"]));
    assert_eq!(rows[1], ("Continuity", vec!["1", "–", "2"]));
    assert_eq!(rows[3], ("Gewogen gemiddelde", vec!["–", "3", "3"]));
    assert_eq!(rows[4].0, "Netto contante waarde");
}

/// Puts a text into everything that people name.
fn named(value: &mut Value, name: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| named(one, name)),
        Value::Object(fields) => {
            for (field, one) in fields.iter_mut() {
                match (field.as_str(), &mut *one) {
                    ("name" | "title" | "summary" | "reason" | "url", Value::String(text)) => {
                        text.push_str(name);
                    }
                    _ => named(one, name),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn what_people_wrote_is_text_and_never_markup() {
    let mut file = parsed(EXAMPLES[0]);
    named(&mut file, "<script>alert('&')</script><img src=x onerror=alert(1)>\"");
    let seal = Some(("<b>bold</b>", "2026-11-22"));
    let annex = Made::of(file).annex(0, About { seal, ..ABOUT }).expect("an annex");
    let page = html::page(&annex);
    for markup in ["<script", "<img", "<b>", "onerror=alert(1)>"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"));
    assert!(page.contains("&lt;b&gt;bold&lt;/b&gt;"));
}

#[test]
fn the_file_is_whole_and_asks_nobody() {
    let annex = Made::of(parsed(EXAMPLES[0])).annex(0, ABOUT).expect("an annex");
    let page = html::page(&annex);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">") && page.ends_with("</html>\n"));
    assert_eq!(page.matches("<h1>").count(), 1);
    assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
    assert!(page.matches("<svg").count() > 2);
    for foreign in ["src=", "<link", "@import", "url(", "<script", " style="] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    for said in ["1.2.3", "abc123", "22 november 2026", "deelsom annex studie.deelsom.json --option"] {
        assert!(page.contains(said), "{said}");
    }
}
