//! Checking an option: its units, what moves where, what it costs besides, and who pays.

use super::super::json::At;
use super::super::file::{MoveFile, OptionFile, RuleName, StaffingFile};
use super::super::{
    Basis, Certainty, Form, Keys, Move, OneOff, PartnerId, Payer, Recurring, Rule, ServiceId, Study, Target, TargetPost,
    Unit, UnitId, Variant, Vat,
};
use super::keys::Use;
use super::{Checker, Ids, has_service, insert_in_order, limit};
use crate::assumptions::Assumptions;
use crate::ledger::Line;
use crate::quantity::{Fte, Rate};

/// Shares of a split may miss 1 by what thousandths of a percent leave.
const SPLIT_TOLERANCE: f64 = 1e-6;

impl<'a> Checker<'a> {
    pub(super) fn check_options(&mut self, study: &Study) -> Vec<Variant> {
        let file = self.file;
        // Which lines a form posts is a matter of its figures.
        let assumptions = Assumptions::of(study, self.register);
        let mut options: Vec<Variant> = Vec::with_capacity(file.options.len());
        for (index, option) in file.options.iter().enumerate() {
            let list = At::Field(&At::Root, "options");
            let at = list.item(index);
            self.check_id(&option.id, at.field("id"));
            if options.iter().any(|other| other.id == option.id) {
                self.report("duplicate_id", at.field("id")).fact("id", option.id.as_str());
            }
            let variant = self.check_option(option, study, &assumptions, at);
            options.push(variant);
        }
        options
    }

    fn check_option(&mut self, option: &'a OptionFile, study: &Study, assumptions: &Assumptions, at: At<'_>) -> Variant {
        let mut ids = self.units.clone();
        let mut units = Vec::with_capacity(option.units.len());
        for (index, unit) in option.units.iter().enumerate() {
            let list = at.field("units");
            let at = list.item(index);
            self.check_id(&unit.id, at.field("id"));
            if !ids.add(&unit.id, study.units.len() + index) {
                self.report("duplicate_id", at.field("id")).fact("id", unit.id.as_str());
            }
            units.push(self.check_unit(unit, at));
        }
        let moves = self.check_moves(option, study, &units, &ids, at);
        let mut participants: Vec<PartnerId> = Vec::new();
        for target in moves.iter().flat_map(|one| &one.targets) {
            for member in &unit_at(study, &units, target.unit).members {
                if !participants.contains(member) {
                    insert_in_order(&mut participants, *member, |member| *member);
                }
            }
        }
        let variant = Variant {
            id: option.id.clone(),
            name: option.name.clone(),
            freeze: option.freeze.and_then(|month| {
                if month > self.period.last_month() {
                    self.month(month, at.field("freeze"));
                }
                // A freeze from before the study holds from its first month.
                (month <= self.period.last_month()).then(|| self.period.index(month).unwrap_or(0))
            }),
            one_offs: self.check_one_offs(option, &ids, at),
            recurring: self.check_recurring(option, &participants, &ids, at),
            keys: self.check_keys(option, at),
            transition_years: option.transition.as_ref().map(|transition| {
                self.within(transition.years, limit::TRANSITION, at.field("transition").field("years"))
            }),
            guarantee: option.guarantee.as_ref().map(|guarantee| {
                let most = guarantee.max_disadvantage_per_inhabitant;
                self.within(most, (0.0, limit::EUROS.1), at.field("guarantee").field("max_disadvantage_per_inhabitant"))
            }),
            vat: option.vat.unwrap_or(Vat::None),
            exit: option.exit.as_ref().and_then(|exit| exit.rule),
            units,
            moves,
            participants,
        };
        self.check_option_keys(&variant, study, assumptions, at);
        variant
    }

