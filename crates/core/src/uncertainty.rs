//! How sure an outcome is (MODEL 11): every parameter at its ends, thousands of draws, and where the balance tips.
//!
//! A [`Model`] is a study made ready for one option: each parameter knows where its number stands. Whatever is asked,
//! the answer comes from the same steps as [`crate::calculate`], run on the study with other numbers in it; only what
//! a reader alone needs (warnings, vulnerability, explanations) is left out. Draws follow from a seed and their number,
//! so that blocks of them can be made anywhere, in any order:
//!
//! ```
//! use deelsom_core::Register;
//! use deelsom_core::uncertainty::{Model, Plan};
//! let file = serde_json::json!({ "format": "deelsom/study", "version": 1, "title": "Two heads become one",
//!     "period": { "first_year": 2026, "years": 5 },
//!     "partners": [{ "id": "a", "name": "A", "inhabitants": 25000 }, { "id": "b", "name": "B", "inhabitants": 26000 }],
//!     "services": [{ "id": "hr", "name": "HR" }],
//!     "posts": [{ "unit": "a", "service": "hr", "role": "Head", "scale": "12", "fte": 1 },
//!               { "unit": "b", "service": "hr", "role": "Head", "scale": "12", "fte": 1 }],
//!     "options": [{ "id": "joint", "name": "Joint",
//!         "units": [{ "id": "dept", "name": "HR", "form": "network", "members": ["a", "b"] }],
//!         "moves": [{ "service": "hr", "month": "2026-01", "to": ["dept"],
//!                     "staffing": { "posts": [{ "role": "Head", "fte": 1 }] } }] }] });
//! let register = Register::embedded();
//! let model = Model::of(&file, &register, 0).expect("a valid study");
//! let draws = model.draws(Plan::of_seed(1));
//! let simulation = draws.simulation(vec![draws.block(500..1000), draws.block(0..500)]);
//! assert_eq!(simulation.draws, 1000);
//! assert_eq!(simulation, draws.simulation(vec![draws.block(0..1000)]));
//! ```
//!
//! Draws of different parameters are independent: correlation is left out.

mod break_even;
mod draw;
mod model;
mod parameter;
mod percentile;
mod pert;
mod quantile;
mod simulation;
mod sobol;
mod tornado;

pub use break_even::{BreakEven, Gains, Target, Tipping};
pub use draw::{Plan, Points};
pub use model::{Effect, Model};
pub use parameter::Parameter;
pub use percentile::{Chance, PERCENTS, Percentile, Spread};
pub use quantile::Shape;
pub use simulation::{Block, Draws, Simulation};
pub use tornado::{Swing, Tornado};
