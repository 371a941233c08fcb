//! Any choice of municipalities makes a study that can be calculated, and filling it in makes it more complete.

mod chance;

use chance::Chance;
use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_start::{Completeness, EMBEDDED, Municipality, Part, completeness, empty, municipalities, study};
use serde_json::{Value, json};

fn all() -> Vec<Municipality> {
    municipalities(EMBEDDED).expect("our own file")
}

/// Two to eight different municipalities.
fn group<'a>(all: &'a [Municipality], chance: &mut Chance) -> Vec<&'a Municipality> {
    let wanted = 2 + chance.below(7);
    let mut group: Vec<&Municipality> = Vec::new();
    while group.len() < wanted {
        let one = &all[chance.below(all.len())];
        if !group.contains(&one) {
            group.push(one);
        }
    }
    group
}

#[track_caller]
fn checked(file: &Value, register: &Register, language: Language) -> Study {
    Study::from_value(file, register)
        .unwrap_or_else(|problems| panic!("{language:?} {}: {problems:?}", file["title"]))
}

#[test]
fn every_municipality_by_itself_makes_a_study() {
    let register = Register::embedded();
    for one in &all() {
        for language in Language::ALL {
            let file = study(&[one], &register, language);
            let study = checked(&file, &register, language);
            assert!(study.options.is_empty());
            let cost = calculate(&study, &register).courses[0].partners[0][0].total();
            assert!(cost.euros() > 0.0, "{}: {}", one.name, cost.euros());
        }
    }
}

#[test]
fn any_group_makes_a_study_with_an_outcome_for_everyone() {
    let (register, all, mut chance) = (Register::embedded(), all(), Chance(2025));
    for _ in 0..200 {
        let group = group(&all, &mut chance);
        let file = study(&group, &register, Language::Dutch);
        let study = checked(&file, &register, Language::Dutch);
        let outcome = calculate(&study, &register);
        assert_eq!(outcome.effects.len(), 1);
        assert_eq!(outcome.effects[0].partners.len(), group.len());
        let npv = outcome.effects[0].result.npv.euros();
        assert!(npv != 0.0, "{}: the option does nothing", file["title"]);
    }
}

#[test]
fn the_largest_and_the_smallest_can_be_put_together() {
    let (register, all) = (Register::embedded(), all());
    let mut by_size: Vec<&Municipality> = all.iter().collect();
    by_size.sort_by(|one, other| one.inhabitants.total_cmp(&other.inhabitants));
    let ends = [&by_size[..4], &by_size[all.len() - 4..]].concat();
    let file = study(&ends, &register, Language::English);
    let made = checked(&file, &register, Language::English);
    assert_eq!(file["options"][0]["units"][0]["host"], "amsterdam");
    assert_eq!((made.posts.len(), made.partners.len()), (64, 8));
}

#[test]
fn figures_carry_their_source_and_what_is_filled_in_is_illustrative() {
    let (register, all) = (Register::embedded(), all());
    let group: Vec<&Municipality> =
        all.iter().filter(|one| ["Aalsmeer", "De Bilt"].contains(&one.name.as_str())).collect();
    let file = study(&group, &register, Language::Dutch);
    let known: Vec<&str> =
        file["sources"].as_array().expect("sources").iter().filter_map(|one| one["id"].as_str()).collect();
    for (list, status) in [
        ("partners", "documented"),
        ("posts", "illustrative"),
        ("running_costs", "illustrative"),
        ("volumes", "illustrative"),
    ] {
        for row in file[list].as_array().expect("a list") {
            assert_eq!(row["status"], status, "{list}");
            assert!(known.contains(&row["source"].as_str().expect("a source")), "{list}: {row}");
        }
    }
    assert_eq!(file["options"][0]["status"], "hypothetical");
    assert_eq!(file["partners"][0]["budget"], 107_254_000);
    assert!(file["partners"][1]["budget"].is_null(), "De Bilt delivered no budget");
    let summary = file["summary"].as_str().expect("a summary");
    assert!(summary.contains("Aalsmeer") && !summary.contains("De Bilt"), "{summary}");
}

