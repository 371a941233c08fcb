//! How many people are there, month by month, and which vacancies are avoided?

use crate::axis::{self, FOOT, Scale, drawable};
use crate::canvas::{Canvas, Fill, Point, Stroke, units};
use crate::figure::{Chart, Figure, Format, PlotArea};
use crate::labels::{EndLabel, draw_end_labels, end_margin, end_room};
use crate::legend::{self, LegendEntry};
use crate::theme::{DEEP, FILL, FILL_TEXT, INK, MUTED, TINT, class};
use plotters::style::RGBColor;

/// What the lines and areas of a [`StaffingChart`] are called.
#[derive(Clone, Copy, Debug, Default)]
pub struct StaffingNames<'a> {
    /// The people in post.
    pub in_post: &'a str,
    /// The establishment.
    pub establishment: &'a str,
    /// The establishment compared with.
    pub reference_establishment: &'a str,
    /// The people in post compared with.
    pub reference_in_post: &'a str,
    /// The vacancies avoided.
    pub avoided: &'a str,
}

/// People in post as an area under the stepped line of the establishment, from zero, a value per month.
///
/// All values in one unit, such as full-time equivalents. What is not finite counts as zero.
#[derive(Clone, Copy)]
pub struct StaffingChart<'a> {
    /// Name, description and width.
    pub figure: Figure<'a>,
    /// Height of the drawing in pixels; held between 160 and 1600.
    pub height: u32,
    /// The year in which the first value is January; the years stand below.
    pub first_year: i32,
    /// People in post.
    pub in_post: &'a [f64],
    /// Establishment.
    pub establishment: &'a [f64],
    /// Establishment in the situation compared with: a dashed step.
    pub reference_establishment: Option<&'a [f64]>,
    /// People in post in the situation compared with: a dashed line.
    pub reference_in_post: Option<&'a [f64]>,
    /// Vacancies that need not be filled: the height of a hatched band on top of the establishment.
    pub avoided: Option<&'a [f64]>,
    /// The names of all these.
    pub names: StaffingNames<'a>,
    /// Writes the values on the axis and at the ends of the lines.
    pub format: Format<'a>,
}

const IN_POST: Fill = Fill::plain("area", TINT);
const IN_POST_EDGE: Stroke = Stroke::solid("line", FILL, 2.0);
const ESTABLISHMENT: Stroke = Stroke::solid("line", INK, 2.5);
const REFERENCE: Stroke = Stroke::solid("line", MUTED, 2.0).dashed("7 4");
const REFERENCE_IN_POST: Stroke = Stroke::solid("line", FILL, 1.5).dashed("2 3");
const AVOIDED: Fill = Fill::plain("area", DEEP).outlined(DEEP, 1.0).hatched();

