//! The baselines that municipalities supply: one's own to download, those of others to merge once it is seen what changes.

mod changes;

use std::rc::Rc;

use deelsom_core::Problem;
use deelsom_language::words::exchange as words;
use deelsom_tables::part::{self, Merged};
use deelsom_tables::{MOST_BYTES, sentence};
use serde_json::Value;
use web_sys::Event;
use yew::{Callback, Component, Context, Html, InputEvent, html};

use crate::dom;
use crate::flow::Flow;
use crate::part::{element, hear, join, line, list, press, select, text, with};
use crate::picked::{Picked, Unread, picker, value_of};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::{self, Action};

/// The part of a page where baselines are supplied and merged.
pub(crate) fn panel(shown: Shown<'_>) -> Html {
    let sight = Sight::of(shown);
    html! { <Parts ..sight /> }
}

enum Message {
    Partner(String),
    By(String),
    Date(String),
    Opened(Vec<Picked>),
    Accept,
    SetAside,
}

/// A problem, and the name of the file that has it.
type Wrong = (String, Problem);

struct Parts {
    partner: String,
    by: String,
    date: String,
    /// The files that were opened, by name.
    opened: Vec<(String, Value)>,
    /// What they would make of the study, or what is wrong with them.
    merged: Option<Result<Merged, Vec<Wrong>>>,
    /// Whether parts were taken over, and whether the study with them has been seen: said until it changes again.
    accepted: Option<bool>,
}

impl Component for Parts {
    type Message = Message;
    type Properties = Sight;

