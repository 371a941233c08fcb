//! How the division comes about over the years: growing into the key, what the guarantee moves, what leaving would cost.

use deelsom_core::Money;
use deelsom_core::study::ExitRule;
use deelsom_language::words::{mix as words, note, page, table as head};
use deelsom_language::{Word, amount, number, sentences};

use crate::figure::exact;
use crate::flow::Flow;
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};

pub(crate) fn show(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    shares(shown, chosen, flow);
    if chosen.option.guarantee.is_some() {
        guarantee(shown, chosen, flow);
    }
    exit(shown, chosen, flow);
}

/// A table with a row for every year and a column for every partner.
fn by_year(
    shown: Shown<'_>,
    mut sheet: Sheet,
    more: &[Word],
    mut cell: impl FnMut(&mut Sheet, usize, usize),
) -> Sheet {
    let study = shown.study();
    sheet.heads(&[head::YEAR]);
    for partner in &study.partners {
        sheet.head(&partner.name);
    }
    sheet.heads(more);
    for year in 0..study.period.years {
        sheet.row(&study.period.year(year).to_string(), String::new());
        for partner in 0..study.partners.len() {
            cell(&mut sheet, year, partner);
        }
        // A last column, where there is one, has no partner.
        if !more.is_empty() {
            cell(&mut sheet, year, study.partners.len());
        }
    }
    sheet
}

/// What part of the shared costs everyone bears, and how far the division has grown into the key.
fn shares(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let language = shown.language();
    let course = shown.outcome().option(chosen.place);
    let grows = chosen.option.transition_years;
    // Units that start in different years grow at different times.
    let one_start = chosen.option.units.len() < 2;
    flow.heading(words::SHARES);
    if let Some(years) = grows {
        flow.text(&sentences::grows_into_key(language, &number::years(language, years)));
    }
    let start = chosen.option.moves.iter().map(|one| one.go_live / 12).min();
    let reached = |year: usize| {
        let years = (year + 1).checked_sub(start?)? as f64;
        grows.map(|all| if all > 0.0 { (years / all).min(1.0) } else { 1.0 })
    };
    let sheet = Sheet::new(shown, "shares", shown.say(words::SHARES));
    let more: &[Word] = if grows.is_some() && one_start { &[words::GROWN] } else { &[] };
    let sheet = by_year(shown, sheet, more, |sheet, year, partner| {
        let all: Money = course.partners.iter().map(|years| years[year].contribution).sum();
        let share = match course.partners.get(partner) {
            Some(years) => (!all.is_zero()).then(|| years[year].contribution.euros() / all.euros()),
            None => Some(reached(year).unwrap_or(0.0)),
        };
        match share {
            Some(share) => sheet.aside(&number::percent(language, share, 1), ""),
            None => sheet.nothing(),
        }
    });
    flow.add(sheet.show());
}

/// What the guarantee asks of each and gives to each.
fn guarantee(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    let course = shown.outcome().option(chosen.place);
    flow.heading(words::GUARANTEE);
    let sheet = Sheet::of_euros(shown, "guarantee", shown.say(words::GUARANTEE));
    let sheet = by_year(shown, sheet, &[], |sheet, year, partner| {
        let settled = course.partners[partner][year].settlement;
        let plus = if settled > Money::ZERO { "+" } else { "" };
        let said = [plus, &amount::whole(shown.language(), settled.cents())].concat();
        sheet.at(format!("/courses/{}/partners/{partner}/years/{year}", chosen.place + 1));
        sheet.figure(&said, &exact(settled), "settlement", "");
    });
    flow.add(sheet.show());
    flow.note(&[words::GUARANTEE_SIGNS]);
}

/// What leaving would cost by either rule.
fn exit(shown: Shown<'_>, chosen: Chosen<'_>, flow: &mut Flow<'_>) {
    flow.heading(page::EXIT);
    flow.note(&[note::EXIT]);
    for (rule, word, field) in [
        (ExitRule::StepDown, head::STEP_DOWN, "step_down"),
        (ExitRule::RealDamage, head::REAL_DAMAGE, "real_damage"),
    ] {
        let agreed = if chosen.option.exit == Some(rule) { shown.say(words::AGREED) } else { "" };
        let caption = [shown.say(words::EXIT), ": ", shown.say(word), " ", agreed].concat();
        let sheet = Sheet::of_euros(shown, &["exit-", field].concat(), caption.trim_end());
        let sheet = by_year(shown, sheet, &[], |sheet, year, partner| {
            let exit = chosen.effect.exit[partner][year];
            let cost = if rule == ExitRule::StepDown { exit.step_down } else { exit.real_damage };
            sheet.at(format!("{}/exit/{partner}/years/{year}", chosen.pointer()));
            sheet.euros(cost, field);
        });
        flow.add(sheet.show());
    }
}
