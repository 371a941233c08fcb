//! How long draws take on one core: prints, and judges nothing.
//!
//! `cargo bench -p deelsom-core --bench uncertainty` runs it, on the study of the other benchmarks with its first option
//! alone: four partners, eight services, three roles, ten years, and every range of the register. The floor is reckoned
//! from what a draw cannot do without; the line under it says where the rest goes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use deelsom_core::uncertainty::{BreakEven, Model, Plan, Points, Shape, Simulation, Target, Tornado};
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
    let numbers = time(200, || model.numbers(plan, 7));
    print("the numbers of a draw, streams made anew", numbers);
    let draw = time(10, || model.block(plan, 0..DRAWS)) / f64::from(DRAWS);
    print("a draw, triangular", draw);
    let pert = Plan { shape: Shape::Pert, points: Points::Sobol, ..plan };
    let two = time(5, || model.block(pert, 0..2 * DRAWS)) - time(5, || model.block(pert, 0..DRAWS));
    print("a draw, PERT and Sobol", two / f64::from(DRAWS));
    let block = model.block(plan, 0..DRAWS);
    print("a summary of 200 draws", time(20, || Simulation::of(&model, plan, vec![block.clone()])));
    print("tornado", time(10, || Tornado::of(&model)));
    let turnover = model.parameter("turnover").expect("in use");
    print("break-even of turnover", time(5, || BreakEven::of(&model, &turnover, Target::Total)));

    // Both courses: every post group goes through its months, every entry is divided over the partners.
    let staff = 120 * (study.posts.len() * 2 + 24);
    let outcome = calculate(&study, &register);
    let entries: usize = outcome.courses.iter().map(|course| course.ledger.len()).sum();
    let operations = staff * 12 + entries * (10 + study.partners.len() * 6);
    println!("floor: {staff} months of a post group at some 12 operations, {entries} entries at some 34:");
    println!("  {operations} operations that wait for each other three by three at {:.2} ns", addition * 1e9);
    print("  together", operations as f64 / 3.0 * addition);
    println!(
        "above it: months of one group depend on each other, the ledger is a list that is put in order, and every\n\
         course makes its lists anew; drawing the numbers is nothing beside it."
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
