//! How long a calculation takes: prints, and judges nothing.
//!
//! `cargo bench -p deelsom-core` runs it; the study has four partners, eight services, three roles, ten years and three
//! options in which every service moves.

use std::hint::black_box;
use std::time::{Duration, Instant};

use deelsom_core::{Register, Report, Study, calculate};

const STUDY: &str = include_str!("four-partners.json");
const ROUNDS: usize = 400;

fn main() {
    let register = Register::embedded();
    let study = Study::read(STUDY, &register).expect("the study of this benchmark is valid");
    let outcome = calculate(&study, &register);
    println!("four partners, eight services, three roles, ten years, three options; {ROUNDS} rounds");
    // The machine's own pace, to hold the rest against: additions that wait for each other.
    print("a million additions", || black_box((0..1_000_000).fold(black_box(0.0), |sum, _| sum + 1.0)));
    print("read and check", || black_box(Study::read(black_box(STUDY), &register)));
    print("calculate", || black_box(calculate(black_box(&study), &register)));
    let value = serde_json::from_str(STUDY).expect("the study of this benchmark is JSON");
    print("check and calculate", || {
        let study = Study::from_value(black_box(&value), &register).expect("valid");
        black_box(calculate(&study, &register))
    });
    print("report as JSON", || black_box(serde_json::to_string(&Report::of(&study, &register, &outcome))));
}

/// Prints the fastest, the median and the 95th percentile of a piece of work, without dropping what it makes.
fn print<T>(name: &str, work: impl Fn() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let made = work();
            let time = start.elapsed();
            drop(made);
            time
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!("{name}: fastest {:.3} ms, median {:.3} ms, 95th percentile {:.3} ms", at(0), at(50), at(95));
}
