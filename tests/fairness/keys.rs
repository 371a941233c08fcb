//! A key that follows a method of fair division makes everyone pay what the method says.

use acceptance::golden;
use deelsom_core::fairness::OptionFairness;
use deelsom_core::{PartnerYear, Register, Study, calculate};
use serde_json::{Value, json};

/// The study with an option of which everything shared goes by one key, and nothing moves money besides.
fn by_key(mut file: Value, place: usize, key: &str) -> Value {
    let option = &mut file["options"][place];
    for name in ["one_offs", "recurring"] {
        for amount in option[name].as_array_mut().into_iter().flatten() {
            if amount["key"].get("bearer").is_none() {
                amount.as_object_mut().expect("an amount").remove("key");
            }
        }
    }
    option["keys"] = json!({ "default": { "key": key }, "lines": { "one_off": { "key": key } } });
    for name in ["transition", "guarantee", "vat"] {
        option.as_object_mut().expect("an option").remove(name);
    }
    file
}

/// What a partner pays, net present value in euros, as anyone would reckon it from the report.
fn present(years: &[PartnerYear], rate: f64) -> f64 {
    let mut factor = 1.0;
    years.iter().fold(0.0, |sum, year| {
        let present = year.total().euros() / factor;
        factor *= 1.0 + rate;
        sum + present
    })
}

#[test]
fn under_it_everyone_pays_what_the_method_says() {
    let register = Register::embedded();
    let mut held = 0;
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let plain = Study::read(case.study, &register).expect("a valid study");
        let own_rate = plain.deviations.iter().any(|one| one.id == "discount_rate");
        if file["prices"]["mode"] == "nominal" || own_rate {
            continue;
        }
        for (place, key) in
            (0..plain.options.len()).flat_map(|place| [(place, "shapley"), (place, "nucleolus")])
        {
            let changed = by_key(file.clone(), place, key).to_string();
            let Ok(study) = Study::read(&changed, &register) else { continue };
            let outcome = calculate(&study, &register);
            let Some(fairness) = OptionFairness::of(&study, &register, &outcome, place, &[]) else {
                continue;
            };
            let division = match key {
                "shapley" => &fairness.analysis.shapley,
                _ => &fairness.analysis.nucleolus.as_ref().expect("solved").division,
            };
            let course = outcome.option(place);
            let own = |years: &[PartnerYear]| {
                present(
                    &years
                        .iter()
                        .map(|year| PartnerYear { own: year.own, ..PartnerYear::default() })
                        .collect::<Vec<_>>(),
                    0.0225,
                )
            };
            let shares: Vec<f64> = division.shares.iter().map(|share| share.to_f64()).collect();
            let years = |player: usize| &course.partners[fairness.participants[player].0];
            // Who bears more by itself than the method says can be given nothing back by a key; and where nothing is
            // shared, nothing is divided.
            let bears_more = (0..shares.len()).any(|player| own(years(player)) > shares[player]);
            let units = &file["units"];
            if bears_more || units.as_array().is_some_and(|units| !units.is_empty()) {
                continue;
            }
            // A cent for every entry that is divided.
            let cents = course.ledger.len() as f64 / 100.0;
            for (player, share) in shares.iter().enumerate() {
                let pays = present(years(player), 0.0225);
                assert!((pays - share).abs() <= cents, "{} {place} {key}: {pays} and {share}", case.name);
            }
            held += 1;
        }
    }
    assert!(held > 10, "only {held} divisions were held");
}
