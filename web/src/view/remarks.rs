//! Problems and warnings: the sentence, and the field where it is mended.

use std::cell::Cell;

use deelsom_core::Remark;
use deelsom_language as words;
use deelsom_views::remarks::facts;

use crate::pages::Page;
use crate::shown::Shown;
use crate::state::Reads;

/// Makes a sentence of what is wrong, from facts.
pub(crate) type Say = fn(words::Language, &Remark, Vec<(&str, words::Fact)>) -> String;

thread_local! {
    /// The words for fields and codes are many and loaded later; until then their codes stand in sentences.
    static SAID: Cell<Option<Say>> = const { Cell::new(None) };
}

/// Has fields and codes said in words from now on.
pub(crate) fn say_with(say: Say) {
    SAID.set(Some(say));
}

/// What is wrong at a place that fields know by this name, in a sentence.
pub(crate) fn problem(shown: Shown<'_>, place: &str, problem: &Remark) -> String {
    let language = shown.language();
    let mut facts = facts(problem);
    // Where people type percentages, bounds are percentages too.
    let id = place.strip_prefix("/assumptions/").and_then(|rest| rest.strip_suffix("/value"));
    let unit = id.and_then(|id| shown.state.register.entry(id)).map_or("", |entry| &entry.unit);
    if Reads::of_unit(unit) == Reads::Percent {
        for (_, fact) in &mut facts {
            if let words::Fact::Number(number) = fact {
                *fact = words::Fact::Text(words::number::percent_short(language, *number));
            }
        }
    }
    match SAID.get() {
        Some(say) => say(language, problem, facts),
        None => words::problem(language, problem.code, &facts),
    }
}

/// The place of a remark by the names that fields have: assumptions by id, and not by number.
pub(crate) fn place(file: &serde_json::Value, remark: &Remark) -> String {
    let named = || {
        let (number, field) = remark.path.strip_prefix("/assumptions/")?.split_once('/')?;
        let id = file["assumptions"].get(number.parse::<usize>().ok()?)?["id"].as_str()?;
        Some(format!("/assumptions/{id}/{field}"))
    };
    named().unwrap_or_else(|| remark.path.clone())
}

/// The id of the field at a place.
pub(crate) fn id(pointer: &str) -> String {
    pointer.trim_start_matches('/').replace('/', "-")
}

/// The page on which a place can be mended.
pub(crate) fn page(pointer: &str) -> Page {
    match pointer.split('/').nth(1) {
        Some("assumptions") => Page::Assumptions,
        Some("options") => Page::Options,
        _ => Page::Baseline,
    }
}

/// The address of the field at a place.
pub(crate) fn link(pointer: &str) -> String {
    format!("{}/{}", page(pointer).link(), id(pointer))
}
