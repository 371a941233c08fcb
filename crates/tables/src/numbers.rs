//! Numbers as people type them, and whether a column has decimal points or commas.

use deelsom_core::Remark;
use deelsom_language::Language::{self, Dutch, English};
use deelsom_language::date::iso_month;
use deelsom_language::number::short;
use deelsom_language::parse::{self, ParseError, Wanted};
use serde_json::Value;

use crate::fault::What;
use crate::grid::GridValue;
use crate::subject::Holds;

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Convention {
    /// All as in one language.
    One(Language),
    /// Some with points for decimals and some with commas: then only what has one meaning can be read.
    Mixed,
}

/// The language that a number must be written in, if it can be in only one.
fn evidence(typed: &str) -> Option<Language> {
    let digits: String =
        typed.chars().filter(|one| one.is_ascii_digit() || matches!(one, '.' | ',')).collect();
    let digits = digits.trim_end_matches(['.', ',']);
    let last = digits.rfind(['.', ','])?;
    let (head, tail) = (digits.get(..last)?, digits.get(last + 1..)?);
    let comma = digits.get(last..)?.starts_with(',');
    let decimal = if comma { Dutch } else { English };
    let grouped = if comma { English } else { Dutch };
    let same_before = head.contains(if comma { ',' } else { '.' });
    let other_before = head.contains(if comma { '.' } else { ',' });
    match (same_before, other_before) {
        // Several of one kind can only be groups.
        (true, _) => Some(grouped),
        (_, true) => Some(decimal),
        // One mark before three digits can be either.
        _ if tail.len() == 3 && (1..=3).contains(&head.len()) && !head.starts_with('0') => None,
        _ => Some(decimal),
    }
}

/// What the numbers of a column say together; nothing where they say nothing.
pub(crate) fn convention<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Convention> {
    let mut found = None;
    for language in texts.filter_map(evidence) {
        match found {
            None => found = Some(language),
            Some(other) if other != language => return Some(Convention::Mixed),
            Some(_) => {}
        }
    }
    found.map(Convention::One)
}

/// A number without meaning of its own: `-`, as spreadsheets show nothing or zero.
pub(crate) fn is_dash(typed: &str) -> bool {
    matches!(typed.trim_matches(|one: char| one.is_whitespace() || one == '€'), "-" | "–" | "\u{2212}")
}

/// The value of a cell that is more than a text; nothing where its text tells as much.
pub(crate) fn exact(holds: Holds, value: &GridValue) -> Option<Result<Value, What>> {
    let wanted = holds.wanted()?;
    let unreadable = |error| Err(What::Unreadable(error, wanted));
    Some(match (value, holds) {
        (GridValue::Date { year, month, .. }, Holds::Month) => Ok(iso_month(*year, *month).into()),
        (GridValue::Number(_) | GridValue::Percent(_) | GridValue::Flag(_), Holds::Month) => {
            unreadable(ParseError::NotAMonth)
        }
        (GridValue::Number(number) | GridValue::Percent(number), _) if !number.is_finite() => {
            unreadable(ParseError::NotANumber)
        }
        // As people type it: the sign may be left out.
        (GridValue::Number(percentage), Holds::Percent) => Ok(plain_number(percentage / 100.0)),
        (GridValue::Number(number) | GridValue::Percent(number), Holds::Count) => {
            let whole = number.round();
            if (number - whole).abs() < 1e-6 {
                Ok(plain_number(whole))
            } else {
                unreadable(ParseError::NotWhole)
            }
        }
        (GridValue::Number(number) | GridValue::Percent(number), _) => Ok(plain_number(*number)),
        (GridValue::Date { .. } | GridValue::Flag(_), _) => unreadable(ParseError::NotANumber),
        _ => return None,
    })
}

/// The number that a text stands for.
pub(crate) fn number(convention: Convention, holds: Holds, typed: &str) -> Result<Value, What> {
    let language = match convention {
        Convention::One(language) => language,
        Convention::Mixed => match evidence(typed) {
            Some(language) => language,
            None if typed.contains(['.', ',']) => return Err(two_ways(holds, typed)),
            None => Dutch,
        },
    };
    read(language, holds, typed)
}

