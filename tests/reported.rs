//! What a study comes to in text, for the build script and for the tests alike: the report, and how fair each option is.

use deelsom_core::fairness::OptionFairness;
use deelsom_core::report::FairnessReport;
use deelsom_core::study::Key;
use deelsom_core::{Register, Report, Study, calculate};

/// The report of a study and the fairness of its options, each on a line.
///
/// # Panics
/// Where the study has problems: a golden study has none.
pub(crate) fn report(text: &str) -> String {
    let register = Register::embedded();
    let study = Study::read(text, &register)
        .unwrap_or_else(|problems| panic!("a golden study has problems: {problems:#?}"));
    let outcome = calculate(&study, &register);
    let report = Report::of(&study, &register, &outcome);
    let mut lines = vec![serde_json::to_string(&report).expect("a report that can be written")];
    for place in 0..study.options.len() {
        let keys = [Key::Equal, Key::Inhabitants, Key::Historic];
        let fairness = OptionFairness::of(&study, &register, &outcome, place, &keys);
        let report = fairness.map(|fairness| FairnessReport::of(&study, place, &fairness));
        lines.push(serde_json::to_string(&report).expect("a report that can be written"));
    }
    lines.join("\n")
}
