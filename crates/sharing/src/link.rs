//! A study in the fragment of a link, which no browser sends to anyone: `s1.` and its JSON, deflated, in base64url.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde_json::Value;

/// How every link of this version begins.
const VERSION: &str = "s1.";

/// Mail and word processors cut longer links off.
pub const MOST_CHARACTERS: usize = 2_000;

/// The largest study that is unpacked, bytes: a small link may unpack to anything.
pub const MOST_BYTES: usize = 1 << 20;

/// As small as it can be.
const LEVEL: u8 = 9;

/// Why a link gives no study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no link of this version.
    Unknown,
    /// A part is missing, or was changed on the way.
    Torn,
    /// What is in it is larger than [`MOST_BYTES`].
    TooLarge,
}

/// Whether the end of an address is meant as a study.
pub fn is_packed(fragment: &str) -> bool {
    let mut start = fragment.split('.').next().unwrap_or_default().chars();
    fragment.contains('.') && start.next() == Some('s') && start.all(|one| one.is_ascii_digit())
}

/// The end of a link.
pub fn pack(study: &Value) -> String {
    let packed = compress_to_vec(study.to_string().as_bytes(), LEVEL);
    [VERSION, &URL_SAFE_NO_PAD.encode(packed)].concat()
}

/// The text of the study in the end of a link; it has yet to be checked like any file.
pub fn unpack(packed: &str) -> Result<String, Fault> {
    let packed = packed.strip_prefix(VERSION).ok_or(Fault::Unknown)?;
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| Fault::Torn)?;
    let text = decompress_to_vec_with_limit(&bytes, MOST_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Fault::TooLarge,
        _ => Fault::Torn,
    })?;
    String::from_utf8(text).map_err(|_| Fault::Torn)
}
