//! Who pays what: every year, and under every key.

use deelsom_charts::{ColumnsChart, DumbbellChart, DumbbellRow, Panel};
use deelsom_core::Money;
use deelsom_core::study::Partner;
use deelsom_language::words::{chart as drawn, field, note, page, status, table as head};
use deelsom_language::{amount, sentences, sign::SignConvention};
use yew::{Html, html};

use crate::chart::{Amounts, chart, frame};
use crate::edit::{choice, key_name, year};
use crate::figure::{cents, euros, payback, saving};
use crate::shown::{Chosen, Shown};
use crate::state::Choice;
use crate::table::{Row, table, titled};
use crate::view::split::{UnderKey, code, under_keys};
use crate::view;

/// Keys that a chart can tell apart.
const MOST_MARKERS: usize = 4;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let Some(chosen) = shown.option() else {
        return html! { <p>{ shown.say(status::NO_OPTIONS) }</p> };
    };
    let names = shown.options().map(|chosen| chosen.option.name.clone()).collect();
    html! { <>
        <div class="choices">{ choice(shown, Choice::Option, shown.say(field::OPTION), names) }</div>
        <h2>{ shown.say(page::PARTNER_RESULTS) }</h2>
        { results(shown, chosen) }
        <h2>{ shown.say(drawn::COSTS) }</h2>
        { yearly(shown, chosen) }
        <h2>{ shown.say(page::KEYS) }</h2>
        { keys(shown, chosen) }
    </> }
}

fn results(shown: Shown<'_>, chosen: Chosen<'_>) -> Html {
    let language = shown.language();
    let partners = shown.study().partners.iter().zip(&chosen.effect.partners);
    let rows: Vec<Row> = partners.clone().enumerate().map(|(place, (partner, effect))| {
        let at = |field: &str| format!("/effects/{}/partners/{place}/{field}", chosen.place);
        let (years, immediate) = view::payback(effect.result.payback);
        Row::new(&partner.name, vec![
            saving(language, effect.result.npv, Some(at("npv"))),
            payback(language, years, immediate, at("payback_years")),
            saving(language, effect.result.structural, Some(at("structural"))),
            // Cents matter where the amount is that of one person.
            cents(language, effect.structural_per_inhabitant, Some(at("structural_per_inhabitant"))),
        ])
    }).collect();
    let npvs = || partners.clone().map(|(partner, effect)| (partner.name.as_str(), effect.result.npv.cents()));
    let gaining = npvs().filter(|(_, npv)| *npv > 0).count();
    let sentence = sentences::takeaway_partners(language, gaining, rows.len(), npvs().min_by_key(|(_, npv)| *npv));
    let heads = [head::PARTNER, head::NPV, head::PAYBACK, head::STRUCTURAL, head::STRUCTURAL_PER_INHABITANT];
    let caption = in_euros(shown, &chosen.option.name);
    html! { <>
        <p>{ sentence }</p>
        { table("partners", &caption, heads.map(|word| shown.say(word).to_owned()).to_vec(), rows) }
        <p class="note">{ SignConvention::AdvantagePlus.legend(language) }{ " " }{ shown.say(note::AGAINST_BASELINE) }</p>
    </> }
}

fn yearly(shown: Shown<'_>, chosen: Chosen<'_>) -> Html {
    let language = shown.language();
    let years = shown.years();
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(chosen.place));
    let totals = |years: &[deelsom_core::PartnerYear]| years.iter().map(|year| year.total().euros()).collect::<Vec<f64>>();
    let partners = || shown.study().partners.iter().zip(today.partners.iter().zip(&course.partners));
    let panels: Vec<Panel> = partners()
        .map(|(partner, (before, after))| Panel { name: partner.name.clone(), columns: totals(after), reference: totals(before) })
        .collect();
    let most = panels.iter().flat_map(|panel| &panel.columns).fold(0.0, |most: f64, value| most.max(value.abs()));
    let amounts = Amounts::up_to(shown, most);
    let title = format!("{}: {}", shown.say(drawn::COSTS), chosen.option.name);
    let drawing = ColumnsChart {
        figure: frame(shown, "yearly", &title, amounts.unit()),
        years: &years,
        panels: &panels,
        columns_name: &chosen.option.name,
        reference_name: shown.say(head::BASELINE),
        format: &|value| amounts.write(value),
    }.draw();
    let tables = partners().enumerate().map(|(place, (partner, (before, after)))| {
        let rows = years.iter().zip(before.iter().zip(after)).enumerate().map(|(nth, (year, (before, after)))| {
            let at = |course: usize, field: &str| Some(format!("/courses/{course}/partners/{place}/years/{nth}/{field}"));
            let paid = |money, field| euros(language, money, at(chosen.place + 1, field));
            let gain = Some(format!("/effects/{}/partners/{place}/years/{nth}/saving", chosen.place));
            Row::new(year.to_string(), vec![
                euros(language, before.total(), at(0, "total")),
                paid(after.own, "own"),
                paid(after.contribution, "contribution"),
                paid(after.vat, "vat"),
                paid(after.settlement, "settlement"),
                paid(after.total(), "total"),
                saving(language, before.total() - after.total(), gain),
            ])
        });
        let heads = [head::YEAR, head::BASELINE, head::OWN, head::CONTRIBUTION, head::VAT, head::SETTLEMENT, head::TOTAL, head::SAVING];
        let heads = heads.map(|word| shown.say(word).to_owned()).to_vec();
        titled(format!("yearly-{place}"), &in_euros(shown, &partner.name), heads, rows.collect())
    });
    chart(shown, &title, drawing, html! { <>{ for tables }</> })
}

