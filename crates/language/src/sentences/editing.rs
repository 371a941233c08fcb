//! What just happened to a list of a study.

use super::{number, say};
use crate::{Language, codes};

/// What to do about a field that is empty.
pub fn enter(language: Language, field: &str) -> String {
    let mut letters = field.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    say(language, "Vul ‘{0}’ in.", "Enter ‘{0}’.", &[&(first + letters.as_str())])
}

/// That something was added.
pub fn added(language: Language, name: &str) -> String {
    say(language, "{0} is toegevoegd.", "{0} was added.", &[name])
}

/// That something's figures are someone's own.
pub fn own(language: Language, name: &str) -> String {
    say(language, "{0}: gemarkeerd als eigen cijfers.", "{0}: marked as one’s own figures.", &[name])
}

/// That something was copied.
pub fn copied(language: Language, name: &str) -> String {
    say(language, "{0} is gemaakt als kopie.", "{0} was made as a copy.", &[name])
}

/// Where something stands now, counted from one.
pub fn moved(language: Language, name: &str, place: usize, of: usize) -> String {
    let (place, of) = (number(language, place), number(language, of));
    say(
        language,
        "{0} staat nu op plaats {1} van {2}.",
        "{0} is now number {1} of {2}.",
        &[name, &place, &of],
    )
}

/// That something was removed, and what went with it: lists of the file, each with how many of it.
///
/// ```
/// use deelsom_language::{Language::Dutch, sentences::editing::removed};
/// let told = removed(Dutch, "Wassenaar", &[("posts", 10), ("moves", 2)]);
/// assert_eq!(told, "Wassenaar is verwijderd. Daarmee gingen ook weg: functies (10), overgangen (2).");
/// ```
pub fn removed(language: Language, name: &str, gone: &[(&str, usize)]) -> String {
    let told = say(language, "{0} is verwijderd.", "{0} was removed.", &[name]);
    if gone.is_empty() {
        return told;
    }
    let mut lists = String::new();
    for (list, count) in gone {
        let name = codes::file_part(list).map_or(*list, |word| word.text(language));
        let separator = if lists.is_empty() { "" } else { ", " };
        lists += &[separator, name, " (", &number(language, *count), ")"].concat();
    }
    told + &say(language, " Daarmee gingen ook weg: {0}.", " With it went: {0}.", &[&lists])
}
