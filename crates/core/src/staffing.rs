//! Staffing, month by month: posts, people, vacancies, hires and who leaves (MODEL 3).

mod target;

use crate::assumptions::{Assumptions, ServiceFigures};
use crate::calendar::Period;
use crate::quantity::{Fte, Rate};
use crate::study::{Move, RoleId, ServiceId, Study, UnitId, Variant};
pub(crate) use target::{TargetRole, inhabitants, realisation, rule_ramp, step, target_roles, unit_of};

/// One month of a post group. Establishment and people are those at the start of the month, after moves: they make
/// the month's costs. Hires and leavers are those at its end.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MonthOfStaff {
    /// Budgeted posts E.
    pub establishment: Fte,
    /// People in post P.
    pub in_post: Fte,
    /// People hired at the end of the month.
    pub hires: Fte,
    /// People who left at the end of the month, without surplus exits.
    pub leavers: Fte,
    /// People who left because there was no post for them.
    pub surplus_exits: Fte,
}

/// The course of one role in one unit and service.
#[derive(Debug, Clone, PartialEq)]
pub struct PostGroup {
    /// Where they work.
    pub unit: UnitId,
    /// What they work on.
    pub service: ServiceId,
    /// What they do.
    pub role: RoleId,
    /// What a year of one fte costs, euros in prices of the base year.
    pub cost: f64,
    /// Budgeted posts at its start; of a target, those that come along (E0).
    pub brought: Fte,
    /// The first month in which the group exists.
    pub start: usize,
    /// Its months, from the first.
    pub months: Vec<MonthOfStaff>,
    /// People in post after its last month.
    pub left_over: Fte,
}

impl PostGroup {
    /// The month after its last.
    pub fn end(&self) -> usize {
        self.start + self.months.len()
    }

    /// The group's month, where it exists then.
    pub fn month(&self, month: usize) -> Option<&MonthOfStaff> {
        self.months.get(month.checked_sub(self.start)?)
    }

    /// People in post at the end of a month in which it exists.
    pub fn in_post_after(&self, month: usize) -> Fte {
        self.month(month + 1).map_or(self.left_over, |next| next.in_post)
    }
}

/// What the monthly steps of a group need besides its people.
pub(crate) struct Flow<'a> {
    figures: &'a ServiceFigures,
    /// Departures by month, for those that have any.
    departures: Vec<(usize, f64)>,
    /// From this month on, who is left over leaves at its end.
    surplus_from: Option<usize>,
}

impl Flow<'_> {
    fn departing(&self, month: usize) -> f64 {
        // Hardly any group has departures; those that have, have few.
        self.departures.iter().filter(|(when, _)| *when == month).map(|(_, fte)| fte).sum()
    }

    /// Steps 1 and 2: who leaves of `in_post` at the end of a month. Gives departures and turnover.
    fn leavers(&self, month: usize, in_post: f64) -> (f64, f64) {
        let departing = if self.departures.is_empty() { 0.0 } else { self.departing(month).min(in_post) };
        (departing, self.figures.hazard.get() * (in_post - departing))
    }

    /// Step 3 without a freeze: who is hired, with `left` people after the leavers.
    fn hires(&self, establishment: f64, left: f64, turnover: f64) -> f64 {
        if left < establishment {
            (establishment - left) * self.figures.fill.get()
        } else {
            (1.0 - self.figures.steerable.get()) * turnover
        }
    }

    /// The whole end of a month. Gives the month and the people in post after it.
    fn step(&self, month: usize, establishment: f64, in_post: f64) -> (MonthOfStaff, f64) {
        let (departing, turnover) = self.leavers(month, in_post);
        let left = in_post - departing - turnover;
        let hires = self.hires(establishment, left, turnover);
        let mut next = left + hires;
        let mut exits = 0.0;
        if next > establishment && self.surplus_from.is_some_and(|from| month >= from) {
            exits = next - establishment;
            next = establishment;
        }
        let staff = MonthOfStaff {
            establishment: Fte::new(establishment),
            in_post: Fte::new(in_post),
            hires: Fte::new(hires),
            leavers: Fte::new(departing + turnover),
            surplus_exits: Fte::new(exits),
        };
        (staff, next)
    }
}

/// The staffing of a course: the baseline, or an option's.
pub(crate) fn project(study: &Study, assumptions: &Assumptions, option: Option<&Variant>) -> Vec<PostGroup> {
    let mut groups = Vec::with_capacity(study.posts.len() * 2);
    for service in (0..study.services.len()).map(ServiceId) {
        let figures = &assumptions.services[service.0];
        match option.and_then(|option| Some((option, option.move_of(service)?))) {
            None => {
                let end = study.period.months();
                let posts = study.posts.iter().filter(|post| post.service == service);
                groups.extend(posts.map(|post| run_today(study, assumptions, figures, post, end)));
            }
            Some((option, moved)) => {
                groups.extend(project_move(study, assumptions, figures, option, moved));
            }
        }
    }
    groups
}

