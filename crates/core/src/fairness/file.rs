//! Reading a game file (MODEL 10), with all of its problems at once.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use super::game::{Coalition, Game, Kind, MOST_CENTS, MOST_PLAYERS};
use crate::money::Money;
use crate::problem::Problem;
use crate::study::json::{At, FromJson, Table, not_a, parse, record};

/// How many missing coalitions are named; all are counted.
const MISSING_NAMED: usize = 20;

const FORMAT: &str = "deelsom/game";

record! {
    /// A game file.
    pub(super) struct GameFile {
        /// `deelsom/game`.
        pub format: String,
        /// 1.
        pub version: u32,
        /// A name for people.
        pub title: Option<String>,
        /// The names of the players.
        pub players: Vec<String>,
        /// Costs or savings.
        pub kind: Kind,
        /// Euros by coalition: names with commas between them, in any order.
        pub values: Table<f64>,
    }
}

impl Game {
    /// Reads a game file: euros, rounded to cents, for every coalition of one player or more.
    ///
    /// # Errors
    /// Every problem in the file, each with its place, code and facts.
    ///
    /// ```
    /// use deelsom_core::fairness::Game;
    /// let text = r#"{ "format": "deelsom/game", "version": 1, "players": ["a", "b"], "kind": "cost",
    ///     "values": { "a": 11, "b": 7, "a,b": 15 } }"#;
    /// assert_eq!(Game::read(text).expect("a game").players(), ["a", "b"]);
    /// ```
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let value = parse(text)?;
        let mut problems = Vec::new();
        if !value.is_object() {
            not_a("object", Some(&value), At::Root, &mut problems);
            return Err(problems);
        }
        let file = GameFile::read(Some(&value), At::Root, &mut problems);
        let mut found = Vec::new();
        let costs = check(&file, &keys_given_twice(text), &mut found);
        // A stand-in for what could not be read must not be blamed for what it is.
        let unread: BTreeSet<String> = problems.iter().map(|problem| problem.path.clone()).collect();
        problems.extend(found.into_iter().filter(|problem| !unread.contains(&problem.path)));
        if !problems.is_empty() {
            return Err(problems);
        }
        let game = Self::of(file.title, trimmed(&file.players), file.kind, costs);
        game.ok_or_else(|| vec![Problem::new("wrong_type", "").with("expected", "object")])
    }
}

fn trimmed(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.trim().to_owned()).collect()
}

/// The table of values in cents, or everything that is wrong with the file.
fn check(file: &GameFile, twice: &[String], problems: &mut Vec<Problem>) -> Vec<i64> {
    if file.format != FORMAT {
        let found = file.format.as_str();
        problems.push(Problem::new("wrong_format", "/format").with("found", found).with("expected", FORMAT));
    }
    if file.version != 1 {
        let found = f64::from(file.version);
        problems.push(
            Problem::new("unsupported_version", "/version").with("found", found).with("supported", 1.0),
        );
    }
    let players = trimmed(&file.players);
    let sound = check_players(&players, problems);
    let values = At::Root.field("values");
    let mut table = vec![None; if sound { 1 << players.len() } else { 0 }];
    for (key, euros) in &file.values.0 {
        let at = values.field(key);
        let most = Money::from_cents(MOST_CENTS).euros();
        if !(-most..=most).contains(euros) {
            let problem = Problem::new("out_of_range", at.pointer()).with("value", *euros);
            problems.push(problem.with("min", -most).with("max", most));
        }
        // Where the players are in doubt, so is every coalition.
        if !sound {
            continue;
        }
        if let Some(coalition) = coalition(key, &players, at, problems)
            && table[coalition].replace(Money::round(*euros).cents()).is_some()
        {
            let named = named(coalition, &players);
            problems.push(Problem::new("duplicate_coalition", at.pointer()).with("coalition", named));
        }
    }
    for key in twice {
        let at = values.field(key).pointer();
        problems.push(Problem::new("duplicate_coalition", at).with("coalition", key.as_str()));
    }
    let missing: Vec<usize> = (1..table.len()).filter(|coalition| table[*coalition].is_none()).collect();
    if !missing.is_empty() {
        let first: Vec<String> =
            missing.iter().take(MISSING_NAMED).map(|coalition| named(*coalition, &players)).collect();
        let problem = Problem::new("missing_coalitions", values.pointer()).with("coalitions", first);
        problems.push(problem.with("count", missing.len() as f64));
    }
    table.into_iter().map(Option::unwrap_or_default).collect()
}

/// Whether the players can be told apart, and are not too many.
fn check_players(players: &[String], problems: &mut Vec<Problem>) -> bool {
    let before = problems.len();
    let list = At::Root.field("players");
    if players.is_empty() {
        problems.push(Problem::new("empty_list", list.pointer()));
    }
    if players.len() > MOST_PLAYERS {
        let problem = Problem::new("too_large", list.pointer()).with("what", "members");
        problems.push(problem.with("limit", MOST_PLAYERS as f64));
    }
    let mut known = BTreeSet::new();
    for (place, name) in players.iter().enumerate() {
        let at = list.item(place).pointer();
        if name.is_empty() || name.contains(',') {
            problems.push(Problem::new("invalid_player_name", at).with("value", name.as_str()));
        } else if !known.insert(name) {
            problems.push(Problem::new("duplicate_player", at).with("player", name.as_str()));
        }
    }
    problems.len() == before
}

/// The bit mask of a coalition that is written as names.
fn coalition(key: &str, players: &[String], at: At<'_>, problems: &mut Vec<Problem>) -> Option<usize> {
    let mut coalition = Some(0);
    for name in key.split(',').map(str::trim) {
        let bit = players.iter().position(|player| player == name).map(|player| 1 << player);
        let twice = coalition.zip(bit).is_some_and(|(coalition, bit)| coalition & bit != 0);
        if bit.is_none() || twice {
            let code = if twice { "duplicate_player" } else { "unknown_player" };
            problems.push(Problem::new(code, at.pointer()).with("player", name));
        }
        coalition = coalition.zip(bit.filter(|_| !twice)).map(|(coalition, bit)| coalition | bit);
    }
    coalition
}

fn named(coalition: usize, players: &[String]) -> String {
    let names: Vec<&str> =
        Coalition::at(coalition).members().map(|player| players[player].as_str()).collect();
    names.join(",")
}

/// The very same name given to two values: a JSON object forgets the first of them.
fn keys_given_twice(text: &str) -> Vec<String> {
    #[derive(Default)]
    struct Twice(Vec<String>);

    #[derive(Deserialize)]
    struct File {
        #[serde(default)]
        values: Twice,
    }

    impl<'de> Deserialize<'de> for Twice {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Keys)
        }
    }

    struct Keys;

    impl<'de> Visitor<'de> for Keys {
        type Value = Twice;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("values by coalition")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Twice, A::Error> {
            let (mut known, mut twice) = (BTreeSet::new(), Vec::new());
            while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                if !known.insert(key.clone()) {
                    twice.push(key);
                }
            }
            Ok(Twice(twice))
        }
    }

    // What is no such object has been reported as that.
    serde_json::from_str::<File>(text).map(|file| file.values.0).unwrap_or_default()
}
