//! The sheet of assumptions: the register with the study's own values beside it, the figures of every service, and
//! prices by year (MODEL 2, 12).

use std::collections::BTreeMap;

use crate::page::Page;
use crate::sheet::{Allowed, Area, At, Kind, Role, Said};
use crate::source::Source;
use crate::term::Term;
use deelsom_core::Assumption;
use deelsom_core::study::{PriceMode, ServiceId, Value};
use deelsom_language::{codes, words::workbook as w};

/// Where assumptions stand.
pub(crate) struct Assumed {
    values: BTreeMap<String, At>,
    pub(crate) services: Vec<OfService>,
    /// By year of the study.
    pub(crate) wage: Vec<At>,
    pub(crate) price: Vec<At>,
    pub(crate) discount: Vec<At>,
    scales: Scales,
}

/// The salary scales and what they cost.
struct Scales {
    names: Area,
    costs: Area,
    order: Vec<String>,
}

/// A service's figures, ready for the steps of a month (MODEL 3).
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfService {
    /// The share that leaves in a month, h.
    pub(crate) hazard: At,
    /// The share that stays, 1 − h.
    pub(crate) stay: At,
    /// The share of vacancies filled in a month, f.
    pub(crate) fill: At,
    /// The share of people replaced whatever the posts, (1 − γ)·h.
    pub(crate) replaced: At,
    /// The share of posts that people are found for, 1 − v.
    pub(crate) filled: At,
    /// Euros per hire.
    pub(crate) recruitment: At,
    /// The elasticity ε.
    pub(crate) elasticity: At,
}

impl Assumed {
    /// Where an assumption's value in use stands.
    pub(crate) fn at(&self, id: &str) -> At {
        self.values.get(id).copied().unwrap_or(self.scales.costs.from)
    }

    /// What a year of one fte costs by a scale that is typed somewhere.
    pub(crate) fn scale_cost(&self, page: &Page<'_>, typed: At, scale: Option<&str>) -> Term {
        let place = self.scales.order.iter().position(|known| Some(known.as_str()) == scale).unwrap_or(0);
        let names = page.book.address(self.scales.names, page.sheet);
        let costs = page.area(self.scales.costs);
        costs.beside(&names, &page.book.address(Area::of(typed), page.sheet), place)
    }
}

/// The figures of a service that its own values can differ in, in the order of their columns.
const OF_SERVICE: [&str; 6] = [
    "turnover",
    "time_to_fill_days",
    "steerable_turnover",
    "structural_vacancy",
    "recruitment_cost",
    "elasticity",
];

const FIRST: u32 = 4;

/// Writes the sheet.
pub(crate) fn write(source: &Source<'_>, page: &mut Page<'_>) -> Assumed {
    page.title(w::ASSUMPTIONS, w::ABOUT_ASSUMPTIONS);
    page.headings(
        3,
        0,
        &[
            w::ID,
            w::ASSUMPTION,
            w::IN_USE,
            w::OWN_VALUE,
            w::REGISTER,
            w::LOW,
            w::HIGH,
            w::LEAST,
            w::MOST,
            w::UNIT_OF,
            w::REASON,
            w::EVIDENCE,
            w::SOURCE,
            w::LOCATOR,
        ],
    );
    page.lay_out(
        (4, 3),
        &[(0, 0, 26.0), (1, 1, 44.0), (2, 9, 13.0), (10, 10, 40.0), (11, 11, 14.0), (12, 13, 36.0)],
    );
    let entries = source.register.entries();
    let mut assumed = Assumed {
        values: BTreeMap::new(),
        services: Vec::new(),
        wage: Vec::new(),
        price: Vec::new(),
        discount: Vec::new(),
        scales: write_scales(source, page, FIRST + u32::try_from(entries.len()).unwrap_or(0) + 2),
    };
    for (row, entry) in (FIRST..).zip(entries) {
        write_entry(source, page, row, entry, &mut assumed);
    }
    let row = assumed.scales.costs.last().row + 3;
    let row = write_services(source, page, row, &mut assumed);
    write_years(source, page, row + 2, &mut assumed);
    assumed
}

/// The study's own value of an assumption, for one service or for all, and where it stands in the file.
fn deviation<'a>(source: &Source<'a>, id: &str, service: Option<ServiceId>) -> Option<(usize, &'a Value)> {
    let mut all = source.study.deviations.iter().enumerate();
    all.find(|(_, one)| one.id == id && one.service == service).map(|(place, one)| (place, &one.value))
}

