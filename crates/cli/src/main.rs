//! deelsom
fn main() {}
