//! How complete the study at hand is: part by part, with a link to where the rest is filled in.

use deelsom_language::words::{field, page, start as words};
use deelsom_language::{Word, number, sentences};
use deelsom_start::{Gap, Part, Row, completeness};
use yew::Html;

use crate::flow::Flow;
use crate::part::{element, line, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::state::text_at;
use crate::view::remarks;

/// The id of the heading.
pub(super) const HEADING: &str = "complete";
/// How many gaps of a part are named.
const NAMED: usize = 3;

/// How complete the study is.
pub(super) fn section(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let language = shown.language();
    let complete = completeness(&shown.state.file);
    let percent = complete.percent();
    flow.add(element("h2", with!("id": HEADING, "tabindex": "-1"), vec![text(shown.say(words::COMPLETE))]));
    flow.add(line("p", "open-study", text_at(&shown.state.file, "/title")));
    let said = sentences::completeness(language, percent);
    let attributes =
        with!("class": "share", "min": "0", "max": "100", "value": &percent.to_string(), "aria-label": &said);
    flow.add(element("meter", attributes, Vec::new()));
    flow.text(
        &[&said, " ", &sentences::figures_illustrative(language, complete.illustrative, complete.figures)]
            .concat(),
    );
    let mut sheet = Sheet::new(shown, "parts", shown.say(words::COMPLETE));
    sheet.heads(&[
        words::PART,
        words::COUNTS_FOR,
        words::ASKED,
        words::OWN,
        words::STILL_ILLUSTRATIVE,
        words::MISSING,
    ]);
    for row in &complete.rows {
        let name = shown.say(name(row.part));
        sheet.row(name, String::new());
        sheet.text(&row.part.weight().to_string());
        for count in [row.asked, row.own, row.illustrative.len()] {
            sheet.text(&number::count(language, i64::try_from(count).unwrap_or(i64::MAX)));
        }
        sheet.cell(rest(shown, row, name));
    }
    flow.add(sheet.show());
    flow.note(&[words::COMPLETE_MEANS]);
}

fn name(part: Part) -> Word {
    match part {
        Part::Inhabitants => field::INHABITANTS,
        Part::GeneralGrant => field::GENERAL_GRANT,
        Part::Budget => field::BUDGET,
        Part::Posts => page::POSTS,
        Part::InPost => field::IN_POST,
        Part::RunningCosts => page::RUNNING_COSTS,
        Part::Volumes => page::VOLUMES,
        Part::Keys => words::KEY_OF_OPTION,
        Part::OneOffs => words::ONE_OFFS_OF_OPTION,
        Part::Sources => words::WITH_SOURCE,
    }
}

/// What is missing of a part, and a link to the first of it; else to the first that is illustrative.
fn rest(shown: Shown<'_>, row: &Row, name: &str) -> Html {
    let (word, gap) = match (row.missing.first(), row.illustrative.first()) {
        (Some(gap), _) => (words::GO_THERE, gap),
        (None, Some(gap)) => (words::REPLACE_THERE, gap),
        (None, None) => return text(number::NOT_APPLICABLE),
    };
    let address = remarks::link(&gap.pointer);
    let whom = [" ", name].concat();
    let link =
        element("a", with!("href": &address), vec![text(shown.say(word)), line("span", "hidden", &whom)]);
    element("div", with!("class": "rest"), vec![text(&in_words(shown, &row.missing)), link])
}

/// The names of the first few gaps.
fn in_words(shown: Shown<'_>, gaps: &[Gap]) -> String {
    let first = gaps.iter().filter(|gap| !gap.of.is_empty()).take(NAMED);
    let mut names: Vec<String> = first.map(|gap| gap.of.join(" ")).collect();
    if gaps.len() > NAMED {
        names.push(sentences::missing_more(shown.language(), gaps.len() - NAMED));
    }
    if names.is_empty() { String::new() } else { names.join(", ") + ". " }
}
