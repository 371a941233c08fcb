//! Ranges of a study's own.

use deelsom_core::Register;
use deelsom_core::uncertainty::{Model, Plan, Points};
use serde_json::{Value, json};

use crate::{two_towns, with_ranges};

fn refused(study: &Value) -> Vec<(String, &'static str)> {
    let register = Register::embedded();
    let problems = Model::of(study, &register, 0).map(|_| ()).expect_err("a range that cannot be");
    problems.into_iter().map(|one| (one.path, one.code)).collect()
}

#[test]
fn a_range_at_whose_end_the_study_is_not_valid_is_named() {
    let study = two_towns(&[10_000.0]);
    let of = |path: &str, low: f64, high: f64| refused(&with_ranges(study.clone(), &[(path, low, high)]));
    let saving = "/options/0/moves/0/running_cost_saving";
    assert_eq!(of(saving, -2.0, 0.2), [("/ranges/0/low".to_owned(), "out_of_range")]);
    assert_eq!(of(saving, 0.0, 2.0), [("/ranges/0/high".to_owned(), "out_of_range")]);
    assert_eq!(of("/partners/0/inhabitants", 0.0, 30_000.0), [("/ranges/0/low".to_owned(), "out_of_range")]);
    assert_eq!(of("/assumptions/0/value", 0.5, 3.0), [("/ranges/0/high".to_owned(), "out_of_range")]);
}

#[test]
fn what_must_be_whole_cannot_be_drawn() {
    let mut study = two_towns(&[10_000.0]);
    study["options"][0]["one_offs"][0]["months"] = json!(2);
    let study = with_ranges(study, &[("/options/0/one_offs/0/months", 1.0, 3.0)]);
    assert_eq!(refused(&study), [("/ranges/0/high".to_owned(), "wrong_type")]);
}

#[test]
fn a_changed_assumption_is_drawn_where_the_study_gives_it_a_range() {
    let register = Register::embedded();
    let study = two_towns(&[10_000.0]);
    let model = Model::of(&study, &register, 0).expect("a valid study");
    assert!(model.without_range().any(|one| one.id == "realisation_net"));
    let study = with_ranges(study, &[("/assumptions/0/value", 0.6, 1.0)]);
    let model = Model::of(&study, &register, 0).expect("a valid study");
    let found: Vec<_> = model.parameters().iter().filter(|one| one.id == "realisation_net").collect();
    assert!(matches!(found.as_slice(), [one] if (one.low, one.central, one.high) == (0.6, 1.0, 1.0)));
}

#[test]
fn ranges_of_another_option_are_no_matter() {
    let register = Register::embedded();
    let mut study = two_towns(&[10_000.0]);
    let mut other = study["options"][0].clone();
    other["id"] = json!("other");
    study["options"].as_array_mut().expect("options").push(other);
    let ranges = [("/options/1/one_offs/0/amount", 5_000.0, 20_000.0)];
    let study = with_ranges(study, &ranges);
    let own = |option| {
        let model = Model::of(&study, &register, option).expect("a valid study");
        model.parameters().iter().any(|one| one.id.starts_with('/'))
    };
    assert_eq!((own(0), own(1)), (false, true));
    assert!(Model::of(&study, &register, 2).is_err(), "there is no third option");
}

#[test]
fn a_range_that_its_number_lies_outside_is_named_and_keeps_nobody_from_calculating() {
    let study = with_ranges(two_towns(&[10_000.0]), &[("/options/0/one_offs/0/amount", 20_000.0, 30_000.0)]);
    assert_eq!(refused(&study), [("/ranges/0".to_owned(), "range_misses_value")]);
    assert!(deelsom_core::Study::from_value(&study, &Register::embedded()).is_ok());
}

#[test]
fn a_number_that_cannot_be_otherwise_is_no_parameter() {
    let register = Register::embedded();
    let mut study = two_towns(&[10_000.0]);
    study["options"][0]["one_offs"][0]["months"] = json!(4);
    study.as_object_mut().expect("a study").remove("assumptions");
    let model = Model::of(&study, &register, 0).expect("a valid study");
    assert!(model.parameter("/options/0/one_offs/0/amount").is_some());
    assert!(model.parameter("/options/0/one_offs/0/months").is_none(), "months are whole");
    assert!(model.parameter("/assumptions/0/value").is_none(), "it is not in the study");
}

#[test]
fn a_key_of_fair_division_keeps_the_shares_that_were_agreed_whatever_is_drawn() {
    let register = Register::embedded();
    let mut study = two_towns(&[10_000.0]);
    study["options"][0]["keys"] =
        json!({ "default": { "key": "shapley" }, "lines": { "one_off": { "key": "shapley" } } });
    let ranges = [
        ("/options/0/one_offs/0/amount", 5_000.0, 20_000.0),
        ("/partners/0/inhabitants", 10_000.0, 90_000.0),
    ];
    let study = with_ranges(study, &ranges);
    let model = Model::of(&study, &register, 0).expect("a valid study");
    let central = model.central(false);
    for parameter in model.parameters().iter().filter(|one| one.id.starts_with('/')) {
        // Read again with the number as it is, or written in place: the same.
        assert_eq!(model.with(parameter, parameter.central), central, "{}", parameter.id);
    }
}

#[test]
fn options_share_the_points_of_the_parameters_that_they_share() {
    let register = Register::embedded();
    let mut study = two_towns(&[10_000.0]);
    let mut other = study["options"][0].clone();
    other["id"] = json!("other");
    study["options"].as_array_mut().expect("options").push(other);
    let ranges = [
        ("/options/0/one_offs/0/amount", 5_000.0, 20_000.0),
        ("/partners/0/inhabitants", 10_000.0, 90_000.0),
    ];
    let study = with_ranges(study, &ranges);
    let plan = Plan { points: Points::Sobol, ..Plan::of_seed(7) };
    let drawn = |option| {
        let model = Model::of(&study, &register, option).expect("a valid study");
        let at = model
            .parameters()
            .iter()
            .position(|one| one.id == "/partners/0/inhabitants")
            .expect("a parameter");
        let draws = model.draws(plan);
        (0..20).map(|draw| draws.numbers(draw)[at]).collect::<Vec<f64>>()
    };
    assert_eq!(drawn(0), drawn(1));
}
