//! Conclusions about who pays what, and whether anyone is better off apart.

use super::say;
use crate::Language;
use crate::amount::{compact, euros_exact};
use crate::fact::list;

/// The keys of an option by name: the one for all, and those for some.
///
/// ```
/// use deelsom_language::{Language::Dutch, sentences::keys_here};
/// let others = [("ICT".to_owned(), "afname".to_owned())];
/// assert_eq!(keys_here(Dutch, "inwoners", &others), "Hier: inwoners; voor ICT afname.");
/// ```
pub fn keys_here(language: Language, default: &str, others: &[(String, String)]) -> String {
    let mut text = say(language, "Hier: {0}", "Here: {0}", &[default]);
    for (of, key) in others {
        text += &say(language, "; voor {0} {1}", "; for {0} {1}", &[of, key]);
    }
    text + "."
}

/// A key that holds from a year on.
pub fn from_year(language: Language, year: i32, key: &str) -> String {
    say(language, "vanaf {0} {1}", "from {0} on {1}", &[&year.to_string(), key])
}

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
        "Whatever the division, there is a group of municipalities that is better off apart.",
    )
}

/// A group that would pay less a year by itself, without the others.
pub fn cheaper_apart<S: AsRef<str>>(language: Language, group: &[S], others: &[S], a_year: i64) -> String {
    let (dutch, english) = if group.len() == 1 {
        (
            "{0} is alleen {1} per jaar goedkoper uit, zonder {2}.",
            "{0} alone pays {1} a year less, without {2}.",
        )
    } else {
        (
            "{0} samen zijn {1} per jaar goedkoper uit zonder {2}.",
            "{0} together pay {1} a year less without {2}.",
        )
    };
    say(
        language,
        dutch,
        english,
        &[&list(language, group), &compact(language, a_year), &list(language, others)],
    )
}

/// A group of players of a game that would be better off by itself, in all and not by the year.
pub fn better_off_apart<S: AsRef<str>>(language: Language, group: &[S], others: &[S], amount: i64) -> String {
    let (dutch, english) = if group.len() == 1 {
        ("{0} is alleen {1} beter af, zonder {2}.", "{0} alone is better off by {1}, without {2}.")
    } else {
        ("{0} samen zijn {1} beter af zonder {2}.", "{0} together are better off by {1} without {2}.")
    };
    say(
        language,
        dutch,
        english,
        &[&list(language, group), &euros_exact(language, amount), &list(language, others)],
    )
}

/// Everybody together would pay less a year if they split up into these groups.
pub fn cheaper_split_up<S: AsRef<str>>(language: Language, groups: &[Vec<S>], a_year: i64) -> String {
    let groups: Vec<String> = groups.iter().map(|group| list(language, group)).collect();
    say(
        language,
        "Allen samen zijn {1} per jaar goedkoper uit als zij zich splitsen: {0}.",
        "All together pay {1} a year less if they split up: {0}.",
        &[&groups.join(" | "), &compact(language, a_year)],
    )
}

/// Which of the keys in a contract would hold the group together; none where the list is empty.
pub fn keys_that_hold<S: AsRef<str>>(language: Language, keys: &[S]) -> String {
    if keys.is_empty() {
        return language
            .pick(
                "Geen van de gangbare verdeelsleutels houdt de groep bijeen.",
                "None of the usual keys holds the group together.",
            )
            .to_owned();
    }
    say(
        language,
        "De groep blijft bijeen met: {0}.",
        "What holds the group together: {0}.",
        &[&list(language, keys)],
    )
}

/// There are more groups that would be better off apart than were named.
pub fn more_groups(language: Language, groups: usize) -> String {
    let (dutch, english) = if groups == 1 {
        ("Er is nog {0} groep die apart beter af is.", "There is {0} more group that is better off apart.")
    } else {
        (
            "Er zijn nog {0} groepen die apart beter af zijn.",
            "There are {0} more groups that are better off apart.",
        )
    };
    say(language, dutch, english, &[&super::number(language, groups)])
}
