//! Names made of content: a file whose name holds its own hash never changes, so browsers may keep it.

use std::fmt::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Hexadecimal digits of the hash in a file name.
const DIGITS: usize = 16;

/// The SHA-256 of `content` in hexadecimal.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("a String takes every character");
        digits
    })
}

/// The hash of `content` as a Content-Security-Policy writes it.
pub(crate) fn of_policy(content: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content)))
}

/// `content` in base64, with padding.
pub(crate) fn base64(content: &[u8]) -> String {
    STANDARD.encode(content)
}

/// `main.css` becomes `main-0123456789abcdef.css`, after the content.
pub(crate) fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = &sha256(content)[..DIGITS];
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

/// Whether a file name was made by [`hashed_name`].
pub(crate) fn is_hashed(name: &str) -> bool {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str());
    stem.and_then(|stem| stem.rsplit_once('-')).is_some_and(|(_, hash)| {
        hash.len() == DIGITS && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_sha256() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_policy_has_the_hash_in_base64() {
        assert_eq!(of_policy("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(base64(b"ab"), "YWI=");
    }

    #[test]
    fn a_name_follows_the_content() {
        assert_eq!(hashed_name("main.css", b"abc"), "main-ba7816bf8f01cfea.css");
        assert_ne!(hashed_name("main.css", b"abd"), hashed_name("main.css", b"abc"));
        assert_eq!(hashed_name("LICENCE", b"abc"), "LICENCE-ba7816bf8f01cfea");
    }

    #[test]
    fn only_hashed_names_are_for_ever() {
        assert!(is_hashed("main-ba7816bf8f01cfea.css"));
        assert!(is_hashed(&hashed_name("start.js", b"x")));
        for name in [
            "index.html",
            "main.css",
            "main-ba7816bf.css",
            "main-BA7816BF8F01CFEA.css",
            "ba7816bf8f01cfea.css",
            "snippets/name-ba7816bf8f01cfea/inline0.js",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
