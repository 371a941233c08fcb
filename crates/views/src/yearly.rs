//! What each partner pays, year after year.

use deelsom_charts::{ColumnsChart, Panel};
use deelsom_core::PartnerYear;
use deelsom_core::study::Variant;
use deelsom_language::words::{chart as drawn, table as head};

use crate::amounts::Amounts;
use crate::{Drawn, Seen};

/// A panel for each partner, under the option at this place of the study.
pub fn draw(seen: Seen<'_>, place: usize, option: &Variant) -> Drawn {
    let years = seen.years();
    let (today, course) = (seen.outcome.baseline(), seen.outcome.option(place));
    let mut amounts = Amounts::new(seen.language);
    let mut panels = Vec::new();
    for (partner, (before, after)) in
        seen.study.partners.iter().zip(today.partners.iter().zip(&course.partners))
    {
        let (columns, reference) = (totals(after), totals(before));
        amounts.hold(&columns);
        panels.push(Panel { name: partner.name.clone(), columns, reference });
    }
    let title = [seen.say(drawn::COSTS), ": ", &option.name].concat();
    let drawing = ColumnsChart {
        figure: seen.figure("yearly", &title, amounts.unit()),
        years: &years,
        panels: &panels,
        columns_name: &option.name,
        reference_name: seen.say(head::BASELINE),
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Drawn { title, chart }
}

fn totals(years: &[PartnerYear]) -> Vec<f64> {
    years.iter().map(|year| year.total().euros()).collect()
}
