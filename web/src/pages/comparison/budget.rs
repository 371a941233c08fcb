//! The multi-year estimate of every municipality, as its controller puts it in the budget, and as a file.

use deelsom_core::Line;
use deelsom_language::sign::SignConvention;
use deelsom_language::words::budget as words;
use deelsom_language::{Word, amount};
use deelsom_views::budget::{BudgetYear, Estimate, MOST_YEARS, ROWS, data, excel};
use yew::{Callback, Html};

use crate::dom;
use crate::figure::{exact, side};
use crate::flow::Flow;
use crate::own::{pick_place, place};
use crate::part::{element, press, text, with};
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};

/// What the ways to write a sign are called, in the order in which they are offered.
const SIGNS: [Word; 3] = [words::ADVANTAGE_PLUS, words::COSTS_PLUS, words::LETTERS];

pub(super) fn show(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let Some(chosen) = shown.option() else { return };
    let period = shown.study().period;
    let years: Vec<String> = period.all_years().map(|year| year.to_string()).collect();
    let from = place("budget-from", years.len(), 0);
    let signs = place("budget-signs", SIGNS.len(), 0);
    flow.heading(words::TITLE);
    flow.text(&[&chosen.option.name, ". ", shown.say(words::WHAT)].concat());
    flow.fields(vec![
        pick_place("budget-from", shown.say(words::FROM), years, from),
        pick_place(
            "budget-signs",
            shown.say(words::SIGNS),
            SIGNS.map(|word| shown.say(word).to_owned()).into(),
            signs,
        ),
    ]);
    let estimate = Estimate::of(period, shown.outcome(), chosen.place, from);
    let signs = SignConvention::ALL[signs];
    for (place, (partner, years)) in shown.study().partners.iter().zip(&estimate.partners).enumerate() {
        let at = format!("{}/partners/{place}", chosen.pointer());
        flow.add(table(shown, &estimate, signs, &partner.name, years, &at));
    }
    flow.add(table(
        shown,
        &estimate,
        signs,
        shown.say(words::TOGETHER),
        &estimate.together(),
        &chosen.pointer(),
    ));
    flow.note(&[words::ONE_OFF_MEANS, words::CONTRIBUTION_IS_COST]);
    if shown.outcome().option(chosen.place).ledger.iter().any(|entry| entry.line == Line::GrantLoss) {
        flow.note(&[words::GRANT]);
    }
    if estimate.years.len() < MOST_YEARS {
        flow.note(&[words::FEWER_YEARS]);
    }
    flow.add(downloads(shown, chosen, signs, &estimate));
}

/// What changes in one budget; `at` is where the report says what the option does to it.
fn table(
    shown: Shown<'_>,
    estimate: &Estimate,
    signs: SignConvention,
    name: &str,
    years: &[BudgetYear],
    at: &str,
) -> Html {
    let language = shown.language();
    let (task_field, unit) = (shown.say(words::OVERHEAD), amount::euros_heading(language));
    let caption = format!("{name}, {task_field}, {unit}. {}", signs.legend(language));
    // The id of a place in the report is as unique as the place.
    let id = ["budget", &at.replace('/', "-")].concat();
    let mut sheet = Sheet::new(shown, &id, &caption);
    sheet.heads(&[words::SIDE]);
    for (nth, year) in estimate.years.iter().enumerate() {
        let after = if nth == 0 { String::new() } else { format!("+{nth}") };
        sheet.head(&format!("{year} (t{after})"));
    }
    for row in ROWS {
        sheet.row(&row.name(language), String::new());
        for (nth, year) in years.iter().enumerate() {
            let money = (row.of)(*year);
            let said = signs.whole(language, money.cents());
            if row.field.is_empty() {
                sheet.aside(&said, side(money));
                continue;
            }
            sheet.at(format!("{at}/years/{}", estimate.from + nth));
            // The value is the report's, where an advantage is positive, whatever the sign in the text.
            sheet.figure(&said, &exact(money), row.field, side(money));
        }
    }
    sheet.show()
}

fn downloads(shown: Shown<'_>, chosen: Chosen<'_>, signs: SignConvention, estimate: &Estimate) -> Html {
    let partners = shown.study().partners.iter().zip(&estimate.partners);
    let budgets: Vec<_> =
        partners.map(|(partner, years)| (partner.id.as_str(), partner.name.as_str(), &years[..])).collect();
    let option = chosen.option;
    let for_excel = excel(shown.language(), signs, &option.name, &estimate.years, &budgets);
    let as_data = data(&option.id, &estimate.years, &budgets);
    let file = |kind: &str| [shown.say(words::FILE), "-", &option.id, kind, ".csv"].concat();
    let button = |id: &'static str, word: Word, name: String, text_of: String| {
        let save = Callback::from(move |_| dom::save_as(&name, &text_of));
        press(with!("id": id), vec![text(shown.say(word))], save)
    };
    let buttons = vec![
        button("budget-excel", words::DOWNLOAD_EXCEL, file(""), for_excel),
        button("budget-data", words::DOWNLOAD_DATA, file("-data"), as_data),
    ];
    element("div", with!("class": "actions"), buttons)
}
