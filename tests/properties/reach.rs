//! Laws say nothing of what no study tries: the studies drawn must reach every part of the model.

use std::collections::BTreeSet;

use deelsom_core::study::file::KEY_CODES;
use deelsom_core::study::{Form, Key, Method, Payer, Rule};
use deelsom_core::{Fte, Line, Payback};
use serde_json::Value;

use crate::generate::studies;
use crate::harness::{Run, draw, run};

#[test]
fn the_studies_drawn_reach_every_part_of_the_model() {
    let mut reached = BTreeSet::new();
    for sample in draw(150, &studies()) {
        let run = run(&sample.0).unwrap_or_else(|failure| panic!("{failure}"));
        note_course(&run, &mut reached);
        note_study(&run, &mut reached);
        note_keys(&sample.0, 0, &mut reached);
    }
    let lines = Line::ALL.iter().map(|line| format!("line {}", line.code()));
    let forms = Form::ALL.iter().map(|form| format!("form {}", form.code()));
    // What a method of fair division says hangs on the whole period and on whole cents, and so obeys fewer of the laws:
    // those keys have laws of their own.
    let keys = KEY_CODES
        .iter()
        .filter(|key| Method::parse(key).is_none())
        .flat_map(|key| [format!("key {key}"), format!("inner key {key}")]);
    let others = [
        "unwinding",
        "split",
        "split of members who stay together",
        "two targets",
        "joint source",
        "freeze",
        "rule same",
        "rule percent",
        "rule scale",
        "rule norm",
        "role set",
        "vacancy avoided",
        "surplus",
        "own key",
        "bearer",
        "recurring that counts as one-off",
        "pays back within the period",
        "never pays back",
        "immediate",
        "guarantee_not_met",
        "key_without_weights",
    ];
    let wanted: BTreeSet<String> = lines.chain(forms).chain(keys).chain(others.map(str::to_owned)).collect();
    let missed: Vec<&String> = wanted.difference(&reached).collect();
    assert!(missed.is_empty(), "no study drawn has: {missed:?}");
}

fn note_course(run: &Run, reached: &mut BTreeSet<String>) {
    for course in &run.outcome.courses {
        reached.extend(course.ledger.iter().map(|entry| format!("line {}", entry.line.code())));
        let one_off = course.ledger.iter().any(|entry| entry.line == Line::Recurring && entry.one_off);
        reached.extend(one_off.then(|| "recurring that counts as one-off".to_owned()));
        let surplus = course.staffing.iter().flat_map(|group| &group.years);
        let surplus = surplus.into_iter().any(|year| year.in_post - year.establishment > Fte::ZERO);
        reached.extend(surplus.then(|| "surplus".to_owned()));
    }
    for effect in &run.outcome.effects {
        reached.insert(match effect.result.payback {
            Payback::Immediate => "immediate".to_owned(),
            Payback::Within(..) => "pays back within the period".to_owned(),
            Payback::Never => "never pays back".to_owned(),
        });
        reached.extend((!effect.vacancies_avoided.is_empty()).then(|| "vacancy avoided".to_owned()));
    }
    reached.extend(run.outcome.warnings.iter().map(|warning| warning.code.to_owned()));
}

fn note_study(run: &Run, reached: &mut BTreeSet<String>) {
    let study = &run.study;
    let mut note = |is_there: bool, what: &str| reached.extend(is_there.then(|| what.to_owned()));
    for option in &study.options {
        for moved in &option.moves {
            let rule = match moved.rule {
                Rule::Same => "rule same",
                Rule::Percent(_) => "rule percent",
                Rule::Scale => "rule scale",
                Rule::Norm(_) => "rule norm",
            };
            note(true, rule);
            note(!moved.posts.is_empty(), "role set");
            note(moved.targets.len() > 1, "two targets");
            note(option.freeze.is_some_and(|freeze| freeze < moved.go_live), "freeze");
            for target in &moved.targets {
                let form =
                    option.units.get(target.unit.0.wrapping_sub(study.units.len())).map(|unit| unit.form);
                note(true, &format!("form {}", form.unwrap_or(Form::Standalone).code()));
                for (source, share) in &target.sources {
                    let joint = study.units[source.0].is_joint();
                    note(joint, "joint source");
                    note(joint && form.is_none(), "unwinding");
                    let together = study.units[source.0].members.iter().filter(|member| {
                        let unit = target.unit.0.wrapping_sub(study.units.len());
                        option.units.get(unit).is_some_and(|unit| unit.members.contains(member))
                    });
                    let part = (2..study.units[source.0].members.len()).contains(&together.count());
                    note(part, "split of members who stay together");
                    note((0.01..0.99).contains(&share.get()), "split");
                }
            }
        }
        for payer in option.one_offs.iter().map(|cost| &cost.payer) {
            note(matches!(payer, Payer::Bearer(_)), "bearer");
            note(matches!(payer, Payer::Key(key) if *key != Key::Equal), "own key");
        }
    }
}

/// The keys of a file, and those inside others.
fn note_keys(value: &Value, depth: usize, reached: &mut BTreeSet<String>) {
    let code = value.get("key").and_then(Value::as_str);
    if let Some(code) = code {
        reached.insert(format!("{}key {code}", if depth > 0 { "inner " } else { "" }));
    }
    let inner = depth + usize::from(code.is_some());
    match value {
        Value::Array(items) => items.iter().for_each(|item| note_keys(item, depth, reached)),
        Value::Object(fields) => fields.values().for_each(|field| note_keys(field, inner, reached)),
        _ => {}
    }
}
