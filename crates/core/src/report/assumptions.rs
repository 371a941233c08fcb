//! Which assumptions a study's figures rest on, and which of them it changed.

use serde::{Serialize, Serializer};

use crate::assumptions::{Entry, Evidence, Register, director_scale};
use crate::study::{Basis, Deviation, Form, Pay, PriceMode, Study, Unit, Value};

/// An assumption that a study's figures rest on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsedAssumption {
    /// Its id.
    pub id: String,
    /// The service's id, where it holds for one only.
    pub service: Option<String>,
    /// What the study takes.
    #[serde(serialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    pub value: Value,
    /// What the register says.
    #[serde(serialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    pub default: Value,
    /// Its unit.
    pub unit: String,
    /// How well the register's value is founded.
    pub evidence: Evidence,
    /// The register's source.
    pub source: Option<String>,
    /// Whether the study changed it.
    pub changed: bool,
    /// Why.
    pub reason: Option<String>,
}

fn value<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Value::Number(number) => serializer.serialize_f64(*number),
        Value::Scale(scale) => scale.serialize(serializer),
        Value::ByYear(table) => {
            serializer.collect_map(table.iter().map(|(year, number)| (year.to_string(), number)))
        }
    }
}

/// The assumptions that a study's figures rest on, in the order of the register; a service's own after the general.
pub fn used_assumptions(study: &Study, register: &Register) -> Vec<UsedAssumption> {
    let mut used = Vec::new();
    for entry in used_entries(study, register) {
        let row = |change: Option<&Deviation>| UsedAssumption {
            id: entry.id.clone(),
            service: change
                .and_then(|change| change.service)
                .map(|service| study.services[service.0].id.clone()),
            value: change.map_or_else(|| entry.value.clone(), |change| change.value.clone()),
            default: entry.value.clone(),
            unit: entry.unit.clone(),
            evidence: entry.evidence,
            source: entry.source.clone(),
            changed: change.is_some(),
            reason: change.map(|change| change.reason.clone()),
        };
        used.push(row(changes(study, entry).find(|change| change.service.is_none())));
        used.extend(
            changes(study, entry).filter(|change| change.service.is_some()).map(|change| row(Some(change))),
        );
    }
    used
}

/// How many assumptions a study's figures rest on, and how many of them are a guess that it left as it is.
pub(crate) fn count_assumed(study: &Study, register: &Register) -> (usize, usize) {
    let left_as_is = |entry: &&Entry| changes(study, entry).all(|change| change.service.is_some());
    let used: Vec<&Entry> = used_entries(study, register).collect();
    let assumed =
        used.iter().copied().filter(|entry| entry.evidence == Evidence::Assumed).filter(left_as_is).count();
    (used.len(), assumed)
}

/// What a study changes of an assumption, for all or for one service.
fn changes<'s>(study: &'s Study, entry: &'s Entry) -> impl Iterator<Item = &'s Deviation> {
    let family = entry.id.split('.').next().unwrap_or_default();
    study.deviations.iter().filter(move |change| match change.service {
        // A service has the elasticity of its own kind only.
        Some(service) if family == "elasticity" => {
            (change.id == entry.id || change.id == family)
                && entry.id.ends_with(study.services[service.0].kind.code())
        }
        _ => change.id == entry.id,
    })
}

fn used_entries<'r>(study: &'r Study, register: &'r Register) -> impl Iterator<Item = &'r Entry> {
    let tables = tables_used(study, register);
    register.entries().iter().filter(move |entry| is_used(entry, study, &tables))
}

/// Assumptions that hold for every study with staff or with an option.
fn is_used(entry: &Entry, study: &Study, tables: &[String]) -> bool {
    let has_option = study.options.iter().any(|option| !option.moves.is_empty());
    let joint: Vec<&Unit> = joint_units(study).collect();
    let uses_basis = |basis: Basis| {
        let single = study.options.iter().flat_map(|option| &option.moves).flat_map(|moved| &moved.targets);
        let to_single =
            basis == Basis::Gross && single.clone().any(|target| target.unit.0 < study.partners.len());
        to_single || study.options.iter().flat_map(|option| &option.units).any(|unit| unit.basis == basis)
    };
    match entry.id.as_str() {
        "wage_index" | "price_index" => study.prices.mode == PriceMode::Nominal,
        "discount_rate"
        | "one_off_uplift"
        | "stranded_share"
        | "stranded_years"
        | "surplus_cost_per_fte"
        | "scale_saturation"
        | "harmonisation_cost" => has_option,
        "realisation_net" => has_option && uses_basis(Basis::Net),
        "realisation_gross" => has_option && uses_basis(Basis::Gross),
        "fixed_grant_per_municipality" => joint.iter().any(|unit| unit.form == Form::Merger),
        "harmonisation_degree" | "vat_rate" | "recoverable_vat" => !joint.is_empty(),
        "turnover"
        | "time_to_fill_days"
        | "cover_share"
        | "cover_price"
        | "recruitment_cost"
        | "steerable_turnover"
        | "workplace_cost_per_fte"
        | "part_time_factor"
        | "unavailability" => !study.posts.is_empty(),
        // No post stays open for good unless a study says so.
        "structural_vacancy" => study.deviations.iter().any(|change| change.id == entry.id),
        id => tables.iter().any(|used| used == id),
    }
}

/// The rows of tables that a study's scales, forms and kinds point at.
fn tables_used(study: &Study, register: &Register) -> Vec<String> {
    let mut ids = Vec::new();
    let today = study.posts.iter().map(|post| Some(&post.pay));
    let later = study
        .options
        .iter()
        .flat_map(|option| &option.moves)
        .flat_map(|moved| &moved.posts)
        .map(|post| post.pay.as_ref());
    for pay in today.chain(later).flatten() {
        if let Pay::Scale(scale) = pay {
            ids.push(format!("cost_per_fte.{}", scale.name));
        }
    }
    if study.options.iter().any(|option| !option.moves.is_empty()) {
        ids.extend(study.services.iter().map(|service| format!("elasticity.{}", service.kind.code())));
    }
    for unit in joint_units(study) {
        let form = unit.form.code();
        ids.push(format!("form_reach.{form}"));
        if unit.basis == Basis::Gross {
            ids.extend(
                ["governance", "director_scale", "client_side_share", "coordination"]
                    .map(|table| format!("{table}.{form}")),
            );
            ids.extend(
                director_scale(study, register, unit.form).map(|scale| format!("cost_per_fte.{scale}")),
            );
        }
    }
    ids
}

fn joint_units(study: &Study) -> impl Iterator<Item = &Unit> {
    study
        .units
        .iter()
        .chain(study.options.iter().flat_map(|option| &option.units))
        .filter(|unit| unit.is_joint())
}
