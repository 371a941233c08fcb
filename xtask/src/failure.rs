//! Why a task stopped, in a sentence that says what to do.

use std::fmt;
use std::process::ExitCode;

/// The result of a task or of a part of it.
pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

/// A sentence for the reader and an exit code for the caller.
#[derive(Debug)]
pub(crate) struct Failure {
    sentence: String,
    code: u8,
}

impl Failure {
    /// A failure with exit code 1.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self::with_code(sentence, 1)
    }

    /// A failure that passes on the exit code of the program that failed.
    pub(crate) fn with_code(sentence: impl Into<String>, code: u8) -> Self {
        Self { sentence: sentence.into(), code }
    }

    /// The same failure with one more sentence.
    pub(crate) fn followed_by(self, sentence: &str) -> Self {
        Self::with_code(format!("{self}\n{sentence}"), self.code)
    }

    /// The exit code of the whole task.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

/// Puts an error into words: what could not be done, and why.
pub(crate) trait Explain<T> {
    /// Turns an error into the failure "Could not `deed`: `error`."
    fn explain(self, deed: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Explain<T> for std::result::Result<T, E> {
    fn explain(self, deed: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Failure::new(format!("Could not {}: {error:#}.", deed())))
    }
}
