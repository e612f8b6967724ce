//! User mappings: who a role is at a foreign server. The options hold passwords, and the server shows them only to
//! who may use the mapping; a mapping whose options are hidden is named as an omission.

use super::options_clause;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::Omission,
    object::{Class, Definition, Drop, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("foreign", "user_mapping.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let hidden = row.hidden;
        let object = object(row);
        if hidden {
            reading.catalog.omissions.push(Omission {
                kind: object.kind.label().to_owned(),
                name: object.name.clone(),
                reason: "its options are not visible to this role: dump as superuser or as the mapped role".to_owned(),
            });
        }
        reading.add(object);
    }
    Ok(())
}

struct Row {
    oid: u32,
    server_oid: u32,
    server: String,
    server_owner: String,
    /// `None` is PUBLIC.
    user: Option<String>,
    options: Vec<String>,
    hidden: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            server_oid: row.get("server_oid")?,
            server: row.get("server")?,
            server_owner: row.get("server_owner")?,
            user: row.get("user_name")?,
            options: row.get("options")?,
            hidden: row.get("hidden")?,
        })
    }
}

fn object(row: Row) -> Object {
    let user = row.user.as_deref().map_or_else(|| "PUBLIC".to_owned(), identifier);
    let place = format!("{user} SERVER {}", identifier(&row.server));
    let server = Key::new(Class::FOREIGN_SERVER, row.server_oid);
    Object {
        owner: Some(row.server_owner.into()),
        belongs_to: Some(server),
        needs: [server].into(),
        create: Definition::sql(format!("CREATE USER MAPPING FOR {place}{};", options_clause(&row.options))),
        drop: Some(Drop::marked(format!("DROP USER MAPPING {}FOR {place};", Drop::IF_EXISTS))),
        ..Object::new(
            Key::new(Class::USER_MAPPING, row.oid),
            Kind::UserMapping,
            None,
            format!("USER MAPPING {} SERVER {}", row.user.as_deref().unwrap_or("public"), row.server),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_is_a_word_and_not_a_name() {
        let row = |user: Option<&str>| Row {
            oid: 20_000,
            server_oid: 20_001,
            server: "far".to_owned(),
            server_owner: "o".to_owned(),
            user: user.map(str::to_owned),
            options: Vec::new(),
            hidden: false,
        };
        assert_eq!(object(row(None)).create.head, "CREATE USER MAPPING FOR PUBLIC SERVER far;");
        assert_eq!(object(row(Some("Al"))).create.head, "CREATE USER MAPPING FOR \"Al\" SERVER far;");
        assert_eq!(object(row(Some("user"))).name, "USER MAPPING user SERVER far");
    }
}
