//! What an option changes: the baseline's ledger minus the option's, and nothing else (MODEL 9).

mod bridge;
mod vacancies;
mod vulnerability;

pub use bridge::{BridgeYear, ServiceBridge};
pub use vacancies::VacancyAvoided;
pub(crate) use vulnerability::vulnerability;
pub use vulnerability::{Band, Vulnerability};

use crate::allocation::PartnerYear;
use crate::assumptions::Assumptions;
use crate::calendar::{Period, Year};
use crate::costs::Run;
use crate::ledger::Entry;
use crate::money::Money;
use crate::quantity::Fte;
use crate::staffing::PostGroup;
use crate::study::PartnerId;

/// A course: everything that happens in the baseline or in an option.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The option's place in the study; `None` for the baseline.
    pub option: Option<usize>,
    /// Staffing by post group, year by year.
    pub staffing: Vec<PostGroup>,
    /// People hired in each year.
    pub hires: Vec<Fte>,
    /// Every cost, in order of year, bearer, service and line; then VAT and settlement.
    pub ledger: Vec<Entry>,
    /// What each partner pays, by partner and year.
    pub partners: Vec<Vec<PartnerYear>>,
    /// How thinly each role is staffed.
    pub vulnerability: Vec<Vulnerability>,
}

impl Course {
    /// The rows in which a report lists staffing: the places of the groups of one unit, service and role, in order of first
    /// mention. A partner that takes over its own service goes on in the same row.
    pub fn staffing_rows(&self) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let key = |place: usize| {
            let group = &self.staffing[place];
            (group.unit, group.service, group.role)
        };
        for place in 0..self.staffing.len() {
            match rows.iter_mut().find(|row| key(row[0]) == key(place)) {
                Some(row) => row.push(place),
                None => rows.push(vec![place]),
            }
        }
        rows.retain(|row| row.iter().any(|place| self.staffing[*place].exists()));
        rows
    }
}

/// A year of an option against the baseline. Savings are positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffectYear {
    /// The calendar year.
    pub year: Year,
    /// The whole saving.
    pub saving: Money,
    /// Its one-off part.
    pub one_off: Money,
    /// Its recurring part.
    pub recurring: Money,
    /// The savings of this and all earlier years.
    pub cumulative: Money,
    /// What was saved by doing less (*efficiencywinst*).
    pub efficiency: Money,
    /// What was saved by not filling posts that are vacant today (*minder meerkosten*).
    pub avoided_increase: Money,
    /// Hires of the baseline that the option does not make.
    pub hires_avoided: Fte,
}

/// When an option has paid for itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Payback {
    /// It never cost anything.
    Immediate,
    /// In this year, this many years after the start of the first.
    Within(Year, f64),
    /// Not within the period.
    Never,
}

/// The lowest point of the cumulative saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deepest {
    /// The year at whose end it lies.
    pub year: Year,
    /// The cumulative saving there.
    pub amount: Money,
}

/// What an option does over the whole period, in total or for one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Result {
    /// Net present value of the savings.
    pub npv: Money,
    /// When it has paid for itself.
    pub payback: Payback,
    /// The lowest point.
    pub deepest: Deepest,
    /// The recurring saving of the last year.
    pub structural: Money,
    /// Year by year.
    pub years: Vec<EffectYear>,
}

/// What leaving would cost a partner in a year, a memo (MODEL 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExitYear {
    /// Its contribution for five years, falling by a fifth.
    pub step_down: Money,
    /// The damage that its leaving really does.
    pub real_damage: Money,
}

/// What a partner gets from an option.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerEffect {
    /// The partner.
    pub partner: PartnerId,
    /// In total.
    pub result: Result,
    /// Structural saving per inhabitant of the first year.
    pub structural_per_inhabitant: Money,
}

/// An option against the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The option's place in the study.
    pub option: usize,
    /// All partners together.
    pub result: Result,
    /// Each partner.
    pub partners: Vec<PartnerEffect>,
    /// Posts vacant today that the option does not fill.
    pub vacancies_avoided: Vec<VacancyAvoided>,
    /// From today's posts to the option's, by service.
    pub bridge: Vec<ServiceBridge>,
    /// What leaving would cost, by partner and year.
    pub exit: Vec<Vec<ExitYear>>,
}

