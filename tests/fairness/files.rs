//! Game files with mistakes in them: all are named, each with its place, code and facts.

use deelsom_core::fairness::{Coalition, Game};
use serde_json::{Value, json};

/// What is said of a file, in order of place: the reader of JSON may give fields in another.
fn problems(text: &str) -> Value {
    let mut problems = Game::read(text).expect_err("a file with a mistake is refused");
    problems.sort_by(|one, other| one.path.cmp(&other.path));
    serde_json::to_value(problems).expect("plain data")
}

fn codes(text: &str) -> Vec<String> {
    let problems = problems(text);
    let list = problems.as_array().expect("a list").iter();
    list.map(|problem| problem["code"].as_str().expect("a code").to_owned()).collect()
}

fn file(players: &str, values: &str) -> String {
    format!(
        r#"{{ "format": "deelsom/game", "version": 1, "kind": "cost",
              "players": {players}, "values": {values} }}"#
    )
}

#[test]
fn every_mistake_in_the_values_is_named_at_once() {
    let values = r#"{ "a": 1, "b": "two", "a,b": 3, "b,a": 3, "a,z": 4, "c,c": 5, "a,c": 1e13, "a": 1 }"#;
    assert_eq!(
        problems(&file(r#"["a", "b", "c"]"#, values)),
        json!([
            { "code": "missing_coalitions", "path": "/values",
              "facts": { "coalitions": ["c", "b,c", "a,b,c"], "count": 3.0 } },
            { "code": "duplicate_coalition", "path": "/values/a", "facts": { "coalition": "a" } },
            { "code": "out_of_range", "path": "/values/a,c",
              "facts": { "value": 1e13, "min": -1e12, "max": 1e12 } },
            { "code": "unknown_player", "path": "/values/a,z", "facts": { "player": "z" } },
            { "code": "wrong_type", "path": "/values/b", "facts": { "expected": "number", "found": "text" } },
            { "code": "duplicate_coalition", "path": "/values/b,a", "facts": { "coalition": "a,b" } },
            { "code": "duplicate_player", "path": "/values/c,c", "facts": { "player": "c" } },
        ])
    );
}

#[test]
fn every_mistake_in_the_players_is_named_at_once() {
    assert_eq!(
        problems(&file(r#"["a", " a ", "", "b,c"]"#, r#"{ "a": 1 }"#)),
        json!([
            { "code": "duplicate_player", "path": "/players/1", "facts": { "player": "a" } },
            { "code": "invalid_player_name", "path": "/players/2", "facts": { "value": "" } },
            { "code": "invalid_player_name", "path": "/players/3", "facts": { "value": "b,c" } },
        ])
    );
    assert_eq!(
        problems(&file("[]", "{}")),
        json!([{ "code": "empty_list", "path": "/players", "facts": {} }])
    );
    let many: Vec<String> = (0..21).map(|player| player.to_string()).collect();
    assert_eq!(
        problems(&file(&json!(many).to_string(), "{}")),
        json!([{ "code": "too_large", "path": "/players", "facts": { "what": "members", "limit": 20.0 } }])
    );
}

#[test]
fn every_mistake_in_the_form_is_named() {
    assert_eq!(codes("{"), ["not_json"]);
    assert_eq!(codes("[]"), ["wrong_type"]);
    assert_eq!(codes("{}"), ["missing_field", "missing_field", "empty_list", "missing_field"]);
    let text = r#"{ "format": "deelsom/study", "version": 2,
        "players": ["a"], "kind": "gain", "values": 1, "x": 0 }"#;
    let found = codes(text);
    let expected = ["wrong_format", "unknown_value", "wrong_type", "unsupported_version", "unknown_field"];
    assert_eq!(found, expected);
}

#[test]
fn missing_coalitions_are_counted_when_there_are_too_many_to_name() {
    let players: Vec<String> = (0..20).map(|player| player.to_string()).collect();
    let found = problems(&file(&json!(players).to_string(), "{}"));
    assert_eq!(found[0]["facts"]["count"], 1_048_575.0);
    assert_eq!(found[0]["facts"]["coalitions"].as_array().map(Vec::len), Some(20));
}

#[test]
fn names_may_stand_in_any_order_with_spaces_and_amounts_have_cents() {
    let game = Game::read(&file(r#"["a", "b c"]"#, r#"{ "b c , a": -0.125, "a": 1.5, "b c": 0.01 }"#));
    let game = game.expect("a game");
    assert_eq!([1, 2, 3].map(|mask| game.value(Coalition(mask))), [150, 1, -13]);
    assert_eq!(game.title(), None);
}
