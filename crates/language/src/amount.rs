//! Amounts of money, from whole cents.

use crate::Language;
use crate::number::{NO_BREAK_SPACE, count, digits, plain, signed};

const CENTS_PER_EURO: u64 = 100;
const CENTS_PER_THOUSAND: u64 = 100_000;

/// Whole euros with the sign of the euro: `€ 1.234.567`, `€1,234,567`.
///
/// ```
/// use deelsom_language::{Language::{Dutch, English}, amount::euros};
/// assert_eq!(euros(Dutch, 123_456_789), "€\u{a0}1.234.568");
/// assert_eq!(euros(English, -50), "\u{2212}€1");
/// ```
pub fn euros(language: Language, cents: i64) -> String {
    with_euro(language, cents, &whole(language, cents))
}

/// Euros and cents with the sign of the euro: `€ 1.234.567,89`.
pub fn euros_exact(language: Language, cents: i64) -> String {
    with_euro(language, cents, &exact(language, cents))
}

/// Whole euros for a column: `1.234.567`.
pub fn whole(language: Language, cents: i64) -> String {
    in_units(language, cents, CENTS_PER_EURO)
}

/// Euros and cents for a column: `1.234.567,89`.
pub fn exact(language: Language, cents: i64) -> String {
    let magnitude = cents.unsigned_abs();
    signed(cents < 0, magnitude, &digits(language, magnitude, 2, true))
}

/// Thousands of euros for a column under [`thousands_heading`]: `1.235`.
pub fn thousands(language: Language, cents: i64) -> String {
    in_units(language, cents, CENTS_PER_THOUSAND)
}

/// What must stand above a table of [`thousands`].
pub const fn thousands_heading(language: Language) -> &'static str {
    language.pick("bedragen x €\u{a0}1.000", "amounts x €1,000")
}

/// What must stand above a table of [`whole`] or [`exact`] euros.
pub const fn euros_heading(language: Language) -> &'static str {
    language.pick("bedragen in euro’s", "amounts in euros")
}

/// A large amount inside a sentence: `€ 1,2 mln`, `€1.2 million`.
///
/// From a billion in billions, from a million in millions, from € 10.000 rounded to thousands,
/// below that in whole euros.
pub fn compact(language: Language, cents: i64) -> String {
    let magnitude = cents.unsigned_abs();
    let thousands = divided(magnitude, CENTS_PER_THOUSAND);
    if magnitude < 10 * CENTS_PER_THOUSAND {
        return euros(language, cents);
    }
    if thousands < 1_000 {
        let text = signed(cents < 0, thousands, &digits(language, thousands * 1_000, 0, true));
        return with_euro(language, cents, &text);
    }
    let millions = divided(magnitude, 10_000_000);
    let (tenths, unit) = if millions < 10_000 {
        (millions, language.pick("mln", "million"))
    } else {
        (divided(magnitude, 10_000_000_000), language.pick("mld", "billion"))
    };
    let text = signed(cents < 0, tenths, &digits(language, tenths, 1, true));
    let mut text = with_euro(language, cents, &text);
    text.push(NO_BREAK_SPACE);
    text + unit
}

/// What a field shows after it was left: groups, and cents only where there are any.
pub fn input(language: Language, cents: i64) -> String {
    if cents % 100 == 0 { plain(&count(language, cents / 100)) } else { plain(&exact(language, cents)) }
}

/// An amount for a spreadsheet file: two decimals, no groups, a hyphen: `-1234,50`.
pub fn bare(language: Language, cents: i64) -> String {
    let magnitude = cents.unsigned_abs();
    plain(&signed(cents < 0, magnitude, &digits(language, magnitude, 2, false)))
}

fn in_units(language: Language, cents: i64, unit: u64) -> String {
    let units = divided(cents.unsigned_abs(), unit);
    signed(cents < 0, units, &digits(language, units, 0, true))
}

/// Half away from zero; every unit is even, so its half is exact.
const fn divided(magnitude: u64, unit: u64) -> u64 {
    magnitude / unit + (magnitude % unit >= unit / 2) as u64
}

/// In Dutch the sign of the amount stands by the digits, in English before the sign of the euro.
pub(crate) fn with_euro(language: Language, cents: i64, text: &str) -> String {
    match language {
        Language::Dutch => format!("€{NO_BREAK_SPACE}{text}"),
        Language::English => {
            let bare = text.trim_start_matches(crate::number::MINUS);
            let negative = cents < 0 && bare.len() < text.len();
            signed(negative, u64::from(negative), &format!("€{bare}"))
        }
    }
}
