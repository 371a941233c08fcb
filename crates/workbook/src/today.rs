//! The sheet of today: posts, departures, running costs, volumes, and what each partner's part in them comes to
//! (MODEL 1, 5).

use crate::assumptions::Assumed;
use crate::page::{Page, month_index};
use crate::partners::PartnerAt;
use crate::sheet::{Allowed, Area, At, Kind, Role, Said};
use crate::source::Source;
use crate::term::{Array, Term, sum_in_order};
use deelsom_core::study::{PartnerId, Pay, RunningAmount, ServiceId, UnitId};
use deelsom_core::{Month, Year};
use deelsom_language::words::workbook as w;

/// Where the figures of today stand.
pub(crate) struct TodayAt {
    pub(crate) posts: Vec<PostAt>,
    pub(crate) running: Vec<RunningAt>,
    departures: Option<Departures>,
    /// By service, then by partner.
    volumes: Vec<Option<Vec<At>>>,
    /// By service, then by partner: the base B, and posts.
    base: Vec<Vec<(At, At)>>,
}

/// Where a post's figures stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PostAt {
    /// Its number, by which departures know it.
    pub(crate) number: At,
    /// What a year of one fte costs.
    pub(crate) cost: At,
    /// Budgeted posts.
    pub(crate) posts: At,
    /// People in post at the start.
    pub(crate) people: At,
}

/// Where a running cost stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RunningAt {
    /// The amount in the first year; those of later years are to the right.
    pub(crate) by_year: At,
}

struct Departures {
    post: Area,
    month: Area,
    fte: Area,
}

impl TodayAt {
    /// How many of a post leave at the end of a month, as far as is known; nothing where nobody of it does.
    pub(crate) fn departing(&self, page: &Page<'_>, post: usize, month: At) -> Term {
        let Some(departures) = &self.departures else { return Term::count(0) };
        let [posts, months, fte]: [Array; 3] =
            [departures.post, departures.month, departures.fte].map(|area| page.area(area));
        let (number, month) = (page.see(self.posts[post].number), page.see(month));
        fte.sum_where(&[(&posts, &number), (&months, &month)])
    }

    /// A partner's part in today's yearly cost of a service.
    pub(crate) fn base(&self, service: ServiceId, partner: PartnerId) -> At {
        self.base[service.0][partner.0].0
    }

    /// A partner's part in today's posts of a service.
    pub(crate) fn fte(&self, service: ServiceId, partner: PartnerId) -> At {
        self.base[service.0][partner.0].1
    }

    /// A partner's volume of a service, if the study has any.
    pub(crate) fn volume(&self, service: ServiceId, partner: PartnerId) -> Option<At> {
        Some(self.volumes[service.0].as_ref()?[partner.0])
    }
}

/// Writes the sheet.
pub(crate) fn write(
    source: &Source<'_>,
    page: &mut Page<'_>,
    assumed: &Assumed,
    partners: &[PartnerAt],
) -> TodayAt {
    page.title(w::TODAY, w::ABOUT_TODAY);
    page.lay_out(
        (2, 0),
        &[(0, 1, 5.0), (2, 2, 24.0), (3, 3, 5.0), (4, 4, 24.0), (5, 5, 5.0), (6, 6, 26.0), (7, 60, 14.0)],
    );
    let (posts, run_rates, row) = write_posts(source, page, assumed, 3);
    let (departures, row) = write_departures(source, page, row);
    let (running, bases, row) = write_running(source, page, assumed, row);
    let (volumes, row) = write_volumes(source, page, row);
    let base = write_base(source, page, partners, &posts, &run_rates, &bases, row);
    TodayAt { posts, running, departures, volumes, base }
}

fn names(source: &Source<'_>, page: &mut Page<'_>, row: u32, unit: UnitId, service: Option<ServiceId>) {
    page.frozen(page.at(row, 1), unit.0 as f64 + 1.0, Kind::Whole);
    page.text(row, 2, source.unit_name(None, unit), Role::Label);
    if let Some(service) = service {
        page.frozen(page.at(row, 3), service.0 as f64 + 1.0, Kind::Whole);
        page.text(row, 4, &source.study.services[service.0].name, Role::Label);
    }
}

