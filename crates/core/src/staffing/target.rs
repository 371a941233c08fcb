//! The posts that a moved service is to have (MODEL 3, "Target T per role").

use super::PostGroup;
use crate::assumptions::Assumptions;
use crate::quantity::Rate;
use crate::study::{Basis, Form, Move, RoleId, Rule, Study, Target, TargetPost, Unit, UnitId, Variant};

/// A role in the unit that a service moves to.
pub(crate) struct TargetRole<'a> {
    pub(crate) unit: UnitId,
    pub(crate) role: RoleId,
    /// Posts that come along, E0.
    pub(crate) brought: f64,
    /// Posts in the end, T.
    pub(crate) target: f64,
    /// The share of the step made in each twelve months; the last holds on.
    ramp: &'a [f64],
    /// What a year costs from now on, where the option says so.
    set_cost: Option<f64>,
}

/// How fast a rule is followed where the option does not say (MODEL 3).
pub(crate) const SLOW: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// The whole step from the first month.
const AT_ONCE: [f64; 1] = [1.0];

impl TargetRole<'_> {
    /// Establishment from go-live on, E0 + (T − E0)·ramp and never below zero, step by step with the month in which the
    /// step ends; the last holds on to the end.
    pub(super) fn establishments(&self, go_live: usize, end: usize) -> impl Iterator<Item = (f64, usize)> {
        let last = self.ramp.len().saturating_sub(1);
        (0..=last).map(move |twelvemonth| {
            let posts = self.brought + (self.target - self.brought) * step(self.ramp, twelvemonth);
            (posts.max(0.0), if twelvemonth < last { end.min(go_live + (twelvemonth + 1) * 12) } else { end })
        })
    }

    /// What a year of one fte costs: the mean of who comes along, so that nobody's pay changes by moving.
    pub(super) fn cost(&self, people: &[(&PostGroup, Rate)]) -> f64 {
        let mean = |weight: &dyn Fn(&PostGroup) -> f64| {
            let weights = people.iter().map(|(group, share)| share.get() * weight(group));
            let total: f64 = weights.clone().sum();
            let sum: f64 = weights.zip(people).map(|(weight, (group, _))| weight * group.cost).sum();
            (total > 0.0).then(|| sum / total)
        };
        self.set_cost
            .or_else(|| mean(&|group| group.left_over.get()))
            .or_else(|| mean(&|group| group.brought.get()))
            .or_else(|| mean(&|_| 1.0))
            .unwrap_or(0.0)
    }
}

/// The share of a step made in the given twelve months.
pub(crate) fn step(ramp: &[f64], twelvemonth: usize) -> f64 {
    ramp.get(twelvemonth).or(ramp.last()).copied().unwrap_or(1.0)
}

/// The ramp of a move for what follows its rule.
pub(crate) fn rule_ramp(moved: &Move) -> &[f64] {
    match (&moved.ramp, moved.rule) {
        (Some(ramp), _) => ramp,
        (None, Rule::Same) => &AT_ONCE,
        (None, _) => &SLOW,
    }
}

/// The realisation factor ρ of a unit: by its basis; a single partner counts as gross.
pub(crate) fn realisation(assumptions: &Assumptions, unit: &Unit) -> Rate {
    match unit.basis {
        Basis::Net if unit.is_joint() => assumptions.realisation_net,
        _ => assumptions.realisation_gross,
    }
}

/// Inhabitants of a unit in the first year.
pub(crate) fn inhabitants(study: &Study, unit: &Unit) -> f64 {
    unit.members.iter().map(|member| study.partners[member.0].inhabitants).sum()
}

/// Every role of every target of a move.
pub(crate) fn target_roles<'a>(
    study: &Study,
    assumptions: &Assumptions,
    option: &Variant,
    moved: &'a Move,
) -> Vec<TargetRole<'a>> {
    moved.targets.iter().flat_map(|target| roles_of(study, assumptions, option, moved, target)).collect()
}

