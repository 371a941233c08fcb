use serde_json::json;

use super::*;

const EXAMPLE: &str = include_str!("../../../examples/voorschoten-wassenaar-2010.json");

fn state() -> State {
    State::new(EXAMPLE)
}

#[test]
fn without_an_example_a_blank_study_stands_in_and_what_is_wrong_is_said() {
    for text in ["", "{", "[]", r#"{"format":"deelsom/study","version":1}"#] {
        let state = State::new(text);
        assert!(!state.refused.is_empty(), "{text}");
        assert!(!state.is_outdated());
        assert_eq!(state.result.outcome.effects, []);
    }
}

fn type_in(state: &mut State, pointer: &str, reads: Reads, text: &str) {
    state.apply(Action::Type { pointer: pointer.to_owned(), reads, text: text.to_owned() });
}

fn leave_with(state: &mut State, pointer: &str, reads: Reads, text: &str) {
    type_in(state, pointer, reads, text);
    state.apply(Action::Leave);
}

fn npv(state: &State) -> i64 {
    state.result.outcome.effects[0].result.npv.cents()
}

const FTE: &str = "/posts/0/fte";

#[test]
fn a_change_reaches_the_study_and_the_outcome() {
    let mut state = state();
    let before = npv(&state);
    leave_with(&mut state, FTE, Reads::Fte, "2,5");
    assert_eq!(state.file.pointer(FTE), Some(&json!(2.5)));
    assert_ne!(npv(&state), before);
    assert!(!state.is_outdated());
}

#[test]
fn an_illustrative_figure_that_is_typed_over_is_ones_own() {
    let mut state = state();
    let before = state.file.clone();
    let status = |state: &State| state.file.pointer("/posts/0/status").cloned();
    assert_eq!(status(&state), Some(json!("illustrative")));
    type_in(&mut state, FTE, Reads::Fte, "2,5");
    assert_eq!(status(&state), Some(json!("illustrative")), "while someone types");
    state.apply(Action::Leave);
    assert_eq!(status(&state), None);
    assert_eq!(state.file.pointer("/posts/0/source"), None);
    assert!(state.news.contains("eigen cijfers"), "{}", state.news);
    state.apply(Action::Undo);
    assert_eq!(state.file, before, "one step");
    // Not where the figure is not read, nor where it is another field.
    leave_with(&mut state, FTE, Reads::Fte, "veel");
    leave_with(&mut state, "/posts/0/role", Reads::Text, "Adviseur");
    assert_eq!(status(&state), Some(json!("illustrative")));
}

#[test]
fn a_seed_is_part_of_the_study_and_can_be_taken_back() {
    let mut state = state();
    let before = state.file.clone();
    leave_with(&mut state, "/seed", Reads::Whole, "12.345");
    assert_eq!(state.file.pointer("/seed"), Some(&json!(12345)));
    assert_eq!(state.result.study.seed, Some(12345));
    state.apply(Action::Undo);
    assert_eq!(state.file, before);
}

#[test]
fn a_run_of_key_strokes_is_one_step() {
    let mut state = state();
    let before = state.file.clone();
    for text in ["2", "2,", "2,5"] {
        type_in(&mut state, FTE, Reads::Fte, text);
    }
    state.apply(Action::Leave);
    leave_with(&mut state, FTE, Reads::Fte, "3");
    state.apply(Action::Undo);
    assert_eq!(state.file.pointer(FTE), Some(&json!(2.5)));
    state.apply(Action::Undo);
    assert_eq!(state.file, before);
    assert_eq!(state.steps(), (false, true));
    state.apply(Action::Redo);
    state.apply(Action::Redo);
    assert_eq!(state.file.pointer(FTE), Some(&json!(3)));
    assert_eq!(state.steps(), (true, false));
}

#[test]
fn what_cannot_be_read_stays_in_its_field_and_out_of_the_study() {
    for nonsense in ["abc", "1.25.0", "1e999", "", "😀", &"9".repeat(10_000)] {
        let mut state = state();
        let (file, outcome) = (state.file.clone(), state.result.clone());
        leave_with(&mut state, FTE, Reads::Fte, nonsense);
        assert_eq!(state.file, file, "{nonsense}");
        assert_eq!(state.result, outcome);
        assert!(state.is_outdated());
        assert_eq!(state.unread.len(), 1);
        state.apply(Action::Undo);
        assert!(!state.is_outdated(), "undo takes the text away");
        assert_eq!(state.file, file);
    }
}

