//! Posts that are vacant today and that an option does not fill (MODEL 9, "Vacancies avoided").

use crate::costs::Run;
use crate::quantity::Fte;
use crate::staffing::target_roles;
use crate::study::{Move, Post, RoleId, ServiceId, UnitId, Variant};

/// A vacancy of today that an option does not fill. Its two values are readings of one saving, not its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VacancyAvoided {
    /// Whose vacancy it is.
    pub unit: UnitId,
    /// The service.
    pub service: ServiceId,
    /// The role.
    pub role: RoleId,
    /// How much of a post.
    pub fte: Fte,
    /// Against the budget: what the post costs, euros a year in prices of the base year.
    pub budget_value: f64,
    /// Against the outturn: what covering it costs, euros a year in prices of the base year.
    pub outturn_value: f64,
    /// The month from which it is not filled.
    pub from: usize,
}

/// How many posts of a role a move cuts, and how many are vacant today, over all its targets.
pub(super) struct Cut {
    pub(super) role: RoleId,
    pub(super) posts: f64,
    pub(super) vacant: f64,
}

/// The moves of an option in the order of the study's services, each with its cuts.
pub(super) fn moves_with_cuts<'a>(run: Run<'a>, option: &'a Variant) -> Vec<(&'a Move, Vec<Cut>)> {
    let services = (0..run.study.services.len()).map(ServiceId);
    services
        .filter_map(|service| option.move_of(service))
        .map(|moved| (moved, cuts(run, option, moved)))
        .collect()
}

/// The cut of every role of a move, in the order of the study's posts.
fn cuts(run: Run<'_>, option: &Variant, moved: &Move) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for role in target_roles(run.study, run.assumptions, option, moved) {
        let more = role.brought - role.target;
        match cuts.iter_mut().find(|cut| cut.role == role.role) {
            Some(cut) => cut.posts += more,
            None => cuts.push(Cut { role: role.role, posts: more, vacant: 0.0 }),
        }
    }
    for cut in &mut cuts {
        cut.posts = cut.posts.max(0.0);
        cut.vacant = posts(run, moved, cut.role).map(|(_, vacant)| vacant).sum();
    }
    cuts
}

/// Posts of a role that come along with a move, each with the part of them that is vacant today: Σ w·max(0, E − P).
fn posts<'a>(run: Run<'a>, moved: &'a Move, role: RoleId) -> impl Iterator<Item = (&'a Post, f64)> {
    run.study.posts.iter().filter(move |post| post.service == moved.service && post.role == role).filter_map(
        move |post| {
            let sources = moved
                .targets
                .iter()
                .flat_map(|target| &target.sources)
                .filter(|(source, _)| *source == post.unit);
            let share: f64 = sources.map(|(_, share)| share.get()).sum();
            (share > 0.0).then(|| (post, share * (post.establishment - post.in_post).get().max(0.0)))
        },
    )
}

pub(super) fn avoided(run: Run<'_>, moves: &[(&Move, Vec<Cut>)]) -> Vec<VacancyAvoided> {
    let mut rows = Vec::new();
    for (moved, cuts) in moves {
        for cut in cuts {
            let fte = cut.posts.min(cut.vacant);
            if fte <= 0.0 {
                continue;
            }
            for (post, vacant) in posts(run, moved, cut.role).filter(|(_, vacant)| *vacant > 0.0) {
                let fte = fte * vacant / cut.vacant;
                let budget_value = fte * run.assumptions.pay(&post.pay);
                rows.push(VacancyAvoided {
                    unit: post.unit,
                    service: moved.service,
                    role: cut.role,
                    fte: Fte::new(fte),
                    budget_value,
                    outturn_value: run.assumptions.cover() * budget_value,
                    from: moved.go_live,
                });
            }
        }
    }
    rows
}

/// What the vacancies avoided are worth in a year, euros: fte × c × wage index, for the months since go-live.
pub(super) fn worth(run: Run<'_>, avoided: &[VacancyAvoided], year: usize) -> f64 {
    let months = |from: usize| (year * 12 + 12).saturating_sub(from).min(12) as f64;
    avoided
        .iter()
        .map(|row| row.budget_value * run.assumptions.wage_index[year] * months(row.from) / 12.0)
        .sum()
}
