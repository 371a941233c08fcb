//! Sentences about problems in a file and about warnings, from their codes and facts.

use crate::Language;
use crate::fact::{Fact, fill, generic};
use crate::words::{Word, word};

/// Makes a table of codes and sentences; for the places in a sentence see `crate::fact::fill`.
macro_rules! sentences {
    ($(#[$meta:meta])* $table:ident { $($code:literal: $dutch:literal, $english:literal;)* }) => {
        $(#[$meta])*
        pub const $table: $crate::words::Table =
            $crate::words::rows! { $($code: $dutch, $english;)* };
    };
}
pub(crate) use sentences;

mod file_problems;
mod game_problems;
mod study_problems;
mod table_problems;
mod warnings;

pub use file_problems::FILE_PROBLEMS;
pub use game_problems::GAME_PROBLEMS;
pub use study_problems::STUDY_PROBLEMS;
pub use table_problems::TABLE_PROBLEMS;
pub use warnings::WARNINGS;

/// What is wrong with a file and how to mend it.
///
/// ```
/// use deelsom_language::{Fact, Language::English, problem};
/// let facts = [("field", Fact::Text("fte".to_owned()))];
/// assert_eq!(problem(English, "missing_field", &facts), "The field ‘fte’ is missing. Add it.");
/// ```
pub fn problem(language: Language, code: &str, facts: &[(&str, Fact)]) -> String {
    let template = FILE_PROBLEMS.find(code).or_else(|| STUDY_PROBLEMS.find(code));
    sentence(language, template, PROBLEM, code, facts)
}

/// What is wrong with a game and how to mend it.
pub fn game_problem(language: Language, code: &str, facts: &[(&str, Fact)]) -> String {
    let template = FILE_PROBLEMS.find(code).or_else(|| GAME_PROBLEMS.find(code));
    sentence(language, template, PROBLEM, code, facts)
}

/// What is wrong with a table or a part that someone brings in, or with the study that it would make.
pub fn table_problem(language: Language, code: &str, facts: &[(&str, Fact)]) -> String {
    let template = TABLE_PROBLEMS.find(code);
    let template = template.or_else(|| FILE_PROBLEMS.find(code)).or_else(|| STUDY_PROBLEMS.find(code));
    sentence(language, template, PROBLEM, code, facts)
}

/// How a problem opens for which there is no sentence.
const PROBLEM: Word = word!(
    "Hier klopt nog iets niet. Controleer deze plaats",
    "Something is not right yet. Check this place",
);

/// What a reader of the outcome should know.
pub fn warning(language: Language, code: &str, facts: &[(&str, Fact)]) -> String {
    let opening = word!("Let op deze plaats in de studie", "Please note this place in the study",);
    sentence(language, WARNINGS.find(code), opening, code, facts)
}

fn sentence(
    language: Language,
    template: Option<Word>,
    opening: Word,
    code: &str,
    facts: &[(&str, Fact)],
) -> String {
    if let Some(template) = template {
        // A sentence may open with a part that dropped out.
        return fill(language, template.text(language), facts).trim_start().to_owned();
    }
    // An unknown code still shows, so that it can be looked up.
    let mut all = vec![("code", Fact::Text(code.to_owned()))];
    all.extend_from_slice(facts);
    generic(language, opening, &all)
}
