//! What things are called: found by id or by name, however people write it, and given an id where they are new.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::subject::Holds;

/// A name as it is compared: small letters, and one space for whatever else stands between letters and digits.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::new();
    for one in name.chars() {
        if one.is_alphanumeric() {
            folded.extend(one.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Ids with their names, in the order of the study. A table may name thousands of things: what is looked for is looked up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    all: Vec<(String, String)>,
    by_id: BTreeMap<String, usize>,
    by_folded_id: BTreeMap<String, usize>,
    /// The place of a name; none of one that several have.
    by_name: BTreeMap<String, Option<usize>>,
    by_folded_name: BTreeMap<String, Option<usize>>,
    /// The number from which an id of this stem may be free.
    next: BTreeMap<String, u32>,
}

impl Names {
    /// Those of some lists of a study; sources are called by their title.
    pub fn of(study: &Value, lists: &[&str]) -> Self {
        let mut names = Self::default();
        for list in lists {
            for one in study[*list].as_array().into_iter().flatten() {
                let name = one["name"].as_str().or_else(|| one["title"].as_str());
                if let Some(id) = one["id"].as_str() {
                    names.add(id, name.unwrap_or(id));
                }
            }
        }
        names
    }

    pub(crate) fn add(&mut self, id: &str, name: &str) {
        let place = self.all.len();
        self.all.push((id.to_owned(), name.to_owned()));
        self.by_id.entry(id.to_owned()).or_insert(place);
        self.by_folded_id.entry(fold(id)).or_insert(place);
        for (names, name) in [(&mut self.by_name, name.to_owned()), (&mut self.by_folded_name, fold(name))] {
            names.entry(name).and_modify(|only| *only = None).or_insert(Some(place));
        }
    }

    /// Every id and name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all.iter().map(|(id, name)| (id.as_str(), name.as_str()))
    }

    /// The id of what someone names: by its id, by its name, else by either however it is written.
    pub(crate) fn find(&self, written: &str) -> Option<&str> {
        let folded = fold(written);
        let only = |names: &BTreeMap<String, Option<usize>>, name: &str| names.get(name).copied().flatten();
        let exact = self.by_id.get(written).copied().or_else(|| only(&self.by_name, written));
        let found = exact.or_else(|| only(&self.by_folded_name, &folded));
        let place = found.or_else(|| self.by_folded_id.get(&folded).copied())?;
        self.all.get(place).map(|(id, _)| id.as_str())
    }

    /// The name of an id; the id where there is none.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        let known = self.by_id.get(id).and_then(|place| self.all.get(*place));
        known.map_or(id, |(_, name)| name)
    }

    /// What to call it in a table so that it is found again: its name, unless that is another's too.
    pub(crate) fn label<'a>(&'a self, id: &'a str) -> &'a str {
        let name = self.name(id);
        if self.find(name) == Some(id) { name } else { id }
    }

    /// A new id for a name, as files have them: small letters, digits and hyphens.
    pub(crate) fn new_id(&mut self, name: &str, otherwise: &str) -> String {
        let mut id = String::new();
        for one in name.chars().flat_map(char::to_lowercase).map(plain_letter) {
            if one.is_ascii_alphanumeric() {
                id.push(one);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let stem = id.trim_end_matches('-');
        // Words that the ledger has for bearers of its own.
        let stem = if matches!(stem, "" | "shared" | "baseline") { otherwise } else { stem };
        if !self.by_id.contains_key(stem) {
            return stem.to_owned();
        }
        let next = self.next.entry(stem.to_owned()).or_insert(2);
        loop {
            let id = format!("{stem}-{next}");
            *next += 1;
            if !self.by_id.contains_key(&id) {
                return id;
            }
        }
    }
}

/// Everything in a study that rows of a table refer to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub(crate) units: Names,
    pub(crate) services: Names,
    pub(crate) sources: Names,
}

impl Known {
    /// What a study has.
    pub fn of(study: &Value) -> Self {
        Self {
            units: Names::of(study, &["partners", "units"]),
            services: Names::of(study, &["services"]),
            sources: Names::of(study, &["sources"]),
        }
    }

    /// The names that such a column refers to, if it refers to any.
    pub(crate) const fn names(&self, holds: Holds) -> Option<&Names> {
        match holds {
            Holds::Unit => Some(&self.units),
            Holds::Service => Some(&self.services),
            Holds::Source => Some(&self.sources),
            _ => None,
        }
    }
}

/// A letter without its accent, for those that Dutch names have.
const fn plain_letter(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(pairs: &[(&str, &str)]) -> Names {
        let mut names = Names::default();
        for (id, name) in pairs {
            names.add(id, name);
        }
        names
    }

    #[test]
    fn things_are_found_however_they_are_written() {
        let names = names(&[("hr", "P&O"), ("ict", "ICT"), ("a", "Team"), ("b", "team")]);
        for (written, id) in
            [("hr", "hr"), ("P&O", "hr"), ("p & o", "hr"), (" Ict ", "ict"), ("team", "b"), ("A", "a")]
        {
            assert_eq!(names.find(written), Some(id), "{written}");
        }
        // Two have that name when case is no difference.
        assert_eq!(names.find("TEAM"), None);
        assert_eq!(names.find("finance"), None);
        assert_eq!((names.label("hr"), names.label("a")), ("P&O", "Team"));
    }

    #[test]
    fn new_ids_are_those_of_files() {
        let mut names = names(&[("financien", "Financiën"), ("ict-2", "ICT"), ("ict", "Ict")]);
        for (name, id) in [
            ("Financiën", "financien-2"),
            ("Financiën", "financien-3"),
            ("ICT", "ict-3"),
            ("Burgerzaken & KCC", "burgerzaken-kcc"),
            ("共有", "service"),
            ("Shared", "service"),
        ] {
            assert_eq!(names.new_id(name, "service"), id);
        }
    }
}
