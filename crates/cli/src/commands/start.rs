//! `deelsom start NAME…`: a study of municipalities by their names, as the page *Start* makes it.

use std::path::PathBuf;

use clap::Args;
use deelsom_core::Register;
use deelsom_language::words::{command, start as words};
use deelsom_language::{Language, Word};
use deelsom_start::{EMBEDDED, Municipality, Named, municipalities, named, remark, study};

use super::{unknown_among, write};
use crate::answer::{Answer, Status, json};
use crate::failure::Failure;

/// How many municipalities a study is made of at most, as on the page.
const MOST: usize = 8;

/// Make a study of one to eight Dutch municipalities, from public figures of 2025
///
/// Inhabitants, general grant and budget are those published; posts, running costs and the option are illustrative.
/// Accents and capitals do not matter. What is peculiar to a municipality's budget is told on stderr.
#[derive(Debug, Args)]
pub(crate) struct Start {
    /// Name of a municipality, or a part that no other has
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,

    /// Write the study to this file
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Start {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let usage = |word: Word| Failure::Usage(word.text(language).to_owned());
        let all = municipalities(EMBEDDED).expect("our own file is one of municipalities");
        let mut chosen: Vec<&Municipality> = Vec::new();
        for name in &self.names {
            let one = one(&all, name, language)?;
            if chosen.contains(&one) {
                return Err(usage(words::TWICE));
            }
            chosen.push(one);
        }
        if chosen.len() > MOST {
            return Err(usage(words::TOO_MANY));
        }
        let remark = |one: &&Municipality| Some(format!("{}: {}", one.name, remark(one, language)?));
        let mut notes: Vec<String> = chosen.iter().filter_map(remark).collect();
        let mut data = json(&study(&chosen, &Register::embedded(), language));
        if let Some(path) = &self.out {
            write(path, &data)?;
            data.clear();
            notes.push(format!("{} {}", command::WRITTEN.text(language), path.display()));
        }
        let note = notes.into_iter().map(|note| note + "\n").collect();
        Ok(Answer { data, note, status: Status::Fine })
    }
}

/// The municipality of this name.
fn one<'a>(all: &'a [Municipality], name: &str, language: Language) -> Result<&'a Municipality, Failure> {
    let unknown = |found: &[usize], word| {
        let known = found.iter().map(|place| all[*place].name.as_str());
        unknown_among(name, known, word, language)
    };
    match named(all, name) {
        Named::One(place) => Ok(&all[place]),
        Named::Several(found) => Err(unknown(&found, words::SEVERAL_NAMES)),
        Named::Nobody => Err(unknown(&[], words::UNKNOWN_NAME)),
    }
}
