//! Row-level security policies.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "policy.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        // Not `add`: who secures an extension's table has done so himself, as with privileges.
        let brought = reading.members.contains(&relation.key());
        reading.push(object(&relation, &row, brought));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    command: char,
    permissive: bool,
    /// Empty: PUBLIC.
    roles: Vec<String>,
    using_text: Option<String>,
    check_text: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            command: row.char("command")?,
            permissive: row.get("permissive")?,
            roles: row.get("roles")?,
            using_text: row.get("using_text")?,
            check_text: row.get("check_text")?,
        })
    }
}

fn object(relation: &Relation, row: &Row, brought: bool) -> Object {
    let (name, table) = (identifier(&row.name), relation.qualified());
    let mut object = Object {
        sort_key: relation.part_sort_key(&row.name),
        belongs_to: Some(relation.key()),
        create: Definition::sql(statement(&name, &table, row)),
        ..Object::new(
            Key::new(Class::POLICY, row.oid),
            Kind::Policy,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
        .addressed("POLICY", &format!("{name} ON {table}"))
    };
    // A policy on an extension's table is no member of it even when its script made it (pg_cron's does): whether
    // it is there already, nothing tells.
    if let Some(drop) = object.drop_statements().filter(|_| brought) {
        object.create.head.insert_str(0, &format!("{}\n\n", drop.if_exists()));
    }
    object
}

fn statement(name: &str, table: &str, row: &Row) -> String {
    let mut text = format!("CREATE POLICY {name} ON {table}");
    if !row.permissive {
        text.push_str(" AS RESTRICTIVE");
    }
    text.push_str(match row.command {
        'r' => " FOR SELECT",
        'a' => " FOR INSERT",
        'w' => " FOR UPDATE",
        'd' => " FOR DELETE",
        _ => "",
    });
    if !row.roles.is_empty() {
        let roles: Vec<String> = row.roles.iter().map(|role| identifier(role)).collect();
        text.push_str(" TO ");
        text.push_str(&roles.join(", "));
    }
    if let Some(condition) = &row.using_text {
        text.push_str(" USING (");
        text.push_str(condition);
        text.push(')');
    }
    if let Some(condition) = &row.check_text {
        text.push_str(" WITH CHECK (");
        text.push_str(condition);
        text.push(')');
    }
    text.push(';');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_stand_in_the_order_of_the_grammar() {
        let row = Row {
            oid: 1,
            name: "p".to_owned(),
            command: 'w',
            permissive: false,
            roles: vec!["alice".to_owned(), "bob".to_owned()],
            using_text: Some("(a > 0)".to_owned()),
            check_text: Some("true".to_owned()),
        };
        assert_eq!(
            statement("p", "s.t", &row),
            "CREATE POLICY p ON s.t AS RESTRICTIVE FOR UPDATE TO alice, bob USING ((a > 0)) WITH CHECK (true);"
        );
    }
}
