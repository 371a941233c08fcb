//! The roles of a target, from go-live on.

use super::months::{Pace, hires_text, put};
use super::moving::{Moved, Optional, SourceRows};
use super::{GroupAt, Sheet, column};
use crate::options::{RoleAt, TargetAt};
use crate::page::Page;
use crate::sheet::{Area, At, Kind, Role};
use crate::term::{Term, sum_in_order};
use deelsom_language::words::workbook as w;

impl Optional<'_, '_> {
    /// A role of a target: its posts, its people, who is came, who leaves as is known and who is seen off.
    pub(super) fn write_role(
        &mut self,
        page: &mut Page<'_>,
        moved: Moved<'_>,
        target: &TargetAt,
        role: &RoleAt,
    ) -> GroupAt {
        let Moved { of: moved, at, sources, by_rule, by_set } = moved;
        let name = self.sheet.source.unit_name(Some(self.option), target.unit);
        let coming: Vec<(&SourceRows, At)> = role
            .coming
            .iter()
            .filter_map(|(post, share)| Some((sources.iter().find(|source| source.post == *post)?, *share)))
            .collect();
        let has_departures = coming.iter().any(|(source, _)| self.sheet.source.has_departures(source.post));
        let top = self.sheet.head(page, w::TARGET_ROLE, &[]);
        let (people, posts, hires) = (top, top + 1, top + 2);
        let exits = at.surplus.map(|_| top + 3);
        let departing = has_departures.then_some(top + 3 + u32::from(exits.is_some()));
        let rows = 3 + u32::from(exits.is_some()) + u32::from(has_departures);
        self.sheet.row = top + rows + 1;
        self.sheet.names(page, people, (target.unit, name), moved.service, Some(role.role));
        for row in top + 1..top + rows {
            Sheet::label(page, row, people);
        }
        for (row, word) in [
            (Some(people), w::PEOPLE),
            (Some(posts), w::ESTABLISHMENT),
            (Some(hires), w::HIRES),
            (exits, w::SEEN_OFF),
            (departing, w::KNOWN_DEPARTURES),
        ] {
            if let Some(row) = row {
                let name = &self.sheet.source.study.roles[role.role.0];
                let text = format!("{name}: {}", word.text(page.language));
                page.text(row, column::ROLE + 1, &text, Role::Label);
            }
        }
        let shares: Vec<At> = coming.iter().map(|(_, share)| *share).collect();
        let left: Vec<At> = coming.iter().filter_map(|(source, _)| source.group.left).collect();
        let fte: Vec<At> = coming.iter().map(|(source, _)| page.at(source.people, column::POSTS)).collect();
        let costs: Vec<At> = coming.iter().map(|(source, _)| source.group.cost).collect();
        let arrived = page.sum_of_products(&[&shares, &left]);
        let by = |weights: &[&[At]]| {
            let with_cost: Vec<&[At]> = weights.iter().copied().chain([&costs[..]]).collect();
            (page.sum_of_products(weights), page.sum_of_products(&with_cost))
        };
        // The mean pay of who comes along; where nobody does, of the posts; where there are none, of the shares.
        let means = [by(&[&shares, &left]), by(&[&shares, &fte]), by(&[&shares])];
        let nobody = Term::count(0);
        let mean = if coming.is_empty() {
            Term::count(0)
        } else {
            means.into_iter().rev().fold(nobody.clone(), |rest, (weight, sum)| {
                weight.clone().more_than(&nobody).then(&(sum / &weight), &rest)
            })
        };
        let cost = match role.set_cost {
            Some(set) => page.maybe(set).or(&mean),
            None => mean,
        };
        let (brought, in_the_end, go_live) =
            (page.see(role.brought), page.see(role.target), page.see(at.go_live));
        for row in [people, posts] {
            for (column, term, kind) in [
                (column::POSTS, &brought, Kind::Fte),
                (column::TARGET, &in_the_end, Kind::Fte),
                (column::START, &arrived, Kind::Fte),
                (column::COST, &cost, Kind::Cents),
                (column::GO_LIVE, &go_live, Kind::Whole),
            ] {
                if row == people || column != column::START {
                    page.figure(page.at(row, column), term, kind);
                }
            }
        }
        self.sheet.pace(page, people, moved.service);
        if let (Some(row), Some(months)) = (exits, at.surplus) {
            let from = (go_live.clone() + page.see(months) - Term::count(1)).above_zero();
            page.figure(page.at(row, column::FROM), &from, Kind::Whole);
        }
        let ramp = if role.is_set { by_set.unwrap_or(by_rule) } else { by_rule };
        self.role_months(page, &coming, (people, posts, hires), (exits, departing), ramp);
        self.role_years(page, (people, posts, hires), (exits, departing));
        let second = self.sheet.columns.second();
        GroupAt {
            unit: target.unit,
            service: moved.service,
            role: role.role,
            cost: page.at(people, column::COST),
            people: Sheet::year(page, people),
            vacant: Sheet::year(page, posts),
            hires: Sheet::year(page, hires),
            exits: exits.map(|row| Sheet::year(page, row)),
            posts_at_end: page.at(posts, second),
            people_at_end: page.at(people, second),
            left: None,
            by_month: None,
        }
    }

