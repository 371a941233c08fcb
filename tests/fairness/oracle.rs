//! Fair division by the textbook, in fractions: slow, plain, and not related to what it judges.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fraction(i128, i128);

impl Fraction {
    pub(crate) const ZERO: Self = Self(0, 1);
    pub(crate) const ONE: Self = Self(1, 1);

    pub(crate) fn new(numerator: i128, denominator: i128) -> Self {
        let divisor = common_divisor(numerator.abs(), denominator.abs()) * denominator.signum();
        Self(numerator / divisor, denominator / divisor)
    }

    pub(crate) fn of(number: i64) -> Self {
        Self(i128::from(number), 1)
    }

    pub(crate) fn inverse(self) -> Self {
        Self::new(self.1, self.0)
    }
}

fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let divisor = common_divisor(self.1, other.1);
        Self::new(self.0 * (other.1 / divisor) + other.0 * (self.1 / divisor), self.1 / divisor * other.1)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Fraction {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0, self.1)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self - *other).0.cmp(&0)
    }
}

/// A game as the oracle sees it: what every coalition costs, by mask, in cents.
pub(crate) struct Costs {
    pub(crate) n: usize,
    pub(crate) of: Vec<i64>,
}

/// How an excess is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weigh {
    Whole,
    PerHead,
}

impl Costs {
    pub(crate) fn all(&self) -> usize {
        self.of.len() - 1
    }

    pub(crate) fn total(&self) -> Fraction {
        Fraction::of(self.of[self.all()])
    }

    pub(crate) fn alone(&self, player: usize) -> Fraction {
        Fraction::of(self.of[1 << player])
    }

    /// Whether the players together cost no more than each by itself.
    pub(crate) fn has_imputations(&self) -> bool {
        (0..self.n).map(|player| self.alone(player)).fold(Fraction::ZERO, Add::add) >= self.total()
    }

    pub(crate) fn paid(&self, shares: &[Fraction], coalition: usize) -> Fraction {
        members(self.n, coalition).fold(Fraction::ZERO, |sum, player| sum + shares[player])
    }

    pub(crate) fn excess(&self, shares: &[Fraction], coalition: usize, weigh: Weigh) -> Fraction {
        let excess = self.paid(shares, coalition) - Fraction::of(self.of[coalition]);
        let heads = if weigh == Weigh::Whole { 1 } else { i128::from(coalition.count_ones()) };
        excess * Fraction::new(1, heads)
    }
}

pub(crate) fn members(n: usize, coalition: usize) -> impl Iterator<Item = usize> {
    (0..n).filter(move |player| coalition >> player & 1 == 1)
}

/// What each player adds, averaged over every order.
pub(crate) fn shapley(game: &Costs) -> Vec<Fraction> {
    let mut order: Vec<usize> = (0..game.n).collect();
    let mut sums = vec![0_i128; game.n];
    let mut orders = 0;
    permute(&mut order, 0, &mut |order| {
        orders += 1;
        let mut there = 0;
        for player in order {
            let with = there | 1 << player;
            sums[*player] += i128::from(game.of[with]) - i128::from(game.of[there]);
            there = with;
        }
    });
    sums.into_iter().map(|sum| Fraction::new(sum, orders)).collect()
}

fn permute(order: &mut Vec<usize>, from: usize, see: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        see(order);
    }
    for place in from..order.len() {
        order.swap(from, place);
        permute(order, from + 1, see);
        order.swap(from, place);
    }
}

/// The least that the groups of any partition cost.
pub(crate) fn cover(game: &Costs, coalition: usize) -> i64 {
    if coalition == 0 {
        return 0;
    }
    let first = coalition & coalition.wrapping_neg();
    let groups = (1..=coalition).filter(|group| group & coalition == *group && group & first != 0);
    groups.map(|group| game.of[group] + cover(game, coalition ^ group)).min().expect("the coalition itself")
}

