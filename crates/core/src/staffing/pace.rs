//! How people of a service come and go: a month as the rules say it (MODEL 3), and a year of such months in one step.
//!
//! A month without departures takes people in post P to a·P + b·E, with E the posts: a straight line, and so are months
//! one after another and the sums over them. Which line depends on whether, after turnover, there is a vacancy; once
//! there is, there stays one, so that a year is at most some months with too many people and then months with too few.

use std::array::from_fn;
use std::ops::Range;

use super::{Detail, Flow, MonthOfStaff, PostGroup, YearOfStaff};
use crate::assumptions::ServiceFigures;
use crate::quantity::Fte;

/// The numbers of months that can be taken in one step: none up to a year.
const STEPS: usize = 13;

/// How fast people of a service come and go.
pub(super) struct Pace {
    hazard: f64,
    fill: f64,
    /// The share of turnover that is replaced where there is no vacancy.
    replaced: f64,
    /// The share of posts that people are found for.
    filled: f64,
    /// So many months with vacancies.
    short: [Short; STEPS],
    /// So many months without.
    full: [Full; STEPS],
}

/// Some months in which vacancies are filled.
#[derive(Clone, Copy)]
struct Short {
    /// What is left of one fte in post, and the sum of that over the months.
    kept: f64,
    kept_sum: f64,
    /// What one fte of posts has drawn in, and the sum of that over the months.
    drawn: f64,
    drawn_sum: f64,
}

/// Some months in which only part of who leaves is replaced.
#[derive(Clone, Copy)]
struct Full {
    /// What is left of one fte in post, and the sum of that over the months.
    kept: f64,
    kept_sum: f64,
}

impl Pace {
    pub(super) fn of(figures: &ServiceFigures) -> Self {
        let (hazard, fill) = (figures.hazard.get(), figures.fill.get());
        let replaced = 1.0 - figures.steerable.get();
        let (mut with_vacancies, mut without) = (
            Short { kept: 1.0, kept_sum: 0.0, drawn: 0.0, drawn_sum: 0.0 },
            Full { kept: 1.0, kept_sum: 0.0 },
        );
        let stays = (1.0 - hazard) * (1.0 - fill);
        let lasts = 1.0 - hazard + replaced * hazard;
        Self {
            hazard,
            fill,
            replaced,
            filled: figures.filled.get(),
            short: from_fn(|_| {
                let now = with_vacancies;
                with_vacancies = Short {
                    kept: now.kept * stays,
                    kept_sum: now.kept_sum + now.kept,
                    drawn: now.drawn * stays + fill,
                    drawn_sum: now.drawn_sum + now.drawn,
                };
                now
            }),
            full: from_fn(|_| {
                let now = without;
                without = Full { kept: now.kept * lasts, kept_sum: now.kept_sum + now.kept };
                now
            }),
        }
    }

    /// Lets a group go on until `end` with the same posts, year by year.
    pub(super) fn run(&self, group: &mut PostGroup, flow: &Flow<'_>, posts: f64, end: usize, detail: Detail) {
        // Where posts stay open for good, vacancies are counted from others than those that people are found for.
        let by_month = detail.by_month || self.filled < 1.0;
        let is_calm = !by_month && flow.is_calm_until(end, group.left_over.get() > posts);
        while group.end < end {
            let months = group.end..end.min((group.end / 12 + 1) * 12);
            if is_calm && months.len() == 12 {
                self.run_whole_years(group, posts, end);
                continue;
            }
            let next = months.end;
            let people = if by_month || flow.has_departures(&months) {
                self.run_by_month(group, flow, posts, months, detail)
            } else if let Some(from) = flow.surplus_from.filter(|from| !is_calm && *from < next) {
                self.see_off(group, posts, months, from)
            } else {
                let (sums, people) = self.calm(posts, group.left_over.get(), months.len());
                group.open_year().add(&sums);
                people
            };
            group.close(Fte::new(posts), Fte::new(people), next);
        }
    }

