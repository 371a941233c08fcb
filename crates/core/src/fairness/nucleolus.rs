//! The nucleolus: the division whose largest excess is least, then its second largest, and so on. A sequence
//! of linear programs, solved from the dual side in whole numbers; a coalition becomes a row only when it is
//! violated.

use std::num::Wrapping;

use super::basis::{Basis, Row, sum_of};
use super::exact::{Exact, Point, common_divisor};
use super::formulas::ensc_point;
use super::game::Game;
use super::scan::{Excesses, Sums};
use super::stability::Division;

/// Pivots in a row that may leave the level where it is, before the first violated row is taken instead of
/// the worst.
const PATIENCE: usize = 1_000;

/// Among which divisions the nucleolus is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// Those in which nobody pays more than by itself.
    Imputations,
    /// All of them, since there is no imputation: the prenucleolus.
    Preimputations,
}

impl Over {
    /// The word that reports use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Imputations => "imputations",
            Self::Preimputations => "preimputations",
        }
    }
}

/// A nucleolus and among which divisions it was sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nucleolus {
    /// What everyone pays or gains.
    pub division: Division,
    /// Among which divisions.
    pub over: Over,
}

/// How the excess of a coalition is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// As it is.
    Whole,
    /// Divided by the number of players.
    PerCapita,
}

impl Excess {
    fn weight(self, coalition: usize) -> i64 {
        if self == Self::Whole { 1 } else { i64::from(coalition.count_ones()) }
    }
}

/// The nucleolus (Schmeidler 1969; MODEL 10), exactly: over the imputations where there are any, else the
/// prenucleolus. It is in the core whenever the core is not empty. `None` where its fractions do not fit in
/// `i128`: determinants allow that for many players, but no game is known that comes near.
pub fn nucleolus(game: &Game) -> Option<Nucleolus> {
    of(game, Excess::Whole, prenucleolus(game, Excess::Whole)?)
}

/// The per-capita nucleolus (Grotte 1970): as [`nucleolus`], of excesses divided by the number of players.
/// When all of it becomes cheaper, nobody pays more.
pub fn per_capita_nucleolus(game: &Game) -> Option<Nucleolus> {
    of(game, Excess::PerCapita, prenucleolus(game, Excess::PerCapita)?)
}

/// The least core value (Maschler, Peleg and Shapley 1979): the least amount, in cents, such that under some
/// division no coalition of some of the players gains more than it by leaving. Above zero the core is empty.
/// `None` for one player, who can leave nobody, and as for [`nucleolus`].
pub fn least_core(game: &Game) -> Option<Exact> {
    prenucleolus(game, Excess::Whole)?.level
}

/// The nucleolus, given the prenucleolus: the same wherever that is an imputation.
pub(super) fn of(game: &Game, excess: Excess, prenucleolus: Solution) -> Option<Nucleolus> {
    let imputations = has_imputations(game);
    let point = prenucleolus.point;
    let is_one =
        (0..game.size()).all(|player| point.numerators[player] <= point.denominator * game.alone(player));
    let point = if imputations && !is_one { Program::new(game, excess, true).solve()?.point } else { point };
    let over = if imputations { Over::Imputations } else { Over::Preimputations };
    Some(Nucleolus { division: Division::of(game, &point), over })
}

/// Whether some division asks of nobody more than it pays by itself.
fn has_imputations(game: &Game) -> bool {
    (0..game.size()).map(|player| game.alone(player)).sum::<i128>() >= game.total()
}

/// A prenucleolus, with the level of its first linear program.
pub(super) struct Solution {
    point: Point,
    /// The least largest excess, in cents; none for one player.
    pub(super) level: Option<Exact>,
}

pub(super) fn prenucleolus(game: &Game, excess: Excess) -> Option<Solution> {
    match equal_split(game, excess) {
        Some(solution) => Some(solution),
        None => Program::new(game, excess, false).solve(),
    }
}

