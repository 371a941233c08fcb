//! From an outcome to what people see of it: rows, series and charts, the same on the page and from the command line.
//!
//! ```
//! use deelsom_core::{Register, Study, calculate};
//! use deelsom_language::Language;
//! use deelsom_views::{Seen, cumulative};
//! let register = Register::embedded();
//! let text = r#"{ "format": "deelsom/study", "version": 1, "title": "One post",
//!     "period": { "first_year": 2026, "years": 2 },
//!     "partners": [{ "id": "a", "name": "A", "inhabitants": 25000 }],
//!     "services": [{ "id": "hr", "name": "HR" }],
//!     "options": [{ "id": "same", "name": "Nothing else" }] }"#;
//! let study = Study::read(text, &register).expect("a valid study");
//! let outcome = calculate(&study, &register);
//! let seen =
//!     Seen { study: &study, register: &register, outcome: &outcome, language: Language::English, width: 1000 };
//! assert!(cumulative::draw(seen).chart.svg.starts_with("<svg"));
//! ```

mod amounts;
pub mod annex;
pub mod assumptions;
pub mod budget;
pub mod cumulative;
pub mod difference;
pub mod divisions;
pub mod explanation;
pub mod keys;
pub mod mix;
pub mod phases;
pub mod remarks;
pub mod single;
pub mod split;
pub mod staffing;
pub mod structure;
pub mod uncertainty;
pub mod waterfall;
pub mod yearly;

use deelsom_charts::{Chart, Figure};
use deelsom_core::study::{PriceMode, UnitId, Variant};
use deelsom_core::{EffectResult, Money, Outcome, Payback, Register, Study};
use deelsom_language::words::{chart, note};
use deelsom_language::{Language, Word, sentences};

/// What is looked at, in which language, and how wide its charts are.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// A study without problems.
    pub study: &'a Study,
    /// The register that it was calculated with.
    pub register: &'a Register,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// The reader's language.
    pub language: Language,
    /// Width of charts, pixels.
    pub width: u32,
}

/// A chart, and what it shows in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// What it shows.
    pub title: String,
    /// The drawing and its legend.
    pub chart: Chart,
}

impl Seen<'_> {
    fn say(self, word: Word) -> &'static str {
        word.text(self.language)
    }

    /// What every chart needs besides its numbers.
    fn figure<'b>(self, id: &'b str, title: &'b str, unit: &'b str) -> Figure<'b> {
        Figure { id, title, description: self.say(chart::TABLE_BELOW), width: self.width, unit }
    }

    /// The years, as charts want them.
    fn years(self) -> Vec<i32> {
        self.study.period.all_years().map(|year| i32::from(year.0)).collect()
    }
}

/// Years until it has paid for itself, and whether it never cost anything.
pub fn payback(payback: Payback) -> (Option<f64>, bool) {
    match payback {
        Payback::Immediate => (Some(0.0), true),
        Payback::Within(_, years) => (Some(years), false),
        Payback::Never => (None, false),
    }
}

/// What an option brings or costs once, over the whole period.
pub fn one_off(result: &EffectResult) -> Money {
    result.years.iter().map(|year| year.one_off).sum()
}

/// In which prices the amounts of a study are.
pub fn prices(language: Language, study: &Study) -> String {
    match study.prices.mode {
        PriceMode::Constant => sentences::in_prices_of(language, i32::from(study.prices.base_year.0)),
        PriceMode::Nominal => note::NOMINAL_PRICES.text(language).to_owned(),
    }
}

/// The name of a unit of the study or of an option.
pub fn unit_name<'a>(study: &'a Study, option: &'a Variant, unit: UnitId) -> &'a str {
    let made = || option.units.get(unit.0.checked_sub(study.units.len())?);
    study.units.get(unit.0).or_else(made).map_or("", |unit| &unit.name)
}
