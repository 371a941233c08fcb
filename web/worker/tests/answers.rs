//! Answers are those of the core, whatever the clock says; and who no longer wants to know hears no more.

use std::cell::{Cell, RefCell};
use std::future::ready;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use deelsom_core::fairness::OptionFairness;
use deelsom_core::report::{BreakEvenReport, FairnessReport, SimulationReport, TornadoReport};
use deelsom_core::study::Key;
use deelsom_core::uncertainty::{BreakEven, Model, Plan, Shape, Target, Tornado};
use deelsom_core::{Register, Study, calculate};
use deelsom_worker::{Answer, BREAK_EVENS, Host, Question, Told, Wants, answer};
use serde_json::Value;

/// A host with a clock that goes on by so much whenever someone looks.
struct Desk {
    tick: f64,
    clock: Cell<f64>,
    answers: RefCell<Vec<Answer>>,
    pauses: Cell<usize>,
    /// After so many pauses nobody wants to know any more.
    wanted_for: usize,
}

impl Desk {
    fn new(tick: f64, wanted_for: usize) -> Self {
        Self {
            tick,
            clock: Cell::default(),
            answers: RefCell::default(),
            pauses: Cell::default(),
            wanted_for,
        }
    }
}

impl Host for Desk {
    fn now(&self) -> f64 {
        self.clock.set(self.clock.get() + self.tick);
        self.clock.get()
    }

    fn tell(&self, answer: Answer) {
        self.answers.borrow_mut().push(answer);
    }

    fn pause(&self) -> impl Future<Output = bool> {
        self.pauses.set(self.pauses.get() + 1);
        ready(self.pauses.get() <= self.wanted_for)
    }

    fn moment(&self) -> f64 {
        40.0
    }
}

fn question(draws: u32) -> Question {
    let text = include_str!("../../../examples/four-municipalities-2006.json");
    let study = serde_json::from_str(text).expect("JSON");
    Question {
        study,
        option: 0,
        wants: Wants { influence: true, draws: true, ..Wants::default() },
        draws,
        seed: 3,
        pert: true,
        half_realised: true,
    }
}

/// Runs to the end; nothing waits here.
fn run(question: &Question, desk: &Desk) -> bool {
    let register = Register::embedded();
    let answers = pin!(answer(question, &register, desk));
    match answers.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done.is_some(),
        Poll::Pending => panic!("a future that waits for nothing"),
    }
}

#[test]
fn answers_are_those_of_the_core_whatever_the_clock_says() {
    let question = question(70);
    let register = Register::embedded();
    let model = Model::of(&question.study, &register, 0).expect("a valid study");
    let plan = Plan { shape: Shape::Pert, half_realised: true, ..Plan::of_seed(3) };
    let draws = model.draws(plan);
    let simulation = SimulationReport::of(&model, &draws.simulation(vec![draws.block(0..70)]));
    let tornado = Tornado::of(&model);
    // A clock that stands still, one as usual, and one for which every draw takes for ever.
    for tick in [0.0, 3.0, 1000.0] {
        let desk = Desk::new(tick, usize::MAX);
        assert!(run(&question, &desk));
        let answers = desk.answers.take();
        let Some(Answer::Influence { tornado: told, break_evens }) = answers.first() else {
            panic!("what parameters do comes first")
        };
        assert_eq!(told, &TornadoReport::of(&model, &tornado));
        assert_eq!(break_evens.len(), BREAK_EVENS);
        let widest = BreakEven::of(&model, &tornado.swings[0].parameter, Target::Total);
        assert_eq!(break_evens.first(), Some(&BreakEvenReport::of(&model, &widest)));
        assert_eq!(answers.last(), Some(&Answer::Drawn(Box::new(simulation.clone()))), "at {tick} ms");
        let made: Vec<usize> = answers
            .iter()
            .filter_map(|one| if let Answer::Drawn(told) = one { Some(told.draws) } else { None })
            .collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]), "{made:?}");
        assert_eq!(tick > 100.0, made.len() > 1, "on a slow machine one sees it settle: {made:?}");
    }
}

const FAIRNESS: Wants = Wants { fairness: true, influence: false, draws: false, halved: false };

