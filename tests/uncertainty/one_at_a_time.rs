//! Tornado and break-even.

use acceptance::golden;
use deelsom_core::study::PartnerId;
use deelsom_core::uncertainty::{BreakEven, Gains, Model, Target, Tipping, Tornado};
use deelsom_core::{Money, Register};
use serde_json::{Value, json};

use crate::{two_towns, with_ranges};

const AMOUNT: &str = "/options/0/one_offs/0/amount";

fn tipping(study: &Value, parameter: &str, target: Target) -> BreakEven {
    let register = Register::embedded();
    let model = Model::of(study, &register, 0).expect("a valid study");
    let parameter = model.parameter(parameter).expect("a parameter of the study");
    BreakEven::of(&model, &parameter, target)
}

#[track_caller]
fn at(study: &Value, parameter: &str, target: Target, expected: f64, side: Gains) {
    let found = tipping(study, parameter, target);
    let Tipping::At { value, npv, gains, only } = found.tipping else { panic!("{found:?}") };
    assert!((value - expected).abs() < 0.01 * expected.abs().max(1e-3), "{found:?}");
    assert_eq!((npv, gains, only), (Money::ZERO, side, true), "{found:?}");
}

#[test]
fn a_saving_of_16_000_euros_bears_an_amount_of_16_000() {
    let study = two_towns(&[10_000.0]);
    at(&study, AMOUNT, Target::Total, 16_000.0, Gains::Below);
    // Ambt saves 10,000 and Berg 6,000, and each pays half.
    at(&study, AMOUNT, Target::Partner(PartnerId(0)), 20_000.0, Gains::Below);
    at(&study, AMOUNT, Target::Partner(PartnerId(1)), 12_000.0, Gains::Below);
    at(&study, "/options/0/moves/0/running_cost_saving", Target::Total, 0.0625, Gains::Above);
    at(&study, "realisation_net", Target::Total, 0.625, Gains::Above);
    at(&study, "/assumptions/0/value", Target::Total, 0.625, Gains::Above);
    at(&with_ranges(study, &[(AMOUNT, 9_000.0, 11_000.0)]), AMOUNT, Target::Total, 16_000.0, Gains::Below);
}

#[test]
fn the_search_ends_where_the_register_does() {
    let mut study = two_towns(&[10_000.0]);
    study["options"][0]["one_offs"][0]["certainty"] = json!("estimate");
    at(&study, "one_off_uplift", Target::Total, 1.6, Gains::Below);
    study["options"][0]["one_offs"][0]["amount"] = json!(1_000);
    let found = tipping(&study, "one_off_uplift", Target::Total);
    assert_eq!((found.tipping, found.searched), (Tipping::AlwaysGains, (0.0, 10.0)));
    study["options"][0]["one_offs"][0]["amount"] = json!(100_000);
    study["options"][0]["recurring"] = json!([{ "name": "More", "from": "2026-01", "amount": 90_000 }]);
    assert_eq!(tipping(&study, "one_off_uplift", Target::Total).tipping, Tipping::NeverGains);
}

#[test]
fn what_does_not_touch_the_outcome_is_said_so() {
    let study = two_towns(&[10_000.0]);
    for parameter in ["discount_rate", "/partners/0/inhabitants"] {
        assert_eq!(tipping(&study, parameter, Target::Total).tipping, Tipping::NoInfluence, "{parameter}");
    }
    let register = Register::embedded();
    let model = Model::of(&study, &register, 0).expect("a valid study");
    for unknown in
        ["", "turnover", "governance.public_body", "/title", "/period/years", "/version", "/nowhere/0"]
    {
        assert_eq!(model.parameter(unknown), None, "{unknown}");
    }
}

#[test]
fn at_every_value_found_the_option_turns() {
    let register = Register::embedded();
    let mut found_any = 0;
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let Ok(model) = Model::of(&file, &register, 0) else { continue };
        for parameter in model.parameters().iter().take(6) {
            let found = BreakEven::of(&model, parameter, Target::Total);
            let Tipping::At { value, npv, .. } = found.tipping else { continue };
            assert_eq!(model.with(parameter, value).npv, npv);
            let step = 1e-6 * value.abs().max(1e-3);
            let npv = |value: f64| model.with(parameter, value).npv;
            let sides = (npv(value - step) > Money::ZERO, npv(value + step) > Money::ZERO);
            assert!(
                sides.0 != sides.1 || npv(value).abs() < Money::from_cents(100),
                "{} {found:?}",
                case.name
            );
            found_any += 1;
        }
    }
    assert!(found_any > 5, "some parameters have a break-even value: {found_any}");
}

#[test]
fn a_tornado_is_in_order_and_holds_both_ends() {
    let register = Register::embedded();
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let Ok(model) = Model::of(&file, &register, 0) else { continue };
        let tornado = Tornado::of(&model);
        assert_eq!(tornado.swings.len(), model.parameters().len());
        let order: Vec<_> =
            tornado.swings.iter().map(|one| (std::cmp::Reverse(one.width()), &one.parameter.id)).collect();
        assert!(order.is_sorted(), "{}", case.name);
        for swing in tornado.swings.iter().take(3) {
            assert_eq!(swing.low, model.with(&swing.parameter, swing.parameter.low));
            assert_eq!(swing.high, model.with(&swing.parameter, swing.parameter.high));
        }
    }
}

#[test]
fn a_tornado_of_two_amounts_is_what_they_differ() {
    let ranges = [(AMOUNT, 9_000.0, 12_000.0), ("/options/0/one_offs/1/amount", 500.0, 6_000.0)];
    let study = with_ranges(two_towns(&[10_000.0, 1_000.0]), &ranges);
    let register = Register::embedded();
    let tornado = Tornado::of(&Model::of(&study, &register, 0).expect("a valid study"));
    assert_eq!(tornado.central.npv, Money::from_cents(500_000));
    let found: Vec<(&str, i64, i64)> = tornado.swings[..2]
        .iter()
        .map(|one| (one.parameter.id.as_str(), one.low.npv.cents(), one.high.npv.cents()))
        .collect();
    assert_eq!(found, [("/options/0/one_offs/1/amount", 550_000, 0), (AMOUNT, 600_000, 300_000)]);
}
