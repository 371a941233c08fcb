//! Today's cost and posts of each service, and each partner's part in them: the base B of MODEL 5.

use super::running::base_year_amount;
use crate::assumptions::Assumptions;
use crate::study::{PartnerId, ServiceId, Study, UnitId};

/// What a service is today, by partner: of its own unit, and by inhabitants of a joint one.
pub(crate) struct Today {
    services: Vec<ServiceToday>,
}

struct ServiceToday {
    /// Yearly cost `B_i` in base prices, euros.
    cost: Vec<f64>,
    /// Posts, fte.
    posts: Vec<f64>,
    /// Whether each unit of today has the service.
    units: Vec<bool>,
}

impl Today {
    pub(crate) fn of(study: &Study, assumptions: &Assumptions) -> Self {
        let none = || ServiceToday {
            cost: vec![0.0; study.partners.len()],
            posts: vec![0.0; study.partners.len()],
            units: vec![false; study.units.len()],
        };
        let mut services: Vec<ServiceToday> = study.services.iter().map(|_| none()).collect();
        for post in &study.posts {
            let cost = assumptions.pay(&post.pay);
            let (posts, people) = (post.establishment.get(), post.in_post.get());
            let yearly = people * cost
                + (posts - people).max(0.0) * assumptions.cover() * cost
                + posts.max(people) * assumptions.workplace;
            let service = &mut services[post.service.0];
            service.units[post.unit.0] = true;
            for (partner, share) in shares(study, post.unit) {
                service.cost[partner.0] += share * yearly;
                service.posts[partner.0] += share * posts;
            }
        }
        for cost in &study.running_costs {
            let Some(service) = cost.service else {
                continue;
            };
            let service = &mut services[service.0];
            service.units[cost.unit.0] = true;
            let yearly = base_year_amount(study, assumptions, &cost.amount);
            for (partner, share) in shares(study, cost.unit) {
                service.cost[partner.0] += share * yearly;
            }
        }
        Self { services }
    }

    /// Whether a unit of today has posts or running costs of a service.
    pub(crate) fn has(&self, unit: UnitId, service: ServiceId) -> bool {
        self.services[service.0].units.get(unit.0).copied().unwrap_or(false)
    }

    /// `B_i`: a partner's part in today's yearly cost of a service, euros in prices of the base year.
    pub(crate) fn cost(&self, service: ServiceId, partner: PartnerId) -> f64 {
        self.services[service.0].cost[partner.0]
    }

    /// A partner's part in today's posts of a service, fte.
    pub(crate) fn posts(&self, service: ServiceId, partner: PartnerId) -> f64 {
        self.services[service.0].posts[partner.0]
    }
}

/// Each member's part in a unit of today, by inhabitants.
fn shares(study: &Study, unit: UnitId) -> impl Iterator<Item = (PartnerId, f64)> {
    let members = &study.units[unit.0].members;
    let all: f64 = members.iter().map(|member| study.partners[member.0].inhabitants).sum();
    members.iter().map(move |member| (*member, study.partners[member.0].inhabitants / all))
}
