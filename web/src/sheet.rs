//! Tables, built row by row. Figures know their exact value, and their place in the report if they are in it.

use deelsom_core::{Money, Payback};
use deelsom_language::{Language, Word, amount, number, sentences, sign};
use yew::Html;

use crate::figure::{self, exact, figure, six};
use crate::part::{self, element, with};
use crate::shown::Shown;

/// A table in the making: a caption, headings for every column and row, and a region of its own to scroll in.
pub(crate) struct Sheet {
    language: Language,
    id: String,
    caption: String,
    /// Figures stand to the right, words to the left.
    class: &'static str,
    heads: Vec<Html>,
    rows: Vec<Html>,
    /// The row being written.
    row: Vec<Html>,
    /// Where in the report the figures of this row are.
    at: String,
}

impl Sheet {
    /// A table with this caption.
    #[inline(never)]
    pub(crate) fn new(shown: Shown<'_>, id: &str, caption: &str) -> Self {
        Self {
            language: shown.language(),
            id: id.to_owned(),
            caption: caption.to_owned(),
            class: "",
            heads: Vec::new(),
            rows: Vec::new(),
            row: Vec::new(),
            at: String::new(),
        }
    }

    /// A table of amounts in euros; the caption says so.
    #[inline(never)]
    pub(crate) fn of_euros(shown: Shown<'_>, id: &str, caption: &str) -> Self {
        let mut sheet = Self::new(shown, id, caption);
        sheet.caption = [caption, ", ", amount::euros_heading(sheet.language)].concat();
        sheet
    }

    /// A table of words and fields more than of figures.
    #[inline(never)]
    pub(crate) fn of_words(shown: Shown<'_>, id: &str, caption: &str) -> Self {
        Self { class: "words", ..Self::new(shown, id, caption) }
    }

    /// The heading of the next column; the first is that of the rows.
    #[inline(never)]
    pub(crate) fn head(&mut self, text: &str) {
        self.heads.push(element("th", with!("scope": "col"), vec![part::text(text)]));
    }

    /// The headings of the next columns.
    #[inline(never)]
    pub(crate) fn heads(&mut self, words: &[Word]) {
        for word in words {
            self.head(word.text(self.language));
        }
    }

    /// Begins a row, whose figures are at this place in the report.
    #[inline(never)]
    pub(crate) fn row(&mut self, head: &str, at: String) {
        self.row_of(part::text(head), at);
    }

    /// Begins a row with a heading of more than words.
    #[inline(never)]
    pub(crate) fn row_of(&mut self, head: Html, at: String) {
        self.end_row();
        self.row.push(element("th", with!("scope": "row"), vec![head]));
        self.at = at;
    }

    /// A row of its own making.
    pub(crate) fn add(&mut self, row: Html) {
        self.end_row();
        self.rows.push(row);
    }

    /// From here on figures are at this place in the report.
    #[inline(never)]
    pub(crate) fn at(&mut self, at: String) {
        self.at = at;
    }

    /// The next figure without a field is the sum of those at these places in the report.
    #[inline(never)]
    pub(crate) fn sum_of(&mut self, places: &[String]) {
        self.at = places.join("+");
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if !row.is_empty() {
            self.rows.push(element("tr", with!(), row));
        }
    }

    /// A cell with anything in it.
    #[inline(never)]
    pub(crate) fn cell(&mut self, content: Html) {
        self.row.push(element("td", with!(), vec![content]));
    }

    /// A cell with a text.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.cell(part::text(text));
    }

    /// A cell that does not apply.
    #[inline(never)]
    pub(crate) fn nothing(&mut self) {
        self.text(number::NOT_APPLICABLE);
    }

    /// A figure; without the name of a field it is what stands at this place itself.
    #[inline(never)]
    pub(crate) fn figure(&mut self, text: &str, value: &str, field: &str, class: &'static str) {
        let pointer = if field.is_empty() { self.at.clone() } else { [&self.at, "/", field].concat() };
        self.cell(figure(text, value, &pointer, class));
    }

    /// An amount, whole euros.
    #[inline(never)]
    pub(crate) fn euros(&mut self, money: Money, field: &str) {
        self.figure(&amount::whole(self.language, money.cents()), &exact(money), field, "");
    }

    /// A saving with its sign, whole euros.
    #[inline(never)]
    pub(crate) fn saving(&mut self, money: Money, field: &str) {
        self.figure(&sign::whole(self.language, money.cents()), &exact(money), field, figure::side(money));
    }

    /// A figure that no report has, so that nobody can ask about it.
    pub(crate) fn aside(&mut self, text: &str, class: &'static str) {
        self.cell(element("span", with!("class": class), vec![part::text(text)]));
    }

    /// A saving that no report has.
    pub(crate) fn saving_aside(&mut self, money: Money) {
        self.aside(&sign::whole(self.language, money.cents()), figure::side(money));
    }

    /// A saving of one person: cents matter.
    #[inline(never)]
    pub(crate) fn saving_exact(&mut self, money: Money, field: &str) {
        self.figure(&sign::exact(self.language, money.cents()), &exact(money), field, figure::side(money));
    }

    /// Full-time equivalents or persons.
    #[inline(never)]
    pub(crate) fn fte(&mut self, fte: f64, field: &str) {
        self.figure(&number::decimal(self.language, fte, 2), &six(fte), field, "");
    }

    /// A payback time; what is never paid back is no figure.
    #[inline(never)]
    pub(crate) fn payback(&mut self, payback: Payback) {
        let (years, immediate) = deelsom_views::payback(payback);
        let text = sentences::payback_short(self.language, years, immediate);
        match years {
            Some(years) => self.figure(&text, &six(years), "payback_years", ""),
            None => self.text(&text),
        }
    }

    /// The finished table.
    pub(crate) fn show(mut self) -> Html {
        self.end_row();
        let caption = element("caption", with!("id": &self.id), vec![part::text(&self.caption)]);
        let head = element("thead", with!(), vec![element("tr", with!(), self.heads)]);
        let table = element(
            "table",
            with!("class": self.class),
            vec![caption, head, element("tbody", with!(), self.rows)],
        );
        let region =
            with!("class": "scroll", "role": "region", "tabindex": "0", "aria-labelledby": self.id.as_str());
        element("div", region, vec![table])
    }
}