/// The nucleolus by Maschler's scheme, with a linear program for every tight coalition, and the level of the
/// first.
pub(crate) fn nucleolus(game: &Costs, weigh: Weigh, imputations: bool) -> (Vec<Fraction>, Option<Fraction>) {
    let n = game.n;
    let alone = (0..n).fold(Fraction::ZERO, |sum, player| sum + game.alone(player));
    let even =
        (game.total() - if imputations { alone } else { Fraction::ZERO }) * Fraction::new(1, n as i128);
    let own = |player| if imputations { game.alone(player) } else { Fraction::ZERO };
    let mut shares: Vec<Fraction> = (0..n).map(|player| own(player) + even).collect();
    let mut settled = vec![game.all()];
    let mut open: Vec<usize> = (1..game.all()).collect();
    let mut first = None;
    while !open.is_empty() {
        let worst = |shares: &[Fraction]| open.iter().map(|s| game.excess(shares, *s, weigh)).max();
        let level = worst(&shares).expect("an open coalition");
        // How far all excesses can fall together.
        let (_, by) = improve(game, &shares, &settled, &open, level, weigh, imputations, None);
        shares = shares.iter().zip(&by).map(|(share, by)| *share + *by).collect();
        let level = worst(&shares).expect("an open coalition");
        first = first.or(Some(level));
        // Which of those at the level can fall further.
        let tight: Vec<usize> =
            open.iter().copied().filter(|s| game.excess(&shares, *s, weigh) == level).collect();
        let stuck: Vec<usize> = tight
            .into_iter()
            .filter(|s| {
                improve(game, &shares, &settled, &open, level, weigh, imputations, Some(*s)).0
                    == Fraction::ZERO
            })
            .collect();
        assert!(!stuck.is_empty(), "every program settles something");
        open.retain(|s| !stuck.contains(s));
        settled.extend(stuck);
    }
    (shares, first)
}

/// The best move from some shares that keeps settled coalitions and the level: of all open coalitions at
/// once, or of one. Gives the gain and the move.
#[expect(clippy::too_many_arguments, reason = "a linear program has many parts")]
fn improve(
    game: &Costs,
    shares: &[Fraction],
    settled: &[usize],
    open: &[usize],
    level: Fraction,
    weigh: Weigh,
    imputations: bool,
    one: Option<usize>,
) -> (Fraction, Vec<Fraction>) {
    let n = game.n;
    let mut rows = Vec::new();
    let row = |coalition: usize, sign: i64, drop: i64, right: Fraction| {
        let mut row: Vec<Fraction> = vec![Fraction::ZERO; 2 * n + 2];
        for player in members(n, coalition) {
            row[player] = Fraction::of(sign);
            row[n + player] = Fraction::of(-sign);
        }
        row[2 * n] = Fraction::of(drop);
        row[2 * n + 1] = right;
        row
    };
    for coalition in settled {
        rows.push(row(*coalition, 1, 0, Fraction::ZERO));
        rows.push(row(*coalition, -1, 0, Fraction::ZERO));
    }
    for coalition in open {
        let heads = if weigh == Weigh::Whole { 1 } else { i64::from(coalition.count_ones()) };
        let room = (level - game.excess(shares, *coalition, weigh)) * Fraction::of(heads);
        let drop = if one.is_none_or(|one| one == *coalition) { heads } else { 0 };
        rows.push(row(*coalition, 1, drop, room));
    }
    for player in (0..n).filter(|_| imputations) {
        rows.push(row(1 << player, 1, 0, game.alone(player) - shares[player]));
    }
    // A drop of one at most: whether there is any is all that is asked of one coalition.
    if one.is_some() {
        rows.push(row(0, 0, 1, Fraction::ONE));
    }
    let mut objective = vec![Fraction::ZERO; 2 * n + 1];
    objective[2 * n] = Fraction::ONE;
    let (best, variables) = maximise(&objective, rows);
    (best, (0..n).map(|player| variables[player] - variables[n + player]).collect())
}

