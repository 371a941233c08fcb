//! Sentences with figures: the conclusions above tables and charts.
//!
//! Amounts are in cents; a saving is positive, and is said as an advantage or a disadvantage.

use crate::amount::{compact, euros, euros_exact};
use crate::number::{count, fte, percent, years as in_years};
use crate::quantity::noun;
use crate::sign::in_words;
use crate::{Language, date};

mod comparison;
pub mod council;
pub mod editing;
mod exchange;
mod fairness;
mod keep;
mod start;
mod uncertainty;

pub use comparison::{
    always_gains, grows_into_key, mix_used, mixed, never_gains, nothing_tips, standing, tips,
};
pub use exchange::{
    added, and_more_rows, cell_of, cells_merged, changed, examples_stay, first_amount, formulas_taken,
    new_service, new_source, ranges_lost, replaced, rows_above, rows_shown, rows_with_faults,
    scales_left_out, sheet_hidden, sheet_left_out, supplied, supplied_by, table_turned, totals_left_out,
};
pub use fairness::{
    better_off_apart, cheaper_apart, cheaper_split_up, from_year, keys_here, keys_that_hold, more_groups,
    no_stable_division, stable, takeaway_methods,
};
pub use keep::{frozen_as, goes_on_with, kept_at, leaves_alone, link_is, link_too_long, moment};
pub use start::{
    completeness, figures_illustrative, found_count, host_option, missing_more, support_elsewhere,
    support_elsewhere_of, support_returned, support_unknown,
};
pub use uncertainty::{
    break_even, chance_of_advantage, chance_of_payback, drawn_from, draws_made, give_or_take, moves_outcome,
    nine_in_ten, no_influence, no_tipping_point, payback_between, pays_back_in_hundreds, stopped_after,
    takeaway_fan, takeaway_simulation, takeaway_tornado, without_range, worthwhile_once, worthwhile_while,
};

/// A sentence in a language with `{0}`, `{1}`, … filled in.
fn say(language: Language, dutch: &str, english: &str, parts: &[&str]) -> String {
    let mut pieces = language.pick(dutch, english).split(['{', '}']);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    while let (Some(place), Some(after)) = (pieces.next(), pieces.next()) {
        let part = place.parse().ok().and_then(|place: u8| parts.get(usize::from(place)));
        text.push_str(part.copied().unwrap_or_default());
        text.push_str(after);
    }
    text
}

/// A number of things; far below what an `i64` holds.
fn number(language: Language, things: usize) -> String {
    count(language, i64::try_from(things).unwrap_or(i64::MAX))
}

/// When an option pays back. Immediate wins over years; without years it never does.
pub fn payback(language: Language, years: Option<f64>, year: Option<i32>, immediate: bool) -> String {
    let (dutch, english) = match (years, year) {
        _ if immediate => (
            "Deze variant levert vanaf het eerste jaar voordeel op.",
            "This option brings an advantage from the first year.",
        ),
        (None, _) => (
            "Deze variant verdient zich in de periode niet terug.",
            "This option does not pay back within the period.",
        ),
        (Some(_), Some(_)) => {
            ("Deze variant verdient zich terug na {0}, in {1}.", "This option pays back after {0}, in {1}.")
        }
        (Some(_), None) => ("Deze variant verdient zich terug na {0}.", "This option pays back after {0}."),
    };
    let time = in_years(language, years.unwrap_or_default());
    let year = year.unwrap_or_default().to_string();
    say(language, dutch, english, &[&time, &year])
}

/// The payback time in a cell: `6,5 jaar`, `direct`, `niet`.
pub fn payback_short(language: Language, years: Option<f64>, immediate: bool) -> String {
    match years {
        _ if immediate => language.pick("direct", "immediate").to_owned(),
        Some(years) => in_years(language, years),
        None => language.pick("niet", "never").to_owned(),
    }
}

/// What the cumulative chart shows: the deepest point and the end of the period.
///
/// ```
/// use deelsom_language::{Language::English, number::plain, sentences::takeaway_cumulative};
/// let text = takeaway_cumulative(English, "One department", (2012, -80_000_000), (2019, 240_000_000));
/// assert_eq!(plain(&text), "One department: first up to €800,000 disadvantage (2012), \
///     by the end of 2019 €2.4 million advantage.");
/// ```
pub fn takeaway_cumulative(language: Language, option: &str, deepest: (i32, i64), end: (i32, i64)) -> String {
    let first_down = deepest.1 < 0 && deepest.0 != end.0;
    let (dutch, english) = if first_down {
        (
            "{0}: eerst tot {1} ({2}), eind {3} in totaal {4}.",
            "{0}: first up to {1} ({2}), by the end of {3} {4}.",
        )
    } else {
        ("{0}: eind {3} in totaal {4}.", "{0}: by the end of {3} {4} in all.")
    };
    let (low, total) = (in_words(language, deepest.1), in_words(language, end.1));
    let (low_year, last_year) = (deepest.0.to_string(), end.0.to_string());
    say(language, dutch, english, &[option, &low, &low_year, &last_year, &total])
}

/// What keeps coming back each year.
pub fn takeaway_structural(language: Language, option: &str, saving: i64, year: i32) -> String {
    say(
        language,
        "{0}: structureel {1} per jaar (stand {2}).",
        "{0}: {1} a year, structurally (as in {2}).",
        &[option, &in_words(language, saving), &year.to_string()],
    )
}

