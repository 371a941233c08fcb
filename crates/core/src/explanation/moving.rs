//! What a move costs: harmonisation, overhead that stays behind, a grant that is lost (MODEL 5).

use super::entries::runs;
use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure};
use crate::calendar::year_within;
use crate::costs::{Overhead, changes_employer, overhead_left};
use crate::study::{Move, ServiceId, Target, UnitId};

impl Explainer<'_> {
    fn each_target(traced: Traced<'_>, service: ServiceId) -> impl Iterator<Item = (usize, &Move, &Target)> {
        let moves = traced.run.option.map_or(&[][..], |option| &option.moves);
        let here = moves.iter().enumerate().filter(move |(_, moved)| moved.service == service);
        here.flat_map(|(place, moved)| moved.targets.iter().map(move |target| (place, moved, target)))
    }

    pub(super) fn of_harmonisation(
        &self,
        traced: Traced<'_>,
        (unit, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for (place, moved, target) in Self::each_target(traced, service).filter(|(.., to)| to.unit == unit) {
            let mut wages = Vec::new();
            for (source, share) in &target.sources {
                if !changes_employer(traced.run, *source, unit) {
                    continue;
                }
                for group in traced.course.staffing.iter().filter(|group| {
                    (group.unit, group.service, group.start) == (*source, service, 0)
                        && group.end == moved.go_live
                }) {
                    let people = self.people_at_go_live(traced, moved, (*source, group.role));
                    let share = self.share_of(traced, place, moved, (*source, unit), *share);
                    let cost = self.cost_of(traced, group);
                    let parts = [Some(share), people, Some(cost)].into_iter().flatten();
                    wages.push(Explanation::product("wages", Measure::Euros, parts));
                }
            }
            let rate = self.assumed("harmonisation_cost", None, Measure::Rate);
            let wages = Explanation::sum("wages", Measure::Euros, wages);
            parts.push(self.indexed(
                "harmonisation",
                vec![rate, wages, self.stayed(moved, service, year)],
                "wage_index",
                year,
            ));
        }
        parts
    }

    /// Twelfths of a year, each by who is still there of those who moved: Σ (1 − h)^k / 12.
    fn stayed(&self, moved: &Move, service: ServiceId, year: usize) -> Explanation {
        let figures = &self.assumptions.services[service.0];
        let months = year_within(&(moved.go_live..self.study.period.months()), year);
        let stay = 1.0 - figures.hazard.get();
        let of_month = |month: usize| {
            let turnover = self.assumed("turnover", Some(service), Measure::Rate);
            let hazard =
                Explanation::of("hazard", figures.hazard.get(), Measure::Rate, Formula::Hazard, [turnover]);
            let base = hazard.rest("stay");
            let since = (month - moved.go_live) as f64;
            let exponent = Explanation::model("months_since", since, Measure::Months);
            Explanation::of("stayed", libm::pow(stay, since), Measure::Rate, Formula::Power, [base, exponent])
        };
        let all = Explanation::sum("stayed", Measure::Months, months.map(of_month));
        Explanation::quotient("years", Measure::Years, [all, Self::twelve()])
    }

    pub(super) fn of_stranded(
        &self,
        traced: Traced<'_>,
        (partner, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for (place, moved, target) in Self::each_target(traced, service) {
            let unit = traced.run.unit(target.unit);
            let left = overhead_left(traced.run, target);
            for Overhead { source, share, .. } in left.filter(|left| left.partner.0 == partner.0) {
                let from = &traced.run.unit(source).members;
                let coming = || from.iter().filter(|member| unit.members.contains(member));
                let own = coming().position(|member| member.0 == partner.0).unwrap_or_default();
                let weights = coming().map(|member| self.inhabitants(member.0));
                let part = Explanation::part_of(weights.collect(), own);
                let people = traced.course.staffing.iter().filter(|group| {
                    (group.unit, group.service, group.start) == (source, service, 0)
                        && group.end == moved.go_live
                });
                let people =
                    people.filter_map(|group| self.people_at_go_live(traced, moved, (source, group.role)));
                let people = Explanation::sum("people", Measure::Fte, people);
                let share = self.share_of(traced, place, moved, (source, target.unit), share);
                parts.push(self.indexed(
                    "stranded",
                    vec![
                        self.assumed("stranded_share", None, Measure::Rate),
                        self.assumed("workplace_cost_per_fte", None, Measure::Euros),
                        share,
                        people,
                        part,
                        self.fading(moved, year),
                    ],
                    "price_index",
                    year,
                ));
            }
        }
        parts.retain(|part| part.value != 0.0);
        parts
    }

    /// Twelfths of a year, each by what is left of overhead that stayed behind: Σ max(0, 1 − (t − 1)/n) / 12.
    fn fading(&self, moved: &Move, year: usize) -> Explanation {
        let months = year_within(&(moved.go_live..self.study.period.months()), year);
        let of_month = |month: usize| {
            let since = (month - moved.go_live) / 12;
            let years = self.assumed("stranded_years", None, Measure::Years);
            let gone = if years.value > 0.0 {
                let since = Explanation::model("years_since", since as f64, Measure::Years);
                Explanation::quotient("gone", Measure::Rate, [since, years])
            } else {
                Explanation::model("gone", 1.0, Measure::Rate)
            };
            gone.rest("left").or_nothing("left")
        };
        let all = Explanation::sum("left", Measure::Months, grouped(months.map(of_month)));
        Explanation::quotient("years", Measure::Years, [all, Self::twelve()])
    }

    pub(super) fn of_grant(&self, traced: Traced<'_>, id: UnitId, year: usize) -> Explanation {
        let amount = self.assumed("fixed_grant_per_municipality", None, Measure::Euros);
        let gone = (traced.run.unit(id).members.len() - 1) as f64;
        let gone = Explanation::model("others", gone, Measure::Factor);
        let start = traced.run.first_go_live(Some(id)).unwrap_or(0);
        let months = year_within(&(start..self.study.period.months()), year).len();
        self.by_month("grant_loss", vec![amount, gone], "price_index", (year, months))
    }
}

/// The same parts one after the other as one, times how many there are.
fn grouped(parts: impl Iterator<Item = Explanation>) -> Vec<Explanation> {
    let times = |(part, count): (Explanation, usize)| {
        if count == 1 {
            return part;
        }
        let unit = part.unit;
        let times = Explanation::model("months", count as f64, Measure::Months);
        Explanation::product("months", unit, [times, part])
    };
    runs(parts).into_iter().map(times).collect()
}
