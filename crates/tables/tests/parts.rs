//! A municipality's own part: taken out, supplied, merged; who supplied what, and what changed.

use deelsom_core::{Register, Report, Study, calculate};
use deelsom_language::Language::{Dutch, English};
use deelsom_tables::part::{Change, Merged, check, merge, take};
use deelsom_tables::sentence;
use serde_json::{Value, json};

const DAY: &str = "2026-11-22";

fn example() -> Value {
    let text = include_str!("../../../examples/voorschoten-wassenaar-2010.json");
    serde_json::from_str(text).expect("a study")
}

fn ids(study: &Value) -> Vec<String> {
    let partners = study["partners"].as_array().expect("partners");
    partners.iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
}

fn merged(study: &Value, parts: &[Value]) -> Merged {
    merge(study, parts, &Register::embedded(), Dutch).expect("parts in order")
}

fn report(study: &Value) -> Value {
    let register = Register::embedded();
    let study = Study::from_value(study, &register).expect("a valid study");
    serde_json::to_value(Report::of(&study, &register, &calculate(&study, &register))).expect("a report")
}

fn wrong(study: &Value, part: &Value) -> Vec<(&'static str, String)> {
    check(part, study, &Register::embedded())
        .into_iter()
        .map(|problem| (problem.code, problem.path))
        .collect()
}

#[test]
fn what_is_taken_out_and_put_back_changes_nothing() {
    for text in [
        include_str!("../../../examples/duivenvoorde-2021.json"),
        include_str!("../../../examples/voorschoten-wassenaar-2010.json"),
        include_str!("../../../examples/leidse-regio-2022.json"),
        include_str!("../../../examples/four-municipalities-2006.json"),
    ] {
        let study: Value = serde_json::from_str(text).expect("a study");
        let parts: Vec<Value> =
            ids(&study).iter().map(|id| take(&study, id, "A. Controller", DAY).expect("a part")).collect();
        for part in &parts {
            assert_eq!(wrong(&study, part), []);
        }
        let merged = merged(&study, &parts);
        assert!(merged.supplied.iter().all(|one| one.changes.is_empty() && one.services.is_empty()));
        assert_eq!(merged.lost_ranges, 0);
        // Rows of a partner may have moved together: the figures are the same to the cent.
        assert_eq!(report(&merged.study)["effects"], report(&study)["effects"]);
        assert_eq!(merged.study["sources"], study["sources"]);
    }
}

#[test]
fn a_part_takes_the_place_of_what_was_there_and_says_who_supplied_it() {
    let study = example();
    let id = &ids(&study)[0];
    let mut part = take(&study, id, "A. Controller", DAY).expect("a part");
    let posts = part["posts"].as_array_mut().expect("posts");
    assert!(posts.len() > 1);
    posts[0]["fte"] = json!(7.25);
    let gone = posts.remove(1);
    posts.push(json!({ "unit": id, "service": "archive", "role": "Archivist", "scale": "8", "fte": 1 }));
    part["services"].as_array_mut().expect("services").push(json!({ "id": "archive", "name": "Archief" }));
    part["partner"]["inhabitants"] = json!(30_000);

    let merged = merged(&study, std::slice::from_ref(&part));
    let supplied = &merged.supplied[0];
    assert_eq!((supplied.by.as_str(), supplied.date.as_str()), ("A. Controller", DAY));
    assert_eq!(supplied.services, ["Archief"]);
    let told: Vec<(bool, bool, usize)> = supplied
        .changes
        .iter()
        .map(|change: &Change| (change.before.is_some(), change.after.is_some(), change.figures().len()))
        .collect();
    let of = |is: (bool, bool)| told.iter().filter(|one| (one.0, one.1) == is).count();
    assert_eq!(
        (of((false, true)), of((true, false)), of((true, true))),
        (1, 1, 2),
        "{:#?}",
        supplied.changes
    );
    let fte =
        supplied.changes.iter().find(|change| change.subject.code() == "posts" && change.before.is_some());
    let fte = fte.expect("a changed post").figures();
    assert_eq!((fte[0].field.code, &fte[0].values.1), ("fte", &json!(7.25)));

    let posts = merged.study["posts"].as_array().expect("posts");
    let changed = posts.iter().find(|post| post["fte"] == 7.25).expect("the changed post");
    let source = changed["source"].as_str().expect("a source");
    let sources = merged.study["sources"].as_array().expect("sources");
    let source = sources.iter().find(|one| one["id"] == source).expect("the supplier");
    let title = source["title"].as_str().expect("a title");
    assert!(title.contains("aangeleverd door A. Controller, 22 november 2026"), "{title}");
    assert!(!posts.iter().any(|post| post["unit"] == id.as_str()
        && post["role"] == gone["role"]
        && post["service"] == gone["service"]));
    let others = |study: &Value| -> Vec<Value> {
        let posts = study["posts"].as_array().expect("posts").iter();
        posts.filter(|post| post["unit"] != id.as_str()).cloned().collect()
    };
    assert_eq!(others(&merged.study), others(&study), "nothing changes for the others");
}

