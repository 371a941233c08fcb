//! What a study comes to in text, for the build script and for the tests alike: the report, and how fair each option is.

use deelsom_core::fairness::OptionFairness;
use deelsom_core::report::FairnessReport;
use deelsom_core::study::Key;
use deelsom_core::{Register, Report, Study, calculate};

/// The report of a study, as text.
///
/// # Panics
/// Where the study has problems: a golden study has none.
pub(crate) fn report(text: &str) -> String {
    let (register, study) = read(text);
    json(&Report::of(&study, &register, &calculate(&study, &register)))
}

/// The report of a study and the fairness of each of its options, a line for each.
///
/// # Panics
/// As [`report`].
pub(crate) fn everything(text: &str) -> String {
    let (register, study) = read(text);
    let outcome = calculate(&study, &register);
    let keys = [Key::Equal, Key::Inhabitants, Key::Historic];
    let fairness = |place| {
        let fairness = OptionFairness::of(&study, &register, &outcome, place, &keys);
        json(&fairness.map(|fairness| FairnessReport::of(&study, place, &fairness)))
    };
    let report = json(&Report::of(&study, &register, &outcome));
    let lines: Vec<String> = std::iter::once(report).chain((0..study.options.len()).map(fairness)).collect();
    lines.join("\n")
}

fn read(text: &str) -> (Register, Study) {
    let register = Register::embedded();
    let study = Study::read(text, &register)
        .unwrap_or_else(|problems| panic!("a golden study has problems: {problems:#?}"));
    (register, study)
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("a report that can be written")
}
