//! The reports of how sure an outcome is (MODEL 11). Amounts are euros; a value of a parameter is in its unit. They can be
//! read again: what draws in the background sends them to what shows them.

use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::study::Study;
use crate::uncertainty::{
    BreakEven, Chance, Effect, Gains, Model, Parameter, Simulation, Spread, Target, Tipping, Tornado,
};

/// Reads an amount in euros.
fn cents<'de, D: serde::Deserializer<'de>>(euros: D) -> Result<Money, D::Error> {
    f64::deserialize(euros).map(Money::round)
}

/// A parameter with its range.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParameterReport {
    /// The assumption's id, with `@service` where it holds for one service; else the JSON pointer of the number.
    pub id: String,
    /// Its unit; empty where it is not known.
    pub unit: String,
    /// The low end.
    pub low: f64,
    /// The value in force.
    pub central: f64,
    /// The high end.
    pub high: f64,
}

/// A parameter without a range.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixedReport {
    /// The assumption's id, with `@service` where it holds for one service.
    pub id: String,
    /// The value in force.
    pub value: f64,
}

/// A partner's net present value.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerNpvReport {
    /// The partner's id.
    pub partner: String,
    /// Net present value of its savings, euros.
    #[serde(serialize_with = "super::euros", deserialize_with = "cents")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub npv: Money,
}

/// What an option brings with certain numbers.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NpvReport {
    /// Net present value of the savings, euros.
    #[serde(serialize_with = "super::euros", deserialize_with = "cents")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub npv: Money,
    /// That of each partner.
    pub partners: Vec<PartnerNpvReport>,
}

impl NpvReport {
    fn of(study: &Study, effect: &Effect) -> Self {
        let partners = study.partners.iter().zip(&effect.partners);
        let partners =
            partners.map(|(partner, npv)| PartnerNpvReport { partner: partner.id.clone(), npv: *npv });
        Self { npv: effect.npv, partners: partners.collect() }
    }
}

/// A percentile.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PercentileReport {
    /// Of a hundred draws, so many lie below.
    pub percent: u8,
    /// The value: euros, or years.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// How a figure is spread over the draws: euros with at most two decimals, or years with at most six.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpreadReport {
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub mean_error: f64,
    /// The standard deviation of the draws.
    pub deviation: f64,
    /// P5, P25, P50, P75, P95.
    pub percentiles: Vec<PercentileReport>,
}

impl SpreadReport {
    fn by(spread: &Spread, show: fn(f64) -> f64) -> Self {
        let percentiles = spread.percentiles.iter().map(|one| PercentileReport {
            percent: one.percent,
            value: show(one.value),
            error: show(one.error),
        });
        Self {
            mean: show(spread.mean),
            mean_error: show(spread.mean_error),
            deviation: show(spread.deviation),
            percentiles: percentiles.collect(),
        }
    }

    fn euros(spread: &Spread) -> Self {
        Self::by(spread, |cents| Money::round(cents / 100.0).euros() + 0.0)
    }
}

/// How often something happens.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChanceReport {
    /// The share of the draws.
    #[serde(serialize_with = "super::six")]
    pub share: f64,
    /// Its standard error.
    #[serde(serialize_with = "super::six")]
    pub error: f64,
}

impl From<Chance> for ChanceReport {
    fn from(chance: Chance) -> Self {
        Self { share: chance.share, error: chance.error }
    }
}

/// A partner's spread.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerSpreadReport {
    /// The partner's id.
    pub partner: String,
    /// Net present value of its savings, euros.
    pub npv: SpreadReport,
    /// The chance of a net present value above zero.
    pub gains: ChanceReport,
}

/// A year's spread.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearSpreadReport {
    /// The calendar year.
    pub year: u16,
    /// The savings up to its end with every number as it is, euros.
    #[serde(serialize_with = "super::euros", deserialize_with = "cents")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub central: Money,
    /// The savings up to its end, euros.
    pub saving: SpreadReport,
}

