//! Files of spreadsheets made and read beside the page, and what the page and the worker that does it say to each other.
//!
//! The worker is a program of its own: writing and reading workbooks takes more code than the whole page, and few ever ask
//! for it. It says that it listens by the text [`READY`]. Then it gets one message: an [`Asked`] in JSON, or the bytes of
//! a file to look into. It sends one back: the bytes of the file that was asked for, or a [`Told`] in JSON.

#[cfg(feature = "make")]
mod make;
#[cfg(feature = "make")]
mod open;

use deelsom_tables::Grid;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[cfg(feature = "make")]
pub use make::make;
#[cfg(feature = "make")]
pub use open::open;

/// What the worker says first: a message that comes before would be lost.
pub const READY: &str = "ready";

/// A file that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// The workbook of a study.
    Workbook {
        /// The study, as its file says it.
        study: Value,
        /// The code of the language it is to speak.
        language: String,
        /// The version of who asks.
        version: String,
        /// The day that stands on it: year, month, day.
        day: Option<(u16, u8, u8)>,
    },
    /// An empty workbook to fill in.
    Template {
        /// The code of the language it is to speak.
        language: String,
    },
}

/// What the worker says that is no file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// There is no file, and why.
    Refused(Refusal),
    /// What the file is that it was to look into.
    Opened(Opened),
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The study has problems.
    Invalid,
    /// It would be larger than a spreadsheet opens.
    TooLarge,
    /// It went wrong.
    Failed,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// Sheets with rows of someone.
    Sheets(Vec<Grid>),
    /// A workbook that Deelsom made.
    Own(Own),
    /// Neither, or it cannot be read.
    Faulty(Fault),
}

/// A workbook that Deelsom made, as it comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Own {
    /// The study that it was made from.
    pub made_from: Value,
    /// That study with what was typed in the workbook, or everything that is wrong with it.
    pub study: Result<Value, Vec<Fault>>,
    /// The figures that were typed over.
    pub typed: Vec<Typed>,
    /// What was written outside the inputs, and is not read.
    pub unread: Vec<Fault>,
}

/// A figure that was typed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// Its place in the study that the workbook was made from, if it had one.
    pub was_at: Option<String>,
    /// Its place in that study with what was typed, if it has one.
    pub is_at: Option<String>,
    /// Its cell.
    pub cell: String,
}

/// Why a file is not taken over, or what stands in it is not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// The cell; empty where it is about the file as a whole.
    pub place: String,
    /// What it is, in every language in the order of `Language::ALL`: the page may speak another by the time it is shown.
    pub sentences: Vec<String>,
}
