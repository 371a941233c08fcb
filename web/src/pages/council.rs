//! The outcome for one municipality, without jargon: questions as a council member asks them, answered in sentences made
//! from the figures, with the figures themselves beside them.

mod certainty;
mod money;
mod people;
mod together;

use deelsom_core::study::{Partner, Target, Unit, UnitId};
use deelsom_core::{Money, PartnerEffect};
use deelsom_language::words::{council as words, field, status};
use deelsom_language::{Language, Word, amount, sentences, sign};
use deelsom_worker::Wants;
use yew::Html;

use super::{Page, outcome};
use crate::asking::{announced, asking, failed, is_old};
use crate::choose::choice;
use crate::figure::{exact, figure, side};
use crate::flow::Flow;
use crate::part::{element, join, line, list, text, with};
use crate::run::{self, Heard, Part, Stage};
use crate::shown::{Chosen, Shown};
use crate::state::Choice;

/// What the model never counts.
const LIMITS: [Word; 6] = [
    words::LIMIT_QUALITY,
    words::LIMIT_CONTROL,
    words::LIMIT_STAFF,
    words::LIMIT_OTHER,
    words::LIMIT_TAX,
    words::LIMIT_TOGETHER,
];

pub(crate) fn show(shown: Shown<'_>) -> Html {
    asking(shown, Wants { fairness: true, influence: false, draws: true, halved: true }, draw)
}

/// The municipality looked at, and what the option looked at does to it.
#[derive(Clone, Copy)]
struct Seat<'a> {
    shown: Shown<'a>,
    chosen: Chosen<'a>,
    place: usize,
    partner: &'a Partner,
    effect: &'a PartnerEffect,
}

impl<'a> Seat<'a> {
    fn of(shown: Shown<'a>) -> Option<Self> {
        let (chosen, place) = (shown.option()?, shown.state.chosen(Choice::Partner));
        let (partner, effect) = (shown.study().partners.get(place)?, chosen.effect.partners.get(place)?);
        Some(Self { shown, chosen, place, partner, effect })
    }

    fn language(self) -> Language {
        self.shown.language()
    }

    fn name(self) -> &'a str {
        &self.partner.name
    }

    /// The place of the last year, and the year.
    fn last(self) -> (usize, i32) {
        let period = self.shown.study().period;
        (period.years.saturating_sub(1), i32::from(period.last_year().0))
    }

    /// Where services move to in the option.
    fn targets(self) -> impl Iterator<Item = &'a Target> {
        self.chosen.option.moves.iter().flat_map(|moved| &moved.targets)
    }

    /// Whether the municipality is the host of an organisation.
    fn hosts_in(self, unit: UnitId) -> bool {
        self.unit(unit).is_some_and(|unit| unit.host == Some(self.effect.partner))
    }

    /// Whether work moves to the municipality as the host of the others.
    fn hosts(self) -> bool {
        self.targets().any(|target| self.hosts_in(target.unit))
    }

    /// An organisation of today or of the option.
    fn unit(self, unit: UnitId) -> Option<&'a Unit> {
        self.shown.study().units.iter().chain(&self.chosen.option.units).nth(unit.0)
    }

    /// Where the report says what the option does to the municipality.
    fn at(self, field: &str) -> String {
        format!("{}/partners/{}/{field}", self.chosen.pointer(), self.place)
    }

    /// Where the report says what it pays in a year of a course.
    fn paid_at(self, course: usize, year: usize, field: &str) -> String {
        format!("/courses/{course}/partners/{}/years/{year}/{field}", self.place)
    }

    /// Euros, with a sign.
    fn saving(self, money: Money, at: &str) -> Html {
        figure(&sign::euros(self.language(), money.cents()), &exact(money), at, side(money))
    }

    /// Euros.
    fn euros(self, money: Money, at: &str) -> Html {
        figure(&amount::euros(self.language(), money.cents()), &exact(money), at, "")
    }
}

fn draw(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    // Whoever got a link sees which study it is; on paper too.
    flow.add(element("p", with!(), vec![line("strong", "", &shown.study().title)]));
    let Some(seat) = Seat::of(shown) else {
        flow.say(&[status::NO_OPTIONS]);
        return flow.show();
    };
    let partners = shown.study().partners.iter().map(|partner| partner.name.clone()).collect();
    flow.say(&[words::LEAD]);
    // On paper there is nothing to choose or to press.
    let mut choosing = Flow::new(shown);
    choosing.say(&[words::CHOOSE]);
    choosing.fields(vec![
        choice(shown, Choice::Partner, shown.say(words::YOUR_MUNICIPALITY), partners),
        choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names()),
    ]);
    flow.add(element("div", with!("class": "choosing"), vec![choosing.show()]));
    let said = sentences::council::about(seat.language(), seat.name(), &seat.chosen.option.name);
    flow.add(line("p", "spelled", &said));
    let heard = run::heard();
    flow.add(announced(shown, heard.stage));
    flow.add(answers(seat, &heard));
    flow.show()
}

