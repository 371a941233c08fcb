//! The text of a page, from top to bottom.

use deelsom_language::Word;
use yew::Html;

use crate::part::{element, join, line, list, with};
use crate::shown::Shown;

/// Headings, paragraphs and whatever stands between them.
pub(crate) struct Flow<'a> {
    shown: Shown<'a>,
    parts: Vec<Html>,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(shown: Shown<'a>) -> Self {
        Self { shown, parts: Vec::new() }
    }

    /// A heading.
    #[inline(never)]
    pub(crate) fn heading(&mut self, word: Word) {
        self.title(self.shown.say(word));
    }

    /// A heading that is not a word of ours.
    #[inline(never)]
    pub(crate) fn title(&mut self, text: &str) {
        self.parts.push(line("h2", "", text));
    }

    /// A paragraph.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.parts.push(line("p", "", text));
    }

    /// A paragraph of sentences.
    #[inline(never)]
    pub(crate) fn say(&mut self, words: &[Word]) {
        let text = self.sentences(words);
        self.text(&text);
    }

    /// Sentences that explain the figures above them.
    #[inline(never)]
    pub(crate) fn note(&mut self, words: &[Word]) {
        let text = self.sentences(words);
        self.parts.push(line("p", "note", &text));
    }

    fn sentences(&self, words: &[Word]) -> String {
        let mut text = String::new();
        for word in words {
            text.push_str(self.shown.say(*word));
            text.push(' ');
        }
        text
    }

    /// Points in a list.
    #[inline(never)]
    pub(crate) fn list(&mut self, class: &'static str, points: Vec<Html>) {
        self.parts.push(list(class, points));
    }

    /// Fields side by side.
    #[inline(never)]
    pub(crate) fn fields(&mut self, fields: Vec<Html>) {
        self.parts.push(element("div", with!("class": "choices"), fields));
    }

    /// Anything else.
    pub(crate) fn add(&mut self, part: Html) {
        self.parts.push(part);
    }

    /// The finished text.
    pub(crate) fn show(self) -> Html {
        join(self.parts)
    }
}
