//! Rows pasted from a spreadsheet, or opened as a file: seen first as they are read, then taken over in one step.

mod opened;
mod preview;

use std::rc::Rc;

use deelsom_language::words::exchange as words;
use deelsom_language::{Word, codes, sentences};
use deelsom_tables::{
    Fault, MOST_BYTES, MOST_FILE_BYTES, Profile, Sign, Subject, Table, Wish, read_grid, text_grid, text_in,
    too_large,
};
use deelsom_workbook_worker::Opened;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, KeyboardEvent};
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Callback, Component, Context, Html, InputEvent, html};

use crate::dom;
use crate::flow::Flow;
use crate::part::{element, hear, join, line, list, press, select, text, with};
use crate::picked::{Picked, is_checked, picker, value_of};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::Action;
use crate::workbook;
use opened::{Book, Wrong, is_spreadsheet};

/// The ids of the box to paste in, and of the file to open.
const BOX: &str = "paste-rows";
const FILE: &str = "open-table";

/// The part of a page where rows come in, and tables go out.
pub(crate) fn panel(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Paste ..sight /> }
}

enum Message {
    Subject(String),
    Replace(bool),
    NewServices(bool),
    Sign(String),
    Text(String),
    Picked(Vec<Picked>),
    /// What the file of this name is, of the question with this number.
    Opened(u32, String, Option<Opened>),
    Sheet(String),
    CloseFile,
    TakeOver,
    Template,
    TemplateTold(Word),
}

struct Paste {
    text: String,
    subject: Subject,
    replace: bool,
    new_services: bool,
    sign: Sign,
    /// A file that was opened: its rows are read then, and not the text.
    book: Option<Book>,
    /// Counts the files that were asked about: what is told of an earlier one comes too late.
    asked: u32,
    reading: bool,
    /// The text or the file as a table, if there is any.
    table: Option<Result<Table, Wrong>>,
    taken: Option<Taken>,
    /// How making an empty workbook went.
    template: Option<Word>,
}

/// Rows that were taken over; said until the study changes again.
struct Taken {
    rows: usize,
    replaced: bool,
    /// Whether the study with them has been seen.
    seen: bool,
}

impl Component for Paste {
    type Message = Message;
    type Properties = Sight;

