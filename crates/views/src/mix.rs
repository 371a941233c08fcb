//! Two keys side by side, and where a mix of them tips a partner from advantage to disadvantage.
//!
//! Every point is a whole calculation of the option with that mix: nothing is drawn through two of them.

use deelsom_charts::{DumbbellChart, DumbbellRow};
use deelsom_core::study::{Key, Study, Variant};
use deelsom_core::{Effect, Money, Register, calculate};
use deelsom_language::words::mix as words;

use crate::amounts::Amounts;
use crate::{Drawn, Seen};

/// How many parts the way from one key to the other is looked at in, before looking closer.
const PARTS: u32 = 10;

/// How often to look closer at most: enough for one part in a million where a guarantee bends the course.
const STEPS: u32 = 24;

/// As near to nothing as is looked for.
const NEAR: Money = Money::from_cents(1);

/// Two keys for the costs of an option that no service or line has a key of its own for.
pub struct Mix<'a> {
    study: Study,
    register: &'a Register,
    keys: [Key; 2],
}

/// How an advantage of a partner depends on the mix.
#[derive(Debug, Clone, PartialEq)]
pub enum Tipping {
    /// An advantage, whatever the mix.
    AlwaysGains,
    /// A disadvantage, whatever the mix.
    NeverGains,
    /// No difference anywhere.
    Nothing,
    /// It changes sides at these shares of the second key.
    At {
        /// Whether the first key alone gives an advantage.
        gains_first: bool,
        /// The shares, rising, of which there is at least one.
        shares: Vec<f64>,
    },
}

impl<'a> Mix<'a> {
    /// A mix of two keys in an option of a study.
    pub fn of(study: &Study, register: &'a Register, option: &Variant, keys: [Key; 2]) -> Self {
        let mut study = study.clone();
        // What other options do takes time and says nothing here.
        study.options = vec![option.clone()];
        Self { study, register, keys }
    }

    /// What the option does with so much of the second key, in percent.
    pub fn at(&self, percent: f64) -> Effect {
        let mut study = self.study.clone();
        let [first, second] = self.keys.clone();
        study.options[0].keys.default = Some(Key::Mix(weighed(percent, [first, second]).into()));
        calculate(&study, self.register).effects.remove(0)
    }

    /// Where each partner's net present value changes sides.
    pub fn tipping(&self) -> Vec<Tipping> {
        let npv = |percent: f64, partner: usize| self.at(percent).partners[partner].result.npv;
        let grid: Vec<(f64, Vec<Money>)> = (0..=PARTS)
            .map(|part| {
                let percent = f64::from(part) * 100.0 / f64::from(PARTS);
                let partners = self.at(percent).partners;
                (percent, partners.iter().map(|partner| partner.result.npv).collect())
            })
            .collect();
        let of_partner = |partner: usize| {
            let points: Vec<(f64, Money)> = grid.iter().map(|(at, npvs)| (*at, npvs[partner])).collect();
            tipping(&points, &|percent| npv(percent, partner))
        };
        (0..self.study.partners.len()).map(of_partner).collect()
    }
}

/// Two things with their weights in a mix, which have nine decimals so that a file can hold them.
pub fn weighed<T>(percent: f64, [first, second]: [T; 2]) -> [(f64, T); 2] {
    let nine = |percent: f64| (percent * 1e9).round() / 1e9;
    [(nine(100.0 - percent), first), (nine(percent), second)]
}

/// Where a course through these points changes sides; `at` says how it goes between them.
fn tipping(points: &[(f64, Money)], at: &dyn Fn(f64) -> Money) -> Tipping {
    let mut sided = points.iter().filter(|(_, npv)| !npv.is_zero());
    let Some(first) = sided.next() else { return Tipping::Nothing };
    let (mut last, mut shares) = (*first, Vec::new());
    for point in sided {
        if (point.1 > Money::ZERO) != (last.1 > Money::ZERO) {
            shares.push(crossing(last, *point, at) / 100.0);
        }
        last = *point;
    }
    let gains_first = first.1 > Money::ZERO;
    match (shares.is_empty(), gains_first) {
        (true, true) => Tipping::AlwaysGains,
        (true, false) => Tipping::NeverGains,
        _ => Tipping::At { gains_first, shares },
    }
}

