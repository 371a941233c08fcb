//! How long draws take on one core: prints, and judges nothing.
//!
//! `cargo bench -p deelsom-core --bench uncertainty` runs it, on the study of the other benchmarks with its first option
//! alone: four partners, eight services, three roles, ten years, and every range of the register. The floor is reckoned
//! from what a draw cannot do without; the line under it says where the rest goes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use deelsom_core::uncertainty::{BreakEven, Model, Plan, Points, Shape, Target, Tornado};
use deelsom_core::{Register, Study, calculate};
use serde_json::Value;

const DRAWS: u32 = 200;

fn main() {
    let register = Register::embedded();
    let mut file: Value = serde_json::from_str(include_str!("four-partners.json")).expect("JSON");
    if let Some(options) = file["options"].as_array_mut() {
        options.truncate(1);
    }
    let study = Study::from_value(&file, &register).expect("a valid study");
    let model = Model::of(&file, &register, 0).expect("a valid study");
    let plan = Plan::of_seed(1);
    println!(
        "four partners, eight services, three roles, ten years, one option, {} parameters with a range",
        model.parameters().len()
    );
    let addition = time(20, || (0..1_000_000).fold(black_box(0.0), |sum, _| sum + 1.0)) / 1e6;
    let whole = time(200, || calculate(&study, &register));
    print("a calculation with everything for a reader", whole);
    print("making the model ready", time(20, || Model::of(&file, &register, 0)));
    let pert = Plan { shape: Shape::Pert, points: Points::Sobol, ..plan };
    for (name, plan) in [("triangular and random", plan), ("PERT and Sobol", pert)] {
        println!("{name}");
        print("  making ready to draw", time(10, || model.draws(plan)));
        let draws = model.draws(plan);
        print("  the numbers of a draw", time(1000, || draws.numbers(7)));
        print("  a draw", time(10, || draws.block(0..DRAWS)) / f64::from(DRAWS));
    }
    let draws = model.draws(plan);
    let block = draws.block(0..DRAWS);
    print("a summary of 200 draws", time(20, || draws.simulation(vec![block.clone()])));
    print("tornado", time(10, || Tornado::of(&model)));
    let turnover = model.parameter("turnover").expect("in use");
    print("break-even of turnover", time(5, || BreakEven::of(&model, &turnover, Target::Total)));

    // Both courses: every post group goes through its months, every entry is divided over the partners.
    let months = 120 * (study.posts.len() * 2 + 24);
    let outcome = calculate(&study, &register);
    let entries: usize = outcome.courses.iter().map(|course| course.ledger.len()).sum();
    let operations = months * 12 + entries * (10 + study.partners.len() * 6);
    // An addition takes three cycles of this machine, and in each cycle it can do two operations.
    let cycle = addition / 3.0;
    println!("floor: {months} months of a post group of some 12 operations, {entries} entries of some 34:");
    print(
        &format!("  {operations} operations, two in each cycle of {:.2} ns", cycle * 1e9),
        operations as f64 / 2.0 * cycle,
    );
    println!(
        "above it: a month of a group waits for the one before it, the ledger is a list that is put in order, and\n\
         every course makes its lists anew. Drawing the numbers is nothing beside that: the engine is the price."
    );
}

/// The fastest of some rounds, in seconds.
fn time<T>(rounds: usize, work: impl Fn() -> T) -> f64 {
    let once = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..rounds).map(|_| once()).min().unwrap_or(Duration::ZERO).as_secs_f64()
}

fn print(name: &str, seconds: f64) {
    if seconds < 1e-3 {
        println!("{name}: {:.2} µs", seconds * 1e6);
    } else {
        println!("{name}: {:.2} ms", seconds * 1e3);
    }
}
