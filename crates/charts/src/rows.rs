//! Charts of rows: a name, something drawn, and text at both ends of it.

use plotters::style::text_anchor::HPos;

use crate::axis::{FOOT, Scale};
use crate::canvas::{Canvas, Letters};
use crate::figure::{Figure, PlotArea};
use crate::text::{BOLD, fit, width, wrap};
use crate::theme::{INK, MUTED, NARROW, NORMAL, SMALL};

/// Between what is drawn and the text at its end, in pixels.
const GAP: f64 = 10.0;

/// Between a name and what is drawn beside it, in pixels.
const NAME_GAP: f64 = 12.0;

/// Where the rows are.
pub(crate) struct Rows {
    /// Names stand above their rows instead of beside them.
    stacked: bool,
    name_room: f64,
    head: f64,
    pitch: f64,
    count: usize,
}

impl Rows {
    /// Rows with these names below a head of `head` pixels.
    pub(crate) fn new<'a>(figure: &Figure, head: f64, names: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let sheet = figure.drawn_width();
        let stacked = sheet < NARROW;
        let count = names.len();
        let widest = names.map(|name| width(name, NORMAL * BOLD)).fold(0.0, f64::max);
        Self {
            stacked,
            name_room: if stacked { 0.0 } else { (widest + NAME_GAP).min(sheet * 0.28) },
            head,
            pitch: if stacked { 60.0 } else { 42.0 },
            count,
        }
    }

    /// Height of the drawing, in pixels.
    pub(crate) fn height(&self) -> f64 {
        // A sheet of a thousand rows is more than anyone reads.
        self.head + self.pitch * self.count.clamp(1, 1000) as f64 + FOOT
    }

    /// The plot, with room beside it for the longest text at either end.
    pub(crate) fn plot(&self, canvas: &Canvas, scale: &Scale, before: f64, after: f64) -> PlotArea {
        let most = canvas.width * 0.22;
        PlotArea {
            left: self.name_room + (before + GAP).min(most),
            right: canvas.width - (after + GAP).min(most),
            top: self.head,
            bottom: canvas.height - FOOT,
            x_from: scale.from,
            x_to: scale.to,
            y_from: self.count.max(1) as f64,
            y_to: 0.0,
        }
        .snapped()
    }

    /// The height of the middle of a row, in pixels.
    pub(crate) fn middle(&self, index: usize) -> f64 {
        let top = self.head + self.pitch * index as f64;
        top + if self.stacked { 40.0 } else { self.pitch / 2.0 }
    }

    /// Writes the name of a row.
    pub(crate) fn name(&self, canvas: &Canvas, index: usize, name: &str) {
        let middle = self.middle(index);
        let letters = Letters::new("label", INK, HPos::Left).sized(NORMAL).bold().halo();
        if self.stacked {
            let name = fit(name, NORMAL * BOLD, canvas.width);
            canvas.text(&name, (0.0, middle - 26.0), letters);
            return;
        }
        // The widest name is as wide as its room, but for the last bit.
        let lines = wrap(name, NORMAL * BOLD, self.name_room - NAME_GAP + 0.1, 2);
        let mut y = middle - 7.5 * (lines.len() as f64 - 1.0);
        for line in lines {
            canvas.text(&line, (0.0, y), letters);
            y += 15.0;
        }
    }
}

/// Width of the widest of these texts, in pixels.
pub(crate) fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    texts.map(|text| width(text, SMALL)).fold(0.0, f64::max)
}

/// Writes texts just before `from` and just after `to` (pixels), as far as the room beside the plot goes.
pub(crate) fn end_texts(canvas: &Canvas, (before, from): (&str, f64), (after, to): (&str, f64), y: f64) {
    let letters = |anchor| Letters::new("label", MUTED, anchor).halo();
    // The room is the same for every row, so that a short bar is no reason to be longer.
    let room = canvas.width * 0.22 - GAP;
    canvas.text(&fit(before, SMALL, room), (from - GAP, y), letters(HPos::Right));
    canvas.text(&fit(after, SMALL, room), (to + GAP, y), letters(HPos::Left));
}
