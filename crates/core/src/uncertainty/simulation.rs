//! Many draws at once, and what they come to.

use std::ops::Range;

use super::draw::{Plan, Points, SETS, Stream, mix};
use super::model::{Effect, Model};
use super::percentile::{Chance, Spread};
use crate::calendar::Year;
use crate::comparison::{Payback, payback};
use crate::money::Money;
use crate::study::PartnerId;

/// The cents of some draws that follow each other. Blocks of one plan can be put together in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    first: u32,
    /// A row for each draw: the net present value in total and of every partner, and the cumulative saving of every
    /// year.
    cents: Vec<i64>,
}

impl Block {
    /// A block that was made elsewhere, by its first draw and its cents.
    pub fn from_cents(first: u32, cents: Vec<i64>) -> Self {
        Self { first, cents }
    }

    /// The number of the first draw.
    pub fn first(&self) -> u32 {
        self.first
    }

    /// The cents, row by row: to be sent elsewhere.
    pub fn cents(&self) -> &[i64] {
        &self.cents
    }
}

/// What the draws come to. Amounts are in cents.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    /// How it was drawn.
    pub plan: Plan,
    /// How many draws.
    pub draws: usize,
    /// What the option brings with every number as it is, under the same plan.
    pub central: Effect,
    /// The net present value of the savings.
    pub npv: Spread,
    /// The chance of a net present value above zero.
    pub gains: Chance,
    /// That of each partner, and the chance that it gains.
    pub partners: Vec<(PartnerId, Spread, Chance)>,
    /// The savings up to the end of each year.
    pub cumulative: Vec<(Year, Spread)>,
    /// The chance of paying back within the period, at once included.
    pub pays_back: Chance,
    /// The share of the draws in which it never cost anything.
    pub immediate: f64,
    /// After how many years it pays back, in the draws in which it does; none where it never does.
    pub payback_years: Option<Spread>,
    /// A number that every bit of every draw goes into, whatever the order: the same everywhere.
    pub fingerprint: u64,
}

/// The draws of a model under a plan: made once, for as many blocks as there are.
pub struct Draws<'m> {
    model: &'m Model<'m>,
    plan: Plan,
    streams: Vec<Stream>,
}

impl Model<'_> {
    /// Makes ready to draw; quantiles are worked out here, once.
    pub fn draws(&self, plan: Plan) -> Draws<'_> {
        let streams = self.parameters().iter().map(|parameter| Stream::of(plan, parameter)).collect();
        Draws { model: self, plan, streams }
    }

    /// The cents of a draw.
    fn width(&self) -> usize {
        1 + self.study().partners.len() + self.period().years
    }
}

impl Draws<'_> {
    /// The number that every parameter with a range has in a draw, in their order.
    pub fn numbers(&self, draw: u32) -> Vec<f64> {
        self.streams.iter().map(|stream| stream.value(draw)).collect()
    }

    /// Works out some draws, by their numbers from zero.
    pub fn block(&self, draws: Range<u32>) -> Block {
        let mut bench = self.model.bench();
        let mut numbers = Vec::with_capacity(self.streams.len());
        let mut cents = Vec::with_capacity(draws.len() * self.model.width());
        for draw in draws.clone() {
            numbers.clear();
            let parameters = self.model.parameters().iter();
            numbers.extend(parameters.zip(&self.streams).map(|(one, stream)| (one, stream.value(draw))));
            let effect = bench.effect(&numbers, self.plan.half_realised);
            cents.push(effect.npv.cents());
            cents.extend(effect.partners.iter().chain(&effect.cumulative).map(|amount| amount.cents()));
        }
        Block { first: draws.start, cents }
    }

    /// Puts blocks together, whatever their order, and says what they come to.
    pub fn simulation(&self, blocks: Vec<Block>) -> Simulation {
        Simulation::of(self.model, self.plan, blocks)
    }
}

impl Simulation {
    fn of(model: &Model<'_>, plan: Plan, mut blocks: Vec<Block>) -> Self {
        blocks.sort_by_key(|block| block.first);
        let width = model.width();
        let rows: Vec<&[i64]> = blocks.iter().flat_map(|block| block.cents.chunks_exact(width)).collect();
        let sets = (plan.points == Points::Sobol).then_some(SETS as usize);
        let central = model.central(plan.half_realised);
        let column =
            |place: usize| -> Vec<Option<f64>> { rows.iter().map(|row| Some(row[place] as f64)).collect() };
        let spread = |place: usize, central: Money| {
            // Without draws there is what the numbers as they are give, and no spread.
            let spread = Spread::of(&column(place), sets);
            spread.or_else(|| Spread::of(&[Some(central.cents() as f64)], None)).unwrap_or(NOTHING)
        };
        let gains = |place: usize| {
            let gains: Vec<bool> = rows.iter().map(|row| row[place] > 0).collect();
            Chance::of(&gains, sets)
        };
        let partners = central.partners.iter().enumerate().map(|(partner, central)| {
            (PartnerId(partner), spread(1 + partner, *central), gains(1 + partner))
        });
        let first_year = 1 + central.partners.len();
        let cumulative = model.period().all_years().zip(&central.cumulative).enumerate();
        let cumulative =
            cumulative.map(|(place, (year, central))| (year, spread(first_year + place, *central)));
        let paybacks: Vec<Option<f64>> = rows
            .iter()
            .map(|row| {
                let savings = row[first_year..].iter().map(|cents| Money::from_cents(*cents));
                match payback(model.period().first_year, savings) {
                    Payback::Immediate => Some(0.0),
                    Payback::Within(_, years) => Some(years),
                    Payback::Never => None,
                }
            })
            .collect();
        let pays_back: Vec<bool> = paybacks.iter().map(Option::is_some).collect();
        let at_once = paybacks.iter().filter(|years| years.is_some_and(|years| years <= 0.0)).count();
        Self {
            plan,
            draws: rows.len(),
            npv: spread(0, central.npv),
            gains: gains(0),
            partners: partners.collect(),
            cumulative: cumulative.collect(),
            pays_back: Chance::of(&pays_back, sets),
            immediate: at_once as f64 / (rows.len().max(1)) as f64,
            payback_years: Spread::of(&paybacks, sets),
            fingerprint: fingerprint(&rows),
            central,
        }
    }
}

/// A spread of nothing.
const NOTHING: Spread = {
    const NONE: super::Percentile = super::Percentile { percent: 50, value: 0.0, error: 0.0 };
    Spread { mean: 0.0, mean_error: 0.0, deviation: 0.0, percentiles: [NONE; 5] }
};

/// All bits of all draws: each number is mixed with its place, and the order is no matter.
fn fingerprint(rows: &[&[i64]]) -> u64 {
    let mut sum = 0;
    let mut place = 0_u64;
    for cents in rows.iter().copied().flatten() {
        place += 1;
        sum ^= mix(mix(place) ^ cents.cast_unsigned());
    }
    sum
}
