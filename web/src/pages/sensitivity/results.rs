//! What draws, ends of ranges and tipping points came to.

use deelsom_core::Money;
use deelsom_core::report::{
    BreakEvenReport, ChanceReport, FixedReport, SimulationReport, SpreadReport, TornadoReport,
};
use deelsom_language::words::{button, chart as drawn, legend, page, table as head, uncertainty as words};
use deelsom_language::{Word, amount, number, quantity, sentences, sign};
use deelsom_views::uncertainty::{self as views, cents, moving, parameter_name, percentile, tipping};
use yew::Html;

use crate::chart::chart;
use crate::figure::{exact, side, six};
use crate::flow::Flow;
use crate::part::{element, join, line, list, text, with};
use crate::run::Influence;
use crate::sheet::Sheet;
use crate::shown::Shown;

/// So many parameters are told about in words.
const IN_WORDS: usize = 3;

/// The percentiles in tables, with their place in a report.
const EDGES: [(usize, u8, Word); 3] = [(0, 5, words::P5), (2, 50, words::P50), (4, 95, words::P95)];

/// What the draws so far came to.
pub(super) fn simulated(shown: Shown<'_>, simulation: &SimulationReport) -> Html {
    let mut flow = Flow::new(shown);
    how_sure(shown, simulation, &mut flow);
    fan(shown, simulation, &mut flow);
    flow.show()
}

/// What every parameter does, and where the balance tips.
pub(super) fn influenced(shown: Shown<'_>, Influence { tornado, break_evens }: &Influence) -> Html {
    let mut flow = Flow::new(shown);
    what_matters(shown, tornado, &mut flow);
    where_it_tips(shown, break_evens, &mut flow);
    left_out(shown, &tornado.without_range, &mut flow);
    flow.show()
}

/// A figure of the simulation, with its place in the report that `deelsom simulate` prints.
fn figure(said: &str, value: &str, at: &str, class: &str) -> Html {
    element("data", with!("class": class, "value": value, "data-simulation": at), vec![text(said)])
}

/// An advantage or disadvantage, and its sampling error where it has one.
fn saving(shown: Shown<'_>, euros: f64, error: Option<f64>, at: &str) -> Html {
    let money = Money::round(euros);
    let said = sign::whole(shown.language(), money.cents());
    let shown_figure = figure(&said, &exact(money), &[at, "/value"].concat(), side(money));
    match error {
        None => shown_figure,
        Some(error) => {
            let error = amount::whole(shown.language(), cents(error));
            join(vec![shown_figure, text(" "), line("small", "", &sentences::give_or_take(&error))])
        }
    }
}

fn percentiles(shown: Shown<'_>, spread: &SpreadReport, at: &str, sheet: &mut Sheet) {
    for (place, percent, _) in EDGES {
        let Some(one) = spread.percentiles.iter().find(|one| one.percent == percent) else { continue };
        sheet.cell(saving(shown, one.value, Some(one.error), &format!("{at}/percentiles/{place}")));
    }
}

fn chance(shown: Shown<'_>, chance: &ChanceReport, at: &str) -> Html {
    let language = shown.language();
    let said = number::percent(language, chance.share, 1);
    let error = number::decimal(language, chance.error * 100.0, 1);
    let share = figure(&said, &six(chance.share), &[at, "/share"].concat(), "");
    join(vec![share, text(" "), line("small", "", &sentences::give_or_take(&error))])
}