/// Departures of a role in a unit of today.
fn departures(study: &Study, unit: UnitId, service: ServiceId, role: RoleId) -> Vec<(usize, f64)> {
    let of_group =
        study.departures.iter().filter(|one| (one.unit, one.service, one.role) == (unit, service, role));
    of_group.map(|one| (one.month, one.fte.get())).collect()
}

/// A post group of today, until `end`.
fn run_today(
    study: &Study,
    assumptions: &Assumptions,
    figures: &ServiceFigures,
    post: &crate::study::Post,
    end: usize,
) -> PostGroup {
    let flow = Flow {
        figures,
        departures: departures(study, post.unit, post.service, post.role),
        surplus_from: None,
    };
    let establishment = post.establishment.get();
    let mut group = begin(post, assumptions, end);
    let mut in_post = post.in_post.get();
    for month in 0..end {
        let (staff, next) = flow.step(month, establishment, in_post);
        group.months.push(staff);
        in_post = next;
    }
    group.left_over = Fte::new(in_post);
    group
}

/// A post group of today before its first month.
fn begin(post: &crate::study::Post, assumptions: &Assumptions, months: usize) -> PostGroup {
    PostGroup {
        unit: post.unit,
        service: post.service,
        role: post.role,
        cost: assumptions.pay(&post.pay),
        brought: post.establishment,
        start: 0,
        months: Vec::with_capacity(months),
        left_over: post.in_post,
    }
}

/// The groups of a service that moves: those that stay, the sources until go-live, the targets from then on.
fn project_move(
    study: &Study,
    assumptions: &Assumptions,
    figures: &ServiceFigures,
    option: &Variant,
    moved: &Move,
) -> Vec<PostGroup> {
    let posts = study.posts.iter().filter(|post| post.service == moved.service);
    let is_source = |unit: UnitId| {
        moved.targets.iter().any(|target| target.sources.iter().any(|(source, _)| *source == unit))
    };
    let (sources, stay): (Vec<_>, Vec<_>) = posts.partition(|post| is_source(post.unit));
    let months = study.period.months();
    let mut groups: Vec<PostGroup> =
        stay.into_iter().map(|post| run_today(study, assumptions, figures, post, months)).collect();

    let roles = target_roles(study, assumptions, option, moved);
    let freeze = option.freeze.filter(|_| goes_whole(moved)).filter(|freeze| *freeze < moved.go_live);
    let until = freeze.unwrap_or(moved.go_live);
    let first_source = groups.len();
    groups.extend(sources.iter().map(|post| run_today(study, assumptions, figures, post, until)));
    if freeze.is_some() {
        let frozen = moved.go_live - until;
        groups[first_source..].iter_mut().for_each(|group| group.months.reserve_exact(frozen));
        let pools = pools(&groups[first_source..], &roles, moved);
        let flows: Vec<Flow<'_>> = sources
            .iter()
            .map(|post| Flow {
                figures,
                departures: departures(study, post.unit, post.service, post.role),
                surplus_from: None,
            })
            .collect();
        for month in until..moved.go_live {
            step_frozen(&flows, &mut groups[first_source..], &pools, month);
        }
    }

    for role in &roles {
        let people: Vec<(&PostGroup, Rate)> = role_sources(&groups[first_source..], moved, role).collect();
        let target = run_target(study, figures, moved, role, &people);
        groups.push(target);
    }
    groups
}

/// Whether every source goes whole to one target.
fn goes_whole(moved: &Move) -> bool {
    moved.targets.iter().flat_map(|target| &target.sources).all(|(_, share)| share.get() >= 1.0)
}

/// The source groups of a target's role, each with the share that comes along.
fn role_sources<'g>(
    groups: &'g [PostGroup],
    moved: &'g Move,
    role: &'g TargetRole,
) -> impl Iterator<Item = (&'g PostGroup, Rate)> {
    let sources = moved
        .targets
        .iter()
        .find(|target| target.unit == role.unit)
        .map_or(&[][..], |target| &target.sources);
    groups.iter().filter(move |group| group.role == role.role).filter_map(move |group| {
        sources.iter().find(|(unit, _)| *unit == group.unit).map(|(_, share)| (group, *share))
    })
}

/// Under a freeze: the sources of one target and role, and the posts that it is to have.
struct Pool {
    target: f64,
    /// Positions among the source groups.
    sources: Vec<usize>,
}