/// Where a value of the study's own is, or would be, in the file.
fn own(source: &Source<'_>, id: &str, service: Option<ServiceId>) -> (Option<f64>, String, Said) {
    let found = deviation(source, id, service);
    let number =
        found.and_then(|(_, value)| if let Value::Number(number) = value { Some(*number) } else { None });
    let pointer =
        found.map_or_else(|| "/assumptions/-".to_owned(), |(place, _)| format!("/assumptions/{place}/value"));
    let service = service.map(|service| source.study.services[service.0].id.clone());
    (number, pointer, Said::Assumption { id: id.to_owned(), service })
}

fn scale_of(entry: &Assumption) -> Option<&str> {
    if let Value::Scale(scale) = &entry.value { scale.as_deref() } else { None }
}

fn write_scales(source: &Source<'_>, page: &mut Page<'_>, row: u32) -> Scales {
    let order = source.register.scales().to_vec();
    page.headings(row, 1, &[w::SCALE, w::COST_PER_FTE]);
    let entries = source.register.entries();
    for (row, scale) in (row + 1..).zip(&order) {
        page.text(row, 1, scale, Role::Label);
        let entry =
            entries.iter().position(|entry| entry.id.strip_prefix("cost_per_fte.") == Some(scale.as_str()));
        let at = page.at(FIRST, 2).down(entry.unwrap_or(0));
        // The value in use is written further on.
        let term = page.see(at).worth(cost_of(source, scale));
        page.figure(page.at(row, 2), &term, Kind::Cents);
    }
    let count = order.len();
    Scales {
        names: Area::down(page.at(row + 1, 1), count),
        costs: Area::down(page.at(row + 1, 2), count),
        order,
    }
}

/// What a year of one fte costs by a scale: as the study says, else the register.
fn cost_of(source: &Source<'_>, scale: &str) -> f64 {
    let id = format!("cost_per_fte.{scale}");
    let by_register = || match source.register.entry(&id)?.value {
        Value::Number(number) => Some(number),
        _ => None,
    };
    own(source, &id, None).0.or_else(by_register).unwrap_or(0.0)
}

fn kind_of(entry: &Assumption) -> Kind {
    match entry.unit.as_str() {
        "share" | "rate_per_year" => Kind::Percent,
        unit if unit.starts_with("eur") => Kind::Cents,
        _ => Kind::Plain,
    }
}

fn write_entry(
    source: &Source<'_>,
    page: &mut Page<'_>,
    row: u32,
    entry: &Assumption,
    assumed: &mut Assumed,
) {
    let at = |column| page.at(row, column);
    let (in_use, typed, register) = (at(2), at(3), at(4));
    let kind = kind_of(entry);
    page.text(row, 0, &entry.id, Role::Label);
    let name = codes::assumption_label(page.language, &entry.id).unwrap_or_else(|| entry.id.clone());
    page.text(row, 1, &name, Role::Label);
    let (number, pointer, said) = own(source, &entry.id, None);
    match &entry.value {
        Value::Number(value) => {
            page.frozen(register, *value, kind);
            page.input(typed, number, kind, pointer, said);
            if let (Some(min), Some(max)) = (entry.min, entry.max) {
                page.allow(Area::of(typed), Allowed::Between(min, max));
            }
            let term = page.maybe(typed).or(&page.see(register));
            page.figure(in_use, &term, kind);
        }
        Value::Scale(_) | Value::ByYear(_) => {
            let found = deviation(source, &entry.id, None);
            let of_study =
                found.and_then(|(_, value)| if let Value::Scale(scale) = value { Some(scale) } else { None });
            page.text(row, 4, scale_of(entry).unwrap_or(NO_SCALE), Role::Frozen);
            let text = of_study.map(|scale| scale.as_deref().unwrap_or(NO_SCALE));
            page.input_text(typed, text, pointer, said);
            let term = director(page, typed, entry, of_study, assumed);
            page.figure(in_use, &term, Kind::Cents);
        }
    }
    for (column, number) in (5..).zip([entry.low, entry.high, entry.min, entry.max]) {
        if let Some(number) = number {
            page.frozen(page.at(row, column), number, kind);
        }
    }
    let unit = codes::unit(&entry.unit).map_or(entry.unit.as_str(), |word| word.text(page.language));
    page.text(row, 9, unit, Role::Note);
    let own_one = deviation(source, &entry.id, None).map(|(place, _)| place);
    let reason = own_one.map(|place| source.study.deviations[place].reason.as_str());
    let pointer =
        own_one.map_or_else(|| "/assumptions/-".to_owned(), |place| format!("/assumptions/{place}/reason"));
    page.input_text(page.at(row, 10), reason, pointer, Said::Reason(entry.id.clone()));
    let code = entry.evidence.code();
    page.text(row, 11, codes::evidence(code).map_or(code, |word| word.text(page.language)), Role::Note);
    if let Some(found) = entry.source.as_deref().and_then(|id| source.register.source(id)) {
        page.text(row, 12, &found.title, Role::Note);
    }
    if let Some(locator) = &entry.locator {
        page.text(row, 13, locator, Role::Note);
    }
    assumed.values.insert(entry.id.clone(), in_use);
    page.book.names.push((format!("as_{}", entry.id.replace(['.', '-'], "_")), Area::of(in_use)));
}

