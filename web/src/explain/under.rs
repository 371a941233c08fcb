//! Figures under another key. No report has them, so they are asked for by where they would be, and by the option's place
//! and the key: `/courses/1/partners/0/years/3/total?0/inhabitants` is what the report would say at that place if the
//! first option shared by inhabitants and guaranteed nothing. So are what changes with the key (`redistribution`, and
//! `redistribution_each` for an inhabitant), and what all pay together (`/courses/1/years/3/total`).

use deelsom_core::explanation::{Formula, Ground, Measure};
use deelsom_core::study::{Key, Keys, Study};
use deelsom_core::{Explainer, Explanation, Fact, Facts, Money, Outcome, calculate};
use deelsom_language::words::table;
use deelsom_views::Seen;
use deelsom_views::keys::name_of_code;
use deelsom_views::split::{OWN_KEYS, code};

use super::named;
use crate::state::{Calculated, State};

/// Explains the figure at a place under an option's place and key.
pub(super) fn explain(state: &State, at: &str, under: &str) -> Option<Explanation> {
    let (place, field) = at.rsplit_once('/')?;
    match field {
        "redistribution" => redistribution(state, place, under),
        "redistribution_each" => redistribution_each(state, place, under),
        _ => {
            let study = Under::of(state, under)?;
            match place.strip_prefix("/courses/").and_then(|rest| rest.split_once("/years/")) {
                Some((course, year)) if field == "total" && !course.contains('/') => {
                    study.together(course, year)
                }
                _ => study.explain(at),
            }
        }
    }
}

/// A study as it would be under another key, and what follows from it.
struct Under<'a> {
    state: &'a State,
    asked: &'a str,
    study: Study,
    outcome: Outcome,
}

impl<'a> Under<'a> {
    fn of(state: &'a State, under: &'a str) -> Option<Self> {
        let (option, wanted) = under.split_once('/')?;
        let mut study = state.result.study.clone();
        let key = Key::simple(&study).into_iter().find(|key| code(&study, key).as_deref() == Some(wanted));
        let option = study.options.get_mut(option.parse::<usize>().ok()?)?;
        option.guarantee = None;
        if wanted != OWN_KEYS {
            option.keys = Keys { default: Some(key?), ..Keys::default() };
        }
        let outcome = calculate(&study, &state.register);
        Some(Self { state, asked: under, study, outcome })
    }

    /// A figure of its report; so are the figures that it is made of.
    fn explain(&self, pointer: &str) -> Option<Explanation> {
        let figure = Explainer::new(&self.study, &self.state.register, &self.outcome).explain(pointer)?;
        Some(self.asked_under(figure))
    }

    fn asked_under(&self, mut figure: Explanation) -> Explanation {
        figure.pointer = figure.pointer.map(|pointer| question(&pointer, self.asked));
        figure.parts = figure.parts.into_iter().map(|part| self.asked_under(part)).collect();
        figure
    }

    /// What all partners pay in a year.
    fn together(&self, course: &str, year: &str) -> Option<Explanation> {
        let mut parts = Vec::new();
        for (place, partner) in self.study.partners.iter().enumerate() {
            let pointer = format!("/courses/{course}/partners/{place}/years/{year}/total");
            let paid = named(self.explain(&pointer)?, question(&pointer, self.asked));
            parts.push(with(paid, "partner", &partner.name));
        }
        let value = parts.iter().map(|part| part.value).sum();
        Some(amount("total", value, Formula::Sum, parts))
    }
}

/// What is paid less under the key than under the option's own keys.
fn redistribution(state: &State, place: &str, under: &str) -> Option<Explanation> {
    let (option, key) = under.split_once('/')?;
    let mut parts = Vec::new();
    for key in [OWN_KEYS, key] {
        let (total, under) = ([place, "/total"].concat(), [option, "/", key].concat());
        let paid = named(explain(state, &total, &under)?, question(&total, &under));
        parts.push(with(paid, "key", &key_name(state, key)));
    }
    let gain = parts[0].value - parts[1].value;
    Some(amount("redistribution", Money::round(gain).euros(), Formula::Difference, parts))
}

/// The same for an inhabitant.
fn redistribution_each(state: &State, place: &str, under: &str) -> Option<Explanation> {
    let partner = place.split('/').nth(4)?;
    let inhabitants = state.result.study.partners.get(partner.parse::<usize>().ok()?)?.inhabitants;
    let ground = Ground::Study { pointer: format!("/partners/{partner}/inhabitants") };
    let people = Explanation {
        ground: Some(ground),
        formula: None,
        unit: Measure::Inhabitants,
        ..amount("inhabitants", inhabitants, Formula::Sum, Vec::new())
    };
    let gain = redistribution(state, place, under)?;
    let each = gain.value / inhabitants;
    let exact = amount("per_inhabitant", each, Formula::Quotient, vec![gain, people]);
    Some(amount("per_inhabitant", Money::round(each).euros(), Formula::Cents, vec![exact]))
}

fn key_name(state: &State, key: &str) -> String {
    if key == OWN_KEYS {
        return table::OWN_KEYS.text(state.language).to_owned();
    }
    let Calculated { study, outcome } = &*state.result;
    let (register, language) = (&*state.register, state.language);
    name_of_code(Seen { study, register, outcome, language, width: state.width }, key)
}

fn with(mut figure: Explanation, name: &'static str, fact: &str) -> Explanation {
    figure.facts.0.push((name, Fact::Text(fact.to_owned())));
    figure
}

fn amount(term: &'static str, value: f64, formula: Formula, parts: Vec<Explanation>) -> Explanation {
    let formula = Some(formula);
    let (facts, unit, pointer, ground) = (Facts::default(), Measure::Euros, None, None);
    Explanation { term, facts, value, unit, pointer, formula, ground, parts }
}

/// How a figure is asked for under an option's place and key.
fn question(at: &str, under: &str) -> String {
    [at, "?", under].concat()
}
