//! The report of a game: what every fair division asks of the players (MODEL 10).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fairness::{Analysis, Check, Coalition, Division, Exact, Game, Kind, Nucleolus, Over};

/// The report of a game. Amounts are euros with six decimals: costs in a game of costs, gains in a game of
/// savings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GameReport {
    /// `deelsom/game-report`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/game-report")))]
    pub format: &'static str,
    /// 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub version: u32,
    /// The names of the players.
    pub players: Vec<String>,
    /// Costs or savings.
    pub kind: Kind,
    /// Whether no coalition had better split up (for savings: superadditive); none where that is not judged.
    pub subadditive: Option<bool>,
    /// The hundred coalitions that gain most by splitting up.
    pub violations: Vec<ViolationReport>,
    /// Whether some coalition would leave whatever the division.
    pub core_empty: bool,
    /// The least core value, euros; none for one player.
    pub least_core: Option<Euros>,
    /// The divisions.
    pub methods: MethodsReport,
}

/// A coalition that had better split up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ViolationReport {
    /// Who they are.
    pub coalition: Vec<String>,
    /// Into which groups.
    pub split: Vec<Vec<String>>,
    /// What that gains, euros.
    pub gain: Euros,
}

/// The divisions, by method.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MethodsReport {
    /// The Shapley value.
    pub shapley: DivisionReport,
    /// The nucleolus; none where it cannot be written exactly.
    pub nucleolus: Option<DivisionReport>,
    /// The per-capita nucleolus; none where it cannot be written exactly.
    pub per_capita_nucleolus: Option<DivisionReport>,
    /// Separable costs – remaining benefits.
    pub scrb: DivisionReport,
    /// Equal split of the non-separable cost.
    pub ensc: DivisionReport,
    /// Equal savings.
    pub equal_savings: DivisionReport,
    /// Proportional to what each pays or gains alone; none where someone pays or gains nothing, or less.
    pub proportional: Option<DivisionReport>,
}

/// A division, with its stand-alone test.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DivisionReport {
    /// Euros, in the order of players.
    pub shares: Vec<Euros>,
    /// Whether no coalition would be better off by itself.
    pub in_core: bool,
    /// The hundred coalitions that would gain most by themselves.
    pub blocking: Vec<BlockingReport>,
    /// How many there are in all.
    pub blocking_count: usize,
    /// For a nucleolus: `imputations`, or `preimputations` where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
    /// What a reader should know of the division, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<String>,
}

/// A coalition that would be better off by itself.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockingReport {
    /// Who they are.
    pub coalition: Vec<String>,
    /// By how much, euros.
    pub gain: Euros,
}

/// An exact amount, printed in euros with at most six decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Euros(#[cfg_attr(feature = "schema", schemars(with = "f64"))] pub Exact);

impl Serialize for Euros {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.to_micro() as f64 / 1e6)
    }
}

impl Euros {
    /// An amount as it is printed: in millionths, so that it prints as the same again.
    #[expect(clippy::cast_possible_truncation, reason = "far more than any amount, and saturates")]
    pub fn of(euros: f64) -> Self {
        Self(Exact::new((euros * 1e6).round() as i128, 10_000))
    }

    /// The same as a number.
    pub const fn get(self) -> f64 {
        self.0.to_f64()
    }
}

impl<'de> Deserialize<'de> for Euros {
    fn deserialize<D: Deserializer<'de>>(euros: D) -> Result<Self, D::Error> {
        f64::deserialize(euros).map(Self::of)
    }
}

impl GameReport {
    /// Writes down what is known of a game.
    pub fn of(game: &Game, analysis: &Analysis) -> Self {
        let violations = analysis.violations.iter().flat_map(|violations| &violations.largest);
        Self {
            format: "deelsom/game-report",
            version: 1,
            players: game.players().to_vec(),
            kind: game.kind(),
            subadditive: analysis.violations.as_ref().map(|violations| violations.count == 0),
            violations: violations
                .map(|violation| ViolationReport {
                    coalition: names(game, violation.coalition),
                    split: violation.split.iter().map(|group| names(game, *group)).collect(),
                    gain: Euros(Exact::new(i128::from(violation.gain), 1)),
                })
                .collect(),
            core_empty: analysis.core_empty,
            least_core: analysis.least_core.map(Euros),
            methods: MethodsReport::of(game, analysis),
        }
    }
}

impl MethodsReport {
    /// Every method on a game.
    pub(super) fn of(game: &Game, analysis: &Analysis) -> Self {
        Self {
            shapley: division(game, &analysis.shapley),
            nucleolus: analysis.nucleolus.as_ref().map(|one| nucleolus(game, one)),
            per_capita_nucleolus: analysis.per_capita_nucleolus.as_ref().map(|one| nucleolus(game, one)),
            scrb: DivisionReport {
                caveats: analysis.scrb_caveats.iter().map(|caveat| caveat.code().to_owned()).collect(),
                ..division(game, &analysis.scrb)
            },
            ensc: division(game, &analysis.ensc),
            equal_savings: division(game, &analysis.equal_savings),
            proportional: analysis.proportional.as_ref().map(|one| division(game, one)),
        }
    }

    /// The methods that gave a division, by name, as they are printed.
    pub fn all(&self) -> Vec<(&'static str, &DivisionReport)> {
        let some = [
            ("shapley", Some(&self.shapley)),
            ("nucleolus", self.nucleolus.as_ref()),
            ("per_capita_nucleolus", self.per_capita_nucleolus.as_ref()),
            ("scrb", Some(&self.scrb)),
            ("ensc", Some(&self.ensc)),
            ("equal_savings", Some(&self.equal_savings)),
            ("proportional", self.proportional.as_ref()),
        ];
        some.into_iter().filter_map(|(name, division)| Some((name, division?))).collect()
    }
}

pub(super) fn names(game: &Game, coalition: Coalition) -> Vec<String> {
    coalition.members().filter_map(|player| game.players().get(player).cloned()).collect()
}

fn nucleolus(game: &Game, nucleolus: &Nucleolus) -> DivisionReport {
    DivisionReport {
        over: Some(Over::code(nucleolus.over).to_owned()),
        ..division(game, &nucleolus.division)
    }
}

fn division(game: &Game, division: &Division) -> DivisionReport {
    DivisionReport::of(game, division.shares.iter().copied(), &division.core)
}

impl DivisionReport {
    pub(super) fn of(game: &Game, shares: impl Iterator<Item = Exact>, check: &Check) -> Self {
        let Check { in_core, blocking, blocking_count } = check;
        let blocking = blocking
            .iter()
            .map(|one| BlockingReport { coalition: names(game, one.coalition), gain: Euros(one.gain) });
        Self {
            shares: shares.map(Euros).collect(),
            in_core: *in_core,
            blocking: blocking.collect(),
            blocking_count: *blocking_count,
            over: None,
            caveats: Vec::new(),
        }
    }
}
