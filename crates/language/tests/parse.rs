//! What people type, by the table of vectors and back from what is printed.

use deelsom_language::Language::{self, Dutch, English};
use deelsom_language::parse::{self, ParseError, Wanted};
use deelsom_language::{amount, date, number, sign::SignConvention};

#[track_caller]
fn reads(language: Language, typed: &str, cents: i64) {
    assert_eq!(parse::amount(language, typed), Ok(cents), "{typed}");
}

#[track_caller]
fn refuses(language: Language, typed: &str, error: &ParseError) {
    assert_eq!(parse::amount(language, typed).as_ref(), Err(error), "{typed}");
}

fn ambiguous(small: &str, large: &str) -> ParseError {
    ParseError::Ambiguous { readings: [small.to_owned(), large.to_owned()] }
}

#[test]
fn both_languages_read_what_has_one_meaning() {
    for language in Language::ALL {
        for typed in [
            "1.234.567,89",
            "1234567,89",
            "1234567.89",
            "1,234,567.89",
            "1 234 567,89",
            "1\u{a0}234\u{a0}567,89",
            "1\u{202f}234\u{202f}567,89",
            "1'234'567,89",
            "1’234’567.89",
            "€1.234.567,89",
            "EUR 1,234,567.89",
            "1.234.567,89 euro",
            " 1.234.567,89 V",
            "+1.234.567,89",
        ] {
            reads(language, typed, 123_456_789);
        }
        for typed in [
            "€ -1.234,50",
            "-€ 1.234,50",
            "€ \u{2212}1.234,50",
            "(1.234,50)",
            "(€ 1.234,50)",
            "1.234,50-",
            "1.234,50 N",
            "1.234,50 nadeel",
        ] {
            reads(language, typed, -123_450);
        }
        for typed in ["€ 198,-", "198,-", "198,--", "198.-", "198", "€198"] {
            reads(language, typed, 19_800);
        }
        reads(language, "1.250.000", 125_000_000);
        reads(language, "1,250,000", 125_000_000);
        reads(language, "0.234", 23);
        reads(language, "0,234", 23);
        reads(language, ",5", 50);
        reads(language, "120k", 12_000_000);
        reads(language, "120 duizend", 12_000_000);
        reads(language, "€ 1,2 mln", 120_000_000);
        reads(language, "€ 1,2 mln.", 120_000_000);
        reads(language, "€ 1.2 miljoen N", -120_000_000);
        reads(language, "1.25 million", 125_000_000);
        reads(language, "2 miljard", 200_000_000_000);
        reads(language, "2 mld", 200_000_000_000);
        reads(language, "0,250 mln", 25_000_000);
        reads(language, "0.250 mln", 25_000_000);
        reads(language, "1250 mln", 125_000_000_000);
        reads(language, "-0", 0);
        reads(language, "0", 0);
        refuses(language, "", &ParseError::Empty);
        refuses(language, " \u{a0}", &ParseError::Empty);
        refuses(language, "1.25.0", &ParseError::Grouping);
        refuses(language, "1,25,0", &ParseError::Grouping);
        refuses(language, "1.2,3.4", &ParseError::Grouping);
        refuses(language, "1234.567.890", &ParseError::Grouping);
        refuses(language, ".123.456", &ParseError::Grouping);
        refuses(language, "-1.234 N", &ParseError::SignTwice);
        refuses(language, "(-5)", &ParseError::SignTwice);
        for typed in ["veel", "€", "-", "12%", "1e6", "1.", "12a4", "k", "5kk", "()", "1-2"] {
            refuses(language, typed, &ParseError::NotANumber);
        }
    }
}

#[test]
fn a_single_group_of_three_depends_on_the_language() {
    reads(Dutch, "1.234", 123_400);
    reads(Dutch, "1,234", 123);
    reads(Dutch, "1.234 N", -123_400);
    reads(Dutch, "12.5", 1_250);
    reads(Dutch, "12,5", 1_250);
    reads(Dutch, "1234.567", 123_457);
    reads(English, "1,234", 123_400);
    reads(English, "1.234", 123);
    reads(English, "1,234 D", -123_400);
    reads(English, "12,5", 1_250);
}

