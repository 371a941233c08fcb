//! The way there: phases with what is decided in them, how options were weighed besides money, what the partners' own
//! staff puts in, and how years turned out beside the plan.

mod outturn;
mod timeline;
mod weighed;

use deelsom_core::effort_years;
use deelsom_language::codes;
use deelsom_language::words::{field, table as head, way as words};
use deelsom_language::{Word, amount, date, number};
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
    changed(shown, &known, &mut flow, "/phases", words::PHASES, phases);
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

fn phases(shown: Shown<'_>, known: &Kept, at: &str) -> Html {
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

/// A month of the file for people.
fn month(shown: Shown<'_>, iso: &str) -> String {
    date::from_iso(shown.language(), iso)
}

/// Phases and what is decided in them, in the order of time.
fn decisions(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let phases = list(&shown.state.file, "/phases");
    if phases.is_empty() {
        return flow.note(&[words::NO_PHASES]);
    }
    let names = |ids: &[serde_json::Value]| {
        let of = |id: &serde_json::Value| {
            let known =
                shown.study().partners.iter().find(|partner| Some(partner.id.as_str()) == id.as_str());
            known.map_or_else(|| id.as_str().unwrap_or_default().to_owned(), |partner| partner.name.clone())
        };
        ids.iter().map(of).collect::<Vec<_>>().join(", ")
    };
    let mut points = Vec::new();
    let mut in_order: Vec<_> = phases.iter().collect();
    in_order.sort_by_key(|phase| text(phase, "from"));
    timeline::show(shown, &in_order, flow);
    for phase in in_order {
        let span = [&month(shown, text(phase, "from")), " – ", &month(shown, text(phase, "until"))].concat();
        let mut parts = vec![line("strong", "", name(phase)), part::text(" "), line("small", "", &span)];
        let option = list(&shown.state.file, "/options").iter().find(|one| one["id"] == phase["option"]);
        if let Some(option) = option {
            parts.push(line("small", "", &[" (", name(option), ")"].concat()));
        }
        if !text(phase, "summary").is_empty() {
            parts.push(line("p", "", text(phase, "summary")));
        }
        let mut decided: Vec<_> = list(phase, "/decisions").iter().collect();
        decided.sort_by_key(|one| text(one, "month"));
        let told = decided.into_iter().map(|one| {
            let kind = codes::decision(text(one, "kind")).map_or("", |word| shown.say(word));
            let by = names(list(one, "/by"));
            let by = if by.is_empty() { by } else { [": ", &by].concat() };
            let after = [", ", &month(shown, text(one, "month")), " (", kind, &by, ")"].concat();
            join(vec![part::text(name(one)), part::text(&after)])
        });
        parts.push(part::list("", told.collect()));
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
