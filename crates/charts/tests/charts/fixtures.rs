//! One example of every chart, as wide as asked.

use deelsom_charts::{
    Band, BarRow, BarsChart, Chart, ColumnsChart, Course, CumulativeChart, DumbbellChart, DumbbellRow,
    FanChart, Figure, Line, Mark, Moment, Panel, StaffingChart, StaffingNames, Step, WaterfallChart,
};

/// Thousands with a point and a true minus sign.
pub(crate) fn thousands(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if value < 0.0 && text != "0" {
        text.insert(0, '−');
    }
    text
}

pub(crate) fn one_decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

pub(crate) fn figure(id: &str, width: u32) -> Figure<'_> {
    Figure {
        id, title: "What is concluded", description: "What there is to see.", width, unit: "€ × 1.000"
    }
}

fn line(name: &str, values: &[f64], mark: Option<(f64, &str)>) -> Line {
    Line {
        name: name.to_owned(),
        values: values.to_vec(),
        mark: mark.map(|(at, label)| Mark { at, label: label.to_owned() }),
    }
}

pub(crate) fn cumulative(width: u32) -> Chart {
    let years: Vec<i32> = (2026..=2036).collect();
    let lines = [
        line(
            "Host municipality",
            &[0., -900., -1150., -820., -310., 240., 830., 1440., 2060., 2690., 3330.],
            Some((4.56, "paid back in July 2030")),
        ),
        line(
            "Joint organisation",
            &[0., -1400., -2100., -2050., -1700., -1230., -640., 30., 760., 1530., 2340.],
            Some((6.96, "paid back in December 2032")),
        ),
        line(
            "Network",
            &[0., -200., -310., -330., -300., -240., -160., -70., 30., 140., 260.],
            Some((7.7, "paid back in September 2033")),
        ),
    ];
    CumulativeChart {
        figure: figure("cumulative", width),
        height: if width < 480 { 320 } else { 400 },
        years: &years,
        lines: &lines,
        format: &thousands,
    }
    .draw()
}

pub(crate) fn columns(width: u32) -> Chart {
    let years: Vec<i32> = (2026..=2031).collect();
    let panels: Vec<Panel> = [("Leiden", 4200.), ("Leiderdorp", 2100.), ("Oegstgeest", 2400.)]
        .iter()
        .map(|&(name, cost): &(&str, f64)| Panel {
            name: name.to_owned(),
            columns: (0..6)
                .map(|year| cost * (1.0 - 0.012 * f64::from(year) + if year < 3 { 0.08 } else { 0. }))
                .collect(),
            reference: (0..6).map(|year| cost * (1.0 + 0.004 * f64::from(year))).collect(),
        })
        .collect();
    ColumnsChart {
        figure: figure("columns", width),
        years: &years,
        panels: &panels,
        columns_name: "together",
        reference_name: "each on its own",
        format: &thousands,
    }
    .draw()
}

pub(crate) fn staffing(width: u32) -> Chart {
    let months = 72;
    let option = |month: i32| {
        if month < 18 {
            120.
        } else if month < 36 {
            114.
        } else {
            108.
        }
    };
    let in_post: Vec<f64> = (0..months)
        .map(|month| (111. - 0.25 * f64::from(month)).max(option(month) - 4.) + f64::from(month % 5) * 0.2)
        .collect();
    let establishment: Vec<f64> = (0..months).map(option).collect();
    let reference: Vec<f64> = (0..months).map(|month| if month < 30 { 120. } else { 122. }).collect();
    let reference_in_post: Vec<f64> = (0..months).map(|month| 112. + f64::from(month % 7) * 0.2).collect();
    let avoided: Vec<f64> =
        establishment.iter().zip(&reference).map(|(own, reference)| reference - own).collect();
    let mut figure = figure("staffing", width);
    figure.unit = "fte";
    StaffingChart {
        figure,
        height: if width < 480 { 300 } else { 380 },
        first_year: 2026,
        in_post: &in_post,
        establishment: &establishment,
        reference_establishment: Some(&reference),
        reference_in_post: Some(&reference_in_post),
        avoided: Some(&avoided),
        names: StaffingNames {
            in_post: "In post",
            establishment: "Establishment together",
            reference_establishment: "Establishment each on its own",
            reference_in_post: "In post each on its own",
            avoided: "Vacancies avoided",
        },
        format: &one_decimal,
    }
    .draw()
}

