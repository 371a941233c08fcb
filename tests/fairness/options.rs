//! The game of an option: a group costs what the study says of it without the others.

use std::collections::BTreeSet;

use acceptance::golden;
use deelsom_core::fairness::{Coalition, OptionFairness};
use deelsom_core::{Money, Outcome, PartnerYear, Register, Study, calculate};
use serde_json::{Value, json};

/// What partners pay in a course, net present value in cents, as anyone would reckon it from the report.
fn present(study: &Study, years: &[PartnerYear]) -> i64 {
    let rate = study.deviations.iter().find(|one| one.id == "discount_rate").map_or(0.0225, |one| {
        let deelsom_core::study::Value::Number(rate) = one.value else { panic!("a rate") };
        rate
    });
    let mut factor = 1.0;
    let mut sum = 0.0;
    for year in years {
        sum += year.total().euros() / factor;
        factor *= 1.0 + rate;
    }
    Money::round(sum).cents()
}

struct Judged {
    study: Study,
    outcome: Outcome,
    fairness: OptionFairness,
    place: usize,
    option: Value,
    file: Value,
    name: String,
}

/// What a study says to calculate with: without what names options and partners besides.
fn priced(mut file: Value) -> Value {
    let fields = file.as_object_mut().expect("a study");
    for field in ["criteria", "phases", "outturn"] {
        fields.remove(field);
    }
    for option in file["options"].as_array_mut().into_iter().flatten() {
        option.as_object_mut().expect("an option").remove("effort");
    }
    file
}

/// Every option of every golden study and example that can be judged.
fn judged() -> Vec<Judged> {
    let register = Register::embedded();
    let mut found = Vec::new();
    for case in golden() {
        let file = priced(serde_json::from_str(case.study).expect("JSON"));
        let study = Study::read(&file.to_string(), &register).expect("a valid study");
        // The sums below know constant prices only.
        if file["prices"]["mode"] == "nominal" {
            continue;
        }
        let outcome = calculate(&study, &register);
        for place in 0..study.options.len() {
            if let Some(fairness) = OptionFairness::of(&study, &register, &outcome, place, &[]) {
                found.push(Judged {
                    name: format!("{} {}", case.name, study.options[place].id),
                    study: study.clone(),
                    outcome: outcome.clone(),
                    fairness,
                    place,
                    option: file["options"][place].clone(),
                    file: file.clone(),
                });
            }
        }
    }
    assert!(found.len() > 20, "only {} options were judged", found.len());
    found
}

#[test]
fn everybody_together_costs_what_the_option_costs_and_who_is_on_its_own_what_it_costs_today() {
    for one in judged() {
        let Judged { study, outcome, fairness, place, name, .. } = one;
        let everybody = Coalition::of_all(fairness.participants.len());
        let own = |course: usize, partner: usize| present(&study, &outcome.courses[course].partners[partner]);
        let whole: i64 = fairness.participants.iter().map(|one| own(place + 1, one.0)).sum();
        assert!((fairness.game.value(everybody) - whole).abs() <= 1, "{name}: {whole} together");
        let pays: i64 = fairness.keys[0].pays.iter().map(|pays| pays.cents()).sum();
        assert_eq!(pays, fairness.game.value(everybody), "{name}: its own keys divide it");
        if fairness.together_today {
            continue;
        }
        for (player, partner) in fairness.participants.iter().enumerate() {
            let alone = fairness.game.value(Coalition(1 << player));
            assert!((alone - own(0, partner.0)).abs() <= 1, "{name}: {alone} alone");
        }
    }
}

#[test]
fn a_group_costs_what_the_study_says_of_it_without_the_others() {
    let register = Register::embedded();
    let mut groups = 0;
    // A joint unit of today would need its members narrowed too.
    for one in judged().into_iter().filter(|one| one.file.get("units").is_none()) {
        let Judged { study, fairness, option, file, name, .. } = one;
        let everybody = Coalition::of_all(fairness.participants.len()).0;
        for group in (1..everybody).filter(|group| group.count_ones() > 1) {
            let members: Vec<&str> = Coalition(group)
                .members()
                .map(|player| study.partners[fairness.participants[player].0].id.as_str())
                .collect();
            let text = without_the_others(&file, &option, &members).to_string();
            let alone = Study::read(&text, &register)
                .unwrap_or_else(|problems| panic!("{name} {members:?}: {problems:#?}"));
            let outcome = calculate(&alone, &register);
            let cost: i64 = outcome.option(0).partners.iter().map(|years| present(&alone, years)).sum();
            let here = fairness.as_run.value(Coalition(group));
            // Inhabitants of each are rounded by themselves.
            assert!((here - cost).abs() <= 2, "{name}: {members:?} pay {here}, and {cost} by the study");
            groups += 1;
        }
    }
    assert!(groups > 40, "only {groups} groups were held against a study");
}

