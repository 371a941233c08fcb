//! How sure an outcome is: the reports of draws, as charts and sentences.

use deelsom_charts::{Band, BarRow, BarsChart, Course, FanChart, Mark, Moment};
use deelsom_core::report::{BreakEvenReport, SimulationReport, SpreadReport, SwingReport, TornadoReport};
use deelsom_core::{Money, Pointed, Study};
use deelsom_language::words::{chart as drawn, table as head, uncertainty as words};
use deelsom_language::{Language, amount, codes, quantity, sentences};
use serde_json::Value;

use crate::amounts::Amounts;
use crate::{Drawn, Seen};

/// So many parameters have a bar at most; the table has them all.
const MOST_BARS: usize = 12;

/// Below this width, pixels, a chart is one for a telephone.
const NARROW: u32 = 480;

/// The cents of an amount in euros.
pub fn cents(euros: f64) -> i64 {
    Money::round(euros).cents()
}

/// A percentile of a spread.
pub fn percentile(spread: &SpreadReport, percent: u8) -> f64 {
    spread.percentiles.iter().find(|one| one.percent == percent).map_or(spread.mean, |one| one.value)
}

/// What people call a parameter: its label and service; or the name of what it is a number of, with its place in the file.
pub fn parameter_name(language: Language, study: &Study, file: &Value, id: &str) -> String {
    let (assumption, service) = id.split_once('@').map_or((id, None), |(id, service)| (id, Some(service)));
    let Some(label) = codes::assumption_label(language, assumption) else { return name_at(file, id) };
    let service = service.and_then(|id| study.services.iter().find(|one| one.id == id));
    service.map_or(label.clone(), |service| format!("{label} ({})", service.name))
}

/// The name that the study itself has for what stands at a place.
fn name_at(file: &Value, pointer: &str) -> String {
    let record = pointer.rsplit_once('/').and_then(|(record, _)| file.at(record));
    let name =
        record.and_then(|record| ["label", "name", "role"].iter().find_map(|field| record[*field].as_str()));
    name.map_or_else(|| pointer.to_owned(), |name| format!("{name} ({pointer})"))
}

/// The parameters that move the outcome, the widest first. What moves nothing is told to programs only.
pub fn moving(report: &TornadoReport) -> impl Iterator<Item = &SwingReport> {
    report.parameters.iter().filter(|one| !one.swing.is_zero())
}

