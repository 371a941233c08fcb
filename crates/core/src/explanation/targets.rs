//! Targets of a move: shares that go along, posts to be reached, and what people cost afterwards (MODEL 3).

use super::explainer::{Explainer, Traced};
use super::people::{is_set, sources_of};
use super::{Explanation, Formula, Measure};
use crate::quantity::Rate;
use crate::staffing::{PostGroup, SLOW, TargetRole, realisation};
use crate::study::{Basis, Form, Move, Rule, Unit, UnitId};

impl Explainer<'_> {
    /// A field of a move of the course's option.
    pub(super) fn in_move(traced: Traced<'_>, place: usize, field: &str) -> String {
        let option = traced.course.option.unwrap_or_default();
        format!("/options/{option}/moves/{place}/{field}")
    }

    pub(super) fn go_live(traced: Traced<'_>, place: usize, moved: &Move) -> Explanation {
        Self::given("start", moved.go_live as f64, Measure::Months, Self::in_move(traced, place, "month"))
    }

    /// The share w of a source that goes to a target.
    pub(super) fn share_of(
        &self,
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        (source, target): (UnitId, UnitId),
        share: Rate,
    ) -> Explanation {
        let run = traced.run;
        let members = |unit: UnitId| &run.unit(unit).members;
        let coming: Vec<_> =
            members(source).iter().filter(|member| members(target).contains(member)).collect();
        let count = |member: &usize| self.study.partners[*member].inhabitants;
        let all: f64 = members(source).iter().map(|member| count(&member.0)).sum();
        let here: f64 = coming.iter().map(|member| count(&member.0)).sum();
        let divided = moved.targets.iter().filter(|one| one.sources.iter().any(|(unit, _)| *unit == source));
        let going = if divided.count() < 2 && share.get() >= 1.0 {
            Explanation::model("share", 1.0, Measure::Rate)
        } else if (here / all - share.get()).abs() < 1e-12 {
            let here = Explanation::sum(
                "inhabitants",
                Measure::Inhabitants,
                coming.iter().map(|member| self.inhabitants(member.0)),
            );
            Explanation::quotient("share", Measure::Rate, [here, self.inhabitants_of(traced, source)])
        } else {
            Self::given("share", share.get(), Measure::Rate, Self::in_move(traced, place, "split"))
        };
        going.with("unit", run.unit(source).name.as_str())
    }

    /// The posts of a role that come along: E0 = Σ w·E.
    pub(super) fn brought(
        &self,
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        role: &TargetRole,
    ) -> Explanation {
        let mut brought = Explanation::sum(
            "brought",
            Measure::Fte,
            self.each_source(traced, place, moved, role)
                .into_iter()
                .map(|(_, share, posts)| Explanation::product("posts", Measure::Fte, [share, posts])),
        );
        brought.value = role.brought;
        brought
    }

    /// Every source with posts in a role: the unit, the share that comes, its posts.
    fn each_source(
        &self,
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        role: &TargetRole,
    ) -> Vec<(UnitId, Explanation, Explanation)> {
        let sources = sources_of(moved, role.unit).into_iter();
        sources
            .filter_map(|(unit, share)| {
                let (post_place, post) = self.post(unit, moved.service, role.role)?;
                let share = self.share_of(traced, place, moved, (unit, role.unit), share);
                Some((unit, share, Self::posts_of(post_place, post)))
            })
            .collect()
    }

    /// The posts that a role is to have, T.
    pub(super) fn target(
        &self,
        traced: Traced<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Explanation {
        let mut target = if let Some(post) = is_set(role, moved) {
            let pointer = Self::in_move(traced, place, &format!("staffing/posts/{post}/fte"));
            Self::given("target", role.target, Measure::Fte, pointer)
        } else {
            self.target_by_rule(traced, (place, moved), role)
        };
        target.term = "target";
        target.value = role.target;
        target
    }

    fn target_by_rule(
        &self,
        traced: Traced<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Explanation {
        let brought = || self.brought(traced, place, moved, role);
        match moved.rule {
            Rule::Same => brought(),
            Rule::Percent(percent) => {
                let pointer = Self::in_move(traced, place, "staffing/percent");
                let percent = Self::given("percent", percent.get(), Measure::Rate, pointer);
                let unit = traced.run.unit(role.unit);
                let less = Explanation::product("saved", Measure::Rate, [percent, self.realised(unit)]);
                Explanation::product("target", Measure::Fte, [brought(), less.rest("kept")])
            }
            Rule::Scale => Explanation::sum(
                "target",
                Measure::Fte,
                self.each_source(traced, place, moved, role).into_iter().map(|(unit, share, posts)| {
                    let kept = self.scaled(traced, moved, unit, role.unit);
                    Explanation::product("posts", Measure::Fte, [share, posts, kept])
                }),
            ),
            Rule::Norm(per_thousand) => {
                let pointer = Self::in_move(traced, place, "staffing/fte_per_1000");
                let norm = Self::given("fte_per_1000", per_thousand.get(), Measure::Fte, pointer);
                let thousand = Explanation::model("thousand", 1000.0, Measure::Inhabitants);
                let thousands = [self.inhabitants_of(traced, role.unit), thousand];
                let thousands = Explanation::quotient("thousands", Measure::Factor, thousands);
                let mut parts = vec![norm, thousands];
                parts.push(self.part_of_norm(traced, place, moved, role));
                Explanation::product("target", Measure::Fte, parts)
            }
        }
    }

    /// A role's part in a norm: by posts that come along, evenly where there are none.
    fn part_of_norm(&self, traced: Traced<'_>, place: usize, moved: &Move, role: &TargetRole) -> Explanation {
        let Some(option) = traced.run.option else { return Explanation::model("part", 1.0, Measure::Rate) };
        let roles = crate::staffing::target_roles(self.study, &self.assumptions, option, moved);
        let coming: Vec<&TargetRole> = roles
            .iter()
            .filter(|other| {
                other.unit == role.unit && !self.each_source(traced, place, moved, other).is_empty()
            })
            .collect();
        let own = coming.iter().position(|other| other.role == role.role).unwrap_or_default();
        let weights = coming.iter().map(|other| self.brought(traced, place, moved, other));
        Explanation::part_of(weights.collect(), own)
    }

    /// The realisation factor ρ by which a unit makes savings come true.
    pub(super) fn realised(&self, unit: &Unit) -> Explanation {
        let net = unit.basis == Basis::Net && unit.is_joint();
        let id = if net { "realisation_net" } else { "realisation_gross" };
        let mut realised = self.assumed(id, None, Measure::Factor);
        realised.value = realisation(&self.assumptions, unit).get();
        realised
    }

    /// What economies of scale leave of a source's posts.
    fn scaled(&self, traced: Traced<'_>, moved: &Move, source: UnitId, target: UnitId) -> Explanation {
        let to = traced.run.unit(target);
        let most = || {
            let mut most = self.assumed("scale_saturation", None, Measure::Inhabitants);
            most.term = "saturation";
            most
        };
        let effective = |id: UnitId| {
            let parts = [self.inhabitants_of(traced, id), most()];
            Explanation::least("effective", Measure::Inhabitants, parts)
        };
        let ratio = Explanation::quotient("scale", Measure::Factor, [effective(target), effective(source)]);
        let elasticity = self.elasticity(moved.service);
        let factor = libm::pow(ratio.value, elasticity.value);
        let ratio = Explanation::of("ratio", factor, Measure::Factor, Formula::Power, [ratio, elasticity]);
        if factor >= 1.0 {
            return ratio;
        }
        let form = if to.is_joint() { to.form } else { Form::Standalone };
        let reach = self.assumed(&format!("form_reach.{}", form.code()), None, Measure::Factor);
        let less = [self.realised(to), reach, ratio.rest("economies")];
        Explanation::product("saved", Measure::Rate, less).rest("kept")
    }

    /// The steps in which a target is reached, by twelve months.
    pub(super) fn ramp(
        traced: Traced<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Vec<Explanation> {
        let follows_rule = is_set(role, moved).is_none();
        Self::steps(traced, place, moved, follows_rule)
    }

    /// The ramp of a move, of what follows its rule or of what is set outright.
    pub(super) fn steps(
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        follows_rule: bool,
    ) -> Vec<Explanation> {
        if let Some(ramp) = &moved.ramp {
            let given = ramp.iter().enumerate().map(|(step, share)| {
                let pointer = Self::in_move(traced, place, &format!("ramp/{step}"));
                Self::given("ramp", *share, Measure::Rate, pointer)
            });
            return given.collect();
        }
        let at_once = !follows_rule || moved.rule == Rule::Same;
        let steps: &[f64] = if at_once { &[1.0] } else { &SLOW };
        steps.iter().map(|step| Explanation::model("ramp", *step, Measure::Rate)).collect()
    }

    /// What a year of one fte of a group costs: as the study or register says, or the mean of who came along.
    pub(super) fn cost_of(&self, traced: Traced<'_>, group: &PostGroup) -> Explanation {
        let today = || {
            let (place, post) = self.post(group.unit, group.service, group.role)?;
            Some(self.pay(&post.pay, &format!("/posts/{place}")))
        };
        let mut cost = match Self::target_of(traced, group) {
            None => today().unwrap_or_else(|| Explanation::model("cost", group.cost, Measure::Euros)),
            Some((place, moved)) => self.cost_afterwards(traced, place, moved, group),
        };
        cost.value = group.cost;
        if cost.term != "assumption" {
            cost.term = "cost";
        }
        cost
    }

    fn cost_afterwards(
        &self,
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        group: &PostGroup,
    ) -> Explanation {
        let said = |only: Option<UnitId>| {
            moved.posts.iter().enumerate().rev().find_map(|(nth, post)| {
                let pay = post.pay.as_ref().filter(|_| post.role == group.role && post.unit == only)?;
                Some(self.pay(pay, &Self::in_move(traced, place, &format!("staffing/posts/{nth}"))))
            })
        };
        if let Some(set) = said(Some(group.unit)).or_else(|| said(None)) {
            return set;
        }
        let sources = sources_of(moved, group.unit);
        let groups = || {
            sources.iter().filter_map(|(unit, share)| {
                let source = Self::source_group(traced, moved, *unit, group.role)?;
                Some((*unit, *share, source))
            })
        };
        let total = |weight: &dyn Fn(&PostGroup) -> f64| -> f64 {
            groups().map(|(_, share, source)| share.get() * weight(source)).sum()
        };
        let by_people = total(&|source| source.left_over.get()) > 0.0;
        let by_posts = total(&|source| source.brought.get()) > 0.0;
        let mut parts = Vec::new();
        for (unit, share, source) in groups() {
            let share = self.share_of(traced, place, moved, (unit, group.unit), share);
            let weight = if by_people {
                let people = self.people_at_go_live(traced, moved, (unit, group.role));
                Explanation::product("weight", Measure::Fte, [Some(share), people].into_iter().flatten())
            } else if by_posts {
                let posts = self.post(unit, group.service, group.role);
                let posts = posts.map(|(place, post)| Self::posts_of(place, post));
                Explanation::product("weight", Measure::Fte, [Some(share), posts].into_iter().flatten())
            } else {
                share
            };
            parts.push(weight);
            parts.push(self.cost_of(traced, source));
        }
        Explanation::of("cost", group.cost, Measure::Euros, Formula::Mean, parts)
    }
}