/// When an option pays back, over the draws.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaybackSpreadReport {
    /// The chance of paying back within the period, at once included.
    pub chance: ChanceReport,
    /// The share of the draws in which it never cost anything.
    #[serde(serialize_with = "super::six")]
    pub immediate: f64,
    /// After how many years, in the draws in which it pays back; none where it never does.
    pub years: Option<SpreadReport>,
}

/// The report of a simulation.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SimulationReport {
    /// `deelsom/simulation-report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/simulation-report")))]
    pub format: String,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The option's id.
    pub option: String,
    /// How many draws.
    pub draws: usize,
    /// The seed: it gives the same draws again.
    pub seed: u32,
    /// The distribution within a range: `triangular` or `pert`.
    pub distribution: String,
    /// Where chances come from: `random` or `sobol`.
    pub points: String,
    /// `none`: parameters are drawn independently.
    pub correlation: String,
    /// Whether only half of the savings is realised in every draw.
    pub half_realised: bool,
    /// With every number as it is.
    pub central: NpvReport,
    /// Net present value of the savings, euros.
    pub npv: SpreadReport,
    /// The chance of a net present value above zero.
    pub gains: ChanceReport,
    /// Each partner.
    pub partners: Vec<PartnerSpreadReport>,
    /// The savings up to the end of each year.
    pub cumulative: Vec<YearSpreadReport>,
    /// When the option pays back.
    pub payback: PaybackSpreadReport,
    /// What was drawn.
    pub parameters: Vec<ParameterReport>,
    /// Assumptions in use that have no range and were not drawn.
    pub without_range: Vec<FixedReport>,
    /// A number that every bit of every draw went into, hexadecimal: the same everywhere.
    pub fingerprint: String,
}

impl SimulationReport {
    /// Writes down what draws came to.
    pub fn of(model: &Model<'_>, simulation: &Simulation) -> Self {
        let study = model.study();
        let plan = simulation.plan;
        Self {
            format: "deelsom/simulation-report".to_owned(),
            version: 1,
            option: option_of(model),
            draws: simulation.draws,
            seed: plan.seed,
            distribution: plan.shape.code().to_owned(),
            points: plan.points.code().to_owned(),
            correlation: "none".to_owned(),
            half_realised: plan.half_realised,
            central: NpvReport::of(study, &simulation.central),
            npv: SpreadReport::euros(&simulation.npv),
            gains: simulation.gains.into(),
            partners: simulation
                .partners
                .iter()
                .map(|(partner, npv, gains)| PartnerSpreadReport {
                    partner: study.partners[partner.0].id.clone(),
                    npv: SpreadReport::euros(npv),
                    gains: (*gains).into(),
                })
                .collect(),
            cumulative: simulation
                .cumulative
                .iter()
                .zip(&simulation.central.cumulative)
                .map(|((year, saving), central)| YearSpreadReport {
                    year: year.0,
                    central: *central,
                    saving: SpreadReport::euros(saving),
                })
                .collect(),
            payback: PaybackSpreadReport {
                chance: simulation.pays_back.into(),
                immediate: simulation.immediate,
                years: simulation
                    .payback_years
                    .as_ref()
                    .map(|years| SpreadReport::by(years, super::round_six)),
            },
            parameters: model.parameters().iter().map(parameter).collect(),
            without_range: fixed(model),
            fingerprint: format!("{:016x}", simulation.fingerprint),
        }
    }
}

/// What a parameter does to the outcome.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SwingReport {
    /// The parameter.
    #[serde(flatten)]
    pub parameter: ParameterReport,
    /// With it at its low end.
    pub at_low: NpvReport,
    /// With it at its high end.
    pub at_high: NpvReport,
    /// How far it moves the net present value, euros.
    #[serde(serialize_with = "super::euros", deserialize_with = "cents")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub swing: Money,
}

