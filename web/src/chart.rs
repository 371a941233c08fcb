//! A chart in the page: the outcome in a sentence, the drawing, its legend, and the same figures as a table.

use deelsom_charts::{Chart, Figure};
use deelsom_language::{amount, words::{button, chart}};
use yew::{AttrValue, Html, html};

use crate::shown::Shown;

/// What every chart needs besides its numbers.
pub(crate) fn frame<'a>(shown: Shown<'_>, id: &'a str, title: &'a str, unit: &'a str) -> Figure<'a> {
    Figure { id, title, description: shown.say(chart::TABLE_BELOW), width: shown.chart_width(), unit }
}

/// The drawing with its figures as a table behind it.
pub(crate) fn chart(shown: Shown<'_>, title: &str, drawn: Chart, table: Html) -> Html {
    drawing(shown, title, drawn, Some(table))
}

/// The drawing with all that belongs to it; `title` is what it shows, in words. Without a table where one follows.
pub(crate) fn drawing(shown: Shown<'_>, title: &str, drawing: Chart, table: Option<Html>) -> Html {
    let legend = drawing.legend.into_iter().map(|entry| {
        html! { <li>{ svg(entry.swatch) }{ entry.name }</li> }
    });
    html! {
        <figure>
            <figcaption>{ title }</figcaption>
            { svg(drawing.svg) }
            <ul class="legend">{ for legend }</ul>
            if let Some(table) = table {
                <details><summary>{ shown.say(button::SHOW_TABLE) }</summary>{ table }</details>
            }
        </figure>
    }
}

fn svg(text: String) -> Html {
    Html::from_html_unchecked(AttrValue::from(text))
}

/// How a chart writes amounts: by the thousand where they are large enough.
pub(crate) struct Amounts {
    shown: deelsom_language::Language,
    by_thousand: bool,
}

impl Amounts {
    /// For values of at most so many euros.
    pub(crate) fn up_to(shown: Shown<'_>, most: f64) -> Self {
        Self { shown: shown.language(), by_thousand: most >= 20_000.0 }
    }

    /// What stands above the axis.
    pub(crate) fn unit(&self) -> &'static str {
        if self.by_thousand { self.shown.pick("€ × 1.000", "€ × 1,000") } else { "€" }
    }

    /// An amount in euros.
    #[expect(clippy::cast_possible_truncation, reason = "for an axis; too large becomes the largest")]
    pub(crate) fn write(&self, euros: f64) -> String {
        let cents = (euros * 100.0).round() as i64;
        if self.by_thousand { amount::thousands(self.shown, cents) } else { amount::whole(self.shown, cents) }
    }
}
