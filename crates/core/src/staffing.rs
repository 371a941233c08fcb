//! Staffing, month by month: posts, people, vacancies, hires and who leaves (MODEL 3).

mod pace;
mod target;

use std::ops::Range;

use crate::assumptions::{Assumptions, ServiceFigures};
use crate::calendar::{Period, year_within};
use crate::quantity::{Fte, Rate};
use crate::study::{Move, Post, RoleId, ServiceId, Study, UnitId, Variant};
use pace::Pace;
pub(crate) use target::{SLOW, TargetRole, inhabitants, realisation, rule_ramp, step, target_roles};

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
    /// People in post, the sum of the months: twelve times the fte-years.
    pub people: Fte,
    /// Posts without people, the sum of the months.
    pub vacant: Fte,
    /// Posts or people, whichever are more, the sum of the months: so many need a place to work.
    pub seated: Fte,
}

impl YearOfStaff {
    fn add_month(&mut self, month: &MonthOfStaff) {
        self.hires += month.hires;
        self.leavers += month.leavers;
        self.surplus_exits += month.surplus_exits;
        let (posts, people) = (month.establishment.get(), month.in_post.get());
        self.people += month.in_post;
        self.vacant += Fte::new((posts - people).max(0.0));
        self.seated += Fte::new(posts.max(people));
    }

    /// Adds the same year of a group that goes on where this one ends.
    pub(crate) fn add(&mut self, other: &Self) {
        self.establishment += other.establishment;
        self.in_post += other.in_post;
        self.hires += other.hires;
        self.leavers += other.leavers;
        self.surplus_exits += other.surplus_exits;
        self.people += other.people;
        self.vacant += other.vacant;
        self.seated += other.seated;
    }
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
    /// People in post at its start.
    pub arrived: Fte,
    /// The first month in which the group exists.
    pub start: usize,
    /// The month after its last.
    pub end: usize,
    /// Posts in its last month.
    pub last_establishment: Fte,
    /// People in post after its last month.
    pub left_over: Fte,
    /// Its years, from that of its first month.
    pub years: Vec<YearOfStaff>,
    /// Its months, from the first, where they were asked for.
    pub months: Vec<MonthOfStaff>,
}

impl PostGroup {
    /// A group before its first month.
    fn new(unit: UnitId, service: ServiceId, role: RoleId, start: usize) -> Self {
        Self {
            unit,
            service,
            role,
            cost: 0.0,
            brought: Fte::ZERO,
            arrived: Fte::ZERO,
            start,
            end: start,
            last_establishment: Fte::ZERO,
            left_over: Fte::ZERO,
            years: Vec::new(),
            months: Vec::new(),
        }
    }

    /// Whether it exists in any month.
    pub fn exists(&self) -> bool {
        self.start < self.end
    }

    /// The group's month, where it exists then and months were asked for.
    pub fn month(&self, month: usize) -> Option<&MonthOfStaff> {
        self.months.get(month.checked_sub(self.start)?)
    }

    /// People in post at the end of a month in which it exists.
    pub fn in_post_after(&self, month: usize) -> Fte {
        self.month(month + 1).map_or(self.left_over, |next| next.in_post)
    }

    /// The group's year, counted from the study's first, where it exists in any of its months.
    pub fn year(&self, year: usize) -> Option<&YearOfStaff> {
        self.years.get(year.checked_sub(self.start / 12)?)
    }

    /// Its months in a year, counted from the study's first.
    pub(crate) fn months_of(&self, year: usize) -> Range<usize> {
        year_within(&(self.start..self.end), year)
    }

    /// Makes it a group before its first month, with room for its years from then on.
    fn begin(&mut self, unit: UnitId, service: ServiceId, role: RoleId, start: usize, detail: Detail) {
        let (mut years, mut months) = (std::mem::take(&mut self.years), std::mem::take(&mut self.months));
        years.clear();
        months.clear();
        years.reserve(detail.years - start / 12);
        months.reserve(if detail.by_month { detail.years * 12 - start } else { 0 });
        *self = Self { years, months, ..Self::new(unit, service, role, start) };
    }

    /// The year of its next month, as far as it has come.
    fn open_year(&mut self) -> &mut YearOfStaff {
        let nth = self.end / 12 - self.start / 12;
        if nth == self.years.len() {
            self.years.push(YearOfStaff::default());
        }
        &mut self.years[nth]
    }

    /// Closes the months before `end`; a December says what there was at the year's end.
    fn close(&mut self, establishment: Fte, left_over: Fte, end: usize) {
        if end.is_multiple_of(12)
            && let Some(year) = self.years.last_mut()
        {
            (year.establishment, year.in_post) = (establishment, left_over);
        }
        (self.end, self.last_establishment, self.left_over) = (end, establishment, left_over);
    }
}

/// How far back staffing can be read: years always, months where they are asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Detail {
    years: usize,
    by_month: bool,
}

impl Detail {
    pub(crate) fn by_year(period: Period) -> Self {
        Self { years: period.years, by_month: false }
    }

