//! Studies that were there before, and those that were taken back.

use std::rc::Rc;

use serde_json::Value;

/// How many steps can be taken back.
const MOST: usize = 100;

/// The past and the future of a study.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    past: Vec<Rc<Value>>,
    future: Vec<Rc<Value>>,
    /// The field whose key strokes still belong to the last step.
    run: Option<String>,
}

impl History {
    /// Keeps what a change replaces, unless the change goes on with a run in the same field.
    pub(super) fn remember(&mut self, run: Option<&str>, before: &Rc<Value>) {
        self.future.clear();
        if run.is_some() && self.run.as_deref() == run {
            return;
        }
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push(before.clone());
        self.run = run.map(str::to_owned);
    }

    /// The next change is a step of its own.
    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Gives back what a run in this field has changed: what stands there now cannot be read.
    pub(super) fn take_back(&mut self, run: &str) -> Option<Rc<Value>> {
        if self.run.as_deref() != Some(run) {
            return None;
        }
        self.run = None;
        self.past.pop()
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