fn write_posts(
    source: &Source<'_>,
    page: &mut Page<'_>,
    assumed: &Assumed,
    row: u32,
) -> (Vec<PostAt>, Vec<At>, u32) {
    page.word(row, 0, w::POSTS, Role::Block);
    page.headings(
        row + 1,
        0,
        &[
            w::NUMBER,
            w::NUMBER,
            w::UNIT,
            w::NUMBER,
            w::SERVICE,
            w::NUMBER,
            w::ROLE,
            w::SCALE,
            w::OWN_COST,
            w::COST_PER_FTE,
            w::ESTABLISHMENT,
            w::OWN_IN_POST,
            w::IN_POST,
            w::VACANT,
            w::RUN_RATE,
        ],
    );
    let first = row + 2;
    let study = source.study;
    let rows = u32::try_from(study.posts.len()).unwrap_or(0);
    if rows > 0 {
        for (column, limits) in [(8, (0.0, 1e7)), (10, (0.0, 1e5)), (11, (0.0, 1e5))] {
            let area = Area { from: page.at(first, column), rows, columns: 1 };
            page.allow(area, Allowed::Between(limits.0, limits.1));
        }
        let area = Area { from: page.at(first, 7), rows, columns: 1 };
        page.allow(area, Allowed::OneOf(source.register.scales().to_vec()));
        page.book.names.push(("posts".to_owned(), Area { from: page.at(first, 1), rows, columns: 11 }));
    }
    let (mut places, mut rates) = (Vec::new(), Vec::new());
    for (row, (place, post)) in (first..).zip(study.posts.iter().enumerate()) {
        let at = |column| page.at(row, column);
        let (number, scale, own_cost, cost) = (at(0), at(7), at(8), at(9));
        let (establishment, own_people, people, vacant, rate) = (at(10), at(11), at(12), at(13), at(14));
        page.frozen(number, place as f64 + 1.0, Kind::Whole);
        names(source, page, row, post.unit, Some(post.service));
        page.frozen(page.at(row, 5), post.role.0 as f64 + 1.0, Kind::Whole);
        page.text(row, 6, &study.roles[post.role.0], Role::Label);
        let pointer = |field: &str| format!("/posts/{place}/{field}");
        let (in_scale, in_euros) = match &post.pay {
            Pay::Scale(scale) => (Some(scale.name.as_str()), None),
            Pay::Cost(cost) => (None, Some(*cost)),
        };
        page.input_text(scale, in_scale, pointer("scale"), Said::Scale);
        page.input(own_cost, in_euros, Kind::Cents, pointer("cost_per_fte"), Said::Optional);
        let term = page.maybe(own_cost).or(&assumed.scale_cost(page, scale, in_scale));
        page.figure(cost, &term, Kind::Cents);
        page.input(establishment, Some(post.establishment.get()), Kind::Fte, pointer("fte"), Said::Number);
        let given = source.number(&pointer("in_post"));
        page.input(own_people, given, Kind::Fte, pointer("in_post"), Said::Optional);
        let term = page.maybe(own_people).or(&page.see(establishment));
        page.figure(people, &term, Kind::Fte);
        let open = (page.see(establishment) - page.see(people)).above_zero();
        page.figure(vacant, &open, Kind::Fte);
        let value = |id: &str| page.see(assumed.at(id));
        let term = page.see(people) * page.see(cost)
            + page.see(vacant) * (value("cover_share") * value("cover_price")) * page.see(cost)
            + page.see(establishment).max(&page.see(people)) * value("workplace_cost_per_fte");
        rates.push(page.figure(rate, &term, Kind::Cents));
        places.push(PostAt { number, cost, posts: establishment, people });
    }
    (places, rates, first + rows + 1)
}

