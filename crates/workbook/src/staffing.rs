//! The sheets of staffing: a row for every post group, a column for every month (MODEL 3). One for the baseline, one for
//! every option; what stays as it is in an option is not written again.

mod besides;
mod months;
mod moving;
mod pool;
mod sources;
mod targets;

use crate::assumptions::{Assumed, OfService};
use crate::page::{Page, serial};
use crate::sheet::{Area, At, Kind, Role};
use crate::source::Source;
use crate::term::Term;
use crate::today::{TodayAt, month_of};
use deelsom_core::study::{RoleId, ServiceId, UnitId};
use deelsom_language::{Word, words::workbook as w};
use months::Columns;
pub(crate) use moving::{Moving, write_option};

/// Where a post group stands: years are side by side from the place that is given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GroupAt {
    pub(crate) unit: UnitId,
    pub(crate) service: ServiceId,
    pub(crate) role: RoleId,
    /// What a year of one fte costs.
    pub(crate) cost: At,
    /// People, summed over the months of a year.
    pub(crate) people: At,
    /// Posts without people, summed over the months of a year.
    pub(crate) vacant: At,
    /// People came in a year.
    pub(crate) hires: At,
    /// People seen off in a year, where that can be.
    pub(crate) exits: Option<At>,
    /// Posts at a year's end.
    pub(crate) posts_at_end: At,
    /// People at a year's end.
    pub(crate) people_at_end: At,
    /// People after the last month in which it is there; of a source, those who go.
    pub(crate) left: Option<At>,
    /// People, posts that people are sought for, hires and departures by month, as far as they are written.
    pub(crate) by_month: Option<ByMonth>,
}

/// Where the months of a post group stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ByMonth {
    pub(crate) people: At,
    pub(crate) hires: At,
    pub(crate) departing: Option<At>,
}

/// The columns of a staffing sheet.
pub(crate) mod column {
    pub(crate) const NUMBER: u16 = 0;
    pub(crate) const UNIT: u16 = 1;
    pub(crate) const SERVICE: u16 = 3;
    pub(crate) const ROLE: u16 = 5;
    pub(crate) const POSTS: u16 = 7;
    pub(crate) const TARGET: u16 = 8;
    pub(crate) const START: u16 = 9;
    pub(crate) const COST: u16 = 10;
    pub(crate) const GO_LIVE: u16 = 11;
    pub(crate) const STAY: u16 = 12;
    pub(crate) const HAZARD: u16 = 13;
    pub(crate) const FILL: u16 = 14;
    pub(crate) const REPLACED: u16 = 15;
    pub(crate) const FILLED: u16 = 16;
    pub(crate) const WANTED: u16 = 17;
    pub(crate) const FROM: u16 = 18;
    pub(crate) const LEFT: u16 = 19;
    pub(crate) const YEARS: u16 = 20;
}

/// The row that counts months and years from 0.
const COUNTS: u32 = 3;
const FIRST: u32 = 6;

/// A staffing sheet while it is written.
pub(crate) struct Sheet<'s, 'a> {
    pub(crate) source: &'s Source<'a>,
    pub(crate) assumed: &'s Assumed,
    pub(crate) today: &'s TodayAt,
    pub(crate) columns: Columns,
    pub(crate) row: u32,
}

/// Writes the baseline.
pub(crate) fn write_baseline(
    source: &Source<'_>,
    page: &mut Page<'_>,
    assumed: &Assumed,
    today: &TodayAt,
) -> Vec<GroupAt> {
    page.word(0, 0, w::BASELINE, Role::Title);
    let mut sheet = Sheet::begin(source, page, assumed, today);
    let mut posts: Vec<usize> = (0..source.study.posts.len()).collect();
    posts.sort_by_key(|post| (source.study.posts[*post].service, source.study.posts[*post].unit));
    let top = sheet.head(page, w::PEOPLE, &[w::PEOPLE_MONTHS, w::PEOPLE_AT_END]);
    let count = u32::try_from(posts.len()).unwrap_or(0);
    for (row, post) in (top..).zip(&posts) {
        sheet.constants(page, row, *post);
    }
    sheet.row = top + count + 1;
    let hires = sheet.head(page, w::HIRES, &[w::HIRES, w::LEAVERS]);
    sheet.row = hires + count + 1;
    let leaving: Vec<usize> = posts.iter().copied().filter(|post| source.has_departures(*post)).collect();
    let departures = if leaving.is_empty() {
        sheet.row
    } else {
        let departures = sheet.head(page, w::KNOWN_DEPARTURES, &[]);
        sheet.row = departures + u32::try_from(leaving.len()).unwrap_or(0) + 1;
        departures
    };
    let establishment = sheet.head(page, w::ESTABLISHMENT, &[w::VACANT_MONTHS, w::POSTS_AT_END]);
    let mut groups = Vec::with_capacity(posts.len());
    for ((nth, post), row) in posts.iter().enumerate().zip(top..) {
        let below = |block: u32| block + u32::try_from(nth).unwrap_or(0);
        let departing = leaving.iter().position(|one| one == post);
        let departing = departing.map(|nth| departures + u32::try_from(nth).unwrap_or(0));
        groups.push(sheet.group_of_today(page, *post, (row, below(hires), departing, below(establishment))));
    }
    groups
}

