//! A workbook that comes back: what it changes is seen first, then it is taken over in one step.

use std::rc::Rc;

use deelsom_language::Word;
use deelsom_language::words::{exchange, keep as words};
use deelsom_sharing::kept::Why;
use deelsom_tables::MOST_FILE_BYTES;
use deelsom_views::difference::{Input, Names, inputs};
use deelsom_workbook_worker::{Fault, Opened, Own, Typed};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, html};

use crate::dom;
use crate::flow::Flow;
use crate::keeper;
use crate::part::{element, join, line, list, press, text, with};
use crate::picked::{Picked, picker};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::Action;
use crate::workbook;

/// So many changes are listed, and so many faults.
const MOST: usize = 200;

/// The id of what opens a file.
const FILE: &str = "open-workbook";

pub(super) fn panel(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Back ..sight /> }
}

enum Message {
    Picked(Vec<Picked>),
    /// What the file is, of the question with this number; nothing where nobody could look.
    Opened(u32, Option<Opened>),
    TakeOver,
    SetAside,
}

#[derive(Default)]
struct Back {
    /// Counts what was asked: an answer to an earlier question comes too late.
    asked: u32,
    stage: Stage,
}

/// How far a workbook has come.
#[derive(Default)]
enum Stage {
    #[default]
    Idle,
    Reading,
    /// It could not be read, though nothing may be wrong with it.
    Unread,
    /// It holds rows that are not Deelsom's.
    Other,
    /// It cannot be taken back.
    Refused(Vec<Fault>),
    Come(Comes),
    /// It was taken over; said until the study changes again. And whether the study with it has been seen.
    Taken(bool),
}

/// A workbook that can be taken over.
struct Comes {
    made_from: Value,
    study: Rc<Value>,
    typed: Vec<Typed>,
    /// What was written outside the yellow cells.
    unread: Vec<Fault>,
}

