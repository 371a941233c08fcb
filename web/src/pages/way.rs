//! The way there: phases with what is decided in them, how options were weighed besides money, what the partners' own
//! staff puts in, and how years turned out beside the plan.

mod outturn;
mod timeline;
mod weighed;

use deelsom_core::effort_years;
use deelsom_language::words::{field, table as head, way as words};
use deelsom_language::{Word, amount, number};
use deelsom_views::phases;
use deelsom_views::structure::{list, name, text};
use yew::Html;

use crate::edit::hints;
use crate::flow::Flow;
use crate::part::{self, element, join, line, with};
use crate::record::{
    CRITERION, Draw, EFFORT, Kept, Known, OUT_OF_SCOPE, OUTTURN, PHASE, SCALE_FIELDS, SCORE, editor, fields,
    rows_and_add, wide,
};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::Reads;

/// What is typed on this page.
const TYPED: [Reads; 5] = [Reads::Month, Reads::Number, Reads::Amount, Reads::Fte, Reads::Whole];

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let known = Known::of(shown).with_options(shown).shared();
    let mut flow = Flow::new(shown);
    flow.say(&[words::WHAT_IT_IS]);
    flow.add(hints(shown, &TYPED));

    section(&mut flow, shown, "way-phases", words::PHASES);
    decisions(shown, &mut flow);
    changed(shown, &known, &mut flow, "/phases", words::PHASES, phase_rows);
    section(&mut flow, shown, "way-out_of_scope", words::OUT_OF_SCOPE);
    left_out(shown, &mut flow);
    changed(shown, &known, &mut flow, "/out_of_scope", words::OUT_OF_SCOPE, services);

    section(&mut flow, shown, "way-criteria", words::CRITERIA);
    weighed::show(shown, &mut flow);
    flow.add(wide(
        shown,
        &known,
        "/criteria/list".to_owned(),
        titled(shown, words::CRITERIA, "/criteria/list"),
        criteria,
    ));
    flow.add(wide(
        shown,
        &known,
        "/criteria/scores".to_owned(),
        titled(shown, words::SCORES, "/criteria/scores"),
        scores,
    ));

    section(&mut flow, shown, "way-effort", words::EFFORT);
    flow.note(&[words::EFFORT_MEANS]);
    effort(shown, &mut flow);
    for (place, option) in list(&shown.state.file, "/options").iter().enumerate() {
        let at = format!("/options/{place}/effort");
        let title = [&titled(shown, words::EFFORT, &at), ": ", name(option)].concat();
        flow.add(wide(shown, &known, at, title, own_effort));
    }

    section(&mut flow, shown, "way-outturn", words::OUTTURN);
    outturn::show(shown, &mut flow);
    changed(shown, &known, &mut flow, "/outturn", words::OUTTURN, years);
    editor(shown, flow.show())
}

/// A heading that can be linked to.
fn section(flow: &mut Flow<'_>, shown: Shown<'_>, id: &str, word: Word) {
    flow.add(element("h2", with!("id": id, "tabindex": "-1"), vec![part::text(shown.say(word))]));
}

/// What changing a list is called, and how long it is.
fn titled(shown: Shown<'_>, word: Word, at: &str) -> String {
    let count = list(&shown.state.file, at).len().to_string();
    [shown.say(words::CHANGE), ": ", shown.say(word), " (", &count, ")"].concat()
}

/// A list to change, folded away: one comes here to read more often than to write.
fn changed(shown: Shown<'_>, known: &Kept, flow: &mut Flow<'_>, at: &str, word: Word, draw: Draw) {
    flow.add(wide(shown, known, at.to_owned(), titled(shown, word, at), draw));
}

fn phase_rows(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    rows_and_add(shown, known, PHASE, at, shown.say(words::PHASES))
}

fn services(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    rows_and_add(shown, known, OUT_OF_SCOPE, at, shown.say(words::OUT_OF_SCOPE))
}

fn years(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    rows_and_add(shown, known, OUTTURN, at, shown.say(words::OUTTURN))
}

fn criteria(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    let scale = fields(shown, known, "/criteria", SCALE_FIELDS);
    join(vec![scale, rows_and_add(shown, known, CRITERION, at, shown.say(words::CRITERIA))])
}

fn scores(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    rows_and_add(shown, known, SCORE, at, shown.say(words::SCORES))
}

fn own_effort(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
    rows_and_add(shown, known, EFFORT, at, shown.say(words::EFFORT))
}

/// Phases and what is decided in them, in the order of time.
fn decisions(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let phases = phases::phases(shown.study(), &shown.state.file, shown.language());
    if phases.is_empty() {
        return flow.note(&[words::NO_PHASES]);
    }
    let in_order: Vec<_> = phases.iter().map(|phase| phase.file).collect();
    timeline::show(shown, &in_order, flow);
    let mut points = Vec::new();
    for phase in phases {
        let mut parts = vec![line("strong", "", phase.name), part::text(" "), line("small", "", &phase.span)];
        if let Some(option) = phase.option {
            parts.push(line("small", "", &[" (", name(option), ")"].concat()));
        }
        if !phase.summary.is_empty() {
            parts.push(line("p", "", phase.summary));
        }
        parts.push(part::list("", phase.decisions.iter().map(|one| part::text(one)).collect()));
        points.push(join(parts));
    }
    flow.list("phases", points);
}

/// Services that stay out, with the reason.
fn left_out(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let services = list(&shown.state.file, "/out_of_scope");
    if services.is_empty() {
        return flow.note(&[words::NOTHING_LEFT_OUT]);
    }
    let told = services.iter().map(|one| {
        join(vec![line("strong", "", name(one)), part::text(&[": ", text(one, "reason")].concat())])
    });
    flow.list("", told.collect());
}

/// What the partners' own staff puts in, by year.
fn effort(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let language = shown.language();
    let study = shown.study();
    let mut sheet = Sheet::of_words(shown, "effort-table", shown.say(words::EFFORT_BY_YEAR));
    sheet.heads(&[field::OPTION, head::PARTNER, field::NAME, head::YEAR, words::HOURS, words::WORTH]);
    let mut any = false;
    for option in &study.options {
        for effort in &option.effort {
            for year in effort_years(effort) {
                any = true;
                sheet.row(&option.name, String::new());
                sheet.text(&study.partners[effort.partner.0].name);
                sheet.text(&effort.name);
                sheet.text(&year.year.to_string());
                sheet.aside(&number::short(language, year.hours, 1), "");
                match year.value {
                    Some(value) => sheet.aside(&amount::euros(language, value.cents()), ""),
                    None => sheet.nothing(),
                }
            }
        }
    }
    if any { flow.add(sheet.show()) } else { flow.note(&[words::NO_EFFORT]) }
}
