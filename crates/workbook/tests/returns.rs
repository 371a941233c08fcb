//! A workbook comes back as the study that it was made from, with what somebody typed in it.

mod studies;

use deelsom_core::Register;
use deelsom_language::{Language, words::workbook as words};
use deelsom_workbook::import::{Fault, Mapped, Taken, Typed, take};
use deelsom_workbook::origin::Places;
use deelsom_workbook::{At, Book, Content, Input, Said, SheetId};
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
    assert_eq!(faults.len(), 2, "what cannot be read and what cannot be, at once: {faults:?}");
    let faults = back(&file, &[("/posts/0/fte", Typed::Number(-1.0)), ("/posts/1/fte", Typed::Number(-2.0))]);
    let faults = faults.expect_err("neither can be");
    assert_eq!(faults.len(), 2);
    assert!(
        faults.iter().all(|fault| fault.place.starts_with("Nu!K") && fault.problem.is_some()),
        "{faults:?}"
    );
}

/// The cell of an input, as faults name it.
fn cell_of(book: &Book, input: &Input) -> String {
    format!("{}!{}", book.sheets[input.at.sheet.0].name, input.at)
}

/// Takes a book back in which the inputs of some assumptions say something else.
fn back_with(file: &Value, typed_in: &[(Said, Typed)]) -> (Vec<String>, Result<Taken, Vec<Fault>>) {
    let book = studies::book(file).expect("a valid study");
    let (study, map) = origin(&book);
    let inputs: Vec<&Input> = typed_in
        .iter()
        .map(|(said, _)| book.inputs.iter().find(|input| input.said == *said).expect("an input"))
        .collect();
    let taken = take(&study, &map, &Register::embedded(), Language::Dutch, &|name, row, column| {
        let at = At { sheet: sheet(&book, name), row, column };
        let place = inputs.iter().position(|input| input.at == at);
        place.map_or_else(|| typed(&book, at), |place| typed_in[place].1.clone())
    });
    (inputs.into_iter().map(|input| cell_of(&book, input)).collect(), taken)
}

#[test]
fn a_wrong_assumption_is_told_by_its_own_cell() {
    let value = |id: &str| Said::Assumption { id: id.to_owned(), service: None };
    // The first deviation goes, and those after it move up.
    let (cells, taken) = back_with(
        &study("bridge.json"),
        &[(value("turnover"), Typed::Blank), (value("realisation_net"), Typed::Number(7.0))],
    );
    let places: Vec<String> = taken.expect_err("too much").into_iter().map(|fault| fault.place).collect();
    assert_eq!(places, cells[1..]);
    // One that the study did not have yet.
    let (cells, taken) = back_with(&study("mixed.json"), &[(value("stranded_share"), Typed::Number(5.0))]);
    let places: Vec<String> = taken.expect_err("too much").into_iter().map(|fault| fault.place).collect();
    assert_eq!(places, cells);
}

#[test]
fn a_reason_is_of_a_value_of_its_own() {
    let reason = |id: &str| Said::Reason(id.to_owned());
    let typed = |text: &str| Typed::Text(text.to_owned());
    let (cells, taken) = back_with(&study("bridge.json"), &[(reason("turnover"), Typed::Blank)]);
    let faults = taken.expect_err("a reason is due");
    assert_eq!((faults[0].code.as_str(), &faults[0].place), ("missing_reason", &cells[0]));
    let file = study("mixed.json");
    let (_, taken) = back_with(&file, &[(reason("stranded_share"), typed("gemeten"))]);
    let taken = taken.expect("nothing happens");
    assert_eq!((taken.changes, taken.study), (Vec::new(), file));
}

#[test]
fn a_scale_and_a_cost_of_one_post_exclude_each_other() {
    let file = study("mixed.json");
    let own = back(&file, &[("/posts/0/cost_per_fte", Typed::Number(90_000.0))]).expect("valid").study;
    let faults = back(&own, &[("/posts/0/scale", Typed::Number(9.0))]).expect_err("both");
    assert_eq!(faults[0].code, "cell_scale_and_cost");
}

#[test]
fn what_was_typed_over_is_no_longer_what_was_frozen() {
    let mut file = study("mixed.json");
    file["frozen"] = json!({ "label": "Raad", "date": "2026-11-23", "fingerprint": "0".repeat(64) });
    assert_eq!(back(&file, &[]).expect("valid").study["frozen"], file["frozen"]);
    let taken = back(&file, &[("/posts/0/fte", Typed::Number(7.25))]).expect("valid").study;
    assert_eq!(taken.get("frozen"), None);
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
