//! Posts and people of a service, under an option and in the baseline.

mod detail;

use deelsom_core::study::ServiceId;
use deelsom_core::{ServiceBridge, Vulnerability};
use deelsom_language::words::{chart as drawn, comparison, field, note, page, status, table as head};
use deelsom_language::{codes, number, sentences};
use deelsom_views::single::is_vacant;
use deelsom_views::staffing::{BothStaffs, after};
use yew::Html;

use crate::chart::chart;
use crate::choose::choice;
use crate::flow::Flow;
use crate::part::named;
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::Choice;

/// The service looked at.
#[derive(Clone, Copy)]
struct Service<'a> {
    id: ServiceId,
    name: &'a str,
}

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    let study = shown.study();
    let place = shown.state.chosen(Choice::Service);
    let (Some(chosen), Some(service)) = (shown.option(), study.services.get(place)) else {
        flow.say(&[status::NO_OPTIONS]);
        return flow.show();
    };
    let services = study.services.iter().map(|service| service.name.clone()).collect();
    flow.fields(vec![
        choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names()),
        choice(shown, Choice::Service, shown.say(field::SERVICE), services),
    ]);
    let service = Service { id: ServiceId(place), name: &service.name };
    let staffs = BothStaffs::of(shown.seen(), chosen.place, chosen.effect, service.id);
    flow.heading(drawn::STAFFING);
    flow.add(staff(shown, chosen, service, &staffs));
    detail::months(shown, &staffs, service, &mut flow);
    flow.heading(page::STAFFING_BRIDGE);
    bridge(shown, chosen, service, &mut flow);
    detail::avoided(shown, chosen, service, &mut flow);
    flow.heading(page::VULNERABILITY);
    flow.add(persons(shown, chosen, service));
    flow.note(&[note::POOLING, comparison::PERSONS_COUNTED]);
    detail::single(shown, chosen, &mut flow);
    flow.show()
}

fn staff(shown: Shown<'_>, chosen: Chosen<'_>, service: Service<'_>, staffs: &BothStaffs) -> Html {
    let period = shown.study().period;
    let BothStaffs { before, after, .. } = staffs;
    let bridge = bridge_of(chosen, service);
    let caption =
        format!("{}: {}, fte {}", shown.say(drawn::STAFFING), service.name, shown.say(head::AT_YEAR_END));
    let mut sheet = Sheet::new(shown, "staffing-table", &caption);
    sheet.heads(&[
        head::YEAR,
        drawn::ESTABLISHMENT_BASELINE,
        drawn::IN_POST_BASELINE,
        head::ESTABLISHMENT,
        head::IN_POST,
        drawn::AVOIDED,
    ]);
    for year in 0..period.years {
        sheet.row(&period.year(year).to_string(), String::new());
        for (course, yearly, field) in [
            (0, &before.posts_at_end, "establishment"),
            (0, &before.people_at_end, "in_post"),
            (chosen.place + 1, &after.posts_at_end, "establishment"),
            (chosen.place + 1, &after.people_at_end, "in_post"),
        ] {
            sheet.sum_of(&places(shown, course, service.id, year, field));
            sheet.fte(yearly.get(year).copied().unwrap_or_default(), "");
        }
        // As the bridge counts them: a vacancy is not filled once its post is cut.
        if let Some((place, bridge)) = bridge {
            sheet.at(format!("{}/bridge/{place}/years/{year}", chosen.pointer()));
            sheet.fte(bridge.years[year].vacant_not_filled.get(), "vacant_not_filled");
        } else {
            sheet.text(number::NOT_APPLICABLE);
        }
    }
    chart(shown, staffs.draw(shown.seen(), chosen.option, service.name), Some(sheet.show()))
}

/// Where the report says how many of a service there are in a course at a year's end: in a row for every unit and role, and
/// there from the row's first year.
fn places(shown: Shown<'_>, course: usize, service: ServiceId, year: usize, field: &str) -> Vec<String> {
    let figures = &shown.outcome().courses[course];
    let mut places = Vec::new();
    for (row, groups) in figures.staffing_rows().iter().enumerate() {
        let has = |year: usize| groups.iter().any(|group| figures.staffing[*group].year(year).is_some());
        if figures.staffing[groups[0]].service == service && has(year) {
            let nth = (0..year).filter(|year| has(*year)).count();
            places.push(format!("/courses/{course}/staffing/{row}/years/{nth}/{field}"));
        }
    }
    places
}