    pub(super) fn role_months(
        &self,
        page: &mut Page<'_>,
        coming: &[(&SourceRows, At)],
        (people, posts, hires): (u32, u32, u32),
        (exits, departing): (Option<u32>, Option<u32>),
        ramp: u32,
    ) {
        let number = |page: &Page<'_>, row, column| page.book.number(page.at(row, column)).unwrap_or(0.0);
        let speed = Pace::of(page, people);
        let [brought, in_the_end, arrived, go_live] =
            [column::POSTS, column::TARGET, column::START, column::GO_LIVE]
                .map(|column| number(page, people, column));
        let seen_off_from = exits.map(|row| number(page, row, column::FROM));
        let [p, e, h] = [people, posts, hires].map(|row| row + 1);
        let ramp_row = ramp + 1;
        let mut now = 0.0;
        // What the month before leads to, as it is written.
        let mut leads_to = String::new();
        let mut next = 0.0;
        for month in 0..self.sheet.source.years() * 12 {
            let letters = self.sheet.columns.letters(month);
            let at = |row| page.at(row, self.sheet.columns.month(month));
            let (people_at, posts_at, hires_at) = (at(people), at(posts), at(hires));
            let (exits_at, departing_at, ramp_at) = (exits.map(at), departing.map(at), at(ramp));
            let count = month as f64;
            let text = if month == 0 {
                format!("IF(L{p}=0,J{p},0)")
            } else {
                format!("IF({letters}$4<L{p},0,IF({letters}$4=L{p},J{p},{leads_to}))")
            };
            now = if count < go_live {
                0.0
            } else if (count - go_live).abs() == 0.0 {
                arrived
            } else {
                next
            };
            put(page, people_at, text, now);
            let step = page.book.number(ramp_at).unwrap_or(0.0);
            let establishment =
                if count < go_live { 0.0 } else { (brought + (in_the_end - brought) * step).max(0.0) };
            put(
                page,
                posts_at,
                format!("IF({letters}$4<L{e},0,MAX(0,H{e}+(I{e}-H{e})*{letters}{ramp_row}))"),
                establishment,
            );
            let (there, there_text) = match departing_at {
                None => (now, format!("{letters}{p}")),
                Some(departing_at) => {
                    let month_at = self.sheet.month_count(page, month);
                    let known = coming.iter().map(|(source, share)| {
                        page.see(*share) * self.sheet.today.departing(page, source.post, month_at)
                    });
                    let known = page.see(people_at).min(&sum_in_order(known));
                    let known = put(page, departing_at, known.text().to_owned(), known.value());
                    (now - known, format!("({letters}{p}-{letters}{})", departing.unwrap_or(0) + 1))
                }
            };
            let wanted_text = format!("{letters}{e}*Q{p}");
            let came = put(
                page,
                hires_at,
                hires_text(&there_text, &wanted_text, people),
                speed.hires(there, establishment * speed.filled),
            );
            let after = there * speed.stay + came;
            let mut seen_off = 0.0;
            leads_to = format!("{there_text}*M{p}+{letters}{h}");
            if let (Some(exits_at), Some(row), Some(from)) = (exits_at, exits, seen_off_from) {
                if count >= from {
                    seen_off = (after - establishment).max(0.0);
                }
                let exits_row = row + 1;
                put(
                    page,
                    exits_at,
                    format!("IF({letters}$4<S{exits_row},0,MAX(0,{leads_to}-{letters}{e}))"),
                    seen_off,
                );
                leads_to = format!("{leads_to}-{letters}{exits_row}");
            }
            next = after - seen_off;
        }
        let _ = now;
    }

    pub(super) fn role_years(
        &self,
        page: &mut Page<'_>,
        (people, posts, hires): (u32, u32, u32),
        (exits, departing): (Option<u32>, Option<u32>),
    ) {
        let years = self.sheet.source.years();
        let second = self.sheet.columns.second();
        for year in 0..years {
            let first = page.at(0, self.sheet.columns.month(year * 12));
            let of_year = |row: u32| Area::across(At { row, ..first }, 12);
            let (in_post, establishment) = (page.area(of_year(people)), page.area(of_year(posts)));
            let months = in_post.sum();
            let open = establishment.clone().are_more(&in_post) * &(establishment - &in_post);
            let came = page.area(of_year(hires)).sum();
            let at = |row: u32| Sheet::year(page, row).right(year);
            let (people_at, posts_at, hires_at) = (at(people), at(posts), at(hires));
            let exits_at = exits.map(at);
            page.figure(people_at, &months, Kind::Fte);
            page.figure(posts_at, &open.sum_of_each(), Kind::Fte);
            page.figure(hires_at, &came, Kind::Fte);
            if let (Some(exits_at), Some(row)) = (exits_at, exits) {
                let seen_off = page.area(of_year(row)).sum();
                page.figure(exits_at, &seen_off, Kind::Fte);
            }
            let known = departing.map(|row| page.area(of_year(row)).sum());
            let leavers = Sheet::leavers(page, people, known, year);
            page.figure(page.at(hires, second).right(year), &leavers, Kind::Fte);
            let december = page.see(page.at(posts, self.sheet.columns.month(year * 12 + 11)));
            page.figure(page.at(posts, second).right(year), &december, Kind::Fte);
            let at_end = if year + 1 < years {
                let gone_live =
                    page.see(page.at(people, column::GO_LIVE)).less_than(&Term::count(12 * (year + 1)));
                gone_live.then(
                    &page.see(page.at(people, self.sheet.columns.month((year + 1) * 12))),
                    &Term::count(0),
                )
            } else {
                self.sheet.after_last(page, people, hires, departing, exits)
            };
            page.figure(page.at(people, second).right(year), &at_end, Kind::Fte);
        }
    }
}
