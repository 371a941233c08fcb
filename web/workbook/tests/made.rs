//! What is asked survives the way, and what is made is what the command line writes.

use deelsom_language::Language;
use deelsom_workbook_worker::{Asked, Refusal, make};
use deelsom_xlsx::{Maker, export};
use serde_json::{Value, json};

const DAY: (u16, u8, u8) = (2026, 3, 12);

fn asked() -> Asked {
    let text = include_str!("../../../examples/four-municipalities-2006.json");
    let study = serde_json::from_str(text).expect("JSON");
    Asked { study, language: "en".to_owned(), version: "9.8.7".to_owned(), day: Some(DAY) }
}

#[test]
fn what_is_asked_is_made_in_its_language() {
    let asked = asked();
    let text = serde_json::to_string(&asked).expect("JSON");
    let come: Asked = serde_json::from_str(&text).expect("what was asked");
    assert_eq!(come, asked);
    let made = make(&come).expect("a workbook");
    let maker = Maker { version: "9.8.7", day: Some(DAY) };
    let exported = export(&asked.study, Language::English, maker).expect("a workbook");
    assert!(made == exported, "{} bytes, and {} natively", made.len(), exported.len());
    let dutch = make(&Asked { language: "nl".to_owned(), ..asked }).expect("a workbook");
    assert!(dutch != made, "in both languages the same");
}

#[test]
fn what_cannot_be_made_is_refused_with_the_reason() {
    let asked = asked();
    let mut invalid = asked.clone();
    invalid.study["posts"][0]["fte"] = json!(-1);
    assert_eq!(make(&invalid), Err(Refusal::Invalid));
    assert_eq!(make(&Asked { study: Value::Null, ..asked.clone() }), Err(Refusal::Invalid));

    let mut large = asked;
    large.study["period"]["years"] = json!(30);
    let posts = large.study["posts"].as_array_mut().expect("posts");
    let roles: Vec<Value> = posts.clone();
    for number in 0..20 {
        posts.extend(roles.iter().cloned().map(|mut post| {
            post["role"] = json!(format!("{} {number}", post["role"].as_str().unwrap_or_default()));
            post
        }));
    }
    assert_eq!(make(&large), Err(Refusal::TooLarge));
}

#[test]
fn refusals_are_texts_and_files_are_not() {
    for refusal in [Refusal::Invalid, Refusal::TooLarge, Refusal::Failed] {
        let text = serde_json::to_string(&refusal).expect("JSON");
        assert_eq!(serde_json::from_str::<Refusal>(&text).ok(), Some(refusal));
    }
}
