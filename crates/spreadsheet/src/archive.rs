//! The archive that a file is: which parts it has, and each unpacked within limits whatever it says of its size.

use std::borrow::Cow;
use std::io::{self, BufReader, Cursor, Read};

use deelsom_tables::Fault;
use zip::ZipArchive;

use crate::broken;
use crate::markup::{self, Visitor};

/// So many parts may a file have.
const MOST_PARTS: usize = 200;
/// So much of a part is unpacked, bytes.
const MOST_OF_A_PART: u64 = 64_000_000;
/// So much of all parts is unpacked, bytes.
const MOST_OF_ALL: u64 = 128_000_000;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A workbook of Excel.
    Xlsx,
    /// A spreadsheet of `OpenDocument`.
    Ods,
}

/// A file that is an archive.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    budget: Budget,
    /// How many elements have been looked at.
    elements: usize,
}

/// What may still be unpacked.
struct Budget {
    left: u64,
    /// The limit that was passed, bytes.
    passed: Option<u64>,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if zip.len() > MOST_PARTS {
            return Err(Fault::limit("file_parts", MOST_PARTS as f64));
        }
        // Some programs write folders as Windows does.
        let name = |name: Cow<'_, str>| name.replace('\\', "/");
        let names: Result<Vec<String>, _> = zip.file_names().map(|found| found.map(name)).collect();
        let budget = Budget { left: MOST_OF_ALL, passed: None };
        Ok(Self { zip, names: names.map_err(|_| broken())?, budget, elements: 0 })
    }

    /// What the file is, by the parts that it must have.
    pub(crate) fn kind(&self) -> Option<Kind> {
        let has = |name: &str| self.named(name).is_some();
        if has("mimetype") && has("content.xml") {
            Some(Kind::Ods)
        } else if has("_rels/.rels") && !has("xl/workbook.bin") {
            Some(Kind::Xlsx)
        } else {
            None
        }
    }

    /// The place of a part, capitals or not.
    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|one| one.eq_ignore_ascii_case(name))
    }

    /// The places of the parts whose names end so, capitals or not.
    pub(crate) fn ending(&self, ends: &[&str]) -> Vec<usize> {
        let names = self.names.iter().enumerate();
        let ends_so = |name: &String| {
            let name = name.to_ascii_lowercase();
            ends.iter().any(|end| name.ends_with(end))
        };
        names.filter(|(_, name)| ends_so(name)).map(|(place, _)| place).collect()
    }

    /// Shows what stands in a part, piece by piece.
    pub(crate) fn walk(&mut self, place: usize, visitor: &mut impl Visitor) -> Result<(), Fault> {
        let file = self.zip.by_index(place).map_err(|_| broken())?;
        let counted = Counted { inner: file, own: MOST_OF_A_PART, budget: &mut self.budget };
        let walked = markup::walk(BufReader::new(counted), visitor, &mut self.elements);
        match self.budget.passed {
            Some(limit) => Err(Fault::limit("file_inflated", limit as f64 / 1e6)),
            None => walked,
        }
    }
}

/// What is unpacked, counted: what an archive says of its sizes is not believed.
struct Counted<'b, R> {
    inner: R,
    own: u64,
    budget: &'b mut Budget,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let bytes = u64::try_from(read).unwrap_or(u64::MAX);
        for (left, limit) in [(&mut self.own, MOST_OF_A_PART), (&mut self.budget.left, MOST_OF_ALL)] {
            let Some(rest) = left.checked_sub(bytes) else {
                self.budget.passed = Some(limit);
                return Err(io::Error::other("too much"));
            };
            *left = rest;
        }
        Ok(read)
    }
}
