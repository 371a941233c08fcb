//! Keys, nested as deep as the format allows in earnest.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{Context, Pick, by_partner, pick};

/// The choices of a key.
#[derive(Debug, Clone)]
pub(super) enum KeySketch {
    Plain(Pick),
    Usage(Pick),
    /// Also below zero, and for the first so many partners only.
    Fixed([i8; 4], u8),
    Mix(Vec<(u8, KeySketch)>),
    /// From years counted from the first.
    Schedule(Vec<(i8, KeySketch)>),
    KeepWithin(Box<KeySketch>, [u8; 4], Option<u8>),
}

const PLAIN: [&str; 6] = ["equal", "inhabitants", "fte", "historic", "general_grant", "budget"];

pub(super) fn keys() -> impl Strategy<Value = KeySketch> {
    let shares = [-3_i8..60, -3_i8..60, -3_i8..60, -3_i8..60];
    let leaf = prop_oneof![
        6 => (0_u8..6).prop_map(KeySketch::Plain),
        2 => (0_u8..6).prop_map(KeySketch::Usage),
        2 => (shares, 1_u8..=4).prop_map(|(shares, named)| KeySketch::Fixed(shares, named)),
    ];
    leaf.prop_recursive(2, 5, 3, |inner| {
        let previous = prop_oneof![
            [0_u8..60, 0_u8..60, 0_u8..60, 0_u8..60],
            [20_u8..24, 20_u8..24, 20_u8..24, 20_u8..24]
        ];
        prop_oneof![
            vec((0_u8..=10, inner.clone()), 1..=3).prop_map(KeySketch::Mix),
            vec((-1_i8..=5, inner.clone()), 1..=3).prop_map(KeySketch::Schedule),
            (inner, previous, proptest::option::of(0_u8..=30)).prop_map(|(of, previous, tolerance)| {
                KeySketch::KeepWithin(Box::new(of), previous, tolerance)
            }),
        ]
    })
}

/// A key that may be used for any entry: usage names its service.
pub(super) fn write_key(key: &KeySketch, context: &Context) -> Value {
    match key {
        KeySketch::Plain(code) => json!({ "key": pick(&PLAIN, *code) }),
        KeySketch::Usage(_) if context.with_volumes.is_empty() => json!({ "key": "equal" }),
        KeySketch::Usage(service) => {
            json!({ "key": "usage", "service": pick(&context.with_volumes, *service) })
        }
        KeySketch::Fixed(shares, named) => {
            let shares = context.partners.iter().zip(shares).take((*named).into());
            let shares: Map<_, _> = shares.map(|(id, share)| (id.clone(), json!(share))).collect();
            json!({ "key": "fixed", "shares": shares })
        }
        KeySketch::Mix(parts) => {
            let parts =
                parts.iter().map(|(weight, key)| json!({ "weight": weight, "key": write_key(key, context) }));
            json!({ "key": "mix", "of": parts.collect::<Vec<_>>() })
        }
        KeySketch::Schedule(rows) => {
            let rows =
                rows.iter().map(|(year, key)| (context.year(*year).to_string(), write_key(key, context)));
            json!({ "key": "schedule", "from": rows.collect::<Map<_, _>>() })
        }
        KeySketch::KeepWithin(of, previous, tolerance) => {
            let mut value = json!({
                "key": "keep_within", "of": write_key(of, context), "previous": by_partner(*previous, context),
            });
            if let Some(percent) = tolerance {
                value["tolerance"] = json!(f64::from(*percent) / 100.0);
            }
            value
        }
    }
}

/// A key for the entries of one service, which usage need not name.
pub(super) fn write_service_key(key: &KeySketch, service: &str, context: &Context) -> Value {
    match key {
        KeySketch::Usage(_) if context.with_volumes.iter().any(|other| other == service) => {
            json!({ "key": "usage" })
        }
        other => write_key(other, context),
    }
}
