//! How sure an outcome is: closed forms, draws held against plain calculation, and what must not depend on how it is
//! asked.
#![cfg(not(target_arch = "wasm32"))]

#[path = "uncertainty/closed_forms.rs"]
mod closed_forms;
#[path = "uncertainty/laws.rs"]
mod laws;
#[path = "uncertainty/one_at_a_time.rs"]
mod one_at_a_time;
#[path = "uncertainty/plain_calculation.rs"]
mod plain_calculation;
#[path = "uncertainty/ranges.rs"]
mod ranges;

use deelsom_core::Register;
use deelsom_core::uncertainty::{Model, Plan, Simulation};
use serde_json::{Value, json};

/// Two towns that share their ICT for a year: a tenth less of 100,000 and 60,000 euros, for one-off costs. In one year
/// there is no discounting, and nobody moves: the net present value is 16,000 euros minus the one-off costs.
fn two_towns(one_offs: &[f64]) -> Value {
    let one_offs: Vec<Value> = one_offs
        .iter()
        .map(|amount| json!({ "name": "Programme", "month": "2026-01", "amount": amount }))
        .collect();
    json!({
        "format": "deelsom/study", "version": 1, "title": "Two towns",
        "period": { "first_year": 2026, "years": 1 },
        "partners": [
            { "id": "a", "name": "Ambt", "inhabitants": 25000 },
            { "id": "b", "name": "Berg", "inhabitants": 15000 }
        ],
        "services": [{ "id": "ict", "name": "ICT" }],
        "running_costs": [
            { "unit": "a", "service": "ict", "name": "Licences", "amount": 100_000 },
            { "unit": "b", "service": "ict", "name": "Licences", "amount": 60000 }
        ],
        "assumptions": [{ "id": "realisation_net", "value": 1, "reason": "The offers are in." }],
        "options": [{
            "id": "joint", "name": "Joint ICT",
            "units": [{ "id": "j", "name": "ICT", "form": "network", "members": ["a", "b"], "basis": "net" }],
            "moves": [{ "service": "ict", "month": "2026-01", "to": ["j"], "running_cost_saving": 0.1 }],
            "one_offs": one_offs
        }]
    })
}

/// The study with ranges of its own.
fn with_ranges(mut study: Value, ranges: &[(&str, f64, f64)]) -> Value {
    study["ranges"] =
        ranges.iter().map(|(path, low, high)| json!({ "path": path, "low": low, "high": high })).collect();
    study
}

/// The first option, drawn so often.
fn simulated(study: &Value, plan: Plan, draws: u32) -> Simulation {
    let register = Register::embedded();
    let model = Model::of(study, &register, 0).expect("a valid study");
    let made = model.draws(plan);
    made.simulation(vec![made.block(0..draws)])
}
