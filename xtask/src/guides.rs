//! The guides: texts in Markdown, made into pages of the site with its own styles and no script.

use std::fmt::Write as _;

use deelsom_language::{Language, words};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::failure::Result;
use crate::site::{has_ending, read};
use crate::workspace::root;

/// Where they stand in the site.
const DIRECTORY: &str = "guides";

/// A text that readers get as a page.
struct Guide {
    /// Where it is written.
    source: &'static str,
    /// What it is called in the site.
    name: &'static str,
    language: Language,
}

const fn guide(source: &'static str, name: &'static str, language: Language) -> Guide {
    Guide { source, name, language }
}

/// Every guide, in the order in which they are offered.
const GUIDES: [Guide; 7] = [
    guide("docs/guides/controller.md", "controller", Language::Dutch),
    guide("docs/guides/raadslid.md", "raadslid", Language::Dutch),
    guide("docs/guides/oefening.md", "oefening", Language::Dutch),
    guide("docs/guides/analyst.md", "analyst", Language::English),
    guide("docs/model.nl.md", "model.nl", Language::Dutch),
    guide("docs/model.md", "model", Language::English),
    guide("docs/guides/toegankelijkheid.md", "toegankelijkheid", Language::Dutch),
];

/// The pages by name; `linked` are the site's stylesheets and icon.
pub(crate) fn pages(linked: &[String]) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for guide in &GUIDES {
        let text = String::from_utf8_lossy(&read(&root().join(guide.source))?).into_owned();
        texts.push((guide, text));
    }
    let titles: Vec<String> = texts.iter().map(|(_, text)| title(text)).collect();
    let page = |place: usize| {
        let (guide, text) = &texts[place];
        (
            format!("{DIRECTORY}/{}.html", guide.name),
            compose(place, &titles, &body(text, guide.language), linked),
        )
    };
    Ok((0..texts.len()).map(page).collect())
}

/// The first heading of a text.
fn title(text: &str) -> String {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("Deelsom").to_owned()
}

/// A whole page: what stands above every guide, and the guide.
fn compose(place: usize, titles: &[String], body: &str, linked: &[String]) -> String {
    let language = GUIDES[place].language;
    let say = |word: words::Word| escaped(word.text(language));
    let mut head = String::new();
    for name in linked {
        let link = if has_ending(name, "css") { "stylesheet" } else { "icon" };
        let _ = writeln!(head, "    <link rel=\"{link}\" href=\"../{name}\">");
    }
    let mut items = String::new();
    for (guide, title) in GUIDES.iter().zip(titles) {
        let current = if guide.name == GUIDES[place].name { " aria-current=\"page\"" } else { "" };
        let (name, code, title) = (guide.name, guide.language.code(), escaped(title));
        let _ = write!(items, "<li><a href=\"{name}.html\" lang=\"{code}\"{current}>{title}</a></li>");
    }
    format!(
        "\
<!DOCTYPE html>
<html lang=\"{code}\">
  <head>
    <meta charset=\"utf-8\">
    <title>{title} – Deelsom</title>
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
    <meta name=\"color-scheme\" content=\"light\">
{head}  </head>
  <body>
    <a class=\"skip\" href=\"#content\">{skip}</a>
    <header>
      <div class=\"bar\"><p class=\"brand\"><strong><a href=\"../\">{name}</a></strong> <span>{tagline}</span></p></div>
      <nav aria-label=\"{guides}\"><ul>{items}</ul></nav>
    </header>
    <main id=\"content\" class=\"guide\" tabindex=\"-1\">
{body}    </main>
  </body>
</html>
",
        code = language.code(),
        title = escaped(&titles[place]),
        skip = say(words::page::SKIP),
        name = say(words::page::NAME),
        tagline = say(words::page::TAGLINE),
        guides = say(words::page::GUIDES),
    )
}

