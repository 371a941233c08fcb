//! The tables of a study as CSV, so that reading them gives the same rows.

use deelsom_language::{Language, codes, parse};
use serde_json::Value;

use crate::cells::{Cell, Profile, csv_file};
use crate::names::{Known, Names};
use crate::place::list;
use crate::subject::{Column, Holds, Subject};

/// A list of a study as a file. For programs ids and codes, for Excel names and words.
pub fn table(study: &Value, subject: Subject, profile: Profile) -> String {
    let known = Known::of(study);
    let partners = Names::of(study, &["partners"]);
    let columns = columns(study, subject, &partners);
    let headings: Vec<&str> = columns.iter().map(|column| heading(column, profile, &partners)).collect();
    let rows = list(study, subject.code());
    let rows =
        rows.iter().map(|row| columns.iter().map(|column| cell(row, column, profile, &known)).collect());
    csv_file(profile, &headings, rows)
}

/// The columns that a table of a study has.
pub fn columns_of(study: &Value, subject: Subject) -> Vec<Column> {
    columns(study, subject, &Names::of(study, &["partners"]))
}

/// The columns of a kind of rows, with those that differ from study to study.
pub(crate) fn columns(study: &Value, subject: Subject, partners: &Names) -> Vec<Column> {
    let own: Vec<Column> = match subject {
        Subject::Volumes => partners.iter().map(|(id, _)| Column::Partner(id.to_owned())).collect(),
        Subject::RunningCosts => years(study).into_iter().map(Column::Year).collect(),
        _ => Vec::new(),
    };
    let mut columns: Vec<Column> = subject.fields().iter().map(Column::Field).collect();
    let after = subject.fixed().min(columns.len());
    columns.splice(after..after, own);
    columns
}

/// The years for which running costs have amounts of their own.
fn years(study: &Value) -> Vec<String> {
    let amounts = list(study, "running_costs").iter().filter_map(|cost| cost["amounts"].as_object());
    let mut years: Vec<String> = amounts.flat_map(|amounts| amounts.keys().cloned()).collect();
    years.sort();
    years.dedup();
    years
}

fn heading<'a>(column: &'a Column, profile: Profile, partners: &'a Names) -> &'a str {
    match (column, profile) {
        (Column::Field(field), Profile::Data) => field.code,
        (Column::Field(field), Profile::ExcelNl) => {
            codes::column(field.code).map_or(field.code, |word| word.text(Language::Dutch))
        }
        (Column::Partner(id), Profile::ExcelNl) => partners.label(id),
        (Column::Partner(text) | Column::Year(text) | Column::Unread(text), _) => text,
    }
}

fn cell(row: &Value, column: &Column, profile: Profile, known: &Known) -> Cell {
    let value = match column {
        Column::Field(field) => &row[field.code],
        Column::Year(year) => &row["amounts"][year],
        Column::Partner(id) => &row["by_partner"][id],
        Column::Unread(_) => &Value::Null,
    };
    let holds = column.holds().unwrap_or(Holds::Name);
    match value {
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            if holds == Holds::Percent { Cell::Percent(number) } else { Cell::Exact(number) }
        }
        Value::Bool(yes) => Cell::Flag(*yes),
        Value::String(text) => match (holds, profile) {
            (Holds::Month, _) => match parse::month(text) {
                Ok((year, month)) => Cell::Month(year, month),
                Err(_) => Cell::from(text),
            },
            (Holds::Status, Profile::ExcelNl) => {
                Cell::from(codes::status(text).map_or(text.as_str(), |word| word.text(Language::Dutch)))
            }
            (_, Profile::ExcelNl) => {
                Cell::from(known.names(holds).map_or(text.as_str(), |names| names.label(text)))
            }
            _ => Cell::from(text),
        },
        _ => Cell::Empty,
    }
}
