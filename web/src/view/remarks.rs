//! Problems and warnings: the sentence, and the field where it is mended.

use deelsom_core::Remark;
use deelsom_language as words;
use deelsom_views::difference::Names;
use deelsom_views::remarks::{self, facts};

use crate::pages::Page;
use crate::shown::Shown;
use crate::state::Reads;

/// Fields of a study that are typed as percentages.
pub(crate) const PERCENTAGES: [&str; 5] =
    ["growth", "percent", "recoverable_vat", "running_cost_saving", "tolerance"];

/// What is wrong at a place that fields know by this name, in a sentence.
pub(crate) fn problem(shown: Shown<'_>, place: &str, problem: &Remark) -> String {
    let language = shown.language();
    let mut facts = facts(problem);
    // A bound that nobody comes near tells nothing.
    facts.retain(|(name, fact)| *name != "max" || !matches!(fact, words::Fact::Number(max) if *max > 1e12));
    // Where people type percentages, bounds are percentages too.
    if is_percent(shown, place) {
        for (_, fact) in &mut facts {
            if let words::Fact::Number(number) = fact {
                *fact = words::Fact::Text(words::number::percent_short(language, *number));
            }
        }
    }
    // Nobody who sees names knows ids.
    let names = Names { studies: [&shown.state.file; 2], language };
    for (name, fact) in &mut facts {
        if let ("unit" | "service" | "partner" | "host", words::Fact::Text(id)) = (&**name, &mut *fact) {
            *id = names.said(name, Some(&id.as_str().into()));
        }
    }
    remarks::problem(language, problem, facts)
}

/// Whether people type percentages at a place.
fn is_percent(shown: Shown<'_>, place: &str) -> bool {
    if let Some(rest) = place.strip_prefix("/assumptions/") {
        let entry = rest.strip_suffix("/value").and_then(|id| shown.state.register.entry(id));
        return entry.is_some_and(|entry| Reads::of_unit(&entry.unit) == Reads::Percent);
    }
    let mut names = place.rsplit('/');
    let (last, parent) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    PERCENTAGES.contains(&last) || parent == "split"
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
