//! What is wrong with a table, by row and column.

use deelsom_core::{Fact as CoreFact, Remark};
use deelsom_language::parse::{ParseError, Wanted};
use deelsom_language::{Fact, Language, table_problem};

/// Something that keeps a table from being taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The place of the row among those read; none where it is about the table, or about the study with it.
    pub row: Option<usize>,
    /// The place of the column.
    pub column: Option<usize>,
    /// What people call the cell or row in their own file, such as `Posts!D17`.
    pub address: Option<String>,
    /// What it is.
    pub what: What,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A number or month that cannot be read.
    Unreadable(ParseError, Wanted),
    /// Anything else: a code and its facts.
    Remark(Remark),
}

impl Fault {
    /// Something that is wrong with a table or file as a whole.
    pub fn table(code: &'static str) -> Self {
        Self::at(None, None, What::Remark(Remark::new(code, "")))
    }

    /// That there is more of something than there may be.
    pub fn limit(code: &'static str, limit: f64) -> Self {
        Self::at(None, None, What::Remark(Remark::new(code, "").with("limit", limit)))
    }

    pub(crate) fn at(row: Option<usize>, column: Option<usize>, what: What) -> Self {
        Self { row, column, address: None, what }
    }

    /// What is wrong and how to mend it.
    pub fn sentence(&self, language: Language) -> String {
        match &self.what {
            What::Unreadable(error, wanted) => error.sentence(language, *wanted),
            What::Remark(remark) => sentence(language, remark),
        }
    }
}

/// A remark about a table, a part or a study in a sentence.
pub fn sentence(language: Language, remark: &Remark) -> String {
    table_problem(language, remark.code, &facts(remark))
}

/// What a sentence about a remark needs to know.
pub fn facts(remark: &Remark) -> Vec<(&str, Fact)> {
    let facts = remark.facts.0.iter().map(|(name, fact)| {
        let fact = match fact {
            CoreFact::Number(number) => Fact::Number(*number),
            CoreFact::Text(text) => Fact::Text(text.clone()),
            CoreFact::List(list) => Fact::List(list.clone()),
        };
        (*name, fact)
    });
    facts.collect()
}
