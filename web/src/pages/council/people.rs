//! How many people it touches, and which work depends on one of them.

use deelsom_core::study::{Move, UnitId};
use deelsom_core::{BridgeYear, Course, Fte, Vulnerability};
use deelsom_language::number;
use deelsom_language::sentences::council as say;
use deelsom_language::words::{comparison, council as words, table as head};
use deelsom_views::single::is_single as depends_on_one;
use deelsom_views::staffing::after;
use yew::Html;

use super::{Seat, explained, facts, more};
use crate::figure::{figure, six};
use crate::flow::Flow;
use crate::pages::Page;
use crate::part::named;
use crate::sheet::Sheet;

/// Fte, with where in the report they are.
fn fte(seat: Seat<'_>, fte: f64, places: &[String]) -> Html {
    figure(&number::fte(seat.language(), fte), &six(fte), &places.join("+"), "")
}

/// Posts of the municipality itself for the services that move, and the people in them: of those that stay with it as the
/// host, or of those that go to another.
fn own_posts(seat: Seat<'_>, stay: bool) -> (f64, f64) {
    let own = UnitId(seat.place);
    let share_of = |moved: &Move| -> f64 {
        let targets = moved.targets.iter().filter(|target| seat.hosts_in(target.unit) == stay);
        let sources = targets.flat_map(|target| &target.sources);
        sources.filter(|(source, _)| *source == own).map(|(_, share)| share.get()).sum()
    };
    let (mut posts, mut people) = (0.0, 0.0);
    for post in seat.shown.study().posts.iter().filter(|post| post.unit == own) {
        let share = seat.chosen.option.move_of(post.service).map_or(0.0, share_of);
        posts += share * post.establishment.get();
        people += share * post.in_post.get();
    }
    (posts, people)
}

/// Whether work moves out of an organisation that the municipality shares today.
pub(super) fn shares_today(seat: Seat<'_>) -> bool {
    let study = seat.shown.study();
    let is_shared = |unit: UnitId| {
        let members = study.units.get(unit.0).map_or(&[][..], |unit| &unit.members);
        members.len() > 1 && members.contains(&seat.effect.partner)
    };
    let moves = seat.chosen.option.moves.iter();
    let sources = moves.flat_map(|moved| &moved.targets).flat_map(|target| &target.sources);
    sources.into_iter().any(|(source, _)| is_shared(*source))
}

/// From where to where its work goes, where that is one place each.
pub(super) fn goes(seat: Seat<'_>) -> Option<String> {
    let has = |unit: UnitId| seat.unit(unit).is_some_and(|unit| unit.members.contains(&seat.effect.partner));
    let targets = seat.targets().filter(|target| has(target.unit));
    let mut ways = targets.flat_map(|target| {
        let sources = target.sources.iter().filter(|(source, _)| has(*source));
        sources.map(|(source, _)| (*source, target.unit))
    });
    let (from, to) = ways.next()?;
    if !ways.all(|way| way == (from, to)) {
        return None;
    }
    let name = |unit: UnitId| {
        let other = seat.unit(unit).filter(|_| unit != UnitId(seat.place));
        other.map(|unit| unit.name.as_str())
    };
    Some(say::goes(seat.language(), seat.name(), name(from), name(to), seat.hosts_in(to)))
}

/// As many tenths as are shown.
fn tenths(fte: f64) -> f64 {
    (fte * 10.0).round() / 10.0
}

