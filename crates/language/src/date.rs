//! Years, months and days for people. In files they are ISO 8601.

use crate::Language;

const DUTCH: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
pub fn month_name(language: Language, month: u8) -> Option<&'static str> {
    let names = language.pick(&DUTCH, &ENGLISH);
    names.get(usize::from(month).checked_sub(1)?).copied()
}

/// A month in text: `juli 2010`, `July 2010`.
pub fn month(language: Language, year: i32, month: u8) -> String {
    match month_name(language, month) {
        Some(name) => format!("{name} {year}"),
        None => iso_month(year, month),
    }
}

/// A month for an axis or a narrow column: `jul 2010`.
pub fn month_short(language: Language, year: i32, month: u8) -> String {
    // The Dutch abbreviation of maart is mrt.
    let name = match (language, month_name(language, month)) {
        (Language::Dutch, Some("maart")) => "mrt",
        (_, Some(name)) => name.get(..3).unwrap_or(name),
        (_, None) => return iso_month(year, month),
    };
    format!("{name} {year}")
}

/// A month as in files: `2010-07`.
pub fn iso_month(year: i32, month: u8) -> String {
    format!("{year:04}-{month:02}")
}

/// A day in text: `5 januari 2026`.
pub fn day(language: Language, year: i32, month: u8, day: u8) -> String {
    format!("{day} {}", self::month(language, year, month))
}

/// A day in a table: `05-01-2026`; in English `2026-01-05`, which nobody reads the other way round.
pub fn day_digits(language: Language, year: i32, month: u8, day: u8) -> String {
    match language {
        Language::Dutch => format!("{day:02}-{month:02}-{year:04}"),
        Language::English => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// The text of an ISO date of a file, whole or in part: `2010-02-17`, `2010-02` or `2010`.
///
/// Anything else comes back as it is: a source may carry any date.
pub fn from_iso(language: Language, iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().and_then(|text| text.parse::<i32>().ok());
    let month: Option<Option<u8>> = parts.next().map(|text| text.parse().ok());
    let day: Option<Option<u8>> = parts.next().map(|text| text.parse().ok());
    match (year, month, day, parts.next()) {
        (Some(y), Some(Some(m)), None, None) if (1..=12).contains(&m) => self::month(language, y, m),
        (Some(y), Some(Some(m)), Some(Some(d)), None) if days_in(y, m) >= d && d > 0 => {
            self::day(language, y, m, d)
        }
        _ => iso.to_owned(),
    }
}

/// A period of years: `2027–2036`, or one year alone.
pub fn year_range(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The days of a month; none for a month that does not exist.
pub const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// The month of a Dutch or English name, whole or shortened to three letters or more.
pub(crate) fn month_of_name(name: &str) -> Option<u8> {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    if name == "mrt" {
        return Some(3);
    }
    if name.len() < 3 {
        return None;
    }
    (1..=12).find(|&month| {
        Language::ALL.into_iter().any(|language| {
            month_name(language, month).is_some_and(|full| full.to_ascii_lowercase().starts_with(&name))
        })
    })
}
