//! Checking what is there today: partners, services, units, posts, departures, running costs, volumes.

use super::super::file::{PayerFile, RunningCostFile, UnitFile};
use super::super::json::At;
use super::super::{
    Basis, Departure, Form, Key, Kind, Partner, PartnerId, Pay, Post, RunningAmount, RunningCost, Service,
    Study, Unit, UnitId, Vat, Volumes,
};
use super::keys::Use;
use super::{Checker, insert_in_order, limit, today_services};
use crate::quantity::{Fte, Rate};

impl Checker<'_> {
    pub(super) fn check_partners(&mut self) -> Vec<Partner> {
        let file = self.file;
        if file.partners.is_empty() {
            self.report("empty_list", At::Root.field("partners"));
        }
        let mut partners = Vec::with_capacity(file.partners.len());
        for (index, partner) in file.partners.iter().enumerate() {
            let list = At::Field(&At::Root, "partners");
            let at = list.item(index);
            self.check_id(&partner.id, at.field("id"));
            if !self.units.add(&partner.id, index) {
                self.report("duplicate_id", at.field("id")).fact("id", partner.id.as_str());
            }
            self.partners.add(&partner.id, index);
            partners.push(Partner {
                id: partner.id.clone(),
                name: partner.name.clone(),
                inhabitants: self.within(partner.inhabitants, limit::INHABITANTS, at.field("inhabitants")),
                growth: Rate::new(self.within(
                    partner.growth.unwrap_or(0.0),
                    limit::GROWTH,
                    at.field("growth"),
                )),
                general_grant: self.within_if(partner.general_grant, limit::EUROS, at.field("general_grant")),
                budget: self.within_if(partner.budget, limit::EUROS, at.field("budget")),
                recoverable_vat: self
                    .within_if(partner.recoverable_vat, limit::SHARE, at.field("recoverable_vat"))
                    .map(Rate::new),
            });
        }
        partners
    }

    pub(super) fn check_services(&mut self) -> Vec<Service> {
        let file = self.file;
        let mut services = Vec::with_capacity(file.services.len());
        for (index, service) in file.services.iter().enumerate() {
            let list = At::Field(&At::Root, "services");
            let item = list.item(index);
            let at = item.field("id");
            if service.id.is_empty() {
                self.report("invalid_id", at).fact("value", "");
            }
            if !self.services.add(&service.id, index) {
                self.report("duplicate_id", at).fact("id", service.id.as_str());
            }
            services.push(Service {
                id: service.id.clone(),
                name: service.name.clone(),
                kind: service.kind.unwrap_or(Kind::Other),
            });
        }
        services
    }

    /// The units of today: every partner by itself, then the joint ones.
    pub(super) fn check_units(&mut self) -> Vec<Unit> {
        let file = self.file;
        let mut units: Vec<Unit> = file
            .partners
            .iter()
            .enumerate()
            .map(|(index, partner)| Unit {
                id: partner.id.clone(),
                name: partner.name.clone(),
                form: Form::Standalone,
                members: vec![PartnerId(index)],
                host: None,
                basis: Basis::Gross,
                key: None,
                vat: Vat::None,
            })
            .collect();
        for (index, unit) in file.units.iter().enumerate() {
            let list = At::Field(&At::Root, "units");
            let at = list.item(index);
            self.check_id(&unit.id, at.field("id"));
            if !self.units.add(&unit.id, units.len()) {
                self.report("duplicate_id", at.field("id")).fact("id", unit.id.as_str());
            }
            units.push(self.check_unit(unit, at));
        }
        units
    }

    pub(super) fn check_unit(&mut self, unit: &UnitFile, at: At<'_>) -> Unit {
        let mut members = Vec::with_capacity(unit.members.len());
        let list = at.field("members");
        for (index, id) in unit.members.iter().enumerate() {
            if let Some(partner) = self.partner(id, list.item(index)) {
                if members.contains(&partner) {
                    self.report("duplicate_member", list.item(index)).fact("partner", id.as_str());
                } else {
                    insert_in_order(&mut members, partner, |member| *member);
                }
            }
        }
        if unit.members.len() < 2 {
            self.report("too_few_members", at.field("members")).fact("unit", unit.id.as_str());
        }
        let host = unit.host.as_ref().and_then(|id| self.partner(id, at.field("host")));
        match (unit.form, &unit.host, host) {
            (Form::HostMunicipality, None, _) => {
                self.report("host_missing", at.field("host")).fact("unit", unit.id.as_str());
            }
            (_, Some(id), Some(host)) if !members.contains(&host) => {
                self.report("host_not_member", at.field("host")).fact("host", id.as_str());
            }
            _ => {}
        }
        Unit {
            id: unit.id.clone(),
            name: unit.name.clone(),
            form: unit.form,
            members,
            // Only a host municipality has a host that employs and invoices.
            host: host.filter(|_| unit.form == Form::HostMunicipality),
            basis: unit.basis.unwrap_or(Basis::Gross),
            key: None,
            vat: unit.vat.unwrap_or(Vat::None),
        }
    }

    /// A salary scale of the register, or a cost; exactly one of the two.
    pub(super) fn check_pay(&mut self, scale: Option<&String>, cost: Option<f64>, at: At<'_>) -> Option<Pay> {
        match (scale, cost) {
            (Some(_), Some(_)) => {
                self.report("cost_ambiguous", at.field("cost_per_fte"));
                None
            }
            (Some(scale), None) => {
                let place = self.register.scales().iter().position(|known| known == scale);
                if place.is_none() {
                    self.report("unknown_scale", at.field("scale")).fact("scale", scale.as_str());
                }
                place.map(|place| Pay::Scale(crate::study::Scale { name: scale.clone(), place }))
            }
            (None, Some(cost)) => {
                Some(Pay::Cost(self.within(cost, limit::COST_PER_FTE, at.field("cost_per_fte"))))
            }
            (None, None) => None,
        }
    }

    pub(super) fn check_posts(&mut self) -> Vec<Post> {
        let file = self.file;
        let mut posts: Vec<Post> = Vec::with_capacity(file.posts.len());
        for (index, post) in file.posts.iter().enumerate() {
            let list = At::Field(&At::Root, "posts");
            let at = list.item(index);
            let unit = self.unit(&post.unit, at.field("unit"));
            let service = self.service(&post.service, at.field("service"));
            let found = self.problems.len();
            let pay = self.check_pay(post.scale.as_ref(), post.cost_per_fte, at);
            if pay.is_none() && self.problems.len() == found {
                self.report("cost_missing", at.field("scale")).fact("role", post.role.as_str());
            }
            let establishment = self.within(post.fte, limit::FTE, at.field("fte"));
            let in_post = self.within(post.in_post.unwrap_or(establishment), limit::FTE, at.field("in_post"));
            let role = self.role(&post.role);
            if let (Some(unit), Some(service)) = (unit, service) {
                if posts.iter().any(|other| (other.unit, other.service, other.role) == (unit, service, role))
                {
                    let problem = self.report("duplicate_post", at).fact("unit", post.unit.as_str());
                    problem.fact("service", post.service.as_str()).fact("role", post.role.as_str());
                }
                posts.push(Post {
                    unit,
                    service,
                    role,
                    pay: pay.unwrap_or(Pay::Cost(0.0)),
                    establishment: Fte::new(establishment),
                    in_post: Fte::new(in_post),
                });
            }
        }
        posts
    }

    pub(super) fn check_departures(&mut self, posts: &[Post]) -> Vec<Departure> {
        let file = self.file;
        let mut departures = Vec::with_capacity(file.departures.len());
        for (index, departure) in file.departures.iter().enumerate() {
            let list = At::Field(&At::Root, "departures");
            let at = list.item(index);
            let unit = self.unit(&departure.unit, at.field("unit"));
            let service = self.service(&departure.service, at.field("service"));
            let month = self.month(departure.month, at.field("month"));
            let fte = Fte::new(self.within(departure.fte, limit::FTE, at.field("fte")));
            let (Some(unit), Some(service)) = (unit, service) else {
                continue;
            };
            let role = self.role(&departure.role);
            if !posts.iter().any(|post| (post.unit, post.service, post.role) == (unit, service, role)) {
                self.report("role_unknown", at.field("role"))
                    .fact("unit", departure.unit.as_str())
                    .fact("role", departure.role.as_str());
            }
            departures.push(Departure { unit, service, role, month, fte });
        }
        departures
    }

    pub(super) fn check_running_costs(&mut self) -> Vec<RunningCost> {
        let file = self.file;
        let mut costs = Vec::with_capacity(file.running_costs.len());
        for (index, cost) in file.running_costs.iter().enumerate() {
            let list = At::Field(&At::Root, "running_costs");
            let at = list.item(index);
            let unit = self.unit(&cost.unit, at.field("unit"));
            let service = cost.service.as_ref().map(|id| self.service(id, at.field("service")));
            let amount = self.running_amount(cost, at);
            if let (Some(unit), Some(amount), None | Some(Some(_))) = (unit, amount, service) {
                costs.push(RunningCost {
                    unit,
                    service: service.flatten(),
                    name: cost.name.clone(),
                    amount,
                    carries_vat: cost.carries_vat.unwrap_or(false),
                });
            }
        }
        costs
    }

    fn running_amount(&mut self, cost: &RunningCostFile, at: At<'_>) -> Option<RunningAmount> {
        match (cost.amount, &cost.amounts) {
            (Some(amount), None) => {
                Some(RunningAmount::Yearly(self.within(amount, limit::EUROS, at.field("amount"))))
            }
            (None, Some(table)) => {
                let amounts = self.by_year(table, limit::EUROS, at.field("amounts"));
                if table.0.is_empty() {
                    self.report("empty_list", at.field("amounts"));
                }
                Some(RunningAmount::ByYear(amounts))
            }
            (None, None) => {
                self.report("amount_missing", at.field("amount")).fact("name", cost.name.as_str());
                None
            }
            (Some(_), Some(_)) => {
                self.report("amount_ambiguous", at.field("amounts")).fact("name", cost.name.as_str());
                None
            }
        }
    }

    pub(super) fn check_volumes(&mut self) -> Vec<Option<Volumes>> {
        let file = self.file;
        let mut volumes = vec![None; file.services.len()];
        for (index, volume) in file.volumes.iter().enumerate() {
            let list = At::Field(&At::Root, "volumes");
            let at = list.item(index);
            let by_partner = self.by_partner(&volume.by_partner, at.field("by_partner"));
            if let Some(service) = self.service(&volume.service, at.field("service")) {
                if volumes[service.0].is_some() {
                    self.report("duplicate_volume", at.field("service"))
                        .fact("service", volume.service.as_str());
                }
                volumes[service.0] = Some(Volumes { place: index, by_partner });
            }
        }
        volumes
    }

    /// Keys of today's joint units; every joint unit of today shares its cost by one.
    pub(super) fn check_today_keys(&mut self, study: &mut Study) {
        let file = self.file;
        for (index, unit) in file.units.iter().enumerate() {
            let list = At::Field(&At::Root, "units");
            let unit_at = list.item(index);
            let at = unit_at.field("key");
            let place = file.partners.len() + index;
            match &unit.key {
                None => _ = self.report("missing_field", at).fact("field", "key"),
                Some(key) => {
                    let key = self.check_key(key, at);
                    self.check_today_key(&key, UnitId(place), study, at);
                    if let Some(unit) = study.units.get_mut(place) {
                        unit.key = Some(key);
                    }
                }
            }
        }
    }

    fn check_today_key(&mut self, key: &Key, unit: UnitId, study: &Study, at: At<'_>) {
        let Some(today) = study.units.get(unit.0).cloned() else {
            return;
        };
        let services = today_services(study, unit);
        let has_own_costs =
            study.running_costs.iter().any(|cost| cost.unit == unit && cost.service.is_none());
        // An amount of an option that this unit bears alone is shared by this key too.
        let named = |id: &String| id.strip_prefix("unit:").unwrap_or(id) == today.id;
        let bears = |payer: &Option<PayerFile>| matches!(payer, Some(PayerFile::Bearer(id)) if named(id));
        let bears = self.file.options.iter().any(|option| {
            option.one_offs.iter().any(|cost| bears(&cost.key))
                || option.recurring.iter().any(|cost| bears(&cost.key))
        });
        let whole = has_own_costs || bears || (today.basis == Basis::Gross && !services.is_empty());
        self.check_key_use(
            key,
            &Use {
                members: &today.members,
                services: &services,
                whole: whole.then_some("governance"),
                today: true,
            },
            study,
            at,
        );
    }
}
