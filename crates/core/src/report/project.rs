//! What stands beside the figures: scores, outturn, the work of the partners' own staff.

use serde::Serialize;

use super::{euros_if, six, six_if};
use crate::money::Money;
use crate::outcome::Outcome;
use crate::project::{effort_years, planned, scored};
use crate::study::{Effort, Figure, Party, Study};

/// What the scores of an option come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoredReport {
    /// The option's id; `null` for today.
    pub option: Option<String>,
    /// By weight.
    #[serde(serialize_with = "six_if")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub total: Option<f64>,
    /// With every criterion counting the same.
    #[serde(serialize_with = "six_if")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub unweighted: Option<f64>,
    /// By criterion; money is none of them.
    pub criteria: Vec<ScoredCriterionReport>,
    /// By service, as far as services were scored.
    pub services: Vec<ScoredServiceReport>,
}

/// What an option scores on a criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoredCriterionReport {
    /// The criterion's id.
    pub criterion: String,
    /// The score.
    #[serde(serialize_with = "six_if")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub score: Option<f64>,
    /// The lowest that anyone gave.
    pub lowest: Option<f64>,
    /// The highest that anyone gave.
    pub highest: Option<f64>,
    /// How many scores were given.
    pub scores: usize,
}

/// What a service scores in an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoredServiceReport {
    /// The service's id.
    pub service: String,
    /// By weight.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub total: f64,
}

/// How a year turned out, beside the plan. Amounts in euros: the outturn of its year, the plan in the study's prices; or
/// posts at the year's end, fte.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutturnReport {
    /// The option's id; `null` for today.
    pub option: Option<String>,
    /// The calendar year.
    pub year: u16,
    /// The unit's id, where it is of one.
    pub unit: Option<String>,
    /// The partner's id, where it is of one.
    pub partner: Option<String>,
    /// `amount` or `fte`.
    pub figure: &'static str,
    /// How it turned out.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub outturn: f64,
    /// What the plan has.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub plan: f64,
    /// Outturn minus plan.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub difference: f64,
}

/// Work that a partner's own staff puts into an option: in no cost.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffortReport {
    /// The partner's id.
    pub partner: String,
    /// The name in the file.
    pub name: String,
    /// Year by year, also outside the years looked at.
    pub years: Vec<EffortYearReport>,
}

/// A year of such work.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffortYearReport {
    /// The calendar year.
    pub year: u16,
    /// Hours.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub hours: f64,
    /// Euros, where the study says what an hour is worth.
    #[serde(serialize_with = "euros_if")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<Money>,
}

pub(super) fn scores(study: &Study) -> Vec<ScoredReport> {
    let id = |option: Option<usize>| option.map(|option| study.options[option].id.clone());
    let reported = scored(study).into_iter().map(|scored| ScoredReport {
        option: id(scored.option),
        total: scored.total,
        unweighted: scored.unweighted,
        criteria: scored
            .criteria
            .iter()
            .map(|one| ScoredCriterionReport {
                criterion: study.criteria.list[one.criterion].id.clone(),
                score: one.score,
                lowest: one.ends.map(|(low, _)| low),
                highest: one.ends.map(|(_, high)| high),
                scores: one.count,
            })
            .collect(),
        services: scored
            .services
            .iter()
            .map(|(service, total)| ScoredServiceReport {
                service: study.services[service.0].id.clone(),
                total: *total,
            })
            .collect(),
    });
    reported.collect()
}

pub(super) fn outturn(study: &Study, outcome: &Outcome) -> Vec<OutturnReport> {
    let number = |figure: Figure| match figure {
        Figure::Amount(money) => money.euros(),
        Figure::Posts(fte) => fte.get(),
    };
    let reported = study.outturn.iter().map(|one| {
        let option = one.option.map(|option| &study.options[option]);
        let (outturn, plan) = (number(one.figure), number(planned(study, outcome, one)));
        OutturnReport {
            option: option.map(|option| option.id.clone()),
            year: one.year.0,
            unit: if let Party::Unit(unit) = one.of {
                Some(study.unit(option, unit).id.clone())
            } else {
                None
            },
            partner: if let Party::Partner(partner) = one.of {
                Some(study.partners[partner.0].id.clone())
            } else {
                None
            },
            figure: if matches!(one.figure, Figure::Amount(_)) { "amount" } else { "fte" },
            outturn,
            plan,
            difference: outturn - plan,
        }
    });
    reported.collect()
}

pub(super) fn effort(study: &Study, effort: &Effort) -> EffortReport {
    let years = effort_years(effort).into_iter().map(|one| EffortYearReport {
        year: one.year.0,
        hours: one.hours,
        value: one.value,
    });
    EffortReport {
        partner: study.partners[effort.partner.0].id.clone(),
        name: effort.name.clone(),
        years: years.collect(),
    }
}
