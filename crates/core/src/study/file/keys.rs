//! Keys as they stand in a file: who pays which share, or who bears an amount alone (MODEL 7).

use serde_json::Value;

use super::super::json::{At, FromJson, Object, Table, fields, not_one_of, record, text};
use crate::problem::Problem;

record! {
    /// Who pays which share.
    pub struct KeysFile {
        /// Unless a service or line says otherwise.
        pub default: Option<KeyFile>,
        /// By service id.
        pub services: Table<KeyFile>,
        /// By line of the ledger.
        pub lines: Table<KeyFile>,
    }

    /// A part of a mix.
    pub struct PartFile {
        /// Its weight.
        pub weight: f64,
        /// The key.
        pub key: KeyFile,
    }
}

/// Who pays which share, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum KeyFile {
    /// Everyone the same.
    Equal,
    /// By inhabitants.
    Inhabitants,
    /// By today's posts.
    Fte,
    /// By today's cost.
    Historic,
    /// By volume of a service.
    Usage(Option<String>),
    /// By general grant.
    GeneralGrant,
    /// By budget.
    Budget,
    /// By what each would pay by the Shapley value.
    Shapley,
    /// By what each would pay by the nucleolus.
    Nucleolus,
    /// Given shares, by partner id.
    Fixed(Table<f64>),
    /// A weighted mean of keys.
    Mix(Vec<PartFile>),
    /// Another key from a year on.
    Schedule(Table<KeyFile>),
    /// The previous shares as long as the key stays near them.
    KeepWithin {
        /// The key watched.
        of: Box<KeyFile>,
        /// The shares kept, by partner id.
        previous: Table<f64>,
        /// How far the key may move away; 0.03 where not given.
        tolerance: Option<f64>,
    },
}

impl FromJson for KeyFile {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let Some(fields) = fields(value, at, problems) else {
            return Self::Equal;
        };
        let Some(code) = text(fields.get("key"), at.field("key"), problems) else {
            return Self::Equal;
        };
        let known: &[&str] = match code {
            "usage" => &["key", "service"],
            "fixed" => &["key", "shares"],
            "mix" => &["key", "of"],
            "schedule" => &["key", "from"],
            "keep_within" => &["key", "of", "previous", "tolerance"],
            code if KEY_CODES.contains(&code) => &["key"],
            other => {
                not_one_of(&KEY_CODES, other, at.field("key"), problems);
                return Self::Equal;
            }
        };
        let mut key = Object::open(value, at, problems);
        key.only_known(known);
        match code {
            "inhabitants" => Self::Inhabitants,
            "fte" => Self::Fte,
            "historic" => Self::Historic,
            "general_grant" => Self::GeneralGrant,
            "budget" => Self::Budget,
            "shapley" => Self::Shapley,
            "nucleolus" => Self::Nucleolus,
            "usage" => Self::Usage(key.field("service")),
            "fixed" => Self::Fixed(key.field("shares")),
            "mix" => Self::Mix(key.field("of")),
            "schedule" => Self::Schedule(key.field("from")),
            "keep_within" => Self::KeepWithin {
                of: key.field("of"),
                previous: key.field("previous"),
                tolerance: key.field("tolerance"),
            },
            _ => Self::Equal,
        }
    }
}

/// The keys that a file can name: those of MODEL 7 in its order, then those of MODEL 10.
pub const KEY_CODES: [&str; 13] = [
    "equal",
    "inhabitants",
    "fte",
    "historic",
    "usage",
    "general_grant",
    "budget",
    "fixed",
    "mix",
    "schedule",
    "keep_within",
    "shapley",
    "nucleolus",
];

/// A key, or in its place who bears the amount alone.
#[derive(Debug, Clone, PartialEq)]
pub enum PayerFile {
    /// Shared.
    Key(KeyFile),
    /// Borne by this partner or unit.
    Bearer(String),
}

impl FromJson for PayerFile {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        match value.and_then(Value::as_object) {
            Some(fields) if fields.contains_key("bearer") => {
                let mut payer = Object::open(value, at, problems);
                payer.only_known(&["bearer"]);
                Self::Bearer(payer.field("bearer"))
            }
            _ => Self::Key(KeyFile::read(value, at, problems)),
        }
    }
}
