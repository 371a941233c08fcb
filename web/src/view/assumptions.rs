//! The assumptions that a study rests on: the few that matter most, and the rest.

use deelsom_core::report::UsedAssumption;
use deelsom_core::study::Value;
pub(crate) use deelsom_views::assumptions::{evidence, in_words};

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
