//! Event triggers.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::{identifier, literal, qualified},
};

const QUERY: Query = query!("database", "event_trigger.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    event: String,
    function_schema: String,
    function_name: String,
    enabled: char,
    tags: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            event: row.get("event")?,
            function_schema: row.get("function_schema")?,
            function_name: row.get("function_name")?,
            enabled: row.char("enabled")?,
            tags: row.get("tags")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let name = identifier(&row.name);
    let mut lines = vec![format!("CREATE EVENT TRIGGER {name} ON {}", identifier(&row.event))];
    if !row.tags.is_empty() {
        let tags: Vec<String> = row.tags.iter().map(|tag| literal(tag)).collect();
        lines.push(format!("    WHEN TAG IN ({})", tags.join(", ")));
    }
    lines.push(format!("    EXECUTE FUNCTION {}();", qualified(&row.function_schema, &row.function_name)));
    let state = match row.enabled {
        'O' => None,
        'D' => Some("DISABLE"),
        'A' => Some("ENABLE ALWAYS"),
        'R' => Some("ENABLE REPLICA"),
        other => {
            let detail = format!("state {other:?} of event trigger {name}");
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    };
    if let Some(state) = state {
        lines.push(format!("ALTER EVENT TRIGGER {name} {state};"));
    }
    Ok(Object {
        requires: Feature::used(&[(row.event == "login", Feature::LoginTrigger)]),
        owner: Some(row.owner.into()),
        create: Definition::sql(lines.join("\n")),
        ..Object::new(Key::new(Class::EVENT_TRIGGER, row.oid), Kind::EventTrigger, None, row.name)
            .addressed("EVENT TRIGGER", &name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(enabled: char, tags: &[&str]) -> Option<String> {
        let row = Row {
            oid: 20_000,
            name: "No drop".to_owned(),
            owner: "alice".to_owned(),
            event: "sql_drop".to_owned(),
            function_schema: "s".to_owned(),
            function_name: "f".to_owned(),
            enabled,
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        };
        object(row).ok().map(|object| object.create.render(|_| None))
    }

    #[test]
    fn tags_and_states() {
        assert_eq!(
            text('O', &[]).as_deref(),
            Some("CREATE EVENT TRIGGER \"No drop\" ON sql_drop\n    EXECUTE FUNCTION s.f();")
        );
        assert_eq!(
            text('R', &["DROP TABLE", "DROP VIEW"]).as_deref(),
            Some(
                "CREATE EVENT TRIGGER \"No drop\" ON sql_drop\n    WHEN TAG IN ('DROP TABLE', 'DROP VIEW')\n    \
                 EXECUTE FUNCTION s.f();\nALTER EVENT TRIGGER \"No drop\" ENABLE REPLICA;"
            )
        );
        assert_eq!(text('?', &[]), None);
    }
}
