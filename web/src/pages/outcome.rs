//! What the options bring, side by side with the baseline.

use deelsom_charts::{CumulativeChart, Line, Mark};
use deelsom_core::{Course, Money};
use deelsom_language::words::{chart as drawn, field, legend, note, page, status, table as head};
use deelsom_language::{amount, codes, number, sentences, sign::SignConvention, warning};
use serde_json::Value;
use yew::{Html, html};

use crate::chart::{Amounts, chart, frame};
use crate::figure::{euros, fte, payback, saving};
use crate::mark;
use crate::shown::{Chosen, Shown};
use crate::state::text_at;
use crate::table::{Row, table};
use crate::view::{self, remarks};

pub(crate) fn show(shown: Shown<'_>) -> Html {
    html! { <>
        <h2>{ &shown.study().title }</h2>
        <p class="summary">{ text_at(&shown.state.file, "/summary") }</p>
        { statuses(shown) }
        <h2>{ shown.say(page::COMPARISON) }</h2>
        if shown.study().options.is_empty() {
            <p>{ shown.say(status::NO_OPTIONS) }</p>
        } else {
            { comparison(shown) }
            { cumulative(shown) }
            <h2>{ shown.say(page::VACANCIES_AVOIDED) }</h2>
            { for shown.options().filter_map(|chosen| vacancies_avoided(shown, chosen)) }
            <p class="note">{ shown.say(note::TWO_READINGS) }</p>
        }
        <h2>{ shown.say(page::WARNINGS) }</h2>
        { warnings(shown) }
    </> }
}

/// How many figures of the study are documented, illustrative or hypothetical, and what that means.
fn statuses(shown: Shown<'_>) -> Html {
    let meanings = [
        ("documented", legend::DOCUMENTED_MEANS),
        ("illustrative", legend::ILLUSTRATIVE_MEANS),
        ("hypothetical", legend::HYPOTHETICAL_MEANS),
    ];
    let rows = meanings.into_iter().filter_map(|(code, meaning)| {
        let count = count(&shown.state.file, code);
        (count > 0).then(|| html! {
            <li>{ mark::status(shown, code) }{ format!(" {count}× – ") }{ shown.say(meaning) }</li>
        })
    });
    html! { <ul class="plain">{ for rows }</ul> }
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

fn comparison(shown: Shown<'_>) -> Html {
    let language = shown.language();
    let last = shown.study().period.years - 1;
    let year = shown.study().period.last_year();
    let of_last = |word| format!("{} {year}", shown.say(word));
    let none = || html! { number::NOT_APPLICABLE };
    let at = |chosen: Chosen<'_>, rest: &str| Some(format!("/effects/{}{rest}", chosen.place));
    let of_year = |chosen: Chosen<'_>, rest: &str| at(chosen, &format!("/years/{last}/{rest}"));
    let cost = |course: &Course| {
        let paid = course.partners.iter().filter_map(|years| years.get(last));
        euros(language, paid.map(deelsom_core::PartnerYear::total).sum(), None)
    };
    let row = |head: String, baseline: Html, cell: &dyn Fn(Chosen<'_>) -> Html| {
        Row::new(head, std::iter::once(baseline).chain(shown.options().map(cell)).collect())
    };
    let worth = |pick: fn(&deelsom_core::EffectYear) -> Money, rest: &'static str| {
        move |chosen: Chosen<'_>| {
            let year = chosen.effect.result.years.last().map_or(Money::ZERO, pick);
            saving(language, year, of_year(chosen, rest))
        }
    };
    let rows = vec![
        row(shown.say(field::STATUS).to_owned(), none(), &|chosen| {
            mark::status(shown, text_at(&shown.state.file, &format!("/options/{}/status", chosen.place)))
        }),
        row(shown.say(field::FORM).to_owned(), none(), &|chosen| {
            let forms = chosen.option.units.iter().filter_map(|unit| codes::form(unit.form.code()));
            html! { forms.map(|word| shown.say(word)).collect::<Vec<_>>().join(", ") }
        }),
        row(shown.say(head::NPV).to_owned(), none(), &|chosen| saving(language, chosen.effect.result.npv, at(chosen, "/npv"))),
        row(shown.say(head::PAYBACK).to_owned(), none(), &|chosen| {
            let (years, immediate) = view::payback(chosen.effect.result.payback);
            payback(language, years, immediate, format!("/effects/{}/payback_years", chosen.place))
        }),
        row(shown.say(head::DEEPEST).to_owned(), none(), &|chosen| {
            let deepest = chosen.effect.result.deepest;
            html! { <>{ saving(language, deepest.amount, at(chosen, "/deepest/amount")) }{ format!(" ({})", deepest.year) }</> }
        }),
        row(shown.say(head::ONE_OFF).to_owned(), none(), &|chosen| {
            saving(language, view::one_off(&chosen.effect.result), None)
        }),
        row(shown.say(head::STRUCTURAL).to_owned(), none(), &|chosen| {
            saving(language, chosen.effect.result.structural, at(chosen, "/structural"))
        }),
        row(of_last(head::SAVING), none(), &worth(|year| year.saving, "saving")),
        row(of_last(head::EFFICIENCY), none(), &worth(|year| year.efficiency, "efficiency")),
        row(of_last(head::AVOIDED_INCREASE), none(), &worth(|year| year.avoided_increase, "avoided_increase")),
        row(of_last(page::COSTS), cost(shown.outcome().baseline()), &|chosen| cost(shown.outcome().option(chosen.place))),
    ];
    let caption = format!("{}, {}", shown.say(page::COMPARISON), amount::euros_heading(language));
    let mut heads = vec![String::new(), shown.say(head::BASELINE).to_owned()];
    heads.extend(shown.options().map(|chosen| chosen.option.name.clone()));
    html! { <>
        { table("comparison", &caption, heads, rows) }
        <p class="note">
            { SignConvention::AdvantagePlus.legend(language) }{ " " }
            { shown.say(note::AGAINST_BASELINE) }{ " " }
            { shown.say(note::EFFICIENCY) }{ " " }
            { shown.say(note::STRUCTURAL) }
        </p>
    </> }
}

