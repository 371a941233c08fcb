//! deelsom-core
