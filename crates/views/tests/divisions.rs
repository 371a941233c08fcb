//! Divisions side by side: the same amounts, names and verdicts as the report has.

use deelsom_core::fairness::OptionFairness;
use deelsom_core::report::FairnessReport;
use deelsom_core::study::Key;
use deelsom_core::{Outcome, Register, Study, calculate};
use deelsom_language::Language::{Dutch, English};
use deelsom_views::Seen;
use deelsom_views::divisions::{Divisions, OWN_KEYS, holds};

struct Judged {
    register: Register,
    study: Study,
    outcome: Outcome,
    report: FairnessReport,
}

fn judged(text: &str, place: usize) -> Judged {
    let register = Register::embedded();
    let study = Study::read(text, &register).expect("a valid study");
    let outcome = calculate(&study, &register);
    let fairness = OptionFairness::of(&study, &register, &outcome, place, &Key::simple(&study));
    let report = FairnessReport::of(&study, place, &fairness.expect("a game"));
    Judged { register, study, outcome, report }
}

fn four() -> Judged {
    judged(include_str!("../../../examples/four-municipalities-2006.json"), 0)
}

#[test]
fn every_row_has_a_name_a_place_in_the_report_and_a_share_for_everyone() {
    let Judged { study, report, .. } = four();
    let divisions = Divisions::of_option(&study, &report, Dutch);
    let printed = serde_json::to_value(&report).expect("JSON");
    let own = divisions.keys.first().expect("the option's own keys");
    assert_eq!((own.code.as_str(), own.at.as_str()), (OWN_KEYS, "/keys/0"));
    for row in divisions.rows() {
        assert!(!row.name.is_empty() && row.division.shares.len() == divisions.names.len(), "{}", row.code);
        for (place, share) in row.division.shares.iter().enumerate() {
            let told =
                printed.pointer(&format!("{}/shares/{place}", row.at)).and_then(serde_json::Value::as_f64);
            let told = told.unwrap_or_else(|| panic!("{}", row.at));
            assert!((told - share.get()).abs() < 1e-6, "{}: {told}", row.at);
            let a_year = divisions.a_year(*share) as f64 / 100.0;
            assert!((a_year - told / report.years).abs() <= 0.005_001, "{}: {a_year}", row.at);
        }
        let holds = holds(Dutch, row.division) == "ja";
        assert_eq!(holds, row.division.blocking_count == 0, "{}", row.code);
        assert_eq!(divisions.verdict(row.division, 3).len(), row.division.blocking_count.clamp(1, 3));
    }
    assert_eq!(divisions.explanations().len(), divisions.methods.len());
}

#[test]
fn what_was_sent_as_json_reads_the_same() {
    let Judged { study, report, .. } = four();
    let sent = serde_json::to_string(&report).expect("JSON");
    let come: FairnessReport = serde_json::from_str(&sent).expect("a report");
    assert_eq!(serde_json::to_string(&come).expect("JSON"), sent);
    let [here, there] = [&report, &come].map(|report| Divisions::of_option(&study, report, English));
    assert_eq!(here.keys_that_hold(), there.keys_that_hold());
    assert_eq!(here.better_split(&report), there.better_split(&come));
    assert_eq!(here.explanations(), there.explanations());
}

#[test]
fn the_methods_are_drawn_against_the_keys_chosen() {
    let Judged { register, study, outcome, report } = four();
    let divisions = Divisions::of_option(&study, &report, English);
    let seen = Seen { study: &study, register: &register, outcome: &outcome, language: English, width: 1000 };
    let drawn = divisions.draw(seen).expect("a chart");
    assert!(drawn.chart.legend.len() >= 3, "{:?}", drawn.chart.legend);
    assert!(drawn.chart.svg.contains(&study.partners[0].name));
}
