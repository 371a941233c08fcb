//! What other keys would do to each partner.

use deelsom_charts::{DumbbellChart, DumbbellRow};
use deelsom_core::study::{Key, Variant};
use deelsom_core::{Study, Year, key_code};
use deelsom_language::words::table as head;
use deelsom_language::{Language, codes, number, sentences};

use crate::amounts::Amounts;
use crate::split::{UnderKey, code};
use crate::{Drawn, Seen};

/// Keys that a chart can tell apart.
const MOST_MARKERS: usize = 4;

/// What the first other keys would do to each partner in a year; the option's own keys, the first row, are the zero.
pub fn draw(seen: Seen<'_>, year: Year, rows: &[UnderKey]) -> Option<Drawn> {
    let (own, others) = rows.split_first()?;
    let title = format!("{} {year}", seen.say(head::REDISTRIBUTION));
    let others: Vec<&UnderKey> = others.iter().take(MOST_MARKERS).collect();
    let names: Vec<String> = others.iter().map(|row| name(seen, row)).collect();
    let mut amounts = Amounts::new(seen.language);
    let mut partners = Vec::new();
    for (place, partner) in seen.study.partners.iter().enumerate() {
        let pays = |row: &UnderKey| row.pays.get(place).copied().unwrap_or_default();
        let values: Vec<f64> = others.iter().map(|row| (pays(own) - pays(row)).euros()).collect();
        amounts.hold(&values);
        partners.push(DumbbellRow { name: partner.name.clone(), values });
    }
    let drawing = DumbbellChart {
        figure: seen.figure("keys", &title, amounts.unit()),
        keys: &names,
        rows: &partners,
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Some(Drawn { title, chart })
}

/// What the key of a row is called.
pub fn name(seen: Seen<'_>, row: &UnderKey) -> String {
    match &row.key {
        None => seen.say(head::OWN_KEYS).to_owned(),
        Some(key) => name_of_code(seen, &code(seen.study, key).unwrap_or_default()),
    }
}

/// The keys that an option was given, by name: where none was, what it is shared by all the same.
pub fn of_option(seen: Seen<'_>, option: &Variant) -> String {
    let keys = &option.keys;
    let default = keys.default.as_ref().unwrap_or(&Key::Historic);
    let mut others = Vec::new();
    let services = keys.services.iter().filter(|(service, _)| option.move_of(*service).is_some());
    for (service, key) in services.filter(|(_, key)| key != default) {
        let service = seen.study.services.get(service.0).map_or("", |service| &service.name);
        others.push((service.to_owned(), told(seen, key)));
    }
    for (line, key) in keys.lines.iter().filter(|(_, key)| key != default) {
        let line = codes::line(line.code()).map_or("", |word| seen.say(word));
        others.push((line.to_lowercase(), told(seen, key)));
    }
    sentences::keys_here(seen.language, &told(seen, default), &others)
}

/// A key by name, with what it is made of.
fn told(seen: Seen<'_>, key: &Key) -> String {
    match key {
        Key::Mix(parts) => {
            let all: f64 = parts.iter().map(|(weight, _)| weight).sum();
            let share = |weight: f64| number::percent(seen.language, weight / all, 0);
            let parts = parts.iter().map(|(weight, key)| [&share(*weight), " ", &told(seen, key)].concat());
            parts.collect::<Vec<_>>().join(", ")
        }
        Key::Schedule(keys) => {
            let keys = keys.iter().enumerate().map(|(place, (from, key))| {
                let name = told(seen, key);
                if place == 0 { name } else { sentences::from_year(seen.language, i32::from(from.0), &name) }
            });
            keys.collect::<Vec<_>>().join(", ")
        }
        _ => {
            let code = code(seen.study, key).unwrap_or_else(|| key_code(key).to_owned());
            name_of_code(seen, &code)
        }
    }
}

/// What a key is called, by its code, with its service where it has one.
pub fn name_of_code(seen: Seen<'_>, code: &str) -> String {
    name_in(seen.language, seen.study, code)
}

/// The same of a study without an outcome.
pub fn name_in(language: Language, study: &Study, code: &str) -> String {
    let (code, service) = code.split_once(' ').unwrap_or((code, ""));
    let name = codes::key(code).map_or(code, |word| word.text(language));
    match study.services.iter().find(|one| one.id == service) {
        Some(service) => [name, " (", &service.name, ")"].concat(),
        None => name.to_owned(),
    }
}
