//! How sure it is, and what if only half works out.

use deelsom_core::Money;
use deelsom_core::report::{PartnerSpreadReport, SimulationReport, SpreadReport};
use deelsom_language::sentences::council as say;
use deelsom_language::words::council as words;
use deelsom_language::{Word, number, sign};
use deelsom_views::uncertainty::{cents, percentile};
use yew::Html;

use super::{Seat, explained, facts, more, renewed};
use crate::figure::{exact, side, six};
use crate::flow::Flow;
use crate::pages::Page;
use crate::part::{element, text, with};
use crate::run::{Heard, Part};

/// Which draws a figure is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Draws {
    Whole,
    Half,
}

/// The percentiles that are told, with their place in a report.
const EDGES: [(usize, u8, Word); 3] =
    [(0, 5, words::UNFAVOURABLE), (2, 50, words::MIDDLE), (4, 95, words::FAVOURABLE)];

/// What draws come to for the municipality, with its place in them.
pub(super) fn of<'a>(
    seat: Seat<'_>,
    part: &'a Part<SimulationReport>,
) -> Option<(usize, &'a PartnerSpreadReport)> {
    let report = part.answer.as_deref()?;
    report.partners.iter().enumerate().find(|(_, one)| one.partner == seat.partner.id)
}

fn figure(said: &str, value: &str, at: &str, class: &str, draws: Draws) -> Html {
    let (whole, half) = if draws == Draws::Half { ("", at) } else { (at, "") };
    let attributes = with!("class": class, "value": value, "data-simulation": whole, "data-half": half);
    element("data", attributes, vec![text(said)])
}

fn edge(
    seat: Seat<'_>,
    spread: &SpreadReport,
    (place, percent): (usize, u8),
    at: &str,
    draws: Draws,
) -> Html {
    let money = Money::round(percentile(spread, percent));
    let said = sign::euros(seat.language(), money.cents());
    figure(&said, &exact(money), &format!("{at}/percentiles/{place}/value"), side(money), draws)
}

/// Between which figures nine in ten lie, below the figure that they are about.
pub(super) fn from_to(seat: Seat<'_>, from: Word, low: Html, high: Html) -> Html {
    let say = |word: Word| text(&[" ", seat.shown.say(word), " "].concat());
    element("small", with!(), vec![say(from), low, say(words::RANGE_TO), high])
}

/// Below which figure they lie, where the low one is nothing.
pub(super) fn up_to(seat: Seat<'_>, within: Word, high: Html) -> Html {
    let said = text(&[" ", seat.shown.say(within), " "].concat());
    element("small", with!(), vec![said, high])
}

/// The same of amounts.
pub(super) fn between(seat: Seat<'_>, spread: &SpreadReport, at: &str, draws: Draws) -> Html {
    let [low, high] = [(0, 5), (4, 95)].map(|place| edge(seat, spread, place, at, draws));
    from_to(seat, words::RANGE_FROM, low, high)
}

/// How often the municipality gains, and how far apart outcomes lie.
pub(super) fn how_sure(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    flow.heading(words::HOW_SURE);
    flow.add(renewed(seat.shown, &heard.simulation));
    match of(seat, &heard.simulation) {
        None => flow.say(&[words::RANGE_COMES]),
        Some((place, spread)) => spread_of(seat, place, spread, Draws::Whole, flow),
    }
    flow.add(explained(seat.shown, &[(words::TERM_RANGE, words::MEANS_RANGE)]));
    flow.add(more(seat.shown, &[Page::Sensitivity]));
}

fn spread_of(seat: Seat<'_>, place: usize, spread: &PartnerSpreadReport, draws: Draws, flow: &mut Flow<'_>) {
    let language = seat.language();
    let npv = &spread.npv;
    flow.text(&say::gains_in_hundreds(language, seat.name(), spread.gains.share));
    flow.text(&say::range(language, seat.name(), cents(percentile(npv, 5)), cents(percentile(npv, 95))));
    let chance = number::percent(language, spread.gains.share, 0);
    let at = format!("/partners/{place}/gains/share");
    let mut figures =
        vec![(words::CHANCE_OF_GAIN, figure(&chance, &six(spread.gains.share), &at, "", draws))];
    let at = format!("/partners/{place}/npv");
    for (place, percent, word) in EDGES {
        figures.push((word, edge(seat, npv, (place, percent), &at, draws)));
    }
    flow.add(facts(seat.shown, figures));
}

/// What if only half of the savings is realised.
pub(super) fn half(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    flow.heading(words::HALF);
    flow.add(renewed(seat.shown, &heard.halved));
    match (heard.halved.answer.as_deref(), of(seat, &heard.halved)) {
        (Some(report), Some((place, spread))) => {
            let (language, whole) = (seat.language(), seat.effect.result.npv.cents());
            let halved = report.central.partners.get(place).map_or(0, |one| one.npv.cents());
            let as_it_is = heard.simulation.answer.as_deref();
            if as_it_is.is_some_and(|one| (&one.npv, &one.partners) == (&report.npv, &report.partners)) {
                flow.text(&say::nothing_to_halve(language, seat.name(), whole));
            } else {
                flow.text(&say::half(language, seat.name(), halved, whole));
                // Figures that hardly differ from those above, beside a sentence that nothing changes, only confuse.
                if halved != whole {
                    spread_of(seat, place, spread, Draws::Half, flow);
                }
            }
        }
        _ => flow.say(&[words::RANGE_COMES]),
    }
    flow.note(&[words::AGREED]);
}