impl Source<'_> {
    /// Whether people of a post are known to leave.
    pub(crate) fn has_departures(&self, post: usize) -> bool {
        let post = &self.study.posts[post];
        let of_post = |one: &deelsom_core::study::Departure| {
            (one.unit, one.service, one.role) == (post.unit, post.service, post.role)
        };
        self.study.departures.iter().any(of_post)
    }
}

impl<'s, 'a> Sheet<'s, 'a> {
    /// Begins a sheet: its columns and the rows that count them.
    pub(crate) fn begin(
        source: &'s Source<'a>,
        page: &mut Page<'_>,
        assumed: &'s Assumed,
        today: &'s TodayAt,
    ) -> Self {
        page.word(1, 0, w::ABOUT_STAFFING, Role::Note);
        let years = source.years();
        let columns = Columns::of(years);
        page.lay_out(
            (5, 7),
            &[
                (0, 1, 5.0),
                (2, 2, 18.0),
                (3, 3, 5.0),
                (4, 4, 18.0),
                (5, 5, 5.0),
                (6, 6, 24.0),
                (7, column::YEARS - 1, 10.0),
                (column::YEARS, columns.month(0) - 1, 10.0),
                (columns.month(0), columns.month(years * 12), 9.0),
            ],
        );
        let printed = columns.month(0);
        let sheet = page.sheet;
        page.book.sheet_mut(sheet).printed_columns = Some(printed);
        page.headings(
            4,
            0,
            &[
                w::NUMBER,
                w::NUMBER,
                w::UNIT,
                w::NUMBER,
                w::SERVICE,
                w::NUMBER,
                w::ROLE,
                w::ESTABLISHMENT,
                w::TARGET_POSTS,
                w::AT_START,
                w::COST_PER_FTE,
                w::GO_LIVE_NUMBER,
                w::STAY,
                w::HAZARD,
                w::FILL,
                w::REPLACED,
                w::FILLED,
                w::WANTED,
                w::FROM_NUMBER,
                w::PEOPLE_WHO_GO,
            ],
        );
        for first in [column::YEARS, columns.second()] {
            page.years(page.at(COUNTS + 1, first), source.study.period);
            for year in 0..years {
                page.heading_number(page.at(COUNTS, first).right(year), year as f64, Kind::Whole);
            }
        }
        for month in 0..years * 12 {
            page.heading_number(page.at(COUNTS, columns.month(month)), month as f64, Kind::Whole);
            let calendar = month_of(source, month).map_or(0.0, serial);
            page.heading_number(page.at(COUNTS + 1, columns.month(month)), calendar, Kind::Month);
        }
        Self { source, assumed, today, columns, row: FIRST }
    }

    /// Writes what a block is of, over its year columns too. Gives the row of its first line.
    pub(crate) fn head(&mut self, page: &mut Page<'_>, word: Word, years: &[Word]) -> u32 {
        page.word(self.row, 0, word, Role::Block);
        for (word, first) in years.iter().zip([column::YEARS, self.columns.second()]) {
            page.word(self.row, first, *word, Role::Block);
        }
        page.word(self.row, self.columns.month(0), word, Role::Block);
        self.row += 1;
        self.row
    }

    /// The place of a year's column in the first block of years.
    pub(crate) fn year(page: &Page<'_>, row: u32) -> At {
        page.at(row, column::YEARS)
    }

    /// The number of a month, by its place in the period.
    pub(crate) fn month_count(&self, page: &Page<'_>, month: usize) -> At {
        page.at(COUNTS, self.columns.month(month))
    }

    /// Names of a group, and a service's pace.
    pub(crate) fn names(
        &self,
        page: &mut Page<'_>,
        row: u32,
        names: (UnitId, &str),
        service: ServiceId,
        role: Option<RoleId>,
    ) {
        let study = self.source.study;
        page.frozen(page.at(row, column::UNIT), names.0.0 as f64 + 1.0, Kind::Whole);
        page.text(row, column::UNIT + 1, names.1, Role::Label);
        page.frozen(page.at(row, column::SERVICE), service.0 as f64 + 1.0, Kind::Whole);
        page.text(row, column::SERVICE + 1, &study.services[service.0].name, Role::Label);
        if let Some(role) = role {
            page.frozen(page.at(row, column::ROLE), role.0 as f64 + 1.0, Kind::Whole);
            page.text(row, column::ROLE + 1, &study.roles[role.0], Role::Label);
        }
    }

    /// The pace at which people of a service come and go.
    pub(crate) fn pace(&self, page: &mut Page<'_>, row: u32, service: ServiceId) {
        let OfService { hazard, stay, fill, replaced, filled, .. } = self.assumed.services[service.0];
        let columns = [column::STAY, column::HAZARD, column::FILL, column::REPLACED, column::FILLED];
        for (column, at) in columns.into_iter().zip([stay, hazard, fill, replaced, filled]) {
            let term = page.see(at);
            page.figure(page.at(row, column), &term, Kind::Factor);
        }
    }