#[test]
fn a_group_of_three_before_a_multiplier_asks_for_a_choice() {
    refuses(Dutch, "1.250 mln", &ambiguous("1,25 mln", "1250 mln"));
    refuses(Dutch, "€ -100.000 k", &ambiguous("-100 duizend", "-100000 duizend"));
    refuses(English, "1,250 million", &ambiguous("1.25 million", "1250 million"));
    reads(Dutch, "1,250 mln", 125_000_000);
    reads(English, "1.250 mln", 125_000_000);
    let sentence = ambiguous("1,25 mln", "1250 mln").sentence(Dutch, Wanted::Amount);
    assert_eq!(sentence, "Dit kan 1,25 mln of 1250 mln zijn. Kies een van de twee.");
    // What is offered can be taken over as it is.
    reads(Dutch, "1,25 mln", 125_000_000);
    reads(Dutch, "1250 mln", 125_000_000_000);
    reads(Dutch, "-100 duizend", -10_000_000);
    reads(English, "1.25 million", 125_000_000);
}

#[test]
fn cents_are_exact_and_too_large_is_said() {
    reads(Dutch, "0,005", 1);
    reads(Dutch, "0,00499999999999999999999999", 0);
    reads(Dutch, "-0,005", -1);
    reads(Dutch, "1,23456789 mln", 123_456_789);
    reads(Dutch, "92.233.720.368.547.758,07", i64::MAX);
    reads(Dutch, "0000000000000000000000000001", 100);
    for typed in [
        "92.233.720.368.547.758,08",
        "92.233.720.368.547.758,075",
        "999999999999999999999999999",
        "93.000.000 mld",
    ] {
        refuses(Dutch, typed, &ParseError::TooLarge);
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "the nearest number, not one close to it")]
fn fractions_are_the_nearest_number() {
    let read = |text| parse::percent(Dutch, text).unwrap_or(f64::NAN);
    assert_eq!(read("12,5%"), 0.125);
    assert_eq!(read("12,5"), 0.125);
    assert_eq!(read("8,3 %"), 0.083);
    assert_eq!(read("-2,25 procent"), -0.0225);
    assert_eq!(read("0"), 0.0);
    assert_eq!(parse::percent(English, "8.3%"), Ok(0.083));
    assert_eq!(parse::fte(Dutch, "12,5 fte"), Ok(12.5));
    assert_eq!(parse::fte(Dutch, "0,833333"), Ok(0.833_333));
    assert_eq!(parse::number(English, "0.272"), Ok(0.272));
    assert_eq!(parse::number(Dutch, "60%"), Ok(0.6));
    assert_eq!(parse::number(Dutch, "12,5 procent"), Ok(0.125));
    assert_eq!(parse::amount(Dutch, "1,5 ton"), Ok(15_000_000));
    assert_eq!(parse::years(Dutch, "6,5 jaar"), Ok(6.5));
    assert_eq!(parse::whole(Dutch, "25.885"), Ok(25_885));
    assert_eq!(parse::whole(Dutch, "60k"), Ok(60_000));
    assert_eq!(parse::whole(Dutch, "12,5"), Err(ParseError::NotWhole));
    for thousandth in 0..=100_000_i32 {
        let expected = f64::from(thousandth) / 1_000.0;
        let text = format!("{}.{:03}", thousandth / 1_000, thousandth % 1_000);
        assert_eq!(parse::number(English, &text), Ok(expected), "{text}");
    }
}

