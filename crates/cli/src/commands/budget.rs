//! `deelsom budget STUDY --option ID`: the multi-year estimate of each municipality, as its controller enters it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use deelsom_core::{Register, Study, calculate};
use deelsom_language::sign::SignConvention;
use deelsom_language::words::{budget as words, command, status};
use deelsom_language::{Language, Word, amount};
use deelsom_views::budget::{BudgetYear, Change, Estimate, OfPartner, ROWS, TASK_FIELD, data, excel};
use serde_json::{Value, json};

use super::place_among;
use crate::answer::{Answer, json as print_json};
use crate::arguments::Format;
use crate::csv_file::Profile;
use crate::failure::Failure;
use crate::input;
use crate::table::Column::{Figure, Text};
use crate::table::{heading, paragraph, table};

/// Print what an option changes in the budget of each municipality: this year and the next three
///
/// Costs and income on task field 0.4 Overhead, structural and one-off, against leaving everything as it is.
#[derive(Debug, Args)]
pub(crate) struct Budget {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which option, by id [default: the first]
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// Only this municipality, by id
    #[arg(long, value_name = "ID")]
    partner: Option<String>,

    /// The budget year [default: the first of the study]
    #[arg(long, value_name = "YEAR")]
    from: Option<u16>,

    /// How an advantage is told from a disadvantage, in tables and for Excel; JSON and data have it positive
    #[arg(long, value_enum, default_value_t)]
    signs: Signs,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

/// How an advantage is told from a disadvantage.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Signs {
    /// An advantage is positive
    #[default]
    Plus,
    /// Costs are positive
    Costs,
    /// V and N; in English A and D
    Letters,
}

impl Signs {
    const fn convention(self) -> SignConvention {
        match self {
            Self::Plus => SignConvention::AdvantagePlus,
            Self::Costs => SignConvention::CostsPlus,
            Self::Letters => SignConvention::Letter,
        }
    }
}

impl Budget {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        let register = Register::embedded();
        let study = input::study(&self.study, &register)?;
        let options = study.options.iter().map(|option| option.id.as_str());
        let place = chosen(self.option.as_deref(), options, command::UNKNOWN_OPTION, language)?.unwrap_or(0);
        let Some(option) = study.options.get(place) else {
            return Err(Failure::Usage(status::NO_OPTIONS.text(language).to_owned()));
        };
        let years: Vec<String> = study.period.all_years().map(|year| year.to_string()).collect();
        let from = self.from.map(|year| format!("{year:04}"));
        let known = years.iter().map(String::as_str);
        let from = chosen(from.as_deref(), known, command::UNKNOWN_YEAR, language)?.unwrap_or(0);
        let partners = study.partners.iter().map(|partner| partner.id.as_str());
        let only = chosen(self.partner.as_deref(), partners, command::UNKNOWN_PARTNER, language)?;
        let estimate = Estimate::of(study.period, &calculate(&study, &register), place, from);
        let budgets = budgets(&study, &estimate, only);
        let signs = self.signs.convention();
        Ok(Answer::of(match (self.format, self.profile.unwrap_or_default()) {
            (Format::Table, _) => {
                let title = heading(&study.title, '=') + &heading(&option.name, '-') + "\n";
                let tables = budgets.iter().map(|budget| printed(language, signs, &estimate, *budget));
                title + &tables.collect::<String>() + &paragraph(signs.legend(language))
            }
            (Format::Json, _) => print_json(&of_option(&option.id, &estimate, &budgets)),
            (Format::Csv, Profile::Data) => data(&option.id, &estimate.years, &budgets),
            (Format::Csv, Profile::ExcelNl) => {
                excel(language, signs, &option.name, &estimate.years, &budgets)
            }
        }))
    }
}

/// The place of what was chosen, if anything was.
fn chosen<'s>(
    chosen: Option<&str>,
    known: impl Iterator<Item = &'s str>,
    unknown: Word,
    language: Language,
) -> Result<Option<usize>, Failure> {
    chosen.map(|id| place_among(id, known, unknown, language)).transpose()
}

/// Every municipality, or one of them.
fn budgets<'a>(study: &'a Study, estimate: &'a Estimate, only: Option<usize>) -> Vec<OfPartner<'a>> {
    let all = study.partners.iter().zip(&estimate.partners).enumerate();
    all.filter(|(place, _)| only.is_none_or(|only| only == *place))
        .map(|(_, (partner, years))| (partner.id.as_str(), partner.name.as_str(), years.as_slice()))
        .collect()
}

fn printed(language: Language, signs: SignConvention, estimate: &Estimate, budget: OfPartner<'_>) -> String {
    let (_, name, years) = budget;
    let headings: Vec<String> = estimate.years.iter().map(ToString::to_string).collect();
    let mut columns = vec![(Text, words::OVERHEAD.text(language))];
    columns.extend(headings.iter().map(|year| (Figure, year.as_str())));
    let rows = ROWS.iter().map(|row| {
        let amounts = years.iter().map(|year| signs.whole(language, (row.of)(*year).cents()));
        std::iter::once(row.name(language)).chain(amounts).collect()
    });
    let title = [name, ", ", amount::euros_heading(language)].concat();
    heading(&title, '-') + "\n" + &table(&columns, rows) + "\n"
}

fn of_option(option: &str, estimate: &Estimate, budgets: &[OfPartner<'_>]) -> Value {
    let change = |change: Change| json!({ "structural": change.structural.euros(), "one_off": change.one_off.euros() });
    let year = |(year, changed): (&deelsom_core::Year, &BudgetYear)| {
        json!({
            "year": year.0,
            "costs": change(changed.costs),
            "income": change(changed.income),
            "balance": change(changed.balance()),
        })
    };
    let partner = |(id, _, years): &OfPartner<'_>| json!({ "partner": id, "years": estimate.years.iter().zip(*years).map(year).collect::<Vec<_>>() });
    json!({
        "format": "deelsom/budget",
        "version": 1,
        "option": option,
        "task_field": TASK_FIELD,
        "partners": budgets.iter().map(partner).collect::<Vec<_>>(),
    })
}