/// How many posts and people move, which vacancies fall away, and who is left over.
pub(super) fn touched(seat: Seat<'_>, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let (last, year) = seat.last();
    let (posts, people) = own_posts(seat, false);
    let (kept, in_kept) = own_posts(seat, true);
    flow.heading(words::PEOPLE);
    let joint = shares_today(seat);
    let stays = kept > 0.0 || in_kept > 0.0;
    let moves = posts > 0.0 || people > 0.0;
    if stays {
        flow.text(&say::posts_stay(language, seat.name(), kept, in_kept));
    }
    if moves || !stays {
        flow.text(&say::people(language, seat.name(), posts, people, joint));
    }
    if joint && let Some(said) = goes(seat) {
        flow.text(&said);
    }

    let effect = seat.chosen.effect;
    let sum = |of: fn(&BridgeYear) -> Fte| -> f64 {
        effect.bridge.iter().filter_map(|bridge| bridge.years.get(last)).map(|step| of(step).get()).sum()
    };
    let all_at = |field: &str| -> Vec<String> {
        let at = seat.chosen.pointer();
        (0..effect.bridge.len()).map(|bridge| format!("{at}/bridge/{bridge}/years/{last}/{field}")).collect()
    };
    let (start, end) = (sum(|step| step.start), sum(|step| step.end));
    let (left, still) = (sum(|step| step.surplus_exits), sum(|step| step.surplus));
    let (mut own, mut all, mut own_at) = (0.0, 0.0, Vec::new());
    for (place, row) in effect.vacancies_avoided.iter().enumerate() {
        all += row.fte.get();
        if row.unit == UnitId(seat.place) {
            own += row.fte.get();
            own_at.push(format!("{}/vacancies_avoided/{place}/fte", seat.chosen.pointer()));
        }
    }
    if !effect.bridge.is_empty() {
        flow.text(&say::posts_change(language, start, end, year));
        flow.text(&say::vacancies(language, seat.name(), own, all));
        flow.text(&say::surplus(language, left, still));
    }
    let surplus_at = [all_at("surplus_exits"), all_at("surplus")].concat();
    let mut figures = Vec::new();
    if stays {
        figures.push((words::POSTS_KEPT, fte(seat, kept, &[])));
        figures.push((words::IN_POST_HERE, fte(seat, in_kept, &[])));
    }
    if moves || !(joint || stays) {
        figures.push((words::POSTS_HERE, fte(seat, posts, &[])));
        figures.push((words::IN_POST_HERE, fte(seat, people, &[])));
    }
    figures.push((words::AVOIDED, fte(seat, own, &own_at)));
    figures.push((words::POSTS_ALL, fte(seat, start, &all_at("start"))));
    // The sum of what the sentence says, to the tenth.
    let surplus = number::fte(language, tenths(left) + tenths(still));
    figures.push((words::SURPLUS, figure(&surplus, &six(left + still), &surplus_at.join("+"), "")));
    flow.add(facts(shown, figures));
    flow.add(explained(
        shown,
        &[(words::TERM_FTE, words::MEANS_FTE), (words::TERM_SURPLUS, words::MEANS_SURPLUS)],
    ));
    flow.add(more(shown, &[Page::Staffing]));
}

/// A role as the municipality can count on it, in a course: its place there, and how many persons.
type Counted<'a> = (usize, &'a Vulnerability);

/// The roles of the services that move that depend on one person now or afterwards.
fn single_roles<'a>(
    seat: Seat<'a>,
    today: &'a Course,
    course: &'a Course,
) -> Vec<(Option<Counted<'a>>, Option<Counted<'a>>)> {
    let own = |row: &Vulnerability| {
        row.partner == seat.effect.partner && seat.chosen.option.move_of(row.service).is_some()
    };
    let rows = |course: &'a Course| course.vulnerability.iter().enumerate().filter(move |(_, row)| own(row));
    let known = rows(today).map(|(place, row)| (Some((place, row)), after(course, row)));
    let new = rows(course).filter(|(_, row)| after(today, row).is_none()).map(|row| (None, Some(row)));
    known.chain(new).filter(|(before, after)| is_single(*before) || is_single(*after)).collect()
}

fn is_single(row: Option<Counted<'_>>) -> bool {
    row.is_some_and(|(_, row)| depends_on_one(row))
}

/// Which work depends on one person, by name.
pub(super) fn single(seat: Seat<'_>, flow: &mut Flow<'_>) {
    let shown = seat.shown;
    let study = shown.study();
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(seat.chosen.place));
    let roles = single_roles(seat, today, course);
    let now = roles.iter().filter(|(before, _)| is_single(*before)).count();
    let later = roles.iter().filter(|(_, after)| is_single(*after)).count();
    flow.heading(words::SINGLE);
    flow.text(&say::single_persons(seat.language(), seat.name(), now, later));
    if !roles.is_empty() {
        let mut sheet = Sheet::new(shown, "council-single", shown.say(words::SINGLE_TABLE));
        sheet.heads(&[head::ROLE, head::PERSONS_TODAY, head::PERSONS_AFTER]);
        for (before, after) in &roles {
            let Some((_, row)) = before.or(*after) else { continue };
            let role = study.roles.get(row.role.0).map_or("", String::as_str);
            let service = study.services.get(row.service.0).map_or("", |service| &service.name);
            sheet.row_of(named(role, service), String::new());
            for (course, counted) in [(0, before), (seat.chosen.place + 1, after)] {
                match counted {
                    None => sheet.nothing(),
                    Some((place, row)) => {
                        sheet.at(format!("/courses/{course}/vulnerability/{place}"));
                        sheet.fte(row.persons, "persons");
                    }
                }
            }
        }
        flow.add(sheet.show());
        flow.note(&[words::SINGLE_PERSONS, comparison::PERSONS_COUNTED]);
    }
    flow.add(more(shown, &[Page::Staffing]));
}
