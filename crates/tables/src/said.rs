//! How a cell was read, in words.

use deelsom_language::words::status;
use deelsom_language::{Language, amount, codes, date, number};
use serde_json::Value;

use crate::names::Known;
use crate::subject::Holds;

/// A value of a study as people say it.
pub fn said(language: Language, known: &Known, holds: Holds, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    match (holds, value.as_f64()) {
        (Holds::Euros, Some(euros)) => euros_in_words(language, euros),
        (Holds::Fte, Some(fte)) => number::short(language, fte, 6) + "\u{a0}fte",
        (Holds::Percent, Some(fraction)) => number::short(language, fraction * 100.0, 6) + "%",
        (_, Some(plain)) => number::short(language, plain, 6),
        (Holds::Month, None) => date::from_iso(language, text),
        (Holds::Status, None) => codes::status(text).map_or(text, |word| word.text(language)).to_owned(),
        (Holds::Flag, None) => {
            let yes = value.as_bool().unwrap_or_default();
            if yes { status::YES } else { status::NO }.text(language).to_owned()
        }
        _ => known.names(holds).map_or(text, |names| names.name(text)).to_owned(),
    }
}

fn euros_in_words(language: Language, euros: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "what is too large stops at the end")]
    let cents = (euros * 100.0).round() as i64;
    if cents % 100 == 0 { amount::euros(language, cents) } else { amount::euros_exact(language, cents) }
}
