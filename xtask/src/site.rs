//! The site: a directory of files that any static host can serve.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::application::{self, Parts, Program, WORKBOOK, WORKER};
use crate::failure::{Explain, Failure, Result};
use crate::fingerprint;
use crate::guides;
use crate::headers;
use crate::page::{self, Application, Asset, Placed};
use crate::workspace::root;

pub(crate) const PAGE: &str = "index.html";
const HEADERS: &str = "headers.txt";
const THEME: &str = "theme.css";

/// Builds the site into `out`; what was there of an earlier build goes.
pub(crate) fn build(out: &Path) -> Result {
    let site = Site::compose()?;
    site.write(out)?;
    println!("The site is in {}", out.display());
    Ok(())
}

/// The files of a directory and of those below it, by their names relative to it, parts joined
/// with `/`. Links to elsewhere are left out, so whatever is found lies inside.
pub(crate) fn files(directory: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut unread = vec![(String::new(), directory.to_path_buf())];
    while let Some((prefix, directory)) = unread.pop() {
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                unread.push((format!("{name}/"), entry.path()));
            } else if kind.is_file() {
                found.insert(name, entry.path());
            }
        }
    }
    Ok(found)
}

/// The files of the site by name, before they are written.
#[derive(Default)]
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    /// The stylesheets and the icon, in the order of `index.html`: the guides have the same.
    linked: Vec<String>,
}

impl Site {
    /// Gathers the compiled application and all that `index.html` asks for.
    fn compose() -> Result<Self> {
        let mut site = Self::default();
        let index = String::from_utf8_lossy(&read(&root().join(PAGE))?).into_owned();
        let page = page::publish(&index, |asset| site.place(asset))?;
        site.add(PAGE, page);
        for (name, guide) in guides::pages(&site.linked)? {
            site.add(&name, guide);
        }
        site.add(HEADERS, headers::as_text());
        Ok(site)
    }

    fn add(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(name.to_owned(), content.into());
    }

    fn add_hashed(&mut self, name: &str, content: impl Into<Vec<u8>>) -> String {
        let content = content.into();
        let name = fingerprint::hashed_name(name, &content);
        self.files.insert(name.clone(), content);
        name
    }

    fn place(&mut self, asset: &Asset) -> Result<Placed> {
        match asset {
            Asset::Application => Ok(Placed::Application(self.place_application()?)),
            // By this name a host finds the file to put its own in the place of.
            Asset::Linked { href } if file_name(href) == THEME => {
                self.add(THEME, read(&root().join(href))?);
                self.linked.push(THEME.to_owned());
                Ok(Placed::Linked(format!("./{THEME}")))
            }
            Asset::Linked { href } => {
                let content = read(&root().join(href))?;
                let name = self.add_hashed(file_name(href), content);
                self.linked.push(name.clone());
                Ok(Placed::Linked(format!("./{name}")))
            }
            Asset::File { href, target } => {
                let content = read(&root().join(href))?;
                self.add(&inside(target, file_name(href)), content);
                Ok(Placed::Unmentioned)
            }
            Asset::Directory { href, target } => {
                let source = root().join(href);
                let files = files(&source).explain(|| format!("read the directory {}", source.display()))?;
                for (name, path) in files {
                    self.add(&inside(target, &name), read(&path)?);
                }
                Ok(Placed::Unmentioned)
            }
            Asset::Extra => Ok(Placed::AsWritten),
        }
    }

    fn place_application(&mut self) -> Result<Application> {
        let Parts { glue, wasm, files } = application::parts()?;
        for (name, content) in files {
            self.add(&name, content);
        }
        let start = start_module(&glue, &wasm) + AS_TRUNK;
        let start = self.add_hashed("start.js", start);
        let worker = self.place_worker(WORKER)?;
        let workbook = self.place_worker(WORKBOOK)?;
        Ok(Application { start, glue, wasm, worker, workbook })
    }

    /// A worker, which the page starts when it needs it.
    fn place_worker(&mut self, program: Program) -> Result<String> {
        let (worker, name) = (application::worker(program)?, program.name);
        let glue = self.add_hashed(&format!("{name}-bindings.js"), worker.glue);
        let wasm = self.add_hashed(&format!("{name}.wasm"), worker.wasm);
        Ok(self.add_hashed(&format!("{name}.js"), start_module(&glue, &wasm)))
    }

