//! The Shapley value by folding: one pass over the coalitions instead of one for every player, in whole
//! numbers.

#[cfg(test)]
use super::exact::Exact;
use super::exact::Point;
use super::game::Game;
use super::stability::Division;

/// Costs are folded in two parts where they are too large for one: so many bits at a time.
const PART: u32 = 24;

/// The Shapley value (Shapley 1953; MODEL 10): what each player adds to the cost, averaged over all orders in
/// which the players can come together. It is exact.
///
/// With g(s) = 1 / ((n−1)·C(n−2, s−1)) and T(i) the sum of g(|S|)·c(S) over the coalitions S ≠ N with player
/// i, the value of i is T(i) + (c(N) − ΣT) / n. The weights are whole multiples of 1 / lcm(1..n), so that the
/// sums are whole.
pub fn shapley(game: &Game) -> Division {
    Division::of(game, &point(game))
}

pub(super) fn point(game: &Game) -> Point {
    let n = i64::from(game.costs.len().ilog2());
    let multiple = least_common_multiple(n);
    let weights = weights(n, multiple);
    // All bits of all costs, without their signs: no cost is more than this and one.
    let bits = game.costs.iter().fold(0, |bits, cost| bits | (cost ^ cost >> 63));
    // No sum is more than the largest cost times 1 + 1/2 + … + 1/19, which is less than 4.
    let totals: Vec<i128> = if (bits + 1).checked_mul(4 * multiple).is_some() {
        sums(&game.costs, &weights, |cost| cost).into_iter().map(i128::from).collect()
    } else {
        // The value is linear: the high bits have one, and so have the low bits.
        let high = sums(&game.costs, &weights, |cost| cost >> PART);
        let low = sums(&game.costs, &weights, |cost| cost & ((1 << PART) - 1));
        high.into_iter().zip(low).map(|(high, low)| (i128::from(high) << PART) + i128::from(low)).collect()
    };
    let (players, multiple) = (i128::from(n), i128::from(multiple));
    let rest = multiple * game.total() - totals.iter().sum::<i128>();
    let numerators = totals.iter().map(|total| players * total + rest).collect();
    Point::new(numerators, players * multiple)
}

/// The least common multiple of the numbers from one to n: 232 792 560 for twenty.
fn least_common_multiple(n: i64) -> i64 {
    (1..=n).fold(1, |multiple, number| {
        (1..=number).map(|times| times * multiple).find(|multiple| multiple % number == 0).unwrap_or(multiple)
    })
}

/// The multiple times g(s), for s from 0 to n; nothing for nobody and for everybody.
fn weights(n: i64, multiple: i64) -> Vec<i64> {
    let mut weights = vec![0];
    // (n−1)·C(n−2, s−1), from one s to the next.
    let mut count = n - 1;
    for s in 1..n {
        weights.push(multiple / count);
        count = count * (n - 1 - s) / s;
    }
    weights.push(0);
    weights
}

/// The weighted sum over the coalitions of each player, in order of players.
///
/// The coalitions stand in a table, a row for each company of the last half of the players, a column for each
/// of the first half. Added up by column it has all that the first half needs, by row all that the last half
/// needs.
fn sums(costs: &[i64], weights: &[i64], part: impl Fn(i64) -> i64) -> Vec<i64> {
    let n = weights.len() - 1;
    let columns = 1 << (n / 2);
    // Weights by the number of players in the row, then by column.
    let by_row: Vec<Vec<i64>> = (0..=n - n / 2)
        .map(|size| (0..columns).map(|column: usize| weights[size + column.count_ones() as usize]).collect())
        .collect();
    let mut by_column = vec![0; columns];
    let rows = costs.chunks_exact(columns).enumerate();
    let rows =
        rows.map(|(row, costs)| add_row(&mut by_column, &by_row[row.count_ones() as usize], costs, &part));
    let last = fold(rows.collect());
    let mut sums = fold(by_column);
    sums.extend(last);
    sums
}

/// Adds a row to the columns, weighted, and gives its sum. By itself, so that the compiler sees that nothing
/// overlaps.
#[inline(never)]
fn add_row(by_column: &mut [i64], weights: &[i64], costs: &[i64], part: &impl Fn(i64) -> i64) -> i64 {
    let mut sum = 0;
    for ((in_column, weight), cost) in by_column.iter_mut().zip(weights).zip(costs) {
        let weighted = part(*cost) * weight;
        *in_column += weighted;
        sum += weighted;
    }
    sum
}

/// The sum over the coalitions of each player. The upper half of a table has those of the last player; added
/// to the lower half it leaves a table half as long for the players before.
fn fold(mut table: Vec<i64>) -> Vec<i64> {
    let players = table.len().ilog2() as usize;
    let mut sums = vec![0; players];
    for player in (0..players).rev() {
        let (without, with) = table.split_at_mut(1 << player);
        for (without, with) in without.iter_mut().zip(with) {
            sums[player] += *with;
            *without += *with;
        }
        table.truncate(1 << player);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_whole_up_to_twenty_players() {
        assert_eq!(least_common_multiple(20), 232_792_560);
        for n in 1..=20 {
            let multiple = least_common_multiple(n);
            let mut count = n - 1;
            for s in 1..n {
                assert_eq!(multiple % count, 0, "{n} players, {s} together");
                count = count * (n - 1 - s) / s;
            }
        }
    }

    #[test]
    fn large_costs_are_exact() {
        let names = |n: usize| (0..n).map(|player| player.to_string()).collect::<Vec<_>>();
        let costs = |scale: i64| (0..1_i64 << 20).map(|s| (s * s % 1009) * scale).collect::<Vec<_>>();
        let small = Game::of_costs(names(20), costs(1)).map(|game| point(&game));
        let large = Game::of_costs(names(20), costs(90_000_000_000)).map(|game| point(&game));
        let (small, large) = small.zip(large).expect("games");
        for (small, large) in small.shares(1).into_iter().zip(large.shares(1)) {
            assert_eq!(Exact::new(small.numerator() * 90_000_000_000, small.denominator()), large);
        }
    }
}
