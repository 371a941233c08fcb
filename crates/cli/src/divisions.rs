//! Divisions of a game or an option, side by side, and what they mean in words.

use deelsom_core::report::DivisionReport;
use deelsom_language::words::{fairness as words, table as headings};
use deelsom_language::{Language, amount, codes, sentences};

use crate::csv_file::{Cell, Profile, csv_file};
use crate::table::Column::{Figure, Text};
use crate::table::{paragraph, table};

/// So many groups are named in words; the JSON names a hundred.
const NAMED: usize = 3;

/// Divisions side by side.
pub(crate) struct Divisions<'a> {
    /// Ids, as in the report.
    pub(crate) players: &'a [String],
    /// Their names for people, in the same order.
    pub(crate) names: Vec<String>,
    /// A key or a method, and what it asks of each.
    pub(crate) rows: Vec<(String, &'a DivisionReport)>,
    /// What net present values are divided by to be a year; amounts of a game are shown as they are, with cents.
    pub(crate) years: Option<f64>,
    pub(crate) language: Language,
}

impl Divisions<'_> {
    /// Cents a year.
    #[expect(clippy::cast_possible_truncation, reason = "far below what an i64 holds, and saturates")]
    pub(crate) fn a_year(&self, cents: f64) -> i64 {
        (cents / self.years.unwrap_or(1.0)).round() as i64
    }

    /// What each pays or gains a year under every key and method, and whether that holds.
    pub(crate) fn table(&self) -> String {
        let method = headings::METHOD.text(self.language);
        let mut columns = vec![(Text, method)];
        columns.extend(self.names.iter().map(|name| (Figure, name.as_str())));
        columns.push((Text, words::HOLDS.text(self.language)));
        let rows = self.rows.iter().map(|(name, division)| {
            let mut row = vec![self.name_of(name)];
            row.extend(division.shares.iter().map(|share| self.euros(share.0.to_f64() * 100.0)));
            let holds = if division.in_core { words::YES } else { words::NO };
            row.push(holds.text(self.language).to_owned());
            row
        });
        let note = self.years.map_or(headings::AMOUNT, |_| headings::COST_A_YEAR);
        format!("{} ({})\n\n", note.text(self.language), amount::euros_heading(self.language))
            + &table(&columns, rows)
    }

    fn euros(&self, cents: f64) -> String {
        let show = if self.years.is_some() { amount::whole } else { amount::exact };
        show(self.language, self.a_year(cents))
    }

    /// What a key or a method is called.
    pub(crate) fn name_of(&self, code: &str) -> String {
        let (key, service) = code.split_once(' ').map_or((code, None), |(key, service)| (key, Some(service)));
        let word = codes::method(code).or_else(|| codes::key(key)).map(|word| word.text(self.language));
        let word = word.unwrap_or(code).to_owned();
        service.map_or(word.clone(), |service| format!("{word} ({service})"))
    }

    /// The names of some of the players.
    pub(crate) fn members(&self, places: impl Iterator<Item = usize>) -> Vec<String> {
        places.filter_map(|place| self.names.get(place).cloned()).collect()
    }

    /// Whether the first division holds: who would be better off apart, by how much.
    pub(crate) fn verdict(&self, core_empty: bool) -> String {
        let mut text = String::new();
        if core_empty {
            text += &paragraph(sentences::no_stable_division(self.language));
        }
        let Some((name, division)) = self.rows.first() else { return text };
        text += &paragraph(&format!("{}:", self.name_of(name)));
        if division.in_core {
            return text + &paragraph(sentences::stable(self.language));
        }
        for blocking in division.blocking.iter().take(NAMED) {
            let inside = |player: &String| blocking.coalition.contains(player);
            let places = |wanted: bool| {
                let players = self.players.iter().enumerate();
                let found = players.filter(move |(_, player)| inside(player) == wanted);
                self.members(found.map(|(place, _)| place))
            };
            let gain = self.a_year(blocking.gain.0.to_f64() * 100.0);
            let say = match self.years {
                Some(_) => sentences::cheaper_apart,
                None => sentences::better_off_apart,
            };
            text += &paragraph(&say(self.language, &places(true), &places(false), gain));
        }
        text
    }

    /// What every method does, and where it is weak.
    pub(crate) fn explanations(&self) -> String {
        let told = self.rows.iter().filter_map(|(name, division)| {
            let mut told =
                format!("{}: {}", self.name_of(name), codes::method_explanation(name)?.text(self.language));
            for caveat in division.caveats.iter().filter_map(|code| codes::caveat(code)) {
                told += " ";
                told += caveat.text(self.language);
            }
            Some(paragraph(&told))
        });
        told.collect()
    }

    /// A row for each division and player: net present values in euros.
    pub(crate) fn csv(&self, profile: Profile) -> String {
        let rows = self.rows.iter().flat_map(|(name, division)| {
            self.players.iter().zip(&division.shares).map(move |(player, share)| {
                vec![
                    Cell::from(name),
                    Cell::from(player),
                    Cell::from(share.0.to_f64()),
                    Cell::from(if division.in_core { "true" } else { "false" }),
                ]
            })
        });
        csv_file(profile, &["method", "player", "share", "in_core"], rows)
    }
}
