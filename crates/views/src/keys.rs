//! What other keys would do to each partner.

use deelsom_charts::{DumbbellChart, DumbbellRow};
use deelsom_core::study::{Key, Variant};
use deelsom_core::{Money, Study, Year, key_code};
use deelsom_language::words::table as head;
use deelsom_language::{Language, codes, number, sentences};

use crate::amounts::Amounts;
use crate::split::{UnderKey, code};
use crate::{Drawn, Seen};

/// Keys that a chart can tell apart.
const MOST_MARKERS: usize = 4;

/// Whether the chart leaves keys out, so that it has to be said.
pub fn leaves_out(rows: &[UnderKey]) -> bool {
    rows.len() > MOST_MARKERS + 1
}

/// What other keys would do to each partner in a year; the option's own keys, the first row, are the zero. Of many keys
/// those that differ most.
pub fn draw(seen: Seen<'_>, year: Year, rows: &[UnderKey]) -> Option<Drawn> {
    let (own, others) = rows.split_first()?;
    let title = format!("{} {year}", seen.say(head::REDISTRIBUTION));
    let others = most_different(own, others);
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

/// The keys that together show best how much each partner may gain and lose, in the order given.
fn most_different<'a>(own: &UnderKey, others: &'a [UnderKey]) -> Vec<&'a UnderKey> {
    let gains = |row: &'a UnderKey| own.pays.iter().zip(&row.pays).map(|(before, pays)| *before - *pays);
    // The least and the most that each partner gains under the keys taken so far; its own keys are zero.
    let mut spans = vec![(Money::ZERO, Money::ZERO); own.pays.len()];
    let mut taken = vec![false; others.len()];
    for _ in 0..MOST_MARKERS {
        // How far a key goes beyond these; of keys that do not, how much it moves.
        let reach = |place: &usize| {
            let beyond = gains(&others[*place]).zip(&spans);
            let beyond = beyond.map(|(gain, (least, most))| (gain - *most).max(*least - gain)).max();
            (beyond.max(Some(Money::ZERO)), gains(&others[*place]).map(Money::abs).max())
        };
        let left = (0..others.len()).rev().filter(|place| !taken[*place]);
        let Some(next) = left.max_by_key(reach) else { break };
        taken[next] = true;
        for (gain, (least, most)) in gains(&others[next]).zip(&mut spans) {
            (*least, *most) = (gain.min(*least), gain.max(*most));
        }
    }
    others.iter().zip(taken).filter(|(_, taken)| *taken).map(|(row, _)| row).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_best_or_worst_key_is_left_out() {
        let row = |gain: i64| UnderKey { key: None, pays: [-gain, gain].map(Money::from_cents).to_vec() };
        let others = [-10, -90, -80, 5, -70, 30, -60].map(row);
        let chosen: Vec<i64> =
            most_different(&row(0), &others).iter().map(|row| row.pays[1].cents()).collect();
        assert_eq!(chosen, [-90, -80, -70, 30]);
        assert_eq!(most_different(&row(0), &others[..2]).len(), 2);
    }
}
