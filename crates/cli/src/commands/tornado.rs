//! `deelsom tornado STUDY --option ID`: which assumption moves an outcome most.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::Register;
use deelsom_core::report::TornadoReport;
use deelsom_core::uncertainty::{Model, Tornado as CoreTornado};
use deelsom_language::words::table as headings;
use deelsom_language::{Language, amount, quantity, sentences};
use deelsom_views::uncertainty::moving;

use super::uncertain::Asked;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::{Profile, cells, csv_file};
use crate::failure::Failure;
use crate::table::Column::{Figure, Text};
use crate::table::{heading, paragraph, table};

/// Put every uncertain number at its low and its high end alone: which moves an option's outcome most
#[derive(Debug, Args)]
pub(crate) struct Tornado {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which option, by id [default: the first]
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl Tornado {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        let register = Register::embedded();
        let asked = Asked::read(&self.study, self.option.as_ref(), &register, language)?;
        let model = Model::of(&asked.file, &register, asked.place).map_err(Failure::Invalid)?;
        let report = TornadoReport::of(&model, &CoreTornado::of(&model));
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => csv(&report, self.profile.unwrap_or_default()),
            Format::Table => text(&report, &asked, language),
        }))
    }
}

/// A row for every parameter and for whom: the total first, then each partner.
fn csv(report: &TornadoReport, profile: Profile) -> String {
    let columns =
        ["parameter", "unit", "low", "central", "high", "partner", "npv_at_low", "npv", "npv_at_high"];
    let rows = report.parameters.iter().flat_map(|one| {
        let of = &one.parameter;
        let total = (None, one.at_low.npv, report.central.npv, one.at_high.npv);
        let partners = one.at_low.partners.iter().zip(&report.central.partners).zip(&one.at_high.partners);
        let partners =
            partners.map(|((low, central), high)| (Some(&low.partner), low.npv, central.npv, high.npv));
        let row = move |(partner, low, central, high): (Option<&String>, _, _, _)| {
            cells![&of.id, &of.unit, of.low, of.central, of.high, partner, low, central, high]
        };
        std::iter::once(total).chain(partners).map(row)
    });
    csv_file(profile, &columns, rows)
}

fn text(report: &TornadoReport, asked: &Asked, language: Language) -> String {
    let columns = [
        (Text, headings::ASSUMPTION),
        (Figure, headings::LOW),
        (Figure, headings::HIGH),
        (Figure, headings::EFFECT_LOW),
        (Figure, headings::EFFECT_HIGH),
        (Figure, headings::SPREAD),
    ]
    .map(|(column, word)| (column, word.text(language)));
    let whole = |cents: i64| amount::whole(language, cents);
    let rows = moving(report).map(|one| {
        let of = &one.parameter;
        vec![
            asked.label(language, &of.id),
            quantity(language, &of.unit, of.low),
            quantity(language, &of.unit, of.high),
            whole(one.at_low.npv.cents()),
            whole(one.at_high.npv.cents()),
            whole(one.swing.cents()),
        ]
    });
    let option = &asked.study.options[asked.place];
    let mut text = heading(&asked.study.title, '=') + &heading(&option.name, '-') + "\n";
    if let Some(first) = moving(report).next() {
        let label = asked.label(language, &first.parameter.id);
        let (low, high) = (first.at_low.npv.cents(), first.at_high.npv.cents());
        text += &paragraph(&sentences::takeaway_tornado(language, &label, low, high));
    }
    let npv = headings::NPV.text(language);
    text += &paragraph(&format!("{npv}: {}", amount::euros(language, report.central.npv.cents())));
    let euros = amount::euros_heading(language);
    let table = table(&columns, rows);
    let still = asked.standing_still(language, &report.without_range);
    format!("{text}\n({euros})\n\n{table}\n{still}")
}
