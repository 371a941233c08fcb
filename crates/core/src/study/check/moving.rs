//! Checking a move: where a service goes, from where, and with which posts.

use super::super::file::{MoveFile, OptionFile, RuleName, StaffingFile};
use super::super::json::At;
use super::super::{Move, PartnerId, Rule, ServiceId, Study, Target, TargetPost, Unit, UnitId};
use super::{Checker, Ids, has_service, limit};
use crate::quantity::{Fte, Rate};

/// Shares of a split may miss 1 by what thousandths of a percent leave.
const SPLIT_TOLERANCE: f64 = 1e-6;

impl Checker<'_> {
    pub(super) fn check_moves(
        &mut self,
        option: &OptionFile,
        study: &Study,
        units: &[Unit],
        ids: &Ids<'_>,
        at: At<'_>,
    ) -> Vec<Move> {
        let mut moves: Vec<Move> = Vec::with_capacity(option.moves.len());
        for (index, moved) in option.moves.iter().enumerate() {
            let list = at.field("moves");
            let at = list.item(index);
            let go_live = self.month(moved.month, at.field("month"));
            let targets = self.check_targets(moved, study, ids, at);
            let service = self.service(&moved.service, at.field("service"));
            let posts = self.check_target_posts(moved.staffing.as_ref(), &targets, ids, at);
            let rule = self.check_rule(moved.staffing.as_ref(), at);
            let saving = moved.running_cost_saving.unwrap_or(0.0);
            let saving = self.within(saving, limit::CHANGE, at.field("running_cost_saving"));
            let ramp = self.check_ramp(moved, at);
            if let Some(months) = moved.surplus_after_months {
                self.within(f64::from(months), (0.0, limit::MONTHS.1), at.field("surplus_after_months"));
            }
            let Some(service) = service else { continue };
            if moves.iter().any(|other| other.service == service) {
                self.report("duplicate_move", at.field("service")).fact("service", moved.service.as_str());
            }
            let targets = self.find_sources(moved, service, &targets, study, units, at);
            self.check_new_roles(service, &posts, &targets, study, at);
            moves.push(Move {
                service,
                go_live,
                targets,
                rule,
                posts,
                running_cost_saving: Rate::new(saving),
                ramp,
                surplus_after_months: moved
                    .surplus_after_months
                    .and_then(|months| usize::try_from(months).ok()),
            });
        }
        moves
    }

    fn check_ramp(&mut self, moved: &MoveFile, at: At<'_>) -> Option<Vec<f64>> {
        let ramp = moved.ramp.as_ref()?;
        if ramp.is_empty() {
            self.report("empty_list", at.field("ramp"));
        }
        let list = at.field("ramp");
        let steps = ramp.iter().enumerate();
        Some(steps.map(|(index, step)| self.within(*step, limit::RAMP, list.item(index))).collect())
    }

    /// The units that a service moves to: partners, or units of this option.
    fn check_targets(&mut self, moved: &MoveFile, study: &Study, ids: &Ids<'_>, at: At<'_>) -> Vec<UnitId> {
        if moved.to.is_empty() {
            self.report("empty_list", at.field("to"));
        }
        let mut targets = Vec::with_capacity(moved.to.len());
        for (index, id) in moved.to.iter().enumerate() {
            let list = at.field("to");
            let at = list.item(index);
            match ids.get(id.as_str()).map(UnitId) {
                Some(unit) if unit.0 < study.partners.len() || unit.0 >= study.units.len() => {
                    if targets.contains(&unit) {
                        self.report("duplicate_id", at).fact("id", id.as_str());
                    } else {
                        targets.push(unit);
                    }
                }
                _ => _ = self.report("target_not_in_option", at).fact("id", id.as_str()),
            }
        }
        targets
    }

    /// Today's units of the service that share a member with a target, each with the share of it that goes there.
    fn find_sources(
        &mut self,
        moved: &MoveFile,
        service: ServiceId,
        targets: &[UnitId],
        study: &Study,
        units: &[Unit],
        at: At<'_>,
    ) -> Vec<Target> {
        let split = moved.split.as_ref().map(|split| self.by_partner(split, at.field("split")));
        for (id, share) in moved.split.iter().flat_map(|split| &split.0) {
            self.within(*share, limit::SHARE, at.field("split").field(id));
        }
        let mut found: Vec<Target> =
            targets.iter().map(|unit| Target { unit: *unit, sources: Vec::new() }).collect();
        for (index, source) in study.units.iter().enumerate() {
            let id = UnitId(index);
            let touches = |target: &UnitId| {
                let members = &study.unit_among(units, *target).members;
                source.members.iter().any(|member| members.contains(member))
            };
            if !has_service(study, id, service) || !targets.iter().any(touches) {
                continue;
            }
            for member in &source.members {
                let homes = targets
                    .iter()
                    .filter(|target| study.unit_among(units, **target).members.contains(member))
                    .count();
                let code = match homes {
                    1 => continue,
                    0 => "member_without_target",
                    _ => "member_in_two_targets",
                };
                let partner = study.partners.get(member.0).map_or("", |partner| partner.id.as_str());
                self.report(code, at.field("to")).fact("partner", partner).fact("unit", source.id.as_str());
            }
            // A source that goes whole to one target is not split.
            let divided = !targets.iter().any(|target| {
                let members = &study.unit_among(units, *target).members;
                source.members.iter().all(|member| members.contains(member))
            });
            if let Some(split) = split.as_ref().filter(|_| divided) {
                let sum: f64 = source.members.iter().map(|member| split[member.0]).sum();
                if (sum - 1.0).abs() > SPLIT_TOLERANCE {
                    self.report("split_incomplete", at.field("split"))
                        .fact("sum", sum)
                        .fact("unit", source.id.as_str());
                }
            }
            let inhabitants = |member: &PartnerId| study.partners[member.0].inhabitants;
            for target in &mut found {
                let members = &study.unit_among(units, target.unit).members;
                let here: Vec<&PartnerId> =
                    source.members.iter().filter(|member| members.contains(member)).collect();
                let share = if here.is_empty() {
                    continue;
                } else if here.len() == source.members.len() {
                    1.0
                } else if let Some(split) = &split {
                    here.iter().map(|member| split[member.0]).sum()
                } else {
                    here.iter().map(|member| inhabitants(member)).sum::<f64>()
                        / source.members.iter().map(inhabitants).sum::<f64>()
                };
                target.sources.push((id, Rate::new(share)));
            }
        }
        found
    }

    fn check_rule(&mut self, staffing: Option<&StaffingFile>, at: At<'_>) -> Rule {
        let Some(staffing) = staffing else {
            return Rule::Same;
        };
        let name = staffing.rule.unwrap_or(RuleName::Same);
        for (field, given, belongs) in [
            ("percent", staffing.percent.is_some(), name == RuleName::Percent),
            ("fte_per_1000", staffing.fte_per_1000.is_some(), name == RuleName::Norm),
        ] {
            let staffing_at = at.field("staffing");
            let path = staffing_at.field(field);
            match (given, belongs) {
                (false, true) => _ = self.report("missing_field", path).fact("field", field),
                (true, false) => _ = self.report("unknown_field", path).fact("field", field),
                _ => {}
            }
        }
        match name {
            RuleName::Same => Rule::Same,
            RuleName::Scale => Rule::Scale,
            RuleName::Percent => Rule::Percent(Rate::new(self.within(
                staffing.percent.unwrap_or(0.0),
                limit::CHANGE,
                at.field("staffing").field("percent"),
            ))),
            RuleName::Norm => Rule::Norm(Fte::new(self.within(
                staffing.fte_per_1000.unwrap_or(0.0),
                (0.0, 1000.0),
                at.field("staffing").field("fte_per_1000"),
            ))),
        }
    }

    fn check_target_posts(
        &mut self,
        staffing: Option<&StaffingFile>,
        targets: &[UnitId],
        ids: &Ids<'_>,
        at: At<'_>,
    ) -> Vec<TargetPost> {
        let mut posts: Vec<TargetPost> = Vec::new();
        for (index, post) in staffing.iter().flat_map(|staffing| &staffing.posts).enumerate() {
            let staffing_at = at.field("staffing");
            let list = staffing_at.field("posts");
            let at = list.item(index);
            let unit = post.unit.as_ref().and_then(|id| {
                let unit = ids.get(id.as_str()).map(UnitId).filter(|unit| targets.contains(unit));
                if unit.is_none() {
                    self.report("target_not_in_option", at.field("unit")).fact("id", id.as_str());
                }
                unit
            });
            let role = self.role(&post.role);
            if posts.iter().any(|other| other.role == role && other.unit == unit) {
                self.report("duplicate_id", at.field("role")).fact("id", post.role.as_str());
            }
            let pay = self.check_pay(post.scale.as_ref(), post.cost_per_fte, at);
            let fte = Fte::new(self.within(post.fte, limit::FTE, at.field("fte")));
            posts.push(TargetPost { role, fte, pay, unit, fixed: post.fixed.unwrap_or(false) });
        }
        posts
    }

    /// A role that nobody has today needs a scale or cost of its own.
    fn check_new_roles(
        &mut self,
        service: ServiceId,
        posts: &[TargetPost],
        targets: &[Target],
        study: &Study,
        at: At<'_>,
    ) {
        for (index, post) in posts.iter().enumerate().filter(|(_, post)| post.pay.is_none()) {
            let comes_along = |target: &Target| {
                target.sources.iter().any(|(source, _)| {
                    study
                        .posts
                        .iter()
                        .any(|today| (today.unit, today.service, today.role) == (*source, service, post.role))
                })
            };
            let lacking = targets
                .iter()
                .any(|target| post.unit.is_none_or(|unit| unit == target.unit) && !comes_along(target));
            if lacking {
                let role = self.roles[post.role.0].clone();
                let staffing_at = at.field("staffing");
                let list = staffing_at.field("posts");
                let post_at = list.item(index);
                // A scale that cannot be read has been reported already.
                let place = post_at.pointer() + "/";
                if !self.problems.iter().any(|problem| problem.path.starts_with(&place)) {
                    self.report("new_role_needs_cost", post_at.field("scale")).fact("role", role);
                }
            }
        }
    }
}
