//! How the text of a field is read into the study, and how the study is written into a field.

use deelsom_language::parse::{self, ParseError, Wanted};
use deelsom_language::{Language, amount, date, number, sentences};
use serde_json::Value;

use super::file::object;

/// What someone typed in a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Typed {
    /// The place in the study.
    pub(crate) pointer: String,
    /// What belongs there.
    pub(crate) reads: Reads,
    /// What was typed.
    pub(crate) text: String,
}

/// What belongs in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Euros.
    Amount,
    /// Full-time equivalents.
    Fte,
    /// A fraction, typed as a percentage.
    Percent,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A duration.
    Years,
    /// A month.
    Month,
    /// Words.
    Text,
    /// A code or an id, picked; nothing takes it away.
    Code,
    /// A value as it stands in a file, picked; nothing takes it away.
    Json,
    /// A simple key by its code, or any key as it stands in a file, picked; nothing takes it away.
    Key,
    /// No value: what an optional field that was emptied reads.
    Nothing,
}

impl Reads {
    const ALL: [Self; 12] = [
        Self::Amount,
        Self::Fte,
        Self::Percent,
        Self::Number,
        Self::Whole,
        Self::Years,
        Self::Month,
        Self::Text,
        Self::Code,
        Self::Json,
        Self::Key,
        Self::Nothing,
    ];

    /// Its name in the page.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Fte => "fte",
            Self::Percent => "percent",
            Self::Number => "number",
            Self::Whole => "whole",
            Self::Years => "years",
            Self::Month => "month",
            Self::Text => "text",
            Self::Code => "code",
            Self::Json => "json",
            Self::Key => "key",
            Self::Nothing => "nothing",
        }
    }

    /// The kind of this name.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reads| reads.code() == code)
    }

    /// What a value of the register's unit is typed as.
    pub(crate) fn of_unit(unit: &str) -> Self {
        match unit {
            "share" | "rate_per_year" => Self::Percent,
            "years" => Self::Years,
            unit if unit.starts_with("eur") => Self::Amount,
            _ => Self::Number,
        }
    }

    /// Whether it is typed and not picked.
    pub(crate) const fn is_typed(self) -> bool {
        !matches!(self, Self::Code | Self::Json | Self::Key)
    }

    /// What to ask for, where a text may be unreadable.
    pub(crate) const fn wanted(self) -> Option<Wanted> {
        Some(match self {
            Self::Amount => Wanted::Amount,
            Self::Fte => Wanted::Fte,
            Self::Percent => Wanted::Percent,
            Self::Number => Wanted::Number,
            Self::Whole => Wanted::Whole,
            Self::Years => Wanted::Years,
            Self::Month => Wanted::Month,
            Self::Text | Self::Code | Self::Json | Self::Key | Self::Nothing => return None,
        })
    }

    /// The value that a text stands for; none takes the value away.
    pub(crate) fn read(self, language: Language, text: &str) -> Result<Option<Value>, ParseError> {
        let value = match self {
            Self::Amount => plain_number(parse::amount(language, text)? as f64 / 100.0),
            Self::Fte => plain_number(parse::fte(language, text)?),
            Self::Percent => plain_number(parse::percent(language, text)?),
            Self::Number => plain_number(parse::number(language, text)?),
            Self::Years => plain_number(parse::years(language, text)?),
            Self::Whole => Value::from(parse::whole(language, text)?),
            Self::Month => {
                let (year, month) = parse::month(text)?;
                Value::from(date::iso_month(year, month))
            }
            Self::Nothing => return Ok(None),
            Self::Code | Self::Json | Self::Key if text.is_empty() => return Ok(None),
            Self::Text | Self::Code => Value::from(text),
            Self::Json | Self::Key if text.starts_with(['{', '[']) => {
                serde_json::from_str(text).unwrap_or_default()
            }
            Self::Json => Value::from(text == "true"),
            Self::Key => match text.split_once(' ') {
                Some((key, service)) => object(&[("key", key.into()), ("service", service.into())]),
                None => object(&[("key", text.into())]),
            },
        };
        Ok(Some(value))
    }

    /// The text that stands for a value.
    pub(crate) fn write(self, language: Language, value: &Value) -> String {
        let number = value.as_f64().unwrap_or_default();
        let text = match (self, value) {
            (_, Value::Null) => String::new(),
            (Self::Amount, Value::Number(_)) => amount::input(language, cents(number)),
            (Self::Percent, Value::Number(_)) => number::percent_short(language, number),
            // A year has no groups, and reads the same with them.
            (Self::Whole, Value::Number(_)) if number < 10_000.0 => number::bare(language, number, 0),
            (_, Value::Number(_)) => number::short(language, number, 6),
            (Self::Month, Value::String(month)) => date::from_iso(language, month),
            (Self::Key, key) => match (key["key"].as_str(), key["service"].as_str()) {
                (Some(key), Some(service)) => [key, service].join(" "),
                (key, _) => key.unwrap_or_default().to_owned(),
            },
            (_, value) => value.as_str().unwrap_or_default().to_owned(),
        };
        number::plain(&text)
    }

    /// How a text was read, to stand below its field; nothing where that says nothing new.
    pub(crate) fn echo(self, language: Language, value: &Value) -> Option<String> {
        match (self, value.as_f64()) {
            (Self::Amount, Some(euros)) => Some(sentences::understood(language, cents(euros))),
            (Self::Fte, Some(fte)) => Some(format!("= {}", number::fte_with(language, fte, 2))),
            (Self::Percent | Self::Number | Self::Years | Self::Whole, Some(_)) | (Self::Month, None) => {
                Some(format!("= {}", self.write(language, value)))
            }
            _ => None,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is too large stops at the end")]
fn cents(euros: f64) -> i64 {
    (euros * 100.0).round() as i64
}

/// A number as people write it in a file: whole numbers without a point.
#[expect(clippy::cast_possible_truncation, reason = "whole, and well within bounds")]
fn plain_number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}
