//! The page: `index.html` with its `data-trunk` links replaced by what they stand for.
//!
//! Trunk understands the same links, so whoever has Trunk can use it; we read the few kinds that
//! Deelsom needs and refuse the rest. Comments are for the makers and are left out.

use crate::failure::{Failure, Result};

/// What a `data-trunk` link asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Asset {
    /// The application itself, compiled to WebAssembly.
    Application,
    /// A file that the page links to under a hashed name: a stylesheet or an icon.
    Linked { href: String },
    /// A file copied under its own name, into the directory `target`.
    File { href: String, target: String },
    /// A directory copied whole, as `target`.
    Directory { href: String, target: String },
    /// What the page asks its host for without needing it: a file ahead of its use, or a manifest.
    Extra,
}

/// Where the application went: the names of its files in the site.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Application {
    /// The module that starts it.
    pub(crate) start: String,
    /// The bindings that `start` imports.
    pub(crate) glue: String,
    /// The WebAssembly that `start` fetches.
    pub(crate) wasm: String,
    /// The module that starts the worker that makes draws.
    pub(crate) worker: String,
    /// The module that starts the worker that makes workbooks.
    pub(crate) workbook: String,
}

/// What was put in the place of an asset.
#[derive(Debug, PartialEq)]
pub(crate) enum Placed {
    /// The files of the application.
    Application(Application),
    /// The address of the linked file.
    Linked(String),
    /// A stylesheet, to be written into the page itself.
    Style(String),
    /// Elements that take the place of the tag.
    Elements(String),
    /// The tag may stay as it is.
    AsWritten,
    /// Nothing that the page itself mentions.
    Unmentioned,
}

/// The links by which a page asks its host for more than it needs.
const EXTRAS: [&str; 4] = ["preload", "modulepreload", "prefetch", "manifest"];

/// Writes the page; `place` puts every asset into the site and says where it is.
pub(crate) fn publish(index: &str, mut place: impl FnMut(&Asset) -> Result<Placed>) -> Result<String> {
    let mut page = String::with_capacity(index.len());
    let mut rest = index;
    while let Some(start) = rest.find('<') {
        page.push_str(&rest[..start]);
        rest = &rest[start..];
        if rest.starts_with("<!--") {
            let end = rest.find("-->").ok_or_else(|| refusal("a comment has no end: close it with `-->`"))?;
            rest = &rest[end + "-->".len()..];
            drop_empty_line(&mut page);
            continue;
        }
        let tag = Tag::first_in(rest)?;
        rest = &rest[tag.text.len()..];
        let replacement = match tag.asset()? {
            Some(asset) => tag.replacement(place(&asset)?),
            None if tag.is_for_trunk() => String::new(),
            None => tag.text.to_owned(),
        };
        if replacement.is_empty() {
            drop_empty_line(&mut page);
        }
        page.push_str(&replacement);
    }
    page.push_str(rest);
    Ok(page)
}

/// Takes back the indentation of a line on which nothing was put.
fn drop_empty_line(page: &mut String) {
    page.truncate(page.trim_end().len());
}

fn refusal(reason: &str) -> Failure {
    Failure::new(format!("index.html cannot be published: {reason}."))
}

