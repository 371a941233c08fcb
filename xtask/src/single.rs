//! The site as one file, which opens from disk: for whoever has no host, or sends it to a colleague.
//!
//! WebAssembly, bindings, styles, icon, examples and figures are written into the page, and so is the policy, which knows every
//! script and style by its hash. Data are in blocks that browsers do not run, so that policies do not ask about them.

use std::fs;
use std::path::Path;

use crate::application;
use crate::failure::{Explain, Failure, Result};
use crate::fingerprint::{base64, of_policy};
use crate::headers;
use crate::page::{self, Asset, Placed};
use crate::serve;
use crate::site::{self, read};
use crate::workspace::root;

/// What follows the bindings: it starts the application from what the page holds.
const START: &str = include_str!("single/start.js");

/// The block with the WebAssembly, which also marks a file as one that we wrote.
const WASM_BLOCK: &str = r#"<script type="text/plain" id="deelsom.wasm">"#;

/// After it the policy is put: before all that the policy is about, and after what must come first in a page.
const CHARACTERS: &str = r#"<meta charset="utf-8">"#;

/// Writes the site into the one file `out`.
pub(crate) fn build(out: &Path) -> Result {
    refuse_the_files_of_others(out)?;
    let application = application::whole()?;
    let index = text(&root().join(site::PAGE))?;
    let page = compose(&index, &application.glue, &application.wasm)?;
    fs::create_dir_all(out.parent().unwrap_or(out))
        .and_then(|()| fs::write(out, &page))
        .explain(|| format!("write {}", out.display()))?;
    println!("The site as one file of {} bytes is {}", page.len(), out.display());
    Ok(())
}

fn refuse_the_files_of_others(out: &Path) -> Result {
    if !out.exists() || fs::read_to_string(out).is_ok_and(|text| text.contains(WASM_BLOCK)) {
        return Ok(());
    }
    Err(Failure::new(format!("{} is not an earlier build of Deelsom: name another file.", out.display())))
}

/// The page with all it needs inside.
fn compose(index: &str, glue: &str, wasm: &[u8]) -> Result<String> {
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    let page = page::publish(index, |asset| match asset {
        Asset::Application => {
            let script = as_script(&format!("{glue}\n{}", as_browsers_read(START)));
            scripts.push(of_policy(&script));
            let wasm = base64(wasm);
            Ok(Placed::Elements(format!(
                "{WASM_BLOCK}{wasm}</script>\n    <script type=\"module\" id=\"start\">{script}</script>"
            )))
        }
        Asset::Linked { href } if site::has_ending(href, "css") => {
            let style = as_style(&text(&root().join(href))?);
            styles.push(of_policy(&style));
            Ok(Placed::Style(style))
        }
        Asset::Linked { href } => Ok(Placed::Linked(data_address(href, &read(&root().join(href))?))),
        Asset::File { href, target } => {
            Ok(blocks(vec![block(&site::inside(target, site::file_name(href)), &root().join(href))?]))
        }
        Asset::Directory { href, target } => {
            let source = root().join(href);
            let files =
                site::files(&source).explain(|| format!("read the directory {}", source.display()))?;
            let files = files.iter().map(|(name, path)| block(&site::inside(target, name), path));
            Ok(blocks(files.collect::<Result<_>>()?))
        }
        Asset::Extra => Ok(Placed::Unmentioned),
    })?;
    with_policy(&page, &headers::policy_of_one_file(&scripts, &styles))
}

/// The page with what can be said in it of the response headers.
fn with_policy(page: &str, policy: &str) -> Result<String> {
    let (before, after) = page
        .split_once(CHARACTERS)
        .ok_or_else(|| Failure::new(format!("index.html cannot be one file: it has no `{CHARACTERS}`.")))?;
    Ok(format!(
        "{before}{CHARACTERS}
    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
    <meta name=\"referrer\" content=\"no-referrer\">{after}"
    ))
}

fn blocks(blocks: Vec<Option<String>>) -> Placed {
    Placed::Elements(blocks.into_iter().flatten().collect::<Vec<_>>().join("\n    "))
}

/// A file in JSON or CSV as a block of data, which the page finds by the file's name. Other files are not for the page.
fn block(name: &str, path: &Path) -> Result<Option<String>> {
    let (kind, data) = if site::has_ending(name, "json") {
        ("application/json", as_data(&text(path)?))
    } else if site::has_ending(name, "csv") {
        ("text/csv", as_table(text(path)?, name)?)
    } else {
        return Ok(None);
    };
    let name = name.replace('&', "&amp;").replace('"', "&quot;");
    Ok(Some(format!("<script type=\"{kind}\" id=\"{name}\">{data}</script>")))
}

fn data_address(name: &str, content: &[u8]) -> String {
    format!("data:{};base64,{}", serve::media_type(name), base64(content))
}

/// A script as it can stand in a page: what would end or hide it there is written with an escape, which means the same
/// wherever it occurs in scripts, in texts and patterns.
fn as_script(script: &str) -> String {
    escape(&escape(script, "</script", r"\x3c"), "<!--", r"\x3c")
}

/// A style as it can stand in a page.
fn as_style(style: &str) -> String {
    escape(style, "</style", r"\3c ")
}

/// JSON as it can stand in a page: `<` occurs in its texts only, where it may be written as a number.
fn as_data(json: &str) -> String {
    json.replace('<', r"\u003c")
}