pub(crate) fn dumbbell(width: u32) -> Chart {
    let keys = ["Inhabitants", "Staff", "Equal parts", "Turnover"].map(str::to_owned);
    let rows: Vec<DumbbellRow> = [
        ("Leiden", [4310., 4620., 2500., 4480.]),
        ("Leiderdorp", [930., 870., 2500., 905.]),
        ("Oegstgeest", [860., 810., 2500., 900.]),
        ("Leidschendam-Voorburg", [2650., 2420., 2500., 2640.]),
        ("Zoeterwoude", [290., 420., 2500., 310.]),
    ]
    .iter()
    .map(|(name, values)| DumbbellRow { name: (*name).to_owned(), values: values.to_vec() })
    .collect();
    DumbbellChart { figure: figure("dumbbell", width), keys: &keys, rows: &rows, format: &thousands }.draw()
}

pub(crate) fn bars(width: u32) -> Chart {
    let rows: Vec<BarRow> = [
        ("Vacancies avoided", 1100., 3900., "3 fte", "9 fte"),
        ("Employment cost per fte", 1800., 2900., "€ 68.000", "€ 82.000"),
        ("Transition cost", 2750., 1900., "€ 0,8 mln", "€ 1,6 mln"),
        ("Turnover of staff per year", 2000., 2600., "6%", "10%"),
        ("Indexation", 2290., 2340., "2%", "3%"),
        ("VAT that cannot be reclaimed", 1700., 2310., "21%", "0%"),
    ]
    .iter()
    .map(|&(name, low, high, low_label, high_label)| BarRow {
        name: name.to_owned(),
        low,
        high,
        low_label: low_label.to_owned(),
        high_label: high_label.to_owned(),
    })
    .collect();
    BarsChart {
        figure: figure("bars", width),
        center: 2310.,
        rows: &rows,
        below_name: "less saved",
        above_name: "more saved",
        format: &thousands,
    }
    .draw()
}

pub(crate) fn fan(width: u32) -> Chart {
    let years: Vec<i32> = (2026..=2033).collect();
    let median = [-900., -1150., -820., -310., 240., 830., 1440., 2060.];
    let away = |by: f64| (0..8).map(|year| median[year] + by * (year as f64 + 1.0)).collect::<Vec<f64>>();
    let band = |name: &str, by: f64| Band { name: name.to_owned(), low: away(-by), high: away(by * 0.8) };
    let course = |name: &str, values: Vec<f64>| Course { name: name.to_owned(), values };
    FanChart {
        figure: figure("fan", width),
        height: 360,
        years: &years,
        outer: &band("Nine in ten outcomes", 180.0),
        inner: &band("Half of the outcomes", 70.0),
        median: &course("Median", median.to_vec()),
        central: &course("With every number as it stands", away(45.0)),
        moment: Some(&Moment {
            between: (2.4, 6.2),
            middle: Mark { at: 3.56, label: "paid back after 4.6 years".to_owned() },
        }),
        moment_name: "Paid back, in nine of ten cases",
        format: &thousands,
    }
    .draw()
}

pub(crate) fn waterfall(width: u32) -> Chart {
    let steps: Vec<Step> = [
        ("Staff cost", -640.),
        ("Agency cover of vacancies", -210.),
        ("Running costs", -95.),
        ("Governance and accountability", 120.),
        ("Coordination", 85.),
        ("Overhead that stays behind", 260.),
        ("VAT", 40.),
    ]
    .iter()
    .map(|&(name, change): &(&str, f64)| Step { name: name.to_owned(), change })
    .collect();
    WaterfallChart {
        figure: figure("waterfall", width),
        from_name: "Cost today",
        from: 9800.,
        steps: &steps,
        to_name: "Cost of the joint organisation",
        less_name: "less cost",
        more_name: "more cost",
        format: &thousands,
    }
    .draw()
}
