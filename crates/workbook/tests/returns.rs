//! A workbook comes back as the study that it was made from, with what somebody typed in it.

mod studies;

use deelsom_core::Register;
use deelsom_language::{Language, words::workbook as words};
use deelsom_workbook::import::{Fault, Mapped, Taken, Typed, take};
use deelsom_workbook::origin::Places;
use deelsom_workbook::{At, Book, Content, SheetId};
use serde_json::{Value, json};

fn sheet(book: &Book, name: &str) -> SheetId {
    SheetId(
        book.sheets.iter().position(|sheet| sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}")),
    )
}

fn typed(book: &Book, at: At) -> Typed {
    match book.cell(at).map(|cell| &cell.content) {
        Some(Content::Text(text)) => Typed::Text(text.to_string()),
        Some(_) => book.number(at).map_or(Typed::Blank, Typed::Number),
        None => Typed::Blank,
    }
}

fn text(book: &Book, at: At) -> String {
    match &book.cell(at).expect("a cell").content {
        Content::Text(text) | Content::Formula(text, _) => text.to_string(),
        _ => String::new(),
    }
}

/// A count as it stands in a cell.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of rows")]
fn whole(number: f64) -> u32 {
    number as u32
}

/// The study that the last sheet holds, and the map.
fn origin(book: &Book) -> (Value, Vec<Mapped>) {
    let sheet = sheet(book, words::SHEET_ORIGIN.text(Language::Dutch));
    let at = |row, column| At { sheet, row, column };
    let [pieces, first, count] =
        Places::COUNTS.map(|(row, column)| book.number(at(row, column)).map(whole).expect("a count"));
    let (row, column) = Places::FIRST_PIECE;
    let json: String = (row..row + pieces).map(|row| text(book, at(row, column))).collect();
    assert!(json.is_ascii());
    let [pointer, said, now, then] = Places::MAP;
    let map = (first - 1..first - 1 + count).map(|row| Mapped {
        pointer: text(book, at(row, pointer)),
        said: text(book, at(row, said)),
        now: text(book, at(row, now)),
        then: typed(book, at(row, then)),
    });
    (serde_json::from_str(&json).expect("the study"), map.collect())
}

/// Takes a book back in which some inputs say something else.
fn back(file: &Value, typed_in: &[(&str, Typed)]) -> Result<Taken, Vec<Fault>> {
    let book = studies::book(file).expect("a valid study");
    let (study, map) = origin(&book);
    let places: Vec<(At, Typed)> = typed_in
        .iter()
        .map(|(pointer, to)| {
            let input = book.inputs.iter().find(|input| input.pointer == *pointer);
            (input.unwrap_or_else(|| panic!("no input {pointer}")).at, to.clone())
        })
        .collect();
    take(&study, &map, &Register::embedded(), Language::Dutch, &|name, row, column| {
        let at = At { sheet: sheet(&book, name), row, column };
        places.iter().find(|(place, _)| *place == at).map_or_else(|| typed(&book, at), |(_, to)| to.clone())
    })
}

fn study(name: &str) -> Value {
    studies::all().into_iter().find(|(known, _)| known == name).expect("a study").1
}

#[test]
fn a_workbook_that_nobody_changed_is_the_study_that_it_was_made_from() {
    for (name, file) in studies::all() {
        let taken = back(&file, &[]).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        assert_eq!(taken.changes, [], "{name}");
        assert_eq!(taken.study, file, "{name}");
    }
}

#[test]
fn what_was_typed_is_what_changed() {
    let file = study("mixed.json");
    let taken = back(
        &file,
        &[("/posts/0/fte", Typed::Number(7.25)), ("/partners/0/inhabitants", Typed::Number(31_000.0))],
    );
    let taken = taken.expect("valid");
    let mut expected = file;
    expected["posts"][0]["fte"] = json!(7.25);
    expected["partners"][0]["inhabitants"] = json!(31_000);
    assert_eq!(taken.study, expected);
    assert_eq!(taken.changes.len(), 2);
    assert!(taken.changes.iter().any(|change| change.place.starts_with("Partners!D")));
}

