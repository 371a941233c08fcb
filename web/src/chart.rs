//! A chart in the page: the outcome in a sentence, the drawing, its legend, and the same figures as a table.

use deelsom_language::words::button;
use deelsom_views::Drawn;
use yew::{AttrValue, Html};

use crate::part::{element, join, line, list, text, with};
use crate::shown::Shown;

/// The drawing with all that belongs to it. Without a table where one follows.
pub(crate) fn chart(shown: Shown<'_>, drawn: Drawn, table: Option<Html>) -> Html {
    let Drawn { title, chart } = drawn;
    let mut legend = Vec::new();
    for entry in chart.legend {
        legend.push(join(vec![svg(entry.swatch), text(&entry.name)]));
    }
    let mut parts = vec![line("figcaption", "", &title), svg(chart.svg), list("legend", legend)];
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
