//! Months of several post groups at once. A month waits for the month before it, but no group for another.

use super::{Detail, Flow, MonthOfStaff, PostGroup, YearOfStaff};
use crate::assumptions::ServiceFigures;
use crate::quantity::Fte;

/// How many groups go side by side: as many as keep a machine busy while each waits for its own month before.
const LANES: usize = 6;

/// One figure of every group.
type Lanes = [f64; LANES];

/// Lets groups of one service that are equally far go on until `end` with the same posts, by the rules of their flows.
pub(super) fn run_together(
    groups: &mut [PostGroup],
    flows: &[Flow<'_>],
    establishments: &[f64],
    end: usize,
    detail: Detail,
) {
    let lanes = groups.chunks_mut(LANES).zip(flows.chunks(LANES)).zip(establishments.chunks(LANES));
    for ((groups, flows), establishments) in lanes {
        let pace = Pace::of(flows[0].figures);
        run_side_by_side(groups, flows, &pace, establishments, end, detail);
    }
}

/// At most so many groups as there are lanes. Lanes without a group stay empty.
fn run_side_by_side(
    groups: &mut [PostGroup],
    flows: &[Flow<'_>],
    pace: &Pace,
    establishments: &[f64],
    end: usize,
    detail: Detail,
) {
    let mut posts: Lanes = [0.0; LANES];
    let mut people: Lanes = [0.0; LANES];
    for (lane, (group, establishment)) in groups.iter().zip(establishments).enumerate() {
        (posts[lane], people[lane]) = (*establishment, group.left_over.get());
    }
    let mut settled: Option<Sums> = None;
    let mut month = groups[0].end;
    while month < end {
        let months = month..end.min((month / 12 + 1) * 12);
        let (began, whole_year) = (people, months.len() == 12);
        // Hardly any year has departures or sees people off.
        let eventful = flows.iter().any(|flow| flow.has_events(&months));
        let seen_off = flows[0].sees_off(months.start);
        let sums = if let Some(same) = settled.filter(|_| whole_year && !eventful && !detail.by_month) {
            same
        } else {
            let mut sums = Sums::of(groups);
            if eventful || detail.by_month {
                for month in months.clone() {
                    one_month(groups, flows, pace, &posts, &mut people, &mut sums, month, detail);
                }
            } else {
                let calm = if seen_off { calm_months::<true> } else { calm_months::<false> };
                calm(pace, &posts, &mut people, &mut sums, months.len());
            }
            sums
        };
        // Who ends a year with as many people as it began with has the same year again, as long as nothing happens.
        let same = began.iter().zip(&people).all(|(before, after)| before.to_bits() == after.to_bits());
        let goes_on = !eventful && flows[0].sees_off(months.end) == seen_off;
        settled = (whole_year && goes_on && same).then_some(sums);
        for (lane, group) in groups.iter_mut().enumerate() {
            group.close(sums.of_group(lane), Fte::new(posts[lane]), Fte::new(people[lane]), months.end);
        }
        month = months.end;
    }
}

/// Months in which nobody leaves but by turnover and, where they are seen off, for want of a post.
#[inline(never)]
fn calm_months<const SEEN_OFF: bool>(
    pace: &Pace,
    posts: &Lanes,
    people: &mut Lanes,
    sums: &mut Sums,
    months: usize,
) {
    for _ in 0..months {
        for lane in 0..LANES {
            let month = pace.month(posts[lane], people[lane], 0.0);
            sums.add(lane, posts[lane], people[lane], &month);
            people[lane] = month.next;
        }
        if SEEN_OFF {
            for lane in 0..LANES {
                let surplus = people[lane] - posts[lane];
                sums.surplus_exits[lane] += if surplus > 0.0 { surplus } else { 0.0 };
                people[lane] = if surplus > 0.0 { posts[lane] } else { people[lane] };
            }
        }
    }
}

/// A month in which anything may happen.
#[allow(clippy::too_many_arguments, reason = "what a month needs, and all that it changes")]
fn one_month(
    groups: &mut [PostGroup],
    flows: &[Flow<'_>],
    pace: &Pace,
    posts: &Lanes,
    people: &mut Lanes,
    sums: &mut Sums,
    month: usize,
    detail: Detail,
) {
    for (lane, (group, flow)) in groups.iter_mut().zip(flows).enumerate() {
        let departing = flow.departing(month).min(people[lane]);
        let mut staff = pace.month(posts[lane], people[lane], departing);
        let surplus = staff.next - posts[lane];
        if surplus > 0.0 && flow.sees_off(month) {
            sums.surplus_exits[lane] += surplus;
            (staff.surplus_exits, staff.next) = (surplus, posts[lane]);
        }
        sums.add(lane, posts[lane], people[lane], &staff);
        if detail.by_month {
            group.months.push(MonthOfStaff {
                establishment: Fte::new(posts[lane]),
                in_post: Fte::new(people[lane]),
                hires: Fte::new(staff.hires),
                leavers: Fte::new(staff.leavers),
                surplus_exits: Fte::new(staff.surplus_exits),
            });
        }
        people[lane] = staff.next;
    }
}

/// How fast people of a service come and go.
struct Pace {
    hazard: f64,
    fill: f64,
    /// The share of turnover that is replaced where there is no vacancy.
    replaced: f64,
}

/// The end of a group's month, and the people in post after it.
struct Month {
    hires: f64,
    leavers: f64,
    surplus_exits: f64,
    next: f64,
}

impl Pace {
    fn of(figures: &ServiceFigures) -> Self {
        let replaced = 1.0 - figures.steerable.get();
        Self { hazard: figures.hazard.get(), fill: figures.fill.get(), replaced }
    }

    /// Who leaves, and who is hired without a freeze (MODEL 3, steps 1 to 3). Every lane takes the same steps, whatever its
    /// figures, so that they can be taken together.
    #[inline]
    fn month(&self, posts: f64, people: f64, departing: f64) -> Month {
        let turnover = self.hazard * (people - departing);
        let left = people - departing - turnover;
        let vacant = posts - left;
        let hires = if vacant > 0.0 { vacant * self.fill } else { self.replaced * turnover };
        Month { hires, leavers: departing + turnover, surplus_exits: 0.0, next: left + hires }
    }
}

/// The sums of a year, as far as it has come.
#[derive(Clone, Copy, Default)]
struct Sums {
    hires: Lanes,
    leavers: Lanes,
    surplus_exits: Lanes,
    people: Lanes,
    vacant: Lanes,
    seated: Lanes,
}

impl Sums {
    fn of(groups: &mut [PostGroup]) -> Self {
        let mut sums = Self::default();
        for (lane, group) in groups.iter_mut().enumerate() {
            let year = group.open_year();
            sums.hires[lane] = year.hires.get();
            sums.leavers[lane] = year.leavers.get();
            sums.surplus_exits[lane] = year.surplus_exits.get();
            sums.people[lane] = year.people.get();
            sums.vacant[lane] = year.vacant.get();
            sums.seated[lane] = year.seated.get();
        }
        sums
    }

    /// Adds a month, as [`YearOfStaff::add_month`] does, but for surplus exits.
    #[inline]
    fn add(&mut self, lane: usize, posts: f64, people: f64, month: &Month) {
        self.hires[lane] += month.hires;
        self.leavers[lane] += month.leavers;
        self.people[lane] += people;
        // One instruction each, which `max` is not.
        self.vacant[lane] += if posts > people { posts - people } else { 0.0 };
        self.seated[lane] += if posts > people { posts } else { people };
    }

    fn of_group(&self, lane: usize) -> YearOfStaff {
        YearOfStaff {
            hires: Fte::new(self.hires[lane]),
            leavers: Fte::new(self.leavers[lane]),
            surplus_exits: Fte::new(self.surplus_exits[lane]),
            people: Fte::new(self.people[lane]),
            vacant: Fte::new(self.vacant[lane]),
            seated: Fte::new(self.seated[lane]),
            ..YearOfStaff::default()
        }
    }
}
