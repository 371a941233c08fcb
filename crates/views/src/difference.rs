//! What differs between two studies: in their data, and in what follows from it.

mod names;
mod walk;

use std::collections::BTreeSet;

use deelsom_core::{Effect, EffectResult, Money, Outcome, Pointed, Study, pointer_name};
use deelsom_language::words::table as head;
use deelsom_language::{Language, Word};
use serde_json::Value;

pub use names::Names;
pub use walk::{Place, Side, Trail, Walk};

/// What tells the rows of a list apart, by the name of the list.
const IDENTITIES: [(&str, &[&str]); 14] = [
    ("assumptions", &["id", "service"]),
    ("bridge", &["service"]),
    ("courses", &["id"]),
    ("effects", &["option"]),
    ("exit", &["partner"]),
    ("ledger", &["year", "bearer", "service", "line", "name"]),
    ("partners", &["partner"]),
    ("problems", &["code", "path"]),
    ("staffing", &["unit", "service", "role", "partner"]),
    ("vacancies", &["unit", "service", "role", "partner"]),
    ("vacancies_avoided", &["unit", "service", "role", "partner"]),
    ("vulnerability", &["unit", "service", "role", "partner"]),
    ("warnings", &["code", "path"]),
    ("years", &["year"]),
];

/// The fields that tell the rows of a report's list apart; none where only their place does.
pub fn identity(list: &str) -> &'static [&'static str] {
    IDENTITIES.iter().find(|(name, _)| *name == list).map_or(&[], |(_, fields)| fields)
}

/// The fields that tell the rows of a study's list apart.
pub fn identity_in_study(list: &str) -> &'static [&'static str] {
    match list {
        "sources" | "partners" | "services" | "units" | "options" | "phases" | "list" => &["id"],
        "posts" => &["unit", "service", "role"],
        "departures" => &["unit", "service", "role", "month"],
        "running_costs" => &["unit", "service", "name"],
        "volumes" | "moves" => &["service"],
        "assumptions" => &["id", "service"],
        "ranges" => &["path"],
        "one_offs" | "recurring" | "out_of_scope" => &["name"],
        _ => &[],
    }
}

/// A field or row of a study that another study has otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Its place in the first study.
    pub was_at: Option<String>,
    /// Its place in the second.
    pub is_at: Option<String>,
    /// What it was.
    pub was: Option<Value>,
    /// What it is.
    pub is: Option<Value>,
    /// What it is about.
    pub words: String,
    /// The name of its field; of a row that of its list.
    pub field: String,
    /// Where in the first study the object or list is that it belongs in.
    within: Option<String>,
}

/// The data that differ between two studies, in the order of the files; what is new or gone as a whole row.
pub fn inputs(before: &Value, after: &Value, language: Language) -> Vec<Input> {
    inputs_in(before, after, &Names { studies: [before, after], language })
}

/// The same of two parts of studies, whose ids these names know.
pub fn inputs_in(before: &Value, after: &Value, names: &Names<'_>) -> Vec<Input> {
    let walk = Walk { identity: identity_in_study, piece_by_piece: false };
    let input = |place: &Place<'_>| Input {
        was_at: place.a.as_ref().map(|side| side.pointer.clone()),
        is_at: place.b.as_ref().map(|side| side.pointer.clone()),
        was: place.a.as_ref().map(|side| side.value.clone()),
        is: place.b.as_ref().map(|side| side.value.clone()),
        words: names.field(&place.trail),
        field: field_of(&place.trail).to_owned(),
        within: place.trail.within.clone(),
    };
    let mut inputs: Vec<Input> = walk.differences(before, after).iter().map(input).collect();
    // A figure that became someone's own lost its source with that: the figure tells it.
    let is_figure = |input: &Input| input.is.is_some() && matches!(&*input.field, "fte" | "amount");
    let records: BTreeSet<String> =
        inputs.iter().filter(|input| is_figure(input)).filter_map(|input| input.within.clone()).collect();
    let is_told = |input: &Input| input.within.as_ref().is_some_and(|record| records.contains(record));
    let is_mark = |input: &Input| input.is.is_none() && matches!(&*input.field, "status" | "source");
    inputs.retain(|input| !(is_mark(input) && is_told(input)));
    inputs
}

/// What a place in a study is about, from the whole to the parts.
pub fn place_in_words(study: &Value, pointer: &str, language: Language) -> String {
    let (mut trail, mut at, mut list) = (Trail::default(), study, "");
    for token in pointer.split('/').skip(1) {
        if let Some(row) = at.as_array().and_then(|rows| rows.get(token.parse::<usize>().ok()?)) {
            trail.rows.push((list, row));
            trail.fields.clear();
            at = row;
        } else {
            trail.fields.push(token);
            at = at.get(&*pointer_name(token)).unwrap_or(&Value::Null);
            list = token;
        }
    }
    Names { studies: [study, study], language }.field(&trail)
}