/// The equal split of non-separable costs, where it is the prenucleolus. There all coalitions that lack one
/// player have the same excess; they balance each other and settle everyone, so that it is enough that none
/// exceeds theirs (Kohlberg 1971).
fn equal_split(game: &Game, excess: Excess) -> Option<Solution> {
    let others = game.everybody() ^ 1;
    if others == 0 {
        return None;
    }
    let point = ensc_point(game);
    let weight = i128::from(excess.weight(others));
    let level = (game.total() - i128::from(game.costs[others])) * point.denominator - point.numerators[0];
    let part = if excess == Excess::Whole { 0 } else { level };
    let parts: Vec<i128> = point.numerators.iter().map(|numerator| weight * numerator - part).collect();
    let excesses =
        Excesses::new((&game.costs, &game.open), (&parts, part - level), weight * point.denominator);
    let exceeded = excesses.find_positive(|_, _| true).is_some();
    let level = Some(Exact::new(level, weight * point.denominator));
    (!exceeded).then_some(Solution { point, level })
}

/// The linear programs: min ε such that y(S) − w(S)·ε ≤ c(S) where S is open, y(T) as settled, and with
/// imputations y(i) ≤ c(i).
struct Program<'a> {
    game: &'a Game,
    excess: Excess,
    imputations: bool,
    /// [`PATIENCE`], but for tests.
    patience: usize,
    /// The costs of open coalitions; infinite for settled ones.
    open: Vec<f64>,
    /// Coalitions of which the payment is settled, with what they pay above the denominator.
    settled: Vec<(usize, i128)>,
    denominator: i128,
    basis: Basis,
    /// The row in each place of the basis, whether it is an inequality, and its right-hand side above the
    /// denominator.
    rows: Vec<Option<(Row, bool, i128)>>,
}

/// The solution that belongs to a basis.
struct Vertex {
    parts: Vec<i128>,
    level: i128,
    denominator: i128,
}

impl<'a> Program<'a> {
    fn new(game: &'a Game, excess: Excess, imputations: bool) -> Self {
        Self {
            game,
            excess,
            imputations,
            patience: PATIENCE,
            open: game.open.clone(),
            settled: vec![(game.everybody(), game.total())],
            denominator: 1,
            basis: Basis::unit(game.size()),
            rows: vec![None; game.size() + 1],
        }
    }

    /// Program after program, each settling at least one coalition more, until everyone is.
    fn solve(mut self) -> Option<Solution> {
        let mut level = None;
        loop {
            self.start()?;
            let vertex = self.optimum()?;
            if self.settled.len() == self.game.size() {
                let point = Point::new(vertex.parts, vertex.denominator);
                return Some(Solution { point, level });
            }
            level = level.or(Some(Exact::new(vertex.level, vertex.denominator)));
            self.settle(&vertex);
        }
    }

    /// The first basis of a program: what is settled, and open coalitions of which the multipliers are known
    /// to be positive or zero, so that it is dual feasible without a search.
    fn start(&mut self) -> Option<()> {
        let n = self.game.size();
        self.basis = Basis::unit(n);
        self.rows = vec![None; n + 1];
        for (coalition, paid) in std::mem::take(&mut self.settled) {
            if self.insert(Row { coalition, weight: 0 }, false, paid) {
                self.settled.push((coalition, paid));
            }
        }
        if self.settled.len() == 1 {
            // All that lack one player balance each other: every multiplier is positive.
            for player in 0..n {
                self.insert_open(self.game.everybody() ^ 1 << player)?;
            }
        } else if self.settled.len() < n {
            // So do two that together are everybody; those of the players below are zero.
            self.close_settled();
            let one = self.cheapest_pair();
            self.insert_open(one)?;
            self.insert_open(self.game.everybody() ^ one)?;
        }
        for player in 0..n {
            self.insert_open(1 << player)?;
        }
        Some(())
    }

    /// One of two open coalitions that together are everybody and that cost least: their level is the
    /// highest.
    fn cheapest_pair(&self) -> usize {
        let (without, with) = self.open.split_at(self.open.len() / 2);
        let costs = without.iter().zip(with.iter().rev()).map(|(one, other)| one + other).enumerate();
        let cheaper = |best: (usize, f64), next: (usize, f64)| if next.1 < best.1 { next } else { best };
        costs.fold((0, f64::INFINITY), cheaper).0
    }

