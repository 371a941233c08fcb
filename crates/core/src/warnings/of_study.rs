//! Warnings about the study as a whole.

use crate::assumptions::Register;
use crate::problem::Warning;
use crate::report;
use crate::study::{Measured, PriceMode, RunningAmount, Study};

/// The most fte per thousand inhabitants that any municipality has for all its work (budget indicators of Dutch municipalities give 6 to 11):
/// what a part of
/// the work needs cannot be more.
pub(super) const MOST_FTE_PER_THOUSAND: f64 = 11.5;

pub(super) fn judge(study: &Study, register: &Register, warnings: &mut Vec<Warning>) {
    nulmeting(study, warnings);
    real_and_nominal(study, warnings);
    price_level(study, register, warnings);
    staffing_out_of_range(study, warnings);
    assumed_values(study, register, warnings);
}

/// W1 and W2: what the baseline was measured from.
fn nulmeting(study: &Study, warnings: &mut Vec<Warning>) {
    if study.nulmeting.basis == Some(Measured::Budget) {
        warnings.push(Warning::new("baseline_from_budget", "/nulmeting/basis"));
    }
    if study.nulmeting.external_hire_included == Some(false) {
        warnings.push(Warning::new("external_hire_missing", "/nulmeting/external_hire_included"));
    }
}

/// W10: nominal amounts in a study in constant prices.
fn real_and_nominal(study: &Study, warnings: &mut Vec<Warning>) {
    if study.prices.mode == PriceMode::Nominal {
        return;
    }
    for (place, cost) in study.running_costs.iter().enumerate() {
        if matches!(cost.amount, RunningAmount::ByYear(_)) {
            let warning = Warning::new("real_and_nominal_mixed", format!("/running_costs/{place}/amounts"));
            warnings.push(warning.with("name", cost.name.as_str()));
        }
    }
}

/// The study's prices are of another year than the register's, which are not converted (MODEL 2).
fn price_level(study: &Study, register: &Register, warnings: &mut Vec<Warning>) {
    let (own, registers) = (study.prices.base_year, register.price_year);
    if own.since(registers).abs() > 1 {
        warnings.push(
            Warning::new("price_level_differs", "/prices/base_year")
                .with("base_year", f64::from(own.0))
                .with("register_year", f64::from(registers.0)),
        );
    }
}

/// W13, as far as a part of the work decides it: more posts per thousand inhabitants than a whole municipality has.
fn staffing_out_of_range(study: &Study, warnings: &mut Vec<Warning>) {
    for (place, partner) in study.partners.iter().enumerate() {
        let own = study
            .posts
            .iter()
            .filter(|post| post.unit.0 == place)
            .map(|post| post.establishment.get())
            .sum::<f64>();
        let joint = study.posts.iter().filter(|post| study.units[post.unit.0].is_joint()).map(|post| {
            let members = &study.units[post.unit.0].members;
            let all: f64 = members.iter().map(|member| study.partners[member.0].inhabitants).sum();
            let part =
                if members.iter().any(|member| member.0 == place) { partner.inhabitants / all } else { 0.0 };
            post.establishment.get() * part
        });
        let per_thousand = (own + joint.sum::<f64>()) * 1000.0 / partner.inhabitants;
        if per_thousand > MOST_FTE_PER_THOUSAND {
            warnings.push(
                Warning::new("staffing_out_of_range", format!("/partners/{place}"))
                    .with("partner", partner.name.as_str())
                    .with("fte_per_1000", (per_thousand * 100.0).round() / 100.0)
                    .with("most", MOST_FTE_PER_THOUSAND),
            );
        }
    }
}

/// W15: values that are a guess and that the study leaves as they are.
fn assumed_values(study: &Study, register: &Register, warnings: &mut Vec<Warning>) {
    let (used, assumed) = report::count_assumed(study, register);
    if assumed > 0 {
        let warning = Warning::new("assumed_values_in_use", "/assumptions");
        warnings.push(warning.with("count", assumed as f64).with("of", used as f64));
    }
}
