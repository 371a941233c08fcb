//! Months of several post groups at once. A month waits for the month before it, but no group for another.

use std::array::from_fn;

use super::{Detail, Flow, MonthOfStaff, PostGroup, YearOfStaff};
use crate::assumptions::ServiceFigures;
use crate::quantity::Fte;

/// How many groups go side by side.
const LANES: usize = 4;

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
        run_side_by_side(groups, flows, establishments, end, detail);
    }
}

/// At most so many groups as there are lanes. Lanes without a group stay empty.
fn run_side_by_side(
    groups: &mut [PostGroup],
    flows: &[Flow<'_>],
    establishments: &[f64],
    end: usize,
    detail: Detail,
) {
    let establishment: Lanes = from_fn(|lane| establishments.get(lane).copied().unwrap_or(0.0));
    let mut in_post: Lanes = from_fn(|lane| groups.get(lane).map_or(0.0, |group| group.left_over.get()));
    let surplus_from: [usize; LANES] =
        from_fn(|lane| flows.get(lane).and_then(|flow| flow.surplus_from).unwrap_or(usize::MAX));
    // Hardly any group has departures.
    let departing = flows.iter().any(|flow| !flow.departures.is_empty());
    let mut month = groups[0].end;
    while month < end {
        let until = end.min((month / 12 + 1) * 12);
        let mut sums = Sums::of(groups);
        for month in month..until {
            let departures: Lanes = if departing {
                from_fn(|lane| flows.get(lane).map_or(0.0, |flow| flow.departing(month).min(in_post[lane])))
            } else {
                [0.0; LANES]
            };
            let staff = Month::of(flows[0].figures, &establishment, &in_post, &departures, |lane| {
                month >= surplus_from[lane]
            });
            sums.add(&establishment, &in_post, &staff);
            if detail.by_month {
                for (lane, group) in groups.iter_mut().enumerate() {
                    group.months.push(staff.of_group(lane, establishment[lane], in_post[lane]));
                }
            }
            in_post = staff.next;
        }
        for (lane, group) in groups.iter_mut().enumerate() {
            let (posts, left_over) = (Fte::new(establishment[lane]), Fte::new(in_post[lane]));
            group.close(sums.of_group(lane), posts, left_over, until);
        }
        month = until;
    }
}

/// The end of a month, and the people in post after it.
struct Month {
    hires: Lanes,
    leavers: Lanes,
    surplus_exits: Lanes,
    next: Lanes,
}

impl Month {
    /// Who leaves, who is hired without a freeze, and who leaves because there is no post (MODEL 3, steps 1 to 4).
    #[inline]
    fn of(
        figures: &ServiceFigures,
        establishment: &Lanes,
        in_post: &Lanes,
        departures: &Lanes,
        surplus: impl Fn(usize) -> bool,
    ) -> Self {
        let (hazard, fill) = (figures.hazard.get(), figures.fill.get());
        let replaced = 1.0 - figures.steerable.get();
        let turnover: Lanes = from_fn(|lane| hazard * (in_post[lane] - departures[lane]));
        let left: Lanes = from_fn(|lane| in_post[lane] - departures[lane] - turnover[lane]);
        let hires: Lanes = from_fn(|lane| {
            let (needed, kept) = ((establishment[lane] - left[lane]) * fill, replaced * turnover[lane]);
            if left[lane] < establishment[lane] { needed } else { kept }
        });
        let people: Lanes = from_fn(|lane| left[lane] + hires[lane]);
        let leaves: [bool; LANES] = from_fn(|lane| people[lane] > establishment[lane] && surplus(lane));
        Self {
            hires,
            leavers: from_fn(|lane| departures[lane] + turnover[lane]),
            surplus_exits: from_fn(
                |lane| if leaves[lane] { people[lane] - establishment[lane] } else { 0.0 },
            ),
            next: from_fn(|lane| if leaves[lane] { establishment[lane] } else { people[lane] }),
        }
    }

    fn of_group(&self, lane: usize, establishment: f64, in_post: f64) -> MonthOfStaff {
        MonthOfStaff {
            establishment: Fte::new(establishment),
            in_post: Fte::new(in_post),
            hires: Fte::new(self.hires[lane]),
            leavers: Fte::new(self.leavers[lane]),
            surplus_exits: Fte::new(self.surplus_exits[lane]),
        }
    }
}

/// The sums of a year, as far as it has come.
#[derive(Default)]
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

    /// Adds a month, as [`YearOfStaff::add_month`] does.
    #[inline]
    fn add(&mut self, establishment: &Lanes, in_post: &Lanes, month: &Month) {
        for lane in 0..LANES {
            let (posts, people) = (establishment[lane], in_post[lane]);
            self.hires[lane] += month.hires[lane];
            self.leavers[lane] += month.leavers[lane];
            self.surplus_exits[lane] += month.surplus_exits[lane];
            self.people[lane] += people;
            let vacant = posts > people;
            self.vacant[lane] += if vacant { posts - people } else { 0.0 };
            self.seated[lane] += if vacant { posts } else { people };
        }
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
