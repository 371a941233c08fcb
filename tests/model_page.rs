//! The model page in both languages, held against the register, the codes of the model and what it computes.

#[path = "model_page/generated.rs"]
mod generated;
#[path = "model_page/page.rs"]
mod page;
#[path = "model_page/worked.rs"]
mod worked;

use std::collections::BTreeSet;
use std::{env, fs};

use deelsom_core::study::{Basis, ExitRule, Form, Kind, Vat, file};
use deelsom_core::{Line, Register};
use deelsom_language::messages;
use serde_json::Value;

use page::{Page, in_backticks, pages, root};

/// Whether the pages are to be brought up to date and not only compared.
const UPDATE: &str = "DEELSOM_UPDATE";

#[test]
fn the_tables_of_assumptions_follow_the_register() {
    let register = Register::embedded();
    for page in pages() {
        let renewed = generated::renew(&page.text, page.language, &register);
        if renewed != page.text && env::var_os(UPDATE).is_some_and(|value| value == "1") {
            fs::write(&page.path, &renewed).expect("a page that can be written");
            continue;
        }
        let differs = page.text.lines().zip(renewed.lines()).find(|(stands, follows)| stands != follows);
        assert_eq!(differs, None, "{}: run this with {UPDATE}=1 to renew it", page.path.display());
        assert_eq!(page.text.len(), renewed.len(), "{}: run this with {UPDATE}=1", page.path.display());
    }
}

#[test]
fn every_assumption_has_a_row() {
    for entry in Register::embedded().entries() {
        assert!(generated::is_held(&entry.id), "{} stands in no table", entry.id);
    }
    for page in pages() {
        let names: Vec<&str> = generated::places(&page.text).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["assumptions", "elasticity", "cost-per-fte", "by-form", "sources"]);
    }
}

#[test]
fn both_pages_have_the_same_sections_tables_and_codes() {
    let [english, dutch] = pages();
    let numbers = |page: &Page| -> Vec<String> { page.sections().map(|one| one.number.to_owned()).collect() };
    assert_eq!(numbers(&english), numbers(&dutch));
    let mut differs = Vec::new();
    for (one, other) in english.sections().zip(dutch.sections()) {
        let number = one.number;
        if one.rows_of_tables() != other.rows_of_tables() {
            let (one, other) = (one.rows_of_tables(), other.rows_of_tables());
            differs.push(format!("{number}: tables of {one:?} rows, in Dutch {other:?}"));
        }
        for (what, marks) in
            [("readings", ["**Reading", "**Lezing"]), ("worked figures", ["*Worked.*", "*Voorbeeld.*"])]
        {
            if one.text.matches(marks[0]).count() != other.text.matches(marks[1]).count() {
                differs.push(format!("{number}: not as many {what}"));
            }
        }
        let (mut one, mut other) = (in_backticks(one.text), in_backticks(other.text));
        one.sort_unstable();
        other.sort_unstable();
        differs.extend(missing(&one, &other).map(|code| format!("{number}: {code} only in English")));
        differs.extend(missing(&other, &one).map(|code| format!("{number}: {code} only in Dutch")));
    }
    assert_eq!(differs, Vec::<String>::new());
}

/// What stands more often in a sorted list than in another.
fn missing<'a>(list: &'a [&'a str], other: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let count = |list: &[&str], code: &str| list.iter().filter(|known| **known == code).count();
    let distinct: BTreeSet<&str> = list.iter().copied().collect();
    distinct.into_iter().filter(move |code| count(list, code) > count(other, code))
}

