//! What an option means for one municipality, in plain language. Amounts are in cents; a saving is positive.

use super::say;
use crate::amount::{compact, euros, euros_exact};
use crate::fact::list;
use crate::number::{count, fte, is_no_time, years as in_years, years_bare};
use crate::sign::in_words;
use crate::{Language, date};

/// Amounts in short, or in whole euros where they would read the same and are not.
fn told_apart<const N: usize>(language: Language, amounts: [i64; N]) -> [String; N] {
    let short = amounts.map(|cents| compact(language, cents));
    let pairs = || amounts.iter().zip(&short);
    let alike = pairs().any(|(one, text)| pairs().any(|(other, same)| one != other && text == same));
    if alike { amounts.map(|cents| euros(language, cents)) } else { short }
}

/// Which municipality and which option everything is about: a list to choose from may show less than the whole name.
pub fn about(language: Language, partner: &str, option: &str) -> String {
    say(
        language,
        "Alles hieronder gaat over {0} en de variant ‘{1}’.",
        "Everything below is about {0} and the option ‘{1}’.",
        &[partner, option],
    )
}

/// What a municipality pays today in a year, and for each inhabitant.
pub fn costs_now(language: Language, partner: &str, year: i32, cents: i64, each: i64) -> String {
    say(
        language,
        "In {1} betaalt {0} {2} voor het werk in deze studie. Dat is {3} per inwoner.",
        "In {1} {0} pays {2} for the work in this study. That is {3} per inhabitant.",
        &[partner, &year.to_string(), &compact(language, cents), &euros_exact(language, each)],
    )
}

/// Which services move in an option, and which stay as they are.
pub fn services<S: AsRef<str>>(language: Language, moving: &[S], staying: &[S]) -> String {
    let (dutch, english) = match (moving.is_empty(), staying.is_empty()) {
        (true, _) => ("In deze variant gaat geen werk over.", "In this option no work moves."),
        (false, true) => ("Al dit werk gaat over: {0}.", "All of this work moves: {0}."),
        (false, false) => (
            "Dit werk gaat over: {0}. Dit blijft zoals het is: {1}.",
            "This work moves: {0}. This stays as it is: {1}.",
        ),
    };
    say(language, dutch, english, &[&list(language, moving), &list(language, staying)])
}

/// From where to where the work of a municipality goes; without a name it is the municipality itself.
pub fn goes(language: Language, partner: &str, from: Option<&str>, to: Option<&str>, hosts: bool) -> String {
    let (dutch, english) = match (from, to) {
        (None, _) if hosts => (
            "Voor {0} zelf blijft het werk in dezelfde organisatie: {0} is gastheer van de anderen.",
            "For {0} itself the work stays in the same organisation: {0} is host to the others.",
        ),
        (Some(_), _) if hosts => (
            "Voor {0} gaat het werk dat overgaat van ‘{1}’ naar de gemeente zelf, als gastheer van de anderen.",
            "For {0} the work that moves goes from ‘{1}’ to the municipality itself, as host to the others.",
        ),
        (None, None) => (
            "Voor {0} zelf blijft het werk in dezelfde organisatie.",
            "For {0} itself the work stays in the same organisation.",
        ),
        (None, Some(_)) => (
            "Voor {0} gaat het werk dat overgaat van de gemeente zelf naar ‘{2}’.",
            "For {0} the work that moves goes from the municipality itself to ‘{2}’.",
        ),
        (Some(_), None) => (
            "Voor {0} gaat het werk dat overgaat van ‘{1}’ naar de gemeente zelf.",
            "For {0} the work that moves goes from ‘{1}’ to the municipality itself.",
        ),
        (Some(_), Some(_)) => (
            "Voor {0} gaat het werk dat overgaat van ‘{1}’ naar ‘{2}’.",
            "For {0} the work that moves goes from ‘{1}’ to ‘{2}’.",
        ),
    };
    say(language, dutch, english, &[partner, from.unwrap_or_default(), to.unwrap_or_default()])
}

