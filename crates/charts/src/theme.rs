//! Colours, dashes, shapes and sizes: one look for every chart.
//!
//! Chosen so that nothing depends on colour: every series also has its dash, its marker and its own lightness, and a
//! grey print still tells them apart.

use plotters::style::RGBColor;

/// Text, the zero line and outlines.
pub(crate) const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
/// Tick labels and references.
pub(crate) const MUTED: RGBColor = RGBColor(0x59, 0x59, 0x59);
/// Grid lines: there for who looks for them.
pub(crate) const GRID: RGBColor = RGBColor(0xdd, 0xdd, 0xdd);
pub(crate) const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Columns, and bars to the good side.
pub(crate) const FILL: RGBColor = RGBColor(0x55, 0x88, 0xbb);
/// The first series.
pub(crate) const DEEP: RGBColor = RGBColor(0x00, 0x44, 0x88);
/// Areas; always with an edge in `FILL`.
pub(crate) const TINT: RGBColor = RGBColor(0xd3, 0xe2, 0xf0);
/// `FILL`, dark enough for text.
pub(crate) const FILL_TEXT: RGBColor = RGBColor(0x2b, 0x5f, 0x93);
/// Bars to the other side, and the second series.
pub(crate) const WARM: RGBColor = RGBColor(0xcc, 0x33, 0x11);
/// `WARM`, dark enough for text.
pub(crate) const WARM_TEXT: RGBColor = RGBColor(0xb8, 0x2c, 0x0d);
/// The line between the markers of a row.
pub(crate) const SPAN: RGBColor = RGBColor(0x8c, 0x8c, 0x8c);

/// Font sizes in pixels; no text is smaller than `SMALL`.
pub(crate) const SMALL: f64 = 12.0;
pub(crate) const NORMAL: f64 = 13.0;

/// Below this width (pixels) a drawing is meant for a telephone.
pub(crate) const NARROW: f64 = 480.0;

/// The form of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Circle,
    Triangle,
    Square,
    Diamond,
}

/// How one series looks.
pub(crate) struct Style {
    pub(crate) color: RGBColor,
    /// The same hue, dark enough for text.
    pub(crate) text: RGBColor,
    /// Dash array in pixels; empty for a solid line.
    pub(crate) dash: &'static str,
    pub(crate) shape: Shape,
    /// Its markers are white inside.
    pub(crate) open: bool,
}

/// Four lightness steps are all that fit between black and a contrast of 3 to white; from the fifth series on the
/// colours return, with open markers of another shape. No circle among those: that is a marked moment.
const STYLES: [Style; 6] = [
    Style { color: DEEP, text: DEEP, dash: "", shape: Shape::Circle, open: false },
    Style { color: WARM, text: WARM_TEXT, dash: "9 4", shape: Shape::Triangle, open: false },
    Style {
        color: RGBColor(0xcc, 0x79, 0xa7),
        text: RGBColor(0x99, 0x44, 0x77),
        dash: "3 3",
        shape: Shape::Square,
        open: false,
    },
    Style { color: INK, text: INK, dash: "12 3 3 3", shape: Shape::Diamond, open: false },
    Style { color: DEEP, text: DEEP, dash: "2 5", shape: Shape::Square, open: true },
    Style { color: WARM, text: WARM_TEXT, dash: "14 3 3 3 3 3", shape: Shape::Diamond, open: true },
];

/// The look of the series with this index; a seventh series looks as the first.
pub(crate) fn style(index: usize) -> &'static Style {
    &STYLES[index % STYLES.len()]
}

const CLASSES: [&str; 8] = [
    "series series-0",
    "series series-1",
    "series series-2",
    "series series-3",
    "series series-4",
    "series series-5",
    "series series-6",
    "series series-7",
];

/// The classes of the series with this index; the ninth has those of the first.
pub(crate) fn class(index: usize) -> &'static str {
    CLASSES[index % CLASSES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { power((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// x to a power, by halving the exponent: the tests need no more than six digits.
    fn power(x: f64, exponent: f64) -> f64 {
        let (mut root, mut weight, mut left, mut result) = (x, 1.0, exponent, 1.0);
        while weight > 1e-9 {
            while left >= weight {
                result *= root;
                left -= weight;
            }
            root = root.sqrt();
            weight /= 2.0;
        }
        result
    }

    fn contrast(color: RGBColor) -> f64 {
        1.05 / (luminance(color) + 0.05)
    }

    /// CIE lightness, 0 to 100.
    fn lightness(color: RGBColor) -> f64 {
        116.0 * power(luminance(color), 1.0 / 3.0) - 16.0
    }

    #[test]
    fn the_measure_is_right() {
        assert!((contrast(RGBColor(0, 0, 0)) - 21.0).abs() < 1e-3);
        assert!((contrast(RGBColor(0x00, 0x72, 0xb2)) - 5.19).abs() < 0.01);
    }

    #[test]
    fn series_stand_out_from_white() {
        for style in &STYLES {
            assert!(contrast(style.color) >= 3.0, "{:?}", style.color);
        }
        for color in [FILL, WARM, SPAN] {
            assert!(contrast(color) >= 3.0, "{color:?}");
        }
    }

    #[test]
    fn text_can_be_read() {
        let texts = STYLES.iter().map(|style| style.text);
        for color in texts.chain([INK, MUTED, FILL_TEXT, WARM_TEXT]) {
            assert!(contrast(color) >= 4.5, "{color:?}");
        }
    }

    #[test]
    fn series_differ_in_grey() {
        let mut steps: Vec<f64> = STYLES.iter().take(4).map(|style| lightness(style.color)).collect();
        steps.sort_by(f64::total_cmp);
        for pair in steps.windows(2) {
            assert!(pair[1] - pair[0] >= 15.0, "{steps:?}");
        }
    }

    #[test]
    fn any_two_series_differ_in_more_than_colour() {
        for (index, style) in STYLES.iter().enumerate() {
            for other in &STYLES[..index] {
                assert_ne!(style.dash, other.dash);
                assert_ne!((style.shape, style.open), (other.shape, other.open));
                assert!(style.color != other.color || style.shape != other.shape && style.open != other.open);
            }
        }
    }

    #[test]
    fn the_reference_line_stands_out_from_the_columns() {
        assert!(contrast(INK) / contrast(FILL) >= 3.0);
    }
}
