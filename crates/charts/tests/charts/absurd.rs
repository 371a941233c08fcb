//! What nobody means to ask for still gives a drawing, and soon.

use deelsom_charts::{
    Band, BarRow, BarsChart, Chart, ColumnsChart, Course, CumulativeChart, DumbbellChart, DumbbellRow,
    FanChart, Figure, Line, Mark, Moment, Panel, StaffingChart, StaffingNames, Step, WaterfallChart,
};

use crate::promises::keeps_promises;

const TEXTS: [&str; 8] = [
    "",
    " ",
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>&amp;]]>",
    "a\u{0}b\u{1b}c\u{ffff}d\ne\u{85}f",
    "שלום עולם \u{202e}abc\u{202c}",
    "👩‍👩‍👧‍👦👍🏽 héél €€€",
    "-- }{ url(#x)",
];

const VALUES: [&[f64]; 12] = [
    &[],
    &[0.0],
    &[0.0, 0.0, 0.0],
    &[f64::NAN],
    &[f64::INFINITY, f64::NEG_INFINITY],
    &[f64::MAX, f64::MIN, 1.0],
    &[1e300, -1e300],
    &[1e300, 1.0, 1e-300],
    &[5e-324, -5e-324],
    &[1e15, 1e15 + 0.125],
    &[-3.0, f64::NAN, 3.0, f64::INFINITY, 5.0],
    &[-0.0, 12.5],
];

/// One of every chart, all with the same text everywhere.
fn all(text: &str, values: &[f64], years: &[i32], width: u32) -> [Chart; 7] {
    let figure = Figure { id: text, title: text, description: text, width, unit: text };
    let format: &dyn Fn(f64) -> String = &|value| format!("{value}{text}");
    let name = text.to_owned();
    let last = values.last().copied().unwrap_or(f64::NAN);
    let lines = [0.5, -1e300, f64::NAN, 1e300].map(|at| Line {
        name: name.clone(),
        values: values.to_vec(),
        mark: Some(Mark { at, label: name.clone() }),
    });
    let panels =
        [1, 2, 3].map(|_| Panel { name: name.clone(), columns: values.to_vec(), reference: values.to_vec() });
    let rows = [1, 2].map(|_| DumbbellRow { name: name.clone(), values: values.to_vec() });
    let bars = [(last, -1.0), (1.0, last), (last, last)].map(|(low, high)| BarRow {
        name: name.clone(),
        low,
        high,
        low_label: name.clone(),
        high_label: name.clone(),
    });
    let band =
        Band { name: name.clone(), low: values.to_vec(), high: values.iter().rev().copied().collect() };
    let course = Course { name: name.clone(), values: values.to_vec() };
    let steps: Vec<Step> = values.iter().map(|change| Step { name: name.clone(), change: *change }).collect();
    let moment = Moment { between: (last, 1e300), middle: Mark { at: last, label: name.clone() } };
    [
        FanChart {
            figure,
            height: width,
            years,
            outer: &band,
            inner: &band,
            median: &course,
            central: &course,
            moment: Some(&moment),
            moment_name: text,
            format,
        }
        .draw(),
        CumulativeChart { figure, height: width, years, lines: &lines, format }.draw(),
        ColumnsChart { figure, years, panels: &panels, columns_name: text, reference_name: text, format }
            .draw(),
        StaffingChart {
            figure,
            height: width,
            first_year: years.first().copied().unwrap_or(i32::MAX),
            in_post: values,
            establishment: values,
            reference_establishment: Some(values),
            reference_in_post: Some(&[]),
            avoided: Some(values),
            names: StaffingNames {
                in_post: text,
                establishment: text,
                reference_establishment: text,
                reference_in_post: text,
                avoided: text,
            },
            format,
        }
        .draw(),
        DumbbellChart { figure, keys: &[name.clone(), name.clone(), name], rows: &rows, format }.draw(),
        BarsChart { figure, center: last, rows: &bars, below_name: text, above_name: text, format }.draw(),
        WaterfallChart {
            figure,
            from_name: text,
            from: last,
            steps: &steps,
            to_name: text,
            less_name: text,
            more_name: text,
            format,
        }
        .draw(),
    ]
}

#[test]
fn any_values() {
    for values in VALUES {
        for years in [&[][..], &[2026], &[2026, 2027, 2028], &[i32::MIN, 0, i32::MAX]] {
            for chart in all("text", values, years, 320) {
                keeps_promises(&chart);
            }
        }
    }
}

#[test]
fn any_text() {
    let long = "Samenwerkingsverband ".repeat(15);
    let unbroken = "W".repeat(300);
    for text in TEXTS.into_iter().chain([&*long, &*unbroken]) {
        for width in [0, 320, 720] {
            for chart in all(text, &[-3.0, 4.0, 1.0], &[2026, 2027, 2028], width) {
                keeps_promises(&chart);
            }
        }
    }
}

#[test]
fn hundreds_of_points_in_hundreds_of_series() {
    let years: Vec<i32> = (1800..2200).collect();
    let values: Vec<f64> = years.iter().map(|&year| f64::from(year % 17 - 8)).collect();
    let names: Vec<String> = (0..300).map(|index| format!("Number {index}")).collect();
    let lines: Vec<Line> = names
        .iter()
        .map(|name| Line {
            name: name.clone(),
            values: values.clone(),
            mark: Some(Mark { at: 3.5, label: name.clone() }),
        })
        .collect();
    let figure = Figure { id: "many", title: "Many", description: "Many.", width: 720, unit: "" };
    let format: &dyn Fn(f64) -> String = &|value| value.to_string();
    keeps_promises(&CumulativeChart { figure, height: 400, years: &years, lines: &lines, format }.draw());
    let rows: Vec<DumbbellRow> =
        names.iter().map(|name| DumbbellRow { name: name.clone(), values: values[..100].to_vec() }).collect();
    keeps_promises(&DumbbellChart { figure, keys: &names, rows: &rows, format }.draw());
    let panels: Vec<Panel> = names[..100]
        .iter()
        .map(|name| Panel { name: name.clone(), columns: values.clone(), reference: values.clone() })
        .collect();
    keeps_promises(
        &ColumnsChart {
            figure,
            years: &years,
            panels: &panels,
            columns_name: "a",
            reference_name: "b",
            format,
        }
        .draw(),
    );
}
