//! Why a command could not give an answer, in the reader's language.

use std::io::{Error, ErrorKind};

use deelsom_core::Problem;
use deelsom_language::Language;
use deelsom_language::words::command as words;

use crate::answer::{self, Status};
use crate::remarks;
use crate::table::shown;

/// Why a command could not give an answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The study has problems.
    Invalid(Vec<Problem>),
    /// The game has problems.
    InvalidGame(Vec<Problem>),
    /// One of several studies has problems: its name, and they.
    InvalidFile(String, Vec<Problem>),
    /// Parts of partners have problems, or the study that they would make: the name of each, and a problem.
    InvalidParts(Vec<(String, Problem)>),
    /// A file could not be read: its name and the reason.
    Unread(String, Reason),
    /// A file could not be written: its name and the reason.
    Unsaved(String, Reason),
    /// Standard output could not be written.
    Unwritten(Error),
    /// The command line asks for what there is not: a sentence about it.
    Usage(String),
}

/// Why a file could not be read.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The system would not.
    System(Error),
    /// It holds bytes that are no text.
    NotUtf8,
    /// It is not what it should be: a sentence about it, in English.
    Content(String),
}

impl Failure {
    /// Tells it on stderr.
    pub(crate) fn tell(&self, language: Language) -> Status {
        let error = words::ERROR.text(language);
        let (text, status) = match self {
            Self::Invalid(problems) => (remarks::problems(language, problems), Status::Invalid),
            Self::InvalidGame(problems) => (remarks::game_problems(language, problems), Status::Invalid),
            Self::InvalidFile(name, problems) => {
                (format!("{}:\n{}", shown(name), remarks::problems(language, problems)), Status::Invalid)
            }
            Self::InvalidParts(problems) => (remarks::part_problems(language, problems), Status::Invalid),
            Self::Unread(name, reason) => {
                let cannot = words::CANNOT_READ.text(language);
                (format!("{error}: {name}: {cannot} {}\n", reason.text(language)), Status::Stream)
            }
            Self::Unsaved(name, reason) => {
                let cannot = words::CANNOT_WRITE.text(language);
                (format!("{error}: {name}: {cannot} {}\n", reason.text(language)), Status::Stream)
            }
            // Whoever closed the pipe has seen enough.
            Self::Unwritten(reason) if reason.kind() == ErrorKind::BrokenPipe => {
                (String::new(), Status::Stream)
            }
            Self::Unwritten(reason) => (
                format!("{error}: {} {reason}.\n", words::CANNOT_WRITE_OUTPUT.text(language)),
                Status::Stream,
            ),
            Self::Usage(sentence) => (format!("{error}: {sentence}\n"), Status::Usage),
        };
        answer::note(&text);
        status
    }
}

impl Reason {
    fn text(&self, language: Language) -> String {
        let word = match self {
            Self::NotUtf8 => words::NOT_UTF8,
            Self::Content(text) => return format!("({text})"),
            Self::System(error) => match error.kind() {
                ErrorKind::NotFound => words::NOT_FOUND,
                ErrorKind::PermissionDenied => words::NO_PERMISSION,
                ErrorKind::IsADirectory => words::IS_FOLDER,
                ErrorKind::NotADirectory => words::IS_NO_FOLDER,
                _ => return format!("({error})"),
            },
        };
        word.text(language).to_owned()
    }
}