    /// Takes a row into the first basis, unless it depends on those that are there.
    fn insert(&mut self, row: Row, inequality: bool, right: i128) -> bool {
        let coordinates = self.basis.coordinates(row);
        let free = |place: &usize| self.rows[*place].is_none() && coordinates[*place] != 0;
        let Some(place) = (0..self.rows.len()).find(free) else { return false };
        self.basis.replace(place, &coordinates);
        self.rows[place] = Some((row, inequality, right));
        true
    }

    fn insert_open(&mut self, coalition: usize) -> Option<bool> {
        let right = self.right(coalition)?;
        Some(self.insert(Row { coalition, weight: self.excess.weight(coalition) }, true, right))
    }

    fn right(&self, coalition: usize) -> Option<i128> {
        i128::from(self.game.costs[coalition]).checked_mul(self.denominator)
    }

    /// Closes every coalition whose payment follows from what is settled: those on which all vectors vanish
    /// that vanish on the settled ones. A fixed mixture of the vectors, in whole numbers that wrap, says
    /// which are not.
    fn close_settled(&mut self) {
        let n = self.game.size();
        let free: Vec<&[i64]> = (0..n)
            .filter(|place| self.rows[*place].is_none())
            .map(|place| &self.basis.column(place)[..n])
            .collect();
        let mut mixture = vec![Wrapping(0_i64); n];
        let mut factor = Wrapping(1_i64);
        for vector in &free {
            factor *= 0x5851_F42D_4C95_7F2D;
            mixture.iter_mut().zip(*vector).for_each(|(mixed, number)| *mixed += factor * Wrapping(*number));
        }
        let sums = Sums::of(&mixture);
        for (coalition, cost) in self.open.iter_mut().enumerate() {
            if sums.get(coalition).0 == 0 && free.iter().all(|vector| sum_of(vector, coalition) == 0) {
                *cost = f64::INFINITY;
            }
        }
    }

    /// Pivots until nothing is violated: the dual simplex method. Where the level stands still for long, the
    /// first violated row in order enters, so that no basis returns (Bland 1977).
    fn optimum(&mut self) -> Option<Vertex> {
        let level = self.game.size();
        let mut stalled = 0;
        loop {
            let vertex = self.vertex()?;
            let Some(row) = self.violated(&vertex, stalled >= self.patience) else { return Some(vertex) };
            let coordinates = self.basis.coordinates(row);
            let place = self.leaving(&coordinates)?;
            stalled = if self.basis.column(place)[level] == 0 { stalled + 1 } else { 0 };
            self.basis.replace(place, &coordinates);
            self.rows[place] = Some((row, true, self.right(row.coalition)?));
        }
    }

    /// What everyone pays when the rows of the basis hold with equality.
    fn vertex(&self) -> Option<Vertex> {
        let n = self.game.size();
        let mut parts = vec![0_i128; n + 1];
        for (place, (_, _, right)) in
            self.rows.iter().enumerate().filter_map(|(place, row)| Some((place, (*row)?)))
        {
            for (part, number) in parts.iter_mut().zip(self.basis.column(place)) {
                if *number != 0 {
                    *part = part.checked_add(right.checked_mul(i128::from(*number))?)?;
                }
            }
        }
        let denominator = self.denominator.checked_mul(i128::from(self.basis.determinant()))?;
        let point = Point { numerators: parts, denominator };
        let fits = point.fits();
        let mut parts = point.numerators;
        let level = parts.pop()?;
        fits.then_some(Vertex { parts, level, denominator })
    }

