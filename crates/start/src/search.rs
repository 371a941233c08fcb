//! Finding a municipality by part of its name, as people type it: without accents, apostrophes or capitals.

use crate::Municipality;

/// What two of them are called besides.
const ALSO: [(&str, &str); 2] = [("Den Haag", "'s-Gravenhage"), ("Den Bosch", "'s-Hertogenbosch")];

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// This one.
    One(usize),
    /// One of these.
    Several(Vec<usize>),
    /// None.
    Nobody,
}

/// Letters and digits, small and without accents: all that counts in a name.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let letters = name.chars().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric());
    plain.extend(letters.map(without_accent));
    plain
}

/// A small letter without its accent.
pub(crate) fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// How well a name fits what was typed: the name begins with it, a word of it does, or it is somewhere inside.
fn fit(name: &str, typed: &str) -> Option<u8> {
    if !plain(name).contains(typed) {
        return None;
    }
    if plain(name).starts_with(typed) {
        return Some(0);
    }
    let ends_word = |(_, letter): &(usize, char)| !letter.is_alphanumeric();
    let mut words = name.char_indices().filter(ends_word).map(|(at, _)| &name[at..]);
    Some(if words.any(|rest| plain(rest).starts_with(typed)) { 1 } else { 2 })
}

/// The places of those whose name has this in it, those that fit best first.
pub fn find(all: &[Municipality], typed: &str) -> Vec<usize> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, usize)> = Vec::new();
    for (place, one) in all.iter().enumerate() {
        let other = ALSO.iter().filter(|(_, name)| *name == one.name).map(|(other, _)| *other);
        let names = std::iter::once(one.name.as_str()).chain(other);
        if let Some(fit) = names.filter_map(|name| fit(name, &typed)).min() {
            found.push((fit, place));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// The one of this name, or the only one with this in its name.
pub fn named(all: &[Municipality], name: &str) -> Named {
    let found = find(all, name);
    let same = |place: &&usize| plain(&all[**place].name) == plain(name);
    match (found.iter().find(same), found.as_slice()) {
        (Some(place), _) | (None, [place]) => Named::One(*place),
        (None, []) => Named::Nobody,
        (None, _) => Named::Several(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EMBEDDED, municipalities};

    fn names(typed: &str) -> Vec<String> {
        let all = municipalities(EMBEDDED).expect("our own file");
        find(&all, typed).into_iter().map(|place| all[place].name.clone()).collect()
    }

    #[test]
    fn names_are_found_as_people_type_them() {
        for (typed, first) in [
            ("s-gravenhage", "'s-Gravenhage"),
            ("’s Graven", "'s-Gravenhage"),
            ("den haag", "'s-Gravenhage"),
            ("den bosch", "'s-Hertogenbosch"),
            ("sudwest", "Súdwest-Fryslân"),
            ("SÚDWEST fryslan", "Súdwest-Fryslân"),
            ("fryslân", "Noardeast-Fryslân"),
            ("bergen nh", "Bergen (NH.)"),
            ("gerwen", "Nuenen, Gerwen en Nederwetten"),
            ("wassen", "Wassenaar"),
        ] {
            assert_eq!(names(typed).first().map(String::as_str), Some(first), "{typed}");
        }
        for nothing in ["", "  ", "-", "qqq", "😀"] {
            assert_eq!(names(nothing), Vec::<String>::new(), "{nothing}");
        }
    }

    #[test]
    fn what_begins_so_comes_before_what_has_it_inside() {
        let found = names("hoorn");
        assert_eq!(found.first().map(String::as_str), Some("Hoorn"));
        assert_eq!(found.last().map(String::as_str), Some("Uithoorn"));
    }

    #[test]
    fn everyone_is_called_by_the_whole_name() {
        let all = municipalities(EMBEDDED).expect("our own file");
        for (place, one) in all.iter().enumerate() {
            assert_eq!(named(&all, &one.name), Named::One(place), "{}", one.name);
            assert!(find(&all, &one.name.to_lowercase()).contains(&place), "{}", one.name);
        }
        assert!(matches!(named(&all, "bergen"), Named::Several(found) if found.len() > 2));
        assert_eq!(named(&all, "nowhere"), Named::Nobody);
    }
}
