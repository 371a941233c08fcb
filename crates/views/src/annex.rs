//! The annex to a council proposal: what one option brings, to whom, on which assumptions, and what it was made from.
//!
//! It is made of plain parts, which the page draws and [`html::page`] writes as a file of its own.

mod figures;
pub mod html;
mod table;
mod way;

use deelsom_core::report::{UsedAssumption, used_assumptions};
use deelsom_core::study::{Value as AssumptionValue, Variant};
use deelsom_core::{Effect, Payback};
use deelsom_language::words::{field, keep as words, legend, note, page, table as head};
use deelsom_language::{Language, Word, codes, date, sentences};
use serde_json::Value;

pub use table::{Cell, Row, Table};

use crate::remarks::warning;
use crate::{Drawn, Seen, assumptions, payback};

/// The width of charts on a sheet of A4, pixels.
const WIDTH: u32 = 720;

/// The annex.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    /// The language it is in.
    pub language: Language,
    /// The conclusion in a sentence.
    pub title: String,
    /// What follows, from top to bottom.
    pub parts: Vec<Part>,
}

/// A part of the annex.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(String),
    /// Sentences that explain the figures above them.
    Note(String),
    /// Points.
    List(Vec<String>),
    /// Names, and what is said of them.
    Terms(Vec<(&'static str, String)>),
    /// A table.
    Table(Table),
    /// A chart, whose figures are in a table beside it.
    Chart(Drawn),
}

/// What an annex was made from.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The version of this application.
    pub version: &'a str,
    /// The fingerprint of the study.
    pub fingerprint: &'a str,
    /// The day on which it is made, ISO 8601, where there is a clock.
    pub date: Option<&'a str>,
    /// What the study was frozen as and when, where its seal fits.
    pub seal: Option<(&'a str, &'a str)>,
}

/// The annex on the option at this place of the study, if there is one; `file` is the study's.
pub fn annex(seen: Seen<'_>, file: &Value, place: usize, about: About<'_>) -> Option<Annex> {
    let seen = Seen { width: WIDTH, ..seen };
    let (option, effect) = (seen.study.options.get(place)?, seen.outcome.effects.get(place)?);
    let of = Of { seen, file, place, option, effect, about };
    let (first, last) = of.period();
    let title = sentences::takeaway_npv(seen.language, &option.name, effect.result.npv.cents(), first, last);
    let mut annex = Annex { language: seen.language, title, parts: Vec::new() };
    of.opening(&mut annex);
    of.figures(&mut annex);
    of.way(&mut annex);
    of.grounds(&mut annex);
    of.colophon(&mut annex);
    Some(annex)
}

impl Annex {
    fn heading(&mut self, word: Word) {
        self.parts.push(Part::Heading(word.text(self.language)));
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.parts.push(Part::Text(text.to_owned()));
        }
    }

    /// Points below a heading, where there are any.
    fn points(&mut self, word: Word, points: Vec<String>) {
        if !points.is_empty() {
            self.heading(word);
            self.parts.push(Part::List(points));
        }
    }

    fn note(&mut self, words: &[Word]) {
        let sentences: Vec<&str> = words.iter().map(|word| word.text(self.language)).collect();
        self.parts.push(Part::Note(sentences.join(" ")));
    }
}

/// What the annex is on.
#[derive(Clone, Copy)]
struct Of<'a> {
    seen: Seen<'a>,
    file: &'a Value,
    place: usize,
    option: &'a Variant,
    effect: &'a Effect,
    about: About<'a>,
}

