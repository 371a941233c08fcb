//! Posts that depend on one person.

use std::collections::BTreeSet;

use deelsom_core::{Band, Vulnerability};

/// Whether nobody does the work: as many persons as two decimals show nothing of.
pub fn is_vacant(row: &Vulnerability) -> bool {
    row.persons < 0.005
}

/// Whether it depends on one person. A post that nobody holds depends on nobody.
pub fn is_single(row: &Vulnerability) -> bool {
    row.band == Band::Single && !is_vacant(row)
}

/// How many posts depend on one person. In a joint organisation a post has a row for every municipality: it counts once.
pub fn count(rows: &[Vulnerability]) -> usize {
    let posts = rows.iter().filter(|row| is_single(row)).map(|row| (row.unit.0, row.service.0, row.role.0));
    posts.collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use deelsom_core::Rate;
    use deelsom_core::study::{PartnerId, RoleId, ServiceId, UnitId};

    use super::*;

    fn row(unit: usize, partner: usize, persons: f64) -> Vulnerability {
        Vulnerability {
            unit: UnitId(unit),
            partner: PartnerId(partner),
            service: ServiceId(0),
            role: RoleId(0),
            persons,
            uncovered: Rate::new(0.5),
            band: Band::Single,
        }
    }

    #[test]
    fn a_post_in_a_joint_organisation_counts_once_and_one_that_nobody_holds_never() {
        assert_eq!(count(&[row(2, 0, 1.0), row(2, 1, 0.8)]), 1);
        assert_eq!(count(&[row(0, 0, 1.0), row(1, 1, 0.8)]), 2);
        assert_eq!(count(&[row(0, 0, 0.0)]), 0);
        assert!(is_vacant(&row(0, 0, 0.0)) && !is_single(&row(0, 0, 0.0)));
    }
}
