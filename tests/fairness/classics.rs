//! The classical games: `games/<name>.json`, and next to it what the literature says of it.

use std::fs;
use std::path::Path;

use deelsom_core::fairness::{Game, analyse};
use deelsom_core::report::GameReport;
use serde_json::Value;

use super::certify;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The report that the command line prints.
fn report(game: &Game) -> Value {
    serde_json::to_value(GameReport::of(game, &analyse(game))).expect("plain data")
}

#[test]
fn classical_games_are_divided_as_the_literature_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("games");
    let mut games = 0;
    for entry in fs::read_dir(&folder).expect("a folder of games") {
        let path = entry.expect("a readable folder").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name in UTF-8").to_owned();
        if name.ends_with(".expected") {
            continue;
        }
        games += 1;
        let game = Game::read(&read(&path)).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        certify(&game);
        let report = report(&game);
        let expected: Value =
            serde_json::from_str(&read(&path.with_extension("expected.json"))).expect("JSON");
        for (what, expected) in
            expected.as_object().expect("an object").iter().filter(|(what, _)| *what != "source")
        {
            let found = match what.as_str() {
                "core" => &Value::Bool(report["core_empty"] == false),
                "least_core" => &report["least_core"],
                "over" => &report["methods"]["nucleolus"]["over"],
                _ if expected.is_null() => &report["methods"][what],
                _ => &report["methods"][what]["shares"],
            };
            assert!(same(found, expected), "{name}, {what}: {found} for {expected}");
        }
    }
    assert!(games >= 12, "{games}");
}

/// Numbers as numbers: 7 is 7.0.
fn same(found: &Value, expected: &Value) -> bool {
    match (found.as_array(), expected.as_array()) {
        (Some(found), Some(expected)) => {
            found.len() == expected.len()
                && found.iter().zip(expected).all(|(found, expected)| same(found, expected))
        }
        _ => found.as_f64() == expected.as_f64() && (found.is_number() || found == expected),
    }
}

/// A hub that everyone saves ten euros with, and fifty euros for each by itself.
fn star(players: usize, cheaper: i64) -> Game {
    let cost = |coalition: usize| {
        let heads = i64::from(coalition.count_ones());
        let spokes = if coalition & 1 == 1 { heads - 1 } else { 0 };
        let all = i64::from(coalition + 1 == 1 << players);
        5_000 * heads - 1_000 * spokes - cheaper * all
    };
    let names = (0..players).map(|player| player.to_string()).collect();
    Game::of_costs(names, (0..1 << players).map(cost).collect()).expect("a game")
}

#[test]
fn a_cheaper_plan_raises_the_hub_under_the_nucleolus_and_never_under_shapley() {
    for (players, hub) in [(4, 0.5), (5, 1.0), (6, 1.5)] {
        let (before, after) = (certify(&star(players, 0)), certify(&star(players, 100)));
        let change = |before: &[deelsom_core::fairness::Exact], after: &[deelsom_core::fairness::Exact]| {
            after[0].to_f64() - before[0].to_f64()
        };
        let nucleolus = |analysis: &deelsom_core::fairness::Analysis| {
            analysis.nucleolus.clone().expect("exact").division.shares
        };
        let per_capita = |analysis: &deelsom_core::fairness::Analysis| {
            analysis.per_capita_nucleolus.clone().expect("exact").division.shares
        };
        let even = -1.0 / f64::from(u8::try_from(players).expect("few"));
        assert!((change(&nucleolus(&before), &nucleolus(&after)) - hub).abs() < 1e-9, "{players}");
        assert!((change(&before.shapley.shares, &after.shapley.shares) - even).abs() < 1e-9, "{players}");
        assert!((change(&per_capita(&before), &per_capita(&after)) - even).abs() < 1e-9, "{players}");
    }
    let (before, after) = (certify(&star(5, 0)), certify(&star(5, 100)));
    let change = after.scrb.shares[0].to_f64() - before.scrb.shares[0].to_f64();
    assert!((change - 0.22).abs() < 0.005, "{change}");
}

#[test]
fn the_report_has_the_fields_that_the_command_line_prints() {
    let text = r#"{ "format": "deelsom/game", "version": 1, "players": ["a", "b"], "kind": "cost",
        "values": { "a": 11, "b": 7, "b, a": 20 } }"#;
    let game = Game::read(text).expect("a game");
    let report = report(&game);
    let division = serde_json::json!({ "shares": [12.0, 8.0], "in_core": false, "blocking": [
        { "coalition": ["a"], "gain": 1.0 }, { "coalition": ["b"], "gain": 1.0 }],
        "blocking_count": 2 });
    let mut nucleolus = division.clone();
    nucleolus["over"] = "preimputations".into();
    let methods = report["methods"].as_object().expect("methods");
    assert_eq!(methods["shapley"], division);
    assert_eq!(methods["nucleolus"], nucleolus);
    assert_eq!(methods.keys().count(), 7);
    assert_eq!(report["subadditive"], false);
    assert_eq!(
        report["violations"],
        serde_json::json!([{ "coalition": ["a", "b"], "split": [["a"], ["b"]], "gain": 2.0 }])
    );
    assert_eq!((&report["core_empty"], &report["least_core"]), (&true.into(), &1.0.into()));
}
