//! A square set of independent rows with its inverse, in whole numbers: Edmonds' pivots, which divide without
//! a rest.

use std::iter::Sum;

/// A row of the linear programs of the nucleolus: the players of a coalition, and minus the weight of its
/// excess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) coalition: usize,
    pub(super) weight: i64,
}

/// The inverse of a matrix of rows, times its determinant. All its numbers are determinants of rows of zeros
/// and ones with one column of weights up to twenty: for twenty players less than 2^36 (Hadamard), so that
/// `i64` holds them.
pub(super) struct Basis {
    size: usize,
    /// Column by column of the inverse: one for each row of the matrix, in order of place.
    inverse: Vec<i64>,
    /// Positive.
    determinant: i64,
}

impl Basis {
    /// The unit rows of so many players and the level.
    pub(super) fn unit(players: usize) -> Self {
        let size = players + 1;
        let mut inverse = vec![0; size * size];
        inverse.iter_mut().step_by(size + 1).for_each(|one| *one = 1);
        Self { size, inverse, determinant: 1 }
    }

    pub(super) const fn determinant(&self) -> i64 {
        self.determinant
    }

    /// The column that belongs to the row in a place: the players, and the level last.
    pub(super) fn column(&self, place: usize) -> &[i64] {
        &self.inverse[place * self.size..][..self.size]
    }

    /// How much of each row of the matrix there is in a row, times the determinant.
    pub(super) fn coordinates(&self, row: Row) -> Vec<i64> {
        let columns = self.inverse.chunks_exact(self.size);
        columns
            .map(|column| {
                let (level, players) = column.split_last().unwrap_or((&0, &[]));
                sum_of(players, row.coalition) - row.weight * level
            })
            .collect()
    }

    /// Puts a row with these coordinates in a place, where its coordinate is not zero.
    pub(super) fn replace(&mut self, place: usize, coordinates: &[i64]) {
        let pivot = coordinates[place];
        let kept = self.column(place).to_vec();
        for (column, coordinate) in self.inverse.chunks_exact_mut(self.size).zip(coordinates) {
            if *coordinate == 0 && pivot == self.determinant {
                continue;
            }
            for (number, kept) in column.iter_mut().zip(&kept) {
                *number = minor(pivot, *number, *coordinate, *kept, self.determinant);
            }
        }
        self.inverse[place * self.size..][..self.size].copy_from_slice(&kept);
        self.determinant = pivot;
        if pivot < 0 {
            self.determinant = -pivot;
            self.inverse.iter_mut().for_each(|number| *number = -*number);
        }
    }
}

/// The numbers of the players of a coalition, added up.
pub(super) fn sum_of<T: Copy + Default + Sum>(numbers: &[T], coalition: usize) -> T {
    let numbers = numbers.iter().enumerate();
    numbers.map(|(player, number)| if coalition >> player & 1 == 1 { *number } else { T::default() }).sum()
}

/// (a·b − c·d) / by, without a rest.
fn minor(a: i64, b: i64, c: i64, d: i64, by: i64) -> i64 {
    if let Some((ab, cd)) = a.checked_mul(b).zip(c.checked_mul(d))
        && let Some(difference) = ab.checked_sub(cd)
    {
        return difference / by;
    }
    let difference = i128::from(a) * i128::from(b) - i128::from(c) * i128::from(d);
    #[expect(clippy::cast_possible_truncation, reason = "a determinant, which i64 holds")]
    let minor = (difference / i128::from(by)) as i64;
    minor
}
