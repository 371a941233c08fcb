//! What has changed since the file was last opened or saved, or is otherwise in another option: which data, with what
//! each of them does, and which outcomes.

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_core::{Money, Outcome, Register, Study, calculate};
use deelsom_language::words::{comparison as words, table as head};
use deelsom_language::{Language, sign};
use deelsom_views::difference::{Input, Names, Shift, between, inputs, inputs_in, shifts};
use serde_json::Value;
use yew::Html;

use crate::figure::side;
use crate::flow::Flow;
use crate::own::{pick_place, place};
use crate::part::{join, line, text};
use crate::sheet::Sheet;
use crate::shown::Shown;

/// So many changes are calculated one by one: each is a study of its own.
const MOST: usize = 40;

/// A change of the data, and what it does by itself to the option on which it does most.
type Weighed = (Input, Option<(usize, Money)>);

/// What has changed, the largest first.
struct Changes {
    inputs: Vec<Weighed>,
    shifts: Vec<Shift>,
}

pub(super) fn show(shown: Shown<'_>, flow: &mut Flow<'_>) {
    flow.heading(words::CHANGED);
    let names = shown.option_names();
    let count = names.len();
    let modes = [words::SINCE_SAVED, words::BETWEEN].map(|word| shown.say(word).to_owned());
    let mode = if count > 1 { place("changed-mode", 2, 0) } else { 0 };
    let mut fields = Vec::new();
    if count > 1 {
        fields.push(pick_place("changed-mode", shown.say(words::COMPARE_WITH), modes.into(), mode));
    }
    let (one, other) = (place("changed-one", count, 0), place("changed-other", count, 1));
    if mode == 1 {
        fields.push(pick_place("changed-one", shown.say(words::ONE), names.clone(), one));
        fields.push(pick_place("changed-other", shown.say(words::OTHER), names, other));
    }
    flow.fields(fields);
    if mode == 1 {
        options(shown, one, other, flow);
    } else if shown.state.is_outdated() {
        flow.say(&[words::NOT_YET]);
    } else if shown.state.saved == shown.state.file {
        flow.say(&[words::NOTHING]);
    } else if let Some(changes) = since_saved(shown) {
        let weighed = changes.inputs.iter().any(|(_, effect)| effect.is_some());
        flow.say(&[words::LAST_FILE]);
        let names = Names { studies: [&shown.state.saved, &shown.state.file], language: shown.language() };
        flow.add(data(shown, &names, &changes.inputs, true));
        if weighed {
            flow.note(&[words::ONE_BY_ONE]);
        }
        if changes.inputs.len() > MOST {
            flow.note(&[words::MORE_CHANGES]);
        }
        flow.add(outcomes(shown, &changes.shifts));
    }
}

/// What two options have otherwise.
fn options(shown: Shown<'_>, one: usize, other: usize, flow: &mut Flow<'_>) {
    let file = &*shown.state.file;
    let option = |place: usize| {
        let mut option = file["options"][place].clone();
        // Two options always have another id and name.
        if let Some(fields) = option.as_object_mut() {
            fields.retain(|field, _| field != "id" && field != "name");
        }
        option
    };
    let names = Names { studies: [file, file], language: shown.language() };
    let found = inputs_in(&option(one), &option(other), &names);
    if found.is_empty() {
        flow.say(&[words::SAME]);
        return;
    }
    let found: Vec<Weighed> = found.into_iter().map(|input| (input, None)).collect();
    flow.add(outcomes(shown, &between(shown.study(), shown.outcome(), one, other)));
    flow.add(data(shown, &names, &found, false));
}

