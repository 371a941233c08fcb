//! What a study comes to in text, for the build script and for the tests alike: the report, how fair each option is, and
//! how sure the first.

use deelsom_core::fairness::OptionFairness;
use deelsom_core::report::{BreakEvenReport, FairnessReport, SimulationReport, TornadoReport};
use deelsom_core::study::Key;
use deelsom_core::uncertainty::{BreakEven, Model, Plan, Points, Shape, Target, Tornado};
use deelsom_core::{Register, Report, Study, calculate};

/// The report of a study, as text.
///
/// # Panics
/// Where the study has problems: a golden study has none.
pub(crate) fn report(text: &str) -> String {
    let (register, study) = read(text);
    json(&Report::of(&study, &register, &calculate(&study, &register)))
}

/// The report of a study, the fairness of each of its options, and how sure its first option is, a line for each.
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
    let lines = std::iter::once(report).chain((0..study.options.len()).map(fairness));
    lines.chain(uncertainty(text, &register)).collect::<Vec<String>>().join("\n")
}

/// How sure the first option is: some draws of either kind, every parameter at its ends, and where one of them tips.
fn uncertainty(text: &str, register: &Register) -> Vec<String> {
    let file = serde_json::from_str(text).expect("JSON");
    let Ok(model) = Model::of(&file, register, 0) else { return Vec::new() };
    let random = Plan::of_seed(2026);
    let even = Plan { shape: Shape::Pert, points: Points::Sobol, half_realised: true, ..random };
    let simulations = [random, even].map(|plan| {
        let draws = model.draws(plan);
        json(&SimulationReport::of(&model, &draws.simulation(vec![draws.block(0..8)])))
    });
    let tornado = json(&TornadoReport::of(&model, &Tornado::of(&model)));
    let tipping = model.parameters().first().map(|parameter| {
        json(&BreakEvenReport::of(&model, &BreakEven::of(&model, parameter, Target::Total)))
    });
    simulations.into_iter().chain([tornado]).chain(tipping).collect()
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
