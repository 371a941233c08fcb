//! Charts for Deelsom: labelled series in, one SVG string out.
//!
//! | Question | Chart |
//! |---|---|
//! | When does it pay back? | [`CumulativeChart`] |
//! | What does each partner pay, year by year? | [`ColumnsChart`] |
//! | How many people are there, and which vacancies are avoided? | [`StaffingChart`] |
//! | What does each distribution key do to each partner? | [`DumbbellChart`] |
//! | Which assumption, which step matters most? | [`BarsChart`] |
//! | How sure is it, year by year? | [`FanChart`] |
//! | How does one amount become the other? | [`WaterfallChart`] |
//!
//! The crate knows no money, no language and no page. Every word and every number that is printed comes from the
//! caller, numbers through a [`Format`]; only years are written as they are. The same input gives the same bytes in a
//! browser and on the command line. Values that are not finite are left out; nothing panics.
//!
//! Long names are broken between words, and in a narrow drawing also at soft hyphens (U+00AD) if the caller puts them
//! in: `Centrum\u{ad}regeling`.
//!
//! A drawing scales with the box it stands in (it has a `viewBox` and no width). Text has its intended size, 12 px at
//! least, at [`Figure::width`]: draw at about the width of the box, and anew for a telephone.
//!
//! ```
//! use deelsom_charts::{CumulativeChart, Figure, Line, Mark};
//!
//! let chart = CumulativeChart {
//!     figure: Figure {
//!         id: "payback",
//!         title: "The host municipality has paid back in 2029",
//!         description: "The saving so far, year by year.",
//!         width: 720,
//!         unit: "€ × 1.000",
//!     },
//!     height: 400,
//!     years: &[2027, 2028, 2029, 2030],
//!     lines: &[Line {
//!         name: "Host municipality".to_owned(),
//!         values: vec![-900.0, -400.0, 100.0, 600.0],
//!         mark: Some(Mark { at: 1.8, label: "paid back in 2029".to_owned() }),
//!     }],
//!     format: &|value| format!("{value:.0}"),
//! }
//! .draw();
//! assert!(chart.svg.contains("<title id=\"payback-title\">The host municipality"));
//! assert_eq!(chart.legend[0].class, "series series-0");
//! ```
//!
//! # Classes, for print and forced colours
//!
//! Colours are presentation attributes, so any rule of a style sheet wins from them. The root is `.chart`; in it are
//! `.background`, `.grid`, `.zero`, `.tick` (text of an axis), `.label` (other text), `.leader` (from a label to what it
//! names), and groups `.series.series-0` and so on, with `.line`, `.area` (any filled surface), `.marker` and `.mark`
//! (a marked moment) inside.

mod axis;
mod bars;
mod canvas;
mod columns;
mod cumulative;
mod dumbbell;
mod fan;
mod figure;
mod labels;
mod legend;
mod notes;
mod rows;
mod staffing;
mod svg;
mod text;
mod theme;
mod waterfall;

pub use bars::{BarRow, BarsChart};
pub use columns::{ColumnsChart, Panel};
pub use cumulative::{CumulativeChart, Line, Mark};
pub use dumbbell::{DumbbellChart, DumbbellRow};
pub use fan::{Band, Course, FanChart, Moment};
pub use figure::{Chart, Figure, Format, PlotArea};
pub use legend::LegendEntry;
pub use staffing::{StaffingChart, StaffingNames};
pub use waterfall::{Step, WaterfallChart};