/// What is written where a form has no director of its own.
const NO_SCALE: &str = "-";

/// What a director costs by the scale that is typed, or else by the register's.
fn director(
    page: &Page<'_>,
    typed: At,
    entry: &Assumption,
    of_study: Option<&Option<String>>,
    assumed: &Assumed,
) -> Term {
    let cost = |scale: &str| {
        let place = assumed.scales.order.iter().position(|known| known == scale).unwrap_or(0);
        page.see(assumed.scales.costs.from.down(place))
    };
    let by_register = scale_of(entry).map_or_else(|| Term::count(0), cost);
    let chosen = of_study.and_then(|scale| scale.as_deref());
    let by_study = assumed.scale_cost(page, typed, chosen);
    let value = match of_study {
        None => by_register.value(),
        Some(None) => 0.0,
        Some(Some(scale)) => cost(scale).value(),
    };
    let typed = page.book.address(Area::of(typed), page.sheet);
    let text =
        format!("IF({typed}=\"{NO_SCALE}\",0,IF({typed}<>\"\",{},{}))", by_study.text(), by_register.text());
    Term::at(text, value)
}

fn write_services(source: &Source<'_>, page: &mut Page<'_>, row: u32, assumed: &mut Assumed) -> u32 {
    page.word(row, 0, w::PER_SERVICE, Role::Block);
    page.headings(
        row + 1,
        1,
        &[
            w::SERVICE,
            w::OWN_TURNOVER,
            w::TURNOVER,
            w::OWN_DAYS,
            w::DAYS,
            w::OWN_STEERABLE,
            w::STEERABLE,
            w::OWN_VACANCY,
            w::VACANCY,
            w::OWN_RECRUITMENT,
            w::RECRUITMENT,
            w::OWN_ELASTICITY,
            w::ELASTICITY,
            w::HAZARD,
            w::STAY,
            w::FILL,
            w::REPLACED,
            w::FILLED,
        ],
    );
    let mut row = row + 2;
    for service in source.services() {
        let of = &source.study.services[service.0];
        page.text(row, 1, &of.name, Role::Label);
        let mut in_use = Vec::new();
        for (nth, id) in (0_u16..).zip(OF_SERVICE) {
            let typed = page.at(row, 2 + nth * 2);
            let (general, found) = if id == "elasticity" {
                // An elasticity of its own goes before one of its kind.
                let of_kind = format!("elasticity.{}", of.kind.code());
                let own_one = own(source, id, Some(service));
                (
                    of_kind.clone(),
                    if own_one.0.is_some() { own_one } else { own(source, &of_kind, Some(service)) },
                )
            } else {
                (id.to_owned(), own(source, id, Some(service)))
            };
            let kind = source.register.entry(&general).map_or(Kind::Plain, kind_of);
            let (number, pointer, said) = found;
            page.input(typed, number, kind, pointer, said);
            if let Some((Some(min), Some(max))) =
                source.register.entry(&general).map(|entry| (entry.min, entry.max))
            {
                page.allow(Area::of(typed), Allowed::Between(min, max));
            }
            let term = page.maybe(typed).or(&page.see(assumed.at(&general)));
            in_use.push(page.figure(typed.right(1), &term, kind));
        }
        let [turnover, days, steerable, vacancy, recruitment, elasticity] = in_use[..] else { continue };
        let one = || Term::count(1);
        let yearly = one() - page.see(turnover);
        let hazard = one() - yearly.power(&(one() / Term::count(12)));
        let hazard = page.figure(page.at(row, 14), &hazard, Kind::Factor);
        let stay = one() - page.see(hazard);
        let stay = page.figure(page.at(row, 15), &stay, Kind::Factor);
        let days = page.see(days);
        let fill = days
            .clone()
            .at_most(&Term::count(0))
            .then(&one(), &one().min(&(Term::count(365) / (Term::count(12) * days))));
        // Where nobody has to be waited for, the other branch is not asked.
        let fill = if fill.value().is_nan() { fill.worth(1.0) } else { fill };
        let fill = page.figure(page.at(row, 16), &fill, Kind::Factor);
        let replaced = (one() - page.see(steerable)) * page.see(hazard);
        let replaced = page.figure(page.at(row, 17), &replaced, Kind::Factor);
        let filled = one() - page.see(vacancy);
        let filled = page.figure(page.at(row, 18), &filled, Kind::Factor);
        assumed.services.push(OfService { hazard, stay, fill, replaced, filled, recruitment, elasticity });
        row += 1;
    }
    row
}

