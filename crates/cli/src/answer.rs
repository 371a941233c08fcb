//! What a command gives back, and how it leaves the program.

use std::io::Write;

use serde::Serialize;

use crate::failure::Failure;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// All went well.
    Fine = 0,
    /// A file or a stream could not be read or written.
    Stream = 1,
    /// The command line asks for what there is not; clap itself ends with this code too.
    Usage = 2,
    /// The study has problems.
    Invalid = 3,
    /// What was checked is not so.
    CheckFailed = 4,
}

impl From<Status> for std::process::ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// What a command gives back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For stdout.
    pub(crate) data: String,
    /// For stderr.
    pub(crate) note: String,
    /// For the exit code.
    pub(crate) status: Status,
}

impl Answer {
    /// An answer that is nothing but data.
    pub(crate) fn of(data: String) -> Self {
        Self { data, note: String::new(), status: Status::Fine }
    }

    /// Writes the data, then the note.
    pub(crate) fn give(self) -> Result<Status, Failure> {
        let mut out = std::io::stdout().lock();
        out.write_all(self.data.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Unwritten)?;
        note(&self.note);
        Ok(self.status)
    }
}

/// Writes to stderr; where that is gone there is nobody left to tell.
pub(crate) fn note(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// JSON for programs, and still readable: two spaces, a new line at the end.
pub(crate) fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("reports and remarks have texts for keys");
    text.push('\n');
    text
}
