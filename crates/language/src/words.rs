//! Every word, by subject. A word is a constant with a text in both languages.
//!
//! To add one, write one line in the module of its subject; the compiler asks for both languages,
//! and what nobody uses does not end up in the page:
//!
//! ```text
//! UNDO: "Ongedaan maken", "Undo";
//! ```
//!
//! Words for the codes of files (lines, forms, keys, …) are looked up in [`crate::codes`].

use crate::Language;

/// A text in both languages.
///
/// Both stand in one piece, with a tab between them: half the pointers, and a smaller page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static str);

impl Word {
    /// A word from its texts, Dutch first, as the macro `word` joins them.
    pub(crate) const fn joined(texts: &'static str) -> Self {
        Self(texts)
    }

    /// The text in a language.
    ///
    /// ```
    /// use deelsom_language::{Language, words::button};
    /// assert_eq!(button::UNDO.text(Language::Dutch), "Ongedaan maken");
    /// ```
    pub fn text(self, language: Language) -> &'static str {
        let (dutch, english) = self.0.split_once('\t').unwrap_or((self.0, self.0));
        language.pick(dutch, english)
    }
}

/// A word in place.
macro_rules! word {
    ($dutch:literal, $english:literal $(,)?) => {
        $crate::words::Word::joined(concat!($dutch, "\t", $english))
    };
}
pub(crate) use word;

/// Codes with their words, in the order of the model.
#[derive(Clone, Copy, Debug)]
pub struct Table(&'static str);

impl Table {
    /// A table from its rows: code, tab, Dutch, tab, English, new line.
    pub(crate) const fn joined(rows: &'static str) -> Self {
        Self(rows)
    }

    /// Every code and its word.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, Word)> {
        self.0.lines().filter_map(|row| row.split_once('\t')).map(|(code, texts)| (code, Word(texts)))
    }

    /// The word of a code.
    pub fn find(self, code: &str) -> Option<Word> {
        self.iter().find(|&(known, _)| known == code).map(|(_, word)| word)
    }
}

/// A table in place.
macro_rules! rows {
    ($($code:literal: $dutch:literal, $english:literal;)*) => {
        $crate::words::Table::joined(concat!($($code, "\t", $dutch, "\t", $english, "\n"),*))
    };
}
pub(crate) use rows;

/// Makes a constant of every line, and `ALL` of all of them.
macro_rules! words {
    ($($name:ident: $dutch:literal, $english:literal;)*) => {
        $(
            #[doc = concat!("`", $english, "`")]
            pub const $name: $crate::words::Word = $crate::words::word!($dutch, $english);
        )*

        /// Every word of this subject with its name.
        pub const ALL: &[(&str, $crate::words::Word)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use words;

pub mod budget;
pub mod button;
pub mod chart;
pub mod command;
pub mod comparison;
pub mod council;
pub mod editing;
pub mod example;
pub mod exchange;
pub mod fairness;
pub mod field;
pub mod keep;
pub mod legend;
pub mod mix;
pub mod note;
pub mod page;
pub mod start;
pub mod status;
pub mod table;
pub mod template;
pub mod uncertainty;
pub mod way;
pub mod workbook;

/// Every subject with its words, for tests and for translators.
pub const SUBJECTS: &[(&str, &[(&str, Word)])] = &[
    ("budget", budget::ALL),
    ("button", button::ALL),
    ("chart", chart::ALL),
    ("command", command::ALL),
    ("comparison", comparison::ALL),
    ("council", council::ALL),
    ("editing", editing::ALL),
    ("example", example::ALL),
    ("fairness", fairness::ALL),
    ("exchange", exchange::ALL),
    ("field", field::ALL),
    ("keep", keep::ALL),
    ("legend", legend::ALL),
    ("mix", mix::ALL),
    ("note", note::ALL),
    ("page", page::ALL),
    ("start", start::ALL),
    ("status", status::ALL),
    ("table", table::ALL),
    ("template", template::ALL),
    ("uncertainty", uncertainty::ALL),
    ("way", way::ALL),
    ("workbook", workbook::ALL),
];