#[test]
fn every_section_names_its_source() {
    let mut silent = Vec::new();
    for page in pages() {
        let word = page.language.pick("Bron: ", "Source: ");
        for section in page.sections().filter(|one| one.number != "0") {
            let sources = section.text.lines().filter(|line| line.starts_with(word)).count();
            if sources != 1 {
                silent.push(format!("{:?} {}: {sources}", page.language, section.number));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn the_pages_lead_to_each_other() {
    let [english, dutch] = pages();
    let opening = |page: &Page| page.text.lines().take(3).collect::<String>();
    assert!(opening(&english).contains("](model.nl.md)"));
    assert!(opening(&dutch).contains("](model.md)"));
    let readme = fs::read_to_string(root().join("README.md")).expect("a readme");
    assert!(readme.contains("](docs/model.md)") && readme.contains("](docs/model.nl.md)"));
}

/// The codes of a closed list.
macro_rules! all_of {
    ($($list:ident),*) => {
        [$($list::ALL.iter().map(|one| one.code().to_owned()).collect::<Vec<_>>()),*].concat()
    };
}

#[test]
fn every_code_of_the_model_is_named() {
    let mut codes: Vec<String> = all_of!(Line, Form, Kind, Basis, Vat, ExitRule);
    codes.extend(file::KEY_CODES.map(str::to_owned));
    let rules = &schema("study")["$defs"]["RuleName"];
    let rules = in_lists(rules);
    assert!(rules.contains(&"percent".to_owned()), "the staffing rules are in the schema: {rules:?}");
    codes.extend(rules);
    codes.extend(known_messages().into_iter().map(str::to_owned));
    assert_eq!(unnamed(&codes), Vec::<String>::new());
}

#[test]
fn every_field_of_a_study_and_of_a_report_is_named() {
    for name in ["study", "report"] {
        let mut fields = Vec::new();
        collect_fields(&schema(name), &mut fields);
        assert!(fields.len() > 50, "{name} has {} fields", fields.len());
        assert_eq!(unnamed(&fields), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_problem_and_warning_of_the_tables_exists() {
    let known = known_messages();
    let mut unknown = Vec::new();
    for page in pages() {
        let mut named = 0;
        for (number, heading, place) in [("1", "code", 0), ("13", "code", 1)] {
            let section = page.sections().find(|one| one.number == number).expect("a section");
            for table in section.tables().into_iter().filter(|table| table[0][place] == heading) {
                for code in table[1..].iter().flat_map(|row| in_backticks(row[place])) {
                    named += 1;
                    if !known.contains(code) {
                        unknown.push(format!("{:?} {number}: {code}", page.language));
                    }
                }
            }
        }
        assert_eq!(named, known.len(), "{:?}: each code is named once", page.language);
    }
    assert_eq!(unknown, Vec::<String>::new());
}

fn known_messages() -> BTreeSet<&'static str> {
    let tables = [messages::FILE_PROBLEMS, messages::STUDY_PROBLEMS, messages::WARNINGS];
    tables.into_iter().flat_map(deelsom_language::words::Table::iter).map(|(code, _)| code).collect()
}

/// Those that a page does not name in backticks, as a word or within a piece of the format.
fn unnamed(codes: &[String]) -> Vec<String> {
    let mut unnamed = Vec::new();
    for page in pages() {
        let words: BTreeSet<&str> = in_backticks(&page.text)
            .into_iter()
            .flat_map(|code| code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_'))
            .collect();
        for code in codes.iter().filter(|code| !words.contains(code.as_str())) {
            unnamed.push(format!("{:?}: {code}", page.language));
        }
    }
    unnamed
}

fn schema(name: &str) -> Value {
    let path = root().join(format!("docs/schema/{name}.schema.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("a schema")).expect("JSON")
}

fn collect_fields(schema: &Value, fields: &mut Vec<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(Value::Object(properties)) = parts.get("properties") {
                fields.extend(properties.keys().cloned());
            }
            for part in parts.values() {
                collect_fields(part, fields);
            }
        }
        Value::Array(parts) => {
            for part in parts {
                collect_fields(part, fields);
            }
        }
        _ => {}
    }
}

/// The codes that a closed list of a schema allows, each on its own or together.
fn in_lists(schema: &Value) -> Vec<String> {
    let texts = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let mut codes = texts(&schema["enum"]);
    for one in schema["oneOf"].as_array().into_iter().flatten() {
        codes.extend(texts(&one["enum"]));
        codes.extend(one["const"].as_str().map(str::to_owned));
    }
    codes
}

#[test]
fn the_worked_figures_are_what_the_model_makes() {
    let register = Register::embedded();
    let mut differs = Vec::new();
    for page in pages() {
        for section in page.sections() {
            let mark = page.language.pick("*Voorbeeld.*", "*Worked.*");
            let stands: Vec<String> = section
                .text
                .lines()
                .filter(|line| line.starts_with(mark))
                .flat_map(worked::numbers)
                .collect();
            let figures = worked::figures(section.number, &register);
            let follows: Vec<String> = figures.into_iter().map(|one| one.text(page.language)).collect();
            if stands != follows {
                let number = section.number;
                differs.push(format!(
                    "{:?} {number}:\n stands  {stands:?}\n follows {follows:?}",
                    page.language
                ));
            }
        }
    }
    assert!(differs.is_empty(), "{}", differs.join("\n"));
}

#[test]
fn numbers_are_found_as_they_are_written() {
    let numbers = |text| worked::numbers(text);
    assert_eq!(
        numbers("1,250.625, −1,250.63; 1 − 0.5. (2.75)"),
        ["1,250.625", "−1,250.63", "1", "0.5", "2.75"]
    );
    assert_eq!(numbers("a [study 9](../studies/one-2.md) in 0,9."), ["9", "0,9"]);
}