/// Asks for who would be better off apart, and for draws as they are and halved.
fn for_a_council(draws: u32) -> Question {
    let wants = Wants { fairness: true, influence: false, draws: true, halved: true };
    Question { wants, half_realised: false, ..question(draws) }
}

#[test]
fn only_what_is_asked_is_answered_and_as_the_core_does() {
    let question = for_a_council(20);
    let desk = Desk::new(1000.0, usize::MAX);
    assert!(run(&question, &desk));
    let register = Register::embedded();
    let study = Study::from_value(&question.study, &register).expect("a valid study");
    let outcome = calculate(&study, &register);
    let judged = OptionFairness::of(&study, &register, &outcome, 0, &Key::simple(&study)).expect("a game");
    let answers = desk.answers.take();
    let report = FairnessReport::of(&study, 0, &judged);
    assert_eq!(answers.first(), Some(&Answer::Fairness(Some(Box::new(report)))));
    assert!(!answers.iter().any(|one| matches!(one, Answer::Influence { .. })));
    let Some(Answer::Halved(halved)) = answers.last() else { panic!("the halves come last") };
    assert_eq!((halved.draws, halved.half_realised), (20, true));
    let whole = answers.iter().rev().find_map(|one| match one {
        Answer::Drawn(whole) => Some((whole.draws, whole.half_realised)),
        _ => None,
    });
    assert_eq!(whole, Some((20, false)));

    let split = Question { wants: FAIRNESS, ..question };
    assert!(run(&split, &desk));
    assert_eq!(desk.answers.take().len(), 1);
}

#[test]
fn an_option_without_a_game_is_said() {
    let mut question = Question { wants: FAIRNESS, ..question(1) };
    question.study["options"] = serde_json::json!([{ "id": "same", "name": "Everything stays" }]);
    for field in ["phases", "criteria"] {
        question.study.as_object_mut().expect("a study").remove(field);
    }
    let desk = Desk::new(1.0, usize::MAX);
    assert!(run(&question, &desk));
    assert_eq!(desk.answers.take(), [Answer::Fairness(None)]);
}

#[test]
fn who_no_longer_wants_to_know_hears_no_more() {
    let question = question(30);
    let whole = Desk::new(1000.0, usize::MAX);
    run(&question, &whole);
    for wanted_for in [0, 5, whole.pauses.get() - 1] {
        let desk = Desk::new(1000.0, wanted_for);
        assert!(!run(&question, &desk), "it ends before its end");
        assert_eq!(desk.pauses.get(), wanted_for + 1, "at the next pause");
        let told = desk.answers.take();
        assert_eq!(told, whole.answers.borrow()[..told.len()], "what was told is the same");
    }
}

#[test]
fn a_study_that_is_not_valid_is_refused() {
    let mut wrong = question(10);
    wrong.study["ranges"] = serde_json::json!([{ "path": "/posts/0/fte", "low": 1e6, "high": 1e7 }]);
    let desk = Desk::new(1.0, usize::MAX);
    assert!(run(&wrong, &desk));
    assert_eq!(desk.answers.take(), [Answer::Refused]);
}

#[test]
fn questions_and_answers_survive_the_way() {
    let question = question(20);
    let text = serde_json::to_string(&question).expect("JSON");
    assert_eq!(serde_json::from_str::<Question>(&text).expect("a question"), question);
    let desk = Desk::new(1000.0, usize::MAX);
    run(&question, &desk);
    run(&for_a_council(20), &desk);
    for answer in desk.answers.take() {
        let told = Told { number: 7, answer };
        let text = serde_json::to_string(&told).expect("JSON");
        let read: Told = serde_json::from_str(&text).expect("an answer");
        let [sent, come] = [&told, &read].map(|told| serde_json::to_value(told).expect("JSON"));
        assert!(same(&sent, &come), "{sent} and {come}");
    }
}

/// Whether two values are the same, numbers to their last bit but one: numbers of seventeen digits are read so.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| same(one, other)))
        }
        (Value::Number(one), Value::Number(other)) => {
            let numbers = one.as_f64().zip(other.as_f64());
            numbers.is_some_and(|(one, other)| (one - other).abs() <= one.abs() * f64::EPSILON)
        }
        _ => one == other,
    }
}