/// What a municipality gains or loses in the last year, one-off costs aside, and for each inhabitant.
pub fn structural(language: Language, partner: &str, year: i32, saving: i64, each: i64) -> String {
    let (dutch, english) = match saving {
        0 => (
            "In {1} betaalt {0} evenveel als wanneer alles blijft zoals het is.",
            "In {1} {0} pays the same as if everything stayed as it is.",
        ),
        1.. => (
            "In {1}, het laatste jaar van de studie, is {0} {2} goedkoper uit dan wanneer alles blijft zoals het is: {3} per inwoner. In eerdere jaren kan dat anders zijn.",
            "In {1}, the last year of the study, {0} pays {2} less than if everything stayed as it is: {3} per inhabitant. In earlier years it may differ.",
        ),
        _ => (
            "In {1}, het laatste jaar van de studie, is {0} {2} duurder uit dan wanneer alles blijft zoals het is: {3} per inwoner. In eerdere jaren kan dat anders zijn.",
            "In {1}, the last year of the study, {0} pays {2} more than if everything stayed as it is: {3} per inhabitant. In earlier years it may differ.",
        ),
    };
    let (amount, each) = (saving.saturating_abs(), each.saturating_abs());
    let parts = [partner, &year.to_string(), &compact(language, amount), &euros_exact(language, each)];
    say(language, dutch, english, &parts)
}

/// What the whole period comes to for a municipality.
pub fn whole_period(language: Language, partner: &str, npv: i64, (first, last): (i32, i32)) -> String {
    let (dutch, english) = match npv {
        0 => (
            "Over {1} bij elkaar maakt het voor {0} niets uit.",
            "Over {1} in all it makes no difference to {0}.",
        ),
        1.. => (
            "Over {1} bij elkaar, ook met de eenmalige kosten, heeft {0} {2} voordeel.",
            "Over {1} in all, one-off costs too, {0} has an advantage of {2}.",
        ),
        _ => (
            "Over {1} bij elkaar, ook met de eenmalige kosten, heeft {0} {2} nadeel.",
            "Over {1} in all, one-off costs too, {0} has a disadvantage of {2}.",
        ),
    };
    let amount = compact(language, npv.saturating_abs());
    say(language, dutch, english, &[partner, &date::year_range(first, last), &amount])
}

/// What a municipality pays or gets once, over all years.
pub fn once(language: Language, partner: &str, saving: i64) -> String {
    let (dutch, english) = match saving {
        0 => ("Voor {0} zijn er geen eenmalige kosten.", "There are no one-off costs for {0}."),
        1.. => ("Eenmalig scheelt het {0} {1}.", "One-off savings for {0} are {1}."),
        _ => ("Eenmalig kost het {0} {1}.", "One-off costs for {0} are {1}."),
    };
    say(language, dutch, english, &[partner, &compact(language, saving.saturating_abs())])
}

/// A share in hundreds, as people say it; none of them, all of them, or a hair from either has words of its own.
fn in_hundreds(language: Language, share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a hundred")]
    let hundreds = (share * 100.0).round() as i64;
    let (dutch, english) = match hundreds {
        _ if share >= 1.0 => ("In alle berekeningen", "In all calculations"),
        _ if share <= 0.0 => ("In geen enkele berekening", "In none of the calculations"),
        100.. => ("In bijna alle berekeningen", "In nearly all calculations"),
        ..=0 => ("In bijna geen enkele berekening", "In hardly any calculation"),
        _ => ("In {0} van de 100 berekeningen", "In {0} of 100 calculations"),
    };
    say(language, dutch, english, &[&count(language, hundreds)])
}

/// How often a municipality gains, over the whole period.
pub fn gains_in_hundreds(language: Language, partner: &str, share: f64) -> String {
    let often = in_hundreds(language, share);
    say(language, "{1} is {0} beter af.", "{1} {0} is better off.", &[partner, &often])
}

/// Between which amounts nine in ten calculations lie for a municipality.
pub fn range(language: Language, partner: &str, low: i64, high: i64) -> String {
    let (dutch, english) = if low == high {
        ("Voor {0} is de uitkomst steeds {1}.", "For {0} the outcome is always {1}.")
    } else {
        (
            "Voor {0} liggen negen van de tien uitkomsten tussen {1} en {2}.",
            "For {0} nine in ten outcomes lie between {1} and {2}.",
        )
    };
    say(language, dutch, english, &[partner, &in_words(language, low), &in_words(language, high)])
}