/// The data that differ; what each does is said where it was asked for.
fn data(shown: Shown<'_>, names: &Names<'_>, inputs: &[Weighed], with_effect: bool) -> Html {
    let language = shown.language();
    let mut sheet = Sheet::of_words(shown, "changed-inputs", shown.say(words::INPUTS));
    sheet.heads(&[words::INPUT, words::WAS, words::IS]);
    if with_effect {
        sheet.heads(&[words::EFFECT]);
    }
    for (input, effect) in inputs {
        sheet.row(&input.words, String::new());
        sheet.text(&names.said(&input.field, input.was.as_ref()));
        sheet.text(&names.said(&input.field, input.is.as_ref()));
        match effect {
            _ if !with_effect => {}
            None => sheet.text(shown.say(words::CANNOT)),
            Some((option, money)) => {
                // What does nothing does it to no option.
                let name = shown.study().options.get(*option).filter(|_| !money.is_zero());
                let name = name.map_or("", |option| &option.name);
                let amount = sign::whole(language, money.cents());
                let amount = line("span", side(*money), &amount);
                sheet.cell(join(vec![amount, text(" "), line("small", "", name)]));
            }
        }
    }
    sheet.show()
}

/// The outcomes that differ.
fn outcomes(shown: Shown<'_>, shifts: &[Shift]) -> Html {
    let study = shown.study();
    let mut sheet = Sheet::of_euros(shown, "changed-results", shown.say(words::RESULTS));
    sheet.heads(&[words::RESULT, words::WAS, words::IS, words::DIFFERENCE]);
    for shift in shifts {
        let option = study.options.get(shift.option).map_or("", |option| &option.name);
        let partner = shift.partner.and_then(|place| study.partners.get(place));
        let whose = partner.map_or(shown.say(head::TOGETHER), |partner| &partner.name);
        sheet.row(&[option, ", ", whose, ": ", shown.say(shift.word)].concat(), String::new());
        sheet.saving_aside(shift.was);
        let of = shift.partner.map_or_else(String::new, |place| format!("/partners/{place}"));
        sheet.at(format!("/effects/{}{of}", shift.option));
        sheet.saving(shift.is, shift.field);
        sheet.saving_aside(shift.difference());
    }
    sheet.show()
}

/// What was found, and between which studies and in which language.
type Found = (Rc<Value>, Rc<Value>, Language, Rc<Changes>);

thread_local! {
    /// Calculating every change takes longer than drawing it, and not every drawing follows a change.
    static FOUND: RefCell<Option<Found>> = const { RefCell::new(None) };
}

/// What has changed since the file was last opened or saved; nothing where that file can no longer be calculated.
fn since_saved(shown: Shown<'_>) -> Option<Rc<Changes>> {
    let (before, after) = (&shown.state.saved, &shown.state.file);
    let known = FOUND.with(|found| {
        let found = found.borrow();
        let (was, is, language, changes) = found.as_ref()?;
        let same = Rc::ptr_eq(was, before) && Rc::ptr_eq(is, after) && *language == shown.language();
        same.then(|| changes.clone())
    });
    if known.is_some() {
        return known;
    }
    let changes = Rc::new(Changes::of(shown)?);
    let found = (before.clone(), after.clone(), shown.language(), changes.clone());
    FOUND.with(|known| known.replace(Some(found)));
    Some(changes)
}

impl Changes {
    fn of(shown: Shown<'_>) -> Option<Self> {
        let register = &shown.state.register;
        let (saved, now) = (&shown.state.saved, (shown.study(), shown.outcome()));
        let (study, outcome) = calculated(saved, register)?;
        let found = inputs(saved, &shown.state.file, shown.language());
        let mut inputs: Vec<Weighed> = Vec::new();
        for (nth, input) in found.into_iter().enumerate() {
            let effect = (nth < MOST).then(|| input.made_in(saved)).flatten().and_then(|file| {
                let (changed, after) = calculated(&file, register)?;
                let shifts = shifts((&study, &outcome), (&changed, &after));
                let largest = shifts.iter().find(|shift| shift.partner.is_none() && shift.field == "npv");
                Some(largest.map_or((0, Money::ZERO), |shift| (shift.option, shift.difference())))
            });
            inputs.push((input, effect));
        }
        inputs.sort_by_key(|(_, effect)| std::cmp::Reverse(effect.map(|(_, money)| money.abs())));
        Some(Self { inputs, shifts: shifts((&study, &outcome), now) })
    }
}

/// A study and what follows from it; nothing where it has problems.
fn calculated(file: &Value, register: &Register) -> Option<(Study, Outcome)> {
    let study = Study::from_value(file, register).ok()?;
    let outcome = calculate(&study, register);
    Some((study, outcome))
}
