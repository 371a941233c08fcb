//! The report of an option's fairness: who would be better off alone or together (MODEL 10). It can be read again: what
//! works it out in the background sends it to what shows it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::game::{DivisionReport, Euros, MethodsReport, names};
use crate::fairness::{Coalition, Exact, OptionFairness};
use crate::money::Money;
use crate::study::{Key, Study};

/// The report of an option's fairness. Amounts are net present values in euros; divided by `years` they are a year.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FairnessReport {
    /// `deelsom/fairness-report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/fairness-report")))]
    pub format: String,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The option's id.
    pub option: String,
    /// Whether the participants are together today: then a group alone has left what there is.
    pub together_today: bool,
    /// The sum of the discount factors.
    pub years: f64,
    /// The game, as `deelsom game` reads it: the ids of the participants, and what every group would pay by itself.
    pub game: GameFileReport,
    /// Into which groups everybody had better split up; one group where they had better not.
    pub best_split: BestSplitReport,
    /// What the contract's keys let everyone pay: the option's own first.
    pub keys: Vec<KeyReport>,
    /// Whether some group would leave whatever the division.
    pub core_empty: bool,
    /// The least core value, euros.
    pub least_core: Option<Euros>,
    /// The divisions.
    pub methods: MethodsReport,
}

/// A game in the form of its file.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GameFileReport {
    /// `deelsom/game`.
    pub format: String,
    /// 1.
    pub version: u32,
    /// The ids of the participants.
    pub players: Vec<String>,
    /// `cost`.
    pub kind: String,
    /// Euros by coalition: ids with commas between them.
    pub values: BTreeMap<String, f64>,
}

/// The groups that cost least together.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BestSplitReport {
    /// The groups.
    pub groups: Vec<Vec<String>>,
    /// What that saves, euros.
    pub gain: Euros,
}

/// A key, judged.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeyReport {
    /// The key; none for the option's own keys.
    pub key: Option<String>,
    /// For a usage key: whose volume.
    pub service: Option<String>,
    /// What each pays, and who would be better off by themselves.
    #[serde(flatten)]
    pub division: DivisionReport,
}

impl FairnessReport {
    /// Writes down what is known of an option of a study, by the option's place.
    pub fn of(study: &Study, place: usize, fairness: &OptionFairness) -> Self {
        let game = &fairness.game;
        let everybody = Coalition::of_all(game.players().len());
        let values = (1..=everybody.0).map(Coalition).map(|coalition| {
            let cost = Money::from_cents(game.value(coalition));
            (names(game, coalition).join(","), cost.euros() + 0.0)
        });
        let (groups, gain) = &fairness.best_split;
        let service = |key: &Option<Key>| match key {
            Some(Key::Usage(Some(service))) => Some(study.services[service.0].id.clone()),
            _ => None,
        };
        let exact = |money: &Money| Exact::new(i128::from(money.cents()), 1);
        Self {
            format: "deelsom/fairness-report".to_owned(),
            version: 1,
            option: study.options.get(place).map(|option| option.id.clone()).unwrap_or_default(),
            together_today: fairness.together_today,
            years: super::round_six(fairness.years),
            game: GameFileReport {
                format: "deelsom/game".to_owned(),
                version: 1,
                players: game.players().to_vec(),
                kind: game.kind().code().to_owned(),
                values: values.collect(),
            },
            best_split: BestSplitReport {
                groups: groups.iter().map(|group| names(game, *group)).collect(),
                gain: Euros(Exact::new(i128::from(*gain), 1)),
            },
            keys: fairness
                .keys
                .iter()
                .map(|judged| KeyReport {
                    key: judged.key.as_ref().map(|key| crate::allocation::key_code(key).to_owned()),
                    service: service(&judged.key),
                    division: DivisionReport::of(game, judged.pays.iter().map(exact), &judged.check),
                })
                .collect(),
            core_empty: fairness.analysis.core_empty,
            least_core: fairness.analysis.least_core.map(Euros),
            methods: MethodsReport::of(game, &fairness.analysis),
        }
    }
}
