//! The plain choices that a study is written from, and how likely each is.

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;

use super::Pick;
use super::keys::{KeySketch, keys};

/// The choices of a whole study.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    pub(super) first_year: u16,
    pub(super) years: u16,
    /// Whether prices are nominal, and the base year from the first.
    pub(super) prices: Option<(bool, Option<i8>)>,
    pub(super) partners: Vec<PartnerSketch>,
    pub(super) services: Vec<ServiceSketch>,
    pub(super) today: Vec<UnitSketch>,
    pub(super) posts: Vec<PostSketch>,
    pub(super) running: Vec<RunningSketch>,
    pub(super) departures: Vec<DepartureSketch>,
    pub(super) deviations: Vec<DeviationSketch>,
    pub(super) options: Vec<OptionSketch>,
}

#[derive(Debug, Clone)]
pub(super) struct PartnerSketch {
    pub(super) inhabitants: u32,
    pub(super) general_grant: u32,
    pub(super) budget: u32,
    /// Thousandths.
    pub(super) growth: Option<i16>,
    /// Hundredths.
    pub(super) recoverable_vat: Option<u8>,
}

#[derive(Debug, Clone)]
pub(super) struct ServiceSketch {
    pub(super) kind: Option<Pick>,
    pub(super) volumes: Option<[u16; 4]>,
}