    pub(crate) fn by_month(period: Period) -> Self {
        Self { years: period.years, by_month: true }
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
    /// Whether who is left over leaves at the end of a month.
    fn sees_off(&self, month: usize) -> bool {
        self.surplus_from.is_some_and(|from| month >= from)
    }

    /// Whether nobody of a group leaves before a month but by turnover: as long as its posts stay the same, nobody is
    /// left over who was not so from the first.
    fn is_calm_until(&self, end: usize, is_over: bool) -> bool {
        self.departures.is_empty() && (!is_over || self.surplus_from.is_none_or(|from| from >= end))
    }

    /// Whether people are known to leave in these months.
    fn has_departures(&self, months: &Range<usize>) -> bool {
        self.departures.iter().any(|(month, _)| months.contains(month))
    }

    fn departing(&self, month: usize) -> f64 {
        // Hardly any group has departures; those that have, have few.
        self.departures.iter().filter(|(when, _)| *when == month).map(|(_, fte)| fte).sum()
    }

    /// Steps 1 and 2: who leaves of `in_post` at the end of a month. Gives departures and turnover.
    fn leavers(&self, month: usize, in_post: f64) -> (f64, f64) {
        let departing = if self.departures.is_empty() { 0.0 } else { self.departing(month).min(in_post) };
        (departing, self.figures.hazard.get() * (in_post - departing))
    }
}

/// The staffing of a course: the baseline, or an option's; in place of what the list held, whose room is used again.
pub(crate) fn project(
    study: &Study,
    assumptions: &Assumptions,
    option: Option<&Variant>,
    detail: Detail,
    groups: &mut Vec<PostGroup>,
) {
    let mut rows = Rows { groups, written: 0 };
    for service in (0..study.services.len()).map(ServiceId) {
        let figures = &assumptions.services[service.0];
        let run = ServiceRun { study, assumptions, figures, pace: &Pace::of(figures), detail };
        match option.and_then(|option| Some((option, option.move_of(service)?))) {
            None => {
                let posts = study.posts.iter().filter(|post| post.service == service);
                run.today(posts, study.period.months(), &mut rows);
            }
            Some((option, moved)) => run.project_move(option, moved, &mut rows),
        }
    }
    rows.groups.truncate(rows.written);
}

/// The groups of a course as far as they are written; behind them those of an earlier one, to write over.
struct Rows<'g> {
    groups: &'g mut Vec<PostGroup>,
    written: usize,
}

impl Rows<'_> {
    /// Adds a group before its first month.
    fn add(
        &mut self,
        unit: UnitId,
        service: ServiceId,
        role: RoleId,
        start: usize,
        detail: Detail,
    ) -> &mut PostGroup {
        let place = self.written;
        self.written += 1;
        if place == self.groups.len() {
            self.groups.push(PostGroup::new(unit, service, role, start));
        }
        let group = &mut self.groups[place];
        group.begin(unit, service, role, start, detail);
        group
    }
}

/// Departures of a role in a unit of today.
fn departures(study: &Study, unit: UnitId, service: ServiceId, role: RoleId) -> Vec<(usize, f64)> {
    let of_group =
        study.departures.iter().filter(|one| (one.unit, one.service, one.role) == (unit, service, role));
    of_group.map(|one| (one.month, one.fte.get())).collect()
}

/// One service in one course.
#[derive(Clone, Copy)]
struct ServiceRun<'a> {
    study: &'a Study,
    assumptions: &'a Assumptions,
    figures: &'a ServiceFigures,
    pace: &'a Pace,
    detail: Detail,
}