/// The field that a trail ends at; else the list of its last row.
fn field_of<'v>(trail: &Trail<'v>) -> &'v str {
    trail.fields.last().copied().or_else(|| Some(trail.rows.last()?.0)).unwrap_or_default()
}

impl Input {
    /// The first study with this change alone. None where it cannot be made alone: the row that it belongs to is new.
    pub fn made_in(&self, before: &Value) -> Option<Value> {
        let mut file = before.clone();
        let (_, name) = self.was_at.as_ref().or(self.is_at.as_ref())?.rsplit_once('/')?;
        let parent = file.at_mut(self.within.as_ref()?)?;
        match (parent, &self.is) {
            (Value::Object(fields), Some(is)) => {
                drop(fields.insert(pointer_name(name).into_owned(), is.clone()));
            }
            (Value::Object(fields), None) => drop(fields.remove(&*pointer_name(name))),
            (Value::Array(rows), Some(is)) => match self.was {
                Some(_) => *rows.get_mut(name.parse::<usize>().ok()?)? = is.clone(),
                None => rows.push(is.clone()),
            },
            (Value::Array(rows), None) => {
                let place = name.parse::<usize>().ok().filter(|place| *place < rows.len())?;
                rows.remove(place);
            }
            _ => return None,
        }
        Some(file)
    }
}

/// An outcome that differs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The place of the option in the second study.
    pub option: usize,
    /// The place of the partner in it; none for all of them.
    pub partner: Option<usize>,
    /// The field of the report.
    pub field: &'static str,
    /// What the field is called.
    pub word: Word,
    /// What it was.
    pub was: Money,
    /// What it is.
    pub is: Money,
}

impl Shift {
    /// The second minus the first.
    pub fn difference(&self) -> Money {
        self.is - self.was
    }
}

/// The outcomes that differ between two studies, the largest differences first: of every option that both have, in all
/// and for every partner that both have.
pub fn shifts(before: (&Study, &Outcome), after: (&Study, &Outcome)) -> Vec<Shift> {
    let mut found = Vec::new();
    for (place, (option, effect)) in after.0.options.iter().zip(&after.1.effects).enumerate() {
        let mut earlier = before.0.options.iter().zip(&before.1.effects);
        if let Some((_, was)) = earlier.find(|(was, _)| was.id == option.id) {
            of_effects((before.0, was), (after.0, effect), place, &mut found);
        }
    }
    in_order(found)
}

/// The outcomes that differ between two options of a study, the largest differences first.
pub fn between(study: &Study, outcome: &Outcome, one: usize, other: usize) -> Vec<Shift> {
    let mut found = Vec::new();
    if let (Some(was), Some(is)) = (outcome.effects.get(one), outcome.effects.get(other)) {
        of_effects((study, was), (study, is), other, &mut found);
    }
    in_order(found)
}

/// What differs between two effects, in all and for each partner.
fn of_effects(before: (&Study, &Effect), after: (&Study, &Effect), option: usize, found: &mut Vec<Shift>) {
    let mut compare = |partner, was: &EffectResult, is: &EffectResult| {
        let fields = [
            ("npv", head::NPV, was.npv, is.npv),
            ("structural", head::STRUCTURAL, was.structural, is.structural),
            ("deepest/amount", head::DEEPEST, was.deepest.amount, is.deepest.amount),
        ];
        let differ = fields.into_iter().filter(|(_, _, was, is)| was != is);
        found.extend(differ.map(|(field, word, was, is)| Shift { option, partner, field, word, was, is }));
    };
    compare(None, &before.1.result, &after.1.result);
    for (place, (partner, is)) in after.0.partners.iter().zip(&after.1.partners).enumerate() {
        let mut earlier = before.0.partners.iter().zip(&before.1.partners);
        if let Some((_, was)) = earlier.find(|(was, _)| was.id == partner.id) {
            compare(Some(place), &was.result, &is.result);
        }
    }
}

fn in_order(mut found: Vec<Shift>) -> Vec<Shift> {
    found.sort_by_key(|shift| std::cmp::Reverse(shift.difference().abs()));
    found
}

#[cfg(test)]
mod tests {
    use deelsom_core::{Register, calculate};
    use serde_json::json;

    use super::*;

    const STUDY: &str = include_str!("../../../examples/voorschoten-wassenaar-2010.json");

