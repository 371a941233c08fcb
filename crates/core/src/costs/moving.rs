//! What a move costs: harmonisation, overhead that stays behind, a grant that is lost (MODEL 5, "At a move").

use super::Run;
use crate::ledger::{Account, Book, Line};
use crate::quantity::Rate;
use crate::staffing::PostGroup;
use crate::study::{Form, Move, PartnerId, Target, Unit, UnitId, Variant};

pub(super) fn post(run: Run<'_>, option: &Variant, staffing: &[PostGroup], book: &mut Book) {
    for moved in &option.moves {
        for target in &moved.targets {
            post_harmonisation(run, moved, target, staffing, book);
            post_stranded(run, moved, target, staffing, book);
        }
    }
    for (id, unit) in run.units().filter(|(_, unit)| unit.form == Form::Merger && unit.is_joint()) {
        let merged_before = (0..run.study.units.len()).any(|source| run.goes_on(UnitId(source), id));
        if let Some(start) = run.first_go_live(Some(id)).filter(|_| !merged_before) {
            post_grant_loss(run, id, unit, start, book);
        }
    }
}

/// People of a source at go-live and what a year of them costs: Σ P and Σ P·c.
fn people(staffing: &[PostGroup], moved: &Move, source: UnitId) -> (f64, f64) {
    let groups = staffing.iter().filter(|group| group.service == moved.service && group.unit == source);
    // A source ends at go-live; a partner may be a target too, which starts then.
    let leaving = groups.filter(|group| group.end == moved.go_live && group.start == 0);
    leaving.fold((0.0, 0.0), |(people, pay), group| {
        let in_post = group.left_over.get();
        (people + in_post, pay + in_post * group.cost)
    })
}

/// Whether people of a source get another employer in a target.
pub(crate) fn changes_employer(run: Run<'_>, source: UnitId, target: UnitId) -> bool {
    changes_employer_if_new(run, source, target) && !run.goes_on(source, target)
}

/// Whether they do, unless the target is the source under another name.
pub(crate) fn changes_employer_if_new(run: Run<'_>, source: UnitId, target: UnitId) -> bool {
    let (from, to) = (run.unit(source), run.unit(target));
    let keeps_own = |unit: &Unit| matches!(unit.form, Form::Network | Form::JointBody) && unit.is_joint();
    let employer = |id: UnitId, unit: &Unit| {
        if unit.is_joint() { unit.host } else { Some(PartnerId(id.0)) }
    };
    let same = match (employer(source, from), employer(target, to)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    // Into a network or joint body nobody changes, nor does who comes back from it to a municipality.
    !(source == target || keeps_own(to) || (keeps_own(from) && !to.is_joint()) || same)
}

fn post_harmonisation(run: Run<'_>, moved: &Move, target: &Target, staffing: &[PostGroup], book: &mut Book) {
    let changing = target.sources.iter().filter(|(source, _)| changes_employer(run, *source, target.unit));
    let wages: f64 = changing.map(|(source, share)| share.get() * people(staffing, moved, *source).1).sum();
    if wages == 0.0 {
        return;
    }
    let stay = 1.0 - run.assumptions.services[moved.service.0].hazard.get();
    let rate = run.assumptions.harmonisation_cost.get();
    let mut years = book.account(Account::of(target.unit, Some(moved.service), Line::Harmonisation));
    let mut left = 1.0;
    for month in moved.go_live..run.study.period.months() {
        let exact = rate * wages * left / 12.0 * run.assumptions.wage_index[month / 12];
        years.add_month(month, exact, wages * left / 12.0);
        left *= stay;
    }
}

/// Overhead that stays behind with a partner whose work moves.
pub(crate) struct Overhead {
    /// Where the work was.
    pub(crate) source: UnitId,
    /// The share of the source that moves.
    pub(crate) share: Rate,
    /// Who is left with the overhead.
    pub(crate) partner: PartnerId,
    /// Its part, by inhabitants of those of the source who move.
    pub(crate) part: f64,
}

/// Whose overhead stays behind at a move: nobody's in forms that keep people where they are, nor at a host.
pub(crate) fn overhead_left(run: Run<'_>, target: &Target) -> impl Iterator<Item = Overhead> {
    overhead_left_if_new(run, target).filter(move |left| !run.goes_on(left.source, target.unit))
}

/// Whose does, unless the target is a source under another name.
pub(crate) fn overhead_left_if_new(run: Run<'_>, target: &Target) -> impl Iterator<Item = Overhead> {
    let unit = run.unit(target.unit);
    let keeps = !unit.is_joint() || matches!(unit.form, Form::Network | Form::JointBody | Form::Merger);
    let sources = if keeps { &[][..] } else { &target.sources };
    sources.iter().flat_map(move |(source, share)| {
        let from = run.unit(*source).members.iter().copied().filter(|member| unit.members.contains(member));
        let inhabitants = move |member: PartnerId| run.study.partners[member.0].inhabitants;
        let all: f64 = from.clone().map(inhabitants).sum();
        from.filter(|member| unit.host != Some(*member)).map(move |partner| Overhead {
            source: *source,
            share: *share,
            partner,
            part: inhabitants(partner) / all,
        })
    })
}

fn post_stranded(run: Run<'_>, moved: &Move, target: &Target, staffing: &[PostGroup], book: &mut Book) {
    let yearly = run.assumptions.stranded_share.get() * run.assumptions.workplace;
    for Overhead { source, share, partner, part } in overhead_left(run, target) {
        let part = share.get() * people(staffing, moved, source).0 * part;
        if part == 0.0 {
            continue;
        }
        let mut years = book.account(Account::of(UnitId(partner.0), Some(moved.service), Line::Stranded));
        let mut fade = 0.0;
        for month in moved.go_live..run.study.period.months() {
            if (month - moved.go_live).is_multiple_of(12) {
                fade = run.assumptions.stranded_fade((month - moved.go_live) / 12);
                if fade == 0.0 {
                    break;
                }
            }
            let exact = yearly * part * fade / 12.0 * run.assumptions.price_index[month / 12];
            years.add_month(month, exact, part * fade / 12.0);
        }
    }
}

fn post_grant_loss(run: Run<'_>, id: UnitId, unit: &Unit, start: usize, book: &mut Book) {
    let removed = (unit.members.len() - 1) as f64;
    let mut years = book.account(Account::of(id, None, Line::GrantLoss));
    for month in start..run.study.period.months() {
        let exact = run.assumptions.fixed_grant * removed / 12.0 * run.assumptions.price_index[month / 12];
        years.add_month(month, exact, removed / 12.0);
    }
}
