//! What a reader of the outcome should know: codes, places and facts, never sentences (MODEL 13).

mod of_option;
mod of_study;

use crate::assumptions::{Assumptions, Register};
use crate::comparison::{Course, Effect};
use crate::problem::Warning;
use crate::study::Study;

/// Adds every warning that the study's facts and the outcome decide.
pub(crate) fn judge(
    study: &Study,
    register: &Register,
    assumptions: &Assumptions,
    courses: &[Course],
    effects: &[Effect],
    warnings: &mut Vec<Warning>,
) {
    of_study::judge(study, register, warnings);
    for ((effect, course), option) in effects.iter().zip(&courses[1..]).zip(&study.options) {
        of_option::Judge { study, assumptions, option, effect, course, baseline: &courses[0] }
            .judge(warnings);
    }
}
