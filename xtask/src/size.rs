//! What a visitor must load: the size of the site, and the limits it keeps to.

use std::fs;
use std::io::Write;
use std::path::Path;

use brotli::CompressorWriter;

use crate::failure::{Explain, Failure, Result};
use crate::site;

/// A kind of file and the bytes it may take, all together and compressed as hosts do.
struct Budget {
    kind: &'static str,
    extension: &'static str,
    part: Part,
    limit: Option<usize>,
}

/// When a file is loaded.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// Before the page can be used: the page names it.
    First,
    /// When what is in it is needed.
    Later,
    /// By the worker that makes draws.
    Worker,
    /// By the worker that makes workbooks.
    Workbook,
    /// Scripts are loaded through each other, so that the page does not name all of them.
    Any,
}

impl Part {
    fn holds(self, name: &str, page: &str) -> bool {
        let part = if name.starts_with("worker-") {
            Self::Worker
        } else if name.starts_with("workbook-") {
            Self::Workbook
        } else if page.contains(name) {
            Self::First
        } else {
            Self::Later
        };
        self == Self::Any || self == part
    }
}

const BUDGETS: [Budget; 6] = [
    Budget { kind: "wasm, first", extension: "wasm", part: Part::First, limit: Some(200_000) },
    Budget { kind: "wasm, later", extension: "wasm", part: Part::Later, limit: None },
    Budget { kind: "wasm, worker", extension: "wasm", part: Part::Worker, limit: None },
    Budget { kind: "wasm, workbook", extension: "wasm", part: Part::Workbook, limit: None },
    Budget { kind: "css", extension: "css", part: Part::First, limit: Some(30_000) },
    Budget { kind: "js", extension: "js", part: Part::Any, limit: None },
];

/// Prints the sizes of the site and fails if one is over its limit.
pub(crate) fn check(site: &Path) -> Result {
    let files = site::files(site).explain(|| format!("read the site in {}", site.display()))?;
    let mut over = Vec::new();
    let page = fs::read_to_string(site.join(site::PAGE))
        .explain(|| format!("read the page in {}", site.display()))?;
    println!("kind              bytes  brotli   limit");
    for Budget { kind, extension, part, limit } in BUDGETS {
        let (mut bytes, mut compressed) = (0, 0);
        for (name, path) in &files {
            if part.holds(name, &page) && site::has_ending(name, extension) {
                let content = fs::read(path).explain(|| format!("read {}", path.display()))?;
                bytes += content.len();
                compressed += brotli_size(&content);
            }
        }
        let shown = limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        println!("{kind:<14} {bytes:>8} {compressed:>7} {shown:>7}");
        if limit.is_some_and(|limit| compressed > limit) {
            over.push(format!("{kind} takes {compressed} of {shown} bytes"));
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The site has grown over its limit: {}. Find what added it, or argue for another limit.",
        over.join(", ")
    )))
}

/// The size after Brotli at its highest quality.
fn brotli_size(content: &[u8]) -> usize {
    const BUFFER: usize = 4096;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(content).expect("a Vec takes every byte");
    writer.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_costs_little_and_noise_does_not() {
        assert!(brotli_size(&[b'a'; 10_000]) < 100);
        let noise: Vec<u8> = (0_u32..1_000).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        assert!(brotli_size(&noise) > 300);
    }
}