fn how_sure(shown: Shown<'_>, report: &SimulationReport, flow: &mut Flow<'_>) {
    let language = shown.language();
    flow.heading(page::HOW_SURE);
    let payback = &report.payback;
    flow.text(&sentences::pays_back_in_hundreds(language, payback.chance.share));
    let edge = |percent| cents(percentile(&report.npv, percent));
    let mut points = vec![
        text(&sentences::chance_of_payback(language, payback.chance.share, payback.chance.error)),
        text(&sentences::chance_of_advantage(language, report.gains.share, report.gains.error)),
        text(&sentences::nine_in_ten(language, edge(5), edge(95))),
    ];
    if let Some(years) = &payback.years {
        let [early, middle, late] = [5, 50, 95].map(|percent| percentile(years, percent));
        points.push(text(&sentences::payback_between(language, early, middle, late)));
    }
    flow.list("plain", points);

    let mut sheet = Sheet::of_euros(shown, "chances", shown.say(head::NPV));
    sheet.heads(&[head::PARTNER, head::CHANCE_GAIN]);
    sheet.heads(&EDGES.map(|(_, _, word)| word));
    sheet.heads(&[words::AS_IT_STANDS]);
    let central = |npv: Money, at: &str| {
        figure(&sign::whole(language, npv.cents()), &exact(npv), &[at, "/npv"].concat(), side(npv))
    };
    sheet.row(shown.say(head::TOGETHER), String::new());
    sheet.cell(chance(shown, &report.gains, "/gains"));
    percentiles(shown, &report.npv, "/npv", &mut sheet);
    sheet.cell(central(report.central.npv, "/central"));
    for (place, (one, of)) in report.partners.iter().zip(&report.central.partners).enumerate() {
        let partner = shown.study().partners.iter().find(|partner| partner.id == one.partner);
        sheet.row(partner.map_or(&one.partner, |partner| &partner.name), String::new());
        sheet.cell(chance(shown, &one.gains, &format!("/partners/{place}/gains")));
        percentiles(shown, &one.npv, &format!("/partners/{place}/npv"), &mut sheet);
        sheet.cell(central(of.npv, &format!("/central/partners/{place}")));
    }
    flow.add(sheet.show());
    flow.note(&[words::PERCENTILES, words::AFTER_PLUS_MINUS, words::ERRORS, legend::PLUS_IS_ADVANTAGE]);
    flow.text(&sentences::drawn_from(language, report.draws, report.parameters.len(), report.seed));
    if report.half_realised {
        flow.say(&[words::HALF_REALISED]);
    }
}

fn fan(shown: Shown<'_>, report: &SimulationReport, flow: &mut Flow<'_>) {
    let language = shown.language();
    flow.heading(drawn::FAN);
    let option = shown.study().options.iter().find(|option| option.id == report.option);
    let option = option.map_or(&report.option, |option| &option.name);
    let mut sheet = Sheet::of_euros(shown, "fan-table", shown.say(words::CUMULATIVE_AT_END));
    sheet.heads(&[
        head::YEAR,
        words::P5,
        words::P25,
        words::P50,
        words::P75,
        words::P95,
        words::AS_IT_STANDS,
    ]);
    for (year, one) in report.cumulative.iter().enumerate() {
        sheet.row(&one.year.to_string(), String::new());
        for (place, percentile) in one.saving.percentiles.iter().enumerate() {
            let at = format!("/cumulative/{year}/saving/percentiles/{place}");
            sheet.cell(saving(shown, percentile.value, Some(percentile.error), &at));
        }
        let at = format!("/cumulative/{year}/central");
        let said = sign::whole(language, one.central.cents());
        sheet.cell(figure(&said, &exact(one.central), &at, side(one.central)));
    }
    flow.add(chart(shown, views::fan(shown.seen(), option, report), Some(sheet.show())));
    flow.add(payback(shown, report));
    flow.note(&[words::DASHED, words::SKEWED]);
}

/// After how many years it pays back, and how often never.
fn payback(shown: Shown<'_>, report: &SimulationReport) -> Html {
    let language = shown.language();
    let mut sheet = Sheet::new(shown, "payback-spread", shown.say(words::IF_PAID_BACK));
    sheet.heads(&[head::MEASURE, head::CHANCE_PAYBACK]);
    sheet.heads(&EDGES.map(|(_, _, word)| word));
    sheet.heads(&[words::NEVER]);
    sheet.row(shown.say(head::PAYBACK), String::new());
    sheet.cell(chance(shown, &report.payback.chance, "/payback/chance"));
    for (place, percent, _) in EDGES {
        let years = report.payback.years.as_ref();
        match years.and_then(|years| years.percentiles.iter().find(|one| one.percent == percent)) {
            None => sheet.nothing(),
            Some(one) => {
                let at = format!("/payback/years/percentiles/{place}/value");
                let years = figure(&number::years(language, one.value), &six(one.value), &at, "");
                let error = sentences::give_or_take(&number::decimal(language, one.error, 2));
                sheet.cell(join(vec![years, text(" "), line("small", "", &error)]));
            }
        }
    }
    sheet.text(&number::percent(language, 1.0 - report.payback.chance.share, 1));
    sheet.show()
}

