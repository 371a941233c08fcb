//! Rows pasted from a spreadsheet, or opened as a file: seen first as they are read, then taken over in one step.

mod preview;

use std::rc::Rc;

use deelsom_language::words::exchange as words;
use deelsom_language::{codes, sentences};
use deelsom_tables::{Fault, MOST_BYTES, Profile, Subject, Table, Wish};
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

const BOX: &str = "paste-rows";

/// The part of a page where rows come in, and tables go out.
pub(crate) fn panel(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Paste ..sight /> }
}

enum Message {
    Subject(String),
    Replace(bool),
    NewServices(bool),
    Text(String),
    Opened(Vec<Picked>),
    TakeOver,
}

struct Paste {
    text: String,
    subject: Subject,
    replace: bool,
    new_services: bool,
    /// The text as a table, if there is any text.
    table: Option<Result<Table, Fault>>,
    taken: Option<Taken>,
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
            table: None,
            taken: None,
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
            Message::Subject(code) => self.subject = Subject::from_code(&code).unwrap_or(self.subject),
            Message::Replace(replace) => self.replace = replace,
            Message::NewServices(wanted) => self.new_services = wanted,
            Message::Text(text) => self.text = text,
            Message::Opened(files) => {
                self.taken = None;
                return self.open(shown, files);
            }
            Message::TakeOver => return self.take_over(shown),
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
        flow.add(element("p", with!("id": "paste-told", "role": "status"), vec![text(&self.told(shown))]));
        // Always as many parts: where their number changes, what stands above them is made anew under who types there.
        flow.add(match &self.table {
            Some(Ok(table)) => preview::show(shown, table),
            Some(Err(fault)) => line("p", "error", &fault.sentence(shown.language())),
            None => Html::default(),
        });
        flow.add(if self.table.is_some() { self.button(context, shown) } else { Html::default() });
        take_out(shown, &mut flow);
        flow.show()
    }
}

impl Paste {
    fn read(&mut self, shown: Shown<'_>) {
        let wish = Wish {
            subject: self.subject,
            replace: self.replace,
            new_services: self.new_services && self.subject.has_service(),
            language: shown.language(),
        };
        let state = shown.state;
        let read = || deelsom_tables::read(&self.text, &wish, &state.file, &state.register);
        self.table = (!self.text.trim().is_empty()).then(read);
    }

    fn open(&mut self, shown: Shown<'_>, files: Vec<Picked>) -> bool {
        for (_, bytes) in files {
            if let Some(bytes) = bytes {
                self.text = deelsom_tables::text_of(&bytes).replace("\r\n", "\n");
                self.read(shown);
            } else {
                self.text.clear();
                self.table = Some(Err(deelsom_tables::too_large()));
            }
        }
        true
    }

    fn take_over(&mut self, shown: Shown<'_>) -> bool {
        let Some(Ok(Table { study: Some(study), rows, .. })) = &self.table else { return false };
        shown.act.emit(Action::Change(Rc::new(study.clone())));
        self.taken = Some(Taken { rows: rows.len(), replaced: self.replace, seen: false });
        self.text.clear();
        self.table = None;
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
        flow.fields(vec![
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
        ]);
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
        let opened = context.link().callback(Message::Opened);
        let accept = ".csv,.txt,.tsv,text/csv,text/plain";
        let picker = picker("open-table", shown.say(words::OPEN_TABLE), accept, false, MOST_BYTES, opened);
        flow.add(element("p", with!(), vec![picker]));
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
        let why = if ready { Html::default() } else { line("p", "note", shown.say(words::MEND_FIRST)) };
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
