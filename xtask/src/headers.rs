//! The response headers of Deelsom: sent by `serve`, and written to `headers.txt` for other hosts.
//!
//! The browser tests run under them, so a page that needs more than they allow fails a test.

use crate::fingerprint;

/// Sent with every response. Only this site's own files are loaded and nothing is sent anywhere.
pub(crate) const HEADERS: [(&str, &str); 8] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
         style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; \
         base-uri 'self'; form-action 'none'",
    ),
    // Browsers ignore it over plain http, so `serve` can send what a host must.
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// The policy of a page that is one file and says it itself: nothing is loaded, and of what is in the page only
/// the scripts and styles with these hashes count. `frame-ancestors` is for headers alone.
pub(crate) fn policy_of_one_file(scripts: &[String], styles: &[String]) -> String {
    let named =
        |hashes: &[String]| hashes.iter().fold(String::new(), |list, hash| format!("{list} '{hash}'"));
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{}; style-src{}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'",
        named(scripts),
        named(styles),
    )
}

const KEEP: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// How long a browser may keep a file: for ever if its name holds its hash.
pub(crate) fn cache_control(name: &str) -> &'static str {
    if fingerprint::is_hashed(name) { KEEP } else { ASK_AGAIN }
}

/// The first line of `headers.txt`, which also marks a directory as one that we wrote.
pub(crate) const TITLE: &str = "# The response headers of Deelsom, for whoever configures a host.";

/// The text of `headers.txt`.
pub(crate) fn as_text() -> String {
    let for_every_file: Vec<String> =
        HEADERS.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!(
        "\
{TITLE}

# For every file:
{}

# For names that end in a hash, as start-0123456789abcdef.js:
Cache-Control: {KEEP}

# For index.html and all other names:
Cache-Control: {ASK_AGAIN}
",
        for_every_file.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_files_are_kept_and_the_page_is_not() {
        assert_eq!(cache_control("start-ba7816bf8f01cfea.js"), KEEP);
        assert_eq!(cache_control("index.html"), ASK_AGAIN);
    }

    #[test]
    fn the_policies_allow_no_inline_code_and_no_other_host() {
        let of_one_file =
            policy_of_one_file(&["sha256-a=".into(), "sha256-b=".into()], &["sha256-c=".into()]);
        for policy in [HEADERS[0].1, &of_one_file] {
            assert!(policy.starts_with("default-src 'none';"));
            for loophole in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "  "] {
                assert!(!policy.contains(loophole), "{loophole}");
            }
        }
        for directive in ["'sha256-a=' 'sha256-b=';", "style-src 'sha256-c=';"] {
            assert!(of_one_file.contains(directive), "{of_one_file}");
        }
    }

    #[test]
    fn the_text_has_every_header_on_a_line_of_its_own() {
        let text = as_text();
        for (name, value) in HEADERS {
            assert!(text.lines().any(|line| line == format!("{name}: {value}")));
        }
        assert_eq!(text.lines().next(), Some(TITLE));
    }
}
