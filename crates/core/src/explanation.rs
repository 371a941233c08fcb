//! How a figure of the report came about: a tree of formulas down to the study's own fields and the register.
//!
//! [`Explainer::explain`] takes one figure apart, by its JSON pointer in the report. What a part is made of in turn is
//! told below it, except where the part is a figure of the report itself: that one has a pointer of its own to ask for,
//! and [`Explainer::unfold`] asks for all of them. Nothing is kept for this while calculating: an explanation is read
//! back from the study and its outcome.

mod effects;
mod entries;
mod explainer;
mod moving;
mod people;
mod places;
mod project;
mod shares;
mod targets;
mod today;

use serde::Serialize;

use crate::assumptions::Evidence;
use crate::costs::add_months;
use crate::money::Money;
use crate::problem::{Fact, Facts};
use crate::study::json::codes;
pub use explainer::Explainer;

codes! {
    /// What a value counts.
    pub enum Measure {
        /// Euros.
        Euros = "euros",
        /// Full-time equivalents.
        Fte = "fte",
        /// Full-time equivalents summed over months.
        FteMonths = "fte_months",
        /// A fraction: 0.083 is 8.3 %.
        Rate = "rate",
        /// A number to multiply by, or without a unit.
        Factor = "factor",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// Days.
        Days = "days",
        /// Inhabitants.
        Inhabitants = "inhabitants",
        /// Persons.
        Persons = "persons",
    }
}

codes! {
    /// What of a post group's months is meant.
    pub enum OfMonths {
        /// People in post, summed.
        People = "people",
        /// Posts without people, summed.
        Vacant = "vacant",
        /// Posts or people, whichever are more, summed.
        Seated = "seated",
        /// People hired, summed.
        Hires = "hires",
        /// People who left by themselves, summed.
        Leavers = "leavers",
        /// People seen off, summed.
        SurplusExits = "surplus_exits",
        /// Posts in the last of them.
        Posts = "posts",
        /// People in post after the last of them.
        LeftOver = "left_over",
    }
}

/// How a value follows from its parts, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// All together.
    Sum,
    /// The first less the others.
    Difference,
    /// Each times the next.
    Product,
    /// The first divided by the second.
    Quotient,
    /// The least.
    Least,
    /// The greatest.
    Greatest,
    /// The first to the power of the second.
    Power,
    /// Rounded to cents, half away from zero (MODEL 6).
    Cents,
    /// The first in as many months as the second says, added one by one (MODEL 6).
    Months,
    /// Pairs of a weight and a value: the weighted mean.
    Mean,
    /// An amount, then weights: the part of the weight at this place by largest remainder (MODEL 7).
    Share(usize),
    /// Weights: what the one at this place is of all; equal where all are zero.
    Normalised(usize),
    /// A month's chance of leaving from a year's: h = 1 − (1 − a)^(1/12) (MODEL 3).
    Hazard,
    /// The share of vacancies filled in a month: f = min(1, 365 / (12·L)) (MODEL 3).
    Fill,
    /// Savings by year: the years until they have paid for themselves (MODEL 9).
    Payback,
    /// Shares rounded half up to whole percents: the one at this place (MODEL 7).
    WholePercent(usize),
    /// Months of a post group, worked out one by one (MODEL 3); the parts say from what.
    Staffing {
        /// What of them.
        of: OfMonths,
        /// The first month, counted from January of the first year.
        from: usize,
        /// The month after the last.
        until: usize,
    },
}

impl Formula {
    /// Its word in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Difference => "difference",
            Self::Product => "product",
            Self::Quotient => "quotient",
            Self::Least => "least",
            Self::Greatest => "greatest",
            Self::Power => "power",
            Self::Cents => "cents",
            Self::Months => "months",
            Self::Mean => "mean",
            Self::Share(_) => "share",
            Self::Normalised(_) => "normalised",
            Self::Hazard => "hazard",
            Self::Fill => "fill",
            Self::Payback => "payback",
            Self::WholePercent(_) => "whole_percent",
            Self::Staffing { .. } => "staffing",
        }
    }
}

/// What a value that follows from nothing else rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A field of the study.
    Study {
        /// Its JSON pointer in the study file.
        pointer: String,
    },
    /// An assumption.
    Assumption {
        /// Its id.
        id: String,
        /// The service's id, where it holds for one only.
        service: Option<String>,
        /// How well the register's value is founded.
        evidence: Evidence,
        /// The title of the register's source.
        source: Option<String>,
        /// Where in the source.
        locator: Option<String>,
        /// What the register says, where the study says otherwise, as far as that is a number.
        default: Option<f64>,
        /// Why the study says otherwise.
        reason: Option<String>,
        /// The JSON pointer of what the study says instead.
        pointer: Option<String>,
    },
    /// A number of the model itself, such as the months of a year.
    Model,
}

