//! Every figure explained: what an explanation says adds up to the figure, from the study's own fields and the register.

#[path = "explanation/recompute.rs"]
mod recompute;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deelsom_core::explanation::{Formula, Ground, Measure};
use deelsom_core::{Explainer, Explanation, Outcome, Register, Report, Study, calculate};
use deelsom_language::codes;
use serde_json::Value;

use recompute::recompute;

/// A study with what follows from it.
struct Case {
    name: String,
    file: Value,
    study: Study,
    outcome: Outcome,
    report: Value,
    /// How many figures lie between two that are asked for.
    step: usize,
}

fn cases(register: &Register) -> Vec<Case> {
    let mut cases = Vec::new();
    for (folder, step) in [("studies", 1), ("../examples", 17)] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(&folder).expect("a folder of studies") {
            let path = entry.expect("a file").path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.extension().is_none_or(|ending| ending != "json") || name.ends_with(".expected.json") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a study");
            let file: Value = serde_json::from_str(&text).expect("JSON");
            let study =
                Study::read(&text, register).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
            let outcome = calculate(&study, register);
            let report = serde_json::to_value(Report::of(&study, register, &outcome)).expect("a report");
            cases.push(Case { name, file, study, outcome, report, step });
        }
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(cases.len() >= 24, "only {} studies were found", cases.len());
    cases
}

/// Every number of a report by its pointer, but for years, counts and what is only said.
fn figures(report: &Value) -> Vec<(String, f64)> {
    fn walk(value: &Value, at: &str, found: &mut Vec<(String, f64)>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| walk(value, &format!("{at}/{name}"), found));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(nth, item)| walk(item, &format!("{at}/{nth}"), found));
            }
            Value::Number(number) => found.push((at.to_owned(), number.as_f64().unwrap_or(f64::NAN))),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for part in ["courses", "effects", "scores", "outturn", "assumptions"] {
        walk(&report[part], &format!("/{part}"), &mut found);
    }
    // A year says when and not how much; vacancies and surplus of staffing are posts less people.
    let said = ["/year", "/payback_year", "/vacancies", "/surplus"];
    found.retain(|(at, _)| {
        !said.iter().any(|end| at.ends_with(end)) || (at.ends_with("/surplus") && at.contains("/bridge/"))
    });
    // Own staff effort is what the study says, spread over its months: no figure of the model.
    found.retain(|(at, _)| !at.contains("/effort/"));
    // How many scores were given is counted.
    found.retain(|(at, _)| !(at.starts_with("/scores/") && at.ends_with("/scores")));
    // An assumption by year is told where it is used.
    let is_whole = |at: &str| ["/value", "/default"].iter().any(|end| at.ends_with(end));
    found.retain(|(at, _)| !at.starts_with("/assumptions/") || is_whole(at));
    found
}

fn near(unit: Measure, one: f64, other: f64) -> bool {
    let most = if unit == Measure::Euros { 0.005 } else { 2e-6 };
    (one - other).abs() <= most + one.abs() * 1e-12
}

#[test]
fn the_leaves_of_every_figure_work_out_to_it_again() {
    let register = Register::embedded();
    let (mut asked, mut faults) = (0, Vec::new());
    for case in cases(&register) {
        let explainer = Explainer::new(&case.study, &register, &case.outcome);
        // The worked studies are large and many: of those one figure in so many.
        for (pointer, value) in figures(&case.report).into_iter().step_by(case.step) {
            asked += 1;
            let Some(figure) = explainer.explain(&pointer) else {
                faults.push(format!("{} {pointer}: nothing is figure", case.name));
                continue;
            };
            let again = recompute(&figure);
            if figure.pointer.as_deref() != Some(&pointer) {
                faults.push(format!("{} {pointer}: it tells of {:?}", case.name, figure.pointer));
            } else if !near(figure.unit, figure.value, value) {
                faults.push(format!("{} {pointer}: {} figure for {value}", case.name, figure.value));
            } else if !near(figure.unit, again, value) {
                faults.push(format!("{} {pointer}: {again} from its parts for {value}", case.name));
            }
            let mut unfounded = Vec::new();
            look(&case, &register, &figure, &mut unfounded);
            faults.extend(unfounded.iter().map(|what| format!("{} {pointer}: {what}", case.name)));
        }
    }
    let few: Vec<&String> = faults.iter().take(40).collect();
    assert!(faults.is_empty(), "{} of {asked} figures: {few:#?}", faults.len());
    assert!(asked > 20_000, "only {asked} figures were asked for");
}