/// When a municipality has its costs back. Where it never had any it is immediate; without years it never does.
pub fn pays_back(
    language: Language,
    partner: &str,
    years: Option<(f64, i32)>,
    immediate: bool,
    saving: i64,
) -> String {
    let (dutch, english) = match years {
        _ if immediate && saving == 0 => (
            "Voor {0} verandert er niets, dus er is niets terug te verdienen.",
            "Nothing changes for {0}, so there is nothing to pay back.",
        ),
        _ if immediate => {
            ("{0} heeft vanaf het eerste jaar voordeel.", "{0} has an advantage from the first year.")
        }
        Some(_) => {
            ("{0} heeft de kosten na {1} terugverdiend, in {2}.", "{0} has its costs back after {1}, in {2}.")
        }
        None => (
            "{0} verdient de kosten binnen deze periode niet terug.",
            "{0} does not get its costs back within this period.",
        ),
    };
    let (time, year) = years.unwrap_or_default();
    say(language, dutch, english, &[partner, &in_years(language, time), &year.to_string()])
}

/// How deep a municipality is in before it gets better; nothing where it never is.
pub fn deepest(language: Language, partner: &str, year: i32, amount: i64) -> Option<String> {
    (amount < 0).then(|| {
        say(
            language,
            "Eind {1} heeft {0} er het meest in zitten: {2} bij elkaar.",
            "At the end of {1} {0} is furthest out of pocket: {2} in all.",
            &[partner, &year.to_string(), &compact(language, amount.saturating_neg())],
        )
    })
}

/// How often all together get their costs back, and when: early, late.
pub fn all_pay_back(language: Language, share: f64, between: Option<(f64, f64)>) -> String {
    let often = in_hundreds(language, share);
    let mut text = say(
        language,
        "{0} verdienen alle gemeenten samen de kosten binnen deze periode terug.",
        "{0} the municipalities together have their costs back within this period.",
        &[&often],
    );
    if let Some((early, late)) = between {
        let (dutch, english) = if is_no_time(late) {
            (" Als dat lukt, is het meestal meteen.", " If so, it is mostly at once.")
        } else if is_no_time(early) {
            (" Als dat lukt, is het meestal binnen {1}.", " If so, it is mostly within {1}.")
        } else {
            (" Als dat lukt, is het meestal na {0} tot {1}.", " If so, it is mostly after {0} to {1}.")
        };
        text += &say(language, dutch, english, &[&years_bare(language, early), &in_years(language, late)]);
    }
    text
}

/// A key by name, and what a municipality pays under it.
pub type Priced<'a> = (&'a str, i64);

/// What a municipality pays in a year under the keys chosen, and under the cheapest and the dearest other.
pub fn under_keys(
    language: Language,
    partner: &str,
    year: i32,
    own: i64,
    others: Option<(Priced<'_>, Priced<'_>)>,
) -> String {
    let ((least, low), (most, high)) = others.unwrap_or_default();
    let [here, lowest, highest] = match others {
        Some(_) => told_apart(language, [own, low, high]),
        None => [own, low, high].map(|cents| compact(language, cents)),
    };
    let mut text = say(
        language,
        "Met de gekozen verdeelsleutels betaalt {0} in {1} {2}.",
        "Under the keys chosen {0} pays {2} in {1}.",
        &[partner, &year.to_string(), &here],
    );
    let (dutch, english) = match others {
        None => return text,
        Some(_) if low == high => {
            (" Een andere sleutel maakt voor {0} geen verschil.", " Another key makes no difference to {0}.")
        }
        Some(_) => (
            " De voordeligste sleutel voor {0} is ‘{1}’: {2}. De duurste is ‘{3}’: {4}.",
            " The cheapest key for {0} is ‘{1}’: {2}. The dearest is ‘{3}’: {4}.",
        ),
    };
    text += &say(language, dutch, english, &[partner, least, &lowest, most, &highest]);
    text
}

