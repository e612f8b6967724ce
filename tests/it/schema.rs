//! Holds `manifest.schema.json` against what the manifest room writes.
//!
//! The checker knows the few keywords that the schema uses, and is stricter than the schema: a key that the schema does
//! not name is an error here, so a field that is added to the types must be added to the schema.

use std::path::Path;

use dumpr::archive::Event;
use serde_json::Value;

use crate::{damage::read_sequentially, vector_list};

fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).ok_or_else(|| format!("no {name}"))?;
        return check(root, target, value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fitting = choices.iter().filter(|choice| check(root, choice, value, at).is_ok()).count();
        return if fitting == 1 { Ok(()) } else { Err(format!("{at}: {fitting} choices fit")) };
    }
    if let Some(values) = schema["enum"].as_array() {
        return if values.contains(value) { Ok(()) } else { Err(format!("{at}: {value} is not listed")) };
    }
    match (schema["type"].as_str(), value) {
        (Some("string"), Value::String(_)) | (Some("boolean"), Value::Bool(_)) => Ok(()),
        (Some("integer"), Value::Number(number)) => {
            let fits = number.as_u64().is_some_and(|number| {
                schema["minimum"].as_u64().is_some_and(|minimum| number >= minimum)
                    && schema["maximum"].as_u64().is_some_and(|maximum| number <= maximum)
            });
            if fits { Ok(()) } else { Err(format!("{at}: {number} is out of range")) }
        }
        (Some("array"), Value::Array(items)) => (0..).zip(items).try_for_each(|(position, item): (usize, _)| {
            check(root, &schema["items"], item, &format!("{at}[{position}]"))
        }),
        (Some("object"), Value::Object(fields)) => {
            for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(name) {
                    return Err(format!("{at}: no {name}"));
                }
            }
            for (name, field) in fields {
                let named = schema["properties"].get(name).or(schema.get("additionalProperties"));
                let named = named.ok_or_else(|| format!("{at}: the schema has no {name}"))?;
                check(root, named, field, &format!("{at}.{name}"))?;
            }
            Ok(())
        }
        (expected, _) => Err(format!("{at}: {value} is not {expected:?}")),
    }
}

/// The names of all properties of the schema, with those of them that a document uses crossed out.
fn unused<'a>(root: &'a Value, documents: &str) -> Vec<&'a str> {
    let definitions = root["$defs"].as_object().unwrap().values();
    let properties =
        definitions.filter_map(|definition| definition["properties"].as_object()).flat_map(|map| map.keys());
    properties.map(String::as_str).filter(|name| !documents.contains(&format!("\"{name}\":"))).collect()
}

#[test]
fn documents_fit_the_schema_and_use_all_of_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("format-spec/manifest.schema.json");
    let root: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let vector = vector_list::all().into_iter().find(|vector| vector.name == "good-documents").unwrap();
    let mut text = String::new();
    for event in read_sequentially(&vector.bytes).map_err(|(_, error)| error).unwrap() {
        let (name, is_batch, json) = match event {
            Event::Manifest(json) => ("manifest", false, json),
            Event::Entries(json) => ("entry", true, json),
            Event::Tables(json) => ("table", true, json),
            Event::Summary(json) => ("summary", false, json),
            _ => continue,
        };
        text.push_str(std::str::from_utf8(&json).unwrap());
        let document: Value = serde_json::from_slice(&json).unwrap();
        let items = if is_batch { document.as_array().unwrap().clone() } else { vec![document] };
        for item in items {
            check(&root, &root["$defs"][name], &item, name).unwrap();
        }
    }
    assert_eq!(unused(&root, &text), Vec::<&str>::new(), "properties that no document here has");
}
