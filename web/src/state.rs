//! What the application knows, and the one way in which that changes.
//!
//! The study is held as the file that it is saved as. Every action that changes it checks and calculates it anew; while
//! it has problems the last outcome without any stays. Nothing here knows the page, the clock or the browser.

mod field;
mod file;
mod history;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use deelsom_core::{Outcome, Pointed, Problem, Register, Study, calculate};
use deelsom_language::{Language, Word, number, sentences, words::status};
use deelsom_views::structure;
use serde_json::Value;

pub(crate) use field::{Reads, Typed};
pub(crate) use file::{deviation, number_at, text_at};
use history::History;

use crate::pages::Page;

/// What every study says that it is.
const FORMAT: &str = "deelsom/study";
/// A study that says next to nothing, to begin with where there is no other.
const BLANK: &str = include_str!("state/blank.json");

/// What someone does.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Action {
    /// Types or picks something in a field of the study.
    Type { pointer: String, reads: Reads, text: String },
    /// Leaves a field, or lets go of a slider.
    Leave,
    /// Takes the default of an assumption again, by its id.
    Restore(String),
    /// Puts another study in the place of this one: in one step, that can be taken back.
    Change(Rc<Value>),
    /// Is told what was just done, in a sentence.
    Tell(String),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Opens the text of a file.
    Open(String),
    /// The study as it stands is what changes are told from: it was saved as a file, or just made or taken over.
    Saved,
    /// Closes the list of what is wrong with a file that could not be opened.
    Dismiss,
    /// Goes to a page.
    Go(Page),
    /// Chooses a language.
    Speak(Language),
    /// Chooses what to look at.
    Choose(Choice, usize),
    /// Has a window of another width.
    Widen(u32),
    /// Has been quiet for a moment: what happened may be said.
    Listen,
}

/// What there is to look at, on pages that show one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// An option.
    Option,
    /// A service.
    Service,
    /// A year, counted from the first.
    Year,
    /// How many draws: one of [`DRAWS`].
    Draws,
    /// The distribution within a range: a triangle, or PERT.
    Shape,
    /// Whether only half of the savings is realised: not, or so.
    Half,
    /// The municipality that a council member is of.
    Partner,
}

/// How many draws there are to choose from.
pub(crate) const DRAWS: [u32; 3] = [1_000, 10_000, 100_000];

impl Choice {
    /// Its name in the page.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Service => "service",
            Self::Year => "year",
            Self::Draws => "draws",
            Self::Shape => "shape",
            Self::Half => "half",
            Self::Partner => "partner",
        }
    }

    /// The choice of this name.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        let all =
            [Self::Option, Self::Service, Self::Year, Self::Draws, Self::Shape, Self::Half, Self::Partner];
        all.into_iter().find(|choice| choice.code() == code)
    }
}

/// What is looked at first: of years the last.
const AT_FIRST: [usize; 7] = [0, 0, usize::MAX, 1, 0, 0, 0];

/// What gives keys that follow a method of fair division their weights.
pub(crate) type Weigh = fn(&mut Study, &Register);

/// A study without problems, and what follows from it.
#[derive(Debug, PartialEq)]
pub(crate) struct Calculated {
    pub(crate) study: Study,
    pub(crate) outcome: Outcome,
}

impl Calculated {
    fn of(file: &Value, register: &Register, weigh: Option<Weigh>) -> Result<Self, Vec<Problem>> {
        let mut study = Study::from_value_unweighed(file, register)?;
        if let Some(weigh) = weigh {
            weigh(&mut study, register);
        }
        let outcome = calculate(&study, register);
        Ok(Self { study, outcome })
    }
}

