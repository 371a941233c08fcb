//! Words for the codes that files and reports use.
//!
//! Every table has a function that looks a code up; an unknown code gives nothing, so that the
//! caller can show the code itself.
//!
//! ```
//! use deelsom_language::{Language::Dutch, codes};
//! let word = codes::line("agency_cover").map(|word| word.text(Dutch));
//! assert_eq!(word, Some("Inhuur op vacatures"));
//! ```

use crate::Language;

/// Makes a table of codes and the function that looks one up.
macro_rules! codes {
    ($($(#[$meta:meta])* $function:ident $table:ident { $($code:literal: $dutch:literal, $english:literal;)* })*) => {$(
        #[doc = concat!("The codes of [`", stringify!($function), "()`] with their words.")]
        pub const $table: $crate::words::Table =
            $crate::words::rows! { $($code: $dutch, $english;)* };

        $(#[$meta])*
        pub fn $function(code: &str) -> Option<$crate::words::Word> {
            $table.find(code)
        }
    )*};
}
pub(crate) use codes;

mod allocation;
mod assumptions;
mod columns;
mod explanation;
mod ledger;
mod organisation;
mod quality;
mod report;
mod study_field;

pub use allocation::{
    CAVEATS, KEY_EXPLANATIONS, KEYS, METHOD_EXPLANATIONS, METHODS, caveat, key, key_explanation, method,
    method_explanation,
};
pub use assumptions::{
    ASSUMPTION_EXPLANATIONS, ASSUMPTION_LABELS, UNITS, assumption, assumption_explanation, assumption_label,
    unit,
};
pub use columns::{COLUMNS, SPELLINGS, column, is_heading, spelling};
pub use explanation::{FORMULAS, TERMS, formula, term};
pub use ledger::{BEARERS, CERTAINTIES, LINES, PRICE_MODES, bearer, certainty, line, price_mode};
pub use organisation::{
    BASES, EXIT_RULES, FORM_HINTS, FORMS, KINDS, STAFFING_RULES, VATS, basis, exit_rule, form, form_hint,
    kind, staffing_rule, vat,
};
pub use quality::{
    BANDS, DECISIONS, EVIDENCES, FILE_PARTS, JSON_TYPES, MEASURES, STATUSES, band, decision, evidence,
    file_part, json_type, measured, status,
};
pub use report::{FIGURES, REPORT_PARTS, figure, report_part};
pub use study_field::{STUDY_FIELDS, study_field};

/// Everything that a field of a study can be picked from.
const PICKED_FROM: [crate::words::Table; 14] = [
    STATUSES,
    KEYS,
    FORMS,
    KINDS,
    BASES,
    VATS,
    STAFFING_RULES,
    EXIT_RULES,
    CERTAINTIES,
    PRICE_MODES,
    MEASURES,
    DECISIONS,
    LINES,
    METHODS,
];

/// The words of codes that can be picked from together; nothing where no one table has them all.
///
/// ```
/// use deelsom_language::{Language::Dutch, codes::picks};
/// assert_eq!(picks(Dutch, &["gross", "net"]).map(|words| words.len()), Some(2));
/// assert_eq!(picks(Dutch, &["gross", "usage"]), None);
/// ```
pub fn picks<S: AsRef<str>>(language: Language, codes: &[S]) -> Option<Vec<&'static str>> {
    PICKED_FROM
        .iter()
        .find_map(|table| codes.iter().map(|code| Some(table.find(code.as_ref())?.text(language))).collect())
}

/// What a field of a study or a part of it is called.
pub fn field_name(language: Language, field: &str) -> Option<&'static str> {
    study_field(field).or_else(|| file_part(field)).map(|word| word.text(language))
}
