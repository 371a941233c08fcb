//! What happens to posts and people.

use deelsom_core::study::{Move, RoleId, Target, UnitId};
use deelsom_core::{Course, Fte, PostGroup, ServiceBridge};
use proptest::prelude::*;
use serde_json::json;

use crate::change::{assume, assume_elasticity, each_move, each_option, staff_by, without};
use crate::generate::studies;
use crate::harness::{Holds, Run, law, near, run_by_month as run, within_cents};

#[test]
fn people_are_conserved_from_month_to_month() {
    law(96, &studies(), |sample| {
        for group in run(&sample.0)?.outcome.courses.iter().flat_map(|course| &course.staffing) {
            for (place, month) in group.months.iter().enumerate() {
                let next = group.months.get(place + 1).map_or(group.left_over, |next| next.in_post);
                let kept = month.in_post + month.hires - month.leavers - month.surplus_exits;
                prop_assert!(
                    near(kept.get(), next.get()),
                    "{kept:?} people stay, {next:?} are there in {group:?}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn years_are_the_sums_of_their_months() {
    law(96, &studies(), |sample| {
        for group in run(&sample.0)?.outcome.courses.iter().flat_map(|course| &course.staffing) {
            let months = || (group.start..).zip(&group.months);
            prop_assert_eq!(months().count(), group.end - group.start);
            for year in group.start / 12..group.end.div_ceil(12) {
                let staff = group.year(year).expect("a year in which it exists");
                let of_year = || months().filter(|(month, _)| month / 12 == year).map(|(_, month)| month);
                let people: Fte = of_year().map(|month| month.in_post).sum();
                let vacant: f64 =
                    of_year().map(|month| (month.establishment - month.in_post).get().max(0.0)).sum();
                let seated: f64 =
                    of_year().map(|month| month.establishment.get().max(month.in_post.get())).sum();
                let hires: Fte = of_year().map(|month| month.hires).sum();
                prop_assert_eq!(
                    (people.get(), vacant, seated, hires),
                    (staff.people.get(), staff.vacant.get(), staff.seated.get(), staff.hires)
                );
            }
        }
        Ok(())
    });
}

#[test]
fn nobody_is_negative_and_no_group_has_vacancies_and_surplus_together() {
    law(96, &studies(), |sample| {
        let run = run(&sample.0)?;
        for group in run.outcome.courses.iter().flat_map(|course| &course.staffing) {
            for month in &group.months {
                let counts =
                    [month.establishment, month.in_post, month.hires, month.leavers, month.surplus_exits];
                prop_assert!(counts.iter().all(|count| *count >= Fte::ZERO), "{month:?}");
            }
        }
        for year in run.report().courses.iter().flat_map(|course| &course.staffing).flat_map(|row| &row.years)
        {
            prop_assert!(year.vacancies.min(year.surplus) <= 0.0, "{year:?}");
            prop_assert!(near(year.in_post + year.vacancies - year.surplus, year.establishment), "{year:?}");
        }
        Ok(())
    });
}

#[test]
fn nobody_is_hired_beyond_the_posts() {
    law(96, &studies(), |sample| {
        for group in run(&sample.0)?.outcome.courses.iter().flat_map(|course| &course.staffing) {
            for (place, month) in group.months.iter().enumerate() {
                let after = group.in_post_after(group.start + place).get();
                let most = month.establishment.get().max(month.in_post.get());
                prop_assert!(after <= most + 1e-9, "{after} people after {month:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn under_a_freeze_nobody_is_hired_whom_the_new_unit_will_not_need() {
    law(128, &(studies(), -12_i8..24), |(sample, month)| {
        let mut file = sample.0;
        let year = file["period"]["first_year"].as_i64().expect("a year") + i64::from(month.div_euclid(12));
        let freeze = format!("{year}-{:02}", month.rem_euclid(12) + 1);
        let first = usize::try_from(month).unwrap_or(0);
        file["period"]["years"] = json!(5);
        each_option(&mut file, |option| option["freeze"] = json!(freeze));
        each_move(&mut file, |moved| moved["ramp"] = json!([1.0]));
        let run = run(&file)?;
        for (place, option) in run.study.options.iter().enumerate() {
            for moved in option.moves.iter().filter(|moved| goes_whole(moved)) {
                for month in first..moved.go_live {
                    let unit = |target: &Target| {
                        let roles = (0..run.study.roles.len()).map(RoleId);
                        roles
                            .into_iter()
                            .try_for_each(|role| needs(run.outcome.option(place), moved, target, role, month))
                    };
                    moved.targets.iter().try_for_each(unit)?;
                }
            }
        }
        Ok(())
    });
}

fn goes_whole(moved: &Move) -> bool {
    moved.targets.iter().flat_map(|target| &target.sources).all(|(_, share)| share.get() >= 1.0)
}

/// Hires of a month bring the sources of a target no further than the posts that it is to have.
fn needs(course: &Course, moved: &Move, target: &Target, role: RoleId, month: usize) -> Holds {
    let comes = |unit: UnitId| target.sources.iter().any(|(source, _)| *source == unit);
    let sources: Vec<&PostGroup> =
        groups(course, moved, role).filter(|group| is_source(group, moved) && comes(group.unit)).collect();
    let hired: f64 =
        sources.iter().filter_map(|group| group.month(month)).map(|staff| staff.hires.get()).sum();
    let people: f64 = sources.iter().map(|group| group.in_post_after(month).get()).sum();
    let goes = |group: &&PostGroup| is_target(group, moved) && group.unit == target.unit;
    let posts: f64 =
        groups(course, moved, role).filter(goes).map(|group| group.months[0].establishment.get()).sum();
    prop_assert!(
        hired <= 0.0 || people <= posts + 1e-9,
        "{people} people with {hired} hired for {posts} posts"
    );
    Ok(())
}

#[test]
fn people_and_posts_are_conserved_at_go_live() {
    law(128, &studies(), |sample| {
        let run = run(&sample.0)?;
        for (place, option) in run.study.options.iter().enumerate() {
            for moved in &option.moves {
                for role in (0..run.study.roles.len()).map(RoleId) {
                    arrive(run.outcome.option(place), moved, role)?;
                }
            }
        }
        Ok(())
    });
}

/// What leaves the sources of a role arrives in the targets.
fn arrive(course: &Course, moved: &Move, role: RoleId) -> Holds {
    let from = groups(course, moved, role).filter(|group| is_source(group, moved));
    let (people, posts) = from.fold((0.0, 0.0), |(people, posts), group| {
        (people + group.left_over.get(), posts + group.brought.get())
    });
    let to = groups(course, moved, role).filter(|group| is_target(group, moved));
    let (arrived, brought) = to.fold((0.0, 0.0), |(people, posts), group| {
        (people + group.months[0].in_post.get(), posts + group.brought.get())
    });
    prop_assert!(near(people, arrived), "{people} people leave and {arrived} arrive");
    prop_assert!(near(posts, brought), "{posts} posts leave and {brought} arrive");
    Ok(())
}

fn groups<'c>(course: &'c Course, moved: &Move, role: RoleId) -> impl Iterator<Item = &'c PostGroup> {
    let service = moved.service;
    course.staffing.iter().filter(move |group| (group.service, group.role) == (service, role))
}

/// A source ends at go-live. A partner may be source and target at once.
fn is_source(group: &PostGroup, moved: &Move) -> bool {
    let comes =
        |unit: UnitId| moved.targets.iter().any(|to| to.sources.iter().any(|(from, _)| *from == unit));
    group.start == 0 && group.end == moved.go_live && comes(group.unit)
}

fn is_target(group: &PostGroup, moved: &Move) -> bool {
    let goes = moved.targets.iter().any(|target| target.unit == group.unit);
    group.start == moved.go_live && group.exists() && goes
}

/// The groups that the moves of an option make.
fn targets(run: &Run, place: usize) -> impl Iterator<Item = &PostGroup> {
    let option = &run.study.options[place];
    let is_moved =
        |group: &&PostGroup| option.move_of(group.service).is_some_and(|moved| is_target(group, moved));
    run.outcome.option(place).staffing.iter().filter(is_moved)
}

#[test]
fn avoided_vacancies_exceed_neither_todays_vacancies_nor_the_cut() {
    law(128, &studies(), |sample| {
        let mut file = sample.0;
        let with_ramp = run(&file)?;
        // The posts in the end, from the first month on.
        each_move(&mut file, |moved| moved["ramp"] = json!([1.0]));
        let run = run(&file)?;
        for (place, effect) in run.outcome.effects.iter().enumerate() {
            let gradual = &with_ramp.outcome.effects[place].vacancies_avoided;
            prop_assert_eq!(gradual, &effect.vacancies_avoided, "a ramp does not change the end");
            for row in &effect.vacancies_avoided {
                let is_it = |unit, service, role| (unit, service, role) == (row.unit, row.service, row.role);
                let post = run.study.posts.iter().find(|post| is_it(post.unit, post.service, post.role));
                let post = post.expect("a vacancy is of a post");
                prop_assert!(row.fte.get() <= (post.establishment - post.in_post).get() + 1e-9);
            }
            for moved in &run.study.options[place].moves {
                for role in (0..run.study.roles.len()).map(RoleId) {
                    let rows = effect
                        .vacancies_avoided
                        .iter()
                        .filter(|row| (row.service, row.role) == (moved.service, role));
                    let avoided: f64 = rows.map(|row| row.fte.get()).sum();
                    let groups = groups(run.outcome.option(place), moved, role)
                        .filter(|group| is_target(group, moved));
                    let cut: f64 =
                        groups.map(|group| (group.brought - group.months[0].establishment).get()).sum();
                    prop_assert!(avoided <= cut.max(0.0) + 1e-9, "{avoided} avoided where {cut} is cut");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_staffing_bridge_closes() {
    law(96, &studies(), |sample| {
        let run = run(&sample.0)?;
        for (place, effect) in run.outcome.effects.iter().enumerate() {
            prop_assert_eq!(effect.bridge.len(), run.study.options[place].moves.len());
            for bridge in &effect.bridge {
                let moved = run.study.options[place].move_of(bridge.service).expect("a bridge is of a move");
                closes(run.outcome.option(place), moved, bridge)?;
            }
        }
        Ok(())
    });
}

fn closes(course: &Course, moved: &Move, bridge: &ServiceBridge) -> Holds {
    let groups: Vec<&PostGroup> =
        course.staffing.iter().filter(|group| group.service == moved.service).collect();
    let (sources, targets): (Vec<&PostGroup>, Vec<&PostGroup>) = groups
        .into_iter()
        .filter(|group| is_source(group, moved) || is_target(group, moved))
        .partition(|group| is_source(group, moved));
    let today: f64 = sources.iter().map(|group| group.brought.get()).sum();
    let mut exits = 0.0;
    for (year, step) in bridge.years.iter().enumerate() {
        let less = [step.vacant_not_filled, step.turnover, step.surplus_exits, step.surplus];
        let end = less.iter().fold(step.start.get() + step.added.get(), |left, part| left - part.get());
        prop_assert!((end - step.end.get()).abs() <= 1e-9, "{step:?} ends at {end}");
        let at_end = targets.iter().filter_map(|group| group.year(year));
        let (posts, left) = at_end.fold((0.0, 0.0), |(posts, left), group| {
            (posts + group.establishment.get(), left + group.surplus_exits.get())
        });
        exits += left;
        let posts = if year * 12 + 12 > moved.go_live { posts } else { today };
        prop_assert!(
            near(step.start.get(), today) && near(step.end.get(), posts),
            "{step:?} from {today} to {posts}"
        );
        prop_assert!(near(step.surplus_exits.get(), exits), "{step:?} with {exits} exits");
        prop_assert!(
            [step.vacant_not_filled, step.surplus, step.added].iter().all(|part| *part >= Fte::ZERO)
        );
    }
    Ok(())
}

/// Every target keeps the posts that came along.
fn keeps_all_posts(run: &Run) -> Holds {
    for group in (0..run.study.options.len()).flat_map(|place| targets(run, place)) {
        for month in &group.months {
            prop_assert!(near(month.establishment.get(), group.brought.get()), "{group:?}");
        }
    }
    Ok(())
}

#[test]
fn without_elasticity_scale_keeps_all_posts() {
    law(96, &studies(), |sample| {
        let mut file = sample.0;
        staff_by(&mut file, &json!({ "rule": "scale" }));
        assume_elasticity(&mut file, 0.0);
        keeps_all_posts(&run(&file)?)
    });
}

#[test]
fn what_is_not_realised_is_not_saved() {
    law(96, &(studies(), 0_i8..=100), |(sample, percent)| {
        let mut file = sample.0;
        staff_by(&mut file, &json!({ "rule": "percent", "percent": f64::from(percent) / 100.0 }));
        assume(&mut file, "realisation_net", 0.0);
        assume(&mut file, "realisation_gross", 0.0);
        // A unit's own costs end when its last service leaves; those of services go along.
        each_option(&mut file, |option| without(option, "freeze"));
        let run = run(&file)?;
        keeps_all_posts(&run)?;
        for course in &run.outcome.courses {
            for year in run.years() {
                let running = |course: &Course| {
                    let entries = run.entries(course, year);
                    entries
                        .filter(|entry| entry.line.code() == "running" && entry.service.is_some())
                        .map(|entry| entry.amount)
                        .collect::<Vec<_>>()
                };
                let (before, after) = (running(run.outcome.baseline()), running(course));
                let cents = before.len() + after.len();
                prop_assert!(within_cents(before.into_iter().sum(), after.into_iter().sum(), cents));
            }
        }
        Ok(())
    });
}

#[test]
fn the_more_people_share_a_role_the_less_it_is_uncovered() {
    law(64, &studies(), |sample| {
        for course in &run(&sample.0)?.outcome.courses {
            for one in &course.vulnerability {
                prop_assert!((0.0..=1.0).contains(&one.uncovered.get()), "{one:?}");
                for more in course.vulnerability.iter().filter(|more| more.persons >= one.persons) {
                    prop_assert!(more.uncovered <= one.uncovered, "{more:?} is worse covered than {one:?}");
                }
            }
        }
        Ok(())
    });
}
