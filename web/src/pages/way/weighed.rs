//! How options were weighed: a column for today and for every option that was scored, and money below it.

use deelsom_core::{Scored, scored};
use deelsom_language::number;
use deelsom_language::words::{table as head, way as words};

use crate::figure::six;
use crate::flow::Flow;
use crate::sheet::Sheet;
use crate::shown::Shown;

pub(super) fn show(shown: Shown<'_>, flow: &mut Flow<'_>) {
    let study = shown.study();
    let columns = scored(study);
    if columns.is_empty() {
        return flow.note(&[words::NO_SCORES]);
    }
    let language = shown.language();
    let score = |value: f64| number::short(language, value, 2);
    let mut sheet = Sheet::new(shown, "scores-table", shown.say(words::OPTIONS_SCORED));
    sheet.heads(&[words::CRITERION, words::WEIGHT]);
    for one in &columns {
        sheet.head(one.option.map_or_else(|| shown.say(words::TODAY), |option| &study.options[option].name));
    }
    for (place, criterion) in study.criteria.list.iter().enumerate() {
        let Some(weight) = criterion.weight else { continue };
        sheet.row(&criterion.name, String::new());
        sheet.aside(&number::short(language, weight, 2), "");
        for (column, one) in columns.iter().enumerate() {
            let Some(row) = one.criteria.iter().position(|found| found.criterion == place) else { continue };
            let found = &one.criteria[row];
            sheet.at(format!("/scores/{column}/criteria/{row}"));
            match (found.score, found.ends) {
                (Some(value), Some((low, high))) if low < high => {
                    let said = [&score(value), " (", &score(low), "–", &score(high), ")"].concat();
                    sheet.figure(&said, &six(value), "score", "");
                }
                (Some(value), _) => sheet.figure(&score(value), &six(value), "score", ""),
                (None, _) => sheet.nothing(),
            }
        }
    }
    let mut row = |word, field: &str, of: fn(&Scored) -> Option<f64>| {
        sheet.row(shown.say(word), String::new());
        sheet.nothing();
        for (column, one) in columns.iter().enumerate() {
            sheet.at(format!("/scores/{column}"));
            match of(one) {
                Some(value) => sheet.figure(&score(value), &six(value), field, ""),
                None => sheet.nothing(),
            }
        }
    };
    row(words::TOTAL, "total", |one| one.total);
    row(words::UNWEIGHTED, "unweighted", |one| one.unweighted);
    sheet.row(shown.say(words::COUNT), String::new());
    sheet.nothing();
    for one in &columns {
        let count: usize = one.criteria.iter().map(|found| found.count).sum();
        sheet.aside(&count.to_string(), "");
    }
    sheet.row(shown.say(head::NPV), String::new());
    sheet.nothing();
    for one in &columns {
        match one.option {
            Some(option) => {
                sheet.at(format!("/effects/{option}"));
                sheet.saving(shown.outcome().effects[option].result.npv, "npv");
            }
            None => sheet.nothing(),
        }
    }
    flow.add(sheet.show());
    flow.note(&[words::SCORES_MEAN, words::MONEY_STAYS_OUT]);
    by_service(shown, &columns, flow);
}

/// The same by service, where services were scored.
fn by_service(shown: Shown<'_>, columns: &[Scored], flow: &mut Flow<'_>) {
    let study = shown.study();
    let has = |service: usize| columns.iter().any(|one| one.services.iter().any(|(id, _)| id.0 == service));
    if !(0..study.services.len()).any(has) {
        return;
    }
    let mut sheet = Sheet::new(shown, "services-table", shown.say(words::BY_SERVICE));
    sheet.heads(&[head::SERVICE]);
    for one in columns {
        sheet.head(one.option.map_or_else(|| shown.say(words::TODAY), |option| &study.options[option].name));
    }
    for (place, service) in study.services.iter().enumerate().filter(|(place, _)| has(*place)) {
        sheet.row(&service.name, String::new());
        for (column, one) in columns.iter().enumerate() {
            match one.services.iter().position(|(id, _)| id.0 == place) {
                Some(row) => {
                    let value = one.services[row].1;
                    sheet.at(format!("/scores/{column}/services/{row}"));
                    sheet.figure(&number::short(shown.language(), value, 2), &six(value), "total", "");
                }
                None => sheet.nothing(),
            }
        }
    }
    flow.add(sheet.show());
}
