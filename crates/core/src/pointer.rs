//! Pointed in a file, as JSON pointers name them (RFC 6901): `/posts/3/fte`.

use std::borrow::Cow;

use serde_json::Value;

/// The name of a field as it stands in a JSON pointer.
pub fn pointer_token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What stands at places of a file. A page asks for hundreds with every key, and so nothing is copied that need not be.
pub trait Pointed {
    /// What stands at a place; nothing where there is no such place.
    ///
    /// ```
    /// use deelsom_core::Pointed;
    /// let file = serde_json::json!({ "posts": [{ "fte": 2 }], "a/b": 1 });
    /// assert_eq!(file.at("/posts/0/fte"), Some(&2.into()));
    /// assert_eq!(file.at("/a~1b"), Some(&1.into()));
    /// assert_eq!(file.at("/posts/00"), None);
    /// ```
    fn at(&self, pointer: &str) -> Option<&Value>;

    /// What stands at a place, to change.
    fn at_mut(&mut self, pointer: &str) -> Option<&mut Value>;
}

impl Pointed for Value {
    fn at(&self, pointer: &str) -> Option<&Value> {
        tokens(pointer)?.try_fold(self, |value, token| match value {
            Value::Object(fields) => fields.get(&*pointer_name(token)),
            Value::Array(list) => list.get(place(token)?),
            _ => None,
        })
    }

    fn at_mut(&mut self, pointer: &str) -> Option<&mut Value> {
        tokens(pointer)?.try_fold(self, |value, token| match value {
            Value::Object(fields) => fields.get_mut(&*pointer_name(token)),
            Value::Array(list) => list.get_mut(place(token)?),
            _ => None,
        })
    }
}

/// The parts of a pointer; none of the empty one, which is the whole file.
fn tokens(pointer: &str) -> Option<impl Iterator<Item = &str>> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return None;
    }
    Some(pointer.split('/').skip(1))
}

/// The name of a field, from a part of a JSON pointer.
pub fn pointer_name(token: &str) -> Cow<'_, str> {
    let mut parts = token.split('~');
    let first = parts.next().unwrap_or_default();
    if first.len() == token.len() {
        return Cow::Borrowed(token);
    }
    let mut name = first.to_owned();
    for part in parts {
        match (part.strip_prefix('0'), part.strip_prefix('1')) {
            (Some(rest), _) => name.extend(["~", rest]),
            (_, Some(rest)) => name.extend(["/", rest]),
            _ => name.extend(["~", part]),
        }
    }
    Cow::Owned(name)
}

/// A place in a list: digits, without a sign or a zero before others.
fn place(token: &str) -> Option<usize> {
    if token.starts_with('+') || (token.starts_with('0') && token.len() > 1) {
        return None;
    }
    token.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn finds_what_serde_finds() {
        let mut file = json!({ "a": [1, { "b~c": 2, "d/e": 3, "": 4 }], "~1": 5, "0": 6, "é": { "x": 7 } });
        for pointer in [
            "",
            "/",
            "/a",
            "/a/0",
            "/a/1",
            "/a/2",
            "/a/-1",
            "/a/+1",
            "/a/01",
            "/a/1/b~0c",
            "/a/1/d~1e",
            "/a/1/",
            "/~01",
            "/~1",
            "/0",
            "/é/x",
            "/é/x/y",
            "a",
            "/a//0",
            "/b~c",
            "/a/1/b~c",
            "/a/99999999999999999999",
        ] {
            let theirs = file.pointer(pointer).cloned();
            assert_eq!(file.at(pointer), theirs.as_ref(), "{pointer}");
            assert_eq!(file.at_mut(pointer).cloned(), theirs, "{pointer}");
        }
    }
}
