//! What a draw may not depend on.

use acceptance::golden;
use deelsom_core::Register;
use deelsom_core::uncertainty::{Block, Model, Plan, Points, Shape};
use serde_json::Value;

use crate::{two_towns, with_ranges};

fn study(name: &str) -> Value {
    let case = golden().find(|case| case.name == name).expect("a golden study");
    serde_json::from_str(case.study).expect("JSON")
}

fn plans() -> [Plan; 2] {
    [Plan::of_seed(11), Plan { shape: Shape::Pert, points: Points::Sobol, ..Plan::of_seed(11) }]
}

#[test]
fn draws_are_the_same_in_any_blocks_in_any_order_and_after_a_journey() {
    let register = Register::embedded();
    let model = Model::of(&study("mixed"), &register, 0).expect("a valid study");
    for plan in plans() {
        let draws = &model.draws(plan);
        let whole = draws.simulation(vec![draws.block(0..60)]);
        let parts = [40..60, 0..1, 1..17, 17..40].map(|some| draws.block(some));
        let parts = parts.map(|block| Block::from_cents(block.first(), block.cents().to_vec()));
        assert_eq!(draws.simulation(parts.to_vec()), whole);
        let threads = std::thread::scope(|scope| {
            let made = [0, 20, 40].map(|first| scope.spawn(move || draws.block(first..first + 20)));
            made.map(|thread| thread.join().expect("no panic")).to_vec()
        });
        assert_eq!(draws.simulation(threads), whole);
    }
}

#[test]
fn another_seed_gives_other_draws() {
    let register = Register::embedded();
    let model = Model::of(&study("mixed"), &register, 0).expect("a valid study");
    for plan in plans() {
        let (draws, others) = (model.draws(plan), model.draws(Plan { seed: plan.seed + 1, ..plan }));
        for draw in 0..8 {
            let (one, other) = (draws.numbers(draw), others.numbers(draw));
            assert!(one.iter().zip(&other).all(|(one, other)| one.to_bits() != other.to_bits()));
        }
    }
}

#[test]
fn a_parameter_has_the_same_draws_whatever_else_is_drawn_and_in_every_option() {
    let register = Register::embedded();
    let by_id = |file: &Value, option: usize, plan: Plan, draw: u32| -> Vec<(String, u64)> {
        let model = Model::of(file, &register, option).expect("a valid study");
        let numbers = model.draws(plan).numbers(draw);
        model
            .parameters()
            .iter()
            .zip(numbers)
            .map(|(one, number)| (one.id.clone(), number.to_bits()))
            .collect()
    };
    let shared = |one: &[(String, u64)], other: &[(String, u64)]| {
        let mut count = 0;
        for (id, bits) in one {
            if let Some((_, others)) = other.iter().find(|(known, _)| known == id) {
                assert_eq!(bits, others, "{id}");
                count += 1;
            }
        }
        count
    };
    let file = study("four-municipalities-2006");
    assert!(file["options"].as_array().is_some_and(|options| options.len() > 1));
    for plan in plans() {
        for draw in [0, 33] {
            assert!(shared(&by_id(&file, 0, plan, draw), &by_id(&file, 1, plan, draw)) > 10);
        }
    }
    let more = with_ranges(file.clone(), &[("/partners/0/inhabitants", 1000.0, 1e6)]);
    let plan = plans()[0];
    assert!(shared(&by_id(&file, 0, plan, 5), &by_id(&more, 0, plan, 5)) > 10);
}

#[test]
fn draws_stay_within_their_ranges() {
    let register = Register::embedded();
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let Ok(model) = Model::of(&file, &register, 0) else { continue };
        for plan in plans() {
            let draws = model.draws(plan);
            for draw in [0, 1, 1000, u32::MAX] {
                for (parameter, number) in model.parameters().iter().zip(draws.numbers(draw)) {
                    assert!((parameter.low..=parameter.high).contains(&number), "{}: {number}", parameter.id);
                }
            }
        }
    }
}

#[test]
fn parameters_are_all_assumptions_in_use_and_nothing_twice() {
    let register = Register::embedded();
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let Ok(model) = Model::of(&file, &register, 0) else { continue };
        let mut ids: Vec<&str> =
            model.parameters().iter().chain(model.without_range()).map(|one| one.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{}", case.name);
        // What the study changed without a range stands still, and is named.
        for said in file["assumptions"].as_array().into_iter().flatten() {
            let (id, service) = (said["id"].as_str().unwrap_or_default(), said["service"].as_str());
            let id = service.map_or(id.to_owned(), |service| format!("{id}@{service}"));
            assert!(model.parameters().iter().all(|one| one.id != id), "{}: {id}", case.name);
        }
    }
}

#[test]
fn without_draws_there_is_the_study_as_it_is() {
    let register = Register::embedded();
    let model = Model::of(&two_towns(&[10_000.0]), &register, 0).expect("a valid study");
    let none = model.draws(Plan::of_seed(1)).simulation(Vec::new());
    assert_eq!((none.draws, none.npv.mean.to_bits()), (0, 600_000.0_f64.to_bits()));
}
