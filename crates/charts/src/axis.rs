//! Axes: round ticks, grid lines and their labels.

use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, GRID_LINE, Letters, Stroke, ZERO_LINE};
use crate::figure::{Format, PlotArea};
use crate::text::{fit, width};
use crate::theme::{MUTED, SMALL};

const TICK: Letters = Letters::new("tick", MUTED, HPos::Right);
const TICK_MARK: Stroke = Stroke::solid("grid", MUTED, 1.0);

/// Room below a plot for the labels of its horizontal axis, in pixels.
pub(crate) const FOOT: f64 = 26.0;
/// Between a tick label and the plot, in pixels.
const GAP: f64 = 8.0;

/// The value if it can be drawn. Beyond 1e300 a span would overflow, and plotters hangs on that.
pub(crate) fn drawable(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.max(-1e300).min(1e300))
}

/// An axis: from, to, and what to write where.
pub(crate) struct Scale {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) ticks: Vec<(f64, String)>,
}

impl Scale {
    /// A scale around `base` and all `values`, with about `count` ticks on round numbers.
    pub(crate) fn around(base: f64, values: impl Iterator<Item = f64>, count: u32, format: Format) -> Self {
        let base = drawable(base).unwrap_or(0.0);
        let (mut low, mut high) = (base, base);
        for value in values.filter_map(drawable) {
            low = low.min(value);
            high = high.max(value);
        }
        let size = low.abs().max(high.abs());
        // Nothing to tell apart: a span of its own, so that nothing is divided by zero.
        if high - low < 1e-9 * size.max(1.0) {
            return Self { from: base, to: base + size.max(1.0), ticks: vec![(base, format(base))] };
        }
        // Fewer ticks until no two neighbours read the same: the caller may round to whole thousands.
        let mut scale = Self::with_ticks(low, high, count, format);
        for fewer in (1..count).rev() {
            if scale.ticks.windows(2).all(|pair| pair[0].1 != pair[1].1) {
                break;
            }
            scale = Self::with_ticks(low, high, fewer, format);
        }
        scale
    }

    fn with_ticks(low: f64, high: f64, count: u32, format: Format) -> Self {
        let wanted = high / f64::from(count) - low / f64::from(count);
        // The power of ten below the wanted step, as a factor or, for exact tenths, as a divisor.
        let (mut factor, mut divisor) = (1.0, 1.0);
        while factor * 10.0 <= wanted {
            factor *= 10.0;
        }
        while factor / divisor > wanted {
            divisor *= 10.0;
        }
        let power = factor / divisor;
        // The nearest of 1, 2, 5 and 10, as people count them.
        let digit = match wanted / power {
            ..1.2 => 1.0,
            ..2.6 => 2.0,
            ..6.0 => 5.0,
            _ => 10.0,
        };
        let value = |index: f64| index * digit * factor / divisor;
        let step = value(1.0);
        // Half a step is enough room beyond the outer ticks.
        let (from, to) = ((low / step * 2.0).floor() / 2.0, (high / step * 2.0).ceil() / 2.0);
        let ticks = (0..=12)
            .map(|nth| from.ceil() + f64::from(nth))
            .take_while(|&index| index <= to)
            .map(|index| (value(index), format(value(index))))
            .collect();
        Self { from: value(from), to: value(to), ticks }
    }

    /// Pixels to keep free beside the plot for the labels of this scale on a vertical axis.
    pub(crate) fn label_room(&self, canvas: &Canvas) -> f64 {
        let widest = self.ticks.iter().map(|(_, label)| width(label, SMALL)).fold(0.0, f64::max);
        (widest + GAP + 2.0).ceil().min(canvas.width * 0.3)
    }
}

/// Horizontal grid lines, with labels to their left in `room` pixels if there is room.
pub(crate) fn vertical(canvas: &Canvas, plot: &PlotArea, scale: &Scale, room: f64) {
    for (value, label) in &scale.ticks {
        let (_, y) = plot.to_px(plot.x_from, *value);
        canvas.line(&[(plot.left, y), (plot.right, y)], GRID_LINE);
        if room > 0.0 {
            let label = fit(label, SMALL, room - GAP + 0.1);
            canvas.text(&label, (plot.left - GAP, y), TICK);
        }
    }
}

/// The line at zero, over what hangs from it.
pub(crate) fn zero_line(canvas: &Canvas, plot: &PlotArea) {
    let (_, y) = plot.to_px(plot.x_from, 0.0);
    canvas.line(&[(plot.left, y), (plot.right, y)], ZERO_LINE);
}

