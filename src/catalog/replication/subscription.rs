//! Subscriptions. They are restored without connecting: disabled, with the slot's name but no new slot.
//!
//! The connection string may hold a password; only a superuser reads it. Without it every subscription is an omission.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::Omission,
    object::{Class, Definition, Feature, Key, Kind, Object, Older},
    syntax::{identifier, literal},
};

const NAMES: Query = query!("replication", "subscription_name.sql");
const QUERY: Query = query!("replication", "subscription.sql");

pub(super) const READER: KindReader = KindReader { queries: &[NAMES, QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut any = false;
    for row in reading.rows(NAMES)? {
        let (name, readable): (String, bool) = (row.get("name")?, row.get("readable")?);
        any |= readable;
        if !readable {
            reading.catalog.omissions.push(Omission {
                kind: Kind::Subscription.label().to_owned(),
                name,
                reason: "only a superuser may read subscriptions: dump as superuser".to_owned(),
            });
        }
    }
    if any {
        for row in reading.rows(QUERY)? {
            reading.add(object(&Row::read(&row)?)?);
        }
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    connection: String,
    publications: Vec<String>,
    slot: Option<String>,
    binary: bool,
    /// `t` on, `f` off, `p` parallel; `None` on a server that has no such option.
    streaming: Option<String>,
    two_phase: bool,
    disable_on_error: bool,
    password_required: bool,
    /// `None` on a server that has no such option: there the owner of the subscription applies the changes.
    run_as_owner: Option<bool>,
    failover: bool,
    synchronous_commit: String,
    origin: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            connection: row.get("connection")?,
            publications: row.get("publications")?,
            slot: row.get("slot")?,
            binary: row.get("binary")?,
            streaming: row.get("streaming")?,
            two_phase: row.get("two_phase")?,
            disable_on_error: row.get("disable_on_error")?,
            password_required: row.get("password_required")?,
            run_as_owner: row.get("run_as_owner")?,
            failover: row.get("failover")?,
            synchronous_commit: row.get("synchronous_commit")?,
            origin: row.get("origin")?,
        })
    }
}

fn object(row: &Row) -> Result<Object, CatalogError> {
    let name = identifier(&row.name);
    let later = later_defaults(&name, row);
    let publications: Vec<String> = row.publications.iter().map(|publication| identifier(publication)).collect();
    let create = |server: u32| -> Result<String, CatalogError> {
        let options = options(row, server)?.join(", ");
        let (connection, publications) = (literal(&row.connection), publications.join(", "));
        let connection = connection.trim_start();
        Ok(format!("CREATE SUBSCRIPTION {name} CONNECTION {connection} PUBLICATION {publications} WITH ({options});"))
    };
    let newest = create(u32::MAX)?;
    let mut older = Vec::new();
    // How changes travel is no part of what the subscription means; who applies them was not asked before 16.
    for below in [14, 16] {
        let text = create(below - 1)?;
        if text != newest {
            older.push(Older::sql(below, text, Vec::new()));
        }
    }
    let features = [
        (row.two_phase, Feature::TwoPhase),
        (row.disable_on_error, Feature::DisableOnError),
        (!is_any_origin(row), Feature::SubscriptionOrigin),
        (!row.password_required, Feature::NoPassword),
        (row.failover, Feature::Failover),
    ];
    Ok(Object {
        owner: Some(row.owner.as_str().into()),
        create: Definition::sql(format!("{newest}{later}")),
        requires: Feature::used(&features),
        older: older.into(),
        ..Object::new(Key::new(Class::SUBSCRIPTION, row.oid), Kind::Subscription, None, row.name.clone())
            .addressed("SUBSCRIPTION", &name)
    })
}

