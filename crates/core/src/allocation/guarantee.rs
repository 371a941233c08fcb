//! The guarantee: nobody is worse off than a given amount per inhabitant, as long as the others have room (MODEL 7).

use super::{PartnerYears, largest_remainder};
use crate::ledger::{Basis, Bearer, Entry, Line};
use crate::money::Money;
use crate::problem::Warning;
use crate::study::{Study, UnitId};

/// Settles an option's years against the baseline's: adds the zero-sum line `settlement`.
pub(crate) fn settle(
    study: &Study,
    option: usize,
    baseline: &PartnerYears,
    years: &mut PartnerYears,
    ledger: &mut Vec<Entry>,
    warnings: &mut Vec<Warning>,
) {
    let variant = &study.options[option];
    let Some(per_inhabitant) = variant.guarantee else {
        return;
    };
    let most: Vec<Money> = variant
        .participants
        .iter()
        .map(|partner| Money::round(per_inhabitant * study.partners[partner.0].inhabitants))
        .collect();
    let (mut short_years, mut short) = (Vec::new(), Money::ZERO);
    let (mut paid, mut given) = (Vec::new(), Vec::new());
    for year in 0..study.period.years {
        // How far each participant is below (room) or above (excess) its most.
        let room: Vec<Money> = variant
            .participants
            .iter()
            .zip(&most)
            .map(|(partner, most)| {
                *most - (years[partner.0][year].total() - baseline[partner.0][year].total())
            })
            .collect();
        let positive = |amount: Money| amount.euros().max(0.0) * 100.0;
        let rooms: Vec<f64> = room.iter().map(|room| positive(*room)).collect();
        let excesses: Vec<f64> = room.iter().map(|room| positive(-*room)).collect();
        let total = |rooms: bool| {
            room.iter().filter(|room| (**room > Money::ZERO) == rooms).map(|room| room.abs()).sum::<Money>()
        };
        let (available, asked) = (total(true), total(false));
        let relief = available.min(asked);
        if asked > available {
            short_years.push(study.period.year(year).to_string());
            short += asked - available;
        }
        if relief.is_zero() {
            continue;
        }
        largest_remainder(relief, &rooms, &mut paid);
        largest_remainder(relief, &excesses, &mut given);
        for (place, partner) in variant.participants.iter().enumerate() {
            let amount = paid[place] - given[place];
            if amount.is_zero() {
                continue;
            }
            years[partner.0][year].settlement = amount;
            ledger.push(Entry {
                year: study.period.year(year),
                bearer: Bearer::Unit(UnitId(partner.0)),
                service: None,
                line: Line::Settlement,
                origin: None,
                one_off: false,
                amount,
                basis: Basis { exact: amount.euros(), quantity: 1.0, carried_vat: 0.0 },
            });
        }
    }
    if !short.is_zero() {
        let warning = Warning::new("guarantee_not_met", format!("/options/{option}/guarantee"));
        warnings.push(warning.with("years", short_years).with("left", short.euros()));
    }
}
