//! Where a municipality's support staff sit, as far as its budget shows.
//!
//! One whose staff work for a joint organisation shows a contribution in its overhead, with hardly any salaries. To count
//! that organisation's own figures besides would count them twice. How the threshold was chosen: `data/README.md`.

use deelsom_language::{Language, sentences};

use crate::{Municipality, Overhead};

/// Below this share of salaries the staff sit elsewhere: at the end of the widest gap in the distribution.
const ELSEWHERE: f64 = 1.0 / 3.0;
/// A rise by this much in a year is more than drift.
const RISE: f64 = 0.1;

/// Where support staff sit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Support {
    /// Nobody can tell: there is no budget.
    Unknown,
    /// In the municipality's own service.
    Own(f64),
    /// Mostly in a joint organisation: such a small share of overhead is salaries.
    Elsewhere(f64),
    /// In its own service, and in a joint organisation the year before.
    Returned(f64),
}

/// Where a municipality's support staff sit.
pub fn support(municipality: &Municipality) -> Support {
    let before = municipality.overhead_before.and_then(salaries);
    match municipality.overhead.and_then(salaries) {
        None => Support::Unknown,
        Some(now) if now < ELSEWHERE => Support::Elsewhere(now),
        Some(now) if before.is_some_and(|before| before < ELSEWHERE && now - before >= RISE) => {
            Support::Returned(now)
        }
        Some(now) => Support::Own(now),
    }
}

/// What to know of it before its figures are used.
pub fn remark(municipality: &Municipality, language: Language) -> Option<String> {
    match support(municipality) {
        Support::Own(_) => None,
        Support::Unknown => Some(sentences::support_unknown(language)),
        Support::Elsewhere(share) => Some(sentences::support_elsewhere(language, share)),
        Support::Returned(share) => Some(sentences::support_returned(language, share)),
    }
}

/// The share of salaries in what overhead costs the municipality itself: what others pay for is theirs.
fn salaries(overhead: Overhead) -> Option<f64> {
    let own = overhead.cost - overhead.income;
    (own > 0.0).then(|| overhead.salaries / own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EMBEDDED, municipalities};

    fn of(name: &str) -> Support {
        let all = municipalities(EMBEDDED).expect("our own file");
        support(all.iter().find(|one| one.name == name).expect("a municipality"))
    }

    #[test]
    fn those_known_to_have_their_staff_elsewhere_are_recognised() {
        // All are members of a joint organisation that is named in the press or in our examples.
        for name in [
            "Enkhuizen",
            "Aalsmeer",
            "Uithoorn",
            "Wijchen",
            "Teylingen",
            "Castricum",
            "Leiderdorp",
            "Oegstgeest",
            "Nuenen, Gerwen en Nederwetten",
            "Ermelo",
        ] {
            assert!(matches!(of(name), Support::Elsewhere(_)), "{name}: {:?}", of(name));
        }
    }

    #[test]
    fn those_with_staff_of_their_own_and_hosts_are_not() {
        // Heemstede and Hardenberg are paid by others for what they do for them.
        for name in ["Voorschoten", "Wassenaar", "Leiden", "Utrecht", "Heemstede", "Hardenberg", "Oss"] {
            assert!(matches!(of(name), Support::Own(_)), "{name}: {:?}", of(name));
        }
    }

    #[test]
    fn a_return_is_seen_and_no_budget_too() {
        assert!(matches!(of("Barendrecht"), Support::Returned(share) if (0.50..0.51).contains(&share)));
        assert!(matches!(of("Ridderkerk"), Support::Returned(_)));
        // From 0.331 to 0.336 nobody came back.
        assert!(matches!(of("Roerdalen"), Support::Own(_)));
        assert_eq!(of("De Bilt"), Support::Unknown);
    }

    #[test]
    fn the_threshold_lies_in_a_gap_of_the_distribution() {
        let all = municipalities(EMBEDDED).expect("our own file");
        let shares: Vec<f64> = all.iter().filter_map(|one| one.overhead).filter_map(salaries).collect();
        let between =
            |low: f64, high: f64| shares.iter().filter(|share| (low..high).contains(*share)).count();
        assert_eq!(between(0.307, 0.336), 0, "the widest gap between the few and the many");
        // The table of `data/README.md`.
        let table = [0.0, 0.1, 0.2, ELSEWHERE, 0.5, 0.8, f64::INFINITY];
        let counts: Vec<usize> = table.windows(2).map(|pair| between(pair[0], pair[1])).collect();
        assert_eq!(counts, [30, 9, 8, 34, 235, 22]);
        assert_eq!(between(0.0, 0.05), 27);
        let returned = all.iter().filter(|one| matches!(support(one), Support::Returned(_))).count();
        assert_eq!(returned, 7);
    }
}
