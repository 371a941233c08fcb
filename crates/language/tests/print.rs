//! Numbers, amounts and dates as people see them.

use deelsom_language::Language::{self, Dutch, English};
use deelsom_language::{amount, date, number, sign, sign::SignConvention};

/// Compares with ordinary spaces and hyphens.
#[track_caller]
fn shows(found: &str, expected: &str) {
    assert_eq!(number::plain(found), expected);
}

#[test]
fn numbers() {
    shows(&number::count(Dutch, 25_885), "25.885");
    shows(&number::count(English, -1_234_567), "-1,234,567");
    shows(&number::decimal(Dutch, 1_234.55, 1), "1.234,6");
    shows(&number::decimal(Dutch, 0.285, 2), "0,29");
    shows(&number::decimal(Dutch, -0.285, 2), "-0,29");
    shows(&number::decimal(Dutch, -0.04, 1), "0,0");
    shows(&number::decimal(Dutch, -0.0, 0), "0");
    shows(&number::decimal(English, 0.5, 0), "1");
    shows(&number::decimal(English, 2.5, 0), "3");
    shows(&number::decimal(English, 999.96, 1), "1,000.0");
    shows(&number::short(Dutch, 0.083, 4), "0,083");
    shows(&number::short(Dutch, 1_200.0, 2), "1.200");
    shows(&number::short(Dutch, -0.001, 2), "0");
    shows(&number::bare(Dutch, -1_234.5, 6), "-1234,5");
    shows(&number::bare(English, 0.125, 6), "0.125");
    shows(&number::decimal(Dutch, f64::NAN, 1), "n.b.");
    shows(&number::percent(English, f64::INFINITY, 1), "n.k.");
    shows(&number::percent(Dutch, 0.125, 1), "12,5%");
    shows(&number::percent_short(Dutch, 0.083), "8,3%");
    shows(&number::percent_short(English, 0.5), "50%");
    shows(&number::percent(English, -0.0225, 2), "-2.25%");
    shows(&number::fte(Dutch, 12.46), "12,5 fte");
    shows(&number::fte_with(English, 12.25, 2), "12.25 fte");
    shows(&number::years(Dutch, 6.5), "6,5 jaar");
    shows(&number::years(English, 1.0), "1 year");
    shows(&number::years(English, 1.5), "1.5 years");
    shows(&number::years(English, 10.04), "10 years");
    shows(&number::years(Dutch, 0.0), "0 jaar");
}

#[test]
fn amounts() {
    assert_eq!(amount::euros(Dutch, 123_456_700), "€\u{a0}1.234.567");
    assert_eq!(amount::euros(English, 123_456_700), "€1,234,567");
    assert_eq!(amount::euros(Dutch, -123_450), "€\u{a0}\u{2212}1.235");
    assert_eq!(amount::euros(English, -123_450), "\u{2212}€1,235");
    shows(&amount::euros(English, -49), "€0");
    shows(&amount::euros(Dutch, -49), "€ 0");
    shows(&amount::euros(Dutch, -50), "€ -1");
    shows(&amount::euros_exact(Dutch, 123_456_789), "€ 1.234.567,89");
    shows(&amount::euros_exact(English, -5), "-€0.05");
    shows(&amount::exact(Dutch, 7), "0,07");
    shows(&amount::whole(Dutch, 123_456_789), "1.234.568");
    shows(&amount::thousands(Dutch, 123_450_000), "1.235");
    shows(&amount::thousands(Dutch, -49_999), "0");
    shows(&amount::thousands(Dutch, -50_000), "-1");
    shows(&amount::input(Dutch, -125_000_000), "-1.250.000");
    shows(&amount::input(Dutch, 150), "1,50");
    shows(&amount::bare(Dutch, -123_456_789), "-1234567,89");
    shows(&amount::bare(English, 10), "0.10");
    shows(amount::thousands_heading(Dutch), "bedragen x € 1.000");
    shows(&amount::whole(Dutch, i64::MIN), "-92.233.720.368.547.758");
}

#[test]
fn compact_amounts() {
    for (cents, dutch, english) in [
        (120_000_000, "€ 1,2 mln", "€1.2 million"),
        (-120_000_000, "€ -1,2 mln", "-€1.2 million"),
        (125_000_000, "€ 1,3 mln", "€1.3 million"),
        (99_949_999, "€ 999.000", "€999,000"),
        (99_950_000, "€ 1,0 mln", "€1.0 million"),
        (99_994_999_999, "€ 999,9 mln", "€999.9 million"),
        (99_995_000_000, "€ 1,0 mld", "€1.0 billion"),
        (12_345_600, "€ 123.000", "€123,000"),
        (-425_000, "€ -4.250", "-€4,250"),
        (0, "€ 0", "€0"),
    ] {
        shows(&amount::compact(Dutch, cents), dutch);
        shows(&amount::compact(English, cents), english);
    }
}

#[test]
fn signs() {
    let saving = -125_000;
    shows(&SignConvention::AdvantagePlus.whole(Dutch, saving), "-1.250");
    shows(&SignConvention::CostsPlus.whole(Dutch, saving), "1.250");
    shows(&SignConvention::Letter.whole(Dutch, saving), "1.250 N");
    shows(&SignConvention::Letter.whole(English, saving), "1,250 D");
    shows(&SignConvention::Letter.whole(Dutch, 125_000), "1.250 V");
    shows(&SignConvention::Letter.whole(Dutch, -20), "0");
    shows(&sign::in_words(Dutch, 120_000_000), "€ 1,2 mln voordeel");
    shows(&sign::in_words(Dutch, saving), "€ 1.250 nadeel");
    shows(&sign::in_words(English, 0), "no difference");
    for convention in SignConvention::ALL {
        for language in Language::ALL {
            assert!(convention.legend(language).ends_with('.'));
        }
    }
}

#[test]
fn dates() {
    assert_eq!(date::month(Dutch, 2010, 7), "juli 2010");
    assert_eq!(date::month(English, 2010, 7), "July 2010");
    assert_eq!(date::month_short(Dutch, 2010, 3), "mrt 2010");
    assert_eq!(date::month(Dutch, 2010, 13), "2010-13");
    assert_eq!(date::day(Dutch, 2026, 1, 5), "5 januari 2026");
    assert_eq!(date::day_digits(Dutch, 2026, 1, 5), "05-01-2026");
    assert_eq!(date::from_iso(Dutch, "2010-02-17"), "17 februari 2010");
    assert_eq!(date::from_iso(English, "2010-02"), "February 2010");
    assert_eq!(date::from_iso(Dutch, "2010"), "2010");
    assert_eq!(date::from_iso(Dutch, "najaar 2010"), "najaar 2010");
    assert_eq!(date::from_iso(Dutch, "2010-02-30"), "2010-02-30");
    assert_eq!(date::year_range(2027, 2036), "2027–2036");
    assert_eq!(date::year_range(2027, 2027), "2027");
}

#[test]
fn languages() {
    assert_eq!(Language::from_code("nl-NL"), Some(Dutch));
    assert_eq!(Language::from_code("EN"), Some(English));
    assert_eq!(Language::from_code("fr"), None);
    assert_eq!(Language::default().code(), "nl");
}
