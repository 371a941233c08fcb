//! Reading JSON so that every problem is found at once, each with its place.
//!
//! A value that is wrong or absent is reported and replaced by a stand-in, so that reading goes on; whoever reads
//! drops what was read when there were problems.

use serde_json::{Map, Value};

use crate::calendar::{Month, Year};
use crate::problem::Problem;

/// A place in the file, written as a JSON pointer only when there is something to say about it.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    Root,
    Field(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl At<'_> {
    pub(crate) fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Field(parent, name) => format!("{}/{}", parent.pointer(), name.replace('~', "~0").replace('/', "~1")),
            Self::Item(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

/// What can be read from a JSON value.
pub(crate) trait FromJson: Sized {
    /// Reads the value, or reports why it cannot be read and gives a stand-in.
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self;

    /// What an absent field means: a problem, unless the type says otherwise.
    fn absent(at: At<'_>, field: &str, problems: &mut Vec<Problem>) -> Self {
        problems.push(Problem::new("missing_field", At::Field(&at, field).pointer()).with("field", field));
        Self::from_json(&Value::Null, At::Root, &mut Vec::new())
    }
}

pub(crate) fn wrong_type(expected: &str, value: &Value, at: At<'_>, problems: &mut Vec<Problem>) {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    problems.push(Problem::new("wrong_type", at.pointer()).with("expected", expected).with("found", found));
}

/// The object at a place, or a report that it is none.
pub(crate) fn object<'v>(value: &'v Value, at: At<'_>, problems: &mut Vec<Problem>) -> Option<&'v Map<String, Value>> {
    let object = value.as_object();
    if object.is_none() {
        wrong_type("object", value, at, problems);
    }
    object
}

/// Reports every field that the format does not know.
pub(crate) fn only_known(object: &Map<String, Value>, known: &[&str], at: At<'_>, problems: &mut Vec<Problem>) {
    for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
        problems.push(Problem::new("unknown_field", At::Field(&at, name).pointer()).with("field", name.as_str()));
    }
}

/// Reads one field of an object.
pub(crate) fn field<T: FromJson>(object: Option<&Map<String, Value>>, name: &str, at: At<'_>, problems: &mut Vec<Problem>) -> T {
    match object.and_then(|object| object.get(name)) {
        Some(value) => T::from_json(value, At::Field(&at, name), problems),
        // What is no object has been reported as a whole.
        None if object.is_none() => T::absent(at, name, &mut Vec::new()),
        None => T::absent(at, name, problems),
    }
}

impl FromJson for f64 {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        value.as_f64().unwrap_or_else(|| {
            wrong_type("number", value, at, problems);
            0.0
        })
    }
}

impl FromJson for bool {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        value.as_bool().unwrap_or_else(|| {
            wrong_type("boolean", value, at, problems);
            false
        })
    }
}

/// Whole numbers: years, months, counts.
impl FromJson for u32 {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        // 10.0 is a whole number too.
        let whole = value.as_f64().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(Self::MAX)).contains(n));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range, as tested")]
        whole.map_or_else(
            || {
                wrong_type("whole_number", value, at, problems);
                0
            },
            |n| n as Self,
        )
    }
}

impl FromJson for String {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        value.as_str().map_or_else(
            || {
                wrong_type("text", value, at, problems);
                Self::new()
            },
            str::to_owned,
        )
    }
}

impl FromJson for Year {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let year = u32::from_json(value, at, problems);
        Self(u16::try_from(year).unwrap_or(u16::MAX))
    }
}

impl FromJson for Month {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let text = String::from_json(value, at, problems);
        Self::parse(&text).unwrap_or_else(|| {
            if value.is_string() {
                problems.push(Problem::new("month_invalid", at.pointer()).with("value", text));
            }
            Self::parse("0000-01").expect("a month")
        })
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        (!value.is_null()).then(|| T::from_json(value, at, problems))
    }

    fn absent(_: At<'_>, _: &str, _: &mut Vec<Problem>) -> Self {
        None
    }
}

/// Every list may be left out: it is then empty.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let Some(items) = value.as_array() else {
            if !value.is_null() {
                wrong_type("list", value, at, problems);
            }
            return Self::new();
        };
        items.iter().enumerate().map(|(index, item)| T::from_json(item, At::Item(&at, index), problems)).collect()
    }

    fn absent(_: At<'_>, _: &str, _: &mut Vec<Problem>) -> Self {
        Self::new()
    }
}

/// An object used as a table: names and values, in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<T>(pub Vec<(String, T)>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromJson> FromJson for Table<T> {
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        if value.is_null() {
            return Self::default();
        }
        let rows = object(value, at, problems).into_iter().flatten();
        Self(rows.map(|(name, value)| (name.clone(), T::from_json(value, At::Field(&at, name), problems))).collect())
    }

    fn absent(_: At<'_>, _: &str, _: &mut Vec<Problem>) -> Self {
        Self::default()
    }
}

impl<T> FromJson for Box<T>
where
    T: FromJson,
{
    fn from_json(value: &Value, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        Self::new(T::from_json(value, at, problems))
    }

    fn absent(at: At<'_>, field: &str, problems: &mut Vec<Problem>) -> Self {
        Self::new(T::absent(at, field, problems))
    }
}

/// A record of the file format: a struct whose fields are the fields of a JSON object; others are problems.
macro_rules! record {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::study::json::FromJson for $name {
            fn from_json(
                value: &serde_json::Value,
                at: $crate::study::json::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Self {
                let object = $crate::study::json::object(value, at, problems);
                if let Some(object) = object {
                    $crate::study::json::only_known(object, &[$(stringify!($field)),*], at, problems);
                }
                Self { $($field: $crate::study::json::field(object, stringify!($field), at, problems),)* }
            }
        }
    )*};
}
pub(crate) use record;

/// A closed list of codes: an enum and the words that files use for it. The first is what a faulty one stands in for.
macro_rules! codes {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)* }

        impl $name {
            /// All of them, in the order of the model.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that files use.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// Reads the word that files use.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::study::json::FromJson for $name {
            fn from_json(
                value: &serde_json::Value,
                at: $crate::study::json::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Self {
                let code = String::from_json(value, at, problems);
                Self::parse(&code).unwrap_or_else(|| {
                    if value.is_string() {
                        let allowed: Vec<String> = Self::ALL.iter().map(|one| one.code().to_owned()).collect();
                        problems.push(
                            $crate::problem::Problem::new("unknown_value", at.pointer())
                                .with("value", code)
                                .with("allowed", allowed),
                        );
                    }
                    Self::ALL[0]
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    )*};
}
pub(crate) use codes;