/// What a municipality would pay a year by itself, beside what it pays in the option. By itself it has left what there is
/// today where the municipalities are together already; whether they still are in the option is then not said.
pub fn alone(language: Language, partner: &str, alone: i64, together: i64, left: bool) -> String {
    let saving = alone.saturating_sub(together);
    let (dutch, english) = if left {
        (
            "Stapt {0} als enige uit wat er vandaag samen is, dan betaalt zij gemiddeld per jaar, met de eenmalige kosten erbij, {1}; in deze variant {2}.",
            "If {0} alone leaves what is shared today, it pays {1} on average a year, one-off costs included; in this option {2}.",
        )
    } else {
        (
            "Gemiddeld per jaar, met de eenmalige kosten erbij, betaalt {0} alleen {1}; in deze variant {2}.",
            "On average a year, one-off costs included, {0} alone pays {1}; in this option {2}.",
        )
    };
    let [apart, here] = told_apart(language, [alone, together]);
    let mut text = say(language, dutch, english, &[partner, &apart, &here]);
    let (dutch, english) = match (saving, left) {
        (0, _) => (" Dat maakt niet uit.", " That makes no difference."),
        (1.., false) => (" Samen is dus {0} per jaar goedkoper.", " So together is {0} a year cheaper."),
        (_, false) => (" Alleen is dus {0} per jaar goedkoper.", " So alone is {0} a year cheaper."),
        (1.., true) => (
            " Deze variant is dus {0} per jaar goedkoper dan als enige eruit stappen.",
            " So this option is {0} a year cheaper than leaving alone.",
        ),
        (_, true) => (
            " Als enige eruit stappen is dus {0} per jaar goedkoper dan deze variant.",
            " So leaving alone is {0} a year cheaper than this option.",
        ),
    };
    text += &say(language, dutch, english, &[&compact(language, saving.saturating_abs())]);
    text
}

/// What a municipality alone is taken to do and to pay: it leaves what is shared, and bears whole what the municipalities
/// of the option would have borne together; or nothing changes for it.
pub fn alone_means(language: Language, partner: &str, leaves: bool, joint_amounts: bool) -> String {
    let (dutch, english) = match (leaves, joint_amounts) {
        (false, _) => (
            "Alleen betekent hier: {0} doet niet mee, en voor {0} blijft alles zoals het is.",
            "Alone means here: {0} takes no part, and for {0} everything stays as it is.",
        ),
        (true, false) => (
            "Gerekend is dat {0} het werk dat in deze variant overgaat dan zelf doet, en dat de anderen doorgaan als nu.",
            "It is taken that {0} then does the work that moves in this option itself, and that the others go on as they are.",
        ),
        (true, true) => (
            "Gerekend is dat {0} het werk dat in deze variant overgaat dan zelf doet, en dat de anderen doorgaan als nu. Bedragen die de gemeenten in deze variant samen dragen, zoals eenmalige kosten, draagt {0} dan in haar eentje.",
            "It is taken that {0} then does the work that moves in this option itself, and that the others go on as they are. Amounts that the municipalities bear together in this option, such as one-off costs, {0} then bears by itself.",
        ),
    };
    say(language, dutch, english, &[partner])
}

/// No group without a municipality would be better off.
pub fn nobody_without(language: Language, partner: &str) -> String {
    say(
        language,
        "Geen van de andere gemeenten is goedkoper uit zonder {0}.",
        "None of the other municipalities pays less without {0}.",
        &[partner],
    )
}

/// No smaller group with a municipality in it would be better off.
pub fn no_smaller_group(language: Language, partner: &str) -> String {
    say(
        language,
        "Ook met minder gemeenten is een groep met {0} niet goedkoper uit.",
        "Nor does any smaller group with {0} in it pay less.",
        &[partner],
    )
}

/// What becomes of the outcome where only half of the savings works out.
pub fn half(language: Language, partner: &str, half: i64, whole: i64) -> String {
    let (dutch, english) = if half == whole {
        (
            "Met de ingevulde cijfers verandert er voor {0} niets: {2}.",
            "With the figures as entered nothing changes for {0}: {2}.",
        )
    } else {
        (
            "Lukt maar de helft van de besparing, dan is de uitkomst voor {0} {1} in plaats van {2}.",
            "If only half of the saving works out, the outcome for {0} is {1} instead of {2}.",
        )
    };
    say(language, dutch, english, &[partner, &in_words(language, half), &in_words(language, whole)])
}

/// No saving of the option is still to be made, so nothing can work out by half.
pub fn nothing_to_halve(language: Language, partner: &str, npv: i64) -> String {
    say(
        language,
        "In deze variant hangt niets af van een besparing die nog moet lukken. Voor {0} blijft het {1}.",
        "Nothing in this option depends on a saving still to be made. The outcome for {0} stays the same: {1}.",
        &[partner, &in_words(language, npv)],
    )
}

