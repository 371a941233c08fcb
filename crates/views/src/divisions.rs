//! Divisions of what a game or an option costs, side by side, and what they mean in words.

use deelsom_charts::{DumbbellChart, DumbbellRow};
use deelsom_core::report::{BlockingReport, DivisionReport, Euros, FairnessReport, GameReport};
use deelsom_core::{Money, Study};
use deelsom_language::words::{chart as drawn, fairness as words};
use deelsom_language::{Language, codes, sentences};

use crate::amounts::Amounts;
use crate::keys;
use crate::{Drawn, Seen};

/// The code of the option's own keys.
pub const OWN_KEYS: &str = "own_keys";

/// The methods that a chart tells apart.
const DRAWN: [&str; 4] = ["shapley", "nucleolus", "equal_savings", "proportional"];

/// A key or a method, and what it asks of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// Its code in files.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Its place in the report.
    pub at: String,
    /// What it asks of each, and whether that holds.
    pub division: &'a DivisionReport,
}

/// Divisions side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Divisions<'a> {
    /// Ids, as in the report.
    pub players: &'a [String],
    /// Their names for people, in the same order.
    pub names: Vec<String>,
    /// What the keys of a contract ask, the option's own first; none for a game.
    pub keys: Vec<Row<'a>>,
    /// What every method asks.
    pub methods: Vec<Row<'a>>,
    /// What net present values are divided by to be a year; amounts of a game are shown as they are.
    pub years: Option<f64>,
    /// The reader's language.
    pub language: Language,
}

impl<'a> Divisions<'a> {
    /// Those of a game.
    pub fn of_game(report: &'a GameReport, language: Language) -> Self {
        Self {
            players: &report.players,
            names: report.players.clone(),
            keys: Vec::new(),
            methods: methods(language, report.methods.all()),
            years: None,
            language,
        }
    }

    /// Those of an option of a study.
    pub fn of_option(study: &Study, report: &'a FairnessReport, language: Language) -> Self {
        let name = |id: &String| {
            let partner = study.partners.iter().find(|partner| partner.id == *id);
            partner.map_or_else(|| id.clone(), |partner| partner.name.clone())
        };
        let key = |(place, key): (usize, &'a deelsom_core::report::KeyReport)| {
            let code = match (&key.key, &key.service) {
                (Some(key), Some(service)) => [key, " ", service].concat(),
                (Some(key), None) => key.clone(),
                (None, _) => OWN_KEYS.to_owned(),
            };
            let own = codes::method(&code).map(|word| word.text(language).to_owned());
            let name = own.unwrap_or_else(|| keys::name_in(language, study, &code));
            Row { code, name, at: format!("/keys/{place}"), division: &key.division }
        };
        Self {
            players: &report.game.players,
            names: report.game.players.iter().map(name).collect(),
            keys: report.keys.iter().enumerate().map(key).collect(),
            methods: methods(language, report.methods.all()),
            years: Some(report.years),
            language,
        }
    }

    /// Keys, then methods.
    pub fn rows(&self) -> impl Iterator<Item = &Row<'a>> {
        self.keys.iter().chain(&self.methods)
    }

    /// Cents a year; of a game that is not about years, cents.
    pub fn a_year(&self, amount: Euros) -> i64 {
        Money::round(amount.get() / self.years.unwrap_or(1.0)).cents()
    }

    /// The names of some of the players, by whether they are wanted.
    fn members(&self, wanted: impl Fn(&String) -> bool) -> Vec<&str> {
        let players = self.players.iter().zip(&self.names);
        players.filter(|(player, _)| wanted(player)).map(|(_, name)| name.as_str()).collect()
    }

    /// A group that would be better off apart, and by how much.
    pub fn blocking(&self, one: &BlockingReport) -> String {
        let group = self.members(|player| one.coalition.contains(player));
        let others = self.members(|player| !one.coalition.contains(player));
        let say = match self.years {
            Some(_) => sentences::cheaper_apart,
            None => sentences::better_off_apart,
        };
        say(self.language, &group, &others, self.a_year(one.gain))
    }

    /// Whether a division holds: who would be better off apart, the largest gain first, and so many of them at most.
    pub fn verdict(&self, division: &DivisionReport, most: usize) -> Vec<String> {
        if division.in_core {
            return vec![sentences::stable(self.language).to_owned()];
        }
        division.blocking.iter().take(most).map(|one| self.blocking(one)).collect()
    }

    /// Which of the keys in a contract hold the group together, besides those that the option has.
    pub fn keys_that_hold(&self) -> String {
        let others = self.keys.iter().filter(|row| row.code != OWN_KEYS && row.division.in_core);
        let names: Vec<&str> = others.map(|row| row.name.as_str()).collect();
        sentences::keys_that_hold(self.language, &names)
    }

    /// That everybody had better split up, if so.
    pub fn better_split(&self, report: &FairnessReport) -> Option<String> {
        let split = &report.best_split;
        let groups: Vec<Vec<&str>> =
            split.groups.iter().map(|group| self.members(|player| group.contains(player))).collect();
        let gains = split.gain.0.numerator() > 0;
        gains.then(|| sentences::cheaper_split_up(self.language, &groups, self.a_year(split.gain)))
    }

    /// What every method does, where it is weak, and what a reader should know of it here; with its name.
    pub fn explanations(&self) -> Vec<(&str, String)> {
        let told = self.methods.iter().filter_map(|row| {
            let mut told = codes::method_explanation(&row.code)?.text(self.language).to_owned();
            for caveat in row.division.caveats.iter().filter_map(|code| codes::caveat(code)) {
                told += " ";
                told += caveat.text(self.language);
            }
            Some((row.name.as_str(), told))
        });
        told.collect()
    }

    /// What some of the methods would do to each participant in a year; the option's own keys are the zero.
    pub fn draw(&self, seen: Seen<'_>) -> Option<Drawn> {
        let own = self.keys.first()?;
        let methods: Vec<&Row<'_>> =
            self.methods.iter().filter(|row| DRAWN.contains(&row.code.as_str())).collect();
        let names: Vec<String> = methods.iter().map(|row| row.name.clone()).collect();
        let title = seen.say(drawn::AGAINST_OWN_KEYS);
        let mut amounts = Amounts::new(self.language);
        let mut rows = Vec::new();
        for (place, name) in self.names.iter().enumerate() {
            let pays = |row: &Row<'_>| row.division.shares.get(place).map_or(0, |share| self.a_year(*share));
            let gain = |row: &&Row<'_>| Money::from_cents(pays(own) - pays(row)).euros();
            let values: Vec<f64> = methods.iter().map(gain).collect();
            amounts.hold(&values);
            rows.push(DumbbellRow { name: name.clone(), values });
        }
        let drawing = DumbbellChart {
            figure: seen.figure("methods", title, amounts.unit()),
            keys: &names,
            rows: &rows,
            format: &|value| amounts.write(value),
        };
        Some(Drawn { title: title.to_owned(), chart: drawing.draw() })
    }
}

fn methods<'a>(language: Language, all: Vec<(&'static str, &'a DivisionReport)>) -> Vec<Row<'a>> {
    let row = |(code, division)| {
        let name = codes::method(code).map_or(code, |word| word.text(language));
        Row { code: code.to_owned(), name: name.to_owned(), at: ["/methods/", code].concat(), division }
    };
    all.into_iter().map(row).collect()
}

/// Whether a division holds, in a word.
pub fn holds(language: Language, division: &DivisionReport) -> &'static str {
    let word = if division.in_core { words::YES } else { words::NO };
    word.text(language)
}