/// One start tag, end tag or doctype, with its attributes.
struct Tag<'a> {
    text: &'a str,
    name: String,
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// Reads the tag that `html` begins with.
    fn first_in(html: &'a str) -> Result<Self> {
        let mut quote = None;
        let end = html
            .char_indices()
            .find_map(|(at, character)| {
                match (quote, character) {
                    (None, '>') => return Some(at),
                    (None, '"' | '\'') => quote = Some(character),
                    (Some(open), _) if open == character => quote = None,
                    _ => {}
                }
                None
            })
            .ok_or_else(|| refusal("a tag has no end: close it with `>`"))?;
        let inside = html[1..end].trim_end_matches('/');
        let name_end = inside.find(char::is_whitespace).unwrap_or(inside.len());
        Ok(Self {
            text: &html[..=end],
            name: inside[..name_end].to_ascii_lowercase(),
            attributes: attributes(&inside[name_end..]),
        })
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find_map(|(own, value)| (own == name).then_some(*value))
    }

    fn is_for_trunk(&self) -> bool {
        self.attributes.iter().any(|(name, _)| name.starts_with("data-trunk"))
    }

    fn is_extra(&self) -> bool {
        let rel = self.attribute("rel").unwrap_or_default();
        self.name == "link" && EXTRAS.contains(&rel)
    }

    /// What the tag asks for; `None` if it asks for nothing, or only tells Trunk something.
    fn asset(&self) -> Result<Option<Asset>> {
        if !self.is_for_trunk() {
            self.refuse_inline_code()?;
            return Ok(self.is_extra().then_some(Asset::Extra));
        }
        // Every address in the site is relative to the page, so a base adds nothing.
        if self.name == "base" {
            return Ok(None);
        }
        if self.name != "link" {
            return Err(refusal(&format!(
                "`{}` has data-trunk, which only a `link` may have here",
                self.text
            )));
        }
        let rel = self.attribute("rel").unwrap_or_default();
        if rel == "rust" {
            return Ok(Some(Asset::Application));
        }
        let href = self
            .attribute("href")
            .filter(|href| !href.is_empty())
            .ok_or_else(|| refusal(&format!("`{}` needs an href", self.text)))?
            .to_owned();
        let target = self.attribute("data-target-path").map(str::to_owned);
        match rel {
            "css" | "icon" => Ok(Some(Asset::Linked { href })),
            "copy-file" => Ok(Some(Asset::File { target: target.unwrap_or_default(), href })),
            "copy-dir" => {
                let own_name = href.trim_end_matches('/').rsplit('/').next();
                Ok(Some(Asset::Directory {
                    target: target.unwrap_or_else(|| own_name.unwrap_or_default().to_owned()),
                    href,
                }))
            }
            unknown => Err(refusal(&format!(
                "rel=\"{unknown}\" is not one of rust, css, icon, copy-file and copy-dir"
            ))),
        }
    }

    /// The lines that take the place of the tag.
    fn replacement(&self, placed: Placed) -> String {
        match placed {
            Placed::Unmentioned => String::new(),
            Placed::AsWritten => self.text.to_owned(),
            Placed::Elements(elements) => elements,
            Placed::Style(style) => format!("<style{}>{style}</style>", self.other_attributes()),
            // Both files are asked for at once, and not one after the other as they are discovered.
            // The script also says where the workers are, which the application starts when it needs them.
            Placed::Application(Application { start, glue, wasm, worker, workbook }) => format!(
                r#"<link rel="modulepreload" href="./{glue}">
    <link rel="preload" href="./{wasm}" as="fetch" type="application/wasm" crossorigin>
    <script type="module" id="start" src="./{start}" data-worker="./{worker}" data-workbook="./{workbook}"></script>"#
            ),
            Placed::Linked(address) => {
                let rel = match self.attribute("rel") {
                    Some("css") => "stylesheet",
                    other => other.unwrap_or_default(),
                };
                format!(r#"<link rel="{rel}" href="{address}"{}>"#, self.other_attributes())
            }
        }
    }

    /// The attributes that are neither Trunk's nor replaced.
    fn other_attributes(&self) -> String {
        let others = self
            .attributes
            .iter()
            .filter(|(name, _)| !name.starts_with("data-") && !matches!(name.as_str(), "rel" | "href"));
        others.fold(String::new(), |all, (name, value)| format!(r#"{all} {name}="{value}""#))
    }

    /// The Content-Security-Policy blocks code and styles in the page: better to hear it now.
    fn refuse_inline_code(&self) -> Result {
        let inline_element =
            self.name == "style" || (self.name == "script" && self.attribute("src").is_none());
        let inline_attribute =
            self.attributes.iter().any(|(name, _)| name == "style" || name.starts_with("on"));
        if inline_element || inline_attribute {
            return Err(refusal(&format!(
                "`{}` holds code or style, which the Content-Security-Policy blocks; put it in a file",
                self.text
            )));
        }
        Ok(())
    }
}

/// Reads `name`, `name=value`, `name="value"` and `name='value'`, separated by space.
fn attributes(mut text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return found;
        }
        let name_end = text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len());
        let name = text[..name_end].to_ascii_lowercase();
        text = text[name_end..].trim_start();
        let mut value = "";
        if let Some(after) = text.strip_prefix('=') {
            let after = after.trim_start();
            (value, text) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        }
        found.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<!DOCTYPE html>
<html lang="nl">
  <head>
    <title>a > b</title>
    <!-- data-trunk links are replaced -->
    <base data-trunk-public-url>
    <link data-trunk rel="rust" href="web/Cargo.toml" data-wasm-opt="0">
    <link data-trunk rel="css" href="web/styles/main.css" media='screen'/>
    <link data-trunk rel=icon href="web/icon.svg" type="image/svg+xml">
    <link data-trunk rel="copy-file" href="web/robots.txt">
    <link data-trunk rel="copy-dir" href="web/fonts/" data-target-path="type">
    <link rel="license" href="LICENSE">
  </head>
  <body></body>
</html>
"#;

    fn place(asset: &Asset) -> Placed {
        match asset {
            Asset::Application => Placed::Application(Application {
                start: "start-1.js".into(),
                glue: "deelsom-2.js".into(),
                wasm: "deelsom-3.wasm".into(),
                worker: "worker-4.js".into(),
                workbook: "workbook-5.js".into(),
            }),
            Asset::Linked { href } => {
                Placed::Linked(format!("./{}", href.rsplit('/').next().unwrap_or_default()))
            }
            Asset::File { .. } | Asset::Directory { .. } => Placed::Unmentioned,
            Asset::Extra => Placed::AsWritten,
        }
    }

    fn published(index: &str) -> std::result::Result<String, String> {
        publish(index, |asset| Ok(place(asset))).map_err(|failure| failure.to_string())
    }

    #[test]
    fn links_for_trunk_become_what_they_stand_for() {
        assert_eq!(
            published(INDEX).as_deref(),
            Ok(r#"<!DOCTYPE html>
<html lang="nl">
  <head>
    <title>a > b</title>
    <link rel="modulepreload" href="./deelsom-2.js">
    <link rel="preload" href="./deelsom-3.wasm" as="fetch" type="application/wasm" crossorigin>
    <script type="module" id="start" src="./start-1.js" data-worker="./worker-4.js" data-workbook="./workbook-5.js"></script>
    <link rel="stylesheet" href="./main.css" media="screen">
    <link rel="icon" href="./icon.svg" type="image/svg+xml">
    <link rel="license" href="LICENSE">
  </head>
  <body></body>
</html>
"#)
        );
    }

    #[test]
    fn a_page_may_hold_what_it_would_ask_for() {
        let index = r#"<p>
  <link data-trunk rel="css" href="a.css" media="print">
  <link rel="preload" href="a.json" as="fetch">
  <link rel="manifest" href="a.webmanifest">
  <link data-trunk rel="rust" href="Cargo.toml">
</p>"#;
        let page = publish(index, |asset| {
            Ok(match asset {
                Asset::Linked { .. } => Placed::Style("p > a { color: red }".into()),
                Asset::Application => Placed::Elements("<b></b>".into()),
                _ => Placed::Unmentioned,
            })
        });
        let expected = "<p>\n  <style media=\"print\">p > a { color: red }</style>\n  <b></b>\n</p>";
        assert_eq!(page.expect("a well-formed page"), expected);
        assert_eq!(published("<link rel=preload href=a>").as_deref(), Ok("<link rel=preload href=a>"));
    }

    #[test]
    fn every_asset_is_placed_once() {
        let mut placed = Vec::new();
        publish(INDEX, |asset| {
            let answer = place(asset);
            placed.push(format!("{asset:?}"));
            Ok(answer)
        })
        .expect("the page is well-formed");
        assert_eq!(
            placed,
            [
                "Application",
                r#"Linked { href: "web/styles/main.css" }"#,
                r#"Linked { href: "web/icon.svg" }"#,
                r#"File { href: "web/robots.txt", target: "" }"#,
                r#"Directory { href: "web/fonts/", target: "type" }"#,
            ]
        );
    }

    #[test]
    fn the_page_of_this_repository_has_nothing_left_for_trunk_and_no_code() {
        let index = include_str!("../../index.html");
        let page = published(index).expect("our own page can be published");
        assert!(!page.contains("data-trunk"));
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains(
            r#"src="./start-1.js" data-worker="./worker-4.js" data-workbook="./workbook-5.js"></script>"#
        ));
        assert!(!page.contains("<style") && !page.contains("style="));
    }

    #[test]
    fn what_the_policy_blocks_is_refused() {
        for index in [
            "<script>alert(1)</script>",
            "<script type=module>start()</script>",
            "<style>p { color: red }</style>",
            "<p style='color: red'>",
            "<body onload=start()>",
        ] {
            let refused = published(index).expect_err(index);
            assert!(refused.contains("Content-Security-Policy"), "{refused}");
        }
        assert!(published(r#"<script src="a.js"></script>"#).is_ok());
    }

    #[test]
    fn what_we_do_not_know_is_refused() {
        for index in [
            r#"<link data-trunk rel="scss" href="a.scss">"#,
            r#"<link data-trunk rel="css">"#,
            r#"<script data-trunk src="a.js"></script>"#,
            "<!-- no end",
            "<p title=\"no end>",
        ] {
            assert!(published(index).is_err(), "{index}");
        }
    }
}
