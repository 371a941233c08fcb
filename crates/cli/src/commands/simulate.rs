//! `deelsom simulate STUDY --option ID`: how sure an outcome is, from many draws on all cores.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use clap::{Args, ValueEnum};
use deelsom_core::Register;
use deelsom_core::report::{SimulationReport, SpreadReport};
use deelsom_core::uncertainty::{Block, Draws, Model, Plan, Points, Shape};
use deelsom_language::words::{table as headings, uncertainty as words};
use deelsom_language::{Language, Word, amount, number, sentences};
use deelsom_views::uncertainty::{self, cents};

use super::progress::Progress;
use super::uncertain::Asked;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::{Cell, Profile, cells, csv_file};
use crate::failure::Failure;
use crate::table::Column::{Figure, Text};
use crate::table::{heading, paragraph, table};

/// Draw every uncertain number many times: how an option's outcome is spread
#[derive(Debug, Args)]
pub(crate) struct Simulate {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which option, by id [default: the first]
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// How many draws
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(..=MOST_DRAWS))]
    draws: u32,

    /// The same seed gives the same draws [default: the study's, else 1]
    #[arg(long, value_name = "S")]
    seed: Option<u32>,

    /// The distribution within each range
    #[arg(long, value_enum, default_value_t)]
    distribution: Distribution,

    /// Scrambled Sobol points instead of random ones: fewer draws for the same accuracy
    #[arg(long)]
    sobol: bool,

    /// Let only half of the savings work out
    #[arg(long)]
    half_realised: bool,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

/// A distribution within a range.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Distribution {
    /// Straight up to the central value and straight down
    #[default]
    Triangular,
    /// Fewer values near the ends
    Pert,
}

/// So many draws are kept in memory at most.
const MOST_DRAWS: i64 = 1_000_000;

/// So many draws are handed out at a time.
const HANDFUL: u32 = 64;

impl Simulate {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        if self.draws == 0 {
            return Err(Failure::Usage(words::NO_DRAWS.text(language).to_owned()));
        }
        let register = Register::embedded();
        let asked = Asked::read(&self.study, self.option.as_ref(), &register, language)?;
        let model = Model::of(&asked.file, &register, asked.place).map_err(Failure::Invalid)?;
        let plan = Plan {
            seed: self.seed.or(asked.study.seed).unwrap_or(1),
            shape: match self.distribution {
                Distribution::Triangular => Shape::Triangular,
                Distribution::Pert => Shape::Pert,
            },
            points: if self.sobol { Points::Sobol } else { Points::Random },
            half_realised: self.half_realised,
        };
        let draws = model.draws(plan);
        let simulation = draws.simulation(blocks(&draws, self.draws));
        let report = SimulationReport::of(&model, &simulation);
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => csv(&report, self.profile.unwrap_or_default()),
            Format::Table => text(&report, &asked, language),
        }))
    }
}

/// All draws, a handful at a time to whoever is free. Which core made which is no matter.
pub(super) fn blocks(draws: &Draws<'_>, count: u32) -> Vec<Block> {
    let progress = &Progress::over_draws(count);
    let (next, made) = (&AtomicU32::new(0), &Mutex::new(Vec::new()));
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let handfuls = count.div_ceil(HANDFUL);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(move || {
                loop {
                    let handful = next.fetch_add(1, Ordering::Relaxed);
                    if handful >= handfuls {
                        return;
                    }
                    let first = handful * HANDFUL;
                    let block = draws.block(first..count.min(first.saturating_add(HANDFUL)));
                    made.lock().expect("nobody panics with it").push(block);
                    progress.add(HANDFUL as usize);
                }
            });
        }
    });
    progress.end();
    std::mem::take(&mut *made.lock().expect("nobody panics with it"))
}

