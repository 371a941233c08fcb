//! A workbook that comes back: what was typed in it, written into the study that it was made from.

use crate::origin::{address, place_of, read_said};
use crate::page::year_and_month;
use crate::sheet::Said;
use deelsom_core::{Register, Study, pointer_name};
use deelsom_language::{Language, codes, words::workbook as w};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The figure, by its JSON pointer, as the map has it.
    pub pointer: String,
    /// How it is said, as the map has it.
    pub said: String,
    /// Where it is in the study as it is now; none where it was taken out.
    pub at: Option<String>,
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
    let mut taking = Taking::of(study);
    let mut rows = Vec::new();
    for row in map {
        let Some(((sheet, at_row, column), said)) = place_of(&row.now).zip(read_said(&row.said)) else {
            taking.fault(&row.now, "own_damaged");
            continue;
        };
        let place = format!("{sheet}!{}", address(at_row, column));
        let now = cell(sheet, at_row, column);
        rows.push(Row { mapped: row, said, place, now });
    }
    let beside = Beside::of(&rows);
    for row in rows.iter().filter(|row| row.is_changed()) {
        taking.change(&beside, row);
    }
    taking.finish(&beside, language);
    if taking.study != *study {
        thaw(&mut taking.study);
    }
    let checked = Study::from_value_unweighed(&taking.study, register);
    let mut faults = std::mem::take(&mut taking.faults);
    if let Err(problems) = checked {
        let cells = Cells::of(&rows, &taking);
        let told: BTreeSet<String> = faults.iter().map(|fault| fault.place.clone()).collect();
        let judged = problems.into_iter().map(|problem| cells.fault_of(problem));
        faults.extend(judged.filter(|fault| !told.contains(&fault.place)));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let typed = rows.iter().filter(|row| row.is_changed() && !taking.is_idle(row));
    let changes = typed.map(|row| Change {
        pointer: row.mapped.pointer.clone(),
        said: row.mapped.said.clone(),
        at: taking.at(row),
        place: row.place.clone(),
        then: row.mapped.then.clone(),
        now: row.now.clone(),
    });
    Ok(Taken { changes: changes.collect(), study: taking.study })
}

/// Takes the seal off: what was typed over is no longer what was frozen.
fn thaw(study: &mut Value) {
    let sealed = study.as_object_mut().and_then(|fields| fields.remove("frozen"));
    if sealed.is_some() {
        deelsom_core::study::migrate(study);
    }
}

/// The cell of every figure of the study as it is now.
struct Cells<'r>(BTreeMap<String, (usize, &'r str)>);

impl<'r> Cells<'r> {
    fn of(rows: &'r [Row<'_>], taking: &Taking) -> Self {
        let mut cells = BTreeMap::new();
        for (order, row) in rows.iter().enumerate() {
            if let Some(at) = taking.at(row) {
                cells.entry(at).or_insert((order, row.place.as_str()));
            }
        }
        Self(cells)
    }

    /// A problem of the study, by the cell that stands for it: its own, else the first of what it holds, else that of what
    /// holds it.
    fn fault_of(&self, problem: deelsom_core::Problem) -> Fault {
        let path = problem.path.as_str();
        let below = [path, "/"].concat();
        let held = || {
            let held = self.0.range(below.clone()..).take_while(|(at, _)| at.starts_with(&below));
            held.map(|(_, cell)| cell).min()
        };
        let holding = || {
            let mut ends = path.match_indices('/').map(|(end, _)| end).rev();
            ends.find_map(|end| self.0.get(path.get(..end)?))
        };
        let cell = self.0.get(path).or_else(held).or_else(holding);
        let place = cell.map_or_else(|| path.to_owned(), |(_, place)| (*place).to_owned());
        Fault { place, code: problem.code.to_owned(), problem: Some(problem) }
    }
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

/// A row of the map with its cell: where it is, and what stands there now.
struct Row<'r> {
    mapped: &'r Mapped,
    said: Said,
    place: String,
    now: Typed,
}

impl Row<'_> {
    fn is_changed(&self) -> bool {
        !same(&self.mapped.then, &self.now)
    }
}

/// What is looked up beside a row.
struct Beside<'r> {
    /// The steps of every ramp, by its list.
    steps: BTreeMap<&'r str, Vec<&'r Row<'r>>>,
    /// What stands as the reason of an assumption, by its id.
    reasons: BTreeMap<&'r str, &'r str>,
    /// What posts cost, by the post.
    costs: BTreeMap<&'r str, &'r Typed>,
}

impl<'r> Beside<'r> {
    fn of(rows: &'r [Row<'r>]) -> Self {
        let mut beside = Self { steps: BTreeMap::new(), reasons: BTreeMap::new(), costs: BTreeMap::new() };
        for row in rows {
            let within = row.mapped.pointer.rsplit_once('/');
            match (&row.said, within, &row.now) {
                (Said::Step(_), Some((list, _)), _) => beside.steps.entry(list).or_default().push(row),
                (Said::Reason(id), _, Typed::Text(reason)) => {
                    beside.reasons.entry(id).or_insert(reason);
                }
                (_, Some((post, "cost_per_fte")), cost) => {
                    beside.costs.insert(post, cost);
                }
                _ => {}
            }
        }
        beside
    }

    /// Whether the post whose scale this is has a cost of its own too.
    fn has_cost(&self, scale: &str) -> bool {
        let post = scale.strip_suffix("/scale").unwrap_or(scale);
        self.costs.get(post).is_some_and(|cost| **cost != Typed::Blank)
    }
}