/// The report of a tornado.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TornadoReport {
    /// `deelsom/tornado-report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/tornado-report")))]
    pub format: String,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The option's id.
    pub option: String,
    /// With every number as it is.
    pub central: NpvReport,
    /// Every parameter with a range, the one that moves the outcome most first.
    pub parameters: Vec<SwingReport>,
    /// Assumptions in use that have no range.
    pub without_range: Vec<FixedReport>,
}

impl TornadoReport {
    /// Writes down what every parameter does.
    pub fn of(model: &Model<'_>, tornado: &Tornado) -> Self {
        let study = model.study();
        let swings = tornado.swings.iter().map(|swing| SwingReport {
            parameter: parameter(&swing.parameter),
            at_low: NpvReport::of(study, &swing.low),
            at_high: NpvReport::of(study, &swing.high),
            swing: (swing.high.npv - swing.low.npv).abs(),
        });
        Self {
            format: "deelsom/tornado-report".to_owned(),
            version: 1,
            option: option_of(model),
            central: NpvReport::of(study, &tornado.central),
            parameters: swings.collect(),
            without_range: fixed(model),
        }
    }
}

/// The report of a break-even value.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BreakEvenReport {
    /// `deelsom/break-even-report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/break-even-report")))]
    pub format: String,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The option's id.
    pub option: String,
    /// The parameter.
    pub parameter: ParameterReport,
    /// `npv`, or `npv:` and a partner's id.
    pub target: String,
    /// With every number as it is, euros.
    #[serde(serialize_with = "super::euros", deserialize_with = "cents")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub central: Money,
    /// The least value tried.
    pub searched_from: f64,
    /// The largest value tried.
    pub searched_to: f64,
    /// `at`, `always_gains`, `never_gains` or `no_influence`.
    pub answer: String,
    /// At which value, where there is one.
    pub value: Option<f64>,
    /// What the option brings there, euros: not zero where the outcome jumps.
    pub npv: Option<f64>,
    /// On which side of the value the option gains: `above` or `below`.
    pub gains: Option<String>,
    /// Whether there is no other value like it in what was searched.
    pub only: Option<bool>,
}

impl BreakEvenReport {
    /// Writes down what was found.
    pub fn of(model: &Model<'_>, found: &BreakEven) -> Self {
        let report = Self {
            format: "deelsom/break-even-report".to_owned(),
            version: 1,
            option: option_of(model),
            parameter: parameter(&found.parameter),
            target: match found.target {
                Target::Total => "npv".to_owned(),
                Target::Partner(partner) => {
                    let partner = model.study().partners.get(partner.0);
                    format!("npv:{}", partner.map_or("", |partner| partner.id.as_str()))
                }
            },
            central: found.central,
            searched_from: found.searched.0,
            searched_to: found.searched.1,
            answer: match found.tipping {
                Tipping::At { .. } => "at",
                Tipping::AlwaysGains => "always_gains",
                Tipping::NeverGains => "never_gains",
                Tipping::NoInfluence => "no_influence",
            }
            .to_owned(),
            value: None,
            npv: None,
            gains: None,
            only: None,
        };
        match found.tipping {
            Tipping::At { value, npv, gains, only } => Self {
                value: Some(value),
                npv: Some(npv.euros() + 0.0),
                gains: Some(
                    match gains {
                        Gains::Above => "above",
                        Gains::Below => "below",
                    }
                    .to_owned(),
                ),
                only: Some(only),
                ..report
            },
            _ => report,
        }
    }
}

fn option_of(model: &Model<'_>) -> String {
    model.study().options.first().map(|option| option.id.clone()).unwrap_or_default()
}

fn parameter(of: &Parameter) -> ParameterReport {
    ParameterReport {
        id: of.id.clone(),
        unit: of.unit.clone(),
        low: of.low,
        central: of.central,
        high: of.high,
    }
}

fn fixed(model: &Model<'_>) -> Vec<FixedReport> {
    model.without_range().map(|one| FixedReport { id: one.id.clone(), value: one.central }).collect()
}