#[test]
fn pay_is_a_scale_or_an_amount() {
    let file = study("mixed.json");
    let own = back(&file, &[("/posts/0/cost_per_fte", Typed::Number(90_000.0))]).expect("valid");
    assert_eq!(own.study["posts"][0]["cost_per_fte"], json!(90_000));
    assert!(own.study["posts"][0].get("scale").is_none());
    let taken =
        back(&own.study, &[("/posts/0/cost_per_fte", Typed::Blank), ("/posts/0/scale", Typed::Number(9.0))]);
    let scale = taken.expect("valid").study;
    assert_eq!(scale["posts"][0]["scale"], json!("9"));
    assert!(scale["posts"][0].get("cost_per_fte").is_none());
}

#[test]
fn a_blank_takes_out_what_may_be_left_out_and_nothing_else() {
    let file = study("transition.json");
    let gone = back(&file, &[("/options/0/transition/years", Typed::Blank)]).expect("valid");
    assert!(gone.study["options"][0].get("transition").is_none());
    let faults = back(&study("freeze.json"), &[("/posts/0/fte", Typed::Blank)]).expect_err("a post has fte");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code, "cell_not_a_number");
    assert!(faults[0].place.starts_with("Nu!K"), "{}", faults[0].place);
}

#[test]
fn what_the_model_would_not_take_is_told_by_cell() {
    let file = study("mixed.json");
    let faults = back(
        &file,
        &[("/posts/0/fte", Typed::Number(-1.0)), ("/partners/0/inhabitants", Typed::Text("veel".to_owned()))],
    );
    let faults = faults.expect_err("neither can be");
    assert_eq!(faults.len(), 1, "words are told first: {faults:?}");
    let faults = back(&file, &[("/posts/0/fte", Typed::Number(-1.0)), ("/posts/1/fte", Typed::Number(-2.0))]);
    let faults = faults.expect_err("neither can be");
    assert_eq!(faults.len(), 2);
    assert!(
        faults.iter().all(|fault| fault.place.starts_with("Nu!K") && fault.problem.is_some()),
        "{faults:?}"
    );
}

#[test]
fn an_assumption_gets_a_value_of_its_own_and_loses_it() {
    let file = study("freeze.json");
    let book = studies::book(&file).expect("valid");
    let rows: Vec<_> = book
        .inputs
        .iter()
        .filter(|input| matches!(&input.said, deelsom_workbook::Said::Assumption { id, service: None } if id == "stranded_share"))
        .collect();
    let [input] = rows[..] else { panic!("one cell for it") };
    let (from, map) = origin(&book);
    let with = |to: Typed, language| {
        take(&from, &map, &Register::embedded(), language, &|name, row, column| {
            let at = At { sheet: sheet(&book, name), row, column };
            if at == input.at { to.clone() } else { typed(&book, at) }
        })
    };
    let own = |study: &Value| {
        let all = study["assumptions"].as_array().expect("a list");
        all.iter().find(|one| one["id"] == "stranded_share").expect("a deviation").clone()
    };
    let taken = with(Typed::Number(0.33), Language::Dutch).expect("valid").study;
    let one = own(&taken);
    assert_eq!(one["value"], json!(0.33));
    assert_eq!(one["reason"], json!("Gewijzigd in de rekenmap"));
    let english = with(Typed::Number(0.33), Language::English).expect("valid").study;
    assert_eq!(own(&english)["reason"], json!("Changed in the workbook"));
    let all = taken["assumptions"].as_array().expect("a list");
    let pointer = format!("/assumptions/{}/value", all.len() - 1);
    let without = back(&taken, &[(pointer.as_str(), Typed::Blank)]).expect("valid").study;
    assert!(
        without["assumptions"]
            .as_array()
            .is_none_or(|all| all.iter().all(|one| one["id"] != "stranded_share"))
    );
}
