//! A joint organisation that becomes another neither gains nor loses by bookkeeping.

use std::cell::Cell;

use deelsom_core::Study;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate::studies;
use crate::harness::{REGISTER, law, run};

#[test]
fn an_organisation_under_another_name_saves_nothing() {
    let rebuilt = Cell::new(0);
    law(160, &(studies(), 0_usize..240), |(sample, month)| {
        let Some(file) = under_another_name(sample.0, month) else { return Ok(()) };
        rebuilt.set(rebuilt.get() + 1);
        let run = run(&file)?;
        let (effect, course) = (&run.outcome.effects[0], run.outcome.option(0));
        let go_live = run.study.options[0].moves[0].go_live;
        let results =
            std::iter::once(&effect.result).chain(effect.partners.iter().map(|partner| &partner.result));
        for result in results {
            for (year, saved) in result.years.iter().enumerate() {
                // A year in two halves has two entries for one, and each is rounded.
                let parted = year == go_live / 12 && !go_live.is_multiple_of(12);
                let entries = course.ledger.iter().filter(|entry| entry.year == saved.year).count();
                let room = if parted { i64::try_from(entries).unwrap_or(0) } else { 0 };
                prop_assert!(saved.saving.cents().abs() <= room, "{:?} in {} of {}", saved, year, file);
                prop_assert!(saved.one_off.cents().abs() <= room, "{:?} in {} of {}", saved, year, file);
            }
        }
        Ok(())
    });
    assert!(rebuilt.get() > 40, "only {} of the studies drawn have a joint unit today", rebuilt.get());
}

/// The same study with one option: the first joint unit of today, wholly and at once, under another name.
fn under_another_name(mut file: Value, month: usize) -> Option<Value> {
    let unit = file["units"].as_array()?.first()?.clone();
    let members: Vec<Value> = unit["members"].as_array()?.clone();
    // A service that a member has of its own besides would be pooled with it, which is no mere renaming.
    let elsewhere = |one: &Value| one["unit"] != unit["id"];
    for list in ["posts", "running_costs", "departures"] {
        file[list].as_array_mut()?.retain(|one| !elsewhere(one) || one["service"].is_null());
    }
    file["units"] = json!([unit]);
    let services: Vec<Value> = file["services"]
        .as_array()?
        .iter()
        .map(|service| service["id"].clone())
        .filter(|id| {
            let here = |list: &str| {
                file[list].as_array().is_some_and(|all| all.iter().any(|one| one["service"] == *id))
            };
            here("posts") || here("running_costs")
        })
        .collect();
    if services.is_empty() {
        return None;
    }
    let months = file["period"]["years"].as_u64()? * 12;
    let first = file["period"]["first_year"].as_u64()?;
    let month = month as u64 % months;
    let month = format!("{}-{:02}", first + month / 12, month % 12 + 1);
    let mut renamed = json!({ "id": "renamed", "name": "Under another name", "members": members });
    for field in ["form", "host", "basis"] {
        if !unit[field].is_null() {
            renamed[field] = unit[field].clone();
        }
    }
    let moves: Vec<Value> = services
        .iter()
        .map(|service| json!({ "service": service, "month": month, "to": ["renamed"] }))
        .collect();
    let mut option = json!({
        "id": "rebuild", "name": "Rebuild", "units": [renamed], "moves": moves,
        "keys": { "default": unit["key"] },
    });
    if !unit["vat"].is_null() {
        option["vat"] = unit["vat"].clone();
    }
    file["options"] = json!([option]);
    file["ranges"] = json!([]);
    // A unit of today may have a key that an option's cannot have without a service of its own.
    Study::from_value(&file, &REGISTER).ok()?;
    Some(file)
}
