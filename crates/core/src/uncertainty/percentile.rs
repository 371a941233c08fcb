//! What many draws come to, each figure with its sampling error: how far it would move if the draws were made anew.

/// The percentiles that are reported.
pub const PERCENTS: [u8; 5] = [5, 25, 50, 75, 95];

/// A percentile with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentile {
    /// Of a hundred draws, so many lie below.
    pub percent: u8,
    /// The value, between the two draws nearest to the place (n − 1)·p, as a spreadsheet has it.
    pub value: f64,
    /// Of random points: half the distance between the draws at the places n·p ± √(n·p·(1 − p)), between which the true
    /// percentile lies in two out of three cases. Of Sobol points: by leaving out each of the sixteen sets in turn, and no
    /// less than half the distance between the draws around it.
    pub error: f64,
}

/// How a figure is spread over the draws. In cents for amounts, in years for times.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// Its standard error: the deviation over √n, or by leaving out each set of Sobol points in turn.
    pub mean_error: f64,
    /// The standard deviation of the draws, over n − 1.
    pub deviation: f64,
    /// P5, P25, P50, P75, P95.
    pub percentiles: [Percentile; 5],
}

/// How often something happens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// The share of the draws.
    pub share: f64,
    /// Its standard error, by the rule of Agresti and Coull (1998), which leaves room for what happened in no draw or in
    /// every one; or by leaving out each set of Sobol points in turn.
    pub error: f64,
}

impl Spread {
    /// Of figures in the order of the draws; `sets` where draw i belongs to the independent set i mod `sets`. None where
    /// there are no figures.
    pub(super) fn of(values: &[Option<f64>], sets: Option<usize>) -> Option<Self> {
        let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
        let count = sorted.len() as f64;
        if sorted.is_empty() {
            return None;
        }
        let mean = mean_of(&sorted);
        let squares: f64 = sorted.iter().map(|value| (value - mean) * (value - mean)).sum();
        let deviation = if sorted.len() > 1 { (squares / (count - 1.0)).sqrt() } else { 0.0 };
        sorted.sort_unstable_by(f64::total_cmp);
        let without = sets.filter(|sets| values.len() >= 2 * sets).map(|sets| without_each(values, sets));
        let over_sets = |figure: &dyn Fn(&[f64]) -> f64| {
            let figures = without.as_ref()?.iter().map(|part| figure(part)).collect::<Vec<f64>>();
            Some(error_over_sets(&figures))
        };
        let percentiles = PERCENTS.map(|percent| {
            let share = f64::from(percent) / 100.0;
            let place = count * share;
            let around = |reach: f64| {
                (at_place(&sorted, place + reach) - at_place(&sorted, place - reach - 1.0)) / 2.0
            };
            let error = match over_sets(&|part| at_share(part, share)) {
                None => around((place * (1.0 - share)).sqrt()),
                // No finer than the draws themselves: a percentile between two even points has no spread.
                Some(error) => error.max(around(0.5)),
            };
            Percentile { percent, value: at_share(&sorted, share), error }
        });
        let mean_error = over_sets(&mean_of).unwrap_or(deviation / count.sqrt());
        Some(Self { mean, mean_error, deviation, percentiles })
    }
}

impl Chance {
    /// Of what happened, in the order of the draws.
    pub(super) fn of(happened: &[bool], sets: Option<usize>) -> Self {
        let share = |happened: &mut dyn Iterator<Item = &bool>| {
            let (mut all, mut times) = (0.0, 0.0);
            for one in happened {
                all += 1.0;
                times += f64::from(u8::from(*one));
            }
            (times, all)
        };
        let (times, all) = share(&mut happened.iter());
        let likely = (times + 2.0) / (all + 4.0);
        let chance = (likely * (1.0 - likely) / (all + 4.0)).sqrt();
        let error = match sets.filter(|sets| happened.len() >= 2 * sets) {
            None => chance,
            Some(sets) => {
                let without = |set| {
                    let (in_set, of_set) = share(&mut happened.iter().skip(set).step_by(sets));
                    (times - in_set) / (all - of_set)
                };
                let figures: Vec<f64> = (0..sets).map(without).collect();
                let spread = error_over_sets(&figures);
                // Where every set agrees, the room that a single draw more would give.
                spread.max(1.0 / (all + 4.0))
            }
        };
        Self { share: if all > 0.0 { times / all } else { 0.0 }, error }
    }
}

fn mean_of(values: &[f64]) -> f64 {
    // Of the distances to the first: amounts of millions keep their cents.
    let first = values.first().copied().unwrap_or_default();
    first + values.iter().map(|value| value - first).sum::<f64>() / values.len() as f64
}

/// The standard error of a figure over independent sets, from what it would be without each of them (the grouped
/// jackknife of Quenouille and Tukey).
fn error_over_sets(without: &[f64]) -> f64 {
    let mean = mean_of(without);
    let squares: f64 = without.iter().map(|figure| (figure - mean) * (figure - mean)).sum();
    let sets = without.len() as f64;
    (squares * (sets - 1.0) / sets).sqrt()
}

/// The draws without each of the sets, in order of size.
fn without_each(values: &[Option<f64>], sets: usize) -> Vec<Vec<f64>> {
    let tagged =
        values.iter().enumerate().filter_map(|(draw, value)| value.map(|value| (value, draw % sets)));
    let mut tagged: Vec<(f64, usize)> = tagged.collect();
    tagged.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let without =
        |set| tagged.iter().filter(|(_, own)| *own != set).map(|(value, _)| *value).collect::<Vec<f64>>();
    (0..sets).map(without).filter(|part| !part.is_empty()).collect()
}

/// The value below which a share of sorted draws lies.
fn at_share(sorted: &[f64], share: f64) -> f64 {
    at_place(sorted, (sorted.len() as f64 - 1.0) * share)
}

/// The value at a place, counted from zero, in sorted draws, between the two nearest; the ends hold beyond them.
fn at_place(sorted: &[f64], place: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = place.max(0.0).min(last as f64);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from zero to the last place"
    )]
    let below = place as usize;
    let (low, high) = (sorted[below.min(last)], sorted[(below + 1).min(last)]);
    low + (high - low) * (place - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_a_spreadsheet() {
        let values: Vec<Option<f64>> = (1..=11).rev().map(|value| Some(f64::from(value))).collect();
        let spread = Spread::of(&values, None).expect("figures");
        let found = spread.percentiles.map(|one| one.value.to_bits());
        assert_eq!(found, [1.5_f64, 3.5, 6.0, 8.5, 10.5].map(f64::to_bits));
        assert!(
            (spread.mean - 6.0).abs() < 1e-12 && (spread.deviation * spread.deviation - 11.0).abs() < 1e-9
        );
        assert_eq!(Spread::of(&[None], None), None);
    }

    #[test]
    fn one_draw_has_no_spread_and_certainty_keeps_some_room() {
        let spread = Spread::of(&[Some(3.0)], Some(16)).expect("a figure");
        assert_eq!((spread.mean.to_bits(), spread.deviation.to_bits()), (3.0_f64.to_bits(), 0));
        let chance = Chance::of(&[true; 100], None);
        assert!(chance.share >= 1.0 && chance.error > 0.01);
    }
}
