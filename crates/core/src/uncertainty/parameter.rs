//! What may turn out otherwise: the assumptions that a study rests on and the numbers that it gives a range.

use serde_json::Value as Json;

use crate::assumptions::Register;
use crate::pointer::Pointed;
use crate::quantity::{Fte, Rate};
use crate::report::{UsedAssumption, used_assumptions};
use crate::study::{Deviation, Pay, Rule, RunningAmount, ServiceId, Study, Value};

/// A number that may turn out otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The assumption's id, with `@service` where it holds for one service; else the JSON pointer of the number.
    pub id: String,
    /// Its unit, as the register names units; empty where it is not known.
    pub unit: String,
    /// The low end of its range; the value in force where it has none.
    pub low: f64,
    /// The value in force.
    pub central: f64,
    /// The high end.
    pub high: f64,
    /// Between what the register lets an assumption lie.
    pub(super) limits: Option<(f64, f64)>,
    /// Its dimension among Sobol points: its place among the parameters of the whole study.
    pub(super) dimension: usize,
    pub(super) place: Place,
}

impl Parameter {
    /// Whether it has a range to draw from.
    pub fn has_range(&self) -> bool {
        self.low < self.high
    }

    /// Where an assumption stands, among those that the study changes.
    pub(super) fn pointer(&self) -> Option<String> {
        match self.place {
            Place::Assumption(place) => Some(format!("/assumptions/{place}/value")),
            _ => None,
        }
    }
}

/// Where a number stands in a study of one option.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// The value of a deviation from the register.
    Assumption(usize),
    /// Posts, and those in post too where the file does not tell them apart.
    Posts { post: usize, in_post: bool },
    /// People in post.
    InPost(usize),
    /// Cost per fte of a post.
    Pay(usize),
    /// A running cost, a year.
    Running(usize),
    /// A one-off amount.
    OneOff(usize),
    /// A recurring amount.
    Recurring(usize),
    /// The share of running costs that a move saves.
    RunningSaving(usize),
    /// The share of posts that a move saves.
    Percent(usize),
    /// Posts that a move sets outright.
    Target(usize, usize),
    /// Any other number: the file has to be read again.
    Elsewhere,
}

impl Place {
    /// Where the number at a pointer stands, and its unit, with the option at a place of the file.
    pub(super) fn of_pointer(pointer: &str, file: &Json, option: usize) -> (Self, &'static str) {
        let chosen = option.to_string();
        let fields: Vec<&str> = pointer.split('/').skip(1).collect();
        let number = |text: &str| text.parse::<usize>().ok();
        let place = match fields.as_slice() {
            ["posts", post, "fte"] => number(post).map(|post| {
                let told = file.at(&format!("/posts/{post}/in_post")).is_some_and(|fte| !fte.is_null());
                (Self::Posts { post, in_post: !told }, "fte")
            }),
            ["posts", post, "in_post"] => number(post).map(|post| (Self::InPost(post), "fte")),
            ["posts", post, "cost_per_fte"] => number(post).map(|post| (Self::Pay(post), "eur_per_fte_year")),
            ["running_costs", cost, "amount"] => {
                number(cost).map(|cost| (Self::Running(cost), "eur_per_year"))
            }
            ["options", at, "one_offs", cost, "amount"] if *at == chosen => {
                number(cost).map(|cost| (Self::OneOff(cost), "eur"))
            }
            ["options", at, "recurring", cost, "amount"] if *at == chosen => {
                number(cost).map(|cost| (Self::Recurring(cost), "eur_per_year"))
            }
            ["options", at, "moves", moved, "running_cost_saving"] if *at == chosen => {
                number(moved).map(|moved| (Self::RunningSaving(moved), "share"))
            }
            ["options", at, "moves", moved, "staffing", "percent"] if *at == chosen => {
                number(moved).map(|moved| (Self::Percent(moved), "share"))
            }
            ["options", at, "moves", moved, "staffing", "posts", post, "fte"] if *at == chosen => {
                number(moved).zip(number(post)).map(|(moved, post)| (Self::Target(moved, post), "fte"))
            }
            ["partners", _, "inhabitants"] => Some((Self::Elsewhere, "inhabitants")),
            ["partners", _, "growth"] => Some((Self::Elsewhere, "rate_per_year")),
            ["partners", _, "recoverable_vat"] => Some((Self::Elsewhere, "share")),
            ["partners", _, "budget" | "general_grant"] => Some((Self::Elsewhere, "eur_per_year")),
            ["options", _, "transition", "years"] => Some((Self::Elsewhere, "years")),
            _ => None,
        };
        place.unwrap_or((Self::Elsewhere, ""))
    }

    /// Puts a number in its place, where the study has it.
    pub(super) fn set(&self, study: &mut Study, number: f64) {
        // Always there: every place was found in this study.
        let _ = self.try_set(study, number);
    }

