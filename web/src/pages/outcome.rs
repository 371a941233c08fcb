//! What the options bring, side by side with the baseline.

use deelsom_core::Money;
use deelsom_language::words::{chart as drawn, field, legend, note, page, status, table as head};
use deelsom_language::{Word, codes, sentences};
use deelsom_views::cumulative;
use deelsom_views::remarks::{option_of, warning};
use serde_json::Value;
use yew::Html;

use crate::chart::chart;
use crate::flow::Flow;
use crate::mark;
use crate::part::{element, join, line, list, named, text, with};
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::text_at;
use crate::view::remarks;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.title(&shown.study().title);
    flow.text(text_at(&shown.state.file, "/summary"));
    statuses(shown, &mut flow);
    flow.heading(page::COMPARISON);
    if shown.study().options.is_empty() {
        flow.say(&[status::NO_OPTIONS]);
    } else {
        flow.add(comparison(shown));
        flow.note(&[legend::PLUS_IS_ADVANTAGE, note::AGAINST_BASELINE, note::EFFICIENCY, note::STRUCTURAL]);
        flow.heading(drawn::CUMULATIVE);
        flow.add(running_total(shown));
        flow.heading(page::VACANCIES_AVOIDED);
        for chosen in shown.options() {
            vacancies_avoided(shown, chosen, &mut flow);
        }
        flow.note(&[note::TWO_READINGS]);
    }
    flow.heading(page::WARNINGS);
    flow.add(warnings(shown, None));
    flow.show()
}

/// How many figures of the study are documented, illustrative or hypothetical, and what that means.
pub(super) fn statuses(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let mut points = Vec::new();
    for (code, meaning) in [
        ("documented", legend::DOCUMENTED_MEANS),
        ("illustrative", legend::ILLUSTRATIVE_MEANS),
        ("hypothetical", legend::HYPOTHETICAL_MEANS),
    ] {
        let count = count(&shown.state.file, code);
        if count > 0 {
            let meaning = format!(" {count}× – {}", shown.say(meaning));
            points.push(join(vec![mark::status(shown, code), text(&meaning)]));
        }
    }
    flow.list("plain", points);
}

/// How many parts of a study have a status.
fn count(value: &Value, status: &str) -> usize {
    match value {
        Value::Array(list) => list.iter().map(|one| count(one, status)).sum(),
        Value::Object(fields) => {
            let own = usize::from(fields.get("status").is_some_and(|own| own == status));
            own + fields.values().map(|one| count(one, status)).sum::<usize>()
        }
        _ => 0,
    }
}

/// The measures by which options are compared.
#[derive(Clone, Copy)]
enum Measure {
    Status,
    Form,
    Npv,
    Payback,
    Deepest,
    OneOff,
    Structural,
    Saving,
    Efficiency,
    AvoidedIncrease,
    Costs,
}

/// Every measure with its name, and whether it is that of the last year.
const MEASURES: [(Measure, Word, bool); 11] = [
    (Measure::Status, field::STATUS, false),
    (Measure::Form, field::FORM, false),
    (Measure::Npv, head::NPV, false),
    (Measure::Payback, head::PAYBACK, false),
    (Measure::Deepest, head::DEEPEST, false),
    (Measure::OneOff, head::ONE_OFF, false),
    (Measure::Structural, head::STRUCTURAL, false),
    (Measure::Saving, head::SAVING, true),
    (Measure::Efficiency, head::EFFICIENCY, true),
    (Measure::AvoidedIncrease, head::AVOIDED_INCREASE, true),
    (Measure::Costs, page::COSTS, true),
];

fn comparison(shown: Shown<'_>) -> Html {
    let mut sheet = Sheet::of_euros(shown, "comparison", shown.say(page::COMPARISON));
    sheet.heads(&[head::MEASURE]);
    for chosen in shown.options() {
        sheet.head(&chosen.option.name);
    }
    // Last: it has costs only, and on a telephone the first column is what one sees.
    sheet.heads(&[head::BASELINE]);
    let year = shown.study().period.last_year();
    for (measure, word, of_last) in MEASURES {
        let name = shown.say(word);
        let name = if of_last { format!("{name} {year}") } else { name.to_owned() };
        sheet.row(&name, String::new());
        for chosen in shown.options() {
            sheet.at(chosen.pointer());
            measured(shown, chosen, measure, &mut sheet);
        }
        match measure {
            Measure::Costs => cost(shown, 0, &mut sheet),
            _ => sheet.nothing(),
        }
    }
    sheet.show()
}

