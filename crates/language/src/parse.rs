//! What people type, read exactly: every spelling with one meaning is accepted.
//!
//! In Dutch a single point before exactly three digits groups thousands and a single comma is
//! decimal; in English the two change places. With a multiplier (`1.250 mln`) a group of three
//! has two readings, and then the reader must choose: see [`ParseError::Ambiguous`].

use crate::{Language, date};

mod decimal;
mod error;

use decimal::Decimal;
pub use error::{ParseError, Wanted};

const EURO: [&str; 4] = ["euros", "euro", "eur", "€"];
const PERCENT: [&str; 3] = ["procent", "percent", "%"];
const FTE: [&str; 1] = ["fte"];
const YES: [&str; 8] = ["ja", "j", "yes", "y", "true", "waar", "1", "x"];
const NO: [&str; 7] = ["nee", "n", "no", "false", "onwaar", "0", "-"];
const YEARS: [&str; 4] = ["jaar", "years", "year", "jr"];

/// An amount in cents, rounded half away from zero.
///
/// ```
/// use deelsom_language::{Language::Dutch, parse};
/// assert_eq!(parse::amount(Dutch, "€ 1,25 mln"), Ok(125_000_000));
/// assert_eq!(parse::amount(Dutch, "(1.234,50)"), Ok(-123_450));
/// assert!(parse::amount(Dutch, "1.250 mln").is_err());
/// ```
pub fn amount(language: Language, typed: &str) -> Result<i64, ParseError> {
    Decimal::read(language, typed, &EURO)?.scaled(2)
}

/// A percentage as a fraction; the sign may be left out: `12,5%` and `12,5` are 0.125.
pub fn percent(language: Language, typed: &str) -> Result<f64, ParseError> {
    Decimal::read(language, typed, &PERCENT)?.float(2)
}

/// Any number with a fraction: `0,75`, or `75%`.
pub fn number(language: Language, typed: &str) -> Result<f64, ParseError> {
    if PERCENT.iter().any(|unit| typed.trim_end().ends_with(unit)) {
        return percent(language, typed);
    }
    Decimal::read(language, typed, &[])?.float(0)
}

/// Full-time equivalents: `12,5` or `12,5 fte`.
pub fn fte(language: Language, typed: &str) -> Result<f64, ParseError> {
    Decimal::read(language, typed, &FTE)?.float(0)
}

/// A duration: `6,5` or `6,5 jaar`.
pub fn years(language: Language, typed: &str) -> Result<f64, ParseError> {
    Decimal::read(language, typed, &YEARS)?.float(0)
}

/// A whole number, such as inhabitants: `25.885`.
pub fn whole(language: Language, typed: &str) -> Result<i64, ParseError> {
    let decimal = Decimal::read(language, typed, &[])?;
    if decimal.is_whole() { decimal.scaled(0) } else { Err(ParseError::NotWhole) }
}

/// Yes or no, as people and spreadsheets write it in either language.
pub fn yes_or_no(typed: &str) -> Option<bool> {
    let typed = typed.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&typed.as_str());
    is(&YES).then_some(true).or(is(&NO).then_some(false))
}

/// A month as year and month: `2010-07`, `juli 2010`, `07-2010`, `1-7-2010`.
///
/// Of a date the day is checked and dropped; it comes before the month, as in both languages
/// here. Years have four digits, so that `07-10` is not guessed at.
pub fn month(typed: &str) -> Result<(i32, u8), ParseError> {
    let parts: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',' | '\u{2212}' | '–'))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        return Err(ParseError::Empty);
    }
    let found = match *parts.as_slice() {
        [first, second] => match (year_of(first), year_of(second)) {
            (Some(year), None) => month_of(second).map(|month| (year, month, 1)),
            (None, Some(year)) => month_of(first).map(|month| (year, month, 1)),
            _ => None,
        },
        [first, month, last] => match (year_of(first), year_of(last)) {
            (Some(year), None) => whole_date(year, month, last),
            (None, Some(year)) => whole_date(year, month, first),
            _ => None,
        },
        _ => None,
    };
    found
        .filter(|&(year, month, day)| (1..=date::days_in(year, month)).contains(&day))
        .map(|(year, month, _)| (year, month))
        .ok_or(ParseError::NotAMonth)
}

fn whole_date(year: i32, month: &str, day: &str) -> Option<(i32, u8, u8)> {
    Some((year, month_of(month)?, small(day)?))
}

fn year_of(part: &str) -> Option<i32> {
    let digits = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let year = if digits { part.parse().ok()? } else { 0 };
    (1900..=2199).contains(&year).then_some(year)
}

fn month_of(part: &str) -> Option<u8> {
    small(part).or_else(|| date::month_of_name(part))
}

/// A number of one or two digits.
fn small(part: &str) -> Option<u8> {
    let digits = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits { part.parse().ok() } else { None }
}