/// CSV as it can stand in a page: it has no way to write `<` otherwise, so it may have none.
fn as_table(csv: String, name: &str) -> Result<String> {
    if csv.contains('<') {
        return Err(Failure::new(format!("{name} cannot stand in a page: it has a `<`.")));
    }
    Ok(csv)
}

/// Writes the `<` of every `word` as `escaped`, in whatever case the word is.
fn escape(text: &str, word: &str, escaped: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut safe = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in lower.match_indices(word) {
        safe.push_str(&text[from..at]);
        safe.push_str(escaped);
        from = at + '<'.len_utf8();
    }
    safe.push_str(&text[from..]);
    safe
}

/// A text as browsers read it in a page, with one kind of line end: the hashes are taken of that.
fn as_browsers_read(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn text(path: &Path) -> Result<String> {
    let text = String::from_utf8(read(path)?).explain(|| format!("read {} as text", path.display()))?;
    Ok(as_browsers_read(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = include_str!("../../index.html");
    const GLUE: &str = "let wasm_bindgen = () => '</SCRIPT><!-- <script>';";

    fn composed() -> String {
        compose(INDEX, GLUE, b"\0asm").expect("our own page can be one file")
    }

    /// Every element of a name, as a browser finds it: its attributes, and what stands in it.
    fn elements<'a>(mut page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
        let (start, end) = (format!("<{name}"), format!("</{name}>"));
        let mut found = Vec::new();
        while let Some((_, element)) = page.split_once(&start) {
            let (inside, rest) = element.split_once(&end).expect("an element with an end");
            found.push(inside.split_once('>').expect("a tag with an end"));
            page = rest;
        }
        found
    }

    fn policy(page: &str) -> &str {
        let (_, after) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
        after.split_once('"').expect("an end").0
    }

    #[test]
    fn the_policy_has_the_hash_of_every_script_and_style_and_no_other() {
        let page = composed();
        let policy = policy(&page);
        let scripts: Vec<_> =
            elements(&page, "script").into_iter().filter(|(kind, _)| kind.contains("module")).collect();
        let styles = elements(&page, "style");
        assert_eq!((scripts.len(), styles.len()), (1, INDEX.matches("rel=\"css\"").count()));
        for (_, text) in scripts.iter().chain(&styles) {
            assert!(policy.contains(&format!("'{}'", of_policy(text))), "{policy}");
        }
        assert_eq!(policy.matches("sha256-").count(), scripts.len() + styles.len());
    }

    #[test]
    fn the_policy_comes_before_all_that_it_is_about() {
        let page = composed();
        let place = |text| page.find(text).expect(text);
        assert!(place("<meta charset") < place("Content-Security-Policy"));
        assert!(place("Content-Security-Policy") < place("<script"));
        assert!(place("Content-Security-Policy") < place("<link"));
    }

    #[test]
    fn the_page_asks_for_no_file() {
        let page = composed();
        assert!(!page.contains("src=") && !page.contains("rel=\"preload\"") && !page.contains("href=\"."));
        let links = page.matches("<link").count();
        assert_eq!(links, page.matches("href=\"data:image/svg+xml;base64,").count());
    }

    #[test]
    fn the_first_example_is_found_by_its_name_and_means_the_same() {
        let page = composed();
        let name = "id=\"examples/voorschoten-wassenaar-2010.json\"";
        let (_, text) = elements(&page, "script")
            .into_iter()
            .find(|(attributes, _)| attributes.contains(name))
            .expect("a block with the example");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(read(text), read(include_str!("../../examples/voorschoten-wassenaar-2010.json")));
    }

    #[test]
    fn the_figures_of_municipalities_are_found_by_their_name_as_they_are() {
        let page = composed();
        let name = "id=\"data/nl-municipalities.csv\"";
        let scripts = elements(&page, "script");
        let (kind, text) = scripts.iter().find(|(attributes, _)| attributes.contains(name)).expect("a block");
        assert!(kind.contains("type=\"text/csv\""), "{kind}");
        assert_eq!(*text, include_str!("../../data/nl-municipalities.csv"));
        assert!(as_table("a,<script>".to_owned(), "a.csv").is_err());
    }

    #[test]
    fn a_text_that_looks_like_markup_stays_data() {
        let hostile = "{\"name\": \"</script><script>alert(1)</script><!-- <ScRiPt>\"}";
        let data = as_data(hostile);
        assert!(!data.contains('<'), "{data}");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(read(&data), read(hostile));
        assert_eq!(as_style("a { content: '</STYLE>' }"), r"a { content: '\3c /STYLE>' }");
        assert_eq!(as_script("'</Script é' + '<!--' + a</b/"), r"'\x3c/Script é' + '\x3c!--' + a</b/");
        assert!(composed().contains(r"let wasm_bindgen = () => '\x3c/SCRIPT>\x3c!-- <script>';"));
    }

    #[test]
    fn the_webassembly_is_data_too() {
        assert!(composed().contains(&format!("{WASM_BLOCK}AGFzbQ==</script>")));
    }

    #[test]
    fn files_of_others_are_left_alone() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(refuse_the_files_of_others(&here.join("Cargo.toml")).is_err());
        assert!(refuse_the_files_of_others(here).is_err());
        assert!(refuse_the_files_of_others(&here.join("not-there.html")).is_ok());
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(compose("<p></p>", GLUE, b"").is_err());
    }
}
