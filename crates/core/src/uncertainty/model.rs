//! A study made ready to be worked out with other numbers.

use serde_json::Value as Json;

use super::parameter::{Parameter, Place, at_pointer, parameters};
use crate::assumptions::{Assumptions, Register};
use crate::calendar::Period;
use crate::money::Money;
use crate::outcome::Desk;
use crate::pointer::Pointed;
use crate::problem::Problem;
use crate::quantity::Rate;
use crate::study::{Criteria, Range, Study, Value};

/// One option of a study, ready to be worked out with other numbers.
pub struct Model<'r> {
    register: &'r Register,
    /// The file without its ranges: they are about the file as it stands, not about what is put into it.
    file: Json,
    /// The option's place in the file.
    option: usize,
    /// The study with this option alone.
    study: Study,
    /// The weights of keys that follow a method of fair division, in order: agreed before anything turns out otherwise.
    weights: Vec<Vec<f64>>,
    /// The numbers that the assumptions rest on, and which of them each of the study's deviations sets.
    numbers: Vec<f64>,
    set_by: Vec<Vec<usize>>,
    /// The assumptions in use, and the numbers with a range.
    all: Vec<Parameter>,
    ranged: Vec<Parameter>,
}

/// What an option brings with certain numbers: the figures that a simulation keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The net present value of the savings of all partners.
    pub npv: Money,
    /// That of each partner, in study order.
    pub partners: Vec<Money>,
    /// The savings up to the end of each year.
    pub cumulative: Vec<Money>,
}

impl<'r> Model<'r> {
    /// Makes an option ready, by its place in the study; the file is the study's JSON.
    ///
    /// # Errors
    /// Every problem of the file, and of a range at whose ends the study would not be valid.
    pub fn of(file: &Json, register: &'r Register, option: usize) -> Result<Self, Vec<Problem>> {
        let mut study = Study::from_value(file, register)?;
        let misses = missing_ranges(file, &study.ranges);
        if !misses.is_empty() {
            return Err(misses);
        }
        let mut file = file.clone();
        if let Some(fields) = file.as_object_mut() {
            fields.remove("ranges");
        }
        let mut whole = study.clone();
        // The same for every option, so that options share their chances: assumptions, then the study's own numbers.
        let found = parameters(&mut whole, register, &file, option);
        let assumed = || ranged(&found).filter(|one| one.pointer().is_some());
        let mut order: Vec<String> = assumed().map(|one| one.id.clone()).collect();
        for range in &whole.ranges {
            if !assumed().any(|one| one.pointer().as_ref() == Some(&range.path)) {
                order.push(range.path.clone());
            }
        }
        if !keep_option(&mut study, option) {
            return Err(vec![Problem::new("empty_list", "/options")]);
        }
        let mut all = parameters(&mut study, register, &file, option);
        for parameter in &mut all {
            let place = order.iter().position(|id| *id == parameter.id);
            parameter.dimension = place.unwrap_or(usize::MAX);
        }
        let ranged = ranged(&all).cloned().collect();
        let mut weights = Vec::new();
        study.options[0].games(&mut |_, found| weights.push(found.clone()));
        let numbers = Assumptions::numbers(&study, register);
        let set_by = numbers_set_by(&study, register, &numbers);
        let model = Self { register, file, option, study, weights, numbers, set_by, all, ranged };
        let problems = model.faulty_ends();
        if problems.is_empty() { Ok(model) } else { Err(problems) }
    }

    /// The parameters that have a range, in the order of the register; the study's own numbers last.
    pub fn parameters(&self) -> &[Parameter] {
        &self.ranged
    }

    /// The assumptions in use that have no range: those that the study changed without giving one, and those that the
    /// register has none for.
    pub fn without_range(&self) -> impl Iterator<Item = &Parameter> {
        self.all.iter().filter(|parameter| !parameter.has_range())
    }

