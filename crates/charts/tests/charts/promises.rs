//! What holds for every drawing, whatever is in it.

use deelsom_charts::{Chart, CumulativeChart, DumbbellChart, DumbbellRow, Line, PlotArea};

use crate::fixtures;

type Draw = fn(u32) -> Chart;

const ALL: [(&str, Draw); 7] = [
    ("cumulative", fixtures::cumulative),
    ("columns", fixtures::columns),
    ("staffing", fixtures::staffing),
    ("dumbbell", fixtures::dumbbell),
    ("bars", fixtures::bars),
    ("fan", fixtures::fan),
    ("waterfall", fixtures::waterfall),
];

/// The attributes of every element, in order: (element, name, value).
fn attributes(svg: &str) -> Vec<(&str, &str, &str)> {
    let tags = svg.split('<').skip(1).filter_map(|tag| tag.split_once('>'));
    tags.flat_map(|(tag, _)| {
        let (element, rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut parts = rest.split('"');
        std::iter::from_fn(move || {
            let name = parts.next()?.trim().strip_suffix('=')?;
            Some((element, name, parts.next()?))
        })
    })
    .collect()
}

/// Panics unless the drawing is a sound and safe SVG file that keeps its promises.
#[track_caller]
pub(crate) fn keeps_promises(chart: &Chart) {
    let svg = &chart.svg;
    balanced(svg);
    for swatch in chart.legend.iter().map(|entry| &entry.swatch) {
        balanced(swatch);
        assert!(swatch.contains("aria-hidden=\"true\""));
    }
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
    assert!(svg.contains(" role=\"img\" ") && svg.contains("<title id=\"") && svg.contains("<desc id=\""));
    assert!(!svg.contains("<script") && !svg.contains("<img"));
    assert!(svg.chars().all(|character| character == '\n' || !character.is_control()));
    for (element, name, value) in attributes(svg) {
        assert!(!value.contains("NaN") && !value.contains("inf"), "{name}={value}");
        assert!(!["style", "onload", "href"].contains(&name), "{name}={value}");
        let known = [
            "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "polyline", "polygon", "circle",
            "text",
        ];
        assert!(known.contains(&element), "{element}");
        if name == "font-size" {
            assert!(value.parse::<f64>().is_ok_and(|size| size >= 12.0), "{value}");
        }
        if ["x", "y", "cx", "cy", "width", "height", "r"].contains(&name) {
            assert!(value.parse::<f64>().is_ok_and(|pixels| pixels.abs() < 100_000.0), "{name}={value}");
        }
    }
}

/// Panics unless every element that opens also closes.
#[track_caller]
fn balanced(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let element = tag.split(' ').next().unwrap_or_default();
        if let Some(closed) = element.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
        } else if !tag.ends_with('/') {
            open.push(element);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn every_chart_keeps_them_at_every_width() {
    for (_, draw) in ALL {
        for width in [0, 240, 320, 479, 480, 720, 1200, u32::MAX] {
            keeps_promises(&draw(width));
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, draw) in ALL {
        assert_eq!(draw(720), draw(720), "{name}");
    }
}

#[test]
fn title_description_and_ids_are_those_given() {
    for (name, draw) in ALL {
        let svg = draw(720).svg;
        let labelled = format!("aria-labelledby=\"{name}-title {name}-desc\"");
        let title = format!("<title id=\"{name}-title\">What is concluded</title>");
        let description = format!("<desc id=\"{name}-desc\">What there is to see.</desc>");
        for part in [labelled, title, description] {
            assert!(svg.contains(&part), "{part}");
        }
    }
}

#[test]
fn the_legend_names_every_series_by_its_class() {
    for (name, draw) in ALL {
        let chart = draw(720);
        assert!(chart.legend.len() >= 2, "{name}");
        for entry in &chart.legend {
            let group = format!("<g class=\"{}\"><title>{}</title>", entry.class, entry.name);
            assert!(chart.svg.contains(&group), "{group}");
            assert!(entry.swatch.contains(entry.class));
        }
    }
}

#[test]
fn a_value_is_found_where_it_is_drawn() {
    let chart = fixtures::cumulative(720);
    let plot = chart.plot.expect("one plot");
    let (x, y) = plot.to_px(10.0, 3330.0);
    assert!(chart.svg.contains(&format!("cx=\"{x}\" cy=\"{y}\"")));
    let PlotArea { left, right, top, bottom, .. } = plot;
    assert_eq!(plot.to_px(f64::NEG_INFINITY, f64::NEG_INFINITY), (left, bottom));
    assert_eq!(plot.to_px(1e300, 1e300), (right, top));
}

#[test]
fn labels_of_four_lines_that_end_together_do_not_touch() {
    let years: Vec<i32> = (2026..=2030).collect();
    let lines = ["Host", "Joint", "Network", "Alone"].map(|name| Line {
        name: name.to_owned(),
        values: vec![0.0, -10.0, 20.0, 50.0, 100.0 + name.len() as f64 / 10.0],
        mark: None,
    });
    let chart = CumulativeChart {
        figure: fixtures::figure("together", 720),
        height: 400,
        years: &years,
        lines: &lines,
        format: &fixtures::thousands,
    }
    .draw();
    let mut heights: Vec<f64> = chart
        .svg
        .lines()
        .filter(|line| line.starts_with("<text class=\"label\""))
        .filter_map(|line| line.split(" y=\"").nth(1)?.split('"').next()?.parse().ok())
        .collect();
    heights.sort_by(f64::total_cmp);
    assert_eq!(heights.len(), 8, "a name and a value for each");
    assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 14.9), "{heights:?}");
}

#[test]
fn the_widest_name_is_written_whole() {
    let (keys, format) = (["Inhabitants", "Budget"].map(str::to_owned), &fixtures::thousands);
    // Many names, since it depends on the last bit of a sum.
    for (letter, length) in ('a'..='z').flat_map(|letter| (3..16).map(move |length| (letter, length))) {
        let name = ["Z", &letter.to_string().repeat(length)].concat();
        let rows = [DumbbellRow { name: name.clone(), values: vec![1.0, -1.0] }];
        let lines = [Line { name: name.clone(), values: vec![0.0, 9.0], mark: None }];
        let figure = fixtures::figure("names", 1118);
        let years = &[2026, 2027];
        let dumbbell = DumbbellChart { figure, keys: &keys, rows: &rows, format }.draw();
        let cumulative = CumulativeChart { figure, height: 400, years, lines: &lines, format }.draw();
        for svg in [dumbbell.svg, cumulative.svg] {
            assert!(svg.contains(&format!(">{name}</text>")), "{name}");
        }
    }
}
