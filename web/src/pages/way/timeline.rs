//! Phases on a line of quarters, with a mark where something is decided.

use deelsom_core::Month;
use deelsom_language::words::{table as head, way as words};
use deelsom_views::structure::{list, name, text};
use serde_json::Value;
use yew::Html;

use crate::flow::Flow;
use crate::part::{self, element, join, line, with};
use crate::shown::Shown;

/// So many quarters can be read side by side; of a longer way there is the list.
const MOST: i32 = 60;

/// A decision on the line.
const MARK: &str = "◆";

pub(super) fn show(shown: Shown<'_>, phases: &[&Value], flow: &mut Flow<'_>) {
    let moments = phases.iter().flat_map(|phase| {
        let decided = list(phase, "/decisions").iter().filter_map(|one| quarter(one, "month"));
        [quarter(phase, "from"), quarter(phase, "until")].into_iter().flatten().chain(decided)
    });
    let (first, last) =
        moments.fold((i32::MAX, i32::MIN), |(first, last), quarter| (first.min(quarter), last.max(quarter)));
    if last < first || last - first >= MOST {
        return;
    }
    // Whole years, so that every heading has four quarters below it.
    let years = first.div_euclid(4)..=last.div_euclid(4);
    let quarters = years.start() * 4..years.end() * 4 + 4;

    let mut heads = vec![element("td", with!(), Vec::new())];
    let mut below = vec![element("th", with!("scope": "col"), vec![part::text(shown.say(words::PHASE))])];
    for year in years {
        heads.push(element(
            "th",
            with!("scope": "colgroup", "colspan": "4"),
            vec![part::text(&year.to_string())],
        ));
        for nth in 1..=4 {
            let label = [shown.say(head::QUARTER), " ", &nth.to_string()].concat();
            let short = element(
                "th",
                with!("scope": "col", "aria-label": &label),
                vec![part::text(&nth.to_string())],
            );
            below.push(short);
        }
    }
    let rows = phases.iter().map(|phase| {
        let mut cells = vec![element("th", with!("scope": "row"), vec![part::text(name(phase))])];
        cells.extend(quarters.clone().map(|at| cell(shown, phase, at)));
        element("tr", with!(), cells)
    });
    let rows: Vec<Html> = rows.collect();
    let caption = element("caption", with!("id": "timeline"), vec![part::text(shown.say(words::TIMELINE))]);
    let heading =
        element("thead", with!(), vec![element("tr", with!(), heads), element("tr", with!(), below)]);
    let table =
        element("table", with!("class": "timeline"), vec![caption, heading, element("tbody", with!(), rows)]);
    let region = with!("class": "scroll", "role": "region", "tabindex": "0", "aria-labelledby": "timeline");
    flow.add(element("div", region, vec![table]));
    flow.note(&[words::TIMELINE_MEANS]);
}

/// A quarter of a phase: coloured where the phase runs, with a mark for every decision, which the style sheet draws. Who
/// hears the page hears it in words.
fn cell(shown: Shown<'_>, phase: &Value, at: i32) -> Html {
    let runs = quarter(phase, "from").is_some_and(|from| from <= at)
        && quarter(phase, "until").is_some_and(|until| at <= until);
    let decided = list(phase, "/decisions").iter().filter(|one| quarter(one, "month") == Some(at));
    let names: Vec<&str> = decided.map(name).collect();
    let marks = MARK.repeat(names.len());
    let told = if names.is_empty() && runs { shown.say(words::RUNS).to_owned() } else { names.join("; ") };
    let mark = element("span", with!("aria-hidden": "true", "data-marks": &marks), Vec::new());
    let parts = join(vec![mark, line("span", "hidden", &told)]);
    element("td", with!("class": if runs { "on" } else { "" }), vec![parts])
}

/// The quarter of a month in a field, counted from the year 0.
fn quarter(record: &Value, field: &str) -> Option<i32> {
    let month = Month::parse(text(record, field))?;
    Some(i32::from(month.year().0) * 4 + (i32::from(month.number()) - 1) / 3)
}