fn roles_of<'a>(
    study: &Study,
    assumptions: &Assumptions,
    option: &Variant,
    moved: &'a Move,
    target: &Target,
) -> Vec<TargetRole<'a>> {
    let unit = study.unit(Some(option), target.unit);
    let realised = realisation(assumptions, unit).get();
    // What the rule leaves of each source's posts.
    let kept = |source: UnitId| match moved.rule {
        Rule::Same | Rule::Norm(_) => 1.0,
        Rule::Percent(share) => 1.0 - share.get() * realised,
        Rule::Scale => scale_factor(study, assumptions, moved, unit, &study.units[source.0], realised),
    };
    let kept: Vec<f64> = target.sources.iter().map(|(source, _)| kept(*source)).collect();
    let mut roles: Vec<TargetRole<'a>> = Vec::new();
    for post in study.posts.iter().filter(|post| post.service == moved.service) {
        let Some(place) = target.sources.iter().position(|(source, _)| *source == post.unit) else {
            continue;
        };
        let brought = target.sources[place].1.get() * post.establishment.get();
        let kept = brought * kept[place];
        if let Some(role) = roles.iter_mut().find(|role| role.role == post.role) {
            role.brought += brought;
            role.target += kept;
        } else {
            let ramp = rule_ramp(moved);
            roles.push(TargetRole {
                unit: target.unit,
                role: post.role,
                brought,
                target: kept,
                ramp,
                set_cost: None,
            });
        }
    }
    if let Rule::Norm(per_thousand) = moved.rule {
        let norm = per_thousand.get() * inhabitants(study, unit) / 1000.0;
        let brought: f64 = roles.iter().map(|role| role.brought).sum();
        let count = roles.len() as f64;
        for role in &mut roles {
            role.target = if brought > 0.0 { norm * role.brought / brought } else { norm / count };
        }
    }
    // What is said of this unit alone goes before what is said of every target.
    for only in [None, Some(target.unit)] {
        for post in moved.posts.iter().filter(|post| post.unit == only) {
            set_outright(&mut roles, post, moved, target.unit, assumptions);
        }
    }
    for role in &mut roles {
        role.target = role.target.max(0.0);
    }
    roles
}

fn set_outright<'a>(
    roles: &mut Vec<TargetRole<'a>>,
    post: &TargetPost,
    moved: &'a Move,
    unit: UnitId,
    assumptions: &Assumptions,
) {
    let place = roles.iter().position(|role| role.role == post.role).unwrap_or_else(|| {
        roles.push(TargetRole {
            unit,
            role: post.role,
            brought: 0.0,
            target: 0.0,
            ramp: &AT_ONCE,
            set_cost: None,
        });
        roles.len() - 1
    });
    let role = &mut roles[place];
    role.target = post.fte.get();
    // A named post is not phased in unless the move says so.
    role.ramp = moved.ramp.as_deref().unwrap_or(&AT_ONCE);
    role.set_cost = post.pay.as_ref().map(|pay| assumptions.pay(pay)).or(role.set_cost);
}

/// What is left of a source's posts by economies of scale: 1 − ρ·χ·(1 − r), or r where splitting up costs posts, with
/// `r = (min(N_U, N*) / min(N_u, N*))^ε`.
fn scale_factor(
    study: &Study,
    assumptions: &Assumptions,
    moved: &Move,
    unit: &Unit,
    source: &Unit,
    realised: f64,
) -> f64 {
    let reach = assumptions.form(if unit.is_joint() { unit.form } else { Form::Standalone }).reach.get();
    let effective = |unit: &Unit| inhabitants(study, unit).min(assumptions.saturation);
    let ratio =
        libm::pow(effective(unit) / effective(source), assumptions.services[moved.service.0].elasticity);
    if ratio < 1.0 { 1.0 - realised * reach * (1.0 - ratio) } else { ratio }
}
