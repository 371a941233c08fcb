//! What a move makes besides staff: wages to bring together, and overhead that stays behind (MODEL 5).

use super::months::put;
use super::moving::{Moving, Optional, SourceRows};
use super::{Sheet, column};
use crate::options::MoveAt;
use crate::page::Page;
use crate::sheet::{At, Kind};
use crate::term::{Term, sum_in_order};
use deelsom_core::study::{Move, PartnerId, UnitId};
use deelsom_language::words::workbook as w;

impl Optional<'_, '_> {
    /// 1 where a source goes over as another organisation, less where it can be the same under another name.
    pub(super) fn is_new(&self, page: &Page<'_>, source: UnitId, target: UnitId) -> Option<Term> {
        self.at.goes_on.get(&(source, target)).map(|flag| Term::count(1) - page.see(*flag))
    }

    /// Wages of who changes employer, and how many of them are still there by month (MODEL 5).
    pub(super) fn write_harmonisation(
        &mut self,
        page: &mut Page<'_>,
        moved: &Move,
        at: &MoveAt,
        sources: &[SourceRows],
        moving: &mut Moving,
    ) {
        let course = self.sheet.source.workings.course(Some(self.option));
        for target in &at.targets {
            let mut wages = Vec::new();
            for role in &target.roles {
                for (post, share) in &role.coming {
                    let Some(source) = sources.iter().find(|source| source.post == *post) else { continue };
                    if !course.changes_employer(source.group.unit, target.unit) {
                        continue;
                    }
                    let Some(left) = source.group.left else { continue };
                    let pay = page.see(*share) * page.see(left) * page.see(source.group.cost);
                    wages.push(match self.is_new(page, source.group.unit, target.unit) {
                        Some(is_new) => pay * is_new,
                        None => pay,
                    });
                }
            }
            if wages.is_empty() {
                continue;
            }
            let row = self.sheet.head(page, w::HARMONISATION, &[w::STILL_THERE]);
            let name = self.sheet.source.unit_name(Some(self.option), target.unit);
            self.sheet.names(page, row, (target.unit, name), moved.service, None);
            let wages = sum_in_order(wages);
            let wages_at = page.figure(page.at(row, column::COST), &wages, Kind::Cents);
            let go_live = page.see(at.go_live);
            page.figure(page.at(row, column::GO_LIVE), &go_live, Kind::Whole);
            self.sheet.pace(page, row, moved.service);
            let stay = page.book.number(page.at(row, column::STAY)).unwrap_or(0.0);
            let from = page.book.number(page.at(row, column::GO_LIVE)).unwrap_or(0.0);
            let r = row + 1;
            let mut left = 0.0;
            for month in 0..self.sheet.source.years() * 12 {
                let letters = self.sheet.columns.letters(month);
                let place = page.at(row, self.sheet.columns.month(month));
                let count = month as f64;
                let text = if month == 0 {
                    format!("IF(L{r}=0,1,0)")
                } else {
                    let last = self.sheet.columns.letters(month - 1);
                    format!("IF({letters}$4<L{r},0,IF({letters}$4=L{r},1,{last}{r}*M{r}))")
                };
                left = if count < from {
                    0.0
                } else if (count - from).abs() == 0.0 {
                    1.0
                } else {
                    left * stay
                };
                put(page, place, text, left);
            }
            for year in 0..self.sheet.source.years() {
                let months = page.across(page.at(row, self.sheet.columns.month(year * 12)), 12).sum();
                page.figure(Sheet::year(page, row).right(year), &months, Kind::Factor);
            }
            self.sheet.row = row + 2;
            moving.harmonisation.push((target.unit, moved.service, wages_at, Sheet::year(page, row)));
        }
    }

    /// Overhead that stays behind: whose, of how many people, and what is left of it by year (MODEL 5).
    pub(super) fn write_stranded(
        &mut self,
        page: &mut Page<'_>,
        moved: &Move,
        at: &MoveAt,
        sources: &[SourceRows],
        moving: &mut Moving,
    ) {
        let course = self.sheet.source.workings.course(Some(self.option));
        let study = self.sheet.source.study;
        let left: Vec<_> = moved
            .targets
            .iter()
            .zip(&at.targets)
            .flat_map(|(target, target_at)| {
                course
                    .overhead(target)
                    .into_iter()
                    .map(move |one| (one, target, target_at))
                    .collect::<Vec<_>>()
            })
            .collect();
        if left.is_empty() {
            return;
        }
        let row = self.sheet.head(page, w::STRANDED, &[w::FADE_MONTHS]);
        let go_live = page.see(at.go_live);
        let go_live = page.figure(page.at(row, column::GO_LIVE), &go_live, Kind::Whole);
        let lasts = self.sheet.assumed.at("stranded_years");
        for year in 0..self.sheet.source.years() {
            let counts = page.across(self.sheet.month_count(page, year * 12), 12);
            let (since, lasts) = (page.see(go_live), page.see(lasts));
            let gone = ((counts.clone() - &since) / &Term::count(12)).floors() / &lasts;
            let fade = gone.taken_from(&Term::count(1));
            let months = (counts.are_at_least(&since) * &fade.clone().are_more_than(&Term::count(0))) * &fade;
            let none = lasts.at_most(&Term::count(0));
            let months = none.then(&Term::count(0), &months.sum_of_each());
            page.figure(Sheet::year(page, row).right(year), &months, Kind::Factor);
        }
        let fade = Sheet::year(page, row);
        self.sheet.row = row + 1;
        for (one, target, target_at) in left {
            let row = self.sheet.row;
            let share =
                target_at.sources.iter().find(|source| source.unit == one.source).map(|source| source.share);
            let Some(share) = share else { continue };
            let unit = course.unit(target.unit);
            let members = course
                .unit(one.source)
                .members
                .iter()
                .copied()
                .filter(|member| unit.members.contains(member));
            let inhabitants = |member: PartnerId| page.see(self.partners[member.0].inhabitants);
            let all = sum_in_order(members.map(inhabitants));
            let people: Vec<At> = sources
                .iter()
                .filter(|source| source.group.unit == one.source)
                .filter_map(|source| source.group.left)
                .collect();
            if people.is_empty() {
                continue;
            }
            let part = page.see(share) * page.sum(&people) * (inhabitants(one.partner) / &all);
            let part = match self.is_new(page, one.source, target.unit) {
                Some(is_new) => part * is_new,
                None => part,
            };
            self.sheet.names(
                page,
                row,
                (UnitId(one.partner.0), &study.partners[one.partner.0].name),
                moved.service,
                None,
            );
            let part = page.figure(page.at(row, column::START), &part, Kind::Fte);
            moving.stranded.push((one.partner, moved.service, part, fade));
            self.sheet.row += 1;
        }
        self.sheet.row += 1;
    }
}
