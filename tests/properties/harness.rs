//! What every law needs: a way to try it on many studies, and a study calculated.

use std::env;
use std::sync::LazyLock;

use deelsom_core::{Course, Entry, Money, Outcome, Register, Report, Study, calculate, staffing_by_month};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};
use serde_json::Value;

/// Whether a law holds for one case; if not, why.
pub(crate) type Holds = Result<(), TestCaseError>;

/// Reading the register takes a moment.
pub(crate) static REGISTER: LazyLock<Register> = LazyLock::new(Register::embedded);

/// Where no other is asked for. Any number will do.
const SEED: u64 = 2010;

/// Tries a law on so many cases. The smallest case that breaks it is shown.
#[track_caller]
pub(crate) fn law<S: Strategy>(cases: u32, strategy: &S, holds: impl Fn(S::Value) -> Holds) {
    let asked = ProptestConfig::default();
    let config = ProptestConfig {
        cases: if env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases },
        rng_seed: if matches!(asked.rng_seed, RngSeed::Random) {
            RngSeed::Fixed(SEED)
        } else {
            asked.rng_seed
        },
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..asked
    };
    if let Err(failure) = TestRunner::new(config).run(strategy, holds) {
        panic!("{failure}");
    }
}

/// So many cases, the same every time.
pub(crate) fn draw<S: Strategy>(cases: usize, strategy: &S) -> Vec<S::Value> {
    let config = ProptestConfig {
        rng_seed: RngSeed::Fixed(SEED),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new(config);
    let case = |_| strategy.new_tree(&mut runner).expect("a strategy without rejection").current();
    (0..cases).map(case).collect()
}

/// A study and what follows from it.
pub(crate) struct Run {
    pub(crate) study: Study,
    pub(crate) outcome: Outcome,
}

/// Calculates a study that must be valid.
pub(crate) fn run(file: &Value) -> Result<Run, TestCaseError> {
    let study = Study::from_value(file, &REGISTER)
        .map_err(|problems| TestCaseError::fail(format!("not valid: {problems:?}")))?;
    let outcome = calculate(&study, &REGISTER);
    Ok(Run { study, outcome })
}

/// The same, with staffing by month.
pub(crate) fn run_by_month(file: &Value) -> Result<Run, TestCaseError> {
    let mut run = run(file)?;
    for course in &mut run.outcome.courses {
        course.staffing = staffing_by_month(&run.study, &REGISTER, course.option);
    }
    Ok(run)
}

impl Run {
    pub(crate) fn report(&self) -> Report {
        Report::of(&self.study, &REGISTER, &self.outcome)
    }

    /// The report as a file would hold it.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(&self.report()).expect("a report is plain data")
    }

    /// Places of the years.
    pub(crate) fn years(&self) -> std::ops::Range<usize> {
        0..self.study.period.years
    }

    /// The entries of a course in a year.
    pub(crate) fn entries<'c>(&self, course: &'c Course, year: usize) -> impl Iterator<Item = &'c Entry> {
        let year = self.study.period.year(year);
        course.ledger.iter().filter(move |entry| entry.year == year)
    }
}

/// What all partners pay in a year.
pub(crate) fn total(course: &Course, year: usize) -> Money {
    course.partners.iter().map(|years| years[year].total()).sum()
}

/// Whether two quantities are the same but for what sums of `f64` leave.
pub(crate) fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * (1.0 + one.abs().max(other.abs()))
}

/// Whether two amounts are at most so many cents apart.
pub(crate) fn within_cents(one: Money, other: Money, cents: usize) -> bool {
    (one - other).abs() <= Money::from_cents(i64::try_from(cents).expect("few cents"))
}