#[test]
fn who_leaves_by_itself_pays_what_it_pays_when_everybody_takes_its_own_back() {
    let register = Register::embedded();
    let mut seen = 0;
    for one in judged().into_iter().filter(|one| one.fairness.together_today) {
        // What is paid together is no part of what leaving costs one.
        let mut option = one.option;
        for field in ["one_offs", "recurring", "guarantee"] {
            option.as_object_mut().expect("an option").remove(field);
        }
        let mut file = one.file;
        let partners: Vec<Value> =
            file["partners"].as_array().expect("partners").iter().map(|one| one["id"].clone()).collect();
        let moves = option["moves"].as_array().expect("moves");
        let takes_back = moves
            .iter()
            .all(|moved| moved["to"].as_array().expect("a list").iter().all(|to| partners.contains(to)));
        if !takes_back || one.study.services.len() != moves.len() {
            continue;
        }
        file["options"] = json!([option]);
        let study = Study::read(&file.to_string(), &register).expect("still a valid study");
        let outcome = calculate(&study, &register);
        let fairness = OptionFairness::of(&study, &register, &outcome, 0, &[]).expect("two or more");
        for (player, partner) in fairness.participants.iter().enumerate() {
            let alone = fairness.as_run.value(Coalition(1 << player));
            let own = present(&study, &outcome.option(0).partners[partner.0]);
            assert!((alone - own).abs() <= 1, "{}: {alone} alone and {own} in the option", one.name);
            seen += 1;
        }
    }
    assert!(seen >= 4, "only {seen} partners were seen to leave");
}

/// The study with one option and these partners only, as a person would write it.
fn without_the_others(file: &Value, option: &Value, members: &[&str]) -> Value {
    let mut study = file.clone();
    let inhabitants = |id: &str| {
        let partners = file["partners"].as_array().expect("partners");
        partners.iter().find(|one| one["id"] == id).and_then(|one| one["inhabitants"].as_f64()).unwrap_or(0.0)
    };
    let stays = |value: &Value| value.as_str().is_some_and(|id| members.contains(&id));
    let all: BTreeSet<String> = file["partners"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["id"].as_str().map(str::to_owned))
        .collect();
    let gone = |id: &Value| id.as_str().is_some_and(|id| all.contains(id)) && !stays(id);
    let keep = |list: &mut Value, counts: &dyn Fn(&Value) -> bool| {
        if let Some(list) = list.as_array_mut() {
            list.retain(counts);
        }
    };
    keep(&mut study["partners"], &|one| stays(&one["id"]));
    for field in ["posts", "running_costs", "departures"] {
        keep(&mut study[field], &|one| !gone(&one["unit"]));
    }
    for volumes in study["volumes"].as_array_mut().into_iter().flatten() {
        narrow(&mut volumes["by_partner"], &all, members);
    }
    let mut option = option.clone();
    option.as_object_mut().expect("an option").remove("guarantee");
    for unit in option["units"].as_array_mut().into_iter().flatten() {
        keep(&mut unit["members"], &|one| stays(one));
        if unit.get("host").is_some_and(|host| !stays(host)) {
            let left = unit["members"].as_array().expect("members").clone();
            let larger = |one: Value, other: Value| {
                let count = |id: &Value| inhabitants(id.as_str().unwrap_or_default());
                if count(&other) > count(&one) { other } else { one }
            };
            unit["host"] = left.into_iter().reduce(larger).unwrap_or_default();
        }
    }
    let posts = file["posts"].as_array().cloned().unwrap_or_default();
    for moved in option["moves"].as_array_mut().into_iter().flatten() {
        let service = moved["service"].clone();
        let sum = |role: Option<&Value>, only: bool| -> f64 {
            let here = posts.iter().filter(|post| post["service"] == service);
            let here = here.filter(|post| role.is_none_or(|role| post["role"] == *role));
            here.filter(|post| !only || !gone(&post["unit"])).filter_map(|post| post["fte"].as_f64()).sum()
        };
        for post in moved["staffing"]["posts"].as_array_mut().into_iter().flatten() {
            let fte = post["fte"].as_f64().expect("fte");
            if post["fixed"] == true || fte <= 1.0 {
                continue;
            }
            let role = if sum(Some(&post["role"]), false) > 0.0 { Some(&post["role"]) } else { None };
            post["fte"] = json!(fte * sum(role, true) / sum(role, false));
        }
        if moved["staffing"].is_null() {
            moved.as_object_mut().expect("a move").remove("staffing");
        }
    }
    for field in ["one_offs", "recurring"] {
        keep(&mut option[field], &|one| !gone(&one["key"]["bearer"]));
    }
    narrow(&mut option, &all, members);
    study["options"] = json!([option]);
    for field in ["volumes", "posts", "running_costs", "departures"] {
        if study[field].is_null() {
            study.as_object_mut().expect("a study").remove(field);
        }
    }
    study
}

/// Takes partners that are gone out of every table by partner.
fn narrow(value: &mut Value, all: &BTreeSet<String>, members: &[&str]) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !all.contains(name) || members.contains(&name.as_str()));
            fields.values_mut().for_each(|value| narrow(value, all, members));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| narrow(item, all, members)),
        _ => {}
    }
}