fn pools(groups: &[PostGroup], roles: &[TargetRole], moved: &Move) -> Vec<Pool> {
    roles
        .iter()
        .map(|role| {
            let sources = moved
                .targets
                .iter()
                .find(|target| target.unit == role.unit)
                .map_or(&[][..], |target| &target.sources);
            let comes = |group: &PostGroup| {
                group.role == role.role && sources.iter().any(|(unit, _)| *unit == group.unit)
            };
            Pool {
                target: role.target,
                sources: (0..groups.len()).filter(|place| comes(&groups[*place])).collect(),
            }
        })
        .collect()
}

/// The end of a month under a freeze: vacancies are filled only so far as the pool needs.
fn step_frozen(flows: &[Flow<'_>], groups: &mut [PostGroup], pools: &[Pool], month: usize) {
    for (group, flow) in groups.iter_mut().zip(flows) {
        let in_post = group.left_over.get();
        let (departing, turnover) = flow.leavers(month, in_post);
        group.months.push(MonthOfStaff {
            establishment: group.brought,
            in_post: group.left_over,
            leavers: Fte::new(departing + turnover),
            ..MonthOfStaff::default()
        });
        group.left_over = Fte::new(in_post - departing - turnover);
    }
    let vacancy = |group: &PostGroup| (group.brought - group.left_over).get().max(0.0);
    for pool in pools {
        let people: f64 = pool.sources.iter().map(|place| groups[*place].left_over.get()).sum();
        let vacant: f64 = pool.sources.iter().map(|place| vacancy(&groups[*place])).sum();
        let needed = (pool.target - people).max(0.0);
        if vacant <= 0.0 || needed <= 0.0 {
            continue;
        }
        for place in &pool.sources {
            let group = &mut groups[*place];
            let hires =
                Fte::new(needed.min(vacant) * flows[*place].figures.fill.get() * vacancy(group) / vacant);
            group.left_over += hires;
            if let Some(staff) = group.months.last_mut() {
                staff.hires = hires;
            }
        }
    }
}

/// A target's role from go-live on.
fn run_target(
    study: &Study,
    figures: &ServiceFigures,
    moved: &Move,
    role: &TargetRole,
    people: &[(&PostGroup, Rate)],
) -> PostGroup {
    let mut in_post: f64 = people.iter().map(|(group, share)| share.get() * group.left_over.get()).sum();
    let come_along = people.iter().flat_map(|(group, share)| {
        departures(study, group.unit, group.service, group.role)
            .into_iter()
            .map(|(month, fte)| (month, share.get() * fte))
    });
    let surplus_from = moved.surplus_after_months.map(|months| (moved.go_live + months).saturating_sub(1));
    let flow = Flow { figures, departures: come_along.collect(), surplus_from };
    let end = study.period.months();
    let mut group = PostGroup {
        unit: role.unit,
        service: moved.service,
        role: role.role,
        cost: role.cost(people),
        brought: Fte::new(role.brought),
        start: moved.go_live,
        months: Vec::with_capacity(end - moved.go_live),
        left_over: Fte::ZERO,
    };
    let mut establishment = 0.0;
    for month in moved.go_live..end {
        if (month - moved.go_live).is_multiple_of(12) {
            establishment = role.establishment((month - moved.go_live) / 12);
        }
        let (staff, next) = flow.step(month, establishment, in_post);
        group.months.push(staff);
        in_post = next;
    }
    group.left_over = Fte::new(in_post);
    group
}

/// What a group had in one year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct YearOfStaff {
    /// Posts at the year's end; 0 once the group is gone.
    pub establishment: Fte,
    /// People in post at the year's end.
    pub in_post: Fte,
    /// People hired in the year.
    pub hires: Fte,
    /// People who left in the year, without surplus exits.
    pub leavers: Fte,
    /// People who left because there was no post for them.
    pub surplus_exits: Fte,
}

impl PostGroup {
    /// The group's year, where it existed in any of its months.
    pub fn year(&self, year: usize, period: Period) -> Option<YearOfStaff> {
        let (first, last) = (year * 12, year * 12 + 11);
        if year >= period.years || self.end() <= first || self.start > last || self.months.is_empty() {
            return None;
        }
        let months =
            &self.months[first.max(self.start) - self.start..(last + 1).min(self.end()) - self.start];
        let mut sum = YearOfStaff::default();
        for month in months {
            sum.hires += month.hires;
            sum.leavers += month.leavers;
            sum.surplus_exits += month.surplus_exits;
        }
        if let Some(december) = self.month(last) {
            sum.establishment = december.establishment;
            sum.in_post = self.in_post_after(last);
        }
        Some(sum)
    }
}