/// A row for every figure: euros, or years for the payback time.
fn csv(report: &SimulationReport, profile: Profile) -> String {
    let percents = report.npv.percentiles.iter().map(|one| one.percent);
    let mut columns: Vec<String> =
        ["figure", "partner", "year", "chance", "chance_error"].map(String::from).into();
    columns.extend(["mean", "mean_error", "deviation"].map(String::from));
    columns.extend(percents.flat_map(|percent| [format!("p{percent}"), format!("p{percent}_error")]));
    let spread = |spread: &SpreadReport| {
        let mut row = cells![spread.mean, spread.mean_error, spread.deviation];
        row.extend(spread.percentiles.iter().flat_map(|one| cells![one.value, one.error]));
        row
    };
    let (none, no_year) = (None::<&str>, None::<u16>);
    let mut rows = vec![cells!["npv", none, no_year, report.gains.share, report.gains.error]];
    rows[0].extend(spread(&report.npv));
    for one in &report.partners {
        let mut row = cells!["npv", &one.partner, no_year, one.gains.share, one.gains.error];
        row.extend(spread(&one.npv));
        rows.push(row);
    }
    for one in &report.cumulative {
        let mut row = cells!["cumulative", none, one.year, None::<f64>, None::<f64>];
        row.extend(spread(&one.saving));
        rows.push(row);
    }
    let chance = &report.payback.chance;
    let mut row = cells!["payback_years", none, no_year, chance.share, chance.error];
    match &report.payback.years {
        Some(years) => row.extend(spread(years)),
        None => row.resize(columns.len(), Cell::Empty),
    }
    rows.push(row);
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    csv_file(profile, &columns, rows)
}

fn text(report: &SimulationReport, asked: &Asked, language: Language) -> String {
    let whole = |euros: f64| uncertainty::whole(language, euros);
    let figures = |name: String, spread: &SpreadReport| {
        let mut row = vec![name];
        row.extend(spread.percentiles.iter().map(|one| whole(one.value)));
        row.push(whole(spread.mean));
        row.push(spread.percentiles.get(2).map_or_else(String::new, |median| whole(median.error)));
        row
    };
    let percents: Vec<String> =
        report.npv.percentiles.iter().map(|one| format!("P{}", one.percent)).collect();
    let columns = |first: Word| {
        let mut columns = vec![(Text, first.text(language))];
        columns.extend(percents.iter().map(|percent| (Figure, percent.as_str())));
        columns.push((Figure, words::MEAN.text(language)));
        columns.push((Figure, words::GIVE_OR_TAKE.text(language)));
        columns
    };
    let with_chance = |name: String, spread: &SpreadReport, chance: f64| {
        let mut row = figures(name, spread);
        row.push(number::percent(language, chance, 0));
        row
    };
    let together = headings::TOGETHER.text(language).to_owned();
    let partners =
        report.partners.iter().map(|one| with_chance(asked.partner(&one.partner), &one.npv, one.gains.share));
    let npv_rows = std::iter::once(with_chance(together, &report.npv, report.gains.share)).chain(partners);
    let mut npv_columns = columns(headings::PARTNER);
    npv_columns.push((Figure, headings::CHANCE_GAIN.text(language)));
    let by_year = report.cumulative.iter().map(|one| figures(one.year.to_string(), &one.saving));
    let euros = amount::euros_heading(language);
    let titled = |title: Word, table: String| format!("\n{} ({euros})\n\n{table}", title.text(language));

    let option = &asked.study.options[asked.place];
    let chance = report.payback.chance.share;
    let mut text = heading(&asked.study.title, '=') + &heading(&option.name, '-') + "\n";
    text += &paragraph(&sentences::pays_back_in_hundreds(language, chance));
    if let (Some(low), Some(high)) = (report.npv.percentiles.first(), report.npv.percentiles.last()) {
        let (low, high) = (cents(low.value), cents(high.value));
        text += &paragraph(&sentences::takeaway_simulation(language, chance, low, high));
    }
    text += &titled(headings::NPV, table(&npv_columns, npv_rows));
    let central = amount::euros(language, report.central.npv.cents());
    let skewed = words::SKEWED.text(language);
    text += &paragraph(&format!("{}: {central}. {skewed}", words::CENTRAL.text(language)));
    text += &titled(words::CUMULATIVE_AT_END, table(&columns(headings::YEAR), by_year));
    text += "\n";
    text += &paragraph(&sentences::drawn_from(language, report.draws, report.parameters.len(), report.seed));
    if report.half_realised {
        text += &paragraph(words::HALF_REALISED.text(language));
    }
    text += &paragraph(words::ERRORS.text(language));
    text += &paragraph(words::NO_CORRELATION.text(language));
    text + &asked.standing_still(language, &report.without_range)
}
