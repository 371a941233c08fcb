//! An option's staffing: what stays as it is, the sources until they go, and the targets from then on.

use super::{GroupAt, Sheet, column};
use crate::assumptions::Assumed;
use crate::options::{MoveAt, OptionAt};
use crate::page::Page;
use crate::partners::PartnerAt;
use crate::sheet::{At, Kind, Role};
use crate::source::Source;
use crate::term::Term;
use crate::today::TodayAt;
use deelsom_core::study::{Move, PartnerId, ServiceId, UnitId, Variant};
use deelsom_language::words::workbook as w;

/// What a move makes besides its groups: years are side by side from the places.
#[derive(Default)]
pub(crate) struct Moving {
    /// By target and service: wages of who changes employer, and for how many months of a year of them that is paid.
    pub(crate) harmonisation: Vec<(UnitId, ServiceId, At, At)>,
    /// By partner and service: the people whose overhead stays, and what is left of it in a year, in months.
    pub(crate) stranded: Vec<(PartnerId, ServiceId, At, At)>,
    /// By target and the place of its move: the sum of the ramp over the months of a year.
    pub(crate) ramps: Vec<(usize, At)>,
}

/// An option and its places.
pub(super) struct Optional<'s, 'a> {
    pub(super) sheet: Sheet<'s, 'a>,
    pub(super) partners: &'s [PartnerAt],
    pub(super) option: &'a Variant,
    pub(super) at: &'s OptionAt,
    pub(super) baseline: &'s [GroupAt],
}

/// Writes an option's sheet. Gives all its groups, those that stay among them, and what its moves make besides.
pub(crate) fn write_option<'a>(
    source: &Source<'a>,
    page: &mut Page<'_>,
    (assumed, partners, today): (&Assumed, &[PartnerAt], &TodayAt),
    (option, at): (&'a Variant, &OptionAt),
    baseline: &[GroupAt],
) -> (Vec<GroupAt>, Moving) {
    page.text(0, 0, &option.name, Role::Title);
    let sheet = Sheet::begin(source, page, assumed, today);
    let mut optional = Optional { sheet, partners, option, at, baseline };
    let mut groups = Vec::new();
    let mut moving = Moving::default();
    for service in source.services() {
        let Some(nth) = option.moves.iter().position(|moved| moved.service == service) else {
            groups.extend(baseline.iter().filter(|group| group.service == service));
            continue;
        };
        let (moved, move_at) = (&option.moves[nth], &at.moves[nth]);
        let is_source = |unit: UnitId| {
            move_at.targets.iter().any(|target| target.sources.iter().any(|source| source.unit == unit))
        };
        groups.extend(baseline.iter().filter(|group| group.service == service && !is_source(group.unit)));
        optional.write_move(page, nth, moved, move_at, &mut groups, &mut moving);
    }
    (groups, moving)
}

/// A move with its places, its sources and the rows of its ramps.
#[derive(Clone, Copy)]
pub(super) struct Moved<'m> {
    pub(super) of: &'m Move,
    pub(super) at: &'m MoveAt,
    pub(super) sources: &'m [SourceRows],
    pub(super) by_rule: u32,
    pub(super) by_set: Option<u32>,
}

/// The rows of a source.
pub(super) struct SourceRows {
    pub(super) post: usize,
    pub(super) people: u32,
    pub(super) departing: Option<u32>,
    /// The months of the baseline.
    pub(super) before: GroupAt,
    pub(super) group: GroupAt,
}

impl Optional<'_, '_> {
    fn write_move(
        &mut self,
        page: &mut Page<'_>,
        nth: usize,
        moved: &Move,
        at: &MoveAt,
        groups: &mut Vec<GroupAt>,
        moving: &mut Moving,
    ) {
        let whole =
            moved.targets.iter().flat_map(|target| &target.sources).all(|(_, share)| share.get() >= 1.0);
        let freeze = self.at.freeze.filter(|_| whole);
        let sources = self.write_sources(page, moved, at, freeze);
        groups.extend(sources.iter().map(|source| source.group));
        let ramps = self.write_ramps(page, at);
        moving.ramps.push((nth, Sheet::year(page, ramps.0)));
        let (by_rule, by_set) = ramps;
        let whole = Moved { of: moved, at, sources: &sources, by_rule, by_set };
        for target in &at.targets {
            for role in &target.roles {
                groups.push(self.write_role(page, whole, target, role));
            }
        }
        self.write_harmonisation(page, moved, at, &sources, moving);
        self.write_stranded(page, moved, at, &sources, moving);
    }

    /// The ramps of a move by month: of what follows its rule, and of what is set outright.
    fn write_ramps(&mut self, page: &mut Page<'_>, at: &MoveAt) -> (u32, Option<u32>) {
        let by_rule = self.sheet.head(page, w::RAMP, &[w::RAMP_MONTHS]);
        let any_set = at.targets.iter().any(|target| target.roles.iter().any(|role| role.is_set));
        let rows = if any_set {
            vec![(by_rule, at.rule_ramp), (by_rule + 1, at.set_ramp)]
        } else {
            vec![(by_rule, at.rule_ramp)]
        };
        for (nth, (row, steps)) in rows.iter().enumerate() {
            page.word(*row, column::ROLE + 1, if nth == 0 { w::RAMP_RULE } else { w::RAMP_SET }, Role::Label);
            let go_live = page.see(at.go_live);
            let go_live = page.figure(page.at(*row, column::GO_LIVE), &go_live, Kind::Whole);
            let ramp = page.across(*steps, at.steps);
            for month in 0..self.sheet.source.years() * 12 {
                let now = page.see(self.sheet.month_count(page, month));
                let since = page.see(go_live);
                let step = (now.clone() - &since) / Term::count(12);
                let place = Term::count(at.steps).min(&(step.floor() + Term::count(1)));
                let term = now.less_than(&since).then(&Term::count(0), &ramp.nth(&place));
                page.figure(page.at(*row, self.sheet.columns.month(month)), &term, Kind::Percent);
            }
            for year in 0..self.sheet.source.years() {
                let months = page.across(page.at(*row, self.sheet.columns.month(year * 12)), 12).sum();
                page.figure(Sheet::year(page, *row).right(year), &months, Kind::Factor);
            }
        }
        self.sheet.row = by_rule + u32::try_from(rows.len()).unwrap_or(1) + 1;
        (by_rule, any_set.then_some(by_rule + 1))
    }
}
