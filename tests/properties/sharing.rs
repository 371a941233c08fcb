//! Who pays what: keys, transitions and the guarantee.

use deelsom_core::study::Variant;
use deelsom_core::{Course, Fact, Line, Money, PartnerYear};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::change::{each_key, each_option, items, scale_all, without};
use crate::generate::studies;
use crate::harness::{Holds, Run, law, run, within_cents};

#[test]
fn scaling_all_weights_of_keys_changes_no_figure() {
    law(96, &(studies(), 1_i64..=30), |(sample, factor)| {
        let before = run(&sample.0)?.text();
        let mut file = sample.0;
        each_key(&mut file, &|key| match key["key"].as_str() {
            Some("fixed") => scale_all(&mut key["shares"], factor),
            Some("keep_within") => scale_all(&mut key["previous"], factor),
            // A power of two, so that the weighted means stay exact.
            Some("mix") => {
                items(key, "of").for_each(|part| part["weight"] = json!(whole(&part["weight"]) * 8));
            }
            _ => {}
        });
        for volume in items(&mut file, "volumes") {
            scale_all(&mut volume["by_partner"], factor);
        }
        for partner in items(&mut file, "partners") {
            for figure in ["general_grant", "budget"] {
                partner[figure] = json!(whole(&partner[figure]) * factor);
            }
        }
        prop_assert_eq!(before, run(&file)?.text());
        Ok(())
    });
}

fn whole(number: &Value) -> i64 {
    number.as_i64().expect("the generator writes whole weights")
}

/// The most that a participant may be worse off in a year.
fn most(run: &Run, option: &Variant, participant: usize) -> Money {
    let per_inhabitant = option.guarantee.expect("an option with a guarantee");
    Money::round(per_inhabitant * run.study.partners[participant].inhabitants)
}

#[test]
fn where_the_guarantee_is_met_nobody_is_worse_off_than_its_most() {
    law(128, &(studies(), 0_u16..=6_000), |(sample, most)| {
        let mut file = sample.0;
        each_option(&mut file, |option| {
            option["guarantee"] = json!({ "max_disadvantage_per_inhabitant": f64::from(most) / 100.0 });
        });
        let run = run(&file)?;
        (0..run.study.options.len()).try_for_each(|place| keeps_guarantee(&run, place))
    });
}

/// The years in which an option cannot keep its guarantee, and by how much in all.
fn not_met(run: &Run, place: usize) -> (Vec<String>, f64) {
    let path = format!("/options/{place}/guarantee");
    let warning = run.outcome.warnings.iter().find(|one| one.code == "guarantee_not_met" && one.path == path);
    let mut found = (Vec::new(), 0.0);
    for (name, fact) in warning.iter().flat_map(|warning| &warning.facts.0) {
        match (*name, fact) {
            ("years", Fact::List(years)) => found.0.clone_from(years),
            ("left", Fact::Number(left)) => found.1 = *left,
            _ => {}
        }
    }
    found
}

fn keeps_guarantee(run: &Run, place: usize) -> Holds {
    let option = &run.study.options[place];
    let (short_years, left) = not_met(run, place);
    let mut above = Money::ZERO;
    for year in run.years() {
        let short = short_years.contains(&run.study.period.year(year).to_string());
        let mut rooms = Vec::new();
        for partner in &option.participants {
            let paid = |course: &Course| course.partners[partner.0][year];
            let settlement = paid(run.outcome.option(place)).settlement;
            let disadvantage = paid(run.outcome.option(place)).total() - paid(run.outcome.baseline()).total();
            let room = most(run, option, partner.0) - disadvantage;
            prop_assert!(
                short || room >= Money::ZERO,
                "{partner:?} in year {year} is {room:?} below its most"
            );
            prop_assert!(settlement <= Money::ZERO || room >= Money::ZERO, "who pays has room for it");
            prop_assert!(
                settlement >= Money::ZERO || room <= Money::ZERO,
                "who gets is brought back, no further"
            );
            prop_assert!(!short || room <= Money::ZERO, "where it is not enough, all room is used");
            above += Money::ZERO - room.min(Money::ZERO);
            rooms.push((room + settlement, settlement));
        }
        in_proportion(&rooms)?;
    }
    prop_assert_eq!(Money::round(left), above, "what is left is said");
    Ok(())
}

/// Who has room pays in proportion to it, who is above its most gets in proportion to that, within a cent.
fn in_proportion(rooms: &[(Money, Money)]) -> Holds {
    for side in [true, false] {
        let mine: Vec<_> = rooms.iter().filter(|(room, _)| (*room > Money::ZERO) == side).collect();
        let rooms: f64 = mine.iter().map(|(room, _)| room.euros()).sum();
        let settled: f64 = mine.iter().map(|(_, settlement)| settlement.euros()).sum();
        for (room, settlement) in mine.into_iter().filter(|_| rooms.abs() > 0.0) {
            let due = settled * room.euros() / rooms;
            prop_assert!((settlement.euros() - due).abs() < 0.0101, "{settlement:?} where {due} is due");
        }
    }
    Ok(())
}

