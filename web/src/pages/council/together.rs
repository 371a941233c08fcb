//! Who pays what, whether anyone is better off apart, and what leaving costs.

use deelsom_core::report::{Euros, FairnessReport};
use deelsom_core::study::Payer;
use deelsom_core::{ExitYear, Money};
use deelsom_language::sentences::council as say;
use deelsom_language::words::{chart as drawn, council as words, fairness, table};
use deelsom_language::{amount, codes, sentences};
use deelsom_views::divisions::Divisions;
use deelsom_views::keys;
use deelsom_views::split::{UnderKey, code, under_keys};

use super::people::shares_today;
use super::{Seat, explained, facts, more, renewed};
use crate::flow::Flow;
use crate::pages::{Page, fairness as judged};
use crate::part::named;
use crate::run::Heard;
use crate::sheet::Sheet;

/// What every municipality pays in the last year: as things are, as chosen, and under every other key.
pub(super) fn who_pays(seat: Seat<'_>, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let (last, year) = seat.last();
    let course = shown.outcome().option(seat.chosen.place);
    let rows = under_keys(shown.study(), &shown.state.register, seat.chosen.option, course, last);
    let others = rows.get(1..).unwrap_or_default();
    let names: Vec<String> = others.iter().map(|row| keys::name(shown.seen(), row)).collect();
    flow.heading(words::WHO_PAYS);
    let own = course.partners[seat.place][last].total();
    let here = |row: &UnderKey| row.pays.get(seat.place).map_or(0, |money| money.cents());
    let priced = others.iter().zip(&names).map(|(row, name)| (name.as_str(), here(row)));
    let cheapest = priced.clone().min_by_key(|(_, cents)| *cents);
    let dearest = priced.max_by_key(|(_, cents)| *cents);
    flow.text(&say::under_keys(language, seat.name(), year, own.cents(), cheapest.zip(dearest)));

    let caption = format!("{} {year}", shown.say(drawn::ALLOCATION));
    let mut sheet = Sheet::of_euros(shown, "council-keys", &caption);
    sheet.heads(&[table::KEY]);
    let partners = own_first(seat);
    for partner in &partners {
        sheet.head(&shown.study().partners[*partner].name);
    }
    let chosen = keys::of_option(shown.seen(), seat.chosen.option);
    for (course, name, means) in [
        (0, words::TODAY, shown.say(words::TODAY_MEANS)),
        (seat.chosen.place + 1, words::CHOSEN, chosen.as_str()),
    ] {
        sheet.row_of(named(shown.say(name), means), String::new());
        for partner in &partners {
            sheet.at(format!("/courses/{course}/partners/{partner}/years/{last}"));
            sheet.euros(shown.outcome().courses[course].partners[*partner][last].total(), "total");
        }
    }
    for (row, name) in others.iter().zip(&names) {
        let key = row.key.as_ref().and_then(|key| code(shown.study(), key)).unwrap_or_default();
        let plain = key.split(' ').next().and_then(codes::key_explanation);
        sheet.row_of(named(name, plain.map_or("", |word| shown.say(word))), String::new());
        let under = format!("total?{}/{key}", seat.chosen.place);
        for partner in &partners {
            let at = format!("/courses/{}/partners/{partner}/years/{last}", seat.chosen.place + 1);
            sheet.at(at);
            sheet.euros(row.pays.get(*partner).copied().unwrap_or_default(), &under);
        }
    }
    flow.add(sheet.show());
    flow.note(&[words::KEY_WITHOUT_RANGE]);
    flow.add(explained(shown, &[(words::TERM_KEY, words::MEANS_KEY)]));
    flow.add(more(shown, &[Page::Split]));
}

/// The places of the municipalities, one's own first.
fn own_first(seat: Seat<'_>) -> Vec<usize> {
    let all = 0..seat.shown.study().partners.len();
    std::iter::once(seat.place).chain(all.filter(|place| *place != seat.place)).collect()
}

/// Whether the municipality is better off alone, or others without it.
pub(super) fn better_together(seat: Seat<'_>, heard: &Heard, flow: &mut Flow<'_>) {
    flow.heading(words::BETTER_TOGETHER);
    flow.add(renewed(seat.shown, &heard.fairness));
    match heard.fairness.answer.as_deref() {
        None => flow.say(&[fairness::COMES]),
        Some(None) => flow.say(&[fairness::NO_GAME]),
        Some(Some(report)) => tested(seat, report, flow),
    }
    flow.add(explained(seat.shown, &[(words::TERM_TEST, words::MEANS_TEST)]));
    flow.add(more(seat.shown, &[Page::Fairness]));
}

