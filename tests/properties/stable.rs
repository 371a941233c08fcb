//! What must not matter: the horizon, the order of partners, asking twice.

use std::collections::{BTreeMap, BTreeSet};

use deelsom_core::report::CourseReport;
use deelsom_core::{Course, Effect, Money, Study, calculate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::change::{assume, each_option, items};
use crate::generate::studies;
use crate::harness::{Holds, REGISTER, Run, law, run, within_cents};

#[test]
fn the_same_study_gives_the_same_report_twice() {
    law(64, &studies(), |sample| {
        let first = run(&sample.0)?;
        prop_assert_eq!(first.text(), run(&sample.0)?.text());
        // By way of a file too.
        let study = Study::read(&sample.0.to_string(), &REGISTER)
            .map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        prop_assert_eq!(&first.study, &study);
        prop_assert_eq!(&first.outcome, &calculate(&study, &REGISTER));
        Ok(())
    });
}

/// Net present value, payback, deepest point, structural saving and the staffing in the end do depend on the horizon.
#[test]
fn a_longer_horizon_leaves_earlier_years_alone() {
    law(96, &(studies(), 1_u64..=3), |(sample, more)| {
        let short = run(&sample.0)?;
        let mut file = sample.0;
        file["period"]["years"] = json!(file["period"]["years"].as_u64().expect("a number of years") + more);
        let long = run(&file)?;
        for (before, after) in short.outcome.courses.iter().zip(&long.outcome.courses) {
            course_goes_on(&short, before, after)?;
        }
        for (before, after) in short.outcome.effects.iter().zip(&long.outcome.effects) {
            effect_goes_on(before, after)?;
        }
        Ok(())
    });
}

fn course_goes_on(short: &Run, before: &Course, after: &Course) -> Holds {
    let last = short.study.period.last_year();
    prop_assert!(
        before.ledger.iter().eq(after.ledger.iter().filter(|entry| entry.year <= last)),
        "other entries"
    );
    for (before, after) in before.partners.iter().zip(&after.partners) {
        prop_assert!(after.starts_with(before), "{:?} became {:?}", before, after);
    }
    prop_assert_eq!(before.staffing.len(), after.staffing.len());
    for (before, after) in before.staffing.iter().zip(&after.staffing) {
        prop_assert_eq!((before.unit, before.service, before.role), (after.unit, after.service, after.role));
        prop_assert_eq!((before.start, before.brought), (after.start, after.brought));
        prop_assert_eq!(before.cost.to_bits(), after.cost.to_bits());
        prop_assert!(after.months.starts_with(&before.months));
    }
    prop_assert!(after.hires.starts_with(&before.hires));
    Ok(())
}

fn effect_goes_on(before: &Effect, after: &Effect) -> Holds {
    prop_assert!(after.result.years.starts_with(&before.result.years));
    prop_assert_eq!(&before.vacancies_avoided, &after.vacancies_avoided);
    for (before, after) in before.partners.iter().zip(&after.partners) {
        prop_assert!(after.result.years.starts_with(&before.result.years));
    }
    for (before, after) in before.bridge.iter().zip(&after.bridge) {
        prop_assert!(after.years.starts_with(&before.years));
    }
    for (before, after) in before.exit.iter().zip(&after.exit) {
        prop_assert!(after.starts_with(before));
    }
    Ok(())
}

#[test]
fn the_order_of_partners_and_members_moves_at_most_the_odd_cents() {
    law(96, &(studies(), any::<[u8; 4]>()), |(sample, order)| {
        let before = run(&sample.0)?;
        let mut file = sample.0;
        let partners = file["partners"].as_array_mut().expect("a list of partners");
        let mut places: Vec<(u8, Value)> = order.into_iter().zip(partners.drain(..)).collect();
        places.sort_by_key(|(place, _)| *place);
        partners.extend(places.into_iter().map(|(_, partner)| partner));
        items(&mut file, "units").for_each(turn_members);
        each_option(&mut file, |option| items(option, "units").for_each(turn_members));
        let after = run(&file)?;
        let guaranteed = before.study.options.iter().any(|option| option.guarantee.is_some());
        // What one pays too much in a settlement, another does not.
        let times = if guaranteed { 2 * before.study.partners.len() } else { 2 };
        for (before, after) in before.report().courses.iter().zip(&after.report().courses) {
            same_ledger(before, after)?;
            same_partners(before, after, times)?;
            same_staffing(before, after)?;
        }
        Ok(())
    });
}

fn turn_members(unit: &mut Value) {
    unit["members"].as_array_mut().expect("a list of members").reverse();
}

/// Posted entries differ by no more than the half cent that the order of a sum can turn.
fn same_ledger(before: &CourseReport, after: &CourseReport) -> Holds {
    let ledger = |course: &CourseReport| {
        let mut sums: BTreeMap<_, (usize, Money)> = BTreeMap::new();
        for entry in course.ledger.iter().filter(|entry| entry.line.is_posted()) {
            // Amounts of one name with different keys are entries of their own.
            let account =
                (entry.year, entry.bearer.clone(), entry.service.clone(), entry.line, entry.name.clone());
            let sum = sums.entry(account).or_default();
            *sum = (sum.0 + 1, sum.1 + entry.amount);
        }
        sums
    };
    let (before, after) = (ledger(before), ledger(after));
    for account in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let [one, other] = [&before, &after].map(|ledger| ledger.get(account).copied().unwrap_or_default());
        let cents = one.0.max(other.0);
        prop_assert!(within_cents(one.1, other.1, cents), "{account:?}: {one:?} became {other:?}");
    }
    Ok(())
}

/// Each entry of a year may turn a cent, and its odd cent may go to another.
fn same_partners(before: &CourseReport, after: &CourseReport, times: usize) -> Holds {
    for one in &before.partners {
        let other =
            after.partners.iter().find(|other| other.partner == one.partner).expect("the same partners");
        for (one, other) in one.years.iter().zip(&other.years) {
            let entries = before.ledger.iter().filter(|entry| entry.year == one.year).count() + 1;
            prop_assert!(within_cents(one.total, other.total, times * entries), "{one:?} became {other:?}");
        }
    }
    Ok(())
}

fn same_staffing(before: &CourseReport, after: &CourseReport) -> Holds {
    prop_assert_eq!(before.staffing.len(), after.staffing.len());
    for one in &before.staffing {
        let is_it = |unit: &str, service: &str, role: &str| {
            (unit, service, role) == (&one.unit, &one.service, &one.role)
        };
        let other = after.staffing.iter().find(|other| is_it(&other.unit, &other.service, &other.role));
        let other = other.expect("the same groups");
        prop_assert_eq!(one.years.len(), other.years.len());
        for (one, other) in one.years.iter().zip(&other.years) {
            let pairs = [
                (one.in_post, other.in_post),
                (one.establishment, other.establishment),
                (one.hires, other.hires),
            ];
            prop_assert!(
                pairs.iter().all(|(one, other)| (one - other).abs() < 1e-6),
                "{one:?} became {other:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn prices_that_do_not_move_are_constant() {
    law(64, &studies(), |sample| {
        let mut file = sample.0;
        assume(&mut file, "wage_index", 0.0);
        assume(&mut file, "price_index", 0.0);
        file["prices"] = json!({ "mode": "constant" });
        let constant = run(&file)?;
        file["prices"] = json!({ "mode": "nominal" });
        let nominal = run(&file)?;
        prop_assert_eq!(&constant.outcome.courses, &nominal.outcome.courses);
        prop_assert_eq!(&constant.outcome.effects, &nominal.outcome.effects);
        Ok(())
    });
}