#[test]
fn a_problem_keeps_the_last_outcome() {
    let mut state = state();
    let before = npv(&state);
    leave_with(&mut state, FTE, Reads::Fte, "-5");
    assert_eq!(state.file.pointer(FTE), Some(&json!(-5)));
    assert_eq!(npv(&state), before);
    assert_eq!(state.problems.first().map(|problem| problem.path.as_str()), Some(FTE));
    leave_with(&mut state, FTE, Reads::Fte, "1");
    assert!(!state.is_outdated());
}

#[test]
fn a_file_with_problems_changes_nothing() {
    let mut state = state();
    let before = (state.file.clone(), state.steps());
    for text in ["", "not json", "{}", "[1]", r#"{ "format": "deelsom/study", "version": 1, "posts": 3 }"#] {
        state.apply(Action::Open(text.to_owned()));
        assert!(!state.refused.is_empty(), "{text}");
        assert_eq!((state.file.clone(), state.steps()), before);
    }
    state.apply(Action::Dismiss);
    assert!(state.refused.is_empty());
}

#[test]
fn something_else_altogether_is_told_in_one_sentence() {
    let mut state = state();
    state.apply(Action::Open(r#"{ "name": "page", "dependencies": {}, "version": 1 }"#.to_owned()));
    let codes: Vec<&str> = state.refused.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["wrong_format"]);
}

#[test]
fn another_study_is_looked_at_from_its_beginning() {
    let mut state = state();
    state.apply(Action::Choose(Choice::Option, 1));
    state.apply(Action::Open(EXAMPLE.to_owned()));
    assert_eq!(state.chosen(Choice::Option), 0);
}

#[test]
fn what_was_saved_can_be_opened() {
    let mut state = state();
    leave_with(&mut state, "/options/0/moves/1/month", Reads::Month, "oktober 2010");
    let saved = text(&state.file);
    state.apply(Action::Open(EXAMPLE.to_owned()));
    assert_eq!(state.file.pointer("/options/0/moves/1/month"), Some(&json!("2010-07")));
    state.apply(Action::Open(saved));
    assert_eq!(state.file.pointer("/options/0/moves/1/month"), Some(&json!("2010-10")));
    state.apply(Action::Undo);
    state.apply(Action::Undo);
    assert_eq!(
        state.file.pointer("/options/0/moves/1/month"),
        Some(&json!("2010-10")),
        "opening can be taken back"
    );
}

#[test]
fn an_assumption_becomes_a_deviation_and_goes_back() {
    let mut state = state();
    let before = state.file.clone();
    leave_with(&mut state, "/assumptions/turnover/value", Reads::Percent, "7%");
    assert_eq!(
        state.file["assumptions"],
        json!([{ "id": "turnover", "value": 0.07, "reason": "Aangepast in de toepassing" }])
    );
    leave_with(&mut state, "/assumptions/turnover/reason", Reads::Text, "eigen cijfers");
    assert_eq!(state.file["assumptions"][0]["reason"], "eigen cijfers");
    assert!(!state.is_outdated());
    state.apply(Action::Restore("turnover".to_owned()));
    assert_eq!(state.file["assumptions"], json!([]));
    for _ in 0..3 {
        state.apply(Action::Undo);
    }
    assert_eq!(state.file, before);
}

#[test]
fn keys_are_made_where_there_were_none_and_taken_away() {
    let mut state = state();
    type_in(&mut state, "/options/0/keys/services/ict", Reads::Key, "usage ict");
    assert_eq!(
        state.file["options"][0]["keys"]["services"]["ict"],
        json!({ "key": "usage", "service": "ict" })
    );
    assert!(state.typing.is_none(), "what is picked is not being typed");
    type_in(&mut state, "/options/0/keys/services/ict", Reads::Key, "");
    assert_eq!(state.file["options"][0]["keys"].get("services"), None);
    assert!(!state.is_outdated());
}

#[test]
fn a_post_has_a_scale_or_a_cost_of_its_own() {
    let mut state = state();
    leave_with(&mut state, "/posts/0/cost_per_fte", Reads::Amount, "€ 120.000");
    assert_eq!(state.file["posts"][0]["cost_per_fte"], json!(120_000));
    assert!(state.file["posts"][0]["scale"].is_null());
    type_in(&mut state, "/posts/0/scale", Reads::Code, "11A");
    assert!(state.file["posts"][0]["cost_per_fte"].is_null());
    assert!(!state.is_outdated());
}

#[test]
fn a_place_that_is_not_there_changes_nothing() {
    let mut state = state();
    let before = state.file.clone();
    for pointer in ["", "/", "/posts/99/fte", "/posts/x/fte", "/title/fte", "posts"] {
        type_in(&mut state, pointer, Reads::Fte, "1");
        state.apply(Action::Open(EXAMPLE.to_owned()));
        assert_eq!(state.file["posts"], before["posts"], "{pointer}");
    }
}

#[test]
fn fields_write_what_they_read() {
    for language in Language::ALL {
        for (reads, value) in [
            (Reads::Amount, json!(1_234_567.5)),
            (Reads::Fte, json!(12.25)),
            (Reads::Percent, json!(0.083)),
            (Reads::Number, json!(-0.15)),
            (Reads::Whole, json!(25_914)),
            (Reads::Whole, json!(2010)),
            (Reads::Years, json!(6.5)),
            (Reads::Month, json!("2010-07")),
            (Reads::Key, json!({ "key": "usage", "service": "ict" })),
            (Reads::Key, json!({ "key": "equal" })),
        ] {
            let text = reads.write(language, &value);
            let read = reads.read(language, &text).expect("readable").expect("a value");
            match (read.as_f64(), value.as_f64()) {
                (Some(read), Some(value)) => assert!((read - value).abs() < 1e-9, "{text}"),
                _ => assert_eq!(read, value, "{text}"),
            }
        }
    }
}

#[test]
fn kinds_of_fields_have_names_of_their_own() {
    for reads in [Reads::Amount, Reads::Month, Reads::Text, Reads::Key] {
        assert_eq!(Reads::from_code(reads.code()), Some(reads));
    }
    assert_eq!(Reads::from_code("nonsense"), None);
}

#[test]
fn addresses_lead_to_pages_and_fields() {
    for page in Page::ALL {
        assert_eq!(Page::of_link(&page.link()), Some((page, None)));
    }
    assert_eq!(Page::of_link("#/nulmeting/posts-3-fte"), Some((Page::Baseline, Some("posts-3-fte"))));
    for elsewhere in ["", "#content", "#/", "#/nowhere"] {
        assert_eq!(Page::of_link(elsewhere), None);
    }
}

#[test]
fn choices_stay_within_the_study() {
    let mut state = state();
    assert_eq!(state.chosen(Choice::Year), 9, "the last year first");
    state.apply(Action::Choose(Choice::Option, 2));
    assert_eq!(state.chosen(Choice::Option), 2);
    leave_with(&mut state, "/period/years", Reads::Whole, "4");
    assert_eq!(state.chosen(Choice::Year), 3);
}

#[test]
fn a_text_that_began_as_a_number_leaves_nothing_behind() {
    let mut state = state();
    let before = state.file.clone();
    for text in ["1", "1.2", "1.25", "1.25.", "1.25.0"] {
        type_in(&mut state, FTE, Reads::Fte, text);
    }
    state.apply(Action::Leave);
    assert_eq!(state.file, before);
    assert!(state.is_outdated());
    leave_with(&mut state, FTE, Reads::Fte, "3");
    state.apply(Action::Undo);
    assert_eq!(state.file, before);
}

#[test]
fn the_last_result_without_problems_outlives_what_began_as_a_number() {
    let mut state = state();
    let standing = state.result.clone();
    leave_with(&mut state, FTE, Reads::Fte, "-5");
    for text in ["1", "1.", "1.2", "1.25", "1.25.", "1.25.0"] {
        type_in(&mut state, FTE, Reads::Fte, text);
    }
    state.apply(Action::Leave);
    assert_eq!(state.result, standing);
    assert!(state.is_outdated());
}

/// The example with a seal on it.
fn frozen() -> State {
    let mut state = state();
    let mut file = (*state.file).clone();
    file["frozen"] = json!({ "label": "Council", "date": "2026-03-12", "fingerprint": "0" });
    state.apply(Action::Change(Rc::new(file)));
    assert_eq!(state.file["frozen"]["label"], "Council");
    state
}

#[test]
fn whoever_changes_what_is_frozen_goes_on_with_a_copy() {
    let mut state = frozen();
    let sealed = state.file.clone();
    leave_with(&mut state, FTE, Reads::Fte, "2,5");
    assert_eq!(state.file.pointer(FTE), Some(&json!(2.5)));
    assert_eq!(state.file.get("frozen"), None);
    state.apply(Action::Undo);
    assert_eq!(state.file, sealed, "the frozen version is still there");
    let mut other = (*sealed).clone();
    other["title"] = "Another".into();
    state.apply(Action::Change(Rc::new(other)));
    assert_eq!(state.file.get("frozen"), None);
}

#[test]
fn a_frozen_version_is_opened_as_it_is() {
    let sealed = text(&frozen().file);
    let mut state = state();
    state.apply(Action::Open(sealed));
    assert_eq!(state.file["frozen"]["label"], "Council");
    state.apply(Action::Undo);
    assert_eq!(text(&state.file), text(&self::state().file), "what a file replaced comes back");
}

#[test]
fn the_file_last_opened_or_saved_is_remembered() {
    let mut state = state();
    assert_eq!(state.saved, state.file);
    leave_with(&mut state, FTE, Reads::Fte, "2,5");
    assert_ne!(state.saved, state.file);
    state.apply(Action::Saved);
    assert_eq!(state.saved, state.file);
    state.apply(Action::Undo);
    assert_ne!(state.saved, state.file);
    state.apply(Action::Open(EXAMPLE.to_owned()));
    assert_eq!(state.saved, state.file);
    state.apply(Action::Open("{".to_owned()));
    assert_eq!(state.saved, state.file, "a file that was not opened is not");
}

#[test]
fn an_optional_field_that_is_emptied_leaves_nothing_behind() {
    let mut state = state();
    let before = state.file.clone();
    leave_with(&mut state, "/options/0/transition/years", Reads::Years, "4");
    leave_with(&mut state, "/options/0/transition/years", Reads::Nothing, "");
    leave_with(&mut state, "/options/0/guarantee/max_disadvantage_per_inhabitant", Reads::Nothing, "");
    assert_eq!(state.file, before);
    type_in(&mut state, "/posts/0/in_post", Reads::Nothing, "");
    assert_eq!(state.file["posts"][0].get("in_post"), None);
    assert!(state.typing.is_some(), "whoever empties a field to type something else finds it empty");
    assert!(!state.is_outdated());
}

#[test]
fn whole_values_can_be_picked() {
    let mut state = state();
    let staffing = json!({ "rule": "percent", "percent": 0.1 });
    type_in(&mut state, "/options/0/moves/0/staffing", Reads::Json, &staffing.to_string());
    assert_eq!(state.file["options"][0]["moves"][0]["staffing"], staffing);
    let key = json!({ "key": "mix", "of": [{ "weight": 1, "key": { "key": "equal" } }] });
    type_in(&mut state, "/options/0/keys/default", Reads::Key, &key.to_string());
    assert_eq!(state.file["options"][0]["keys"]["default"], key);
    for (text, value) in [("true", json!(true)), ("false", json!(false)), ("[]", json!([]))] {
        assert_eq!(Reads::Json.read(Language::Dutch, text), Ok(Some(value)));
    }
    assert_eq!(Reads::Json.read(Language::Dutch, ""), Ok(None));
}

#[test]
fn what_was_done_is_said_until_something_else_happens() {
    let mut state = state();
    state.apply(Action::Tell("Er is iets gedaan.".to_owned()));
    state.apply(Action::Listen);
    assert!(state.said.starts_with("Er is iets gedaan. "), "{}", state.said);
    leave_with(&mut state, "/seed", Reads::Whole, "3");
    assert_eq!(state.news, "");
}
