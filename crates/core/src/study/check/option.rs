//! Checking an option: its units, what moves where, what it costs besides, and who pays.

use super::super::file::OptionFile;
use super::super::json::At;
use super::super::{
    Basis, Certainty, Form, Keys, OneOff, PartnerId, Payer, Recurring, ServiceId, Study, Variant, Vat,
};
use super::keys::Use;
use super::{Checker, Ids, insert_in_order, limit};
use crate::assumptions::Assumptions;
use crate::ledger::Line;

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

    fn check_option(
        &mut self,
        option: &'a OptionFile,
        study: &Study,
        assumptions: &Assumptions,
        at: At<'_>,
    ) -> Variant {
        let mut ids = self.units.clone();
        let mut units = Vec::with_capacity(option.units.len());
        for (index, unit) in option.units.iter().enumerate() {
            let list = at.field("units");
            let at = list.item(index);
            self.check_id(&unit.id, at.field("id"));
            if !ids.add(&unit.id, study.units.len() + index) {
                self.report("duplicate_id", at.field("id")).fact("id", unit.id.as_str());
            }
            // An option's keys and VAT are said of the option.
            for (field, given) in [("key", unit.key.is_some()), ("vat", unit.vat.is_some())] {
                if given {
                    self.report("unknown_field", at.field(field)).fact("field", field);
                }
            }
            units.push(self.check_unit(unit, at));
        }
        let moves = self.check_moves(option, study, &units, &ids, at);
        let mut participants: Vec<PartnerId> = Vec::new();
        for target in moves.iter().flat_map(|one| &one.targets) {
            for member in &study.unit_among(&units, target.unit).members {
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
                self.within(
                    most,
                    (0.0, limit::EUROS.1),
                    at.field("guarantee").field("max_disadvantage_per_inhabitant"),
                )
            }),
            vat: option.vat.unwrap_or(Vat::None),
            exit: option.exit.as_ref().and_then(|exit| exit.rule),
            effort: self.check_effort(option, at),
            units,
            moves,
            participants,
        };
        self.check_option_keys(&variant, study, assumptions, at);
        variant
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
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole and within limits"
            )]
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
        let Some(file) = &option.keys else {
            return Keys::default();
        };
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
            let used = Use { members, services, whole: is_whole.then_some(line.code()), today: false };
            if is_whole || line.has_service() {
                self.check_key_use(key, &used, study, keys_at.field("lines").field(line.code()));
            }
        }
        for (service, key) in &option.keys.services {
            let id = study.services.get(service.0).map_or("", |service| service.id.as_str());
            if moved.contains(service) {
                let used = Use { members, services: &[*service], whole: None, today: false };
                self.check_key_use(key, &used, study, keys_at.field("services").field(id));
            }
        }
        if let Some(key) = &option.keys.default {
            let left: Vec<ServiceId> = moved
                .iter()
                .copied()
                .filter(|one| !option.keys.services.iter().any(|(own, _)| own == one))
                .collect();
            let mut lines = whole.iter().copied().filter(|line| !has_own(*line));
            let line =
                lines.next().or((free_recurring && !has_own(Line::Recurring)).then_some(Line::Recurring));
            let used = Use { members, services: &left, whole: line.map(Line::code), today: false };
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
                let used = Use { members, services: &[], whole: Some(line.code()), today: false };
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
