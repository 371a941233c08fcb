//! Conclusions about who pays what, and whether anyone is better off apart.

use super::say;
use crate::Language;
use crate::amount::compact;
use crate::fact::list;

/// How much the methods differ for a partner, in cost a year.
pub fn takeaway_methods(language: Language, partner: &str, lowest: i64, highest: i64) -> String {
    say(
        language,
        "{0} betaalt tussen {1} en {2} per jaar, naar gelang de methode.",
        "{0} pays between {1} and {2} a year, depending on the method.",
        &[partner, &compact(language, lowest), &compact(language, highest)],
    )
}

/// Nobody is better off apart: the division is in the core.
pub fn stable(language: Language) -> &'static str {
    language.pick(
        "Geen enkele groep gemeenten is apart beter af.",
        "No group of municipalities is better off apart.",
    )
}

/// Nobody can divide the total so that no group is better off apart: the core is empty.
pub fn no_stable_division(language: Language) -> &'static str {
    language.pick(
        "Bij elke verdeling is er een groep gemeenten die apart beter af is.",
        "Under every division some group of municipalities is better off apart.",
    )
}

/// A group that would be better off on its own, by so much a year.
pub fn better_off_apart<S: AsRef<str>>(language: Language, partners: &[S], a_year: i64) -> String {
    let (dutch, english) = if partners.len() == 1 {
        ("{0} is alleen {1} per jaar beter af.", "{0} is better off alone by {1} a year.")
    } else {
        (
            "{0} zijn zonder de anderen {1} per jaar beter af.",
            "{0} are better off without the others by {1} a year.",
        )
    };
    say(language, dutch, english, &[&list(language, partners), &compact(language, a_year)])
}
