//! An explanation in words: for each part a line that says what it is, how much, how, and what it rests on.

use std::fmt::Write;

use deelsom_core::explanation::Ground;
use deelsom_core::{Explanation, Fact, Pointed};
use deelsom_language::words::{command, table};
use deelsom_language::{Language, Word, codes, measured};
use serde_json::Value;

/// Words in a language what figures of one study are made of.
pub struct Wording<'a> {
    /// The reader's language.
    pub language: Language,
    /// The study as it stands in its file: it says what its figures rest on.
    pub file: &'a Value,
    /// Whether places in files and ids are told too, for whoever works with those files.
    pub with_places: bool,
}

impl Wording<'_> {
    /// The whole tree, two spaces deeper for what a part is made of.
    pub fn lines(&self, figure: &Explanation) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        self.add(figure, 0, &mut lines);
        lines
    }

    fn add(&self, figure: &Explanation, depth: usize, lines: &mut Vec<(usize, String)>) {
        lines.push((depth, self.line(figure)));
        figure.parts.iter().for_each(|part| self.add(part, depth + 1, lines));
    }

    /// One part: what it is, how much, by which formula, and what it rests on.
    pub fn line(&self, figure: &Explanation) -> String {
        let mut line =
            format!("{} = {}", self.name(figure), measured(self.language, figure.unit.code(), figure.value));
        if let Some(formula) = figure.formula.and_then(|formula| codes::formula(formula.code())) {
            let _ = write!(line, " ({})", formula.text(self.language));
        }
        if let Some(ground) = &figure.ground {
            let _ = write!(line, " [{}]", self.ground(ground));
        } else if self.with_places
            && figure.formula.is_none()
            && let Some(pointer) = &figure.pointer
        {
            let _ = write!(line, " [{} {pointer}]", command::IN_REPORT.text(self.language));
        }
        line
    }

    /// What it is, and which one.
    fn name(&self, figure: &Explanation) -> String {
        let mut name = match &figure.ground {
            Some(Ground::Assumption { id, .. }) => {
                codes::assumption_label(self.language, id).unwrap_or_else(|| id.clone())
            }
            _ => codes::line(figure.term)
                .filter(|_| figure.facts.0.iter().any(|(fact, _)| *fact == "line"))
                .or_else(|| codes::term(figure.term))
                .map_or_else(|| figure.term.to_owned(), |word| word.text(self.language).to_owned()),
        };
        let mut told = Vec::new();
        for (fact, value) in figure.facts.0.iter().filter(|(fact, _)| *fact != "line") {
            let said = match (*fact, value) {
                ("key", Fact::Text(code)) => {
                    codes::key(code).map_or_else(|| code.clone(), |word| word.text(self.language).to_owned())
                }
                ("course", Fact::Text(course)) if course == "baseline" => {
                    table::BASELINE.text(self.language).to_lowercase()
                }
                (_, Fact::Number(number)) => format!("{number}"),
                (_, Fact::Text(text)) => text.clone(),
                (_, Fact::List(list)) => list.join(", "),
            };
            // A municipality may be both the organisation and the one that pays.
            if told.contains(&said) {
                continue;
            }
            name += ", ";
            name.push_str(&said);
            told.push(said);
        }
        name
    }

    fn ground(&self, ground: &Ground) -> String {
        match ground {
            Ground::Model => command::MODEL_CONSTANT.text(self.language).to_owned(),
            Ground::Study { pointer } => {
                let mut said = self.at(command::IN_STUDY, pointer);
                if let Some((status, source)) = self.source_of(pointer) {
                    let _ = write!(said, "; {status}; {source}");
                }
                said
            }
            Ground::Assumption { id, evidence, source, locator, default, reason, pointer, .. } => {
                let word = codes::evidence(evidence.code());
                let evidence = word.map_or("", |word| word.text(self.language));
                let mut said = match pointer {
                    None => [&self.at(command::IN_REGISTER, id), "; ", evidence].concat(),
                    Some(pointer) => self.at(command::IN_STUDY, pointer),
                };
                if let Some(reason) = reason {
                    let _ = write!(said, "; {reason}");
                }
                if let Some(default) = default {
                    let _ = write!(
                        said,
                        "; {} {}",
                        command::REGISTER_SAYS.text(self.language),
                        deelsom_language::number::short(self.language, *default, 6)
                    );
                }
                let source = [source, locator].into_iter().flatten().filter(|_| pointer.is_none());
                for part in source {
                    let _ = write!(said, "; {part}");
                }
                said
            }
        }
    }

    /// In which file, and where.
    fn at(&self, file: Word, place: &str) -> String {
        let file = file.text(self.language);
        if self.with_places { [file, " ", place].concat() } else { file.to_owned() }
    }

    /// What the figures at a place of the study rest on: status and source, of the nearest that says so.
    fn source_of(&self, pointer: &str) -> Option<(String, String)> {
        let mut at = pointer;
        while let Some((parent, _)) = at.rsplit_once('/') {
            at = parent;
            let here = self.file.at(at)?;
            let (status, source) = (here["status"].as_str(), here["source"].as_str());
            if status.is_none() && source.is_none() {
                continue;
            }
            let status = status.and_then(codes::status).map_or("", |word| word.text(self.language));
            let sources = self.file["sources"].as_array();
            let title = sources.into_iter().flatten().find(|one| one["id"].as_str() == source);
            let title = title.and_then(|one| one["title"].as_str()).or(source).unwrap_or_default();
            return Some((status.to_owned(), title.to_owned()));
        }
        None
    }
}
