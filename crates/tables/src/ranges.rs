//! Ranges are called by the place of the number that they are about: where rows get other places, they go along.

use deelsom_core::Pointed;
use serde_json::Value;

use crate::place::list;
use crate::subject::Subject;

/// Lets the ranges of a study, whose rows were those of `before`, go along with their rows. One whose row is gone, or whose
/// number is now outside it, is about nothing any more. Gives how many those were.
pub(crate) fn follow(study: &mut Value, before: &Value, subject: Subject) -> usize {
    let Some(ranges) = study["ranges"].as_array() else { return 0 };
    let (old, new) = (list(before, subject.code()), list(study, subject.code()));
    let kept: Vec<Value> = ranges.iter().filter_map(|range| moved(range, subject, old, new)).collect();
    let lost = ranges.len() - kept.len();
    study["ranges"] = kept.into();
    lost
}

/// A range where its row is now.
fn moved(range: &Value, subject: Subject, old: &[Value], new: &[Value]) -> Option<Value> {
    let prefix = ["/", subject.code(), "/"].concat();
    let Some(place) = range["path"].as_str().and_then(|path| path.strip_prefix(&prefix)) else {
        return Some(range.clone());
    };
    let (index, field) = place.split_once('/')?;
    let index: usize = index.parse().ok()?;
    let identity = identity(subject, old.get(index)?);
    let same = |rows: &[Value]| -> Vec<usize> {
        (0..rows.len()).filter(|&row| self::identity(subject, &rows[row]) == identity).collect()
    };
    let which = same(old).iter().position(|&row| row == index)?;
    let now = *same(new).get(which)?;
    let value = new[now].at(&["/", field].concat())?.as_f64()?;
    let within = range["low"].as_f64()? <= value && value <= range["high"].as_f64()?;
    let mut moved = range.clone();
    moved["path"] = format!("{prefix}{now}/{field}").into();
    within.then_some(moved)
}

/// What makes a row the same row, whatever its figures are.
pub(crate) fn identity(subject: Subject, row: &Value) -> Vec<&str> {
    let fields: &[&str] = match subject {
        Subject::Posts => &["unit", "service", "role"],
        Subject::RunningCosts => &["unit", "service", "name"],
        Subject::Departures => &["unit", "service", "role", "month"],
        Subject::Partners => &["id"],
        Subject::Volumes => &["service"],
    };
    fields.iter().map(|field| row[*field].as_str().unwrap_or_default()).collect()
}
