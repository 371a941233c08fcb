//! The way into a study: from public figures of municipalities to a study to go on with, and how far it has come.
//!
//! ```text
//! data/nl-municipalities.csv ─ municipality ─► find, choose ─ study ─► a study file ─ completeness ─► what is missing
//! ```
//!
//! Where a municipality's support staff work for a joint organisation its budget misleads: [`Support`] says so.
//!
//! ```
//! use deelsom_core::{Register, Study};
//! use deelsom_language::Language;
//! let register = Register::embedded();
//! let all = deelsom_start::municipalities(deelsom_start::EMBEDDED).expect("our own file");
//! let found = deelsom_start::find(&all, "sudwest");
//! let file = deelsom_start::study(&[&all[found[0]]], &register, Language::Dutch);
//! assert_eq!(file["partners"][0]["name"], "Súdwest-Fryslân");
//! assert!(Study::from_value(&file, &register).is_ok());
//! ```

mod completeness;
mod distribution;
mod municipality;
mod search;
mod study;
mod support;

pub use completeness::{Completeness, Gap, Part, Row, completeness};
pub use municipality::{Municipality, Overhead, YEAR, municipalities};
pub use search::{Named, find, named};
pub use study::{empty, study};
pub use support::{Support, remark, support};

/// The data as this program was built with.
pub const EMBEDDED: &str = include_str!("../../../data/nl-municipalities.csv");
