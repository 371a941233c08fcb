//! `deelsom game FILE`: fair divisions of a cooperative game that is given directly.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::fairness::{Game as CoreGame, analyse};
use deelsom_core::report::GameReport;
use deelsom_language::Language;
use deelsom_language::words::fairness as words;
use deelsom_views::divisions::Divisions;

use crate::answer::{Answer, json};
use crate::arguments::Format;
use crate::csv_file::Profile;
use crate::divisions;
use crate::failure::Failure;
use crate::input;
use crate::table::{heading, paragraph};

/// Divide what a cooperative game costs or saves, by every method
#[derive(Debug, Args)]
pub(crate) struct Game {
    /// Game file, or `-` for stdin
    file: PathBuf,

    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Who reads the CSV [default: data]
    #[arg(long, value_enum)]
    profile: Option<Profile>,
}

impl Game {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        super::only_for_csv(self.format, self.profile.is_some(), language)?;
        let game = CoreGame::read(&input::text(&self.file)?).map_err(Failure::InvalidGame)?;
        let report = GameReport::of(&game, &analyse(&game));
        let divisions = Divisions::of_game(&report, language);
        Ok(Answer::of(match self.format {
            Format::Json => json(&report),
            Format::Csv => divisions::csv(&divisions, self.profile.unwrap_or_default()),
            Format::Table => {
                let mut text = game.title().map(|title| heading(title, '=') + "\n").unwrap_or_default();
                text += &divisions::table(&divisions);
                text += "\n";
                text += &divisions::verdict(&divisions, report.core_empty);
                if report.subadditive == Some(false) {
                    text += &paragraph(words::NOT_SUBADDITIVE.text(language));
                }
                text + "\n" + &divisions::explanations(&divisions)
            }
        }))
    }
}