fn write_departures(source: &Source<'_>, page: &mut Page<'_>, row: u32) -> (Option<Departures>, u32) {
    let study = source.study;
    if study.departures.is_empty() {
        return (None, row);
    }
    page.word(row, 0, w::DEPARTURES, Role::Block);
    page.headings(
        row + 1,
        0,
        &[
            w::POST,
            w::NUMBER,
            w::UNIT,
            w::NUMBER,
            w::SERVICE,
            w::NUMBER,
            w::ROLE,
            w::MONTH,
            w::MONTH_NUMBER,
            w::FTE,
        ],
    );
    let first = row + 2;
    for (row, (place, one)) in (first..).zip(study.departures.iter().enumerate()) {
        names(source, page, row, one.unit, Some(one.service));
        page.frozen(page.at(row, 5), one.role.0 as f64 + 1.0, Kind::Whole);
        page.text(row, 6, &study.roles[one.role.0], Role::Label);
        let of_post = |post: &deelsom_core::study::Post| {
            (post.unit, post.service, post.role) == (one.unit, one.service, one.role)
        };
        let post = study.posts.iter().position(of_post).map_or(0.0, |post| post as f64 + 1.0);
        page.frozen(page.at(row, 0), post, Kind::Whole);
        let pointer = |field: &str| format!("/departures/{place}/{field}");
        let (month, fte) = (page.at(row, 7), page.at(row, 9));
        page.input_month(month, month_of(source, one.month), pointer("month"), Said::Month);
        let index = month_index(&page.see(month), f64::from(study.period.first_year.0));
        page.figure(page.at(row, 8), &index, Kind::Whole);
        page.input(fte, Some(one.fte.get()), Kind::Fte, pointer("fte"), Said::Number);
    }
    let rows = u32::try_from(study.departures.len()).unwrap_or(0);
    let column = |column| Area { from: page.at(first, column), rows, columns: 1 };
    let departures = Departures { post: column(0), month: column(8), fte: column(9) };
    (Some(departures), first + rows + 1)
}

/// The calendar month of a month of the study.
pub(crate) fn month_of(source: &Source<'_>, month: usize) -> Option<Month> {
    Month::new(source.study.period.first_year, 1).map(|first| first.after(month))
}

/// The first column of amounts by year, typed; those in use follow after as many columns.
const TYPED: u16 = 9;

