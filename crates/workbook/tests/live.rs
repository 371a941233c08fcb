//! Every input of a workbook is live: a study with that figure changed gives the same workbook, formula by formula, but
//! for that one cell. So whoever changes the cell sees what Deelsom computes for the changed study.

mod studies;

use std::collections::BTreeMap;

use deelsom_workbook::{Book, Content, Input, Kind, Role, Said};
use serde_json::{Value, json};

/// What a book says, without what its formulas are worth: the text of formulas, and everything that is no formula. Not
/// what is typed in it, nor the sheet that says what was so when it was made.
fn says(book: &Book) -> BTreeMap<(usize, u32, u16), String> {
    let mut all = BTreeMap::new();
    for (sheet, of) in
        book.sheets.iter().enumerate().filter(|(_, sheet)| sheet.name != "Controles" && sheet.name != "Bron")
    {
        for (row, column, cell) in of.cells().filter(|(_, _, cell)| cell.style.0 != Role::Input) {
            let text = match &cell.content {
                Content::Blank => String::new(),
                Content::Text(text) => format!("\"{text}"),
                Content::Number(number) => number.to_string(),
                Content::Formula(text, _) => format!("={text}"),
            };
            all.insert((sheet, row, column), text);
        }
    }
    all
}

/// Another value for an input, as the study says it.
fn other(file: &Value, input: &Input, book: &Book) -> Option<Value> {
    let now = book.number(input.at);
    let kind = book.cell(input.at)?.style.1;
    Some(match &input.said {
        Said::Reason(_) => return None,
        Said::Scale | Said::Certainty | Said::Month | Said::OptionalMonth => return of_words(file, input),
        Said::Assumption { id, .. } if id.starts_with("director_scale") => json!("12"),
        _ => match (now, kind) {
            (Some(now), Kind::Whole) => json!(now + 1.0),
            (Some(now), Kind::Percent) if now > 0.5 => json!(now * 0.75),
            (Some(now), _) => json!(now * 1.25 + 0.01),
            (None, Kind::Percent) => json!(0.05),
            (None, Kind::Whole) => json!(3),
            (None, _) => json!(2.5),
        },
    })
}

fn of_words(file: &Value, input: &Input) -> Option<Value> {
    let now = file.pointer(&input.pointer).and_then(Value::as_str);
    Some(match (&input.said, now) {
        (Said::Scale, now) => json!(if now == Some("9") { "10A" } else { "9" }),
        (Said::Certainty, now) => json!(if now == Some("estimate") { "contracted" } else { "estimate" }),
        (_, Some(month)) => {
            let (year, number) = month.split_once('-')?;
            let other = if number == "05" { "06" } else { "05" };
            json!(format!("{year}-{other}"))
        }
        _ => return None,
    })
}

/// The study with a figure changed, where that makes a valid study of the same structure.
fn changed(file: &Value, input: &Input, to: Value) -> Option<Value> {
    let mut file = file.clone();
    if let Said::Assumption { id, service } = &input.said
        && input.pointer == "/assumptions/-"
    {
        let mut deviation = json!({ "id": id, "value": to, "reason": "Another value" });
        if let Some(service) = service {
            deviation["service"] = json!(service);
        }
        match &mut file["assumptions"] {
            Value::Array(all) => all.push(deviation),
            none => *none = json!([deviation]),
        }
        return Some(file);
    }
    let (parent, last) = input.pointer.rsplit_once('/')?;
    if input.pointer.starts_with("/assumptions/-/") {
        return None;
    }
    // A table or an object that is not there yet is made with its first entry.
    if file.pointer(parent).is_none() {
        let (above, name) = parent.rsplit_once('/')?;
        file.pointer_mut(above)?.as_object_mut()?.insert(name.to_owned(), json!({}));
    }
    match file.pointer_mut(parent)? {
        Value::Array(all) => {
            let place: usize = last.parse().ok()?;
            match all.get_mut(place) {
                Some(value) => *value = to,
                None => return None,
            }
        }
        Value::Object(all) => {
            // Pay is a scale or an amount, and not both.
            match last {
                "scale" => _ = all.remove("cost_per_fte"),
                "cost_per_fte" => _ = all.remove("scale"),
                _ => {}
            }
            all.insert(deelsom_core::pointer_name(last).into_owned(), to);
        }
        _ => return None,
    }
    Some(file)
}

#[test]
fn every_figure_of_a_study_is_an_input_once() {
    for (name, file) in studies::all() {
        let book = studies::book(&file).expect("a valid study");
        let mut pointers: Vec<&str> = book
            .inputs
            .iter()
            .map(|input| input.pointer.as_str())
            .filter(|pointer| *pointer != "/assumptions/-")
            .collect();
        pointers.sort_unstable();
        let twice: Vec<_> = pointers.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{name}: {twice:?}");
    }
}

#[test]
fn every_input_is_live() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (place, (name, file)) in studies::small().into_iter().enumerate() {
        let Some(book) = studies::book(&file) else { continue };
        let before = says(&book);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (nth, input) in book.inputs.iter().enumerate() {
            // Every study has all of the register: each tries a fifth of it, and together they try it all.
            if input.pointer == "/assumptions/-" && nth % 5 != place % 5 {
                continue;
            }
            // And no more than two of a kind of anything else.
            let kind: String = input
                .pointer
                .chars()
                .map(|letter| if letter.is_ascii_digit() { '#' } else { letter })
                .collect();
            let of_study = seen.entry(kind.clone()).or_insert(0);
            *of_study += 1;
            if *of_study > 2 && input.pointer != "/assumptions/-" {
                continue;
            }
            let Some(to) = other(&file, input, &book) else { continue };
            let Some(file) = changed(&file, input, to) else { continue };
            let Some(after) = studies::book(&file) else { continue };
            tried += 1;
            *kinds.entry(kind).or_default() += 1;
            let after = says(&after);
            let differs: Vec<_> =
                before.iter().filter(|(place, text)| after.get(*place) != Some(*text)).take(2).collect();
            if before.len() != after.len() || !differs.is_empty() {
                wrong.push(format!(
                    "{name} {}: {} cells, then {}; {differs:?}",
                    input.pointer,
                    before.len(),
                    after.len()
                ));
            }
        }
    }
    assert!(tried > 500 && kinds.len() > 40, "{tried} inputs of {} kinds were tried", kinds.len());
    assert!(
        wrong.is_empty(),
        "{} inputs are not live, such as\n{}",
        wrong.len(),
        wrong.iter().take(25).cloned().collect::<Vec<_>>().join("\n")
    );
}
