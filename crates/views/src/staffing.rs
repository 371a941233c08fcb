//! Posts and people of a service, by month and at the ends of years.

use std::collections::BTreeSet;

use deelsom_charts::{StaffingChart, StaffingNames};
use deelsom_core::study::{RoleId, ServiceId, Variant};
use deelsom_core::{Course, Effect, Period, PostGroup, Vulnerability, staffing_by_month};
use deelsom_language::number;
use deelsom_language::words::{chart as drawn, table as head};

use crate::{Drawn, Seen};

/// The staff of a service in the baseline and under an option.
#[derive(Debug, Clone, PartialEq)]
pub struct BothStaffs {
    /// In the baseline.
    pub before: Staff,
    /// Under the option.
    pub after: Staff,
    /// Vacancies that the option does not fill, month by month, fte.
    pub avoided: Vec<f64>,
}

impl BothStaffs {
    /// Of a service, under the option at this place of the study.
    pub fn of(seen: Seen<'_>, place: usize, effect: &Effect, service: ServiceId) -> Self {
        let period = seen.study.period;
        let [before, after] =
            [None, Some(place)].map(|option| staffing_by_month(seen.study, seen.register, option));
        Self {
            before: Staff::of(&before, service, period),
            after: Staff::of(&after, service, period),
            avoided: avoided(effect, service, period, [&before, &after]),
        }
    }

    /// The drawing; `service` is what people call it.
    pub fn draw(&self, seen: Seen<'_>, option: &Variant, service: &str) -> Drawn {
        let title = [seen.say(drawn::STAFFING), ", ", service, ": ", &option.name].concat();
        let drawing = StaffingChart {
            figure: seen.figure("staffing", &title, seen.say(drawn::AXIS_FTE)),
            height: 340,
            first_year: i32::from(seen.study.period.first_year.0),
            in_post: &self.after.in_post,
            establishment: &self.after.establishment,
            reference_establishment: Some(&self.before.establishment),
            reference_in_post: Some(&self.before.in_post),
            avoided: self.avoided.iter().any(|fte| *fte > 0.0).then_some(&self.avoided),
            names: StaffingNames {
                in_post: seen.say(head::IN_POST),
                establishment: seen.say(head::ESTABLISHMENT),
                reference_establishment: seen.say(drawn::ESTABLISHMENT_BASELINE),
                reference_in_post: seen.say(drawn::IN_POST_BASELINE),
                avoided: seen.say(drawn::AVOIDED),
            },
            format: &|value| number::short(seen.language, value, 1),
        };
        let chart = drawing.draw();
        Drawn { title, chart }
    }
}

/// Posts and people of one service in one course, all units together, in fte.
#[derive(Debug, Clone, PartialEq)]
pub struct Staff {
    /// Posts, month by month.
    pub establishment: Vec<f64>,
    /// People, month by month.
    pub in_post: Vec<f64>,
    /// Posts at the end of every year.
    pub posts_at_end: Vec<f64>,
    /// People at the end of every year.
    pub people_at_end: Vec<f64>,
}

impl Staff {
    /// The staff of a service, from its groups with their months.
    fn of(groups: &[PostGroup], service: ServiceId, period: Period) -> Self {
        let mut staff = Self {
            establishment: vec![0.0; period.months()],
            in_post: vec![0.0; period.months()],
            posts_at_end: vec![0.0; period.years],
            people_at_end: vec![0.0; period.years],
        };
        for group in groups.iter().filter(|group| group.service == service) {
            let months = staff.establishment.iter_mut().zip(&mut staff.in_post).skip(group.start);
            for ((posts, people), month) in months.zip(&group.months) {
                *posts += month.establishment.get();
                *people += month.in_post.get();
            }
            let ends = staff.posts_at_end.iter_mut().zip(&mut staff.people_at_end).enumerate();
            for (year, (posts, people)) in ends {
                if let Some(end) = group.year(year) {
                    *posts += end.establishment.get();
                    *people += end.in_post.get();
                }
            }
        }
        staff
    }
}

/// Vacancies of a service that an option does not fill, month by month, in fte: of every role as many of today's as posts
/// of it have been cut by then, as the bridge counts them at the end of a year (MODEL 9).
fn avoided(
    effect: &Effect,
    service: ServiceId,
    period: Period,
    [before, after]: [&[PostGroup]; 2],
) -> Vec<f64> {
    let rows = || effect.vacancies_avoided.iter().filter(|row| row.service == service);
    let roles: BTreeSet<RoleId> = rows().map(|row| row.role).collect();
    let posts = |groups: &[PostGroup], role: RoleId, month: usize| -> f64 {
        let of_role = groups.iter().filter(|group| group.service == service && group.role == role);
        let then = of_role.filter_map(|group| group.months.get(month.checked_sub(group.start)?));
        then.map(|month| month.establishment.get()).sum()
    };
    let of_role = |role: RoleId, month: usize| {
        let begun = rows().filter(|row| row.role == role && row.from <= month);
        let cut = posts(before, role, month) - posts(after, role, month);
        begun.map(|row| row.fte.get()).sum::<f64>().min(cut.max(0.0))
    };
    (0..period.months()).map(|month| roles.iter().map(|role| of_role(*role, month)).sum()).collect()
}

/// The same role of the same partner in another course, with its place there.
pub fn after<'a>(course: &'a Course, row: &Vulnerability) -> Option<(usize, &'a Vulnerability)> {
    let same = |other: &Vulnerability| {
        (other.partner, other.service, other.role) == (row.partner, row.service, row.role)
    };
    course.vulnerability.iter().enumerate().find(|(_, other)| same(other))
}
