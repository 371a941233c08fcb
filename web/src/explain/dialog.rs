//! The dialog: a heading, the tree, and for each part that is a figure itself a way to go on to it and back.

use std::rc::Rc;

use deelsom_core::Explanation;
use deelsom_language::Language;
use deelsom_language::words::{button, page};
use deelsom_views::explanation::Wording;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement};

use super::explanation;
use crate::state::State;

/// The id of the dialog, of which there is one.
const ID: &str = "explanation";

/// How many levels stand open at first: the figure, what it is rounded from, and what that is added up from.
const OPEN: usize = 2;

/// The dialog on the page.
#[derive(Clone)]
pub(crate) struct Dialog {
    document: Document,
    language: Language,
    /// The element itself.
    shown: HtmlDialogElement,
}

impl Dialog {
    /// A new dialog in the place of an earlier one.
    pub(crate) fn new(language: Language) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        if let Some(earlier) = document.get_element_by_id(ID) {
            earlier.remove();
        }
        let dialog: HtmlDialogElement = document.create_element("dialog").ok()?.dyn_into().ok()?;
        dialog.set_id(ID);
        dialog.set_attribute("aria-labelledby", "explanation-title").ok()?;
        dialog.set_attribute("lang", language.code()).ok()?;
        document.body()?.append_child(&dialog).ok()?;
        Some(Self { document, language, shown: dialog })
    }

    /// Shows a figure of a study.
    pub(crate) fn show(&self, figure: &Explanation, of: &Rc<State>) -> Option<()> {
        self.fill(figure, of, &[])?;
        self.shown.show_modal().ok()
    }

    /// Fills the dialog with a figure; `path` are those that led to it.
    fn fill(&self, figure: &Explanation, of: &Rc<State>, path: &[String]) -> Option<()> {
        self.shown.set_text_content(None);
        let title = self.part(&self.shown, "h2", page::HOW_CALCULATED.text(self.language))?;
        title.set_id("explanation-title");
        let bar = self.part(&self.shown, "div", "")?;
        bar.set_attribute("class", "tools").ok()?;
        if let Some((back, earlier)) = path.split_last() {
            let word = button::BACK.text(self.language);
            self.go_on(&bar, word, back.clone(), of, earlier.to_vec())?;
        }
        let close = self.part(&bar, "button", button::CLOSE.text(self.language))?;
        let dialog = self.shown.clone();
        on_click(&close, move || dialog.close());
        let tree = self.part(&self.shown, "div", "")?;
        tree.set_attribute("class", "tree").ok()?;
        let mut path = path.to_vec();
        path.extend(figure.pointer.clone());
        self.tree(&tree, figure, of, &path, 0)
    }

    fn tree(
        &self,
        parent: &Element,
        figure: &Explanation,
        of: &Rc<State>,
        path: &[String],
        depth: usize,
    ) -> Option<()> {
        let wording = Wording { language: self.language, file: &of.file, with_places: false };
        let line = wording.line(figure);
        if figure.parts.is_empty() {
            let leaf = self.part(parent, "p", &line)?;
            if let Some(pointer) = figure.pointer.clone().filter(|_| figure.formula.is_none()) {
                self.part(&leaf, "span", " ")?;
                let word = page::HOW_CALCULATED.text(self.language);
                let go_on = self.go_on(&leaf, word, pointer, of, path.to_vec())?;
                go_on.set_attribute("aria-label", &format!("{word} {line}")).ok()?;
            }
            return Some(());
        }
        let details = self.part(parent, "details", "")?;
        if depth < OPEN {
            details.set_attribute("open", "").ok()?;
        }
        self.part(&details, "summary", &line)?;
        for part in &figure.parts {
            self.tree(&details, part, of, path, depth + 1)?;
        }
        Some(())
    }

    /// A button that fills the dialog with the figure at a pointer.
    fn go_on(
        &self,
        parent: &Element,
        word: &str,
        pointer: String,
        of: &Rc<State>,
        path: Vec<String>,
    ) -> Option<Element> {
        let button = self.part(parent, "button", word)?;
        let (dialog, of) = (self.clone(), of.clone());
        on_click(&button, move || {
            if let Some(figure) = explanation(&of, &pointer) {
                let _ = dialog.fill(&figure, &of, &path);
                // The button that was pressed is gone: whoever works by keys goes on at the top.
                if let Some(first) = dialog.shown.query_selector("button").ok().flatten() {
                    let _ = first.dyn_into::<HtmlElement>().map(|button| button.focus());
                }
            }
        });
        Some(button)
    }

    /// An element with a text. A study's words are text and never markup.
    fn part(&self, parent: &Element, name: &str, text: &str) -> Option<Element> {
        let element = self.document.create_element(name).ok()?;
        element.set_text_content(Some(text).filter(|text| !text.is_empty()));
        parent.append_child(&element).ok()?;
        Some(element)
    }
}

/// Does something at a click, for as long as the page stands.
fn on_click(element: &Element, then: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |_| then());
    let _ = element.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener.forget();
}
