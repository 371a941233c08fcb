//! A chart in the page: the outcome in a sentence, the drawing, its legend, and the same figures as a table.

use deelsom_charts::{Chart, Figure};
use deelsom_language::words::{button, chart as drawn};
use deelsom_language::{Language, amount};
use yew::{AttrValue, Html};

use crate::part::{element, join, line, list, text, with};
use crate::shown::Shown;

/// What every chart needs besides its numbers.
pub(crate) fn frame<'a>(shown: Shown<'_>, id: &'a str, title: &'a str, unit: &'a str) -> Figure<'a> {
    Figure { id, title, description: shown.say(drawn::TABLE_BELOW), width: shown.chart_width(), unit }
}

/// The drawing with all that belongs to it; `title` is what it shows, in words. Without a table where one follows.
pub(crate) fn chart(shown: Shown<'_>, title: &str, chart: Chart, table: Option<Html>) -> Html {
    let mut legend = Vec::new();
    for entry in chart.legend {
        legend.push(join(vec![svg(entry.swatch), text(&entry.name)]));
    }
    let mut parts = vec![line("figcaption", "", title), svg(chart.svg), list("legend", legend)];
    if let Some(table) = table {
        parts.push(element(
            "details",
            with!(),
            vec![line("summary", "", shown.say(button::SHOW_TABLE)), table],
        ));
    }
    element("figure", with!(), parts)
}

fn svg(text: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(text))
}

/// How a chart writes amounts: by the thousand where they are large enough.
pub(crate) struct Amounts {
    language: Language,
    by_thousand: bool,
}

impl Amounts {
    pub(crate) fn new(shown: Shown<'_>) -> Self {
        Self { language: shown.language(), by_thousand: false }
    }

    /// These values, in euros, will be written.
    pub(crate) fn hold(&mut self, values: &[f64]) {
        self.by_thousand |= values.iter().any(|value| value.abs() >= 20_000.0);
    }

    /// What stands above the axis.
    pub(crate) fn unit(&self) -> &'static str {
        if self.by_thousand { self.language.pick("€ × 1.000", "€ × 1,000") } else { "€" }
    }

    /// An amount in euros.
    #[expect(clippy::cast_possible_truncation, reason = "for an axis; too large becomes the largest")]
    pub(crate) fn write(&self, euros: f64) -> String {
        let cents = (euros * 100.0).round() as i64;
        if self.by_thousand {
            amount::thousands(self.language, cents)
        } else {
            amount::whole(self.language, cents)
        }
    }
}
