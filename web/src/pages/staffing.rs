//! Posts and people of a service, under an option and in the baseline.

use deelsom_charts::{StaffingChart, StaffingNames};
use deelsom_core::study::ServiceId;
use deelsom_language::words::{chart as drawn, field, note, page, status, table as head};
use deelsom_language::{codes, number, sentences};
use yew::{Html, html};

use crate::chart::{chart, frame};
use crate::edit::choice;
use crate::figure::{figure, fte, six};
use crate::shown::{Chosen, Shown};
use crate::state::Choice;
use crate::table::{Row, table};
use crate::view::staffing::{Staff, avoided, vulnerability};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let study = shown.study();
    let place = shown.state.chosen(Choice::Service);
    let (Some(chosen), Some(service)) = (shown.option(), study.services.get(place)) else {
        return html! { <p>{ shown.say(status::NO_OPTIONS) }</p> };
    };
    let options = shown.options().map(|chosen| chosen.option.name.clone()).collect();
    let services = study.services.iter().map(|service| service.name.clone()).collect();
    let service_id = ServiceId(place);
    html! { <>
        <div class="choices">
            { choice(shown, Choice::Option, shown.say(field::OPTION), options) }
            { choice(shown, Choice::Service, shown.say(field::SERVICE), services) }
        </div>
        { staff(shown, chosen, service_id, &service.name) }
        { bridge(shown, chosen, service_id, &service.name) }
        { persons(shown, chosen, service_id) }
    </> }
}

fn staff(shown: Shown<'_>, chosen: Chosen<'_>, service: ServiceId, name: &str) -> Html {
    let language = shown.language();
    let (study, outcome) = (shown.study(), shown.outcome());
    let before = Staff::of(outcome.baseline(), service, study.period);
    let after = Staff::of(outcome.option(chosen.place), service, study.period);
    let avoided = avoided(chosen.effect, service, study.period);
    let title = format!("{}: {name}. {}", shown.say(drawn::STAFFING), chosen.option.name);
    let names = StaffingNames {
        in_post: shown.say(head::IN_POST),
        establishment: shown.say(head::ESTABLISHMENT),
        reference_establishment: shown.say(drawn::ESTABLISHMENT_BASELINE),
        reference_in_post: shown.say(drawn::IN_POST_BASELINE),
        avoided: shown.say(drawn::AVOIDED),
    };
    let drawing = StaffingChart {
        figure: frame(shown, "staffing", &title, shown.say(drawn::AXIS_FTE)),
        height: 340,
        first_year: i32::from(study.period.first_year.0),
        in_post: &after.in_post,
        establishment: &after.establishment,
        reference_establishment: Some(&before.establishment),
        reference_in_post: Some(&before.in_post),
        avoided: avoided.iter().any(|fte| *fte > 0.0).then_some(&avoided),
        names,
        format: &|value| number::short(language, value, 1),
    }.draw();
    let rows = shown.years().into_iter().enumerate().map(|(year, calendar)| {
        let december = avoided.get(year * 12 + 11).copied();
        let cells = [
            before.posts_at_end.get(year).copied(),
            before.people_at_end.get(year).copied(),
            after.posts_at_end.get(year).copied(),
            after.people_at_end.get(year).copied(),
            december,
        ];
        Row::new(calendar.to_string(), cells.into_iter().flatten().map(|value| fte(language, value, None)).collect())
    });
    let heads = [
        shown.say(head::YEAR),
        names.reference_establishment,
        names.reference_in_post,
        names.establishment,
        names.in_post,
        names.avoided,
    ];
    let caption = format!("{}: {name}, fte {}", shown.say(drawn::STAFFING), shown.say(head::AT_YEAR_END));
    let figures = table("staffing-table", &caption, heads.map(str::to_owned).to_vec(), rows.collect());
    html! { <>
        <h2>{ shown.say(drawn::STAFFING) }</h2>
        { chart(shown, &title, drawing, figures) }
    </> }
}

