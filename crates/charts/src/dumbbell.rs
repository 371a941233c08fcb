//! What does each distribution key do to each partner? One row per partner, one marker per key.

use crate::axis::{self, Scale, drawable};
use crate::canvas::{Canvas, Stroke};
use crate::figure::{Chart, Figure, Format};
use crate::labels::sort;
use crate::legend;
use crate::rows::{Rows, end_texts, widest};
use crate::theme::{SPAN, class, style};

/// One partner.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// Stands before the row.
    pub name: String,
    /// One value per key. What is not finite has no marker.
    pub values: Vec<f64>,
}

/// A marker per key on a line from the least to the most it can be, with these two values written out.
///
/// Meant for up to four keys; more share their markers. As high as its rows.
#[derive(Clone, Copy)]
pub struct DumbbellChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// The names of the keys; for the legend.
    pub keys: &'a [String],
    /// The partners.
    pub rows: &'a [DumbbellRow],
    /// Writes the values on the axis and at the ends of the lines.
    pub format: Format<'a>,
}

/// Markers nearer to each other than this (pixels) move apart as far.
const NEAR: f64 = 9.5;
/// Markers above one another in a row.
const MOST_LANES: usize = 4;

impl DumbbellChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let head = if self.figure.unit.is_empty() { 6.0 } else { 24.0 };
        let rows = Rows::new(&self.figure, head, self.rows.iter().map(|row| row.name.as_str()));
        let canvas = Canvas::new(&self.figure, rows.height());
        let values = self.rows.iter().flat_map(|row| &row.values).copied();
        let count = if canvas.narrow() { 3 } else { 5 };
        let scale = Scale::around(0.0, values, count, self.format);
        let ends: Vec<Option<Ends>> = self.rows.iter().map(|row| self.ends(row)).collect();
        let labels = || ends.iter().flatten();
        let plot = rows.plot(
            &canvas,
            &scale,
            widest(labels().map(|ends| ends.low_text.as_str())),
            widest(labels().map(|ends| ends.high_text.as_str())),
        );
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        axis::horizontal(&canvas, &plot, &scale);
        for (index, (row, ends)) in self.rows.iter().zip(&ends).enumerate() {
            rows.name(&canvas, index, &row.name);
            let y = rows.middle(index);
            let Some(ends) = ends else { continue };
            let (from, to) = (plot.to_px(ends.low, 0.0).0, plot.to_px(ends.high, 0.0).0);
            canvas.line(&[(from, y), (to, y)], Stroke::solid("line", SPAN, 3.0));
            end_texts(&canvas, (&ends.low_text, from), (&ends.high_text, to), y);
            self.draw_markers(&canvas, row, &|value| plot.to_px(value, 0.0).0, y);
        }
        let keys = self.keys.iter().enumerate();
        Chart {
            svg: canvas.finish(&self.figure),
            plot: Some(plot),
            legend: keys.map(|(index, key)| legend::marker(key, index)).collect(),
        }
    }

    fn draw_markers(&self, canvas: &Canvas, row: &DumbbellRow, x: &dyn Fn(f64) -> f64, y: f64) {
        let values = row.values.iter().take(self.keys.len()).enumerate();
        let mut markers: Vec<(f64, usize)> =
            values.filter_map(|(index, &value)| Some((x(drawable(value)?), index))).collect();
        sort(&mut markers);
        let mut group = 0;
        while group < markers.len() {
            let mut end = group + 1;
            while end < markers.len() && markers[end].0 - markers[end - 1].0 < NEAR {
                end += 1;
            }
            // Above one another, so that each stays at its own value.
            let lanes = (end - group).min(MOST_LANES);
            for (nth, &(x, key)) in markers[group..end].iter().enumerate() {
                let lane = (nth % lanes) as f64 - (lanes as f64 - 1.0) / 2.0;
                let y = y + lane * NEAR;
                canvas.open(class(key), &self.keys[key]);
                canvas.dot(style(key), (x, y), 5.5);
                canvas.close();
            }
            group = end;
        }
    }

    fn ends(&self, row: &DumbbellRow) -> Option<Ends> {
        let values = row.values.iter().take(self.keys.len());
        let mut values = values.copied().filter_map(drawable);
        let first = values.next()?;
        let (low, high) = values.fold((first, first), |(low, high), value| (low.min(value), high.max(value)));
        let (low_text, high_text) = ((self.format)(low), (self.format)(high));
        Some(Ends {
            low,
            high,
            // The same words twice tell nothing.
            low_text: if low_text == high_text { String::new() } else { low_text },
            high_text,
        })
    }
}

struct Ends {
    low: f64,
    high: f64,
    low_text: String,
    high_text: String,
}
