//! Warnings about one option.

use crate::assumptions::Assumptions;
use crate::comparison::{Band, Course, Effect, Payback};
use crate::money::Money;
use crate::problem::Warning;
use crate::staffing::inhabitants;
use crate::study::{
    Basis, DecisionKind, Form, Key, Move, PartnerId, Recurring, Rule, Study, Unit, Variant, Vat,
};

/// A saving above this share is more than practice shows: 5 to 10 % of cost is what practitioners call realistic.
const OPTIMISTIC: f64 = 0.10;
/// A lump sum above this share of an option's cost hides too much.
const LARGE_LUMP: f64 = 0.10;

pub(super) struct Judge<'a> {
    pub(super) study: &'a Study,
    pub(super) assumptions: &'a Assumptions,
    pub(super) option: &'a Variant,
    pub(super) effect: &'a Effect,
    pub(super) course: &'a Course,
    pub(super) baseline: &'a Course,
}

impl Judge<'_> {
    pub(super) fn judge(&self, warnings: &mut Vec<Warning>) {
        self.saving_optimistic(warnings);
        self.no_one_off(warnings);
        self.no_payback(warnings);
        self.saving_stacked(warnings);
        self.key_not_usage(warnings);
        self.unspecified(warnings);
        self.no_client_side(warnings);
        self.partner_worse_off(warnings);
        self.no_exit_rule(warnings);
        self.beyond_saturation(warnings);
        self.net_and_gross(warnings);
        self.merger(warnings);
        self.single_person_roles(warnings);
        self.live_before_consent(warnings);
    }

    fn at(&self, rest: &str) -> String {
        format!("/options/{}{rest}", self.effect.option)
    }

    fn warning(&self, code: &'static str, rest: &str) -> Warning {
        Warning::new(code, self.at(rest)).with("option", self.option.name.as_str())
    }

    /// Joint units that the option makes and uses, with their places.
    fn used_units(&self) -> impl Iterator<Item = (usize, &Unit)> {
        let first = self.study.units.len();
        let goes = move |place: usize| {
            self.option
                .moves
                .iter()
                .flat_map(|moved| &moved.targets)
                .any(|target| target.unit.0 == first + place)
        };
        self.option.units.iter().enumerate().filter(move |(place, _)| goes(*place))
    }

    /// An arrangement needs the consent of every council concerned (Wgr, article 1): where a study says how the partners get
    /// there, a unit that is live before that.
    fn live_before_consent(&self, warnings: &mut Vec<Warning>) {
        if self.study.decisions.is_empty() {
            return;
        }
        let first = self.study.units.len();
        for (place, unit) in self.used_units() {
            if matches!(unit.form, Form::Standalone | Form::Network | Form::PrivateCompany) {
                continue;
            }
            let into = self
                .option
                .moves
                .iter()
                .filter(|moved| moved.targets.iter().any(|target| target.unit.0 == first + place));
            let Some(live) = into.map(|moved| moved.go_live).min() else { continue };
            let live = self.study.period.first_month().after(live);
            let consents = |member: &PartnerId| {
                self.study.decisions.iter().any(|one| {
                    matches!(one.kind, DecisionKind::CouncilConsent | DecisionKind::CouncilDecision)
                        && one.option.is_none_or(|option| option == self.effect.option)
                        && (one.by.is_empty() || one.by.contains(member))
                        && one.month <= live
                })
            };
            let without: Vec<String> = unit
                .members
                .iter()
                .filter(|member| !consents(member))
                .map(|member| self.study.partners[member.0].name.clone())
                .collect();
            if !without.is_empty() {
                warnings.push(
                    self.warning("live_before_consent", &format!("/units/{place}"))
                        .with("unit", unit.name.as_str())
                        .with("month", live.to_string())
                        .with("partners", without),
                );
            }
        }
    }

    /// W3: more than practice shows, or all of it taken for certain.
    fn saving_optimistic(&self, warnings: &mut Vec<Warning>) {
        for (place, moved) in self.option.moves.iter().enumerate() {
            let percent = if let Rule::Percent(share) = moved.rule { share.get() } else { 0.0 };
            for (field, share) in
                [("staffing/percent", percent), ("running_cost_saving", moved.running_cost_saving.get())]
            {
                if share > OPTIMISTIC {
                    warnings.push(
                        self.warning("saving_optimistic", &format!("/moves/{place}/{field}"))
                            .with("share", share),
                    );
                }
            }
        }
        let saves = |moved: &Move| {
            !matches!(moved.rule, Rule::Same | Rule::Norm(_)) || moved.running_cost_saving.get() > 0.0
        };
        for (basis, id, rate) in [
            (Basis::Net, "realisation_net", self.assumptions.realisation_net.get()),
            (Basis::Gross, "realisation_gross", self.assumptions.realisation_gross.get()),
        ] {
            if rate >= 1.0
                && self.used_units().any(|(_, unit)| unit.basis == basis)
                && self.option.moves.iter().any(saves)
            {
                let warning =
                    Warning::new("saving_optimistic", "/assumptions").with("id", id).with("share", rate);
                if !warnings.contains(&warning) {
                    warnings.push(warning);
                }
            }
        }
    }

    /// W4: a change that costs nothing to make.
    fn no_one_off(&self, warnings: &mut Vec<Warning>) {
        if !self.option.moves.is_empty() && self.option.one_offs.is_empty() {
            warnings.push(self.warning("no_one_off", "/one_offs"));
        }
    }

    /// W5: it does not pay for itself within the period.
    fn no_payback(&self, warnings: &mut Vec<Warning>) {
        if self.effect.result.payback == Payback::Never {
            warnings.push(
                self.warning("no_payback", "")
                    .with("years", self.study.period.years as f64)
                    .with("deepest", self.effect.result.deepest.amount.euros()),
            );
        }
    }

    fn unspecified_savings(&self) -> impl Iterator<Item = (usize, &Recurring)> {
        self.option
            .recurring
            .iter()
            .enumerate()
            .filter(|(_, amount)| amount.unspecified && amount.amount < 0.0)
    }

    /// W6 and W17: a target on top of what the posts already save, or of vacancies already not filled.
    fn saving_stacked(&self, warnings: &mut Vec<Warning>) {
        let saves = |moved: &Move| !matches!(moved.rule, Rule::Same) || moved.running_cost_saving.get() > 0.0;
        for (place, amount) in self.unspecified_savings() {
            let at = format!("/recurring/{place}");
            if self.option.moves.iter().any(saves) {
                warnings.push(self.warning("saving_stacked", &at).with("name", amount.name.as_str()));
            }
            if !self.effect.vacancies_avoided.is_empty() {
                let fte: f64 = self.effect.vacancies_avoided.iter().map(|row| row.fte.get()).sum();
                warnings.push(
                    self.warning("vacancy_counted_twice", &at)
                        .with("name", amount.name.as_str())
                        .with("fte", fte),
                );
            }
        }
    }

    /// W8 and W9: lump sums, and targets without posts behind them.
    fn unspecified(&self, warnings: &mut Vec<Warning>) {
        let last = self.study.period.years - 1;
        let total: Money = self.course.partners.iter().map(|years| years[last].total()).sum();
        for (place, amount) in
            self.option.recurring.iter().enumerate().filter(|(_, amount)| amount.unspecified)
        {
            let at = format!("/recurring/{place}");
            // Where nothing is paid in the last year there is nothing to compare with.
            let share = if total.is_zero() { 0.0 } else { amount.amount.abs() / total.euros().abs() };
            if share > LARGE_LUMP {
                warnings.push(
                    self.warning("large_unspecified_amount", &at)
                        .with("name", amount.name.as_str())
                        .with("share", share),
                );
            }
            if amount.amount < 0.0 {
                warnings.push(self.warning("target_without_posts", &at).with("name", amount.name.as_str()));
            }
        }
    }

    /// W7: a VAT exemption that asks for shares by usage, and a key that is not.
    fn key_not_usage(&self, warnings: &mut Vec<Warning>) {
        if !matches!(self.option.vat, Vat::Exempt | Vat::Transparent) {
            return;
        }
        let keys = &self.option.keys;
        let by_default = keys.default.as_ref().map(|key| ("/keys/default".to_owned(), key));
        let by_service = keys
            .services
            .iter()
            .map(|(service, key)| (format!("/keys/services/{}", self.study.services[service.0].id), key));
        for (place, key) in by_default.into_iter().chain(by_service) {
            if !follows_usage(key) {
                warnings.push(
                    self.warning("key_not_usage_with_exemption", &place).with("vat", self.option.vat.code()),
                );
            }
        }
    }

    /// W11: joint work that nobody at the members' side asks for or checks.
    fn no_client_side(&self, warnings: &mut Vec<Warning>) {
        for (place, unit) in self.used_units() {
            let needs = !matches!(unit.form, Form::Merger | Form::Standalone) && unit.basis == Basis::Gross;
            if needs && self.assumptions.form(unit.form).client_side.get() <= 0.0 {
                warnings.push(
                    self.warning("no_client_side", &format!("/units/{place}"))
                        .with("unit", unit.name.as_str()),
                );
            }
        }
    }

    /// W12: a partner that pays more than if nothing changed.
    fn partner_worse_off(&self, warnings: &mut Vec<Warning>) {
        for partner in self.effect.partners.iter().filter(|partner| partner.result.npv < Money::ZERO) {
            let of = &self.study.partners[partner.partner.0];
            warnings.push(
                self.warning("partner_worse_off", "")
                    .with("partner", of.name.as_str())
                    .with("npv", partner.result.npv.euros())
                    .with("structural", partner.result.structural.euros()),
            );
        }
    }

    /// W14: the study says how leaving goes in one option, and not in this one.
    fn no_exit_rule(&self, warnings: &mut Vec<Warning>) {
        let said = self.study.options.iter().any(|option| option.exit.is_some());
        if said && self.option.exit.is_none() && self.used_units().any(|(_, unit)| unit.form != Form::Merger)
        {
            warnings.push(self.warning("no_exit_rule", "/exit"));
        }
    }

    /// W16: a saving by size for an organisation that is already as large as helps.
    fn beyond_saturation(&self, warnings: &mut Vec<Warning>) {
        for (place, moved) in self.option.moves.iter().enumerate() {
            if !matches!(moved.rule, Rule::Percent(share) if share.get() > 0.0) {
                continue;
            }
            let sources = moved
                .targets
                .iter()
                .flat_map(|target| &target.sources)
                .map(|(source, _)| &self.study.units[source.0]);
            for source in
                sources.filter(|source| inhabitants(self.study, source) > self.assumptions.saturation)
            {
                warnings.push(
                    self.warning("scale_beyond_saturation", &format!("/moves/{place}/staffing"))
                        .with("unit", source.name.as_str())
                        .with("inhabitants", inhabitants(self.study, source))
                        .with("saturation", self.assumptions.saturation),
                );
            }
        }
    }

    /// W18: figures that hold the form's own costs beside figures that do not.
    fn net_and_gross(&self, warnings: &mut Vec<Warning>) {
        for (place, unit) in self.used_units() {
            let sources = self
                .option
                .moves
                .iter()
                .flat_map(|moved| &moved.targets)
                .filter(|target| std::ptr::eq(self.study.unit(Some(self.option), target.unit), unit));
            let today =
                sources.flat_map(|target| &target.sources).map(|(source, _)| &self.study.units[source.0]);
            if let Some(other) =
                today.filter(|today| today.is_joint()).find(|today| today.basis != unit.basis)
            {
                warnings.push(
                    self.warning("net_and_gross_mixed", &format!("/units/{place}/basis"))
                        .with("unit", unit.name.as_str())
                        .with("today", other.name.as_str()),
                );
            }
        }
    }

    /// A merger saves councils and boards; where the study does not say so, it looks dearer than it is.
    fn merger(&self, warnings: &mut Vec<Warning>) {
        let merges = self.used_units().any(|(_, unit)| unit.form == Form::Merger);
        if merges && !self.option.recurring.iter().any(|amount| amount.amount < 0.0) {
            warnings.push(self.warning("merger_without_governance_saving", "/recurring"));
        }
    }

    /// Roles of a joint unit that one person would still do alone.
    fn single_person_roles(&self, warnings: &mut Vec<Warning>) {
        for group in self.course.staffing.iter().filter(|group| group.unit.0 >= self.study.units.len()) {
            let has_posts = group.exists() && group.last_establishment.get() > 0.0;
            let ends = group.end == self.study.period.months() && has_posts;
            let persons = group.left_over.get() / self.assumptions.part_time_factor.get();
            if ends && persons < 1.5 {
                let before = self
                    .baseline
                    .vulnerability
                    .iter()
                    .filter(|row| (row.service, row.role) == (group.service, group.role));
                let singles = before.filter(|row| row.band == Band::Single).count();
                warnings.push(
                    self.warning("single_person_role", "")
                        .with("unit", self.study.unit(Some(self.option), group.unit).name.as_str())
                        .with("service", self.study.services[group.service.0].name.as_str())
                        .with("role", self.study.roles[group.role.0].as_str())
                        .with("persons", (persons * 100.0).round() / 100.0)
                        .with("today", singles as f64),
                );
            }
        }
    }
}

/// Whether shares follow what partners use: by volume, by today's posts or cost, or a mix of these.
fn follows_usage(key: &Key) -> bool {
    match key {
        Key::Usage(_) | Key::Fte | Key::Historic => true,
        Key::Mix(parts) => parts.iter().all(|(_, key)| follows_usage(key)),
        Key::Schedule(keys) => keys.iter().all(|(_, key)| follows_usage(key)),
        Key::KeepWithin { of, .. } => follows_usage(of),
        Key::Equal | Key::Inhabitants | Key::GeneralGrant | Key::Budget | Key::Game(..) | Key::Fixed(_) => {
            false
        }
    }
}
