//! How the partners get there, how options were weighed, and how it turned out: what a study says besides figures to
//! calculate with.

pub use super::file::DecisionKind;
use super::{PartnerId, ServiceId, UnitId};
use crate::calendar::{Month, Year};
use crate::money::Money;
use crate::quantity::Fte;

/// How options are weighed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Criteria {
    /// What is weighed.
    pub list: Vec<Criterion>,
    /// The scores that were given.
    pub scores: Vec<Score>,
}

/// Something that options are weighed on.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its id in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// How much it counts beside the others; nothing for money, which stays outside the score.
    pub weight: Option<f64>,
}

/// What someone thinks of an option on a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The option's place in the study; `None` for today.
    pub option: Option<usize>,
    /// The service; `None` for the option as a whole.
    pub service: Option<ServiceId>,
    /// The criterion's place in the list.
    pub criterion: usize,
    /// The score, on the study's scale.
    pub score: f64,
}

/// A decision on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The option that it is about; all of them where there is none.
    pub option: Option<usize>,
    /// By whom, and how.
    pub kind: DecisionKind,
    /// When.
    pub month: Month,
    /// The partners concerned; all of them where empty.
    pub by: Vec<PartnerId>,
}

/// Work that a partner's own staff puts into an option: a memo beside the costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Effort {
    /// The partner.
    pub partner: PartnerId,
    /// Its name for people.
    pub name: String,
    /// Its first month.
    pub from: Month,
    /// How many months it goes on.
    pub months: usize,
    /// Hours in all.
    pub hours: f64,
    /// What an hour is worth, euros.
    pub tariff: Option<f64>,
}

/// How a year turned out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outturn {
    /// The option that was carried out; `None` for today.
    pub option: Option<usize>,
    /// The year.
    pub year: Year,
    /// Of whom.
    pub of: Party,
    /// What it was.
    pub figure: Figure,
}

/// Of whom a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// All partners and units together.
    All,
    /// A unit.
    Unit(UnitId),
    /// A partner: its contribution to joint units, or its own posts.
    Partner(PartnerId),
}

/// An amount of money, or posts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// Money.
    Amount(Money),
    /// Posts at the year's end.
    Posts(Fte),
}
