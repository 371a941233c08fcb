//! Files for whoever calculates further, and the commands that give the same.

use deelsom_core::Report;
use deelsom_language::words::{button, keep as words};
use deelsom_views::annex::command;
use yew::{Callback, Html};

use super::{Here, back, workbook};
use crate::dom;
use crate::flow::Flow;
use crate::part::{line, press, text, with};
use crate::sheet::Sheet;
use crate::shown::Shown;
use crate::workbook::IS_HERE;

pub(super) fn show(here: Here<'_>, flow: &mut Flow<'_>) {
    let shown = here.shown;
    flow.heading(words::FILES);
    flow.say(&[words::HOW_FILES]);
    let mut sheet = Sheet::of_words(shown, "commands", shown.say(words::FILES));
    sheet.heads(&[words::WHAT, words::COMMAND]);
    let option = shown.option().map_or("", |chosen| &chosen.option.id);
    for (word, line) in [
        (words::REPORT, "deelsom calculate studie.deelsom.json --format json".to_owned()),
        (words::LEDGER, "deelsom calculate studie.deelsom.json --format csv --profile excel-nl".to_owned()),
        (words::ANNEX_FILE, command(option)),
        (words::WORKBOOK_FILE, "deelsom export studie.deelsom.json studie.xlsx".to_owned()),
    ] {
        sheet.row(shown.say(word), String::new());
        sheet.cell(self::line("code", "", &line));
    }
    flow.add(sheet.show());
    workbook::show(here, flow);
    flow.add(if IS_HERE { back::panel(shown) } else { Html::default() });
    if shown.state.is_outdated() {
        flow.say(&[words::MEND_FOR_FILES]);
        return;
    }
    let state = shown.state.clone();
    let give = Callback::from(move |_| {
        let report = report(Shown { state: &state, act: &Callback::noop() });
        dom::save_as("deelsom-report.json", &report);
    });
    flow.add(press(with!(), vec![text(shown.say(button::DOWNLOAD_REPORT))], give));
}

/// The report as the command line prints it.
fn report(shown: Shown<'_>) -> String {
    let report = Report::of(shown.study(), &shown.state.register, shown.outcome());
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
