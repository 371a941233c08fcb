//! No file makes the program fall over, and what it accepts it calculates in numbers.

use deelsom_core::{Report, Study, calculate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::any_json::{any_json, damage, damages};
use crate::change::{each_move, each_option, items};
use crate::generate::studies;
use crate::harness::{Holds, REGISTER, law};

/// Checks a file; what is accepted is calculated and reported in finite numbers.
fn survives(file: &Value) -> Holds {
    match Study::from_value(file, &REGISTER) {
        Err(problems) => {
            prop_assert!(!problems.is_empty(), "a file is refused for a reason");
            for problem in &problems {
                let text = serde_json::to_value(problem).expect("a problem is plain data");
                prop_assert!(problem.path.is_empty() || problem.path.starts_with('/'), "{text}");
                finite(&text, "")?;
            }
            Ok(())
        }
        Ok(study) => {
            let outcome = calculate(&study, &REGISTER);
            let report = Report::of(&study, &REGISTER, &outcome);
            let text = serde_json::to_string(&report).expect("a report is plain data");
            finite(&serde_json::from_str(&text).expect("a report is JSON"), "")
        }
    }
}

/// Fields that say nothing where there is nothing to say.
const MAY_BE_NULL: [&str; 6] = ["service", "name", "payback_years", "payback_year", "source", "reason"];

/// JSON has no infinity: a number that is none is written as null.
fn finite(value: &Value, field: &str) -> Holds {
    match value {
        Value::Null => prop_assert!(MAY_BE_NULL.contains(&field), "{} is null", field),
        Value::Array(items) => items.iter().try_for_each(|item| finite(item, field))?,
        Value::Object(fields) => {
            let is_scale =
                fields.get("id").and_then(Value::as_str).is_some_and(|id| id.starts_with("director_scale."));
            let due = fields
                .iter()
                .filter(|(name, _)| !(is_scale && ["value", "default"].contains(&name.as_str())));
            due.into_iter().try_for_each(|(name, field)| finite(field, name))?;
        }
        _ => {}
    }
    Ok(())
}

#[test]
fn no_json_makes_the_check_panic() {
    law(1_000, &any_json(), |file| survives(&file));
}

#[test]
fn no_text_makes_the_check_panic() {
    law(256, &any::<String>(), |text| {
        prop_assert!(Study::read(&text, &REGISTER).is_err());
        Ok(())
    });
}

#[test]
fn a_study_with_something_wrong_in_it_is_refused_or_calculated_in_numbers() {
    law(600, &(studies(), damages()), |(sample, damages)| {
        let mut file = sample.0;
        for (index, what) in damages {
            damage(&mut file, index, what);
        }
        survives(&file)
    });
}

#[test]
fn every_study_is_calculated_in_numbers() {
    law(64, &studies(), |sample| {
        let accepted = Study::from_value(&sample.0, &REGISTER);
        prop_assert!(accepted.is_ok(), "{:?}", accepted.err());
        survives(&sample.0)
    });
}

/// Puts every number of a list of fields at its limit, with the sign that it has.
fn to_the_limit(value: &mut Value, limits: &[(&str, f64)]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| to_the_limit(item, limits)),
        Value::Object(fields) => {
            for (name, field) in fields {
                let limit = limits.iter().find(|(limited, _)| limited == name).map(|(_, limit)| *limit);
                match (limit, field.as_f64()) {
                    (Some(limit), Some(number)) => *field = json!(limit.copysign(number)),
                    _ => to_the_limit(field, limits),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn absurd_but_valid_sizes_are_calculated() {
    let large = [
        ("inhabitants", 1.0),
        ("fte", 1e6),
        ("in_post", 1e6),
        ("amount", 1e12),
        ("general_grant", 1e12),
        ("budget", 1e12),
        ("cost_per_fte", 1e8),
        ("max_disadvantage_per_inhabitant", 1e12),
        ("fte_per_1000", 1000.0),
    ];
    law(
        12,
        &(studies(), any::<bool>(), prop::sample::select(vec![-0.5, 0.0, 1.0])),
        |(sample, nominal, index)| {
            let mut file = sample.0;
            to_the_limit(&mut file, &large);
            file["period"]["years"] = json!(100);
            file["prices"] = json!({ "mode": if nominal { "nominal" } else { "constant" } });
            let indices = ["wage_index", "price_index", "discount_rate"];
            file["assumptions"] =
                indices.map(|id| json!({ "id": id, "value": index, "reason": "absurd" })).as_slice().into();
            each_move(&mut file, |moved| moved["ramp"] = json!([2.0, 0.0]));
            each_option(&mut file, |option| option["transition"] = json!({ "years": 100 }));
            let accepted = Study::from_value(&file, &REGISTER);
            prop_assert!(accepted.is_ok(), "{:?}", accepted.err());
            survives(&file)
        },
    );
}

#[test]
fn a_century_of_steep_growth_or_decline_is_calculated() {
    law(6, &(studies(), any::<bool>()), |(sample, grows)| {
        let mut file = sample.0;
        file["period"]["years"] = json!(100);
        items(&mut file, "partners")
            .for_each(|partner| partner["growth"] = json!(if grows { 0.5 } else { -0.5 }));
        survives(&file)
    });
}

/// Found by the laws above.
#[test]
fn a_lump_sum_in_an_option_without_costs_is_calculated_in_numbers() {
    let amount =
        json!({ "name": "Reserve", "from": "2026-01", "until": "2026-01", "amount": 1, "unspecified": true });
    let file = json!({
        "format": "deelsom/study", "version": 1, "title": "Nothing left", "period": { "first_year": 2026, "years": 2 },
        "partners": [{ "id": "a", "name": "A", "inhabitants": 1000 }],
        "services": [{ "id": "hr", "name": "HR" }],
        "options": [{
            "id": "alone", "name": "Alone",
            "moves": [{ "service": "hr", "month": "2026-01", "to": ["a"] }],
            "recurring": [amount],
        }],
    });
    survives(&file).unwrap_or_else(|failure| panic!("{failure}"));
}
