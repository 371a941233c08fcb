//! What is said where a study begins.

use super::{number, say};
use crate::number::percent;
use crate::quantity::noun;
use crate::{Language, list};

/// That a municipality's support staff seem to work for a joint organisation, and what not to do then.
///
/// ```
/// use deelsom_language::{Language::English, number::plain, sentences::support_elsewhere};
/// assert!(plain(&support_elsewhere(English, 0.02)).starts_with("Only 2% of overhead is spent on its own salaries."));
/// ```
pub fn support_elsewhere(language: Language, salaries: f64) -> String {
    say(
        language,
        "Maar {0} van de overhead gaat naar eigen salarissen. De mensen werken dan meestal voor een gezamenlijke \
         organisatie, en de overhead is vooral de bijdrage daaraan. Voer de functies van die organisatie in of de \
         bijdrage, en niet allebei: anders tellen ze dubbel.",
        "Only {0} of overhead is spent on its own salaries. The people then mostly work for a joint organisation, and \
         overhead is mainly the contribution to it. Enter the posts of that organisation or the contribution, and not \
         both: otherwise they count twice.",
        &[&percent(language, salaries, 0)],
    )
}

/// That the support staff of these municipalities seem to work for joint organisations.
pub fn support_elsewhere_of<S: AsRef<str>>(language: Language, names: &[S]) -> String {
    say(
        language,
        "Let op: de mensen van de bedrijfsvoering van {0} werken waarschijnlijk voor een gezamenlijke organisatie. \
         Tel de bijdrage daaraan niet op bij de functies.",
        "Please note: the support staff of {0} probably work for a joint organisation. Do not add the contribution to it \
         to the posts.",
        &[&list(language, names)],
    )
}

/// That support staff seem to have come back from a joint organisation.
pub fn support_returned(language: Language, salaries: f64) -> String {
    say(
        language,
        "In 2024 ging minder dan een derde van de overhead naar eigen salarissen, in 2025 {0}. Waarschijnlijk zijn er \
         mensen teruggekomen uit een gezamenlijke organisatie. Ga na wat nu klopt.",
        "In 2024 less than a third of overhead was spent on its own salaries, in 2025 {0}. People have probably come back \
         from a joint organisation. Check what holds now.",
        &[&percent(language, salaries, 0)],
    )
}

/// That a municipality delivered no budget.
pub fn support_unknown(language: Language) -> String {
    language
        .pick(
            "Er is geen begroting 2025 aangeleverd. Vul haar zelf in.",
            "No budget of 2025 was delivered. Enter it yourself.",
        )
        .to_owned()
}

/// The name of the option that a study begins with.
pub fn host_option(language: Language, host: &str) -> String {
    say(language, "Gastheergemeente {0} (hypothetisch)", "Host municipality {0} (hypothetical)", &[host])
}

/// How many municipalities were found.
pub fn found_count(language: Language, found: usize) -> String {
    let found = noun::MUNICIPALITY.counted(language, i64::try_from(found).unwrap_or(i64::MAX));
    say(language, "{0} gevonden.", "{0} found.", &[&found])
}

/// How complete a study is, in percent.
pub fn completeness(language: Language, hundredths: u32) -> String {
    let share = percent(language, f64::from(hundredths) / 100.0, 0);
    say(
        language,
        "Deze studie is voor {0} ingevuld met eigen cijfers.",
        "{0} of this study is filled in with figures of your own.",
        &[&share],
    )
}

/// How many figures are still illustrative.
pub fn figures_illustrative(language: Language, illustrative: usize, figures: usize) -> String {
    say(
        language,
        "Van de {1} regels met cijfers zijn er {0} nog illustratief.",
        "Of the {1} rows of figures, {0} are still illustrative.",
        &[&number(language, illustrative), &number(language, figures)],
    )
}

/// That there are more besides those named.
pub fn missing_more(language: Language, more: usize) -> String {
    say(language, "en nog {0}", "and {0} more", &[&number(language, more)])
}