/// The contribution that leaving is reckoned from.
pub fn contributes(language: Language, partner: &str, year: i32, contribution: i64) -> String {
    let (dutch, english) = if contribution == 0 {
        (
            "In {1} betaalt {0} geen bijdrage aan wat samen wordt gedaan. Volgens de gangbare regels kost vertrekken dan niets.",
            "In {1} {0} pays no contribution to what is done together. By the usual rules leaving then costs nothing.",
        )
    } else {
        (
            "In {1} betaalt {0} {2} aan wat samen wordt gedaan. Vertrekt {0} dan, dan zijn er twee gangbare regels voor wat dat kost.",
            "In {1} {0} pays {2} for what is done together. If {0} leaves then, there are two usual rules for what that costs.",
        )
    };
    say(language, dutch, english, &[partner, &year.to_string(), &compact(language, contribution)])
}

/// A host does the work of all itself: leaving is another matter for it than for its guests.
pub fn host_leaves(language: Language, partner: &str) -> String {
    say(
        language,
        "{0} is in deze variant gastheer: het werk wordt gedaan in haar eigen organisatie, en daar kan zij niet zomaar uit stappen. Wat het kost om als gastheer te stoppen, is hier niet berekend.",
        "{0} is a host in this option: the work is done in its own organisation, which it cannot simply leave. What it costs to stop as a host is not calculated here.",
        &[partner],
    )
}

/// Nothing is done together in the last year.
pub fn nothing_to_leave(language: Language, year: i32) -> String {
    say(
        language,
        "In {0} is er niets samen om uit te stappen.",
        "In {0} there is nothing shared to leave.",
        &[&year.to_string()],
    )
}

/// Which rule on leaving is agreed on.
pub fn exit_agreed(language: Language, rule: &str) -> String {
    say(language, "In deze variant is afgesproken: {0}.", "In this option it is agreed: {0}.", &[rule])
}

/// How many posts of a municipality move, and how many people are in them; or that those that move are of an organisation
/// that it shares today.
pub fn people(language: Language, partner: &str, posts: f64, in_post: f64, joint: bool) -> String {
    let (dutch, english) = if posts > 0.0 || in_post > 0.0 {
        (
            "Van {0} gaat {1} aan functies over. Daarop werkt nu {2}.",
            "In {0}, posts for {1} move. At present {2} of them are filled.",
        )
    } else if joint {
        (
            "Van {0} zelf gaan geen functies over; de functies zijn nu van de gezamenlijke organisatie.",
            "No posts of {0} itself move; the posts belong to the joint organisation today.",
        )
    } else {
        ("Van {0} zelf gaan geen functies over.", "No posts of {0} itself move.")
    };
    say(language, dutch, english, &[partner, &fte(language, posts), &fte(language, in_post)])
}

/// How many posts of a host stay with it, and how many people are in them.
pub fn posts_stay(language: Language, partner: &str, posts: f64, in_post: f64) -> String {
    say(
        language,
        "De functies van {0} voor dit werk ({1}) blijven bij {0}, de gastheer. Daarop werkt nu {2}.",
        "The posts of {0} for this work ({1}) stay with {0}, the host. At present {2} of them are filled.",
        &[partner, &fte(language, posts), &fte(language, in_post)],
    )
}

/// How the posts that move change, of all municipalities.
pub fn posts_change(language: Language, start: f64, end: f64, year: i32) -> String {
    let (from, to) = (fte(language, start), fte(language, end));
    let (dutch, english) = if from == to {
        (
            "Bij alle gemeenten samen blijft de formatie van dit werk {0}.",
            "Of all municipalities together the posts for this work stay {0}.",
        )
    } else {
        (
            "Bij alle gemeenten samen gaat de formatie van dit werk van {0} naar {1} eind {2}.",
            "Of all municipalities together the posts for this work go from {0} to {1} by the end of {2}.",
        )
    };
    say(language, dutch, english, &[&from, &to, &year.to_string()])
}

