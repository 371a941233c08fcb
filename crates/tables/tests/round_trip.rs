//! Reading what was written gives the same rows.

use deelsom_core::Register;
use deelsom_language::Language;
use deelsom_tables::{Profile, Subject, Wish, read, table};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A name as people may give it: quotes, signs of formulas, separators, accents.
fn name() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÖØ-öø-ÿ0-9&'=+@;,\"(-][A-Za-zÀ-ÖØ-öø-ÿ0-9 &'=;,\".()-]{0,12}[A-Za-z0-9)\"]"
        .prop_map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        // What has no letter or digit cannot be told from what else has none.
        .prop_filter("a name of something", |name| name.contains(|one: char| one.is_alphabetic()))
}

/// A number with as many decimals as people write.
fn number(most: i64) -> impl Strategy<Value = Value> {
    (0..most, 0_u32..7).prop_map(|(number, decimals)| {
        let divisor = 10_i64.pow(decimals);
        if number % divisor == 0 { json!(number / divisor) } else { json!(number as f64 / divisor as f64) }
    })
}

fn status() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!("documented")),
        Just(json!("illustrative")),
        Just(json!("hypothetical"))
    ]
}

prop_compose! {
    fn row()(
        unit in 0_usize..3,
        service in 0_usize..3,
        name in name(),
        figures in (number(100_000), number(1_000_000_000_000), number(90_000)),
        status in status(),
        source in any::<bool>(),
        choice in 0_u8..4,
        year in 2026_u16..2031,
    ) -> Row {
        Row { unit, service, name, figures, status, source, choice, year }
    }
}

#[derive(Debug)]
struct Row {
    unit: usize,
    service: usize,
    name: String,
    figures: (Value, Value, Value),
    status: Value,
    source: bool,
    choice: u8,
    year: u16,
}

/// An object without what is null.
fn said(fields: &Value) -> Value {
    let fields: Map<String, Value> = fields
        .as_object()
        .cloned()
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .collect();
    fields.into()
}

fn source(row: &Row) -> Value {
    if row.source { json!("s1") } else { Value::Null }
}

prop_compose! {
    fn study()(
        partners in prop::collection::vec((name(), 1_i64..900_000, 0_i64..4000), 3),
        services in prop::collection::vec(name(), 3),
        title in name(),
        rows in prop::collection::vec(row(), 1..12),
    ) -> Value {
        let partners: Vec<Value> = partners.iter().enumerate().map(|(place, (name, inhabitants, growth))| {
            // Nothing is written as a whole number.
            let growth = if *growth == 0 { json!(0) } else { json!(*growth as f64 / 10_000.0) };
            json!({ "id": format!("p{place}"), "name": name, "inhabitants": inhabitants, "growth": growth })
        }).collect();
        let services: Vec<Value> =
            services.iter().enumerate().map(|(place, name)| json!({ "id": format!("d{place}"), "name": name })).collect();
        json!({
            "format": "deelsom/study", "version": 1, "title": "",
            "period": { "first_year": 2026, "years": 5 },
            "sources": [{ "id": "s1", "title": title }],
            "partners": partners,
            "services": services,
            "posts": posts(&rows),
            "departures": departures(&rows),
            "running_costs": rows.iter().map(cost).collect::<Vec<_>>(),
            "volumes": volumes(&rows),
        })
    }
}

/// One for every role: what is double is no valid study.
fn distinct(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let same = |one: &Row, other: &Row| {
        (one.unit, one.service, &one.name) == (other.unit, other.service, &other.name)
    };
    rows.iter()
        .enumerate()
        .filter(move |(place, row)| !rows[..*place].iter().any(|other| same(other, row)))
        .map(|(_, row)| row)
}

fn posts(rows: &[Row]) -> Vec<Value> {
    let post = |row: &Row| {
        let scale = if row.choice < 2 { json!("10A") } else { Value::Null };
        let cost = if row.choice < 2 { Value::Null } else { row.figures.2.clone() };
        let in_post = if row.choice == 1 { row.figures.0.clone() } else { Value::Null };
        said(&json!({
            "unit": format!("p{}", row.unit), "service": format!("d{}", row.service), "role": row.name,
            "scale": scale, "cost_per_fte": cost, "fte": row.figures.0, "in_post": in_post,
            "source": source(row), "status": row.status,
        }))
    };
    distinct(rows).map(post).collect()
}

fn departures(rows: &[Row]) -> Vec<Value> {
    let departure = |row: &Row| {
        said(&json!({
            "unit": format!("p{}", row.unit), "service": format!("d{}", row.service), "role": row.name,
            "month": format!("{}-{:02}", row.year, row.choice + 1), "fte": row.figures.0,
            "source": source(row), "status": row.status,
        }))
    };
    distinct(rows).map(departure).collect()
}

fn cost(row: &Row) -> Value {
    let years = (row.choice == 0).then(|| json!({ row.year.to_string(): row.figures.1, "2035": -5 }));
    let amount = if row.choice == 0 { Value::Null } else { row.figures.1.clone() };
    let service = if row.choice == 1 { Value::Null } else { json!(format!("d{}", row.service)) };
    let vat = if row.choice == 2 { Value::Null } else { json!(row.choice == 3) };
    said(&json!({
        "unit": format!("p{}", row.unit), "service": service, "name": row.name, "amount": amount, "amounts": years,
        "carries_vat": vat, "source": source(row), "status": row.status,
    }))
}

fn volumes(rows: &[Row]) -> Vec<Value> {
    let first = |service: usize| rows.iter().find(|row| row.service == service);
    (0..3).filter_map(first).map(|row| {
        let mut used = json!({ "p0": row.figures.0, "p2": row.figures.2 });
        if row.choice == 0 {
            used["p1"] = json!(7);
        }
        said(&json!({ "service": format!("d{}", row.service), "name": row.name, "by_partner": used, "status": row.status }))
    }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn reading_back_what_was_written_gives_the_same_rows(study in study()) {
        let register = Register::embedded();
        for subject in Subject::ALL {
            for profile in [Profile::Data, Profile::ExcelNl] {
                for language in Language::ALL {
                    let text = table(&study, subject, profile);
                    let wish = Wish { subject, replace: true, new_services: false, language };
                    let read = read(&text, &wish, &study, &register).expect("a table");
                    prop_assert_eq!(&read.faults, &vec![], "{}", text);
                    let same = read.study.expect("no faults, so a study");
                    prop_assert_eq!(&same[subject.code()], &study[subject.code()], "{}", text);
                }
            }
        }
    }

    #[test]
    fn whatever_someone_pastes_is_answered(text in "[\\x00-\\x7fé€\\u{202e}\t;,\n\"=]{0,200}", replace: bool, new_services: bool) {
        let register = Register::embedded();
        let study = json!({
            "format": "deelsom/study", "version": 1, "title": "", "period": { "first_year": 2026, "years": 5 },
            "partners": [{ "id": "p0", "name": "A", "inhabitants": 1 }], "services": [{ "id": "d0", "name": "B" }],
        });
        for subject in Subject::ALL {
            let wish = Wish { subject, replace, new_services, language: Language::Dutch };
            if let Ok(read) = read(&text, &wish, &study, &register) {
                prop_assert_eq!(read.study.is_some(), read.faults.is_empty());
                for fault in &read.faults {
                    prop_assert!(fault.sentence(Language::Dutch).ends_with('.'));
                }
            }
        }
    }
}
