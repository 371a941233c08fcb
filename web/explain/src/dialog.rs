//! The dialog: a heading, the tree, and for each part that is a figure itself a way to go on to it and back.

use std::rc::Rc;

use deelsom_core::Explanation;
use deelsom_language::Language;
use deelsom_language::words::{button, page};
use deelsom_views::explanation::Told;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement};

/// The id of the dialog, of which there is one.
const ID: &str = "explanation";

/// Gives the explanation of the figure at a pointer.
type Tell = dyn Fn(&str) -> Option<Explanation>;

/// The dialog on the page.
#[derive(Clone)]
pub(crate) struct Dialog {
    document: Document,
    language: Language,
    /// The element itself.
    shown: HtmlDialogElement,
}

/// What a dialog shows: the file for sources, and who tells more.
struct Content {
    file: Value,
    tell: Box<Tell>,
    open: usize,
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

    /// Shows a figure; `tell` gives those that one goes on to.
    pub(crate) fn show(
        &self,
        told: &Explanation,
        file: &Value,
        open: usize,
        tell: impl Fn(&str) -> Option<Explanation> + 'static,
    ) -> Option<()> {
        let content = Rc::new(Content { file: file.clone(), tell: Box::new(tell), open });
        self.fill(told, &content, &[])?;
        self.shown.show_modal().ok()
    }

    /// Fills the dialog with a figure; `path` are those that led to it.
    fn fill(&self, told: &Explanation, content: &Rc<Content>, path: &[String]) -> Option<()> {
        self.shown.set_text_content(None);
        let title = self.part(&self.shown, "h2", page::HOW_CALCULATED.text(self.language))?;
        title.set_id("explanation-title");
        let bar = self.part(&self.shown, "div", "")?;
        bar.set_attribute("class", "tools").ok()?;
        if let Some((back, earlier)) = path.split_last() {
            let word = button::BACK.text(self.language);
            self.go_on(&bar, word, back.clone(), content, earlier.to_vec())?;
        }
        let close = self.part(&bar, "button", button::CLOSE.text(self.language))?;
        let dialog = self.shown.clone();
        on_click(&close, move || dialog.close());
        let tree = self.part(&self.shown, "div", "")?;
        tree.set_attribute("class", "tree").ok()?;
        let mut path = path.to_vec();
        path.extend(told.pointer.clone());
        self.tree(&tree, told, content, &path, 0)
    }

    fn tree(
        &self,
        parent: &Element,
        told: &Explanation,
        content: &Rc<Content>,
        path: &[String],
        depth: usize,
    ) -> Option<()> {
        let line = Told { language: self.language, file: &content.file }.line(told);
        if told.parts.is_empty() {
            let leaf = self.part(parent, "p", &line)?;
            if let Some(pointer) = told.pointer.clone().filter(|_| told.formula.is_none()) {
                self.part(&leaf, "span", " ")?;
                let word = page::HOW_CALCULATED.text(self.language);
                let go_on = self.go_on(&leaf, word, pointer, content, path.to_vec())?;
                go_on.set_attribute("aria-label", &format!("{word} {line}")).ok()?;
            }
            return Some(());
        }
        let details = self.part(parent, "details", "")?;
        if depth < content.open {
            details.set_attribute("open", "").ok()?;
        }
        self.part(&details, "summary", &line)?;
        for part in &told.parts {
            self.tree(&details, part, content, path, depth + 1)?;
        }
        Some(())
    }

    /// A button that fills the dialog with the figure at a pointer.
    fn go_on(
        &self,
        parent: &Element,
        word: &str,
        pointer: String,
        content: &Rc<Content>,
        path: Vec<String>,
    ) -> Option<Element> {
        let button = self.part(parent, "button", word)?;
        let (dialog, content) = (self.clone(), content.clone());
        on_click(&button, move || {
            if let Some(told) = (content.tell)(&pointer) {
                let _ = dialog.fill(&told, &content, &path);
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