#[test]
fn ids_are_plain_and_no_two_are_the_same() {
    let (register, all) = (Register::embedded(), all());
    let mut ids: Vec<String> = all
        .iter()
        .map(|one| {
            study(&[one], &register, Language::Dutch)["partners"][0]["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    assert!(ids.iter().flat_map(|id| id.chars()).all(|letter| letter.is_ascii_lowercase() || letter == '-'));
    for id in ["s-gravenhage", "bergen-nh", "sudwest-fryslan", "nuenen-gerwen-en-nederwetten"] {
        assert!(ids.iter().any(|one| one == id), "{id}");
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 342);
}

#[test]
fn an_empty_study_is_a_study_and_nothing_in_it_counts() {
    let register = Register::embedded();
    for language in Language::ALL {
        let file = empty(&register, language);
        checked(&file, &register, language);
        let complete = completeness(&file);
        assert_eq!((complete.percent(), complete.illustrative), (0, 0));
        assert!(complete.rows.iter().all(|row| row.own == 0 && row.missing.len() == row.asked));
    }
}

fn row(complete: &Completeness, part: Part) -> (usize, usize, usize, usize) {
    let row = complete.rows.iter().find(|row| row.part == part).expect("a part");
    (row.asked, row.own, row.illustrative.len(), row.missing.len())
}

#[test]
fn a_new_study_has_its_public_figures_and_no_more() {
    let (register, all) = (Register::embedded(), all());
    let file = study(&[&all[0], &all[1], &all[2]], &register, Language::Dutch);
    let complete = completeness(&file);
    assert_eq!(row(&complete, Part::Budget), (3, 3, 0, 0));
    assert_eq!(row(&complete, Part::Posts), (24, 0, 24, 0));
    assert_eq!(row(&complete, Part::Keys), (1, 1, 0, 0));
    // Inhabitants, grant, budget, keys and sources of 14 by weight.
    assert_eq!(complete.percent(), 35);
    assert_eq!((complete.figures, complete.illustrative), (3 + 24 + 27 + 1 + 4, 24 + 27 + 1 + 4));
}

#[test]
fn posts_in_a_joint_organisation_of_today_are_there_for_its_members() {
    let file: Value =
        serde_json::from_str(include_str!("../../../../examples/duivenvoorde-2021.json")).expect("a study");
    let complete = completeness(&file);
    let (asked, _, _, missing) = row(&complete, Part::Posts);
    assert_eq!((asked, missing), (2 * file["services"].as_array().expect("services").len(), 0));
}

/// Something to fill in: a place, and what to put there.
fn moves(file: &Value) -> Vec<(String, Value)> {
    let mut moves = Vec::new();
    let ids = |list: &str| -> Vec<Value> {
        file[list].as_array().into_iter().flatten().map(|one| one["id"].clone()).collect()
    };
    for place in 0..ids("partners").len() {
        for (field, value) in [("inhabitants", 20_000), ("general_grant", 30_000_000), ("budget", 80_000_000)]
        {
            moves.push((format!("/partners/{place}/{field}"), json!(value)));
        }
    }
    for list in ["partners", "posts", "running_costs", "volumes"] {
        for place in 0..file[list].as_array().map_or(0, Vec::len) {
            moves.push((format!("/{list}/{place}/status"), json!("documented")));
            moves.push((format!("/{list}/{place}/source"), json!("own")));
            if list == "posts" {
                moves.push((format!("/{list}/{place}/in_post"), json!(1)));
            }
        }
    }
    for unit in ids("partners") {
        moves.push((
            "/running_costs/-".to_owned(),
            json!({ "unit": unit, "name": "x", "amount": 1, "source": "own" }),
        ));
        for service in ids("services") {
            let posts = file["posts"].as_array().into_iter().flatten();
            // A row more where there are some already is no gap filled.
            if !posts.into_iter().any(|post| post["unit"] == unit && post["service"] == service) {
                for status in ["documented", "illustrative"] {
                    let post =
                        json!({ "unit": unit, "service": service, "role": "x", "fte": 1, "status": status });
                    moves.push(("/posts/-".to_owned(), post));
                }
            }
        }
    }
    for place in 0..ids("options").len() {
        moves.push((format!("/options/{place}/keys/default"), json!({ "key": "equal" })));
    }
    moves
}

fn fill(file: &mut Value, pointer: &str, value: Value) {
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let mut at = file;
    for part in parent.split('/').skip(1) {
        at = match at {
            Value::Array(list) => &mut list[part.parse::<usize>().expect("a place")],
            other => &mut other[part],
        };
    }
    match (at, field) {
        (Value::Array(list), "-") => list.push(value),
        (at, "-") => *at = json!([value]),
        (at, field) => at[field] = value,
    }
}

#[test]
fn filling_in_never_lowers_it() {
    let (register, all, mut chance) = (Register::embedded(), all(), Chance(342));
    for round in 0..18 {
        let mut file = match round % 3 {
            0 => empty(&register, Language::Dutch),
            _ => study(&group(&all, &mut chance), &register, Language::Dutch),
        };
        file["sources"] = json!([{ "id": "own", "title": "Own" }]);
        // Something is taken away first, so that there is something to fill in.
        for list in ["posts", "running_costs", "volumes"] {
            if let Some(rows) = file[list].as_array_mut() {
                rows.retain(|_| chance.below(3) > 0);
            }
        }
        if file["options"].is_array() && chance.below(2) == 0 {
            file["options"][0].as_object_mut().expect("an option").remove("keys");
        }
        let mut before = completeness(&file).percent();
        for _ in 0..40 {
            let open = moves(&file);
            let (pointer, value) = open[chance.below(open.len())].clone();
            fill(&mut file, &pointer, value.clone());
            let after = completeness(&file).percent();
            assert!(after >= before, "{before} fell to {after} by {pointer} = {value}");
            before = after;
        }
    }
}

#[test]
fn whoever_fills_in_every_gap_reaches_all_of_it() {
    let (register, all) = (Register::embedded(), all());
    let mut file = study(&[&all[0], &all[1]], &register, Language::Dutch);
    for list in ["posts", "running_costs", "volumes"] {
        for row in file[list].as_array_mut().expect("a list") {
            row["status"] = json!("documented");
        }
    }
    assert!(completeness(&file).percent() < 100);
    for cost in file["options"][0]["one_offs"].as_array_mut().expect("a list") {
        cost["status"] = json!("documented");
    }
    let complete = completeness(&file);
    assert_eq!(complete.percent(), 100);
    assert!(complete.rows.iter().all(|row| row.missing.is_empty() && row.illustrative.is_empty()));
}

#[test]
fn anything_can_be_asked_about() {
    for file in
        [json!(null), json!([]), json!({ "partners": 1, "posts": [1, null], "options": [{ "moves": [1] }] })]
    {
        assert!(completeness(&file).percent() <= 100);
    }
}