#[test]
fn months_have_many_spellings() {
    for typed in [
        "2010-07",
        "juli 2010",
        "Jul 2010",
        "July 2010",
        "07-2010",
        "7/2010",
        "2010 juli",
        "1-7-2010",
        "31-07-2010",
        "01/07/2010",
        "1 juli 2010",
        "2010-07-01",
        " 1.7.2010 ",
        "jul. 2010",
    ] {
        assert_eq!(parse::month(typed), Ok((2010, 7)), "{typed}");
    }
    assert_eq!(parse::month("mrt 2026"), Ok((2026, 3)));
    assert_eq!(parse::month("29-2-2028"), Ok((2028, 2)));
    assert_eq!(parse::month("  "), Err(ParseError::Empty));
    for typed in [
        "07-10",
        "2010",
        "juli",
        "13-2010",
        "0-2010",
        "29-2-2026",
        "31-6-2010",
        "ju 2010",
        "2010-07-01-01",
        "1-7-10",
        "0007-2010",
        "2010-2011",
    ] {
        assert_eq!(parse::month(typed), Err(ParseError::NotAMonth), "{typed}");
    }
}

/// A fixed walk over many sizes and both signs.
fn many_cents() -> impl Iterator<Item = i64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let walk = (0..3_000_u32).map(move |step| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.cast_signed() >> (step % 63)
    });
    let edges = [0, 1, -1, 49, 50, -50, 99, 100, i64::MAX, i64::MIN + 1];
    (-500..500).chain(edges).chain(walk)
}

#[test]
fn what_is_printed_reads_back() {
    for language in Language::ALL {
        for cents in many_cents() {
            let exact = amount::euros_exact(language, cents);
            reads(language, &exact, cents);
            reads(language, &number::plain(&exact), cents);
            reads(language, &amount::exact(language, cents), cents);
            reads(language, &amount::input(language, cents), cents);
            reads(language, &amount::bare(language, cents), cents);
            let euros = cents / 100;
            reads(language, &amount::euros(language, euros * 100), euros * 100);
            let letter = SignConvention::Letter.whole(language, euros * 100);
            reads(language, &letter, euros * 100);
            assert_eq!(parse::whole(language, &number::count(language, cents)), Ok(cents));
        }
        for thousands in -3_000..3_000_i32 {
            let value = f64::from(thousands) / 1_000.0;
            for text in [number::decimal(language, value, 6), number::bare(language, value, 6)] {
                assert_eq!(parse::number(language, &text), Ok(value), "{text}");
            }
            let text = number::percent(language, value, 2);
            assert_eq!(parse::percent(language, &text), Ok(value), "{text}");
            let text = number::fte_with(language, value, 6);
            assert_eq!(parse::fte(language, &text), Ok(value), "{text}");
        }
        for year in 1990..2100 {
            for month in 1..=12 {
                for text in [
                    date::month(language, year, month),
                    date::month_short(language, year, month),
                    date::iso_month(year, month),
                    date::day(language, year, month, 28),
                    date::day_digits(language, year, month, 28),
                ] {
                    assert_eq!(parse::month(&text), Ok((year, month)), "{text}");
                }
            }
        }
    }
}

#[test]
fn nothing_that_is_typed_panics() {
    let signs = ["", "-", "(", ")", "€", "1", ".", ",", "é", "n", "mln", "%", "0", " "];
    for a in signs {
        for b in signs {
            for c in signs {
                for d in signs {
                    let typed = [a, b, c, d].concat();
                    for language in Language::ALL {
                        let _ = parse::amount(language, &typed);
                        let _ = parse::percent(language, &typed);
                        let _ = parse::month(&typed);
                    }
                }
            }
        }
    }
}

#[test]
fn every_error_tells_how_to_mend_it() {
    let wanted = [
        Wanted::Amount,
        Wanted::Fte,
        Wanted::Month,
        Wanted::Number,
        Wanted::Percent,
        Wanted::Whole,
        Wanted::Years,
    ];
    for error in [
        ambiguous("1", "2"),
        ParseError::Empty,
        ParseError::Grouping,
        ParseError::NotAMonth,
        ParseError::NotANumber,
        ParseError::NotWhole,
        ParseError::SignTwice,
        ParseError::TooLarge,
    ] {
        for wanted in wanted {
            let dutch = error.sentence(Dutch, wanted);
            let english = error.sentence(English, wanted);
            assert!(dutch.ends_with('.') && english.ends_with('.'));
            assert_ne!(dutch, english);
        }
    }
}
