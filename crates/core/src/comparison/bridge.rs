//! The staffing bridge: from today's posts to the option's, and how the difference came about (MODEL 9).

use super::Course;
use super::vacancies::Cut;
use crate::costs::Run;
use crate::quantity::Fte;
use crate::staffing::PostGroup;
use crate::study::{Move, ServiceId};

/// A service's bridge, a step for every year-end.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceBridge {
    /// The service.
    pub service: ServiceId,
    /// Year by year.
    pub years: Vec<BridgeYear>,
}

/// The bridge at a year's end: start − `vacant_not_filled` − turnover − `surplus_exits` − surplus + added = end, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BridgeYear {
    /// Today's posts.
    pub start: Fte,
    /// Posts cut so far that are vacant today.
    pub vacant_not_filled: Fte,
    /// Posts cut so far whose people have left by themselves: the balance.
    pub turnover: Fte,
    /// People seen off so far.
    pub surplus_exits: Fte,
    /// People still in post above the establishment.
    pub surplus: Fte,
    /// Posts added.
    pub added: Fte,
    /// Posts at the year's end.
    pub end: Fte,
}

impl BridgeYear {
    fn add(&mut self, other: Self) {
        self.start += other.start;
        self.vacant_not_filled += other.vacant_not_filled;
        self.turnover += other.turnover;
        self.surplus_exits += other.surplus_exits;
        self.surplus += other.surplus;
        self.added += other.added;
        self.end += other.end;
    }
}

pub(super) fn bridge(run: Run<'_>, moves: &[(&Move, Vec<Cut>)], course: &Course) -> Vec<ServiceBridge> {
    let bridge = |(moved, cuts): &(&Move, Vec<Cut>)| ServiceBridge {
        service: moved.service,
        years: of_service(run, moved, cuts, course),
    };
    moves.iter().map(bridge).collect()
}

fn of_service(run: Run<'_>, moved: &Move, cuts: &[Cut], course: &Course) -> Vec<BridgeYear> {
    let mut years = vec![BridgeYear::default(); run.study.period.years];
    let is_target = |group: &&PostGroup| group.service == moved.service && group.start == moved.go_live;
    let goes_on = |group: &&PostGroup| group.end == run.study.period.months();
    let targets: Vec<&PostGroup> = course.staffing.iter().filter(is_target).filter(goes_on).collect();
    for cut in cuts {
        let groups: Vec<&PostGroup> =
            targets.iter().copied().filter(|group| group.role == cut.role && comes(moved, group)).collect();
        let start: f64 = groups.iter().map(|group| group.brought.get()).sum();
        let mut exits = 0.0;
        for (year, sum) in years.iter_mut().enumerate() {
            let after = (year * 12 + 12 > moved.go_live).then(|| at_year_end(&groups, year));
            let state = after.unwrap_or(YearEnd { posts: start, surplus: 0.0, exits: 0.0 });
            exits += state.exits;
            sum.add(step(start, cut.vacant, exits, &state));
        }
    }
    years
}

fn comes(moved: &Move, group: &PostGroup) -> bool {
    moved.targets.iter().any(|target| target.unit == group.unit)
}

/// A role at a year's end, over all targets: posts, people above them, and the year's surplus exits.
struct YearEnd {
    posts: f64,
    surplus: f64,
    exits: f64,
}

fn at_year_end(groups: &[&PostGroup], year: usize) -> YearEnd {
    let years = groups.iter().filter_map(|group| group.year(year));
    years.fold(YearEnd { posts: 0.0, surplus: 0.0, exits: 0.0 }, |sum, year| YearEnd {
        posts: sum.posts + year.establishment.get(),
        surplus: sum.surplus + (year.in_post - year.establishment).get().max(0.0),
        exits: sum.exits + year.surplus_exits.get(),
    })
}

/// One role's step, closing by what has gone by turnover.
fn step(start: f64, vacant: f64, exits: f64, end: &YearEnd) -> BridgeYear {
    let cut = (start - end.posts).max(0.0);
    let added = (end.posts - start).max(0.0);
    let vacant_not_filled = cut.min(vacant);
    BridgeYear {
        start: Fte::new(start),
        vacant_not_filled: Fte::new(vacant_not_filled),
        turnover: Fte::new(start - vacant_not_filled - exits - end.surplus + added - end.posts),
        surplus_exits: Fte::new(exits),
        surplus: Fte::new(end.surplus),
        added: Fte::new(added),
        end: Fte::new(end.posts),
    }
}
