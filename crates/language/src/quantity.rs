//! Values of assumptions with their units, and counted things.

use crate::number::{NO_BREAK_SPACE, count, decimal, percent_short, short, years};
use crate::words::Word;
use crate::{Language, codes};

/// A value in a unit of the register: 0.083 as `rate_per_year` is `8,3% per jaar`.
///
/// Scales are texts: those need no printing. An unknown unit gives the number alone.
pub fn quantity(language: Language, unit: &str, value: f64) -> String {
    let euros = || {
        let digits = decimal(language, value, 0);
        match (language, digits.strip_prefix(crate::number::MINUS)) {
            (Language::Dutch, _) => format!("€{NO_BREAK_SPACE}{digits}"),
            (Language::English, Some(digits)) => format!("{}€{digits}", crate::number::MINUS),
            (Language::English, None) => format!("€{digits}"),
        }
    };
    let a_year = language.pick(" per jaar", " a year");
    let is_one = (value - 1.0).abs() < 1e-9;
    match unit {
        "days" if is_one => noun::DAY.counted(language, 1),
        "inhabitants" if is_one => noun::INHABITANT.counted(language, 1),
        "share" => percent_short(language, value),
        "rate_per_year" => percent_short(language, value) + a_year,
        "eur" => euros(),
        "eur_per_year" => euros() + a_year,
        "eur_per_fte" => euros() + " per fte",
        "eur_per_fte_year" => euros() + " per fte" + a_year,
        "years" => years(language, value),
        "factor" => short(language, value, 4) + "×",
        "days" | "inhabitants" | "fte_per_person" | "fte_per_1000" => {
            let word = codes::unit(unit).map_or("", |word| word.text(language));
            format!("{}{NO_BREAK_SPACE}{word}", short(language, value, 4))
        }
        _ => short(language, value, 6),
    }
}

/// A value in a measure of an explanation: 0.5 as `rate` is `50%`, 3 as `fte_months` is `3 fte-maanden`.
pub fn measured(language: Language, measure: &str, value: f64) -> String {
    let is_one = (value - 1.0).abs() < 1e-9;
    let with =
        |word: &str, decimals: u8| format!("{}{NO_BREAK_SPACE}{word}", short(language, value, decimals));
    let one = |noun: Noun| noun.counted(language, 1);
    match measure {
        "months" if is_one => one(noun::MONTH),
        "years" if is_one => one(noun::YEAR),
        "days" if is_one => one(noun::DAY),
        "inhabitants" if is_one => one(noun::INHABITANT),
        "persons" if is_one => one(noun::PERSON),
        "euros" => {
            #[expect(clippy::cast_possible_truncation, reason = "too large becomes the largest")]
            let cents = (value * 100.0).round() as i64;
            crate::amount::euros_exact(language, cents)
        }
        "fte" => with("fte", 6),
        "fte_months" => with(language.pick("fte-maanden", "fte-months"), 6),
        // A share of more than everything is no share but a factor.
        "rate" if (-1.0..=1.0).contains(&value) => {
            format!("{}%", short(language, value * 100.0, 6))
        }
        "months" => with(language.pick("maanden", "months"), 6),
        "years" => with(language.pick("jaar", "years"), 6),
        "days" => with(language.pick("dagen", "days"), 2),
        "inhabitants" => with(language.pick("inwoners", "inhabitants"), 2),
        "persons" => with(language.pick("personen", "persons"), 6),
        _ => short(language, value, 6),
    }
}

/// Something that is counted, with its singular and plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    one: Word,
    more: Word,
}

impl Noun {
    const fn new(one: Word, more: Word) -> Self {
        Self { one, more }
    }

    /// The number and the word that goes with it: `1 gemeente`, `2 gemeenten`.
    ///
    /// ```
    /// use deelsom_language::{Language::English, noun};
    /// assert_eq!(noun::MUNICIPALITY.counted(English, 2), "2\u{a0}municipalities");
    /// ```
    pub fn counted(self, language: Language, number: i64) -> String {
        let word = if number == 1 { self.one } else { self.more };
        format!("{}{NO_BREAK_SPACE}{}", count(language, number), word.text(language))
    }
}

/// Things that are counted on the page and in the report.
pub mod noun {
    use super::Noun;
    use crate::words::word;

    macro_rules! nouns {
        ($($name:ident: $one:literal, $more:literal, $english:literal, $englishes:literal;)*) => {
            $(
                #[doc = concat!("`", $english, "`, `", $englishes, "`")]
                pub const $name: Noun = Noun::new(word!($one, $english), word!($more, $englishes));
            )*

            /// Every noun with its name.
            pub const ALL: &[(&str, Noun)] = &[$((stringify!($name), $name)),*];
        };
    }

    nouns! {
        ASSUMPTION: "aanname", "aannamen", "assumption", "assumptions";
        CHANGE: "wijziging", "wijzigingen", "change", "changes";
        DAY: "dag", "dagen", "day", "days";
        DRAW: "trekking", "trekkingen", "draw", "draws";
        FAULT: "fout", "fouten", "fault", "faults";
        GROUP: "groep", "groepen", "group", "groups";
        INHABITANT: "inwoner", "inwoners", "inhabitant", "inhabitants";
        MONTH: "maand", "maanden", "month", "months";
        MUNICIPALITY: "gemeente", "gemeenten", "municipality", "municipalities";
        OPTION: "variant", "varianten", "option", "options";
        PERSON: "persoon", "personen", "person", "people";
        PROBLEM: "punt om te herstellen", "punten om te herstellen", "point to mend", "points to mend";
        ROLE: "functie", "functies", "role", "roles";
        ROW: "regel", "regels", "row", "rows";
        SERVICE: "dienst", "diensten", "service", "services";
        SOURCE: "bron", "bronnen", "source", "sources";
        VACANCY: "vacature", "vacatures", "vacancy", "vacancies";
        WARNING: "aandachtspunt", "aandachtspunten", "point to note", "points to note";
        YEAR: "jaar", "jaar", "year", "years";
    }
}
