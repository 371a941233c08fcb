//! What it costs now, what changes, and when it is paid back.

use deelsom_core::Money;
use deelsom_core::study::ServiceId;
use deelsom_language::sentences::council as say;
use deelsom_language::words::council as words;
use deelsom_language::{number, sign};
use deelsom_views::uncertainty::percentile;
use yew::Html;

use super::certainty::{self, Draws};
use super::people::goes;
use super::{Seat, explained, facts, more};
use crate::figure::{exact, figure, payback, side, six};
use crate::flow::Flow;
use crate::pages::Page;
use crate::part::{element, join, text, with};
use crate::run::Heard;

/// What the municipality pays today.
pub(super) fn cost_now(seat: Seat<'_>, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let study = shown.study();
    flow.heading(words::COST_NOW);
    let today = shown.outcome().baseline();
    let Some(first) = today.partners.get(seat.place).and_then(|years| years.first()) else { return };
    let (cost, each) = (first.total(), Money::round(first.total().euros() / seat.partner.inhabitants));
    let year = i32::from(study.period.first_year.0);
    flow.text(&say::costs_now(language, seat.name(), year, cost.cents(), each.cents()));
    let names = |moves: bool| -> Vec<&str> {
        let services = study.services.iter().enumerate();
        let wanted =
            services.filter(|(place, _)| seat.chosen.option.move_of(ServiceId(*place)).is_some() == moves);
        wanted.map(|(_, service)| service.name.as_str()).collect()
    };
    let (moving, staying) = (names(true), names(false));
    flow.text(&say::services(language, &moving, &staying));
    if let Some(said) = goes(seat) {
        flow.text(&said);
    }
    let mut figures = vec![(words::COST_A_YEAR_NOW, seat.euros(cost, &seat.paid_at(0, 0, "total")))];
    // What is shared today is divided as a whole: which part of it is for which service nobody can say.
    if !moving.is_empty() && !staying.is_empty() && first.contribution.is_zero() {
        figures.push((words::OF_WHICH_MOVES, of_moving(seat)));
    }
    flow.add(facts(shown, figures));
    flow.add(more(shown, &[Page::Baseline]));
}

/// What the municipality bears itself in the first year for the services that move.
fn of_moving(seat: Seat<'_>) -> Html {
    let study = seat.shown.study();
    let (mut sum, mut places) = (Money::ZERO, Vec::new());
    for (place, entry) in seat.shown.outcome().baseline().ledger.iter().enumerate() {
        let own = matches!(entry.bearer, deelsom_core::Bearer::Unit(unit) if unit.0 == seat.place);
        let moves = entry.service.is_some_and(|service| seat.chosen.option.move_of(service).is_some());
        if own && moves && entry.year == study.period.first_year {
            sum += entry.amount;
            places.push(format!("/courses/0/ledger/{place}/amount"));
        }
    }
    seat.euros(sum, &places.join("+"))
}

/// What the option gains or costs the municipality.
pub(super) fn what_changes(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let result = &seat.effect.result;
    let once = deelsom_views::one_off(result);
    flow.heading(words::WHAT_CHANGES);
    flow.text(&say::once(language, seat.name(), once.cents()));
    let each = seat.effect.structural_per_inhabitant;
    let said = sign::euros_exact(language, each.cents());
    let each = figure(&said, &exact(each), &seat.at("structural_per_inhabitant"), side(each));
    let mut whole = vec![seat.saving(result.npv, &seat.at("npv"))];
    if let Some((place, spread)) = certainty::of(seat, &heard.simulation) {
        whole.push(certainty::between(seat, &spread.npv, &format!("/partners/{place}/npv"), Draws::Whole));
    }
    flow.add(facts(
        shown,
        vec![
            (words::A_YEAR, seat.saving(result.structural, &seat.at("structural"))),
            (words::EACH, each),
            (words::WHOLE_PERIOD, join(whole)),
            (words::ONCE, once_at(seat, once)),
        ],
    ));
    flow.note(&[words::YEARLY_WITHOUT_RANGE]);
    flow.add(explained(
        shown,
        &[
            (words::TERM_BASELINE, words::MEANS_BASELINE),
            (words::TERM_STRUCTURAL, words::MEANS_STRUCTURAL),
            (words::TERM_PERIOD, words::MEANS_PERIOD),
        ],
    ));
    flow.add(more(shown, &[Page::Outcome]));
}

fn once_at(seat: Seat<'_>, once: Money) -> Html {
    let years = (0..seat.effect.result.years.len()).map(|year| seat.at(&format!("years/{year}/one_off")));
    seat.saving(once, &years.collect::<Vec<_>>().join("+"))
}

/// When the municipality has its costs back, and all together.
pub(super) fn when_back(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let result = &seat.effect.result;
    let (years, immediate) = deelsom_views::payback(result.payback);
    let year = match result.payback {
        deelsom_core::Payback::Within(year, _) => i32::from(year.0),
        _ => i32::from(shown.study().period.first_year.0),
    };
    flow.heading(words::WHEN_BACK);
    let known = years.map(|years| (years, year));
    flow.text(&say::pays_back(language, seat.name(), known, immediate, result.npv.cents()));
    let deepest = result.deepest;
    let said = say::deepest(language, seat.name(), i32::from(deepest.year.0), deepest.amount.cents());
    if let Some(said) = &said {
        flow.text(said);
    }
    let mut figures =
        vec![(words::YOUR_MUNICIPALITY, payback(language, result.payback, &seat.at("payback_years")))];
    if said.is_some() {
        figures.push((words::DEEPEST, seat.saving(deepest.amount, &seat.at("deepest/amount"))));
    }
    figures.push((words::ALL_TOGETHER, all_together(seat, heard)));
    if let Some(simulation) = &heard.simulation.answer {
        let back = &simulation.payback;
        let between = back.years.as_ref().map(|years| (percentile(years, 5), percentile(years, 95)));
        flow.text(&say::all_pay_back(language, back.chance.share, between));
    }
    flow.add(facts(shown, figures));
    flow.note(&[words::BACK_WITHOUT_RANGE]);
    flow.add(explained(shown, &[(words::TERM_BACK, words::MEANS_BACK)]));
}

/// When all together have their costs back, and between which years that may be.
fn all_together(seat: Seat<'_>, heard: &Heard) -> Html {
    let language = seat.language();
    let at = seat.chosen.pointer() + "/payback_years";
    let mut parts = vec![payback(language, seat.chosen.effect.result.payback, &at)];
    let years = heard.simulation.answer.as_ref().and_then(|simulation| simulation.payback.years.clone());
    if let Some(years) = years {
        let [early, late] = [5, 95].map(|percent| percentile(&years, percent));
        if number::is_no_time(late) {
            return join(parts);
        }
        let edge = |percent: u8, place: usize| {
            let value = percentile(&years, percent);
            let at = format!("/payback/years/percentiles/{place}/value");
            // The unit stands once, after the last.
            let said = if place == 0 { number::years_bare } else { number::years };
            let said = said(language, value);
            element("data", with!("value": &six(value), "data-simulation": &at), vec![text(&said)])
        };
        parts.push(if number::is_no_time(early) {
            certainty::up_to(seat, words::RANGE_IF_WITHIN, edge(95, 4))
        } else {
            certainty::from_to(seat, words::RANGE_IF, edge(5, 0), edge(95, 4))
        });
    }
    join(parts)
}
