//! Today's cost and posts of each service, and each partner's part in them: the base B of MODEL 5.

use super::running::base_year_amount;
use crate::assumptions::Assumptions;
use crate::study::{PartnerId, ServiceId, Study, UnitId};

/// What every service is today, by partner: of its own unit, and by inhabitants of a joint one.
pub(crate) struct Today {
    partner_count: usize,
    unit_count: usize,
    /// Yearly cost `B_i` in base prices, euros: of the partners in the first service, then in the second, and so on.
    cost: Vec<f64>,
    /// Posts, fte, in the same order.
    posts: Vec<f64>,
    /// Whether each unit of today has the service, service after service.
    units: Vec<bool>,
}

impl Today {
    pub(crate) fn of(study: &Study, assumptions: &Assumptions) -> Self {
        let (partner_count, unit_count) = (study.partners.len(), study.units.len());
        let mut today = Self {
            partner_count,
            unit_count,
            cost: vec![0.0; study.services.len() * partner_count],
            posts: vec![0.0; study.services.len() * partner_count],
            units: vec![false; study.services.len() * unit_count],
        };
        for post in &study.posts {
            let cost = assumptions.pay(&post.pay);
            let (posts, people) = (post.establishment.get(), post.in_post.get());
            let yearly = people * cost
                + (posts - people).max(0.0) * assumptions.cover() * cost
                + posts.max(people) * assumptions.workplace;
            today.units[post.service.0 * unit_count + post.unit.0] = true;
            for (partner, share) in shares(study, post.unit) {
                let place = today.place(post.service, partner);
                today.cost[place] += share * yearly;
                today.posts[place] += share * posts;
            }
        }
        for cost in &study.running_costs {
            let Some(service) = cost.service else {
                continue;
            };
            today.units[service.0 * unit_count + cost.unit.0] = true;
            let yearly = base_year_amount(study, assumptions, &cost.amount);
            for (partner, share) in shares(study, cost.unit) {
                let place = today.place(service, partner);
                today.cost[place] += share * yearly;
            }
        }
        today
    }

    fn place(&self, service: ServiceId, partner: PartnerId) -> usize {
        service.0 * self.partner_count + partner.0
    }

    /// Whether a unit of today has posts or running costs of a service.
    pub(crate) fn has(&self, unit: UnitId, service: ServiceId) -> bool {
        unit.0 < self.unit_count && self.units[service.0 * self.unit_count + unit.0]
    }

    /// `B_i`: a partner's part in today's yearly cost of a service, euros in prices of the base year.
    pub(crate) fn cost(&self, service: ServiceId, partner: PartnerId) -> f64 {
        self.cost[self.place(service, partner)]
    }

    /// A partner's part in today's posts of a service, fte.
    pub(crate) fn posts(&self, service: ServiceId, partner: PartnerId) -> f64 {
        self.posts[self.place(service, partner)]
    }
}

/// Each member's part in a unit of today, by inhabitants.
fn shares(study: &Study, unit: UnitId) -> impl Iterator<Item = (PartnerId, f64)> {
    let members = &study.units[unit.0].members;
    let all: f64 = members.iter().map(|member| study.partners[member.0].inhabitants).sum();
    members.iter().map(move |member| (*member, study.partners[member.0].inhabitants / all))
}
