//! Reading JSON so that every problem is found at once, each with its place.
//!
//! A value that is wrong or absent is reported and replaced by a stand-in, so that reading goes on; whoever reads
//! drops what was read when there were problems.

use serde_json::{Map, Value};

use crate::calendar::{Month, Year};
use crate::pointer::pointer_token;
use crate::problem::Problem;

/// A place in the file, written as a JSON pointer only when there is something to say about it.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    Root,
    Field(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl At<'_> {
    /// A field of what is here.
    pub(crate) fn field<'b>(&'b self, name: &'b str) -> At<'b> {
        At::Field(self, name)
    }

    /// An item of the list that is here.
    pub(crate) fn item(&self, index: usize) -> At<'_> {
        At::Item(self, index)
    }

    pub(crate) fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Field(parent, name) => parent.pointer() + "/" + &pointer_token(name),
            Self::Item(parent, index) => parent.pointer() + "/" + &index.to_string(),
        }
    }
}

/// The JSON value of a text, or where it is none.
pub fn parse(text: &str) -> Result<Value, Vec<Problem>> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line() as f64, error.column() as f64);
        vec![Problem::new("not_json", "").with("line", line).with("column", column)]
    })
}

/// What can be read from a JSON value.
pub(crate) trait FromJson: Sized {
    /// Reads the value, or reports why it cannot be read and gives a stand-in. No value means that the field is absent:
    /// a problem, unless the type says otherwise.
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self;
}

/// Reports that a value is not what it should be, or is not there.
#[inline(never)]
pub(crate) fn not_a(expected: &str, value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) {
    let found = match value {
        None => {
            let field = if let At::Field(_, name) = at { name } else { "" };
            problems.push(Problem::new("missing_field", at.pointer()).with("field", field));
            return;
        }
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "text",
        Some(Value::Array(_)) => "list",
        Some(Value::Object(_)) => "object",
    };
    problems.push(Problem::new("wrong_type", at.pointer()).with("expected", expected).with("found", found));
}

/// Reports a word that is none of those allowed.
#[inline(never)]
pub(crate) fn not_one_of(allowed: &[&str], found: &str, at: At<'_>, problems: &mut Vec<Problem>) {
    let allowed: Vec<String> = allowed.iter().map(|&word| word.to_owned()).collect();
    problems.push(Problem::new("unknown_value", at.pointer()).with("value", found).with("allowed", allowed));
}

/// The text of a value, or a report that it is none.
#[inline(never)]
pub(crate) fn text<'v>(value: Option<&'v Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Option<&'v str> {
    let text = value.and_then(Value::as_str);
    if text.is_none() {
        not_a("text", value, at, problems);
    }
    text
}

/// The fields of the object at a place, or a report that it is none.
#[inline(never)]
pub(crate) fn fields<'v>(
    value: Option<&'v Value>,
    at: At<'_>,
    problems: &mut Vec<Problem>,
) -> Option<&'v Map<String, Value>> {
    let fields = value.and_then(Value::as_object);
    if fields.is_none() {
        not_a("object", value, at, problems);
    }
    fields
}

/// An object whose fields are being read.
pub(crate) struct Object<'a> {
    fields: Option<&'a Map<String, Value>>,
    at: At<'a>,
    problems: &'a mut Vec<Problem>,
    /// What is no object is reported as a whole, not field by field.
    unheard: Vec<Problem>,
}

impl<'a> Object<'a> {
    pub(crate) fn open(value: Option<&'a Value>, at: At<'a>, problems: &'a mut Vec<Problem>) -> Self {
        Self { fields: fields(value, at, problems), at, problems, unheard: Vec::new() }
    }

    /// Reports every field that the format does not know.
    #[inline(never)]
    pub(crate) fn only_known(&mut self, known: &[&str]) {
        for name in self.fields.into_iter().flatten().map(|(name, _)| name.as_str()) {
            if !known.contains(&name) {
                let problem = Problem::new("unknown_field", self.at.field(name).pointer());
                self.problems.push(problem.with("field", name));
            }
        }
    }

    /// Reads a field. A call and no code in place: the format has two hundred of them.
    #[inline(never)]
    pub(crate) fn field<T: FromJson>(&mut self, name: &'static str) -> T {
        let problems = if self.fields.is_some() { &mut *self.problems } else { &mut self.unheard };
        T::read(self.fields.and_then(|fields| fields.get(name)), self.at.field(name), problems)
    }
}