/// Bars from the outcome at the low to that at the high end of every parameter; none where nothing moves.
pub fn tornado(seen: Seen<'_>, file: &Value, report: &TornadoReport) -> Option<Drawn> {
    let name = |id: &str| parameter_name(seen.language, seen.study, file, id);
    let widest = moving(report).next()?;
    let (low, high) = (widest.at_low.npv.cents(), widest.at_high.npv.cents());
    let title = sentences::takeaway_tornado(seen.language, &name(&widest.parameter.id), low, high);
    let mut amounts = Amounts::new(seen.language);
    let mut rows = Vec::new();
    for one in moving(report).take(MOST_BARS) {
        let of = &one.parameter;
        let (low, high) = (one.at_low.npv.euros(), one.at_high.npv.euros());
        amounts.hold(&[low, high]);
        // On a telephone there is room for a number and not for all of its unit, which the table has.
        let unit = match of.unit.as_str() {
            unit if seen.width >= NARROW => unit,
            "rate_per_year" => "share",
            unit if unit.starts_with("eur") => "eur",
            unit => unit,
        };
        rows.push(BarRow {
            name: name(&of.id),
            low,
            high,
            low_label: quantity(seen.language, unit, of.low),
            high_label: quantity(seen.language, unit, of.high),
        });
    }
    let drawing = BarsChart {
        figure: seen.figure("tornado", &title, amounts.unit()),
        center: report.central.npv.euros(),
        rows: &rows,
        below_name: seen.say(words::LESS),
        above_name: seen.say(words::MORE),
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Some(Drawn { title, chart })
}

/// The cumulative saving of every year with its spread, and when it is paid back.
pub fn fan(seen: Seen<'_>, option: &str, report: &SimulationReport) -> Drawn {
    let years: Vec<i32> = report.cumulative.iter().map(|one| i32::from(one.year)).collect();
    let edge = |percent| -> Vec<f64> {
        report.cumulative.iter().map(|one| percentile(&one.saving, percent)).collect()
    };
    let band = |word, low, high| Band { name: seen.say(word).to_owned(), low: edge(low), high: edge(high) };
    let (outer, inner) = (band(drawn::NINE_IN_TEN, 5, 95), band(drawn::MIDDLE_HALF, 25, 75));
    let median = Course { name: seen.say(head::MEDIAN).to_owned(), values: edge(50) };
    let central = Course {
        name: seen.say(words::AS_IT_STANDS).to_owned(),
        values: report.cumulative.iter().map(|one| one.central.euros()).collect(),
    };
    let moment = report.payback.years.as_ref().map(|years| {
        // A value stands at the end of its year, so the first is one year after the start.
        let at = |percent| percentile(years, percent) - 1.0;
        let label = sentences::payback_short(seen.language, Some(percentile(years, 50)), false);
        Moment { between: (at(5), at(95)), middle: Mark { at: at(50), label } }
    });
    let (low, high) = (outer.low.last().copied(), outer.high.last().copied());
    let title = sentences::takeaway_fan(
        seen.language,
        option,
        years.last().copied().unwrap_or_default(),
        cents(low.unwrap_or_default()),
        cents(high.unwrap_or_default()),
    );
    let mut amounts = Amounts::new(seen.language);
    amounts.hold(&outer.low);
    amounts.hold(&outer.high);
    amounts.hold(&central.values);
    let drawing = FanChart {
        figure: seen.figure("fan", &title, amounts.unit()),
        height: 360,
        years: &years,
        outer: &outer,
        inner: &inner,
        median: &median,
        central: &central,
        moment: moment.as_ref(),
        moment_name: seen.say(words::PAID_BACK_SPREAD),
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Drawn { title, chart }
}

/// Where the balance tips, in sentences; for a partner, by its name, or for all together.
pub fn tipping(
    language: Language,
    parameter: &str,
    partner: Option<&str>,
    report: &BreakEvenReport,
) -> Vec<String> {
    let in_unit = |number: f64| quantity(language, &report.parameter.unit, number);
    let (from, to) = (in_unit(report.searched_from), in_unit(report.searched_to));
    let nowhere = |gains| vec![sentences::no_tipping_point(language, parameter, &from, &to, gains)];
    let Some(value) = report.value.map(in_unit) else {
        return match report.answer.as_str() {
            "always_gains" => nowhere(true),
            "never_gains" => nowhere(false),
            _ => vec![sentences::no_influence(language, parameter)],
        };
    };
    let mut said = Vec::new();
    if report.only == Some(true) {
        let above = report.gains.as_deref() == Some("above");
        let worthwhile = if report.central < Money::ZERO {
            sentences::worthwhile_once
        } else {
            sentences::worthwhile_while
        };
        said.push(worthwhile(language, partner, parameter, &value, above));
    } else {
        said.push(sentences::break_even(language, parameter, Some(&value)));
        said.push(words::MORE_TIPPING_POINTS.text(language).to_owned());
    }
    let (low, high) = (report.parameter.low, report.parameter.high);
    if low < high && report.value.is_some_and(|value| !(low..=high).contains(&value)) {
        said.push(words::BEYOND_RANGE.text(language).to_owned());
    }
    if report.npv.is_some_and(|npv| npv.abs() > 1.0) {
        said.push(words::JUMPS.text(language).to_owned());
    }
    said
}

/// An amount in whole euros.
pub fn whole(language: Language, euros: f64) -> String {
    amount::whole(language, cents(euros))
}
