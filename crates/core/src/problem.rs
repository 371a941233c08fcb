//! What is wrong with a file, or worth knowing about it: a code, a place and the facts. Sentences for people are made
//! elsewhere, in their own language.

use serde::Serialize;

/// A fact that a sentence about a problem or warning needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Fact {
    /// A number without unit, or in the unit of the field.
    Number(f64),
    /// A word of the file: an id, a name, a month.
    Text(String),
    /// Several words of the file.
    List(Vec<String>),
}

impl From<f64> for Fact {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Fact {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<String>> for Fact {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Named facts, in the order in which a sentence uses them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts(pub Vec<(&'static str, Fact)>);

impl Serialize for Facts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, fact)| (name, fact)))
    }
}

/// A place in a study, what is the matter there, and the facts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Remark {
    /// A stable code, such as `month_outside_period`.
    pub code: &'static str,
    /// The JSON pointer (RFC 6901) of the place in the study file.
    pub path: String,
    /// What a sentence about it needs.
    pub facts: Facts,
}

impl Remark {
    /// A remark without facts.
    pub fn new(code: &'static str, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), facts: Facts::default() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.fact(name, fact);
        self
    }

    /// Adds a fact to a remark that has its place already.
    pub(crate) fn fact(&mut self, name: &'static str, fact: impl Into<Fact>) -> &mut Self {
        self.add(name, fact.into());
        self
    }

    // Remarks are rare and made in many places: one copy of this keeps the WebAssembly small.
    #[inline(never)]
    fn add(&mut self, name: &'static str, fact: Fact) {
        self.facts.0.push((name, fact));
    }
}

/// Something that makes a study unfit to calculate.
pub type Problem = Remark;

/// Something that a reader of the outcome should know (MODEL 13).
pub type Warning = Remark;