#[test]
fn a_guarantee_moves_money_only_between_participants_and_changes_nothing_else() {
    law(96, &studies(), |sample| {
        let with = run(&sample.0)?;
        let mut file = sample.0;
        each_option(&mut file, |option| without(option, "guarantee"));
        let bare = run(&file)?;
        for (place, option) in with.study.options.iter().enumerate() {
            let (settled, own) = (with.outcome.option(place), bare.outcome.option(place));
            let posted = settled.ledger.iter().filter(|entry| entry.line.code() != "settlement");
            prop_assert!(posted.eq(&own.ledger));
            for (partner, years) in settled.partners.iter().enumerate() {
                let takes_part = option.participants.iter().any(|one| one.0 == partner);
                for (year, paid) in years.iter().enumerate() {
                    prop_assert!(takes_part || paid.settlement.is_zero());
                    prop_assert_eq!(
                        PartnerYear { settlement: Money::ZERO, ..*paid },
                        own.partners[partner][year]
                    );
                }
            }
        }
        Ok(())
    });
}

/// What a study says of transitions, set or taken away.
fn with_transition(file: &Value, years: Option<u32>) -> Result<Run, TestCaseError> {
    let mut file = file.clone();
    each_option(&mut file, |option| match years {
        Some(years) => option["transition"] = json!({ "years": years }),
        None => without(option, "transition"),
    });
    run(&file)
}

#[test]
fn a_transition_that_is_complete_leaves_the_key_itself() {
    law(96, &studies(), |sample| {
        let none = with_transition(&sample.0, None)?;
        for years in [0, 1] {
            let complete = with_transition(&sample.0, Some(years))?;
            for (place, option) in none.study.options.iter().enumerate() {
                // What a unit bears before its own go-live has not grown yet.
                let first = option.moves.iter().map(|moved| moved.go_live / 12).max().unwrap_or(0);
                for (before, after) in
                    none.outcome.option(place).partners.iter().zip(&complete.outcome.option(place).partners)
                {
                    prop_assert_eq!(&before[first..], &after[first..]);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_transition_grows_from_the_historic_shares() {
    law(96, &(studies(), 1_u32..=8), |(sample, years)| {
        let mut file = sample.0;
        each_option(&mut file, |option| {
            option["keys"] = json!({ "default": { "key": "historic" } });
            without(option, "guarantee");
        });
        let (none, grown) = (with_transition(&file, None)?, with_transition(&file, Some(years))?);
        for place in 0..none.study.options.len() {
            let (before, after) = (none.outcome.option(place), grown.outcome.option(place));
            for (one, other) in before.partners.iter().zip(&after.partners) {
                for year in none.years() {
                    // The mean of a share and itself may differ from it in the last bit, and so turn a tie.
                    let odd_cents = 2 * none.entries(before, year).count();
                    prop_assert!(within_cents(one[year].total(), other[year].total(), odd_cents));
                }
            }
        }
        Ok(())
    });
}

fn charges_no_vat(file: &Value) -> Holds {
    let run = run(file)?;
    let mut entries = run.outcome.courses.iter().flat_map(|course| &course.ledger);
    prop_assert_eq!(entries.find(|entry| entry.line == Line::Vat), None);
    Ok(())
}

/// Changes every joint unit, of today and of the options.
fn each_unit(study: &mut Value, change: impl Fn(&mut Value)) {
    items(study, "units").for_each(&change);
    each_option(study, |option| items(option, "units").for_each(&change));
}

#[test]
fn vat_that_is_not_charged_or_all_recovered_costs_nothing() {
    let terms = [("none", 0.5), ("transparent", 0.5), ("taxed", 1.0), ("exempt", 0.0)];
    law(64, &(studies(), select(terms.to_vec())), |(sample, (vat, recoverable))| {
        let mut file = sample.0;
        items(&mut file, "partners").for_each(|partner| partner["recoverable_vat"] = json!(recoverable));
        items(&mut file, "units").for_each(|unit| unit["vat"] = json!(vat));
        each_option(&mut file, |option| option["vat"] = json!(vat));
        charges_no_vat(&file)
    });
}

#[test]
fn municipalities_that_become_one_charge_each_other_no_vat() {
    law(64, &(studies(), select(vec!["taxed", "exempt"])), |(sample, vat)| {
        let mut file = sample.0;
        each_unit(&mut file, |unit| unit["form"] = json!("merger"));
        items(&mut file, "units").for_each(|unit| unit["vat"] = json!(vat));
        each_option(&mut file, |option| {
            option["vat"] = json!(vat);
            // Without a unit there is nothing that is one.
            if option["units"].as_array().is_some_and(Vec::is_empty) {
                option["vat"] = json!("none");
            }
        });
        charges_no_vat(&file)
    });
}
