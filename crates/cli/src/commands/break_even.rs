//! `deelsom break-even STUDY --option ID --parameter ID`: at which value of a number an option neither gains nor loses.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::Register;
use deelsom_core::report::BreakEvenReport;
use deelsom_core::study::PartnerId;
use deelsom_core::uncertainty::{BreakEven as CoreBreakEven, Model, Target};
use deelsom_language::words::{table as headings, uncertainty as words};
use deelsom_language::{Language, amount, quantity};
use deelsom_views::uncertainty::tipping;

use super::uncertain::Asked;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::{Profile, cells, csv_file};
use crate::failure::Failure;
use crate::table::{heading, paragraph};

/// Find the value of one number at which an option's net present value is zero
///
/// A number is an assumption in use (turnover, elasticity.general, turnover@hr where the study has a
/// value for that service), or any number of the study by its JSON pointer
/// (`/options/0/one_offs/0/amount`).
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct BreakEven {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which option, by id [default: the first]
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// Which number
    #[arg(long, value_name = "ID")]
    parameter: String,

    /// Whose net present value: npv, or npv:PARTNER
    #[arg(long, value_name = "TARGET", default_value = "npv")]
    target: String,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl BreakEven {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        let register = Register::embedded();
        let asked = Asked::read(&self.study, self.option.as_ref(), &register, language)?;
        let target = self.target(&asked, language)?;
        let model = Model::of(&asked.file, &register, asked.place).map_err(Failure::Invalid)?;
        let Some(parameter) = model.parameter(&self.parameter) else {
            let known = model.parameters().iter().chain(model.without_range());
            let ids = known.map(|parameter| parameter.id.as_str());
            return Err(super::unknown_among(&self.parameter, ids, words::UNKNOWN_PARAMETER, language));
        };
        let found = CoreBreakEven::of(&model, &parameter, target);
        let report = BreakEvenReport::of(&model, &found);
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => csv(&report, self.profile.unwrap_or_default()),
            Format::Table => text(&report, target, &asked, language),
        }))
    }

    fn target(&self, asked: &Asked, language: Language) -> Result<Target, Failure> {
        let partner = |id: &str| asked.study.partners.iter().position(|partner| partner.id == id);
        let found = match self.target.strip_prefix("npv:") {
            Some(id) => partner(id).map(|place| Target::Partner(PartnerId(place))),
            None => (self.target == "npv").then_some(Target::Total),
        };
        found.ok_or_else(|| {
            let unknown = words::UNKNOWN_TARGET.text(language);
            Failure::Usage(format!("{unknown} ({})", self.target))
        })
    }
}

fn csv(report: &BreakEvenReport, profile: Profile) -> String {
    let columns = [
        "parameter",
        "unit",
        "target",
        "answer",
        "value",
        "npv",
        "gains",
        "only",
        "central_npv",
        "searched_from",
        "searched_to",
    ];
    let only = report.only.map(|only| if only { "true" } else { "false" });
    let of = &report.parameter;
    let mut row = cells![&of.id, &of.unit, &report.target, &report.answer, report.value, report.npv];
    row.extend(cells![
        report.gains.as_deref(),
        only,
        report.central,
        report.searched_from,
        report.searched_to
    ]);
    csv_file(profile, &columns, [row])
}

fn text(report: &BreakEvenReport, target: Target, asked: &Asked, language: Language) -> String {
    let of = &report.parameter;
    let label = asked.label(language, &of.id);
    let partner = match target {
        Target::Total => None,
        Target::Partner(partner) => asked.study.partners.get(partner.0).map(|partner| partner.name.as_str()),
    };
    let option = &asked.study.options[asked.place];
    let mut text = heading(&asked.study.title, '=') + &heading(&option.name, '-') + "\n";
    let npv = match partner {
        None => headings::NPV.text(language).to_owned(),
        Some(partner) => format!("{} {partner}", words::NPV_OF.text(language)),
    };
    let now = amount::euros(language, report.central.cents());
    text += &paragraph(&format!("{npv}: {now} ({label}: {})", quantity(language, &of.unit, of.central)));
    for sentence in tipping(language, &label, partner, report) {
        text += &paragraph(&sentence);
    }
    text
}