/// Where a course between two points of different sides is nothing, or as near to it as whole cents come.
///
/// By the straight line through both, which nearly is the course where no guarantee bends it. The end that stays counts
/// half from the second time on, so that it moves too (the Illinois rule).
fn crossing(from: (f64, Money), to: (f64, Money), at: &dyn Fn(f64) -> Money) -> f64 {
    let side = |npv: Money| npv > Money::ZERO;
    let (mut low, mut high) = ((from.0, from.1.euros()), (to.0, to.1.euros()));
    let mut nearest = if from.1.abs() < to.1.abs() { from } else { to };
    let mut moved_last = None;
    for _ in 0..STEPS {
        let share = low.0 + (high.0 - low.0) * low.1 / (low.1 - high.1);
        // Nothing lies between two neighbours.
        if !(low.0 < share && share < high.0) {
            break;
        }
        let npv = at(share);
        if npv.abs() < nearest.1.abs() {
            nearest = (share, npv);
        }
        if npv.abs() <= NEAR {
            break;
        }
        let is_low = side(npv) == side(from.1);
        let (moved, other) = if is_low { (&mut low, &mut high) } else { (&mut high, &mut low) };
        *moved = (share, npv.euros());
        if moved_last == Some(is_low) {
            other.1 /= 2.0;
        }
        moved_last = Some(is_low);
    }
    nearest.0
}

/// What every partner has under the first key, under the second and under a mix.
pub fn draw(seen: Seen<'_>, title: &str, keys: &[String], effects: &[&Effect]) -> Drawn {
    let mut amounts = Amounts::new(seen.language);
    let mut rows = Vec::new();
    for (place, partner) in seen.study.partners.iter().enumerate() {
        let values: Vec<f64> = effects
            .iter()
            .map(|effect| {
                effect.partners.get(place).map_or(Money::ZERO, |partner| partner.result.npv).euros()
            })
            .collect();
        amounts.hold(&values);
        rows.push(DumbbellRow { name: partner.name.clone(), values });
    }
    let title = [seen.say(words::RESULT), ": ", title].concat();
    let drawing = DumbbellChart {
        figure: seen.figure("mix", &title, amounts.unit()),
        keys,
        rows: &rows,
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Drawn { title, chart }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUDY: &str = include_str!("../../../examples/voorschoten-wassenaar-2010.json");

    /// What whole cents of every entry and year may leave at a tipping point.
    const CENTS: Money = Money::from_cents(25);

    fn every_pair(study: &Study, see: &mut dyn FnMut(&Mix<'_>, Vec<Tipping>)) {
        let register = Register::embedded();
        let keys = Key::simple(study);
        for option in &study.options {
            for pair in keys.windows(2) {
                let mix = Mix::of(study, &register, option, [pair[0].clone(), pair[1].clone()]);
                let tipping = mix.tipping();
                see(&mix, tipping);
            }
        }
    }

    #[test]
    fn at_a_tipping_point_nothing_is_gained_or_lost() {
        let study = Study::read(STUDY, &Register::embedded()).expect("a study");
        let mut found = 0;
        every_pair(&study, &mut |mix, tipping| {
            for (partner, tipping) in tipping.iter().enumerate() {
                let npv = |percent: f64| mix.at(percent).partners[partner].result.npv;
                match tipping {
                    Tipping::At { gains_first, shares } => {
                        assert_eq!(npv(0.0) > Money::ZERO, *gains_first);
                        for share in shares {
                            assert!(npv(share * 100.0).abs() <= CENTS, "{share}: {:?}", npv(share * 100.0));
                            found += 1;
                        }
                    }
                    Tipping::AlwaysGains => assert!(npv(37.0) > Money::ZERO),
                    Tipping::NeverGains => assert!(npv(37.0) < Money::ZERO),
                    Tipping::Nothing => assert!(npv(37.0).is_zero()),
                }
            }
        });
        assert!(found > 0, "no key tips anyone");
    }

    #[test]
    fn both_ends_are_the_keys_themselves() {
        let register = Register::embedded();
        let study = Study::read(STUDY, &register).expect("a study");
        let keys = [Key::Inhabitants, Key::Equal];
        let mix = Mix::of(&study, &register, &study.options[0], keys.clone());
        for (percent, key) in [0.0, 100.0].into_iter().zip(keys) {
            let mut alone = study.clone();
            alone.options.truncate(1);
            alone.options[0].keys.default = Some(key);
            assert_eq!(mix.at(percent), calculate(&alone, &register).effects[0]);
        }
    }

    #[test]
    fn a_course_may_change_sides_more_than_once_or_touch_nothing() {
        let euros = |at: f64| Money::round((at - 15.0) * (at - 75.0));
        let points: Vec<_> = (0..=10).map(|part| f64::from(part) * 10.0).map(|at| (at, euros(at))).collect();
        let Tipping::At { gains_first: true, shares } = tipping(&points, &euros) else {
            panic!("it tips twice")
        };
        assert_eq!(shares.len(), 2);
        for (share, at) in shares.iter().zip([0.15, 0.75]) {
            assert!((share - at).abs() < 1e-5, "{share}");
        }
        let zero = |_: f64| Money::ZERO;
        assert_eq!(tipping(&[(0.0, Money::ZERO), (100.0, Money::ZERO)], &zero), Tipping::Nothing);
    }
}
