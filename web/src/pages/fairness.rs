//! Who is better off together: the split of an option tested against every group of its participants.

use deelsom_core::Money;
use deelsom_core::fairness::MOST_PLAYERS_OF_COVER;
use deelsom_core::report::{Euros, FairnessReport};
use deelsom_language::words::{
    chart as drawn, fairness as words, field, legend, page, status, table as head,
};
use deelsom_language::{Language, amount, sentences};
use deelsom_views::divisions::{Divisions, Row, holds};
use deelsom_worker::Wants;
use yew::Html;

use crate::asking::{announced, asking, failed, is_old};
use crate::chart::chart;
use crate::choose::choice;
use crate::figure::{exact, six};
use crate::flow::Flow;
use crate::part::{element, join, line, list, text, with};
use crate::run::{self, Heard, Stage};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::Choice;

/// So many groups are told about in words.
const IN_WORDS: usize = 10;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    asking(shown, Wants { fairness: true, ..Wants::default() }, draw)
}

fn draw(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    if shown.study().options.is_empty() {
        flow.say(&[status::NO_OPTIONS]);
        return flow.show();
    }
    flow.say(&[words::WHAT_IT_TESTS]);
    flow.fields(vec![choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names())]);
    let heard = run::heard();
    flow.add(announced(shown, heard.stage));
    if heard.stage == Stage::Failed {
        flow.add(failed(shown));
    } else {
        flow.add(answer(shown, &heard));
    }
    flow.show()
}

/// What has been answered, and whether it still is what was asked.
fn answer(shown: Shown<'_>, heard: &Heard) -> Html {
    let mut flow = Flow::new(shown);
    let old = is_old(shown, &heard.fairness);
    if old {
        flow.add(line("p", "renewed", shown.say(words::RENEWED)));
    }
    match heard.fairness.answer.as_deref() {
        None => flow.say(&[words::COMES]),
        Some(None) => flow.text(&format!("{} (2–{MOST_PLAYERS_OF_COVER})", shown.say(words::NO_GAME))),
        Some(Some(report)) => judged(shown, report, &mut flow),
    }
    let class = if old { "results old" } else { "results" };
    let busy = if heard.stage == Stage::Running { "true" } else { "" };
    element("div", with!("class": class, "aria-busy": busy), vec![flow.show()])
}

fn judged(shown: Shown<'_>, report: &FairnessReport, flow: &mut Flow<'_>) {
    let divisions = Divisions::of_option(shown.study(), report, shown.language());
    flow.heading(page::STAND_ALONE_TEST);
    flow.say(&[if report.together_today { words::TOGETHER_TODAY } else { words::APART_TODAY }]);
    if report.core_empty {
        flow.text(sentences::no_stable_division(shown.language()));
    }
    if let Some(own) = divisions.keys.first() {
        flow.add(line("h3", "", shown.say(words::OWN_KEYS_HOLD)));
        groups(shown, &divisions, own, flow);
    }
    flow.add(line("h3", "", shown.say(words::OTHER_KEYS)));
    flow.text(&divisions.keys_that_hold());
    if let Some(split) = divisions.better_split(report) {
        let gain = figure(&euros(shown, report.best_split.gain), report.best_split.gain, "/best_split/gain");
        flow.add(element("p", with!(), vec![text(&split), text(" "), over_the_period(shown, gain)]));
    }
    flow.note(&[words::EXIT_LEFT_OUT, words::ANYONE_MISSING]);

    flow.heading(drawn::METHODS);
    if let Some(drawn) = divisions.draw(shown.seen()) {
        flow.add(chart(shown, drawn, None));
        flow.note(&[legend::PLUS_IS_ADVANTAGE]);
    }
    flow.add(table(shown, &divisions, report, Said::AYear));
    flow.note(&[words::ALONE_MEANS]);
    let summary = line("summary", "", shown.say(words::NPV_TABLE));
    flow.add(element("details", with!(), vec![summary, table(shown, &divisions, report, Said::Whole)]));

    flow.heading(page::METHODS);
    let told = divisions.explanations();
    let told = told
        .iter()
        .map(|(name, told)| element("div", with!(), vec![line("dt", "", name), line("dd", "", told)]));
    flow.add(element("dl", with!("class": "terms"), told.collect()));
}