/// A figure and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// What it is, by the name that it has in the model.
    pub term: &'static str,
    /// Which one: year, bearer, service, line and the like.
    pub facts: Facts,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: Measure,
    /// Its JSON pointer in the report, where it is a figure of the report.
    pub pointer: Option<String>,
    /// How it follows from its parts.
    pub formula: Option<Formula>,
    /// What it rests on, where it follows from nothing else.
    pub ground: Option<Ground>,
    /// What it follows from.
    pub parts: Vec<Explanation>,
}

impl Explanation {
    fn leaf(term: &'static str, value: f64, unit: Measure, ground: Ground) -> Self {
        let ground = Some(ground);
        Self {
            term,
            facts: Facts::default(),
            value,
            unit,
            pointer: None,
            formula: None,
            ground,
            parts: Vec::new(),
        }
    }

    /// A figure of the report, to be asked for by its pointer.
    fn figure(term: &'static str, value: f64, unit: Measure, pointer: String) -> Self {
        let (formula, ground, pointer) = (None, None, Some(pointer));
        Self { term, facts: Facts::default(), value, unit, pointer, formula, ground, parts: Vec::new() }
    }

    fn of(
        term: &'static str,
        value: f64,
        unit: Measure,
        formula: Formula,
        parts: impl IntoIterator<Item = Self>,
    ) -> Self {
        Self {
            term,
            facts: Facts::default(),
            value,
            unit,
            pointer: None,
            formula: Some(formula),
            ground: None,
            parts: parts.into_iter().collect(),
        }
    }

    /// The sum of its parts.
    fn sum(term: &'static str, unit: Measure, parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        // From zero and not from minus zero, which an empty sum would be.
        let value = parts.iter().fold(0.0, |sum, part| sum + part.value);
        Self::of(term, value, unit, Formula::Sum, parts)
    }

    /// The product of its parts.
    fn product(term: &'static str, unit: Measure, parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let value = parts.iter().map(|part| part.value).product();
        Self::of(term, value, unit, Formula::Product, parts)
    }

    /// The first of its parts less the others.
    fn difference(term: &'static str, unit: Measure, parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let rest: f64 = parts.iter().skip(1).map(|part| part.value).sum();
        let value = parts.first().map_or(0.0, |first| first.value) - rest;
        Self::of(term, value, unit, Formula::Difference, parts)
    }

    /// One part divided by the other.
    fn quotient(term: &'static str, unit: Measure, parts: [Self; 2]) -> Self {
        let value = parts[0].value / parts[1].value;
        Self::of(term, value, unit, Formula::Quotient, parts)
    }

    /// The least of its parts.
    fn least(term: &'static str, unit: Measure, parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let value = parts.iter().map(|part| part.value).reduce(f64::min).unwrap_or(0.0);
        Self::of(term, value, unit, Formula::Least, parts)
    }

    /// The greatest of its parts.
    fn greatest(term: &'static str, unit: Measure, parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.into_iter().collect();
        let value = parts.iter().map(|part| part.value).reduce(f64::max).unwrap_or(0.0);
        Self::of(term, value, unit, Formula::Greatest, parts)
    }

    /// The figure where it is above zero, else nothing.
    fn or_nothing(self, term: &'static str) -> Self {
        let unit = self.unit;
        Self::greatest(term, unit, [self, Self::model("none", 0.0, unit)])
    }

    /// What the weight at a place is of all weights; equal parts where all are zero.
    fn part_of(weights: Vec<Self>, own: usize) -> Self {
        let all: f64 = weights.iter().map(|weight| weight.value).sum();
        let part = if all > 0.0 { weights[own].value / all } else { 1.0 / weights.len() as f64 };
        Self::of("part", part, Measure::Rate, Formula::Normalised(own), weights)
    }

    /// An amount rounded to cents.
    fn cents(term: &'static str, exact: Self) -> Self {
        Self::of(term, Money::round(exact.value).euros(), Measure::Euros, Formula::Cents, [exact])
    }

    /// The same amount in so many months.
    fn months(term: &'static str, amount: Self, months: usize) -> Self {
        let [value] = add_months([0.0], [amount.value], months);
        let months = Self::model("months", months as f64, Measure::Months);
        Self::of(term, value, Measure::Euros, Formula::Months, [amount, months])
    }

    /// A number of the model itself.
    fn model(term: &'static str, value: f64, unit: Measure) -> Self {
        Self::leaf(term, value, unit, Ground::Model)
    }

    fn one() -> Self {
        Self::model("one", 1.0, Measure::Factor)
    }

    /// What is left of the whole: 1 − x.
    fn rest(self, term: &'static str) -> Self {
        Self::difference(term, Measure::Rate, [Self::one(), self])
    }

    /// With a fact that says which one it is.
    fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.0.push((name, fact.into()));
        self
    }
}
