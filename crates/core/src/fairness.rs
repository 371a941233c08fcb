//! Fair division of what a cooperation costs or saves: cooperative games, solved exactly (MODEL 10).
//!
//! A [`Game`] says what every coalition would pay, or gain, by itself. Each method divides what all of them
//! pay or gain together, and comes with its stand-alone test: which coalitions would be better off by
//! themselves. Amounts are whole cents inside and fractions of cents where they are divided; nothing is
//! rounded before it is printed.
//!
//! ```
//! use deelsom_core::fairness::{Game, analyse};
//! let costs = vec![0, 163_520, 140_826, 301_607, 250_096, 378_821, 367_370, 412_584];
//! let names = ["navigation", "flood", "power"].map(String::from).to_vec();
//! let game = Game::of_costs(names, costs.iter().map(|euros| euros * 100).collect()).expect("a game");
//! let nucleolus = analyse(&game).nucleolus.expect("exact");
//! let shares: Vec<f64> = nucleolus.division.shares.iter().map(|share| share.to_f64()).collect();
//! assert_eq!(shares, [116_234.0, 93_540.0, 202_810.0]);
//! assert!(nucleolus.division.core.in_core);
//! ```

mod basis;
mod cover;
mod exact;
mod file;
mod formulas;
mod game;
mod keys;
mod nucleolus;
mod of_option;
mod scan;
mod shapley;
mod stability;

pub use cover::{Cover, MOST_PLAYERS_OF_COVER, Violation, Violations, cover};
pub use exact::Exact;
pub use formulas::{Caveat, ensc, equal_savings, proportional, scrb};
pub use game::{Coalition, Game, Kind, MOST_CENTS, MOST_PLAYERS};
pub use keys::weigh_keys;
pub use nucleolus::{Nucleolus, Over, least_core, nucleolus, per_capita_nucleolus};
pub use of_option::{JudgedKey, Judging, OptionFairness};
pub use shapley::shapley;
pub use stability::{Blocking, Check, Division, core_check};

/// Everything that is known of a game, on its values as given: no cover is applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// Coalitions that had better split up; `None` where there are too many players to judge.
    pub violations: Option<Violations>,
    /// Whether some coalition would leave whatever the division.
    pub core_empty: bool,
    /// The least amount, in cents, beyond which no coalition need gain by leaving; `None` for one player. Of
    /// a game of savings that is the least, over all divisions, of the largest v(S) − x(S).
    pub least_core: Option<Exact>,
    /// The Shapley value.
    pub shapley: Division,
    /// The nucleolus.
    pub nucleolus: Option<Nucleolus>,
    /// The per-capita nucleolus.
    pub per_capita_nucleolus: Option<Nucleolus>,
    /// Separable costs – remaining benefits.
    pub scrb: Division,
    /// What a reader should know of that.
    pub scrb_caveats: Vec<Caveat>,
    /// Equal split of the non-separable cost.
    pub ensc: Division,
    /// Equal savings.
    pub equal_savings: Division,
    /// Proportional to what each pays or gains alone; `None` where someone pays or gains nothing, or less.
    pub proportional: Option<Division>,
}

/// Applies every method to a game.
pub fn analyse(game: &Game) -> Analysis {
    let whole = nucleolus::prenucleolus(game, nucleolus::Excess::Whole);
    let least_core = whole.as_ref().and_then(|solution| solution.level);
    let (scrb, scrb_caveats) = scrb(game);
    Analysis {
        violations: cover(game).map(|cover| cover.violations(game)),
        core_empty: least_core.is_some_and(|level| level.numerator() > 0),
        least_core,
        shapley: shapley(game),
        nucleolus: whole.and_then(|solution| nucleolus::of(game, nucleolus::Excess::Whole, solution)),
        per_capita_nucleolus: per_capita_nucleolus(game),
        scrb,
        scrb_caveats,
        ensc: ensc(game),
        equal_savings: equal_savings(game),
        proportional: proportional(game),
    }
}
