//! Studies that were there before, and those that were taken back.

use std::rc::Rc;

use serde_json::Value;

use super::Calculated;

/// How many steps can be taken back.
const MOST: usize = 100;

/// The past and the future of a study.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    past: Vec<Rc<Value>>,
    future: Vec<Rc<Value>>,
    /// The field whose key strokes still belong to the last step, and the result on screen before them.
    run: Option<(String, Rc<Calculated>)>,
}

impl History {
    /// Keeps what a change replaces, unless the change goes on with a run in the same field.
    pub(super) fn remember(&mut self, run: Option<&str>, before: &Rc<Value>, result: &Rc<Calculated>) {
        self.future.clear();
        if run.is_some_and(|field| self.is_in(field)) {
            return;
        }
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push(before.clone());
        self.run = run.map(|field| (field.to_owned(), result.clone()));
    }

    /// Whether the last step is what was typed in this field.
    pub(super) fn is_in(&self, field: &str) -> bool {
        self.run.as_ref().is_some_and(|(run, _)| run == field)
    }

    /// The next change is a step of its own.
    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Gives back the study and the result from before the run in this field: what stands there now cannot be read.
    ///
    /// The result is not always that of the study: where that had problems, it is the last one without any.
    pub(super) fn take_back(&mut self, field: &str) -> Option<(Rc<Value>, Rc<Calculated>)> {
        if !self.is_in(field) {
            return None;
        }
        let (_, result) = self.run.take()?;
        Some((self.past.pop()?, result))
    }

    pub(super) fn undo(&mut self, now: &Rc<Value>) -> Option<Rc<Value>> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        Some(before)
    }

    pub(super) fn redo(&mut self, now: &Rc<Value>) -> Option<Rc<Value>> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        Some(after)
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
