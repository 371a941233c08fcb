//! The options side by side in more detail, below what the first page shows at once.

mod budget;
mod changed;

use deelsom_core::study::Partner;
use deelsom_core::{EffectResult, Money};
use deelsom_language::words::{comparison as words, field, legend, note, table as head};
use deelsom_language::{Word, number, sentences};
use deelsom_views::waterfall;
use yew::Html;

use crate::chart::chart;
use crate::choose::{choice, year};
use crate::figure::side;
use crate::flow::Flow;
use crate::own::own;
use crate::part::{element, text, with};
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::Choice;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    if shown.study().options.is_empty() { Html::default() } else { own(shown, page) }
}

fn page(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    at_year(shown, &mut flow);
    by_municipality(shown, &mut flow);
    budget::show(shown, &mut flow);
    changed::show(shown, &mut flow);
    flow.show()
}

/// One year of the options: in a sentence for who cannot see the lines, and where the costs of one of them go.
fn at_year(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let Some(chosen) = shown.option() else { return };
    let place = shown.state.chosen(Choice::Year);
    let year_of = shown.study().period.year(place);
    flow.heading(words::AT_YEAR);
    flow.fields(vec![choice(shown, Choice::Option, shown.say(field::OPTION), shown.option_names())]);
    flow.add(year(shown));
    let standing: Vec<(&str, i64)> = shown
        .options()
        .map(|one| (one.option.name.as_str(), one.effect.result.years[place].cumulative.cents()))
        .collect();
    let said = sentences::standing(shown.language(), i32::from(year_of.0), &standing);
    flow.add(element("output", with!("id": "standing", "for": "year-slider year"), vec![text(&said)]));
    let seen = shown.seen();
    let lines = waterfall::lines(seen, chosen.place, place);
    let drawn = waterfall::draw(seen, chosen.option, year_of, &lines);
    flow.add(chart(shown, drawn, Some(line_costs(shown, chosen, place, &lines))));
    flow.note(&[words::WATERFALL_NOTE]);
}

/// The table behind the waterfall.
fn line_costs(shown: Shown<'_>, chosen: Chosen<'_>, year: usize, lines: &[waterfall::LineCost]) -> Html {
    let mut sheet = Sheet::of_euros(shown, "waterfall-table", shown.say(words::WATERFALL));
    sheet.heads(&[head::LINE, head::BASELINE]);
    sheet.head(&chosen.option.name);
    sheet.heads(&[head::SAVING]);
    let entries = |course: usize, places: &[usize]| -> Vec<String> {
        places.iter().map(|place| format!("/courses/{course}/ledger/{place}/amount")).collect()
    };
    let (mut before, mut after) = (Money::ZERO, Money::ZERO);
    for line in lines {
        let code = line.line.code();
        let name = deelsom_language::codes::line(code).map_or(code, |word| shown.say(word));
        sheet.row(name, String::new());
        for (course, (cost, places)) in [(0, &line.before), (chosen.place + 1, &line.after)] {
            sheet.sum_of(&entries(course, places));
            sheet.euros(*cost, "");
        }
        sheet.saving_aside(-line.change());
        before += line.before.0;
        after += line.after.0;
    }
    sheet.row(shown.say(head::TOTAL), String::new());
    for (course, total) in [(0, before), (chosen.place + 1, after)] {
        let of = |partner: usize| format!("/courses/{course}/partners/{partner}/years/{year}/total");
        sheet.sum_of(&(0..shown.study().partners.len()).map(of).collect::<Vec<_>>());
        sheet.euros(total, "");
    }
    sheet.at(format!("{}/years/{year}", chosen.pointer()));
    sheet.saving(before - after, "saving");
    sheet.show()
}

/// A measure by which a municipality holds the options against each other.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    Npv,
    Payback,
    Deepest,
    OneOff,
    Structural,
    PerInhabitant,
    ShareOfBudget,
}

