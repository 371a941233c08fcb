//! The design of the NL Design System, as stylesheets in the repository: fetched by whoever wants another version, so
//! that building and testing need none of it.
//!
//! Components come in the variant that styles plain HTML, all in one cascade layer that our own stylesheet is above.
//! Of the theme only the tokens are kept that a stylesheet refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::failure::{Explain, Failure, Result};
use crate::provision;
use crate::workspace::{root, target};

/// The example theme: the only one that is free to use for everyone.
const THEME: (&str, &str) = ("@nl-design-system-unstable/voorbeeld-design-tokens@7.4.1", "dist/theme.css");

/// The components, and which of their stylesheets.
const COMPONENTS: [(&str, &str); 8] = [
    ("@nl-design-system-candidate/button-css@1.1.0", "dist/html/button.css"),
    ("@nl-design-system-candidate/heading-css@1.1.3", "dist/html/heading.css"),
    ("@nl-design-system-candidate/link-css@2.0.3", "dist/html/link.css"),
    ("@nl-design-system-candidate/paragraph-css@2.1.3", "dist/html/paragraph.css"),
    ("@utrecht/form-label-css@3.0.1", "dist/html/index.min.css"),
    ("@utrecht/select-css@3.0.1", "dist/html/index.min.css"),
    ("@utrecht/table-css@3.0.1", "dist/html/index.min.css"),
    ("@utrecht/textbox-css@4.0.1", "dist/html/index.min.css"),
];

/// Fetches theme and components, and writes their stylesheets.
pub(crate) fn vendor() -> Result {
    let directory = target().join("nl-design-system");
    let packages: Vec<&str> = COMPONENTS.iter().chain([&THEME]).map(|(package, _)| *package).collect();
    println!("Fetching the NL Design System: its theme and components are part of the page's styles.");
    provision::packages(&packages, &directory)?;
    let modules = directory.join("node_modules");
    let styles = root().join("web").join("styles");
    let mut components = String::from(
        "/* Components of the NL Design System, EUPL-1.2: written by `cargo xtask vendor`. */\n@layer components {\n",
    );
    for (package, file) in COMPONENTS {
        let rules = rules(&text(&modules.join(name(package)).join(file))?);
        components.extend(["/* ", package, ", ", holder(package), " */\n", &rules, "\n"]);
    }
    components += "}\n";
    let own = text(&styles.join("main.css"))?;
    let theme = theme(&text(&modules.join(name(THEME.0)).join(THEME.1))?, &[&components, &own]);
    write(&styles.join("components.css"), &components)?;
    write(&styles.join("theme.css"), &theme)
}

/// A package without its version.
fn name(package: &str) -> &str {
    package.rsplit_once('@').map_or(package, |(name, _)| name)
}

/// Whose work a component is, as its package says.
fn holder(package: &str) -> &'static str {
    if package.starts_with("@utrecht") {
        "Copyright (c) 2020-2024 Frameless B.V., 2021-2024 Gemeente Utrecht"
    } else {
        "Copyright (c) 2021-2026 Community for NL Design System"
    }
}

/// A stylesheet without comments and without what only its makers read.
fn rules(style: &str) -> String {
    let mut rules = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        rules += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    rules += rest;
    rules.replace("@charset \"UTF-8\";", "").trim().to_owned()
}

/// The tokens of a theme that stylesheets refer to, directly or by way of other tokens, in the order of the theme.
fn theme(theme: &str, styles: &[&str]) -> String {
    let theme = rules(theme);
    let tokens: Vec<(&str, &str)> = theme
        .split(['{', '}', ';'])
        .filter_map(|declaration| declaration.trim().split_once(':'))
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (name, value.trim()))
        .collect();
    let values: BTreeMap<&str, &str> = tokens.iter().copied().collect();
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    let mut unread: Vec<&str> = styles.iter().flat_map(|style| referred(style)).collect();
    while let Some(name) = unread.pop() {
        if let Some(value) = values.get(name)
            && wanted.insert(name)
        {
            unread.extend(referred(value));
        }
    }
    let mut kept = format!(
        "/* The theme: what a municipality replaces by its own tokens of the NL Design System.\n   {} (EUPL-1.2, \
         Copyright (c) 2021 NL Design System Community),\n   as far as the page uses it: written by `cargo xtask vendor`. \
         */\n:root {{\n",
        THEME.0
    );
    for (name, value) in tokens.into_iter().filter(|(name, _)| wanted.remove(name)) {
        kept.extend(["  ", name, ": ", value, ";\n"]);
    }
    kept + "}\n"
}

/// The tokens that a stylesheet refers to.
fn referred(style: &str) -> impl Iterator<Item = &str> {
    style.split("var(").skip(1).map(|rest| {
        let end = rest.find([')', ',']).unwrap_or(rest.len());
        rest[..end].trim()
    })
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).explain(|| format!("read {}", path.display()))
}

fn write(path: &Path, content: &str) -> Result {
    if content.contains("url(") {
        return Err(Failure::new(format!(
            "{} would ask for a file that the site does not have.",
            path.display()
        )));
    }
    fs::write(path, content).explain(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_keeps_what_is_referred_to_and_what_that_refers_to() {
        let all = "/* c */ .some-theme { --a: var(--b); --b: 1px; --unused: 2px; }";
        let kept = theme(all, &["p { color: var(--a, red) }"]);
        assert!(kept.ends_with(":root {\n  --a: var(--b);\n  --b: 1px;\n}\n"), "{kept}");
    }

    #[test]
    fn comments_are_left_out_and_packages_named_without_version() {
        assert_eq!(rules("/* one */a{}/* two */"), "a{}");
        assert_eq!(name("@utrecht/table-css@3.0.1"), "@utrecht/table-css");
    }
}
