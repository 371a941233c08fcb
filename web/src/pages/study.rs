//! What pages on which a study is edited look up in it.

use deelsom_language::Word;
use serde_json::Value;

use crate::shown::Shown;

/// A list of the study.
pub(super) fn list<'a>(shown: Shown<'a>, pointer: &str) -> &'a [Value] {
    shown.state.file.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text of a field of the study.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The name of the unit or service with this id; the id where there is none.
pub(super) fn name<'a>(shown: Shown<'a>, id: &'a str) -> &'a str {
    for pointer in ["/partners", "/units", "/services"] {
        for one in list(shown, pointer) {
            if text(one, "id") == id {
                return text(one, "name");
            }
        }
    }
    id
}

/// What a field is called that stands beside others of its kind.
pub(super) fn label(shown: Shown<'_>, word: Word, of: &[&str]) -> String {
    let mut label = shown.say(word).to_owned();
    for part in of {
        label.push_str(", ");
        label.push_str(part);
    }
    label
}
