//! The sheet a chart is drawn on: pixels in, shapes with class and title out.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{
    Circle, CoordMapper, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;

use crate::Figure;
use crate::svg::{Extra, Ink, Svg, UNITS, hex};
use crate::theme::{GRID, INK, PAPER, SMALL, Shape, Style};

/// A place in the drawing, in pixels from its upper left corner.
pub(crate) type Point = (f64, f64);

/// Pixels to units of the plotters canvas; what is not a number lands at 0, what is far away at the edge of `i32`.
#[expect(clippy::cast_possible_truncation, reason = "a float casts to the nearest i32 there is")]
pub(crate) fn units(pixels: f64) -> i32 {
    // A million pixels from the sheet is nowhere; more would overflow what plotters adds to it.
    ((pixels * f64::from(UNITS)).round() as i32).clamp(-10_000_000, 10_000_000)
}

fn place((x, y): Point) -> BackendCoord {
    (units(x), units(y))
}

/// How a line looks.
#[derive(Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) class: &'static str,
    pub(crate) color: RGBColor,
    pub(crate) width: f64,
    pub(crate) dash: &'static str,
}

impl Stroke {
    pub(crate) const fn solid(class: &'static str, color: RGBColor, width: f64) -> Self {
        Self { class, color, width, dash: "" }
    }

    pub(crate) const fn dashed(self, dash: &'static str) -> Self {
        Self { dash, ..self }
    }
}

/// A thin grid line.
pub(crate) const GRID_LINE: Stroke = Stroke::solid("grid", GRID, 1.0);
/// The line at zero, or at the centre of a comparison.
pub(crate) const ZERO_LINE: Stroke = Stroke::solid("zero", INK, 1.5);

/// How a surface looks.
#[derive(Clone, Copy)]
pub(crate) struct Fill {
    pub(crate) class: &'static str,
    pub(crate) color: RGBColor,
    pub(crate) hatched: bool,
    pub(crate) outline: Option<(RGBColor, f64)>,
}

impl Fill {
    pub(crate) const fn plain(class: &'static str, color: RGBColor) -> Self {
        Self { class, color, hatched: false, outline: None }
    }

    pub(crate) const fn outlined(self, color: RGBColor, width: f64) -> Self {
        Self { outline: Some((color, width)), ..self }
    }

    /// Diagonal lines in the colour, on white; one colour per drawing.
    pub(crate) const fn hatched(self) -> Self {
        Self { hatched: true, ..self }
    }

    fn extra(self) -> Extra {
        Extra {
            class: self.class,
            dash: "",
            hatched: self.hatched,
            outline: self.outline.map(|(color, width)| (color.to_backend_color(), width)),
        }
    }
}

/// How a line of text looks and where it hangs on its point.
#[derive(Clone, Copy)]
pub(crate) struct Letters {
    pub(crate) class: &'static str,
    pub(crate) color: RGBColor,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    /// White behind the letters, for text that may lie over lines.
    pub(crate) halo: bool,
    pub(crate) anchor: HPos,
}

impl Letters {
    pub(crate) const fn new(class: &'static str, color: RGBColor, anchor: HPos) -> Self {
        Self { class, color, size: SMALL, bold: false, halo: false, anchor }
    }

    pub(crate) const fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn halo(self) -> Self {
        Self { halo: true, ..self }
    }
}

/// The sheet.
pub(crate) struct Canvas {
    ink: Rc<RefCell<Ink>>,
    area: DrawingArea<Svg, Shift>,
    /// In pixels.
    pub(crate) width: f64,
    /// In pixels.
    pub(crate) height: f64,
}

impl Canvas {
    /// A white sheet.
    pub(crate) fn new(figure: &Figure, height: f64) -> Self {
        let canvas = Self::blank(figure.drawn_width(), height, identifier(figure.id));
        let corner = (canvas.width, canvas.height);
        canvas.rect((0.0, 0.0), corner, Fill::plain("background", PAPER));
        canvas
    }

    /// A sheet without anything; `id` has to be safe.
    pub(crate) fn blank(width: f64, height: f64, id: String) -> Self {
        let ink = Rc::new(RefCell::new(Ink { id, ..Ink::default() }));
        let size = (units(width).unsigned_abs(), units(height).unsigned_abs());
        let area = Svg { ink: Rc::clone(&ink), size }.into_drawing_area();
        Self { ink, area, width, height }
    }

    /// True if this drawing is meant for a small screen.
    pub(crate) fn narrow(&self) -> bool {
        self.width < crate::theme::NARROW
    }

    /// Starts a group of shapes; `title` is what a pointer resting on it shows.
    pub(crate) fn open(&self, class: &str, title: &str) {
        let mut ink = self.ink.borrow_mut();
        let _ = write!(ink.body, "<g class=\"{class}\">");
        if !title.is_empty() {
            ink.body.push_str("<title>");
            ink.escaped(title);
            ink.body.push_str("</title>");
        }
        ink.body.push('\n');
    }

    /// Ends the group opened last.
    pub(crate) fn close(&self) {
        self.ink.borrow_mut().body.push_str("</g>\n");
    }