/// Compares an option's course with the baseline.
pub(crate) fn compare(run: Run<'_>, option: usize, baseline: &Course, course: &Course) -> Effect {
    let study = run.study;
    let variant = &study.options[option];
    let moves = vacancies::moves_with_cuts(run, variant);
    let avoided = vacancies::avoided(run, &moves);
    let hires_avoided: Vec<Fte> =
        baseline.hires.iter().zip(&course.hires).map(|(before, after)| *before - *after).collect();
    let total =
        |course: &Course, year: usize| course.partners.iter().map(|years| years[year].total()).sum::<Money>();
    let savings: Vec<Money> =
        (0..study.period.years).map(|year| total(baseline, year) - total(course, year)).collect();
    let one_offs = one_offs(study.period, baseline, course);
    let increases: Vec<f64> =
        (0..study.period.years).map(|year| vacancies::worth(run, &avoided, year)).collect();
    let years = effect_years(study.period, &savings, &one_offs, &increases, &hires_avoided);
    let partners = (0..study.partners.len()).map(PartnerId).map(|partner| {
        let years =
            |course: &Course| course.partners[partner.0].iter().map(PartnerYear::total).collect::<Vec<_>>();
        let savings: Vec<Money> =
            years(baseline).into_iter().zip(years(course)).map(|(before, after)| before - after).collect();
        let years = baseline.partners[partner.0].iter().zip(&course.partners[partner.0]);
        let one_offs: Vec<Money> = years.map(|(before, after)| before.one_off - after.one_off).collect();
        let none = vec![0.0; study.period.years];
        let hires = vec![Fte::ZERO; study.period.years];
        let result = result(run.assumptions, effect_years(study.period, &savings, &one_offs, &none, &hires));
        let structural_per_inhabitant =
            Money::round(result.structural.euros() / study.partners[partner.0].inhabitants);
        PartnerEffect { partner, result, structural_per_inhabitant }
    });
    Effect {
        option,
        result: result(run.assumptions, years),
        partners: partners.collect(),
        bridge: bridge::bridge(run, &moves, course),
        exit: exit(run.assumptions, course),
        vacancies_avoided: avoided,
    }
}

fn result(assumptions: &Assumptions, years: Vec<EffectYear>) -> Result {
    let deepest = years
        .iter()
        .skip(1)
        .fold(years[0], |low, year| if year.cumulative < low.cumulative { *year } else { low });
    Result {
        npv: assumptions.present_value(years.iter().map(|year| year.saving)),
        payback: payback(years[0].year, years.iter().map(|year| year.cumulative)),
        deepest: Deepest { year: deepest.year, amount: deepest.cumulative },
        structural: years[years.len() - 1].recurring,
        years,
    }
}

/// The first year at whose end the cumulative saving is not below zero after having been so, and stays there.
pub(crate) fn payback(
    first: Year,
    cumulative: impl ExactSizeIterator<Item = Money> + DoubleEndedIterator + Clone,
) -> Payback {
    let Some(last_below) = cumulative.clone().rposition(|amount| amount < Money::ZERO) else {
        return Payback::Immediate;
    };
    let mut from_there = cumulative.skip(last_below);
    let (Some(below), Some(after)) = (from_there.next(), from_there.next()) else {
        return Payback::Never;
    };
    let within = -below.euros() / (after - below).euros();
    let years = last_below + 1;
    Payback::Within(Year(first.0 + u16::try_from(years).unwrap_or(0)), years as f64 + within)
}

fn effect_years(
    period: Period,
    savings: &[Money],
    one_offs: &[Money],
    increases: &[f64],
    hires: &[Fte],
) -> Vec<EffectYear> {
    let mut cumulative = Money::ZERO;
    let years = period.all_years().enumerate().map(|(index, year)| {
        let saving = savings[index];
        cumulative += saving;
        let avoided_increase = Money::round(increases[index]).min(saving).max(Money::ZERO);
        EffectYear {
            year,
            saving,
            one_off: one_offs[index],
            recurring: saving - one_offs[index],
            cumulative,
            efficiency: saving - avoided_increase,
            avoided_increase,
            hires_avoided: hires[index],
        }
    });
    years.collect()
}

/// The one-off part of each year's saving: what the baseline spends once minus what the option does.
fn one_offs(period: Period, baseline: &Course, course: &Course) -> Vec<Money> {
    let mut sums = vec![Money::ZERO; period.years];
    let mut add = |entries: &[Entry], sign: fn(Money) -> Money| {
        for entry in entries.iter().filter(|entry| entry.one_off) {
            sums[period.index_of(entry.year)] += sign(entry.amount);
        }
    };
    add(&baseline.ledger, |amount| amount);
    add(&course.ledger, |amount| -amount);
    sums
}

/// People hired in each year, over all post groups.
pub(crate) fn hires(period: Period, staffing: &[PostGroup]) -> Vec<Fte> {
    let mut years = vec![Fte::ZERO; period.years];
    for group in staffing {
        for (year, staff) in (group.start / 12..).zip(&group.years) {
            years[year] += staff.hires;
        }
    }
    years
}

/// What leaving would cost each partner in each year, from its contribution C (MODEL 8).
fn exit(assumptions: &Assumptions, course: &Course) -> Vec<Vec<ExitYear>> {
    let step_down: f64 = [1.0, 0.8, 0.6, 0.4, 0.2].iter().sum();
    let mut fade = 0.0;
    let mut year = 0;
    while assumptions.stranded_fade(year) > 0.0 {
        fade += assumptions.stranded_fade(year);
        year += 1;
    }
    let of_year = |year: &PartnerYear| ExitYear {
        step_down: Money::round(year.contribution.euros() * step_down),
        real_damage: Money::round(assumptions.stranded_share.get() * year.contribution.euros() * fade),
    };
    course.partners.iter().map(|years| years.iter().map(of_year).collect()).collect()
}
