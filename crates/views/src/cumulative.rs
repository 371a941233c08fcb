//! What every option has saved so far, year after year.

use deelsom_charts::{CumulativeChart, Line, Mark};
use deelsom_core::study::Variant;
use deelsom_core::{Effect, Money, Year};
use deelsom_language::sentences;

use crate::amounts::Amounts;
use crate::{Drawn, Seen, payback};

/// A line for each option; its title says how each of them ends.
pub fn draw(seen: Seen<'_>) -> Drawn {
    let years = seen.years();
    let mut title = String::new();
    let mut lines = Vec::new();
    for (option, effect) in seen.study.options.iter().zip(&seen.outcome.effects) {
        title.push_str(&takeaway(seen, option, effect));
        title.push(' ');
        lines.push(line(seen, option, effect));
    }
    let mut amounts = Amounts::new(seen.language);
    for line in &lines {
        amounts.hold(&line.values);
    }
    let drawing = CumulativeChart {
        figure: seen.figure("cumulative", &title, amounts.unit()),
        height: 360,
        years: &years,
        lines: &lines,
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Drawn { title, chart }
}

fn takeaway(seen: Seen<'_>, option: &Variant, effect: &Effect) -> String {
    let result = &effect.result;
    let end = result.years.last().map_or(Money::ZERO, |year| year.cumulative);
    let calendar = |year: Year| i32::from(year.0);
    let deepest = (calendar(result.deepest.year), result.deepest.amount.cents());
    let last = calendar(seen.study.period.last_year());
    sentences::takeaway_cumulative(seen.language, &option.name, deepest, (last, end.cents()))
}

fn line(seen: Seen<'_>, option: &Variant, effect: &Effect) -> Line {
    let result = &effect.result;
    let (payback, immediate) = payback(result.payback);
    let mark = payback.filter(|_| !immediate).map(|years| Mark {
        // A value stands at the end of its year, so the first is one year after the start.
        at: years - 1.0,
        label: sentences::payback_short(seen.language, Some(years), false),
    });
    let values = result.years.iter().map(|year| year.cumulative.euros()).collect();
    Line { name: option.name.clone(), values, mark }
}