fn read(language: Language, holds: Holds, typed: &str) -> Result<Value, What> {
    let wanted = holds.wanted().unwrap_or(Wanted::Number);
    let plain = |read: Result<f64, ParseError>| read.map(plain_number);
    let read = match wanted {
        // Amounts in a study may be finer than a cent.
        Wanted::Amount => plain(
            parse::number(language, typed)
                .or_else(|_| parse::amount(language, typed).map(|cents| cents as f64 / 100.0)),
        ),
        Wanted::Fte => plain(parse::fte(language, typed)),
        Wanted::Percent => plain(parse::percent(language, typed)),
        Wanted::Whole => parse::whole(language, typed).map(Value::from),
        _ => plain(parse::number(language, typed)),
    };
    read.map_err(|error| What::Unreadable(error, wanted))
}

/// That a number has two readings in a column that does not tell which.
fn two_ways(holds: Holds, typed: &str) -> What {
    let reading = |language| read(language, holds, typed).ok().and_then(|value| value.as_f64());
    match (reading(Dutch), reading(English)) {
        (Some(dutch), Some(english)) => {
            let (low, high) = if dutch < english { (dutch, english) } else { (english, dutch) };
            let said = |value: f64| short(Dutch, value, 6);
            What::Remark(
                Remark::new("number_two_ways", "").with("first", said(low)).with("second", said(high)),
            )
        }
        _ => What::Unreadable(ParseError::NotANumber, holds.wanted().unwrap_or(Wanted::Number)),
    }
}

/// A number as people write it in a file: whole numbers without a point.
#[expect(clippy::cast_possible_truncation, reason = "whole, and well within bounds")]
pub(crate) fn plain_number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_tell_its_language() {
        for (typed, language) in [
            ("1.234,50", Some(Dutch)),
            ("1,234.50", Some(English)),
            ("12,5", Some(Dutch)),
            ("12.5", Some(English)),
            ("1.250.000", Some(Dutch)),
            ("1,250,000", Some(English)),
            ("0,125", Some(Dutch)),
            ("1234.567", Some(English)),
            ("€ 198,-", None),
            ("1.234", None),
            ("1,234", None),
            ("1234", None),
            ("Head", None),
            ("", None),
        ] {
            assert_eq!(evidence(typed), language, "{typed}");
        }
    }

    #[track_caller]
    fn column(typed: &[&str], otherwise: Language, read: &[Option<f64>]) {
        let how = convention(typed.iter().copied()).unwrap_or(Convention::One(otherwise));
        let found: Vec<Option<f64>> = typed
            .iter()
            .map(|one| number(how, Holds::Euros, one).ok().and_then(|value| value.as_f64()))
            .collect();
        assert_eq!(found, read, "{typed:?}");
    }

    #[test]
    fn a_column_tells_how_its_numbers_are_meant() {
        column(&["1.234", "1.234,50"], English, &[Some(1234.0), Some(1234.5)]);
        column(&["1.234", "12.5"], Dutch, &[Some(1.234), Some(12.5)]);
        column(&["1.234"], Dutch, &[Some(1234.0)]);
        column(&["1.234"], English, &[Some(1.234)]);
        column(
            &["1.234,50", "1,234.50", "1.234", "7"],
            Dutch,
            &[Some(1234.5), Some(1234.5), None, Some(7.0)],
        );
        column(
            &["€ 1.250.000", "(500)", "1,25 mln"],
            English,
            &[Some(1_250_000.0), Some(-500.0), Some(1_250_000.0)],
        );
    }

    #[test]
    fn dashes_stand_for_nothing() {
        for dash in ["-", "–", " € -  "] {
            assert!(is_dash(dash), "{dash}");
        }
        assert!(!is_dash("-1") && !is_dash(""));
    }
}
