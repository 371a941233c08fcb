//! The assumptions that a study's figures rest on.

use deelsom_core::Evidence;
use deelsom_core::report::UsedAssumption;
use deelsom_language::words::{field, table as words};
use deelsom_language::{Language, codes, sentences};

use super::register::evidence;
use super::{cell, value};
use crate::csv_file::{Profile, cells, csv_file};
use crate::table::{Column, paragraph, table as print_table};

/// Every assumption in use; the register's value and the reason stand where the study changed it.
pub(super) fn table(used: &[UsedAssumption], language: Language) -> String {
    let columns = [
        (Column::Text, field::ID),
        (Column::Figure, words::VALUE),
        (Column::Figure, words::DEFAULT),
        (Column::Text, words::UNIT_OF_VALUE),
        (Column::Text, words::EVIDENCE),
        (Column::Text, words::REASON),
    ]
    .map(|(column, word)| (column, word.text(language)));
    let row = |of: &UsedAssumption| {
        let id = of.service.as_ref().map_or(of.id.clone(), |service| format!("{} ({service})", of.id));
        vec![
            id,
            value(language, &of.unit, &of.value),
            if of.changed { value(language, &of.unit, &of.default) } else { String::new() },
            codes::unit(&of.unit).map_or(of.unit.as_str(), |word| word.text(language)).to_owned(),
            if of.changed { String::new() } else { evidence(language, of.evidence).to_owned() },
            of.reason.clone().unwrap_or_default(),
        ]
    };
    let assumed = used.iter().filter(|of| !of.changed && of.evidence == Evidence::Assumed).count();
    let count = paragraph(&sentences::assumed_count(language, assumed, used.len()));
    format!("{}\n{count}", print_table(&columns, used.iter().map(row)))
}

pub(super) fn csv(used: &[UsedAssumption], profile: Profile) -> String {
    let columns = ["id", "service", "value", "default", "unit", "evidence", "source", "changed", "reason"];
    let row = |of: &UsedAssumption| {
        let mut row = cells![&of.id, of.service.as_ref()];
        row.extend([cell(&of.value), cell(&of.default)]);
        let changed = if of.changed { "true" } else { "false" };
        row.extend(cells![&of.unit, of.evidence.code(), of.source.as_ref(), changed, of.reason.as_ref()]);
        row
    };
    csv_file(profile, &columns, used.iter().map(row))
}
