//! Labels that do not touch each other.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Letters, Stroke};
use crate::text::{BOLD, fit, width, wrap};
use crate::theme::{NORMAL, SMALL};

/// Heights of a line of text, in pixels.
const LEADING: f64 = 15.0;
/// Between two labels, in pixels.
const GAP: f64 = 5.0;
/// Between the end of a line and its label, in pixels.
const END: f64 = 23.0;

/// The name of a line or an area, to stand at its end.
pub(crate) struct EndLabel<'a> {
    pub(crate) name: &'a str,
    /// The value at the end, as the caller writes it; may be empty.
    pub(crate) value: String,
    /// Height of what is named, in pixels.
    pub(crate) y: f64,
    pub(crate) color: RGBColor,
    pub(crate) text: RGBColor,
}

/// How wide a column of these labels is, in pixels: as needed, and no wider than a part of the drawing.
pub(crate) fn end_room<'a>(canvas: &Canvas, names: impl Iterator<Item = &'a str>) -> f64 {
    let most = if canvas.narrow() { canvas.width * 0.35 } else { canvas.width * 0.25 };
    // As it is measured when it is written, to the last bit: the widest name is as wide as its room.
    names.map(|name| width(name, size(canvas) * BOLD)).fold(48.0, f64::max).min(most)
}

fn size(canvas: &Canvas) -> f64 {
    if canvas.narrow() { SMALL } else { NORMAL }
}

/// Draws the labels in `room` pixels to the right of `x`, each as near as can be to what it names, from `top` to
/// `bottom`. With too many for the height the values go first, then the second lines, then the last labels.
pub(crate) fn draw_end_labels(
    canvas: &Canvas,
    labels: &[EndLabel],
    x: f64,
    room: f64,
    top: f64,
    bottom: f64,
) {
    let size = size(canvas);
    let mut texts: Vec<Vec<(String, bool)>> = Vec::new();
    // A column filled to the brim puts labels far from what they name.
    let enough = (bottom - top) * 0.75;
    for (lines, with_value) in [(3, true), (2, false), (1, false)] {
        texts = labels
            .iter()
            .map(|label| {
                let name = wrap(label.name, size * BOLD, room, lines);
                let mut text: Vec<_> = name.into_iter().map(|line| (line, true)).collect();
                if with_value && !label.value.is_empty() {
                    text.push((fit(&label.value, size, room), false));
                }
                text
            })
            .collect();
        let height: f64 = texts.iter().map(|text| height(text.len()) + GAP).sum();
        if height <= enough {
            break;
        }
    }
    let places: Vec<(f64, f64)> =
        labels.iter().zip(&texts).map(|(label, text)| (label.y, height(text.len()) + GAP)).collect();
    let centers = apart(&places, top - GAP / 2.0, bottom + GAP / 2.0);
    for ((label, text), center) in labels.iter().zip(texts).zip(centers) {
        let Some(center) = center else { continue };
        if text.is_empty() {
            continue;
        }
        if (center - label.y).abs() > 4.0 {
            let leader = Stroke::solid("leader", label.color, 1.0);
            canvas.line(&[(x + 7.0, label.y), (x + 20.0, center)], leader);
        }
        let mut y = center - LEADING * (text.len() as f64 - 1.0) / 2.0;
        for (line, is_name) in text {
            let letters = Letters::new("label", label.text, HPos::Left).sized(size);
            let letters = if is_name { letters.bold() } else { letters };
            canvas.text(&line, (x + END, y), letters);
            y += LEADING;
        }
    }
}

/// Pixels to keep free beside a column of labels of `room` pixels.
pub(crate) fn end_margin(room: f64) -> f64 {
    room + END + 4.0
}

fn height(lines: usize) -> f64 {
    LEADING * lines as f64
}

/// Sorts places, each with the index of what is there; at one place the first index comes first.
///
/// By insertion: there are few, and a general sort takes more code than all of this file.
pub(crate) fn sort(places: &mut [(f64, usize)]) {
    let before = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).is_lt();
    for end in 1..places.len() {
        let mut place = end;
        while place > 0 && before(&places[place], &places[place - 1]) {
            places.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Centres for boxes of (wanted centre, height) so that none overlap, each group around where its members want to be.
/// A box for which there is no height left gets none.
fn apart(boxes: &[(f64, f64)], top: f64, bottom: f64) -> Vec<Option<f64>> {
    let mut total = 0.0;
    let mut order: Vec<(f64, usize)> = Vec::new();
    for (index, (wanted, height)) in boxes.iter().enumerate() {
        if total + height <= bottom - top + 1e-6 {
            total += height;
            order.push((*wanted, index));
        }
    }
    sort(&mut order);
    // With the heights above it taken off, a box may lie anywhere not above the one before: neighbours in the wrong
    // order become a group at their mean.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let mut above = 0.0;
    for &(wanted, index) in &order {
        let height = boxes[index].1;
        let mut group = (wanted - height / 2.0 - above, 1);
        above += height;
        while let Some(&(sum, members)) = groups.last() {
            if sum / members as f64 <= group.0 / group.1 as f64 {
                break;
            }
            groups.pop();
            group = (sum + group.0, members + group.1);
        }
        groups.push(group);
    }
    let starts = groups.iter().flat_map(|&(sum, members)| std::iter::repeat_n(sum / members as f64, members));
    let mut centers = vec![None; boxes.len()];
    let mut above = 0.0;
    for (&(_, index), start) in order.iter().zip(starts) {
        let height = boxes[index].1;
        let start = start.min(bottom - total).max(top);
        centers[index] = Some(start + above + height / 2.0);
        above += height;
    }
    centers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(boxes: &[(f64, f64)], expected: &[Option<f64>]) {
        assert_eq!(apart(boxes, 0.0, 100.0), expected);
    }

    #[test]
    fn boxes_with_room_stay_where_they_are() {
        check(&[(80.0, 10.0), (20.0, 10.0)], &[Some(80.0), Some(20.0)]);
    }

    #[test]
    fn boxes_at_one_height_share_it() {
        check(&[(50.0, 10.0), (50.0, 10.0), (50.0, 10.0)], &[Some(40.0), Some(50.0), Some(60.0)]);
    }

    #[test]
    fn boxes_stay_inside() {
        check(&[(1.0, 10.0), (0.0, 10.0)], &[Some(15.0), Some(5.0)]);
        check(&[(99.0, 10.0), (200.0, 10.0)], &[Some(85.0), Some(95.0)]);
    }

    #[test]
    fn a_box_too_many_is_left_out() {
        check(&[(50.0, 60.0), (50.0, 60.0), (50.0, 40.0)], &[Some(30.0), None, Some(80.0)]);
    }
}