/// Who would be better off apart under a division, in sentences.
fn groups(shown: Shown<'_>, divisions: &Divisions<'_>, row: &Row<'_>, flow: &mut Flow<'_>) {
    let division = row.division;
    if division.in_core {
        flow.text(sentences::stable(shown.language()));
        return;
    }
    let mut points = Vec::new();
    for (place, one) in division.blocking.iter().take(IN_WORDS).enumerate() {
        let gain = figure(&euros(shown, one.gain), one.gain, &format!("{}/blocking/{place}/gain", row.at));
        let sentence = divisions.blocking(one) + " ";
        points.push(join(vec![text(&sentence), over_the_period(shown, gain)]));
    }
    flow.add(list("", points));
    let more = division.blocking_count.saturating_sub(IN_WORDS);
    if more > 0 {
        flow.text(&sentences::more_groups(shown.language(), more));
    }
}

fn over_the_period(shown: Shown<'_>, amount: Html) -> Html {
    let after = [" ", shown.say(words::NET_PRESENT), ")"].concat();
    element("small", with!(), vec![text("("), amount, text(&after)])
}

fn euros(shown: Shown<'_>, amount: Euros) -> String {
    amount::euros(shown.language(), Money::round(amount.get()).cents())
}

/// A figure of the report that `deelsom fairness` prints, with its place in it.
fn figure(said: &str, amount: Euros, at: &str) -> Html {
    let value = six(amount.get());
    element("data", with!("value": &value, "data-fairness": at), vec![text(said)])
}

/// The same in cost a year: its place, and the exact amount that its net present value comes to in a year.
pub(super) fn a_year(
    shown: Shown<'_>,
    divisions: &Divisions<'_>,
    amount: Euros,
    at: &str,
    write: fn(Language, i64) -> String,
) -> Html {
    let money = Money::from_cents(divisions.a_year(amount));
    let said = write(shown.language(), money.cents());
    element("data", with!("value": &exact(money), "data-fairness-a-year": at), vec![text(&said)])
}

/// Which amounts a table has.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    AYear,
    Whole,
}

/// What every participant pays alone, under every key and by every method.
fn table(shown: Shown<'_>, divisions: &Divisions<'_>, report: &FairnessReport, said: Said) -> Html {
    let language = shown.language();
    let (id, caption) = match said {
        Said::AYear => ("fairness-a-year", head::COST_A_YEAR),
        Said::Whole => ("fairness-npv", words::NPV_TABLE),
    };
    let mut sheet = Sheet::of_euros(shown, id, shown.say(caption));
    sheet.heads(&[head::METHOD]);
    for name in &divisions.names {
        sheet.head(name);
    }
    sheet.heads(&[words::HOLDS]);
    let cell = |amount: Euros, at: &str| match said {
        Said::Whole => figure(&amount::whole(language, Money::round(amount.get()).cents()), amount, at),
        Said::AYear => a_year(shown, divisions, amount, at, amount::whole),
    };
    sheet.row(shown.say(words::ALONE), String::new());
    for player in divisions.players {
        match report.game.values.get(player) {
            Some(euros) => sheet.cell(cell(Euros::of(*euros), &["/game/values/", player].concat())),
            None => sheet.nothing(),
        }
    }
    sheet.nothing();
    for row in divisions.rows() {
        sheet.row(&row.name, String::new());
        for (place, share) in row.division.shares.iter().enumerate() {
            sheet.cell(cell(*share, &format!("{}/shares/{place}", row.at)));
        }
        sheet.text(holds(language, row.division));
    }
    sheet.show()
}