fn tested(seat: Seat<'_>, report: &FairnessReport, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let divisions = Divisions::of_option(shown.study(), report, language);
    let own = &seat.partner.id;
    let (Some(player), Some(keys)) =
        (report.game.players.iter().position(|player| player == own), divisions.keys.first())
    else {
        flow.say(&[words::TAKES_NO_PART]);
        return;
    };
    let alone = Euros::of(report.game.values.get(own).copied().unwrap_or_default());
    let pays = keys.division.shares[player];
    let [alone_a_year, a_year] = [alone, pays].map(|amount| divisions.a_year(amount));
    let leaves = report.together_today && shares_today(seat);
    flow.text(&say::alone(language, seat.name(), alone_a_year, a_year, leaves));
    flow.text(&say::alone_means(language, seat.name(), leaves, has_joint_amounts(seat)));
    if leaves {
        flow.say(&[fairness::EXIT_LEFT_OUT]);
    }
    let division = keys.division;
    let all_are_named = division.blocking.len() == division.blocking_count;
    let groups = || division.blocking.iter().filter(|one| one.coalition.len() < report.game.players.len());
    match groups().find(|one| !one.coalition.contains(own)) {
        Some(group) => flow.text(&divisions.blocking(group)),
        None if all_are_named => flow.text(&say::nobody_without(language, seat.name())),
        None => {}
    }
    if report.game.players.len() > 2 {
        match groups().find(|one| one.coalition.contains(own) && one.coalition.len() > 1) {
            Some(group) => flow.text(&divisions.blocking(group)),
            None if all_are_named => flow.text(&say::no_smaller_group(language, seat.name())),
            None => {}
        }
    }
    if report.core_empty {
        flow.text(sentences::no_stable_division(language));
    }
    let cell = |pays, at: &str| judged::a_year(shown, &divisions, pays, at, amount::euros);
    flow.add(facts(
        shown,
        vec![
            (words::ALONE_A_YEAR, cell(alone, &["/game/values/", own].concat())),
            (words::HERE_A_YEAR, cell(pays, &format!("/keys/0/shares/{player}"))),
        ],
    ));
}

/// Whether the option has amounts that its municipalities bear together: whoever is left alone bears them whole (MODEL 10).
fn has_joint_amounts(seat: Seat<'_>) -> bool {
    let option = seat.chosen.option;
    let one_offs = option.one_offs.iter().map(|cost| (&cost.payer, cost.per_partner));
    let recurring = option.recurring.iter().map(|cost| (&cost.payer, cost.per_partner));
    one_offs.chain(recurring).any(|(payer, each)| !each && !matches!(payer, Payer::Bearer(_)))
}

/// What it costs to leave at the end.
pub(super) fn leaving(seat: Seat<'_>, flow: &mut Flow<'_>) {
    let (shown, language) = (seat.shown, seat.language());
    let (last, year) = seat.last();
    flow.heading(words::LEAVING);
    // A host pays itself for its own work: the rules on leaving are for its guests.
    if seat.hosts() {
        flow.text(&say::host_leaves(language, seat.name()));
        return;
    }
    let course = shown.outcome().option(seat.chosen.place);
    let contribution = course.partners[seat.place][last].contribution;
    // Where nobody pays anyone there is nothing that an agreement on leaving could be about.
    if course.partners.iter().all(|years| years[last].contribution.is_zero()) {
        flow.text(&say::nothing_to_leave(language, year));
        return;
    }
    flow.text(&say::contributes(language, seat.name(), year, contribution.cents()));
    let exit = seat.chosen.effect.exit.get(seat.place).and_then(|years| years.get(last)).copied();
    let exit = exit.unwrap_or(ExitYear { step_down: Money::ZERO, real_damage: Money::ZERO });
    let at = |field: &str| format!("{}/exit/{}/years/{last}/{field}", seat.chosen.pointer(), seat.place);
    let paid_at = seat.paid_at(seat.chosen.place + 1, last, "contribution");
    flow.add(facts(
        shown,
        vec![
            (words::CONTRIBUTION, seat.euros(contribution, &paid_at)),
            (words::BY_STEP_DOWN, seat.euros(exit.step_down, &at("step_down"))),
            (words::BY_REAL_DAMAGE, seat.euros(exit.real_damage, &at("real_damage"))),
        ],
    ));
    match seat.chosen.option.exit.and_then(|rule| codes::exit_rule(rule.code())) {
        Some(rule) => flow.text(&say::exit_agreed(language, shown.say(rule))),
        None => flow.say(&[words::NOTHING_AGREED]),
    }
    flow.note(&[words::EXIT_MEMO]);
    flow.add(explained(
        shown,
        &[
            (words::TERM_STEP_DOWN, words::MEANS_STEP_DOWN),
            (words::TERM_REAL_DAMAGE, words::MEANS_REAL_DAMAGE),
        ],
    ));
}