fn keys(shown: Shown<'_>, chosen: Chosen<'_>) -> Html {
    let language = shown.language();
    let study = shown.study();
    let place = shown.state.chosen(Choice::Year);
    let course = shown.outcome().option(chosen.place);
    let rows = under_keys(study, &shown.state.register, chosen.option, course, place);
    let Some(own) = rows.first() else { return Html::default() };
    let name = |row: &UnderKey| match &row.key {
        None => shown.say(head::OWN_KEYS).to_owned(),
        Some(key) => code(study, key).map_or_else(String::new, |code| key_name(shown, &code)),
    };
    let table_of = |id, caption, last: Option<deelsom_language::Word>, cells: &dyn Fn(&UnderKey) -> Vec<Html>| {
        let mut heads = vec![shown.say(head::KEY).to_owned()];
        heads.extend(study.partners.iter().map(|partner| partner.name.clone()));
        heads.extend(last.map(|word| shown.say(word).to_owned()));
        let rows = rows.iter().map(|row| Row::new(name(row), cells(row))).collect();
        table(id, &in_euros(shown, caption), heads, rows)
    };
    let per_inhabitant = |gain: &Money, partner: &Partner| Money::round(gain.euros() / partner.inhabitants);
    let balanced = rows.iter().all(|row| row.gains_over(own).1.is_zero());
    let calendar_year = study.period.year(place);
    let costs = format!("{} {calendar_year}", shown.say(drawn::ALLOCATION));
    let effect = format!("{} {calendar_year}", shown.say(head::REDISTRIBUTION));
    let each = format!("{effect}, {}", shown.say(head::PER_INHABITANT).to_lowercase());
    html! { <>
        { year(shown) }
        { markers(shown, &costs, &rows, &name) }
        { table_of("keys-costs", &costs, Some(head::TOTAL), &|row| {
            row.pays.iter().copied().chain([row.total()]).map(|money| euros(language, money, None)).collect()
        }) }
        { table_of("keys-effect", &effect, Some(head::TOGETHER), &|row| {
            let (gains, together) = row.gains_over(own);
            gains.into_iter().chain([together]).map(|money| saving(language, money, None)).collect()
        }) }
        { table_of("keys-each", &each, None, &|row| {
            let gains = row.gains_over(own).0;
            gains.iter().zip(&study.partners).map(|(gain, partner)| cents(language, per_inhabitant(gain, partner), None)).collect()
        }) }
        <p class="note">
            { shown.say(note::REDISTRIBUTION) }{ " " }
            { shown.say(if balanced { note::SUMS_TO_ZERO } else { note::VAT_MOVES }) }{ " " }
            { shown.say(note::OWN_KEY_STAYS) }
        </p>
    </> }
}

fn markers(shown: Shown<'_>, title: &str, rows: &[UnderKey], name: &dyn Fn(&UnderKey) -> String) -> Html {
    let rows = rows.get(..MOST_MARKERS).unwrap_or(rows);
    let keys: Vec<String> = rows.iter().map(name).collect();
    let partners = shown.study().partners.iter().enumerate().map(|(place, partner)| DumbbellRow {
        name: partner.name.clone(),
        values: rows.iter().filter_map(|row| row.pays.get(place)).map(|money| money.euros()).collect(),
    });
    let partners: Vec<DumbbellRow> = partners.collect();
    let most = partners.iter().flat_map(|row| &row.values).fold(0.0, |most: f64, value| most.max(value.abs()));
    let amounts = Amounts::up_to(shown, most);
    let drawing = DumbbellChart {
        figure: frame(shown, "keys", title, amounts.unit()),
        keys: &keys,
        rows: &partners,
        format: &|value| amounts.write(value),
    }.draw();
    crate::chart::drawing(shown, title, drawing, None)
}

fn in_euros(shown: Shown<'_>, caption: &str) -> String {
    format!("{caption}, {}", amount::euros_heading(shown.language()))
}