/// Everything that the pages show.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) register: Rc<Register>,
    /// Loaded when a study first asks for it.
    weigh: Option<Weigh>,
    /// Every salary scale to pick from, after none: then the cost is the study's own.
    pub(crate) scales: Rc<[(String, String)]>,
    /// The study as it would be saved, perhaps with problems.
    pub(crate) file: Rc<Value>,
    /// The study as it was when it was made, opened or last saved as a file.
    pub(crate) saved: Rc<Value>,
    /// The last study without problems.
    pub(crate) result: Rc<Calculated>,
    /// What is wrong with the file as it stands.
    pub(crate) problems: Vec<Problem>,
    /// What was wrong with a file that was therefore not opened.
    pub(crate) refused: Vec<Problem>,
    /// The field that someone is in, as far as they have typed.
    pub(crate) typing: Option<Typed>,
    /// Texts that could not be read, and so are in their fields but not in the study.
    pub(crate) unread: Vec<Typed>,
    /// The field left last: below it stands how its text was read.
    pub(crate) left: Option<String>,
    history: History,
    pub(crate) page: Page,
    pub(crate) language: Language,
    chosen: [usize; 7],
    /// Width of the window, pixels.
    pub(crate) width: u32,
    /// What is read out.
    pub(crate) said: String,
    /// What just happened, besides a change of figures.
    pub(crate) news: String,
    /// Counts what may have to be read out.
    pub(crate) events: u32,
}

fn scales(register: &Register) -> Rc<[(String, String)]> {
    let mut scales = vec![(String::new(), number::NOT_APPLICABLE.to_owned())];
    for entry in register.entries() {
        if let Some(scale) = entry.id.strip_prefix("cost_per_fte.") {
            scales.push((scale.to_owned(), scale.to_owned()));
        }
    }
    scales.into()
}

/// The study in a text.
fn read(text: &str, register: &Register) -> Result<Value, Vec<Problem>> {
    let mut file = deelsom_core::study::parse(text)?;
    // Of what is something else altogether no field is told to be wrong.
    if file["format"] != FORMAT {
        return Err(vec![Problem::new("wrong_format", "/format")]);
    }
    Study::from_value_unweighed(&file, register)?;
    deelsom_core::study::migrate(&mut file);
    Ok(file)
}

/// A study as the text of a file.
pub(crate) fn text(file: &Value) -> String {
    serde_json::to_string_pretty(file).unwrap_or_default() + "\n"
}

impl State {
    /// An example, on its first page. Where it cannot be read a blank study stands in, with what is wrong beside it.
    ///
    /// # Panics
    /// Never, since a test starts with the same blank study.
    pub(crate) fn new(example: &str) -> Self {
        let register = Rc::new(Register::embedded());
        let (file, problems) = match read(example, &register) {
            Ok(file) => (file, Vec::new()),
            Err(problems) => (serde_json::from_str(BLANK).unwrap_or_default(), problems),
        };
        let Ok(result) = Calculated::of(&file, &register, None) else { panic!("no blank study") };
        let file = Rc::new(file);
        Self {
            scales: scales(&register),
            register,
            weigh: None,
            saved: file.clone(),
            file,
            result: Rc::new(result),
            problems: Vec::new(),
            refused: problems,
            typing: None,
            unread: Vec::new(),
            left: None,
            history: History::default(),
            page: Page::default(),
            language: Language::default(),
            chosen: AT_FIRST,
            width: 1000,
            said: String::new(),
            news: String::new(),
            events: 0,
        }
    }

