//! The annex as one accessible file: tables and drawings in place, no script, nothing fetched.
//!
//! Whatever a study says is text here and never markup; and should a mistake let markup through, the policy in the file
//! keeps it from doing anything.

use super::{Annex, Part, Table};
use crate::Drawn;

const STYLE: &str = include_str!("annex.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The file.
pub fn page(annex: &Annex) -> String {
    let mut html = Html::default();
    html.raw("<!doctype html>\n<html lang=\"");
    html.raw(annex.language.code());
    html.raw(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
    );
    html.raw(POLICY);
    html.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.line("title", &annex.title);
    html.raw("<style>\n");
    html.raw(STYLE);
    html.raw("</style>\n</head>\n<body>\n<main>\n");
    html.line("h1", &annex.title);
    for part in &annex.parts {
        html.part(part);
    }
    html.raw("</main>\n</body>\n</html>\n");
    html.0
}

/// A text with nothing in it that means anything to a browser.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(one),
        }
    }
    safe
}

/// A file in the making.
#[derive(Default)]
struct Html(String);

impl Html {
    /// Markup of our own.
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Text of anyone's.
    fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }

    /// An element, perhaps with attributes of our own, and a text in it.
    fn line(&mut self, tag: &str, text: &str) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.raw(&["<", tag, ">"].concat());
        self.text(text);
        self.raw(&["</", name, ">\n"].concat());
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(text) => self.line("h2", text),
            Part::Text(text) => self.line("p", text),
            Part::Note(text) => self.line("p class=\"note\"", text),
            Part::List(points) if points.is_empty() => {}
            Part::List(points) => {
                self.raw("<ul>\n");
                for point in points {
                    self.line("li", point);
                }
                self.raw("</ul>\n");
            }
            Part::Terms(terms) => {
                self.raw("<dl>\n");
                for (name, said) in terms {
                    self.line("dt", name);
                    self.line("dd", said);
                }
                self.raw("</dl>\n");
            }
            Part::Table(table) => self.table(table),
            Part::Chart(drawn) => self.chart(drawn),
        }
    }

    fn table(&mut self, table: &Table) {
        let class = if table.of_words { " class=\"words\"" } else { "" };
        let id = &table.id;
        self.raw(&format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n"
        ));
        self.raw(&format!("<table{class}>\n"));
        self.line(&format!("caption id=\"{id}\""), &table.caption);
        self.raw("<thead><tr>\n");
        for head in &table.heads {
            self.line("th scope=\"col\"", head);
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>\n");
            self.line("th scope=\"row\"", &row.head);
            for cell in &row.cells {
                match &cell.exact {
                    Some(exact) => {
                        self.raw(&["<td><data value=\"", &escaped(exact), "\">"].concat());
                        self.text(&cell.text);
                        self.raw("</data></td>\n");
                    }
                    None => self.line("td", &cell.text),
                }
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n</div>\n");
    }

    fn chart(&mut self, drawn: &Drawn) {
        self.raw("<figure>\n");
        self.line("figcaption", &drawn.title);
        self.raw(&drawn.chart.svg);
        self.raw("\n<ul class=\"legend\">\n");
        for entry in &drawn.chart.legend {
            self.raw("<li>");
            self.raw(&entry.swatch);
            self.text(&entry.name);
            self.raw("</li>\n");
        }
        self.raw("</ul>\n</figure>\n");
    }
}
