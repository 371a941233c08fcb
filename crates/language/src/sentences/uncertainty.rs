//! Conclusions about how sure the outcome is.

use super::say;
use crate::Language;
use crate::fact::list;
use crate::number::{NO_BREAK_SPACE, count, decimal, is_no_time, percent, years, years_bare};
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

/// How often an option pays back within the period, out of a hundred, as people say it.
pub fn pays_back_in_hundreds(language: Language, share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a hundred")]
    let hundredths = (share * 100.0).round() as i64;
    let (dutch, english) = match hundredths {
        _ if share >= 1.0 => (
            "In alle gevallen verdient de variant zich terug binnen de looptijd.",
            "In every case the option pays back within the period.",
        ),
        _ if share <= 0.0 => (
            "In geen enkel geval verdient de variant zich terug binnen de looptijd.",
            "In no case does the option pay back within the period.",
        ),
        100.. => (
            "In bijna alle gevallen verdient de variant zich terug binnen de looptijd.",
            "In nearly every case the option pays back within the period.",
        ),
        ..=0 => (
            "In bijna geen enkel geval verdient de variant zich terug binnen de looptijd.",
            "In hardly any case does the option pay back within the period.",
        ),
        _ => (
            "In {0} van de 100 gevallen verdient de variant zich terug binnen de looptijd.",
            "In {0} out of 100 cases the option pays back within the period.",
        ),
    };
    say(language, dutch, english, &[&count(language, hundredths)])
}

/// Up to which value of a parameter an option is worth while; the only such value, on one side of it. For a partner,
/// by its name, or for all together.
pub fn worthwhile_while(
    language: Language,
    partner: Option<&str>,
    parameter: &str,
    value: &str,
    above: bool,
) -> String {
    let (dutch, english) = match (partner, above) {
        (None, true) => (
            "De variant loont zolang ‘{1}’ boven {2} blijft.",
            "The option is worth while as long as ‘{1}’ stays above {2}.",
        ),
        (None, false) => (
            "De variant loont zolang ‘{1}’ onder {2} blijft.",
            "The option is worth while as long as ‘{1}’ stays below {2}.",
        ),
        (Some(_), true) => (
            "De variant loont voor {0} zolang ‘{1}’ boven {2} blijft.",
            "The option is worth while for {0} as long as ‘{1}’ stays above {2}.",
        ),
        (Some(_), false) => (
            "De variant loont voor {0} zolang ‘{1}’ onder {2} blijft.",
            "The option is worth while for {0} as long as ‘{1}’ stays below {2}.",
        ),
    };
    say(language, dutch, english, &[partner.unwrap_or_default(), parameter, value])
}

/// From which value of a parameter on an option is worth while that is not now; the only such value. For a partner, by its
/// name, or for all together.
pub fn worthwhile_once(
    language: Language,
    partner: Option<&str>,
    parameter: &str,
    value: &str,
    above: bool,
) -> String {
    let (dutch, english) = match (partner, above) {
        (None, true) => (
            "De variant loont nu niet; pas als ‘{1}’ boven {2} komt.",
            "The option does not pay now; only if ‘{1}’ rises above {2}.",
        ),
        (None, false) => (
            "De variant loont nu niet; pas als ‘{1}’ onder {2} komt.",
            "The option does not pay now; only if ‘{1}’ falls below {2}.",
        ),
        (Some(_), true) => (
            "De variant loont nu niet voor {0}; pas als ‘{1}’ boven {2} komt.",
            "The option does not pay now for {0}; only if ‘{1}’ rises above {2}.",
        ),
        (Some(_), false) => (
            "De variant loont nu niet voor {0}; pas als ‘{1}’ onder {2} komt.",
            "The option does not pay now for {0}; only if ‘{1}’ falls below {2}.",
        ),
    };
    say(language, dutch, english, &[partner.unwrap_or_default(), parameter, value])
}

/// An option gains, or does not, whatever a parameter is between two values.
pub fn no_tipping_point(language: Language, parameter: &str, from: &str, to: &str, gains: bool) -> String {
    let (dutch, english) = if gains {
        (
            "Bij elke waarde van ‘{0}’ tussen {1} en {2} is er voordeel.",
            "At every value of ‘{0}’ between {1} and {2} there is an advantage.",
        )
    } else {
        (
            "Bij geen enkele waarde van ‘{0}’ tussen {1} en {2} is er voordeel.",
            "At no value of ‘{0}’ between {1} and {2} is there an advantage.",
        )
    };
    say(language, dutch, english, &[parameter, from, to])
}

/// A parameter does not touch the outcome.
pub fn no_influence(language: Language, parameter: &str) -> String {
    say(
        language,
        "‘{0}’ heeft geen invloed op de uitkomst.",
        "‘{0}’ has no influence on the outcome.",
        &[parameter],
    )
}

/// How a simulation was drawn: it can be done again.
pub fn drawn_from(language: Language, draws: usize, parameters: usize, seed: u32) -> String {
    say(
        language,
        "{0} trekkingen van {1} aannamen en getallen met een bandbreedte, los van elkaar; startgetal {2}.",
        "{0} draws of {1} assumptions and numbers with a range, independent of each other; seed {2}.",
        &[&super::number(language, draws), &super::number(language, parameters), &seed.to_string()],
    )
}

