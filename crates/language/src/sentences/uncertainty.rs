//! Conclusions about how sure the outcome is.

use super::say;
use crate::Language;
use crate::number::percent;
use crate::sign::in_words;

/// Which assumption moves the outcome most, and between which values.
pub fn takeaway_tornado(language: Language, assumption: &str, low: i64, high: i64) -> String {
    let (least, most) = (low.min(high), low.max(high));
    say(
        language,
        "‘{0}’ telt het zwaarst: de uitkomst loopt van {1} tot {2}.",
        "‘{0}’ matters most: the outcome runs from {1} to {2}.",
        &[assumption, &in_words(language, least), &in_words(language, most)],
    )
}

/// The spread of a simulation: the chance of paying back and nine in ten outcomes.
pub fn takeaway_simulation(language: Language, chance: f64, low: i64, high: i64) -> String {
    say(
        language,
        "De kans dat deze variant zich terugverdient, is {0}. Negen van de tien uitkomsten liggen tussen {1} en {2}.",
        "The chance that this option pays back is {0}. Nine in ten outcomes lie between {1} and {2}.",
        &[&percent(language, chance, 0), &in_words(language, low), &in_words(language, high)],
    )
}

/// The value at which an option breaks even; none when no value in the range does.
pub fn break_even(language: Language, parameter: &str, value: Option<&str>) -> String {
    let (dutch, english) = if value.is_some() {
        (
            "Bij {1} voor ‘{0}’ is er voordeel noch nadeel.",
            "At {1} for ‘{0}’ there is neither advantage nor disadvantage.",
        )
    } else {
        (
            "‘{0}’ heeft geen omslagpunt binnen de bandbreedte.",
            "‘{0}’ has no break-even point within the range.",
        )
    };
    say(language, dutch, english, &[parameter, value.unwrap_or_default()])
}
