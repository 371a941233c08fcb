//! The model of Deelsom: what it costs municipalities to share their back office, and who pays.
//!
//! One door: [`calculate`] takes a [`Study`] and the [`Register`] of assumptions and gives an [`Outcome`]. It runs the
//! baseline and every option through the same four steps. There is no savings formula: a saving is the baseline's
//! ledger minus the option's.
//!
//! ```text
//! study file ─ Study::read ─► Study ─ calculate ─► Outcome ─ Report::of ─► report
//! ```
//!
//! The crate is pure: no clock, no files, no random source, no platform mathematics. The same study gives the same bits
//! everywhere. Money is whole cents, rounded where it is posted and divided; quantities are `f64` with a unit.
//!
//! ```
//! use deelsom_core::{Register, Report, Study, calculate};
//! let register = Register::embedded();
//! let text = r#"{ "format": "deelsom/study", "version": 1, "title": "One post",
//!     "period": { "first_year": 2026, "years": 1 },
//!     "partners": [{ "id": "a", "name": "A", "inhabitants": 25000 }],
//!     "services": [{ "id": "hr", "name": "HR" }],
//!     "posts": [{ "unit": "a", "service": "hr", "role": "Head", "cost_per_fte": 100000, "fte": 1 }] }"#;
//! let study = Study::read(text, &register).expect("a valid study");
//! let outcome = calculate(&study, &register);
//! let report = Report::of(&study, &register, &outcome);
//! assert_eq!(report.courses[0].id, "baseline");
//! ```

mod allocation;
mod assumptions;
mod calendar;
mod comparison;
mod costs;
pub mod explanation;
pub mod fairness;
mod ledger;
mod money;
mod outcome;
mod pointer;
mod problem;
mod project;
mod quantity;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
mod staffing;
pub mod study;
pub mod uncertainty;
mod warnings;
mod workings;

pub use allocation::{PartnerYear, key_code, largest_remainder};
pub use assumptions::{Entry as Assumption, Evidence, Register, Source};
pub use calendar::{Month, Period, Year};
pub use comparison::{
    Band, BridgeYear, Course, Deepest, Effect, EffectYear, ExitYear, PartnerEffect, Payback,
    Result as EffectResult, ServiceBridge, VacancyAvoided, Vulnerability,
};
pub use explanation::{Explainer, Explanation};
pub use ledger::{Basis, Bearer, Entry, Line, Origin};
pub use money::Money;
pub use outcome::{Outcome, calculate, share_by, staffing_by_month};
pub use pointer::{Pointed, pointer_name, pointer_token};
pub use problem::{Fact, Facts, Problem, Remark, Warning};
pub use project::{EffortYear, Scored, ScoredCriterion, effort_years, planned, scored};
pub use quantity::{Fte, Rate};
pub use report::Report;
pub use staffing::{MonthOfStaff, PostGroup, YearOfStaff};
pub use study::Study;
pub use workings::{CourseWorkings, OverheadWorkings, SharedWorkings, Workings};
