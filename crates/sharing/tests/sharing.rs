//! What leaves the application comes back as it was, and what does not is told apart.

use deelsom_core::{Register, Study};
use deelsom_sharing::kept::{Aside, Fault, Kept, Why};
use deelsom_sharing::{frozen, link, persons};
use proptest::prelude::*;
use serde_json::{Value, json};

const EXAMPLES: [&str; 4] = [
    include_str!("../../../examples/voorschoten-wassenaar-2010.json"),
    include_str!("../../../examples/duivenvoorde-2021.json"),
    include_str!("../../../examples/leidse-regio-2022.json"),
    include_str!("../../../examples/four-municipalities-2006.json"),
];

fn example() -> Value {
    serde_json::from_str(EXAMPLES[0]).expect("JSON")
}

#[test]
fn every_worked_study_goes_through_a_link() {
    for text in EXAMPLES {
        let study: Value = serde_json::from_str(text).expect("JSON");
        let packed = link::pack(&study);
        assert!(link::is_packed(&packed));
        assert!(packed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)));
        let back = link::unpack(&packed).expect("a study");
        assert_eq!(serde_json::from_str::<Value>(&back).expect("JSON"), study);
    }
}

/// Any JSON, not only studies.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_is_packed_is_unpacked(value in any_json()) {
        let back = link::unpack(&link::pack(&value)).expect("a text");
        prop_assert_eq!(serde_json::from_str::<Value>(&back).expect("JSON"), value);
    }

    #[test]
    fn rubbish_is_refused_or_is_a_text_that_fits(rubbish in "s1\\.[A-Za-z0-9_-]{0,400}") {
        if let Ok(text) = link::unpack(&rubbish) {
            prop_assert!(text.len() <= link::MOST_BYTES);
        }
    }

    #[test]
    fn a_link_that_was_cut_off_gives_no_study(cut in 0_usize..1_000) {
        let packed = link::pack(&example());
        let short = &packed[..packed.len() - 1 - cut % (packed.len() - 4)];
        let read = link::unpack(short).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        prop_assert_eq!(read, None);
    }

    #[test]
    fn what_was_kept_comes_back_or_is_set_aside_whole(text in any::<String>()) {
        let copy = Aside { why: Why::Torn, saved: "2026-11-22T13:03:00.000Z".to_owned(), text };
        prop_assert_eq!(Aside::read(&copy.text()), copy);
    }
}

#[test]
fn hostile_links_are_refused_with_a_reason() {
    let bomb = json!("0".repeat(link::MOST_BYTES * 8));
    let packed = link::pack(&bomb);
    assert!(packed.len() < 20_000, "a small link, {} characters", packed.len());
    assert_eq!(link::unpack(&packed), Err(link::Fault::TooLarge));
    let largest = json!("0".repeat(link::MOST_BYTES - 2));
    assert!(link::unpack(&link::pack(&largest)).is_ok());
    for (text, fault) in [
        ("", link::Fault::Unknown),
        ("s2.AAAA", link::Fault::Unknown),
        ("s1.", link::Fault::Torn),
        ("s1.%%%", link::Fault::Torn),
        ("s1.😀", link::Fault::Torn),
        ("s1.AAAA", link::Fault::Torn),
        // Deflated, but no text: printf '\xff\xfe' in a stored block.
        ("s1.AQIA_f___g", link::Fault::Torn),
    ] {
        assert_eq!(link::unpack(text), Err(fault), "{text}");
    }
    for (fragment, packed) in [("posts-3-fte", false), ("s-3-fte.x", false), ("s1.x", true), ("s12.", true)] {
        assert_eq!(link::is_packed(fragment), packed, "{fragment}");
    }
}

#[test]
fn what_is_kept_comes_back() {
    let register = Register::embedded();
    let saved = "2026-11-22T13:03:00.000Z".to_owned();
    for draft in [None, Some(json!({ "title": "half" }))] {
        let kept = Kept {
            saved: saved.clone(),
            study: EXAMPLES[0].to_owned(),
            draft: draft.clone(),
            base: draft.clone(),
        };
        let back = Kept::read(&kept.text(), &register).expect("an envelope");
        assert_eq!(back, kept);
        assert_eq!(back.file(), draft.or_else(|| Some(example())));
        let copy = Aside { why: Why::Other, saved: saved.clone(), text: kept.text() };
        assert_eq!(serde_json::from_str(&copy.study()).ok(), back.file());
    }
}

