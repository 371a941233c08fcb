//! How sure is it? Bands around a line of the middle, from year to year.

use crate::axis::{self, FOOT, Scale, drawable};
use crate::canvas::{Canvas, Fill, Point, Stroke};
use crate::cumulative::{Mark, runs};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::labels::{EndLabel, draw_end_labels, end_margin, end_room};
use crate::legend;
use crate::notes::{self, Note};
use crate::theme::{DEEP, FILL, INK, PAPER, Shape, TINT, class};

/// Values of one year after the other, between two lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What lies in it.
    pub name: String,
    /// The lower edge, one value per year.
    pub low: Vec<f64>,
    /// The upper edge.
    pub high: Vec<f64>,
}

/// One value per year.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Stands at its end.
    pub name: String,
    /// What is not finite leaves a gap.
    pub values: Vec<f64>,
}

/// A moment that is not known exactly, in years from the first value.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Early and late.
    pub between: (f64, f64),
    /// In the middle, with what to write beside it.
    pub middle: Mark,
}

/// Two bands, the middle of them, what was expected, and when zero is reached.
#[derive(Clone, Copy)]
pub struct FanChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// Height of the drawing in pixels; held between 160 and 1600.
    pub height: u32,
    /// The year of each value.
    pub years: &'a [i32],
    /// The wide band, drawn below.
    pub outer: &'a Band,
    /// The narrow band.
    pub inner: &'a Band,
    /// The middle of both.
    pub median: &'a Course,
    /// What was expected.
    pub central: &'a Course,
    /// When zero is reached, if it is.
    pub moment: Option<&'a Moment>,
    /// What that is called, in the legend.
    pub moment_name: &'a str,
    /// Writes the values on the axis and at the ends of the lines.
    pub format: Format<'a>,
}

const OUTER: Fill = Fill::plain("area", TINT).outlined(FILL, 1.0);
const INNER: Fill = Fill::plain("area", FILL);
const MEDIAN: Stroke = Stroke::solid("line", DEEP, 2.5);
const CENTRAL: Stroke = Stroke::solid("line", INK, 2.0).dashed("6 4");
const MOMENT: Stroke = Stroke::solid("mark", INK, 5.0);

impl FanChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let canvas = Canvas::new(&self.figure, f64::from(self.height.clamp(160, 1600)));
        let (outer, inner) = (self.outer, self.inner);
        let lines =
            [&outer.low, &outer.high, &inner.low, &inner.high, &self.median.values, &self.central.values];
        let ticks = if canvas.narrow() { 4 } else { 5 };
        let scale = Scale::around(0.0, lines.into_iter().flatten().copied(), ticks, self.format);
        let left = scale.label_room(&canvas);
        let named = [self.median, self.central];
        let right = end_room(&canvas, named.iter().map(|course| course.name.as_str()));
        let count = self.years.len().max(1);
        // One year stands in the middle of a plot two years wide.
        let (x_from, x_to) = if count == 1 { (-1.0, 1.0) } else { (0.0, count as f64 - 1.0) };
        let plot = PlotArea {
            left,
            right: canvas.width - end_margin(right),
            top: if self.figure.unit.is_empty() { 14.0 } else { 32.0 },
            bottom: canvas.height - FOOT,
            x_from,
            x_to,
            y_from: scale.from,
            y_to: scale.to,
        }
        .snapped();
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        for (index, band, fill) in [(0, outer, OUTER), (1, inner, INNER)] {
            canvas.open(class(index), &band.name);
            for corners in corners(&plot, band, count) {
                canvas.polygon(&corners, fill);
            }
            canvas.close();
        }
        // The bands first: the grid has to be seen through them.
        axis::vertical(&canvas, &plot, &scale, left);
        axis::year_indexes(&canvas, &plot, self.years);
        axis::zero_line(&canvas, &plot);
        let mut drawn = vec![vec![plot.to_px(plot.x_from, 0.0), plot.to_px(plot.x_to, 0.0)]];
        for (index, course, stroke) in [(2, self.median, MEDIAN), (3, self.central, CENTRAL)] {
            canvas.open(class(index), &course.name);
            for run in runs(&plot, &course.values, count) {
                canvas.line(&run, stroke);
                drawn.push(run);
            }
            canvas.close();
        }
        self.draw_moment(&canvas, &plot, &drawn);
        let ends: Vec<EndLabel> = named
            .into_iter()
            .zip([DEEP, INK])
            .filter_map(|(course, color)| {
                let value = course.values.iter().take(count).copied().filter_map(drawable).next_back()?;
                let y = plot.to_px(0.0, value).1;
                Some(EndLabel { name: &course.name, value: (self.format)(value), y, color, text: color })
            })
            .collect();
        draw_end_labels(&canvas, &ends, plot.right, right, 8.0, canvas.height - 8.0);
        let mut legend = vec![
            legend::area(&outer.name, 0, OUTER),
            legend::area(&inner.name, 1, INNER),
            legend::stroke(&self.median.name, 2, MEDIAN),
            legend::stroke(&self.central.name, 3, CENTRAL),
        ];
        if self.moment.is_some() {
            legend.push(legend::stroke(self.moment_name, 4, MOMENT));
        }
        Chart { svg: canvas.finish(&self.figure), plot: Some(plot), legend }
    }

    /// From early to late along the zero line, with a ring in the middle.
    fn draw_moment(&self, canvas: &Canvas, plot: &PlotArea, lines: &[Vec<Point>]) {
        let Some(Moment { between: (early, late), middle }) = self.moment else { return };
        let ends = [early, late].map(|at| drawable(*at).map(|at| plot.to_px(at, 0.0)));
        let ([Some(from), Some(to)], Some(at)) = (ends, drawable(middle.at)) else { return };
        let point = plot.to_px(at, 0.0);
        canvas.open(class(4), self.moment_name);
        canvas.line(&[from, to], MOMENT);
        canvas.marker(Shape::Circle, point, 6.0, Fill::plain("mark", PAPER).outlined(INK, 2.5));
        canvas.close();
        notes::write(canvas, plot, lines, &[Note { text: &middle.label, point, color: INK }]);
    }
}

/// The outlines of a band, around each stretch in which both edges are there.
fn corners(plot: &PlotArea, band: &Band, count: usize) -> Vec<Vec<Point>> {
    let both = |edge: &[f64]| -> Vec<f64> {
        let pairs = band.low.iter().zip(&band.high).zip(edge);
        pairs
            .map(|((low, high), own)| if low.is_finite() && high.is_finite() { *own } else { f64::NAN })
            .collect()
    };
    let (low, high) = (runs(plot, &both(&band.low), count), runs(plot, &both(&band.high), count));
    let outlines = high.into_iter().zip(low).map(|(mut outline, low)| {
        outline.extend(low.into_iter().rev());
        outline
    });
    outlines.collect()
}
