//! More about posts and people: by month, the vacancies avoided, and roles that depend on one person.

use deelsom_core::{Money, Vulnerability};
use deelsom_language::words::{chart as drawn, comparison as words, field, note, table as head};
use deelsom_language::{date, number, sentences};
use deelsom_views::single::{count, is_single};
use deelsom_views::staffing::{BothStaffs, after};
use yew::Html;

use super::{Service, before_and_after, whose};
use crate::choose::year;
use crate::flow::Flow;
use crate::part::named;
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::Choice;

/// The months of a year, which no report has: it counts at the ends of years.
pub(super) fn months(shown: Shown<'_>, staffs: &BothStaffs, service: Service<'_>, flow: &mut Flow<'_>) {
    let place = shown.state.chosen(Choice::Year);
    let year_of = shown.study().period.year(place);
    flow.heading(words::BY_MONTH);
    flow.add(year(shown));
    let caption = format!("{}: {}, fte, {year_of}", shown.say(words::BY_MONTH), service.name);
    let mut sheet = Sheet::new(shown, "staffing-months", &caption);
    sheet.heads(&[
        words::MONTH,
        drawn::ESTABLISHMENT_BASELINE,
        drawn::IN_POST_BASELINE,
        head::ESTABLISHMENT,
        head::IN_POST,
        drawn::AVOIDED,
    ]);
    let BothStaffs { before, after, avoided } = staffs;
    for (nth, month) in (place * 12..place * 12 + 12).zip(1..) {
        sheet.row(&date::month_short(shown.language(), i32::from(year_of.0), month), String::new());
        for course in [&before.establishment, &before.in_post, &after.establishment, &after.in_post, avoided]
        {
            let fte = course.get(nth).copied().unwrap_or_default();
            sheet.aside(&number::decimal(shown.language(), fte, 2), "");
        }
    }
    flow.add(sheet.show());
}

/// Which vacancies of the service are avoided in whose organisation, and what they are worth.
pub(super) fn avoided(shown: Shown<'_>, chosen: Chosen<'_>, service: Service<'_>, flow: &mut Flow<'_>) {
    let study = shown.study();
    let rows = chosen.effect.vacancies_avoided.iter().enumerate();
    let rows: Vec<_> = rows.filter(|(_, row)| row.service == service.id).collect();
    flow.heading(words::AVOIDED_HERE);
    if rows.is_empty() {
        flow.say(&[words::NO_VACANCIES]);
        return;
    }
    let mut sheet = Sheet::of_euros(shown, "avoided-here", service.name);
    sheet.heads(&[head::ROLE, field::FTE, head::BUDGET_VALUE, head::OUTTURN_VALUE]);
    for (place, row) in rows {
        let role = study.roles.get(row.role.0).map_or("", String::as_str);
        let whose = deelsom_views::unit_name(study, chosen.option, row.unit);
        sheet.row_of(named(role, whose), format!("{}/vacancies_avoided/{place}", chosen.pointer()));
        sheet.fte(row.fte.get(), "fte");
        sheet.euros(Money::round(row.budget_value), "budget_value");
        sheet.euros(Money::round(row.outturn_value), "outturn_value");
    }
    flow.add(sheet.show());
    flow.note(&[note::TWO_READINGS]);
}

/// Every role that one person does, now or afterwards, in whichever service.
pub(super) fn single(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(chosen.place));
    let both =
        |row: &Vulnerability| is_single(row) || after(course, row).is_some_and(|(_, row)| is_single(row));
    flow.heading(words::SINGLE);
    if !today.vulnerability.iter().chain(&course.vulnerability).any(both) {
        flow.say(&[words::SINGLE_NONE]);
        return;
    }
    let language = shown.language();
    flow.text(&sentences::takeaway_vulnerability(
        language,
        count(&today.vulnerability),
        count(&course.vulnerability),
    ));
    let sheet = Sheet::new(shown, "single", shown.say(words::SINGLE));
    flow.add(before_and_after(shown, chosen, sheet, |row| both(row).then(|| who(shown, row))));
}

/// A role, with its service and municipality.
fn who(shown: Shown<'_>, row: &Vulnerability) -> Html {
    let (role, partner) = whose(shown, row);
    let service = shown.study().services.get(row.service.0).map_or("", |service| &service.name);
    named(role, &[service, ", ", partner].concat())
}
