//! The report: what leaves the model, in euros and fte, in a stable and versioned form (MODEL 14).

mod assumptions;
mod build;
mod fairness;
mod game;
mod project;
mod uncertainty;

use serde::Serialize;

use crate::comparison::Band;
use crate::ledger::Line;
use crate::money::Money;
use crate::problem::Warning;
pub(crate) use assumptions::count_assumed;
pub use assumptions::{UsedAssumption, used_assumptions};
pub use fairness::{BestSplitReport, FairnessReport, GameFileReport, KeyReport};
pub use game::{BlockingReport, DivisionReport, Euros, GameReport, MethodsReport, ViolationReport};
pub use project::{
    EffortReport, EffortYearReport, OutturnReport, ScoredCriterionReport, ScoredReport, ScoredServiceReport,
};
pub use uncertainty::{
    BreakEvenReport, ChanceReport, FixedReport, NpvReport, ParameterReport, PartnerNpvReport,
    PartnerSpreadReport, PaybackSpreadReport, PercentileReport, SimulationReport, SpreadReport, SwingReport,
    TornadoReport, YearSpreadReport,
};

/// Amounts are printed in euros with at most two decimals.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn euros<S: serde::Serializer>(money: &Money, serializer: S) -> Result<S::Ok, S::Error> {
    // Zero has no sign.
    serializer.serialize_f64(money.euros() + 0.0)
}

#[expect(clippy::ref_option, reason = "the signature that serde asks for")]
fn euros_if<S: serde::Serializer>(money: &Option<Money>, serializer: S) -> Result<S::Ok, S::Error> {
    match money {
        Some(money) => euros(money, serializer),
        None => serializer.serialize_none(),
    }
}

/// Fte and other quantities are printed with six decimals.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn six<S: serde::Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(round_six(*number))
}

#[expect(clippy::ref_option, reason = "the signature that serde asks for")]
fn six_if<S: serde::Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => serializer.serialize_f64(round_six(*number)),
        None => serializer.serialize_none(),
    }
}

fn round_six(number: f64) -> f64 {
    (number * 1e6).round() / 1e6 + 0.0
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// `deelsom/report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/report")))]
    pub format: &'static str,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The study's title.
    pub title: String,
    /// The baseline first, then the options in the order of the study.
    pub courses: Vec<CourseReport>,
    /// What each option changes.
    pub effects: Vec<EffectReport>,
    /// The assumptions used, and which of them the study changed.
    pub assumptions: Vec<UsedAssumption>,
    /// How many of them are a guess that the study left as it is.
    pub assumed: usize,
    /// What the scores of today and of the options come to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoredReport>,
    /// How years turned out, beside the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outturn: Vec<OutturnReport>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
}

/// A course.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseReport {
    /// `baseline`, or the option's id.
    pub id: String,
    /// Every cost.
    pub ledger: Vec<EntryReport>,
    /// What each partner pays.
    pub partners: Vec<PartnerReport>,
    /// How thinly each role is staffed, as each partner can count on it.
    pub vulnerability: Vec<VulnerabilityReport>,
    /// Staffing by post group and year.
    pub staffing: Vec<StaffingReport>,
}

/// A cost.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntryReport {
    /// The calendar year.
    pub year: u16,
    /// A partner's id, `unit:` and a joint unit's id, or `shared`.
    pub bearer: String,
    /// The service's id.
    pub service: Option<String>,
    /// What kind of cost.
    pub line: Line,
    /// The name in the file.
    pub name: Option<String>,
    /// Euros.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub amount: Money,
}

/// What a partner pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerReport {
    /// The partner's id.
    pub partner: String,
    /// Year by year.
    pub years: Vec<PartnerYearReport>,
}

/// What a partner pays in a year, euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerYearReport {
    /// The calendar year.
    pub year: u16,
    /// What it bears itself.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub own: Money,
    /// Its share in what is borne together.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub contribution: Money,
    /// VAT that it cannot recover.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub vat: Money,
    /// What the guarantee gives or asks.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub settlement: Money,
    /// All of it.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub total: Money,
}

/// A role as a partner can count on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VulnerabilityReport {
    /// The unit's id.
    pub unit: String,
    /// The partner's id.
    pub partner: String,
    /// The service's id.
    pub service: String,
    /// The role.
    pub role: String,
    /// Persons it can count on.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub persons: f64,
    /// Share of time in which nobody is there.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub uncovered: f64,
    /// The band.
    pub band: Band,
}

/// A post group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffingReport {
    /// The unit's id.
    pub unit: String,
    /// The service's id.
    pub service: String,
    /// The role.
    pub role: String,
    /// Every year in which it existed.
    pub years: Vec<StaffingYearReport>,
}

