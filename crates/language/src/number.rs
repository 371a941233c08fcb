//! Numbers for people: grouped, rounded half away from zero, never `-0`.

use crate::Language;

/// The true minus, for the screen and for print.
pub const MINUS: char = '\u{2212}';
/// The space that keeps a number and its unit on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// A cell that does not apply; zero is `0`.
pub const NOT_APPLICABLE: &str = "–";

/// A cell whose value nobody knows.
pub const fn unknown(language: Language) -> &'static str {
    language.pick("n.b.", "n.k.")
}

/// The same text for terminals and files: hyphens for minus and dash, ordinary spaces.
///
/// ```
/// use deelsom_language::{Language::Dutch, amount, number::plain};
/// assert_eq!(plain(&amount::euros(Dutch, -123_400)), "€ -1.234");
/// ```
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            MINUS | '–' => '-',
            NO_BREAK_SPACE => ' ',
            other => other,
        })
        .collect()
}

/// A whole number: `25.885`.
pub fn count(language: Language, value: i64) -> String {
    signed(value < 0, value.unsigned_abs(), &digits(language, value.unsigned_abs(), 0, true))
}

/// A number with a fixed number of decimals (at most nine): `1.234,5`.
pub fn decimal(language: Language, value: f64, decimals: u8) -> String {
    print(language, value, decimals, true, false)
}

/// A number with as few decimals as it needs, at most so many: `0,5`, `1.250`.
pub fn short(language: Language, value: f64, most_decimals: u8) -> String {
    print(language, value, most_decimals, true, true)
}

/// A number for a spreadsheet file: no groups, hyphen, no zeros at the end.
pub fn bare(language: Language, value: f64, most_decimals: u8) -> String {
    plain(&print(language, value, most_decimals, false, true))
}

/// A fraction as a percentage with fixed decimals: 0.125 is `12,5%`.
pub fn percent(language: Language, fraction: f64, decimals: u8) -> String {
    with_unit(decimal(language, fraction * 100.0, decimals), fraction, "%")
}

/// A fraction as a percentage with at most two decimals: `8,3%`, `50%`.
pub fn percent_short(language: Language, fraction: f64) -> String {
    with_unit(short(language, fraction * 100.0, 2), fraction, "%")
}

/// Full-time equivalents with one decimal: `12,5 fte`.
pub fn fte(language: Language, value: f64) -> String {
    fte_with(language, value, 1)
}

/// Full-time equivalents with the given decimals; in a column use [`decimal`].
pub fn fte_with(language: Language, value: f64, decimals: u8) -> String {
    with_unit(decimal(language, value, decimals), value, "\u{a0}fte")
}

/// A duration in years with one decimal: `6,5 jaar`, `1 year`.
pub fn years(language: Language, value: f64) -> String {
    let text = years_bare(language, value);
    let unit = match language {
        Language::Dutch => "\u{a0}jaar",
        Language::English if text == "1" => "\u{a0}year",
        Language::English => "\u{a0}years",
    };
    with_unit(text, value, unit)
}

/// The number of years without its word, for the first of two: `5,2` of `5,2 tot 9,8 jaar`.
pub fn years_bare(language: Language, value: f64) -> String {
    let text = decimal(language, value, 1);
    let whole = format!("{}0", language.decimal());
    text.strip_suffix(&whole).map_or(text.clone(), str::to_owned)
}

/// Whether a duration is shown as none: from none to some years is within those years.
pub fn is_no_time(years: f64) -> bool {
    (0.0..0.05).contains(&years)
}

/// An unknown value has no unit.
fn with_unit(text: String, value: f64, unit: &str) -> String {
    if value.is_finite() { text + unit } else { text }
}

fn print(language: Language, value: f64, decimals: u8, grouped: bool, shorten: bool) -> String {
    if !value.is_finite() {
        return unknown(language).to_owned();
    }
    let decimals = usize::from(decimals.min(9));
    let units = rounded(value.abs(), decimals);
    let mut text = digits(language, units, decimals, grouped);
    if shorten && decimals > 0 {
        let kept = text.trim_end_matches('0').trim_end_matches(language.decimal());
        text.truncate(kept.len());
    }
    signed(value < 0.0, units, &text)
}

/// A magnitude in units of the last decimal, half away from zero.
fn rounded(magnitude: f64, decimals: usize) -> u64 {
    let mut scaled = magnitude;
    for _ in 0..decimals {
        scaled *= 10.0;
    }
    let whole = whole_part(scaled);
    // 0.285 × 100 is a hair below 28.5 in binary: people wrote a half, so it counts as one.
    let up = scaled - whole as f64 + 1e-6 >= 0.5;
    whole.saturating_add(u64::from(up))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a finite magnitude; too large becomes the largest"
)]
fn whole_part(magnitude: f64) -> u64 {
    magnitude as u64
}

/// The sign before the digits, unless they are all zero.
pub(crate) fn signed(negative: bool, units: u64, text: &str) -> String {
    if negative && units > 0 { format!("{MINUS}{text}") } else { text.to_owned() }
}

/// The digits of an integer whose last `decimals` stand behind the decimal sign.
pub(crate) fn digits(language: Language, units: u64, decimals: usize, grouped: bool) -> String {
    let all = format!("{units:0>width$}", width = decimals + 1);
    let (whole, fraction) = all.split_at_checked(all.len() - decimals).unwrap_or((&all, ""));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if grouped && place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(language.group());
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(language.decimal());
        text.push_str(fraction);
    }
    text
}
