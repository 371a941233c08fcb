//! A workbook that comes back: what was typed in it, written into the study that it was made from.

use crate::origin::{address, place_of, read_said};
use crate::page::year_and_month;
use crate::sheet::Said;
use deelsom_core::{Register, Study, pointer_name};
use deelsom_language::{Language, codes, words::workbook as w};
use serde_json::{Map, Value, json};

/// What stands in a cell that was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// Nothing.
    Blank,
    /// A number; a day is its serial number.
    Number(f64),
    /// Words.
    Text(String),
}

/// A row of the map: a figure of the study and what stood in its cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapped {
    /// The figure, by its JSON pointer.
    pub pointer: String,
    /// How it is said, as the map has it.
    pub said: String,
    /// The formula that says where it stands.
    pub now: String,
    /// What stood there when the book was made.
    pub then: Typed,
}

/// What someone changed in a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The figure, by its JSON pointer.
    pub pointer: String,
    /// Where it stands: sheet and address.
    pub place: String,
    /// What stood there, and what stands there now.
    pub then: Typed,
    /// What stands there now.
    pub now: Typed,
}

/// Why a workbook cannot be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where: sheet and address.
    pub place: String,
    /// What is wrong, as a code: one of the core's problems, or one of ours.
    pub code: String,
    /// What the core says of it, if it is the core's.
    pub problem: Option<deelsom_core::Problem>,
}

/// A workbook taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The study with what was changed.
    pub study: Value,
    /// What was changed, in the order of the book.
    pub changes: Vec<Change>,
}

/// Writes what was typed in a workbook into the study that it was made from. `cell` gives what stands in a place now;
/// where a reason is due and none was typed, one is given in the language of the workbook.
///
/// # Errors
/// Every cell that cannot be read, or every problem of the study as it would be, by cell.
pub fn take(
    study: &Value,
    map: &[Mapped],
    register: &Register,
    language: Language,
    cell: &dyn Fn(&str, u32, u16) -> Typed,
) -> Result<Taken, Vec<Fault>> {
    let mut taking =
        Taking { study: study.clone(), faults: Vec::new(), removed: Vec::new(), added: Vec::new() };
    let (mut changes, mut places) = (Vec::new(), Vec::new());
    let mut rows = Vec::new();
    for row in map {
        let Some(((sheet, at_row, column), said)) = place_of(&row.now).zip(read_said(&row.said)) else {
            taking.fault(&row.now, "own_damaged");
            continue;
        };
        let place = format!("{sheet}!{}", address(at_row, column));
        let now = cell(sheet, at_row, column);
        places.push((row.pointer.clone(), place.clone()));
        if !same(&row.then, &now) {
            changes.push(Change {
                pointer: row.pointer.clone(),
                place: place.clone(),
                then: row.then.clone(),
                now: now.clone(),
            });
        }
        rows.push((row, said, place, now));
    }
    for (row, said, place, now) in &rows {
        if same(&row.then, now) && !matches!(said, Said::Reason(_)) {
            continue;
        }
        taking.change(&rows, (row, said, place, now));
    }
    taking.finish(language);
    if !taking.faults.is_empty() {
        return Err(taking.faults);
    }
    let checked = Study::from_value_unweighed(&taking.study, register);
    match checked {
        Ok(_) => Ok(Taken { study: taking.study, changes }),
        Err(problems) => Err(problems.into_iter().map(|problem| fault_of(problem, &places)).collect()),
    }
}

/// A problem of the study, by the cell that stands for it.
fn fault_of(problem: deelsom_core::Problem, places: &[(String, String)]) -> Fault {
    let here = places.iter().find(|(pointer, _)| *pointer == problem.path);
    let near = || {
        places.iter().find(|(pointer, _)| {
            pointer.starts_with(&problem.path) || problem.path.starts_with(pointer.as_str())
        })
    };
    let place = here.or_else(near).map_or_else(|| problem.path.clone(), |(_, place)| place.clone());
    Fault { place, code: problem.code.to_owned(), problem: Some(problem) }
}

/// Whether two cells say the same: a spreadsheet may write the last digits of a number otherwise, or a text as a number.
fn same(one: &Typed, other: &Typed) -> bool {
    match (one, other) {
        (Typed::Number(one), Typed::Number(other)) => {
            (one - other).abs() <= 1e-12 * one.abs().max(other.abs())
        }
        (Typed::Text(text), Typed::Number(number)) | (Typed::Number(number), Typed::Text(text)) => {
            *text == number.to_string()
        }
        (Typed::Text(text), Typed::Blank) | (Typed::Blank, Typed::Text(text)) => text.is_empty(),
        (one, other) => one == other,
    }
}

