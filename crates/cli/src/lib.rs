//! What the command line `deelsom` shares with tests elsewhere: holding reports against known answers.
//!
//! The commands themselves are the program's own: see `main.rs`.

pub mod verify;
