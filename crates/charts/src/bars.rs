//! Which assumption, which step matters most? Horizontal bars to both sides of a centre.

use plotters::style::text_anchor::HPos;

use crate::axis::{self, Scale, drawable};
use crate::canvas::{Canvas, Fill, Letters, ZERO_LINE};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::legend;
use crate::rows::{Rows, end_texts, widest};
use crate::text::{BOLD, fit, width};
use crate::theme::{FILL, INK, SMALL, WARM, class};

/// One bar, between the outcomes of two cases.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Stands before the bar.
    pub name: String,
    /// Outcome in the low case; may be the higher outcome of the two.
    pub low: f64,
    /// Outcome in the high case.
    pub high: f64,
    /// Stands at the end of the bar where the low case is; may be empty.
    pub low_label: String,
    /// Stands at the end of the bar where the high case is; may be empty.
    pub high_label: String,
}

/// Bars around a centre: solid above it, hatched below it. Rows in the order given, as high as its rows.
#[derive(Clone, Copy)]
pub struct BarsChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// The value the bars start from.
    pub center: f64,
    /// The bars.
    pub rows: &'a [BarRow],
    /// What lies below the centre; for the legend.
    pub below_name: &'a str,
    /// What lies above the centre; for the legend.
    pub above_name: &'a str,
    /// Writes the values on the axis and the value of the centre.
    pub format: Format<'a>,
}

const ABOVE: Fill = Fill::plain("area", FILL).outlined(FILL, 1.0);
const BELOW: Fill = Fill::plain("area", WARM).outlined(WARM, 1.0).hatched();
/// Half the thickness of a bar, in pixels.
const HALF: f64 = 9.0;

impl BarsChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let head = if self.figure.unit.is_empty() { 24.0 } else { 44.0 };
        let rows = Rows::new(&self.figure, head, self.rows.iter().map(|row| row.name.as_str()));
        let canvas = Canvas::new(&self.figure, rows.height());
        let values = self.rows.iter().flat_map(|row| [row.low, row.high]);
        let count = if canvas.narrow() { 3 } else { 5 };
        let scale = Scale::around(self.center, values, count, self.format);
        let plot = rows.plot(
            &canvas,
            &scale,
            widest(self.rows.iter().map(|row| ends(row).0)),
            widest(self.rows.iter().map(|row| ends(row).1)),
        );
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        axis::horizontal(&canvas, &plot, &scale);
        let center = drawable(self.center).unwrap_or(0.0);
        let (middle, _) = plot.to_px(center, 0.0);
        let spans: Vec<(f64, f64)> = self.rows.iter().map(|row| span(&plot, center, row)).collect();
        for (index, &(from, to)) in spans.iter().enumerate() {
            self.draw_bar(&canvas, middle, from, to, rows.middle(index));
        }
        canvas.line(&[(middle, plot.top - 4.0), (middle, plot.bottom)], ZERO_LINE);
        for (index, (row, (from, to))) in self.rows.iter().zip(spans).enumerate() {
            rows.name(&canvas, index, &row.name);
            let (before, after) = ends(row);
            end_texts(&canvas, (before, from), (after, to), rows.middle(index));
        }
        write_center(&canvas, &plot, &(self.format)(center), middle);
        Chart {
            svg: canvas.finish(&self.figure),
            plot: Some(plot),
            legend: vec![legend::area(self.below_name, 0, BELOW), legend::area(self.above_name, 1, ABOVE)],
        }
    }

    fn draw_bar(&self, canvas: &Canvas, middle: f64, from: f64, to: f64, y: f64) {
        for (index, name, left, right, fill) in [
            (0, self.below_name, from, to.min(middle), BELOW),
            (1, self.above_name, from.max(middle), to, ABOVE),
        ] {
            if left < right {
                canvas.open(class(index), name);
                canvas.rect((left, y - HALF), (right, y + HALF), fill);
                canvas.close();
            }
        }
    }
}

/// From where to where a bar goes, in pixels.
fn span(plot: &PlotArea, center: f64, row: &BarRow) -> (f64, f64) {
    let x = |value| plot.to_px(drawable(value).unwrap_or(center), 0.0).0;
    let (low, high) = (x(row.low), x(row.high));
    (low.min(high), low.max(high))
}

/// The labels at the left and the right end of a bar.
fn ends(row: &BarRow) -> (&str, &str) {
    if row.low <= row.high { (&row.low_label, &row.high_label) } else { (&row.high_label, &row.low_label) }
}

fn write_center(canvas: &Canvas, plot: &PlotArea, text: &str, middle: f64) {
    let text = fit(text, SMALL * BOLD, canvas.width / 2.0);
    let half = width(&text, SMALL * BOLD) / 2.0;
    let x = middle.min(canvas.width - half).max(half);
    let letters = Letters::new("label", INK, HPos::Center).bold();
    canvas.text(&text, (x, plot.top - 13.0), letters);
}