    /// A parameter by its id: an assumption in use, a number with a range, or any other number of the file by its JSON
    /// pointer.
    pub fn parameter(&self, id: &str) -> Option<Parameter> {
        let stands_there =
            |one: &&Parameter| one.pointer().as_deref() == Some(id) && self.file.at(id).is_some();
        let known = self.all.iter().find(|one| one.id == id || stands_there(one)).cloned();
        // Ranges of the file and what says how to read it are no numbers of the study.
        let is_figure =
            ["/partners", "/units", "/posts", "/departures", "/running_costs", "/volumes", "/options"]
                .iter()
                .any(|list| id.starts_with(list));
        known.or_else(|| {
            at_pointer(id, &self.file, self.option).filter(|found| is_figure && self.can_vary(found))
        })
    }

    /// Whether a number without a range may be another than it is: months must be whole, the shares of a split add up.
    fn can_vary(&self, parameter: &Parameter) -> bool {
        let reach = if parameter.central == 0.0 { 1.0 } else { parameter.central.abs() / 2.0 };
        [-BETWEEN, BETWEEN].iter().any(|part| self.allows(parameter, parameter.central + part * reach))
    }

    /// The study, with this option alone.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// The years looked at.
    pub(super) fn period(&self) -> Period {
        self.study.period
    }

    /// What the option brings with the numbers as they are.
    pub fn central(&self, half_realised: bool) -> Effect {
        self.bench().effect(&[], half_realised)
    }

    /// What the option brings with one number changed.
    pub fn with(&self, parameter: &Parameter, number: f64) -> Effect {
        self.bench().effect(&[(parameter, number)], false)
    }

    /// Room to work in, for as many questions as there are.
    pub(super) fn bench(&self) -> Bench<'_> {
        let (study, numbers) = (self.study.clone(), self.numbers.clone());
        Bench { model: self, desk: Desk::of(&study), study, numbers }
    }

    /// The study with other numbers in places that are not known beforehand, if that is valid.
    fn read_again(&self, numbers: &[(&Parameter, f64)]) -> Result<Study, Vec<Problem>> {
        let mut file = self.file.clone();
        for (parameter, number) in numbers {
            if let Some(place) = file.at_mut(&parameter.id) {
                *place = Json::from(*number);
            }
        }
        let mut study = Study::from_value_unweighed(&file, self.register)?;
        if keep_option(&mut study, self.option) {
            let mut weights = self.weights.iter();
            study.options[0].games(&mut |_, own| own.clone_from(weights.next().unwrap_or(&Vec::new())));
        }
        let added = self.study.deviations.iter().skip(study.deviations.len());
        study.deviations.extend(added.cloned());
        Ok(study)
    }

    /// Whether the study is valid with this number.
    pub(super) fn allows(&self, parameter: &Parameter, number: f64) -> bool {
        match (&parameter.place, parameter.limits) {
            (Place::Assumption(_), Some((min, max))) => (min..=max).contains(&number),
            _ => number.is_finite() && self.read_again(&[(parameter, number)]).is_ok(),
        }
    }

    /// Problems that the study would have at the ends of its own ranges, or between them: a number of months must be
    /// whole, the shares of a split must add up.
    fn faulty_ends(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (index, range) in self.study.ranges.iter().enumerate() {
            let own = |one: &&Parameter| one.id == range.path || one.pointer().as_ref() == Some(&range.path);
            let Some(parameter) = self.ranged.iter().find(own) else { continue };
            let between = range.low + (range.high - range.low) * BETWEEN;
            for (end, number) in [("low", range.low), ("high", range.high), ("high", between)] {
                // What an assumption may be is read from the file too: then the facts say its limits.
                let pointer = Parameter { id: range.path.clone(), ..parameter.clone() };
                let found = self.read_again(&[(&pointer, number)]).err().unwrap_or_default();
                let path = format!("/ranges/{index}/{end}");
                if let Some(problem) = found.into_iter().next() {
                    problems.push(Problem { path, ..problem });
                    break;
                }
            }
        }
        problems
    }
}

/// Which numbers each deviation of a study sets: those that become others when it does.
fn numbers_set_by(study: &Study, register: &Register, numbers: &[f64]) -> Vec<Vec<usize>> {
    let mut study = study.clone();
    let mut all = Vec::with_capacity(study.deviations.len());
    for place in 0..study.deviations.len() {
        let own = study.deviations[place].value.clone();
        if let Value::Number(number) = own {
            study.deviations[place].value = Value::Number(number + 1.0);
        }
        let others = Assumptions::numbers(&study, register);
        let pairs = numbers.iter().zip(&others).enumerate();
        let set = pairs.filter(|(_, (number, other))| number.to_bits() != other.to_bits());
        all.push(set.map(|(place, _)| place).collect());
        study.deviations[place].value = own;
    }
    all
}