/// Which assumptions in use have no range, and so stand still.
pub fn without_range<S: AsRef<str>>(language: Language, parameters: &[S]) -> String {
    say(
        language,
        "Zonder bandbreedte, en dus steeds gelijk: {0}.",
        "Without a range, and so always the same: {0}.",
        &[&list(language, parameters)],
    )
}

/// A sampling error, to stand after its figure.
pub fn give_or_take(error: &str) -> String {
    format!("±{NO_BREAK_SPACE}{error}")
}

/// A chance with its sampling error.
fn chance_give_or_take(language: Language, share: f64, error: f64) -> String {
    let points = decimal(language, error * 100.0, 1);
    let unit = language.pick("procentpunt", "percentage points");
    format!("{} ({} {unit})", percent(language, share, 1), give_or_take(&points))
}

/// The chance of paying back within the period, with its sampling error.
pub fn chance_of_payback(language: Language, share: f64, error: f64) -> String {
    say(
        language,
        "Kans dat de variant zich terugverdient binnen de looptijd: {0}.",
        "Chance that the option pays back within the period: {0}.",
        &[&chance_give_or_take(language, share, error)],
    )
}

/// The chance that the whole period brings an advantage, with its sampling error.
pub fn chance_of_advantage(language: Language, share: f64, error: f64) -> String {
    say(
        language,
        "Kans op voordeel over de hele looptijd, als netto contante waarde: {0}.",
        "Chance of an advantage over the whole period, as net present value: {0}.",
        &[&chance_give_or_take(language, share, error)],
    )
}

/// Between which net present values nine in ten outcomes lie.
pub fn nine_in_ten(language: Language, low: i64, high: i64) -> String {
    say(
        language,
        "Negen van de tien uitkomsten liggen tussen {0} en {1}, als netto contante waarde.",
        "Nine in ten outcomes lie between {0} and {1}, as net present value.",
        &[&in_words(language, low), &in_words(language, high)],
    )
}

/// After how many years an option pays back, in the draws in which it does: nine in ten of them, and the middle.
pub fn payback_between(language: Language, early: f64, middle: f64, late: f64) -> String {
    let (dutch, english) = match (is_no_time(early), is_no_time(middle)) {
        _ if is_no_time(late) => (
            "Waar de variant zich terugverdient, is dat in 95 van de 100 gevallen meteen.",
            "Where the option pays back, that is at once in 95 out of 100 cases.",
        ),
        (false, _) => (
            "Waar de variant zich terugverdient, is dat in negen van de tien gevallen na {0} tot {2}; de helft is er na {1}.",
            "Where the option pays back, that is after {0} to {2} in nine out of ten cases; half are there after {1}.",
        ),
        (true, false) => (
            "Waar de variant zich terugverdient, is dat in 95 van de 100 gevallen binnen {2}; de helft is er na {1}.",
            "Where the option pays back, that is within {2} in 95 out of 100 cases; half are there after {1}.",
        ),
        (true, true) => (
            "Waar de variant zich terugverdient, is dat in 95 van de 100 gevallen binnen {2}; in de helft is het meteen.",
            "Where the option pays back, that is within {2} in 95 out of 100 cases; in half of them it is at once.",
        ),
    };
    say(
        language,
        dutch,
        english,
        &[&years_bare(language, early), &years(language, middle), &years(language, late)],
    )
}

/// Between which amounts nine in ten outcomes lie at the end of a year.
pub fn takeaway_fan(language: Language, option: &str, year: i32, low: i64, high: i64) -> String {
    say(
        language,
        "{0}: opgeteld tot eind {1} liggen negen van de tien uitkomsten tussen {2} en {3}.",
        "{0}: added up to the end of {1}, nine in ten outcomes lie between {2} and {3}.",
        &[option, &year.to_string(), &in_words(language, low), &in_words(language, high)],
    )
}

/// What a parameter does by itself: at either end of its range the value, and the outcome there.
pub fn moves_outcome(language: Language, parameter: &str, low: (&str, i64), high: (&str, i64)) -> String {
    say(
        language,
        "‘{0}’: bij {1} is de uitkomst {2}, bij {3} is die {4}.",
        "‘{0}’: at {1} the outcome is {2}, at {3} it is {4}.",
        &[parameter, low.0, &in_words(language, low.1), high.0, &in_words(language, high.1)],
    )
}

/// How far a simulation has come.
pub fn draws_made(language: Language, made: usize, of: usize) -> String {
    let number = |draws| super::number(language, draws);
    say(language, "{0} van {1} trekkingen", "{0} of {1} draws", &[&number(made), &number(of)])
}

/// A simulation was stopped before its end.
pub fn stopped_after(language: Language, made: usize, of: usize) -> String {
    let number = |draws| super::number(language, draws);
    say(
        language,
        "Gestopt na {0} van {1} trekkingen.",
        "Stopped after {0} of {1} draws.",
        &[&number(made), &number(of)],
    )
}