    fn try_set(&self, study: &mut Study, number: f64) -> Option<()> {
        match *self {
            Self::Assumption(place) => study.deviations.get_mut(place)?.value = Value::Number(number),
            Self::Posts { post, in_post } => {
                let post = study.posts.get_mut(post)?;
                post.establishment = Fte::new(number);
                if in_post {
                    post.in_post = Fte::new(number);
                }
            }
            Self::InPost(post) => study.posts.get_mut(post)?.in_post = Fte::new(number),
            Self::Pay(post) => study.posts.get_mut(post)?.pay = Pay::Cost(number),
            Self::Running(cost) => study.running_costs.get_mut(cost)?.amount = RunningAmount::Yearly(number),
            Self::OneOff(cost) => study.options.first_mut()?.one_offs.get_mut(cost)?.amount = number,
            Self::Recurring(cost) => study.options.first_mut()?.recurring.get_mut(cost)?.amount = number,
            Self::RunningSaving(place) => {
                study.options.first_mut()?.moves.get_mut(place)?.running_cost_saving = Rate::new(number);
            }
            Self::Percent(place) => {
                study.options.first_mut()?.moves.get_mut(place)?.rule = Rule::Percent(Rate::new(number));
            }
            Self::Target(place, post) => {
                let moved = study.options.first_mut()?.moves.get_mut(place)?;
                moved.posts.get_mut(post)?.fte = Fte::new(number);
            }
            Self::Elsewhere => {}
        }
        Some(())
    }
}

/// The assumptions that a study rests on and may hold a number, in the order of the register, then the other numbers
/// that it gives a range. An assumption that the study leaves as it is gets a deviation of its own, with the register's
/// value, for draws to be written into.
pub(super) fn parameters(
    study: &mut Study,
    register: &Register,
    file: &Json,
    option: usize,
) -> Vec<Parameter> {
    let own = |path: &str| {
        study.ranges.iter().find(|range| range.path == path).map(|range| (range.low, range.high))
    };
    let mut found = Vec::new();
    let mut added: Vec<Deviation> = Vec::new();
    for used in used_assumptions(study, register) {
        let (Some(entry), Value::Number(central)) = (register.entry(&used.id), &used.value) else { continue };
        let changed = used.changed.then(|| deviation_of(study, &used)).flatten();
        let range = match changed {
            Some(place) => own(&format!("/assumptions/{place}/value")),
            None => entry.low.zip(entry.high),
        };
        let place = changed.unwrap_or_else(|| {
            added.push(Deviation {
                id: used.id.clone(),
                service: None,
                value: Value::Number(*central),
                reason: String::new(),
            });
            study.deviations.len() + added.len() - 1
        });
        let place = Place::Assumption(place);
        if found.iter().any(|other: &Parameter| other.place == place) {
            continue;
        }
        let (low, high) = range.unwrap_or((*central, *central));
        found.push(Parameter {
            id: used
                .service
                .as_ref()
                .map_or_else(|| used.id.clone(), |service| format!("{}@{service}", used.id)),
            unit: used.unit,
            low,
            central: *central,
            high,
            limits: entry.min.zip(entry.max),
            dimension: 0,
            place,
        });
    }
    for range in &study.ranges {
        let assumption = found.iter().any(|one| one.pointer().as_ref() == Some(&range.path));
        let other_option = range
            .path
            .strip_prefix("/options/")
            .is_some_and(|rest| rest.split('/').next().is_some_and(|place| place != option.to_string()));
        if !assumption && !other_option {
            found.extend(at_pointer(&range.path, file, option).map(|parameter| Parameter {
                low: range.low,
                high: range.high,
                ..parameter
            }));
        }
    }
    study.deviations.extend(added);
    found
}

/// The number at a pointer of the file as a parameter without a range.
pub(super) fn at_pointer(pointer: &str, file: &Json, option: usize) -> Option<Parameter> {
    let central = file.at(pointer)?.as_f64()?;
    let (place, unit) = Place::of_pointer(pointer, file, option);
    Some(Parameter {
        id: pointer.to_owned(),
        unit: unit.to_owned(),
        low: central,
        central,
        high: central,
        limits: None,
        dimension: usize::MAX,
        place,
    })
}

/// The place of the deviation that an assumption in use was taken from.
fn deviation_of(study: &Study, used: &UsedAssumption) -> Option<usize> {
    let service = used.service.as_ref().and_then(|id| study.services.iter().position(|one| one.id == *id));
    let family = used.id.split('.').next().unwrap_or_default();
    study.deviations.iter().position(|one| {
        one.service == service.map(ServiceId)
            && (one.id == used.id || (family == "elasticity" && service.is_some() && one.id == family))
    })
}
