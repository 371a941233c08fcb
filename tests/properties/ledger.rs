//! What every amount must add up to.

use std::collections::BTreeMap;

use deelsom_core::study::UnitId;
use deelsom_core::{Bearer, Course, EffectResult, Line, Money, Payback};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::change::{assume, each_option, without};
use crate::generate::studies;
use crate::harness::{Holds, Run, law, run, total};

#[test]
fn entries_shares_and_totals_close_to_the_cent() {
    law(96, &studies(), |sample| {
        let run = run(&sample.0)?;
        for course in &run.outcome.courses {
            for year in run.years() {
                year_closes(&run, course, year)?;
            }
        }
        Ok(())
    });
}

/// What a partner bears by itself of the lines that it chooses.
fn borne(run: &Run, course: &Course, year: usize, partner: usize, lines: impl Fn(Line) -> bool) -> Money {
    let own = Bearer::Unit(UnitId(partner));
    run.entries(course, year)
        .filter(|entry| entry.bearer == own && lines(entry.line))
        .map(|entry| entry.amount)
        .sum()
}

fn year_closes(run: &Run, course: &Course, year: usize) -> Holds {
    let ledger: Money = run.entries(course, year).map(|entry| entry.amount).sum();
    prop_assert_eq!(ledger, total(course, year), "the ledger is what the partners pay");
    let mut settled = Money::ZERO;
    for (partner, years) in course.partners.iter().enumerate() {
        let paid = years[year];
        prop_assert_eq!(paid.own, borne(run, course, year, partner, Line::is_posted));
        prop_assert_eq!(paid.vat, borne(run, course, year, partner, |line| line == Line::Vat));
        prop_assert_eq!(paid.settlement, borne(run, course, year, partner, |line| line == Line::Settlement));
        prop_assert_eq!(paid.total(), paid.own + paid.contribution + paid.vat + paid.settlement);
        settled += paid.settlement;
    }
    prop_assert_eq!(settled, Money::ZERO, "what one is given another pays");
    let empty = run.entries(course, year).find(|entry| entry.amount.is_zero());
    prop_assert_eq!(empty, None, "entries of zero are left out");
    Ok(())
}