fn write_running(
    source: &Source<'_>,
    page: &mut Page<'_>,
    assumed: &Assumed,
    row: u32,
) -> (Vec<RunningAt>, Vec<At>, u32) {
    let study = source.study;
    let years = source.years();
    let in_use = TYPED + u16::try_from(years).unwrap_or(0);
    page.word(row, 0, w::RUNNING_COSTS, Role::Block);
    page.headings(
        row + 1,
        0,
        &[
            w::NUMBER,
            w::NUMBER,
            w::UNIT,
            w::NUMBER,
            w::SERVICE,
            w::CARRIES_VAT,
            w::NAME,
            w::AMOUNT,
            w::BASE_AMOUNT,
        ],
    );
    page.word(row, TYPED, w::AMOUNTS_TYPED, Role::Note);
    page.word(row, in_use, w::AMOUNTS_IN_USE, Role::Note);
    for first in [TYPED, in_use] {
        page.years(page.at(row + 1, first), study.period);
    }
    let first = row + 2;
    let (mut places, mut bases) = (Vec::new(), Vec::new());
    for (row, (place, cost)) in (first..).zip(study.running_costs.iter().enumerate()) {
        page.frozen(page.at(row, 0), place as f64 + 1.0, Kind::Whole);
        names(source, page, row, cost.unit, cost.service);
        page.frozen(page.at(row, 5), f64::from(u8::from(cost.carries_vat)), Kind::Whole);
        page.text(row, 6, &cost.name, Role::Label);
        let (amount, by_year) = (page.at(row, 7), page.at(row, in_use));
        match &cost.amount {
            RunningAmount::Yearly(euros) => {
                page.input(
                    amount,
                    Some(*euros),
                    Kind::Cents,
                    format!("/running_costs/{place}/amount"),
                    Said::Number,
                );
                for year in 0..years {
                    let term = page.see(amount) * page.see(assumed.price[year]);
                    page.figure(by_year.right(year), &term, Kind::Cents);
                }
                let base = page.see(amount);
                bases.push(page.figure(page.at(row, 8), &base, Kind::Cents));
            }
            RunningAmount::ByYear(amounts) => {
                for (year, calendar) in study.period.all_years().enumerate() {
                    let typed = page.at(row, TYPED).right(year);
                    let (given, from) = typed_amount(amounts, calendar, year == 0);
                    let pointer = format!("/running_costs/{place}/amounts/{from}");
                    page.input(typed, given, Kind::Cents, pointer, Said::Year(i32::from(from.0)));
                    let before = if year == 0 { Term::count(0) } else { page.see(by_year.right(year - 1)) };
                    let term = page.maybe(typed).or(&before);
                    page.figure(by_year.right(year), &term, Kind::Cents);
                }
                let base = page.see(by_year) / page.see(assumed.price[0]);
                bases.push(page.figure(page.at(row, 8), &base, Kind::Cents));
            }
        }
        places.push(RunningAt { by_year });
    }
    let rows = u32::try_from(study.running_costs.len()).unwrap_or(0);
    if rows > 0 {
        page.book
            .names
            .push(("running_costs".to_owned(), Area { from: page.at(first, 1), rows, columns: 7 }));
    }
    (places, bases, first + rows + 1)
}

/// What is given for a year itself; in the first year shown also what was given before.
fn typed_amount(amounts: &[(Year, f64)], year: Year, and_before: bool) -> (Option<f64>, Year) {
    let found = amounts.iter().rev().find(|(from, _)| if and_before { *from <= year } else { *from == year });
    found.map_or((None, year), |(from, amount)| (Some(*amount), *from))
}

fn write_volumes(source: &Source<'_>, page: &mut Page<'_>, row: u32) -> (Vec<Option<Vec<At>>>, u32) {
    let study = source.study;
    if study.volumes.iter().all(Option::is_none) {
        return (study.volumes.iter().map(|_| None).collect(), row);
    }
    page.word(row, 0, w::VOLUMES, Role::Block);
    page.headings(row + 1, 3, &[w::NUMBER, w::SERVICE]);
    for (column, partner) in (7..).zip(&study.partners) {
        page.text(row + 1, column, &partner.name, Role::Heading);
    }
    let first = row + 2;
    let mut row = first;
    let mut places = Vec::new();
    for (service, volumes) in study.volumes.iter().enumerate() {
        let Some(volumes) = volumes else {
            places.push(None);
            continue;
        };
        page.frozen(page.at(row, 3), service as f64 + 1.0, Kind::Whole);
        page.text(row, 4, &study.services[service].name, Role::Label);
        let mut of_service = Vec::new();
        for (column, partner) in (7..).zip(source.partners()) {
            let id = deelsom_core::pointer_token(&study.partners[partner.0].id);
            let pointer = format!("/volumes/{}/by_partner/{id}", volumes.place);
            let given = source.number(&pointer);
            of_service.push(page.input(page.at(row, column), given, Kind::Plain, pointer, Said::Optional));
        }
        places.push(Some(of_service));
        row += 1;
    }
    let columns = u16::try_from(study.partners.len()).unwrap_or(1);
    page.book
        .names
        .push(("volumes".to_owned(), Area { from: page.at(first, 7), rows: row - first, columns }));
    (places, row + 1)
}

