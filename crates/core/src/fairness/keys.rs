//! Keys that follow a method of fair division: what everyone is to pay of what is shared (MODEL 7 and 10).

use super::of_option::Played;
use super::{Division, nucleolus, shapley};
use crate::assumptions::{Assumptions, Register};
use crate::outcome::calculate;
use crate::study::{Method, Study};

/// Gives every key of an option that follows a method of fair division its weights: what a participant pays by the
/// method, less what it bears by itself, in net present value. Shared by these, all that a participant pays comes to what
/// the method says, unless it bears more by itself than that.
///
/// A key stays without weights where the game is too large to be solved ([`super::MOST_CENTS`]).
pub fn weigh_keys(study: &mut Study, register: &Register) {
    let mut calculated = None;
    for place in 0..study.options.len() {
        let mut methods = Vec::new();
        study.options[place].games(&mut |method, _| methods.push(method));
        if methods.is_empty() {
            continue;
        }
        if study.options[place].participants.len() < 2 {
            // There is nobody to divide with.
            let alone = vec![1.0; study.partners.len()];
            study.options[place].games(&mut |_, weights| weights.clone_from(&alone));
            continue;
        }
        let assumptions = Assumptions::of(study, register);
        // As yet these keys have no weights, so that everybody pays the same: all that they pay together is the same.
        let outcome = calculated.get_or_insert_with(|| calculate(study, register));
        let Some(played) = Played::of(study, &assumptions, outcome, place) else { continue };
        let own: Vec<f64> = outcome
            .option(place)
            .partners
            .iter()
            .map(|years| assumptions.present_value(years.iter().map(|year| year.own)).euros())
            .collect();
        let weights = |division: &Division| {
            let mut weights = vec![0.0; own.len()];
            for (partner, share) in played.participants.iter().zip(&division.shares) {
                weights[partner.0] = (share.to_f64() - own[partner.0]).max(0.0);
            }
            weights
        };
        let mut found = Vec::new();
        if methods.contains(&Method::Shapley) {
            found.push((Method::Shapley, weights(&shapley(&played.game))));
        }
        if methods.contains(&Method::Nucleolus)
            && let Some(solved) = nucleolus(&played.game)
        {
            found.push((Method::Nucleolus, weights(&solved.division)));
        }
        study.options[place].games(&mut |method, weights| {
            if let Some((_, found)) = found.iter().find(|(one, _)| *one == method) {
                weights.clone_from(found);
            }
        });
    }
}
