//! What takes longer than a key stroke, answered piece by piece: by a worker beside the page, or by the page itself in
//! short pieces.
//!
//! ```text
//! Question ─► answer ─► Fairness     who would be better off apart
//!                   ─► Influence    what every parameter does, and where the balance tips
//!                   ─► Drawn        the draws so far, and again, until there are as many as were asked for
//!                   ─► Halved       the same draws where only half of the savings is realised
//! ```
//!
//! [`answer`] is a future that works for a moment, then [pauses](Host::pause), and is dropped or goes on. Who runs it
//! decides how long a moment is. Questions and answers can be written as JSON: that is what worker and page say to each
//! other.

use deelsom_core::fairness::Judging;
use deelsom_core::report::{BreakEvenReport, FairnessReport, SimulationReport, TornadoReport};
use deelsom_core::study::Key;
use deelsom_core::uncertainty::{
    Block, BreakEven, Draws, Model, Parameter, Plan, Points, Shape, Swing, Target, Tornado,
};
use deelsom_core::{Register, Study, calculate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Question {
    /// The study as its file has it.
    pub study: Value,
    /// The place of the option in it.
    pub option: usize,
    /// What one wants to know.
    pub wants: Wants,
    /// How many draws.
    pub draws: u32,
    /// The same seed gives the same draws.
    pub seed: u32,
    /// Whether values near the ends are rarer than a triangle has them.
    pub pert: bool,
    /// Whether only half of the savings is realised.
    pub half_realised: bool,
}

/// What one wants to know of an option.
#[expect(clippy::struct_excessive_bools, reason = "each can be wanted without the others")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
pub struct Wants {
    /// Who would be better off apart.
    pub fairness: bool,
    /// What every parameter does, and where the balance tips.
    pub influence: bool,
    /// What the draws come to.
    pub draws: bool,
    /// What they come to where only half of the savings is realised.
    pub halved: bool,
}

impl Question {
    /// Whether an answer to one is an answer to the other, as far as both ask for it.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let about = |one: &Self| (one.option, one.draws, one.seed, one.pert, one.half_realised);
        about(self) == about(other) && self.study == other.study
    }
}

/// What is answered, more than once.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub enum Answer {
    /// Whoever answers is there.
    Ready,
    /// Something went wrong, and no more answers come.
    Failed,
    /// The study, or a range in it, is not valid: the core says why.
    Refused,
    /// Who would be better off apart; none where no game fits the option.
    Fairness(Option<Box<FairnessReport>>),
    /// What every parameter does by itself.
    Influence {
        /// Every parameter, the widest first.
        tornado: TornadoReport,
        /// The values of the widest at which the option neither gains nor loses.
        break_evens: Vec<BreakEvenReport>,
    },
    /// What the draws made so far come to.
    Drawn(Box<SimulationReport>),
    /// What all of them come to where only half of the savings is realised.
    Halved(Box<SimulationReport>),
}

/// A question with a number, so that answers to an earlier one are known as such; no question stops what goes on.
#[derive(Debug, Deserialize, Serialize)]
pub struct Asked {
    /// Counts questions.
    pub number: u32,
    /// What is asked.
    pub question: Option<Question>,
}

/// An answer with the number of its question.
#[derive(Debug, Deserialize, Serialize)]
pub struct Told {
    /// That of the question.
    pub number: u32,
    /// What is answered.
    pub answer: Answer,
}

/// Where questions are answered.
pub trait Host {
    /// The time, milliseconds from any moment.
    fn now(&self) -> f64;

    /// Takes an answer.
    fn tell(&self, answer: Answer);

    /// Lets others go first. False where the question no longer matters.
    fn pause(&self) -> impl Future<Output = bool>;

    /// How long to work before a pause, milliseconds.
    fn moment(&self) -> f64;
}

/// For so many parameters, the widest, the break-even value is sought.
pub const BREAK_EVENS: usize = 10;

/// How long draws are made at least before they are told, milliseconds: often enough to see the figures settle.
const TOLD_EVERY: f64 = 200.0;

/// Answers a question. Whoever no longer wants to know stops at the next pause.
///
/// Nothing where it was stopped.
pub async fn answer(question: &Question, register: &Register, host: &impl Host) -> Option<()> {
    let wants = question.wants;
    let mut turn = Turn::new(host);
    if wants.fairness {
        let Ok(study) = Study::from_value(&question.study, register) else {
            host.tell(Answer::Refused);
            return Some(());
        };
        turn.end().await?;
        judge(&study, register, question.option, &mut turn).await?;
    }
    if !wants.influence && !wants.draws && !wants.halved {
        return Some(());
    }
    let Ok(model) = Model::of(&question.study, register, question.option) else {
        host.tell(Answer::Refused);
        return Some(());
    };
    turn.end().await?;
    if wants.influence {
        influence(&model, &mut turn).await?;
    }
    if wants.draws {
        draw(question.draws, plan(question), &model, &mut turn, Answer::Drawn).await?;
    }
    if wants.halved {
        let plan = Plan { half_realised: true, ..plan(question) };
        draw(question.draws, plan, &model, &mut turn, Answer::Halved).await?;
    }
    Some(())
}