/// A post group's year, fte.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffingYearReport {
    /// The calendar year.
    pub year: u16,
    /// Posts at the year's end.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub establishment: f64,
    /// People in post at the year's end.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub in_post: f64,
    /// Posts without people at the year's end.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub vacancies: f64,
    /// People above the posts at the year's end.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub surplus: f64,
    /// People hired in the year.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub hires: f64,
    /// People who left in the year.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub leavers: f64,
    /// People who left because there was no post for them.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub surplus_exits: f64,
}

/// What an option changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffectReport {
    /// The option's id.
    pub option: String,
    /// What it comes to over the whole period.
    #[serde(flatten)]
    pub result: ResultReport,
    /// Year by year.
    pub years: Vec<EffectYearReport>,
    /// Posts vacant today that are not filled.
    pub vacancies_avoided: Vec<VacancyAvoidedReport>,
    /// From today's posts to the option's.
    pub bridge: Vec<BridgeReport>,
    /// What leaving would cost.
    pub exit: Vec<ExitReport>,
    /// What each partner gets.
    pub partners: Vec<PartnerEffectReport>,
    /// Work of the partners' own staff: in no cost.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effort: Vec<EffortReport>,
}

/// What an option comes to over the whole period, in total or for one partner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResultReport {
    /// Net present value of the savings, euros.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub npv: Money,
    /// Years until it has paid for itself; `null` where it does not.
    #[serde(serialize_with = "six_if")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub payback_years: Option<f64>,
    /// The year in which it has.
    pub payback_year: Option<u16>,
    /// It never cost anything.
    pub immediate: bool,
    /// The lowest point of the cumulative saving.
    pub deepest: DeepestReport,
    /// The recurring saving of the last year, euros.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub structural: Money,
}

/// What an option saves in a year, in total or for one partner, euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SavingReport {
    /// The calendar year.
    pub year: u16,
    /// The whole saving.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub saving: Money,
    /// Its one-off part.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub one_off: Money,
    /// Its recurring part.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub recurring: Money,
    /// Of this and all earlier years.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub cumulative: Money,
}

/// The lowest point of a cumulative saving.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeepestReport {
    /// The year at whose end it lies.
    pub year: u16,
    /// Euros.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub amount: Money,
}

/// A year of an option, euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffectYearReport {
    /// What is saved.
    #[serde(flatten)]
    pub saving: SavingReport,
    /// Saved by doing less.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub efficiency: Money,
    /// Saved by not filling posts that are vacant today.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub avoided_increase: Money,
    /// Hires not made, fte.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub hires_avoided: f64,
}

/// A vacancy of today that is not filled.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VacancyAvoidedReport {
    /// The unit's id.
    pub unit: String,
    /// The service's id.
    pub service: String,
    /// The role.
    pub role: String,
    /// How much of a post.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub fte: f64,
    /// Against the budget, euros a year.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub budget_value: Money,
    /// Against the outturn, euros a year.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub outturn_value: Money,
}

/// A service's staffing bridge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BridgeReport {
    /// The service's id.
    pub service: String,
    /// Year by year.
    pub years: Vec<BridgeYearReport>,
}

/// The bridge at a year's end, fte.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BridgeYearReport {
    /// The calendar year.
    pub year: u16,
    /// Today's posts.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub start: f64,
    /// Vacant today and no longer filled.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub vacant_not_filled: f64,
    /// Gone by turnover.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub turnover: f64,
    /// Seen off so far.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub surplus_exits: f64,
    /// Still in post above the posts.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub surplus: f64,
    /// Posts added.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub added: f64,
    /// Posts at the year's end.
    #[serde(serialize_with = "six")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub end: f64,
}

/// What leaving would cost a partner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExitReport {
    /// The partner's id.
    pub partner: String,
    /// Year by year.
    pub years: Vec<ExitYearReport>,
}

/// What leaving in a year would cost, euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExitYearReport {
    /// The calendar year.
    pub year: u16,
    /// By a contribution that steps down.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub step_down: Money,
    /// By real damage.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub real_damage: Money,
}

/// What a partner gets from an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerEffectReport {
    /// The partner's id.
    pub partner: String,
    /// What it comes to over the whole period.
    #[serde(flatten)]
    pub result: ResultReport,
    /// The same per inhabitant of the first year, euros.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub structural_per_inhabitant: Money,
    /// Year by year.
    pub years: Vec<PartnerEffectYearReport>,
}

/// A year of a partner's effect, euros.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerEffectYearReport {
    /// What is saved.
    #[serde(flatten)]
    pub saving: SavingReport,
    /// The saving per inhabitant of the first year.
    #[serde(serialize_with = "euros")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub per_inhabitant: Money,
}