fn bridge(shown: Shown<'_>, chosen: Chosen<'_>, service: ServiceId, name: &str) -> Html {
    let language = shown.language();
    let mut bridges = chosen.effect.bridge.iter().enumerate();
    let Some((place, bridge)) = bridges.find(|(_, bridge)| bridge.service == service) else {
        return html! { <p>{ shown.say(note::STAYS) }</p> };
    };
    let rows = shown.years().into_iter().zip(&bridge.years).enumerate().map(|(nth, (year, step))| {
        let cells = [
            (step.start, "start"),
            (step.vacant_not_filled, "vacant_not_filled"),
            (step.turnover, "turnover"),
            (step.surplus_exits, "surplus_exits"),
            (step.surplus, "surplus"),
            (step.added, "added"),
            (step.end, "end"),
        ];
        let cell = |(value, field): (deelsom_core::Fte, &str)| {
            fte(language, value.get(), Some(format!("/effects/{}/bridge/{place}/years/{nth}/{field}", chosen.place)))
        };
        Row::new(year.to_string(), cells.map(cell).to_vec())
    });
    let heads = [
        head::YEAR,
        head::BRIDGE_START,
        head::BRIDGE_VACANT,
        head::BRIDGE_TURNOVER,
        head::BRIDGE_SURPLUS_EXITS,
        head::BRIDGE_SURPLUS,
        head::BRIDGE_ADDED,
        head::BRIDGE_END,
    ];
    let last = bridge.years.last().copied().unwrap_or_default();
    let year = i32::from(shown.study().period.last_year().0);
    let caption = format!("{}: {name}, fte", shown.say(page::STAFFING_BRIDGE));
    html! { <>
        <h2>{ shown.say(page::STAFFING_BRIDGE) }</h2>
        <p>{ sentences::takeaway_bridge(language, name, last.start.get(), last.end.get(), year) }</p>
        { table("bridge", &caption, heads.map(|word| shown.say(word).to_owned()).to_vec(), rows.collect()) }
        <p class="note">{ shown.say(note::BRIDGE) }</p>
    </> }
}

fn persons(shown: Shown<'_>, chosen: Chosen<'_>, service: ServiceId) -> Html {
    let language = shown.language();
    let study = shown.study();
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(chosen.place));
    let cells = |course: usize, row: Option<(usize, &deelsom_core::Vulnerability)>| match row {
        Some((place, row)) => [
            figure(
                number::decimal(language, row.persons, 1),
                six(row.persons),
                Some(format!("/courses/{course}/vulnerability/{place}/persons")),
                "",
            ),
            codes::band(row.band.code()).map_or_else(Html::default, |word| html! { shown.say(word) }),
        ],
        None => [html! { number::NOT_APPLICABLE }, html! { number::NOT_APPLICABLE }],
    };
    let rows = vulnerability(today, course, service).map(|((place, row), then)| {
        let role = study.roles.get(row.role.0).map_or("", String::as_str);
        let partner = study.partners.get(row.partner.0).map_or("", |partner| &partner.name);
        let [persons, band] = cells(0, Some((place, row)));
        let [persons_then, band_then] = cells(chosen.place + 1, then);
        Row::new(role, vec![html! { partner }, persons, band, persons_then, band_then])
    });
    let beside = |word, when| format!("{} {}", shown.say(word), shown.say(when).to_lowercase());
    let heads = vec![
        shown.say(head::ROLE).to_owned(),
        shown.say(head::PARTNER).to_owned(),
        beside(head::PERSONS, head::TODAY),
        beside(head::BAND, head::TODAY),
        beside(head::PERSONS, head::AFTER),
        beside(head::BAND, head::AFTER),
    ];
    html! { <>
        <h2>{ shown.say(page::VULNERABILITY) }</h2>
        { table("vulnerability", shown.say(drawn::VULNERABILITY), heads, rows.collect()) }
        <p class="note">{ shown.say(note::POOLING) }</p>
    </> }
}
