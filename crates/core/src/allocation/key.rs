//! The shares that a key gives (MODEL 7).

use crate::costs::Run;
use crate::study::{Key, PartnerId, ServiceId};

/// Room for what a sum of shares can be off: shares that differ by this little do not differ.
const NEAR: f64 = 1e-9;

/// Where a key is used.
pub(super) struct Where<'a> {
    pub(super) members: &'a [PartnerId],
    /// The services over which weights are summed.
    pub(super) services: &'a [ServiceId],
    /// The year, counted from the first.
    pub(super) year: usize,
}

/// Gives shares by key.
pub(super) struct Shares<'a> {
    pub(super) run: Run<'a>,
}

impl Shares<'_> {
    /// Writes the members' shares, adding up to 1. Gives whether there were weights; if not, all shares are the same.
    pub(super) fn of(&self, key: &Key, at: &Where<'_>, shares: &mut Vec<f64>) -> bool {
        let weighed = self.weigh(key, at, shares);
        normalise(shares) && weighed
    }

    /// Writes weights, not below zero. Gives whether every part of the key had any.
    fn weigh(&self, key: &Key, at: &Where<'_>, weights: &mut Vec<f64>) -> bool {
        let study = self.run.study;
        let partner = |member: &PartnerId| &study.partners[member.0];
        weights.clear();
        let mut each = |weight: &dyn Fn(&PartnerId) -> f64| {
            weights.extend(at.members.iter().map(|one| weight(one).max(0.0)));
        };
        let over_services =
            |of: &dyn Fn(ServiceId) -> f64| at.services.iter().map(|service| of(*service)).sum::<f64>();
        match key {
            Key::Equal => each(&|_| 1.0),
            Key::Inhabitants => each(&|member| {
                let partner = partner(member);
                (0..at.year).fold(partner.inhabitants, |count, _| count * (1.0 + partner.growth.get()))
            }),
            Key::Fte => each(&|member| over_services(&|service| self.run.today.posts(service, *member))),
            Key::Historic => each(&|member| over_services(&|service| self.run.today.cost(service, *member))),
            Key::Usage(None) => each(&|member| over_services(&|service| self.volume(service, *member))),
            Key::Usage(Some(service)) => each(&|member| self.volume(*service, *member)),
            Key::GeneralGrant => each(&|member| partner(member).general_grant.unwrap_or(0.0)),
            Key::Budget => each(&|member| partner(member).budget.unwrap_or(0.0)),
            Key::Game(_, weights) => each(&|member| weights.get(member.0).copied().unwrap_or(0.0)),
            Key::Fixed(shares) => each(&|member| shares[member.0]),
            Key::Mix(parts) => return self.mix(parts, at, weights),
            Key::Schedule(keys) => {
                let year = study.period.year(at.year);
                let in_force = keys.iter().rev().find(|(from, _)| *from <= year).or(keys.first());
                return in_force.is_some_and(|(_, key)| self.weigh(key, at, weights));
            }
            Key::KeepWithin { of, previous, tolerance } => {
                let weighed = self.of(of, at, weights);
                let mut kept: Vec<f64> =
                    at.members.iter().map(|member| previous[member.0].max(0.0)).collect();
                let had = normalise(&mut kept);
                let stays =
                    weights.iter().zip(&kept).all(|(new, old)| (new - old).abs() <= tolerance.get() + NEAR);
                if stays {
                    *weights = kept;
                } else {
                    whole_percents(weights);
                }
                return weighed && had;
            }
        }
        weights.iter().any(|weight| *weight > 0.0)
    }

    fn volume(&self, service: ServiceId, member: PartnerId) -> f64 {
        self.run.study.volumes[service.0].as_ref().map_or(0.0, |volumes| volumes.by_partner[member.0])
    }

    /// The weighted mean of the shares of several keys.
    fn mix(&self, parts: &[(f64, Key)], at: &Where<'_>, weights: &mut Vec<f64>) -> bool {
        let mut part = Vec::with_capacity(at.members.len());
        let mut weighed = true;
        weights.resize(at.members.len(), 0.0);
        for (weight, key) in parts.iter().filter(|(weight, _)| *weight > 0.0) {
            weighed &= self.of(key, at, &mut part);
            for (sum, share) in weights.iter_mut().zip(&part) {
                *sum += weight * share;
            }
        }
        weighed && weights.iter().any(|weight| *weight > 0.0)
    }
}

/// Makes weights add up to 1; where there are none, all the same. Gives whether there were any.
fn normalise(weights: &mut [f64]) -> bool {
    let total: f64 = weights.iter().sum();
    let count = weights.len() as f64;
    for weight in weights.iter_mut() {
        *weight = if total > 0.0 { *weight / total } else { 1.0 / count };
    }
    total > 0.0
}

/// Shares rounded half up to whole percents, unless nothing is left of them.
fn whole_percents(shares: &mut [f64]) {
    let round = |share: f64| (share * 100.0 + 0.5 + NEAR).floor() / 100.0;
    if shares.iter().any(|share| round(*share) > 0.0) {
        for share in shares.iter_mut() {
            *share = round(*share);
        }
    }
}

/// The word that files use for a key.
pub fn key_code(key: &Key) -> &'static str {
    match key {
        Key::Equal => "equal",
        Key::Inhabitants => "inhabitants",
        Key::Fte => "fte",
        Key::Historic => "historic",
        Key::Usage(_) => "usage",
        Key::GeneralGrant => "general_grant",
        Key::Budget => "budget",
        Key::Game(method, _) => method.code(),
        Key::Fixed(_) => "fixed",
        Key::Mix(_) => "mix",
        Key::Schedule(_) => "schedule",
        Key::KeepWithin { .. } => "keep_within",
    }
}
