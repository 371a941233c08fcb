//! How years turned out, beside the plan.

use deelsom_core::planned;
use deelsom_core::study::{Figure, Outturn, Party};
use deelsom_language::words::{field, table as head, way as words};
use deelsom_language::{number, sign};

use crate::figure::{exact, six};
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
    for (nth, one) in study.outturn.iter().enumerate() {
        sheet.row(&one.year.to_string(), format!("/outturn/{nth}"));
        let option = one.option.map(|option| &study.options[option]);
        sheet.text(option.map_or_else(|| shown.say(words::TODAY), |option| &option.name));
        sheet.text(&whose(shown, one));
        match (one.figure, planned(study, shown.outcome(), one)) {
            (Figure::Amount(turned_out), Figure::Amount(plan)) => {
                sheet.euros(turned_out, "outturn");
                sheet.euros(plan, "plan");
                let more = turned_out - plan;
                sheet.figure(&sign::whole(language, more.cents()), &exact(more), "difference", "");
            }
            (Figure::Posts(turned_out), Figure::Posts(plan)) => {
                let fte = |value: f64| number::fte(language, value);
                sheet.figure(&fte(turned_out.get()), &six(turned_out.get()), "outturn", "");
                sheet.figure(&fte(plan.get()), &six(plan.get()), "plan", "");
                let more = turned_out.get() - plan.get();
                let plus = if more > 0.0 { "+" } else { "" };
                sheet.figure(&[plus, &fte(more)].concat(), &six(more), "difference", "");
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
