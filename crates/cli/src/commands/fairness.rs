//! `deelsom fairness STUDY --option ID`: whether the split of an option will hold.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::fairness::{MOST_PLAYERS_OF_COVER, OptionFairness};
use deelsom_core::report::FairnessReport;
use deelsom_core::study::Key;
use deelsom_core::{Register, calculate};
use deelsom_language::Language;
use deelsom_language::words::{command, fairness as words};
use deelsom_views::divisions::Divisions;

use super::place_among;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::Profile;
use crate::divisions;
use crate::failure::Failure;
use crate::input;
use crate::table::{heading, paragraph};

/// Judge an option's split: who would be better off apart, and what every fair division would ask
#[derive(Debug, Args)]
pub(crate) struct Fairness {
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

impl Fairness {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        let register = Register::embedded();
        let study = input::study(&self.study, &register)?;
        let ids = study.options.iter().map(|option| option.id.as_str());
        let place = match &self.option {
            Some(option) => place_among(option, ids, command::UNKNOWN_OPTION, language)?,
            None => 0,
        };
        let outcome = calculate(&study, &register);
        let judged = OptionFairness::of(&study, &register, &outcome, place, &Key::simple(&study));
        let Some(judged) = judged else {
            let sentence = words::NO_GAME.text(language);
            return Err(Failure::Usage(format!("{sentence} (2–{MOST_PLAYERS_OF_COVER})")));
        };
        let report = FairnessReport::of(&study, place, &judged);
        let divisions = Divisions::of_option(&study, &report, language);
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => divisions::csv(&divisions, self.profile.unwrap_or_default()),
            Format::Table => {
                let option = &study.options[place];
                let mut text = heading(&study.title, '=') + &heading(&option.name, '-') + "\n";
                let today = if report.together_today { words::TOGETHER_TODAY } else { words::APART_TODAY };
                text += &paragraph(today.text(language));
                text += "\n";
                text += &divisions::table(&divisions);
                text += "\n";
                text += &divisions::verdict(&divisions, report.core_empty);
                text += &paragraph(&divisions.keys_that_hold());
                text.extend(divisions.better_split(&report).map(|split| paragraph(&split)));
                text + "\n" + &divisions::explanations(&divisions)
            }
        }))
    }
}
