//! Sobol points, scrambled: they fill the cube more evenly than chance does.
//!
//! Direction numbers of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections",
//! SIAM J. Sci. Comput. 30 (2008), their set `new-joe-kuo-6.21201`, dimensions 1 to 64: Copyright (c) 2008, Frances Y.
//! Kuo and Stephen Joe, under the licence in LICENSES/LicenseRef-Joe-Kuo.txt. Scrambling by hashing
//! after B. Burley, "Practical Hash-based Owen Scrambling", JCGT 9 (2020). Whole numbers of 32 bits throughout.

/// One dimension of the points: a direction for every bit of a point's number.
pub(super) struct Dimension([u32; 32]);

impl Dimension {
    /// The dimension at a place, counted from zero; none beyond the table.
    pub(super) fn at(place: usize) -> Option<Self> {
        let mut directions = [0; 32];
        let Some(row) = place.checked_sub(1) else {
            // The first dimension is van der Corput's: the bits of the number in reverse.
            for (bit, direction) in directions.iter_mut().enumerate() {
                *direction = 1 << (31 - bit);
            }
            return Some(Self(directions));
        };
        let &(polynomial, starts) = ROWS.get(row)?;
        let degree = starts.len();
        for bit in 0..32 {
            directions[bit] = if let Some(start) = starts.get(bit) {
                start << (31 - bit)
            } else {
                let oldest = directions[bit - degree];
                let taken = (1..degree).filter(|step| polynomial >> (degree - 1 - step) & 1 == 1);
                taken.fold(oldest ^ oldest >> degree, |sum, step| sum ^ directions[bit - step])
            };
        }
        Some(Self(directions))
    }

    /// The coordinate of a point before scrambling, in units of 2⁻³².
    fn plain(&self, point: u32) -> u32 {
        let mut bits = point;
        let mut coordinate = 0;
        while bits != 0 {
            coordinate ^= self.0[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        coordinate
    }

    /// The coordinate of a point, strictly between 0 and 1; another seed is another, independent scrambling.
    pub(super) fn uniform(&self, point: u32, seed: u32) -> f64 {
        (f64::from(scramble(self.plain(point), seed)) + 0.5) / 4_294_967_296.0
    }
}

/// Owen's nested uniform scrambling by a hash in which bits are touched by lower ones only (Laine and Karras).
fn scramble(coordinate: u32, seed: u32) -> u32 {
    let mut x = coordinate.reverse_bits().wrapping_add(seed);
    for factor in [0x6c50_b47c, 0xb82f_1e52, 0xc7af_e638, 0x8d22_f6e6_u32] {
        x ^= x.wrapping_mul(factor);
    }
    x.reverse_bits()
}

/// Of every dimension from the second: the inner coefficients of its primitive polynomial as bits, and the first
/// direction numbers.
const ROWS: [(u32, &[u32]); 63] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
    (4, &[1, 3, 7, 13, 13, 15, 69]),
    (7, &[1, 1, 3, 13, 7, 35, 63]),
    (8, &[1, 3, 5, 9, 1, 25, 53]),
    (14, &[1, 3, 1, 13, 9, 35, 107]),
    (19, &[1, 3, 1, 5, 27, 61, 31]),
    (21, &[1, 1, 5, 11, 19, 41, 61]),
    (28, &[1, 3, 5, 3, 3, 13, 69]),
    (31, &[1, 1, 7, 13, 1, 19, 1]),
    (32, &[1, 3, 7, 5, 13, 19, 59]),
    (37, &[1, 1, 3, 9, 25, 29, 41]),
    (41, &[1, 3, 5, 13, 23, 1, 55]),
    (42, &[1, 3, 7, 3, 13, 59, 17]),
    (50, &[1, 3, 1, 3, 5, 53, 69]),
    (55, &[1, 1, 5, 5, 23, 33, 13]),
    (56, &[1, 1, 7, 7, 1, 61, 123]),
    (59, &[1, 1, 7, 9, 13, 61, 49]),
    (62, &[1, 3, 3, 5, 3, 55, 33]),
    (14, &[1, 3, 1, 15, 31, 13, 49, 245]),
    (21, &[1, 3, 5, 15, 31, 59, 63, 97]),
    (22, &[1, 3, 1, 11, 11, 11, 77, 249]),
    (38, &[1, 3, 1, 11, 27, 43, 71, 9]),
    (47, &[1, 1, 7, 15, 21, 11, 81, 45]),
    (49, &[1, 3, 7, 3, 25, 31, 65, 79]),
    (50, &[1, 3, 1, 1, 19, 11, 3, 205]),
    (52, &[1, 1, 5, 9, 19, 21, 29, 157]),
    (56, &[1, 3, 7, 11, 1, 33, 89, 185]),
    (67, &[1, 3, 3, 3, 15, 9, 79, 71]),
    (70, &[1, 3, 7, 11, 15, 39, 119, 27]),
    (84, &[1, 1, 3, 1, 11, 31, 97, 225]),
    (97, &[1, 1, 1, 3, 23, 43, 57, 177]),
    (103, &[1, 3, 7, 7, 17, 17, 37, 71]),
    (115, &[1, 3, 1, 5, 27, 63, 123, 213]),
    (122, &[1, 1, 3, 5, 11, 43, 53, 133]),
    (8, &[1, 3, 5, 5, 29, 17, 47, 173, 479]),
    (13, &[1, 3, 3, 11, 3, 1, 109, 9, 69]),
    (16, &[1, 1, 1, 5, 17, 39, 23, 5, 343]),
    (22, &[1, 3, 1, 5, 25, 15, 31, 103, 499]),
    (25, &[1, 1, 1, 11, 11, 17, 63, 105, 183]),
    (44, &[1, 1, 5, 11, 9, 29, 97, 231, 363]),
    (47, &[1, 1, 5, 15, 19, 45, 41, 7, 383]),
    (52, &[1, 3, 7, 7, 31, 19, 83, 137, 221]),
    (55, &[1, 1, 1, 3, 23, 15, 111, 223, 83]),
    (59, &[1, 1, 5, 13, 31, 15, 55, 25, 161]),
    (62, &[1, 1, 3, 13, 25, 47, 39, 87, 257]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_visits_every_part_of_the_line_once() {
        for place in 0..=ROWS.len() {
            let dimension = Dimension::at(place).expect("in the table");
            let mut visits = [0; 256];
            for point in 0..256 {
                let scrambled = scramble(dimension.plain(point), 0x5eed ^ u32::try_from(place).expect("few"));
                visits[scrambled as usize >> 24] += 1;
            }
            assert_eq!(visits, [1; 256], "dimension {place}");
        }
        assert!(Dimension::at(ROWS.len() + 1).is_none());
    }

    #[test]
    fn the_first_points_are_those_of_the_published_example() {
        // The points 1 to 7 of the first three dimensions (Joe and Kuo 2008), as eighths.
        let expected = [[4, 4, 4], [2, 6, 6], [6, 2, 2], [1, 5, 3], [5, 1, 7], [3, 3, 5], [7, 7, 1]];
        let dimensions: Vec<Dimension> = (0..3).filter_map(Dimension::at).collect();
        // In Gray code's order, as published, the points are the same with the numbers shuffled.
        let mut found: Vec<[u32; 3]> =
            (1..8).map(|point| [0, 1, 2].map(|place: usize| dimensions[place].plain(point) >> 29)).collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
}