impl<'a> ServiceRun<'a> {
    /// How people of a post of today come and go.
    fn flow(&self, post: &Post) -> Flow<'a> {
        let departures = departures(self.study, post.unit, post.service, post.role);
        Flow { figures: self.figures, departures, surplus_from: None }
    }

    /// The post groups of today, until `end`.
    fn today<'p>(&self, posts: impl Iterator<Item = &'p Post>, end: usize, rows: &mut Rows<'_>) {
        for post in posts {
            let group = rows.add(post.unit, post.service, post.role, 0, self.detail);
            group.cost = self.assumptions.pay(&post.pay);
            (group.brought, group.arrived) = (post.establishment, post.in_post);
            (group.last_establishment, group.left_over) = (post.establishment, post.in_post);
            self.pace.run(group, &self.flow(post), post.establishment.get(), end, self.detail);
        }
    }

    /// The groups of a service that moves: those that stay, the sources until go-live, the targets from then on.
    fn project_move(&self, option: &Variant, moved: &Move, rows: &mut Rows<'_>) {
        let posts = self.study.posts.iter().filter(|post| post.service == moved.service);
        let is_source = |unit: UnitId| {
            moved.targets.iter().any(|target| target.sources.iter().any(|(source, _)| *source == unit))
        };
        let sources = posts.clone().filter(|post| is_source(post.unit));
        let months = self.study.period.months();
        self.today(posts.filter(|post| !is_source(post.unit)), months, rows);

        let roles = target_roles(self.study, self.assumptions, option, moved);
        let freeze = option.freeze.filter(|_| goes_whole(moved)).filter(|freeze| *freeze < moved.go_live);
        let until = freeze.unwrap_or(moved.go_live);
        let first_source = rows.written;
        self.today(sources.clone(), until, rows);
        let first_target = rows.written;
        if freeze.is_some() {
            let groups = &mut rows.groups[first_source..first_target];
            let flows: Vec<Flow<'_>> = sources.map(|post| self.flow(post)).collect();
            for pool in pools(groups, &roles, moved) {
                pool.run(&flows, groups, until..moved.go_live, self.detail);
            }
        }

        for role in &roles {
            let people: Vec<(&PostGroup, Rate)> =
                role_sources(&rows.groups[first_source..first_target], moved, role).collect();
            let flow = self.target_flow(moved, &people);
            let cost = role.cost(&people);
            let arrived = people.iter().map(|(group, share)| share.get() * group.left_over.get()).sum();
            let group = rows.add(role.unit, moved.service, role.role, moved.go_live, self.detail);
            (group.cost, group.brought) = (cost, Fte::new(role.brought));
            (group.arrived, group.left_over) = (Fte::new(arrived), Fte::new(arrived));
            for (posts, end) in role.establishments(moved.go_live, months) {
                self.pace.run(group, &flow, posts, end, self.detail);
            }
        }
    }

    /// How people of a target's role come and go: with departures come along from the sources.
    fn target_flow(&self, moved: &Move, people: &[(&PostGroup, Rate)]) -> Flow<'a> {
        let come_along = people.iter().flat_map(|(group, share)| {
            departures(self.study, group.unit, group.service, group.role)
                .into_iter()
                .map(|(month, fte)| (month, share.get() * fte))
        });
        let surplus_from =
            moved.surplus_after_months.map(|months| (moved.go_live + months).saturating_sub(1));
        Flow { figures: self.figures, departures: come_along.collect(), surplus_from }
    }
}

/// Whether every source goes whole to one target.
pub(crate) fn goes_whole(moved: &Move) -> bool {
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

/// Under a freeze: the sources of one target and role, and the posts that it is to have. A source goes whole to one
/// target, so that no group is in two pools.
struct Pool {
    target: f64,
    /// Positions among the source groups.
    sources: Vec<usize>,
}

impl Pool {
    /// Lets its sources go on under a freeze, year by year.
    fn run(&self, flows: &[Flow<'_>], groups: &mut [PostGroup], months: Range<usize>, detail: Detail) {
        let mut sources = Vec::with_capacity(self.sources.len());
        let mut start = months.start;
        while start < months.end {
            let end = months.end.min((start / 12 + 1) * 12);
            sources.clear();
            sources.extend(self.sources.iter().map(|place| Frozen::of(&mut groups[*place])));
            for month in start..end {
                self.end_month(flows, &mut sources, month);
                if detail.by_month {
                    for (place, source) in self.sources.iter().zip(&sources) {
                        groups[*place].months.push(source.month);
                    }
                }
            }
            for (place, source) in self.sources.iter().zip(&sources) {
                let group = &mut groups[*place];
                *group.open_year() = source.year;
                group.close(group.brought, source.people, end);
            }
            start = end;
        }
    }

    /// A month: at its end vacancies are filled only so far as the pool needs.
    fn end_month(&self, flows: &[Flow<'_>], sources: &mut [Frozen], month: usize) {
        let filled = flows.first().map_or(1.0, |flow| flow.figures.filled.get());
        let (mut people, mut vacant) = (0.0, 0.0);
        for (place, source) in self.sources.iter().zip(&mut *sources) {
            let (departing, turnover) = flows[*place].leavers(month, source.people.get());
            let left = source.people.get() - departing - turnover;
            source.month.in_post = source.people;
            source.month.leavers = Fte::new(departing + turnover);
            source.people = Fte::new(left);
            source.vacancy = (source.month.establishment.get() * filled - left).max(0.0);
            people += left;
            vacant += source.vacancy;
        }
        let needed = (self.target * filled - people).max(0.0).min(vacant);
        for (place, source) in self.sources.iter().zip(sources) {
            let fill = flows[*place].figures.fill.get();
            let hires = if needed > 0.0 { needed * fill * source.vacancy / vacant } else { 0.0 };
            source.month.hires = Fte::new(hires);
            source.people += Fte::new(hires);
            source.year.add_month(&source.month);
        }
    }
}

/// A source under a freeze.
struct Frozen {
    people: Fte,
    /// The posts that stand open after turnover.
    vacancy: f64,
    month: MonthOfStaff,
    year: YearOfStaff,
}

impl Frozen {
    fn of(group: &mut PostGroup) -> Self {
        let month = MonthOfStaff { establishment: group.brought, ..MonthOfStaff::default() };
        Self { people: group.left_over, vacancy: 0.0, month, year: *group.open_year() }
    }
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