    fn outcome(file: &Value) -> (Study, Outcome) {
        let register = Register::embedded();
        let study = Study::read(&file.to_string(), &register).expect("a study");
        let outcome = calculate(&study, &register);
        (study, outcome)
    }

    #[test]
    fn changes_can_be_made_one_by_one_and_together_are_the_second_study() {
        let before: Value = serde_json::from_str(STUDY).expect("JSON");
        let mut after = before.clone();
        after["posts"][1]["fte"] = json!(9.5);
        after["options"][0]["name"] = json!("Another name");
        // In another order, and with a field that it had not: rows are found by what they are about.
        after["partners"].as_array_mut().expect("partners").reverse();
        after["partners"][0]["recoverable_vat"] = json!(0.5);
        after["posts"].as_array_mut().expect("posts").remove(4);
        let changes = inputs(&before, &after, Language::English);
        assert_eq!(changes.len(), 4, "{changes:?}");
        let mut made = before.clone();
        // From the end, so that a row taken away moves none that is still to change.
        for change in changes.iter().rev() {
            made = change.made_in(&made).expect("a change that can be made");
        }
        made["partners"].as_array_mut().expect("partners").reverse();
        assert_eq!(made, after);
    }

    #[test]
    fn the_largest_shift_comes_first_and_the_same_study_has_none() {
        let file: Value = serde_json::from_str(STUDY).expect("JSON");
        let (study, result) = outcome(&file);
        assert_eq!(shifts((&study, &result), (&study, &result)), []);
        let mut other = file.clone();
        other["posts"][1]["fte"] = json!(9.5);
        let (changed, after) = outcome(&other);
        let found = shifts((&study, &result), (&changed, &after));
        assert!(!found.is_empty());
        assert!(found.windows(2).all(|pair| pair[0].difference().abs() >= pair[1].difference().abs()));
        let npv = found.iter().find(|shift| (shift.option, shift.partner, shift.field) == (0, None, "npv"));
        let difference = after.effects[0].result.npv - result.effects[0].result.npv;
        assert_eq!(npv.map(Shift::difference), Some(difference).filter(|money| !money.is_zero()));
        assert_eq!(between(&study, &result, 0, 0), []);
        assert!(!between(&study, &result, 0, 1).is_empty());
    }

    #[test]
    fn what_changed_is_said_in_words() {
        let before: Value = serde_json::from_str(STUDY).expect("JSON");
        let mut after = before.clone();
        after["options"][0]["moves"][0]["running_cost_saving"] = json!(0.07);
        let found = inputs(&before, &after, Language::English);
        let option = before["options"][0]["name"].as_str().expect("a name");
        assert!(found[0].words.starts_with(&format!("options: {option}, moves: ")), "{}", found[0].words);
        assert!(found[0].words.ends_with(": saving on running costs"), "{}", found[0].words);
    }

    #[test]
    fn places_are_said_in_words() {
        let file: Value = serde_json::from_str(STUDY).expect("JSON");
        for (pointer, words) in [
            ("/partners/0/inhabitants", "gemeenten: Voorschoten: inwoners"),
            ("/posts/1/fte", "functies: Voorschoten, P&O, P&O-adviseur: formatie in fte"),
            ("/options/0/moves", "varianten: Eén afdeling bedrijfsvoering, lichte vorm: overgangen"),
            ("", ""),
        ] {
            assert_eq!(place_in_words(&file, pointer, Language::Dutch), words);
        }
    }

    #[test]
    fn codes_and_ids_are_said_by_name() {
        let study = json!({ "partners": [{ "id": "p", "name": "Aa" }], "sources": [{ "id": "s", "title": "Budget" }],
            "options": [{ "id": "o", "name": "One", "units": [{ "id": "u", "name": "Together" }] }] });
        let names = Names { studies: [&study, &study], language: Language::English };
        let said = |field: &str, value: Value| names.said(field, Some(&value));
        assert_eq!(said("members", json!(["p", "u"])), "Aa, Together");
        assert_eq!(said("source", json!("s")), "Budget");
        assert_eq!(said("vat", json!("taxed")), "with VAT");
        assert_eq!(said("staffing", json!({ "percent": 0.1, "rule": "percent" })), "10%, a percentage less");
        assert_eq!(said("default", json!({ "key": "inhabitants" })), "inhabitants");
        assert_eq!(said("month", json!("2026-07")), "July 2026");
        assert_eq!(said("reason", json!("p")), "p", "what people wrote stays as it is");
        assert_eq!(names.said("fte", None), "not there");
    }
}
