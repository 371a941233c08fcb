//! What is asked survives the way, what is made is what the command line writes, and what is opened is what stands there.

use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_tables::Subject;
use deelsom_workbook::{Content, Given, Made, build};
use deelsom_workbook_worker::{Asked, Fault, Opened, Own, Refusal, Told, Typed, make, open};
use deelsom_xlsx::{Look, Maker, MonthLocale, export, template, write};
use serde_json::{Value, json};

const DAY: (u16, u8, u8) = (2026, 3, 12);

fn study() -> Value {
    let text = include_str!("../../../examples/four-municipalities-2006.json");
    serde_json::from_str(text).expect("JSON")
}

fn workbook(study: Value, language: Language) -> Asked {
    Asked::Workbook {
        study,
        language: language.code().to_owned(),
        version: "9.8.7".to_owned(),
        day: Some(DAY),
    }
}

/// The same after it went from the page to the worker.
fn come(asked: &Asked) -> Asked {
    let text = serde_json::to_string(asked).expect("JSON");
    let come: Asked = serde_json::from_str(&text).expect("what was asked");
    assert_eq!(come, *asked);
    come
}

/// What a file is, after it went from the worker to the page.
fn opened(bytes: &[u8]) -> Opened {
    let told = Told::Opened(open(bytes));
    let text = serde_json::to_string(&told).expect("JSON");
    let come: Told = serde_json::from_str(&text).expect("what was told");
    assert_eq!(come, told);
    match come {
        Told::Opened(opened) => opened,
        Told::Refused(refusal) => panic!("{refusal:?}"),
    }
}

#[test]
fn what_is_asked_is_made_in_its_language() {
    let asked = come(&workbook(study(), Language::English));
    let made = make(&asked).expect("a workbook");
    let maker = Maker { version: "9.8.7", day: Some(DAY) };
    let exported = export(&study(), Language::English, maker).expect("a workbook");
    assert!(made == exported, "{} bytes, and {} natively", made.len(), exported.len());
    let dutch = make(&workbook(study(), Language::Dutch)).expect("a workbook");
    assert!(dutch != made, "in both languages the same");
    for language in Language::ALL {
        let asked = come(&Asked::Template { language: language.code().to_owned() });
        assert!(make(&asked).expect("a workbook") == template(language).expect("a workbook"));
    }
}

#[test]
fn what_cannot_be_made_is_refused_with_the_reason() {
    let dutch = |study: Value| make(&workbook(study, Language::Dutch));
    let mut invalid = study();
    invalid["posts"][0]["fte"] = json!(-1);
    assert_eq!(dutch(invalid), Err(Refusal::Invalid));
    assert_eq!(dutch(Value::Null), Err(Refusal::Invalid));

    let mut large = study();
    large["period"]["years"] = json!(30);
    let posts = large["posts"].as_array_mut().expect("posts");
    let roles: Vec<Value> = posts.clone();
    for number in 0..20 {
        posts.extend(roles.iter().cloned().map(|mut post| {
            post["role"] = json!(format!("{} {number}", post["role"].as_str().unwrap_or_default()));
            post
        }));
    }
    assert_eq!(dutch(large), Err(Refusal::TooLarge));
}

#[test]
fn a_workbook_comes_back_with_what_was_typed_in_it() {
    let file = study();
    let read = Study::from_value(&file, &Register::embedded()).expect("valid");
    let outcome = calculate(&read, &Register::embedded());
    let given = Given {
        file: &file,
        study: &read,
        register: &Register::embedded(),
        outcome: &outcome,
        warnings: &[],
    };
    let mut book = build(given, Language::Dutch, &Made { version: "", date: "" }).expect("a workbook");
    let input = book.inputs.iter().find(|input| input.pointer == "/posts/0/fte").expect("an input").clone();
    let style = book.cell(input.at).expect("a cell").style;
    let mut typed = |content| {
        book.put(input.at, content, style);
        let look = Look { month_locale: MonthLocale::Dutch, title: String::new(), created: DAY };
        let Opened::Own(own) = opened(&write(&book, &look).expect("a file")) else {
            panic!("no own workbook")
        };
        own
    };
    let cell = format!("Nu!{}", input.at);
    let mut changed = file.clone();
    changed["posts"][0]["fte"] = json!(7.25);
    let own = typed(Content::Number(7.25));
    let fte = Some("/posts/0/fte".to_owned());
    let fte = Typed { was_at: fte.clone(), is_at: fte, cell: cell.clone() };
    assert_eq!(
        own,
        Own { made_from: file.clone(), study: Ok(changed), typed: vec![fte], unread: Vec::new() }
    );

    let faults = typed(Content::Text("veel".into())).study.expect_err("no number");
    let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(places, [cell]);
    assert!(faults.iter().all(said_in_every_language), "{faults:?}");
}

/// Whether a sentence is there for every language, each another.
fn said_in_every_language(fault: &Fault) -> bool {
    let [dutch, english] = fault.sentences.as_slice() else { return false };
    dutch.ends_with('.') && english.ends_with('.') && dutch != english
}

#[test]
fn rows_are_handed_over_and_what_cannot_be_read_is_told() {
    let Opened::Sheets(grids) = opened(&template(Language::Dutch).expect("a workbook")) else {
        panic!("no sheets")
    };
    for subject in Subject::ALL {
        assert!(deelsom_tables::best_sheet(&grids, subject, &study()).is_ok(), "{}", subject.code());
    }
    for bytes in [&b"PK\x03\x04 and nothing more"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""] {
        let Opened::Faulty(fault) = opened(bytes) else { panic!("{bytes:?} is read") };
        assert!(fault.place.is_empty() && said_in_every_language(&fault), "{fault:?}");
    }
}

#[test]
fn what_is_told_is_a_text_and_files_are_not() {
    for refusal in [Refusal::Invalid, Refusal::TooLarge, Refusal::Failed] {
        let text = serde_json::to_string(&Told::Refused(refusal)).expect("JSON");
        assert_eq!(serde_json::from_str::<Told>(&text).ok(), Some(Told::Refused(refusal)));
    }
}
