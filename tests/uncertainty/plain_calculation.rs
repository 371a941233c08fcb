//! A draw is what `calculate` makes of the drawn study, to the cent.

use acceptance::golden;
use deelsom_core::uncertainty::{Effect, Model, Parameter, Plan, Points, Shape};
use deelsom_core::{Register, Study, calculate};
use serde_json::{Value, json};

/// The study with these numbers written into its file.
fn drawn(file: &Value, parameters: &[Parameter], numbers: &[f64]) -> Value {
    let mut file = file.clone();
    file["ranges"] = json!([]);
    for (parameter, number) in parameters.iter().zip(numbers) {
        if parameter.id.starts_with('/') {
            *file.pointer_mut(&parameter.id).expect("a number of the study") = json!(number);
            continue;
        }
        let (id, service) = parameter
            .id
            .split_once('@')
            .map_or((parameter.id.as_str(), None), |(id, service)| (id, Some(service)));
        let list = file.as_object_mut().expect("a study").entry("assumptions").or_insert_with(|| json!([]));
        let list = list.as_array_mut().expect("a list");
        let said = list.iter_mut().find(|one| one["id"] == id && one["service"].as_str() == service);
        match said {
            Some(said) => said["value"] = json!(number),
            None => list.push(json!({ "id": id, "service": service, "value": number, "reason": "drawn" })),
        }
    }
    file
}

#[track_caller]
fn same(file: &Value, place: usize, effect: &[i64], name: &str) {
    let register = Register::embedded();
    let study = Study::from_value(file, &register).expect("a drawn study is valid");
    let outcome = calculate(&study, &register);
    let result = &outcome.effects[place];
    let plain = Effect {
        npv: result.result.npv,
        partners: result.partners.iter().map(|partner| partner.result.npv).collect(),
        cumulative: result.result.years.iter().map(|year| year.cumulative).collect(),
    };
    let cents: Vec<i64> = [plain.npv]
        .iter()
        .chain(&plain.partners)
        .chain(&plain.cumulative)
        .map(|amount| amount.cents())
        .collect();
    assert_eq!(effect, cents, "{name}");
}

#[test]
fn every_draw_of_every_study_is_what_calculate_makes_of_it() {
    let register = Register::embedded();
    let plans = [Plan::of_seed(3), Plan { shape: Shape::Pert, points: Points::Sobol, ..Plan::of_seed(4) }];
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let options = file["options"].as_array().map_or(0, Vec::len);
        for place in 0..options {
            let model = Model::of(&file, &register, place).expect("a valid study");
            let name = format!("{} {place}", case.name);
            for (plan, draw) in [(plans[0], 0), (plans[0], 19), (plans[1], 2)] {
                let draws = model.draws(plan);
                let (numbers, block) = (draws.numbers(draw), draws.block(draw..draw + 1));
                same(&drawn(&file, model.parameters(), &numbers), place, block.cents(), &name);
            }
            let central = model.central(false);
            let outcome = calculate(&Study::from_value(&file, &register).expect("valid"), &register);
            assert_eq!(central.npv, outcome.effects[place].result.npv, "{name}");
        }
    }
}

/// Every number of a file, by its pointer.
fn numbers(at: &str, value: &Value, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Number(number) => found.push((at.to_owned(), number.as_f64().expect("a number"))),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| numbers(&format!("{at}/{place}"), item, found));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            numbers(&format!("{at}/{name}"), field, found);
        }),
        _ => {}
    }
}

#[test]
fn any_number_of_a_study_can_be_drawn() {
    let register = Register::embedded();
    let plan = Plan::of_seed(5);
    let mut drawn_at: Vec<String> = Vec::new();
    for case in golden() {
        let file: Value = serde_json::from_str(case.study).expect("JSON");
        let mut all = Vec::new();
        numbers("", &file, &mut all);
        // By kind of place: one of each, wherever it stands in its list.
        let kind = |path: &str| -> String {
            path.split('/').filter(|field| field.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
        };
        let mut kinds: Vec<String> = Vec::new();
        all.retain(|(path, _)| {
            let new = !kinds.contains(&kind(path));
            kinds.push(kind(path));
            new && !path.starts_with("/options/1")
        });
        let ranges: Vec<Value> = all
            .iter()
            .filter_map(|(path, number)| {
                let (low, high) = (number - number.abs() * 0.1, *number);
                let range = json!({ "path": path, "low": low, "high": high });
                let mut alone = file.clone();
                alone["ranges"] = json!([range]);
                // What may not be drawn (a year, a number of months) is refused with the place of its range.
                match Model::of(&alone, &register, 0) {
                    Ok(_) => Some(range),
                    Err(problems) => {
                        assert!(
                            problems
                                .iter()
                                .all(|one| one.path.starts_with("/ranges/0") || one.code == "empty_list"),
                            "{problems:?}"
                        );
                        None
                    }
                }
            })
            .collect();
        if file["options"].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        drawn_at.extend(ranges.iter().filter_map(|range| range["path"].as_str()).map(kind));
        let mut file = file;
        file["ranges"] = ranges.into();
        let model = Model::of(&file, &register, 0).expect("each is valid alone, and so together");
        for draw in [0, 1] {
            let draws = model.draws(plan);
            let (numbers, block) = (draws.numbers(draw), draws.block(draw..draw + 1));
            same(&drawn(&file, model.parameters(), &numbers), 0, block.cents(), case.name);
        }
    }
    for kind in [
        "/posts/fte",
        "/posts/in_post",
        "/posts/cost_per_fte",
        "/running_costs/amount",
        "/partners/inhabitants",
        "/options/one_offs/amount",
        "/options/recurring/amount",
        "/options/moves/running_cost_saving",
        "/options/moves/staffing/percent",
        "/options/moves/staffing/posts/fte",
        "/assumptions/value",
    ] {
        assert!(drawn_at.iter().any(|one| one == kind), "{kind} is drawn in some study: {drawn_at:?}");
    }
}

#[test]
fn half_of_the_savings_is_half_of_the_realisation_factors() {
    let register = Register::embedded();
    for case in golden() {
        let mut file: Value = serde_json::from_str(case.study).expect("JSON");
        if file["options"].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        let half = Model::of(&file, &register, 0).expect("valid").central(true);
        let said = |file: &Value, id: &str, default: f64| {
            let list = file["assumptions"].as_array().cloned().unwrap_or_default();
            list.iter()
                .find(|one| one["id"] == id)
                .map_or(default, |one| one["value"].as_f64().expect("a number"))
        };
        for (id, default) in [("realisation_net", 0.5), ("realisation_gross", 0.8)] {
            let value = said(&file, id, default) / 2.0;
            let list =
                file.as_object_mut().expect("a study").entry("assumptions").or_insert_with(|| json!([]));
            let list = list.as_array_mut().expect("a list");
            list.retain(|one| one["id"] != id);
            list.push(json!({ "id": id, "value": value, "reason": "half" }));
        }
        let outcome = calculate(&Study::from_value(&file, &register).expect("valid"), &register);
        assert_eq!(half.npv, outcome.effects[0].result.npv, "{}", case.name);
    }
}
