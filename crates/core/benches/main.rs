//! How long the model takes: prints, and judges nothing.
//!
//! `cargo bench -p deelsom-core -- fairness` runs one benchmark natively, and all of them without a name;
//! `cargo xtask bench` runs them natively and in the browser, and holds the one against the other.

mod calculate;
mod fairness;
mod measure;
mod uncertainty;

/// Runs the benchmarks that are asked for. In the browser each is asked for as a test.
fn main() {
    let all: [(&str, fn()); 3] =
        [("calculate", calculate::bench), ("fairness", fairness::bench), ("uncertainty", uncertainty::bench)];
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for (name, run) in all {
        if asked.is_empty() || asked.iter().any(|one| one == name) {
            run();
        }
    }
}
