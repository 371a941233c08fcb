//! JSON that nobody would write, and valid studies with something wrong put into them.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Names of fields and words of the format: what is almost right gets furthest.
const WORDS: [&str; 96] = [
    "",
    "/",
    "~",
    "a/b",
    "~1",
    "deelsom/study",
    "format",
    "version",
    "title",
    "summary",
    "sources",
    "period",
    "first_year",
    "years",
    "prices",
    "mode",
    "nominal",
    "constant",
    "base_year",
    "nulmeting",
    "basis",
    "partners",
    "id",
    "name",
    "inhabitants",
    "growth",
    "general_grant",
    "budget",
    "recoverable_vat",
    "source",
    "services",
    "kind",
    "general",
    "units",
    "form",
    "members",
    "host",
    "key",
    "vat",
    "posts",
    "unit",
    "service",
    "role",
    "scale",
    "10",
    "cost_per_fte",
    "fte",
    "in_post",
    "departures",
    "month",
    "2026-01",
    "2026-13",
    "1900-01",
    "running_costs",
    "amount",
    "amounts",
    "2026",
    "carries_vat",
    "volumes",
    "by_partner",
    "assumptions",
    "value",
    "reason",
    "turnover",
    "price_index",
    "ranges",
    "path",
    "low",
    "high",
    "options",
    "freeze",
    "moves",
    "to",
    "staffing",
    "rule",
    "percent",
    "fte_per_1000",
    "unspecified",
    "running_cost_saving",
    "ramp",
    "surplus_after_months",
    "split",
    "one_offs",
    "months",
    "recurring",
    "from",
    "until",
    "keys",
    "default",
    "lines",
    "transition",
    "guarantee",
    "bearer",
    "p0",
    "s0",
    "today0",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(&WORDS[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Numbers at which sums and tables break, if anywhere.
fn number() -> impl Strategy<Value = Value> {
    let edges = [
        0.0,
        -0.0,
        0.5,
        1.0,
        -1.0,
        2.0,
        12.0,
        100.0,
        1e3,
        2200.0,
        65_535.0,
        65_536.0,
        1e6,
        4_294_967_296.0,
        1e8,
        1e9,
        1e12,
        -1e12,
        1e15,
        -1e15,
        1e18,
        1e19,
        1e300,
        -1e300,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        5e-324,
        1e-9,
    ];
    prop_oneof![
        4 => select(edges.to_vec()).prop_map(|number| json!(number)),
        1 => any::<i64>().prop_map(|number| json!(number)),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => any::<u64>().prop_map(|number| json!(number)),
    ]
}

pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number(),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(word(), inner, 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Something done to one place of a file.
#[derive(Debug, Clone)]
pub(crate) enum Damage {
    /// The place holds something else.
    Replace(Value),
    /// A number of the file becomes another.
    Renumber(Value),
    /// A text of the file becomes another text of the file.
    Confuse(Index),
    /// The place is gone.
    Remove,
    /// The place stands there twice; in an object, under another name.
    Double(String),
}

/// One or two places of a file, and what is done there.
pub(crate) fn damages() -> impl Strategy<Value = Vec<(Index, Damage)>> {
    let damage = prop_oneof![
        2 => any_json().prop_map(Damage::Replace),
        4 => number().prop_map(Damage::Renumber),
        2 => any::<Index>().prop_map(Damage::Confuse),
        2 => Just(Damage::Remove),
        2 => word().prop_map(Damage::Double),
    ];
    vec((any::<Index>(), damage), 1..=2)
}

/// The pointers of all places of a file but the root.
fn places(value: &Value, is_it: &impl Fn(&Value) -> bool) -> Vec<String> {
    fn walk(value: &Value, at: &str, is_it: &impl Fn(&Value) -> bool, found: &mut Vec<String>) {
        let inside: Vec<(String, &Value)> = match value {
            Value::Array(items) => {
                items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect()
            }
            Value::Object(fields) => fields
                .iter()
                .map(|(name, field)| (name.replace('~', "~0").replace('/', "~1"), field))
                .collect(),
            _ => return,
        };
        for (name, item) in inside {
            let at = format!("{at}/{name}");
            walk(item, &at, is_it, found);
            if is_it(item) {
                found.push(at);
            }
        }
    }
    let mut found = Vec::new();
    walk(value, "", is_it, &mut found);
    found
}

fn some_place(file: &Value, index: Index, is_it: impl Fn(&Value) -> bool) -> Option<String> {
    let places = places(file, &is_it);
    (!places.is_empty()).then(|| index.get(&places).clone())
}

pub(crate) fn damage(file: &mut Value, index: Index, damage: Damage) {
    let place = match damage {
        Damage::Renumber(_) => some_place(file, index, Value::is_number),
        Damage::Confuse(_) => some_place(file, index, Value::is_string),
        _ => some_place(file, index, |_| true),
    };
    let Some(place) = place else { return };
    let set = |file: &mut Value, value| *file.pointer_mut(&place).expect("a place of the file") = value;
    match damage {
        Damage::Replace(value) | Damage::Renumber(value) => set(file, value),
        Damage::Confuse(other) => {
            let other = some_place(file, other, Value::is_string).expect("there is a text");
            let text = file.pointer(&other).expect("a place of the file").clone();
            set(file, text);
        }
        Damage::Remove => with_parent(file, &place, |parent, name| match parent {
            Value::Array(items) => _ = items.remove(name.parse().expect("a place in a list")),
            Value::Object(fields) => _ = fields.remove(name),
            _ => {}
        }),
        Damage::Double(other) => with_parent(file, &place, |parent, name| match parent {
            Value::Array(items) => {
                items.push(items[name.parse::<usize>().expect("a place in a list")].clone());
            }
            Value::Object(fields) => _ = fields.insert(other, fields[name].clone()),
            _ => {}
        }),
    }
}

fn with_parent(file: &mut Value, place: &str, change: impl FnOnce(&mut Value, &str)) {
    let (parent, name) = place.rsplit_once('/').expect("a pointer has a slash");
    let parent = file.pointer_mut(parent).expect("a place lies in something");
    change(parent, &name.replace("~1", "/").replace("~0", "~"));
}