/// The unit above a plot.
pub(crate) fn unit(canvas: &Canvas, unit: &str, x: f64, y: f64) {
    if !unit.is_empty() {
        let unit = fit(unit, SMALL, canvas.width - x);
        let letters = Letters { anchor: HPos::Left, ..TICK };
        canvas.text(&unit, (x, y), letters);
    }
}

/// Vertical grid lines with their labels below, as many as have room.
pub(crate) fn horizontal(canvas: &Canvas, plot: &PlotArea, scale: &Scale) {
    let mut free = 0.0;
    for (value, label) in &scale.ticks {
        let (x, _) = plot.to_px(*value, plot.y_from);
        canvas.line(&[(x, plot.top), (x, plot.bottom)], GRID_LINE);
        free = below(canvas, plot, label, x, free);
    }
}

/// A year on a horizontal axis, in pixels.
pub(crate) struct YearTick {
    pub(crate) year: i32,
    /// Where its label has its middle.
    pub(crate) label: f64,
    /// Where its tick mark is.
    pub(crate) mark: f64,
}

/// Years below a plot from the first on: every one, every second, every fifth, as fits.
pub(crate) fn years(canvas: &Canvas, plot: &PlotArea, years: &[YearTick]) {
    let Some((first, last)) = years.first().zip(years.last()) else {
        return;
    };
    let apart = (last.mark - first.mark) / (years.len() as f64 - 1.0).max(1.0);
    let needed = width(&first.year.to_string(), SMALL) * 1.5;
    let fitting = (1..1000).find(|&every| apart * f64::from(every) >= needed).unwrap_or(1000);
    // A step that goes from the first year to the last; else one people count by.
    let span = last.year.wrapping_sub(first.year);
    let every = (fitting..=fitting * 2)
        .find(|every| span % every == 0)
        .or_else(|| [1, 2, 5, 10, 20, 50, 100].into_iter().find(|&every| every >= fitting))
        .unwrap_or(fitting);
    let mut free = 0.0;
    for YearTick { year, label, mark } in years {
        if year.wrapping_sub(first.year) % every == 0 {
            canvas.line(&[(*mark, plot.bottom), (*mark, plot.bottom + 5.0)], TICK_MARK);
            free = below(canvas, plot, &year.to_string(), *label, free);
        }
    }
}

/// Years in the middle of what they count, at whole numbers from 0.
pub(crate) fn year_indexes(canvas: &Canvas, plot: &PlotArea, numbers: &[i32]) {
    let ticks: Vec<YearTick> = numbers
        .iter()
        .enumerate()
        .map(|(index, &year)| {
            let (x, _) = plot.to_px(index as f64, plot.y_from);
            YearTick { year, label: x, mark: x }
        })
        .collect();
    years(canvas, plot, &ticks);
}

/// Writes a label below the plot unless it would touch the one before, which ends at `free`; returns where it ends.
fn below(canvas: &Canvas, plot: &PlotArea, label: &str, x: f64, free: f64) -> f64 {
    let label = fit(label, SMALL, canvas.width / 2.0);
    let half = width(&label, SMALL) / 2.0;
    let x = x.min(canvas.width - half).max(half);
    if x - half < free {
        return free;
    }
    let letters = Letters { anchor: HPos::Center, ..TICK };
    canvas.text(&label, (x, plot.bottom + 15.0), letters);
    x + half + GAP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], expected: &[f64]) {
        let scale = Scale::around(0.0, values.iter().copied(), 5, &|value| value.to_string());
        let ticks: Vec<f64> = scale.ticks.iter().map(|(value, _)| *value).collect();
        assert_eq!(ticks, expected);
        assert!(scale.from < scale.to && (scale.to - scale.from).is_finite());
    }

    #[test]
    fn ticks_are_round_and_hold_zero() {
        check(&[3.0, 9.0], &[0.0, 2.0, 4.0, 6.0, 8.0]);
        check(&[-120.0, 260.0], &[-100.0, 0.0, 100.0, 200.0, 300.0]);
        check(&[0.3], &[0.0, 0.1, 0.2, 0.3]);
        check(&[-7.0], &[-6.0, -4.0, -2.0, 0.0]);
    }

    #[test]
    fn nothing_is_too_absurd() {
        check(&[], &[0.0]);
        check(&[0.0, 0.0], &[0.0]);
        check(&[f64::NAN, f64::INFINITY, 1e-300], &[0.0]);
        let scale = Scale::around(0.0, [-f64::MAX, f64::MAX].into_iter(), 5, &|_| String::new());
        assert!((scale.to - scale.from).is_finite());
    }

    #[test]
    fn no_two_neighbours_read_the_same() {
        let scale = Scale::around(0.0, [0.0, 2.2].into_iter(), 5, &|value| format!("{value:.0}"));
        let labels: Vec<_> = scale.ticks.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!(labels, ["0", "1", "2"]);
    }
}
