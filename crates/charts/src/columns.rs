//! What does each partner pay, year by year? One small panel per partner, all to the same scale.

use crate::axis::{self, FOOT, Scale, drawable};
use crate::canvas::{Canvas, Fill, Letters, Point, Stroke};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::legend;
use crate::text::{BOLD, fit};
use crate::theme::{FILL, INK, NORMAL, class};
use plotters::style::text_anchor::HPos;

/// The columns of one partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Stands above the panel.
    pub name: String,
    /// One filled column per year. What is not finite has no column.
    pub columns: Vec<f64>,
    /// What the columns are compared with, one per year, drawn as a stepped line; may be empty.
    pub reference: Vec<f64>,
}

/// Small multiples of columns with a reference, in a grid of as many panels across as are 220 pixels wide.
///
/// As high as its rows of panels.
#[derive(Clone, Copy)]
pub struct ColumnsChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// The year of each column.
    pub years: &'a [i32],
    /// The partners.
    pub panels: &'a [Panel],
    /// What the columns are; for the legend.
    pub columns_name: &'a str,
    /// What the stepped line is; for the legend.
    pub reference_name: &'a str,
    /// Writes the values on the axis.
    pub format: Format<'a>,
}

/// Least width of a panel, in pixels.
const LEAST: f64 = 220.0;
/// Between two panels side by side, in pixels.
const GUTTER: f64 = 20.0;
/// Height of the name above a panel, and of the panel's plot, in pixels.
const HEAD: f64 = 30.0;
const PLOT: f64 = 130.0;

const COLUMN: Fill = Fill::plain("area", FILL);
const REFERENCE: Stroke = Stroke::solid("line", INK, 2.0);

impl ColumnsChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let width = self.figure.drawn_width();
        let mut across = 1;
        while across < self.panels.len().min(8) && (across as f64 + 1.0) * LEAST <= width {
            across += 1;
        }
        let rows = self.panels.len().div_ceil(across).clamp(1, 1000);
        let head = if self.figure.unit.is_empty() { 4.0 } else { 22.0 };
        let row = HEAD + PLOT + FOOT + 8.0;
        let canvas = Canvas::new(&self.figure, head + row * rows as f64);

        let values = self.panels.iter().flat_map(|panel| panel.columns.iter().chain(&panel.reference));
        let scale = Scale::around(0.0, values.copied(), 3, self.format);
        let room = scale.label_room(&canvas);
        let step = (width - room + GUTTER) / across as f64;
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        let mut plot = None;
        for (index, panel) in self.panels.iter().enumerate() {
            let (row_index, column) = (index / across, index % across);
            let left = room + step * column as f64;
            let top = head + row * row_index as f64 + HEAD;
            let area = PlotArea {
                left,
                right: left + step - GUTTER,
                top,
                bottom: top + PLOT,
                x_from: -0.5,
                x_to: self.years.len().max(1) as f64 - 0.5,
                y_from: scale.from,
                y_to: scale.to,
            }
            .snapped();
            let labelled = if column == 0 { room } else { 0.0 };
            axis::vertical(&canvas, &area, &scale, labelled);
            self.draw_panel(&canvas, &area, panel);
            plot = Some(area);
        }
        Chart {
            svg: canvas.finish(&self.figure),
            plot: plot.filter(|_| self.panels.len() == 1),
            legend: vec![
                legend::area(self.columns_name, 0, COLUMN),
                legend::stroke(self.reference_name, 1, REFERENCE),
            ],
        }
    }

    fn draw_panel(&self, canvas: &Canvas, plot: &PlotArea, panel: &Panel) {
        let count = self.years.len();
        let name = fit(&panel.name, NORMAL * BOLD, plot.right - plot.left);
        let letters = Letters::new("label", INK, HPos::Left).sized(NORMAL).bold();
        canvas.text(&name, (plot.left, plot.top - 14.0), letters);
        canvas.open(class(0), self.columns_name);
        for (index, &value) in panel.columns.iter().take(count).enumerate() {
            if let Some(value) = drawable(value) {
                let at = index as f64;
                canvas.rect(plot.to_px(at - 0.36, 0.0), plot.to_px(at + 0.36, value), COLUMN);
            }
        }
        canvas.close();
        axis::zero_line(canvas, plot);
        canvas.open(class(1), self.reference_name);
        for steps in steps(plot, panel.reference.iter().take(count)) {
            canvas.line(&steps, REFERENCE);
        }
        canvas.close();
        axis::year_indexes(canvas, plot, self.years);
    }
}

/// A line that keeps to each value for the whole year, in stretches without a gap.
fn steps<'a>(plot: &PlotArea, values: impl Iterator<Item = &'a f64>) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for (index, &value) in values.enumerate() {
        match (drawable(value), runs.last_mut()) {
            (Some(value), Some(run)) => {
                let at = index as f64;
                run.push(plot.to_px(at - 0.5, value));
                run.push(plot.to_px(at + 0.5, value));
            }
            _ => runs.push(Vec::new()),
        }
    }
    runs
}
