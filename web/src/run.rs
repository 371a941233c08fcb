//! What takes long, in the background: what was asked last, and what has been answered so far.
//!
//! It goes on while someone is on another page, and so is no part of any page; nor of the state, which knows no browser.
//! Everything here is loaded later.

// Beside the page where there is a worker's file, and where all is in one file in the page, in short pieces.
#[cfg_attr(feature = "later", path = "run/worker.rs")]
#[cfg_attr(not(feature = "later"), path = "run/here.rs")]
mod desk;

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_core::report::{BreakEvenReport, FairnessReport, SimulationReport, TornadoReport};
use deelsom_worker::{Answer, Asked, Question, Told, Wants};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::dom;
use desk::Desk;

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Stage {
    /// Nothing was asked.
    #[default]
    Idle,
    Running,
    /// There are as many draws as were asked for.
    Done,
    /// Someone stopped it.
    Stopped,
    /// The worker could not be started, or broke down.
    Failed,
    /// The ranges of the study do not fit it.
    Refused,
}

/// What every parameter does, and where the balance tips.
pub(crate) struct Influence {
    pub(crate) tornado: TornadoReport,
    pub(crate) break_evens: Vec<BreakEvenReport>,
}

/// An answer, perhaps to an earlier question.
pub(crate) struct Part<T> {
    pub(crate) answer: Option<Rc<T>>,
    is_fresh: bool,
}

impl<T> Part<T> {
    /// Whether what there is belongs to an earlier question.
    pub(crate) fn is_old(&self) -> bool {
        self.answer.is_some() && !self.is_fresh
    }

    /// The answer to the question itself.
    pub(crate) fn fresh(&self) -> Option<&Rc<T>> {
        self.answer.as_ref().filter(|_| self.is_fresh)
    }

    fn take(&mut self, answer: T) {
        *self = Self { answer: Some(Rc::new(answer)), is_fresh: true };
    }
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self { answer: None, is_fresh: false }
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self { answer: self.answer.clone(), is_fresh: self.is_fresh }
    }
}

/// What has been answered.
#[derive(Clone, Default)]
pub(crate) struct Heard {
    pub(crate) stage: Stage,
    /// Who would be better off apart; none within where no game fits.
    pub(crate) fairness: Part<Option<FairnessReport>>,
    pub(crate) influence: Part<Influence>,
    pub(crate) simulation: Part<SimulationReport>,
    /// The same where only half of the savings is realised.
    pub(crate) halved: Part<SimulationReport>,
    /// How many draws were asked for.
    pub(crate) wanted: usize,
}

impl Heard {
    /// How many draws of the question there are.
    pub(crate) fn made(&self) -> usize {
        self.simulation.fresh().map_or(0, |simulation| simulation.draws)
    }

    /// What is wanted and has no answer yet.
    fn left_of(&self, wants: Wants) -> Wants {
        let misses = |part: &Part<SimulationReport>| part.fresh().is_none_or(|one| one.draws < self.wanted);
        Wants {
            fairness: wants.fairness && self.fairness.fresh().is_none(),
            influence: wants.influence && self.influence.fresh().is_none(),
            draws: wants.draws && misses(&self.simulation),
            halved: wants.halved && misses(&self.halved),
        }
    }

    /// From now on all of it belongs to an earlier question.
    fn outdate(&mut self) {
        self.fairness.is_fresh = false;
        self.influence.is_fresh = false;
        self.simulation.is_fresh = false;
        self.halved.is_fresh = false;
    }
}

#[derive(Default)]
struct Run {
    question: Option<Question>,
    /// What of it is being answered.
    left: Wants,
    number: u32,
    desk: Option<Desk>,
    /// Whether whoever answers is there.
    ready: bool,
    heard: Heard,
    /// Whether something was answered that is still to be shown.
    unseen: bool,
    listener: Option<Callback<()>>,
}

thread_local! {
    static RUN: RefCell<Run> = RefCell::default();
}

/// Asks, unless it is what was asked last. What is known already is not asked again.
pub(crate) fn ask(question: Question) {
    RUN.with_borrow_mut(|run| {
        if run.question.as_ref() != Some(&question) {
            if run.question.as_ref().is_none_or(|before| !before.is_about_the_same(&question)) {
                run.heard.outdate();
            }
            run.question = Some(question);
            run.start();
        }
    });
}

/// Asks the same once more.
pub(crate) fn again() {
    RUN.with_borrow_mut(|run| {
        run.heard.outdate();
        run.start();
    });
    changed();
}

/// Stops; what has been answered stays.
pub(crate) fn stop() {
    RUN.with_borrow_mut(|run| {
        run.number += 1;
        run.heard.stage = Stage::Stopped;
        run.send();
    });
    changed();
}

/// What has been answered so far.
pub(crate) fn heard() -> Heard {
    RUN.with_borrow(|run| run.heard.clone())
}

/// Who is to hear that there is something new; nobody where no page shows it.
pub(crate) fn listen(listener: Option<Callback<()>>) {
    RUN.with_borrow_mut(|run| run.listener = listener);
}

fn changed() {
    let listener = RUN.with_borrow(|run| run.listener.clone());
    if let Some(listener) = listener {
        listener.emit(());
    }
}

/// Takes an answer. It is shown in a task of its own, so that neither task keeps anyone waiting.
fn hear(Told { number, answer }: Told) {
    let first = RUN.with_borrow_mut(|run| {
        run.hear(number, answer);
        !std::mem::replace(&mut run.unseen, true)
    });
    if first {
        spawn_local(async {
            dom::next_task().await;
            RUN.with_borrow_mut(|run| run.unseen = false);
            changed();
        });
    }
}

impl Run {
    fn start(&mut self) {
        let Some(question) = &self.question else { return };
        self.number += 1;
        let heard = &mut self.heard;
        heard.wanted = question.draws as usize;
        self.left = heard.left_of(question.wants);
        heard.stage = if self.left == Wants::default() { Stage::Done } else { Stage::Running };
        if heard.stage == Stage::Running && self.desk.is_none() {
            self.ready = false;
            self.desk = Desk::open();
            if self.desk.is_none() {
                heard.stage = Stage::Failed;
            }
        }
        self.send();
    }

    /// Sends what is left to answer; where that is nothing, that what went on before may stop.
    fn send(&self) {
        if let Some(desk) = self.desk.as_ref().filter(|_| self.ready) {
            let question = self.question.clone().filter(|_| self.heard.stage == Stage::Running);
            let question = question.map(|question| Question { wants: self.left, ..question });
            desk.ask(&Asked { number: self.number, question });
        }
    }

    fn hear(&mut self, number: u32, answer: Answer) {
        let heard = &mut self.heard;
        match answer {
            Answer::Ready => {
                self.ready = true;
                if heard.stage == Stage::Running {
                    self.send();
                }
            }
            Answer::Failed => {
                self.desk = None;
                heard.stage = Stage::Failed;
            }
            // Of an earlier question.
            _ if number != self.number => {}
            Answer::Refused => heard.stage = Stage::Refused,
            Answer::Fairness(report) => heard.fairness.take(report.map(|report| *report)),
            Answer::Influence { tornado, break_evens } => {
                heard.influence.take(Influence { tornado, break_evens });
            }
            Answer::Drawn(simulation) => heard.simulation.take(*simulation),
            Answer::Halved(simulation) => heard.halved.take(*simulation),
        }
        if self.heard.stage == Stage::Running && self.heard.left_of(self.left) == Wants::default() {
            self.heard.stage = Stage::Done;
        }
    }
}
