//! Problems and warnings, as sentences want them.

use deelsom_core::{Fact, Remark};
use deelsom_language as words;

/// What a sentence needs to know.
pub fn facts(remark: &Remark) -> Vec<(&str, words::Fact)> {
    let facts = remark.facts.0.iter().map(|(name, fact)| {
        let fact = match fact {
            Fact::Number(number) => words::Fact::Number(*number),
            Fact::Text(text) => words::Fact::Text(text.clone()),
            Fact::List(list) => words::Fact::List(list.clone()),
        };
        (*name, fact)
    });
    facts.collect()
}
