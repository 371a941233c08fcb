//! Posts and people of a service, by month and at the ends of years.

use deelsom_core::study::ServiceId;
use deelsom_core::{Course, Effect, Period, PostGroup, Vulnerability};

/// Posts and people of one service in one course, all units together, in fte.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Staff {
    /// Posts, month by month.
    pub(crate) establishment: Vec<f64>,
    /// People, month by month.
    pub(crate) in_post: Vec<f64>,
    /// Posts at the end of every year.
    pub(crate) posts_at_end: Vec<f64>,
    /// People at the end of every year.
    pub(crate) people_at_end: Vec<f64>,
}

impl Staff {
    /// The staff of a service, from its groups with their months.
    pub(crate) fn of(groups: &[PostGroup], service: ServiceId, period: Period) -> Self {
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

/// Vacancies of a service that an option does not fill, month by month, in fte.
pub(crate) fn avoided(effect: &Effect, service: ServiceId, period: Period) -> Vec<f64> {
    let rows = || effect.vacancies_avoided.iter().filter(|row| row.service == service);
    (0..period.months())
        .map(|month| rows().filter(|row| row.from <= month).map(|row| row.fte.get()).sum())
        .collect()
}

/// The same role of the same partner in another course, with its place there.
pub(crate) fn after<'a>(course: &'a Course, row: &Vulnerability) -> Option<(usize, &'a Vulnerability)> {
    let same = |other: &Vulnerability| {
        (other.partner, other.service, other.role) == (row.partner, row.service, row.role)
    };
    course.vulnerability.iter().enumerate().find(|(_, other)| same(other))
}