/// The bridge of a service, with its place in the report; none where the service stays as it is.
fn bridge_of<'a>(chosen: Chosen<'a>, service: Service<'_>) -> Option<(usize, &'a ServiceBridge)> {
    chosen.effect.bridge.iter().enumerate().find(|(_, bridge)| bridge.service == service.id)
}

fn bridge(shown: Shown<'_>, chosen: Chosen<'_>, service: Service<'_>, flow: &mut Flow<'_>) {
    let period = shown.study().period;
    let Some((place, bridge)) = bridge_of(chosen, service) else {
        flow.say(&[note::STAYS]);
        return;
    };
    let caption = [shown.say(page::STAFFING_BRIDGE), ": ", service.name, ", fte"].concat();
    let mut sheet = Sheet::new(shown, "bridge", &caption);
    sheet.heads(&[
        head::YEAR,
        head::BRIDGE_START,
        head::BRIDGE_VACANT,
        head::BRIDGE_TURNOVER,
        head::BRIDGE_SURPLUS_EXITS,
        head::BRIDGE_SURPLUS,
        head::BRIDGE_ADDED,
        head::BRIDGE_END,
    ]);
    for (nth, step) in bridge.years.iter().enumerate() {
        sheet.row(&period.year(nth).to_string(), format!("{}/bridge/{place}/years/{nth}", chosen.pointer()));
        for (fte, field) in [
            (step.start, "start"),
            (step.vacant_not_filled, "vacant_not_filled"),
            (step.turnover, "turnover"),
            (step.surplus_exits, "surplus_exits"),
            (step.surplus, "surplus"),
            (step.added, "added"),
            (step.end, "end"),
        ] {
            sheet.fte(fte.get(), field);
        }
    }
    let last = bridge.years.last().copied().unwrap_or_default();
    let year = i32::from(period.last_year().0);
    flow.text(&sentences::takeaway_bridge(
        shown.language(),
        service.name,
        last.start.get(),
        last.end.get(),
        year,
    ));
    flow.add(sheet.show());
    flow.note(&[note::BRIDGE]);
}

fn persons(shown: Shown<'_>, chosen: Chosen<'_>, service: Service<'_>) -> Html {
    let sheet = Sheet::new(shown, "vulnerability", shown.say(drawn::VULNERABILITY));
    before_and_after(shown, chosen, sheet, |row| {
        let (role, partner) = whose(shown, row);
        (row.service == service.id).then(|| named(role, partner))
    })
}

/// The role of a row, and the municipality.
fn whose<'a>(shown: Shown<'a>, row: &Vulnerability) -> (&'a str, &'a str) {
    let study = shown.study();
    let role = study.roles.get(row.role.0).map_or("", String::as_str);
    (role, study.partners.get(row.partner.0).map_or("", |partner| &partner.name))
}

/// How many people do the work of a role, today and under an option: of the roles that a row is made for.
fn before_and_after(
    shown: Shown<'_>,
    chosen: Chosen<'_>,
    mut sheet: Sheet,
    name: impl Fn(&Vulnerability) -> Option<Html>,
) -> Html {
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(chosen.place));
    sheet.heads(&[head::ROLE, head::PERSONS_TODAY, head::BAND_TODAY, head::PERSONS_AFTER, head::BAND_AFTER]);
    for (place, row) in today.vulnerability.iter().enumerate() {
        let Some(name) = name(row) else { continue };
        sheet.row_of(name, format!("/courses/0/vulnerability/{place}"));
        counted(shown, row, &mut sheet);
        if let Some((place, row)) = after(course, row) {
            sheet.at(format!("/courses/{}/vulnerability/{place}", chosen.place + 1));
            counted(shown, row, &mut sheet);
        } else {
            sheet.nothing();
            sheet.nothing();
        }
    }
    // What is there only afterwards, such as the head of a joint organisation.
    for (place, row) in course.vulnerability.iter().enumerate() {
        let Some(name) = name(row).filter(|_| after(today, row).is_none()) else { continue };
        sheet.row_of(name, String::new());
        sheet.nothing();
        sheet.nothing();
        sheet.at(format!("/courses/{}/vulnerability/{place}", chosen.place + 1));
        counted(shown, row, &mut sheet);
    }
    sheet.show()
}

fn counted(shown: Shown<'_>, row: &Vulnerability, sheet: &mut Sheet) {
    sheet.fte(row.persons, "persons");
    let band = if is_vacant(row) { Some(comparison::VACANT) } else { codes::band(row.band.code()) };
    sheet.text(band.map_or("", |word| shown.say(word)));
}
