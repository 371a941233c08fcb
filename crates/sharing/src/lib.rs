//! What of a study leaves the application and comes back: kept on a device, packed into a link, frozen for a council.
//!
//! Everything here is text in and text out: where a text is stored and who clicks a link is the page's.
//!
//! | what | where |
//! | --- | --- |
//! | the study as it is kept on a device, and copies beside it | [`kept`] |
//! | a study in the fragment of a link | [`link`] |
//! | what a study says of single persons, and the study without it | [`persons`] |
//! | the fingerprint of a study, and a version frozen under it | [`frozen`] |

pub mod frozen;
pub mod kept;
pub mod link;
pub mod persons;

use serde_json::{Map, Value};

/// An object of these fields.
fn object(fields: &[(&str, Value)]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert((*name).to_owned(), value.clone());
    }
    Value::Object(object)
}

/// The text in a field.
fn text<'a>(value: &'a Value, field: &str) -> Option<&'a str> {
    value.get(field)?.as_str()
}