/// A deviation from the register that comes in.
struct Added {
    id: String,
    service: Option<String>,
    /// A number, or numbers by year.
    value: Value,
}

struct Taking {
    study: Value,
    faults: Vec<Fault>,
    /// The lists of steps that were written.
    ramps: BTreeSet<String>,
    /// Places of deviations that are taken out.
    removed: BTreeSet<usize>,
    added: Vec<Added>,
    /// The places of those, by id and service.
    new: BTreeMap<(String, Option<String>), usize>,
    /// How many deviations there were that stay: what is added comes after them.
    stay: usize,
}

impl Taking {
    fn of(study: &Value) -> Self {
        Self {
            study: study.clone(),
            faults: Vec::new(),
            ramps: BTreeSet::new(),
            removed: BTreeSet::new(),
            added: Vec::new(),
            new: BTreeMap::new(),
            stay: 0,
        }
    }

    /// Where the figure of a row is in the study as it is now; none where it was taken out.
    fn at(&self, row: &Row<'_>) -> Option<String> {
        let pointer = &row.mapped.pointer;
        let Some(rest) = pointer.strip_prefix("/assumptions/") else { return Some(pointer.clone()) };
        let (place, field) = rest.split_once('/').unwrap_or((rest, ""));
        if let Ok(place) = place.parse::<usize>() {
            let before = self.removed.range(..place).count();
            return (!self.removed.contains(&place))
                .then(|| format!("/assumptions/{}/{field}", place - before));
        }
        let new = |id: &str, service: Option<&String>| {
            Some(self.stay + self.new.get(&(id.to_owned(), service.cloned()))?)
        };
        match &row.said {
            Said::Assumption { id, service } => {
                new(id, service.as_ref()).map(|at| format!("/assumptions/{at}/value"))
            }
            Said::Reason(id) => new(id, None).map(|at| format!("/assumptions/{at}/reason")),
            _ => {
                let (id, year) = field.split_once('/')?;
                new(id, None).map(|at| format!("/assumptions/{at}/value/{year}"))
            }
        }
    }

    /// Whether what was typed in a row does nothing: a reason for a value that is the register's.
    fn is_idle(&self, row: &Row<'_>) -> bool {
        matches!(row.said, Said::Reason(_)) && self.at(row).is_none()
    }

    fn add(&mut self, id: &str, service: Option<&String>, value: Value) {
        self.new.entry((id.to_owned(), service.cloned())).or_insert(self.added.len());
        self.added.push(Added { id: id.to_owned(), service: service.cloned(), value });
    }

    fn fault(&mut self, place: &str, code: &str) {
        self.faults.push(Fault { place: place.to_owned(), code: code.to_owned(), problem: None });
    }

    fn change(&mut self, beside: &Beside<'_>, row: &Row<'_>) {
        let Row { mapped: row, said, place, now } = row;
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
                _ if beside.has_cost(&row.pointer) => self.fault(place, "cell_scale_and_cost"),
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
            Said::Step(_) => self.steps(beside, &row.pointer),
            Said::Year(_) => match now {
                Typed::Blank => self.remove(&row.pointer),
                _ => match number(now) {
                    Some(value) => self.year(&row.pointer, value),
                    None => self.fault(place, "cell_not_a_number"),
                },
            },
            Said::Assumption { id, service } => {
                self.assumption(row, (id, service.as_ref()), place, now);
            }
            Said::Reason(_) if row.pointer == "/assumptions/-" => {}
            Said::Reason(_) => match now {
                // The core says that one is due.
                Typed::Blank => self.set(&row.pointer, json!("")),
                Typed::Text(reason) => self.set(&row.pointer, json!(reason)),
                Typed::Number(number) => self.set(&row.pointer, json!(number.to_string())),
            },
        }
    }

    fn assumption(&mut self, row: &Mapped, (id, service): (&str, Option<&String>), place: &str, now: &Typed) {
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
            (Some(at), None) => _ = self.removed.insert(at),
            (Some(_), Some(value)) => self.set(&row.pointer, value),
            (None, None) => {}
            (None, Some(value)) => self.add(id, service, value),
        }
    }

    /// The steps of a ramp, from the first to the last that says something.
    fn steps(&mut self, beside: &Beside<'_>, pointer: &str) {
        let Some((list, _)) = pointer.rsplit_once('/') else { return };
        if !self.ramps.insert(list.to_owned()) {
            return;
        }
        let mut steps = Vec::new();
        let mut blank = None;
        for Row { place, now, .. } in beside.steps.get(list).into_iter().flatten() {
            match now {
                Typed::Blank => blank = Some(place),
                Typed::Number(number) => {
                    if let Some(place) = blank {
                        return self.fault(place, "cell_between_is_blank");
                    }
                    steps.push(number_of(*number));
                }
                Typed::Text(_) => return self.fault(place, "cell_not_a_number"),
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
        let known = self.new.get(&(id.to_owned(), None)).and_then(|place| self.added.get_mut(*place));
        if let Some(Added { value: Value::Object(table), .. }) = known {
            table.insert(year.to_owned(), value);
        } else {
            self.add(id, None, json!({ year: value }));
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
    fn finish(&mut self, beside: &Beside<'_>, language: Language) {
        if let Some(Value::Array(all)) = self.study.get_mut("assumptions") {
            let mut place = 0..;
            all.retain(|_| place.next().is_none_or(|place| !self.removed.contains(&place)));
            self.stay = all.len();
        }
        for Added { id, service, value } in &self.added {
            let reason = beside.reasons.get(id.as_str()).copied();
            let reason = reason.unwrap_or_else(|| w::CHANGED_IN_WORKBOOK.text(language));
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