/// Every partner's part in every service: `B_i` and posts.
fn write_base(
    source: &Source<'_>,
    page: &mut Page<'_>,
    partners: &[PartnerAt],
    posts: &[PostAt],
    rates: &[At],
    running: &[At],
    row: u32,
) -> Vec<Vec<(At, At)>> {
    let study = source.study;
    // Each member's part in a joint unit of today, by inhabitants.
    page.word(row, 0, w::PARTS_OF_UNITS, Role::Block);
    page.headings(row + 1, 1, &[w::NUMBER, w::UNIT, w::NUMBER, w::PARTNER]);
    page.word(row + 1, 7, w::SHARE, Role::Heading);
    let mut row = row + 2;
    let mut parts: Vec<(UnitId, PartnerId, At)> = Vec::new();
    for (place, unit) in study.units.iter().enumerate().filter(|(_, unit)| unit.is_joint()) {
        let inhabitants = |member: &PartnerId| page.see(partners[member.0].inhabitants);
        let all = sum_in_order(unit.members.iter().map(inhabitants));
        let shares: Vec<Term> = unit.members.iter().map(|member| inhabitants(member) / &all).collect();
        for (member, share) in unit.members.iter().zip(shares) {
            names(source, page, row, UnitId(place), None);
            page.frozen(page.at(row, 3), member.0 as f64 + 1.0, Kind::Whole);
            page.text(row, 4, &study.partners[member.0].name, Role::Label);
            let at = page.figure(page.at(row, 7), &share, Kind::Percent);
            parts.push((UnitId(place), *member, at));
            row += 1;
        }
    }
    row += 1;
    page.word(row, 0, w::BASE, Role::Block);
    page.headings(row + 1, 3, &[w::NUMBER, w::SERVICE]);
    page.word(row + 1, 6, w::PARTNER, Role::Heading);
    page.headings(row + 1, 7, &[w::BASE_COST, w::ESTABLISHMENT]);
    row += 2;
    let mut base = Vec::new();
    for service in source.services() {
        let mut of_service = Vec::new();
        for partner in source.partners() {
            page.frozen(page.at(row, 3), service.0 as f64 + 1.0, Kind::Whole);
            page.text(row, 4, &study.services[service.0].name, Role::Label);
            page.frozen(page.at(row, 5), partner.0 as f64 + 1.0, Kind::Whole);
            page.text(row, 6, &study.partners[partner.0].name, Role::Label);
            let mut cost = Vec::new();
            let mut fte = Vec::new();
            for (place, unit) in study.units.iter().enumerate() {
                let share = match parts.iter().find(|(of, member, _)| (of.0, *member) == (place, partner)) {
                    Some((_, _, share)) => Some(*share),
                    None if unit.members == [partner] => None,
                    None => continue,
                };
                let of_unit = |post: &(usize, &deelsom_core::study::Post)| {
                    (post.1.unit, post.1.service) == (UnitId(place), service)
                };
                let of_posts: Vec<usize> =
                    study.posts.iter().enumerate().filter(of_unit).map(|(post, _)| post).collect();
                let of_running = study
                    .running_costs
                    .iter()
                    .enumerate()
                    .filter(|(_, cost)| (cost.unit, cost.service) == (UnitId(place), Some(service)));
                let of_running: Vec<At> = of_running.map(|(cost, _)| running[cost]).collect();
                let yearly: Vec<At> = of_posts.iter().map(|post| rates[*post]).collect();
                let posts: Vec<At> = of_posts.iter().map(|post| posts[*post].posts).collect();
                let part = |term: Term| match share {
                    Some(share) => page.see(share) * term,
                    None => term,
                };
                if !yearly.is_empty() {
                    cost.push(part(page.sum(&yearly)));
                    fte.push(part(page.sum(&posts)));
                }
                if !of_running.is_empty() {
                    cost.push(part(page.sum(&of_running)));
                }
            }
            let (cost, fte) = (sum_in_order(cost), sum_in_order(fte));
            let cost = page.figure(page.at(row, 7), &cost, Kind::Cents);
            let fte = page.figure(page.at(row, 8), &fte, Kind::Fte);
            of_service.push((cost, fte));
            row += 1;
        }
        base.push(of_service);
    }
    base
}
