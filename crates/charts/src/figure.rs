//! What every chart takes and gives.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;

use crate::LegendEntry;
use crate::canvas::units;
use crate::svg::UNITS;

/// How the caller writes a number: on an axis, and as the value in a label.
pub type Format<'a> = &'a dyn Fn(f64) -> String;

/// What every chart needs besides its numbers.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// Start of the ids inside the drawing; different for every chart on a page.
    pub id: &'a str,
    /// The outcome in one sentence; read out, and not drawn.
    pub title: &'a str,
    /// What there is to see, in words; read out, and not drawn.
    pub description: &'a str,
    /// Width in pixels at which text has its intended size; held between 240 and 2000.
    pub width: u32,
    /// What the values are counted in, such as `€ × 1.000`; stands above the axis and may be empty.
    pub unit: &'a str,
}

impl Figure<'_> {
    pub(crate) fn drawn_width(&self) -> f64 {
        f64::from(self.width.clamp(240, 2000))
    }
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The `<svg>` element; safe to put into a page, and a file in itself.
    pub svg: String,
    /// Where the values are in the drawing; none for a chart of several panels or without data.
    pub plot: Option<PlotArea>,
    /// What a legend beside the drawing says, in the order of the series.
    pub legend: Vec<LegendEntry>,
}

/// The rectangle between the axes: its edges in pixels of the `viewBox`, and the values at these edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotArea {
    /// Left edge, pixels.
    pub left: f64,
    /// Right edge, pixels.
    pub right: f64,
    /// Upper edge, pixels.
    pub top: f64,
    /// Lower edge, pixels.
    pub bottom: f64,
    /// Horizontal value at the left edge: the index of a year, of a month or of a row, or a quantity.
    pub x_from: f64,
    /// Horizontal value at the right edge.
    pub x_to: f64,
    /// Vertical value at the lower edge.
    pub y_from: f64,
    /// Vertical value at the upper edge.
    pub y_to: f64,
}

impl PlotArea {
    /// The same on whole pixels, so that its edges are what they are said to be, and sharp.
    pub(crate) fn snapped(self) -> Self {
        Self {
            left: self.left.round(),
            right: self.right.round(),
            top: self.top.round(),
            bottom: self.bottom.round(),
            ..self
        }
    }

    /// Where a pair of values is, in pixels of the `viewBox`; never outside the rectangle.
    pub fn to_px(&self, x: f64, y: f64) -> (f64, f64) {
        // Also what keeps plotters' whole numbers from overflowing.
        let within = |value: f64, a: f64, b: f64| value.max(a.min(b)).min(a.max(b));
        let x = within(x, self.x_from, self.x_to);
        let y = within(y, self.y_from, self.y_to);
        let across = units(self.left)..units(self.right);
        let upwards = units(self.bottom)..units(self.top);
        let plane = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            self.x_from..self.x_to,
            self.y_from..self.y_to,
            (across, upwards),
        );
        let (x, y) = plane.translate(&(x, y));
        (f64::from(x) / f64::from(UNITS), f64::from(y) / f64::from(UNITS))
    }
}
