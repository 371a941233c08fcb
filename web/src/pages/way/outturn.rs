//! How years turned out, beside the plan.

use deelsom_core::study::{Figure, Outturn, Party};
use deelsom_core::{Bearer, planned};
use deelsom_language::words::{field, table as head, way as words};
use deelsom_language::{amount, number, sign};

use crate::figure::exact;
use crate::flow::Flow;
use crate::sheet::Sheet;
use crate::shown::Shown;

pub(super) fn show(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let study = shown.study();
    if study.outturn.is_empty() {
        return flow.note(&[words::NO_OUTTURN]);
    }
    let language = shown.language();
    let mut sheet = Sheet::new(shown, "outturn-rows", shown.say(words::PLAN_AND_OUTTURN));
    sheet.heads(&[
        head::YEAR,
        field::OPTION,
        words::OF_WHOM,
        words::TURNED_OUT,
        words::PLANNED,
        words::DIFFERENCE,
    ]);
    for one in &study.outturn {
        sheet.row(&one.year.to_string(), String::new());
        let option = one.option.map(|option| &study.options[option]);
        sheet.text(option.map_or_else(|| shown.say(words::TODAY), |option| &option.name));
        sheet.text(&whose(shown, one));
        match (one.figure, planned(study, shown.outcome(), one)) {
            (Figure::Amount(turned_out), Figure::Amount(plan)) => {
                sheet.aside(&amount::whole(language, turned_out.cents()), "");
                sheet.at(places(shown, one).join("+"));
                sheet.figure(&amount::whole(language, plan.cents()), &exact(plan), "", "");
                sheet.aside(&sign::whole(language, (turned_out - plan).cents()), "");
            }
            (Figure::Posts(turned_out), Figure::Posts(plan)) => {
                let fte = |value: f64| number::fte(language, value);
                sheet.aside(&fte(turned_out.get()), "");
                sheet.aside(&fte(plan.get()), "");
                let more = turned_out.get() - plan.get();
                let plus = if more > 0.0 { "+" } else { "" };
                sheet.aside(&[plus, &fte(more)].concat(), "");
            }
            _ => {}
        }
    }
    flow.add(sheet.show());
    flow.note(&[words::OUTTURN_MEANS]);
}

fn whose(shown: Shown<'_>, one: &Outturn) -> String {
    let study = shown.study();
    let made = one.option.map_or(&[][..], |option| &study.options[option].units);
    match one.of {
        Party::All => shown.say(words::EVERYONE).to_owned(),
        Party::Unit(unit) => {
            study.units.iter().chain(made).nth(unit.0).map_or(String::new(), |unit| unit.name.clone())
        }
        Party::Partner(partner) => {
            let name = &study.partners[partner.0].name;
            match one.figure {
                Figure::Amount(_) => [shown.say(words::CONTRIBUTION_OF), " ", name].concat(),
                Figure::Posts(_) => name.clone(),
            }
        }
    }
}

/// Where in the report the amounts of the plan stand.
fn places(shown: Shown<'_>, one: &Outturn) -> Vec<String> {
    let course = one.option.map_or(0, |option| option + 1);
    let year = usize::from(one.year.0.saturating_sub(shown.study().period.first_year.0));
    let partner =
        |place: usize, field: &str| format!("/courses/{course}/partners/{place}/years/{year}/{field}");
    match one.of {
        Party::Partner(id) => vec![partner(id.0, "contribution")],
        Party::All => (0..shown.study().partners.len()).map(|place| partner(place, "total")).collect(),
        Party::Unit(unit) => {
            let ledger = shown.outcome().courses[course].ledger.iter().enumerate();
            let own =
                ledger.filter(|(_, entry)| (entry.year, entry.bearer) == (one.year, Bearer::Unit(unit)));
            own.map(|(place, _)| format!("/courses/{course}/ledger/{place}/amount")).collect()
        }
    }
}