impl Of<'_> {
    fn say(self, word: Word) -> &'static str {
        word.text(self.seen.language)
    }

    /// The first year and the last.
    fn period(self) -> (i32, i32) {
        let period = self.seen.study.period;
        (i32::from(period.first_year.0), i32::from(period.last_year().0))
    }

    /// What it is, and the conclusions.
    fn opening(self, annex: &mut Annex) {
        let language = self.seen.language;
        let study = &self.seen.study.title;
        annex.text(&[self.say(page::PRINT), ": ", study, ", ", &self.option.name, "."].concat());
        if let Some((label, date)) = self.about.seal {
            annex.text(&sentences::frozen_as(language, label, date));
        }
        let result = &self.effect.result;
        let (years, immediate) = payback(result.payback);
        let year = match result.payback {
            Payback::Within(year, _) => Some(i32::from(year.0)),
            _ => None,
        };
        let (_, last) = self.period();
        let gaining = self.effect.partners.iter().filter(|one| one.result.npv.cents() > 0).count();
        let worst = self.effect.partners.iter().min_by_key(|one| one.result.npv);
        let worst = worst.and_then(|one| {
            Some((self.seen.study.partners.get(one.partner.0)?.name.as_str(), one.result.npv.cents()))
        });
        let conclusions = [
            sentences::payback(language, years, year, immediate),
            sentences::takeaway_structural(language, &self.option.name, result.structural.cents(), last),
            sentences::takeaway_partners(language, gaining, self.effect.partners.len(), worst),
        ];
        annex.text(&conclusions.join(" "));
        annex.text(self.say(words::ONE_CALCULATION));
        annex.text(self.file["summary"].as_str().unwrap_or_default());
    }

    /// What the figures rest on, and what a reader should know.
    fn grounds(self, annex: &mut Annex) {
        annex.heading(page::WARNINGS);
        let own = format!("/options/{}", self.place);
        let points = self.seen.outcome.warnings.iter().filter(|one| {
            !one.path.starts_with("/options/")
                || one.path == own
                || one.path.starts_with(&(own.clone() + "/"))
        });
        annex
            .parts
            .push(Part::List(points.map(|one| warning(self.seen.language, self.seen.study, one)).collect()));
        annex.heading(page::ASSUMPTIONS);
        annex.parts.push(Part::Table(self.assumptions()));
        annex.heading(page::SOURCES_STUDY);
        let sources = self.file["sources"].as_array().into_iter().flatten();
        let said = |source: &Value| {
            let parts = ["title", "date", "url"].map(|part| source[part].as_str().unwrap_or_default());
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        };
        annex.parts.push(Part::List(sources.map(said).collect()));
    }

    fn assumptions(self) -> Table {
        let mut table = Table::of_words("annex-assumptions", self.say(page::ASSUMPTIONS).to_owned());
        for word in [head::ASSUMPTION, head::VALUE, head::EVIDENCE, head::SOURCE, head::REASON] {
            table.head(self.say(word));
        }
        for (place, used) in used_assumptions(self.seen.study, self.seen.register).iter().enumerate() {
            self.assumption(used, place, &mut table);
        }
        table
    }

    fn assumption(self, used: &UsedAssumption, place: usize, table: &mut Table) {
        let (language, register) = (self.seen.language, self.seen.register);
        let mut name = codes::assumption_label(language, &used.id).unwrap_or_else(|| used.id.clone());
        let service = self.seen.study.services.iter().find(|one| Some(&one.id) == used.service.as_ref());
        if let Some(service) = service {
            name += ", ";
            name += &service.name;
        }
        table.row(&name, format!("/assumptions/{place}"));
        let said = assumptions::in_words(language, &used.unit, &used.value);
        match used.value {
            AssumptionValue::Number(value) => table.number(&said, value, "value"),
            _ => table.text(&said),
        }
        let evidence = codes::evidence(assumptions::evidence(used)).filter(|_| !used.changed);
        table.text(self.say(evidence.unwrap_or(legend::CHANGED)));
        let source = used.source.as_ref().filter(|_| !used.changed);
        table.text(source.and_then(|id| register.source(id)).map_or("", |source| &source.title));
        table.text(used.reason.as_deref().unwrap_or_default());
    }

    /// Signs, and where the annex comes from.
    fn colophon(self, annex: &mut Annex) {
        annex.heading(page::SIGNS);
        let signs = [
            legend::PLUS_IS_ADVANTAGE,
            legend::NOT_APPLICABLE,
            legend::MLN,
            note::AGAINST_BASELINE,
            note::STRUCTURAL,
            note::EXCLUDING_VAT,
        ];
        let mut signs = signs.map(|word| self.say(word).to_owned()).to_vec();
        signs.push(
            [&crate::prices(self.seen.language, self.seen.study), " ", self.say(note::ROUNDING)].concat(),
        );
        annex.parts.push(Part::List(signs));
        annex.heading(words::ABOUT_ANNEX);
        let mut terms = vec![
            (self.say(page::VERSION), ["Deelsom ", self.about.version].concat()),
            (self.say(words::FINGERPRINT), self.about.fingerprint.to_owned()),
        ];
        if let Some(day) = self.about.date {
            terms.push((self.say(field::DATE), date::from_iso(self.seen.language, day)));
        }
        terms.push((self.say(words::COMMAND), command(&self.option.id)));
        annex.parts.push(Part::Terms(terms));
    }
}

/// The command that makes the same annex from the file of the study.
pub fn command(option: &str) -> String {
    ["deelsom annex studie.deelsom.json --option ", option].concat()
}