    /// What the months of a post of today need besides its people.
    pub(crate) fn constants(&self, page: &mut Page<'_>, row: u32, post: usize) {
        let of = &self.source.study.posts[post];
        page.frozen(page.at(row, column::NUMBER), post as f64 + 1.0, Kind::Whole);
        let name = self.source.unit_name(None, of.unit);
        self.names(page, row, (of.unit, name), of.service, Some(of.role));
        let places = self.today.posts[post];
        for (column, at, kind) in [
            (column::POSTS, places.posts, Kind::Fte),
            (column::START, places.people, Kind::Fte),
            (column::COST, places.cost, Kind::Cents),
        ] {
            let term = page.see(at);
            page.figure(page.at(row, column), &term, kind);
        }
        self.pace(page, row, of.service);
        let wanted = page.see(page.at(row, column::POSTS)) * page.see(page.at(row, column::FILLED));
        page.figure(page.at(row, column::WANTED), &wanted, Kind::Fte);
    }

    /// The months and years of a post of today that stays as it is: rows of people, hires, departures, posts.
    fn group_of_today(
        &self,
        page: &mut Page<'_>,
        post: usize,
        (people, hires, departing, establishment): (u32, u32, Option<u32>, u32),
    ) -> GroupAt {
        let of = &self.source.study.posts[post];
        let years = self.source.years();
        Self::label(page, hires, people);
        Self::label(page, establishment, people);
        if let Some(departing) = departing {
            Self::label(page, departing, people);
        }
        self.months_of_today(page, post, people, hires, departing);
        let posts = page.at(people, column::POSTS);
        for year in 0..years {
            let first = page.at(0, self.columns.month(year * 12));
            let of_year = |row: u32| Area::across(At { row, ..first }, 12);
            let people_months = page.area(of_year(people));
            let months = people_months.sum();
            let term = page.see(posts);
            let open = people_months.clone().taken_from(&term);
            let vacant = (people_months.are_less_than(&term) * &open).sum_of_each();
            let came = page.area(of_year(hires)).sum();
            page.figure(Self::year(page, people).right(year), &months, Kind::Fte);
            page.figure(Self::year(page, establishment).right(year), &vacant, Kind::Fte);
            page.figure(Self::year(page, hires).right(year), &came, Kind::Fte);
            let leavers =
                Self::leavers(page, people, departing.map(|row| page.area(of_year(row)).sum()), year);
            page.figure(page.at(hires, self.columns.second()).right(year), &leavers, Kind::Fte);
            let at_end = if year + 1 < years {
                page.see(page.at(people, self.columns.month((year + 1) * 12)))
            } else {
                self.after_last(page, people, hires, departing, None)
            };
            page.figure(page.at(people, self.columns.second()).right(year), &at_end, Kind::Fte);
            page.figure(page.at(establishment, self.columns.second()).right(year), &term, Kind::Fte);
        }
        let month = |row: u32| page.at(row, self.columns.month(0));
        GroupAt {
            unit: of.unit,
            service: of.service,
            role: of.role,
            cost: page.at(people, column::COST),
            people: Self::year(page, people),
            vacant: Self::year(page, establishment),
            hires: Self::year(page, hires),
            exits: None,
            posts_at_end: page.at(establishment, self.columns.second()),
            people_at_end: page.at(people, self.columns.second()),
            left: None,
            by_month: Some(ByMonth {
                people: month(people),
                hires: month(hires),
                departing: departing.map(month),
            }),
        }
    }

    /// Names a row as another is named.
    pub(crate) fn label(page: &mut Page<'_>, row: u32, like: u32) {
        for column in 0..column::POSTS {
            let cell = page.book.cell(page.at(like, column)).cloned();
            if let Some(cell) = cell {
                page.book.put(page.at(row, column), cell.content, cell.style);
            }
        }
    }

    /// Who leaves in a year by turnover and as is known: h·(P − D) + D, over its months.
    pub(crate) fn leavers(page: &Page<'_>, people: u32, departing: Option<Term>, year: usize) -> Term {
        let months = page.see(Self::year(page, people).right(year));
        let hazard = page.see(page.at(people, column::HAZARD));
        match departing {
            Some(known) => hazard * (months - &known) + known,
            None => hazard * months,
        }
    }

    /// People after the last month: those who stay, those who come, without those seen off.
    pub(crate) fn after_last(
        &self,
        page: &Page<'_>,
        people: u32,
        hires: u32,
        departing: Option<u32>,
        exits: Option<u32>,
    ) -> Term {
        let last = self.columns.month(self.source.years() * 12 - 1);
        let at = |row: u32| page.see(page.at(row, last));
        let there = match departing {
            Some(departing) => at(people) - at(departing),
            None => at(people),
        };
        let stay = there * page.see(page.at(people, column::STAY)) + at(hires);
        match exits {
            Some(exits) => stay - at(exits),
            None => stay,
        }
    }
}
