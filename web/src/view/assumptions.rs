//! The assumptions that a study rests on: the few that matter most, and the rest.

use deelsom_core::Evidence;
use deelsom_core::report::UsedAssumption;
use deelsom_core::study::Value;
use deelsom_language::{Language, number, quantity};

/// Those that are offered for change, tables by their own names.
const MAIN: [&str; 12] = [
    "turnover",
    "time_to_fill_days",
    "cover_share",
    "cover_price",
    "workplace_cost_per_fte",
    "realisation_net",
    "realisation_gross",
    "one_off_uplift",
    "harmonisation_degree",
    "client_side_share",
    "governance",
    "discount_rate",
];

/// Whether an assumption is one of the main ones, and holds for all services.
pub(crate) fn is_main(used: &UsedAssumption) -> bool {
    let table = used.id.split('.').next().unwrap_or_default();
    used.service.is_none() && matches!(used.value, Value::Number(_)) && MAIN.contains(&table)
}

/// The code of what an assumption rests on.
pub(crate) fn evidence(used: &UsedAssumption) -> &'static str {
    match used.evidence {
        Evidence::Sourced => "sourced",
        Evidence::Derived => "derived",
        Evidence::Assumed => "assumed",
    }
}

/// A value with its unit, in words.
pub(crate) fn in_words(language: Language, unit: &str, value: &Value) -> String {
    match value {
        Value::Number(value) => quantity(language, unit, *value),
        Value::Scale(scale) => scale.clone().unwrap_or_else(|| number::NOT_APPLICABLE.to_owned()),
        Value::ByYear(table) => {
            let mut text = String::new();
            for (year, value) in table {
                text += &[&year.to_string(), ": ", &quantity(language, unit, *value), " "].concat();
            }
            text
        }
    }
}
