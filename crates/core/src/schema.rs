//! JSON Schemas (draft 2020-12) of study files and reports, made from the types that read and write them.
//!
//! A schema knows the form of a file: names, types, codes, what is required. Whether ids exist, dates lie in the period
//! and figures make sense is for [`crate::Study::read`] to say.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::calendar::{Month, Year};
use crate::problem::{Fact, Facts};
use crate::report::Report;
use crate::study::file::{KEY_CODES, KeyFile, PartFile, PayerFile, ValueFile};
use crate::study::json::{Table, Told};
use crate::study::{StudyFile, Value};

/// The schema of a study file.
pub fn study() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<StudyFile>()
}

/// The schema of a report.
pub fn report() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>()
}

/// Makes the lists and tables of a record optional, as they are for whoever reads it: absent and `null` are empty.
pub(crate) fn lists_may_be_left_out(record: &mut Schema) {
    let Some(properties) = record.get_mut("properties").and_then(Json::as_object_mut) else { return };
    let mut optional = Vec::new();
    for (name, property) in properties {
        let Some(kind) = property.get_mut("type") else { continue };
        if kind == "array" {
            *kind = json!(["array", "null"]);
        }
        if kind.as_array().is_some_and(|kinds| kinds.contains(&json!("null"))) {
            optional.push(json!(name));
        }
    }
    if let Some(required) = record.get_mut("required").and_then(Json::as_array_mut) {
        required.retain(|name| !optional.contains(name));
    }
}

/// A name for a schema that is written out by hand, so that others can refer to it.
macro_rules! named {
    ($name:literal) => {
        fn schema_name() -> Cow<'static, str> {
            Cow::Borrowed($name)
        }
    };
}

impl JsonSchema for Told {
    named!("Told");

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "null"] })
    }
}

impl JsonSchema for Year {
    named!("Year");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A calendar year.", "type": "integer", "minimum": 0, "maximum": 9999 })
    }
}

impl JsonSchema for Month {
    named!("Month");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A calendar month, such as 2010-07.",
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
        })
    }
}

impl<T: JsonSchema> JsonSchema for Table<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("TableOf{}", T::schema_name()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["object", "null"], "additionalProperties": generator.subschema_for::<T>() })
    }
}

/// An object with numbers by year.
fn numbers_by_year() -> Json {
    json!({
        "type": "object",
        "propertyNames": { "pattern": "^[0-9]{4}$" },
        "additionalProperties": { "type": "number" },
    })
}

impl JsonSchema for ValueFile {
    named!("ValueFile");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The value of an assumption: a number in its unit, a scale or none, or a number by year.",
            "anyOf": [{ "type": ["number", "string", "null"] }, numbers_by_year()],
        })
    }
}

impl JsonSchema for Value {
    named!("Value");

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        ValueFile::json_schema(generator)
    }
}

impl JsonSchema for KeyFile {
    named!("KeyFile");

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let key = generator.subschema_for::<Self>();
        let part = generator.subschema_for::<PartFile>();
        let numbers = || json!({ "type": "object", "additionalProperties": { "type": "number" } });
        let own_fields = |code| match code {
            "usage" => json!({ "service": { "type": ["string", "null"] } }),
            "fixed" => json!({ "shares": numbers() }),
            "mix" => json!({ "of": { "type": "array", "items": part.clone() } }),
            "schedule" => json!({ "from": { "type": "object", "additionalProperties": key.clone() } }),
            "keep_within" => json!({
                "of": key.clone(),
                "previous": numbers(),
                "tolerance": { "type": ["number", "null"] },
            }),
            _ => json!({}),
        };
        let kinds: Vec<Json> = KEY_CODES.iter().map(|code| key_schema(code, own_fields(code))).collect();
        json_schema!({ "description": "Who pays which share.", "oneOf": kinds })
    }
}

/// A key with the fields of its own, all of them required but those that may be `null`.
fn key_schema(code: &str, own_fields: Json) -> Json {
    let mut properties = Map::from_iter([("key".to_owned(), json!({ "const": code }))]);
    if let Json::Object(fields) = own_fields {
        properties.extend(fields);
    }
    let is_required = |field: &Json| !field["type"].is_array();
    let required: Vec<&String> =
        properties.iter().filter(|(_, field)| is_required(field)).map(|(name, _)| name).collect();
    json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}

impl JsonSchema for PayerFile {
    named!("PayerFile");

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A key, or in its place who bears the amount alone.",
            "oneOf": [
                generator.subschema_for::<KeyFile>(),
                {
                    "type": "object",
                    "required": ["bearer"],
                    "properties": { "bearer": { "description": "A partner or unit.", "type": "string" } },
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl JsonSchema for Facts {
    named!("Facts");

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Named facts.",
            "type": "object",
            "additionalProperties": generator.subschema_for::<Fact>(),
        })
    }
}
