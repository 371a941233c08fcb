use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use deelsom_core::{Register, Study};
use serde_json::{Value, json};

use super::{
    add, add_year, by_year, copy, kinds, list, name, neighbour, own, remove, remove_year, shift, starter,
    text,
};

/// Reading the register takes a moment.
static REGISTER: LazyLock<Register> = LazyLock::new(Register::embedded);

/// Every worked and golden study, by name.
fn studies() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut studies = Vec::new();
    for folder in ["examples", "tests/studies"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder").flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            if let Some(name) = file.strip_suffix(".json").filter(|name| !name.ends_with(".expected")) {
                let text = fs::read_to_string(entry.path()).expect("a file");
                studies.push((name.to_owned(), serde_json::from_str(&text).expect("JSON")));
            }
        }
    }
    assert!(studies.len() > 20, "only {} studies", studies.len());
    studies
}

/// The codes of what is wrong with a study, each with its place.
fn problems(study: &Value) -> Vec<String> {
    let found = Study::from_value_unweighed(study, &REGISTER).err().unwrap_or_default();
    found.iter().map(|problem| [problem.code, " ", &problem.path].concat()).collect()
}

/// Lists with records that others refer to, those of options too.
fn lists(study: &Value) -> Vec<String> {
    let mut lists: Vec<String> =
        ["/partners", "/services", "/units", "/sources", "/posts", "/volumes", "/options"]
            .map(str::to_owned)
            .to_vec();
    let is_second = study["version"] == 2;
    if is_second {
        lists.extend(["/out_of_scope", "/criteria/list", "/phases", "/outturn"].map(str::to_owned));
        lists.extend((0..list(study, "/phases").len()).map(|place| format!("/phases/{place}/decisions")));
    }
    for place in 0..list(study, "/options").len() {
        for name in ["units", "moves", "one_offs", "recurring", "effort"] {
            if is_second || name != "effort" {
                lists.push(format!("/options/{place}/{name}"));
            }
        }
    }
    lists
}

fn places(study: &Value) -> Vec<String> {
    let mut places = Vec::new();
    for pointer in lists(study) {
        places.extend((0..list(study, &pointer).len()).map(|place| format!("{pointer}/{place}")));
    }
    places
}

#[test]
fn whatever_is_removed_nothing_refers_to_it_any_more() {
    let dangling = [
        "unknown_partner",
        "unknown_service",
        "unknown_unit",
        "target_not_in_option",
        "host_not_member",
        "role_unknown",
        "range_of_nothing",
        "shares_missing",
        "wrong_type",
        "unknown_field",
        "duplicate_id",
    ];
    for (file, study) in studies() {
        for at in places(&study) {
            let edited = remove(&study, &at).expect("a record");
            let found = problems(&edited.study);
            let left: Vec<&String> = found
                .iter()
                .filter(|problem| dangling.iter().any(|code| problem.starts_with(&[code, " "].concat())))
                .collect();
            assert!(left.is_empty(), "{file} without {at}: {left:?}");
        }
    }
}

#[test]
fn the_source_of_a_figure_goes_and_the_figure_stays() {
    for (file, study) in studies() {
        for place in 0..list(&study, "/sources").len() {
            let edited = remove(&study, &format!("/sources/{place}")).expect("a source");
            let id = json!(study["sources"][place]["id"]);
            assert!(!edited.study.to_string().contains(&format!("\"source\":{id}")), "{file}: {id}");
            assert_eq!(edited.gone, []);
            assert_eq!(list(&edited.study, "/posts").len(), list(&study, "/posts").len());
        }
    }
}

#[test]
fn what_goes_with_a_partner_is_counted() {
    let (_, study) =
        studies().into_iter().find(|(file, _)| file.starts_with("voorschoten")).expect("the case");
    let posts = list(&study, "/posts").iter().filter(|post| post["unit"] == "wassenaar").count();
    let costs = list(&study, "/running_costs").iter().filter(|cost| cost["unit"] == "wassenaar").count();
    let edited = remove(&study, "/partners/1").expect("a partner");
    let count = |name: &str| edited.gone.iter().find(|(known, _)| known == name).map(|(_, count)| *count);
    assert_eq!((count("posts"), count("running_costs")), (Some(posts), Some(costs)));
    assert_eq!(edited.at, "/partners/0");
    assert!(!edited.study.to_string().contains("\"wassenaar\""));
}