/// Kohlberg's criterion (1971): at every level the coalitions with at least that excess, weakly with the
/// players at their own cost, are balanced. Then, and only then, it is the nucleolus.
pub(crate) fn is_nucleolus(game: &Costs, shares: &[Fraction], weigh: Weigh, imputations: bool) -> bool {
    let n = game.n;
    let mut levels: Vec<Fraction> = (1..game.all()).map(|s| game.excess(shares, s, weigh)).collect();
    levels.sort_by(|a, b| b.cmp(a));
    levels.dedup();
    levels.into_iter().all(|level| {
        let above: Vec<usize> = (1..game.all()).filter(|s| game.excess(shares, *s, weigh) >= level).collect();
        // No move lets some of them fall and none rise.
        let mut rows = Vec::new();
        let mut objective = vec![Fraction::ZERO; 2 * n];
        let row = |coalition: usize, sign: i64, right: i64| {
            let mut row = vec![Fraction::ZERO; 2 * n + 1];
            for player in members(n, coalition) {
                row[player] = Fraction::of(sign);
                row[n + player] = Fraction::of(-sign);
            }
            row[2 * n] = Fraction::of(right);
            row
        };
        rows.push(row(game.all(), 1, 0));
        rows.push(row(game.all(), -1, 0));
        for coalition in &above {
            rows.push(row(*coalition, 1, 0));
            rows.push(row(*coalition, -1, 1));
            for player in members(n, *coalition) {
                objective[player] = objective[player] - Fraction::ONE;
                objective[n + player] = objective[n + player] + Fraction::ONE;
            }
        }
        for player in (0..n).filter(|player| imputations && shares[*player] == game.alone(*player)) {
            rows.push(row(1 << player, 1, 0));
        }
        maximise(&objective, rows).0 == Fraction::ZERO
    })
}

/// The largest value of an objective over x ≥ 0 with rows·x ≤ the last column, which is not negative: the
/// simplex method with a whole table and Bland's rule.
fn maximise(objective: &[Fraction], mut rows: Vec<Vec<Fraction>>) -> (Fraction, Vec<Fraction>) {
    let variables = objective.len();
    let count = rows.len();
    for (place, row) in rows.iter_mut().enumerate() {
        let right = row.pop().expect("a right-hand side");
        assert!(right >= Fraction::ZERO, "nothing moves to begin with");
        row.extend((0..count).map(|slack| if slack == place { Fraction::ONE } else { Fraction::ZERO }));
        row.push(right);
    }
    let width = variables + count;
    let mut goal: Vec<Fraction> = objective.to_vec();
    goal.resize(width + 1, Fraction::ZERO);
    let mut basic: Vec<usize> = (variables..width).collect();
    while let Some(enters) = (0..width).find(|variable| goal[*variable] > Fraction::ZERO) {
        let ratio = |place: &usize| rows[*place][width] * rows[*place][enters].inverse();
        let leaves = (0..count)
            .filter(|place| rows[*place][enters] > Fraction::ZERO)
            .min_by(|a, b| ratio(a).cmp(&ratio(b)).then(basic[*a].cmp(&basic[*b])))
            .expect("excesses have a least level");
        let scale = rows[leaves][enters].inverse();
        rows[leaves].iter_mut().for_each(|number| *number = *number * scale);
        let pivot = rows[leaves].clone();
        let others = rows.iter_mut().enumerate().filter(|(place, _)| *place != leaves).map(|(_, row)| row);
        for row in others.chain([&mut goal]) {
            let times = row[enters];
            if times != Fraction::ZERO {
                row.iter_mut().zip(&pivot).for_each(|(number, pivot)| *number = *number - times * *pivot);
            }
        }
        basic[leaves] = enters;
    }
    let mut solution = vec![Fraction::ZERO; width];
    for (place, variable) in basic.iter().enumerate() {
        solution[*variable] = rows[place][width];
    }
    (-goal[width], solution)
}
