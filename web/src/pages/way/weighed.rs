//! How options were weighed: a column for today and for every option that was scored, and money below it.

use deelsom_core::{Scored, scored};
use deelsom_language::number;
use deelsom_language::words::{table as head, way as words};

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
        for one in &columns {
            let Some(found) = one.criteria.iter().find(|found| found.criterion == place) else { continue };
            match (found.score, found.ends) {
                (Some(value), Some((low, high))) if low < high => {
                    sheet.aside(&[&score(value), " (", &score(low), "–", &score(high), ")"].concat(), "");
                }
                (Some(value), _) => sheet.aside(&score(value), ""),
                (None, _) => sheet.nothing(),
            }
        }
    }
    let mut row = |word, of: &dyn Fn(&Scored) -> Option<f64>| {
        sheet.row(shown.say(word), String::new());
        sheet.nothing();
        for one in &columns {
            match of(one) {
                Some(value) => sheet.aside(&score(value), ""),
                None => sheet.nothing(),
            }
        }
    };
    row(words::TOTAL, &|one| one.total);
    row(words::UNWEIGHTED, &|one| one.unweighted);
    row(words::COUNT, &|one| Some(one.criteria.iter().map(|found| found.count as f64).sum()));
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
        for one in columns {
            match one.services.iter().find(|(id, _)| id.0 == place) {
                Some((_, value)) => sheet.aside(&number::short(shown.language(), *value, 2), ""),
                None => sheet.nothing(),
            }
        }
    }
    flow.add(sheet.show());
}