#[test]
fn a_partner_that_the_study_does_not_have_is_added() {
    let study = example();
    let part = json!({
        "format": "deelsom/part", "version": 1, "supplied_by": "B", "date": DAY,
        "partner": { "id": "new", "name": "Nieuwstad", "inhabitants": 12_000 },
        "services": [{ "id": "people", "name": study["services"][0]["name"] }],
        "posts": [{ "unit": "new", "service": "people", "role": "Adviser", "scale": "9", "fte": 2 }],
        "volumes": [{ "service": "people", "name": "pay slips", "volume": 120 }],
    });
    let merged = merged(&study, &[part]);
    let posts = merged.study["posts"].as_array().expect("posts");
    let post = posts.iter().find(|post| post["unit"] == "new").expect("the post");
    assert_eq!(post["service"], study["services"][0]["id"], "a service is known by its name too");
    let partners = merged.study["partners"].as_array().expect("partners");
    assert_eq!(partners.last().expect("partners")["name"], "Nieuwstad");
}

#[test]
fn everything_that_is_wrong_with_a_part_is_told_at_once() {
    let study = example();
    assert_eq!(wrong(&study, &json!([])), [("wrong_type", String::new())]);
    let part = json!({
        "format": "deelsom/study", "version": 2, "date": "22-11-2026", "supplied_by": " ", "colour": "red",
        "partner": { "id": "a", "name": "A", "inhabitants": 0 },
        "services": [{ "id": "hr", "name": "HR" }],
        "posts": [{ "unit": "b", "service": "ict", "role": "Head", "fte": -1 }],
        "departures": [{ "unit": "a", "service": "hr", "role": "Nobody", "month": "1999-01", "fte": 1 }],
        "volumes": [{ "service": "hr", "name": "n", "volume": "many" }, { "service": "hr", "name": "n" }],
    });
    let found = wrong(&study, &part);
    for (code, path) in [
        ("unknown_field", "/colour"),
        ("wrong_format", "/format"),
        ("unsupported_version", "/version"),
        ("date_invalid", "/date"),
        ("supplier_missing", "/supplied_by"),
        ("missing_field", "/volumes/1/volume"),
        ("wrong_type", "/volumes/0/volume"),
    ] {
        assert!(found.contains(&(code, path.to_owned())), "{code} {path}: {found:#?}");
    }
    // What can be read is checked when it can be read.
    let mut part = part;
    part["volumes"] = json!([]);
    let found = wrong(&study, &part);
    for (code, path) in [
        ("out_of_range", "/partner/inhabitants"),
        ("unknown_unit", "/posts/0/unit"),
        ("unknown_service", "/posts/0/service"),
        ("out_of_range", "/posts/0/fte"),
        ("month_outside_period", "/departures/0/month"),
    ] {
        assert!(found.contains(&(code, path.to_owned())), "{code} {path}: {found:#?}");
    }
    for problem in check(&part, &study, &Register::embedded()) {
        for language in [Dutch, English] {
            let said = sentence(language, &problem);
            assert!(said.ends_with('.') && !said.contains(problem.code), "{said}");
        }
    }
}

#[test]
fn what_does_not_hold_together_is_refused_as_a_whole() {
    let study = example();
    let id = &ids(&study)[0];
    let part = take(&study, id, "A", DAY).expect("a part");
    let register = Register::embedded();
    let twice = merge(&study, &[part.clone(), part.clone()], &register, Dutch).expect_err("twice the same");
    assert_eq!((twice[0].0, twice[0].1.code), (Some(1), "part_twice"));
    let mut broken = study.clone();
    broken["posts"][0]["fte"] = json!(-1);
    let found = merge(&broken, &[part], &register, Dutch).expect_err("a study with a problem");
    assert_eq!((found[0].0, found[0].1.code), (None, "out_of_range"));
    assert_eq!(take(&study, "nobody", "A", DAY), None);
}

#[test]
fn ranges_go_along_with_their_rows() {
    let mut study = example();
    let posts = study["posts"].as_array().expect("posts").clone();
    let last = posts.len() - 1;
    let fte = posts[last]["fte"].as_f64().expect("a number");
    study["ranges"] = json!([{ "path": format!("/posts/{last}/fte"), "low": fte - 0.5, "high": fte + 0.5 }]);
    let owner = posts[last]["unit"].as_str().expect("a unit");
    let other = ids(&study).into_iter().find(|id| id != owner).expect("another partner");
    let mut part = take(&study, &other, "A", DAY).expect("a part");
    let own = part["posts"].as_array_mut().expect("posts");
    assert!(!own.is_empty());
    own.pop();
    // Without those who leave a post that is gone.
    part["departures"] = json!([]);
    let merged = merged(&study, &[part]);
    let path = merged.study["ranges"][0]["path"].as_str().expect("a path").to_owned();
    assert_eq!(merged.study.pointer(&path), Some(&posts[last]["fte"]));
    assert_eq!(merged.lost_ranges, 0);
}
