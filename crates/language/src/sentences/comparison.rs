//! Conclusions from options, keys and staffing side by side.

use super::say;
use crate::Language;
use crate::number::percent;
use crate::sign::in_words;

/// Where every option stands at the end of a year, added up from the first: names and savings.
///
/// ```
/// use deelsom_language::{Language::English, number::plain, sentences::standing};
/// let text = standing(English, 2030, &[("Network", -40_000_000), ("Joint body", 120_000_000)]);
/// assert_eq!(plain(&text), "By the end of 2030: Network €400,000 disadvantage; Joint body €1.2 million advantage.");
/// ```
pub fn standing(language: Language, year: i32, options: &[(&str, i64)]) -> String {
    let said: Vec<String> =
        options.iter().map(|(name, saving)| [name, " ", &in_words(language, *saving)].concat()).collect();
    say(language, "Eind {0}: {1}.", "By the end of {0}: {1}.", &[&year.to_string(), &said.join("; ")])
}

/// Where a municipality changes from advantage to disadvantage: the shares of the second key, of which there is one at
/// least, and whether the first key alone gives it an advantage.
pub fn tips(language: Language, name: &str, second: &str, gains_first: bool, shares: &[f64]) -> String {
    let mut text = String::new();
    let mut gains = gains_first;
    for (nth, share) in shares.iter().enumerate() {
        let (dutch, english) = match (nth, gains) {
            (0, true) => (
                "{0} heeft voordeel tot {1} van ‘{2}’, en daarboven nadeel.",
                "{0} has an advantage up to {1} of ‘{2}’, and a disadvantage above it.",
            ),
            (0, false) => (
                "{0} heeft nadeel tot {1} van ‘{2}’, en daarboven voordeel.",
                "{0} has a disadvantage up to {1} of ‘{2}’, and an advantage above it.",
            ),
            (_, true) => (" Boven {1} is er weer nadeel.", " Above {1} there is a disadvantage again."),
            (_, false) => (" Boven {1} is er weer voordeel.", " Above {1} there is an advantage again."),
        };
        text += &say(language, dutch, english, &[name, &percent(language, *share, 1), second]);
        gains = !gains;
    }
    text
}

/// That a municipality has an advantage under every mix.
pub fn always_gains(language: Language, name: &str) -> String {
    say(language, "{0} heeft bij elke mix voordeel.", "{0} has an advantage under every mix.", &[name])
}

/// That a municipality has a disadvantage under every mix.
pub fn never_gains(language: Language, name: &str) -> String {
    say(language, "{0} heeft bij elke mix nadeel.", "{0} has a disadvantage under every mix.", &[name])
}

/// That the mix makes no difference to a municipality.
pub fn nothing_tips(language: Language, name: &str) -> String {
    say(language, "{0} heeft voordeel noch nadeel.", "{0} has neither advantage nor disadvantage.", &[name])
}

/// That a mix is the key of an option from now on.
pub fn mix_used(language: Language, option: &str) -> String {
    say(
        language,
        "Deze mix is nu de verdeelsleutel van ‘{0}’. De schuif begint van daaruit opnieuw. U kunt dit ongedaan maken.",
        "This mix is now the key of ‘{0}’. The slider starts again from there. You can undo this.",
        &[option],
    )
}

/// What a mix does to every municipality: names and savings over the whole period.
pub fn mixed(language: Language, share: f64, second: &str, partners: &[(&str, i64)]) -> String {
    let said: Vec<String> =
        partners.iter().map(|(name, saving)| [name, " ", &in_words(language, *saving)].concat()).collect();
    let share = percent(language, share, 1);
    say(language, "Met {0} ‘{1}’: {2}.", "With {0} of ‘{1}’: {2}.", &[&share, second, &said.join("; ")])
}

/// How the costs grow from what each pays today into the key.
pub fn grows_into_key(language: Language, years: &str) -> String {
    say(
        language,
        "De verdeling groeit in {0} van de kosten van vandaag naar de gekozen sleutel.",
        "The division grows from the cost of today into the chosen key in {0}.",
        &[years],
    )
}