#[test]
fn what_cannot_be_gone_on_with_is_told_apart() {
    let register = Register::embedded();
    let kept = Kept { saved: String::new(), study: EXAMPLES[0].to_owned(), draft: None, base: None }.text();
    for cut in [0, 1, 20, kept.len() / 2, kept.len() - 1] {
        let torn = String::from_utf8_lossy(&kept.as_bytes()[..cut]);
        assert_eq!(Kept::read(&torn, &register), Err(Fault::Torn), "{cut}");
    }
    for foreign in ["{}", "[]", "null", "7", r#"{"format":"another"}"#, EXAMPLES[0]] {
        assert_eq!(Kept::read(foreign, &register), Err(Fault::Foreign), "{foreign}");
    }
    let newer = kept.replace(r#""version":1"#, r#""version":2"#);
    assert_eq!(Kept::read(&newer, &register), Err(Fault::TooNew));
    let invalid = Kept { saved: String::new(), study: "{}".to_owned(), draft: None, base: None }.text();
    assert!(matches!(Kept::read(&invalid, &register), Err(Fault::Invalid(problems)) if !problems.is_empty()));
}

#[test]
fn a_copy_of_anything_is_the_text_as_it_was() {
    for text in ["", "{", "{}", EXAMPLES[0]] {
        assert_eq!(Aside::read(text).study(), text);
    }
}

/// The example with a role that one person has, who leaves in a known month.
fn with_a_person() -> Value {
    let mut study = example();
    let mut post = study["posts"][0].clone();
    post["role"] = "Head of finance".into();
    post["fte"] = json!(0.9);
    post.as_object_mut().expect("a post").remove("in_post");
    let one = |field: &str| post[field].clone();
    let one_service = one("service");
    study["departures"] = json!([{
        "unit": one("unit"), "service": one("service"), "role": one("role"), "month": "2011-03", "fte": 0.9,
    }]);
    study["posts"].as_array_mut().expect("posts").push(post);
    let moved = study["options"][0]["moves"].as_array_mut().expect("moves").iter_mut();
    for moved in moved.filter(|moved| moved["service"] == one_service) {
        moved["staffing"]["posts"] = json!([{ "role": "Head of finance", "fte": 0.5 }]);
    }
    study
}

#[test]
fn a_single_person_who_is_known_to_leave_is_found_and_taken_out() {
    let register = Register::embedded();
    let study = with_a_person();
    Study::from_value(&study, &register).expect("a valid study");
    assert_eq!(persons::departures_of_one(&study), 1);
    assert_eq!(persons::departures_of_one(&json!(null)), 0);
    let open = persons::without(&study, |number| format!("role {number}"));
    Study::from_value(&open, &register).expect("still a valid study");
    let text = open.to_string();
    assert!(!text.contains("Head of finance") && !text.contains("2011-03\",\"role"), "{text}");
    assert!(text.contains("role 1"));
    assert_eq!(persons::departures_of_one(&open), 0);
    assert_eq!(study["posts"].as_array().map(Vec::len), open["posts"].as_array().map(Vec::len));
}

#[test]
fn two_people_in_a_role_are_no_single_person() {
    let mut study = with_a_person();
    let last = study["posts"].as_array().map_or(0, |posts| posts.len() - 1);
    study["posts"][last]["fte"] = json!(2);
    assert_eq!(persons::departures_of_one(&study), 0);
}

#[test]
fn without_persons_every_worked_study_stays_one() {
    let register = Register::embedded();
    for text in EXAMPLES {
        let study: Value = serde_json::from_str(text).expect("JSON");
        let open = persons::without(&study, |number| format!("role {number}"));
        Study::from_value(&open, &register).expect("a valid study");
    }
}

#[test]
fn a_seal_fits_what_was_frozen_and_nothing_else() {
    let register = Register::embedded();
    let study = example();
    assert_eq!(frozen::seal(&study), None);
    let sealed = frozen::freeze(&study, "Council, 12 March", "2026-03-12");
    Study::from_value(&sealed, &register).expect("a valid study");
    assert_eq!(frozen::fingerprint(&sealed), frozen::fingerprint(&study));
    let seal = frozen::seal(&sealed).expect("a seal");
    assert_eq!((seal.label, seal.date, seal.intact), ("Council, 12 March", "2026-03-12", true));
    assert_eq!(frozen::without_seal(&sealed), study);
    let mut changed = sealed.clone();
    changed["title"] = "Something else".into();
    assert!(!frozen::seal(&changed).expect("a seal").intact);
    let text = serde_json::to_string_pretty(&sealed).expect("a text");
    assert!(frozen::seal(&serde_json::from_str(&text).expect("JSON")).expect("a seal").intact);
}
