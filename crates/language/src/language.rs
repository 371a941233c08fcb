//! The two languages that everything can be said in.

/// A language for people; files and codes stay the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch, the language of the councils: the default.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The code for `lang` attributes and `--lang`: `nl` or `en`.
    pub const fn code(self) -> &'static str {
        self.pick("nl", "en")
    }

    /// The language of a code such as `nl`, `nl-NL` or `EN`.
    pub fn from_code(code: &str) -> Option<Self> {
        let main = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| main.eq_ignore_ascii_case(language.code()))
    }

    /// The name of the language in the language itself, for a switch.
    pub const fn name(self) -> &'static str {
        self.pick("Nederlands", "English")
    }

    /// One of two values by language.
    pub const fn pick<T: Copy>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// The decimal sign of the language.
    pub(crate) const fn decimal(self) -> char {
        self.pick(',', '.')
    }

    /// The sign between groups of three digits.
    pub(crate) const fn group(self) -> char {
        self.pick('.', ',')
    }
}
