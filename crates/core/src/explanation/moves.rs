//! Moves: shares that go along, posts to be reached, and what people cost afterwards (MODEL 3).

use super::explainer::{Explainer, Told};
use super::people::{is_set, sources_of};
use super::{Explanation, Formula, Measure};
use crate::quantity::Rate;
use crate::staffing::{PostGroup, SLOW, TargetRole, inhabitants, realisation};
use crate::study::{Basis, Form, Move, Rule, Unit, UnitId};

impl Explainer<'_> {
    /// A field of a move of the course's option.
    pub(super) fn in_move(told: Told<'_>, place: usize, field: &str) -> String {
        let option = told.course.option.unwrap_or_default();
        format!("/options/{option}/moves/{place}/{field}")
    }

    pub(super) fn go_live(told: Told<'_>, place: usize, moved: &Move) -> Explanation {
        Self::given("start", moved.go_live as f64, Measure::Months, Self::in_move(told, place, "month"))
    }

    /// The share w of a source that goes to a target.
    pub(super) fn share_of(
        &self,
        told: Told<'_>,
        place: usize,
        moved: &Move,
        (source, target): (UnitId, UnitId),
        share: Rate,
    ) -> Explanation {
        let run = told.run;
        let members = |unit: UnitId| &run.unit(unit).members;
        let coming: Vec<_> =
            members(source).iter().filter(|member| members(target).contains(member)).collect();
        let count = |member: &usize| self.study.partners[*member].inhabitants;
        let all: f64 = members(source).iter().map(|member| count(&member.0)).sum();
        let here: f64 = coming.iter().map(|member| count(&member.0)).sum();
        let divided = moved.targets.iter().filter(|one| one.sources.iter().any(|(unit, _)| *unit == source));
        let told_share = if divided.count() < 2 && share.get() >= 1.0 {
            Self::model("share", 1.0, Measure::Rate)
        } else if (here / all - share.get()).abs() < 1e-12 {
            let here = Explanation::sum(
                "inhabitants",
                Measure::Inhabitants,
                coming.iter().map(|member| self.inhabitants(member.0)),
            );
            Explanation::quotient("share", Measure::Rate, [here, self.inhabitants_of(told, source)])
        } else {
            Self::given("share", share.get(), Measure::Rate, Self::in_move(told, place, "split"))
        };
        told_share.with("unit", run.unit(source).name.as_str())
    }

    /// The posts of a role that come along: E0 = Σ w·E.
    pub(super) fn brought(
        &self,
        told: Told<'_>,
        place: usize,
        moved: &Move,
        role: &TargetRole,
    ) -> Explanation {
        let mut brought = Explanation::sum(
            "brought",
            Measure::Fte,
            self.each_source(told, place, moved, role)
                .into_iter()
                .map(|(_, share, posts)| Explanation::product("posts", Measure::Fte, [share, posts])),
        );
        brought.value = role.brought;
        brought
    }

    /// Every source with posts in a role: the unit, the share that comes, its posts.
    fn each_source(
        &self,
        told: Told<'_>,
        place: usize,
        moved: &Move,
        role: &TargetRole,
    ) -> Vec<(UnitId, Explanation, Explanation)> {
        let sources = sources_of(moved, role.unit).into_iter();
        sources
            .filter_map(|(unit, share)| {
                let (post_place, post) = self.post(unit, moved.service, role.role)?;
                let share = self.share_of(told, place, moved, (unit, role.unit), share);
                Some((unit, share, Self::posts_of(post_place, post)))
            })
            .collect()
    }

    /// The posts that a role is to have, T.
    pub(super) fn target(
        &self,
        told: Told<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Explanation {
        let mut target = if let Some(post) = is_set(role, moved) {
            let pointer = Self::in_move(told, place, &format!("staffing/posts/{post}/fte"));
            Self::given("target", role.target, Measure::Fte, pointer)
        } else {
            self.target_by_rule(told, (place, moved), role)
        };
        target.term = "target";
        target.value = role.target;
        target
    }

    fn target_by_rule(
        &self,
        told: Told<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Explanation {
        let one = || Self::model("one", 1.0, Measure::Factor);
        let brought = || self.brought(told, place, moved, role);
        match moved.rule {
            Rule::Same => brought(),
            Rule::Percent(percent) => {
                let pointer = Self::in_move(told, place, "staffing/percent");
                let percent = Self::given("percent", percent.get(), Measure::Rate, pointer);
                let unit = told.run.unit(role.unit);
                let less = Explanation::product("saved", Measure::Rate, [percent, self.realised(unit)]);
                let kept = Explanation::difference("kept", Measure::Rate, [one(), less]);
                Explanation::product("target", Measure::Fte, [brought(), kept])
            }
            Rule::Scale => Explanation::sum(
                "target",
                Measure::Fte,
                self.each_source(told, place, moved, role).into_iter().map(|(unit, share, posts)| {
                    let kept = self.scaled(told, moved, unit, role.unit);
                    Explanation::product("posts", Measure::Fte, [share, posts, kept])
                }),
            ),
            Rule::Norm(per_thousand) => {
                let pointer = Self::in_move(told, place, "staffing/fte_per_1000");
                let norm = Self::given("fte_per_1000", per_thousand.get(), Measure::Fte, pointer);
                let thousand = Self::model("thousand", 1000.0, Measure::Inhabitants);
                let thousands = [self.inhabitants_of(told, role.unit), thousand];
                let thousands = Explanation::quotient("thousands", Measure::Factor, thousands);
                let mut parts = vec![norm, thousands];
                parts.push(self.part_of_norm(told, place, moved, role));
                Explanation::product("target", Measure::Fte, parts)
            }
        }
    }

    /// A role's part in a norm: by posts that come along, evenly where there are none.
    fn part_of_norm(&self, told: Told<'_>, place: usize, moved: &Move, role: &TargetRole) -> Explanation {
        let Some(option) = told.run.option else { return Self::model("part", 1.0, Measure::Rate) };
        let roles = crate::staffing::target_roles(self.study, &self.assumptions, option, moved);
        let coming: Vec<&TargetRole> = roles
            .iter()
            .filter(|other| {
                other.unit == role.unit && !self.each_source(told, place, moved, other).is_empty()
            })
            .collect();
        let own = coming.iter().position(|other| other.role == role.role).unwrap_or_default();
        let weights = coming.iter().map(|other| self.brought(told, place, moved, other));
        let weights: Vec<Explanation> = weights.collect();
        let all: f64 = weights.iter().map(|weight| weight.value).sum();
        let part = if all > 0.0 { weights[own].value / all } else { 1.0 / weights.len() as f64 };
        Explanation::of("part", part, Measure::Rate, Formula::Normalised(own), weights)
    }

    /// The realisation factor ρ by which a unit makes savings come true.
    pub(super) fn realised(&self, unit: &Unit) -> Explanation {
        let net = unit.basis == Basis::Net && unit.is_joint();
        let id = if net { "realisation_net" } else { "realisation_gross" };
        let mut told = self.assumed(id, None, Measure::Factor);
        told.value = realisation(&self.assumptions, unit).get();
        told
    }

    /// What economies of scale leave of a source's posts.
    fn scaled(&self, told: Told<'_>, moved: &Move, source: UnitId, target: UnitId) -> Explanation {
        let (from, to) = (told.run.unit(source), told.run.unit(target));
        let most = || {
            let mut most = self.assumed("scale_saturation", None, Measure::Inhabitants);
            most.term = "saturation";
            most
        };
        let effective = |id: UnitId, unit: &Unit| {
            let value = inhabitants(self.study, unit).min(self.assumptions.saturation);
            let parts = [self.inhabitants_of(told, id), most()];
            Explanation::of("effective", value, Measure::Inhabitants, Formula::Least, parts)
        };
        let ratio =
            Explanation::quotient("scale", Measure::Factor, [effective(target, to), effective(source, from)]);
        let elasticity = self.elasticity(moved.service);
        let factor = libm::pow(ratio.value, elasticity.value);
        let ratio = Explanation::of("ratio", factor, Measure::Factor, Formula::Power, [ratio, elasticity]);
        if factor >= 1.0 {
            return ratio;
        }
        let one = || Self::model("one", 1.0, Measure::Factor);
        let form = if to.is_joint() { to.form } else { Form::Standalone };
        let reach = self.assumed(&format!("form_reach.{}", form.code()), None, Measure::Factor);
        let less = Explanation::difference("economies", Measure::Rate, [one(), ratio]);
        let less = Explanation::product("saved", Measure::Rate, [self.realised(to), reach, less]);
        Explanation::difference("kept", Measure::Rate, [one(), less])
    }

    /// The steps in which a target is reached, by twelve months.
    pub(super) fn ramp(
        told: Told<'_>,
        (place, moved): (usize, &Move),
        role: &TargetRole,
    ) -> Vec<Explanation> {
        let follows_rule = is_set(role, moved).is_none();
        Self::steps(told, place, moved, follows_rule)
    }

    /// The ramp of a move, of what follows its rule or of what is set outright.
    pub(super) fn steps(told: Told<'_>, place: usize, moved: &Move, follows_rule: bool) -> Vec<Explanation> {
        if let Some(ramp) = &moved.ramp {
            let given = ramp.iter().enumerate().map(|(step, share)| {
                let pointer = Self::in_move(told, place, &format!("ramp/{step}"));
                Self::given("ramp", *share, Measure::Rate, pointer)
            });
            return given.collect();
        }
        let at_once = !follows_rule || moved.rule == Rule::Same;
        let steps: &[f64] = if at_once { &[1.0] } else { &SLOW };
        steps.iter().map(|step| Self::model("ramp", *step, Measure::Rate)).collect()
    }

    /// What a year of one fte of a group costs: as the study or register says, or the mean of who came along.
    pub(super) fn cost_of(&self, told: Told<'_>, group: &PostGroup) -> Explanation {
        let today = || {
            let (place, post) = self.post(group.unit, group.service, group.role)?;
            Some(self.pay(&post.pay, &format!("/posts/{place}")))
        };
        let moved = told.run.option.and_then(|option| {
            let place = option.moves.iter().position(|moved| moved.service == group.service)?;
            let moved = &option.moves[place];
            let is_target = moved.targets.iter().any(|target| target.unit == group.unit);
            (is_target && group.start == moved.go_live && group.exists()).then_some((place, moved))
        });
        let mut cost = match moved {
            None => today().unwrap_or_else(|| Self::model("cost", group.cost, Measure::Euros)),
            Some((place, moved)) => self.cost_afterwards(told, place, moved, group),
        };
        cost.value = group.cost;
        if cost.term != "assumption" {
            cost.term = "cost";
        }
        cost
    }

    fn cost_afterwards(&self, told: Told<'_>, place: usize, moved: &Move, group: &PostGroup) -> Explanation {
        let said = |only: Option<UnitId>| {
            moved.posts.iter().enumerate().rev().find_map(|(nth, post)| {
                let pay = post.pay.as_ref().filter(|_| post.role == group.role && post.unit == only)?;
                Some(self.pay(pay, &Self::in_move(told, place, &format!("staffing/posts/{nth}"))))
            })
        };
        if let Some(set) = said(Some(group.unit)).or_else(|| said(None)) {
            return set;
        }
        let sources = sources_of(moved, group.unit);
        let groups = || {
            sources.iter().filter_map(|(unit, share)| {
                let source = Self::source_group(told, moved, *unit, group.role)?;
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
            let share = self.share_of(told, place, moved, (unit, group.unit), share);
            let weight = if by_people {
                let people = self.people_at_go_live(told, moved, (unit, group.role));
                Explanation::product("weight", Measure::Fte, [Some(share), people].into_iter().flatten())
            } else if by_posts {
                let posts = self.post(unit, group.service, group.role);
                let posts = posts.map(|(place, post)| Self::posts_of(place, post));
                Explanation::product("weight", Measure::Fte, [Some(share), posts].into_iter().flatten())
            } else {
                share
            };
            parts.push(weight);
            parts.push(self.cost_of(told, source));
        }
        Explanation::of("cost", group.cost, Measure::Euros, Formula::Mean, parts)
    }
}
