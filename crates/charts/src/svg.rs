//! The drawing backend: plotters draws into a `String` of SVG.
//!
//! plotters' own SVG backend measures text through the page, knows no dashes, patterns or classes, and draws on whole
//! pixels. Here plotters draws on tenths of a pixel; the file is written in pixels, so lines are smooth and every size
//! in it is the size meant.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::text;

/// Units of the plotters canvas in one pixel of the drawing.
pub(crate) const UNITS: i32 = 10;

/// What the next shape needs and plotters cannot carry.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extra {
    pub(crate) class: &'static str,
    /// Dash array in pixels; empty for a solid line.
    pub(crate) dash: &'static str,
    /// Fill with the hatch of this drawing instead of the plain colour.
    pub(crate) hatched: bool,
    /// Colour and width (pixels) of a line around a filled shape; around text it lies behind the letters.
    pub(crate) outline: Option<(BackendColor, f64)>,
}

/// The text written so far; shared by the backend (inside plotters) and the canvas (outside).
#[derive(Default)]
pub(crate) struct Ink {
    pub(crate) body: String,
    pub(crate) id: String,
    pub(crate) extra: Extra,
    /// Colour of the hatch, once something is hatched; one per drawing.
    pub(crate) hatch: Option<BackendColor>,
}

impl Ink {
    /// Writes an attribute-safe, text-safe copy of `text`.
    pub(crate) fn escaped(&mut self, text: &str) {
        escape(text, &mut self.body);
    }

    /// The start of a file, up to its size in pixels.
    pub(crate) fn start(&mut self, class: &str, width: f64, height: f64) {
        let _ =
            write!(self.body, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" viewBox=\"0 0 ");
        self.units(crate::canvas::units(width));
        self.body.push(' ');
        self.units(crate::canvas::units(height));
        self.body.push('"');
    }

    pub(crate) fn number(&mut self, name: &str, units: i32) {
        let _ = write!(self.body, " {name}=\"");
        self.units(units);
        self.body.push('"');
    }

    fn units(&mut self, units: i32) {
        let sign = if units < 0 { "-" } else { "" };
        let (whole, rest) = ((units / UNITS).unsigned_abs(), (units % UNITS).unsigned_abs());
        let _ = write!(self.body, "{sign}{whole}");
        if rest > 0 {
            let _ = write!(self.body, ".{rest}");
        }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        self.body.push_str(" points=\"");
        for (index, (x, y)) in points.into_iter().enumerate() {
            if index > 0 {
                self.body.push(' ');
            }
            self.units(x);
            self.body.push(',');
            self.units(y);
        }
        self.body.push('"');
    }

    fn open(&mut self, element: &str) {
        let _ = write!(self.body, "<{element}");
        if !self.extra.class.is_empty() {
            let _ = write!(self.body, " class=\"{}\"", self.extra.class);
        }
    }

    fn stroke(&mut self, color: BackendColor, units: u32) {
        let _ = write!(self.body, " fill=\"none\" stroke=\"{}\"", hex(color));
        self.number("stroke-width", i32::try_from(units).unwrap_or(UNITS));
        if !self.extra.dash.is_empty() {
            let _ = write!(self.body, " stroke-dasharray=\"{}\"", self.extra.dash);
        }
    }

    fn fill(&mut self, color: BackendColor) {
        if self.extra.hatched {
            self.hatch = Some(color);
            let _ = write!(self.body, " fill=\"url(#{}-hatch)\"", self.id);
        } else {
            let _ = write!(self.body, " fill=\"{}\"", hex(color));
        }
        if let Some((color, width)) = self.extra.outline {
            let _ = write!(self.body, " stroke=\"{}\"", hex(color));
            self.number("stroke-width", crate::canvas::units(width));
        }
    }

    fn paint(&mut self, style: &impl BackendStyle, fill: bool) {
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style.color(), style.stroke_width());
        }
    }

    fn close(&mut self) {
        self.body.push_str("/>\n");
    }
}

/// The backend that plotters draws on.
pub(crate) struct Svg {
    pub(crate) ink: Rc<RefCell<Ink>>,
    /// In units.
    pub(crate) size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let mut ink = self.ink.borrow_mut();
        ink.open("rect");
        ink.number("x", from.0.min(to.0));
        ink.number("y", from.1.min(to.1));
        ink.number("width", (to.0 - from.0).abs());
        ink.number("height", (to.1 - from.1).abs());
        ink.paint(style, fill);
        ink.close();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut ink = self.ink.borrow_mut();
        ink.open("polyline");
        ink.points(path);
        ink.stroke(style.color(), style.stroke_width());
        ink.close();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let mut ink = self.ink.borrow_mut();
        ink.open("circle");
        ink.number("cx", center.0);
        ink.number("cy", center.1);
        ink.number("r", i32::try_from(radius).unwrap_or(UNITS));
        ink.paint(style, fill);
        ink.close();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let mut ink = self.ink.borrow_mut();
        ink.open("polygon");
        ink.points(corners);
        ink.fill(style.color());
        ink.close();
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = crate::canvas::units(style.size());
        // Arial's capitals are 0.72 em high; a baseline set by number needs no help from the viewer's font.
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + size * 3 / 4,
            VPos::Center => y + size * 9 / 25,
            VPos::Bottom => y - size / 4,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let mut ink = self.ink.borrow_mut();
        ink.open("text");
        ink.number("x", x);
        ink.number("y", baseline);
        ink.number("font-size", size);
        if matches!(style.style(), FontStyle::Bold) {
            ink.body.push_str(" font-weight=\"bold\"");
        }
        if anchor != "start" {
            let _ = write!(ink.body, " text-anchor=\"{anchor}\"");
        }
        ink.fill(style.color());
        if ink.extra.outline.is_some() {
            ink.body.push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        ink.body.push('>');
        ink.escaped(text);
        ink.body.push_str("</text>\n");
        Ok(())
    }

    // plotters would ask the page on wasm32 and count bytes elsewhere.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = crate::canvas::units(text::width(text, style.size()));
        let height = crate::canvas::units(style.size());
        Ok((width.unsigned_abs(), height.unsigned_abs()))
    }
}

/// A colour as `#rrggbb`.
pub(crate) fn hex(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Appends `text` with everything escaped that XML gives a meaning, and without what XML forbids.
pub(crate) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // Soft hyphens have done their work when the lines are broken.
            '\u{ad}' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        escape(text, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn escapes_what_has_a_meaning_and_drops_what_is_forbidden() {
        check("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        check("R&D \"a\"", "R&amp;D &quot;a&quot;");
        check("a\u{0}b\u{8}c\u{1b}d\u{ffff}e\u{ad}f", "abcdef");
        check("two\nlines", "two lines");
        check("שלום 👍 €", "שלום 👍 €");
    }

    #[test]
    fn numbers_are_pixels_with_one_decimal() {
        let mut ink = Ink::default();
        for units in [0, 5, -5, 120, 123, -123, i32::MIN] {
            ink.units(units);
            ink.body.push(' ');
        }
        assert_eq!(ink.body, "0 0.5 -0.5 12 12.3 -12.3 -214748364.8 ");
    }
}
