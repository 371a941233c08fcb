//! The page itself, in pieces so short that it can be used meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use deelsom_core::Register;
use deelsom_worker::{Answer, Asked, Host, Told, answer};
use wasm_bindgen_futures::spawn_local;

use super::hear;
use crate::dom;

/// How long the page works at this at a time, milliseconds.
const MOMENT: f64 = 16.0;

/// Who answers.
pub(super) struct Desk {
    register: Rc<Register>,
    /// The number of the question that still matters.
    wanted: Rc<Cell<u32>>,
}

impl Desk {
    #[expect(clippy::unnecessary_wraps, reason = "as a worker, which may not start")]
    pub(super) fn open() -> Option<Self> {
        spawn_local(async {
            dom::next_task().await;
            hear(Told { number: 0, answer: Answer::Ready });
        });
        Some(Self { register: Rc::new(Register::embedded()), wanted: Rc::default() })
    }

    pub(super) fn ask(&self, asked: &Asked) {
        let number = asked.number;
        self.wanted.set(number);
        if let Some(question) = asked.question.clone() {
            let (register, here) = (self.register.clone(), Here { number, wanted: self.wanted.clone() });
            spawn_local(async move {
                // Whoever asked for this is shown that it has begun.
                if here.pause().await {
                    answer(&question, &register, &here).await;
                }
            });
        }
    }
}

/// A question being answered here.
struct Here {
    number: u32,
    wanted: Rc<Cell<u32>>,
}

impl Host for Here {
    fn now(&self) -> f64 {
        dom::now()
    }

    fn tell(&self, answer: Answer) {
        hear(Told { number: self.number, answer });
    }

    async fn pause(&self) -> bool {
        dom::next_task().await;
        self.wanted.get() == self.number
    }

    fn moment(&self) -> f64 {
        MOMENT
    }
}