/// Adds what in an explanation rests on something else than it says.
fn look(case: &Case, register: &Register, figure: &Explanation, faults: &mut Vec<String>) {
    let stands_alone = figure.parts.is_empty() && figure.formula.is_none();
    match (&figure.ground, &figure.pointer) {
        (Some(Ground::Study { pointer }), _) => match case.file.pointer(pointer) {
            None => faults.push(format!("the study has no {pointer}")),
            Some(Value::Number(number)) => {
                let number = number.as_f64().unwrap_or(f64::NAN);
                if (number - figure.value).abs() > 1e-9 {
                    faults.push(format!("{pointer} is {number} and not {}", figure.value));
                }
            }
            Some(_) => {}
        },
        (Some(Ground::Assumption { id, pointer, .. }), _) => {
            let changed = pointer.as_ref().and_then(|pointer| case.file.pointer(pointer));
            let value = match (changed, register.entry(id).map(|entry| &entry.value)) {
                (Some(Value::Number(number)), _) => number.as_f64(),
                (None, Some(deelsom_core::study::Value::Number(number))) => Some(*number),
                _ => None,
            };
            if value.is_some_and(|value| (value - figure.value).abs() > 1e-9) {
                faults.push(format!("{id} is {value:?} and not {}", figure.value));
            }
        }
        (None, Some(pointer)) if stands_alone => {
            let value = case.report.pointer(pointer).and_then(Value::as_f64);
            if !value.is_some_and(|value| near(figure.unit, value, figure.value)) {
                faults.push(format!("the report has {value:?} at {pointer} and not {}", figure.value));
            }
        }
        (None, _) if stands_alone && figure.term != "source" => {
            faults.push(format!("{} rests on nothing", figure.term));
        }
        (Some(Ground::Model) | None, _) => {}
    }
    figure.parts.iter().for_each(|part| look(case, register, part, faults));
}

#[test]
fn every_part_has_a_name_and_every_formula_a_word() {
    fn names(
        figure: &Explanation,
        terms: &mut BTreeSet<&'static str>,
        formulas: &mut BTreeSet<&'static str>,
    ) {
        terms.insert(figure.term);
        formulas.extend(figure.formula.map(Formula::code));
        figure.parts.iter().for_each(|part| names(part, terms, formulas));
    }
    let register = Register::embedded();
    let (mut terms, mut formulas) = (BTreeSet::new(), BTreeSet::new());
    for case in cases(&register) {
        let explainer = Explainer::new(&case.study, &register, &case.outcome);
        // One figure of every kind: the same field of the first things in every list.
        for (pointer, _) in figures(&case.report) {
            let digits = pointer.split('/').filter_map(|part| part.parse::<usize>().ok());
            if digits.sum::<usize>() < 30 {
                explainer
                    .explain(&pointer)
                    .iter()
                    .for_each(|figure| names(figure, &mut terms, &mut formulas));
            }
        }
    }
    terms.retain(|term| codes::term(term).or_else(|| codes::line(term)).is_none());
    formulas.retain(|formula| codes::formula(formula).is_none());
    assert!(terms.is_empty() && formulas.is_empty(), "{terms:?} {formulas:?}");
}

#[test]
fn what_is_no_figure_has_no_explanation() {
    let register = Register::embedded();
    for case in cases(&register).iter().take(3) {
        let explainer = Explainer::new(&case.study, &register, &case.outcome);
        for pointer in
            ["", "/", "/courses", "/courses/0/ledger/999999/amount", "/effects/0/npv/0", "/nonsense", "x"]
        {
            assert_eq!(explainer.explain(pointer), None, "{pointer}");
        }
    }
}
