//! Today's cost and posts of a service, and each partner's part in them: the base of keys and of coordination (MODEL 5).

use super::explainer::Explainer;
use super::{Explanation, Formula, Measure};
use crate::study::{Post, RunningAmount, RunningCost, ServiceId, UnitId};

impl Explainer<'_> {
    /// `B_i`: a partner's part in today's yearly cost of a service, in prices of the base year.
    pub(super) fn cost_today(&self, service: ServiceId, partner: usize) -> Explanation {
        let posts = self.study.posts.iter().enumerate().filter(|(_, post)| post.service == service);
        let posts = posts.filter_map(|(place, post)| {
            let part = self.part_in(post.unit, partner)?;
            Some(Explanation::product("cost_today", Measure::Euros, [part, self.post_today(place, post)]))
        });
        let running = self.study.running_costs.iter().enumerate();
        let running = running.filter(|(_, cost)| cost.service == Some(service));
        let running = running.filter_map(|(place, cost)| {
            let part = self.part_in(cost.unit, partner)?;
            Some(Explanation::product("cost_today", Measure::Euros, [part, self.running_today(place, cost)]))
        });
        let mut told = Explanation::sum("cost_today", Measure::Euros, posts.chain(running));
        told.value = self.today.cost(service, crate::study::PartnerId(partner));
        self.named(told, service, partner)
    }

    /// A partner's part in today's posts of a service.
    pub(super) fn posts_today(&self, service: ServiceId, partner: usize) -> Explanation {
        let posts = self.study.posts.iter().enumerate().filter(|(_, post)| post.service == service);
        let posts = posts.filter_map(|(place, post)| {
            let part = self.part_in(post.unit, partner)?;
            Some(Explanation::product("posts", Measure::Fte, [part, Self::posts_of(place, post)]))
        });
        let mut told = Explanation::sum("posts_today", Measure::Fte, posts);
        told.value = self.today.posts(service, crate::study::PartnerId(partner));
        self.named(told, service, partner)
    }

    fn named(&self, told: Explanation, service: ServiceId, partner: usize) -> Explanation {
        told.with("service", self.study.services[service.0].name.as_str())
            .with("partner", self.study.partners[partner].name.as_str())
    }

    /// A partner's part in a unit of today, by inhabitants; `None` where it is no member.
    pub(super) fn part_in(&self, unit: UnitId, partner: usize) -> Option<Explanation> {
        let members = &self.study.units[unit.0].members;
        let own = members.iter().position(|member| member.0 == partner)?;
        if members.len() == 1 {
            return Some(Self::model("part", 1.0, Measure::Rate));
        }
        let weights: Vec<Explanation> = members.iter().map(|member| self.inhabitants(member.0)).collect();
        let all: f64 = weights.iter().map(|weight| weight.value).sum();
        let part = weights[own].value / all;
        Some(Explanation::of("part", part, Measure::Rate, Formula::Normalised(own), weights))
    }

    /// Posts without people at the start: max(0, E − P).
    pub(super) fn vacant_today(place: usize, post: &Post) -> Explanation {
        let parts = [Self::posts_of(place, post), Self::people_of(place, post)];
        let above = Explanation::difference("above", Measure::Fte, parts);
        let value = above.value.max(0.0);
        let none = Self::model("none", 0.0, Measure::Fte);
        Explanation::of("vacant", value, Measure::Fte, Formula::Greatest, [above, none])
    }

    /// What vacant hours cost against own staff: φ·π.
    pub(super) fn cover(&self) -> [Explanation; 2] {
        [self.assumed("cover_share", None, Measure::Rate), self.assumed("cover_price", None, Measure::Factor)]
    }

    /// A post's yearly cost today: P·c + max(0, E − P)·φ·π·c + max(E, P)·workplace.
    fn post_today(&self, place: usize, post: &Post) -> Explanation {
        let cost = || self.pay(&post.pay, &format!("/posts/{place}"));
        let (posts, people) = (Self::posts_of(place, post), Self::people_of(place, post));
        let employment = Explanation::product("employment", Measure::Euros, [people.clone(), cost()]);
        let mut cover = vec![Self::vacant_today(place, post)];
        cover.extend(self.cover());
        cover.push(cost());
        let cover = Explanation::product("agency_cover", Measure::Euros, cover);
        let most = posts.value.max(people.value);
        let seated = Explanation::of("seated", most, Measure::Fte, Formula::Greatest, [posts, people]);
        let workplace = self.assumed("workplace_cost_per_fte", None, Measure::Euros);
        let workplace = Explanation::product("workplace", Measure::Euros, [seated, workplace]);
        Explanation::sum("cost_today", Measure::Euros, [employment, cover, workplace])
            .with("role", self.study.roles[post.role.0].as_str())
    }

    /// A running cost in prices of the base year; of amounts by year the first, deflated.
    fn running_today(&self, place: usize, cost: &RunningCost) -> Explanation {
        let told = match &cost.amount {
            RunningAmount::Yearly(amount) => {
                let pointer = format!("/running_costs/{place}/amount");
                Self::given("amount", *amount, Measure::Euros, pointer)
            }
            RunningAmount::ByYear(amounts) => {
                let first = self.study.period.first_year;
                let given = amounts.iter().rev().find(|(from, _)| *from <= first);
                let amount = match given {
                    Some((from, amount)) => {
                        let pointer = format!("/running_costs/{place}/amounts/{from}");
                        Self::given("amount", *amount, Measure::Euros, pointer)
                    }
                    None => Self::model("amount", 0.0, Measure::Euros),
                };
                match self.index("price_index", 0) {
                    Some(index) => Explanation::quotient("amount", Measure::Euros, [amount, index]),
                    None => amount,
                }
            }
        };
        told.with("name", cost.name.as_str())
    }
}
