//! Divisions with a formula: separable costs, equal savings, proportional (MODEL 10).

use super::exact::Point;
use super::game::Game;
use super::stability::Division;

/// What a reader should know of a division by separable costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caveat {
    /// Together the players add more than everything costs: there is no cost left to divide, but an excess.
    NegativeNonSeparable,
    /// Nobody has a remaining benefit: what is not separable is divided equally.
    NoRemainingBenefits,
}

impl Caveat {
    /// The word that reports use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NegativeNonSeparable => "negative_nonseparable_cost",
            Self::NoRemainingBenefits => "no_remaining_benefits",
        }
    }
}

/// Separable costs – remaining benefits, which is also Gately's point: each player pays what it adds to the
/// cost of the others, and the rest in proportion to what it then still saves, or equally where nobody does.
/// A player that saves nothing has a benefit of zero (James and Lee 1971; Straffin and Heaney 1981).
pub fn scrb(game: &Game) -> (Division, Vec<Caveat>) {
    let separable: Vec<i128> = separable(game);
    let rest = game.total() - separable.iter().sum::<i128>();
    let benefits: Vec<i128> =
        separable.iter().enumerate().map(|(player, cost)| (game.alone(player) - cost).max(0)).collect();
    let all: i128 = benefits.iter().sum();
    let mut caveats = Vec::new();
    if rest < 0 {
        caveats.push(Caveat::NegativeNonSeparable);
    }
    if all == 0 {
        caveats.push(Caveat::NoRemainingBenefits);
        return (ensc(game), caveats);
    }
    let shares = separable.iter().zip(&benefits).map(|(cost, benefit)| cost * all + benefit * rest);
    (Division::of(game, &Point::new(shares.collect(), all)), caveats)
}

/// Equal split of the non-separable cost: each player pays what it adds to the cost of the others, and an
/// equal part of the rest (Moulin 1985).
pub fn ensc(game: &Game) -> Division {
    Division::of(game, &ensc_point(game))
}

pub(super) fn ensc_point(game: &Game) -> Point {
    equally_beyond(game, &separable(game))
}

/// Equal savings: each player pays what it would by itself, less an equal part of what all save together (the
/// centre of the imputation set; Driessen and Funaki 1991).
pub fn equal_savings(game: &Game) -> Division {
    let alone: Vec<i128> = (0..game.size()).map(|player| game.alone(player)).collect();
    Division::of(game, &equally_beyond(game, &alone))
}

/// In proportion to what each player pays, or gains, by itself: everyone saves the same share. `None` where
/// some player pays or gains nothing by itself, or less.
pub fn proportional(game: &Game) -> Option<Division> {
    let alone: Vec<i128> = (0..game.size()).map(|player| game.sign() * game.alone(player)).collect();
    if alone.iter().any(|alone| *alone <= 0) {
        return None;
    }
    let shares = alone.iter().map(|alone| game.total() * alone);
    Some(Division::of(game, &Point::new(shares.collect(), alone.iter().sum())))
}

fn separable(game: &Game) -> Vec<i128> {
    (0..game.size()).map(|player| game.separable(player)).collect()
}

/// Each player's own amount, and an equal part of what is then left of the total.
fn equally_beyond(game: &Game, amounts: &[i128]) -> Point {
    let players = amounts.len() as i128;
    let rest = game.total() - amounts.iter().sum::<i128>();
    Point::new(amounts.iter().map(|amount| players * amount + rest).collect(), players)
}