fn answers(seat: Seat<'_>, heard: &Heard) -> Html {
    let mut flow = Flow::new(seat.shown);
    flow.add(brief(seat, heard));
    money::cost_now(seat, &mut flow);
    money::what_changes(seat, heard, &mut flow);
    certainty::how_sure(seat, heard, &mut flow);
    money::when_back(seat, heard, &mut flow);
    together::who_pays(seat, &mut flow);
    together::better_together(seat, heard, &mut flow);
    certainty::half(seat, heard, &mut flow);
    together::leaving(seat, &mut flow);
    people::touched(seat, &mut flow);
    people::single(seat, &mut flow);
    not_in(seat, heard, &mut flow);
    let busy = if heard.stage == Stage::Running { "true" } else { "" };
    element("div", with!("class": "council", "aria-busy": busy), vec![flow.show()])
}

/// The sentences that matter most, and whether anything below is still to come.
fn brief(seat: Seat<'_>, heard: &Heard) -> Html {
    let shown = seat.shown;
    let result = &seat.effect.result;
    let each = seat.effect.structural_per_inhabitant.cents();
    let structural = sentences::council::structural(
        seat.language(),
        seat.name(),
        seat.last().1,
        result.structural.cents(),
        each,
    );
    let period = shown.study().period;
    let years = (i32::from(period.first_year.0), seat.last().1);
    let whole = sentences::council::whole_period(seat.language(), seat.name(), result.npv.cents(), years);
    let mut points = vec![text(&structural), text(&whole)];
    if let Some(spread) = certainty::of(seat, &heard.simulation) {
        let often = sentences::council::gains_in_hundreds(seat.language(), seat.name(), spread.1.gains.share);
        points.push(text(&often));
    }
    if !seat.chosen.option.participants.contains(&seat.effect.partner) {
        points.push(text(shown.say(words::TAKES_NO_PART)));
    }
    let note = match heard.stage {
        Stage::Failed => failed(shown),
        Stage::Refused => line("p", "renewed", shown.say(words::RANGES_WRONG)),
        _ => renewed(shown, &heard.simulation),
    };
    let heading = line("h2", "", shown.say(words::IN_SHORT));
    element("section", with!("class": "card brief"), vec![heading, list("plain", points), note])
}

/// That figures are still those of before a change, where they are.
fn renewed<T>(shown: Shown<'_>, part: &Part<T>) -> Html {
    if is_old(shown, part) { line("p", "renewed", shown.say(words::RENEWED)) } else { Html::default() }
}

/// Figures side by side, each with its name.
fn facts(shown: Shown<'_>, facts: Vec<(Word, Html)>) -> Html {
    let fact = |(name, figure): (Word, Html)| {
        let parts = vec![line("dt", "", shown.say(name)), element("dd", with!(), vec![figure])];
        element("div", with!(), parts)
    };
    element("dl", with!("class": "facts"), facts.into_iter().map(fact).collect())
}

/// A term, explained to whoever asks.
fn term(shown: Shown<'_>, term: Word, means: Word) -> Html {
    let parts = vec![line("summary", "", shown.say(term)), line("p", "", shown.say(means))];
    element("details", with!("class": "term"), parts)
}

/// Ways to pages that say more.
fn more(shown: Shown<'_>, pages: &[Page]) -> Html {
    let mut parts = vec![text(shown.say(words::MORE_ABOUT))];
    for (place, page) in pages.iter().enumerate() {
        parts.push(text(if place > 0 { ", " } else { " " }));
        parts.push(element("a", with!("href": &page.link()), vec![text(shown.say(page.name()))]));
    }
    element("p", with!("class": "more"), parts)
}

/// What the figures leave out: by the model, and by this study.
fn not_in(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    let shown = seat.shown;
    flow.heading(words::NOT_IN);
    flow.add(line("h3", "", shown.say(words::LIMITS)));
    flow.list("", LIMITS.iter().map(|word| text(shown.say(*word))).collect());
    flow.add(line("h3", "", shown.say(words::POINTS)));
    flow.text(&sentences::council::beyond(seat.language(), seat.last().1));
    flow.text(&deelsom_views::prices(seat.language(), shown.study()));
    if let Some(simulation) = &heard.simulation.answer {
        let count = simulation.without_range.len();
        flow.text(&sentences::council::without_ranges(seat.language(), count));
    }
    outcome::statuses(shown, flow);
    flow.add(outcome::warnings(shown, Some(seat.chosen.place)));
    flow.add(more(shown, &[Page::Assumptions, Page::Sensitivity, Page::About]));
}

/// A sentence, and after it the terms in it.
fn explained(shown: Shown<'_>, terms: &[(Word, Word)]) -> Html {
    join(terms.iter().map(|(name, means)| term(shown, *name, *means)).collect())
}