    /// Lets a group go on through the calm years before `end`.
    fn run_whole_years(&self, group: &mut PostGroup, posts: f64, end: usize) {
        let years = (end - group.end) / 12;
        let mut people = group.left_over.get();
        group.years.extend((0..years).map(|_| {
            let (sums, after) = self.calm(posts, people, 12);
            people = after;
            YearOfStaff { establishment: Fte::new(posts), in_post: Fte::new(after), ..sums }
        }));
        group.close(Fte::new(posts), Fte::new(people), group.end + years * 12);
    }

    /// Lets a group go on through some months of a year, in which who is left over leaves from a month on. Gives the
    /// people in post after them.
    fn see_off(&self, group: &mut PostGroup, posts: f64, months: Range<usize>, from: usize) -> f64 {
        let from = from.max(months.start);
        let (before, people) = self.calm(posts, group.left_over.get(), from - months.start);
        // Who is left over leaves at the end of the first such month; nobody is left over after that.
        let staff = self.month(posts, people, 0.0, true);
        let (after, people) = self.calm(posts, staff.next(people), months.end - from - 1);
        let year = group.open_year();
        year.add(&before);
        year.add_month(&staff);
        year.add(&after);
        people
    }

    /// Lets a group go on through some months of a year. Gives the people in post after them.
    fn run_by_month(
        &self,
        group: &mut PostGroup,
        flow: &Flow<'_>,
        posts: f64,
        months: Range<usize>,
        detail: Detail,
    ) -> f64 {
        let mut people = group.left_over.get();
        let mut year = *group.open_year();
        for month in months {
            let staff = self.month(posts, people, flow.departing(month), flow.sees_off(month));
            people = staff.next(people);
            year.add_month(&staff);
            if detail.by_month {
                group.months.push(staff);
            }
        }
        if let Some(last) = group.years.last_mut() {
            *last = year;
        }
        people
    }

    /// A month: who leaves, and who is hired without a freeze (MODEL 3, steps 1 to 4).
    fn month(&self, posts: f64, people: f64, departing: f64, sees_off: bool) -> MonthOfStaff {
        let departing = departing.min(people);
        let turnover = self.hazard * (people - departing);
        let left = people - departing - turnover;
        let wanted = posts * self.filled;
        let hires = if left < wanted { (wanted - left) * self.fill } else { self.replaced * turnover };
        let surplus = (left + hires - posts).max(0.0);
        MonthOfStaff {
            establishment: Fte::new(posts),
            in_post: Fte::new(people),
            hires: Fte::new(hires),
            leavers: Fte::new(departing + turnover),
            surplus_exits: Fte::new(if sees_off { surplus } else { 0.0 }),
        }
    }

    /// Months of a year in which nobody leaves but by turnover. Gives their sums, and the people in post after them.
    #[inline]
    fn calm(&self, posts: f64, people: f64, months: usize) -> (YearOfStaff, f64) {
        let left = people * (1.0 - self.hazard);
        let full = (0..months).take_while(|month| left * self.full[*month].kept >= posts).count();
        let (first, then) = (&self.full[full], &self.short[months - full]);
        let (in_full, rest) = (people * first.kept_sum, people * first.kept);
        let in_short = rest * then.kept_sum + posts * then.drawn_sum;
        let months_short = (months - full) as f64;
        // Of the months with a vacancy after turnover, the first alone can have begun with more people than posts.
        let over = if full < months { (rest - posts).max(0.0) } else { 0.0 };
        let vacant = (posts * months_short - in_short + over).max(0.0);
        let people_months = in_full + in_short;
        let filled = self.fill * (posts * months_short - (1.0 - self.hazard) * in_short);
        let sums = YearOfStaff {
            hires: Fte::new(self.replaced * self.hazard * in_full + filled),
            leavers: Fte::new(self.hazard * people_months),
            people: Fte::new(people_months),
            vacant: Fte::new(vacant),
            seated: Fte::new(people_months + vacant),
            ..YearOfStaff::default()
        };
        (sums, rest * then.kept + posts * then.drawn)
    }
}

impl MonthOfStaff {
    /// The people in post after it.
    fn next(&self, people: f64) -> f64 {
        people - self.leavers.get() + self.hires.get() - self.surplus_exits.get()
    }
}
