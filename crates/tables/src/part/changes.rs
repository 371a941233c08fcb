//! What a part changes in a study: rows that come, rows that go, and figures that become others.

use serde_json::Value;

use crate::names::Known;
use crate::ranges::identity;
use crate::subject::{Field, Holds, Subject, VOLUME};

/// A row that is another than it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What kind of row it is.
    pub subject: Subject,
    /// What people call it.
    pub name: String,
    /// How it was; nothing where it is new.
    pub before: Option<Value>,
    /// How it is; nothing where it is gone.
    pub after: Option<Value>,
}

/// A field of a row that is another than it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which field.
    pub field: &'static Field,
    /// What it was, and what it is.
    pub values: (Value, Value),
}

impl Change {
    /// A change, where there is one: where a row comes from is none.
    pub(super) fn of(
        subject: Subject,
        known: &Known,
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Option<Self> {
        if let (Some(before), Some(after)) = (before, after)
            && is_the_same(before, after)
        {
            return None;
        }
        let name = after.or(before).map(|row| name(subject, known, row)).unwrap_or_default();
        Some(Self { subject, name, before: before.cloned(), after: after.cloned() })
    }

    /// Every figure that was or is there, and is another than it was.
    pub fn figures(&self) -> Vec<Figure> {
        let volume = (self.subject == Subject::Volumes).then_some(VOLUME);
        let figure = |field: &'static Field| {
            let value = |row: &Option<Value>| row.as_ref().map_or(Value::Null, |row| row[field.code].clone());
            let values = (value(&self.before), value(&self.after));
            let told = !matches!(field.holds, Holds::Unit | Holds::Service | Holds::Source | Holds::Id);
            let named =
                matches!(field.holds, Holds::Name | Holds::Month) && self.subject != Subject::Partners;
            let other = plain(&values.0) != plain(&values.1);
            (told && !named && other).then_some(Figure { field, values })
        };
        self.subject.fields().iter().chain(volume).filter_map(figure).collect()
    }

    /// Whether amounts by year have changed, which are no single figure.
    pub fn amounts_by_year(&self) -> bool {
        let amounts = |row: &Option<Value>| row.as_ref().map_or(Value::Null, |row| row["amounts"].clone());
        amounts(&self.before) != amounts(&self.after)
    }
}

/// Whether two rows say the same, wherever they say it from; a field that is null is not there.
pub(super) fn is_the_same(one: &Value, other: &Value) -> bool {
    let said = |row: &Value| -> Vec<(String, Value)> {
        let fields = row.as_object().into_iter().flatten();
        let mut said: Vec<(String, Value)> = fields
            .filter(|(name, value)| *name != "source" && !value.is_null())
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect();
        said.sort_by(|one, other| one.0.cmp(&other.0));
        said
    };
    said(one) == said(other)
}

/// A value as it is compared: 1 and 1.0 are the same number.
fn plain(value: &Value) -> Value {
    value.as_f64().map_or_else(|| value.clone(), Value::from)
}

/// What people call a row: a role with its service, a cost, a service.
fn name(subject: Subject, known: &Known, row: &Value) -> String {
    if subject == Subject::Partners {
        return row["name"].as_str().unwrap_or_default().to_owned();
    }
    let own = row["role"].as_str().or_else(|| row["name"].as_str()).unwrap_or_default();
    let service = row["service"].as_str().map(|id| known.services.name(id));
    let month = row["month"].as_str();
    [Some(own), service, month]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Rows of before and after, each with the other that is the same row; in the order of after, then those that are gone.
pub(super) fn pairs<'a>(
    subject: Subject,
    before: &'a [Value],
    after: &'a [Value],
) -> Vec<(Option<&'a Value>, Option<&'a Value>)> {
    let mut left: Vec<&Value> = before.iter().collect();
    let mut pairs = Vec::with_capacity(before.len().max(after.len()));
    for row in after {
        let same = left.iter().position(|old| identity(subject, old) == identity(subject, row));
        pairs.push((same.map(|place| left.remove(place)), Some(row)));
    }
    pairs.extend(left.into_iter().map(|row| (Some(row), None)));
    pairs
}
