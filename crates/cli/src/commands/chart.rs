//! `deelsom chart STUDY --kind KIND`: a chart of the page, as SVG.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use deelsom_core::report::{SimulationReport, TornadoReport};
use deelsom_core::study::{ServiceId, Variant};
use deelsom_core::uncertainty::{Model, Plan, Tornado as CoreTornado};
use deelsom_core::{Register, Study, calculate};
use deelsom_language::words::{command, status, uncertainty as words};
use deelsom_language::{Language, Word};
use deelsom_views::split::under_keys;
use deelsom_views::staffing::BothStaffs;
use deelsom_views::{Drawn, Seen, cumulative, keys, uncertainty, waterfall, yearly};

use super::place_among;
use super::simulate::blocks;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::input;

/// Print a chart as SVG: the same as on the page, byte by byte
///
/// What is not chosen is as on a page that opens: the first option, the first service, the last year.
#[derive(Debug, Args)]
pub(crate) struct Chart {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which chart
    #[arg(long, value_enum)]
    kind: Kind,

    /// Which option, by id; `cumulative` shows them all
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// For `staffing`: which service, by id
    #[arg(long, value_name = "ID")]
    service: Option<String>,

    /// For `fan`: how many draws; the seed is the study's
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    draws: u32,

    /// For `keys` and `waterfall`: which calendar year
    #[arg(long)]
    year: Option<u16>,

    /// Width in pixels; the page has 1000 at a desk, 720 on a tablet and 340 on a telephone
    #[arg(long, value_name = "PIXELS", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(240..=2000))]
    width: u32,
}

/// The charts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// What each option has saved so far, year by year
    Cumulative,
    /// What each partner pays, year by year
    Yearly,
    /// What other keys would do to each partner in a year
    Keys,
    /// From the cost of the baseline in a year to that of an option, line by line
    Waterfall,
    /// Posts and people of a service, month by month
    Staffing,
    /// What an option has saved so far, with its spread over draws
    Fan,
    /// Which assumption moves an option most
    Tornado,
}

impl Chart {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = &Register::embedded();
        let text = input::text(&self.study)?;
        let study = &Study::read(&text, register).map_err(Failure::Invalid)?;
        let outcome = &calculate(study, register);
        let seen = Seen { study, register, outcome, language, width: self.width };
        // Without the new line that other answers end with: the page has none either.
        Ok(Answer::of(self.drawn(seen, &text)?.chart.svg))
    }

    fn drawn(&self, seen: Seen<'_>, text: &str) -> Result<Drawn, Failure> {
        let (place, option) = self.option(seen)?;
        let (year, service) = (self.year(seen)?, self.service(seen)?);
        Ok(match self.kind {
            Kind::Cumulative => cumulative::draw(seen),
            Kind::Yearly => yearly::draw(seen, place, option),
            Kind::Keys => {
                let course = seen.outcome.option(place);
                let rows = under_keys(seen.study, seen.register, option, course, year);
                keys::draw(seen, seen.study.period.year(year), &rows)
                    .ok_or_else(|| nothing(status::NO_OPTIONS, seen.language))?
            }
            Kind::Waterfall => {
                let lines = waterfall::lines(seen, place, year);
                waterfall::draw(seen, option, seen.study.period.year(year), &lines)
            }
            Kind::Staffing => {
                let name = seen.study.services.get(service).map_or("", |service| &service.name);
                BothStaffs::of(seen, place, &seen.outcome.effects[place], ServiceId(service))
                    .draw(seen, option, name)
            }
            Kind::Fan | Kind::Tornado => self.uncertain(seen, place, text)?,
        })
    }

    /// What the page shows of how sure an option is.
    fn uncertain(&self, seen: Seen<'_>, place: usize, text: &str) -> Result<Drawn, Failure> {
        let file = serde_json::from_str(text).expect("a study that was read is JSON");
        let model = Model::of(&file, seen.register, place).map_err(Failure::Invalid)?;
        if self.kind == Kind::Tornado {
            let report = TornadoReport::of(&model, &CoreTornado::of(&model));
            return uncertainty::tornado(seen, &file, &report)
                .ok_or_else(|| nothing(words::STANDS_STILL, seen.language));
        }
        let draws = model.draws(Plan::of_seed(seen.study.seed.unwrap_or(1)));
        let report = SimulationReport::of(&model, &draws.simulation(blocks(&draws, self.draws)));
        Ok(uncertainty::fan(seen, &seen.study.options[place].name, &report))
    }

    /// The option chosen, or the first.
    fn option<'s>(&self, seen: Seen<'s>) -> Result<(usize, &'s Variant), Failure> {
        let ids = seen.study.options.iter().map(|option| option.id.as_str());
        let place = place_or_first(self.option.as_deref(), ids, command::UNKNOWN_OPTION, seen.language)?;
        let option = seen.study.options.get(place);
        Ok((place, option.ok_or_else(|| nothing(status::NO_OPTIONS, seen.language))?))
    }

    /// The place of the service chosen, or of the first.
    fn service(&self, seen: Seen<'_>) -> Result<usize, Failure> {
        let ids = seen.study.services.iter().map(|service| service.id.as_str());
        place_or_first(self.service.as_deref(), ids, command::UNKNOWN_SERVICE, seen.language)
    }

    /// The year chosen, or the last, counted from the first.
    fn year(&self, seen: Seen<'_>) -> Result<usize, Failure> {
        let years: Vec<String> = seen.study.period.all_years().map(|year| year.to_string()).collect();
        match self.year {
            None => Ok(years.len().saturating_sub(1)),
            Some(year) => place_among(
                &format!("{year:04}"),
                years.iter().map(String::as_str),
                command::UNKNOWN_YEAR,
                seen.language,
            ),
        }
    }
}

fn place_or_first<'s>(
    chosen: Option<&str>,
    known: impl Iterator<Item = &'s str>,
    unknown: Word,
    language: Language,
) -> Result<usize, Failure> {
    chosen.map_or(Ok(0), |id| place_among(id, known, unknown, language))
}

/// There is nothing to draw.
fn nothing(why: Word, language: Language) -> Failure {
    Failure::Usage(why.text(language).to_owned())
}
