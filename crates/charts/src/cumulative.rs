//! When does it pay back? One line per option, from year to year.

use crate::axis::{self, FOOT, Scale, drawable};
use crate::canvas::{Canvas, Fill, Point, Stroke};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::labels::{EndLabel, draw_end_labels, end_margin, end_room};
use crate::legend;
use crate::notes::{self, Note};
use crate::theme::{PAPER, Shape, class, style};

/// A moment on a line that gets a ring and a few words, such as the moment it has paid back.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// In years from the first value: 0 is the first, 1 the second, 1.5 halfway to the third.
    pub at: f64,
    /// What to write beside it.
    pub label: String,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Stands at the end of the line.
    pub name: String,
    /// One per year. What is not finite leaves a gap.
    pub values: Vec<f64>,
    /// The marked moment, if any.
    pub mark: Option<Mark>,
}

/// The running total of each option over the years, around a clear zero.
///
/// Meant for up to six lines; more are drawn, and then share their dashes and colours.
#[derive(Clone, Copy)]
pub struct CumulativeChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// Height of the drawing in pixels; held between 160 and 1600.
    pub height: u32,
    /// The year of each value.
    pub years: &'a [i32],
    /// The options.
    pub lines: &'a [Line],
    /// Writes the values on the axis and at the ends of the lines.
    pub format: Format<'a>,
}

impl CumulativeChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let canvas = Canvas::new(&self.figure, f64::from(self.height.clamp(160, 1600)));
        let values = self.lines.iter().flat_map(|line| &line.values).copied();
        let count = if canvas.narrow() { 4 } else { 5 };
        let scale = Scale::around(0.0, values, count, self.format);
        let left = scale.label_room(&canvas);
        let right = end_room(&canvas, self.lines.iter().map(|line| line.name.as_str()));
        let top = if self.figure.unit.is_empty() { 14.0 } else { 32.0 };
        let count = self.years.len().max(1);
        // One year stands in the middle of a plot two years wide.
        let (x_from, x_to) = if count == 1 { (-1.0, 1.0) } else { (0.0, count as f64 - 1.0) };
        let plot = PlotArea {
            left,
            right: canvas.width - end_margin(right),
            top,
            bottom: canvas.height - FOOT,
            x_from,
            x_to,
            y_from: scale.from,
            y_to: scale.to,
        }
        .snapped();
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        axis::vertical(&canvas, &plot, &scale, left);
        axis::year_indexes(&canvas, &plot, self.years);
        axis::zero_line(&canvas, &plot);

        let drawn: Vec<Vec<Vec<Point>>> =
            self.lines.iter().map(|line| runs(&plot, &line.values, count)).collect();
        for (index, (line, runs)) in self.lines.iter().zip(&drawn).enumerate().rev() {
            canvas.open(class(index), &line.name);
            draw_line(&canvas, index, runs, count);
            canvas.close();
        }
        self.draw_marks(&canvas, &plot, &drawn);
        let ends: Vec<EndLabel> = self
            .lines
            .iter()
            .enumerate()
            .filter_map(|(index, line)| {
                let value = line.values.iter().take(count).copied().filter_map(drawable).next_back()?;
                Some(EndLabel {
                    name: &line.name,
                    value: (self.format)(value),
                    y: plot.to_px(0.0, value).1,
                    color: style(index).color,
                    text: style(index).text,
                })
            })
            .collect();
        draw_end_labels(&canvas, &ends, plot.right, right, 8.0, canvas.height - 8.0);
        let legend = self.lines.iter().enumerate();
        Chart {
            svg: canvas.finish(&self.figure),
            plot: Some(plot),
            legend: legend.map(|(index, line)| legend::line(&line.name, index)).collect(),
        }
    }

    fn draw_marks(&self, canvas: &Canvas, plot: &PlotArea, drawn: &[Vec<Vec<Point>>]) {
        // Where there are more lines than these, no place is free of them.
        let mut lines: Vec<Vec<Point>> = drawn.iter().flatten().take(8).cloned().collect();
        lines.push(vec![plot.to_px(plot.x_from, 0.0), plot.to_px(plot.x_to, 0.0)]);
        let marks: Vec<(usize, Note)> = self
            .lines
            .iter()
            .enumerate()
            .filter_map(|(index, line)| {
                let mark = line.mark.as_ref()?;
                let y = value_at(&line.values, mark.at)?;
                let note =
                    Note { text: &mark.label, point: plot.to_px(mark.at, y), color: style(index).text };
                Some((index, note))
            })
            .collect();
        for (index, note) in &marks {
            let ring = Fill::plain("mark", PAPER).outlined(style(*index).color, 2.5);
            canvas.open(class(*index), note.text);
            canvas.marker(Shape::Circle, note.point, 6.0, ring);
            canvas.close();
        }
        let notes: Vec<Note> = marks.into_iter().map(|(_, note)| note).collect();
        notes::write(canvas, plot, &lines, &notes);
    }
}

/// The stretches of a line without a gap, in pixels.
pub(crate) fn runs(plot: &PlotArea, values: &[f64], count: usize) -> Vec<Vec<Point>> {
    let mut runs = vec![Vec::new()];
    for (index, &value) in values.iter().take(count).enumerate() {
        match (drawable(value), runs.last_mut()) {
            (Some(value), Some(run)) => run.push(plot.to_px(index as f64, value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn draw_line(canvas: &Canvas, index: usize, runs: &[Vec<Point>], count: usize) {
    let look = style(index);
    let stroke = Stroke::solid("line", look.color, 2.5).dashed(look.dash);
    for run in runs {
        canvas.line(run, stroke);
    }
    // With many years the markers would hide the line; then only the first and the last of each stretch.
    let dense = count > 24;
    for run in runs {
        for (nth, &point) in run.iter().enumerate() {
            if !dense || nth == 0 || nth + 1 == run.len() {
                canvas.dot(look, point, 4.5);
            }
        }
    }
}

/// The value of a line at a moment between its years.
fn value_at(values: &[f64], at: f64) -> Option<f64> {
    let mut before: Option<(f64, f64)> = None;
    for (index, &value) in values.iter().enumerate() {
        let here = (index as f64, drawable(value)?);
        if here.0 >= at {
            let (start, from) = before.unwrap_or(here);
            let way = (at.max(0.0) - start).max(0.0);
            return Some(from + (here.1 - from) * way.min(1.0));
        }
        before = Some(here);
    }
    None
}
