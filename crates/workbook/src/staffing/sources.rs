//! The sources of a move, until they go.

use super::moving::{Optional, SourceRows};
use super::{ByMonth, GroupAt, Sheet, column};
use crate::options::MoveAt;
use crate::page::Page;
use crate::sheet::{Area, At, Kind, Role};
use crate::term::Term;
use deelsom_core::study::Move;
use deelsom_language::words::workbook as w;

impl Optional<'_, '_> {
    /// The sources of a move, those of one target and role under each other.
    pub(super) fn write_sources(
        &mut self,
        page: &mut Page<'_>,
        moved: &Move,
        at: &MoveAt,
        freeze: Option<At>,
    ) -> Vec<SourceRows> {
        let study = self.sheet.source.study;
        let mut order: Vec<usize> = Vec::new();
        for target in &at.targets {
            for role in &target.roles {
                for (post, _) in &role.coming {
                    if !order.contains(post) {
                        order.push(*post);
                    }
                }
            }
        }
        let count = u32::try_from(order.len()).unwrap_or(0);
        page.text(self.sheet.row, 0, &study.services[moved.service.0].name, Role::Title);
        self.sheet.row += 1;
        let people = self.sheet.head(page, w::PEOPLE_BEFORE, &[w::PEOPLE_MONTHS, w::PEOPLE_AT_END]);
        self.sheet.row = people + count + 1;
        let hires = self.sheet.head(page, w::HIRES_BEFORE, &[w::HIRES, w::LEAVERS]);
        self.sheet.row = hires + count + 1;
        let posts = self.sheet.head(page, w::POSTS_BEFORE, &[w::VACANT_MONTHS, w::POSTS_AT_END]);
        self.sheet.row = posts + count + 1;
        let mut sources = Vec::new();
        let mut departures = self.sheet.row + 1;
        for (nth, post) in order.into_iter().enumerate() {
            let nth = u32::try_from(nth).unwrap_or(0);
            let row = people + nth;
            self.sheet.constants(page, row, post);
            for other in [hires + nth, posts + nth] {
                Sheet::label(page, other, row);
            }
            let go_live = page.see(at.go_live);
            page.figure(page.at(row, column::GO_LIVE), &go_live, Kind::Whole);
            let departing = (freeze.is_some() && self.sheet.source.has_departures(post)).then(|| {
                departures += 1;
                Sheet::label(page, departures - 1, row);
                departures - 1
            });
            let of = &study.posts[post];
            let is_post =
                |group: &&GroupAt| (group.unit, group.service, group.role) == (of.unit, of.service, of.role);
            let Some(before) = self.baseline.iter().find(is_post).copied() else { continue };
            let second = self.sheet.columns.second();
            let month = |row: u32| page.at(row, self.sheet.columns.month(0));
            let group = GroupAt {
                people: Sheet::year(page, row),
                vacant: Sheet::year(page, posts + nth),
                hires: Sheet::year(page, hires + nth),
                posts_at_end: page.at(posts + nth, second),
                people_at_end: page.at(row, second),
                left: Some(page.at(row, column::LEFT)),
                cost: page.at(row, column::COST),
                by_month: freeze.map(|_| ByMonth {
                    people: month(row),
                    hires: month(hires),
                    departing: None,
                }),
                ..before
            };
            sources.push(SourceRows { post, people: row, departing, before, group });
        }
        if departures > self.sheet.row + 1 {
            page.word(self.sheet.row, 0, w::KNOWN_DEPARTURES, Role::Block);
            self.sheet.row = departures + 1;
        }
        if let Some(freeze) = freeze {
            for target in &at.targets {
                for role in &target.roles {
                    self.write_pool(page, role, freeze, &sources);
                }
            }
        }
        for source in &sources {
            self.write_source_years(page, source, freeze.is_some());
        }
        sources
    }

    /// The years of a source, as far as it is there.
    pub(super) fn write_source_years(&self, page: &mut Page<'_>, source: &SourceRows, is_frozen: bool) {
        let years = self.sheet.source.years();
        let columns = &self.sheet.columns;
        let row = source.people;
        let Some(before) = source.before.by_month else { return };
        let go_live_at = page.at(row, column::GO_LIVE);
        let own = page.at(row, columns.month(0));
        let people = if is_frozen { own } else { before.people };
        let left = page.across(people, years * 12).nth(&(page.see(go_live_at) + Term::count(1)));
        page.figure(page.at(row, column::LEFT), &left, Kind::Fte);
        let posts = page.see(page.at(row, column::POSTS));
        for year in 0..years {
            let go_live = page.see(go_live_at);
            let of_year = |first: At| Area::across(first.right(year * 12), 12);
            let counts = page.area(of_year(self.sheet.month_count(page, 0)));
            let there = counts.clone().are_less_than(&go_live);
            let in_post = page.area(of_year(people));
            let months = (there.clone() * &in_post).sum_of_each();
            let open = (there.clone() * &in_post.clone().are_less_than(&posts))
                * &in_post.clone().taken_from(&posts);
            let came = if is_frozen {
                let from = page.see(page.at(row, column::FROM));
                let earlier =
                    (counts.clone().are_less_than(&from) * &page.area(of_year(before.hires))).sum_of_each();
                let next = page.area(Area::across(own.right(year * 12 + 1), 12));
                let stay = page.see(page.at(row, column::STAY));
                let there_of = match source.departing {
                    None => in_post.clone(),
                    Some(departing) => {
                        in_post.clone() - &page.area(of_year(page.at(departing, columns.month(0))))
                    }
                };
                let frozen =
                    (counts.clone().are_at_least(&from) * &there.clone()) * &(next - &(there_of * &stay));
                earlier + frozen.sum_of_each()
            } else {
                (there.clone() * &page.area(of_year(before.hires))).sum_of_each()
            };
            let at = |first: At| first.right(year);
            page.figure(at(source.group.people), &months, Kind::Fte);
            page.figure(at(source.group.vacant), &open.sum_of_each(), Kind::Fte);
            page.figure(at(source.group.hires), &came, Kind::Fte);
            let known = match (is_frozen, source.departing, before.departing) {
                (true, Some(departing), _) => Some(
                    (there.clone() * &page.area(of_year(page.at(departing, columns.month(0))))).sum_of_each(),
                ),
                (false, _, Some(departing)) => Some((there * &page.area(of_year(departing))).sum_of_each()),
                _ => None,
            };
            let leavers = Sheet::leavers(page, row, known, year);
            let hires_row = source.group.hires.row;
            page.figure(page.at(hires_row, columns.second()).right(year), &leavers, Kind::Fte);
            let whole_year = go_live.at_least(&Term::count(12 * (year + 1)));
            let at_end =
                if year + 1 < years { page.see(people.right((year + 1) * 12)) } else { Term::count(0) };
            let at_end = whole_year.clone().then(&at_end, &Term::count(0));
            page.figure(at(source.group.people_at_end), &at_end, Kind::Fte);
            let posts_at_end = whole_year.then(&posts, &Term::count(0));
            page.figure(at(source.group.posts_at_end), &posts_at_end, Kind::Fte);
        }
    }
}
