//! What a legend in the page says: plotters' own would measure text through the page, and HTML reads better.

use crate::canvas::{Canvas, Fill, Point, Stroke};
use crate::theme::{PAPER, class, style};

/// One line of a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// As the caller gave it; not escaped.
    pub name: String,
    /// The classes of the series in the drawing, such as `series series-0`.
    pub class: &'static str,
    /// A small `<svg>` that shows its dash, marker or pattern, hidden from screen readers.
    pub swatch: String,
}

/// Size of a swatch in pixels.
const WIDTH: f64 = 36.0;
const HEIGHT: f64 = 16.0;
const MIDDLE: f64 = HEIGHT / 2.0;

fn entry(name: &str, index: usize, draw: impl FnOnce(&Canvas)) -> LegendEntry {
    let canvas = Canvas::blank(WIDTH, HEIGHT, String::new());
    canvas.open(class(index), "");
    draw(&canvas);
    canvas.close();
    LegendEntry { name: name.to_owned(), class: class(index), swatch: canvas.finish_swatch() }
}

/// A series with a line and a marker of its own.
pub(crate) fn line(name: &str, index: usize) -> LegendEntry {
    let look = style(index);
    entry(name, index, |canvas| {
        let stroke = Stroke::solid("line", look.color, 2.5).dashed(look.dash);
        canvas.line(&[(0.0, MIDDLE), (WIDTH, MIDDLE)], stroke);
        dot(canvas, index);
    })
}

/// A series of markers.
pub(crate) fn marker(name: &str, index: usize) -> LegendEntry {
    entry(name, index, |canvas| dot(canvas, index))
}

fn dot(canvas: &Canvas, index: usize) {
    canvas.dot(style(index), (WIDTH / 2.0, MIDDLE), 5.0);
}

/// A bare line.
pub(crate) fn stroke(name: &str, index: usize, stroke: Stroke) -> LegendEntry {
    entry(name, index, |canvas| {
        canvas.line(&[(0.0, MIDDLE), (WIDTH, MIDDLE)], stroke);
    })
}

/// A filled surface.
pub(crate) fn area(name: &str, index: usize, fill: Fill) -> LegendEntry {
    let (from, to): (Point, Point) = ((4.0, 2.0), (WIDTH - 4.0, HEIGHT - 2.0));
    entry(name, index, |canvas| {
        // Drawn line by line: a pattern would need an id, and the drawing it belongs to may not be in the page.
        let plain = Fill { hatched: false, color: if fill.hatched { PAPER } else { fill.color }, ..fill };
        canvas.rect(from, to, plain);
        if let (true, Some((color, _))) = (fill.hatched, fill.outline) {
            let slant = to.1 - from.1;
            for x in [4.0, 12.0, 20.0] {
                let ends = [(x, to.1), (x + slant, from.1)];
                canvas.line(&ends, Stroke::solid("line", color, 1.5));
            }
        }
    })
}