type Row<'r> = (&'r Mapped, Said, String, Typed);

struct Taking {
    study: Value,
    faults: Vec<Fault>,
    /// Places of deviations that are taken out.
    removed: Vec<usize>,
    /// Deviations that come in: id, service, value or value by year, reason.
    added: Vec<(String, Option<String>, Value, Option<String>)>,
}

impl Taking {
    fn fault(&mut self, place: &str, code: &str) {
        self.faults.push(Fault { place: place.to_owned(), code: code.to_owned(), problem: None });
    }

    fn change(&mut self, rows: &[Row<'_>], (row, said, place, now): (&Mapped, &Said, &str, &Typed)) {
        let number =
            |now: &Typed| if let Typed::Number(number) = now { Some(number_of(*number)) } else { None };
        match said {
            Said::Number | Said::Optional => match (now, said) {
                (Typed::Blank, Said::Optional) => self.remove(&row.pointer),
                _ => match number(now) {
                    Some(value) => self.set(&row.pointer, value),
                    None => self.fault(place, "cell_not_a_number"),
                },
            },
            Said::Scale => match now {
                Typed::Blank => self.remove(&row.pointer),
                Typed::Text(text) => self.set(&row.pointer, json!(text.trim())),
                Typed::Number(number) => self.set(&row.pointer, json!(number.to_string())),
            },
            Said::Month | Said::OptionalMonth => match (now, said) {
                (Typed::Blank, Said::OptionalMonth) => self.remove(&row.pointer),
                (Typed::Number(day), _) if (0.0..3e6).contains(day) => {
                    let (year, month) = year_and_month(*day);
                    self.set(&row.pointer, json!(format!("{year:04.0}-{month:02.0}")));
                }
                _ => self.fault(place, "cell_not_a_month"),
            },
            Said::Certainty => match certainty(now) {
                Some(code) => self.set(&row.pointer, json!(code)),
                None => self.fault(place, "cell_not_a_word"),
            },
            Said::Step(_) => self.steps(rows, &row.pointer),
            Said::Year(_) => match now {
                Typed::Blank => self.remove(&row.pointer),
                _ => match number(now) {
                    Some(value) => self.year(&row.pointer, value),
                    None => self.fault(place, "cell_not_a_number"),
                },
            },
            Said::Assumption { id, service } => {
                self.assumption(rows, row, (id, service.as_ref()), place, now);
            }
            Said::Reason(_) => {
                if let (false, Typed::Text(reason)) = (row.pointer == "/assumptions/-", now) {
                    self.set(&row.pointer, json!(reason));
                }
            }
        }
    }

    fn assumption(
        &mut self,
        rows: &[Row<'_>],
        row: &Mapped,
        (id, service): (&str, Option<&String>),
        place: &str,
        now: &Typed,
    ) {
        let is_scale = id.starts_with("director_scale.");
        let value = match now {
            Typed::Blank => None,
            Typed::Text(text) if is_scale && text.trim() == "-" => Some(Value::Null),
            Typed::Text(text) if is_scale => Some(json!(text.trim())),
            Typed::Number(number) if is_scale => Some(json!(number.to_string())),
            Typed::Number(number) => Some(number_of(*number)),
            Typed::Text(_) => return self.fault(place, "cell_not_a_number"),
        };
        let at = row.pointer.strip_prefix("/assumptions/").and_then(|rest| rest.strip_suffix("/value"));
        match (at.and_then(|at| at.parse::<usize>().ok()), value) {
            (Some(at), None) => self.removed.push(at),
            (Some(_), Some(value)) => self.set(&row.pointer, value),
            (None, None) => {}
            (None, Some(value)) => {
                let reason = rows.iter().find_map(|(_, said, _, now)| match (said, now) {
                    (Said::Reason(of), Typed::Text(reason)) if of == id => Some(reason.clone()),
                    _ => None,
                });
                self.added.push((id.to_owned(), service.cloned(), value, reason));
            }
        }
    }

    /// The steps of a ramp, from the first to the last that says something.
    fn steps(&mut self, rows: &[Row<'_>], pointer: &str) {
        let Some((list, _)) = pointer.rsplit_once('/') else { return };
        let mut steps = Vec::new();
        let mut blank = None;
        for (row, said, place, now) in rows {
            let (Said::Step(_), Some((of, _))) = (said, row.pointer.rsplit_once('/')) else { continue };
            if of != list {
                continue;
            }
            match now {
                Typed::Blank => blank = Some(place.clone()),
                Typed::Number(number) => {
                    if let Some(place) = blank.take() {
                        return self.fault(&place, "cell_between_is_blank");
                    }
                    steps.push(number_of(*number));
                }
                Typed::Text(_) => return self.fault(&place.clone(), "cell_not_a_number"),
            }
        }
        if steps.is_empty() { self.remove(list) } else { self.set(list, Value::Array(steps)) }
    }

    /// A number by year: of an amount, or of an index that has no table yet.
    fn year(&mut self, pointer: &str, value: Value) {
        let Some((id, year)) = pointer.strip_prefix("/assumptions/-/").and_then(|rest| rest.split_once('/'))
        else {
            return self.set(pointer, value);
        };
        let known = self.added.iter_mut().find(|(of, _, table, _)| of == id && table.is_object());
        if let Some((_, _, Value::Object(table), _)) = known {
            table.insert(year.to_owned(), value);
        } else {
            self.added.push((id.to_owned(), None, json!({ year: value }), None));
        }
    }

    /// Writes a value, and what it stands in where that is not there yet.
    fn set(&mut self, pointer: &str, value: Value) {
        let mut at = &mut self.study;
        for token in pointer.split('/').skip(1) {
            let name = pointer_name(token);
            at = match at {
                Value::Array(all) => match name.parse::<usize>().ok().and_then(|place| all.get_mut(place)) {
                    Some(one) => one,
                    None => return,
                },
                other => {
                    if !other.is_object() {
                        *other = Value::Object(Map::new());
                    }
                    let Value::Object(all) = other else { return };
                    all.entry(name.into_owned()).or_insert(Value::Null)
                }
            };
        }
        *at = value;
    }

    /// Takes a value out; what only held it goes too.
    fn remove(&mut self, pointer: &str) {
        let Some((parent, name)) = pointer.rsplit_once('/') else { return };
        let Some(Value::Object(all)) = self.study.pointer_mut(parent) else { return };
        all.remove(&*pointer_name(name));
        let holds_one = parent.ends_with("/transition") || parent.ends_with("/guarantee");
        if all.is_empty() && holds_one {
            self.remove(parent);
        }
    }

    /// Puts deviations in and out, and settles what excludes each other.
    fn finish(&mut self, language: Language) {
        self.removed.sort_unstable();
        self.removed.dedup();
        if let Some(Value::Array(all)) = self.study.get_mut("assumptions") {
            for place in
                self.removed.iter().rev().filter(|place| **place < all.len()).copied().collect::<Vec<_>>()
            {
                all.remove(place);
            }
        }
        for (id, service, value, reason) in std::mem::take(&mut self.added) {
            let reason = reason.unwrap_or_else(|| w::CHANGED_IN_WORKBOOK.text(language).to_owned());
            let mut one = json!({ "id": id, "value": value, "reason": reason });
            if let Some(service) = service {
                one["service"] = json!(service);
            }
            match &mut self.study["assumptions"] {
                Value::Array(all) => all.push(one),
                none => *none = json!([one]),
            }
        }
        // Pay is a scale or an amount: the book goes by the amount where both are there.
        each_object(&mut self.study, &mut |object| {
            if object.contains_key("cost_per_fte") {
                object.remove("scale");
            }
        });
    }
}

fn each_object(value: &mut Value, see: &mut dyn FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| each_object(one, see)),
        Value::Object(all) => {
            see(all);
            all.values_mut().for_each(|one| each_object(one, see));
        }
        _ => {}
    }
}

/// A number as a file has it: whole ones without a point.
fn number_of(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and far below what an i64 holds")]
    if number.abs() < 1e15 && (libm::floor(number) - number).abs() == 0.0 {
        json!(number as i64)
    } else {
        json!(number)
    }
}

/// The code of a word for how sure an amount is, in either language.
fn certainty(now: &Typed) -> Option<String> {
    let Typed::Text(text) = now else { return None };
    let text = text.trim().to_lowercase();
    let found = codes::CERTAINTIES.iter().find(|(code, word)| {
        *code == text
            || [Language::Dutch, Language::English]
                .iter()
                .any(|language| word.text(*language).to_lowercase() == text)
    });
    found.map(|(code, _)| code.to_owned())
}