/// A part of a width that no number which must be whole or fit others falls on by accident.
const BETWEEN: f64 = 0.381_966;

/// Ranges that the number they are about lies outside.
fn missing_ranges(file: &Json, ranges: &[Range]) -> Vec<Problem> {
    let missing = ranges.iter().enumerate().filter_map(|(index, range)| {
        let number = file.at(&range.path)?.as_f64()?;
        let problem = || Problem::new("range_misses_value", format!("/ranges/{index}")).with("value", number);
        let outside = !(range.low..=range.high).contains(&number);
        outside.then(|| problem().with("low", range.low).with("high", range.high))
    });
    missing.collect()
}

/// The parameters with a range.
fn ranged(all: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    all.iter().filter(|parameter| parameter.has_range())
}

/// Leaves one option, if it is there.
fn keep_option(study: &mut Study, option: usize) -> bool {
    if option >= study.options.len() {
        return false;
    }
    study.options.truncate(option + 1);
    study.options.drain(..option);
    // What is said of options by their place is of no use here.
    study.criteria = Criteria::default();
    study.decisions.clear();
    study.outturn.clear();
    true
}

/// A copy of a model's study to write numbers into.
pub(super) struct Bench<'m> {
    model: &'m Model<'m>,
    study: Study,
    numbers: Vec<f64>,
    desk: Desk,
}

impl Bench<'_> {
    /// What the option brings with these numbers, and everything else as it is.
    pub(super) fn effect(&mut self, numbers: &[(&Parameter, f64)], half_realised: bool) -> Effect {
        let register = self.model.register;
        if numbers.iter().any(|(one, _)| one.place == Place::Elsewhere) {
            let elsewhere = numbers.iter().filter(|(one, _)| one.place == Place::Elsewhere).copied();
            let read = self.model.read_again(&elsewhere.collect::<Vec<_>>());
            let mut study = read.unwrap_or_else(|_| self.study.clone());
            for (parameter, number) in numbers {
                parameter.place.set(&mut study, *number);
            }
            return effect(&study, Assumptions::of(&study, register), &mut self.desk, half_realised);
        }
        self.numbers.clone_from(&self.model.numbers);
        for (parameter, number) in numbers {
            match parameter.place {
                Place::Assumption(place) => {
                    for place in &self.model.set_by[place] {
                        self.numbers[*place] = *number;
                    }
                }
                _ => parameter.place.set(&mut self.study, *number),
            }
        }
        let assumptions = Assumptions::of_numbers(&self.numbers, &self.study, register);
        let effect = effect(&self.study, assumptions, &mut self.desk, half_realised);
        for (parameter, _) in numbers.iter().filter(|(one, _)| !matches!(one.place, Place::Assumption(_))) {
            parameter.place.set(&mut self.study, parameter.central);
        }
        effect
    }
}

/// What the only option of a study brings.
fn effect(study: &Study, mut assumptions: Assumptions, desk: &mut Desk, half_realised: bool) -> Effect {
    if half_realised {
        for rate in [&mut assumptions.realisation_net, &mut assumptions.realisation_gross] {
            *rate = Rate::new(rate.get() / 2.0);
        }
    }
    let (baseline, option) = desk.paid(study, &assumptions);
    let mut total = vec![Money::ZERO; study.period.years];
    let mut partners = Vec::with_capacity(study.partners.len());
    for (before, after) in baseline.iter().zip(&option) {
        let savings = before.iter().zip(after).map(|(before, after)| before.total() - after.total());
        for (sum, saving) in total.iter_mut().zip(savings.clone()) {
            *sum += saving;
        }
        partners.push(assumptions.present_value(savings));
    }
    let npv = assumptions.present_value(total.iter().copied());
    let mut sum = Money::ZERO;
    for saving in &mut total {
        sum += *saving;
        *saving = sum;
    }
    Effect { npv, partners, cumulative: total }
}
