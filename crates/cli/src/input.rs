//! Reading studies from files and from stdin.

use std::fs;
use std::io::{Read, stdin};
use std::path::Path;

use deelsom_core::{Register, Study};

use crate::failure::{Failure, Reason};

/// What some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A study that can be calculated.
pub(crate) fn study(path: &Path, register: &Register) -> Result<Study, Failure> {
    Study::read(&text(path)?, register).map_err(Failure::Invalid)
}

/// The text of a file, or of stdin for `-`. A mark of byte order at its start is not part of it.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let unread = |reason| Failure::Unread(path.display().to_string(), reason);
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    read.map_err(|error| unread(Reason::System(error)))?;
    let mut text = String::from_utf8(bytes).map_err(|_| unread(Reason::NotUtf8))?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    Ok(text)
}