/// Who would be better off apart, under the option's own keys and every simple one.
async fn judge(
    study: &Study,
    register: &Register,
    option: usize,
    turn: &mut Turn<'_, impl Host>,
) -> Option<()> {
    let outcome = calculate(study, register);
    turn.end_if_over().await?;
    let mut report = None;
    if let Some(mut judging) = Judging::of(study, register, &outcome, option) {
        while judging.step() {
            turn.end_if_over().await?;
        }
        turn.end().await?;
        let judged = judging.finish(&Key::simple(study));
        report = judged.map(|judged| Box::new(FairnessReport::of(study, option, &judged)));
    }
    turn.host.tell(Answer::Fairness(report));
    turn.end().await
}

async fn influence(model: &Model<'_>, turn: &mut Turn<'_, impl Host>) -> Option<()> {
    let mut swings = Vec::new();
    for parameter in model.parameters() {
        swings.push(Swing {
            parameter: parameter.clone(),
            low: model.with(parameter, parameter.low),
            high: model.with(parameter, parameter.high),
        });
        turn.end_if_over().await?;
    }
    let tornado = Tornado::of_swings(model, swings);
    let mut break_evens = Vec::new();
    for swing in tornado.swings.iter().filter(|swing| swing.width() > 0).take(BREAK_EVENS) {
        turn.end().await?;
        break_evens.push(break_even(model, &swing.parameter));
    }
    turn.host.tell(Answer::Influence { tornado: TornadoReport::of(model, &tornado), break_evens });
    turn.end().await
}

fn break_even(model: &Model<'_>, parameter: &Parameter) -> BreakEvenReport {
    BreakEvenReport::of(model, &BreakEven::of(model, parameter, Target::Total))
}

async fn draw(
    wanted: u32,
    plan: Plan,
    model: &Model<'_>,
    turn: &mut Turn<'_, impl Host>,
    say: fn(Box<SimulationReport>) -> Answer,
) -> Option<()> {
    let host = turn.host;
    let draws = model.draws(plan);
    let mut blocks = Vec::new();
    let (mut made, mut at_once) = (0, 1);
    let mut told = host.now();
    let mut patience = TOLD_EVERY;
    while made < wanted {
        let start = host.now();
        let until = wanted.min(made.saturating_add(at_once));
        blocks.push(draws.block(made..until));
        at_once = as_many_as_fit(until - made, host.now() - start, host.moment());
        made = until;
        if made < wanted && host.now() - told >= patience {
            let start = host.now();
            host.tell(say(so_far(model, &draws, &blocks)));
            told = host.now();
            // Adding up takes longer the more there is, and may not take over.
            patience = TOLD_EVERY.max(8.0 * (told - start));
        }
        turn.end_if_over().await?;
    }
    turn.end().await?;
    host.tell(say(so_far(model, &draws, &blocks)));
    Some(())
}

fn so_far(model: &Model<'_>, draws: &Draws<'_>, blocks: &[Block]) -> Box<SimulationReport> {
    Box::new(SimulationReport::of(model, &draws.simulation(blocks.to_vec())))
}

fn plan(question: &Question) -> Plan {
    Plan {
        seed: question.seed,
        shape: if question.pert { Shape::Pert } else { Shape::Triangular },
        points: Points::Random,
        half_realised: question.half_realised,
    }
}

/// How many draws fit in half a moment, when so many took so long: no more than four times as many, as clocks are coarse.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within bounds")]
fn as_many_as_fit(draws: u32, took: f64, moment: f64) -> u32 {
    let most = draws.saturating_mul(4);
    if took <= 0.0 {
        return most;
    }
    let fit = f64::from(draws) * moment / 2.0 / took;
    (fit.max(1.0).min(f64::from(most))) as u32
}

/// A stretch of work between two pauses.
struct Turn<'h, H> {
    host: &'h H,
    start: f64,
}

impl<'h, H: Host> Turn<'h, H> {
    fn new(host: &'h H) -> Self {
        Self { host, start: host.now() }
    }

    /// Pauses; nothing where nobody wants to know any more.
    async fn end(&mut self) -> Option<()> {
        let wanted = self.host.pause().await;
        self.start = self.host.now();
        wanted.then_some(())
    }

    /// Pauses where another piece of work would take longer than a moment.
    async fn end_if_over(&mut self) -> Option<()> {
        if self.host.now() - self.start < self.host.moment() / 2.0 {
            return Some(());
        }
        self.end().await
    }
}
