//! `deelsom annex STUDY`: the annex to a council proposal, as one HTML file.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_language::words::{command, status};
use deelsom_sharing::frozen;
use deelsom_views::Seen;
use deelsom_views::annex::{About, annex, html};

use super::place_among;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::input;

/// Print the annex to a council proposal: one accessible HTML file, the same as the page gives
#[derive(Debug, Args)]
pub(crate) struct Annex {
    /// Study file, or `-` for stdin
    study: PathBuf,

    /// Which option, by id [default: the first]
    #[arg(long, value_name = "ID")]
    option: Option<String>,

    /// The day that stands on it, as YYYY-MM-DD [default: none]
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
}

impl Annex {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let register = &Register::embedded();
        let text = input::text(&self.study)?;
        let study = &Study::read(&text, register).map_err(Failure::Invalid)?;
        let file = serde_json::from_str(&text).expect("a study that was read is JSON");
        let ids = study.options.iter().map(|option| option.id.as_str());
        let place = match &self.option {
            Some(id) => place_among(id, ids, command::UNKNOWN_OPTION, language)?,
            None => 0,
        };
        let outcome = &calculate(study, register);
        // The annex has a width of its own.
        let seen = Seen { study, register, outcome, language, width: 0 };
        let fingerprint = &frozen::fingerprint(&file);
        let seal = frozen::seal(&file).filter(|seal| seal.intact).map(|seal| (seal.label, seal.date));
        let about =
            About { version: env!("CARGO_PKG_VERSION"), fingerprint, date: self.date.as_deref(), seal };
        let made = annex(seen, &file, place, about);
        let made = made.ok_or_else(|| Failure::Usage(status::NO_OPTIONS.text(language).to_owned()))?;
        Ok(Answer::of(html::page(&made)))
    }
}