#[test]
fn a_copy_is_whole_and_of_its_own_and_can_be_removed_again() {
    for (file, study) in studies() {
        for at in places(&study) {
            let edited = copy(&study, &at, " (kopie)").expect("a record");
            let found = problems(&edited.study);
            let doubled = ["duplicate_id", "duplicate_post", "unknown", "range_of"];
            let wrong = found.iter().any(|problem| doubled.iter().any(|code| problem.starts_with(code)));
            assert!(!wrong, "{file}, {at} twice: {found:?}");
            // What someone else leaves behind by going is not the copy's to leave.
            if !at.starts_with("/posts") {
                let back = remove(&edited.study, &edited.at).expect("the copy");
                assert_eq!((back.study, back.gone), (study.clone(), Vec::new()), "{file}, {at}");
            }
        }
    }
}

#[test]
fn what_went_up_comes_down_again_and_ranges_follow() {
    for (file, mut study) in studies() {
        study["ranges"] = Value::Array(ranges(&study));
        let numbers = |study: &Value| -> Vec<Value> {
            let paths = list(study, "/ranges").iter().map(|range| text(range, "path").to_owned());
            paths.map(|path| study.pointer(&path).cloned().unwrap_or_default()).collect()
        };
        for at in places(&study) {
            let Some(up) = shift(&study, &at, true) else { continue };
            assert_eq!(numbers(&up.study), numbers(&study), "{file}, {at} up");
            let down = shift(&up.study, &up.at, false).expect("it can go back");
            assert!(down.study == study && down.at == at, "{file}, {at}");
        }
        for at in places(&study) {
            let without = remove(&study, &at).expect("a record");
            assert!(numbers(&without.study).iter().all(Value::is_number), "{file} without {at}");
        }
    }
}

/// A range for every post, every running cost and every volume.
fn ranges(study: &Value) -> Vec<Value> {
    let mut paths = Vec::new();
    for place in 0..list(study, "/posts").len() {
        paths.push(format!("/posts/{place}/fte"));
    }
    for (place, volume) in list(study, "/volumes").iter().enumerate() {
        let partners = volume["by_partner"].as_object().into_iter().flatten();
        paths.extend(partners.map(|(partner, _)| format!("/volumes/{place}/by_partner/{partner}")));
    }
    for (place, option) in list(study, "/options").iter().enumerate() {
        for nth in 0..list(option, "/one_offs").len() {
            paths.push(format!("/options/{place}/one_offs/{nth}/amount"));
        }
    }
    paths.iter().map(|path| json!({ "path": path, "low": 0, "high": 1e9 })).collect()
}

#[test]
fn what_is_added_changes_no_figure_and_asks_only_for_what_nobody_else_knows() {
    for (file, study) in studies() {
        let mut all = lists(&study);
        all.extend(["/departures", "/running_costs"].map(str::to_owned));
        for pointer in all {
            let services = study["services"].as_array().map_or(0, Vec::len);
            let full = list(&study, &pointer).len() >= services
                && (pointer.ends_with("/moves") || pointer.ends_with("/volumes"));
            let service = study.pointer("/services/0/id").and_then(Value::as_str).unwrap_or_default();
            let Some(edited) = add(&study, &pointer, "Nieuw", service) else { continue };
            let mut found = problems(&edited.study);
            found.retain(|problem| {
                !(problem.ends_with("/inhabitants")
                    || problem.starts_with("empty_list") && problem.ends_with("/to")
                    || problem.starts_with("one_off_without_move")
                    || problem.starts_with("no_participants")
                    || problem.starts_with("too_few_members")
                    || problem.starts_with("member_without_target")
                    || full && problem.starts_with("duplicate"))
            });
            assert_eq!(found, Vec::<String>::new(), "{file}, {pointer}");
            let back = remove(&edited.study, &edited.at).expect("what was added");
            if !list(&study, &pointer).is_empty() {
                assert_eq!(back.study, study, "{file}, {pointer}");
            }
        }
    }
}

