//! deelsom-language