fn cumulative(shown: Shown<'_>) -> Html {
    let language = shown.language();
    let years = shown.years();
    let title: Vec<String> = shown.options().map(|chosen| {
        let result = &chosen.effect.result;
        let end = result.years.last().map_or(Money::ZERO, |year| year.cumulative);
        let deepest = (i32::from(result.deepest.year.0), result.deepest.amount.cents());
        let last = years.last().copied().unwrap_or_default();
        sentences::takeaway_cumulative(language, &chosen.option.name, deepest, (last, end.cents()))
    }).collect();
    let title = title.join(" ");
    let lines: Vec<Line> = shown.options().map(|chosen| {
        let result = &chosen.effect.result;
        let (payback, immediate) = view::payback(result.payback);
        let mark = payback.filter(|_| !immediate).map(|years| Mark {
            // A value stands at the end of its year, so the first is one year after the start.
            at: years - 1.0,
            label: sentences::payback_short(language, Some(years), false),
        });
        let values = result.years.iter().map(|year| year.cumulative.euros()).collect();
        Line { name: chosen.option.name.clone(), values, mark }
    }).collect();
    let most = lines.iter().flat_map(|line| &line.values).fold(0.0, |most: f64, value| most.max(value.abs()));
    let amounts = Amounts::up_to(shown, most);
    let drawing = CumulativeChart {
        figure: frame(shown, "cumulative", &title, amounts.unit()),
        height: 360,
        years: &years,
        lines: &lines,
        format: &|value| amounts.write(value),
    }.draw();
    let rows = years.iter().enumerate().map(|(place, year)| {
        let cells = shown.options().filter_map(|chosen| {
            let year = chosen.effect.result.years.get(place)?;
            let pointer = format!("/effects/{}/years/{place}/cumulative", chosen.place);
            Some(saving(language, year.cumulative, Some(pointer)))
        });
        Row::new(year.to_string(), cells.collect())
    });
    let mut heads = vec![shown.say(head::YEAR).to_owned()];
    heads.extend(shown.options().map(|chosen| chosen.option.name.clone()));
    let caption = format!("{}, {}", shown.say(drawn::CUMULATIVE), amount::euros_heading(language));
    let figures = table("cumulative-table", &caption, heads, rows.collect());
    html! { <>
        <h2>{ shown.say(drawn::CUMULATIVE) }</h2>
        { chart(shown, &title, drawing, figures) }
    </> }
}

fn vacancies_avoided(shown: Shown<'_>, chosen: Chosen<'_>) -> Option<Html> {
    let (language, study) = (shown.language(), shown.study());
    let avoided = &chosen.effect.vacancies_avoided;
    if avoided.is_empty() {
        return None;
    }
    let total = |value: fn(&deelsom_core::VacancyAvoided) -> f64| avoided.iter().map(value).sum::<f64>();
    let cents = |euros: f64| Money::round(euros).cents();
    let sentence = sentences::vacancies_avoided(
        language,
        total(|row| row.fte.get()),
        cents(total(|row| row.budget_value)),
        cents(total(|row| row.outturn_value)),
    );
    let rows = avoided.iter().enumerate().map(|(place, row)| {
        let at = |field: &str| Some(format!("/effects/{}/vacancies_avoided/{place}/{field}", chosen.place));
        let role = study.roles.get(row.role.0).map_or("", String::as_str);
        let service = study.services.get(row.service.0).map_or("", |service| &service.name);
        Row::new(role, vec![
            html! { service },
            html! { view::unit_name(study, chosen.option, row.unit) },
            fte(language, row.fte.get(), at("fte")),
            euros(language, Money::round(row.budget_value), at("budget_value")),
            euros(language, Money::round(row.outturn_value), at("outturn_value")),
        ])
    });
    let heads = [head::ROLE, head::SERVICE, head::UNIT, field::FTE, head::BUDGET_VALUE, head::OUTTURN_VALUE];
    let heads = heads.map(|word| shown.say(word).to_owned()).to_vec();
    let table = crate::table::titled(format!("avoided-{}", chosen.place), &chosen.option.name, heads, rows.collect());
    Some(html! { <><p>{ sentence }</p>{ table }</> })
}

/// What a reader should know, each with the page where it is mended.
fn warnings(shown: Shown<'_>) -> Html {
    let warnings = &shown.outcome().warnings;
    if warnings.is_empty() {
        return html! { <p>{ shown.say(status::NO_WARNINGS) }</p> };
    }
    let rows = warnings.iter().map(|one| {
        let place = remarks::place(&shown.state.file, one);
        let page = shown.say(remarks::page(&place).name());
        html! { <li>
            { warning(shown.language(), one.code, &remarks::facts(one)) }{ " " }
            <a href={remarks::link(&place)}>{ page }</a>
        </li> }
    });
    html! { <ul class="warnings">{ for rows }</ul> }
}