    /// A row that the vertex violates: about the worst, or the first.
    fn violated(&self, vertex: &Vertex, first: bool) -> Option<Row> {
        if self.settled.len() == self.game.size() {
            return None;
        }
        let costs = (self.game.costs.as_slice(), self.open.as_slice());
        let shifted: Vec<i128>;
        let (parts, start) = if self.excess == Excess::Whole {
            (&vertex.parts, -vertex.level)
        } else {
            shifted = vertex.parts.iter().map(|part| part - vertex.level).collect();
            (&shifted, 0)
        };
        let excesses = Excesses::new(costs, (parts, start), vertex.denominator);
        let row = |coalition| Row { coalition, weight: self.excess.weight(coalition) };
        if !first {
            let (worst, _) = excesses.worst();
            if excesses.exact(worst) > 0 && self.open[worst].is_finite() {
                return Some(row(worst));
            }
        }
        excesses.find_positive(|_, _| true).map(row).or_else(|| {
            let beyond =
                |player: &usize| vertex.parts[*player] > vertex.denominator * self.game.alone(*player);
            let player = (0..self.game.size()).filter(|_| self.imputations).find(beyond)?;
            Some(Row { coalition: 1 << player, weight: 0 })
        })
    }

    /// The place of the row that leaves: of those whose multiplier falls, the one that is zero first; of
    /// equals, the first row in order.
    fn leaving(&self, coordinates: &[i64]) -> Option<usize> {
        let mut best: Option<(i128, i128, (bool, usize), usize)> = None;
        for (place, row) in self.rows.iter().enumerate() {
            let Some((row, true, _)) = row else { continue };
            let falls = i128::from(coordinates[place]);
            if falls <= 0 {
                continue;
            }
            let multiplier = -i128::from(self.basis.column(place)[self.game.size()]);
            let order = (row.weight == 0, row.coalition);
            let sooner = best.is_none_or(|(other, other_falls, other_order, _)| {
                (multiplier * other_falls).cmp(&(other * falls)).then(order.cmp(&other_order)).is_lt()
            });
            if sooner {
                best = Some((multiplier, falls, order, place));
            }
        }
        best.map(|(.., place)| place)
    }

    /// Rows with a positive multiplier hold with equality in every optimum: they are settled (complementary
    /// slackness).
    fn settle(&mut self, vertex: &Vertex) {
        let n = self.game.size();
        for (place, row) in self.rows.iter().enumerate() {
            if let Some((row, true, _)) = row
                && self.basis.column(place)[n] < 0
            {
                self.settled.push((row.coalition, 0));
            }
        }
        let mut divisor = vertex.denominator;
        for (coalition, paid) in &mut self.settled {
            *paid = sum_of(&vertex.parts, *coalition);
            divisor = common_divisor(divisor, paid.abs());
        }
        self.settled.iter_mut().for_each(|(_, paid)| *paid /= divisor);
        self.denominator = vertex.denominator / divisor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Costs of few values, so that many pivots stand still.
    fn degenerate(players: usize, seed: u64) -> Option<Game> {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::from(state >> 62 > 0)
        };
        let names = (0..players).map(|player| player.to_string()).collect();
        Game::of_costs(names, (0..1 << players).map(|_| draw()).collect())
    }

    #[test]
    fn the_first_violated_row_leads_where_the_worst_does() {
        for seed in 0..40 {
            let game = degenerate(6, seed).expect("a game");
            for excess in [Excess::Whole, Excess::PerCapita] {
                for imputations in [false, has_imputations(&game)] {
                    let worst = Program::new(&game, excess, imputations).solve().expect("exact");
                    let patience = 0;
                    let first = Program { patience, ..Program::new(&game, excess, imputations) };
                    let first = first.solve().expect("exact");
                    assert_eq!((worst.point, worst.level), (first.point, first.level), "seed {seed}");
                }
            }
        }
    }

    #[test]
    fn the_shortcut_leads_where_the_programs_do() {
        let names = ["a", "b", "c", "d"].map(String::from).to_vec();
        let costs = (0..16_i64).map(|coalition| (coalition * 1_000_000).isqrt()).collect();
        let game = Game::of_costs(names, costs).expect("a game");
        for excess in [Excess::Whole, Excess::PerCapita] {
            let short = equal_split(&game, excess).expect("a concave game");
            let long = Program::new(&game, excess, false).solve().expect("exact");
            assert_eq!((short.point, short.level), (long.point, long.level));
        }
    }
}