    fn create(_: &Context<Self>) -> Self {
        Self {
            text: String::new(),
            subject: Subject::Posts,
            replace: false,
            new_services: false,
            sign: Sign::default(),
            book: None,
            asked: 0,
            reading: false,
            table: None,
            taken: None,
            template: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Sight) -> bool {
        if !context.props().is_of_the_same(before) {
            self.taken =
                self.taken.take().filter(|taken| !taken.seen).map(|taken| Taken { seen: true, ..taken });
            self.read(context.props().shown());
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let shown = context.props().shown();
        match message {
            Message::Subject(code) => {
                self.subject = Subject::from_code(&code).unwrap_or(self.subject);
                // Other rows stand on another sheet.
                self.choose(None);
            }
            Message::Replace(replace) => self.replace = replace,
            Message::NewServices(wanted) => self.new_services = wanted,
            Message::Sign(place) => {
                let sign = place.parse().ok().and_then(|place: usize| Sign::ALL.get(place));
                self.sign = sign.copied().unwrap_or(self.sign);
            }
            Message::Text(text) => {
                self.close();
                self.text = text;
            }
            Message::Picked(files) => self.pick(context, files),
            Message::Opened(asked, _, _) if asked != self.asked => return false,
            Message::Opened(_, name, opened) => {
                self.reading = false;
                match Book::of(name, opened) {
                    Ok(book) => self.book = Some(book),
                    Err(wrong) => self.table = Some(Err(wrong)),
                }
            }
            Message::Sheet(place) => self.choose(place.parse().ok()),
            Message::CloseFile => {
                self.close();
                // The button that was pressed is gone.
                dom::focus(FILE);
            }
            Message::TakeOver => return self.take_over(shown),
            Message::Template => {
                let (language, done) = (shown.language(), context.link().callback(Message::TemplateTold));
                spawn_local(async move { done.emit(workbook::template(language).await) });
                return false;
            }
            Message::TemplateTold(word) => {
                self.template = Some(word);
                return true;
            }
        }
        self.taken = None;
        self.read(shown);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shown = context.props().shown();
        let mut flow = Flow::new(shown);
        flow.heading(words::PASTE);
        flow.say(&[words::PASTE_EXPLAINED]);
        self.settings(context, shown, &mut flow);
        self.entry(context, shown, &mut flow);
        flow.add(self.file(context, shown));
        flow.add(element("p", with!("id": "paste-told", "role": "status"), vec![text(&self.told(shown))]));
        // Always as many parts: where their number changes, what stands above them is made anew under who types there.
        flow.add(match &self.table {
            Some(Ok(table)) => {
                let first = table.first_amount(self.subject, shown.language());
                let notes = self.examples_stay(shown).into_iter().chain(first);
                preview::show(shown, table, notes, self.book.is_some())
            }
            Some(Err(wrong)) => line("p", "error", &wrong.sentence(shown)),
            None => Html::default(),
        });
        flow.add(if self.table.is_some() { self.button(context, shown) } else { Html::default() });
        take_out(shown, &mut flow);
        flow.add(self.template(context, shown));
        flow.show()
    }
}

impl Paste {
    fn wish(&self, shown: Shown<'_>) -> Wish {
        Wish {
            subject: self.subject,
            replace: self.replace,
            new_services: self.new_services && self.subject.has_service(),
            language: shown.language(),
        }
    }

    /// Reads the file or else the text anew; where there is neither, what is told of a file stays.
    fn read(&mut self, shown: Shown<'_>) {
        let (wish, sign, state) = (self.wish(shown), self.sign, shown.state);
        let table = match &self.book {
            Some(book) => book.read(wish, sign, &state.file, &state.register),
            None if self.text.trim().is_empty() => {
                if !matches!(self.table, Some(Err(_))) {
                    self.table = None;
                }
                return;
            }
            None => text_grid(&self.text)
                .and_then(|grid| read_grid(&grid, &wish, sign, &state.file, &state.register)),
        };
        self.table = Some(table.map_err(Wrong::Table));
    }

    /// That rows of the example are counted beside those that come.
    fn examples_stay(&self, shown: Shown<'_>) -> Option<String> {
        let rows = shown.state.file[self.subject.code()].as_array()?;
        let examples = rows.iter().filter(|row| row["status"] == "illustrative").count();
        (examples > 0 && !self.replace).then(|| sentences::examples_stay(shown.language(), examples))
    }

    /// Chooses the sheet to read; none for the likeliest.
    fn choose(&mut self, sheet: Option<usize>) {
        if let Some(book) = &mut self.book {
            book.choose(sheet);
        }
    }

    /// Puts away what was opened or pasted.
    fn close(&mut self) {
        self.asked += 1;
        (self.reading, self.book, self.table) = (false, None, None);
        self.text.clear();
    }

    /// Takes a file: a text to the box, another to who reads spreadsheets.
    fn pick(&mut self, context: &Context<Self>, files: Vec<Picked>) {
        self.close();
        let refused = |fault: Fault| Some(Err(Wrong::Table(fault)));
        match files.into_iter().next() {
            None => {}
            Some((_, Err(unread))) => self.table = refused(unread.into()),
            Some((name, Ok(bytes))) if is_spreadsheet(&bytes) => {
                if !workbook::IS_HERE {
                    self.table = Some(Err(Wrong::Told(words::ONLY_TEXT)));
                    return;
                }
                self.reading = true;
                let (asked, link) = (self.asked, context.link().clone());
                spawn_local(async move {
                    link.send_message(Message::Opened(asked, name, workbook::open(&bytes).await));
                });
            }
            Some((_, Ok(bytes))) if bytes.len() > MOST_BYTES => self.table = refused(too_large()),
            Some((_, Ok(bytes))) => match text_in(&bytes) {
                Ok(text) => self.text = text.replace("\r\n", "\n"),
                Err(fault) => self.table = refused(fault),
            },
        }
    }

    fn take_over(&mut self, shown: Shown<'_>) -> bool {
        let Some(Ok(Table { study: Some(study), rows, .. })) = &self.table else { return false };
        shown.act.emit(Action::Change(Rc::new(study.clone())));
        self.taken = Some(Taken { rows: rows.len(), replaced: self.replace, seen: false });
        self.close();
        // The button that was pressed is gone.
        dom::focus(BOX);
        true
    }

    /// What the rows are, and what becomes of those that are there.
    fn settings(&self, context: &Context<Self>, shown: Shown<'_>, flow: &mut Flow<'_>) {
        let subjects: Vec<(String, String)> =
            Subject::ALL.iter().map(|subject| (subject.code().to_owned(), name(shown, *subject))).collect();
        let places = [(String::new(), words::APPEND), ("replace".to_owned(), words::REPLACE)]
            .map(|(value, word)| (value, shown.say(word).to_owned()));
        let replace = if self.replace { "replace" } else { "" };
        let link = context.link();
        let signs: Vec<(String, String)> = (0..)
            .zip(Sign::ALL)
            .map(|(place, sign): (usize, Sign)| (place.to_string(), shown.say(sign.word()).to_owned()))
            .collect();
        let sign = Sign::ALL.iter().position(|sign| *sign == self.sign).unwrap_or(0).to_string();
        let mut fields = vec![
            field(
                shown.say(words::ROWS_ARE),
                "paste-subject",
                &subjects,
                self.subject.code(),
                link.callback(|event: Event| Message::Subject(value_of(&event))),
            ),
            field(
                shown.say(words::WHERE_TO),
                "paste-place",
                &places,
                replace,
                link.callback(|event: Event| Message::Replace(!value_of(&event).is_empty())),
            ),
        ];
        if self.subject == Subject::RunningCosts {
            fields.push(field(
                shown.say(words::SIGN),
                "paste-sign",
                &signs,
                &sign,
                link.callback(|event: Event| Message::Sign(value_of(&event))),
            ));
        }
        flow.fields(fields);
        flow.add(if self.subject.has_service() { self.switch(context, shown) } else { Html::default() });
    }

    /// Whether services that the study does not have are added to it.
    fn switch(&self, context: &Context<Self>, shown: Shown<'_>) -> Html {
        let id = "paste-services";
        let checked = if self.new_services { "checked" } else { "" };
        let tick = with!("id": id, "type": "checkbox", "value": "1", "checked": checked);
        let ticked = context.link().callback(|event: Event| Message::NewServices(is_checked(&event)));
        let ticked = yew::html::onchange::Wrapper::new(ticked);
        let tick = hear(element("input", tick, Vec::new()), Rc::new(ticked));
        let label = element("label", with!("for": id), vec![text(shown.say(words::NEW_SERVICES))]);
        element("div", with!("class": "switch"), vec![tick, label])
    }

    /// The box to paste in, and a file to open instead.
    fn entry(&self, context: &Context<Self>, shown: Shown<'_>, flow: &mut Flow<'_>) {
        let columns = deelsom_tables::columns(&shown.state.file, self.subject);
        let known = deelsom_tables::Known::of(&shown.state.file);
        let named: Vec<String> =
            columns.iter().map(|column| column.heading(shown.language(), &known)).collect();
        let hint = [shown.say(words::COLUMNS_ARE), " ", &named.join(", "), "."].concat();
        let label = element("label", with!("for": BOX), vec![text(shown.say(words::ROWS))]);
        let hint = element("p", with!("id": "paste-hint", "class": "hint"), vec![text(&hint)]);
        flow.add(element("div", with!("class": "field paste"), vec![label, hint, self.area(context)]));
        let send = context.link().callback(Message::Picked);
        let (label, accept) = if workbook::IS_HERE {
            (words::OPEN_SPREADSHEET, ".xlsx,.xlsm,.ods,.csv,.txt,.tsv,text/csv,text/plain")
        } else {
            (words::OPEN_TABLE, ".csv,.txt,.tsv,text/csv,text/plain")
        };
        let picker = picker(FILE, shown.say(label), accept, false, MOST_FILE_BYTES, send);
        flow.add(element("p", with!(), vec![picker]));
    }

    /// The file that was opened, which of its sheets is read, and a way to put it away.
    fn file(&self, context: &Context<Self>, shown: Shown<'_>) -> Html {
        let Some(book) = &self.book else { return Html::default() };
        let named = [shown.say(words::OPENED_FILE), " ", &book.name].concat();
        let (sheets, read) = book.sheets(self.wish(shown), &shown.state.file);
        let chosen = context.link().callback(|event: Event| Message::Sheet(value_of(&event)));
        let sheet = if sheets.len() > 1 {
            field(shown.say(words::SHEET), "paste-sheet", &sheets, &read, chosen)
        } else {
            Html::default()
        };
        let close = context.link().callback(|_| Message::CloseFile);
        let close = press(with!("id": "paste-close"), vec![text(shown.say(words::CLOSE_FILE))], close);
        join(vec![line("p", "", &named), element("div", with!("class": "choices"), vec![sheet, close])])
    }

    /// An empty workbook for who has the figures.
    fn template(&self, context: &Context<Self>, shown: Shown<'_>) -> Html {
        if !workbook::IS_HERE {
            return Html::default();
        }
        let make = context.link().callback(|_| Message::Template);
        let button = press(with!("id": "template"), vec![text(shown.say(words::TEMPLATE))], make);
        let told = self.template.map_or("", |word| shown.say(word));
        join(vec![
            line("p", "", shown.say(words::TEMPLATE_IS)),
            element("p", with!(), vec![button]),
            element("p", with!("id": "template-told", "role": "status"), vec![text(told)]),
        ])
    }

    fn area(&self, context: &Context<Self>) -> Html {
        let mut area = VTag::new("textarea");
        let attribute = |value: &'static str| Some(AttributeOrProperty::Attribute(AttrValue::from(value)));
        let values = [BOX, "6", "off", "false", "off", "paste-hint paste-told"].map(attribute);
        area.set_attributes(Attributes::Dynamic {
            keys: &["id", "rows", "autocomplete", "spellcheck", "wrap", "aria-describedby"],
            values: values.into(),
        });
        area.set_value(Some(AttrValue::from(self.text.clone())));
        let typed = context.link().callback(|event: InputEvent| Message::Text(value_of(&event)));
        area.add_listener(Rc::new(yew::html::oninput::Wrapper::new(typed)));
        // What is undone here is the text in the box, not the study.
        let own = Callback::from(|event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() {
                event.stop_propagation();
            }
        });
        area.add_listener(Rc::new(yew::html::onkeydown::Wrapper::new(own)));
        area.into()
    }

    fn told(&self, shown: Shown<'_>) -> String {
        let language = shown.language();
        if self.reading {
            return shown.say(words::READING).to_owned();
        }
        match (&self.taken, &self.table) {
            (Some(Taken { rows, replaced: true, .. }), _) => sentences::replaced(language, *rows),
            (Some(Taken { rows, .. }), _) => sentences::added(language, *rows),
            (None, Some(Ok(table))) => {
                sentences::rows_with_faults(language, table.rows.len(), table.faults.len())
            }
            _ => String::new(),
        }
    }

    fn button(&self, context: &Context<Self>, shown: Shown<'_>) -> Html {
        let ready = matches!(&self.table, Some(Ok(Table { study: Some(_), .. })));
        let disabled = if ready { "" } else { "true" };
        let then = context.link().callback(|_| Message::TakeOver);
        let button = press(
            with!("id": "paste-take-over", "aria-disabled": disabled),
            vec![text(shown.say(words::TAKE_OVER))],
            then,
        );
        let why = match (ready, &self.book) {
            (true, _) => Html::default(),
            (false, Some(_)) => line("p", "note", shown.say(words::MEND_IN_FILE)),
            (false, None) => line("p", "note", shown.say(words::MEND_FIRST)),
        };
        join(vec![element("p", with!(), vec![button]), why])
    }
}

/// A list to pick from that says so itself.
fn field(
    label: &str,
    id: &'static str,
    items: &[(String, String)],
    picked: &str,
    then: Callback<Event>,
) -> Html {
    let label = element("label", with!("for": id), vec![text(label)]);
    let control = select(with!("id": id, "value": picked), items, picked);
    let control = hear(control, Rc::new(yew::html::onchange::Wrapper::new(then)));
    element("div", with!("class": "field"), vec![label, control])
}

/// What rows are called.
pub(crate) fn name(shown: Shown<'_>, subject: Subject) -> String {
    codes::file_part(subject.code()).map_or(subject.code(), |word| shown.say(word)).to_owned()
}

/// Every table of the study as a file, for Excel and for programs.
fn take_out(shown: Shown<'_>, flow: &mut Flow<'_>) {
    flow.heading(words::TAKE_OUT);
    flow.say(&[words::TAKE_OUT_EXPLAINED]);
    let mut points = Vec::new();
    for subject in Subject::ALL {
        let mut parts = Vec::new();
        for (profile, word, end) in
            [(Profile::ExcelNl, words::FOR_EXCEL, "-excel.csv"), (Profile::Data, words::FOR_DATA, ".csv")]
        {
            let file = shown.state.file.clone();
            let then = Callback::from(move |_| {
                dom::save_as(
                    &[subject.code(), end].concat(),
                    &deelsom_tables::table(&file, subject, profile),
                );
            });
            let label = [&name(shown, subject), " ", shown.say(word)].concat();
            let id = [subject.code(), end].concat().replace('.', "-");
            parts.push(press(with!("id": &id), vec![text(&label)], then));
        }
        points.push(join(parts));
    }
    flow.add(list("plain downloads", points));
}