    pub(crate) fn line(&self, points: &[Point], stroke: Stroke) {
        if points.len() < 2 {
            return;
        }
        let path: Vec<_> = points.iter().copied().map(place).collect();
        let style = ShapeStyle {
            color: stroke.color.to_rgba(),
            filled: false,
            stroke_width: units(stroke.width).unsigned_abs(),
        };
        let extra = Extra { class: stroke.class, dash: stroke.dash, ..Extra::default() };
        self.draw(&PathElement::new(path, style), extra);
    }

    pub(crate) fn polygon(&self, corners: &[Point], fill: Fill) {
        let corners: Vec<_> = corners.iter().copied().map(place).collect();
        self.draw(&Polygon::new(corners, fill.color.filled()), fill.extra());
    }

    pub(crate) fn rect(&self, from: Point, to: Point, fill: Fill) {
        let corners = [place(from), place(to)];
        self.draw(&Rectangle::new(corners, fill.color.filled()), fill.extra());
    }

    /// A marker of `radius` pixels around its middle. Not plotters' triangle: it rounds a sine, which differs between
    /// platforms.
    pub(crate) fn marker(&self, shape: Shape, (x, y): Point, radius: f64, fill: Fill) {
        let r = radius;
        match shape {
            Shape::Circle => {
                let circle = Circle::new(place((x, y)), units(r), fill.color.filled());
                self.draw(&circle, fill.extra());
            }
            Shape::Triangle => {
                let (wide, low, high) = (r * 1.1, r * 0.85, r * 1.15);
                self.polygon(&[(x, y - high), (x + wide, y + low), (x - wide, y + low)], fill);
            }
            Shape::Square => {
                let r = r * 0.9;
                self.rect((x - r, y - r), (x + r, y + r), fill);
            }
            Shape::Diamond => {
                let r = r * 1.25;
                self.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], fill);
            }
        }
    }

    /// The marker of a series; one that is open has its colours the other way round.
    pub(crate) fn dot(&self, look: &Style, at: Point, radius: f64) {
        let (inside, edge) = if look.open { (PAPER, look.color) } else { (look.color, PAPER) };
        self.marker(look.shape, at, radius, Fill::plain("marker", inside).outlined(edge, 1.5));
    }

    /// One line of text with its middle at the height of the point.
    pub(crate) fn text(&self, text: &str, at: Point, letters: Letters) {
        let weight = if letters.bold { FontStyle::Bold } else { FontStyle::Normal };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, letters.size, weight),
            color: letters.color.to_backend_color(),
            pos: Pos::new(letters.anchor, VPos::Center),
        };
        let extra = Extra {
            class: letters.class,
            outline: letters.halo.then(|| (PAPER.to_backend_color(), 3.0)),
            ..Extra::default()
        };
        self.draw(&Text::new(text, place(at), style), extra);
    }

    fn draw<'a, E, M>(&self, element: &'a E, extra: Extra)
    where
        M: CoordMapper,
        &'a E: PointCollection<'a, BackendCoord, M>,
        E: Drawable<Svg, M>,
    {
        self.ink.borrow_mut().extra = extra;
        // Writing to a string does not fail.
        let _ = self.area.draw(element);
    }

    /// A picture of its own size, for beside a word that says what it means.
    pub(crate) fn finish_swatch(self) -> String {
        let mut ink = Ink::default();
        ink.start("swatch", self.width, self.height);
        ink.number("width", units(self.width));
        ink.number("height", units(self.height));
        ink.body.push_str(" aria-hidden=\"true\" focusable=\"false\">\n");
        ink.body.push_str(&self.ink.borrow().body);
        ink.body.push_str("</svg>\n");
        ink.body
    }

    /// The whole file.
    pub(crate) fn finish(self, figure: &Figure) -> String {
        let Ink { body, id, hatch, .. } = std::mem::take(&mut *self.ink.borrow_mut());
        let mut ink = Ink::default();
        ink.start("chart", self.width, self.height);
        let _ = write!(
            ink.body,
            " role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\">\n\
             <title id=\"{id}-title\">"
        );
        ink.escaped(figure.title);
        let _ = write!(ink.body, "</title>\n<desc id=\"{id}-desc\">");
        ink.escaped(figure.description);
        ink.body.push_str("</desc>\n");
        if let Some(color) = hatch.map(hex) {
            let _ = writeln!(
                ink.body,
                "<defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>\
                 <line x1=\"1\" y1=\"0\" x2=\"1\" y2=\"6\" stroke=\"{color}\" stroke-width=\"1.5\"/></pattern></defs>"
            );
        }
        ink.body.push_str(&body);
        ink.body.push_str("</svg>\n");
        ink.body
    }
}

/// `id` with everything replaced that an id, a list of ids or a `url()` could trip over.
fn identifier(id: &str) -> String {
    let mut safe: String = id
        .chars()
        .take(64)
        .map(|character| match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => character,
            _ => '-',
        })
        .collect();
    if !safe.starts_with(|first: char| first.is_ascii_alphabetic()) {
        safe.insert_str(0, "chart-");
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe() {
        assert_eq!(identifier("payback"), "payback");
        assert_eq!(identifier("a b\"><x"), "a-b---x");
        assert_eq!(identifier("1"), "chart-1");
        assert_eq!(identifier(""), "chart-");
    }

    #[test]
    fn far_away_is_still_a_place() {
        assert_eq!(units(12.34), 123);
        assert_eq!(units(f64::NAN), 0);
        assert_eq!(units(f64::INFINITY), 10_000_000);
        assert_eq!(units(-1e300), -10_000_000);
    }
}