impl Component for Back {
    type Message = Message;
    type Properties = Sight;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, context: &Context<Self>, before: &Sight) -> bool {
        if let Stage::Taken(seen) = self.stage
            && !context.props().is_of_the_same(before)
        {
            self.stage = if seen { Stage::Idle } else { Stage::Taken(true) };
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Picked(files) => self.read(context, files),
            Message::Opened(asked, _) if asked != self.asked => return false,
            Message::Opened(_, opened) => self.stage = Stage::of(opened),
            Message::TakeOver => self.take_over(context.props().shown()),
            Message::SetAside => {
                self.stage = Stage::Idle;
                dom::focus(FILE);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shown = context.props().shown();
        let mut flow = Flow::new(shown);
        flow.add(line("h3", "", shown.say(words::TAKE_BACK)));
        flow.say(&[words::TAKE_BACK_IS]);
        let send = context.link().callback(Message::Picked);
        let label = shown.say(words::OPEN_WORKBOOK);
        let picker = picker(FILE, label, ".xlsx", false, MOST_FILE_BYTES, send);
        flow.add(element("p", with!(), vec![picker]));
        let told = text(self.told(shown));
        flow.add(element("p", with!("id": "workbook-back-told", "role": "status"), vec![told]));
        // Always as many parts: where their number changes, what stands above them is made anew.
        flow.add(match &self.stage {
            Stage::Refused(faults) => {
                element("div", with!("class": "problems"), cells(shown, faults, words::NOT_ALL_FAULTS))
            }
            Stage::Come(comes) if *comes.study != *shown.state.file => join(vec![
                comes.show(shown),
                comes.not_taken_over(shown),
                element(
                    "p",
                    with!("class": "downloads"),
                    vec![
                        press(
                            with!("id": "workbook-accept"),
                            vec![text(shown.say(words::TAKE_WORKBOOK))],
                            context.link().callback(|_| Message::TakeOver),
                        ),
                        press(
                            with!("id": "workbook-aside"),
                            vec![text(shown.say(words::SET_WORKBOOK_ASIDE))],
                            context.link().callback(|_| Message::SetAside),
                        ),
                    ],
                ),
            ]),
            Stage::Come(comes) => comes.not_taken_over(shown),
            _ => Html::default(),
        });
        flow.show()
    }
}

impl Back {
    fn read(&mut self, context: &Context<Self>, files: Vec<Picked>) {
        self.asked += 1;
        let Some((_, bytes)) = files.into_iter().next() else { return };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(unread) => {
                self.stage = Stage::Refused(vec![workbook::fault(&unread.into())]);
                return;
            }
        };
        self.stage = Stage::Reading;
        let (asked, link) = (self.asked, context.link().clone());
        spawn_local(async move {
            link.send_message(Message::Opened(asked, workbook::open(&bytes).await));
        });
    }

    fn take_over(&mut self, shown: Shown<'_>) {
        let Stage::Come(comes) = &self.stage else { return };
        if comes.made_from != *shown.state.file {
            // Where there is no room for a copy, the change can still be taken back.
            let _ = keeper::set_aside(&shown.state.file, Why::Replaced);
        }
        shown.act.emit(Action::Change(comes.study.clone()));
        self.stage = Stage::Taken(false);
        // The button that was pressed is gone.
        dom::focus(FILE);
    }

    fn told(&self, shown: Shown<'_>) -> &'static str {
        match &self.stage {
            Stage::Idle => "",
            Stage::Reading => shown.say(exchange::READING),
            Stage::Unread => shown.say(exchange::NOT_OPENED),
            Stage::Other => shown.say(words::NO_WORKBOOK),
            Stage::Refused(_) => shown.say(words::WORKBOOK_REFUSED),
            Stage::Come(comes) if *comes.study == *shown.state.file => shown.say(words::WORKBOOK_SAME),
            Stage::Come(_) => shown.say(words::WORKBOOK_COMES),
            Stage::Taken(_) => shown.say(words::WORKBOOK_TAKEN),
        }
    }
}

impl Stage {
    fn of(opened: Option<Opened>) -> Self {
        match opened {
            None => Self::Unread,
            Some(Opened::Sheets(_)) => Self::Other,
            Some(Opened::Faulty(fault)) => Self::Refused(vec![fault]),
            Some(Opened::Own(Own { study: Err(faults), .. })) => Self::Refused(faults),
            Some(Opened::Own(Own { made_from, study: Ok(study), typed, unread })) => {
                Self::Come(Comes { made_from, study: Rc::new(study), typed, unread })
            }
        }
    }
}

/// What there is to say of cells, one after the other, and that there is more.
fn cells(shown: Shown<'_>, faults: &[Fault], not_all: Word) -> Vec<Html> {
    let mut points = Vec::new();
    for fault in faults.iter().take(MOST) {
        let place = if fault.place.is_empty() { "" } else { ": " };
        points.push(text(&[&fault.place, place, workbook::sentence(shown, fault)].concat()));
    }
    let more = if faults.len() > MOST { line("p", "note", shown.say(not_all)) } else { Html::default() };
    vec![list("", points), more]
}

impl Comes {
    /// The cell in which a change was typed; nothing where it is one of the study on screen.
    fn cell_of(&self, input: &Input) -> &str {
        let holds = |at: Option<&String>, place: Option<&String>| {
            let rest = place.zip(at).and_then(|(place, at)| place.strip_prefix(at.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let is_it = |typed: &&Typed| match &input.is_at {
            Some(at) => holds(Some(at), typed.is_at.as_ref()),
            None => holds(input.was_at.as_ref(), typed.was_at.as_ref()),
        };
        self.typed.iter().find(is_it).map_or("", |typed| &typed.cell)
    }

    /// What was written outside the yellow cells, which the study does not get.
    fn not_taken_over(&self, shown: Shown<'_>) -> Html {
        if self.unread.is_empty() {
            return Html::default();
        }
        let mut parts = vec![line("h4", "", shown.say(words::NOT_TAKEN_OVER))];
        parts.extend(cells(shown, &self.unread, words::NOT_ALL_UNREAD));
        element("div", with!("id": "workbook-unread"), parts)
    }

    /// What the study would be otherwise than it is on screen, and in which cell that was typed.
    fn show(&self, shown: Shown<'_>) -> Html {
        let (now, language) = (&*shown.state.file, shown.language());
        let names = Names { studies: [now, &self.study], language };
        let mut sheet = Sheet::of_words(shown, "workbook-changes", shown.say(words::WORKBOOK_CHANGES));
        sheet.heads(&[exchange::FIGURE, words::CELL, exchange::WAS, exchange::BECOMES]);
        let found = inputs(now, &self.study, language);
        for input in found.iter().take(MOST) {
            sheet.row(&input.words, String::new());
            sheet.text(self.cell_of(input));
            sheet.text(&names.said(&input.field, input.was.as_ref()));
            sheet.text(&names.said(&input.field, input.is.as_ref()));
        }
        let mut parts = Vec::new();
        if self.made_from != *now {
            parts.push(line("p", "note", shown.say(words::WORKBOOK_OF_ANOTHER)));
        }
        parts.push(sheet.show());
        if found.len() > MOST {
            parts.push(line("p", "note", shown.say(words::NOT_ALL_CHANGES)));
        }
        join(parts)
    }
}
