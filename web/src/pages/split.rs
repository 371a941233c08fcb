//! Who pays what: every year, and under every key.

use deelsom_core::Money;
use deelsom_language::sentences;
use deelsom_language::words::{chart as drawn, field, legend, note, page, status, table as head};
use deelsom_views::split::{OWN_KEYS, UnderKey, code, under_keys};
use deelsom_views::{keys, yearly};
use yew::Html;

use crate::chart::chart;
use crate::choose::{choice, year};
use crate::flow::Flow;
use crate::pages::{mixing, sharing};
use crate::part::named;
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::Choice;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    let Some(chosen) = shown.option() else {
        flow.say(&[status::NO_OPTIONS]);
        return flow.show();
    };
    flow.fields(vec![choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names())]);
    flow.heading(page::PARTNER_RESULTS);
    results(shown, chosen, &mut flow);
    flow.heading(drawn::COSTS);
    flow.add(costs(shown, chosen));
    flow.heading(page::KEYS);
    by_key(shown, chosen, &mut flow);
    flow.add(mixing::show(shown));
    sharing::show(shown, chosen, &mut flow);
    flow.show()
}

fn results(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let partners = &shown.study().partners;
    let mut sheet = Sheet::of_euros(shown, "partners", &chosen.option.name);
    sheet.heads(&[
        head::PARTNER,
        head::NPV,
        head::PAYBACK,
        head::STRUCTURAL,
        head::STRUCTURAL_PER_INHABITANT,
    ]);
    let mut gaining = 0;
    let mut worst: Option<(&str, i64)> = None;
    for (place, (partner, effect)) in partners.iter().zip(&chosen.effect.partners).enumerate() {
        sheet.row(&partner.name, format!("{}/partners/{place}", chosen.pointer()));
        sheet.saving(effect.result.npv, "npv");
        sheet.payback(effect.result.payback);
        sheet.saving(effect.result.structural, "structural");
        sheet.saving_exact(effect.structural_per_inhabitant, "structural_per_inhabitant");
        let npv = effect.result.npv.cents();
        gaining += usize::from(npv > 0);
        if worst.is_none_or(|(_, least)| npv < least) {
            worst = Some((&partner.name, npv));
        }
    }
    flow.text(&sentences::takeaway_partners(shown.language(), gaining, partners.len(), worst));
    flow.add(sheet.show());
    flow.note(&[legend::PLUS_IS_ADVANTAGE, note::AGAINST_BASELINE]);
}

fn costs(shown: Shown<'_>, chosen: Chosen<'_>) -> Html {
    let (today, course) = (shown.outcome().baseline(), shown.outcome().option(chosen.place));
    let mut tables = Flow::new(shown);
    let partners = shown.study().partners.iter().zip(today.partners.iter().zip(&course.partners));
    for (place, (partner, (before, after))) in partners.enumerate() {
        let mut sheet = Sheet::of_euros(shown, &format!("yearly-{place}"), &partner.name);
        sheet.heads(&[
            head::YEAR,
            head::BASELINE,
            head::OWN,
            head::CONTRIBUTION,
            head::VAT,
            head::SETTLEMENT,
            head::TOTAL,
            head::SAVING,
        ]);
        for (nth, (before, after)) in before.iter().zip(after).enumerate() {
            let at = format!("/partners/{place}/years/{nth}");
            sheet.row(&shown.study().period.year(nth).to_string(), format!("/courses/0{at}"));
            sheet.euros(before.total(), "total");
            sheet.at(format!("/courses/{}{at}", chosen.place + 1));
            sheet.euros(after.own, "own");
            sheet.euros(after.contribution, "contribution");
            sheet.euros(after.vat, "vat");
            sheet.euros(after.settlement, "settlement");
            sheet.euros(after.total(), "total");
            sheet.at(chosen.pointer() + &at);
            sheet.saving(before.total() - after.total(), "saving");
        }
        tables.add(sheet.show());
    }
    chart(shown, yearly::draw(shown.seen(), chosen.place, chosen.option), Some(tables.show()))
}

/// What the tables of a year under every key say.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Costs,
    Effect,
    PerInhabitant,
}

fn by_key(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let study = shown.study();
    let place = shown.state.chosen(Choice::Year);
    let course = shown.outcome().option(chosen.place);
    let rows = under_keys(study, &shown.state.register, chosen.option, course, place);
    let names: Vec<String> = rows.iter().map(|row| keys::name(shown.seen(), row)).collect();
    let year_of = study.period.year(place);
    flow.add(year(shown));
    if let Some(drawn) = keys::draw(shown.seen(), year_of, &rows) {
        flow.add(chart(shown, drawn, None));
    }
    for (said, id, word) in [
        (Said::Costs, "keys-costs", drawn::ALLOCATION),
        (Said::Effect, "keys-effect", head::REDISTRIBUTION),
        (Said::PerInhabitant, "keys-each", head::REDISTRIBUTION_EACH),
    ] {
        let caption = format!("{} {year_of}", shown.say(word));
        let mut sheet = Sheet::of_euros(shown, id, &caption);
        sheet.heads(&[head::KEY]);
        for partner in &study.partners {
            sheet.head(&partner.name);
        }
        if said != Said::PerInhabitant {
            sheet.heads(&[head::TOGETHER]);
        }
        for (row, name) in rows.iter().zip(&names) {
            match row.key {
                None => {
                    sheet.row_of(named(name, &keys::of_option(shown.seen(), chosen.option)), String::new());
                }
                Some(_) => sheet.row(name, String::new()),
            }
            let key = row.key.as_ref().and_then(|key| code(study, key));
            let under = format!("?{}/{}", chosen.place, key.as_deref().unwrap_or(OWN_KEYS));
            let asked = Asked { course: format!("/courses/{}", chosen.place + 1), year: place, under };
            under_key(shown, said, row, rows.first().unwrap_or(row), &asked, &mut sheet);
        }
        flow.add(sheet.show());
    }
    let balanced = rows.iter().all(|row| rows.first().is_none_or(|own| own.total() == row.total()));
    let sum = if balanced { note::SUMS_TO_ZERO } else { note::VAT_MOVES };
    flow.note(&[note::REDISTRIBUTION, sum, note::OWN_KEY_STAYS]);
}

/// How figures under a key are asked about: they are in no report, but one can say where they would be.
struct Asked {
    course: String,
    year: usize,
    under: String,
}

fn under_key(shown: Shown<'_>, said: Said, row: &UnderKey, own: &UnderKey, asked: &Asked, sheet: &mut Sheet) {
    let field = |name: &str| [name, &asked.under].concat();
    let partners = shown.study().partners.iter().zip(row.pays.iter().zip(&own.pays));
    for (place, (partner, (pays, before))) in partners.enumerate() {
        sheet.at(format!("{}/partners/{place}/years/{}", asked.course, asked.year));
        let gain = *before - *pays;
        match said {
            Said::Costs => sheet.euros(*pays, &field("total")),
            Said::Effect => sheet.saving(gain, &field("redistribution")),
            Said::PerInhabitant => {
                let each = Money::round(gain.euros() / partner.inhabitants);
                sheet.saving_exact(each, &field("redistribution_each"));
            }
        }
    }
    sheet.at(format!("{}/years/{}", asked.course, asked.year));
    match said {
        Said::Costs => sheet.euros(row.total(), &field("total")),
        Said::Effect => sheet.saving(own.total() - row.total(), &field("redistribution")),
        Said::PerInhabitant => {}
    }
}
