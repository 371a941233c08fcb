//! What a study says besides figures to calculate with, held against what is calculated: scores beside money, outturn
//! beside the plan, the work of the partners' own staff beside the costs.

use crate::calendar::Year;
use crate::ledger::Bearer;
use crate::money::Money;
use crate::outcome::Outcome;
use crate::quantity::Fte;
use crate::study::{Effort, Figure, Outturn, Party, Score, ServiceId, Study, UnitId};

/// What the scores of an option come to. Money is not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The option's place in the study; `None` for today.
    pub option: Option<usize>,
    /// By weight: Σ weight·score over Σ weight, of the criteria that have a score.
    pub total: Option<f64>,
    /// With every criterion counting the same: a reader sees what the weights do.
    pub unweighted: Option<f64>,
    /// The criteria that can be scored, in the order of the study.
    pub criteria: Vec<ScoredCriterion>,
    /// The services that were scored, each with its total by weight.
    pub services: Vec<(ServiceId, f64)>,
}

/// What an option scores on a criterion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoredCriterion {
    /// Its place in the study.
    pub criterion: usize,
    /// The mean of the scores of the option as a whole; where there are none, of the means by service.
    pub score: Option<f64>,
    /// The lowest and the highest score that anyone gave.
    pub ends: Option<(f64, f64)>,
    /// How many scores were given.
    pub count: usize,
}

/// What the scores come to: of today and of every option that anyone scored, in the order of the study.
pub fn scored(study: &Study) -> Vec<Scored> {
    let subjects = [None].into_iter().chain((0..study.options.len()).map(Some));
    let has_scores = |option: &Option<usize>| study.criteria.scores.iter().any(|one| one.option == *option);
    subjects.filter(has_scores).map(|option| scored_option(study, option)).collect()
}

fn scored_option(study: &Study, option: Option<usize>) -> Scored {
    let own: Vec<&Score> = study.criteria.scores.iter().filter(|score| score.option == option).collect();
    let weighed =
        || study.criteria.list.iter().enumerate().filter_map(|(place, one)| Some((place, one.weight?)));
    let criteria: Vec<ScoredCriterion> = weighed()
        .map(|(criterion, _)| {
            let given: Vec<&Score> = own.iter().copied().filter(|one| one.criterion == criterion).collect();
            let of = |service| mean(given.iter().filter(|one| one.service == service).map(|one| one.score));
            let services = (0..study.services.len()).filter_map(|service| of(Some(ServiceId(service))));
            let ends = given.iter().map(|one| (one.score, one.score));
            ScoredCriterion {
                criterion,
                score: of(None).or_else(|| mean(services)),
                ends: ends.reduce(|(low, high), (other, _)| (low.min(other), high.max(other))),
                count: given.len(),
            }
        })
        .collect();
    let total = |weight: &dyn Fn(f64) -> f64, score: &dyn Fn(usize) -> Option<f64>| {
        let scores = weighed().filter_map(|(criterion, own)| Some((weight(own), score(criterion)?)));
        let (weights, sum) = scores
            .fold((0.0, 0.0), |(weights, sum), (weight, score)| (weights + weight, sum + weight * score));
        (weights > 0.0).then(|| sum / weights)
    };
    let of_option = |criterion: usize| criteria.iter().find(|one| one.criterion == criterion)?.score;
    let of_service = |service: ServiceId| {
        total(&|weight| weight, &|criterion| {
            let here = |one: &&&Score| (one.criterion, one.service) == (criterion, Some(service));
            mean(own.iter().filter(here).map(|one| one.score))
        })
    };
    let services = (0..study.services.len()).map(ServiceId);
    Scored {
        option,
        total: total(&|weight| weight, &of_option),
        unweighted: total(&|_| 1.0, &of_option),
        services: services.filter_map(|service| Some((service, of_service(service)?))).collect(),
        criteria,
    }
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
    (count > 0.0).then(|| sum / count)
}

/// The figure of the plan that an outturn stands beside, in the study's prices: costs or posts of a unit, what a partner
/// contributes to joint units or the posts of its own, or all of it.
pub fn planned(study: &Study, outcome: &Outcome, outturn: &Outturn) -> Figure {
    let course = outturn.option.map_or_else(|| outcome.baseline(), |option| outcome.option(option));
    let year = study.period.index_of(outturn.year);
    let posts = |unit: Option<UnitId>| {
        let groups = course.staffing.iter().filter(|group| unit.is_none_or(|unit| group.unit == unit));
        Figure::Posts(
            groups.filter_map(|group| Some(group.year(year)?.establishment)).fold(Fte::ZERO, |a, b| a + b),
        )
    };
    let costs = |bearer: Bearer| {
        let entries =
            course.ledger.iter().filter(|entry| (entry.year, entry.bearer) == (outturn.year, bearer));
        Figure::Amount(entries.map(|entry| entry.amount).sum())
    };
    match (outturn.figure, outturn.of) {
        (Figure::Posts(_), Party::All) => posts(None),
        (Figure::Posts(_), Party::Unit(unit)) => posts(Some(unit)),
        // A partner by itself is a unit with the partner's own place.
        (Figure::Posts(_), Party::Partner(partner)) => posts(Some(UnitId(partner.0))),
        (Figure::Amount(_), Party::Unit(unit)) => costs(Bearer::Unit(unit)),
        (Figure::Amount(_), Party::Partner(partner)) => {
            Figure::Amount(course.partners[partner.0][year].contribution)
        }
        (Figure::Amount(_), Party::All) => {
            Figure::Amount(course.partners.iter().map(|years| years[year].total()).sum::<Money>())
        }
    }
}

/// A year of the work that a partner's own staff puts in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffortYear {
    /// The calendar year, which may lie outside the years looked at.
    pub year: Year,
    /// Hours.
    pub hours: f64,
    /// What they are worth, where the study says what an hour is.
    pub value: Option<Money>,
}

/// Own staff effort by year: its hours spread evenly over its months.
pub fn effort_years(effort: &Effort) -> Vec<EffortYear> {
    let mut years: Vec<(Year, f64)> = Vec::new();
    let each = effort.hours / effort.months as f64;
    for month in 0..effort.months {
        let year = effort.from.after(month).year();
        match years.last_mut() {
            Some((last, hours)) if *last == year => *hours += each,
            _ => years.push((year, each)),
        }
    }
    let worth = |hours: f64| effort.tariff.map(|tariff| Money::round(hours * tariff));
    years.into_iter().map(|(year, hours)| EffortYear { year, hours, value: worth(hours) }).collect()
}