#[test]
fn posts_move_among_those_of_their_service() {
    let post = |role: &str, service: &str| json!({ "unit": "a", "service": service, "role": role });
    let study = json!({ "posts": [post("1", "hr"), post("2", "ict"), post("3", "hr")] });
    assert_eq!(neighbour(&study, "/posts/2", true), Some(0));
    assert_eq!(neighbour(&study, "/posts/1", true), None);
    let edited = shift(&study, "/posts/2", true).expect("a post above it");
    assert_eq!(edited.at, "/posts/0");
    let roles: Vec<&str> = list(&edited.study, "/posts").iter().map(name).collect();
    assert_eq!(roles, ["3", "2", "1"]);
}

#[test]
fn every_key_can_be_begun_with() {
    for (file, study) in studies() {
        if list(&study, "/options").is_empty() {
            continue;
        }
        for kind in kinds(&study, true) {
            let mut changed = study.clone();
            let key = starter(&study, &kind, &study["options"][0]["keys"]["default"]);
            changed["options"][0]["keys"] = json!({ "default": key });
            let found = problems(&changed);
            // What a method of fair division asks of a study is not for the key to mend.
            let wrong: Vec<_> = found.iter().filter(|problem| !problem.starts_with("game_key")).collect();
            let usage = kind.starts_with("usage");
            assert!(wrong.is_empty() || usage, "{file}, {kind}: {wrong:?}");
        }
    }
}

#[test]
fn a_cost_can_be_said_for_every_year_and_for_all_at_once() {
    let study = json!({ "period": { "first_year": 2026, "years": 2 }, "running_costs": [{ "amount": 5 }] });
    let yearly = by_year(&study, "/running_costs/0", true).expect("a cost");
    assert_eq!(yearly.study["running_costs"][0], json!({ "amounts": { "2026": 5, "2027": 5 } }));
    assert_eq!(by_year(&yearly.study, "/running_costs/0", false).expect("a cost").study, study);
}

#[test]
fn places_that_are_not_there_change_nothing() {
    let study = json!({ "posts": [], "title": "nothing" });
    for at in ["", "/", "/posts", "/posts/0", "/posts/x", "/title/0", "/nowhere/3", "/options/7/moves/0"] {
        assert_eq!(remove(&study, at), None, "{at}");
        assert_eq!(copy(&study, at, ""), None, "{at}");
        assert_eq!(shift(&study, at, true), None, "{at}");
    }
    assert_eq!(add(&study, "/posts", "one", "hr"), None, "nobody to work for");
}

#[test]
fn what_was_illustrative_becomes_someones_own() {
    let study = json!({ "posts": [{ "fte": 2, "status": "illustrative", "source": "start" }, { "fte": 3 }] });
    let edited = own(&study, "/posts/0").expect("a post");
    assert_eq!(edited.study, json!({ "posts": [{ "fte": 2 }, { "fte": 3 }] }));
    assert_eq!(edited.at, "/posts/0");
    assert_eq!(own(&study, "/posts/2"), None);
}

#[test]
fn keys_by_year_get_years_in_order_and_keep_one() {
    let key = |code: &str| json!({ "key": code });
    let study = json!({ "options": [{ "keys": { "default": {
        "key": "schedule", "from": { "2028": key("inhabitants") } } } }] });
    let table = "/options/0/keys/default/from";
    let later = add_year(&study, table, "2031").expect("a later year");
    assert_eq!(later.at, format!("{table}/2031"));
    let mut all = add_year(&later.study, table, "2026").expect("an earlier year").study;
    all["options"][0]["keys"]["default"]["from"]["2031"] = key("equal");
    let between = add_year(&all, table, "2033").expect("what holds then goes on").study;
    let from = &between["options"][0]["keys"]["default"]["from"];
    let years: Vec<(&String, &Value)> = from.as_object().expect("years").iter().collect();
    let said: Vec<(&str, &str)> = years
        .into_iter()
        .map(|(year, key)| (year.as_str(), key["key"].as_str().unwrap_or_default()))
        .collect();
    let expected = [("2026", "inhabitants"), ("2028", "inhabitants"), ("2031", "equal"), ("2033", "equal")];
    assert_eq!(said, expected);
    let fewer = remove_year(&between, &format!("{table}/2028")).expect("one of several");
    assert_eq!(
        fewer.study["options"][0]["keys"]["default"]["from"].as_object().map(serde_json::Map::len),
        Some(3)
    );
    assert_eq!(remove_year(&study, &format!("{table}/2028")), None, "the last stays");
    assert_eq!(add_year(&study, "/options/0/keys/services", "2030"), None, "no such table");
}