/// Prices by calendar year, from the base year or the first of the study on.
fn write_years(source: &Source<'_>, page: &mut Page<'_>, row: u32, assumed: &mut Assumed) {
    let study = source.study;
    page.word(row, 0, w::PRICES, Role::Block);
    let nominal = study.prices.mode == PriceMode::Nominal;
    let mode = page.at(row + 1, 2);
    page.word(row + 1, 1, w::NOMINAL, Role::Label);
    page.frozen(mode, f64::from(u8::from(nominal)), Kind::Whole);
    page.word(row + 2, 1, w::BASE_YEAR, Role::Label);
    let base = page.frozen(page.at(row + 2, 2), f64::from(study.prices.base_year.0), Kind::Year);
    page.headings(
        row + 3,
        1,
        &[
            w::YEAR,
            w::OWN_WAGE,
            w::WAGE_RATE,
            w::WAGE_INDEX,
            w::OWN_PRICE,
            w::PRICE_RATE,
            w::PRICE_INDEX,
            w::DISCOUNT,
        ],
    );
    let (first, last) = (study.period.first_year.0, study.period.year(study.period.years - 1).0);
    let start = study.prices.base_year.0.min(first);
    let top = row + 4;
    for (row, year) in (top..).zip(start..=last) {
        let calendar = page.frozen(page.at(row, 1), f64::from(year), Kind::Year);
        let mut indices = Vec::new();
        for (column, id) in [(2, "wage_index"), (5, "price_index")] {
            let typed = page.at(row, column);
            let (number, pointer) = of_year(source, id, year, year == start);
            page.input(typed, number, Kind::Percent, pointer.0, Said::Year(i32::from(pointer.1)));
            let before = if row == top { assumed.at(id) } else { page.at(row - 1, column + 1) };
            let rate = page.maybe(typed).or(&page.see(before));
            let rate = page.figure(page.at(row, column + 1), &rate, Kind::Percent);
            let index = if row == top {
                Term::count(1)
            } else {
                let moves = page
                    .see(mode)
                    .equals(&Term::count(1))
                    .and(&page.see(calendar).more_than(&page.see(base)));
                moves.then(
                    &(page.see(page.at(row - 1, column + 2)) * (Term::count(1) + page.see(rate))),
                    &Term::count(1),
                )
            };
            indices.push((page.figure(page.at(row, column + 2), &index, Kind::Factor), rate));
        }
        let [(wage, _), (price, price_rate)] = indices[..] else { continue };
        if year < first {
            continue;
        }
        let discount = match assumed.discount.last() {
            None => Term::count(1),
            Some(before) => {
                let one = || Term::count(1);
                let prices = page.see(mode).equals(&one()).then(&(one() + page.see(price_rate)), &one());
                page.see(*before) * ((one() + page.see(assumed.at("discount_rate"))) * prices)
            }
        };
        assumed.discount.push(page.figure(page.at(row, 8), &discount, Kind::Factor));
        assumed.wage.push(wage);
        assumed.price.push(price);
    }
}

/// What the study says of an index from a year on; in the first year shown also what it said before.
fn of_year(source: &Source<'_>, id: &str, year: u16, and_before: bool) -> (Option<f64>, (String, u16)) {
    let Some((place, Value::ByYear(table))) = deviation(source, id, None) else {
        return (None, (format!("/assumptions/-/{id}/{year}"), year));
    };
    let said = |wanted: &dyn Fn(u16) -> bool| table.iter().rev().find(|(from, _)| wanted(from.0));
    let found = if and_before { said(&|from| from <= year) } else { said(&|from| from == year) };
    let from = found.map_or(year, |(from, _)| from.0);
    (found.map(|(_, rate)| *rate), (format!("/assumptions/{place}/value/{from:04}"), from))
}
