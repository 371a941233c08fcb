//! Who pays what: keys, and amounts that have a payer of their own (MODEL 7).

use super::json::codes;
use super::{ServiceId, Study, UnitId};
use crate::calendar::Year;
use crate::ledger::Line;
use crate::quantity::Rate;

/// Who pays which share (MODEL 7). Lists by partner are in study order.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// Everyone the same.
    Equal,
    /// By inhabitants of the year.
    Inhabitants,
    /// By today's posts.
    Fte,
    /// By today's cost.
    Historic,
    /// By volume of the service given, else of the entry's service.
    Usage(Option<ServiceId>),
    /// By general grant.
    GeneralGrant,
    /// By budget.
    Budget,
    /// By what each is to pay of what is shared, so that all its costs come to what a method of fair division says
    /// (MODEL 10): net present value, euros, not below zero. In keys of options only.
    Game(Method, Vec<f64>),
    /// Given shares.
    Fixed(Vec<f64>),
    /// A weighted mean of keys.
    Mix(Vec<(f64, Key)>),
    /// Another key from a year on, in order of year, not empty.
    Schedule(Vec<(Year, Key)>),
    /// The previous shares as long as the key stays near them.
    KeepWithin {
        /// The key watched.
        of: Box<Key>,
        /// The shares kept.
        previous: Vec<f64>,
        /// How far the key may move away.
        tolerance: Rate,
    },
}

impl Key {
    /// The keys that need no figures of their own, or figures that the study has.
    pub fn simple(study: &Study) -> Vec<Self> {
        let mut keys = vec![Self::Equal, Self::Inhabitants, Self::Fte, Self::Historic];
        if study.partners.iter().all(|partner| partner.general_grant.is_some()) {
            keys.push(Self::GeneralGrant);
        }
        if study.partners.iter().all(|partner| partner.budget.is_some()) {
            keys.push(Self::Budget);
        }
        let with_volumes =
            (0..study.services.len()).filter(|place| study.volumes.get(*place).is_some_and(Option::is_some));
        keys.extend(with_volumes.map(|place| Self::Usage(Some(ServiceId(place)))));
        keys
    }

    /// Whether it follows a method of fair division, and has no weights.
    pub(super) fn awaits_weights(&self) -> bool {
        match self {
            Self::Game(_, weights) => weights.is_empty(),
            Self::Mix(parts) => parts.iter().any(|(_, key)| key.awaits_weights()),
            Self::Schedule(keys) => keys.iter().any(|(_, key)| key.awaits_weights()),
            Self::KeepWithin { of, .. } => of.awaits_weights(),
            _ => false,
        }
    }

    /// Lets someone see, and write, the weights of every key in it that follows a method of fair division.
    pub(super) fn games(&mut self, see: &mut dyn FnMut(Method, &mut Vec<f64>)) {
        match self {
            Self::Game(method, weights) => see(*method, weights),
            Self::Mix(parts) => parts.iter_mut().for_each(|(_, key)| key.games(see)),
            Self::Schedule(keys) => keys.iter_mut().for_each(|(_, key)| key.games(see)),
            Self::KeepWithin { of, .. } => of.games(see),
            _ => {}
        }
    }
}

codes! {
    /// A method of fair division that a key can follow.
    pub enum Method {
        /// The Shapley value.
        Shapley = "shapley",
        /// The nucleolus.
        Nucleolus = "nucleolus",
    }
}

/// Who pays an amount.
#[derive(Debug, Clone, PartialEq)]
pub enum Payer {
    /// The participants, by the option's keys.
    Participants,
    /// The participants, by this key.
    Key(Key),
    /// One partner or unit.
    Bearer(UnitId),
}

/// Who pays which share of an option's units.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Keys {
    /// Unless a service or line says otherwise.
    pub default: Option<Key>,
    /// By service.
    pub services: Vec<(ServiceId, Key)>,
    /// By line.
    pub lines: Vec<(Line, Key)>,
}
