//! Draws in the background: what was asked last, and what has been answered so far.
//!
//! It goes on while someone is on another page, and so is no part of any page; nor of the state, which knows no browser.
//! Everything here is loaded later.

// Beside the page where there is a worker's file, and where all is in one file in the page, in short pieces.
#[cfg_attr(feature = "later", path = "run/worker.rs")]
#[cfg_attr(not(feature = "later"), path = "run/here.rs")]
mod desk;

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_core::report::{BreakEvenReport, SimulationReport, TornadoReport};
use deelsom_worker::{Answer, Asked, Question, Told};
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

/// What has been answered.
#[derive(Clone, Default)]
pub(crate) struct Heard {
    pub(crate) stage: Stage,
    pub(crate) influence: Option<Rc<Influence>>,
    pub(crate) simulation: Option<Rc<SimulationReport>>,
    /// Whether the influence is that of an earlier question.
    pub(crate) influence_is_old: bool,
    /// Whether the simulation is.
    pub(crate) simulation_is_old: bool,
    /// How many draws were asked for.
    pub(crate) wanted: usize,
}

impl Heard {
    /// How many draws of the question there are.
    pub(crate) fn made(&self) -> usize {
        let own = self.simulation.as_ref().filter(|_| !self.simulation_is_old);
        own.map_or(0, |simulation| simulation.draws)
    }

    /// Whether any of it belongs to an earlier question.
    pub(crate) fn is_old(&self) -> bool {
        (self.influence_is_old && self.influence.is_some())
            || (self.simulation_is_old && self.simulation.is_some())
    }
}

#[derive(Default)]
struct Run {
    question: Option<Question>,
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

/// Asks, unless it is what was asked last.
pub(crate) fn ask(question: Question) {
    RUN.with_borrow_mut(|run| {
        if run.question.as_ref() != Some(&question) {
            run.question = Some(question);
            run.start();
        }
    });
}

/// Asks the same once more.
pub(crate) fn again() {
    RUN.with_borrow_mut(Run::start);
    changed();
}

/// Stops; what has been answered stays.
pub(crate) fn stop() {
    RUN.with_borrow_mut(|run| {
        run.number += 1;
        run.heard.stage = Stage::Stopped;
        run.send(None);
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
        heard.stage = Stage::Running;
        heard.influence_is_old = true;
        heard.simulation_is_old = true;
        if self.desk.is_none() {
            self.ready = false;
            self.desk = Desk::open();
        }
        if self.desk.is_none() {
            heard.stage = Stage::Failed;
        }
        self.send(self.question.clone());
    }

    fn send(&self, question: Option<Question>) {
        if let Some(desk) = self.desk.as_ref().filter(|_| self.ready) {
            desk.ask(&Asked { number: self.number, question });
        }
    }

    fn hear(&mut self, number: u32, answer: Answer) {
        let heard = &mut self.heard;
        match answer {
            Answer::Ready => {
                self.ready = true;
                if heard.stage == Stage::Running {
                    self.send(self.question.clone());
                }
            }
            Answer::Failed => {
                self.desk = None;
                heard.stage = Stage::Failed;
            }
            // Of an earlier question.
            _ if number != self.number => {}
            Answer::Refused => heard.stage = Stage::Refused,
            Answer::Influence { tornado, break_evens } => {
                heard.influence = Some(Rc::new(Influence { tornado, break_evens }));
                heard.influence_is_old = false;
            }
            Answer::Drawn(simulation) => {
                if simulation.draws >= heard.wanted {
                    heard.stage = Stage::Done;
                }
                heard.simulation = Some(Rc::new(*simulation));
                heard.simulation_is_old = false;
            }
        }
    }
}
