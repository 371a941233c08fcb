//! Rows put into a study, and what the core says of it.

use deelsom_core::{Problem, Register, Study};
use serde_json::{Map, Value};

use crate::ranges;
use crate::subject::Subject;

/// Something that the study does not have yet, and that rows refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct New {
    /// The list of the study that it is for.
    pub list: &'static str,
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
}

impl New {
    fn row(&self) -> Value {
        let name = if self.list == "sources" { "title" } else { "name" };
        object([("id", self.id.as_str().into()), (name, self.name.as_str().into())])
    }
}

/// An object of these fields.
pub(crate) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields: Map<String, Value> =
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    fields.into()
}

/// A list of a study.
pub(crate) fn list<'a>(study: &'a Value, name: &str) -> &'a [Value] {
    study[name].as_array().map_or(&[], Vec::as_slice)
}

/// Adds rows to a list of a study.
pub(crate) fn add(study: &mut Value, name: &str, rows: impl IntoIterator<Item = Value>) {
    match study.get_mut(name).and_then(Value::as_array_mut) {
        Some(list) => list.extend(rows),
        None => set(study, name, rows.into_iter().collect()),
    }
}

/// Puts rows in the place of a list of a study; an empty list that was not there stays away.
pub(crate) fn set(study: &mut Value, name: &str, rows: Vec<Value>) {
    if let Some(fields) = study.as_object_mut()
        && (!rows.is_empty() || fields.contains_key(name))
    {
        fields.insert(name.to_owned(), rows.into());
    }
}

/// A study with rows in it.
pub(crate) struct Placed {
    pub(crate) study: Value,
    /// Ranges that are about nothing any more.
    pub(crate) lost_ranges: usize,
    /// Where the rows begin in their list.
    pub(crate) first: usize,
}

/// Puts rows into a study, after those that it has or in their place.
pub(crate) fn place(
    study: &Value,
    subject: Subject,
    replace: bool,
    rows: Vec<Value>,
    news: &[New],
) -> Placed {
    let mut placed = study.clone();
    for new in news {
        add(&mut placed, new.list, [new.row()]);
    }
    let first = if replace { 0 } else { list(study, subject.code()).len() };
    if replace {
        set(&mut placed, subject.code(), rows);
    } else {
        add(&mut placed, subject.code(), rows);
    }
    let lost_ranges = if replace { ranges::follow(&mut placed, study, subject) } else { 0 };
    Placed { study: placed, lost_ranges, first }
}

/// What the core finds wrong with a study.
pub(crate) fn problems(study: &Value, register: &Register) -> Vec<Problem> {
    Study::from_value_unweighed(study, register).err().unwrap_or_default()
}
