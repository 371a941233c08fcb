//! The facts of a problem or warning, and sentences with places for them.

use crate::number::short;
use crate::sign::in_words;
use crate::words::Word;
use crate::{Language, amount, codes, date, number};

/// A fact that a sentence about a problem or warning needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A word of the file: an id, a name, a code, a month.
    Text(String),
    /// A number without unit, or in the unit of the field.
    Number(f64),
    /// An amount in cents.
    Cents(i64),
    /// A calendar year.
    Year(i32),
    /// Several words of the file.
    List(Vec<String>),
}

/// Names in a row: `A, B en C`.
pub fn list<S: AsRef<str>>(language: Language, names: &[S]) -> String {
    joined(names, language.pick(" en ", " and "))
}

/// Alternatives in a row: `A, B of C`.
pub fn alternatives<S: AsRef<str>>(language: Language, names: &[S]) -> String {
    joined(names, language.pick(" of ", " or "))
}

fn joined<S: AsRef<str>>(names: &[S], last: &str) -> String {
    let mut text = String::new();
    for (place, name) in names.iter().enumerate() {
        if place > 0 {
            text.push_str(if place + 1 == names.len() { last } else { ", " });
        }
        text.push_str(name.as_ref());
    }
    text
}

/// A sentence with its places filled in.
///
/// `{name}` is a fact, `{name:form}` a fact put into words. A part in square brackets drops out
/// when a fact of it is missing; a missing fact outside brackets becomes an ellipsis.
pub(crate) fn fill(language: Language, template: &str, facts: &[(&str, Fact)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, inside, after)) = between(rest, '[', ']') {
        text.push_str(&places(language, before, facts).text);
        let part = places(language, inside, facts);
        if part.complete {
            text.push_str(&part.text);
        }
        rest = after;
    }
    text.push_str(&places(language, rest, facts).text);
    text
}

struct Filled {
    text: String,
    complete: bool,
}

fn places(language: Language, template: &str, facts: &[(&str, Fact)]) -> Filled {
    let mut filled = Filled { text: String::new(), complete: true };
    let mut rest = template;
    while let Some((before, place, after)) = between(rest, '{', '}') {
        filled.text.push_str(before);
        if let Some(text) = one(language, place, facts) {
            filled.text.push_str(&text);
        } else {
            filled.complete = false;
            filled.text.push('…');
        }
        rest = after;
    }
    filled.text.push_str(rest);
    filled
}

fn between(text: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

fn one(language: Language, place: &str, facts: &[(&str, Fact)]) -> Option<String> {
    let (name, how) = place.split_once(':').unwrap_or((place, ""));
    let (_, fact) = facts.iter().find(|(known, _)| *known == name)?;
    Some(show(language, fact, how))
}

/// A fact in words; `how` names what it is, where the fact itself does not tell.
fn show(language: Language, fact: &Fact, how: &str) -> String {
    match fact {
        Fact::Text(text) => said(language, text, how),
        Fact::Number(value) => match how {
            "percent" => number::percent_short(language, *value),
            "year" => number::bare(language, *value, 0),
            "euros" => amount::euros(language, cents(*value)),
            "fte" => number::fte(language, *value),
            "saving" => in_words(language, cents(*value)),
            _ => short(language, *value, 6),
        },
        Fact::Cents(cents) if how == "saving" => in_words(language, *cents),
        Fact::Cents(cents) => amount::euros(language, *cents),
        Fact::Year(year) => year.to_string(),
        Fact::List(items) => {
            let items: Vec<String> = items.iter().map(|item| said(language, item, how)).collect();
            match how {
                "or" => alternatives(language, &items),
                _ => list(language, &items),
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "for a sentence; too large becomes the largest")]
fn cents(euros: f64) -> i64 {
    (euros * 100.0).round() as i64
}

/// A code in words where it has any.
fn said(language: Language, code: &str, how: &str) -> String {
    let lookup: fn(&str) -> Option<Word> = match how {
        "month" => return date::from_iso(language, code),
        "assumption" => {
            return codes::assumption_label(language, code).unwrap_or_else(|| code.to_owned());
        }
        "form" => codes::form,
        "key" => codes::key,
        "line" => codes::line,
        "part" => codes::file_part,
        "type" => codes::json_type,
        _ => return code.to_owned(),
    };
    lookup(code).map_or(code, |word| word.text(language)).to_owned()
}

/// What is left to say about a code that has no sentence yet: the code and its facts.
pub(crate) fn generic(language: Language, opening: Word, facts: &[(&str, Fact)]) -> String {
    let mut text = opening.text(language).to_owned();
    for (place, (name, fact)) in facts.iter().enumerate() {
        text.push_str(if place == 0 { ": " } else { "; " });
        text.push_str(name);
        text.push_str(" = ");
        text.push_str(&show(language, fact, ""));
    }
    text.push('.');
    text
}