/// A text as HTML: headings can be linked to, wide tables and code scroll by themselves, and what leads to a file that is
/// no page of the site leads nowhere.
fn body(text: &str, language: Language) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).collect::<Vec<_>>();
    let mut shown = Vec::with_capacity(events.len());
    let mut dead = 0_usize;
    let mut regions = 0;
    for (place, event) in events.iter().enumerate() {
        match event {
            // There is none in the texts, and none comes in by them.
            Event::Html(html) | Event::InlineHtml(html) => shown.push(Event::Text(html.clone())),
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                let id = (*level != HeadingLevel::H1)
                    .then(|| CowStr::from(anchor(&words_of(&events[place + 1..]))));
                let (classes, attrs) = (classes.clone(), attrs.clone());
                shown.push(Event::Start(Tag::Heading { level: *level, id, classes, attrs }));
            }
            Event::Start(Tag::Table(_) | Tag::CodeBlock(_)) => {
                regions += 1;
                let name = if matches!(event, Event::Start(Tag::Table(_))) {
                    language.pick("Tabel", "Table")
                } else {
                    language.pick("Voorbeeld", "Example")
                };
                shown.push(region(&format!("{name} {regions}")));
                shown.push(event.clone());
            }
            Event::End(TagEnd::Table | TagEnd::CodeBlock) => {
                shown.push(event.clone());
                shown.push(Event::Html("</div>\n".into()));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => match address(dest_url) {
                Some(address) => shown.push(Event::Start(Tag::Link {
                    link_type: *link_type,
                    dest_url: address.into(),
                    title: title.clone(),
                    id: id.clone(),
                })),
                None => dead += 1,
            },
            Event::End(TagEnd::Link) if dead > 0 => dead -= 1,
            _ => shown.push(event.clone()),
        }
    }
    let mut page = String::new();
    html::push_html(&mut page, shown.into_iter());
    // No style passes the policy of the site: columns of figures have a class. A heading of a column belongs to it; a
    // corner without words heads nothing.
    page.replace("<table>", "<table class=\"words\">")
        .replace(" style=\"text-align: right\"", " class=\"figure\"")
        .replace("<th></th>", "<td></td>")
        .replace("<th>", "<th scope=\"col\">")
        .replace("<th class", "<th scope=\"col\" class")
}

fn region(name: &str) -> Event<'static> {
    Event::Html(
        format!("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n").into(),
    )
}

/// The words of a heading that has begun.
fn words_of(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            _ => {}
        }
    }
    words
}

/// What a heading is linked to by: its words, small, with hyphens between them.
fn anchor(words: &str) -> String {
    let letters = words.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    letters.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Where a link of a guide leads in the site: to another guide, a place on the page or elsewhere on the web.
fn address(link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with('#') {
        return Some(link.to_owned());
    }
    let (file, place) = link.split_once('#').map_or((link, ""), |(file, place)| (file, place));
    let name = file.rsplit('/').next().unwrap_or_default().strip_suffix(".md")?;
    let known = GUIDES.iter().find(|guide| guide.name == name)?;
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    Some(format!("{}.html{place}", known.name))
}

/// Text that stays text in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_guide_becomes_a_page_with_the_styles_of_the_site() {
        let pages = pages(&["icon.svg".to_owned(), "theme.css".to_owned()]).expect("the guides");
        assert_eq!(pages.len(), GUIDES.len());
        for (name, page) in pages {
            assert!(name.starts_with("guides/") && has_ending(&name, "html"), "{name}");
            assert!(
                page.contains("href=\"../theme.css\"") && page.contains("href=\"../icon.svg\""),
                "{name}"
            );
            assert_eq!(page.matches("<h1>").count(), 1, "{name}");
            assert!(!page.contains("<script") && !page.contains("style="), "{name}");
            assert!(!page.contains(".md\""), "{name} leads to a file that is no page");
        }
    }

    #[test]
    fn what_is_markup_in_a_text_stays_text() {
        let shown = body("# A\n\n<script>alert(1)</script>\n\nand <b>bold</b>", Language::English);
        assert!(!shown.contains("<script") && !shown.contains("<b>"), "{shown}");
    }

    #[test]
    fn links_lead_to_pages_or_nowhere() {
        assert_eq!(address("oefening.md").as_deref(), Some("oefening.html"));
        assert_eq!(address("../model.nl.md#9-vergelijken").as_deref(), Some("model.nl.html#9-vergelijken"));
        assert_eq!(address("https://example.org/").as_deref(), Some("https://example.org/"));
        assert_eq!(address("../tests/studies/vat.md"), None);
        assert_eq!(anchor("2. Wat u *moet* doen"), "2-wat-u-moet-doen");
        let shown = body("# A\n\nsee [this](../tests/x.md) and [that](oefening.md)", Language::English);
        assert!(shown.contains("see this and <a href=\"oefening.html\">that</a>"), "{shown}");
    }
}
