//! Keys as they stand in a file: who pays which share, or who bears an amount alone (MODEL 7).

use serde_json::Value;

use super::super::json::{At, FromJson, Table, fields, not_one_of, only_known, record, text};
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
            _ => &["key"],
        };
        match code {
            known_code if KEY_CODES.contains(&known_code) => only_known(fields, known, at, problems),
            other => not_one_of(&KEY_CODES, other, at.field("key"), problems),
        }
        let field = |name: &'static str| (fields.get(name), name);
        match code {
            "inhabitants" => Self::Inhabitants,
            "fte" => Self::Fte,
            "historic" => Self::Historic,
            "general_grant" => Self::GeneralGrant,
            "budget" => Self::Budget,
            "usage" => Self::Usage(read_field(field("service"), at, problems)),
            "fixed" => Self::Fixed(read_field(field("shares"), at, problems)),
            "mix" => Self::Mix(read_field(field("of"), at, problems)),
            "schedule" => Self::Schedule(read_field(field("from"), at, problems)),
            "keep_within" => Self::KeepWithin {
                of: read_field(field("of"), at, problems),
                previous: read_field(field("previous"), at, problems),
                tolerance: read_field(field("tolerance"), at, problems),
            },
            _ => Self::Equal,
        }
    }
}

fn read_field<T: FromJson>(
    (value, name): (Option<&Value>, &'static str),
    at: At<'_>,
    problems: &mut Vec<Problem>,
) -> T {
    T::read(value, at.field(name), problems)
}

/// The keys that a file can name, in the order of MODEL 7.
pub const KEY_CODES: [&str; 11] = [
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
                only_known(fields, &["bearer"], at, problems);
                Self::Bearer(String::read(fields.get("bearer"), at.field("bearer"), problems))
            }
            _ => Self::Key(KeyFile::read(value, at, problems)),
        }
    }
}
