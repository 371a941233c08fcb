//! People and posts: what a post group's months follow from (MODEL 3).

use std::ops::Range;

use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure, OfMonths};
use crate::quantity::Rate;
use crate::staffing::{PostGroup, TargetRole, goes_whole, target_roles};
use crate::study::{Move, Post, RoleId, ServiceId, UnitId};

impl Explainer<'_> {
    /// A quantity of a post group over months from the first up to the second.
    pub(super) fn staffing(
        &self,
        traced: Traced<'_>,
        group: &PostGroup,
        of: OfMonths,
        months: Range<usize>,
        value: f64,
    ) -> Explanation {
        let unit = match of {
            OfMonths::People | OfMonths::Vacant | OfMonths::Seated => Measure::FteMonths,
            _ => Measure::Fte,
        };
        let parts = match Self::target_of(traced, group) {
            Some((place, moved)) => self.target_parts(traced, group, place, moved),
            None => self.source_parts(traced, group),
        };
        let formula = Formula::Staffing { of, from: months.start, until: months.end };
        let names = traced.run.unit(group.unit).name.clone();
        Explanation::of(of.code(), value, unit, formula, parts)
            .with("unit", names)
            .with("service", self.study.services[group.service.0].name.as_str())
            .with("role", self.study.roles[group.role.0].as_str())
    }

    /// The move that made a group, with its place in the option; `None` for a group of today.
    pub(super) fn target_of<'t>(traced: Traced<'t>, group: &PostGroup) -> Option<(usize, &'t Move)> {
        let option = traced.run.option?;
        let place = option.moves.iter().position(|moved| moved.service == group.service)?;
        let moved = &option.moves[place];
        let is_target = moved.targets.iter().any(|target| target.unit == group.unit);
        (is_target && group.start == moved.go_live && group.exists()).then_some((place, moved))
    }

    fn rates(&self, service: ServiceId) -> Vec<Explanation> {
        let figures = &self.assumptions.services[service.0];
        let turnover = self.assumed("turnover", Some(service), Measure::Rate);
        let days = self.assumed("time_to_fill_days", Some(service), Measure::Days);
        let mut steerable = self.assumed("steerable_turnover", Some(service), Measure::Rate);
        steerable.term = "steerable";
        let mut unfilled = self.assumed("structural_vacancy", Some(service), Measure::Rate);
        unfilled.term = "unfilled";
        let mut rates = vec![
            Explanation::of("hazard", figures.hazard.get(), Measure::Rate, Formula::Hazard, [turnover]),
            Explanation::of("fill", figures.fill.get(), Measure::Rate, Formula::Fill, [days]),
            steerable,
        ];
        rates.extend((figures.filled.get() < 1.0).then_some(unfilled));
        rates
    }

    /// The post of today with its place in the study.
    pub(super) fn post(&self, unit: UnitId, service: ServiceId, role: RoleId) -> Option<(usize, &Post)> {
        let mut posts = self.study.posts.iter().enumerate();
        posts.find(|(_, post)| (post.unit, post.service, post.role) == (unit, service, role))
    }

    pub(super) fn posts_of(place: usize, post: &Post) -> Explanation {
        Self::given("posts", post.establishment.get(), Measure::Fte, format!("/posts/{place}/fte"))
    }

    pub(super) fn people_of(place: usize, post: &Post) -> Explanation {
        // Everyone is in post unless the study says otherwise.
        let field = if post.in_post == post.establishment { "fte" } else { "in_post" };
        Self::given("people", post.in_post.get(), Measure::Fte, format!("/posts/{place}/{field}"))
    }

    fn departures(&self, unit: UnitId, service: ServiceId, role: RoleId) -> Vec<Explanation> {
        let all = self.study.departures.iter().enumerate();
        let here = all.filter(|(_, one)| (one.unit, one.service, one.role) == (unit, service, role));
        here.map(|(place, one)| {
            Self::given("departures", one.fte.get(), Measure::Fte, format!("/departures/{place}/fte"))
                .with("month", one.month as f64)
        })
        .collect()
    }

    /// A post of today with who is known to leave.
    fn source(&self, traced: Traced<'_>, place: usize, post: &Post) -> Explanation {
        let mut parts = vec![Self::posts_of(place, post), Self::people_of(place, post)];
        parts.extend(self.departures(post.unit, post.service, post.role));
        let mut source = Explanation::sum("source", Measure::Fte, parts);
        (source.formula, source.value) = (None, post.in_post.get());
        source.with("unit", traced.run.unit(post.unit).name.as_str())
    }

    fn source_parts(&self, traced: Traced<'_>, group: &PostGroup) -> Vec<Explanation> {
        let Some((place, post)) = self.post(group.unit, group.service, group.role) else { return Vec::new() };
        let mut parts = self.rates(group.service);
        let Some((frozen, pool)) = self.pool_of(traced, group) else {
            parts.push(self.source(traced, place, post));
            return parts;
        };
        let own = pool.sources.iter().position(|source| *source == place).unwrap_or_default();
        parts.push(Explanation::model("place", own as f64, Measure::Factor));
        parts.push(frozen);
        parts.push(pool.target);
        for place in pool.sources {
            parts.push(self.source(traced, place, &self.study.posts[place]));
        }
        parts
    }

    /// Under a freeze: from which month, and the pool of posts that a group is in.
    fn pool_of(&self, traced: Traced<'_>, group: &PostGroup) -> Option<(Explanation, Pool)> {
        let (option_place, option) = self.option(traced)?;
        let move_place = option.moves.iter().position(|moved| moved.service == group.service)?;
        let moved = &option.moves[move_place];
        let freeze = option.freeze.filter(|freeze| *freeze < moved.go_live && goes_whole(moved))?;
        let target = moved
            .targets
            .iter()
            .find(|target| target.sources.iter().any(|(source, _)| *source == group.unit))?;
        let roles = target_roles(self.study, &self.assumptions, option, moved);
        let role = roles.iter().find(|role| (role.unit, role.role) == (target.unit, group.role))?;
        let sources = target
            .sources
            .iter()
            .filter_map(|(unit, _)| self.post(*unit, moved.service, group.role).map(|(place, _)| place));
        let mut sources: Vec<usize> = sources.collect();
        sources.sort_unstable();
        let frozen =
            Self::given("freeze", freeze as f64, Measure::Months, format!("/options/{option_place}/freeze"));
        Some((frozen, Pool { target: self.target(traced, (move_place, moved), role), sources }))
    }

    fn target_parts(
        &self,
        traced: Traced<'_>,
        group: &PostGroup,
        place: usize,
        moved: &Move,
    ) -> Vec<Explanation> {
        let Some((_, option)) = self.option(traced) else { return Vec::new() };
        let roles = target_roles(self.study, &self.assumptions, option, moved);
        let Some(role) = roles.iter().find(|role| (role.unit, role.role) == (group.unit, group.role)) else {
            return Vec::new();
        };
        let mut parts = self.rates(group.service);
        parts.push(Self::go_live(traced, place, moved));
        parts.push(self.arrived(traced, place, moved, group));
        parts.push(self.brought(traced, place, moved, role));
        parts.push(self.target(traced, (place, moved), role));
        parts.extend(Self::ramp(traced, (place, moved), role));
        if let Some(months) = moved.surplus_after_months {
            let pointer = Self::in_move(traced, place, "surplus_after_months");
            parts.push(Self::given("surplus_after_months", months as f64, Measure::Months, pointer));
        }
        for (unit, share) in sources_of(moved, group.unit) {
            for leaving in self.departures(unit, group.service, group.role) {
                let facts = leaving.facts.clone();
                let whole = self.share_of(traced, place, moved, (unit, group.unit), share);
                let mut part = Explanation::product("departures", Measure::Fte, [whole, leaving]);
                part.facts = facts;
                parts.push(part);
            }
        }
        parts
    }

    /// People of a role who come along at go-live: Σ w·P.
    fn arrived(&self, traced: Traced<'_>, place: usize, moved: &Move, group: &PostGroup) -> Explanation {
        let coming = sources_of(moved, group.unit).into_iter().filter_map(|(unit, share)| {
            let people = self.people_at_go_live(traced, moved, (unit, group.role))?;
            let share = self.share_of(traced, place, moved, (unit, group.unit), share);
            Some(Explanation::product("people", Measure::Fte, [share, people]))
        });
        let mut arrived = Explanation::sum("people", Measure::Fte, coming);
        arrived.value = group.arrived.get();
        arrived
    }

    /// People of a source in one role when its service goes.
    pub(super) fn people_at_go_live(
        &self,
        traced: Traced<'_>,
        moved: &Move,
        (unit, role): (UnitId, RoleId),
    ) -> Option<Explanation> {
        let group = Self::source_group(traced, moved, unit, role)?;
        if group.exists() {
            let until = 0..group.end;
            return Some(self.staffing(traced, group, OfMonths::LeftOver, until, group.left_over.get()));
        }
        let (place, post) = self.post(unit, moved.service, role)?;
        Some(Self::people_of(place, post))
    }

    /// The group of a source until its service goes.
    pub(super) fn source_group<'t>(
        traced: Traced<'t>,
        moved: &Move,
        unit: UnitId,
        role: RoleId,
    ) -> Option<&'t PostGroup> {
        traced.course.staffing.iter().find(|group| {
            (group.unit, group.service, group.role) == (unit, moved.service, role)
                && group.start == 0
                && group.end == moved.go_live
        })
    }
}

/// Under a freeze: the posts wanted in the end, and places of the posts that it is filled from.
struct Pool {
    target: Explanation,
    sources: Vec<usize>,
}

/// Where a target takes a service over from, each with the share that comes.
pub(super) fn sources_of(moved: &Move, unit: UnitId) -> Vec<(UnitId, Rate)> {
    let target = moved.targets.iter().find(|target| target.unit == unit);
    target.map(|target| target.sources.clone()).unwrap_or_default()
}

/// The roles of an option's move in one unit.
pub(super) fn is_set(role: &TargetRole, moved: &Move) -> Option<usize> {
    // What is said of this unit alone goes before what is said of every target.
    let said = |only: Option<UnitId>| {
        moved.posts.iter().rposition(|post| post.role == role.role && post.unit == only)
    };
    said(Some(role.unit)).or_else(|| said(None))
}
