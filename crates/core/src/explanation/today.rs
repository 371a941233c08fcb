//! Today's cost and posts of a service, and each partner's part in them: the base of keys and of coordination (MODEL 5).

use super::explainer::Explainer;
use super::{Explanation, Measure};
use crate::costs::given_for;
use crate::study::{PartnerId, Post, RunningAmount, RunningCost, ServiceId, UnitId};

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
        let mut cost = Explanation::sum("cost_today", Measure::Euros, posts.chain(running));
        cost.value = self.today.cost(service, PartnerId(partner));
        self.named(cost, service, partner)
    }

    /// A partner's part in today's posts of a service.
    pub(super) fn posts_today(&self, service: ServiceId, partner: usize) -> Explanation {
        let posts = self.study.posts.iter().enumerate().filter(|(_, post)| post.service == service);
        let posts = posts.filter_map(|(place, post)| {
            let part = self.part_in(post.unit, partner)?;
            Some(Explanation::product("posts", Measure::Fte, [part, Self::posts_of(place, post)]))
        });
        let mut all = Explanation::sum("posts_today", Measure::Fte, posts);
        all.value = self.today.posts(service, PartnerId(partner));
        self.named(all, service, partner)
    }

    fn named(&self, figure: Explanation, service: ServiceId, partner: usize) -> Explanation {
        figure
            .with("service", self.study.services[service.0].name.as_str())
            .with("partner", self.study.partners[partner].name.as_str())
    }

    /// A partner's part in a unit of today, by inhabitants; `None` where it is no member.
    pub(super) fn part_in(&self, unit: UnitId, partner: usize) -> Option<Explanation> {
        let members = &self.study.units[unit.0].members;
        let own = members.iter().position(|member| member.0 == partner)?;
        if members.len() == 1 {
            return Some(Explanation::model("part", 1.0, Measure::Rate));
        }
        Some(Explanation::part_of(members.iter().map(|member| self.inhabitants(member.0)).collect(), own))
    }

    /// Posts without people at the start: max(0, E − P).
    pub(super) fn vacant_today(place: usize, post: &Post) -> Explanation {
        let parts = [Self::posts_of(place, post), Self::people_of(place, post)];
        Explanation::difference("above", Measure::Fte, parts).or_nothing("vacant")
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
        let seated = Explanation::greatest("seated", Measure::Fte, [posts, people]);
        let workplace = self.assumed("workplace_cost_per_fte", None, Measure::Euros);
        let workplace = Explanation::product("workplace", Measure::Euros, [seated, workplace]);
        Explanation::sum("cost_today", Measure::Euros, [employment, cover, workplace])
            .with("role", self.study.roles[post.role.0].as_str())
    }

    /// A running cost in prices of the base year; of amounts by year the first, deflated.
    fn running_today(&self, place: usize, cost: &RunningCost) -> Explanation {
        let amount = self.running_amount(place, cost, 0);
        let by_year = matches!(cost.amount, RunningAmount::ByYear(_));
        match self.index("price_index", 0).filter(|_| by_year) {
            Some(index) => Explanation::quotient("amount", Measure::Euros, [amount, index]),
            None => amount,
        }
        .with("name", cost.name.as_str())
    }

    /// A running cost as the study gives it: a yearly amount in prices of the base year, or that of a year in its own.
    pub(super) fn running_amount(&self, place: usize, cost: &RunningCost, year: usize) -> Explanation {
        let at = |field: &str| format!("/running_costs/{place}/{field}");
        match &cost.amount {
            RunningAmount::Yearly(amount) => Self::given("amount", *amount, Measure::Euros, at("amount")),
            RunningAmount::ByYear(amounts) => match given_for(amounts, self.study.period.year(year)) {
                Some((from, amount)) => {
                    Self::given("amount", *amount, Measure::Euros, at(&format!("amounts/{from}")))
                }
                None => Explanation::model("amount", 0.0, Measure::Euros),
            },
        }
    }
}
