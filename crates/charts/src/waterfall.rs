//! How does one amount become the other? A row per step, each from where the one before it ended.

use crate::axis::{self, Scale, drawable};
use crate::canvas::{Canvas, Fill, Stroke};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::legend;
use crate::rows::{Rows, end_texts, widest};
use crate::theme::{FILL, INK, PAPER, SPAN, Shape, WARM, class};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Stands before the step.
    pub name: String,
    /// What it adds; what is not finite adds nothing.
    pub change: f64,
}

/// Steps from one amount to another: solid where it becomes less, hatched where it becomes more.
///
/// The axis need not hold zero, since what counts are the steps. So the first and the last amount are a marker at their
/// value, and no bar whose length would say something else. As high as its rows.
#[derive(Clone, Copy)]
pub struct WaterfallChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// What the first amount is called.
    pub from_name: &'a str,
    /// The first amount.
    pub from: f64,
    /// The steps, from top to bottom.
    pub steps: &'a [Step],
    /// What the last amount is called.
    pub to_name: &'a str,
    /// What a step down is; for the legend.
    pub less_name: &'a str,
    /// What a step up is; for the legend.
    pub more_name: &'a str,
    /// Writes the values on the axis and beside the steps.
    pub format: Format<'a>,
}

const LESS: Fill = Fill::plain("area", FILL).outlined(FILL, 1.0);
const MORE: Fill = Fill::plain("area", WARM).outlined(WARM, 1.0).hatched();
const TOTAL: Fill = Fill::plain("marker", INK).outlined(PAPER, 1.5);
const LEVEL: Stroke = Stroke::solid("line", SPAN, 1.5);
/// Half the thickness of a bar, in pixels.
const HALF: f64 = 9.0;

impl WaterfallChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let levels = self.levels();
        let names = [self.from_name].into_iter().chain(self.steps.iter().map(|step| step.name.as_str()));
        let names: Vec<&str> = names.chain([self.to_name]).collect();
        let head = if self.figure.unit.is_empty() { 6.0 } else { 24.0 };
        let rows = Rows::new(&self.figure, head, names.iter().copied());
        let canvas = Canvas::new(&self.figure, rows.height());
        let (first, last) = (levels[0], levels[levels.len() - 1]);
        let count = if canvas.narrow() { 3 } else { 5 };
        let scale = Scale::around(first, levels.iter().copied(), count, self.format);
        let mut texts = vec![(self.format)(first)];
        texts.extend(self.steps.iter().map(|step| self.change(step.change)));
        texts.push((self.format)(last));
        let plot = rows.plot(&canvas, &scale, 0.0, widest(texts.iter().map(String::as_str)));
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        axis::horizontal(&canvas, &plot, &scale);
        let x = |level: f64| plot.to_px(level, 0.0).0;
        for (row, level) in levels.iter().enumerate() {
            let level = x(*level);
            canvas.line(&[(level, rows.middle(row)), (level, rows.middle(row + 1))], LEVEL);
        }
        for (row, (name, text)) in names.iter().zip(&texts).enumerate() {
            let y = rows.middle(row);
            rows.name(&canvas, row, name);
            let (before, after) = (levels[row.saturating_sub(1)], levels[row.min(levels.len() - 1)]);
            if row == 0 || row == names.len() - 1 {
                canvas.marker(Shape::Diamond, (x(after), y), 7.0, TOTAL);
            } else {
                self.draw_step(&canvas, &plot, before, after, y);
            }
            end_texts(&canvas, ("", x(after)), (text, x(before).max(x(after)).max(plot.left)), y);
        }
        Chart {
            svg: canvas.finish(&self.figure),
            plot: Some(plot),
            legend: vec![legend::area(self.less_name, 0, LESS), legend::area(self.more_name, 1, MORE)],
        }
    }

    /// The first amount, and what there is after every step.
    fn levels(&self) -> Vec<f64> {
        let mut level = drawable(self.from).unwrap_or(0.0);
        let mut levels = vec![level];
        for step in self.steps {
            level = drawable(level + drawable(step.change).unwrap_or(0.0)).unwrap_or(level);
            levels.push(level);
        }
        levels
    }

    /// A step with its sign, as the caller writes amounts.
    fn change(&self, change: f64) -> String {
        let text = (self.format)(change);
        if change > 0.0 { ["+", &text].concat() } else { text }
    }

    fn draw_step(&self, canvas: &Canvas, plot: &PlotArea, before: f64, after: f64, y: f64) {
        let (index, name, fill) =
            if after <= before { (0, self.less_name, LESS) } else { (1, self.more_name, MORE) };
        let (from, to) = (plot.to_px(before, 0.0).0, plot.to_px(after, 0.0).0);
        canvas.open(class(index), name);
        canvas.rect((from.min(to), y - HALF), (from.max(to), y + HALF), fill);
        canvas.close();
    }
}