/// Whether anyone loses a post: how many have left at a cost, and how many are above the posts in the end.
pub fn surplus(language: Language, left: f64, still: f64) -> String {
    let (dutch, english) = match (left >= 0.05, still >= 0.05) {
        (false, false) => (
            "Bij alle gemeenten samen raakt niemand zijn functie kwijt zonder ander werk: de formatie volgt vacatures en gewoon verloop.",
            "Across all municipalities nobody loses a post without other work: the posts follow vacancies and ordinary turnover.",
        ),
        (true, false) => (
            "Bij alle gemeenten samen is er voor {0} geen functie meer; zij zijn met een regeling vertrokken.",
            "Across all municipalities there is no post any more for {0}; they have left under an arrangement.",
        ),
        (false, true) => (
            "Bij alle gemeenten samen zijn er aan het eind voor {1} meer mensen dan functies.",
            "Across all municipalities there are people for {1} more than posts in the end.",
        ),
        (true, true) => (
            "Bij alle gemeenten samen is er voor {0} geen functie meer; zij zijn met een regeling vertrokken. Aan het eind zijn er nog voor {1} meer mensen dan functies.",
            "Across all municipalities there is no post any more for {0}; they have left under an arrangement. In the end there are still people for {1} more than posts.",
        ),
    };
    say(language, dutch, english, &[&fte(language, left), &fte(language, still)])
}

/// How much of the vacancies of a municipality, and of all, is no longer filled.
pub fn vacancies(language: Language, partner: &str, own: f64, all: f64) -> String {
    let (dutch, english) = match (own >= 0.05, all >= 0.05) {
        (_, false) => ("Er vervallen geen vacatures.", "No vacancies fall away."),
        (false, true) => (
            "Bij {0} vervallen geen vacatures; bij alle gemeenten samen {2}.",
            "At {0} no vacancies fall away; at all municipalities together {2}.",
        ),
        (true, true) => (
            "Bij {0} vervalt {1} aan vacatures; bij alle gemeenten samen {2}.",
            "At {0} {1} of vacancies fall away; at all municipalities together {2}.",
        ),
    };
    say(language, dutch, english, &[partner, &fte(language, own), &fte(language, all)])
}

/// How many roles of a municipality depend on one person, now and afterwards.
pub fn single_persons(language: Language, partner: &str, now: usize, after: usize) -> String {
    let number = |things| super::number(language, things);
    let (dutch, english) = match (now, after) {
        (0, 0) => (
            "Bij {0} hangt geen functie die overgaat af van één persoon.",
            "At {0} no post that moves depends on one person.",
        ),
        (1, 0) => (
            "Bij {0} hangt nu {1} functie af van één persoon; daarna geen enkele meer.",
            "At {0} {1} post depends on one person now; afterwards none.",
        ),
        (_, 0) => (
            "Bij {0} hangen nu {1} functies af van één persoon; daarna geen enkele meer.",
            "At {0} {1} posts depend on one person now; afterwards none.",
        ),
        (1, _) => (
            "Bij {0} hangt nu {1} functie af van één persoon; daarna {2}.",
            "At {0} {1} post depends on one person now; afterwards {2}.",
        ),
        _ => (
            "Bij {0} hangen nu {1} functies af van één persoon; daarna {2}.",
            "At {0} {1} posts depend on one person now; afterwards {2}.",
        ),
    };
    say(language, dutch, english, &[partner, &number(now), &number(after)])
}

/// How many numbers of the study have no range, and so never turn out otherwise.
pub fn without_ranges(language: Language, numbers: usize) -> String {
    let (dutch, english) = match numbers {
        0 => {
            ("Elke aanname die meetelt, heeft een bandbreedte.", "Every assumption that counts has a range.")
        }
        1 => (
            "{0} aanname heeft geen bandbreedte: daarvan is niet bekend hoe zeker zij is.",
            "{0} assumption has no range: how sure it is, is not known.",
        ),
        _ => (
            "{0} aannamen hebben geen bandbreedte: daarvan is niet bekend hoe zeker zij zijn.",
            "{0} assumptions have no range: how sure they are, is not known.",
        ),
    };
    say(language, dutch, english, &[&super::number(language, numbers)])
}

/// That what comes after the last year is left out.
pub fn beyond(language: Language, last: i32) -> String {
    say(
        language,
        "Wat na {0} gebeurt, telt niet mee.",
        "What happens after {0} does not count.",
        &[&last.to_string()],
    )
}
