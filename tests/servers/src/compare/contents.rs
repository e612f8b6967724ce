//! Rows, sequences and large objects, described by the servers themselves.

use std::collections::BTreeMap;

use super::Side;
use crate::{error::Result, psql};

/// The same text for the same value in every session, whatever the database's own settings.
const SESSION: &str = "-c search_path=pg_catalog -c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres \
    -c bytea_output=hex -c extra_float_digits=1 -c lc_monetary=C -c xmloption=content -c row_security=off \
    -c statement_timeout=0 -c lock_timeout=0 -c jit=off";

/// Relations that hold rows or values, with the columns in the order of their names: a hash must not depend on the
/// physical order, which the schema's comparison looks at. Under hash partitioning the topmost table stands for
/// its partitions: into which one a row falls may depend on OIDs, and so differ after a restore.
const RELATIONS: &str = "\
SELECT c.relkind AS kind, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, c.relispopulated AS filled,
       coalesce((SELECT string_agg('r__.' || quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE \"C\")
          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE (c.relkind IN ('r', 'm', 'S')
        OR EXISTS (SELECT FROM pg_partitioned_table p WHERE p.partrelid = c.oid AND p.partstrat = 'h'))
   AND NOT EXISTS (SELECT FROM pg_partition_ancestors(c.oid) a JOIN pg_partitioned_table p ON p.partrelid = a.relid
                    WHERE a.relid <> c.oid AND p.partstrat = 'h')
   AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// Tables and materialized views: the number of rows and two sums over hashes of their text.
pub(super) fn tables(side: Side<'_>) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut queries = Vec::new();
    for relation in psql::rows(side.url, side.encoding, &format!("{RELATIONS} AND c.relkind <> 'S'"), SESSION)? {
        let (name, columns) = (text(&relation["name"]), text(&relation["columns"]));
        if relation["filled"] == false {
            found.insert(format!("rows of {name}"), "not populated".into());
            continue;
        }
        let only = if relation["kind"] == "p" { "" } else { "ONLY " };
        queries.push(format!(
            "SELECT {} AS name, count(*) || ' rows, hash ' || coalesce(sum(hashtextextended(h__.t, 1)::numeric), 0) \
             || ' ' || coalesce(sum(hashtextextended(h__.t, 2)::numeric), 0) AS value \
             FROM (SELECT ROW({columns})::text AS t FROM {only}{name} r__ OFFSET 0) h__",
            literal(&name)
        ));
    }
    ask(side, &queries, "rows of ", &mut found)?;
    Ok(found)
}

/// Sequences: what `setval` would set.
pub(super) fn sequences(side: Side<'_>) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let queries: Vec<String> =
        psql::rows(side.url, side.encoding, &format!("{RELATIONS} AND c.relkind = 'S'"), SESSION)?
            .iter()
            .map(|sequence| {
                let name = text(&sequence["name"]);
                let called = "CASE WHEN is_called THEN ', called' ELSE ', not called' END";
                format!("SELECT {} AS name, last_value || {called} AS value FROM {name}", literal(&name))
            })
            .collect();
    ask(side, &queries, "value of sequence ", &mut found)?;
    Ok(found)
}

/// Large objects: content, owner, privileges, comment.
pub(super) fn large_objects(side: Side<'_>) -> Result<BTreeMap<String, String>> {
    let query = "\
SELECT m.oid::text AS name,
       concat_ws(E'\\n', 'md5 ' || md5(lo_get(m.oid)), 'owner ' || m.lomowner::regrole,
                 (SELECT string_agg(a::text, E'\\n' ORDER BY a::text) FROM unnest(m.lomacl) a),
                 'comment ' || obj_description(m.oid, 'pg_largeobject')) AS value
  FROM pg_largeobject_metadata m";
    let mut found = BTreeMap::new();
    ask(side, &[query.to_owned()], "large object ", &mut found)?;
    Ok(found)
}

/// Runs queries of `name` and `value`, some at a time so that no statement grows without bound.
fn ask(side: Side<'_>, queries: &[String], prefix: &str, found: &mut BTreeMap<String, String>) -> Result<()> {
    for some in queries.chunks(100) {
        for row in psql::rows(side.url, side.encoding, &some.join("\nUNION ALL\n"), SESSION)? {
            found.insert(format!("{prefix}{}", text(&row["name"])), text(&row["value"]));
        }
    }
    Ok(())
}

fn text(value: &psql::Row) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A string constant; the session has `standard_conforming_strings` on.
fn literal(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}