impl FromJson for f64 {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        value.and_then(Value::as_f64).unwrap_or_else(|| {
            not_a("number", value, at, problems);
            0.0
        })
    }
}

impl FromJson for bool {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        value.and_then(Value::as_bool).unwrap_or_else(|| {
            not_a("boolean", value, at, problems);
            false
        })
    }
}

/// Whole numbers: years, months, counts.
impl FromJson for u32 {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        // 10.0 is a whole number too.
        let number = value.and_then(Value::as_f64);
        let whole = number.filter(|n| n.fract() == 0.0 && (0.0..=f64::from(Self::MAX)).contains(n));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and in range, as tested"
        )]
        whole.map_or_else(
            || {
                not_a("whole_number", value, at, problems);
                0
            },
            |n| n as Self,
        )
    }
}

impl FromJson for String {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        text(value, at, problems).unwrap_or_default().to_owned()
    }
}

/// A text for people, or none: that it is text is all that the model asks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told;

impl FromJson for Told {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        if value.is_some_and(|value| !value.is_null()) {
            text(value, at, problems);
        }
        Self
    }
}

impl FromJson for Year {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        Self(u16::try_from(u32::read(value, at, problems)).unwrap_or(u16::MAX))
    }
}

impl FromJson for Month {
    #[inline(never)]
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let text = text(value, at, problems);
        let month = text.and_then(Self::parse);
        if let (Some(text), None) = (text, month) {
            problems.push(Problem::new("month_invalid", at.pointer()).with("value", text));
        }
        month.unwrap_or(Self::EARLIEST)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let value = value.filter(|value| !value.is_null())?;
        Some(T::read(Some(value), at, problems))
    }
}

/// Every list may be left out: it is then empty.
impl<T: FromJson> FromJson for Vec<T> {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        match value {
            None | Some(Value::Null) => Self::new(),
            Some(Value::Array(items)) => {
                let items = items.iter().enumerate();
                items.map(|(index, item)| T::read(Some(item), at.item(index), problems)).collect()
            }
            other => {
                not_a("list", other, at, problems);
                Self::new()
            }
        }
    }
}

/// An object used as a table: names and values, in the order of the file. It may be left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<T>(pub Vec<(String, T)>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromJson> FromJson for Table<T> {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        let rows = value.filter(|value| !value.is_null()).and_then(|value| fields(Some(value), at, problems));
        let rows = rows.into_iter().flatten();
        Self(
            rows.map(|(name, value)| (name.clone(), T::read(Some(value), at.field(name), problems)))
                .collect(),
        )
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        Self::new(T::read(value, at, problems))
    }
}

/// A record of the file format: a struct whose fields are the fields of a JSON object; others are problems.
macro_rules! record {
    ($($(#[$meta:meta])* $seen:vis struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(deny_unknown_fields, transform = $crate::schema::lists_may_be_left_out)
        )]
        $seen struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::study::json::FromJson for $name {
            fn read(
                value: Option<&serde_json::Value>,
                at: $crate::study::json::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Self {
                let mut object = $crate::study::json::Object::open(value, at, problems);
                object.only_known(&[$(stringify!($field)),*]);
                Self { $($field: object.field(stringify!($field)),)* }
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
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {$(
            $(#[$variant_meta])*
            #[cfg_attr(feature = "schema", schemars(rename = $code))]
            $variant,
        )*}

        impl $name {
            /// All of them, in the order of the model.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            const CODES: &'static [&'static str] = &[$($code),*];

            /// The word that files use.
            pub const fn code(self) -> &'static str {
                Self::CODES[self as usize]
            }

            /// Reads the word that files use.
            pub fn parse(code: &str) -> Option<Self> {
                Self::CODES.iter().position(|known| *known == code).map(|place| Self::ALL[place])
            }
        }

        impl $crate::study::json::FromJson for $name {
            fn read(
                value: Option<&serde_json::Value>,
                at: $crate::study::json::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Self {
                let Some(code) = $crate::study::json::text(value, at, problems) else { return Self::ALL[0] };
                Self::parse(code).unwrap_or_else(|| {
                    $crate::study::json::not_one_of(Self::CODES, code, at, problems);
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
