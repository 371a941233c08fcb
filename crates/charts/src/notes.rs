//! A short text beside a point, where it covers least.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Letters, Point, Stroke};
use crate::figure::PlotArea;
use crate::labels::sort;
use crate::text::{width, wrap};
use crate::theme::SMALL;

const LEADING: f64 = 15.0;
/// Most lines of one note.
const LINES: usize = 3;

/// How many lines of text a note may stand away from its point.
const STEPS: usize = 12;

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn around((x, y): Point, reach: f64) -> Self {
        Self { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
    }

    fn between(a: Point, b: Point) -> Self {
        Self { left: a.0.min(b.0), right: a.0.max(b.0), top: a.1.min(b.1), bottom: a.1.max(b.1) }
    }

    /// With room for a line to pass.
    fn grown(&self) -> Self {
        Self {
            left: self.left - 4.0,
            right: self.right + 4.0,
            top: self.top - 2.0,
            bottom: self.bottom + 2.0,
        }
    }

    /// The line from a point to a text that is not next to it.
    fn leader(&self, point: Point) -> Option<(Point, Point)> {
        // From the edge of the ring around the point.
        let (start, edge) =
            if self.top > point.1 { (point.1 + 7.0, self.top) } else { (point.1 - 7.0, self.bottom) };
        let foot = point.0.max(self.left).min(self.right);
        ((edge - point.1).abs() > 20.0).then_some(((point.0, start), (foot, edge)))
    }

    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line from `a` to `b` runs through here.
    fn crossed(&self, a: Point, b: Point) -> bool {
        // The part of the line, from 0 to 1, that lies between two edges in both directions.
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (start, end, low, high) in [(a.0, b.0, self.left, self.right), (a.1, b.1, self.top, self.bottom)]
        {
            let way = end - start;
            if way == 0.0 {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (enter, leave) = ((low - start) / way, (high - start) / way);
            from = from.max(enter.min(leave));
            to = to.min(enter.max(leave));
        }
        from <= to
    }
}

/// A short text and the point it belongs to.
pub(crate) struct Note<'a> {
    pub(crate) text: &'a str,
    pub(crate) point: Point,
    pub(crate) color: RGBColor,
}

/// Most notes of one plot; where there are more, the legend and the table have to tell.
const MOST: usize = 8;

/// Writes notes in a plot with these lines (pixels). A note for which there is no room at all is left out.
pub(crate) fn write(canvas: &Canvas, plot: &PlotArea, lines: &[Vec<Point>], notes: &[Note]) {
    // Short lines: a compact text finds a place sooner than a long one.
    let room = ((plot.right - plot.left) * 0.45).max(90.0).min(120.0);
    let texts: Vec<Vec<String>> =
        notes.iter().take(MOST).map(|note| wrap(note.text, SMALL, room, LINES)).collect();
    let places = notes.iter().take(MOST).enumerate();
    let mut order: Vec<(f64, usize)> = places.map(|(index, note)| (note.point.0, index)).collect();
    sort(&mut order);
    // Who comes first takes the best place: tried from the left, from the right, and with each at the head.
    let mut best = Layout::new(plot, lines, notes, &texts, &order);
    order.reverse();
    for head in 0..order.len() {
        order[..=head].rotate_right(1);
        let layout = Layout::new(plot, lines, notes, &texts, &order);
        if layout.cost < best.cost {
            best = layout;
        }
        order[..=head].rotate_left(1);
    }
    for &(from, to, index) in &best.leaders {
        let stroke = Stroke::solid("leader", notes[index].color, 1.0);
        canvas.line(&[from, to], stroke);
    }
    for (area, index) in best.placed {
        let letters = Letters::new("label", notes[index].color, HPos::Left).halo();
        let mut y = area.top + LEADING / 2.0;
        for row in &texts[index] {
            canvas.text(row, (area.left, y), letters);
            y += LEADING;
        }
    }
}

/// Where the notes go, and how bad that is.
struct Layout<'a> {
    plot: &'a PlotArea,
    lines: &'a [Vec<Point>],
    rings: Vec<Area>,
    /// With the index of the note.
    placed: Vec<(Area, usize)>,
    leaders: Vec<(Point, Point, usize)>,
    cost: usize,
}

impl<'a> Layout<'a> {
    fn new(
        plot: &'a PlotArea,
        lines: &'a [Vec<Point>],
        notes: &[Note],
        texts: &[Vec<String>],
        order: &[(f64, usize)],
    ) -> Self {
        let mut layout = Self {
            plot,
            lines,
            rings: notes.iter().map(|note| Area::around(note.point, 8.0)).collect(),
            placed: Vec::new(),
            leaders: Vec::new(),
            cost: 0,
        };
        for &(_, index) in order {
            let (point, text) = (notes[index].point, &texts[index]);
            let wide = text.iter().map(|row| width(row, SMALL)).fold(0.0, f64::max);
            let Some((cost, area)) = layout.place(point, wide, LEADING * text.len() as f64) else {
                layout.cost += 1000;
                continue;
            };
            layout.cost += cost;
            layout.placed.push((area, index));
            if let Some((from, to)) = area.leader(point) {
                layout.leaders.push((from, to, index));
            }
        }
        layout
    }

    /// The best place for a text of this size: nearby, and over as few lines as can be.
    fn place(&self, point: Point, wide: f64, high: f64) -> Option<(usize, Area)> {
        let mut best: Option<(usize, Area)> = None;
        for step in 0..STEPS {
            // Farther away is never better than this.
            if best.as_ref().is_some_and(|(least, _)| *least <= 3 * step) {
                break;
            }
            let away = 12.0 + LEADING * step as f64;
            // From the left edge of the text to the point.
            let parts = [0.125, 0.875, 0.25, 0.75, 0.5].map(|part| wide * part);
            let hangs = [-4.0, wide + 4.0].into_iter().chain(parts);
            for (turn, hang) in hangs.enumerate() {
                for top in [point.1 + away, point.1 - away - high] {
                    let left = point.0 - hang;
                    let area = Area { left, right: left + wide, top, bottom: top + high };
                    let Some(covered) = self.covered(&area, point) else {
                        continue;
                    };
                    let cost = covered + 3 * step + turn;
                    if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                        best = Some((cost, area));
                    }
                }
            }
        }
        best
    }

    /// How much a place covers: lines under the text, and lines its leader runs over. None if it lies outside the plot
    /// or gets in the way of another note.
    fn covered(&self, area: &Area, point: Point) -> Option<usize> {
        let inside = area.left >= self.plot.left
            && area.right <= self.plot.right
            && area.top >= self.plot.top
            && area.bottom <= self.plot.bottom;
        let leader = area.leader(point);
        let free = |other: &Area| {
            !other.touches(area) && !leader.is_some_and(|(from, to)| other.grown().crossed(from, to))
        };
        let clear = self.rings.iter().all(|ring| !ring.touches(area))
            && self.placed.iter().all(|(other, _)| free(other))
            && !self.leaders.iter().any(|&(from, to, _)| area.grown().crossed(from, to));
        if !inside || !clear {
            return None;
        }
        let under_leader = leader.map_or(0, |(from, to)| self.lines_in(&Area::between(from, to)));
        Some(20 * self.lines_in(area) + 10 * under_leader)
    }

    fn lines_in(&self, area: &Area) -> usize {
        let stretches = self.lines.iter().flat_map(|line| line.windows(2));
        stretches.filter(|ends| area.crossed(ends[0], ends[1])).count()
    }
}