#[derive(Debug, Clone)]
pub(super) struct UnitSketch {
    /// A bit for every partner.
    pub(super) members: u8,
    pub(super) reversed: bool,
    pub(super) form: Pick,
    pub(super) host: Pick,
    pub(super) net: Option<bool>,
    pub(super) vat: Option<Pick>,
    pub(super) key: KeySketch,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum PaySketch {
    Scale(Pick),
    /// Thousands of euros a year.
    Cost(u8),
}

#[derive(Debug, Clone)]
pub(super) struct PostSketch {
    pub(super) unit: Pick,
    pub(super) service: Pick,
    pub(super) role: Pick,
    /// Hundredths.
    pub(super) fte: u16,
    /// Percents of the posts.
    pub(super) in_post: Option<u8>,
    pub(super) pay: PaySketch,
}

#[derive(Debug, Clone)]
pub(super) enum AmountSketch {
    Yearly(i32),
    /// By year, from the first.
    ByYear(Vec<(i8, i32)>),
}

#[derive(Debug, Clone)]
pub(super) struct RunningSketch {
    pub(super) unit: Pick,
    pub(super) service: Option<Pick>,
    pub(super) name: Pick,
    pub(super) amount: AmountSketch,
    pub(super) carries_vat: Option<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct DepartureSketch {
    pub(super) post: Pick,
    pub(super) month: Pick,
    /// Hundredths.
    pub(super) fte: u16,
}

#[derive(Debug, Clone)]
pub(super) enum DeviationSketch {
    /// A value at so many twentieths of its range.
    General {
        id: Pick,
        twentieths: u8,
    },
    OfService {
        id: Pick,
        twentieths: u8,
        service: Pick,
    },
    /// An index by year, in thousandths.
    Index {
        prices: bool,
        rows: Vec<(i8, i16)>,
    },
    Director {
        form: Pick,
        scale: Option<Pick>,
    },
}

#[derive(Debug, Clone)]
pub(super) struct OptionSketch {
    pub(super) units: Vec<UnitSketch>,
    /// A month from the first, also before it.
    pub(super) freeze: Option<i8>,
    pub(super) moves: Vec<MoveSketch>,
    pub(super) one_offs: Vec<OneOffSketch>,
    pub(super) recurring: Vec<RecurringSketch>,
    pub(super) default_key: Option<KeySketch>,
    pub(super) service_keys: Vec<(Pick, KeySketch)>,
    pub(super) line_keys: Vec<(Pick, KeySketch)>,
    pub(super) transition: Option<u8>,
    /// Hundredths of euros per inhabitant.
    pub(super) guarantee: Option<u16>,
    pub(super) vat: Option<Pick>,
    pub(super) exit: Option<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct MoveSketch {
    pub(super) service: Pick,
    pub(super) month: Pick,
    /// Targets that the move starts from; more are added until every source is housed.
    pub(super) targets: Vec<Pick>,
    pub(super) rule: RuleSketch,
    pub(super) posts: Vec<TargetPostSketch>,
    /// Percents.
    pub(super) saving: Option<i8>,
    /// Percents.
    pub(super) ramp: Option<Vec<u8>>,
    pub(super) surplus_after: Option<u8>,
    pub(super) split: Option<[u8; 4]>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum RuleSketch {
    Unsaid,
    Same,
    Scale,
    /// Percents.
    Percent(i8),
    /// Thousandths of fte.
    Norm(u16),
}

#[derive(Debug, Clone)]
pub(super) struct TargetPostSketch {
    pub(super) role: Pick,
    /// Hundredths.
    pub(super) fte: u16,
    pub(super) pay: Option<PaySketch>,
    pub(super) unit: Option<Pick>,
    pub(super) fixed: Option<bool>,
}

#[derive(Debug, Clone)]
pub(super) enum PayerSketch {
    Unsaid,
    Key(KeySketch),
    Bearer { unit: Pick, prefixed: bool },
}

#[derive(Debug, Clone)]
pub(super) struct OneOffSketch {
    pub(super) name: Pick,
    pub(super) month: Pick,
    pub(super) months: Option<u8>,
    pub(super) amount: i32,
    pub(super) estimate: Option<bool>,
    pub(super) payer: PayerSketch,
    pub(super) per_partner: Option<bool>,
    pub(super) carries_vat: Option<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct RecurringSketch {
    pub(super) name: Pick,
    pub(super) from: Pick,
    /// How many months later it ends.
    pub(super) lasts: Option<u8>,
    pub(super) amount: i32,
    pub(super) payer: PayerSketch,
    pub(super) per_partner: Option<bool>,
    pub(super) carries_vat: Option<bool>,
    pub(super) unspecified: Option<bool>,
}

pub(super) fn sketches() -> impl Strategy<Value = Sketch> {
    let frame = (2024_u16..=2028, 1_u16..=5, of((any::<bool>(), of(-3_i8..=2))));
    let who = (vec(partner(), 2..=4), vec(service(), 1..=3), vec(unit(), 0..=2));
    let what = (vec(post(), 0..=9), vec(running(), 0..=4), vec(departure(), 0..=2), vec(deviation(), 0..=5));
    (frame, who, what, vec(option(), 1..=2)).prop_map(|(frame, who, what, options)| {
        let (first_year, years, prices) = frame;
        let (partners, services, today) = who;
        let (posts, running, departures, deviations) = what;
        Sketch {
            first_year,
            years,
            prices,
            partners,
            services,
            today,
            posts,
            running,
            departures,
            deviations,
            options,
        }
    })
}

fn partner() -> impl Strategy<Value = PartnerSketch> {
    let figures = (1_000_u32..=80_000, 0_u32..=90_000_000, 0_u32..=200_000_000);
    (figures, of(-20_i16..=30), of(0_u8..=100)).prop_map(|(figures, growth, recoverable_vat)| {
        let (inhabitants, general_grant, budget) = figures;
        PartnerSketch { inhabitants, general_grant, budget, growth, recoverable_vat }
    })
}

fn service() -> impl Strategy<Value = ServiceSketch> {
    (of(0_u8..5), of([0_u16..400, 0_u16..400, 0_u16..400, 0_u16..400]))
        .prop_map(|(kind, volumes)| ServiceSketch { kind, volumes })
}

fn unit() -> impl Strategy<Value = UnitSketch> {
    let members = prop_oneof![3 => 0_u8..16, 1 => Just(15)];
    (members, any::<bool>(), 0_u8..8, 0_u8..4, of(any::<bool>()), of(0_u8..4), keys()).prop_map(
        |(members, reversed, form, host, net, vat, key)| UnitSketch {
            members,
            reversed,
            form,
            host,
            net,
            vat,
            key,
        },
    )
}

fn pay() -> impl Strategy<Value = PaySketch> {
    prop_oneof![(0_u8..5).prop_map(PaySketch::Scale), (0_u8..=160).prop_map(PaySketch::Cost)]
}

fn fte() -> impl Strategy<Value = u16> {
    prop_oneof![1 => Just(0), 2 => Just(100), 12 => 0_u16..=900]
}

fn post() -> impl Strategy<Value = PostSketch> {
    let in_post = prop_oneof![4 => Just(None), 1 => Just(Some(0)), 5 => (40_u8..=130).prop_map(Some)];
    (0_u8..12, 0_u8..6, 0_u8..4, fte(), in_post, pay()).prop_map(
        |(unit, service, role, fte, in_post, pay)| PostSketch { unit, service, role, fte, in_post, pay },
    )
}

fn running() -> impl Strategy<Value = RunningSketch> {
    let amount = prop_oneof![
        4 => (-20_000_i32..=500_000).prop_map(AmountSketch::Yearly),
        1 => vec((-1_i8..=4, -20_000_i32..=500_000), 1..=3).prop_map(AmountSketch::ByYear),
    ];
    (0_u8..12, weighted(0.8, 0_u8..6), 0_u8..3, amount, of(any::<bool>())).prop_map(
        |(unit, service, name, amount, carries_vat)| RunningSketch {
            unit,
            service,
            name,
            amount,
            carries_vat,
        },
    )
}

fn departure() -> impl Strategy<Value = DepartureSketch> {
    (0_u8..9, 0_u8..60, 0_u16..=300).prop_map(|(post, month, fte)| DepartureSketch { post, month, fte })
}

fn deviation() -> impl Strategy<Value = DeviationSketch> {
    prop_oneof![
        8 => (0_u8..36, 0_u8..=20).prop_map(|(id, twentieths)| DeviationSketch::General { id, twentieths }),
        3 => (0_u8..5, 0_u8..=20, 0_u8..6)
            .prop_map(|(id, twentieths, service)| DeviationSketch::OfService { id, twentieths, service }),
        2 => (any::<bool>(), vec((-2_i8..=5, -10_i16..=60), 0..=3))
            .prop_map(|(prices, rows)| DeviationSketch::Index { prices, rows }),
        1 => (0_u8..8, of(0_u8..5)).prop_map(|(form, scale)| DeviationSketch::Director { form, scale }),
    ]
}

fn option() -> impl Strategy<Value = OptionSketch> {
    let change = (vec(unit(), 0..=2), of(-14_i8..60), vec(a_move(), 0..=3));
    let amounts = (vec(one_off(), 0..=2), vec(recurring(), 0..=2));
    let keys = (of(keys()), vec((0_u8..6, keys()), 0..=2), vec((0_u8..16, keys()), 0..=2));
    let terms = (of(0_u8..=6), of(0_u16..=6_000), of(0_u8..4), of(any::<bool>()));
    (change, amounts, keys, terms).prop_map(|(change, amounts, keys, terms)| {
        let (units, freeze, moves) = change;
        let (one_offs, recurring) = amounts;
        let (default_key, service_keys, line_keys) = keys;
        let (transition, guarantee, vat, exit) = terms;
        OptionSketch {
            units,
            freeze,
            moves,
            one_offs,
            recurring,
            default_key,
            service_keys,
            line_keys,
            transition,
            guarantee,
            vat,
            exit,
        }
    })
}

fn a_move() -> impl Strategy<Value = MoveSketch> {
    let how = (rule(), vec(target_post(), 0..=2), of(-20_i8..=60));
    let pace = (of(vec(prop_oneof![Just(0_u8), Just(100), 0_u8..=150], 1..=4)), of(0_u8..=40));
    let split = weighted(0.7, [0_u8..=100, 0_u8..=100, 0_u8..=100, 0_u8..=100]);
    (0_u8..6, 0_u8..60, vec(0_u8..6, 1..=2), how, pace, split).prop_map(
        |(service, month, targets, how, pace, split)| {
            let (rule, posts, saving) = how;
            let (ramp, surplus_after) = pace;
            MoveSketch { service, month, targets, rule, posts, saving, ramp, surplus_after, split }
        },
    )
}

fn rule() -> impl Strategy<Value = RuleSketch> {
    prop_oneof![
        1 => Just(RuleSketch::Unsaid),
        1 => Just(RuleSketch::Same),
        3 => Just(RuleSketch::Scale),
        3 => (-20_i8..=80).prop_map(RuleSketch::Percent),
        2 => (0_u16..=600).prop_map(RuleSketch::Norm),
    ]
}

fn target_post() -> impl Strategy<Value = TargetPostSketch> {
    (0_u8..5, fte(), of(pay()), of(0_u8..4), of(any::<bool>()))
        .prop_map(|(role, fte, pay, unit, fixed)| TargetPostSketch { role, fte, pay, unit, fixed })
}

fn payer() -> impl Strategy<Value = PayerSketch> {
    prop_oneof![
        2 => Just(PayerSketch::Unsaid),
        2 => keys().prop_map(PayerSketch::Key),
        1 => (0_u8..12, any::<bool>()).prop_map(|(unit, prefixed)| PayerSketch::Bearer { unit, prefixed }),
    ]
}

fn one_off() -> impl Strategy<Value = OneOffSketch> {
    let marks = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()));
    (0_u8..3, 0_u8..60, of(1_u8..=30), -10_000_i32..=900_000, payer(), marks).prop_map(
        |(name, month, months, amount, payer, (estimate, per_partner, carries_vat))| OneOffSketch {
            name,
            month,
            months,
            amount,
            estimate,
            payer,
            per_partner,
            carries_vat,
        },
    )
}

fn recurring() -> impl Strategy<Value = RecurringSketch> {
    let lasts = of(prop_oneof![0_u8..=60, 34_u8..=36]);
    let marks = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()));
    (0_u8..3, 0_u8..60, lasts, -60_000_i32..=200_000, payer(), marks).prop_map(
        |(name, from, lasts, amount, payer, (per_partner, carries_vat, unspecified))| RecurringSketch {
            name,
            from,
            lasts,
            amount,
            payer,
            per_partner,
            carries_vat,
            unspecified,
        },
    )
}