fn name(shown: Shown<'_>, id: &str) -> String {
    parameter_name(shown.language(), shown.study(), &shown.state.file, id)
}

fn what_matters(shown: Shown<'_>, report: &TornadoReport, flow: &mut Flow<'_>) {
    let language = shown.language();
    flow.heading(page::TORNADO);
    let Some(bars) = views::tornado(shown.seen(), &shown.state.file, report) else {
        flow.say(&[words::STANDS_STILL]);
        return;
    };
    let mut points = Vec::new();
    let mut sheet = Sheet::of_euros(shown, "tornado-table", shown.say(drawn::TORNADO));
    sheet.heads(&[
        head::ASSUMPTION,
        head::LOW,
        head::HIGH,
        head::EFFECT_LOW,
        head::EFFECT_HIGH,
        head::SPREAD,
    ]);
    for (place, one) in moving(report).enumerate() {
        let of = &one.parameter;
        let name = name(shown, &of.id);
        let (low, high) = (quantity(language, &of.unit, of.low), quantity(language, &of.unit, of.high));
        if place < IN_WORDS {
            let ends = [(&low, one.at_low.npv), (&high, one.at_high.npv)];
            let [low, high] = ends.map(|(value, npv)| (value.as_str(), npv.cents()));
            points.push(text(&sentences::moves_outcome(language, &name, low, high)));
        }
        sheet.row(&name, String::new());
        sheet.text(&low);
        sheet.text(&high);
        let at = format!("/parameters/{place}");
        for (npv, end) in [(one.at_low.npv, "/at_low/npv"), (one.at_high.npv, "/at_high/npv")] {
            let at = [&at, end].concat();
            let attributes = with!("class": side(npv), "value": &exact(npv), "data-tornado": &at);
            sheet.cell(element("data", attributes, vec![text(&sign::whole(language, npv.cents()))]));
        }
        let at = at + "/swing";
        let attributes = with!("value": &exact(one.swing), "data-tornado": &at);
        sheet.cell(element("data", attributes, vec![text(&amount::whole(language, one.swing.cents()))]));
    }
    flow.add(element(
        "ol",
        with!(),
        points.into_iter().map(|point| element("li", with!(), vec![point])).collect(),
    ));
    flow.add(chart(shown, bars, Some(sheet.show())));
}

fn where_it_tips(shown: Shown<'_>, reports: &[BreakEvenReport], flow: &mut Flow<'_>) {
    if reports.is_empty() {
        return;
    }
    let language = shown.language();
    flow.heading(page::BREAK_EVEN);
    let mut points = Vec::new();
    let mut sheet = Sheet::new(shown, "break-even", shown.say(page::BREAK_EVEN));
    sheet.heads(&[head::ASSUMPTION, words::AS_IT_STANDS, page::BREAK_EVEN]);
    for report in reports {
        let of = &report.parameter;
        let name = name(shown, &of.id);
        sheet.row(&name, String::new());
        sheet.text(&quantity(language, &of.unit, of.central));
        match report.value {
            None => sheet.nothing(),
            Some(value) => {
                let attributes = with!("value": &six(value), "data-break-even": &of.id);
                let said = quantity(language, &of.unit, value);
                sheet.cell(element("data", attributes, vec![text(&said)]));
            }
        }
        points.push(text(&tipping(language, &name, None, report).join(" ")));
    }
    flow.list("plain", points);
    let summary = line("summary", "", shown.say(button::SHOW_TABLE));
    flow.add(element("details", with!(), vec![summary, sheet.show()]));
}

fn left_out(shown: Shown<'_>, fixed: &[FixedReport], flow: &mut Flow<'_>) {
    flow.heading(page::LEFT_OUT);
    let mut points = vec![text(shown.say(words::NO_CORRELATION))];
    if fixed.is_empty() {
        points.push(text(shown.say(words::ALL_HAVE_RANGES)));
    } else {
        let names: Vec<String> = fixed.iter().map(|one| name(shown, &one.id)).collect();
        points.push(text(&sentences::without_range(shown.language(), &names)));
    }
    flow.add(list("plain", points));
}