const MEASURES: [(Measure, Word, &str); 7] = [
    (Measure::Npv, head::NPV, "each-npv"),
    (Measure::Payback, head::PAYBACK, "each-payback"),
    (Measure::Deepest, head::DEEPEST, "each-deepest"),
    (Measure::OneOff, words::ONE_OFF, "each-one-off"),
    (Measure::Structural, head::STRUCTURAL, "each-structural"),
    (Measure::PerInhabitant, head::STRUCTURAL_PER_INHABITANT, "each-inhabitant"),
    (Measure::ShareOfBudget, words::SHARE_OF_BUDGET, "each-budget"),
];

fn by_municipality(shown: Shown<'_>, flow: &mut Flow<'_>) {
    flow.heading(words::BY_MUNICIPALITY);
    flow.note(&[legend::PLUS_IS_ADVANTAGE, note::AGAINST_BASELINE, note::STRUCTURAL]);
    let partners = &shown.study().partners;
    for (measure, word, id) in MEASURES {
        let mut sheet = match measure {
            Measure::Payback | Measure::ShareOfBudget => Sheet::new(shown, id, shown.say(word)),
            _ => Sheet::of_euros(shown, id, shown.say(word)),
        };
        sheet.heads(&[head::PARTNER]);
        for chosen in shown.options() {
            sheet.head(&chosen.option.name);
        }
        for (place, partner) in partners.iter().enumerate() {
            sheet.row(&partner.name, String::new());
            for chosen in shown.options() {
                let Some(effect) = chosen.effect.partners.get(place) else { continue };
                sheet.at(format!("{}/partners/{place}", chosen.pointer()));
                match measure {
                    Measure::PerInhabitant => {
                        sheet.saving_exact(effect.structural_per_inhabitant, "structural_per_inhabitant");
                    }
                    Measure::ShareOfBudget => share_of_budget(shown, partner, &effect.result, &mut sheet),
                    _ => measured(measure, &effect.result, &chosen, Some(place), &mut sheet),
                }
            }
        }
        if !matches!(measure, Measure::PerInhabitant | Measure::ShareOfBudget) {
            sheet.row(shown.say(head::TOGETHER), String::new());
            for chosen in shown.options() {
                sheet.at(chosen.pointer());
                measured(measure, &chosen.effect.result, &chosen, None, &mut sheet);
            }
        }
        flow.add(sheet.show());
    }
}

/// What an option does by a measure, for a partner or for all of them.
fn measured(
    measure: Measure,
    result: &EffectResult,
    chosen: &Chosen<'_>,
    partner: Option<usize>,
    sheet: &mut Sheet,
) {
    match measure {
        Measure::Npv => sheet.saving(result.npv, "npv"),
        Measure::Payback => sheet.payback(result.payback),
        Measure::Deepest => sheet.saving(result.deepest.amount, "deepest/amount"),
        Measure::OneOff => {
            let of = partner.map_or_else(String::new, |place| format!("/partners/{place}"));
            let places = (0..result.years.len())
                .map(|year| format!("{}{of}/years/{year}/one_off", chosen.pointer()))
                .collect::<Vec<_>>();
            sheet.sum_of(&places);
            sheet.saving(deelsom_views::one_off(result), "");
        }
        _ => sheet.saving(result.structural, "structural"),
    }
}

/// What is saved structurally, as a share of all that a municipality spends.
fn share_of_budget(shown: Shown<'_>, partner: &Partner, result: &EffectResult, sheet: &mut Sheet) {
    let Some(budget) = partner.budget.filter(|budget| *budget > 0.0) else {
        sheet.nothing();
        return;
    };
    let share = result.structural.euros() / budget;
    // What rounds to nothing has no sign.
    let plus = if share >= 0.000_005 { "+" } else { "" };
    let said = [plus, &number::percent(shown.language(), share, 3)].concat();
    sheet.aside(&said, side(result.structural));
}
