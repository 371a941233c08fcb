//! What each distribution key does to each partner.

use deelsom_core::study::{Key, Keys, Study, Variant};
use deelsom_core::{Course, Money, PartnerYear, Register, share_by};

/// What every partner pays in a year under one key.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderKey {
    /// The key; none for the option's own.
    pub key: Option<Key>,
    /// In study order.
    pub pays: Vec<Money>,
}

impl UnderKey {
    /// What all partners pay.
    pub fn total(&self) -> Money {
        self.pays.iter().copied().sum()
    }
}

/// A year under the option's own keys, and then under every simple key that the study has the figures for.
pub fn under_keys(
    study: &Study,
    register: &Register,
    option: &Variant,
    course: &Course,
    year: usize,
) -> Vec<UnderKey> {
    let of_year = |keys: &Keys| {
        let partners = share_by(study, register, option, course, keys);
        partners.iter().map(|years| years.get(year).map_or(Money::ZERO, PartnerYear::total)).collect()
    };
    let mut rows = vec![UnderKey { key: None, pays: of_year(&option.keys) }];
    for key in Key::simple(study) {
        let keys = Keys { default: Some(key.clone()), ..Keys::default() };
        rows.push(UnderKey { key: Some(key), pays: of_year(&keys) });
    }
    rows
}

/// What the option's own keys are called where a key is named by its code.
pub const OWN_KEYS: &str = "own";

/// The code of a simple key in a file, with a service's id after it where it has one; none for the other keys.
pub fn code(study: &Study, key: &Key) -> Option<String> {
    let code = match key {
        Key::Equal => "equal",
        Key::Inhabitants => "inhabitants",
        Key::Fte => "fte",
        Key::Historic => "historic",
        Key::GeneralGrant => "general_grant",
        Key::Budget => "budget",
        Key::Usage(None) => "usage",
        Key::Usage(Some(service)) => return Some(format!("usage {}", study.services.get(service.0)?.id)),
        Key::Game(method, _) => method.code(),
        Key::Fixed(_) | Key::Mix(_) | Key::Schedule(_) | Key::KeepWithin { .. } => return None,
    };
    Some(code.to_owned())
}
