//! How long draws take on one core: prints, and judges nothing.
//!
//! On the study of the other benchmarks with its first option alone: four partners, eight services, three roles, ten
//! years, and every range of the register. The floor is reckoned from what a draw cannot do without; the line under it
//! says where the rest goes.

use crate::measure::{calibrate, measure, measure_one_of, say};
use deelsom_core::uncertainty::{BreakEven, Model, Plan, Points, Shape, Target, Tornado};
use deelsom_core::{Register, Study, calculate};
use serde_json::Value;

/// How many are timed together.
const DRAWS: u32 = 20;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
pub(crate) fn bench() {
    let register = Register::embedded();
    let mut file: Value = serde_json::from_str(include_str!("four-partners.json")).expect("JSON");
    if let Some(options) = file["options"].as_array_mut() {
        options.truncate(1);
    }
    let study = Study::from_value(&file, &register).expect("a valid study");
    let model = Model::of(&file, &register, 0).expect("a valid study");
    let plan = Plan::of_seed(1);
    say!(
        "four partners, eight services, three roles, ten years, one option, {} parameters with a range",
        model.parameters().len()
    );
    let addition = calibrate();
    measure("a calculation with everything for a reader", || calculate(&study, &register));
    measure("making the model ready", || Model::of(&file, &register, 0));
    let pert = Plan { shape: Shape::Pert, points: Points::Sobol, ..plan };
    for (name, plan) in [("triangular and random", plan), ("PERT and Sobol", pert)] {
        let name = |work: &str| format!("{name}, {work}");
        measure(&name("making ready to draw"), || model.draws(plan));
        let draws = model.draws(plan);
        measure(&name("the numbers of a draw"), || draws.numbers(7));
        measure_one_of(DRAWS, &name("a draw"), || draws.block(0..DRAWS));
    }
    let draws = model.draws(plan);
    let block = draws.block(0..200);
    measure("a summary of 200 draws", || draws.simulation(vec![block.clone()]));
    measure("10,000 draws and their summary", || draws.simulation(vec![draws.block(0..10_000)]));
    measure("tornado", || Tornado::of(&model));
    let turnover = model.parameter("turnover").expect("in use");
    measure("break-even of turnover", || BreakEven::of(&model, &turnover, Target::Total));

    // Both courses: every post group goes through its months, every entry is divided over the partners.
    let months = 120 * (study.posts.len() * 2 + 24);
    let outcome = calculate(&study, &register);
    let entries: usize = outcome.courses.iter().map(|course| course.ledger.len()).sum();
    let operations = months * 12 + entries * (10 + study.partners.len() * 6);
    // An addition takes three cycles of this machine, and in each cycle it can do two operations.
    let cycle = addition / 3.0;
    say!(
        "floor: {months} months of a post group of some 12 operations, {entries} entries of some 34:\n\
         {operations} operations, two in each cycle of {:.2} ns, take {:.2} µs; above it: a month of a group waits for\n\
         the one before it, sums of a year are added month by month to be the same bits as in a ledger, a year of a\n\
         line is divided and rounded by itself, and cents are divided one entry at a time. Drawing the numbers is\n\
         nothing beside that: the engine is the price.",
        cycle * 1e9,
        operations as f64 / 2.0 * cycle * 1e6
    );
}