    /// Writes the files first and removes those of an earlier build after, so that the page never
    /// asks for a file that is not there yet.
    fn write(&self, out: &Path) -> Result {
        let earlier = if out.exists() {
            files(out).explain(|| format!("read the directory {}", out.display()))?
        } else {
            BTreeMap::new()
        };
        if !earlier.is_empty() && !is_ours(out) {
            return Err(Failure::new(format!(
                "{} holds other files than an earlier build of Deelsom: name an empty directory.",
                out.display()
            )));
        }
        let page_last = |name: &&String| *name == PAGE;
        let mut names: Vec<&String> = self.files.keys().collect();
        names.sort_by_key(page_last);
        for name in names {
            let path = out.join(name);
            let directory = path.parent().unwrap_or(out);
            fs::create_dir_all(directory)
                .and_then(|()| fs::write(&path, &self.files[name]))
                .explain(|| format!("write {}", path.display()))?;
        }
        for (name, path) in earlier {
            if !self.files.contains_key(&name) {
                fs::remove_file(&path).explain(|| format!("remove {}", path.display()))?;
            }
        }
        Ok(())
    }
}

/// Whether a directory was written by an earlier build.
fn is_ours(directory: &Path) -> bool {
    fs::read_to_string(directory.join(HEADERS)).is_ok_and(|text| text.lines().next() == Some(headers::TITLE))
}

/// The module that starts the application, or a worker. It is a file because the Content-Security-Policy allows no
/// script in the page.
fn start_module(glue: &str, wasm: &str) -> String {
    format!(
        "\
import init, * as bindings from \"./{glue}\";
await init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }});
"
    )
}

/// What follows in the page: the bindings stand where Trunk has them.
const AS_TRUNK: &str = "window.wasmBindings = bindings;\n";

/// The content of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).explain(|| format!("read {}", path.display()))
}

/// The last part of an address.
pub(crate) fn file_name(href: &str) -> &str {
    href.rsplit_once('/').map_or(href, |(_, name)| name)
}

/// Whether a name ends in a dot and `ending`.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

/// The name of a file inside a directory of the site.
pub(crate) fn inside(directory: &str, name: &str) -> String {
    match directory.trim_matches('/') {
        "" => name.to_owned(),
        directory => format!("{directory}/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::target;

    /// A directory of this test's own, empty.
    fn empty_directory(name: &str) -> PathBuf {
        let directory = target().join("tmp").join("site").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).expect("the target directory can be written");
        directory
    }

    fn names(directory: &Path) -> Vec<String> {
        files(directory).expect("the directory can be read").into_keys().collect()
    }

    #[test]
    fn an_earlier_build_is_replaced() {
        let out = empty_directory("replaced");
        let mut earlier = Site::default();
        earlier.add(PAGE, "old");
        earlier.add("type/old.woff2", "");
        earlier.add(HEADERS, headers::as_text());
        earlier.write(&out).expect("the directory is empty");

        let mut site = Site::default();
        site.add(PAGE, "new");
        site.add(HEADERS, headers::as_text());
        site.write(&out).expect("the directory is ours");
        assert_eq!(names(&out), [HEADERS, PAGE]);
        assert_eq!(fs::read(out.join(PAGE)).ok().as_deref(), Some(&b"new"[..]));
    }

    #[test]
    fn the_files_of_others_are_left_alone() {
        let out = empty_directory("others");
        fs::write(out.join("thesis.txt"), "").expect("the directory can be written");
        let mut site = Site::default();
        site.add(PAGE, "new");
        assert!(site.write(&out).is_err());
        assert_eq!(names(&out), ["thesis.txt"]);
    }

    #[test]
    fn copies_go_where_they_are_told() {
        assert_eq!(file_name("web/robots.txt"), "robots.txt");
        assert_eq!(file_name("robots.txt"), "robots.txt");
        assert_eq!(inside("", "a.txt"), "a.txt");
        assert_eq!(inside("/docs/", "a/b.txt"), "docs/a/b.txt");
    }

    #[test]
    fn the_start_module_names_its_files() {
        let start = start_module("deelsom-1.js", "deelsom-2.wasm");
        for file in ["deelsom-1.js", "deelsom-2.wasm"] {
            assert!(start.contains(&format!("\"./{file}\"")), "{file} in {start}");
        }
    }
}