fn measured(shown: Shown<'_>, chosen: Chosen<'_>, measure: Measure, sheet: &mut Sheet) {
    let result = &chosen.effect.result;
    let place = result.years.len().saturating_sub(1);
    let Some(last) = result.years.get(place) else { return };
    let mut of_last = |money, field: &str| sheet.saving(money, &format!("years/{place}/{field}"));
    match measure {
        Measure::Saving => of_last(last.saving, "saving"),
        Measure::Efficiency => of_last(last.efficiency, "efficiency"),
        Measure::AvoidedIncrease => of_last(last.avoided_increase, "avoided_increase"),
        Measure::Npv => sheet.saving(result.npv, "npv"),
        Measure::Structural => sheet.saving(result.structural, "structural"),
        Measure::Deepest => sheet.saving(result.deepest.amount, "deepest/amount"),
        Measure::OneOff => {
            let years =
                (0..result.years.len()).map(|year| format!("{}/years/{year}/one_off", chosen.pointer()));
            sheet.sum_of(&years.collect::<Vec<_>>());
            sheet.saving(deelsom_views::one_off(result), "");
        }
        Measure::Payback => sheet.payback(result.payback),
        Measure::Costs => cost(shown, chosen.place + 1, sheet),
        Measure::Status => {
            let status = text_at(&shown.state.file, &format!("/options/{}/status", chosen.place));
            sheet.cell(mark::status(shown, status));
        }
        Measure::Form => {
            let unit = chosen.option.units.first();
            let form = unit.and_then(|unit| codes::form(unit.form.code()));
            sheet.text(form.map_or("", |word| shown.say(word)));
        }
    }
}

/// What all partners pay in the last year of a course.
fn cost(shown: Shown<'_>, course: usize, sheet: &mut Sheet) {
    let (mut total, mut places) = (Money::ZERO, Vec::new());
    for (place, years) in shown.outcome().courses[course].partners.iter().enumerate() {
        let Some(last) = years.last() else { continue };
        total += last.total();
        places.push(format!("/courses/{course}/partners/{place}/years/{}/total", years.len() - 1));
    }
    sheet.sum_of(&places);
    sheet.euros(total, "");
}

fn running_total(shown: Shown<'_>) -> Html {
    let years = shown.years();
    let mut sheet = Sheet::of_euros(shown, "cumulative-table", shown.say(drawn::CUMULATIVE));
    sheet.heads(&[head::YEAR]);
    for chosen in shown.options() {
        sheet.head(&chosen.option.name);
    }
    for (place, year) in years.iter().enumerate() {
        sheet.row(&year.to_string(), String::new());
        for chosen in shown.options() {
            sheet.at(chosen.pointer());
            let cumulative =
                chosen.effect.result.years.get(place).map_or(Money::ZERO, |year| year.cumulative);
            sheet.saving(cumulative, &format!("years/{place}/cumulative"));
        }
    }
    chart(shown, cumulative::draw(shown.seen()), Some(sheet.show()))
}

fn vacancies_avoided(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let study = shown.study();
    let avoided = &chosen.effect.vacancies_avoided;
    if avoided.is_empty() {
        return;
    }
    let mut sheet = Sheet::of_euros(shown, &format!("avoided-{}", chosen.place), &chosen.option.name);
    sheet.heads(&[head::ROLE, field::FTE, head::BUDGET_VALUE, head::OUTTURN_VALUE]);
    let (mut fte, mut budget, mut outturn) = (0.0, 0.0, 0.0);
    for (place, row) in avoided.iter().enumerate() {
        fte += row.fte.get();
        budget += row.budget_value;
        outturn += row.outturn_value;
        let role = study.roles.get(row.role.0).map_or("", String::as_str);
        let service = study.services.get(row.service.0).map_or("", |service| &service.name);
        let of = [service, ", ", deelsom_views::unit_name(study, chosen.option, row.unit)].concat();
        sheet.row_of(named(role, &of), format!("{}/vacancies_avoided/{place}", chosen.pointer()));
        sheet.fte(row.fte.get(), "fte");
        sheet.euros(Money::round(row.budget_value), "budget_value");
        sheet.euros(Money::round(row.outturn_value), "outturn_value");
    }
    let cents = |euros: f64| Money::round(euros).cents();
    flow.text(&sentences::vacancies_avoided(shown.language(), fte, cents(budget), cents(outturn)));
    flow.add(sheet.show());
}

/// What a reader should know, each with the page where it is mended: of the study and of all options, or of one.
pub(super) fn warnings(shown: Shown<'_>, of: Option<usize>) -> Html {
    let mut points = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for one in &shown.outcome().warnings {
        if option_of(one).zip(of).is_some_and(|(option, of)| option != of) {
            continue;
        }
        let sentence = warning(shown.language(), shown.study(), one) + " ";
        // What is true at several places is said once, with the way to the first.
        if said.contains(&sentence) {
            continue;
        }
        let place = remarks::place(&shown.state.file, one);
        let page = shown.say(remarks::page(&place).name());
        let link = element("a", with!("href": &remarks::link(&place)), vec![text(page)]);
        points.push(join(vec![text(&sentence), link]));
        said.push(sentence);
    }
    if points.is_empty() { line("p", "", shown.say(status::NO_WARNINGS)) } else { list("warnings", points) }
}