impl StaffingChart<'_> {
    /// The drawing.
    pub fn draw(&self) -> Chart {
        let canvas = Canvas::new(&self.figure, f64::from(self.height.clamp(160, 1600)));
        let top_of_band = self.top_of_band();
        let lines = [
            self.in_post,
            self.establishment,
            self.reference_establishment.unwrap_or_default(),
            self.reference_in_post.unwrap_or_default(),
            &top_of_band,
        ];
        let months = lines.iter().map(|line| line.len()).max().unwrap_or(0);
        let count = if canvas.narrow() { 4 } else { 5 };
        let scale = Scale::around(0.0, lines.into_iter().flatten().copied(), count, self.format);
        let left = scale.label_room(&canvas);
        let names = self.legend().into_iter().map(|entry| entry.name);
        let names: Vec<String> = names.collect();
        let right = end_room(&canvas, names.iter().map(String::as_str));
        let plot = PlotArea {
            left,
            right: canvas.width - end_margin(right),
            top: if self.figure.unit.is_empty() { 14.0 } else { 32.0 },
            bottom: canvas.height - FOOT,
            x_from: 0.0,
            x_to: months.max(1) as f64,
            y_from: scale.from,
            y_to: scale.to,
        }
        .snapped();
        axis::unit(&canvas, self.figure.unit, 0.0, 10.0);
        // The area first: the grid has to be seen through it.
        self.draw_in_post(&canvas, &plot);
        axis::vertical(&canvas, &plot, &scale, left);
        self.draw_years(&canvas, &plot, months);
        self.draw_avoided(&canvas, &plot, &top_of_band);
        self.draw_lines(&canvas, &plot);
        axis::zero_line(&canvas, &plot);
        let ends = self.ends(&plot, &top_of_band);
        draw_end_labels(&canvas, &ends, plot.right, right, 8.0, canvas.height - 8.0);
        Chart { svg: canvas.finish(&self.figure), plot: Some(plot), legend: self.legend() }
    }

    /// The establishment with the avoided vacancies on top of it.
    fn top_of_band(&self) -> Vec<f64> {
        let avoided = self.avoided.unwrap_or_default().iter();
        let pairs = self.establishment.iter().zip(avoided);
        pairs.map(|(establishment, avoided)| counted(*establishment) + counted(*avoided).max(0.0)).collect()
    }

    fn draw_in_post(&self, canvas: &Canvas, plot: &PlotArea) {
        let edge = through(plot, self.in_post);
        let (Some(first), Some(last)) = (edge.first(), edge.last()) else {
            return;
        };
        let (_, zero) = plot.to_px(0.0, 0.0);
        let mut corners = edge.clone();
        corners.extend([(last.0, zero), (first.0, zero)]);
        canvas.open(class(0), self.names.in_post);
        canvas.polygon(&corners, IN_POST);
        canvas.line(&edge, IN_POST_EDGE);
        canvas.close();
    }

    fn draw_years(&self, canvas: &Canvas, plot: &PlotArea, months: usize) {
        let years = std::iter::successors(Some(self.first_year), |year| year.checked_add(1));
        let ticks: Vec<axis::YearTick> = years
            .zip((0..months).step_by(12))
            .map(|(year, january)| {
                let next = (january + 12).min(months);
                axis::YearTick {
                    year,
                    label: plot.to_px((january + next) as f64 / 2.0, 0.0).0,
                    mark: plot.to_px(january as f64, 0.0).0,
                }
            })
            .collect();
        axis::years(canvas, plot, &ticks);
    }

    fn draw_avoided(&self, canvas: &Canvas, plot: &PlotArea, top_of_band: &[f64]) {
        canvas.open(class(4), self.names.avoided);
        let mut month = 0;
        while month < top_of_band.len() {
            let open = |month: usize| top_of_band[month] > counted(self.establishment[month]);
            let end = (month..top_of_band.len()).find(|&month| !open(month)).unwrap_or(top_of_band.len());
            if end > month {
                let mut corners = steps(plot, &top_of_band[month..end], month);
                let mut below = steps(plot, &self.establishment[month..end], month);
                below.reverse();
                corners.append(&mut below);
                canvas.polygon(&corners, AVOIDED);
            }
            month = end + 1;
        }
        canvas.close();
    }

    fn draw_lines(&self, canvas: &Canvas, plot: &PlotArea) {
        if let Some(values) = self.reference_in_post {
            canvas.open(class(3), self.names.reference_in_post);
            canvas.line(&through(plot, values), REFERENCE_IN_POST);
            canvas.close();
        }
        if let Some(values) = self.reference_establishment {
            canvas.open(class(2), self.names.reference_establishment);
            canvas.line(&steps(plot, values, 0), REFERENCE);
            canvas.close();
        }
        canvas.open(class(1), self.names.establishment);
        canvas.line(&steps(plot, self.establishment, 0), ESTABLISHMENT);
        canvas.close();
    }

    fn ends(&self, plot: &PlotArea, top_of_band: &[f64]) -> Vec<EndLabel<'_>> {
        let names = &self.names;
        let label = |name, values: Option<&[f64]>, color, text: RGBColor| {
            let value = counted(*values?.last()?);
            Some(EndLabel { name, value: (self.format)(value), y: plot.to_px(0.0, value).1, color, text })
        };
        let avoided = || {
            let (top, below) = (*top_of_band.last()?, counted(*self.establishment.last()?));
            let middle = plot.to_px(0.0, below / 2.0 + top / 2.0).1;
            (top > below).then(|| EndLabel {
                name: names.avoided,
                value: (self.format)(top - below),
                y: middle,
                color: DEEP,
                text: DEEP,
            })
        };
        [
            label(names.in_post, Some(self.in_post), FILL, FILL_TEXT),
            label(names.establishment, Some(self.establishment), INK, INK),
            label(names.reference_establishment, self.reference_establishment, MUTED, MUTED),
            label(names.reference_in_post, self.reference_in_post, FILL, FILL_TEXT),
            avoided(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn legend(&self) -> Vec<LegendEntry> {
        let names = &self.names;
        let in_post = IN_POST.outlined(FILL, 1.5);
        let mut legend = vec![
            legend::area(names.in_post, 0, in_post),
            legend::stroke(names.establishment, 1, ESTABLISHMENT),
        ];
        if self.reference_establishment.is_some() {
            legend.push(legend::stroke(names.reference_establishment, 2, REFERENCE));
        }
        if self.reference_in_post.is_some() {
            legend.push(legend::stroke(names.reference_in_post, 3, REFERENCE_IN_POST));
        }
        if self.avoided.is_some() {
            legend.push(legend::area(names.avoided, 4, AVOIDED));
        }
        legend
    }
}

fn counted(value: f64) -> f64 {
    drawable(value).unwrap_or(0.0)
}

/// A line that keeps to each value for its whole month.
fn steps(plot: &PlotArea, values: &[f64], from_month: usize) -> Vec<Point> {
    let months = values.iter().enumerate();
    let mut points: Vec<Point> = months
        .flat_map(|(index, &value)| {
            let at = (from_month + index) as f64;
            let value = counted(value);
            [plot.to_px(at, value), plot.to_px(at + 1.0, value)]
        })
        .collect();
    straighten(&mut points);
    points
}

/// A line through the middles of the months, level to the edges of the first and the last.
fn through(plot: &PlotArea, values: &[f64]) -> Vec<Point> {
    let middle = |(index, value): (usize, &f64)| plot.to_px(index as f64 + 0.5, counted(*value));
    let (Some(&first), Some(&last)) = (values.first(), values.last()) else {
        return Vec::new();
    };
    let mut points = vec![plot.to_px(0.0, counted(first))];
    points.extend(values.iter().enumerate().map(middle));
    points.push(plot.to_px(values.len() as f64, counted(last)));
    straighten(&mut points);
    points
}

/// Leaves out points in the middle of a level stretch: most months nothing changes.
fn straighten(points: &mut Vec<Point>) {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        if let [.., before, last] = kept[..]
            && units(before.1) == units(last.1)
            && units(last.1) == units(point.1)
        {
            kept.pop();
        }
        kept.push(point);
    }
    *points = kept;
}
