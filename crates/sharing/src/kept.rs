//! A study as it is kept on a device: in an envelope that says what it is and when it was kept.
//!
//! Whatever stands at that place and is no such envelope is set aside as a copy, with the reason, and never thrown away.

use deelsom_core::{Problem, Register, Study};
use serde_json::Value;

use crate::{object, text};

const FORMAT: &str = "deelsom/kept";
const COPY: &str = "deelsom/copy";
/// The version of both.
const VERSION: u32 = 1;

/// A study kept on a device.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// When, ISO 8601.
    pub saved: String,
    /// The text of the study file: the last one without problems.
    pub study: String,
    /// The study as it stood, where it had problems.
    pub draft: Option<Value>,
    /// The study as it was in the file last opened or saved, where it has changed since.
    pub base: Option<Value>,
}

/// Why what was kept cannot be gone on with.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// It is no JSON, or only a part of it.
    Torn,
    /// It is something else.
    Foreign,
    /// A later version of this application wrote it.
    TooNew,
    /// The study in it has these problems.
    Invalid(Vec<Problem>),
}

impl Kept {
    /// The text to keep.
    pub fn text(&self) -> String {
        let fields = [
            ("format", FORMAT.into()),
            ("version", VERSION.into()),
            ("saved", self.saved.as_str().into()),
            ("study", self.study.as_str().into()),
            ("draft", self.draft.clone().unwrap_or_default()),
            ("base", self.base.clone().unwrap_or_default()),
        ];
        object(&fields).to_string()
    }

    /// Reads what was kept.
    pub fn read(kept: &str, register: &Register) -> Result<Self, Fault> {
        let kept: Value = serde_json::from_str(kept).map_err(|_| Fault::Torn)?;
        if kept["format"] != FORMAT {
            return Err(Fault::Foreign);
        }
        if kept["version"] != VERSION {
            return Err(Fault::TooNew);
        }
        let (Some(saved), Some(study)) = (text(&kept, "saved"), text(&kept, "study")) else {
            return Err(Fault::Torn);
        };
        let file = deelsom_core::study::parse(study).map_err(Fault::Invalid)?;
        Study::from_value_unweighed(&file, register).map_err(Fault::Invalid)?;
        let object = |name: &str| Some(&kept[name]).filter(|value| value.is_object()).cloned();
        let (draft, base) = (object("draft"), object("base"));
        Ok(Self { saved: saved.to_owned(), study: study.to_owned(), draft, base })
    }

    /// The study as it stood, with its problems if it had any.
    pub fn file(&self) -> Option<Value> {
        self.draft.clone().or_else(|| serde_json::from_str(&self.study).ok())
    }
}

/// Why there is a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It could not be read.
    Torn,
    /// It was not this application's.
    Foreign,
    /// It was a later version's.
    TooNew,
    /// The study in it had problems.
    Invalid,
    /// Another version was gone on with: two windows had each changed the study.
    Other,
    /// A shared study took its place.
    Replaced,
    /// It was frozen, and then changed.
    Frozen,
}

impl Why {
    const ALL: [Self; 7] =
        [Self::Torn, Self::Foreign, Self::TooNew, Self::Invalid, Self::Other, Self::Replaced, Self::Frozen];

    /// Its name in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Torn => "torn",
            Self::Foreign => "foreign",
            Self::TooNew => "too_new",
            Self::Invalid => "invalid",
            Self::Other => "other",
            Self::Replaced => "replaced",
            Self::Frozen => "frozen",
        }
    }
}

impl From<&Fault> for Why {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Torn => Self::Torn,
            Fault::Foreign => Self::Foreign,
            Fault::TooNew => Self::TooNew,
            Fault::Invalid(_) => Self::Invalid,
        }
    }
}

/// Something set aside: the text as it was, whatever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Why.
    pub why: Why,
    /// When, ISO 8601.
    pub saved: String,
    /// The text.
    pub text: String,
}

impl Aside {
    /// The text to keep.
    pub fn text(&self) -> String {
        let fields = [
            ("format", COPY.into()),
            ("version", VERSION.into()),
            ("why", self.why.code().into()),
            ("saved", self.saved.as_str().into()),
            ("text", self.text.as_str().into()),
        ];
        object(&fields).to_string()
    }

    /// Reads a copy. One that cannot be read is a copy of what stands there.
    pub fn read(copy: &str) -> Self {
        let read = || {
            let value: Value =
                serde_json::from_str(copy).ok().filter(|value: &Value| value["format"] == COPY)?;
            let why = Why::ALL.into_iter().find(|why| Some(why.code()) == text(&value, "why"))?;
            Some(Self {
                why,
                saved: text(&value, "saved")?.to_owned(),
                text: text(&value, "text")?.to_owned(),
            })
        };
        read().unwrap_or_else(|| Self { why: Why::Torn, saved: String::new(), text: copy.to_owned() })
    }

    /// The text of the study in it: what was kept in an envelope is taken out of that.
    pub fn study(&self) -> String {
        let kept = serde_json::from_str(&self.text).ok().filter(|kept: &Value| kept["format"] == FORMAT);
        let study = kept.and_then(|kept| match &kept["draft"] {
            draft @ Value::Object(_) => serde_json::to_string_pretty(draft).ok(),
            _ => text(&kept, "study").map(str::to_owned),
        });
        study.unwrap_or_else(|| self.text.clone())
    }
}
