//! How far a long command is, for who watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on stderr, where stderr is a terminal; otherwise nothing.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Of so many bytes; without an end where that is not known.
    pub(super) fn over(bytes: Option<u64>) -> Self {
        let (bar, template) = match bytes {
            Some(bytes) => (ProgressBar::new(bytes), "{bar:40} {percent}% {eta}"),
            None => (ProgressBar::new_spinner(), "{spinner} {bytes} {elapsed}"),
        };
        let style = ProgressStyle::with_template(template).expect("a template without faults");
        Self(bar.with_style(style))
    }

    /// Of so many draws.
    pub(super) fn over_draws(draws: u32) -> Self {
        Self::over(Some(u64::from(draws)))
    }

    /// So many more bytes or draws have been answered.
    pub(super) fn add(&self, done: usize) {
        self.0.inc(done as u64);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