/// The options in the words of a server of this major version.
fn options(row: &Row, server: u32) -> Result<Vec<String>, CatalogError> {
    let mut options = vec!["connect = false".to_owned()];
    options.push(match &row.slot {
        Some(slot) => format!("slot_name = {}", literal(slot).trim_start()),
        None => "slot_name = NONE".to_owned(),
    });
    // Said even when off, for 18 made parallel the default.
    let streaming = match row.streaming.as_deref() {
        None => None,
        Some("t") => Some("on"),
        Some("f") => Some("off"),
        Some("p") if server < 16 => Some("on"),
        Some("p") => Some("parallel"),
        Some(other) => {
            let detail = format!("streaming {other:?} of subscription {}", row.name);
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    };
    options.extend(streaming.filter(|_| server >= 14).map(|how| format!("streaming = {how}")));
    let flags = [
        (row.binary && server >= 14, "binary = true"),
        (row.two_phase, "two_phase = on"),
        (row.disable_on_error, "disable_on_error = true"),
        (!row.password_required, "password_required = false"),
        (row.run_as_owner == Some(true) && server >= 16, "run_as_owner = true"),
        (row.failover, "failover = true"),
    ];
    options.extend(flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, text)| text.to_owned()));
    if row.synchronous_commit != "off" {
        options.push(format!("synchronous_commit = {}", literal(&row.synchronous_commit).trim_start()));
    }
    if !is_any_origin(row) {
        options.push(format!("origin = {}", literal(&row.origin).trim_start()));
    }
    Ok(options)
}

fn is_any_origin(row: &Row) -> bool {
    row.origin.eq_ignore_ascii_case("any")
}

/// What the source did without an option for it, where the target has the option and another default: said by a
/// statement that the target runs only then.
fn later_defaults(name: &str, row: &Row) -> String {
    let mut options = Vec::new();
    if row.run_as_owner.is_none() {
        options.push("run_as_owner = true");
    }
    if row.streaming.is_none() {
        options.push("streaming = off");
    }
    if options.is_empty() {
        return String::new();
    }
    let block = format!(
        "BEGIN\n    IF pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 160000 THEN\n        \
         ALTER SUBSCRIPTION {name} SET ({});\n    END IF;\nEND",
        options.join(", ")
    );
    format!("\nDO {};", literal(&block).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            oid: 20_000,
            name: "Sub".to_owned(),
            owner: "o".to_owned(),
            connection: "host=far password='x y'".to_owned(),
            publications: vec!["a".to_owned(), "B".to_owned()],
            slot: Some("sub".to_owned()),
            binary: false,
            streaming: Some("f".to_owned()),
            two_phase: false,
            disable_on_error: false,
            password_required: true,
            run_as_owner: Some(false),
            failover: false,
            synchronous_commit: "off".to_owned(),
            origin: "any".to_owned(),
        }
    }

    fn text(row: &Row) -> Option<String> {
        object(row).ok().map(|object| object.create.head)
    }

    #[test]
    fn never_connects() {
        assert_eq!(
            text(&row()).as_deref(),
            Some(
                "CREATE SUBSCRIPTION \"Sub\" CONNECTION 'host=far password=''x y''' PUBLICATION a, \"B\" \
                 WITH (connect = false, slot_name = 'sub', streaming = off);"
            )
        );
    }

    #[test]
    fn options_of_every_version() {
        let all = Row {
            slot: None,
            binary: true,
            streaming: Some("p".to_owned()),
            two_phase: true,
            disable_on_error: true,
            password_required: false,
            run_as_owner: Some(true),
            failover: true,
            synchronous_commit: "local".to_owned(),
            origin: "none".to_owned(),
            ..row()
        };
        let text = text(&all).unwrap_or_default();
        let options = "(connect = false, slot_name = NONE, streaming = parallel, binary = true, two_phase = on, \
                       disable_on_error = true, password_required = false, run_as_owner = true, failover = true, \
                       synchronous_commit = 'local', origin = 'none');";
        assert!(text.ends_with(options), "{text}");
    }

    #[test]
    fn what_older_servers_did_is_said_to_newer_ones() {
        let text = text(&Row { streaming: None, run_as_owner: None, ..row() }).unwrap_or_default();
        let (create, block) = text.split_once('\n').unwrap_or_default();
        assert!(!create.contains("streaming") && !create.contains("run_as_owner"), "{create}");
        assert!(block.starts_with("DO 'BEGIN\n    IF ") && block.contains(">= 160000 THEN"), "{block}");
        assert!(block.contains("ALTER SUBSCRIPTION \"Sub\" SET (run_as_owner = true, streaming = off);"), "{block}");
    }

    #[test]
    fn unknown_streaming_is_an_error() {
        assert_eq!(text(&Row { streaming: Some("x".to_owned()), ..row() }), None);
    }
}