    fn check_moves(
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
                surplus_after_months: moved.surplus_after_months.and_then(|months| usize::try_from(months).ok()),
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
        let mut found: Vec<Target> = targets.iter().map(|unit| Target { unit: *unit, sources: Vec::new() }).collect();
        for (index, source) in study.units.iter().enumerate() {
            let id = UnitId(index);
            let touches = |target: &UnitId| {
                let members = &unit_at(study, units, *target).members;
                source.members.iter().any(|member| members.contains(member))
            };
            if !has_service(study, id, service) || !targets.iter().any(touches) {
                continue;
            }
            for member in &source.members {
                let homes = targets.iter().filter(|target| unit_at(study, units, **target).members.contains(member)).count();
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
                let members = &unit_at(study, units, *target).members;
                source.members.iter().all(|member| members.contains(member))
            });
            if let Some(split) = split.as_ref().filter(|_| divided) {
                let sum: f64 = source.members.iter().map(|member| split[member.0]).sum();
                if (sum - 1.0).abs() > SPLIT_TOLERANCE {
                    self.report("split_incomplete", at.field("split")).fact("sum", sum).fact("unit", source.id.as_str());
                }
            }
            let inhabitants = |member: &PartnerId| study.partners[member.0].inhabitants;
            for target in &mut found {
                let members = &unit_at(study, units, target.unit).members;
                let here: Vec<&PartnerId> = source.members.iter().filter(|member| members.contains(member)).collect();
                let share = if here.is_empty() {
                    continue;
                } else if here.len() == source.members.len() {
                    1.0
                } else if let Some(split) = &split {
                    here.iter().map(|member| split[member.0]).sum()
                } else {
                    here.iter().map(|member| inhabitants(member)).sum::<f64>() / source.members.iter().map(inhabitants).sum::<f64>()
                };
                target.sources.push((id, Rate::new(share)));
            }
        }
        found
    }

    fn check_rule(&mut self, staffing: Option<&StaffingFile>, at: At<'_>) -> Rule {
        let Some(staffing) = staffing else { return Rule::Same };
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
            RuleName::Percent => Rule::Percent(Rate::new(self.within(staffing.percent.unwrap_or(0.0), limit::CHANGE, at.field("staffing").field("percent")))),
            RuleName::Norm => Rule::Norm(Fte::new(self.within(staffing.fte_per_1000.unwrap_or(0.0), (0.0, 1000.0), at.field("staffing").field("fte_per_1000")))),
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
    fn check_new_roles(&mut self, service: ServiceId, posts: &[TargetPost], targets: &[Target], study: &Study, at: At<'_>) {
        for (index, post) in posts.iter().enumerate().filter(|(_, post)| post.pay.is_none()) {
            let comes_along = |target: &Target| {
                target.sources.iter().any(|(source, _)| {
                    study.posts.iter().any(|today| (today.unit, today.service, today.role) == (*source, service, post.role))
                })
            };
            let lacking = targets.iter().any(|target| post.unit.is_none_or(|unit| unit == target.unit) && !comes_along(target));
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

    fn check_one_offs(&mut self, option: &OptionFile, ids: &Ids<'_>, at: At<'_>) -> Vec<OneOff> {
        let mut one_offs = Vec::with_capacity(option.one_offs.len());
        for (index, cost) in option.one_offs.iter().enumerate() {
            let list = at.field("one_offs");
            let at = list.item(index);
            if option.moves.is_empty() {
                self.report("one_off_without_move", at).fact("name", cost.name.as_str());
            }
            let payer = self.check_payer(cost.key.as_ref(), ids, at.field("key"));
            let per_partner = self.check_per_partner(cost.per_partner, &payer, at);
            let months = self.within(f64::from(cost.months.unwrap_or(1)), limit::MONTHS, at.field("months"));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within limits")]
            let months = months as usize;
            one_offs.push(OneOff {
                name: cost.name.clone(),
                month: self.month(cost.month, at.field("month")),
                months,
                amount: self.within(cost.amount, limit::EUROS, at.field("amount")),
                certainty: cost.certainty.unwrap_or(Certainty::Contracted),
                payer,
                per_partner,
                carries_vat: cost.carries_vat.unwrap_or(false),
            });
        }
        one_offs
    }

    fn check_per_partner(&mut self, per_partner: Option<bool>, payer: &Payer, at: At<'_>) -> bool {
        let per_partner = per_partner.unwrap_or(false);
        if per_partner && matches!(payer, Payer::Bearer(_)) {
            self.report("per_partner_with_bearer", at.field("per_partner"));
        }
        per_partner
    }

    fn check_recurring(
        &mut self,
        option: &OptionFile,
        participants: &[PartnerId],
        ids: &Ids<'_>,
        at: At<'_>,
    ) -> Vec<Recurring> {
        let mut recurring = Vec::with_capacity(option.recurring.len());
        for (index, cost) in option.recurring.iter().enumerate() {
            let list = at.field("recurring");
            let at = list.item(index);
            let payer = self.check_payer(cost.key.as_ref(), ids, at.field("key"));
            if participants.is_empty() && option.moves.is_empty() && !matches!(payer, Payer::Bearer(_)) {
                self.report("no_participants", at.field("key")).fact("name", cost.name.as_str());
            }
            let per_partner = self.check_per_partner(cost.per_partner, &payer, at);
            let from = self.month(cost.from, at.field("from"));
            let until = cost.until.map(|until| {
                let until = usize::try_from(until.since(self.period.first_month())).unwrap_or(0);
                if until < from || cost.until.is_some_and(|until| until < cost.from) {
                    self.report("until_before_from", at.field("until")).fact("name", cost.name.as_str());
                }
                until.max(from)
            });
            recurring.push(Recurring {
                name: cost.name.clone(),
                from,
                until,
                amount: self.within(cost.amount, limit::EUROS, at.field("amount")),
                payer,
                per_partner,
                carries_vat: cost.carries_vat.unwrap_or(false),
                unspecified: cost.unspecified.unwrap_or(false),
            });
        }
        recurring
    }

    fn check_keys(&mut self, option: &OptionFile, at: At<'_>) -> Keys {
        let Some(file) = &option.keys else { return Keys::default() };
        let at = at.field("keys");
        let default = file.default.as_ref().map(|key| self.check_key(key, at.field("default")));
        let mut keys = Keys { default, services: Vec::new(), lines: Vec::new() };
        for (id, key) in &file.services.0 {
            let table = at.field("services");
            let at = table.field(id);
            let key = self.check_key(key, at);
            if let Some(service) = self.service(id, at) {
                keys.services.push((service, key));
            }
        }
        for (code, key) in &file.lines.0 {
            let table = at.field("lines");
            let at = table.field(code);
            let key = self.check_key(key, at);
            match Line::parse(code) {
                Some(line) if !matches!(line, Line::Vat | Line::Settlement) => keys.lines.push((line, key)),
                _ => _ = self.report("unknown_line", at).fact("line", code.as_str()),
            }
        }
        keys
    }

    /// Checks that every key has weights for the entries that it will divide.
    fn check_option_keys(&mut self, option: &Variant, study: &Study, assumptions: &Assumptions, at: At<'_>) {
        let keys_at = at.field("keys");
        let moved: Vec<ServiceId> = option.moves.iter().map(|one| one.service).collect();
        let members = &option.participants;
        let has_own = |line: Line| option.keys.lines.iter().any(|(own, _)| *own == line);
        let whole = whole_lines(option, study, assumptions);
        let free_one_off = option.one_offs.iter().any(|cost| cost.payer == Payer::Participants);
        let free_recurring = option.recurring.iter().any(|cost| cost.payer == Payer::Participants);
        for (line, key) in &option.keys.lines {
            let is_whole = whole.contains(line)
                || (*line == Line::OneOff && free_one_off)
                || (*line == Line::Recurring && free_recurring);
            let services = if line.has_service() { &moved[..] } else { &[] };
            let used = Use { members, services, whole: is_whole.then_some(line.code()) };
            if is_whole || line.has_service() {
                self.check_key_use(key, &used, study, keys_at.field("lines").field(line.code()));
            }
        }
        for (service, key) in &option.keys.services {
            let id = study.services.get(service.0).map_or("", |service| service.id.as_str());
            if moved.contains(service) {
                let used = Use { members, services: &[*service], whole: None };
                self.check_key_use(key, &used, study, keys_at.field("services").field(id));
            }
        }
        if let Some(key) = &option.keys.default {
            let left: Vec<ServiceId> =
                moved.iter().copied().filter(|one| !option.keys.services.iter().any(|(own, _)| own == one)).collect();
            let mut lines = whole.iter().copied().filter(|line| !has_own(*line));
            let line = lines.next().or((free_recurring && !has_own(Line::Recurring)).then_some(Line::Recurring));
            let used = Use { members, services: &left, whole: line.map(Line::code) };
            self.check_key_use(key, &used, study, keys_at.field("default"));
        }
        let one_offs = option.one_offs.iter().map(|cost| &cost.payer);
        self.check_own_keys(one_offs, Line::OneOff, members, study, at.field("one_offs"));
        let recurring = option.recurring.iter().map(|cost| &cost.payer);
        self.check_own_keys(recurring, Line::Recurring, members, study, at.field("recurring"));
    }

    /// Keys that amounts have of their own.
    fn check_own_keys<'p>(
        &mut self,
        payers: impl Iterator<Item = &'p Payer>,
        line: Line,
        members: &[PartnerId],
        study: &Study,
        at: At<'_>,
    ) {
        for (index, payer) in payers.enumerate() {
            if let Payer::Key(key) = payer {
                let used = Use { members, services: &[], whole: Some(line.code()) };
                self.check_key_use(key, &used, study, at.item(index).field("key"));
            }
        }
    }
}

/// The lines without a service that an option's joint units will have.
fn whole_lines(option: &Variant, study: &Study, assumptions: &Assumptions) -> Vec<Line> {
    let mut lines = Vec::new();
    let used = option.moves.iter().flat_map(|one| &one.targets).map(|target| target.unit);
    for unit in used.filter_map(|unit| option.units.get(unit.0.checked_sub(study.units.len())?)) {
        let form = assumptions.form(unit.form);
        let gross = unit.basis == Basis::Gross;
        for (line, posts) in [
            (Line::Governance, gross && form.governance != 0.0),
            (Line::Director, gross && form.director != 0.0),
            (Line::Coordination, gross && form.coordination.get() != 0.0),
            (Line::GrantLoss, unit.form == Form::Merger && assumptions.fixed_grant != 0.0),
        ] {
            if posts && !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    // An amount that a unit of the option bears alone is shared by that unit's members.
    let borne = |payer: &Payer| matches!(payer, Payer::Bearer(unit) if unit.0 >= study.units.len());
    if option.one_offs.iter().any(|cost| borne(&cost.payer)) {
        lines.push(Line::OneOff);
    }
    if option.recurring.iter().any(|cost| borne(&cost.payer)) {
        lines.push(Line::Recurring);
    }
    lines
}

fn unit_at<'u>(study: &'u Study, units: &'u [Unit], unit: UnitId) -> &'u Unit {
    study.units.get(unit.0).unwrap_or_else(|| &units[unit.0 - study.units.len()])
}