/// The whole outcome as one figure.
pub fn takeaway_npv(language: Language, option: &str, npv: i64, first: i32, last: i32) -> String {
    let (period, first) = (date::year_range(first, last), first.to_string());
    say(
        language,
        "{0}: {1} over {2}, teruggerekend naar {3}.",
        "{0}: {1} over {2}, discounted to {3}.",
        &[option, &in_words(language, npv), &period, &first],
    )
}

/// In the prices of which year amounts are.
pub fn in_prices_of(language: Language, year: i32) -> String {
    say(language, "Bedragen zijn in prijzen van {0}.", "Amounts are in prices of {0}.", &[&year.to_string()])
}

/// Vacancies that need not be filled and what that is worth a year, in its two readings.
pub fn vacancies_avoided(language: Language, fte_avoided: f64, budget: i64, outturn: i64) -> String {
    let (dutch, english) = if fte_avoided < 0.05 {
        (
            "Er zijn geen vacatures die niet meer vervuld hoeven te worden.",
            "There are no vacancies that need not be filled any more.",
        )
    } else {
        (
            "{0} aan vacatures hoeft niet meer vervuld te worden. Dat scheelt {1} per jaar ten opzichte van de \
             begroting, of {2} ten opzichte van de realisatie.",
            "{0} of vacancies need not be filled any more. That saves {1} a year against the budget, or {2} against \
             the outturn.",
        )
    };
    let (budget, outturn) = (compact(language, budget), compact(language, outturn));
    say(language, dutch, english, &[&fte(language, fte_avoided), &budget, &outturn])
}

/// What the staffing bridge shows.
pub fn takeaway_bridge(language: Language, service: &str, start: f64, end: f64, year: i32) -> String {
    let (from, to) = (fte(language, start), fte(language, end));
    let (dutch, english) = if from == to {
        ("{0}: de formatie blijft tot {3} {1}.", "{0}: the establishment stays {1} until {3}.")
    } else {
        ("{0}: van {1} naar {2} eind {3}.", "{0}: from {1} to {2} by the end of {3}.")
    };
    say(language, dutch, english, &[service, &from, &to, &year.to_string()])
}

/// How many municipalities gain, and who loses most.
pub fn takeaway_partners(
    language: Language,
    gaining: usize,
    partners: usize,
    worst: Option<(&str, i64)>,
) -> String {
    let (dutch, english) = if gaining >= partners {
        ("Elke gemeente heeft voordeel.", "Every municipality has an advantage.")
    } else if gaining == 0 {
        ("Geen van de {0} gemeenten heeft voordeel.", "None of the {0} municipalities has an advantage.")
    } else if gaining == 1 {
        ("Van de {0} gemeenten heeft er 1 voordeel.", "Of the {0} municipalities, 1 has an advantage.")
    } else {
        ("Van de {0} gemeenten hebben er {1} voordeel.", "Of the {0} municipalities, {1} have an advantage.")
    };
    let parts = [number(language, partners), number(language, gaining)];
    let mut text = match partners {
        1 if gaining == 0 => {
            say(language, "De gemeente heeft geen voordeel.", "The municipality has no advantage.", &[])
        }
        _ => say(language, dutch, english, &[&parts[0], &parts[1]]),
    };
    if let Some((name, saving)) = worst.filter(|&(_, saving)| saving < 0) {
        text += &say(
            language,
            " {0} heeft het grootste nadeel: {1}.",
            " {0} has the largest disadvantage: {1}.",
            &[name, &compact(language, saving.saturating_neg())],
        );
    }
    text
}

/// Who pays most of the total.
pub fn takeaway_allocation(language: Language, partner: &str, share: f64, total: i64) -> String {
    say(
        language,
        "{0} betaalt het meest: {1} van {2}.",
        "{0} pays most: {1} of {2}.",
        &[partner, &percent(language, share, 0), &compact(language, total)],
    )
}

/// How many roles depend on one person, today and afterwards.
pub fn takeaway_vulnerability(language: Language, today: usize, after: usize) -> String {
    let (dutch, english) = if today == 1 {
        (
            "Vandaag hangt {0} functie af van één persoon; daarna {1}.",
            "Today {0} role depends on one person; afterwards {1}.",
        )
    } else {
        (
            "Vandaag hangen {0} functies af van één persoon; daarna {1}.",
            "Today {0} roles depend on one person; afterwards {1}.",
        )
    };
    let (today, after) = (number(language, today), number(language, after));
    say(language, dutch, english, &[&today, &after])
}

/// How many of the assumptions in use have no source.
pub fn assumed_count(language: Language, assumed: usize, used: usize) -> String {
    let (dutch, english) = if assumed == 1 {
        (
            "Van de {0} gebruikte aannamen heeft er 1 nog geen bron.",
            "Of the {0} assumptions in use, 1 has no source yet.",
        )
    } else {
        (
            "Van de {0} gebruikte aannamen hebben er {1} nog geen bron.",
            "Of the {0} assumptions in use, {1} have no source yet.",
        )
    };
    say(language, dutch, english, &[&number(language, used), &number(language, assumed)])
}

/// The heading above a list of problems.
pub fn problem_count(language: Language, problems: usize) -> String {
    let (dutch, english) =
        if problems == 1 { ("Er is {0}.", "There is {0}.") } else { ("Er zijn {0}.", "There are {0}.") };
    let problems = i64::try_from(problems).unwrap_or(i64::MAX);
    say(language, dutch, english, &[&noun::PROBLEM.counted(language, problems)])
}

/// What the calculator understood of a typed amount, under the field: `= € 1.250.000`.
pub fn understood(language: Language, cents: i64) -> String {
    let amount = if cents % 100 == 0 { euros(language, cents) } else { euros_exact(language, cents) };
    format!("= {amount}")
}