    /// Lets an action happen.
    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Type { pointer, reads, text } => self.type_in(pointer, reads, text),
            Action::Leave => self.leave(),
            Action::Restore(id) => {
                let mut file = (*self.file).clone();
                file::restore(&mut file, &id);
                self.forget_typing();
                self.edit(None, file);
            }
            Action::Change(file) => {
                self.refused.clear();
                self.forget_typing();
                self.edit(None, (*file).clone());
            }
            Action::Tell(news) => {
                self.news = news;
                self.events = self.events.wrapping_add(1);
            }
            Action::Undo => self.undo(),
            Action::Redo => {
                if let Some(file) = self.history.redo(&self.file) {
                    self.forget_typing();
                    self.accept(file, Some(status::REDONE));
                }
            }
            Action::Open(text) => self.open(&text),
            Action::Saved => self.saved = self.file.clone(),
            Action::Dismiss => self.refused.clear(),
            Action::Go(page) => {
                self.leave();
                self.left = None;
                self.page = page;
            }
            Action::Speak(language) => {
                // What was typed in one language may read differently in the other.
                self.forget_typing();
                self.language = language;
                self.happened(None);
            }
            Action::Choose(choice, place) => self.chosen[choice as usize] = place,
            Action::Widen(width) => self.width = width,
            Action::Listen => self.said = self.sentence(),
        }
    }

    /// The place of what is looked at; the last one where the study has fewer.
    pub(crate) fn chosen(&self, choice: Choice) -> usize {
        let study = &self.result.study;
        let count = match choice {
            Choice::Option => study.options.len(),
            Choice::Service => study.services.len(),
            Choice::Year => study.period.years,
            Choice::Draws => DRAWS.len(),
            Choice::Shape | Choice::Half => 2,
            Choice::Partner => study.partners.len(),
        };
        self.chosen[choice as usize].min(count.saturating_sub(1))
    }

    /// Whether the outcome on screen is not that of what stands in the fields.
    pub(crate) fn is_outdated(&self) -> bool {
        !self.problems.is_empty() || !self.unread.is_empty()
    }

    /// Whether the study has a key whose weights cannot be found yet.
    pub(crate) fn awaits_weights(&self) -> bool {
        self.weigh.is_none() && self.result.study.awaits_weights()
    }

    /// From now on weights can be found, and are.
    pub(crate) fn weigh_with(&mut self, weigh: Weigh) {
        if self.awaits_weights() {
            // Also where the file has problems meanwhile: the result is the last one without any.
            let mut study = self.result.study.clone();
            weigh(&mut study, &self.register);
            let outcome = calculate(&study, &self.register);
            self.result = Rc::new(Calculated { study, outcome });
            self.happened(None);
        }
        self.weigh = Some(weigh);
    }

    /// Whether what stands above every page looks the same in another state.
    pub(crate) fn stands_alike(&self, other: &Self) -> bool {
        (self.language, self.page, self.steps()) == (other.language, other.page, other.steps())
    }

    /// Whether what belongs to a place of the study looks the same in another state.
    pub(crate) fn shows_the_same(&self, other: &Self, at: &str) -> bool {
        self.says_the_same(other, |pointer| {
            pointer.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'))
        }) && self.file.at(at) == other.file.at(at)
    }

    /// Whether it is said in the same way in another state, given which places of the study belong to it: in the same
    /// language, with the same problems, and with the same texts in the fields that someone is typing in.
    pub(crate) fn says_the_same(&self, other: &Self, belongs: impl Fn(&str) -> bool) -> bool {
        let typed = |state: &Self| {
            let texts: Vec<Typed> = state
                .typing
                .iter()
                .chain(&state.unread)
                .filter(|typed| belongs(&typed.pointer))
                .cloned()
                .collect();
            (texts, state.left.clone().filter(|left| belongs(left)))
        };
        self.language == other.language && self.problems == other.problems && typed(self) == typed(other)
    }

    /// Whether there is a change to take back, and one to make again.
    pub(crate) fn steps(&self) -> (bool, bool) {
        (self.history.can_undo() || !self.unread.is_empty(), self.history.can_redo())
    }

    fn type_in(&mut self, pointer: String, reads: Reads, text: String) {
        self.refused.clear();
        self.left = None;
        self.unread.retain(|typed| typed.pointer != pointer);
        let read = reads.read(self.language, &text);
        let typed = Typed { pointer, reads, text };
        if let Ok(new) = read {
            let mut file = (*self.file).clone();
            file::put(&mut file, &typed.pointer, new, self.language);
            self.edit(Some(&typed.pointer), file);
        } else {
            // "1.25." began as a number; what it was so far must not stay behind when it no longer is one.
            if let Some((before, result)) = self.history.take_back(&typed.pointer) {
                self.result = result;
                self.accept(before, None);
            }
            self.unread.push(typed.clone());
            self.happened(None);
        }
        self.typing = reads.is_typed().then_some(typed);
    }

    fn leave(&mut self) {
        if let Some(typed) = self.typing.take() {
            self.overwritten(&typed.pointer);
            self.left = Some(typed.pointer);
        }
        self.history.end_run();
    }

    /// A figure that was illustrative and was typed over is someone's own; that is one step with the typing.
    fn overwritten(&mut self, pointer: &str) {
        let record = pointer.strip_suffix("/fte").or_else(|| pointer.strip_suffix("/amount"));
        let Some(at) = record.filter(|_| self.history.is_in(pointer)) else { return };
        if text_at(&self.file, &[at, "/status"].concat()) != "illustrative" {
            return;
        }
        if let Some(edited) = structure::own(&self.file, at) {
            let name = structure::name(edited.study.at(at).unwrap_or(&Value::Null)).to_owned();
            self.change(Some(pointer), edited.study);
            self.news = sentences::editing::own(self.language, &name);
        }
    }

    /// Text that could not be read is the latest change, so it goes first.
    fn undo(&mut self) {
        if self.unread.is_empty() {
            if let Some(file) = self.history.undo(&self.file) {
                self.accept(file, Some(status::UNDONE));
            }
        } else {
            self.happened(Some(status::UNDONE));
        }
        self.forget_typing();
    }

    fn open(&mut self, text: &str) {
        match read(text, &self.register) {
            Ok(file) => {
                self.refused.clear();
                self.forget_typing();
                self.change(None, file);
                self.saved = self.file.clone();
                self.chosen = AT_FIRST;
                self.happened(Some(status::OPENED));
            }
            Err(problems) => {
                self.refused = problems;
                self.happened(Some(status::NOT_OPENED));
            }
        }
    }

    fn forget_typing(&mut self) {
        self.history.end_run();
        self.typing = None;
        self.unread.clear();
        self.left = None;
    }

    /// What is frozen stays what it was: whoever changes it goes on with a copy.
    fn edit(&mut self, run: Option<&str>, mut file: Value) {
        file::thaw(&self.file, &mut file);
        self.change(run, file);
    }

    /// A new step, or more of the same where a run of key strokes in one field goes on.
    fn change(&mut self, run: Option<&str>, file: Value) {
        if file != *self.file {
            self.history.remember(run, &self.file, &self.result);
            self.accept(Rc::new(file), None);
        }
    }

    fn accept(&mut self, file: Rc<Value>, news: Option<Word>) {
        self.file = file;
        match Calculated::of(&self.file, &self.register, self.weigh) {
            Ok(result) => {
                self.result = Rc::new(result);
                self.problems.clear();
            }
            Err(problems) => self.problems = problems,
        }
        self.happened(news);
    }

    fn happened(&mut self, news: Option<Word>) {
        self.news = news.map_or_else(String::new, |word| word.text(self.language).to_owned());
        self.events = self.events.wrapping_add(1);
    }

    /// One short sentence on where things stand.
    fn sentence(&self) -> String {
        let news = self.news.as_str();
        let open = self.problems.len() + self.unread.len() + self.refused.len();
        if self.awaits_weights() {
            return news.to_owned();
        }
        if open > 0 {
            return [news, &sentences::problem_count(self.language, open)].join(" ").trim_start().to_owned();
        }
        let Calculated { study, outcome } = &*self.result;
        let place = self.chosen(Choice::Option);
        let (Some(option), Some(effect)) = (study.options.get(place), outcome.effects.get(place)) else {
            return news.to_owned();
        };
        let (first, last) = (i32::from(study.period.first_year.0), i32::from(study.period.last_year().0));
        let npv =
            sentences::takeaway_npv(self.language, &option.name, effect.result.npv.cents(), first, last);
        [news, &npv].join(" ").trim_start().to_owned()
    }
}
