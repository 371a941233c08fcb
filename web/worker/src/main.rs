//! The worker: it answers the page's questions without keeping it from anything else.

use std::cell::Cell;
use std::rc::Rc;

use deelsom_core::Register;
use deelsom_worker::{Answer, Asked, Host, Told, answer};
use js_sys::{Promise, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, Performance};

/// How long the worker is deaf at a time, milliseconds: a new question or a stop waits no longer.
const MOMENT: f64 = 40.0;

fn main() {
    std::panic::set_hook(Box::new(|_| tell(0, Answer::Failed)));
    let register = Rc::new(Register::embedded());
    let wanted = Rc::new(Cell::new(0));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(Asked { number, question }) =
            event.data().as_string().and_then(|text| serde_json::from_str(&text).ok())
        else {
            return;
        };
        wanted.set(number);
        if let Some(question) = question {
            let here = Here { number, wanted: wanted.clone(), clock: scope().performance() };
            let register = register.clone();
            spawn_local(async move {
                answer(&question, &register, &here).await;
            });
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    tell(0, Answer::Ready);
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

fn tell(number: u32, answer: Answer) {
    if let Ok(text) = serde_json::to_string(&Told { number, answer }) {
        // A page that is gone hears nothing.
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}

/// A question being answered here.
struct Here {
    number: u32,
    /// The number of the question that still matters.
    wanted: Rc<Cell<u32>>,
    clock: Option<Performance>,
}

impl Host for Here {
    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }

    fn tell(&self, answer: Answer) {
        tell(self.number, answer);
    }

    async fn pause(&self) -> bool {
        // A message to oneself comes after those that wait, and at once: a timer would wait four milliseconds.
        if let Ok(channel) = MessageChannel::new() {
            let come = Promise::new(&mut |done, _| {
                channel.port1().set_onmessage(Some(&done));
                let _ = channel.port2().post_message(&JsValue::NULL);
            });
            let _ = JsFuture::from(come).await;
            channel.port1().close();
        }
        self.wanted.get() == self.number
    }

    fn moment(&self) -> f64 {
        MOMENT
    }
}