#[test]
fn the_report_adds_up_as_printed() {
    law(64, &studies(), |sample| {
        let report: Value = serde_json::from_str(&run(&sample.0)?.text()).expect("the report is JSON");
        for course in list(&report["courses"]) {
            let mut by_year: BTreeMap<i64, i64> = BTreeMap::new();
            for entry in list(&course["ledger"]) {
                *by_year.entry(entry["year"].as_i64().expect("a year")).or_default() +=
                    cents(&entry["amount"])?;
            }
            for paid in list(&course["partners"]).flat_map(|partner| list(&partner["years"])) {
                let parts = ["own", "contribution", "vat", "settlement"].map(|part| cents(&paid[part]));
                let sum = parts.into_iter().sum::<Result<i64, _>>()?;
                prop_assert_eq!(sum, cents(&paid["total"])?);
                *by_year.entry(paid["year"].as_i64().expect("a year")).or_default() -= sum;
            }
            prop_assert!(by_year.values().all(|left| *left == 0), "{:?}", by_year);
        }
        Ok(())
    });
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

/// Whole cents of a printed amount, which has at most two decimals.
fn cents(amount: &Value) -> Result<i64, TestCaseError> {
    let euros = amount.as_f64().ok_or_else(|| TestCaseError::fail("an amount is a number"))?;
    let cents = (euros * 100.0).round();
    #[expect(clippy::float_cmp, reason = "an amount of two decimals is the nearest f64 to its cents")]
    let printed_to_the_cent = cents / 100.0 == euros;
    prop_assert!(printed_to_the_cent, "{} has more than two decimals", euros);
    #[expect(clippy::cast_possible_truncation, reason = "whole, and far from the ends of i64")]
    Ok(cents as i64)
}

#[test]
fn an_option_that_changes_nothing_saves_nothing() {
    law(96, &studies(), |sample| {
        let mut file = sample.0;
        each_option(&mut file, |option| {
            for list in ["moves", "one_offs", "recurring"] {
                option[list] = json!([]);
            }
        });
        let run = run(&file)?;
        for (place, effect) in run.outcome.effects.iter().enumerate() {
            let (baseline, course) = (run.outcome.baseline(), run.outcome.option(place));
            prop_assert_eq!(&baseline.ledger, &course.ledger);
            prop_assert_eq!(&baseline.partners, &course.partners);
            prop_assert_eq!(&baseline.staffing, &course.staffing);
            saves_nothing(&effect.result)?;
            for partner in &effect.partners {
                saves_nothing(&partner.result)?;
                prop_assert_eq!(partner.structural_per_inhabitant, Money::ZERO);
            }
            prop_assert!(effect.vacancies_avoided.is_empty() && effect.bridge.is_empty());
        }
        Ok(())
    });
}

fn saves_nothing(result: &EffectResult) -> Holds {
    prop_assert_eq!((result.npv, result.structural), (Money::ZERO, Money::ZERO));
    prop_assert_eq!((result.payback, result.deepest.amount), (Payback::Immediate, Money::ZERO));
    for year in &result.years {
        prop_assert_eq!([year.saving, year.one_off, year.recurring, year.cumulative], [Money::ZERO; 4]);
        prop_assert_eq!([year.efficiency, year.avoided_increase], [Money::ZERO; 2]);
        prop_assert!(year.hires_avoided.get().abs() <= 0.0);
    }
    Ok(())
}

#[test]
fn who_takes_no_part_pays_what_it_paid() {
    law(96, &studies(), |sample| {
        let mut file = sample.0;
        // Whoever bears an amount alone takes part in that much.
        each_option(&mut file, |option| {
            option["one_offs"] = json!([]);
            option["recurring"] = json!([]);
        });
        let run = run(&file)?;
        for (effect, option) in run.outcome.effects.iter().zip(&run.study.options) {
            for partner in
                effect.partners.iter().filter(|effect| !option.participants.contains(&effect.partner))
            {
                saves_nothing(&partner.result)?;
            }
        }
        Ok(())
    });
}

#[test]
fn savings_are_the_difference_of_two_ledgers_and_split_without_rest() {
    law(96, &studies(), |sample| {
        let run = run(&sample.0)?;
        for (place, effect) in run.outcome.effects.iter().enumerate() {
            let (baseline, course) = (run.outcome.baseline(), run.outcome.option(place));
            splits(&effect.result)?;
            for year in run.years() {
                let row = effect.result.years[year];
                let ledger = |course: &Course, of: &dyn Fn(bool) -> bool| -> Money {
                    run.entries(course, year)
                        .filter(|entry| of(entry.one_off))
                        .map(|entry| entry.amount)
                        .sum()
                };
                prop_assert_eq!(row.saving, ledger(baseline, &|_| true) - ledger(course, &|_| true));
                prop_assert_eq!(row.one_off, ledger(baseline, &|once| once) - ledger(course, &|once| once));
                prop_assert_eq!(row.avoided_increase, row.avoided_increase.min(row.saving).max(Money::ZERO));
                let of_partners =
                    |part: &dyn Fn(usize) -> Money| (0..effect.partners.len()).map(part).sum::<Money>();
                let saved = |partner: usize| effect.partners[partner].result.years[year];
                prop_assert_eq!(row.saving, of_partners(&|partner| saved(partner).saving));
                prop_assert_eq!(row.one_off, of_partners(&|partner| saved(partner).one_off));
            }
            for (partner, effect) in effect.partners.iter().enumerate() {
                splits(&effect.result)?;
                for year in run.years() {
                    let paid = |course: &Course| course.partners[partner][year].total();
                    prop_assert_eq!(effect.result.years[year].saving, paid(baseline) - paid(course));
                }
            }
        }
        Ok(())
    });
}

/// Every year splits into its parts, and the course of the cumulative saving says when it pays back.
fn splits(result: &EffectResult) -> Holds {
    let mut cumulative = Money::ZERO;
    for year in &result.years {
        cumulative += year.saving;
        prop_assert_eq!(year.cumulative, cumulative);
        prop_assert_eq!(year.saving, year.one_off + year.recurring);
        prop_assert_eq!(year.saving, year.efficiency + year.avoided_increase);
    }
    let last = result.years.last().expect("a period has a year");
    prop_assert_eq!(result.structural, last.recurring);
    let lowest = result.years.iter().map(|year| year.cumulative).min();
    prop_assert_eq!(Some(result.deepest.amount), lowest);
    let first_lowest = result.years.iter().find(|year| Some(year.cumulative) == lowest).map(|year| year.year);
    prop_assert_eq!(Some(result.deepest.year), first_lowest);
    match result.payback {
        Payback::Immediate => prop_assert!(lowest >= Some(Money::ZERO)),
        Payback::Never => prop_assert!(last.cumulative < Money::ZERO),
        Payback::Within(year, years) => {
            let place = result.years.iter().position(|row| row.year == year).expect("a year of the period");
            prop_assert!(result.years[place..].iter().all(|row| row.cumulative >= Money::ZERO));
            prop_assert!(place > 0 && result.years[place - 1].cumulative < Money::ZERO);
            prop_assert!(
                (place as f64..=place as f64 + 1.0).contains(&years),
                "{years} years is not in {year}"
            );
        }
    }
    Ok(())
}

#[test]
fn savings_from_a_to_c_are_those_from_a_to_b_and_from_b_to_c() {
    law(64, &studies(), |sample| {
        let run = run(&sample.0)?;
        for (b, to_b) in run.outcome.effects.iter().enumerate() {
            for (c, to_c) in run.outcome.effects.iter().enumerate() {
                for year in run.years() {
                    let from_b_to_c = total(run.outcome.option(b), year) - total(run.outcome.option(c), year);
                    prop_assert_eq!(
                        to_c.result.years[year].saving,
                        to_b.result.years[year].saving + from_b_to_c
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn without_a_discount_rate_the_present_value_is_the_sum_of_the_savings() {
    law(64, &studies(), |sample| {
        let mut file = sample.0;
        without(&mut file, "prices");
        assume(&mut file, "discount_rate", 0.0);
        for effect in &run(&file)?.outcome.effects {
            let partners = effect.partners.iter().map(|partner| &partner.result);
            for result in partners.chain([&effect.result]) {
                prop_assert_eq!(result.npv, result.years.iter().map(|year| year.saving).sum());
            }
        }
        Ok(())
    });
}
