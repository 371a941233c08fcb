//! `deelsom fairness STUDY --option ID`: whether the split of an option will hold.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::fairness::{JudgedKey, MOST_PLAYERS_OF_COVER, OptionFairness};
use deelsom_core::report::FairnessReport;
use deelsom_core::{Register, calculate};
use deelsom_language::words::{command, fairness as words};
use deelsom_language::{Language, sentences};
use deelsom_views::split::{code, simple_keys};

use super::place_among;
use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::Profile;
use crate::divisions::Divisions;
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
        let judged = OptionFairness::of(&study, &register, &outcome, place, &simple_keys(&study));
        let Some(judged) = judged else {
            let sentence = words::NO_GAME.text(language);
            return Err(Failure::Usage(format!("{sentence} (2–{MOST_PLAYERS_OF_COVER})")));
        };
        let report = FairnessReport::of(&study, place, &judged);
        let name = |id: &String| {
            let partner = study.partners.iter().find(|partner| partner.id == *id);
            partner.map_or_else(|| id.clone(), |partner| partner.name.clone())
        };
        let key_code = |judged: &JudgedKey| {
            let code = judged.key.as_ref().and_then(|key| code(&study, key));
            code.unwrap_or_else(|| "own_keys".to_owned())
        };
        let keys = judged.keys.iter().zip(&report.keys);
        let keys = keys.map(|(judged, key)| (key_code(judged), &key.division));
        let methods = report.methods.all().into_iter().map(|(name, division)| (name.to_owned(), division));
        let divisions = Divisions {
            players: &report.game.players,
            names: report.game.players.iter().map(name).collect(),
            rows: keys.chain(methods).collect(),
            years: Some(judged.years),
            language,
        };
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => divisions.csv(self.profile.unwrap_or_default()),
            Format::Table => {
                let option = &study.options[place];
                let mut text = heading(&study.title, '=') + &heading(&option.name, '-') + "\n";
                let today = if judged.together_today { words::TOGETHER_TODAY } else { words::APART_TODAY };
                text += &paragraph(today.text(language));
                text += "\n";
                text += &divisions.table();
                text += "\n";
                text += &divisions.verdict(report.core_empty);
                let held = judged.keys.iter().filter(|one| one.key.is_some() && one.check.in_core);
                let held: Vec<String> = held.map(|one| divisions.name_of(&key_code(one))).collect();
                text += &paragraph(&sentences::keys_that_hold(language, &held));
                let (groups, gain) = &judged.best_split;
                if *gain > 0 {
                    let groups: Vec<Vec<String>> =
                        groups.iter().map(|group| divisions.members(group.members())).collect();
                    let a_year = divisions.a_year(*gain as f64);
                    text += &paragraph(&sentences::cheaper_split_up(language, &groups, a_year));
                }
                text + "\n" + &divisions.explanations()
            }
        }))
    }
}