    fn create(_: &Context<Self>) -> Self {
        Self {
            partner: String::new(),
            by: String::new(),
            date: today(),
            opened: Vec::new(),
            merged: None,
            accepted: None,
        }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Sight) -> bool {
        if !context.props().is_of_the_same(before) {
            self.accepted = self.accepted.filter(|seen| !seen).map(|_| true);
            self.merge(context.props().shown());
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let shown = context.props().shown();
        match message {
            Message::Partner(id) => self.partner = id,
            Message::By(by) => self.by = by,
            Message::Date(date) => self.date = date,
            Message::Opened(files) => self.open(shown, files),
            Message::Accept => self.accept(shown),
            Message::SetAside => {
                self.opened.clear();
                self.merged = None;
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shown = context.props().shown();
        let mut flow = Flow::new(shown);
        flow.heading(words::PARTS);
        flow.say(&[words::PARTS_EXPLAINED]);
        self.own(context, shown, &mut flow);
        flow.add(line("h3", "", shown.say(words::MERGE_PARTS)));
        let opened = context.link().callback(Message::Opened);
        let accept = ".json,application/json";
        let picker = picker("open-parts", shown.say(words::OPEN_PARTS), accept, true, MOST_BYTES, opened);
        flow.add(element("p", with!(), vec![picker]));
        let told = match &self.merged {
            Some(Err(_)) => shown.say(words::PARTS_REFUSED),
            _ if self.accepted.is_some() => shown.say(words::PARTS_ACCEPTED),
            _ => "",
        };
        flow.add(element("p", with!("id": "parts-told", "role": "status"), vec![text(told)]));
        // Always as many parts: where their number changes, what stands above them is made anew under who types there.
        flow.add(match &self.merged {
            Some(Ok(merged)) => join(vec![changes::show(shown, merged), Self::buttons(context, shown, true)]),
            Some(Err(wrong)) => join(vec![refused(shown, wrong), Self::buttons(context, shown, false)]),
            None => Html::default(),
        });
        flow.show()
    }
}

impl Parts {
    /// Reads files; what is no JSON is wrong by itself.
    fn open(&mut self, shown: Shown<'_>, files: Vec<Picked>) {
        self.accepted = None;
        self.opened.clear();
        let mut wrong = Vec::new();
        for (name, bytes) in files {
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(Unread::TooLarge) => {
                    let large = Problem::new("table_bytes", "").with("limit", MOST_BYTES as f64 / 1e6);
                    wrong.push((name, large));
                    continue;
                }
                Err(Unread::Broken) => {
                    wrong.push((name, Problem::new("file_broken", "")));
                    continue;
                }
            };
            match deelsom_core::study::parse(&deelsom_tables::text_of(&bytes)) {
                Ok(part) => self.opened.push((name, part)),
                Err(problems) => wrong.extend(problems.into_iter().map(|problem| (name.clone(), problem))),
            }
        }
        if wrong.is_empty() {
            self.merge(shown);
        } else {
            self.opened.clear();
            self.merged = Some(Err(wrong));
        }
    }

    fn merge(&mut self, shown: Shown<'_>) {
        if self.opened.is_empty() {
            return;
        }
        let parts: Vec<Value> = self.opened.iter().map(|(_, part)| part.clone()).collect();
        let state = shown.state;
        let merged = part::merge(&state.file, &parts, &state.register, shown.language());
        let named = |place: Option<usize>| match place.and_then(|place| self.opened.get(place)) {
            Some((name, _)) => name.clone(),
            None => shown.say(words::WHOLE_STUDY).to_owned(),
        };
        let wrong = |found: Vec<(Option<usize>, Problem)>| {
            found.into_iter().map(|(place, problem)| (named(place), problem)).collect()
        };
        self.merged = Some(merged.map_err(wrong));
    }

    fn accept(&mut self, shown: Shown<'_>) {
        if let Some(Ok(merged)) = &self.merged {
            shown.act.emit(Action::Change(Rc::new(merged.study.clone())));
            self.opened.clear();
            self.merged = None;
            self.accepted = Some(false);
        }
    }

    /// Who supplies which part, and a button to download it.
    fn own(&self, context: &Context<Self>, shown: Shown<'_>, flow: &mut Flow<'_>) {
        flow.add(line("h3", "", shown.say(words::MAKE_PART)));
        let partners: Vec<(String, String)> =
            shown.study().partners.iter().map(|partner| (partner.id.clone(), partner.name.clone())).collect();
        let picked = partners.iter().find(|(id, _)| *id == self.partner).or(partners.first());
        let picked = picked.map_or("", |(id, _)| id);
        let link = context.link();
        let list = select(with!("id": "part-partner", "value": picked), &partners, picked);
        let chosen = link.callback(|event: Event| Message::Partner(value_of(&event)));
        let list = hear(list, Rc::new(yew::html::onchange::Wrapper::new(chosen)));
        let by = link.callback(|event: InputEvent| Message::By(value_of(&event)));
        let date = link.callback(|event: InputEvent| Message::Date(value_of(&event)));
        flow.fields(vec![
            labelled(shown.say(words::MUNICIPALITY), "part-partner", list),
            labelled(shown.say(words::SUPPLIED_BY), "part-by", typed("part-by", &self.by, by)),
            labelled(shown.say(words::SUPPLY_DATE), "part-date", typed("part-date", &self.date, date)),
        ]);
        let part = part::take(&shown.state.file, picked, self.by.trim(), self.date.trim());
        let ready = part.filter(part::is_signed);
        let disabled = if ready.is_some() { "" } else { "true" };
        let name = [picked, ".part.json"].concat();
        let then = Callback::from(move |_| {
            if let Some(part) = &ready {
                dom::save_as(&name, &state::text(part));
            }
        });
        let button = press(
            with!("id": "part-download", "aria-disabled": disabled, "aria-describedby": "part-why"),
            vec![text(shown.say(words::DOWNLOAD_PART))],
            then,
        );
        let why = if disabled.is_empty() { "" } else { shown.say(words::PART_INCOMPLETE) };
        flow.add(element("p", with!(), vec![button]));
        flow.add(element("p", with!("id": "part-why", "class": "note"), vec![text(why)]));
    }

    fn buttons(context: &Context<Self>, shown: Shown<'_>, ready: bool) -> Html {
        let mut buttons = Vec::new();
        let link = context.link();
        if ready {
            let accept = link.callback(|_| Message::Accept);
            buttons.push(press(
                with!("id": "parts-accept"),
                vec![text(shown.say(words::ACCEPT_PARTS))],
                accept,
            ));
        }
        let aside = link.callback(|_| Message::SetAside);
        buttons.push(press(with!("id": "parts-aside"), vec![text(shown.say(words::SET_ASIDE))], aside));
        element("p", with!("class": "downloads"), buttons)
    }
}

/// Everything that is wrong, by file and place.
fn refused(shown: Shown<'_>, wrong: &[Wrong]) -> Html {
    let mut points = Vec::new();
    for (name, problem) in wrong {
        let said = [name, ": ", &sentence(shown.language(), problem), " "].concat();
        points.push(join(vec![text(&said), line("code", "", &problem.path)]));
    }
    element("div", with!("class": "problems"), vec![list("", points)])
}

fn labelled(label: &str, id: &'static str, control: Html) -> Html {
    let label = element("label", with!("for": id), vec![text(label)]);
    element("div", with!("class": "field"), vec![label, control])
}

fn typed(id: &'static str, content: &str, then: Callback<InputEvent>) -> Html {
    let input = element(
        "input",
        with!("id": id, "type": "text", "autocomplete": "off", "value": content),
        Vec::new(),
    );
    hear(input, Rc::new(yew::html::oninput::Wrapper::new(then)))
}

/// The day that it is here, as `2026-11-22`.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
