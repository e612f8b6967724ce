//! Roles and their attributes, apart from each other: a role that the target has already is not created again, but
//! gets the attributes.

use super::remark::Remarks;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("globals", "role.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let remarks = Remarks::read(&row)?;
        let role = Row::read(&row)?;
        let name = identifier(&role.name);
        let key = Key::new(Class::ROLE, role.oid);
        let object = Object {
            create: Definition::sql(format!("CREATE ROLE {name};")),
            ..Object::new(key, Kind::Role, None, role.name.as_str()).addressed("ROLE", &name)
        };
        for remark in remarks.objects(&object) {
            reading.add(remark);
        }
        reading.add(object);
        reading.add(Object {
            belongs_to: Some(key),
            needs: [key].into(),
            create: Definition::sql(attributes(&role)),
            ..Object::new(key.part(Part::Properties), Kind::RoleAttributes, None, role.name)
        });
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    /// Word and whether the role has it; without it the word has `NO` before.
    words: [(&'static str, bool); 7],
    connection_limit: i32,
    valid_until: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            words: [
                ("SUPERUSER", row.get("superuser")?),
                ("INHERIT", row.get("inherit")?),
                ("CREATEROLE", row.get("create_role")?),
                ("CREATEDB", row.get("create_database")?),
                ("LOGIN", row.get("login")?),
                ("REPLICATION", row.get("replication")?),
                ("BYPASSRLS", row.get("bypass_rls")?),
            ],
            connection_limit: row.get("connection_limit")?,
            valid_until: row.get("valid_until")?,
        })
    }
}

/// Every attribute is named, whatever a new role has: the target's role may be an old one.
fn attributes(role: &Row) -> String {
    let mut text = start(&role.name);
    for (word, has) in role.words {
        text.extend([if has { " " } else { " NO" }, word]);
    }
    text.extend([" CONNECTION LIMIT ", &role.connection_limit.to_string()]);
    if let Some(until) = &role.valid_until {
        text.extend([" VALID UNTIL ", literal(until).trim_start()]);
    }
    text.push(';');
    text
}

fn start(name: &str) -> String {
    format!("ALTER ROLE {} WITH", identifier(name))
}

/// The attributes of the role `name` without these words. Only a superuser may so much as mention some attributes,
/// even to say what is so anyway.
pub(crate) fn without_words(name: &str, attributes: &str, words: &[&str]) -> String {
    let start = start(name);
    let Some(rest) = attributes.strip_prefix(&start) else { return attributes.to_owned() };
    // Words come before the first attribute with a value.
    let (own, values) = rest.find(" CONNECTION LIMIT ").map_or((rest, ""), |at| rest.split_at(at));
    let kept: Vec<&str> = own.split(' ').filter(|word| !words.contains(word)).collect();
    format!("{start}{}{values}", kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(valid_until: Option<&str>) -> Row {
        Row {
            oid: 20_000,
            name: "No one".to_owned(),
            words: [
                ("SUPERUSER", false),
                ("INHERIT", true),
                ("CREATEROLE", false),
                ("CREATEDB", true),
                ("LOGIN", true),
                ("REPLICATION", false),
                ("BYPASSRLS", false),
            ],
            connection_limit: -1,
            valid_until: valid_until.map(str::to_owned),
        }
    }

    #[test]
    fn all_attributes_are_named() {
        assert_eq!(
            attributes(&row(Some("infinity"))),
            "ALTER ROLE \"No one\" WITH NOSUPERUSER INHERIT NOCREATEROLE CREATEDB LOGIN NOREPLICATION NOBYPASSRLS \
             CONNECTION LIMIT -1 VALID UNTIL 'infinity';"
        );
    }

    #[test]
    fn words_are_taken_out_of_the_attributes_and_not_of_the_name() {
        let text = attributes(&Row { name: "a NOSUPERUSER".to_owned(), ..row(None) });
        assert_eq!(
            without_words("a NOSUPERUSER", &text, &["NOSUPERUSER", "NOBYPASSRLS", "NOREPLICATION"]),
            "ALTER ROLE \"a NOSUPERUSER\" WITH INHERIT NOCREATEROLE CREATEDB LOGIN CONNECTION LIMIT -1;"
        );
        assert_eq!(without_words("other", &text, &["NOSUPERUSER"]), text);
    }
}
